//! Lines of the program that no schedule executes, once every schedule has been looked at.
//!
//! Transitions of the graph are made again, instruction by instruction, until no line is missing: first those on the way to
//! an end, then one from each place at which a thread stands, which mostly is enough, then all. What is deduced or done ahead in the search is run
//! here like all the rest. Code that is made at run time (`exec`) is no line.

use super::Explorer;
use super::walk::outset;
use crate::program::{Code, SourceText};
use crate::schedule::Schedule;
use crate::vm::Vm;
use crate::vm::step::{Grain, Stop};
use crate::vm::thread::ThreadId;
use crate::vm::value::Id;
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// Transitions up to which they are made again: that takes about as long as the search did on one core.
pub(super) const TRANSITIONS_MAX: usize = 100_000;

/// Ends that are looked at first.
const ENDS_MAX: usize = 64;

/// Instructions after which a thread that goes round without end has shown all its lines.
pub(super) const ROUNDS: u64 = 20_000;

/// The lines that no schedule executes, in order; none if they are not known.
pub(super) fn unreached(explorer: &mut Explorer) -> Option<Vec<u32>> {
    if !explorer.is_complete() || explorer.graph().transitions() > TRANSITIONS_MAX {
        return None;
    }
    let mut lines = Lines::of(&explorer.code);
    let (first, _) = outset(&mut explorer.root, explorer.search.visible());
    lines.run_up_to(&mut explorer.root.copy(), ThreadId(0), &first);
    let mut ends: Vec<u32> = explorer.graph().ends.keys().copied().collect();
    ends.sort_unstable();
    for state in ends.into_iter().take(ENDS_MAX) {
        if lines.missing == 0 {
            break;
        }
        let way = explorer.graph().way_to(state);
        let (schedule, _) = explorer.schedule_of(&way);
        lines.run(&mut explorer.root.copy(), &schedule);
    }
    let mut places = FxHashSet::default();
    lines.look(explorer, |vm, thread| places.insert(place_of(vm, thread)));
    lines.look(explorer, |_, _| true);
    Some(lines.left())
}

/// The place at which a thread stands: the instructions to which its calls have come.
fn place_of(vm: &Vm, thread: ThreadId) -> (ThreadId, Vec<(Id, u32)>) {
    (thread, vm.thread(thread).frames.iter().map(|frame| (frame.code, frame.pc)).collect())
}

/// The lines of the program that a schedule executes from a state on, in order.
pub(super) fn executed(code: &Code, vm: &mut Vm, schedule: &Schedule) -> Vec<u32> {
    let mut lines = Lines::of(code);
    let all = lines.left();
    lines.run(vm, schedule);
    all.into_iter().filter(|line| !lines.is_missing[*line as usize]).collect()
}

/// Which lines have not been executed.
struct Lines {
    file: Arc<SourceText>,
    /// By line.
    is_missing: Vec<bool>,
    missing: usize,
}

impl Lines {
    /// All lines of a program that have code.
    fn of(code: &Code) -> Lines {
        let mut lines = Lines { file: Arc::clone(&code.file), is_missing: Vec::new(), missing: 0 };
        lines.collect(code);
        lines.missing = lines.is_missing.iter().filter(|missing| **missing).count();
        lines
    }

    fn collect(&mut self, code: &Code) {
        for line in code.spans.iter().map(|span| span.line as usize).filter(|line| *line > 0) {
            self.is_missing.resize(self.is_missing.len().max(line + 1), false);
            self.is_missing[line] = true;
        }
        code.nested.iter().flatten().for_each(|nested| self.collect(nested));
    }

    fn left(&self) -> Vec<u32> {
        (0..).zip(&self.is_missing).filter(|(_, missing)| **missing).map(|(line, _)| line).collect()
    }

    /// Makes the transitions again that are `wanted`, by where they begin and whose they are, until no line is missing.
    fn look(&mut self, explorer: &mut Explorer, mut wanted: impl FnMut(&Vm, ThreadId) -> bool) {
        if self.missing == 0 {
            return;
        }
        let all = vec![true; explorer.search.states()];
        explorer.visit_wanted(&all, |explorer, state, vm| {
            for (thread, _) in explorer.graph().edges(state) {
                if !wanted(vm, ThreadId(u32::from(*thread))) {
                    continue;
                }
                let mut again = vm.copy();
                let Some((next, blocks)) = explorer.follow(&mut vm.copy(), state, *thread) else { continue };
                for (thread, count) in &blocks {
                    (0..*count).for_each(|_| self.run_block(&mut again, *thread));
                }
                // What was done ahead can end within a block.
                blocks.iter().for_each(|(thread, _)| self.run_up_to(&mut again, *thread, &next));
            }
            if explorer.graph().ends.contains_key(&state) {
                self.run_to_waits(vm);
            }
            self.missing > 0
        });
    }

    /// Lets a thread do one instruction, and notes its line.
    fn run_one(&mut self, vm: &mut Vm, thread: ThreadId) -> Stop {
        if let Some(frame) = vm.thread(thread).frames.last() {
            let code = &vm.code_obj(frame.code).code;
            let line = code.spans.get(frame.pc as usize).map_or(0, |span| span.line as usize);
            if Arc::ptr_eq(&code.file, &self.file) && self.is_missing.get(line) == Some(&true) {
                self.is_missing[line] = false;
                self.missing -= 1;
            }
        }
        vm.step(thread, Grain::Block, 1)
    }

    /// Plays a schedule.
    fn run(&mut self, vm: &mut Vm, schedule: &Schedule) {
        for stretch in schedule.stretches() {
            (0..stretch.blocks).for_each(|_| self.run_block(vm, stretch.thread));
        }
    }

    /// Lets a thread do one atomic block.
    fn run_block(&mut self, vm: &mut Vm, thread: ThreadId) {
        while vm.ending.is_none() && self.run_one(vm, thread) == Stop::Fuel {}
    }

    /// Lets a thread go on to where it stands in another state.
    fn run_up_to(&mut self, vm: &mut Vm, thread: ThreadId, other: &Vm) {
        while vm.ending.is_none() && vm.thread(thread).instructions < other.thread(thread).instructions {
            self.run_one(vm, thread);
        }
    }

    /// Where nobody does anything that others can see: lets each thread go on to where it waits, or round and round.
    fn run_to_waits(&mut self, vm: &mut Vm) {
        let mut vm = vm.copy();
        for thread in vm.thread_ids() {
            for _ in 0..ROUNDS {
                if vm.ending.is_some() || !vm.is_enabled(thread) {
                    break;
                }
                self.run_one(&mut vm, thread);
            }
        }
    }
}
