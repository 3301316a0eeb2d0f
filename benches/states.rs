//! Copies, steps and fingerprints a second for the states of the bank: what a search is made of.
//!
//! The first measures go round the states of seeded random walks. Each runs for about a second and is repeated; the
//! best of the rounds counts, since nothing can make a run faster than it is. The last ones are a whole search, breadth
//! first, that keeps each state it has not seen: what an explorer does, without its verdicts.
//!
//! An argument picks one of `parts`, `expand`, `search`, `tellers`, `locks`.

use std::collections::{HashSet, VecDeque};
use std::hint::black_box;
use std::time::Duration;

use interloop::cli::compile_program;
use interloop::modules::image;
use interloop::schedule::Policy;
use interloop::vm::boot::begin;
use interloop::vm::step::Grain;
use interloop::vm::{Vm, World};

const BANK: &str = include_str!("../static/lessons/unsafe_bank.py");
const LOCKS: &str = include_str!("../static/lessons/bank_deadlock.py");
/// The bank with more tellers: only to have more states.
const TELLERS: &str = "    threading.Thread(target=transfer, args=(home, shop, 10), name='Cy'),
    threading.Thread(target=transfer, args=(work, shop, 20), name='Di'),
";
const WALKS: u64 = 8;
const FUEL: u64 = 10_000_000;
const ROUNDS: usize = 3;
const ROUND: Duration = Duration::from_millis(700);
const STATES_MAX: usize = 30_000;

fn main() {
    let only = std::env::args().nth(1).filter(|arg| !arg.starts_with('-'));
    let wanted = |name: &str| only.as_deref().is_none_or(|only| only == name);
    let mut library = image();
    let mut states = walks(&mut library);
    if wanted("parts") {
        parts(&mut states);
    }
    if wanted("expand") {
        expand(&mut states);
    }
    drop(states);
    if wanted("search") {
        search(&mut library, BANK, "unsafe_bank.py");
    }
    if wanted("tellers") {
        let more = BANK.replace(
            "]\nfor teller in tellers:\n    teller.start",
            &format!("{TELLERS}]\nfor teller in tellers:\n    teller.start"),
        );
        search(&mut library, &more, "four tellers");
    }
    if wanted("locks") {
        search(&mut library, LOCKS, "bank_deadlock.py");
    }
}

/// A program's first state.
fn program(library: &mut Vm, text: &str, name: &str) -> Vm {
    begin(library, &compile_program(text, name).expect("it is a program"), World::default())
}

/// All states of some random walks.
fn walks(library: &mut Vm) -> Vec<Vm> {
    let mut states = Vec::new();
    let mut blocks = 0;
    for seed in 0..WALKS {
        let mut vm = program(library, BANK, "unsafe_bank.py");
        let mut policy = Policy::Random(seed);
        while let Ok(Some(thread)) = policy.choose(&vm) {
            states.push(vm.copy());
            vm.step(thread, Grain::Block, FUEL);
            blocks += 1;
        }
    }
    println!("{} states on {WALKS} walks of {} blocks each", states.len(), blocks / WALKS);
    states
}

fn parts(states: &mut [Vm]) {
    report("copies", states, |state| {
        black_box(state.copy());
    });
    report("copies, each with one block", states, |state| {
        let mut next = state.copy();
        if let Some(thread) = next.choices().first().copied() {
            next.step(thread, Grain::Block, FUEL);
        }
        black_box(next);
    });
    report("copies, each with one block and its fingerprint", states, |state| {
        let mut next = state.copy();
        if let Some(thread) = next.choices().first().copied() {
            next.step(thread, Grain::Block, FUEL);
        }
        black_box(next.fingerprint());
    });
    report("fingerprints of an unchanged state", states, |state| {
        black_box(state.fingerprint());
    });
}

/// Prints how often a second `act` can be done, going round the states.
fn report(what: &str, states: &mut [Vm], mut act: impl FnMut(&mut Vm)) {
    let mut best = 0.0_f64;
    for _ in 0..ROUNDS {
        let start = now();
        let mut done = 0_u64;
        while now() - start < ROUND {
            for state in states.iter_mut() {
                act(state);
            }
            done += states.len() as u64;
        }
        best = best.max(done as f64 / (now() - start).as_secs_f64());
    }
    println!("{best:>14.0} a second: {what}");
}

/// All successors of a state, each with its fingerprint.
fn successors(state: &mut Vm, mut each: impl FnMut(Vm, u128)) {
    for thread in state.choices() {
        let mut next = state.copy();
        next.step(thread, Grain::Block, FUEL);
        let fingerprint = next.fingerprint();
        each(next, fingerprint);
    }
}

/// Prints how many successors of the walks' states a second can be made, looked at and dropped.
fn expand(states: &mut [Vm]) {
    let mut instructions = 0;
    let mut per_round = 0_u64;
    for state in states.iter_mut() {
        let before = executed(state);
        successors(state, |next, _| {
            instructions += executed(&next) - before;
            per_round += 1;
        });
    }
    let mut best = f64::MAX;
    for _ in 0..ROUNDS {
        let start = now();
        let mut done = 0_u64;
        while now() - start < ROUND {
            for state in states.iter_mut() {
                successors(state, |next, fingerprint| {
                    black_box(fingerprint);
                    drop(next);
                });
            }
            done += per_round;
        }
        best = best.min((now() - start).as_secs_f64() / done as f64);
    }
    println!(
        "{:>14.0} a second, {:.2} µs each: expand: copy, one block, fingerprint, drop ({:.1} instructions a block)",
        1.0 / best,
        best * 1e6,
        instructions as f64 / per_round as f64,
    );
}

/// Instructions executed so far by all threads.
fn executed(vm: &Vm) -> u64 {
    vm.thread_ids().map(|id| vm.thread(id).instructions).sum()
}

/// Looks at all states of a program, and prints how long a successor took and what a kept one costs. The states stay in
/// memory; then each is expanded a second time, when there is nothing new.
fn search(library: &mut Vm, text: &str, name: &str) {
    let mut first = program(library, text, name);
    let mut seen = HashSet::from([first.fingerprint()]);
    let mut queue = VecDeque::from([first]);
    let mut done = Vec::new();
    let (mut made, mut instructions) = (0_u64, 0);
    let before = resident();
    let start = now();
    while let Some(mut state) = queue.pop_front() {
        let executed_before = executed(&state);
        successors(&mut state, |next, fingerprint| {
            made += 1;
            instructions += executed(&next) - executed_before;
            if seen.len() < STATES_MAX && seen.insert(fingerprint) {
                queue.push_back(next);
            }
        });
        done.push(state);
    }
    let time = (now() - start).as_secs_f64();
    let grown = resident().zip(before).map_or(0, |(after, before)| after.saturating_sub(before));
    println!(
        "{name}: {} states, {made} successors in {time:.2} s, {:.2} µs each; {} bytes a state kept",
        done.len(),
        time / made as f64 * 1e6,
        grown / done.len() as u64,
    );
    let mut best = f64::MAX;
    for _ in 0..ROUNDS {
        let (start, mut rounds) = (now(), 0);
        while now() - start < ROUND {
            for state in &mut done {
                successors(state, |next, fingerprint| {
                    black_box(fingerprint);
                    drop(next);
                });
            }
            rounds += 1;
        }
        best = best.min((now() - start).as_secs_f64() / (made * rounds) as f64);
    }
    println!(
        "{:>14.0} a second, {:.2} µs each: {name}: copy, one block, fingerprint, drop ({:.1} instructions a block)",
        1.0 / best,
        best * 1e6,
        instructions as f64 / made as f64,
    );
}

/// Processor time of this thread where Linux says it, so that what runs beside does not count; else time.
fn now() -> Duration {
    static START: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let spent = told.and_then(|text| text.split(' ').next()?.parse().ok()).map(Duration::from_nanos);
    spent.unwrap_or_else(|| START.elapsed())
}

/// Bytes of memory that the process has in use, where Linux says so.
fn resident() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = text.split(' ').nth(1)?.parse().ok()?;
    Some(pages * 4096)
}
