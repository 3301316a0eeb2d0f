//! What the page draws: one state of the machine and what is known of its run, as plain rows.
//!
//! The engine makes a `View` after each request; the page keeps no knowledge of the machine
//! beyond it. Rows name each other by small ids. Positions in the program are lines from 1 and
//! columns in UTF-16 units from 0, since that is how editors count.

use serde::{Deserialize, Serialize};

use super::protocol::Python;

/// Names an actor (thread, later task or process) for as long as its run is loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ActorId(pub u32);

/// Names a lock of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LockId(pub u32);

/// Names one future of the run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct BranchId(pub u32);

/// A state of the machine, ready to be drawn.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct View {
    /// Steps taken up to the present.
    pub position: u64,
    /// Steps recorded in this branch so far, at least `position`.
    pub length: u64,
    /// No step can follow the present one.
    pub at_end: bool,
    /// How the run ended, when its end has been recorded (also while standing before it).
    pub ending: Option<Ending>,
    /// The program's clock.
    pub clock_ns: u64,
    /// The interpreter whose rules apply.
    pub python: Python,
    /// All actors created up to the present, in order of creation; main first.
    pub actors: Vec<ActorRow>,
    /// The locks that the program made and that matter to it, in order of creation.
    pub locks: Vec<LockRow>,
    /// Who has the GIL; the outer `None` where there is none (3.14t).
    pub gil: Gil,
    /// Who waits for whom.
    pub edges: Vec<WaitEdge>,
    /// The actors of the cycle, in its order, when they can never go on.
    pub cycle: Vec<ActorId>,
    /// The deadlock in words: who waits for whom, a sentence each.
    pub deadlock: Vec<String>,
    /// What was printed up to the present.
    pub output: Vec<OutputRow>,
    /// The program's own global names, without modules, functions and classes.
    pub globals: Vec<Variable>,
    /// What happened up to the present, a sentence for each thing worth telling.
    pub story: Vec<StoryRow>,
    /// The present step in words.
    pub now: Vec<StoryPart>,
    /// Who may go on at the present position; empty unless it is a switch point.
    pub choices: Vec<ChoiceRow>,
    /// At a dead end, the last choice that would have led elsewhere.
    pub question: Option<Question>,
    /// What the actors did, run-length encoded, for the window asked for.
    pub lanes: Vec<LaneSegment>,
    /// Who had the GIL when, run-length encoded; a gap where nobody had it.
    pub gil_lane: Vec<LaneSegment>,
    /// Where one actor gave way to another.
    pub switches: Vec<SwitchMark>,
    /// All futures of this run.
    pub branches: Vec<BranchRow>,
    /// The schedule up to the end of the recorded run, in its short text form, for links.
    pub schedule: String,
    /// The places in the program where a switch can happen under this interpreter. Each is an
    /// empty span after the expression.
    pub switch_marks: Vec<Span>,
    /// The program's bytecode, where the engine offers it.
    pub bytecode: Option<Vec<BytecodeRow>>,
    /// The program waits in `input()`.
    pub wants_input: bool,
}

/// The state of the GIL.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gil {
    /// This interpreter has none.
    Absent,
    /// Nobody has it.
    #[default]
    Free,
    /// This actor has it.
    Held(ActorId),
}

/// A stretch of the program's text, its end not included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The line where it begins, from 1.
    pub line: u32,
    /// The column where it begins, from 0.
    pub column: u32,
    /// The line where it ends.
    pub end_line: u32,
    /// The column where it ends.
    pub end_column: u32,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// Which kind of end.
    pub kind: EndingKind,
    /// The end in words: "exited with status 0", "Thread pay died of ValueError: ...".
    pub sentence: String,
}

/// The kinds of end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum EndingKind {
    /// The interpreter exited as it should.
    Exit,
    /// An exception reached the top of main.
    Exception,
    /// Nobody can go on.
    Deadlock,
    /// A limit of the machine was reached.
    Limit,
}

/// One actor.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ActorRow {
    /// Its id.
    pub id: ActorId,
    /// Its place in the order of creation, 0 for main: gives letter, shape and hue.
    pub index: u32,
    /// The name that the program gave it.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// What it does now.
    pub status: Status,
    /// What it waits for, by name: "shop.lock", "end of pay".
    pub waits: Option<String>,
    /// The expression in the program that it executes next (the innermost frame that is in the
    /// program itself, when it is inside a library).
    pub cursor: Option<Span>,
    /// Its frames, the outermost first.
    pub frames: Vec<FrameRow>,
    /// The text of the expression under the cursor.
    pub next: Option<String>,
}

/// The kinds of actor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActorKind {
    /// A thread, main included.
    #[default]
    Thread,
}

/// What an actor does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// Created, not started.
    #[default]
    NotStarted,
    /// Took the last step, and can take the next.
    Running,
    /// Could go on.
    Ready,
    /// Waits for somebody.
    Blocked,
    /// Waits for a time.
    Sleeping,
    /// Has ended.
    Finished,
    /// Has ended with an exception.
    Failed,
}

/// One frame of an actor.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FrameRow {
    /// The function's name, `<module>` at the top.
    pub function: String,
    /// The file, when it is not the program itself.
    pub file: Option<String>,
    /// The line it stands on.
    pub line: u32,
    /// Its local variables, in order of first binding.
    pub locals: Vec<Variable>,
}

/// A name and its value as `repr` shows it, shortened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variable {
    /// The name.
    pub name: String,
    /// The value.
    pub value: String,
    /// The present step changed it.
    pub changed: bool,
}

/// One lock.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LockRow {
    /// Its id.
    pub id: LockId,
    /// The best name found for it: "home.lock".
    pub name: String,
    /// Its type as Python names it: "Lock", "RLock", "Condition", "Semaphore".
    pub kind: String,
    /// Who has it.
    pub owner: Option<ActorId>,
    /// How often the owner has taken it, or how many permits are left.
    pub count: u32,
    /// Who waits for it, first come first.
    pub waiters: Vec<ActorId>,
    /// The object of the program whose attribute it is.
    pub object: Option<ObjectRow>,
}

/// An object of the program, drawn as the card around its lock.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectRow {
    /// The name that the program knows it by.
    pub name: String,
    /// Its class.
    pub class: String,
    /// Its plain attributes, the first few.
    pub fields: Vec<Variable>,
}

/// One actor waits for another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitEdge {
    /// Who waits.
    pub from: ActorId,
    /// For whom; `None` when nobody in particular can end the wait.
    pub to: Option<ActorId>,
    /// The verb: "waits for", "joins".
    pub label: String,
    /// The lock between them.
    pub via: Option<LockId>,
}

/// One piece of what the program printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutputRow {
    /// The step that printed it.
    pub step: u64,
    /// Who printed it.
    pub actor: ActorId,
    /// Where it went.
    pub stream: Stream,
    /// The text as printed, line ends included.
    pub text: String,
}

/// The output streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// One sentence of the story.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryRow {
    /// The step after which it is true.
    pub step: u64,
    /// Who did it.
    pub actor: ActorId,
    /// The sentence.
    pub parts: Vec<StoryPart>,
    /// It tells the switch without which the failure would not have come.
    pub decisive: bool,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StoryPart {
    /// Plain words, spaces included.
    Text(String),
    /// An actor's mark and name.
    Actor(ActorId),
    /// Something of the program's text.
    Code(String),
    /// Words that say what is wrong.
    Strong(String),
}

/// One actor who may go on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceRow {
    /// Who.
    pub actor: ActorId,
    /// What it would do: "13 dst.lock".
    pub label: String,
    /// The recorded future goes this way.
    pub taken: bool,
}

/// A choice in the past.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The position of the switch point.
    pub step: u64,
    /// The situation there in words, without "Who goes next?".
    pub parts: Vec<StoryPart>,
    /// Who could have gone on.
    pub choices: Vec<ChoiceRow>,
}

/// What one actor did during some steps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaneSegment {
    /// Who.
    pub actor: ActorId,
    /// The position where it begins.
    pub from_step: u64,
    /// The position where it ends.
    pub to_step: u64,
    /// What it did.
    pub state: Status,
    /// What it waited for, if it did.
    pub label: Option<String>,
}

/// One actor gave way to another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SwitchMark {
    /// The position at which it happened.
    pub step: u64,
    /// Who went before.
    pub from: ActorId,
    /// Who goes after.
    pub to: ActorId,
    /// The one before could have gone on.
    pub forced: bool,
    /// Without this switch the failure would not have come.
    pub decisive: bool,
    /// Where in the program the one before stood.
    pub at: Option<Span>,
}

/// One future of the run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BranchRow {
    /// Its id.
    pub id: BranchId,
    /// The branch that it left.
    pub parent: Option<BranchId>,
    /// The position at which it left.
    pub from_step: u64,
    /// Its steps, those shared with its parent included.
    pub length: u64,
    /// What sets it apart: "main went on at 18", "as loaded".
    pub label: String,
    /// How it ended, when known.
    pub ending: Option<Ending>,
    /// Who ran, and for how long: the strip that is its face.
    pub strip: Vec<(ActorId, u64)>,
    /// It is the one shown.
    pub selected: bool,
}

/// One instruction of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BytecodeRow {
    /// The line that it belongs to.
    pub line: u32,
    /// Its offset in its code object.
    pub offset: u32,
    /// Name and argument, as `dis` writes them.
    pub text: String,
    /// A switch can happen after it under this interpreter.
    pub switch: bool,
}
