//! Searches with bounded preemptions against the whole graph of states, whose least preemptions are known.

use interloop::explore::{Explorer, Outcome, Reductions};
use interloop::program::Python;
use interloop::vm::Vm;
use std::collections::BTreeMap;

use crate::bugs;
use crate::explore::explored;
use crate::forced::{programs, random_program};

/// Ends with their least preemptions, from the graph of all states.
fn least(explorer: &mut Explorer) -> BTreeMap<Outcome, u32> {
    let ends = explorer.ends().to_vec();
    let ways = explorer.graph().least_ways(ends.len());
    ends.into_iter().zip(ways).map(|(end, way)| (end, way.expect("each end has a way").preemptions)).collect()
}

/// For each bound, the ends within it and their preemptions are those of the whole graph.
fn check(image: &mut Vm, text: &str, python: Python, most: u32) {
    let mut whole = explored(image, text, python, Reductions::default());
    let least = least(&mut whole);
    for bound in 0..=most {
        let found = whole.bounded(bound, &mut |_| false);
        assert!(found.complete);
        let found: BTreeMap<Outcome, u32> =
            found.ends.into_iter().map(|end| (end.outcome, end.preemptions)).collect();
        let mut wanted = least.clone();
        wanted.retain(|_, preemptions| *preemptions <= bound);
        assert_eq!(found, wanted, "at most {bound} preemptions, {}:\n{text}", python.name());
    }
}

#[test]
fn bounded_searches_of_random_programs_find_the_ends_within_the_bound() {
    let mut image = interloop::modules::image();
    for seed in 0..programs() / 5 {
        let (text, python) = random_program(seed);
        check(&mut image, &text, python, 3);
    }
}

/// With the bound of the program's rarest end nothing is missing, and the search says that nothing was left out.
#[test]
fn a_bound_that_is_large_enough_is_no_bound() {
    let mut image = interloop::modules::image();
    for (file, text) in bugs::programs("counts") {
        if !["abba.py", "ainc.py", "store_buffering.py"].iter().any(|name| file.ends_with(name)) {
            continue;
        }
        check(&mut image, &text, Python::V314t, 2);
        let mut whole = explored(&mut image, &text, Python::V314t, Reductions::default());
        let found = whole.bounded(1_000, &mut |_| false);
        assert_eq!((found.ends.len(), found.unbounded), (whole.ends().len(), true), "{text}");
    }
}

#[test]
fn a_bounded_search_proves_nothing_beyond_its_bound() {
    let mut image = interloop::modules::image();
    let text = "import _thread\nx = 0\ndef work(end):\n    global x\n    v = x\n    int()\n    x = v + 1\n    \
                end.release()\nends = [_thread.allocate_lock(), _thread.allocate_lock()]\nfor end in ends:\n    \
                end.acquire()\n    _thread.start_new_thread(work, (end,))\nfor end in ends: end.acquire()\n\
                assert x == 2\n";
    let mut explorer = explored(&mut image, text, Python::V314, Reductions::default());
    for (bound, outcomes, said) in [
        (0, 1, "Every schedule with at most 0 preemptions was looked at; there are schedules with more."),
        (1, 2, "Every schedule with at most 1 preemption was looked at; there are schedules with more."),
    ] {
        let found = explorer.bounded(bound, &mut |_| false);
        let report = explorer.report_of(found, bound);
        assert_eq!((report.outcomes.len(), report.complete), (outcomes, false));
        assert_eq!(report.coverage, [said]);
        assert!(report.outcomes.iter().all(|end| end.replayed && end.preemptions <= bound), "{report:?}");
    }
}
