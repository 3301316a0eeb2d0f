//! The machine: values, heap, frames, threads, and the instruction loop.
//!
//! A [`Vm`] is one state of a program, all of it: heap, threads, locks, clock, output. [`Vm::copy`] returns
//! another that shares its pages. Nothing here decides who runs: the caller names the thread. Nothing here
//! reads a host clock, starts a host thread, or touches the page.
//!
//! Contents: `value`, `object`, `heap` (what there is); `frame`, `thread` (who runs); `exec`, `call`, `attr`,
//! `ops`, `unwind` (instructions); `builtin` (types and functions that CPython writes in C); `prelude` (hidden
//! Python for what must call back into Python); `boot`, `import` (the image); `step` (the contract).

pub mod cow;
pub mod dict;
pub mod elementary;
pub mod fingerprint;
pub mod footprint;
pub mod frame;
pub mod heap;
pub mod image;
mod intern;
mod limits;
pub mod log;
mod lookup;
pub mod names;
pub mod native;
pub mod object;
mod pages;
pub mod patch;
pub mod random;
pub mod thread;
pub mod types;
pub mod value;
pub mod watch;

mod attr;
mod bind;
pub mod boot;
pub mod builtin;
mod call;
mod classes;
mod collect;
pub mod exec;
pub mod import;
mod iter;
mod make;
mod membership;
mod number;
mod ops;
mod raise;
mod set_layout;
pub mod set_order;
mod settle;
mod shutdown;
mod slicing;
mod state;
pub mod step;
mod subscript;
mod traceback;
mod unwind;

pub use call::RECURSION_MAX;
pub use ops::{DIGITS_MAX, DIGITS_MAX_LEAST};
pub use state::{Ending, Locals, Output, Stream, Vm, World};
pub use types::ty;
