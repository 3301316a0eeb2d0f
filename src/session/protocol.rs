//! The messages between the page and the engine.
//!
//! Plain data that is its own JSON, so that it crosses a worker's message port as text, can be
//! written down in a test, and means the same natively. Every request carries a serial number
//! and every reply that belongs to it carries it back; the page drops replies to requests that
//! it has given up (after `Stop`, or after it started another worker).
//!
//! Steps count from 0: position 0 is the state before the first instruction, position n the
//! state after n steps.

use serde::{Deserialize, Serialize};

use super::chart::ChartRows;
use super::findings::{ComparisonRows, Findings, SearchProgress};
use super::rail::RailRows;
use super::view::{ActorId, BranchId, LaneSegment, SwitchMark, View};

/// Numbers the requests of one page, from 1.
pub type Serial = u64;

/// What the page asks of the engine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Comes back in every reply to this request.
    pub serial: Serial,
    /// What to do.
    pub command: Command,
}

/// The interpreters whose switching rules a program can run under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Python {
    /// A GIL that may pass between any two bytecodes.
    #[serde(rename = "3.9")]
    V3_9,
    /// A GIL that may pass at the eval-breaker points only.
    #[default]
    #[serde(rename = "3.14")]
    V3_14,
    /// No GIL: a switch at every shared access.
    #[serde(rename = "3.14t")]
    V3_14t,
}

impl Python {
    /// All settings, in the order in which the page offers them.
    pub const ALL: [Self; 3] = [Self::V3_9, Self::V3_14, Self::V3_14t];

    /// The version as it is written on the command line, in links and on the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::V3_9 => "3.9",
            Self::V3_14 => "3.14",
            Self::V3_14t => "3.14t",
        }
    }

    /// Reads what `name` writes.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|python| python.name() == name)
    }
}

/// The commands of the page, one for each thing that a reader can ask for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Compiles a program and stands before its first step, or, with a position, replays the
    /// schedule up to there. The default policy continues where the schedule ends.
    Load {
        /// The source text.
        program: String,
        /// The name that tracebacks show.
        file_name: String,
        /// The interpreter whose rules apply.
        python: Python,
        /// The short text form of a schedule.
        schedule: Option<String>,
        /// The step to stand at afterwards; 0 when absent.
        position: Option<u64>,
    },
    /// One step forwards.
    Step,
    /// One step backwards.
    StepBack,
    /// Forwards until the running actor's line changes, or it can go no further.
    StepLine,
    /// Forwards to the next place where another actor goes on.
    NextSwitch,
    /// To this position; forwards runs what is not recorded yet.
    Goto {
        /// The position wanted; one beyond the end stops at the end.
        step: u64,
    },
    /// So many steps forwards: the page's way to play at a speed.
    Advance {
        /// How many steps.
        steps: u64,
    },
    /// Forwards to the end of the run, or until `Stop`.
    RunToEnd,
    /// Ends whatever is under way at the step it has reached.
    Stop,
    /// Back to position 0, keeping what is recorded.
    Restart,
    /// Lets this actor go on at the switch point at `step`. If the recorded future says
    /// otherwise, that future stays as a branch and a new one begins; then takes that one step.
    Choose {
        /// The position of the switch point: the present one, or `View::question`'s.
        step: u64,
        /// Who goes on.
        actor: ActorId,
    },
    /// Makes a branch the present run; the position stays where both share it, otherwise it
    /// becomes the last step that they share.
    SelectBranch {
        /// The branch to show.
        branch: BranchId,
    },
    /// Forgets a branch. Those that parted from it stay, and if it was shown, that from which it parts is.
    Forget {
        /// The branch to forget.
        branch: BranchId,
    },
    /// A line for a program that waits in `input()`.
    Input {
        /// The line without its end.
        text: String,
    },
    /// Asks for the lanes of a part of the run, answered by `ReplyBody::Lanes`. The window is
    /// also what later views carry; without one they carry the whole run.
    Window {
        /// First step shown.
        from: u64,
        /// First step no longer shown.
        to: u64,
        /// How many segments across can be told apart.
        pixels: u32,
    },
    /// Searches every schedule of the program that is loaded, or goes on with its search where
    /// that was stopped. It goes on beside all other requests and ends with `StopExploring`,
    /// with `Load`, with its budget, or when nothing is left; `ReplyBody::Found` closes it.
    Explore {
        /// It looks at no more states than this before it stops by itself.
        states: u64,
        /// Nor may what waits take more bytes than about this.
        bytes: u64,
    },
    /// Ends the search, which can be taken up again. It has no reply of its own: the search is
    /// closed with what it has found.
    StopExploring,
    /// Asks for the picture of the states that the last search has seen, answered by `ReplyBody::Chart`.
    Chart {
        /// The schedule of a way to end that is to be drawn strong.
        outcome: Option<String>,
        /// First states of the folds that are to be opened, in the order of opening.
        opened: Vec<u32>,
    },
    /// Asks for the machine of each thread, made of the states that the last search has seen, and for where the threads
    /// stand in them; answered by `ReplyBody::Machines`.
    Machines,
    /// Stands at a state in which a thread of this machine stands at this place: the next such one of the run shown, else
    /// the first of the search.
    Stand {
        /// The machine, by number.
        machine: u32,
        /// Its place, by number.
        stand: u32,
    },
    /// Stands at a state of the search: in the run shown if that passes it, else in a run that follows a shortest way
    /// to it.
    Visit {
        /// The number of the state.
        state: u32,
    },
    /// Asks for the runs of two schedules beside each other, answered by `ReplyBody::Comparison`.
    Compare {
        /// The short text forms of the schedules.
        schedules: [String; 2],
    },
    /// Makes the run of a schedule the present one and stands at its end, or where the schedule
    /// ends. The others stay; one that was followed before is shown again.
    Follow {
        /// The short text form of the schedule.
        schedule: String,
        /// What the run is called among the branches.
        label: String,
        /// It is to stand at the end of the run, however long that goes on.
        to_end: bool,
    },
}

/// What the engine says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// The request that this belongs to; 0 for what nobody asked for.
    pub serial: Serial,
    /// What it says.
    pub body: ReplyBody,
}

/// The kinds of reply. Each request is closed by exactly one reply other than `Progress` and
/// `Searching`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ReplyBody {
    /// The worker has started and takes requests.
    Ready {
        /// Names the build, so that page and worker can tell that they belong together.
        build: String,
    },
    /// The state to draw.
    View(Box<View>),
    /// The engine is still at it.
    Progress {
        /// The position it has reached.
        steps: u64,
    },
    /// The search is still at it.
    Searching {
        /// How far it has come.
        progress: SearchProgress,
        /// What it has found, when that has become more.
        findings: Option<Box<Findings>>,
    },
    /// The search is over, or has been stopped.
    Found(Box<Findings>),
    /// The program does not compile, or asks for what is not supported.
    Diagnostics(Vec<DiagnosticRow>),
    /// The request makes no sense now, with the reason; the state is as before.
    Refused {
        /// A sentence for the reader.
        reason: String,
    },
    /// The lanes of the window asked for.
    Lanes {
        /// First step shown.
        from: u64,
        /// First step no longer shown.
        to: u64,
        /// Who did what, at most about 2,000 segments.
        lanes: Vec<LaneSegment>,
        /// The switches inside the window, the most important if there are too many.
        switches: Vec<SwitchMark>,
    },
    /// The picture of the states.
    Chart(Box<ChartRows>),
    /// The machines of the threads.
    Machines(Box<RailRows>),
    /// Two runs beside each other.
    Comparison(Box<ComparisonRows>),
    /// The engine is broken: our fault. The page keeps the program and starts another worker.
    Failed {
        /// What is known about it.
        message: String,
    },
}

/// How bad a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Severity {
    /// The program cannot run.
    Error,
    /// The program runs.
    Warning,
}

/// One message about the program's text. Lines count from 1; columns are UTF-16 units and
/// count from 0, as editors do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiagnosticRow {
    /// The line where it begins.
    pub line: u32,
    /// The column where it begins.
    pub column: u32,
    /// The line where it ends.
    pub end_line: u32,
    /// The column where it ends.
    pub end_column: u32,
    /// CPython's wording where CPython has one.
    pub message: String,
    /// Whether the program can run all the same.
    pub severity: Severity,
}
