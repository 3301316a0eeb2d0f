//! What a test for CPython has to force: who runs until when.
//!
//! A leg ends where its thread blocks or ends, or between two events (see `events`): after the n-th time that the thread
//! has come to a place. What lies between two events touches nothing that another thread could see.

use super::events::{BEGIN, is_of_function, kind_of, rank_of};
use crate::program::Code;
use crate::source::Span;
use crate::trace::{Place, place_of};
use crate::vm::Vm;
use crate::vm::exec::is_active;
use crate::vm::object::Data;
use crate::vm::thread::{Status, ThreadId};
use crate::vm::value::Id;
use rustc_hash::FxHashMap;
use rustpython_compiler_core::bytecode::Opcode as Op;

/// A place in the source at which an event happens.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Spot {
    /// The kind of event.
    pub kind: &'static str,
    /// The function's qualified name.
    pub function: String,
    /// The expression; of what belongs to a function as a whole, the function's first line.
    pub span: Span,
    /// Which of its kind it is in its line, and of how many.
    pub rank: (usize, usize),
}

/// The number of a spot in [`Legs::spots`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpotId(pub u32);

/// When a leg ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// Before the thread's first event.
    Begun,
    /// Once the thread has been at a spot so many times, before its next instruction.
    After(SpotId, u32),
    /// When it has to wait.
    Blocks,
    /// When it ends.
    Ends,
}

/// Instructions of one thread in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leg {
    /// Who runs.
    pub thread: ThreadId,
    /// Until when.
    pub until: Until,
    /// The run's position at its end.
    pub step: u64,
}

/// All legs of a run.
#[derive(Debug, Default)]
pub struct Legs {
    /// In order.
    pub legs: Vec<Leg>,
    /// The places that they speak of, and others.
    pub spots: Vec<Spot>,
    known: FxHashMap<Spot, SpotId>,
    /// The spot of each instruction seen so far.
    of: FxHashMap<(Id, u32), Option<SpotId>>,
    /// How often each thread has been at each spot.
    counts: FxHashMap<(ThreadId, u32), u32>,
    /// The last event of each thread.
    last: FxHashMap<ThreadId, (SpotId, u32)>,
    /// The thread whose leg is under way, and the position reached.
    open: Option<(ThreadId, u64)>,
    /// Threads that stand at the beginning of a function, with the number of their frames.
    beginning: FxHashMap<ThreadId, usize>,
    /// Calls that have come to the beginning of a library's function and no further: as good as not begun.
    entered: FxHashMap<ThreadId, (Id, u32)>,
    /// The step to come makes an instruction again that had to wait.
    again: bool,
}

impl Legs {
    /// Looks at the state before a step of `thread`, which stands at `place`.
    pub fn before(&mut self, vm: &Vm, thread: Option<ThreadId>, place: Option<&Place>) {
        let Some(thread) = thread else { return };
        if let Some((open, step)) = self.open
            && open != thread
        {
            let last = self.last.get(&open);
            let until = last.map_or(Until::Begun, |(spot, times)| Until::After(*spot, *times));
            self.legs.push(Leg { thread: open, until, step });
        }
        let blocked = matches!(vm.thread(thread).status, Status::Blocked(_));
        self.again = blocked && place.is_some_and(|place| place.innermost);
    }

    /// Looks at the state after it.
    pub fn after(&mut self, vm: &Vm, step: u64) {
        let thread = vm.th.id;
        if let Some((code, at)) = self.entered.remove(&thread) {
            self.note(vm, thread, code, at);
        }
        match vm.th.acted.filter(|_| !self.again) {
            Some(acted) if vm.enters_library(thread) => {
                self.entered.insert(thread, acted);
            }
            Some((code, at)) => self.note(vm, thread, code, at),
            None => {}
        }
        self.note_begin(vm, thread);
        let until = match vm.th.status {
            Status::Ready => {
                self.open = Some((thread, step));
                return;
            }
            Status::Blocked(_) => Until::Blocks,
            Status::Finished => Until::Ends,
        };
        self.legs.push(Leg { thread, until, step });
        self.open = None;
    }

    /// The run is over.
    pub fn end(&mut self, step: u64) {
        if let Some((thread, _)) = self.open.take() {
            self.legs.push(Leg { thread, until: Until::Ends, step });
        }
    }

    fn note(&mut self, vm: &Vm, thread: ThreadId, code: Id, at: u32) {
        let known = self.of.get(&(code, at)).copied();
        let Some(spot) = known.unwrap_or_else(|| self.look(vm, code, at)) else { return };
        self.count(thread, spot);
    }

    fn count(&mut self, thread: ThreadId, spot: SpotId) {
        let count = self.counts.entry((thread, spot.0)).or_insert(0);
        *count += 1;
        self.last.insert(thread, (spot, *count));
    }

    /// Notes that a function has begun: the thread stands before its first instruction that does something, and has
    /// not come there by a loop.
    fn note_begin(&mut self, vm: &Vm, thread: ThreadId) {
        let frames = vm.th.frames.len();
        let before = self.beginning.remove(&thread);
        let Some(place) = place_of(vm, thread).filter(|place| place.innermost) else { return };
        if place.at != first_active(&place.code) {
            return;
        }
        let acted = vm.th.acted.filter(|_| !self.again);
        let looped = acted.is_some_and(|(code, at)| match vm.heap.find(code).map(|object| &object.data) {
            Some(Data::Code(object)) => {
                object.code.instrs.get(at as usize).is_some_and(|instr| instr.op == Op::JumpBackward)
            }
            _ => false,
        });
        if looped {
            return;
        }
        self.beginning.insert(thread, frames);
        if acted.is_none() && before == Some(frames) {
            return;
        }
        let spot = self.spot(of_function(&place.code, BEGIN));
        self.count(thread, spot);
    }

    fn spot(&mut self, spot: Spot) -> SpotId {
        *self.known.entry(spot.clone()).or_insert_with(|| {
            self.spots.push(spot);
            SpotId(self.spots.len() as u32 - 1)
        })
    }

    /// The spot of an instruction that is executed for the first time.
    fn look(&mut self, vm: &Vm, code: Id, at: u32) -> Option<SpotId> {
        let Some(Data::Code(object)) = vm.heap.find(code).map(|object| &object.data) else { return None };
        let source = &object.code;
        let found = kind_of(source, at as usize).map(|kind| {
            self.spot(match is_of_function(kind) {
                true => of_function(source, kind),
                false => Spot {
                    kind,
                    function: source.qualname.to_string(),
                    span: source.spans[at as usize],
                    rank: rank_of(source, at as usize, kind),
                },
            })
        });
        self.of.insert((code, at), found);
        found
    }
}

/// The spot of what belongs to a function as a whole.
fn of_function(code: &Code, kind: &'static str) -> Spot {
    let span = Span { line: code.first_line, end_line: code.first_line, ..Span::default() };
    Spot { kind, function: code.qualname.to_string(), span, rank: (0, 1) }
}

/// The first instruction that does something after a function's beginning.
fn first_active(code: &Code) -> usize {
    let begin = code.instrs.iter().position(|instr| instr.op == Op::Resume).unwrap_or_default();
    (begin..code.instrs.len()).find(|at| is_active(code.instrs[*at].op)).unwrap_or(begin)
}
