//! Copies, steps and fingerprints a second for the states of the unsafe bank: what a search is made of.
//!
//! The states are those of seeded random walks, a few from each part of the run. Each measure runs for about a second
//! and is repeated; the best of the rounds counts, since nothing can make a run faster than it is.

use std::hint::black_box;
use std::time::{Duration, Instant};

use interloop::cli::compile_program;
use interloop::modules::image;
use interloop::schedule::Policy;
use interloop::vm::boot::begin;
use interloop::vm::step::Grain;
use interloop::vm::{Vm, World};

const BANK: &str = include_str!("../static/lessons/unsafe_bank.py");
const WALKS: u64 = 8;
const FUEL: u64 = 10_000_000;
const ROUNDS: usize = 3;
const ROUND: Duration = Duration::from_millis(700);

fn main() {
    let code = compile_program(BANK, "unsafe_bank.py").expect("the bank is a program");
    let mut library = image();
    let mut states = Vec::new();
    let mut blocks = 0;
    for seed in 0..WALKS {
        let mut vm = begin(&mut library, &code, World::default());
        let mut policy = Policy::Random(seed);
        while let Ok(Some(thread)) = policy.choose(&vm) {
            states.push(vm.copy());
            vm.step(thread, Grain::Block, FUEL);
            blocks += 1;
        }
    }
    println!("{} states on {WALKS} walks of {} blocks each", states.len(), blocks / WALKS);

    report("copies", &mut states, |state| {
        black_box(state.copy());
    });
    report("copies, each with one block", &mut states, |state| {
        let mut next = state.copy();
        if let Some(thread) = next.choices().first().copied() {
            next.step(thread, Grain::Block, FUEL);
        }
        black_box(next);
    });
    report("copies, each with one block and its fingerprint", &mut states, |state| {
        let mut next = state.copy();
        if let Some(thread) = next.choices().first().copied() {
            next.step(thread, Grain::Block, FUEL);
        }
        black_box(next.fingerprint());
    });
    report("fingerprints of an unchanged state", &mut states, |state| {
        black_box(state.fingerprint());
    });
}

/// Prints how often a second `act` can be done, going round the states.
fn report(what: &str, states: &mut [Vm], mut act: impl FnMut(&mut Vm)) {
    let mut best = 0.0_f64;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let mut done = 0_u64;
        while start.elapsed() < ROUND {
            for state in states.iter_mut() {
                act(state);
            }
            done += states.len() as u64;
        }
        best = best.max(done as f64 / start.elapsed().as_secs_f64());
    }
    println!("{best:>14.0} a second: {what}");
}
