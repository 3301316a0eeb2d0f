//! What can still become of a state, and the point of no return of a run: against brute force, and on lessons.

use crate::explore::explored;
use crate::forced::{PAIRS, compiled, ends_from, pair, programs, random_program};
use crate::source;
use interloop::explore::{Explorer, Fates, Graph, Kind, Outcome, Reductions};
use interloop::program::Python;
use interloop::schedule::{Policy, Schedule, Script};
use interloop::vm::boot::begin;
use interloop::vm::step::Grain;
use interloop::vm::{Vm, World};
use std::collections::BTreeSet;

/// The state of a run after so many steps.
fn state_at(image: &mut Vm, text: &str, python: Python, schedule: &str, steps: u32) -> Vm {
    let world = World { python, instruction_ns: 0, output_order: false, ..World::default() };
    let mut vm = begin(image, &compiled(text), world);
    let mut policy = Policy::Scripted(Script::new(Schedule::parse(schedule).expect("it is a schedule")));
    // What comes before the first step leads to the first instruction that is worth showing.
    for _ in 0..=steps {
        let thread = policy.choose(&vm).expect("the schedule is possible").expect("the run has not ended");
        vm.step(thread, Grain::Step, 1_000_000);
    }
    vm
}

fn fails(end: &Outcome) -> bool {
    end.kind != Kind::Exit || end.exit_code != 0
}

/// Looks at each way to end: from its point of no return on nothing else is left, and one step before something is.
/// Returns how many have one.
fn check(image: &mut Vm, text: &str, python: Python) -> usize {
    let mut explorer = explored(image, text, python, Reductions::default());
    let report = explorer.report();
    let mut looked_at = 0;
    for end in &report.outcomes {
        let at = |image: &mut Vm, step| ends_from(state_at(image, text, python, &end.schedule, step));
        let lost = |ends: &BTreeSet<Outcome>| match end.is_failure() {
            true => ends.iter().all(fails),
            false => ends.len() == 1,
        };
        let told = format!("{}, {end:?}:\n{text}", python.name());
        let Some(step) = end.no_return else {
            assert!(report.outcomes.len() == 1 && !end.is_failure(), "no point of no return: {told}");
            continue;
        };
        looked_at += 1;
        assert!(lost(&at(image, step)), "one can still return: {told}");
        assert!(step == 0 || !lost(&at(image, step - 1)), "it was over before: {told}");
    }
    looked_at
}

#[test]
fn before_the_point_of_no_return_brute_force_finds_a_way_out_and_after_it_none() {
    let mut image = interloop::modules::image();
    let mut looked_at = 0;
    for ((a, b), python) in PAIRS.iter().flat_map(|pair| Python::ALL.map(|python| (*pair, python))) {
        looked_at += check(&mut image, &pair(a, b), python);
    }
    for seed in 0..programs() / 75 {
        let (text, python) = random_program(seed);
        looked_at += check(&mut image, &text, python);
    }
    assert!(looked_at > 15, "only {looked_at} ends had a point of no return");
}

/// Follows the schedule of each end through the graph.
fn follow(explorer: &mut Explorer, told: &str) {
    let ends = explorer.ends().to_vec();
    for end in explorer.report().outcomes.iter().filter(|end| end.replayed) {
        let schedule = Schedule::parse(&end.schedule).expect("it is a schedule");
        let course = explorer.course(&schedule, 10_000);
        assert!(course.whole, "{told}: {end:?}");
        let last = course.stations.last().expect("a course has a beginning").state;
        let found = explorer.graph().ends.get(&last).map(|end| &ends[*end as usize]);
        let found = found.map(|found| (found.kind, found.exit_code, sorted(&found.stdout)));
        assert_eq!(found, Some((end.kind, end.exit_code, sorted(&end.stdout))), "{told}: {end:?}");
    }
}

fn sorted(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.lines().collect();
    lines.sort_unstable();
    lines
}

#[test]
fn a_run_is_a_way_through_the_graph_that_ends_as_the_run_does() {
    let mut image = interloop::modules::image();
    for lesson in ["bank_deadlock", "bank_one_lock", "bank_ordered_locks", "unsafe_bank", "hello_threads"] {
        let text = source::text(format!("static/lessons/{lesson}.py").as_ref());
        follow(&mut explored(&mut image, &text, Python::V314, Reductions::default()), lesson);
    }
    for seed in 0..programs() / 50 {
        let (text, python) = random_program(seed);
        follow(&mut explored(&mut image, &text, python, Reductions::default()), &text);
    }
}

/// Each teller takes one lock and wants the other's. Ana has hers; step 81 begins the atomic block in which Bo takes his
/// (step 84). Before it Ana could still have gone on, and taken both.
#[test]
fn the_deadlock_of_the_bank_has_its_point_of_no_return_where_the_second_lock_is_taken() {
    let text = source::text("static/lessons/bank_deadlock.py".as_ref());
    let mut explorer = explored(&mut interloop::modules::image(), &text, Python::V314, Reductions::default());
    let report = explorer.report();
    let end = &report.outcomes[0];
    assert_eq!(end.kind, Kind::Deadlock);
    assert_eq!(end.no_return_text.as_deref(), Some("After step 81 every schedule ends in the deadlock."));
}

/// States of a round trip have one fate; what only a round trip can follow never ends.
#[test]
fn a_loop_that_can_be_left_is_told_from_one_that_cannot() {
    let text = "\
import _thread
x = 0
def stop():
    global x
    x = int(1)
_thread.start_new_thread(stop, ())
while x == int(0):
    pass
";
    let mut explorer = explored(&mut interloop::modules::image(), text, Python::V314, Reductions::default());
    let fates = explorer.fates();
    assert!(
        fates.fate(0).is_only(0) && fates.fate(0).endless,
        "it ends, or waits for ever for `stop` to begin"
    );
    assert_eq!(fates.first_without_end(), None);
    let last = *explorer.graph().ends.keys().next().expect("it can end");
    assert!(!fates.fate(last).endless);
}

/// A grid of 450 by 450 states from which one goes right or down; the lowest row are ends, 100 of them in turn. From a
/// column on, all ends of the columns to its right can be reached: all 100 from the first 351 columns, then 99, 98, … 1;
/// with the 100 ends themselves, of which one is that last set, and the empty set these are 200 fates.
#[test]
fn two_hundred_thousand_states_with_a_hundred_ends_share_two_hundred_fates() {
    const SIDE: u32 = 450;
    let mut graph = Graph::default();
    for state in 0..SIDE * SIDE {
        let (row, column) = (state / SIDE, state % SIDE);
        graph.parents.push((state.wrapping_sub(1), 0));
        if row + 1 == SIDE {
            graph.ends.insert(state, column % 100);
            graph.expand([]);
        } else {
            let right = (column + 1 < SIDE).then_some((0, state + 1));
            graph.expand(right.into_iter().chain([(1, state + SIDE)]));
        }
    }
    let fates = Fates::of(&graph);
    assert_eq!(fates.different(), 200);
    assert_eq!(fates.fate(0).ends().count(), 100);
    assert_eq!(fates.fate(400).ends().collect::<Vec<_>>(), (0..50).collect::<Vec<_>>());
    assert!(!fates.fate(0).endless && !fates.fate(0).unknown);
}
