//! Stands somewhere on a tape and moves both ways.
//!
//! Forwards within the tape repeats its choices; beyond its end a policy chooses and the tape grows. Backwards takes
//! the nearest kept state and goes forwards from there. States are kept at distances that double as the run grows,
//! and more closely where the reader has just been, so that a step back costs at most a small part of the run.

use super::names::Names;
use super::tape::{Begun, Finish, FinishKind, TURNS_MAX, Tape};
use super::tell::Teller;
use super::waits::Knot;
use crate::schedule::{Impossible, Policy, Schedule};
use crate::vm::step::{Grain, Stop};
use crate::vm::thread::ThreadId;
use crate::vm::{Ending, Vm};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// States kept over the whole run.
const KEPT_MAX: usize = 160;
/// States kept where the reader is.
const RECENT_MAX: usize = 48;
/// Bytes that kept states may hold beyond what the present state holds.
const BYTES_MAX: u64 = 256 << 20;
/// The first distance between two kept states, in steps.
const SPACING: u64 = 64;
/// Instructions that the way to the first visible one may take.
const PROLOGUE_MAX: u64 = 10_000_000;

#[derive(Clone)]
struct Kept {
    position: u64,
    blocks: u64,
    bytes: u64,
    vm: Rc<RefCell<Vm>>,
}

/// What a call of [`Player::advance`] came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// One step.
    Step,
    /// A part of a step: the allowance of instructions is used up.
    Cut,
    /// Nothing: no step can follow.
    End,
}

/// See the module.
pub struct Player {
    tape: Tape,
    vm: Vm,
    position: u64,
    /// Blocks that have begun.
    blocks: u64,
    /// The step that has begun and is not over.
    begun: Option<Begun>,
    policy: Policy,
    /// Who goes on at the tape's end, whatever the policy says.
    wish: Option<ThreadId>,
    kept: Vec<Kept>,
    recent: VecDeque<Kept>,
    spacing: u64,
}

impl Player {
    /// Stands before the first visible instruction of a program that has just begun.
    pub fn new(vm: Vm, policy: Policy) -> Result<Player, Impossible> {
        let mut player = Player {
            tape: Tape::default(),
            vm,
            position: 0,
            blocks: 0,
            begun: None,
            policy,
            wish: None,
            kept: Vec::new(),
            recent: VecDeque::new(),
            spacing: SPACING,
        };
        if let Some(main) = player.policy.choose(&player.vm)? {
            player.tape.schedule.push(main);
            player.blocks = 1;
            player.vm.step(main, Grain::Step, PROLOGUE_MAX);
        }
        player.keep();
        Ok(player)
    }

    /// The run.
    pub fn tape(&self) -> &Tape {
        &self.tape
    }
    /// The state at the present position (or within the step after it, see [`Player::is_cut`]).
    pub fn vm(&self) -> &Vm {
        &self.vm
    }
    /// Steps taken.
    pub fn position(&self) -> u64 {
        self.position
    }
    /// A step has begun and is not over.
    pub fn is_cut(&self) -> bool {
        self.begun.is_some()
    }
    /// The fingerprint of the present state.
    pub fn fingerprint(&mut self) -> u128 {
        self.vm.fingerprint()
    }
    /// No step can follow the present position.
    pub fn at_end(&self) -> bool {
        self.position == self.tape.length && self.begun.is_none() && self.vm.choices().is_empty()
    }

    /// A scripted schedule still asks for choices beyond the tape's end.
    pub fn has_script(&self) -> bool {
        matches!(&self.policy, Policy::Scripted(script) if script.next().is_some())
    }

    /// The choices of the run, with those that a scripted schedule still asks for.
    pub fn schedule(&self) -> Schedule {
        let mut schedule = self.tape.schedule.clone();
        if let Policy::Scripted(script) = &self.policy {
            schedule.extend(&script.rest());
        }
        schedule
    }

    /// Who may take the next step. More than one only between two atomic blocks.
    pub fn choices(&self) -> Vec<ThreadId> {
        match &self.begun {
            Some(begun) => vec![begun.thread],
            None => self.vm.choices(),
        }
    }

    /// Who takes the next step as things stand: as recorded, otherwise as the policy would choose.
    pub fn next_thread(&self) -> Option<ThreadId> {
        if let Some(begun) = &self.begun {
            return Some(begun.thread);
        }
        let recorded = self.tape.thread_at(self.position);
        recorded.or_else(|| self.policy.peek(&self.vm).ok().flatten())
    }

    /// Takes one step, with at most `fuel` instructions. An impossible choice of a scripted schedule is an error once;
    /// from then on CPython's default chooses.
    pub fn advance(&mut self, fuel: u64) -> Result<Moved, Impossible> {
        let begun = match self.begun.take() {
            Some(begun) => begun,
            None => match self.choose()? {
                Some(thread) => Begun::new(&self.vm, &self.tape, thread, self.is_recording()),
                None => {
                    if self.tape.finish.is_none() {
                        self.tape.finish = Some(finish_of(&self.vm, &self.tape));
                    }
                    return Ok(Moved::End);
                }
            },
        };
        self.vm.watch = true;
        if self.vm.step(begun.thread, Grain::Step, fuel) == Stop::Fuel {
            self.begun = Some(begun);
            return Ok(Moved::Cut);
        }
        self.blocks += u64::from(begun.fresh);
        if self.is_recording() {
            self.tape.record(begun, &self.vm);
            if self.vm.choices().is_empty() {
                self.tape.finish = Some(finish_of(&self.vm, &self.tape));
            } else if self.tape.turns.len() >= TURNS_MAX {
                self.vm.ending = Some(Ending::Limit("the run has more switches than can be recorded".into()));
                self.tape.finish = Some(finish_of(&self.vm, &self.tape));
            }
        }
        self.position += 1;
        self.keep_if_due();
        Ok(Moved::Step)
    }

    fn is_recording(&self) -> bool {
        self.position == self.tape.length
    }

    fn choose(&mut self) -> Result<Option<ThreadId>, Impossible> {
        if let Some(thread) = self.tape.thread_at(self.position) {
            return Ok(Some(thread));
        }
        if let Some(wish) = self.wish.take().filter(|wish| self.vm.choices().contains(wish)) {
            return Ok(Some(wish));
        }
        let chosen = self.policy.choose(&self.vm);
        if chosen.is_err() {
            self.policy = Policy::Default;
        }
        chosen
    }

    /// Goes to the nearest kept state that is not after `target`, if that is nearer than going on from here. What is
    /// left of the way is for [`Player::advance`].
    pub fn rewind(&mut self, target: u64) {
        let before = |kept: &&Kept| kept.position <= target;
        let old = self.kept.iter().rev().find(before);
        let near = self.recent.iter().filter(before).max_by_key(|kept| kept.position);
        let best = match (old, near) {
            (Some(old), Some(near)) if near.position > old.position => Some(near),
            (Some(old), _) => Some(old),
            (None, near) => near,
        };
        let Some(best) = best.cloned() else { return };
        let here = self.position < target || (self.position == target && self.begun.is_none());
        if here && self.position >= best.position {
            return;
        }
        self.vm = best.vm.borrow_mut().copy();
        self.position = best.position;
        self.blocks = best.blocks;
        self.begun = None;
    }

    fn keep_if_due(&mut self) {
        if self.position.is_multiple_of(self.spacing)
            && self.kept.last().is_none_or(|kept| kept.position < self.position)
        {
            self.keep();
            while self.kept.len() > KEPT_MAX || (self.kept.len() > 4 && self.bytes() > BYTES_MAX) {
                self.spacing *= 2;
                let spacing = self.spacing;
                self.kept.retain(|kept| kept.position.is_multiple_of(spacing));
                self.recent.clear();
            }
            return;
        }
        let apart = (self.spacing / 32).max(32);
        if self.position < self.tape.length
            && self.position.is_multiple_of(apart)
            && !self.recent.iter().any(|kept| kept.position == self.position)
        {
            while self.recent.len() >= RECENT_MAX
                || self.recent.iter().map(|kept| kept.bytes).sum::<u64>() > BYTES_MAX / 4
            {
                self.recent.pop_front();
            }
            let kept = self.snapshot();
            self.recent.push_back(kept);
        }
    }

    fn bytes(&self) -> u64 {
        self.kept.iter().map(|kept| kept.bytes).sum()
    }

    fn keep(&mut self) {
        let kept = self.snapshot();
        self.kept.push(kept);
    }

    fn snapshot(&mut self) -> Kept {
        let bytes = self.vm.heap.written_bytes();
        let vm = Rc::new(RefCell::new(self.vm.copy()));
        Kept { position: self.position, blocks: self.blocks, bytes, vm }
    }

    /// Another run that is the same up to the present position and goes on with `thread`.
    pub fn branch(&mut self) -> Player {
        let position = self.position;
        let mine = |kept: &Kept| kept.position <= position;
        Player {
            tape: self.tape.prefix(position, self.blocks),
            vm: self.vm.copy(),
            position,
            blocks: self.blocks,
            begun: None,
            policy: Policy::Default,
            wish: None,
            kept: self.kept.iter().filter(|kept| mine(kept)).cloned().collect(),
            recent: self.recent.iter().filter(|kept| mine(kept)).cloned().collect(),
            spacing: self.spacing,
        }
    }

    /// Another run that is the same up to `position`, unless the way there is longer than `steps`.
    pub fn branch_at(&mut self, position: u64, steps: u64) -> Option<Player> {
        let kept = self.kept.iter().rev().find(|kept| kept.position <= position)?.clone();
        if position - kept.position > steps {
            return None;
        }
        let vm = kept.vm.borrow_mut().copy();
        let mut player = Player {
            tape: self.tape.clone(),
            vm,
            position: kept.position,
            blocks: kept.blocks,
            begun: None,
            policy: Policy::Default,
            wish: None,
            kept: vec![],
            recent: VecDeque::new(),
            spacing: u64::MAX,
        };
        while player.position < position {
            player.advance(u64::MAX).ok()?;
        }
        Some(player.branch())
    }

    /// Lets `thread` take the next step at the tape's end, if it is among the choices then; from there on CPython's
    /// default chooses.
    pub fn prefer(&mut self, thread: ThreadId) {
        self.wish = Some(thread);
        self.policy = Policy::Default;
    }
}

/// How a state that nothing can follow has ended.
fn finish_of(vm: &Vm, tape: &Tape) -> Finish {
    let died_of = vm.thread(ThreadId(0)).died_of.as_ref();
    match &vm.ending {
        None => Finish { kind: FinishKind::Deadlock, detail: who_waits(vm, tape) },
        Some(Ending::Limit(what)) => Finish { kind: FinishKind::Limit, detail: what.clone() },
        Some(Ending::Exit(code)) => match died_of {
            Some(line) => Finish { kind: FinishKind::Exception, detail: line.to_string() },
            None => Finish { kind: FinishKind::Exit(*code), detail: String::new() },
        },
    }
}

/// The rest of "Nobody can go on": who waits for whom.
fn who_waits(vm: &Vm, tape: &Tape) -> String {
    let names = Names::of(vm);
    let teller = Teller { vm, names: &names, tape };
    let cycle: Vec<String> = Knot::of(vm).cycle.iter().map(|thread| teller.thread(*thread)).collect();
    match &cycle[..] {
        [] => String::new(),
        [one] => format!(": {one} waits for itself"),
        [first @ .., last] => format!(": {} and {last} wait for each other", first.join(", ")),
    }
}
