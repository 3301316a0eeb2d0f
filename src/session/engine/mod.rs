//! The engine behind the page: programs on the machine, answered in views.
//!
//! One request is under way at a time, as a [`Goal`] that `work` brings nearer in slices. `picture` makes a view of the
//! state reached, `lanes` its timeline; `run` keeps the runs that branched off each other. The search over all schedules
//! (`hunt`) goes on beside that, whenever no request is under way.

mod goal;
mod hunt;
mod lanes;
mod picture;
mod run;
mod states;

use super::findings::{ComparisonRows, Halt};
use super::port::EnginePort;
use super::protocol::Python as Setting;
use super::protocol::{Command, DiagnosticRow, Reply, ReplyBody, Request, Serial, Severity};
use super::view::ActorId;
use crate::diagnostic::Diagnostic;
use crate::explore::Crew;
use crate::program::{Code, CompileMode, Origin, Python, compile};
use crate::schedule::{Policy, Schedule, Script};
use crate::source::{line_of, utf16_column};
use crate::trace::Player;
use crate::trace::export::{Comparison, Recording, Sentence};
use crate::vm::boot::begin;
use crate::vm::{Vm, World};
use goal::{Goal, Progress};
use hunt::{Batch, Hunt};
use lanes::{Timeline, Window};
use run::Runs;
use std::rc::Rc;
use std::sync::Arc;

/// Most objects that a program in the page may have alive: past this the run ends at a limit that it names.
const OBJECTS_MAX: u64 = 1_000_000;
/// Most bytes that they may take, and that a program may print. Kept states may take 320 MB besides (`trace::player`).
const BYTES_MAX: u64 = 512 << 20;
const OUTPUT_MAX: u64 = 128 << 20;

/// Said when another run would be one too many.
const FULL: &str = "there are as many runs as can be kept; restart to make room";

/// The program that is loaded.
struct Program {
    code: Arc<Code>,
    python: Python,
    setting: Setting,
    world: World,
    runs: Runs,
    /// The search over its schedules, once one has been asked for.
    hunt: Option<Hunt>,
}

/// What is under way.
struct Task {
    serial: Serial,
    goal: Goal,
    /// The run to return to when the goal cannot be reached and its own run is to be forgotten.
    back: Option<usize>,
}

/// See the module.
pub struct Engine {
    image: Vm,
    program: Option<Program>,
    task: Option<Task>,
    /// The part of the timeline that views carry; all of it without one.
    window: Option<Window>,
    /// The workers that searches may use.
    crew: Rc<Crew>,
}

impl Engine {
    /// An engine whose programs begin in copies of `image`.
    pub fn new(image: Vm) -> Engine {
        Engine { image, program: None, task: None, window: None, crew: Rc::new(Crew::new(1)) }
    }

    fn reply(serial: Serial, body: ReplyBody) -> Reply {
        Reply { serial, body }
    }

    fn refuse(serial: Serial, reason: impl Into<String>) -> Vec<Reply> {
        vec![Engine::reply(serial, ReplyBody::Refused { reason: reason.into() })]
    }

    /// The state as a reply.
    fn answer(&mut self, serial: Serial) -> Reply {
        let window = self.window;
        match &mut self.program {
            Some(program) => {
                let view = picture::view(program, window);
                Engine::reply(serial, ReplyBody::View(Box::new(view)))
            }
            None => Engine::reply(serial, ReplyBody::Refused { reason: "no program is loaded".into() }),
        }
    }

    fn load(&mut self, serial: Serial, load: Load) -> Vec<Reply> {
        let code = match compile(&load.program, &load.file_name, Origin::User, CompileMode::Exec) {
            Ok(code) => code,
            Err(errors) => {
                self.program = None;
                let rows = errors.iter().map(|error| diagnostic_row(error, &load.program)).collect();
                return vec![Engine::reply(serial, ReplyBody::Diagnostics(rows))];
            }
        };
        let policy = match load.schedule.as_deref().map(Schedule::parse) {
            None => Policy::Default,
            Some(Ok(schedule)) => Policy::Scripted(Script::new(schedule)),
            Some(Err(message)) => return Engine::refuse(serial, message),
        };
        let python = match load.python {
            Setting::V3_9 => Python::V39,
            Setting::V3_14 => Python::V314,
            Setting::V3_14t => Python::V314t,
        };
        let world = World {
            python,
            argv: vec![load.file_name],
            objects_max: OBJECTS_MAX,
            bytes_max: BYTES_MAX,
            output_max: OUTPUT_MAX,
            ..World::default()
        };
        let player = match Player::new(begin(&mut self.image, &code, world.clone()), policy) {
            Ok(player) => player,
            Err(impossible) => return Engine::refuse(serial, impossible.to_string()),
        };
        self.window = None;
        let (setting, runs) = (load.python, Runs::new(player));
        self.program = Some(Program { code, python, setting, world, runs, hunt: None });
        self.start(serial, Goal::Script { then: load.position.unwrap_or(0) })
    }

    fn start(&mut self, serial: Serial, goal: Goal) -> Vec<Reply> {
        self.task = Some(Task { serial, goal, back: None });
        vec![]
    }

    /// Shows the run of a schedule: the one that did so before, or another.
    fn follow(&mut self, serial: Serial, text: String, label: String, then: u64) -> Vec<Reply> {
        let Some(program) = &mut self.program else { return Engine::refuse(serial, "no program is loaded") };
        if program.runs.select_followed(&text) {
            return self.start(serial, Goal::Land { at: then });
        }
        let schedule = match Schedule::parse(&text) {
            Ok(schedule) => schedule,
            Err(message) => return Engine::refuse(serial, message),
        };
        let policy = Policy::Scripted(Script::new(schedule));
        let beginning = begin(&mut self.image, &program.code, program.world.clone());
        let back = match Player::new(beginning, policy) {
            Ok(player) => program.runs.follow(player, text, label),
            Err(impossible) => return Engine::refuse(serial, impossible.to_string()),
        };
        if back.is_none() {
            return Engine::refuse(serial, FULL);
        }
        self.task = Some(Task { serial, goal: Goal::Script { then }, back });
        vec![]
    }

    /// The picture of the states that the search has seen.
    fn chart(&mut self, serial: Serial, outcome: Option<String>, opened: Vec<u32>) -> Reply {
        let body = match &mut self.program {
            Some(Program { hunt: Some(hunt), runs, .. }) => {
                ReplyBody::Chart(Box::new(states::chart(hunt, runs, outcome.as_deref(), opened)))
            }
            _ => ReplyBody::Refused { reason: "nothing has been explored yet".into() },
        };
        Engine::reply(serial, body)
    }

    /// Stands at a state of the search.
    fn visit(&mut self, serial: Serial, state: u32) -> Vec<Reply> {
        let place = match &mut self.program {
            Some(Program { hunt: Some(hunt), runs, .. }) => states::place_of(hunt, runs, state),
            _ => None,
        };
        match place {
            Some((None, at)) => self.start(serial, Goal::Land { at }),
            Some((Some(schedule), at)) => self.follow(serial, schedule, format!("state {state}"), at),
            None => Engine::refuse(serial, "no ordinary run leads to this state"),
        }
    }

    /// Two runs beside each other.
    fn compare(&mut self, serial: Serial, schedules: &[String; 2]) -> Reply {
        let body = match &self.program {
            Some(program) => {
                let (code, image) = (&program.code, &mut self.image);
                let mut play = |text: &String| {
                    let vm = begin(image, code, program.world.clone());
                    Recording::of(vm, Arc::clone(code), Schedule::parse(text)?)
                };
                match (play(&schedules[0]), play(&schedules[1])) {
                    (Ok(a), Ok(b)) => ReplyBody::Comparison(Box::new(comparison(Comparison::of(&a, &b)))),
                    (Err(reason), _) | (_, Err(reason)) => ReplyBody::Refused { reason },
                }
            }
            None => ReplyBody::Refused { reason: "no program is loaded".into() },
        };
        Engine::reply(serial, body)
    }

    /// Begins the search, or takes it up again.
    fn explore(&mut self, serial: Serial, states: u64, bytes: u64) -> Vec<Reply> {
        let mut replies = self.end_search(Halt::Stopped);
        let Some(program) = &mut self.program else {
            replies.extend(Engine::refuse(serial, "there is no program that can be run"));
            return replies;
        };
        let hunt = program.hunt.get_or_insert_with(|| {
            let mut hunt = Hunt::new(&mut self.image, &program.code, program.world.clone(), program.setting);
            hunt.join(Rc::clone(&self.crew));
            hunt
        });
        hunt.go_on(serial, states, bytes);
        replies
    }

    /// Ends the search that is under way, if there is one.
    fn end_search(&mut self, halt: Halt) -> Vec<Reply> {
        let hunt = self.program.as_mut().and_then(|program| program.hunt.as_mut());
        let Some((hunt, serial)) = hunt.and_then(|hunt| hunt.serial().map(|serial| (hunt, serial))) else {
            return vec![];
        };
        vec![Engine::reply(serial, ReplyBody::Found(hunt.stop(halt)))]
    }

    /// One batch of the search; what there is to say about it when it is over or has found something.
    fn hunt(&mut self) -> Vec<Reply> {
        let Some(program) = &mut self.program else { return vec![] };
        let Some(hunt) = &mut program.hunt else { return vec![] };
        let Some(serial) = hunt.serial() else { return vec![] };
        let body = match hunt.batch() {
            Batch::More(None) => return vec![],
            Batch::More(findings) => ReplyBody::Searching { progress: hunt.progress(), findings },
            Batch::Over(findings) => ReplyBody::Found(findings),
        };
        vec![Engine::reply(serial, body)]
    }

    /// Ends the search because its program goes: nobody will ask for what it has found.
    fn give_up_search(&mut self) -> Vec<Reply> {
        let Some(mut hunt) = self.program.as_mut().and_then(|program| program.hunt.take()) else {
            return vec![];
        };
        match hunt.serial() {
            Some(serial) => vec![Engine::reply(serial, ReplyBody::Found(hunt.give_up()))],
            None => vec![],
        }
    }

    /// A search is under way.
    fn hunting(&self) -> Option<&Hunt> {
        let hunt = self.program.as_ref()?.hunt.as_ref()?;
        hunt.serial().map(|_| hunt)
    }

    /// One bounded piece of what is under way; its replies once it is over.
    fn tick(&mut self) -> Option<Vec<Reply>> {
        let task = self.task.as_mut()?;
        let serial = task.serial;
        let Some(program) = &mut self.program else {
            self.task = None;
            return Some(Engine::refuse(serial, "no program is loaded"));
        };
        match task.goal.work(&mut program.runs) {
            Progress::More => None,
            Progress::Refused(reason) => {
                if let Some(back) = task.back {
                    program.runs.forget_last(back);
                }
                self.task = None;
                Some(Engine::refuse(serial, reason))
            }
            Progress::Done => {
                self.task = None;
                Some(vec![self.answer(serial)])
            }
        }
    }

    /// Ends what is under way at the step that it has reached.
    fn end_task(&mut self) -> Vec<Reply> {
        let Some(task) = self.task.take() else { return vec![] };
        if let Some(program) = &mut self.program {
            let mut landing = Goal::Land { at: program.runs.player().position() };
            while landing.work(&mut program.runs) == Progress::More {}
        }
        vec![self.answer(task.serial)]
    }

    fn obey(&mut self, serial: Serial, command: Command) -> Vec<Reply> {
        let command = match command {
            Command::Load { program, file_name, python, schedule, position } => {
                let mut replies = self.give_up_search();
                replies.extend(self.load(serial, Load { program, file_name, python, schedule, position }));
                return replies;
            }
            Command::Follow { schedule, label } => return self.follow(serial, schedule, label, u64::MAX),
            Command::Chart { outcome, opened } => return vec![self.chart(serial, outcome, opened)],
            Command::Visit { state } => return self.visit(serial, state),
            Command::Compare { schedules } => return vec![self.compare(serial, &schedules)],
            other => other,
        };
        let Some(program) = &mut self.program else { return Engine::refuse(serial, "no program is loaded") };
        let player = program.runs.player();
        let (here, length) = (player.position(), player.tape().length);
        let goal = match command {
            Command::Stop => return vec![self.answer(serial)],
            Command::Window { from, to, pixels } => return vec![self.show_window(serial, from, to, pixels)],
            Command::Input { .. } => return Engine::refuse(serial, "the program does not wait for input"),
            Command::Step => Goal::Land { at: here + 1 },
            Command::StepBack => Goal::Land { at: here.saturating_sub(1) },
            Command::StepLine => Goal::line(player),
            Command::NextSwitch => Goal::switch(player),
            Command::Goto { step } => Goal::Land { at: step },
            Command::Advance { steps } => Goal::Land { at: here.saturating_add(steps) },
            Command::RunToEnd if here < length && player.tape().finish.is_some() => Goal::Land { at: length },
            Command::RunToEnd => Goal::End,
            Command::Restart => Goal::Land { at: 0 },
            Command::Choose { step, actor } => Goal::Choose { step, thread: run::thread(actor) },
            Command::SelectBranch { branch } => match program.runs.select(branch) {
                Some(at) => Goal::Land { at },
                None => return Engine::refuse(serial, "there is no such run"),
            },
            Command::Load { .. }
            | Command::Follow { .. }
            | Command::Chart { .. }
            | Command::Visit { .. }
            | Command::Compare { .. }
            | Command::Explore { .. }
            | Command::StopExploring => {
                return vec![];
            }
        };
        self.start(serial, goal)
    }

    fn show_window(&mut self, serial: Serial, from: u64, to: u64, pixels: u32) -> Reply {
        let window = Window { from, to: to.max(from + 1), segments: u64::from(pixels.clamp(50, 2000)) };
        self.window = Some(window);
        let Some(program) = &mut self.program else { return self.answer(serial) };
        let Timeline { lanes, switches, .. } = program.runs.timeline(&program.code, window);
        Engine::reply(serial, ReplyBody::Lanes { from, to, lanes, switches })
    }
}

/// What a program is loaded with.
struct Load {
    program: String,
    file_name: String,
    python: Setting,
    schedule: Option<String>,
    position: Option<u64>,
}

fn comparison(found: Comparison) -> ComparisonRows {
    let row = |sentence: Sentence| (sentence.step, sentence.thread.map(ActorId), sentence.text);
    let rest = found.rest.map(|rest| rest.into_iter().map(row).collect());
    ComparisonRows { shared: found.shared, who: found.who, cause: found.cause, rest }
}

fn diagnostic_row(error: &Diagnostic, text: &str) -> DiagnosticRow {
    let column =
        |line: u32, column: u32| line_of(text, line).map_or(column, |line| utf16_column(line, column));
    let span = error.span;
    DiagnosticRow {
        line: span.line,
        column: column(span.line, span.col),
        end_line: span.end_line,
        end_column: column(span.end_line, span.end_col),
        message: error.headline(),
        severity: Severity::Error,
    }
}

impl EnginePort for Engine {
    fn handle(&mut self, request: Request) -> Vec<Reply> {
        match request.command {
            Command::Explore { states, bytes } => return self.explore(request.serial, states, bytes),
            Command::StopExploring => return self.end_search(Halt::Stopped),
            _ => {}
        }
        let mut replies = self.end_task();
        replies.extend(self.obey(request.serial, request.command));
        // What is a moment's work is answered at once.
        if self.task.is_some()
            && let Some(done) = self.tick()
        {
            replies.extend(done);
        }
        replies
    }

    fn waits(&self) -> bool {
        self.task.is_none() && self.hunting().is_some_and(Hunt::waits)
    }

    fn join(&mut self, crew: Rc<Crew>) {
        self.crew = Rc::clone(&crew);
        if let Some(hunt) = self.program.as_mut().and_then(|program| program.hunt.as_mut()) {
            hunt.join(crew);
        }
    }

    fn work(&mut self, more_time: &mut dyn FnMut() -> bool) -> Vec<Reply> {
        while self.task.is_some() {
            if let Some(replies) = self.tick() {
                return replies;
            }
            if !more_time() {
                let task = self.task.as_ref().zip(self.program.as_ref());
                let told = task.map(|(task, program)| {
                    let steps = program.runs.player().position();
                    Engine::reply(task.serial, ReplyBody::Progress { steps })
                });
                return told.into_iter().collect();
            }
        }
        while self.hunting().is_some() {
            let replies = self.hunt();
            if !replies.is_empty() {
                return replies;
            }
            if self.waits() || !more_time() {
                break;
            }
        }
        let told = self.hunting().and_then(|hunt| {
            let body = ReplyBody::Searching { progress: hunt.progress(), findings: None };
            Some(Engine::reply(hunt.serial()?, body))
        });
        told.into_iter().collect()
    }

    fn busy(&self) -> bool {
        self.task.is_some() || self.hunting().is_some()
    }
}
