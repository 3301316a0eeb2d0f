//! The text of a file, for `linecache`: of the program as long as some code of it is alive, and of the library.

use super::add_functions;
use crate::natives;
use crate::program::Origin;
use crate::vm::Vm;
use crate::vm::import::ModuleSource;
use crate::vm::native::{Args, NativeDef, Res};
use crate::vm::object::Data;
use crate::vm::value::{Id, Value};

/// Its functions.
pub const FUNCTIONS: &[NativeDef] = natives!["linecache._source" => source];

/// Fills the module.
pub fn init(vm: &mut Vm, dict: Id) -> Res<()> {
    add_functions(vm, dict, FUNCTIONS);
    Ok(())
}

/// `_source(filename)`: the text or `None`.
fn source(vm: &mut Vm, args: Args) -> Res {
    let Some(name) = vm.as_str(args.get(0)) else { return Ok(Value::None) };
    let text = program_text(vm, &name).or_else(|| library_text(vm, &name));
    Ok(text.map_or(Value::None, |text| vm.str(text)))
}

fn program_text(vm: &Vm, name: &str) -> Option<String> {
    vm.heap.ids().find_map(|id| match &vm.heap.get(id).data {
        Data::Code(code) if code.code.file.name.as_str() == name => Some(code.code.file.text.to_string()),
        _ => None,
    })
}

fn library_text(vm: &Vm, name: &str) -> Option<String> {
    vm.library.modules.values().flatten().find_map(|source| match source {
        ModuleSource::Python { text, file, origin, .. } if file == name && *origin != Origin::Hidden => {
            Some(text.to_string())
        }
        _ => None,
    })
}
