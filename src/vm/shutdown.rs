//! The interpreter's end: which objects are finalized last, and in which order.
//!
//! At the end CPython gives the module `__main__` to its collector, which calls the finalizers of everything that
//! is only reachable from there before it clears anything: breadth first, the module's names in their order
//! (Python/pylifecycle.c `finalize_modules`, Modules/gcmodule.c `finalize_garbage`). What other threads still
//! hold is never finalized.

use super::Vm;
use super::footprint::{WHOLE, special};
use super::object::{Attrs, Data};
use super::thread::Status;
use super::value::{Id, Value};
use std::collections::BTreeSet;

impl Vm {
    /// The objects with finalizers that have not run, in the order in which the interpreter's end runs them.
    pub fn last_objects(&mut self) -> Vec<Value> {
        let held = self.held_elsewhere();
        let mut order = Vec::new();
        let mut seen = held.clone();
        if let Some(Value::Obj(main)) = self.get_name(self.modules, &"__main__".into()) {
            self.walk(vec![main], &mut seen, &mut order);
        }
        let lost: Vec<Id> =
            self.heap.ids().filter(|id| !seen.contains(id) && self.heap.count(*id) > 0).collect();
        let all = lost.into_iter().chain(order);
        all.filter(|id| self.is_finalizable(*id)).map(Value::Obj).collect()
    }

    /// True if another thread goes on while the interpreter ends.
    pub fn is_program_held(&self) -> bool {
        // Where nothing has a finalizer it makes no difference who has ended.
        if self.heap.trail.is_on() && self.heap.ids().any(|id| self.is_finalizable(id)) {
            for id in self.thread_ids().filter(|id| *id != self.th.id) {
                self.heap.trail.read(special::ended(id.0), WHOLE);
            }
        }
        self.thread_ids().any(|id| id != self.th.id && self.thread(id).status != Status::Finished)
    }

    /// Everything reachable from the stacks of threads and from modules other than the program.
    fn held_elsewhere(&self) -> BTreeSet<Id> {
        let mut roots: Vec<Id> = Vec::new();
        for id in self.thread_ids() {
            let thread = self.thread(id);
            if thread.status == Status::Finished || id == self.th.id {
                continue;
            }
            roots.extend(thread.stack.iter().filter_map(|value| value.id()));
            roots.extend(thread.locals.iter().filter_map(|(_, dict)| dict.id()));
        }
        let mut seen = BTreeSet::new();
        self.walk(roots, &mut seen, &mut Vec::new());
        seen
    }

    /// Walks breadth first through what stands outside the image.
    fn walk(&self, mut level: Vec<Id>, seen: &mut BTreeSet<Id>, order: &mut Vec<Id>) {
        while !level.is_empty() {
            let mut next = Vec::new();
            for id in level {
                if id.region() == 0 || !seen.insert(id) {
                    continue;
                }
                order.push(id);
                self.each_child(id, &mut |value| next.extend(value.id()));
            }
            level = next;
        }
    }

    /// What an object refers to, in the order of CPython's traversal: lists and tuples from their end.
    fn each_child(&self, id: Id, f: &mut dyn FnMut(Value)) {
        let object = self.heap.get(id);
        match &object.attrs {
            Attrs::None => {}
            Attrs::Own(names) => names.iter().for_each(|(_, value)| f(value)),
            Attrs::Dict(dict) => f(Value::Obj(*dict)),
        }
        match &object.data {
            Data::List(items) => items.iter().rev().for_each(|value| f(*value)),
            Data::Tuple(items) => items.iter().rev().for_each(|value| f(*value)),
            data => data.each_ref(f),
        }
        f(Value::Obj(object.class));
    }

    /// Lets go of what the present thread keeps in `threading.local` objects.
    pub fn drop_locals(&mut self) {
        for (_, dict) in std::mem::take(&mut self.th.locals) {
            self.heap.dec(dict);
        }
    }

    /// Lets all threads forget what they kept under a dying `_thread._local`.
    pub(super) fn forget_local(&mut self, local: Id) {
        let mut gone = Vec::new();
        let mut purge = |locals: &mut Vec<(Id, Value)>| {
            gone.extend(locals.iter().filter(|(owner, _)| *owner == local).map(|(_, dict)| *dict));
            locals.retain(|(owner, _)| *owner != local);
        };
        purge(&mut self.th.locals);
        for thread in self.threads.iter_mut().flatten() {
            if thread.locals.iter().any(|(owner, _)| *owner == local) {
                purge(&mut thread.locals);
                self.bodies.clear();
            }
        }
        gone.into_iter().for_each(|dict| self.heap.dec(dict));
    }
}
