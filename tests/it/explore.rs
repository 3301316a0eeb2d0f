//! The explorer against brute force, against numbers known from elsewhere, and with its reductions broken on purpose.

use crate::forced::{HANDSHAKE, PAIRS, by_force, compiled, pair, programs, random_program};
use interloop::explore::{Crew, Explorer, Fault, Kind, Options, Outcome, Reductions, Report, Verdict};
use interloop::program::Python;
use interloop::vm::{Vm, World};
use std::collections::{BTreeMap, BTreeSet};

fn explorer(image: &mut Vm, text: &str, python: Python, reductions: Reductions) -> Explorer {
    let world = World { python, ..World::default() };
    Explorer::new(
        image,
        &compiled(text),
        Options { world, reductions, patience: 1 << 14, ..Options::default() },
    )
}

/// Searches to the end.
pub fn explored(image: &mut Vm, text: &str, python: Python, reductions: Reductions) -> Explorer {
    let (mut explorer, crew) = (explorer(image, text, python, reductions), Crew::new(1));
    while explorer.advance(&crew) {}
    assert!(explorer.is_complete());
    explorer
}

fn report(text: &str, python: Python) -> Report {
    explored(&mut interloop::modules::image(), text, python, Reductions::default()).report()
}

/// All reductions, and without each.
pub const WITHOUT: [(&str, Reductions); 6] = [
    ("all reductions", Reductions { fuse: true, sleep: true, dead: true, cache: true, fault: None }),
    ("no sleep sets", Reductions { fuse: true, sleep: false, dead: true, cache: true, fault: None }),
    ("no fusing", Reductions { fuse: false, sleep: true, dead: true, cache: true, fault: None }),
    ("all locals count", Reductions { fuse: true, sleep: true, dead: false, cache: true, fault: None }),
    ("everything executed", Reductions { fuse: true, sleep: true, dead: true, cache: false, fault: None }),
    ("no reduction", Reductions { fuse: false, sleep: false, dead: false, cache: false, fault: None }),
];

#[test]
fn random_programs_end_as_brute_force_says_with_each_reduction() {
    let mut image = interloop::modules::image();
    for seed in 0..programs() {
        let (text, python) = random_program(seed);
        let all = by_force(&mut image, &text, python);
        for (name, reductions) in WITHOUT {
            let found = explored(&mut image, &text, python, reductions);
            let found: BTreeSet<Outcome> = found.ends().iter().cloned().collect();
            assert_eq!(found, all, "{name}, program {seed}, {}:\n{text}", python.name());
        }
    }
}

/// Sleep sets leave every state and every edge.
#[test]
fn deduced_edges_are_those_that_running_finds() {
    let mut image = interloop::modules::image();
    for seed in 0..programs() {
        let (text, python) = random_program(seed);
        let graphs = [true, false].map(|sleep| {
            let found = explored(&mut image, &text, python, Reductions { sleep, ..Reductions::default() });
            // States are numbered as they are discovered, which deducing changes: so by fingerprint.
            let (graph, prints) = (found.graph(), found.fingerprints());
            let mut edges = BTreeSet::new();
            for state in 0..graph.expanded() as u32 {
                for (thread, to) in graph.edges(state) {
                    edges.insert((prints[state as usize], *thread, prints[*to as usize]));
                }
            }
            edges
        });
        assert!(graphs[0] == graphs[1], "program {seed}, {}:\n{text}", python.name());
    }
}

#[test]
fn small_programs_end_as_brute_force_says_with_each_reduction() {
    let mut image = interloop::modules::image();
    for ((a, b), python) in PAIRS.iter().flat_map(|pair| Python::ALL.map(|python| (*pair, python))) {
        let text = pair(a, b);
        let all = by_force(&mut image, &text, python);
        for (name, reductions) in WITHOUT {
            let found = explored(&mut image, &text, python, reductions);
            let found: BTreeSet<Outcome> = found.ends().iter().cloned().collect();
            assert_eq!(found, all, "{name}, {}:\n{text}", python.name());
        }
    }
}

/// Which number one thread has read is known to a local alone when both have written.
const READ_EARLY: &str = "import _thread\nx = 0\ndef read(end):\n    global x\n    v = x\n    x = 5\n    x = v + 10\n    \
    end.release()\ndef write(end):\n    global x\n    x = 1\n    end.release()\nends = []\n\
    for work in (read, write):\n    ends.append(_thread.allocate_lock())\n    ends[-1].acquire()\n    \
    _thread.start_new_thread(work, (ends[-1],))\nfor end in ends: end.acquire()\nprint(x)\n";

#[test]
fn broken_reductions_are_caught() {
    let mut image = interloop::modules::image();
    for fault in [
        Fault::LocksInvisible,
        Fault::ReadsIgnored,
        Fault::WaitsIgnored,
        Fault::LeadsUnchecked,
        Fault::AllIndependent,
        Fault::AllLocalsDead,
        Fault::ReadsForgotten,
    ] {
        let small = PAIRS.iter().flat_map(|(a, b)| Python::ALL.map(|python| (pair(a, b), python)));
        let small =
            small.chain([(HANDSHAKE.to_string(), Python::V314), (READ_EARLY.to_string(), Python::V314t)]);
        let caught = small.chain((0..programs()).map(random_program)).any(|(text, python)| {
            let reductions = Reductions { fault: Some(fault), ..Reductions::default() };
            let mut broken = explorer(&mut image, &text, python, reductions);
            let crew = Crew::new(1);
            while broken.advance(&crew) {}
            let found: BTreeSet<Outcome> = broken.ends().iter().cloned().collect();
            found != by_force(&mut image, &text, python)
        });
        assert!(caught, "{fault:?} went unnoticed");
    }
}

/// Final values with their least preemptions, from an enumeration of all interleavings (performance.md 1.2).
#[test]
fn lost_updates_have_the_known_ends_and_least_preemptions() {
    let known: [(u32, u32, &[(i64, u32)]); 5] = [
        (2, 1, &[(1, 1), (2, 0)]),
        (2, 2, &[(2, 1), (3, 2), (4, 0)]),
        (2, 3, &[(2, 4), (3, 1), (4, 2), (5, 2), (6, 0)]),
        (3, 1, &[(1, 1), (2, 1), (3, 0)]),
        (3, 2, &[(2, 1), (3, 2), (4, 1), (5, 2), (6, 0)]),
    ];
    for (threads, times, ends) in known {
        let text = format!(
            "import _thread\nx = 0\ndef work(end):\n    global x\n    for _ in range({times}):\n        v = x\n        \
             x = v + 1\n    end.release()\nends = []\nfor _ in range({threads}):\n    \
             ends.append(_thread.allocate_lock())\n    ends[-1].acquire()\n    \
             _thread.start_new_thread(work, (ends[-1],))\nfor end in ends: end.acquire()\nprint(x)\n"
        );
        let report = report(&text, Python::V314t);
        let found: BTreeMap<i64, u32> = report
            .outcomes
            .iter()
            .map(|end| (end.stdout.trim().parse().expect("a number"), end.preemptions))
            .collect();
        let wanted: BTreeMap<i64, u32> = ends.iter().copied().collect();
        assert_eq!(found, wanted, "{threads} threads, {times} times");
        assert!(report.outcomes.iter().all(|end| end.replayed && end.least), "{report:?}");
    }
}

/// The philosophers, one meal each: with forks taken left then right, one deadlock and one way to end well.
#[test]
fn philosophers_deadlock_in_one_state() {
    for (seats, ordered) in [(2, false), (3, false), (2, true), (3, true)] {
        let right = if ordered { "max(i, (i + 1) % N)" } else { "(i + 1) % N" };
        let left = if ordered { "min(i, (i + 1) % N)" } else { "i" };
        let text = format!(
            "import _thread\nN = {seats}\nforks = [_thread.allocate_lock() for _ in range(N)]\n\
             def eat(i, end):\n    with forks[{left}]:\n        with forks[{right}]:\n            pass\n    \
             end.release()\nends = []\nfor i in range(N):\n    ends.append(_thread.allocate_lock())\n    \
             ends[-1].acquire()\n    _thread.start_new_thread(eat, (i, ends[-1]))\nfor end in ends: end.acquire()\n"
        );
        let mut found =
            explored(&mut interloop::modules::image(), &text, Python::V314, Reductions::default());
        let graph = found.graph();
        let stuck = found.ends().iter().position(|end| end.kind == Kind::Deadlock);
        let states = graph.ends.values().filter(|end| Some(**end as usize) == stuck).count();
        assert_eq!((stuck.is_some(), states), (!ordered, usize::from(!ordered)), "{seats} {ordered}");
        let report = found.report();
        assert_eq!(report.outcomes.len(), if ordered { 1 } else { 2 });
        // One is preempted with its left fork in its hand; the others wait of themselves, each for the next.
        let deadlock = report.outcomes.iter().find(|end| end.kind == Kind::Deadlock);
        assert_eq!(deadlock.map(|end| end.preemptions), (!ordered).then_some(1));
    }
}

#[test]
fn programs_that_cannot_end_are_no_proof() {
    let alone = "while True: pass\n";
    let counting = "i = 0\nwhile True: i += 1\n";
    // Each waits for the other to be first, and looks again and again.
    let polite = "import _thread\nf = g = 0\ndef b():\n    global g\n    while f == 0: int()\n    g = 1\n\
                  _thread.start_new_thread(b, ())\nwhile g == 0: int()\nf = 1\n";
    for text in [alone, counting, polite] {
        let report = report(text, Python::V314);
        assert_eq!((report.verdict, report.complete), (Verdict::Counterexample, true), "{text}");
        assert_eq!(report.outcomes.iter().map(|end| end.kind).collect::<Vec<_>>(), [Kind::Limit], "{text}");
    }
    // One that can go on for ever, but need not, is another matter.
    let spinning = "import _thread\nf = 0\ndef b():\n    global f\n    f = int(1)\n\
                    _thread.start_new_thread(b, ())\nwhile f == 0: int()\n";
    assert_eq!(report(spinning, Python::V314).verdict, Verdict::Proved);
}

#[test]
fn random_schedules_find_what_they_meet() {
    let (a, b) = PAIRS[1];
    let mut image = interloop::modules::image();
    let mut explorer = explorer(&mut image, &pair(a, b), Python::V314, Reductions::default());
    explorer.sample(200, None);
    let report = explorer.report();
    assert_eq!((report.complete, report.verdict), (false, Verdict::Counterexample));
    let printed: BTreeSet<&str> = report.outcomes.iter().map(|end| end.stdout.trim()).collect();
    assert_eq!(printed, BTreeSet::from(["1", "2"]));
    assert!(
        report.samples.iter().map(|sampled| sampled.runs).sum::<u64>() == 200
            && report.outcomes.iter().all(|end| end.replayed),
        "{report:?}"
    );
}

/// An end that a random schedule has found first, and the search later, is one end.
#[test]
fn what_was_sampled_and_then_found_counts_once() {
    let mut image = interloop::modules::image();
    let (a, b) = PAIRS[7];
    let mut explorer = explorer(&mut image, &pair(a, b), Python::V314, Reductions::default());
    explorer.sample(20, None);
    assert_eq!(explorer.report().outcomes.len(), 1);
    let crew = Crew::new(1);
    while explorer.advance(&crew) {}
    let report = explorer.report();
    assert_eq!((report.outcomes.len(), report.verdict), (1, Verdict::Proved));
}
