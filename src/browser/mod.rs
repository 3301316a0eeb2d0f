//! All hand-written bindings to the browser, one file for each thing.
//!
//! `worker`, `mates`, `pool` and `image` run inside the engine's workers; everything else serves the page. Nothing here
//! decides anything: what to do comes from `session` as effects, what happened goes back to it
//! as messages. Storage and clipboard may be refused, above all in frames; then nothing is kept
//! and the page says so where it matters.

pub mod clipboard;
pub mod document;
pub mod editor;
pub mod engine;
pub mod fetch;
pub mod image;
pub mod keyboard;
pub mod location;
pub mod mates;
mod pool;
pub mod storage;
pub mod theme;
pub mod worker;
