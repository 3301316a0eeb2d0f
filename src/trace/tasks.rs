//! The tasks of an event loop that are not done, and where in the program each waits.
//!
//! Which tasks there are stands in the hidden module `_asyncio`; a task's place is that of the innermost coroutine of
//! the program that it runs.

use super::place::text_of;
use super::show::attribute;
use crate::program::Origin;
use crate::source::PyStr;
use crate::vm::Vm;
use crate::vm::object::{Data, GenState};
use crate::vm::value::{Id, Value};

/// A task that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskWait {
    /// Its name.
    pub name: String,
    /// The coroutine of the program in which it waits.
    pub coroutine: String,
    /// Where, in that.
    pub line: u32,
    /// What it awaits, as the program writes it.
    pub text: String,
}

/// The tasks of `event_loop` that have begun and are not done, oldest first.
pub fn waiting_tasks(vm: &Vm, event_loop: Id) -> Vec<TaskWait> {
    let module = vm.image_modules.get(&PyStr::from("_asyncio")).map(|found| found.module);
    let known = module.or_else(|| vm.get_name(vm.modules, &"_asyncio".into())).and_then(|module| {
        match vm.data(module) {
            Some(Data::Module { dict }) => vm.get_name(*dict, &"_tasks".into()),
            _ => None,
        }
    });
    let entries = |table: Value| -> Vec<(Value, Value)> {
        vm.dict_table(table)
            .map(|table| table.iter().map(|entry| (entry.key, entry.value)).collect())
            .unwrap_or_default()
    };
    let of_loop = known.map(entries).unwrap_or_default();
    let table = of_loop.into_iter().find(|(key, _)| *key == Value::Obj(event_loop));
    let weak = table.map(|(_, table)| entries(table)).unwrap_or_default();
    weak.into_iter()
        .filter_map(|(_, weak)| match vm.data(weak) {
            Some(Data::WeakRef { target, .. }) => *target,
            _ => None,
        })
        .filter_map(|task| waiting_task(vm, task))
        .collect()
}

fn waiting_task(vm: &Vm, task: Id) -> Option<TaskWait> {
    let name = vm.as_str(attribute(vm, task, "_name")?)?;
    let mut next = attribute(vm, task, "_coro");
    let mut place = None;
    while let Some(Data::Generator(generator)) = next.and_then(|value| vm.data(value)) {
        let Some(frame) = generator.frame.filter(|_| generator.state == GenState::Suspended) else { break };
        let code = &vm.code_obj(frame.code).code;
        if code.file.origin == Origin::User {
            place = Some((code, frame.last));
        }
        next = next.and_then(|value| vm.awaited(value));
    }
    let (code, at) = place?;
    let text = code.spans.get(at as usize).map(|span| text_of(code, *span)).unwrap_or_default();
    Some(TaskWait { name: name.to_string(), coroutine: code.qualname.to_string(), line: code.line(at), text })
}
