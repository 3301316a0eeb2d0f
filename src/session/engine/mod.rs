//! The engine behind the page: programs on the machine, answered in views.
//!
//! One request is under way at a time, as a [`Goal`] that `work` brings nearer in slices. `picture` makes a view of the
//! state reached, `lanes` its timeline; `run` keeps the runs that branched off each other.

mod goal;
mod lanes;
mod picture;
mod run;

use super::port::EnginePort;
use super::protocol::Python as Setting;
use super::protocol::{Command, DiagnosticRow, Reply, ReplyBody, Request, Serial, Severity};
use crate::diagnostic::Diagnostic;
use crate::program::{Code, CompileMode, Origin, Python, compile};
use crate::schedule::{Policy, Schedule, Script};
use crate::source::{line_of, utf16_column};
use crate::trace::Player;
use crate::vm::boot::begin;
use crate::vm::{Vm, World};
use goal::{Goal, Progress};
use lanes::{Timeline, Window};
use run::Runs;
use std::sync::Arc;

/// Most objects that a program in the page may have alive: past this the run ends at a limit that it names.
const OBJECTS_MAX: u64 = 1_000_000;
/// Most bytes that they may take, and that a program may print. Kept states may take 320 MB besides (`trace::player`).
const BYTES_MAX: u64 = 512 << 20;
const OUTPUT_MAX: u64 = 128 << 20;

/// The program that is loaded.
struct Program {
    code: Arc<Code>,
    python: Python,
    setting: Setting,
    runs: Runs,
}

/// What is under way.
struct Task {
    serial: Serial,
    goal: Goal,
}

/// See the module.
pub struct Engine {
    image: Vm,
    program: Option<Program>,
    task: Option<Task>,
    /// The part of the timeline that views carry; all of it without one.
    window: Option<Window>,
}

impl Engine {
    /// An engine whose programs begin in copies of `image`.
    pub fn new(image: Vm) -> Engine {
        Engine { image, program: None, task: None, window: None }
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
        let player = match Player::new(begin(&mut self.image, &code, world), policy) {
            Ok(player) => player,
            Err(impossible) => return Engine::refuse(serial, impossible.to_string()),
        };
        self.window = None;
        self.program = Some(Program { code, python, setting: load.python, runs: Runs::new(player) });
        self.start(serial, Goal::Script { then: load.position.unwrap_or(0) })
    }

    fn start(&mut self, serial: Serial, goal: Goal) -> Vec<Reply> {
        self.task = Some(Task { serial, goal });
        vec![]
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
                return self.load(serial, Load { program, file_name, python, schedule, position });
            }
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
            Command::Load { .. } => return vec![],
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
        let mut replies = self.end_task();
        replies.extend(self.obey(request.serial, request.command));
        // What is a moment's work is answered at once.
        if self.busy()
            && let Some(done) = self.tick()
        {
            replies.extend(done);
        }
        replies
    }

    fn work(&mut self, more_time: &mut dyn FnMut() -> bool) -> Vec<Reply> {
        while self.busy() {
            if let Some(replies) = self.tick() {
                return replies;
            }
            if !more_time() {
                break;
            }
        }
        match (&self.task, &self.program) {
            (Some(task), Some(program)) => {
                let steps = program.runs.player().position();
                vec![Engine::reply(task.serial, ReplyBody::Progress { steps })]
            }
            _ => vec![],
        }
    }

    fn busy(&self) -> bool {
        self.task.is_some()
    }
}
