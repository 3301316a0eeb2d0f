//! The application without a screen.
//!
//! `protocol` and `view` are the plain data that page and engine exchange; everything else here
//! turns a message into the next model and the effects it asks for. Nothing here touches the
//! browser, a clock or a thread: the same code runs in the page, in the worker and in tests.

pub mod protocol;
pub mod view;
