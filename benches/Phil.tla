---- MODULE Phil ----
\* Philosophers who think and eat for ever, for benches/spin.py: the model of tests/explore/promela/philosophers_looping.
EXTENDS Naturals
CONSTANT N
VARIABLES stage, taken

Seats == 0..(N - 1)
Right(seat) == (seat + 1) % N

Init ==
    /\ stage = [seat \in Seats |-> "thinks"]
    /\ taken = [seat \in Seats |-> FALSE]

\* A philosopher goes from one stage to the next and takes a fork, or puts it back.
Move(seat, from, to, fork, take) ==
    /\ stage[seat] = from
    /\ take => ~taken[fork]
    /\ stage' = [stage EXCEPT ![seat] = to]
    /\ taken' = [taken EXCEPT ![fork] = take]

Next == \E seat \in Seats :
    \/ Move(seat, "thinks", "has left", seat, TRUE)
    \/ Move(seat, "has left", "eats", Right(seat), TRUE)
    \/ Move(seat, "eats", "puts back", Right(seat), FALSE)
    \/ Move(seat, "puts back", "thinks", seat, FALSE)
====
