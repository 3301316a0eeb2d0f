//! Who goes on: policies, and a schedule as a value with a short text form.
//!
//! A schedule lists threads with the number of atomic blocks that each runs in a row: `0:12,1:3,0:4`. Where a
//! schedule ends, CPython's default goes on. Nothing else chooses anywhere.

use crate::vm::Vm;
use crate::vm::step::{Grain, Stop};
use crate::vm::thread::{Status, ThreadId};
use std::fmt;

/// CPython's switch interval (`sys.getswitchinterval()`), in virtual nanoseconds.
pub const SLICE_NS: i64 = 5_000_000;

/// Atomic blocks in a row: which thread, how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The thread.
    pub thread: ThreadId,
    /// Number of blocks.
    pub blocks: u64,
}

/// A sequence of choices, one for each atomic block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    stretches: Vec<Stretch>,
}

impl Schedule {
    /// The empty schedule: CPython's default from the beginning.
    pub fn new() -> Schedule {
        Schedule::default()
    }
    /// Adds one block of `thread`.
    pub fn push(&mut self, thread: ThreadId) {
        self.push_blocks(thread, 1);
    }
    fn push_blocks(&mut self, thread: ThreadId, blocks: u64) {
        match self.stretches.last_mut() {
            Some(last) if last.thread == thread => last.blocks = last.blocks.saturating_add(blocks),
            _ => self.stretches.push(Stretch { thread, blocks }),
        }
    }
    /// Its stretches in order.
    pub fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }
    /// Number of blocks.
    pub fn len(&self) -> u64 {
        self.stretches.iter().map(|s| s.blocks).sum()
    }
    /// True if it chooses nothing.
    pub fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }
    /// The first `blocks` choices.
    pub fn prefix(&self, blocks: u64) -> Schedule {
        let mut left = blocks;
        let mut stretches = Vec::new();
        for stretch in &self.stretches {
            if left == 0 {
                break;
            }
            let blocks = stretch.blocks.min(left);
            stretches.push(Stretch { thread: stretch.thread, blocks });
            left -= blocks;
        }
        Schedule { stretches }
    }
    /// Adds the choices of another schedule.
    pub fn extend(&mut self, other: &Schedule) {
        for stretch in &other.stretches {
            self.push_blocks(stretch.thread, stretch.blocks);
        }
    }
    /// Reads the text form. The error names the part that is wrong.
    pub fn parse(text: &str) -> Result<Schedule, String> {
        let mut schedule = Schedule::new();
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let wrong = || format!("'{part}' in the schedule is not of the form THREAD:BLOCKS, such as 1:3");
            let (thread, blocks) = part.split_once(':').ok_or_else(wrong)?;
            let thread = ThreadId(thread.parse().map_err(|_| wrong())?);
            let blocks: u64 = blocks.parse().map_err(|_| wrong())?;
            if blocks > 0 {
                schedule.push_blocks(thread, blocks);
            }
        }
        Ok(schedule)
    }
}

impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, stretch) in self.stretches.iter().enumerate() {
            let comma = if at > 0 { "," } else { "" };
            write!(f, "{comma}{}:{}", stretch.thread.0, stretch.blocks)?;
        }
        Ok(())
    }
}

/// How the next thread is chosen.
#[derive(Clone, Debug)]
pub enum Policy {
    /// As CPython does: see [`default_choice`].
    Default,
    /// Any of the choices, by a generator of this state (SplitMix64).
    Random(u64),
    /// As a schedule says, then by default.
    Scripted(Script),
}

/// A schedule being followed.
#[derive(Clone, Debug, Default)]
pub struct Script {
    schedule: Schedule,
    stretch: usize,
    done: u64,
    block: u64,
}

impl Script {
    /// Follows `schedule` from its beginning.
    pub fn new(schedule: Schedule) -> Script {
        Script { schedule, ..Script::default() }
    }
    /// The thread that it asks for next, or `None` after its end.
    pub fn next(&self) -> Option<ThreadId> {
        self.schedule.stretches.get(self.stretch).map(|stretch| stretch.thread)
    }
    /// What it has not asked for yet.
    pub fn rest(&self) -> Schedule {
        let mut stretches = self.schedule.stretches.get(self.stretch..).unwrap_or_default().to_vec();
        if let Some(first) = stretches.first_mut() {
            first.blocks -= self.done;
        }
        Schedule { stretches }
    }
    /// Goes on by one block.
    pub fn advance(&mut self) {
        self.block += 1;
        self.done += 1;
        if self.schedule.stretches.get(self.stretch).is_some_and(|stretch| stretch.blocks == self.done) {
            self.stretch += 1;
            self.done = 0;
        }
    }
}

/// A choice that a schedule asks for but the state does not offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impossible {
    /// The thread asked for.
    pub thread: ThreadId,
    /// The block, counted from 0.
    pub block: u64,
}

impl fmt::Display for Impossible {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "block {} of the schedule is thread {}'s, which cannot run there",
            self.block + 1,
            self.thread.0
        )
    }
}

fn is_slice_over(vm: &Vm) -> bool {
    vm.clock - vm.th.slice_start >= SLICE_NS
}

/// CPython's choice: the running thread goes on until it blocks or its slice of 5 ms ends; then the one that has
/// waited longest for the GIL (Python/ceval_gil.c).
pub fn default_choice(vm: &Vm, choices: &[ThreadId]) -> Option<ThreadId> {
    let present = vm.th.id;
    let goes_on = !is_slice_over(vm) || choices.len() == 1;
    if vm.th.status == Status::Ready && choices.contains(&present) && goes_on {
        return Some(present);
    }
    vm.ready.iter().copied().find(|id| choices.contains(id)).or_else(|| choices.first().copied())
}

impl Policy {
    /// True if CPython's choice is taken from here on.
    fn is_default(&self) -> bool {
        match self {
            Policy::Default => true,
            Policy::Random(_) => false,
            Policy::Scripted(script) => script.next().is_none(),
        }
    }

    /// The next thread, or `None` if there is no choice: the program has ended or is deadlocked. Changes nothing, so
    /// asking again gives the same answer; [`Policy::choose`] also goes on.
    pub fn peek(&self, vm: &Vm) -> Result<Option<ThreadId>, Impossible> {
        let may_go_on = vm.ending.is_none() && vm.th.status == Status::Ready;
        if may_go_on && (!vm.th.at_switch || (self.is_default() && !is_slice_over(vm))) {
            return Ok(Some(vm.th.id));
        }
        let choices = vm.choices();
        if choices.is_empty() {
            return Ok(None);
        }
        match self {
            Policy::Default => Ok(default_choice(vm, &choices)),
            Policy::Random(state) => {
                let at = roll(&mut state.clone()) % choices.len() as u64;
                Ok(choices.get(at as usize).copied())
            }
            Policy::Scripted(script) => match script.next() {
                Some(thread) if choices.contains(&thread) => Ok(Some(thread)),
                Some(thread) => Err(Impossible { thread, block: script.block }),
                None => Ok(default_choice(vm, &choices)),
            },
        }
    }

    /// The next thread, as [`Policy::peek`] says; the policy goes on by one block if one begins.
    pub fn choose(&mut self, vm: &Vm) -> Result<Option<ThreadId>, Impossible> {
        let chosen = self.peek(vm)?;
        if chosen.is_some() && (vm.th.at_switch || vm.th.status != Status::Ready) {
            match self {
                Policy::Default => {}
                Policy::Random(state) => {
                    roll(state);
                }
                Policy::Scripted(script) => script.advance(),
            }
        }
        Ok(chosen)
    }
}

/// The next number of a generator, which goes on: SplitMix64 (Steele, Lea and Flood 2014).
pub fn roll(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Runs to the end, to a deadlock, or until `instructions` are used up; returns the schedule taken.
pub fn run(vm: &mut Vm, policy: &mut Policy, mut instructions: u64) -> Result<Schedule, Impossible> {
    let mut taken = Schedule::new();
    while let Some(thread) = policy.choose(vm)? {
        let fresh = vm.th.at_switch || vm.th.status != Status::Ready;
        if fresh {
            taken.push(thread);
        }
        let before = vm.th.instructions;
        let fuel = instructions.min(10_000_000);
        let stop = if policy.is_default() {
            let (stop, blocks) = vm.step_alone(thread, fuel);
            if blocks > 0 {
                taken.push_blocks(thread, blocks);
            }
            stop
        } else {
            vm.step(thread, Grain::Block, fuel)
        };
        let used = vm.th.instructions.saturating_sub(if vm.th.id == thread {
            before.min(vm.th.instructions)
        } else {
            0
        });
        instructions = instructions.saturating_sub(used.max(1));
        if stop == Stop::Ended && vm.ending.is_some() || instructions == 0 {
            break;
        }
    }
    Ok(taken)
}
