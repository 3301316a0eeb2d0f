//! One recorded run: who went on when, what each thread was at, what was worth telling, and states to go back to.
//!
//! A turn is a row of steps of one thread, so a run costs memory by its switches, not by its steps.

use super::names::Names;
use super::note::{CellUse, Deed, Note};
use super::reason::{Reason, reason_of};
use super::show::attribute;
use crate::schedule::Schedule;
use crate::source::Span;
use crate::vm::Vm;
use crate::vm::object::Data;
use crate::vm::step::Event;
use crate::vm::thread::{Status, ThreadId};
use crate::vm::value::{Id, Value};
use crate::vm::watch::Cell;
use rustc_hash::FxHashMap;

/// Notes that a tape keeps; what comes later is not told.
const NOTES_MAX: usize = 200_000;
/// Objects whose names a tape keeps.
const NAMES_MAX: usize = 2_000;
/// Turns that a tape keeps before the run ends at the machine's limit.
pub(super) const TURNS_MAX: usize = 4_000_000;

/// Steps of one thread in a row.
#[derive(Clone, Copy, Debug)]
pub struct Turn {
    /// Who.
    pub thread: ThreadId,
    /// The position at which it begins.
    pub from: u64,
    /// The thread before could have gone on.
    pub forced: bool,
    /// Where in the program the thread before stood.
    pub at: Option<Span>,
}

/// What a thread was at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Phase {
    /// It took the steps.
    Running,
    /// It could have gone on.
    Ready,
    /// It waited.
    Waiting(Reason),
    /// It had ended.
    Finished,
    /// It had ended with an exception.
    Failed,
}

impl Phase {
    /// True if `later` is the same phase, seen again.
    fn goes_on_as(self, later: Phase) -> bool {
        match (self, later) {
            (
                Phase::Waiting(Reason::Sleep { until, .. }),
                Phase::Waiting(Reason::Sleep { until: again, .. }),
            ) => until == again,
            (before, after) => before == after,
        }
    }
}

/// A phase of one thread, up to the next one.
#[derive(Clone, Copy, Debug)]
pub struct Spell {
    /// The position at which it begins.
    pub from: u64,
    /// What the thread was at.
    pub phase: Phase,
}

/// The kinds of end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FinishKind {
    /// The interpreter exited.
    Exit(i32),
    /// The interpreter exited since an exception reached the top of main.
    Exception,
    /// Nobody can go on.
    Deadlock,
    /// A limit of the machine was reached.
    Limit,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finish {
    /// Which kind of end.
    pub kind: FinishKind,
    /// What is known besides: the exception, the limit.
    pub detail: String,
}

/// See the module.
#[derive(Clone, Debug, Default)]
pub struct Tape {
    /// Number of steps.
    pub length: u64,
    /// Who took them.
    pub turns: Vec<Turn>,
    /// The choices that led here, up to `length`.
    pub schedule: Schedule,
    /// What each thread was at, by its number.
    pub spells: Vec<Vec<Spell>>,
    /// What was worth telling, in order.
    pub notes: Vec<Note>,
    /// Positions at which more than one thread could go on.
    pub forks: Vec<u64>,
    /// How it ended, once it has.
    pub finish: Option<Finish>,
    /// Who has used which shared place.
    pub cells: FxHashMap<Cell, CellUse>,
    /// Names of what notes and spells speak of, as they were when it happened.
    pub names: FxHashMap<Id, String>,
    /// Names of the threads, by number.
    pub threads: Vec<String>,
}

impl Tape {
    /// Who took the step that begins at `position`.
    pub fn thread_at(&self, position: u64) -> Option<ThreadId> {
        self.turn_at(position).map(|at| self.turns[at].thread)
    }

    /// Which turn the step that begins at `position` belongs to.
    pub fn turn_at(&self, position: u64) -> Option<usize> {
        if position >= self.length {
            return None;
        }
        self.turns.partition_point(|turn| turn.from <= position).checked_sub(1)
    }

    /// The first position after `position` at which another thread goes on than before.
    pub fn next_turn(&self, position: u64) -> Option<u64> {
        let at = self.turns.partition_point(|turn| turn.from <= position);
        self.turns.get(at).map(|turn| turn.from)
    }

    /// The same run up to `position`, of whose blocks `blocks` have begun.
    pub fn prefix(&self, position: u64, blocks: u64) -> Tape {
        let mut tape = Tape {
            length: position,
            turns: self.turns.iter().copied().take_while(|turn| turn.from < position).collect(),
            schedule: self.schedule.prefix(blocks),
            spells: self.spells.clone(),
            notes: self.notes.iter().take_while(|note| note.position <= position).cloned().collect(),
            forks: self.forks.iter().copied().take_while(|fork| *fork < position).collect(),
            finish: None,
            cells: FxHashMap::default(),
            names: self.names.clone(),
            threads: self.threads.clone(),
        };
        for spells in &mut tape.spells {
            spells.retain(|spell| spell.from <= position);
        }
        while tape.spells.last().is_some_and(Vec::is_empty) {
            tape.spells.pop();
        }
        for note in &tape.notes {
            if let Deed::Touched { cell, write, .. } = &note.deed {
                tape.cells.entry(cell.clone()).or_default().add(note.thread, *write);
            }
        }
        tape
    }

    /// The last position up to which two runs are the same.
    pub fn shared_with(&self, other: &Tape) -> u64 {
        let end = self.length.min(other.length);
        let (mut a, mut b) = (0, 0);
        loop {
            let until = |tape: &Tape, at: usize| tape.turns.get(at + 1).map_or(tape.length, |turn| turn.from);
            let (Some(x), Some(y)) = (self.turns.get(a), other.turns.get(b)) else { return end };
            if x.thread != y.thread {
                return end.min(x.from.max(y.from));
            }
            let (x_end, y_end) = (until(self, a), until(other, b));
            if x_end.min(y_end) >= end {
                return end;
            }
            a += usize::from(x_end <= y_end);
            b += usize::from(y_end <= x_end);
        }
    }

    /// Adds a step that has been taken.
    pub(super) fn record(&mut self, begun: Begun, vm: &Vm) {
        let thread = begun.thread;
        if begun.fork {
            self.forks.push(self.length);
        }
        if begun.fresh {
            self.schedule.push(thread);
        }
        if let Some((turn, before)) = begun.turn {
            self.turns.push(turn);
            if let Some((before, phase)) = before {
                self.enter(before, phase);
                if turn.forced {
                    self.note(before, Deed::Preempted(thread));
                }
            }
            self.enter(thread, Phase::Running);
        }
        self.length += 1;
        for event in &vm.events {
            self.hear(vm, event);
        }
        if vm.output.len() > begun.outputs {
            self.note(thread, Deed::Printed(begun.outputs as u32, vm.output.len() as u32));
        }
        if vm.th.at_switch || !vm.events.is_empty() {
            for other in vm.thread_ids() {
                let phase = phase_of(vm, other);
                if other != thread || phase != Phase::Ready {
                    self.enter(other, phase);
                }
            }
        }
    }

    fn hear(&mut self, vm: &Vm, event: &Event) {
        match event {
            // What the library does with its own locks is not told.
            Event::Acquired(thread, lock, depth) if self.name(vm, *lock) || *depth == 0 => {
                self.note(*thread, Deed::Took(*lock));
            }
            Event::Released(thread, lock, depth) if self.name(vm, *lock) || *depth == 0 => {
                self.note(*thread, Deed::Released(*lock));
            }
            Event::Acquired(..) | Event::Released(..) => {}
            Event::Started(thread, new) => {
                self.threads.resize(new.0 as usize, String::new());
                self.threads.push(vm.thread(*new).name.to_string());
                self.note(*thread, Deed::Started(*new));
            }
            Event::Waits(thread, _) => {
                let Some(reason) = reason_of(vm, *thread) else { return };
                reason.target().map(|target| self.name(vm, target));
                let owner = match reason {
                    Reason::Lock(lock) => owner_of(vm, lock),
                    Reason::Join(other) => Some(other),
                    _ => None,
                };
                self.note(*thread, Deed::Waits(reason, owner));
            }
            Event::Touched(access) => {
                let alive = vm.thread_ids().filter(|id| vm.thread(*id).status != Status::Finished).count();
                if alive > 1 {
                    self.cells.entry(access.cell.clone()).or_default().add(vm.th.id, access.write);
                    let value = super::show::show(vm, access.value);
                    self.note(
                        vm.th.id,
                        Deed::Touched { cell: access.cell.clone(), write: access.write, value },
                    );
                }
            }
            Event::Finished(thread) => {
                self.note(
                    *thread,
                    if vm.thread(*thread).died_of.is_some() { Deed::Died } else { Deed::Ended },
                );
            }
        }
    }

    /// Finds a name for what is about to be spoken of; true if it has one. Looking is slow, so it is done once for each
    /// object, and for so many objects only.
    fn name(&mut self, vm: &Vm, id: Id) -> bool {
        if !self.names.contains_key(&id) && self.names.len() < NAMES_MAX {
            let names = Names::of(vm);
            let thread = || attribute(vm, id, "_name").and_then(|name| vm.as_str(name));
            let found = names.get(id).map(str::to_owned).or_else(|| thread().map(|name| name.to_string()));
            self.names.insert(id, found.unwrap_or_default());
        }
        self.names.get(&id).is_some_and(|name| !name.is_empty())
    }

    fn note(&mut self, thread: ThreadId, deed: Deed) {
        if self.notes.len() < NOTES_MAX {
            self.notes.push(Note { position: self.length, thread, deed });
        }
    }

    /// Thread `thread` is at `phase` from the present end on.
    fn enter(&mut self, thread: ThreadId, phase: Phase) {
        let at = thread.0 as usize;
        while self.spells.len() <= at {
            self.spells.push(Vec::new());
        }
        let spells = &mut self.spells[at];
        if spells.last().is_some_and(|last| last.from == self.length) {
            spells.pop();
        }
        if spells.last().is_none_or(|last| !last.phase.goes_on_as(phase)) {
            spells.push(Spell { from: self.length, phase });
        }
    }
}

/// What has to be known before a step is taken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Begun {
    /// Who takes it.
    pub thread: ThreadId,
    /// It begins an atomic block.
    pub fresh: bool,
    /// More than one thread could have taken it.
    fork: bool,
    /// The turn that it begins, with the thread before and what that is at from now on.
    turn: Option<(Turn, Option<(ThreadId, Phase)>)>,
    /// Pieces of output so far.
    outputs: usize,
}

impl Begun {
    /// A step within the tape needs no more than who takes it; one at its end is about to be recorded.
    pub(super) fn new(vm: &Vm, tape: &Tape, thread: ThreadId, recording: bool) -> Begun {
        let fresh = vm.th.at_switch || vm.th.status != Status::Ready;
        if !recording {
            return Begun { thread, fresh, fork: false, turn: None, outputs: 0 };
        }
        let before = tape.turns.last().map(|turn| turn.thread);
        let turn = (before != Some(thread)).then(|| {
            let forced = before.is_some_and(|before| vm.thread(before).status == Status::Ready);
            let at = before.and_then(|before| super::place::place_of(vm, before)).map(|place| place.span());
            let turn = Turn { thread, from: tape.length, forced, at };
            (turn, before.map(|before| (before, phase_of(vm, before))))
        });
        Begun { thread, fresh, fork: fresh && vm.choices().len() > 1, turn, outputs: vm.output.len() }
    }
}

/// What a thread that is not taking a step is at.
fn phase_of(vm: &Vm, thread: ThreadId) -> Phase {
    match vm.thread(thread).status {
        Status::Finished if vm.thread(thread).died_of.is_some() => Phase::Failed,
        Status::Finished => Phase::Finished,
        _ if vm.is_enabled(thread) => Phase::Ready,
        _ => reason_of(vm, thread).map_or(Phase::Ready, Phase::Waiting),
    }
}

/// Who has a lock.
pub(super) fn owner_of(vm: &Vm, lock: Id) -> Option<ThreadId> {
    match vm.data(Value::Obj(lock))? {
        Data::Lock { locked: true, owner } => Some(ThreadId(*owner)),
        Data::RLock { owner, count } if *count > 0 => Some(ThreadId(*owner)),
        _ => None,
    }
}
