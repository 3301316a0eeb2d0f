//! Sentences: what has happened, what a thread waits for, why nobody can go on.

use super::names::Names;
use super::note::{Deed, Note};
use super::place::text_of;
use super::reason::Reason;
use super::show::{attribute, show};
use super::tape::Tape;
use super::tasks::{TaskWait, waiting_tasks};
use super::waits::{Knot, Waiting};
use crate::vm::step::Event;
use crate::vm::thread::{Status, ThreadId};
use crate::vm::value::Id;
use crate::vm::watch::{Cell, CellKind};
use crate::vm::{Stream, Vm};
use rustpython_compiler_core::bytecode::Opcode as Op;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Plain words, spaces included.
    Text(String),
    /// A thread.
    Thread(ThreadId),
    /// Something of the program's text.
    Code(String),
    /// Words that say what is wrong.
    Strong(String),
}

/// Plain words.
fn text(words: &str) -> Part {
    Part::Text(words.to_owned())
}

/// Tells of one state's past with the names of that state.
pub struct Teller<'a> {
    /// The state.
    pub vm: &'a Vm,
    /// Its names.
    pub names: &'a Names,
    /// The run, for names of what this state has not got (any more, or yet).
    pub tape: &'a Tape,
}

impl Teller<'_> {
    /// A thread's name; the first one is `main`.
    pub fn thread(&self, thread: ThreadId) -> String {
        if thread.0 == 0 {
            return "main".to_owned();
        }
        let known = self.vm.threads.get(thread.0 as usize).map(|_| self.vm.thread(thread).name.to_string());
        let told = || self.tape.threads.get(thread.0 as usize).cloned();
        known.or_else(told).unwrap_or_else(|| format!("thread {}", thread.0))
    }

    /// An object's name, or what it is.
    fn object(&self, id: Id, otherwise: &str) -> String {
        let told = || self.tape.names.get(&id).map(String::as_str).filter(|name| !name.is_empty());
        self.names.get(id).or_else(told).unwrap_or(otherwise).to_owned()
    }

    /// What a thread waits for, by name.
    pub fn reason(&self, reason: Reason) -> String {
        match reason {
            Reason::Lock(id) => self.object(id, "a lock"),
            Reason::Notify(id) => format!("notify of {}", self.object(id, "a condition")),
            Reason::Event(id) => format!("{} to be set", self.object(id, "an event")),
            Reason::Start(id) => format!("start of {}", self.started(id)),
            Reason::Join(thread) => format!("end of {}", self.thread(thread)),
            Reason::Get(id) => format!("an item of {}", self.object(id, "a queue")),
            Reason::Put(id) => format!("room in {}", self.object(id, "a queue")),
            Reason::AllDone(id) => format!("the end of all work of {}", self.object(id, "a queue")),
            Reason::Permit(id) => format!("a permit of {}", self.object(id, "a semaphore")),
            Reason::Barrier(id) => format!("the others at {}", self.object(id, "a barrier")),
            Reason::Loop(_) => "something that wakes its event loop".to_owned(),
            Reason::Sockets => "a socket".to_owned(),
            Reason::Sleep { left, .. } => format!("{} of sleep", seconds(left)),
            Reason::Shutdown => "the other threads to end".to_owned(),
            Reason::Forever => "nothing that can come".to_owned(),
        }
    }

    /// The name of a `Thread` object.
    fn started(&self, id: Id) -> String {
        let named = attribute(self.vm, id, "_name");
        match named.and_then(|name| self.vm.as_str(name)) {
            Some(name) => name.to_string(),
            None => self
                .tape
                .names
                .get(&id)
                .filter(|name| !name.is_empty())
                .map_or("a thread", String::as_str)
                .to_owned(),
        }
    }

    fn cell(&self, cell: &Cell) -> String {
        match cell.kind {
            CellKind::Global | CellKind::Free => cell.name.to_string(),
            CellKind::Attribute => format!("{}.{}", self.object(cell.owner, "an object"), cell.name),
        }
    }

    /// The sentence for a note.
    pub fn note(&self, note: &Note) -> Vec<Part> {
        let who = Part::Thread(note.thread);
        match &note.deed {
            Deed::Took(id) => vec![who, text(" took "), Part::Code(self.object(*id, "a lock")), text(".")],
            Deed::Released(id) => {
                vec![who, text(" gave back "), Part::Code(self.object(*id, "a lock")), text(".")]
            }
            Deed::Started(other) => vec![who, text(" started "), Part::Thread(*other), text(".")],
            Deed::Waits(reason, whom) => self.waits(note.thread, *reason, *whom),
            Deed::Printed(from, to) => self.printed(who, *from, *to),
            Deed::Preempted(other) => {
                vec![
                    who,
                    text(" was stopped here, though it could have gone on. "),
                    Part::Thread(*other),
                    text(" went on."),
                ]
            }
            Deed::Touched { cell, write: false, value } => {
                vec![
                    who,
                    text(" read "),
                    Part::Code(self.cell(cell)),
                    text(": "),
                    Part::Code(value.clone()),
                    text("."),
                ]
            }
            Deed::Touched { cell, write: true, value } => vec![
                who,
                text(" stored "),
                Part::Code(value.clone()),
                text(" in "),
                Part::Code(self.cell(cell)),
                text("."),
            ],
            Deed::Ended => vec![who, text(" ended.")],
            Deed::Died => {
                let known = self
                    .vm
                    .threads
                    .get(note.thread.0 as usize)
                    .and_then(|_| self.vm.thread(note.thread).died_of.clone());
                let line = known.map_or("an exception".to_owned(), |line| line.to_string());
                vec![who, text(" died of "), Part::Strong(line), text(", which nobody caught.")]
            }
        }
    }

    fn waits(&self, thread: ThreadId, reason: Reason, whom: Option<ThreadId>) -> Vec<Part> {
        let who = Part::Thread(thread);
        match (reason, whom) {
            (Reason::Lock(id), Some(owner)) => vec![
                who.clone(),
                text(" asked for "),
                Part::Code(self.object(id, "a lock")),
                text(". "),
                Part::Thread(owner),
                text(if owner == thread { " has it already, so " } else { " has it, so " }),
                who,
                text(" waits."),
            ],
            (Reason::Join(other), _) => vec![who, text(" waits for "), Part::Thread(other), text(" to end.")],
            (Reason::Sleep { left, .. }, _) => vec![who, text(&format!(" sleeps for {}.", seconds(left)))],
            _ => vec![who, text(" waits for "), Part::Code(self.reason(reason)), text(".")],
        }
    }

    fn printed(&self, who: Part, from: u32, to: u32) -> Vec<Part> {
        const CHARS_MAX: usize = 60;
        let pieces: Vec<_> = self.vm.output.iter_from(from as usize).take((to - from) as usize).collect();
        let errors = pieces.iter().all(|piece| piece.stream == Stream::Err);
        let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        let shown = whole.trim_end_matches('\n');
        let last = shown.lines().next_back().unwrap_or_default();
        let mut line: String = last.chars().take(CHARS_MAX).collect();
        if line.len() < last.len() {
            line.push('…');
        }
        let verb = if errors { " wrote to standard error: " } else { " printed " };
        vec![who, text(verb), Part::Code(line), text(if errors { "" } else { "." })]
    }

    /// What the step that has just been taken did.
    pub fn present(&self) -> Vec<Part> {
        let thread = self.vm.thread(self.vm.th.id);
        let who = Part::Thread(thread.id);
        let Some((code, at)) = thread.acted else { return vec![who, text(" begins.")] };
        let Some(object) = self.vm.heap.find(code) else { return vec![] };
        let crate::vm::object::Data::Code(object) = &object.data else { return vec![who, text(" begins.")] };
        let code = &object.code;
        let Some(instr) = code.instrs.get(at as usize) else { return vec![] };
        let source = Part::Code(text_of(code, code.spans[at as usize]));
        let same = thread
            .frames
            .last()
            .is_some_and(|frame| self.vm.code_obj(frame.code).code.instrs.as_ptr() == code.instrs.as_ptr());
        let top = thread.stack.last().copied().filter(|value| same && !value.is_null());
        let result = |verb: &str, parts: Vec<Part>| -> Vec<Part> {
            let mut all = vec![who.clone(), text(verb)];
            all.extend(parts);
            if let Some(value) = top {
                all.extend([text(": "), Part::Code(show(self.vm, value))]);
            }
            all.push(text("."));
            all
        };
        if matches!(thread.status, Status::Blocked(_)) {
            return vec![who, text(" has to wait in "), source, text(".")];
        }
        let stored = self.vm.events.iter().rev().find_map(|event| match event {
            Event::Touched(access) if access.write => Some(show(self.vm, access.value)),
            _ => None,
        });
        match instr.op {
            Op::LoadGlobal | Op::LoadName | Op::LoadAttr | Op::LoadDeref => result(" read ", vec![source]),
            Op::StoreGlobal
            | Op::StoreName
            | Op::StoreAttr
            | Op::StoreDeref
            | Op::StoreFast
            | Op::StoreSubscr => match stored {
                Some(value) => {
                    vec![who, text(" stored "), Part::Code(value), text(" in "), source, text(".")]
                }
                None => vec![who, text(" stored into "), source, text(".")],
            },
            Op::BinaryOp
            | Op::CompareOp
            | Op::ContainsOp
            | Op::IsOp
            | Op::UnaryNegative
            | Op::BuildString => result(" computed ", vec![source]),
            Op::Call | Op::CallKw | Op::CallFunctionEx if same => result(" called ", vec![source]),
            Op::Call | Op::CallKw | Op::CallFunctionEx => vec![who, text(" called "), source, text(".")],
            Op::ForIter => vec![who, text(" asked for the next item of "), source, text(".")],
            Op::ReturnValue => {
                vec![who, text(" returned from "), Part::Code(code.qualname.to_string()), text(".")]
            }
            Op::ImportName | Op::ImportFrom => vec![who, text(" imported "), source, text(".")],
            Op::PopJumpIfFalse | Op::PopJumpIfTrue | Op::PopJumpIfNone | Op::PopJumpIfNotNone => {
                vec![who, text(" decided by "), source, text(".")]
            }
            Op::JumpBackward | Op::JumpBackwardNoInterrupt => {
                vec![who, text(" went back to the loop's head.")]
            }
            _ => vec![who, text(" executed "), source, text(".")],
        }
    }

    /// Why nobody, or not everybody, can go on: a sentence for each thread concerned.
    pub fn knot(&self, knot: &Knot) -> Vec<String> {
        if knot.cycle.is_empty() && !knot.stuck {
            return vec![];
        }
        let place =
            |thread: ThreadId| knot.cycle.iter().position(|other| *other == thread).unwrap_or(usize::MAX);
        let mut waiting: Vec<_> =
            knot.waiting.iter().filter(|wait| knot.stuck || place(wait.thread) != usize::MAX).collect();
        waiting.sort_by_key(|wait| place(wait.thread));
        waiting.into_iter().flat_map(|wait| [self.wait(wait)].into_iter().chain(self.tasks(wait))).collect()
    }

    /// A sentence for each task whose event loop waits for ever.
    fn tasks(&self, wait: &Waiting) -> Vec<String> {
        let Reason::Loop(event_loop) = wait.reason else { return vec![] };
        let tell = |task: TaskWait| {
            format!("{} waits in line {}, in {}: {}", task.name, task.line, task.coroutine, task.text)
        };
        waiting_tasks(self.vm, event_loop).into_iter().map(tell).collect()
    }

    /// A sentence for a wait that does not end.
    pub fn wait(&self, wait: &Waiting) -> String {
        let (name, what) = (self.thread(wait.thread), self.reason(wait.reason));
        match (wait.reason, &wait.whom[..]) {
            (Reason::Lock(_), [owner]) if *owner == wait.thread => {
                format!("{name} waits for {what}, which it holds itself.")
            }
            (Reason::Lock(_), [owner]) => {
                format!("{name} waits for {what}, which {} holds.", self.thread(*owner))
            }
            (Reason::Join(_) | Reason::Shutdown | Reason::Forever, _) => {
                format!("{name} waits for the {what}.").replace("the the ", "the ")
            }
            _ => format!("{name} waits for {what}, and nobody is left to bring that about."),
        }
    }
}

/// A duration in nanoseconds as seconds.
fn seconds(ns: i64) -> String {
    let text = format!("{:.3}", ns.max(0) as f64 / 1e9);
    format!("{} s", text.trim_end_matches('0').trim_end_matches('.'))
}
