//! The search over all schedules as the page has it: asked for, under way, stopped, over, or of an earlier text.
//!
//! The search itself is the engine's. What it has found stays until another search has found something, whatever
//! becomes of the program or the engine; `Search::of` says what it is about.

use super::findings::{Findings, Halt, OutcomeRow, RemarkRow, SearchProgress};
use super::message::{Effect, ReadTab, Region, Timer};
use super::model::Model;
use super::protocol::{Command, Python, ReplyBody};
use super::update::ask;
use super::view::EndingKind;

/// States that a search looks at before it asks whether to go on.
pub const STATES_MAX: u64 = 300_000;
/// Bytes that what waits may take before it does so.
pub const BYTES_MAX: u64 = 256 << 20;
/// How long the engine may take to stop a search before it is replaced.
pub const STOP_MS_MAX: u32 = 12_000;
/// Progress is counted over about this time for the rate.
const RATE_MS: u64 = 1_000;

/// A search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    /// The program and the interpreter that it is about.
    pub of: (String, Python),
    /// Where it stands.
    pub stage: Stage,
    /// How far it has come.
    pub progress: SearchProgress,
    /// What it has found.
    pub findings: Option<Findings>,
    /// Milliseconds that it has been under way, earlier stretches included.
    pub spent_ms: u64,
    /// States a second, over the last second or so.
    pub rate: u64,
    /// The number of states at which it stops by itself.
    pub limit: u64,
    /// The way to end that was shown last.
    pub shown: Option<usize>,
    /// The clock when it was last told how far it is.
    heard_ms: u64,
    /// The clock and the states at which the rate is measured from.
    mark: (u64, u64),
    /// What was found before, should this search not even begin.
    before: Option<Box<Search>>,
}

/// The ways to end that are known under one interpreter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explored {
    of: (String, Python),
    complete: bool,
    ends: Vec<String>,
}

/// Where a search stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// It is under way, or about to be.
    #[default]
    Running,
    /// It has been asked to stop.
    Stopping,
    /// It no longer goes on.
    Over(Halt),
}

impl Search {
    /// It is under way.
    pub fn is_running(&self) -> bool {
        matches!(self.stage, Stage::Running | Stage::Stopping)
    }

    fn tick(&mut self, now_ms: u64) {
        self.spent_ms += now_ms.saturating_sub(self.heard_ms);
        self.heard_ms = now_ms;
    }

    fn come_to(&mut self, progress: SearchProgress, now_ms: u64) {
        self.tick(now_ms);
        let (since, states) = self.mark;
        let passed = now_ms.saturating_sub(since);
        // It begins anew with more places in sight now and then: fewer states than before.
        if progress.states < states {
            self.mark = (now_ms, progress.states);
        } else if passed >= RATE_MS {
            self.rate = (progress.states - states) * 1000 / passed;
            self.mark = (now_ms, progress.states);
        }
        self.progress = progress;
    }

    /// Ways to end that are known, those included that it told of before it began anew.
    pub fn ends(&self) -> u32 {
        self.progress.ends.max(self.findings.as_ref().map_or(0, |known| known.outcomes_total))
    }

    /// States a second over the whole search, once there is enough to tell.
    pub fn mean_rate(&self) -> Option<u64> {
        (self.spent_ms >= 1_000).then(|| self.progress.states * 1000 / self.spent_ms)
    }

    /// What is read out when it has changed: that it began, and what it came to.
    pub fn said(&self) -> String {
        match (self.stage, &self.findings) {
            (Stage::Running | Stage::Stopping, _) => "Exploring every schedule.".to_owned(),
            (Stage::Over(_), Some(findings)) => super::verdict::sentence(findings),
            (Stage::Over(_), None) => "The search was stopped before it found anything.".to_owned(),
        }
    }
}

/// Why what was found no longer belongs to what is shown.
pub fn stale(model: &Model) -> Option<String> {
    let (text, python) = &model.search.as_ref()?.of;
    match (*text != model.text, *python != model.python) {
        (true, _) => Some("for an earlier text".to_owned()),
        (false, true) => Some(format!("for Python {}", python.name())),
        (false, false) => None,
    }
}

/// What the button does now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Begin a search.
    Begin,
    /// Stop the one that is under way.
    Stop,
    /// Go on with the one that was stopped.
    Continue,
    /// Nothing: all has been explored.
    Done,
}

/// What the button does now.
pub fn offer(model: &Model) -> Offer {
    match &model.search {
        Some(search) if search.is_running() => Offer::Stop,
        Some(_) if stale(model).is_some() => Offer::Begin,
        Some(Search { stage: Stage::Over(Halt::Complete), .. }) => Offer::Done,
        Some(_) => Offer::Continue,
        None => Offer::Begin,
    }
}

/// There is an engine, a program that compiles as far as is known, and room for what is found: a frame has none.
pub fn possible(model: &Model) -> bool {
    let broken = model.desk.phase == super::desk::Phase::Broken;
    !broken && !model.embed && (model.diagnostics.is_empty() || model.edited()) && !model.text.is_empty()
}

/// The button, or its key.
pub fn toggle(model: &mut Model) -> Vec<Effect> {
    (model.read_tab, model.region) = (ReadTab::Outcomes, Region::Outcomes);
    match offer(model) {
        Offer::Stop => stop(model),
        Offer::Done => vec![],
        Offer::Begin | Offer::Continue if !possible(model) => vec![],
        Offer::Begin => {
            let before = model.search.take().filter(|search| search.findings.is_some()).map(Box::new);
            begin(model, Search { before, ..Search::default() });
            vec![]
        }
        Offer::Continue => {
            if let Some(search) = model.search.take() {
                begin(model, search);
            }
            vec![]
        }
    }
}

fn begin(model: &mut Model, search: Search) {
    let command = Command::Explore { states: STATES_MAX, bytes: BYTES_MAX };
    // A program that was edited is loaded first, which would end a search that is noted already.
    ask(model, command);
    model.search_problem = None;
    let of = (model.text.clone(), model.python);
    let (heard_ms, mark) = (model.now_ms, (model.now_ms, search.progress.states));
    let limit = search.progress.states + STATES_MAX;
    model.search = Some(Search { of, stage: Stage::Running, limit, heard_ms, mark, ..search });
}

/// Asks for the end of the search that is under way.
pub fn stop(model: &mut Model) -> Vec<Effect> {
    if model.desk.search.is_none() {
        // It waits its turn behind something else, or there is none.
        if model.search.as_ref().is_some_and(Search::is_running) {
            model.desk.forget_search();
            halt(model, Halt::Stopped);
        }
        return vec![];
    }
    match &mut model.search {
        Some(search) if search.stage == Stage::Running => search.stage = Stage::Stopping,
        _ => return vec![],
    }
    vec![
        Effect::Send(model.desk.send_beside(Command::StopExploring)),
        Effect::Wait(Timer::SearchWatch, STOP_MS_MAX),
    ]
}

/// Another program, or another engine, has taken the place of the one that was searched.
pub fn replaced(model: &mut Model) {
    model.desk.search = None;
    model.search_problem = None;
    model.comparison = None;
    if model.search.as_ref().is_some_and(Search::is_running) {
        halt(model, Halt::Stopped);
    }
}

fn halt(model: &mut Model, halt: Halt) {
    let now_ms = model.now_ms;
    let Some(search) = &mut model.search else { return };
    search.tick(now_ms);
    search.stage = Stage::Over(halt);
    if let Some(findings) = &mut search.findings {
        findings.halt = Some(halt);
    }
    if search.findings.is_none() && search.progress.states == 0 {
        model.search = search.before.take().map(|before| *before);
    }
}

/// The engine says something about the search that is under way.
pub fn said(model: &mut Model, body: ReplyBody) -> Vec<Effect> {
    let now_ms = model.now_ms;
    let Some(search) = &mut model.search else { return vec![] };
    match body {
        ReplyBody::Searching { progress, findings } => {
            search.come_to(progress, now_ms);
            if let Some(findings) = findings {
                take(search, *findings);
            }
            vec![]
        }
        ReplyBody::Found(findings) => {
            search.come_to(findings.progress, now_ms);
            search.stage = Stage::Over(findings.halt.unwrap_or(Halt::Stopped));
            take(search, *findings);
            let (of, known) = (search.of.clone(), search.findings.as_ref());
            let complete = known.is_some_and(Findings::is_complete);
            let ends = known.map_or_else(Vec::new, |known| known.outcomes.iter().map(face).collect());
            model.explored.retain(|other| other.of.0 == of.0 && other.of.1 != of.1);
            model.explored.push(Explored { of, complete, ends });
            model.desk.search = None;
            vec![Effect::Cancel(Timer::SearchWatch)]
        }
        ReplyBody::Refused { reason } => {
            model.desk.search = None;
            model.search = search.before.take().map(|before| *before);
            model.search_problem = Some(match model.diagnostics.first() {
                Some(row) => format!(
                    "Nothing was explored: the program does not compile (line {}: {}).",
                    row.line, row.message
                ),
                None => format!("Nothing was explored: {reason}."),
            });
            vec![Effect::Cancel(Timer::SearchWatch)]
        }
        _ => vec![],
    }
}

/// What was found takes the place of what was found before. A search that has begun anew and was stopped soon after
/// knows less than it told: then what it told stays.
fn take(search: &mut Search, findings: Findings) {
    search.before = None;
    match &mut search.findings {
        Some(known) if !findings.is_complete() && findings.outcomes.len() < known.outcomes.len() => {
            (known.halt, known.progress) = (findings.halt, findings.progress);
        }
        known => *known = Some(findings),
    }
}

/// What tells two ways to end apart, whatever the interpreter: the order of what is printed does not.
fn face(row: &OutcomeRow) -> String {
    let mut lines: Vec<&str> = row.output.lines().collect();
    lines.sort_unstable();
    let detail = row.detail.as_deref().unwrap_or_default();
    format!("{:?} {} {detail}\n{}", row.kind, row.exit_code, lines.join("\n"))
}

/// The interpreters under which a way to end is known to happen, and those under which it cannot: a search of the same
/// text has looked at every schedule there.
pub fn interpreters(model: &Model, row: &OutcomeRow) -> (Vec<Python>, Vec<Python>) {
    let face = face(row);
    let text = model.search.as_ref().map(|search| &search.of.0);
    let known = |python: &Python| {
        let explored = model.explored.iter().find(|one| one.of.1 == *python && Some(&one.of.0) == text);
        explored.map(|one| (one.ends.contains(&face), one.complete))
    };
    let with = |python: &Python| row.python.contains(python) || known(python).is_some_and(|(has, _)| has);
    let without = |python: &Python| !with(python) && known(python) == Some((false, true));
    (Python::ALL.into_iter().filter(with).collect(), Python::ALL.into_iter().filter(without).collect())
}

/// Has the engine show a way to end, beside the runs that there are.
pub fn show(model: &mut Model, nth: usize) {
    if stale(model).is_some() {
        return;
    }
    let Some(search) = &mut model.search else { return };
    let Some(row) = search.findings.as_ref().and_then(|findings| findings.outcomes.get(nth)) else { return };
    if !row.replayed {
        return;
    }
    let what = match row.kind {
        EndingKind::Exit => row.output.lines().last().unwrap_or("prints nothing").to_owned(),
        EndingKind::Exception => row.detail.clone().unwrap_or_else(|| "exception".to_owned()),
        EndingKind::Deadlock => "deadlock".to_owned(),
        EndingKind::Limit => "limit".to_owned(),
    };
    let (schedule, label) = (row.schedule.clone(), format!("explored: {what}"));
    search.shown = Some(nth);
    model.region = Region::Story;
    ask(model, Command::Follow { schedule, label, to_end: true });
}

/// Has the engine show the run that leads to what the nth remark tells of; what goes round is gone round twice.
pub fn show_remark(model: &mut Model, nth: usize) {
    if stale(model).is_some() {
        return;
    }
    let found = model.search.as_ref().and_then(|search| search.findings.as_ref()?.remarks.get(nth));
    let Some(RemarkRow { title, schedule: Some(schedule), .. }) = found else { return };
    let (schedule, label) = (schedule.clone(), format!("explored: {}", title.to_lowercase()));
    model.region = Region::Story;
    ask(model, Command::Follow { schedule, label, to_end: false });
}

/// Has the engine lay a way to end beside a run that works: that of the first good end, or else the run shown.
pub fn compare(model: &mut Model, nth: Option<usize>) {
    model.comparison = None;
    let rows = model.search.as_ref().and_then(|search| search.findings.as_ref()).map(|known| &known.outcomes);
    let Some((nth, row)) = nth.and_then(|nth| Some((nth, rows?.get(nth)?))) else { return };
    if stale(model).is_some() || !row.replayed {
        return;
    }
    let works = rows
        .into_iter()
        .flatten()
        .enumerate()
        .find(|(at, other)| *at != nth && !other.failure && other.replayed);
    let shown = model.live_view().map(|view| view.schedule.clone()).unwrap_or_default();
    let other = works.map_or(shown, |(_, other)| other.schedule.clone());
    let schedules = [other, row.schedule.clone()];
    model.comparison = Some((nth, super::findings::ComparisonRows::default()));
    ask(model, Command::Compare { schedules });
}
