//! The engine behind the page: programs on the machine, answered in views.
//!
//! One request is under way at a time, as a [`Goal`] that `work` brings nearer in slices. `picture` makes a view of the
//! state reached, `lanes` its timeline; `run` keeps the runs that branched off each other. The search over all schedules
//! (`hunt`) goes on beside that, whenever no request is under way.

mod compare;
mod goal;
mod hunt;
mod lanes;
mod picture;
mod run;
mod states;

use super::findings::Halt;
use super::port::EnginePort;
use super::protocol::Python as Setting;
use super::protocol::{Command, DiagnosticRow, Reply, ReplyBody, Request, Serial, Severity};
use crate::diagnostic::Diagnostic;
use crate::explore::Crew;
use crate::program::{Code, CompileMode, Origin, Python, compile};
use crate::schedule::{Policy, Schedule, Script};
use crate::source::{line_of, utf16_column};
use crate::trace::Player;
use crate::vm::boot::begin;
use crate::vm::{Vm, World};
use compare::Comparing;
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
const FULL: &str = "as many runs are kept as there is room for (40); forget one under Outcomes";

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

/// A position of the run shown, or of the run of another schedule.
type Place = Option<(Option<String>, u64)>;

/// Where to stand in a run that follows a schedule.
enum Then {
    /// At the end of the run.
    End,
    /// Where the schedule ends.
    Schedule,
    /// At this position, to look at a state.
    Passing(u64),
}

/// What is under way.
struct Task {
    serial: Serial,
    goal: Goal,
    /// The run to return to when the goal cannot be reached and its own run is to be forgotten.
    back: Option<usize>,
    /// Its own run was made to look at a state.
    passing: bool,
}

/// See the module.
pub struct Engine {
    image: Vm,
    program: Option<Program>,
    task: Option<Task>,
    /// Two runs that are being laid beside each other; never beside a task.
    comparing: Option<Comparing>,
    /// The part of the timeline that views carry; all of it without one.
    window: Option<Window>,
    /// The workers that searches may use.
    crew: Rc<Crew>,
}

impl Engine {
    /// An engine whose programs begin in copies of `image`.
    pub fn new(image: Vm) -> Engine {
        Engine {
            image,
            program: None,
            task: None,
            comparing: None,
            window: None,
            crew: Rc::new(Crew::new(1)),
        }
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
        self.start(serial, Goal::Script { then: Some(load.position.unwrap_or(0)) })
    }

    fn start(&mut self, serial: Serial, goal: Goal) -> Vec<Reply> {
        self.task = Some(Task { serial, goal, back: None, passing: false });
        vec![]
    }

    /// Shows the run of a schedule: the one that did so before, or another.
    fn follow(&mut self, serial: Serial, text: String, label: String, then: Then) -> Vec<Reply> {
        let passing = matches!(then, Then::Passing(_));
        let then = match then {
            Then::End => Some(u64::MAX),
            Then::Schedule => None,
            Then::Passing(at) => Some(at),
        };
        let Some(program) = &mut self.program else { return Engine::refuse(serial, "no program is loaded") };
        if program.runs.select_followed(&text) {
            let at = then.unwrap_or(program.runs.player().tape().length);
            return self.start(serial, Goal::Land { at });
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
        self.task = Some(Task { serial, goal: Goal::Script { then }, back, passing });
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

    /// The machines of the threads.
    fn machines(&mut self, serial: Serial) -> Reply {
        let body = match &mut self.program {
            Some(Program { hunt: Some(hunt), runs, .. }) => {
                ReplyBody::Machines(Box::new(states::machines(hunt, runs)))
            }
            _ => ReplyBody::Refused { reason: "nothing has been explored yet".into() },
        };
        Engine::reply(serial, body)
    }

    /// Stands at a state of the search.
    fn visit(
        &mut self,
        serial: Serial,
        label: String,
        look: impl FnOnce(&mut Hunt, &Runs) -> Place,
    ) -> Vec<Reply> {
        let place = match &mut self.program {
            Some(Program { hunt: Some(hunt), runs, .. }) => look(hunt, runs),
            _ => None,
        };
        match place {
            Some((None, at)) => self.start(serial, Goal::Land { at }),
            Some((Some(schedule), at)) => self.follow(serial, schedule, label, Then::Passing(at)),
            None => Engine::refuse(serial, "no ordinary run leads to this state"),
        }
    }

    /// Begins to lay two runs beside each other.
    fn compare(&mut self, serial: Serial, schedules: &[String; 2]) -> Vec<Reply> {
        let Some(program) = &self.program else { return Engine::refuse(serial, "no program is loaded") };
        let image = &mut self.image;
        let begin = || begin(image, &program.code, program.world.clone());
        match Comparing::new(serial, &program.code, schedules, begin) {
            Ok(comparing) => self.comparing = Some(comparing),
            Err(reason) => return Engine::refuse(serial, reason),
        }
        vec![]
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

    /// Something besides a search is under way.
    fn has_work(&self) -> bool {
        self.task.is_some() || self.comparing.is_some()
    }

    /// One bounded piece of what is under way; its replies once it is over.
    fn tick(&mut self) -> Option<Vec<Reply>> {
        if let Some(comparing) = &mut self.comparing {
            let body = comparing.work()?;
            return self.comparing.take().map(|done| vec![Engine::reply(done.serial, body)]);
        }
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
                if let (true, Some(before)) = (task.passing, task.back) {
                    program.runs.pass(before);
                }
                self.task = None;
                Some(vec![self.answer(serial)])
            }
        }
    }

    /// Ends what is under way at the step that it has reached.
    fn end_task(&mut self) -> Vec<Reply> {
        if let Some(comparing) = self.comparing.take() {
            return Engine::refuse(comparing.serial, "the comparison was stopped");
        }
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
            Command::Follow { schedule, label, to_end } => {
                let then = if to_end { Then::End } else { Then::Schedule };
                return self.follow(serial, schedule, label, then);
            }
            Command::Chart { outcome, opened } => return vec![self.chart(serial, outcome, opened)],
            Command::Visit { state } => {
                let label = format!("to state {state}");
                return self.visit(serial, label, |hunt, runs| states::place_of(hunt, runs, state));
            }
            Command::Machines => return vec![self.machines(serial)],
            Command::Stand { machine, stand } => {
                let look = |hunt: &mut Hunt, runs: &Runs| states::place_at(hunt, runs, machine, stand);
                return self.visit(serial, "to a place in the code".into(), look);
            }
            Command::Compare { schedules } => return self.compare(serial, &schedules),
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
            Command::Forget { branch } if program.runs.forget(branch) => {
                Goal::Land { at: program.runs.player().position() }
            }
            Command::Forget { .. } => return Engine::refuse(serial, "this run is the only one"),
            Command::Load { .. }
            | Command::Follow { .. }
            | Command::Chart { .. }
            | Command::Visit { .. }
            | Command::Machines
            | Command::Stand { .. }
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
        if self.has_work()
            && let Some(done) = self.tick()
        {
            replies.extend(done);
        }
        replies
    }

    fn waits(&self) -> bool {
        !self.has_work() && self.hunting().is_some_and(Hunt::waits)
    }

    fn join(&mut self, crew: Rc<Crew>) {
        self.crew = Rc::clone(&crew);
        if let Some(hunt) = self.program.as_mut().and_then(|program| program.hunt.as_mut()) {
            hunt.join(crew);
        }
    }

    fn work(&mut self, more_time: &mut dyn FnMut() -> bool) -> Vec<Reply> {
        while self.has_work() {
            if let Some(replies) = self.tick() {
                return replies;
            }
            if !more_time() {
                if let Some(comparing) = &self.comparing {
                    let steps = comparing.steps();
                    return vec![Engine::reply(comparing.serial, ReplyBody::Progress { steps })];
                }
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
        self.has_work() || self.hunting().is_some()
    }
}
