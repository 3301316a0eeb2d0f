//! A second image, with modules that take long to import, for the programs that import them.
//!
//! It is made from the first when such a program begins, and kept with it. Which image a program begins in follows from
//! its text alone, so what ran before makes no difference.

use super::boot::{load_modules, settle_image};
use super::state::Vm;
use crate::program::Code;
use rustpython_compiler_core::bytecode::Opcode;
use std::sync::Arc;

impl Vm {
    /// The image that the program begins in: this one, or the larger one.
    pub fn for_program(&mut self, code: &Code) -> &mut Vm {
        let library = Arc::clone(&self.library);
        let wanted = library.larger;
        if self.is_larger || !wanted.iter().any(|name| imports(code, name)) {
            return self;
        }
        if self.larger.is_none() {
            let mut image = self.copy();
            image.heap.thaw();
            image.is_larger = true;
            load_modules(&mut image, wanted);
            settle_image(&mut image);
            self.larger = Some(Box::new(image));
        }
        match &mut self.larger {
            Some(image) => image,
            None => panic!("internal error: the larger image is missing"),
        }
    }
}

/// True if an `import` statement somewhere in the program names the module or one below it.
fn imports(code: &Code, module: &str) -> bool {
    let named = |arg: u32| {
        let rest = code.names.get(arg as usize).and_then(|name| name.as_str().strip_prefix(module));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    code.instrs.iter().any(|instr| instr.op == Opcode::ImportName && named(instr.arg))
        || code.nested.iter().flatten().any(|nested| imports(nested, module))
}
