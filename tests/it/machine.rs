//! Each thread alone: places and moves of a few programs, counted by hand.

use crate::explore::explored;
use crate::source;
use interloop::explore::{Deed, LOOKED_MAX, Machine, Machines, Reductions, Stage};
use interloop::modules::image;
use interloop::program::Python;

fn machines(text: &str, looked_max: usize) -> Machines {
    explored(&mut image(), text, Python::V314, Reductions::default()).machines(looked_max)
}

/// Each place as "line expression", with what is done there, and the ways; those that go round have a `*`.
fn told(machine: &Machine) -> (Vec<String>, String) {
    let stand = |stand: &interloop::explore::Stand| match (stand.stage, stand.deed) {
        (Stage::Program, Deed::Does) => format!("{} {}", stand.span.line, stand.text),
        (Stage::Program, deed) => format!("{} {deed:?} {}", stand.span.line, stand.text),
        (stage, _) => format!("{stage:?}"),
    };
    let way = |way: &interloop::explore::Stride| {
        format!("{}-{}{}", way.from, way.to, if way.round { "*" } else { "" })
    };
    let ways: Vec<String> = machine.strides.iter().map(way).collect();
    (machine.stands.iter().map(stand).collect(), ways.join(" "))
}

fn check(machines: &Machines, nth: usize, threads: &[u16], places: &[&str], ways: &str) {
    let machine = &machines.all[nth];
    assert_eq!(machine.threads, threads);
    let (found, strides) = told(machine);
    assert_eq!(found, places);
    assert_eq!(strides, ways);
}

/// Two tellers with the same code have one machine: it takes two locks, prints, gives both back.
#[test]
fn two_tellers_share_a_machine_of_eight_places_without_a_loop() {
    let found = machines(&source::text("static/lessons/bank_deadlock.py".as_ref()), LOOKED_MAX);
    assert_eq!((found.all.len(), found.looked), (2, 149));
    let main = ["9 class Account:…", "33 teller.start()", "35 teller.join()", "End"];
    // Each of the two loops starts, or awaits, two threads.
    check(&found, 0, &[0], &main, "0-1 1-1* 1-2 2-2* 2-3");
    let teller = [
        "Start",
        "17 source.lock",
        "17 Leaves source.lock",
        "18 print(f\"{teller} has locked {source.name}\")",
        "19 target.lock",
        "19 Leaves target.lock",
        "22 print(f\"{teller} is done\")",
        "End",
    ];
    check(&found, 1, &[1, 2], &teller, "0-1 1-3 2-6 3-4 4-5 5-2 6-7");
    // Somebody waits for a second lock in 12 states, for a first one in 4; nobody ever waits to give one back.
    let waits: Vec<u32> = found.all[1].stands[1..7].iter().map(|stand| stand.waits).collect();
    assert_eq!(waits, [4, 0, 0, 12, 0, 0]);
}

/// Taking one fork and the other and giving them back is one round; three philosophers have one machine.
#[test]
fn philosophers_share_a_machine_with_a_loop_of_four_places() {
    let found = machines(
        "\
import threading
forks = [threading.Lock() for _ in range(3)]
def eat(one, other):
    while True:
        with one:
            with other:
                pass
pairs = [(forks[i], forks[(i + 1) % 3]) for i in range(3)]
all = [threading.Thread(target=eat, args=pair) for pair in pairs]
for t in all: t.start()
",
        LOOKED_MAX,
    );
    let places = ["Start", "5 one", "5 Leaves one", "6 other", "6 Leaves other"];
    check(&found, 1, &[1, 2, 3], &places, "0-1 1-3* 2-1* 3-4* 4-2*");
}

/// Reading and writing a variable are two places of one line; two threads that do the same with others are two machines.
#[test]
fn different_code_has_different_machines() {
    let found = machines(
        "\
import _thread
x = 0
def one():
    global x
    x += 1
def two():
    global x
    while x == 0:
        pass
_thread.start_new_thread(one, ())
_thread.start_new_thread(two, ())
",
        LOOKED_MAX,
    );
    assert_eq!(found.all.len(), 3);
    // 3.14 cannot switch between reading and writing, so both are one move.
    assert_eq!(told(&found.all[1]).0.last().map(String::as_str), Some("End"));
    let (places, ways) = told(&found.all[2]);
    assert!(places.contains(&"8 x".to_owned()), "{places:?}");
    assert!(ways.contains('*'), "{ways}: the loop is one");
}

/// What was not looked at is not known, and what was is come to from the beginning.
#[test]
fn of_a_large_graph_a_part_is_looked_at() {
    let text = source::text("static/lessons/bank_deadlock.py".as_ref());
    let (all, some) = (machines(&text, LOOKED_MAX), machines(&text, 40));
    assert_eq!(some.looked, 40);
    assert!(some.all.iter().map(|one| one.stands.len()).sum::<usize>() <= 12);
    let known = |found: &Machines| (0..149).filter(|state| !found.standing(*state).is_empty()).count();
    assert_eq!((known(&all), known(&some)), (149, 40));
    // Whoever stands at a place in a state is among the states of that place.
    for state in 0..149 {
        for (_, machine, stand) in all.standing(state) {
            assert!(all.states_at(machine, stand).any(|there| there == state));
        }
    }
}
