//! The built-in types and functions that CPython writes in C, one file each.
//!
//! A file exports `TABLES`; `boot.rs` puts what they list into the classes and into `builtins`.
//! What may need Python code returns `Fail::Python`, and the prelude function of the same name
//! (`list.extend` → `list__extend`, in `vm/prelude/`) does the operation.

pub mod alias;
mod arity;
pub mod bytes;
pub mod class;
pub mod code;
pub mod complex;
pub mod dict;
pub mod dict_dunder;
pub mod dict_views;
mod dict_views_cmp;
pub mod exception;
pub mod float;
pub mod function;
pub mod generator;
pub mod int;
pub mod interp;
pub mod iteration;
pub mod iterators;
pub mod list;
pub mod list_dunder;
pub mod number_slots;
pub mod numeric;
pub mod object;
mod params;
pub mod print;
pub mod property;
pub mod protocol;
pub mod range;
pub mod set;
pub mod set_ops;
mod slots;
pub mod sort;
pub mod str;
pub mod super_object;
pub mod table;
pub mod text_slots;

use super::native::Tables;

/// All files of built-ins.
pub static ALL: &[&Tables] = &[
    &alias::TABLES,
    &class::TABLES,
    &code::TABLES,
    &complex::TABLES,
    &dict::TABLES,
    &dict_dunder::TABLES,
    &dict_views::TABLES,
    &float::TABLES,
    &function::TABLES,
    &generator::TABLES,
    &int::TABLES,
    &interp::TABLES,
    &iteration::TABLES,
    &iterators::TABLES,
    &list::TABLES,
    &list_dunder::TABLES,
    &number_slots::TABLES,
    &numeric::TABLES,
    &object::TABLES,
    &print::TABLES,
    &property::TABLES,
    &protocol::TABLES,
    &range::TABLES,
    &set::TABLES,
    &set_ops::TABLES,
    &sort::TABLES,
    &super_object::TABLES,
    &table::TABLES,
    &text_slots::TABLES,
    &bytes::TABLES,
    &bytes::array::TABLES,
    &bytes::edit::TABLES,
    &bytes::search::TABLES,
    &exception::TABLES,
    &exception::FIELDS,
    &exception::KINDS,
    &exception::GROUP,
    &str::TABLES,
    &str::case::TABLES,
    &str::encode::TABLES,
    &str::find::TABLES,
    &str::format::TABLES,
    &str::pad::TABLES,
    &str::split::TABLES,
    &str::translate::TABLES,
    &super::traceback::TABLES,
];
