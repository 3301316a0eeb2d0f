//! All that the page knows: the program, the last view of the machine, and what is open.
//!
//! The model is changed by `update` only. It holds no handle to anything: the engine is a
//! `Desk` of requests, timers and storage are effects.

use super::desk::Desk;
use super::findings::ComparisonRows;
use super::lessons::Lesson;
use super::link::{self, Draft, Link, LinkError};
use super::message::{Dialog, ReadTab, Region, StageTab};
use super::protocol::{DiagnosticRow, Python};
use super::rail::Rail;
use super::search::{Explored, Search};
use super::states::States;
use super::view::View;

/// A playing speed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speed {
    /// How the page names it.
    pub name: &'static str,
    /// The pause between two portions.
    pub tick_ms: u32,
    /// The steps of a portion.
    pub steps: u64,
}

/// The speeds on offer, slowest first.
pub const SPEEDS: [Speed; 8] = [
    Speed { name: "1 step/s", tick_ms: 1000, steps: 1 },
    Speed { name: "2 steps/s", tick_ms: 500, steps: 1 },
    Speed { name: "5 steps/s", tick_ms: 200, steps: 1 },
    Speed { name: "10 steps/s", tick_ms: 100, steps: 1 },
    Speed { name: "25 steps/s", tick_ms: 40, steps: 1 },
    Speed { name: "100 steps/s", tick_ms: 40, steps: 4 },
    Speed { name: "1,000 steps/s", tick_ms: 40, steps: 40 },
    Speed { name: "25,000 steps/s", tick_ms: 40, steps: 1000 },
];

/// Where the program shown comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Origin {
    /// The reader's own.
    #[default]
    Own,
    /// A lesson, by its id.
    Lesson(String),
    /// Somebody's link.
    Link,
}

/// Something to be told, above the bench.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// It tells of something wrong.
    pub wrong: bool,
    /// What the reader can do about it.
    pub offer: Offer,
}

/// What a notice offers beside closing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Nothing.
    Nothing,
    /// To put the reader's own draft back.
    Draft,
    /// To start a fresh engine.
    Engine,
}

/// Dark or light.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The page's state.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// The address without fragment and query, for links.
    pub base: String,
    /// The program as the editor has it.
    pub text: String,
    /// Its file name.
    pub file: String,
    /// The interpreter.
    pub python: Python,
    /// Where the program comes from.
    pub origin: Origin,
    /// The program as it was shown first.
    pub original: String,
    /// The reader has edited what is shown.
    pub touched: bool,
    /// The reader's own draft, while something else is shown.
    pub kept: Option<Draft>,
    /// The lessons on offer.
    pub lessons: Vec<Lesson>,
    /// The lesson whose program is being fetched.
    pub fetching: Option<String>,
    /// The engine's requests.
    pub desk: Desk,
    /// The search over all schedules: under way, or what it has found.
    pub search: Option<Search>,
    /// What earlier searches of the same text have found, under each interpreter.
    pub explored: Vec<Explored>,
    /// Two runs beside each other: which way to end was asked for, and what the engine says.
    pub comparison: Option<(usize, ComparisonRows)>,
    /// The picture of the states that it has seen.
    pub states: States,
    /// The machines of the threads, beside the code.
    pub rail: Rail,
    /// Why a search could not begin.
    pub search_problem: Option<String>,
    /// The page's clock at the latest message, in milliseconds.
    pub now_ms: u64,
    /// The program that the view belongs to.
    pub loaded: Option<(String, Python)>,
    /// The machine, as last seen.
    pub view: Option<View>,
    /// What is wrong with the program's text.
    pub diagnostics: Vec<DiagnosticRow>,
    /// Where a long request has got to.
    pub progress: Option<u64>,
    /// Why the last request was refused.
    pub refusal: Option<String>,
    /// Playing.
    pub playing: bool,
    /// The index of the speed.
    pub speed: usize,
    /// The part of the run that the timeline shows; the whole when absent.
    pub window: Option<(u64, u64)>,
    /// The notice shown.
    pub notice: Option<Notice>,
    /// The dialog shown.
    pub dialog: Option<Dialog>,
    /// What the share dialog has just copied, or failed to.
    pub copied: Option<bool>,
    /// The region shown on a narrow screen.
    pub region: Region,
    /// The picture on the stage.
    pub stage_tab: StageTab,
    /// The panel shown on a middling screen.
    pub read_tab: ReadTab,
    /// The bytecode is shown.
    pub bytecode: bool,
    /// The theme.
    pub theme: Theme,
    /// The system prefers dark.
    pub dark_system: bool,
    /// The compact layout of a frame.
    pub embed: bool,
    /// The rich editor is in place.
    pub rich_editor: bool,
}

impl Model {
    /// The view, unless the program has been edited since.
    pub fn live_view(&self) -> Option<&View> {
        self.view.as_ref().filter(|_| !self.edited())
    }

    /// The program or the interpreter differs from what the engine has.
    pub fn edited(&self) -> bool {
        self.loaded.as_ref().is_none_or(|(text, python)| *text != self.text || *python != self.python)
    }

    /// The lesson shown, also after it was edited.
    pub fn lesson(&self) -> Option<&Lesson> {
        match &self.origin {
            Origin::Lesson(id) => self.lessons.iter().find(|lesson| lesson.id == *id),
            Origin::Own | Origin::Link => None,
        }
    }

    /// What the page is called.
    pub fn title(&self) -> String {
        match &self.origin {
            Origin::Lesson(id) => {
                let title = self.lesson().map_or(id, |lesson| &lesson.title);
                if self.touched { format!("{title}, edited") } else { title.clone() }
            }
            Origin::Own => "Your program".to_owned(),
            Origin::Link => "A shared program".to_owned(),
        }
    }

    /// Something that takes long is under way, so that Stop has something to stop.
    pub fn stoppable(&self) -> bool {
        self.playing || self.progress.is_some() || self.desk.running_long()
    }

    /// The fragment of a link to what is shown.
    pub fn fragment(&self) -> Result<String, LinkError> {
        let view = self.live_view();
        link::encode(&Link {
            program: self.text.clone(),
            file: self.file.clone(),
            python: self.python,
            schedule: view.map(|view| view.schedule.clone()).filter(|text| !text.is_empty()),
            position: view.map_or(0, |view| view.position),
            lesson: match &self.origin {
                Origin::Lesson(id) => Some(id.clone()),
                Origin::Own | Origin::Link => None,
            },
        })
    }
}
