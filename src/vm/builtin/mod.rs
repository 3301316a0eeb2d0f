//! The built-in types and functions that CPython writes in C, one file each.
//!
//! A file exports `TABLES`; `boot.rs` puts what they list into the classes and into `builtins`.
//! What may need Python code returns `Fail::Python`, and the prelude function of the same name
//! (`list.extend` → `list__extend`, in `vm/prelude/`) does the operation.

pub mod bytes;
pub mod class;
pub mod complex;
pub mod float;
pub mod generator;
pub mod int;
pub mod interp;
pub mod number_slots;
pub mod numeric;
pub mod object;
mod params;
pub mod protocol;
mod slots;
pub mod str;

use super::native::Tables;

/// All files of built-ins.
pub const ALL: &[&Tables] = &[
    &bytes::TABLES,
    &bytes::array::TABLES,
    &bytes::edit::TABLES,
    &bytes::search::TABLES,
    &class::TABLES,
    &complex::TABLES,
    &float::TABLES,
    &generator::TABLES,
    &int::TABLES,
    &interp::TABLES,
    &number_slots::TABLES,
    &numeric::TABLES,
    &object::TABLES,
    &protocol::TABLES,
    &str::TABLES,
    &str::case::TABLES,
    &str::encode::TABLES,
    &str::find::TABLES,
    &str::format::TABLES,
    &str::pad::TABLES,
    &str::split::TABLES,
    &str::translate::TABLES,
];
