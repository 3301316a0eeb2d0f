//! The requests to the engine: what is under way, what waits its turn.
//!
//! One request is under way at a time, so that a held key queues steps instead of flooding the
//! worker; a slider that moves on replaces the position not yet asked for. Stop and Load go
//! past the queue and empty it. A search stands beside all that: it waits its turn to begin, and from
//! then on holds up nothing.

use std::collections::VecDeque;

use super::protocol::{Command, Request, Serial};

/// No more requests than this wait; a key held longer than that is not remembered.
const WAITING_MAX: usize = 64;

/// Whether there is an engine to talk to.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Phase {
    /// The worker has not said `Ready` yet.
    #[default]
    Starting,
    /// It takes requests.
    Ready,
    /// It died.
    Broken,
}

/// The requests of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// Whether there is an engine to talk to.
    pub phase: Phase,
    /// The build that the engine says it is.
    pub build: String,
    /// The search that is under way.
    pub search: Option<Serial>,
    last_serial: Serial,
    open: Vec<(Serial, Command)>,
    waiting: VecDeque<Command>,
}

impl Desk {
    /// Puts a command behind the others.
    pub fn ask(&mut self, command: Command) {
        let replaces = matches!(
            (self.waiting.back(), &command),
            (Some(Command::Goto { .. }), Command::Goto { .. })
                | (Some(Command::Window { .. }), Command::Window { .. })
        );
        if replaces {
            self.waiting.pop_back();
        }
        // Of these the last alone counts, wherever it stands.
        match command {
            Command::Chart { .. } => self.waiting.retain(|other| !matches!(other, Command::Chart { .. })),
            Command::Machines => self.waiting.retain(|other| *other != Command::Machines),
            _ => {}
        }
        if self.waiting.len() < WAITING_MAX {
            self.waiting.push_back(command);
        }
    }

    /// Forgets what waits, and puts a command in its place.
    pub fn ask_instead(&mut self, command: Command) {
        self.waiting.clear();
        self.waiting.push_back(command);
    }

    /// Forgets what waits.
    pub fn forget_waiting(&mut self) {
        self.waiting.clear();
    }

    /// Forgets a search that has not begun.
    pub fn forget_search(&mut self) {
        self.waiting.retain(|command| !matches!(command, Command::Explore { .. }));
    }

    /// The next request to send, if its time has come.
    pub fn next(&mut self) -> Option<Request> {
        if self.phase != Phase::Ready || !self.open.is_empty() {
            return None;
        }
        let command = self.waiting.pop_front()?;
        if matches!(command, Command::Explore { .. }) {
            let request = self.send_beside(command);
            self.search = Some(request.serial);
            return Some(request);
        }
        Some(self.send_now(command))
    }

    /// A request that others need not wait for.
    pub fn send_beside(&mut self, command: Command) -> Request {
        self.last_serial += 1;
        Request { serial: self.last_serial, command }
    }

    /// A request that does not wait its turn.
    pub fn send_now(&mut self, command: Command) -> Request {
        let request = self.send_beside(command);
        self.open.push((request.serial, request.command.clone()));
        request
    }

    /// A reply has closed this request; returns its command, or `None` when nobody waits for it.
    pub fn close(&mut self, serial: Serial) -> Option<Command> {
        let place = self.open.iter().position(|(open, _)| *open == serial)?;
        Some(self.open.remove(place).1)
    }

    /// This request is under way.
    pub fn is_open(&self, serial: Serial) -> bool {
        self.open.iter().any(|(open, _)| *open == serial)
    }

    /// The engine has gone: what was under way will never be answered.
    pub fn reset(&mut self, phase: Phase) {
        self.phase = phase;
        self.open.clear();
        self.waiting.clear();
        self.search = None;
    }

    /// Nothing is under way, a search apart, and nothing waits.
    pub fn idle(&self) -> bool {
        self.open.is_empty() && self.waiting.is_empty()
    }

    /// Something is under way at the engine.
    pub fn under_way(&self) -> bool {
        !self.open.is_empty()
    }

    /// What is under way runs until something happens, which may be never.
    pub fn running_long(&self) -> bool {
        self.open.iter().any(|(_, command)| matches!(command, Command::RunToEnd))
    }

    /// A Stop is under way.
    pub fn stopping(&self) -> bool {
        self.open.iter().any(|(_, command)| matches!(command, Command::Stop))
    }
}
