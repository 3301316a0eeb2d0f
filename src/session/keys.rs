//! The keyboard: every key of the page, what it does, and where it does not.
//!
//! One table serves the handler and the dialog under `?`. Keys never fire while a text is
//! edited; a button keeps Space and Enter, a field keeps everything but Escape.

use super::message::{Action, Dialog, Message, Zoom};
use super::model::{Model, SPEEDS};
use super::protocol::Python;
use super::search;

/// Where the keyboard's focus is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// Nowhere in particular.
    Page,
    /// On something that Space and Enter press.
    Button,
    /// In a field that arrows and letters change: select, radio button, slider.
    Field,
    /// In a text that is being edited.
    Text,
}

/// A key going down, without Ctrl, Alt or Meta.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The name as browsers give it: "ArrowRight", " ", "?".
    pub name: String,
    /// Shift is held.
    pub shift: bool,
    /// Where the focus is.
    pub focus: Focus,
}

/// One row of the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// The keys, as they are printed on them.
    pub keys: &'static [&'static str],
    /// What they do.
    pub does: &'static str,
}

/// All keys, in the order of the dialog.
pub const KEYS: &[KeyRow] = &[
    KeyRow { keys: &["Space"], does: "play, pause, stop" },
    KeyRow { keys: &["→"], does: "one step forward" },
    KeyRow { keys: &["←"], does: "one step back" },
    KeyRow { keys: &["↓"], does: "one line forward" },
    KeyRow { keys: &["S", "Shift →"], does: "run to the next switch" },
    KeyRow { keys: &["End"], does: "run to the end" },
    KeyRow { keys: &["Home"], does: "back to the start" },
    KeyRow { keys: &["1", "…", "9"], does: "choose who goes next" },
    KeyRow { keys: &["B", "Shift B"], does: "the next branch, the one before" },
    KeyRow { keys: &["X"], does: "explore every schedule, stop exploring" },
    KeyRow { keys: &[",", "."], does: "slower, faster" },
    KeyRow { keys: &["+", "-", "0"], does: "timeline: closer, wider, whole run" },
    KeyRow { keys: &["P"], does: "the next interpreter" },
    KeyRow { keys: &["E"], does: "edit the program" },
    KeyRow { keys: &["Esc", "Tab"], does: "leave the editor" },
    KeyRow { keys: &["C"], does: "share" },
    KeyRow { keys: &["T"], does: "dark or light" },
    KeyRow { keys: &["?"], does: "this list" },
    KeyRow { keys: &["Esc"], does: "close the list, stop what runs" },
];

/// What a key means here; `None` leaves it to the browser.
pub fn message(model: &Model, key: &Key) -> Option<Message> {
    if model.dialog.is_some() {
        return (key.name == "Escape").then_some(Message::DialogClosed);
    }
    if key.focus == Focus::Text {
        return None;
    }
    if key.name == "Escape" {
        return Some(Message::Do(Action::Stop));
    }
    let presses = key.name == " " || key.name == "Enter";
    if key.focus == Focus::Field || (key.focus == Focus::Button && presses) {
        return None;
    }
    named(model, key)
}

fn named(model: &Model, key: &Key) -> Option<Message> {
    let does = |action| Some(Message::Do(action));
    match key.name.as_str() {
        " " => does(Action::PlayOrStop),
        "ArrowRight" if key.shift => does(Action::NextSwitch),
        "ArrowRight" => does(Action::Step),
        "ArrowLeft" => does(Action::StepBack),
        "ArrowDown" => does(Action::StepLine),
        "s" | "S" => does(Action::NextSwitch),
        "End" => does(Action::RunToEnd),
        "Home" => does(Action::Restart),
        "," => Some(Message::SpeedChosen(model.speed.saturating_sub(1))),
        "." => Some(Message::SpeedChosen((model.speed + 1).min(SPEEDS.len() - 1))),
        "+" | "=" => Some(Message::Zoom(Zoom::In)),
        "-" => Some(Message::Zoom(Zoom::Out)),
        "0" => Some(Message::Zoom(Zoom::All)),
        "x" | "X" => search::possible(model).then_some(Message::Explore),
        "b" | "B" => next_branch(model, key.shift),
        "e" | "E" => Some(Message::EditorWanted),
        "p" | "P" => Some(Message::PythonChosen(next_python(model.python))),
        "c" | "C" => Some(Message::DialogOpened(Dialog::Share)),
        "t" | "T" => Some(Message::ThemeToggled),
        "?" => Some(Message::DialogOpened(Dialog::Keys)),
        digit => {
            let nth = digit.parse::<usize>().ok()?.checked_sub(1)?;
            (nth < 9).then_some(Message::ChooseNth(nth))
        }
    }
}

fn next_python(python: Python) -> Python {
    let place = Python::ALL.iter().position(|other| *other == python).unwrap_or(0);
    Python::ALL[(place + 1) % Python::ALL.len()]
}

fn next_branch(model: &Model, back: bool) -> Option<Message> {
    let branches = &model.view.as_ref()?.branches;
    let place = branches.iter().position(|branch| branch.selected)?;
    let next = &branches[(place + if back { branches.len() - 1 } else { 1 }) % branches.len()];
    (!next.selected).then_some(Message::BranchChosen(next.id))
}
