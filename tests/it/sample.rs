//! Sampled schedules: what they end in is an end of the search, they are the same for the same seed, and each strategy
//! does what it is named for.

use interloop::explore::{Outcome, Reductions, Sampler, Strategy};
use interloop::program::Python;
use interloop::vm::boot::begin;
use interloop::vm::{Vm, World};
use std::collections::{BTreeMap, BTreeSet};

use crate::explore::explored;
use crate::forced::{compiled, programs, random_program};

fn beginning(image: &mut Vm, text: &str, python: Python) -> Vm {
    let world = World { python, instruction_ns: 0, output_order: false, ..World::default() };
    begin(image, &compiled(text), world)
}

#[test]
fn what_is_sampled_is_an_end_of_the_search() {
    let mut image = interloop::modules::image();
    for seed in 0..programs() / 5 {
        let (text, python) = random_program(seed);
        let found = explored(&mut image, &text, python, Reductions::default());
        let all: BTreeSet<Outcome> = found.ends().iter().cloned().collect();
        let mut root = beginning(&mut image, &text, python);
        for strategy in Strategy::ALL {
            let mut sampler = Sampler::new(seed);
            for _ in 0..10 {
                let (end, schedule) = sampler.run(&mut root, false, strategy).expect("it ends");
                assert!(all.contains(&end), "{} {schedule}, program {seed}:\n{text}", strategy.name());
            }
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_schedules() {
    let mut image = interloop::modules::image();
    let (text, python) = random_program(1);
    let mut root = beginning(&mut image, &text, python);
    for strategy in Strategy::ALL {
        let mut schedules = |seed: u64| -> Vec<String> {
            let mut sampler = Sampler::new(seed);
            let mut one =
                || sampler.run(&mut root, false, strategy).map(|(_, schedule)| schedule.to_string());
            (0..20).map(|_| one().unwrap_or_default()).collect()
        };
        assert_eq!(schedules(7), schedules(7));
        // A reversal throws no dice as long as it has something planned.
        if strategy != Strategy::Reversal {
            assert_ne!(schedules(7), schedules(8), "{}", strategy.name());
        }
    }
}

/// Two threads write their number to one place, one of them once and the other `times` times: who is last?
fn last_writer(times: u64) -> String {
    format!(
        "import _thread\nx = 0\ndef once(end):\n    global x\n    x = 1\n    end.release()\n\
         def often(end):\n    global x\n    {}end.release()\nends = []\nfor f in (once, often):\n    \
         ends.append(_thread.allocate_lock())\n    ends[-1].acquire()\n    \
         _thread.start_new_thread(f, (ends[-1],))\nfor end in ends: end.acquire()\nprint(x)\n",
        "x = 2\n    ".repeat(times as usize)
    )
}

/// Of `runs` runs, how many end with the one write last.
fn ones(strategy: Strategy, times: u64, runs: u64) -> u64 {
    let mut image = interloop::modules::image();
    let mut root = beginning(&mut image, &last_writer(times), Python::V314t);
    let mut sampler = Sampler::new(1);
    let mut printed: BTreeMap<String, u64> = BTreeMap::new();
    for _ in 0..runs {
        let (end, _) = sampler.run(&mut root, false, strategy).expect("it ends");
        *printed.entry(end.stdout).or_default() += 1;
    }
    printed.get("1\n").copied().unwrap_or(0)
}

/// One write among nine others: ten orders, of which one has it last. A walk that draws the orders at `x` evenly meets
/// that in a tenth of its runs; one that tosses a coin at each decision in 1/2⁹ of them.
#[test]
fn a_selectively_uniform_walk_draws_orders_evenly() {
    let runs = 400;
    let (even, coin) = (ones(Strategy::Surw, 9, runs), ones(Strategy::Uniform, 9, runs));
    // The locks at the threads' ends are places too: `x` is drawn in about three runs of four, and in one of three the
    // threads do not begin together. So between 20 and 30 are expected, with a standard deviation of 5; and not one.
    assert!((14..=45).contains(&even), "{even}");
    assert!(coin < 4, "{coin}");
}
