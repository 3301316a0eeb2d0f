//! What the page does about a message: the next model and the effects it asks for.
//!
//! A pure function of model and message. Opening, links, lessons and drafts are in `opening`;
//! here are the program, the engine and the transport; `search` has the search over all schedules.

use super::desk::Phase;
use super::message::{Action, Effect, Message, Region, Shared, Timer, Zoom};
use super::model::{Model, Notice, Offer, Origin, SPEEDS, Theme};
use super::opening;
use super::protocol::{Command, Reply, ReplyBody};
use super::view::View;
use super::{axis, link, rail, search, states};

/// The pause after an edit before the program is loaded again.
const RELOAD_MS: u32 = 600;
/// How long Stop may take before the worker is replaced.
const STOP_MS_MAX: u32 = 2000;
/// How long a passing notice stays.
const NOTICE_MS: u32 = 6000;
/// Segments across the timeline that can be told apart.
const TIMELINE_PIXELS: u32 = 1000;

/// Handles one message.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let mut effects = match message {
        Message::Opened(opening) => opening::open(model, *opening),
        Message::FragmentChanged(fragment) => opening::follow(model, &fragment),
        Message::LessonsArrived(result) => opening::lessons_arrived(model, result),
        Message::LessonArrived { id, program } => opening::lesson_arrived(model, &id, program),
        Message::LessonChosen(id) => opening::choose_lesson(model, &id),
        Message::DraftRestored => opening::restore_draft(model),
        Message::Edited(text) => edited(model, text),
        Message::PythonChosen(python) => {
            model.python = python;
            let mut effects = reload(model, None, 0);
            if model.origin == Origin::Own {
                effects.push(Effect::SaveDraft(opening::draft(model)));
            }
            effects
        }
        Message::EditorReady(rich) => {
            model.rich_editor = rich;
            vec![]
        }
        Message::EngineSaid(reply) => said(model, *reply),
        Message::EngineBroke(what) => broke(model, &what),
        Message::EngineRestart => restart_engine(model, 0),
        Message::Do(action) => act(model, action),
        Message::Slid(step) => go(model, step),
        Message::Choose { step, actor } => {
            ask(model, Command::Choose { step, actor });
            vec![]
        }
        Message::ChooseNth(nth) => choose_nth(model, nth),
        Message::BranchChosen(branch) => {
            ask(model, Command::SelectBranch { branch });
            vec![]
        }
        Message::BranchForgotten(branch) => {
            let effects = halt_play(model);
            ask(model, Command::Forget { branch });
            effects
        }
        Message::Explore => search::toggle(model),
        Message::OutcomeShown(nth) => {
            let effects = halt_play(model);
            search::show(model, nth);
            effects
        }
        Message::RemarkShown(nth) => {
            let effects = halt_play(model);
            search::show_remark(model, nth);
            effects
        }
        Message::Compared(nth) => {
            let effects = halt_play(model);
            search::compare(model, nth);
            effects
        }
        Message::StatePointed(state) => {
            model.states.pointed = state;
            vec![]
        }
        Message::StateMoved(way) => {
            states::step(model, way);
            vec![]
        }
        Message::StateChosen(state) => {
            let effects = halt_play(model);
            states::choose(model, state);
            effects
        }
        Message::RailPointed(place) => {
            model.rail.pointed = place;
            vec![]
        }
        Message::RailMoved(way) => {
            rail::step(model, way);
            vec![]
        }
        Message::RailChosen(machine, stand) => {
            let effects = halt_play(model);
            rail::choose(model, machine, stand);
            effects
        }
        Message::InputGiven(text) => {
            ask(model, Command::Input { text });
            vec![]
        }
        Message::SpeedChosen(speed) => {
            model.speed = speed.min(SPEEDS.len() - 1);
            if model.playing { vec![tick(model)] } else { vec![] }
        }
        Message::Zoom(zoom) => zoomed(model, zoom),
        Message::Elapsed(timer) => elapsed(model, timer),
        other => shown(model, other),
    };
    while let Some(request) = model.desk.next() {
        effects.push(Effect::Send(request));
    }
    effects
}

/// What only changes what is open and how it looks.
fn shown(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::EditorWanted => {
            model.region = Region::Code;
            return vec![Effect::FocusEditor];
        }
        Message::RegionShown(region) => model.region = region,
        Message::StageShown(tab) => {
            model.stage_tab = tab;
            states::wanted(model);
        }
        Message::ReadShown(tab) => model.read_tab = tab,
        Message::RailToggled => {
            model.rail.hidden = !model.rail.hidden;
            rail::wanted(model);
        }
        Message::BytecodeToggled => model.bytecode = !model.bytecode,
        Message::DialogOpened(dialog) => {
            model.dialog = Some(dialog);
            model.copied = None;
            return stop(model, false);
        }
        Message::DialogClosed => model.dialog = None,
        Message::Copied(done) => model.copied = Some(done),
        Message::NoticeDismissed => model.notice = None,
        Message::Copy(what) => return copy(model, what),
        Message::ThemeToggled => {
            let dark = match model.theme {
                Theme::System => model.dark_system,
                Theme::Light => false,
                Theme::Dark => true,
            };
            model.theme = if dark { Theme::Light } else { Theme::Dark };
            return vec![Effect::SaveTheme(if dark { "light" } else { "dark" })];
        }
        _ => {}
    }
    vec![]
}

fn edited(model: &mut Model, text: String) -> Vec<Effect> {
    if text == model.text {
        return vec![];
    }
    let mut effects = opening::make_own(model, &text);
    model.text = text;
    model.touched = true;
    model.playing = false;
    effects.push(Effect::Cancel(Timer::Play));
    effects.push(Effect::SaveDraft(opening::draft(model)));
    effects.push(Effect::Wait(Timer::Reload, RELOAD_MS));
    effects
}

/// Has the engine load the program as it is now, without running it beyond the position.
pub fn reload(model: &mut Model, schedule: Option<String>, position: u64) -> Vec<Effect> {
    model.playing = false;
    model.refusal = None;
    model.window = None;
    model.view = None;
    model.diagnostics.clear();
    model.progress = None;
    search::replaced(model);
    model.loaded = Some((model.text.clone(), model.python));
    let mut effects = vec![Effect::Cancel(Timer::Play), Effect::Cancel(Timer::Reload)];
    if model.desk.phase == Phase::Ready && model.desk.under_way() && !model.desk.stopping() {
        effects.push(Effect::Send(model.desk.send_now(Command::Stop)));
        effects.push(Effect::Wait(Timer::StopWatch, stop_ms(model)));
    }
    model.desk.ask_instead(Command::Load {
        program: model.text.clone(),
        file_name: model.file.clone(),
        python: model.python,
        schedule,
        position: Some(position),
    });
    effects
}

/// Puts a command behind the others, after a load if the program was edited since the last.
pub fn ask(model: &mut Model, command: Command) {
    if model.edited() {
        reload(model, None, 0);
    }
    model.refusal = None;
    model.desk.ask(command);
}

fn go(model: &mut Model, step: u64) -> Vec<Effect> {
    let length = model.live_view().map_or(0, |view| view.length);
    let mut effects = halt_play(model);
    ask(model, Command::Goto { step: step.min(length) });
    effects.push(Effect::Cancel(Timer::Play));
    effects
}

fn halt_play(model: &mut Model) -> Vec<Effect> {
    if !model.playing {
        return vec![];
    }
    model.playing = false;
    model.desk.forget_waiting();
    vec![Effect::Cancel(Timer::Play)]
}

fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let command = match action {
        Action::PlayOrStop if model.stoppable() => return stop(model, true),
        Action::PlayOrStop => return play(model),
        Action::Stop => {
            let mut effects = stop(model, true);
            effects.extend(search::stop(model));
            return effects;
        }
        Action::Step => Command::Step,
        Action::StepBack => Command::StepBack,
        Action::StepLine => Command::StepLine,
        Action::NextSwitch => Command::NextSwitch,
        Action::RunToEnd => Command::RunToEnd,
        Action::Restart => Command::Restart,
    };
    let effects = halt_play(model);
    ask(model, command);
    effects
}

fn play(model: &mut Model) -> Vec<Effect> {
    if model.live_view().is_some_and(|view| view.at_end) {
        ask(model, Command::Restart);
    }
    model.playing = true;
    ask(model, Command::Advance { steps: SPEEDS[model.speed].steps });
    model.playing = true; // a reload on the way has ended an earlier play, not this one
    vec![tick(model)]
}

fn tick(model: &Model) -> Effect {
    Effect::Wait(Timer::Play, SPEEDS[model.speed].tick_ms)
}

/// How long Stop may take: between two batches of a search it is heard later.
fn stop_ms(model: &Model) -> u32 {
    if model.desk.search.is_some() { search::STOP_MS_MAX } else { STOP_MS_MAX }
}

/// Ends playing and whatever the engine is at; `surely` also when it may be done in a moment.
fn stop(model: &mut Model, surely: bool) -> Vec<Effect> {
    let mut effects = halt_play(model);
    if model.desk.phase != Phase::Ready || !model.desk.under_way() || model.desk.stopping() {
        return effects;
    }
    if surely || model.desk.running_long() {
        model.desk.forget_waiting();
        effects.push(Effect::Send(model.desk.send_now(Command::Stop)));
        effects.push(Effect::Wait(Timer::StopWatch, stop_ms(model)));
    }
    effects
}

fn choose_nth(model: &mut Model, nth: usize) -> Vec<Effect> {
    let Some(view) = model.live_view() else {
        return vec![];
    };
    let (step, choices) = match (&view.question, view.choices.len()) {
        (Some(question), 0 | 1) => (question.step, &question.choices),
        _ => (view.position, &view.choices),
    };
    let Some(actor) = choices.get(nth).map(|choice| choice.actor) else {
        return vec![];
    };
    let effects = halt_play(model);
    ask(model, Command::Choose { step, actor });
    effects
}

fn zoomed(model: &mut Model, zoom: Zoom) -> Vec<Effect> {
    let Some(view) = model.live_view() else {
        return vec![];
    };
    let whole = (0, axis::whole(view.length));
    let window = axis::zoom(model.window.unwrap_or(whole), view.position, view.length, zoom);
    model.window = (window != whole).then_some(window);
    let (from, to) = window;
    ask(model, Command::Window { from, to, pixels: TIMELINE_PIXELS });
    vec![]
}

fn elapsed(model: &mut Model, timer: Timer) -> Vec<Effect> {
    match timer {
        Timer::Play if model.playing => {
            if model.desk.idle() {
                ask(model, Command::Advance { steps: SPEEDS[model.speed].steps });
            }
            vec![tick(model)]
        }
        Timer::Play => vec![],
        Timer::Reload if model.edited() => reload(model, None, 0),
        Timer::Reload => vec![],
        Timer::StopWatch if model.desk.stopping() => {
            let position = model.view.as_ref().map_or(0, |view| view.position);
            restart_engine(model, position)
        }
        Timer::StopWatch => vec![],
        Timer::SearchWatch if model.desk.search.is_some() => {
            let position = model.view.as_ref().map_or(0, |view| view.position);
            restart_engine(model, position)
        }
        Timer::SearchWatch => vec![],
        Timer::Notice => {
            model.notice = None;
            vec![]
        }
    }
}

/// Replaces the worker; the program and, if asked for, the place in its run are kept.
fn restart_engine(model: &mut Model, position: u64) -> Vec<Effect> {
    let schedule = model.live_view().map(|view| view.schedule.clone());
    model.desk.reset(Phase::Starting);
    model.notice = None;
    let mut effects =
        vec![Effect::StartEngine, Effect::Cancel(Timer::StopWatch), Effect::Cancel(Timer::SearchWatch)];
    effects.extend(reload(model, schedule.filter(|text| !text.is_empty()), position));
    effects
}

fn broke(model: &mut Model, what: &str) -> Vec<Effect> {
    model.desk.reset(Phase::Broken);
    search::replaced(model);
    model.playing = false;
    model.progress = None;
    model.notice = Some(Notice {
        text: format!("The engine stopped working: {what}. Your program is safe."),
        wrong: true,
        offer: Offer::Engine,
    });
    vec![Effect::Cancel(Timer::Play), Effect::Cancel(Timer::StopWatch)]
}

fn said(model: &mut Model, reply: Reply) -> Vec<Effect> {
    if let ReplyBody::Ready { build } = reply.body {
        model.desk.phase = Phase::Ready;
        model.desk.build = build;
        return vec![];
    }
    if let ReplyBody::Failed { message } = reply.body {
        return broke(model, &message);
    }
    if let ReplyBody::Progress { steps } = reply.body {
        if model.desk.is_open(reply.serial) {
            model.progress = Some(steps);
        }
        return vec![];
    }
    if model.desk.search == Some(reply.serial) {
        let effects = search::said(model, reply.body);
        states::wanted(model);
        rail::wanted(model);
        return effects;
    }
    let Some(command) = model.desk.close(reply.serial) else {
        return vec![];
    };
    model.progress = None;
    let mut effects = vec![];
    if command == Command::Stop {
        effects.push(Effect::Cancel(Timer::StopWatch));
    }
    match reply.body {
        ReplyBody::View(view) => effects.extend(seen(model, *view)),
        ReplyBody::Lanes { lanes, switches, .. } => {
            if let Some(view) = &mut model.view {
                view.lanes = lanes;
                view.switches = switches;
            }
        }
        ReplyBody::Comparison(rows) => {
            if let Some((_, known)) = &mut model.comparison {
                *known = *rows;
            }
        }
        ReplyBody::Machines(rows) => model.rail.rows = Some(*rows),
        ReplyBody::Chart(rows) => states::arrived(model, *rows),
        ReplyBody::Diagnostics(rows) => {
            model.diagnostics = rows;
            model.view = None;
            effects.extend(halt_play(model));
        }
        ReplyBody::Refused { reason } => {
            effects.extend(halt_play(model));
            if matches!(command, Command::Compare { .. }) {
                model.comparison = None;
            }
            let restoring = matches!(&command, Command::Load { schedule: Some(_), .. });
            if restoring {
                effects.extend(cannot_replay(model, &reason));
            } else {
                model.refusal = Some(reason);
            }
        }
        ReplyBody::Ready { .. }
        | ReplyBody::Progress { .. }
        | ReplyBody::Searching { .. }
        | ReplyBody::Found(_)
        | ReplyBody::Failed { .. } => {}
    }
    effects
}

/// The schedule of a link or a lesson does not fit the program: the program is loaded without.
fn cannot_replay(model: &mut Model, reason: &str) -> Vec<Effect> {
    let effects = reload(model, None, 0);
    model.notice = Some(Notice {
        text: format!("The schedule that came with this program cannot be replayed: {reason}"),
        wrong: true,
        offer: Offer::Nothing,
    });
    effects
}

fn seen(model: &mut Model, view: View) -> Vec<Effect> {
    // A reply to what was asked before an edit shows a program that is no longer there.
    if model.edited() {
        return vec![];
    }
    model.diagnostics.clear();
    let halts = view.at_end || view.wants_input;
    model.view = Some(view);
    states::wanted(model);
    rail::wanted(model);
    if halts { halt_play(model) } else { vec![] }
}

fn copy(model: &mut Model, what: Shared) -> Vec<Effect> {
    let Ok(fragment) = model.fragment() else {
        return vec![];
    };
    let text = match what {
        Shared::Link => format!("{}#{fragment}", model.base),
        Shared::Frame => link::frame(&model.base, &fragment, &model.title()),
    };
    vec![Effect::Copy(text), Effect::Wait(Timer::Notice, NOTICE_MS)]
}
