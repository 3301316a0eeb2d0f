//! A view of the state that a run has reached.

use super::run::{Run, actor};
use super::{Program, lanes, states};
use crate::program::{Code, Python, rows};
use crate::session::view::{
    ActorKind, ActorRow, BranchId, BranchRow, BytecodeRow, ChoiceRow, Ending, EndingKind, FrameRow, Gil,
    LockId, LockRow, ObjectRow, OutputRow, Question, Span, Status, StoryPart, StoryRow, Stream, Variable,
    View, WaitEdge,
};
use crate::source::{line_of, utf16_column};
use crate::trace::{
    Deed, Finish, FinishKind, Knot, LockKind, Names, Part, Phase, Player, Reason, Tape, Teller, attribute,
    globals, is_scenery, locals, next_text, place_of, reason_of, show, show_fields, spans_of_switches,
};
use crate::vm::object::Data;
use crate::vm::thread::{Status as Running, ThreadId};
use crate::vm::value::Value;
use crate::vm::{self, Vm};
use rustc_hash::FxHashMap;

/// Sentences that a view carries, the latest.
const STORY_MAX: usize = 300;
/// Pieces of output that a view carries, the latest.
const OUTPUT_MAX: usize = 1000;
/// Rows of bytecode that a view carries.
const BYTECODE_MAX: usize = 3000;
/// Segments across the timeline where the page has not said how many it can show.
const SEGMENTS: u64 = 400;
/// Choices that are looked through for a question.
const QUESTIONS_MAX: usize = 40;

/// Values of variables as text, by frame and name, to tell what a step has changed.
#[derive(Clone, Debug, Default)]
pub struct Variables(FxHashMap<(Option<(u32, usize)>, String), String>);

impl Variables {
    /// Reads a state.
    pub fn of(vm: &Vm) -> Variables {
        let mut all = FxHashMap::default();
        for (name, value) in globals(vm) {
            all.insert((None, name), show(vm, value));
        }
        for thread in vm.thread_ids() {
            for frame in 0..vm.thread(thread).frames.len() {
                if is_user(vm, thread, frame) {
                    for (name, value) in locals(vm, thread, frame) {
                        all.insert((Some((thread.0, frame)), name), show(vm, value));
                    }
                }
            }
        }
        Variables(all)
    }

    fn row(&self, scope: Option<(u32, usize)>, name: String, value: String) -> Variable {
        let changed = self.0.get(&(scope, name.clone())) != Some(&value);
        Variable { name, value, changed }
    }
}

fn is_user(vm: &Vm, thread: ThreadId, frame: usize) -> bool {
    let frame = &vm.thread(thread).frames[frame];
    vm.code_obj(frame.code).code.file.origin == crate::program::Origin::User
}

/// A span as the page counts: columns in UTF-16 units.
pub fn span(code: &Code, span: crate::source::Span) -> Span {
    let column =
        |line: u32, col: u32| line_of(&code.file.text, line).map_or(col, |text| utf16_column(text, col));
    Span {
        line: span.line,
        column: column(span.line, span.col),
        end_line: span.end_line,
        end_column: column(span.end_line, span.end_col),
    }
}

/// A phase as the page names it.
pub fn status(phase: Phase) -> Status {
    match phase {
        Phase::Running => Status::Running,
        Phase::Ready => Status::Ready,
        Phase::Waiting(Reason::Sleep { .. }) => Status::Sleeping,
        Phase::Waiting(_) => Status::Blocked,
        Phase::Finished => Status::Finished,
        Phase::Failed => Status::Failed,
    }
}

/// The view of the present state.
pub(super) fn view(program: &mut Program, window: Option<lanes::Window>) -> View {
    program.runs.find_decisive();
    program.runs.draw_strips();
    let length = program.runs.player().tape().length;
    let window = window.unwrap_or(lanes::Window { from: 0, to: length.max(1), segments: SEGMENTS });
    let timeline = program.runs.timeline(&program.code, window);
    let lost = program.hunt.as_mut().and_then(|hunt| states::lost(hunt, &program.runs));
    let (runs, code) = (&program.runs, &program.code);
    let player = runs.player();
    let (vm, tape) = (player.vm(), player.tape());
    let names = Names::of(vm);
    let picture = Picture { code, vm, player, teller: Teller { vm, names: &names, tape } };
    let knot = Knot::of(vm);
    let at_end = player.at_end();
    let gone = picture.dead_end(runs.decisive()).filter(|_| at_end);
    View {
        position: player.position(),
        length: tape.length,
        at_end,
        ending: tape.finish.as_ref().map(ending),
        clock_ns: vm.clock.max(0) as u64,
        python: program.setting,
        actors: vm.thread_ids().map(|thread| picture.actor(thread, runs.before())).collect(),
        locks: picture.locks(),
        gil: picture.gil(program.python),
        edges: picture.edges(&knot),
        cycle: knot.cycle.iter().copied().map(actor).collect(),
        deadlock: picture.teller.knot(&knot),
        output: picture.output(),
        globals: picture.globals(runs.before()),
        story: with_no_return(picture.story(runs.decisive()), lost, tape),
        now: picture.now(),
        choices: picture.choices(),
        question: gone,
        lanes: timeline.lanes,
        gil_lane: if program.python.has_gil() { timeline.gil_lane } else { vec![] },
        switches: timeline.switches,
        branches: runs.all().map(|(run, selected, fork)| branch(run, selected, fork)).collect(),
        schedule: player.schedule().to_string(),
        switch_marks: spans_of_switches(code, program.python)
            .into_iter()
            .map(|place| span(code, place))
            .collect(),
        bytecode: Some(bytecode(code, program.python)),
        wants_input: false,
    }
}

/// The story with the sentence about the point of no return at its place.
fn with_no_return(mut story: Vec<StoryRow>, lost: Option<(u64, String)>, tape: &Tape) -> Vec<StoryRow> {
    if let Some((step, text)) = lost {
        let at = story.partition_point(|row| row.step < step);
        let who = tape.thread_at(step.saturating_sub(1)).unwrap_or(ThreadId(0));
        let parts = vec![StoryPart::Strong(text)];
        story.insert(at, StoryRow { step, actor: actor(who), parts, decisive: false });
    }
    story
}

fn bytecode(code: &Code, python: Python) -> Vec<BytecodeRow> {
    let rows = rows(code, python).into_iter().filter(|row| row.line > 0).take(BYTECODE_MAX);
    rows.map(|row| BytecodeRow { line: row.line, offset: row.offset, text: row.text, switch: row.switch })
        .collect()
}

fn branch(run: &Run, selected: bool, fork: Option<(BranchId, u64)>) -> BranchRow {
    let tape = run.player().tape();
    BranchRow {
        id: run.id(),
        parent: fork.map(|(parent, _)| parent),
        from_step: fork.map_or(0, |(_, step)| step),
        length: tape.length,
        label: run.label.clone(),
        ending: tape.finish.as_ref().map(ending),
        strip: run.strip(),
        selected,
    }
}

struct Picture<'a> {
    code: &'a Code,
    vm: &'a Vm,
    player: &'a Player,
    teller: Teller<'a>,
}

impl Picture<'_> {
    fn status(&self, thread: ThreadId) -> Status {
        let state = self.vm.thread(thread);
        match state.status {
            Running::Finished if state.died_of.is_some() => Status::Failed,
            Running::Finished => Status::Finished,
            // What still runs when the interpreter exits is cut off.
            _ if self.vm.ending.is_some() => Status::Finished,
            _ if self.vm.is_enabled(thread) && thread == self.vm.th.id => Status::Running,
            _ if self.vm.is_enabled(thread) => Status::Ready,
            Running::Ready => Status::Ready,
            Running::Blocked(_) => match reason_of(self.vm, thread) {
                Some(Reason::Sleep { .. }) => Status::Sleeping,
                _ => Status::Blocked,
            },
        }
    }

    fn actor(&self, thread: ThreadId, before: &super::picture::Variables) -> ActorRow {
        let status = self.status(thread);
        let waits = matches!(status, Status::Blocked | Status::Sleeping)
            .then(|| reason_of(self.vm, thread))
            .flatten();
        let over = matches!(status, Status::Finished | Status::Failed);
        let place = place_of(self.vm, thread).filter(|place| !over && place.span().line > 0);
        let frames = if over { vec![] } else { self.frames(thread, before) };
        ActorRow {
            id: actor(thread),
            index: thread.0,
            name: self.teller.thread(thread),
            kind: ActorKind::Thread,
            status,
            waits: waits.map(|reason| self.teller.reason(reason)),
            cursor: place.as_ref().map(|place| span(self.code, place.span())),
            frames,
            next: place.and_then(|_| next_text(self.vm, thread)).map(|(_, text)| text),
        }
    }

    fn frames(&self, thread: ThreadId, before: &Variables) -> Vec<FrameRow> {
        const FRAMES_MAX: usize = 40;
        let state = self.vm.thread(thread);
        let first = state.frames.len().saturating_sub(FRAMES_MAX);
        let mut rows = Vec::new();
        for (at, frame) in state.frames.iter().enumerate().skip(first) {
            let code = &self.vm.code_obj(frame.code).code;
            if frame.hidden {
                continue;
            }
            let user = is_user(self.vm, thread, at);
            let top = at + 1 == state.frames.len();
            let place = if top { frame.pc } else { frame.last } as usize;
            let function = code.qualname.to_string();
            let shown = user && function != "<module>";
            let rows_of =
                |(name, value): (String, Value)| before.row(Some((thread.0, at)), name, show(self.vm, value));
            rows.push(FrameRow {
                function,
                file: (!user).then(|| code.file.name.rsplit('/').next().unwrap_or_default().to_owned()),
                line: code.spans.get(place).map_or(0, |span| span.line),
                locals: if shown {
                    locals(self.vm, thread, at).into_iter().map(rows_of).collect()
                } else {
                    vec![]
                },
            });
        }
        rows
    }

    fn globals(&self, before: &Variables) -> Vec<Variable> {
        let all = globals(self.vm).into_iter().filter(|(_, value)| !is_scenery(self.vm, *value));
        all.map(|(name, value)| before.row(None, name, show(self.vm, value))).collect()
    }

    fn locks(&self) -> Vec<LockRow> {
        let vm = self.vm;
        let waiting: Vec<(ThreadId, Reason)> = vm
            .thread_ids()
            .filter(|id| !vm.is_enabled(*id))
            .filter_map(|id| Some((id, reason_of(vm, id)?)))
            .collect();
        let row = |lock: &crate::trace::NamedLock| {
            let (owner, count) = match lock.lock.and_then(|id| vm.data(Value::Obj(id))) {
                Some(Data::Lock { locked: true, owner }) => (Some(ThreadId(*owner)), 1),
                Some(Data::RLock { owner, count }) if *count > 0 => (Some(ThreadId(*owner)), *count),
                _ => (None, 0),
            };
            let number = |name: &str| attribute(vm, lock.id, name).and_then(|value| vm.as_i64(value));
            let count = match lock.kind {
                LockKind::Semaphore => number("_value").unwrap_or(0).max(0) as u32,
                _ => count,
            };
            let mine =
                |reason: &Reason| reason.target().is_some_and(|id| id == lock.id || Some(id) == lock.lock);
            LockRow {
                id: LockId(lock.id.0),
                name: lock.name.clone(),
                kind: lock.kind.name().to_owned(),
                // The lock within a semaphore, event or queue is held for moments that say nothing.
                owner: owner
                    .filter(|_| matches!(lock.kind, LockKind::Lock | LockKind::RLock | LockKind::Condition))
                    .map(actor),
                count,
                waiters: waiting
                    .iter()
                    .filter(|(_, reason)| mine(reason))
                    .map(|(id, _)| actor(*id))
                    .collect(),
                object: lock.holder.as_ref().map(|(id, name)| ObjectRow {
                    name: name.clone(),
                    class: vm.class_name(Value::Obj(*id)).to_string(),
                    fields: show_fields(vm, Value::Obj(*id)).into_iter().map(plain).collect(),
                }),
            }
        };
        self.teller.names.locks.iter().map(row).collect()
    }

    fn gil(&self, python: Python) -> Gil {
        if !python.has_gil() {
            return Gil::Absent;
        }
        let runs = self.vm.ending.is_none() && self.status(self.vm.th.id) == Status::Running;
        if runs { Gil::Held(actor(self.vm.th.id)) } else { Gil::Free }
    }

    fn edges(&self, knot: &Knot) -> Vec<WaitEdge> {
        let mut edges = Vec::new();
        for wait in &knot.waiting {
            let label = match wait.reason {
                Reason::Join(_) => "joins",
                _ => "waits for",
            };
            let lock =
                |id| self.teller.names.locks.iter().find(|lock| lock.id == id || lock.lock == Some(id));
            let via = wait.reason.target().and_then(lock).map(|lock| LockId(lock.id.0));
            let edge = |to| WaitEdge { from: actor(wait.thread), to, label: label.to_owned(), via };
            match &wait.whom[..] {
                [] if matches!(wait.reason, Reason::Sleep { .. }) => {}
                [] => edges.push(edge(None)),
                whom => edges.extend(whom.iter().map(|to| edge(Some(actor(*to))))),
            }
        }
        edges
    }

    fn output(&self) -> Vec<OutputRow> {
        let log = &self.vm.output;
        let first = log.len().saturating_sub(OUTPUT_MAX);
        // Which step printed a piece is in the notes; a piece that no note tells of came before all of them.
        let mut steps: Vec<(u32, u64)> = Vec::new();
        for note in &self.player.tape().notes {
            if note.position > self.player.position() {
                break;
            }
            if let Deed::Printed(_, to) = note.deed {
                steps.push((to, note.position));
            }
        }
        let row = |(at, piece): (usize, &vm::Output)| {
            let found = steps.partition_point(|(to, _)| *to as usize <= first + at);
            OutputRow {
                step: steps.get(found).map_or(self.player.position(), |(_, step)| *step),
                actor: actor(piece.thread),
                stream: if piece.stream == vm::Stream::Out { Stream::Out } else { Stream::Err },
                text: piece.text.to_string(),
            }
        };
        log.iter_from(first).enumerate().map(row).collect()
    }

    fn story(&self, decisive: Option<u64>) -> Vec<StoryRow> {
        let tape = self.player.tape();
        let told = |deed: &Deed| match deed {
            Deed::Touched { cell, .. } => tape.cells.get(cell).is_some_and(|cell| cell.is_shared()),
            _ => true,
        };
        let end = tape.notes.partition_point(|note| note.position <= self.player.position());
        let mut rows: Vec<StoryRow> = tape.notes[..end]
            .iter()
            .rev()
            .filter(|note| told(&note.deed))
            .take(STORY_MAX)
            .map(|note| StoryRow {
                step: note.position,
                actor: actor(note.thread),
                parts: parts(self.teller.note(note)),
                decisive: matches!(note.deed, Deed::Preempted(_)) && decisive == Some(note.position),
            })
            .collect();
        rows.reverse();
        let knot = Knot::of(self.vm);
        if knot.stuck
            && let Some(last) = rows.last_mut()
        {
            last.parts.extend([StoryPart::Text(" ".into()), StoryPart::Strong("Nobody can go on.".into())]);
        }
        rows
    }

    fn now(&self) -> Vec<StoryPart> {
        let position = self.player.position();
        if position == 0 {
            return vec![
                StoryPart::Actor(actor(self.vm.th.id)),
                StoryPart::Text(" is about to begin.".into()),
            ];
        }
        let notes = &self.player.tape().notes;
        let from = notes.partition_point(|note| note.position < position);
        let mut all = Vec::new();
        let mine = notes[from..].iter().take_while(|note| note.position == position);
        for note in mine.filter(|note| !matches!(note.deed, Deed::Preempted(_))).take(3) {
            if !all.is_empty() {
                all.push(StoryPart::Text(" ".into()));
            }
            all.extend(parts(self.teller.note(note)));
        }
        if all.is_empty() { parts(self.teller.present()) } else { all }
    }

    fn choice(&self, thread: ThreadId, taken: bool) -> ChoiceRow {
        let label = match next_text(self.vm, thread) {
            Some((line, text)) if line > 0 => format!("{line} {text}"),
            _ => "its first line".to_owned(),
        };
        ChoiceRow { actor: actor(thread), label, taken }
    }

    fn choices(&self) -> Vec<ChoiceRow> {
        let choices = self.player.choices();
        if choices.len() < 2 {
            return vec![];
        }
        let next = self.player.tape().thread_at(self.player.position());
        choices.into_iter().map(|thread| self.choice(thread, next == Some(thread))).collect()
    }

    /// The last choice before a failure that would have led elsewhere, as far as is known: the decisive switch,
    /// otherwise the last choice at all.
    fn dead_end(&self, decisive: Option<u64>) -> Option<Question> {
        let tape = self.player.tape();
        let failed =
            tape.finish.as_ref().is_some_and(|f| !matches!(f.kind, FinishKind::Exit(_) | FinishKind::Limit));
        let step = decisive.or_else(|| tape.forks.iter().rev().take(QUESTIONS_MAX).next().copied())?;
        if !failed {
            return None;
        }
        let turn = tape.turns.iter().rev().find(|turn| turn.from <= step)?;
        let before = tape.turns.iter().rev().find(|turn| turn.from < step)?;
        let mut words = vec![StoryPart::Actor(actor(before.thread))];
        match turn.at {
            Some(at) if turn.from == step => {
                words.push(StoryPart::Text(format!(" stood in line {} at ", at.line)));
                words.push(StoryPart::Code(crate::trace::text_of(self.code, at)));
                words.push(StoryPart::Text(".".into()));
            }
            _ => words.push(StoryPart::Text(" could have been stopped.".into())),
        }
        let mut threads = vec![before.thread];
        threads.extend((turn.thread != before.thread).then_some(turn.thread));
        let taken = tape.thread_at(step);
        let label = |thread: ThreadId| {
            let taken = taken == Some(thread);
            let label = match turn.at.filter(|_| turn.from == step && thread == before.thread) {
                Some(at) => format!("{} {}", at.line, crate::trace::text_of(self.code, at)),
                None if taken => "as it was".to_owned(),
                None => "go on".to_owned(),
            };
            ChoiceRow { actor: actor(thread), label, taken }
        };
        Some(Question { step, parts: words, choices: threads.into_iter().map(label).collect() })
    }
}

fn ending(finish: &Finish) -> Ending {
    let detail = &finish.detail;
    let (kind, sentence) = match finish.kind {
        FinishKind::Exit(code) => (EndingKind::Exit, format!("The program exited with status {code}.")),
        FinishKind::Exception => (EndingKind::Exception, format!("main died of {detail}")),
        FinishKind::Limit => (EndingKind::Limit, format!("Stopped at a limit of the machine: {detail}.")),
        FinishKind::Deadlock => (EndingKind::Deadlock, format!("Nobody can go on{detail}.")),
    };
    Ending { kind, sentence }
}

fn plain((name, value): (String, String)) -> Variable {
    Variable { name, value, changed: false }
}

fn parts(parts: Vec<Part>) -> Vec<StoryPart> {
    parts
        .into_iter()
        .map(|part| match part {
            Part::Text(words) => StoryPart::Text(words),
            Part::Thread(thread) => StoryPart::Actor(actor(thread)),
            Part::Code(words) => StoryPart::Code(words),
            Part::Strong(words) => StoryPart::Strong(words),
        })
        .collect()
}
