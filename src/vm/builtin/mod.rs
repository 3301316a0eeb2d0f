//! The built-in types and functions that CPython writes in C, one file each.
//!
//! A file exports `TABLES`; `boot.rs` puts what they list into the classes and into `builtins`.
//! What may need Python code returns `Fail::Python`, and the prelude function of the same name
//! (`list.extend` → `list__extend`, in `vm/prelude/`) does the operation.

pub mod class;
pub mod generator;
pub mod interp;
pub mod object;
pub mod print;

use super::native::Tables;

/// All files of built-ins.
pub const ALL: &[&Tables] = &[&class::TABLES, &generator::TABLES, &interp::TABLES, &object::TABLES, &print::TABLES];
