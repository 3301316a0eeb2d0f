//! `ast`: the one question that `literal_eval` asks of the parser.

use super::add_functions;
use crate::natives;
use crate::program::no_literal;
use crate::vm::Vm;
use crate::vm::native::{Args, NativeDef, Res};
use crate::vm::value::{Id, Value};

/// Its functions.
pub const FUNCTIONS: &[NativeDef] = natives!["ast._no_literal" => find];

/// Fills the module.
pub fn init(vm: &mut Vm, dict: Id) -> Res<()> {
    add_functions(vm, dict, FUNCTIONS);
    Ok(())
}

/// `_no_literal(text)`: line, node and name of the first part that is no literal, or `None`.
fn find(vm: &mut Vm, args: Args) -> Res {
    let Some(found) = vm.as_str(args.get(0)).and_then(|text| no_literal(&text)) else {
        return Ok(Value::None);
    };
    let node = vm.str(found.node);
    let name = found.name.map_or(Value::None, |name| vm.str(name));
    Ok(vm.tuple([Value::Int(i64::from(found.line)), node, name]))
}
