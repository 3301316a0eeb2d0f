//! What CPython writes in C outside the interpreter core.

pub mod thread;
