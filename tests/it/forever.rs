//! Partial deadlocks, livelock and starvation: hand-made programs, known algorithms, and circles found by brute force.

use crate::explore::explored;
use crate::forced::{compiled, random_program};
use crate::report::written;
use crate::source;
use interloop::explore::Reductions;
use interloop::program::Python;
use interloop::trace::Knot;
use interloop::vm::boot::begin;
use interloop::vm::step::Grain;
use interloop::vm::{Vm, World};
use serde_json::Value;
use std::collections::HashSet;

/// Runs functions on threads of their names and waits for them.
const RUN: &str = "
import threading
def run(*functions):
    threads = [threading.Thread(target=f, name=f.__name__) for f in functions]
    for t in threads: t.start()
    for t in threads: t.join()
";

/// Two who step aside for each other, both at once. The back-off of Dekker's algorithm without its turn.
const POLITE: &str = "
want = [False, False]
def polite(me):
    want[me] = True
    while want[1 - me]:
        want[me] = False
        want[me] = True
    want[me] = False
def one(): polite(0)
def two(): polite(1)
run(one, two)
";

/// The same with a turn: who has not got it waits for it, so somebody gets through.
const DEKKER: &str = "
want, turn = [False, False], 0
def enter(me):
    global turn
    want[me] = True
    while want[1 - me]:
        if turn != me:
            want[me] = False
            while turn != me:
                pass
            want[me] = True
    turn = 1 - me
    want[me] = False
def one(): enter(0)
def two(): enter(1)
run(one, two)
";

/// Strict alternation: whoever waits looks again and again, and the other is free to move all the time.
const TURNS: &str = "
turn = 0
def enter(me):
    global turn
    while turn != me:
        pass
    turn = 1 - me
def one(): enter(0)
def two(): enter(1)
run(one, two)
";

/// One looks until the other has set the flag: only an unfair scheduler never lets it.
const SPIN: &str = "
flag = False
def waits():
    while not flag: pass
def sets():
    global flag
    flag = True
run(waits, sets)
";

/// The same with the flag under a lock, which can be taken each time at which it is looked for: barging.
const BARGING: &str = "
lock, done = threading.Lock(), False
def greedy():
    while True:
        with lock:
            if done: break
def modest():
    global done
    with lock: done = True
run(greedy, modest)
";

/// Whoever waits for the lock gives up after a second. No round lasts a second, so no time passes in a search.
const GIVING_UP: &str = "
lock, done = threading.Lock(), False
def greedy():
    while True:
        with lock:
            if done: break
def modest():
    global done
    if lock.acquire(timeout=1): lock.release()
    done = True
run(greedy, modest)
";

/// Philosophers who put the first fork back if the second one is taken: all at once, for ever.
const BACK_OFF: &str = "
forks = [threading.Lock(), threading.Lock()]
def eat(left, right):
    while True:
        left.acquire()
        if right.acquire(False):
            right.release()
            left.release()
            return
        left.release()
def one(): eat(forks[0], forks[1])
def two(): eat(forks[1], forks[0])
run(one, two)
";

/// The same, with the forks in one order for both: each finds the second one free.
const ORDERED: &str = "eat(forks[1], forks[0])";

/// Sleeps in between: while anybody can move no time passes, so nobody can poll for ever.
const POLLING: &str = "
import time
done = False
def poll():
    while not done: time.sleep(1)
def work():
    global done
    time.sleep(3)
    done = True
run(poll, work)
";

/// Two daemons that cross their locks, while the program ends well.
const DAEMONS: &str = "
A, B = threading.Lock(), threading.Lock()
def cross(x, y):
    with x:
        with y: pass
for name, x, y in ('one', A, B), ('two', B, A):
    threading.Thread(target=cross, args=(x, y), name=name, daemon=True).start()
print('done')
";

/// Two that cross their locks and two that hand a ball to each other for ever; `main` waits for all of them.
const PLAYERS: &str = "
A, B = threading.Lock(), threading.Lock()
ball = 0
def cross(x, y):
    with x:
        with y: pass
def one(): cross(A, B)
def two(): cross(B, A)
def play(me):
    global ball
    while True:
        while ball != me: pass
        ball = 1 - me
def three(): play(0)
def four(): play(1)
run(one, two, three, four)
";

/// A worker in an ordinary wait, which the end of the program lets go.
const WORKER: &str = "
import queue
q = queue.Queue()
def work():
    while True:
        q.get()
        q.task_done()
threading.Thread(target=work, daemon=True).start()
q.put(1)
q.join()
";

/// A deadlock in which everybody ends: it stands among the outcomes, also while `main` still has something to do.
const CROSSED: &str = "
A, B = threading.Lock(), threading.Lock()
def cross(x, y):
    with x:
        with y: pass
for x, y in (A, B), (B, A):
    threading.Thread(target=cross, args=(x, y)).start()
print('started')
";

/// One that waits for an event that nobody sets any more, while two go on for ever.
const FORGOTTEN: &str = "
event, ball = threading.Event(), 0
def play(me):
    global ball
    while True:
        while ball != me: pass
        ball = 1 - me
def one(): play(0)
def two(): play(1)
def waits(): event.wait()
run(one, two, waits)
";

/// A list as one text.
fn names(list: &Value) -> String {
    let names: Vec<&str> = list.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    names.join(" ")
}

/// `A, B wait` and `livelock of a b`, `starvation of c by a b`.
fn found(text: &str, python: &str) -> Vec<String> {
    let report = written(text, &format!("--json --jobs 1 --python {python}"));
    let stuck = report["stuck"].as_array().expect("it is known");
    let lassos = report["lassos"].as_array().expect("it is known");
    let mut found: Vec<String> =
        stuck.iter().map(|stuck| format!("{} wait", names(&stuck["threads"]))).collect();
    for lasso in lassos {
        assert_eq!(lasso["replayed"], Value::Bool(true), "{lasso}");
        let (kind, movers) = (lasso["kind"].as_str().expect("a kind"), names(&lasso["threads"]));
        found.push(match lasso["thread"].as_str() {
            Some(thread) => format!("{kind} of {thread} by {movers}"),
            None => format!("{kind} of {movers}"),
        });
    }
    found
}

fn check(name: &str, text: &str, pythons: &[&str], wanted: &[&str]) {
    for python in pythons {
        assert_eq!(found(&format!("{RUN}{text}"), python), wanted, "{name}, {python}");
    }
}

const ALL: [&str; 3] = ["3.14", "3.9", "3.14t"];

#[test]
fn rounds_for_which_only_the_threads_are_to_blame_are_livelocks() {
    // With a GIL and no call nobody is let in between `want[me] = True` and the look at the other.
    check("polite", POLITE, &["3.14"], &[]);
    check("polite", POLITE, &["3.9", "3.14t"], &["livelock of one two"]);
    check("back off", BACK_OFF, &ALL, &["livelock of one two"]);
    let ordered = BACK_OFF.replace(ORDERED, "eat(forks[0], forks[1])");
    check("ordered", &ordered, &ALL, &[]);
}

#[test]
fn rounds_that_only_an_unfair_scheduler_makes_are_none() {
    for (name, text) in
        [("spin", SPIN), ("turns", TURNS), ("Dekker", DEKKER), ("polling", POLLING), ("giving up", GIVING_UP)]
    {
        check(name, text, &ALL, &[]);
    }
    let peterson = source::text("tests/explore/promela/peterson.py".as_ref());
    for python in ALL {
        assert_eq!(found(&peterson, python), [""; 0], "{python}");
    }
}

#[test]
fn who_is_passed_over_again_and_again_starves() {
    check("barging", BARGING, &ALL, &["starvation of modest by greedy"]);
}

#[test]
fn those_who_wait_in_a_circle_are_stuck_though_the_program_goes_on() {
    check("daemons", DAEMONS, &ALL, &["one two wait"]);
    // `main`, which waits for them, is stuck only after that.
    check("players", PLAYERS, &["3.14"], &["one two wait"]);
    check("forgotten", FORGOTTEN, &["3.14"], &["waits wait"]);
}

#[test]
fn waits_that_end_with_the_program_or_end_it_are_no_partial_deadlocks() {
    check("worker", WORKER, &ALL, &[]);
    check("crossed", CROSSED, &["3.14"], &[]);
}

/// Philosophers without end: no livelock, since they are not meant to end, and nobody is stuck who does not deadlock.
#[test]
fn philosophers_without_end_can_starve() {
    let looping = source::text("tests/explore/promela/philosophers_looping.py".as_ref());
    let names = [1, 2, 3].map(|number| format!("Thread-{number} (philosopher)"));
    let found = found(&looping, "3.14");
    assert_eq!(found.len(), 3, "{found:?}");
    for name in names {
        assert!(found.iter().any(|line| line.starts_with(&format!("starvation of {name} by "))), "{found:?}");
    }
}

/// True if in some state some threads wait in a circle while somebody can go on.
fn stuck_by_force(image: &mut Vm, text: &str, python: Python) -> Option<bool> {
    let world = World { python, instruction_ns: 0, output_order: false, ..World::default() };
    let mut root = begin(image, &compiled(text), world);
    let mut seen = HashSet::from([root.fingerprint()]);
    let mut waiting = vec![root];
    while let Some(mut vm) = waiting.pop() {
        let choices = vm.choices();
        if !choices.is_empty() && !Knot::of(&vm).cycle.is_empty() {
            return Some(true);
        }
        for thread in choices {
            let mut next = vm.copy();
            next.step(thread, Grain::Block, 1_000_000);
            if seen.insert(next.fingerprint()) {
                waiting.push(next);
            }
        }
        if seen.len() > 2_000 {
            return None;
        }
    }
    Some(false)
}

/// Programs whose main thread waits for nobody and so ends whatever becomes of the others.
#[test]
fn circles_in_random_programs_are_those_of_brute_force() {
    let mut image = interloop::modules::image();
    let mut counts = [0, 0];
    for seed in 0..40 {
        let (text, python) = random_program(seed);
        let text = text.replace("for end in done: end.acquire()\n", "int()\n");
        let Some(wanted) = stuck_by_force(&mut image, &text, python) else { continue };
        let stuck = explored(&mut image, &text, python, Reductions::default()).report().stuck;
        assert_eq!(
            stuck.map(|stuck| !stuck.is_empty()),
            Some(wanted),
            "program {seed}, {}:\n{text}",
            python.name()
        );
        counts[usize::from(wanted)] += 1;
    }
    assert!(counts.iter().all(|count| *count >= 4), "{counts:?}");
}
