//! What can happen to the page, and what it asks of the browser.
//!
//! Every click, key, timer and reply is a `Message`; everything that `update` cannot do by
//! changing the model is an `Effect`. Both are plain data, so a test can play a session.

use super::link::Draft;
use super::protocol::{Python, Reply, Request};
use super::view::{ActorId, BranchId};

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The page has been opened.
    Opened(Box<Opening>),
    /// The address has another fragment.
    FragmentChanged(String),
    /// The list of lessons has arrived, or the reason why not.
    LessonsArrived(Result<String, String>),
    /// A program of that list has arrived.
    LessonArrived {
        /// Which lesson.
        id: String,
        /// Its program, or the reason why not.
        program: Result<String, String>,
    },
    /// The reader picked a lesson; the empty id is the reader's own draft.
    LessonChosen(String),
    /// The rich editor has taken over from the plain one, or could not be loaded.
    EditorReady(bool),
    /// The reader wants to edit.
    EditorWanted,
    /// The program's text was edited.
    Edited(String),
    /// Another interpreter.
    PythonChosen(Python),
    /// The engine says something.
    EngineSaid(Box<Reply>),
    /// The engine's worker died.
    EngineBroke(String),
    /// Start a fresh engine.
    EngineRestart,
    /// A button of the transport.
    Do(Action),
    /// The slider was moved.
    Slid(u64),
    /// Who goes on at the switch point at this step.
    Choose {
        /// The switch point.
        step: u64,
        /// Who goes on.
        actor: ActorId,
    },
    /// The nth of the choices shown, from 0.
    ChooseNth(usize),
    /// Another branch.
    BranchChosen(BranchId),
    /// A branch is done with.
    BranchForgotten(BranchId),
    /// Search every schedule, go on with the search, or stop it.
    Explore,
    /// Show the nth of the ways to end that were found, from 0.
    OutcomeShown(usize),
    /// Show where the nth remark of the search leads, from 0.
    RemarkShown(usize),
    /// Lay the nth of the ways to end beside a run that works, or put the comparison away.
    Compared(Option<usize>),
    /// A state of the picture is pointed at, or none.
    StatePointed(Option<u32>),
    /// The focus moves from the state that is pointed at to a neighbour of it.
    StateMoved(Way),
    /// A state was chosen: its run is shown, or its fold is opened.
    StateChosen(u32),
    /// A place of a thread's machine beside the code is pointed at, or none.
    RailPointed(Option<(u32, u32)>),
    /// The focus moves to a neighbour of that place.
    RailMoved(Way),
    /// A place was chosen: machine and place.
    RailChosen(u32, u32),
    /// The machines beside the code are shown, or put away.
    RailToggled,
    /// A line for `input()`.
    InputGiven(String),
    /// Another speed, as an index into `model::SPEEDS`.
    SpeedChosen(usize),
    /// Another view of the timeline.
    Zoom(Zoom),
    /// A timer has run out.
    Elapsed(Timer),
    /// Another region on a narrow screen.
    RegionShown(Region),
    /// Another picture on the stage.
    StageShown(StageTab),
    /// Story or outcomes on a middling screen.
    ReadShown(ReadTab),
    /// The bytecode under the cursors' lines, on or off.
    BytecodeToggled,
    /// A dialog is wanted.
    DialogOpened(Dialog),
    /// The dialog is done with.
    DialogClosed,
    /// Copy one of the texts of the share dialog.
    Copy(Shared),
    /// It was copied, or could not be.
    Copied(bool),
    /// Dark or light.
    ThemeToggled,
    /// Put the reader's own draft back.
    DraftRestored,
    /// The notice is read.
    NoticeDismissed,
}

/// What is known when the page opens.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opening {
    /// The address without its fragment and query.
    pub base: String,
    /// The fragment, without its `#`.
    pub fragment: String,
    /// The reader's stored draft, as it was saved.
    pub draft: Option<String>,
    /// The stored theme.
    pub theme: Option<String>,
    /// The system prefers dark.
    pub dark_system: bool,
    /// The page stands in a frame and is asked to be compact.
    pub embed: bool,
}

/// The buttons of the transport.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Play, or stop what is under way.
    PlayOrStop,
    /// One step.
    Step,
    /// One step back.
    StepBack,
    /// One line.
    StepLine,
    /// To the next switch.
    NextSwitch,
    /// To the end of the run.
    RunToEnd,
    /// To the start.
    Restart,
    /// Stop what is under way.
    Stop,
}

/// Ways to look at the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    /// Half as many steps.
    In,
    /// Twice as many.
    Out,
    /// The whole run.
    All,
}

/// The timers of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Timer {
    /// The next portion while playing.
    Play,
    /// The program has not been edited for a while.
    Reload,
    /// Stop was not answered.
    StopWatch,
    /// The search did not stop.
    SearchWatch,
    /// A short notice has been shown long enough.
    Notice,
}

/// The regions, one at a time on a narrow screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Region {
    /// The editor.
    Code,
    /// The picture.
    #[default]
    Stage,
    /// The story, variables and output.
    Story,
    /// Endings and branches.
    Outcomes,
}

/// The pictures of the stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StageTab {
    /// Threads and locks.
    #[default]
    Locks,
    /// Each thread's frames with their variables.
    Frames,
    /// The states of the search.
    States,
}

/// The ways to move in the picture of the states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To a state before.
    Back,
    /// To a state after.
    On,
    /// To the next above.
    Up,
    /// To the next below.
    Down,
}

/// The panels beside the stage where there is room for one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReadTab {
    /// The story.
    #[default]
    Story,
    /// The outcomes.
    Outcomes,
}

/// The dialogs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// The keys.
    Keys,
    /// Link and frame.
    Share,
}

/// The texts of the share dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// The address of this very state.
    Link,
    /// The same as a frame for another page.
    Frame,
}

/// What the page asks of the browser.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Posts a request to the engine.
    Send(Request),
    /// Ends the engine's worker, if there is one, and starts another.
    StartEngine,
    /// Puts a text into the editor.
    ShowProgram(String),
    /// Sends `Message::Elapsed` after so many milliseconds; replaces the same timer.
    Wait(Timer, u32),
    /// Forgets a timer.
    Cancel(Timer),
    /// Stores the reader's draft.
    SaveDraft(Draft),
    /// Stores the theme.
    SaveTheme(&'static str),
    /// Takes the fragment out of the address: what is shown is no longer what it says.
    ClearFragment,
    /// Puts a text on the clipboard.
    Copy(String),
    /// Fetches the list of lessons.
    FetchLessons,
    /// Fetches the program of a lesson.
    FetchLesson {
        /// Which.
        id: String,
        /// Its file, relative to the list.
        file: String,
    },
    /// Puts the keyboard's focus into the editor.
    FocusEditor,
}
