//! A worker besides the first one of a search: it is told what to do, and answers, in plain data.
//!
//! A mate shares no memory with anybody. It has an image and a root of its own, made from the program's text, and comes
//! to its part of a level by doing all that the first hand did up to there. So it can be a thread, or a worker of the
//! browser that gets its tasks as bytes.

use super::hand::{Expansion, Hand, Orders};
use super::search::Setting;
use crate::program::{CompileMode, Origin, compile};
use crate::vm::boot::begin;
use crate::vm::{Vm, World};
use serde::{Deserialize, Serialize};

/// A program as text, with all that it is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beginning {
    /// The program.
    pub text: String,
    /// What its file is called.
    pub file: String,
    /// What it is given from outside.
    pub world: World,
}

/// What a mate is told.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Task {
    /// Make the beginning of this program; the answer is [`Answer::Ready`].
    Prepare(Box<Beginning>),
    /// Take part in a search: do what the first hand was told so far, then keep only these states.
    Begin {
        /// The search.
        setting: Box<Setting>,
        /// What the first hand was told.
        past: Vec<Orders>,
        /// The states.
        states: Vec<u32>,
    },
    /// Go on with it; the answer is [`Answer::Found`].
    Work(Orders),
    /// It is over: forget it.
    Rest,
}

/// What a mate says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Answer {
    /// It has made the beginning.
    Ready,
    /// What it found out about each state that it was to expand, in order.
    Found(Vec<Expansion>),
    /// It can do no more, with the reason.
    Lost(String),
}

/// The state of a mate.
#[derive(Default)]
pub struct Mate {
    image: Option<Vm>,
    root: Option<(Box<Beginning>, Vm)>,
    hand: Option<Hand>,
}

impl Mate {
    /// Does what it is told; most tasks have an answer.
    pub fn obey(&mut self, task: Task) -> Option<Answer> {
        match task {
            Task::Prepare(beginning) => {
                self.hand = None;
                if self.root.as_ref().is_none_or(|(known, _)| *known != beginning) {
                    self.root = self.root_of(&beginning).map(|root| (beginning, root));
                }
                let failed = || Answer::Lost("the program does not compile a second time".into());
                Some(self.root.as_ref().map_or_else(failed, |_| Answer::Ready))
            }
            Task::Begin { setting, past, states } => {
                let (_, root) = self.root.as_mut()?;
                let (mut hand, _) = Hand::new(root, &setting);
                for orders in &past {
                    hand.work(orders);
                }
                hand.keep(&states);
                self.hand = Some(hand);
                None
            }
            Task::Work(orders) => Some(Answer::Found(self.hand.as_mut()?.work(&orders))),
            Task::Rest => {
                (self.hand, self.root) = (None, None);
                None
            }
        }
    }

    fn root_of(&mut self, beginning: &Beginning) -> Option<Vm> {
        let code = compile(&beginning.text, &beginning.file, Origin::User, CompileMode::Exec).ok()?;
        let image = self.image.get_or_insert_with(crate::modules::image);
        Some(begin(image, &code, beginning.world.clone()))
    }
}
