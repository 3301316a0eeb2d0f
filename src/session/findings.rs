//! What a search over all schedules has come to, as the page is told: plain rows.
//!
//! The engine makes them from the search's own report. Nothing here depends on the machine, and no row needs another
//! question: each way to end brings a schedule that leads there.

use serde::{Deserialize, Serialize};

use super::protocol::Python;
use super::view::{ActorId, EndingKind};

/// How far a search has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchProgress {
    /// States seen.
    pub states: u64,
    /// Transitions between them.
    pub transitions: u64,
    /// Levels done: the greatest number of transitions on a shortest way to a state.
    pub depth: u32,
    /// States that wait to be looked at.
    pub waiting: u64,
    /// Ways to end found so far.
    pub ends: u32,
    /// Workers that share the work.
    pub jobs: u32,
    /// A worker has failed, and the search has begun again without the others.
    #[serde(default)]
    pub damaged: bool,
}

/// Why a search no longer goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Halt {
    /// Every state was seen.
    Complete,
    /// The reader stopped it, or another program took its place.
    Stopped,
    /// It has looked at as many states as it was allowed.
    States,
    /// What waits takes as much memory as it was allowed.
    Memory,
}

/// What can be said about a program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// Every schedule was looked at, none fails, and all end alike.
    Proved,
    /// Some schedule fails, or two end differently.
    Counterexample,
    /// Nothing was found in what was looked at.
    #[default]
    Budget,
}

/// One way to end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeRow {
    /// Its kind. An exception counts in whichever thread it was left uncaught.
    pub kind: EndingKind,
    /// A correct program has no such end.
    pub failure: bool,
    /// What is printed on the way there, shortened.
    pub output: String,
    /// The exit code.
    pub exit_code: i32,
    /// The last line of the first traceback, or which limit was reached.
    pub detail: Option<String>,
    /// At a deadlock: a sentence for each thread that waits.
    pub blocked: Vec<String>,
    /// The point of no return: its position in the run, and the same as a sentence.
    pub no_return: Option<(u32, String)>,
    /// Switches away from a thread that could have gone on.
    pub preemptions: u32,
    /// Transitions on the way there.
    pub steps: u32,
    /// No way there has fewer preemptions.
    pub least: bool,
    /// The schedule leads there in an ordinary run too, so that it can be shown.
    pub replayed: bool,
    /// A schedule that leads there, in its short text form.
    pub schedule: String,
    /// The interpreters under which it is known to happen.
    pub python: Vec<Python>,
    /// Who runs on the way, and for how long: the strip that is its face.
    pub strip: Vec<(ActorId, u64)>,
}

/// Two threads about to touch one place, at least one of them to write it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RaceRow {
    /// The place in the program's own words.
    pub place: String,
    /// Who does what: name, line, whether it writes.
    pub sides: Vec<(String, u32, bool)>,
}

/// Something that a finished search has found besides ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemarkRow {
    /// What it is.
    pub title: String,
    /// The finding in words.
    pub text: String,
    /// What else there is to say.
    pub details: Vec<String>,
    /// Something goes on for ever.
    pub endless: bool,
    /// A schedule that leads there, in its short text form; what repeats itself is in it twice.
    pub schedule: Option<String>,
}

/// Two runs beside each other, from where they part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparisonRows {
    /// The last position up to which both are the same.
    pub shared: u64,
    /// Who goes on there, in the first run and in the second; nobody where the run ends.
    pub who: [Option<String>; 2],
    /// What was different for it later, as a sentence; code is between backquotes.
    pub cause: Option<String>,
    /// The sentences of each run from there on: position, who, text.
    pub rest: [Vec<(u64, Option<ActorId>, String)>; 2],
}

/// All that a search knows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Findings {
    /// The verdict.
    pub verdict: Verdict,
    /// How far it has come.
    pub progress: SearchProgress,
    /// Why it no longer goes on; `None` while it does.
    pub halt: Option<Halt>,
    /// The ways to end, those that fail first, at most as many as the page lists.
    pub outcomes: Vec<OutcomeRow>,
    /// How many there are.
    pub outcomes_total: u32,
    /// Of those, how many fail.
    pub failures_total: u32,
    /// Random schedules that were played besides.
    pub samples: u64,
    /// The races.
    pub races: Vec<RaceRow>,
    /// What else a finished search says: threads that never move again, rounds without end, lines that nobody executes.
    pub remarks: Vec<RemarkRow>,
}

impl Findings {
    /// Every state was seen.
    pub fn is_complete(&self) -> bool {
        self.halt == Some(Halt::Complete)
    }
}
