//! Modules: where the image and the program get them from.

use super::Vm;
use super::native::Res;
use super::value::Id;
use std::collections::BTreeMap;

/// How a module comes about.
#[derive(Clone, Debug)]
pub enum ModuleSource {
    /// Native code fills its dictionary.
    Native(fn(&mut Vm, Id) -> Res<()>),
    /// A source text; `hidden` ones are the project's own Python in place of CPython's C.
    Python { text: std::sync::Arc<str>, file: String, package: bool, hidden: bool },
}

/// The modules that can be imported, by full name. A module may have both a native and a Python part; the
/// native one runs first.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// Sources by name, in order of execution.
    pub modules: BTreeMap<String, Vec<ModuleSource>>,
}
