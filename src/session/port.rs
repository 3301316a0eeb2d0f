//! What the worker needs of an engine.
//!
//! The worker hands every request to `handle` and, as long as `busy` says so, calls `work` in
//! slices, reading its message queue between two of them. So `Stop` is always heard, whatever
//! the program does. The engine has no clock: the worker tells it when a slice is over.

use super::protocol::{Reply, Request};
use crate::explore::Crew;
use std::rc::Rc;

/// An engine behind a message port.
pub trait EnginePort {
    /// Takes a request. Answers at once what can be answered at once, and keeps the rest for
    /// `work`. A request that comes while another is under way ends that one first.
    fn handle(&mut self, request: Request) -> Vec<Reply>;

    /// Goes on with what is under way for as long as `more_time` says so; asks it at least
    /// every few hundred steps, since asking costs something too.
    fn work(&mut self, more_time: &mut dyn FnMut() -> bool) -> Vec<Reply>;

    /// From now on searches may use these workers. Whoever searches nothing may ignore it.
    fn join(&mut self, _crew: Rc<Crew>) {}

    /// What is under way can go on only once its workers have been heard.
    fn waits(&self) -> bool {
        false
    }

    /// Something is under way.
    fn busy(&self) -> bool;
}
