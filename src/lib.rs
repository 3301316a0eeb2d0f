//! Interloop: ordinary Python on a machine that can be paused, rewound, branched and searched.
//!
//! The modules are layers; each may use only those below it in the table of ARCHITECTURE.md,
//! and `tests/it/layers.rs` enforces it. Everything below `ui` and `browser` is free of the
//! browser and runs natively.
#![forbid(unsafe_code)]

#[cfg(feature = "engine")]
pub mod browser;
pub mod cli;
pub mod diagnostic;
pub mod explore;
pub mod modules;
pub mod program;
pub mod schedule;
pub mod session;
pub mod source;
pub mod trace;
#[cfg(feature = "page")]
pub mod ui;
pub mod vm;
