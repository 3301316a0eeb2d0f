//! Names for objects: the way a reader would write them, such as `home.lock` or `forks[2]`.
//!
//! A walk from the program's globals and the locals of its frames through attributes and small containers; the first
//! way that leads to an object names it. Library objects are entered only where they are locks to a reader: conditions,
//! semaphores, events, barriers, queues.

use super::place::place_of;
use super::show::{attribute, fields, show};
use crate::program::LocalKind;
use crate::source::PyStr;
use crate::vm::Vm;
use crate::vm::object::{Data, Layout};
use crate::vm::thread::ThreadId;
use crate::vm::value::{Id, Value};
use rustc_hash::FxHashMap;
use std::collections::VecDeque;

/// Objects that one walk may visit.
const VISITS_MAX: usize = 3000;
/// Items of a container that are followed.
const ITEMS_MAX: usize = 40;
/// Attributes and items between a variable and an object that it names.
const DEPTH_MAX: usize = 4;

/// What kind of lock a reader sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum LockKind {
    Lock,
    RLock,
    Condition,
    Semaphore,
    Event,
    Barrier,
    Queue,
}

impl LockKind {
    /// As Python names the type.
    pub fn name(self) -> &'static str {
        match self {
            LockKind::Lock => "Lock",
            LockKind::RLock => "RLock",
            LockKind::Condition => "Condition",
            LockKind::Semaphore => "Semaphore",
            LockKind::Event => "Event",
            LockKind::Barrier => "Barrier",
            LockKind::Queue => "Queue",
        }
    }
}

/// A lock of the program.
#[derive(Clone, Debug)]
pub struct NamedLock {
    /// The object: the lock itself, or the condition, semaphore, event, barrier or queue.
    pub id: Id,
    /// The way to it.
    pub name: String,
    /// What it is.
    pub kind: LockKind,
    /// The lock within: itself for the first two kinds.
    pub lock: Option<Id>,
    /// The program's own object that it is an attribute of, and the way to that.
    pub holder: Option<(Id, String)>,
}

/// The names of one state.
#[derive(Clone, Debug, Default)]
pub struct Names {
    by_id: FxHashMap<Id, String>,
    /// The program's locks, in the order in which the walk met them.
    pub locks: Vec<NamedLock>,
}

struct Step {
    value: Value,
    path: String,
    depth: usize,
    holder: Option<(Id, String)>,
}

impl Names {
    /// Walks through a state.
    pub fn of(vm: &Vm) -> Names {
        let mut names = Names::default();
        let mut queue = VecDeque::new();
        let root = |path: String, value| Step { value, path, depth: 0, holder: None };
        queue.extend(globals(vm).into_iter().map(|(name, value)| root(name, value)));
        for thread in vm.thread_ids() {
            queue.extend(user_locals(vm, thread).into_iter().map(|(name, value)| root(name, value)));
        }
        while let Some(step) = queue.pop_front() {
            if names.by_id.len() >= VISITS_MAX {
                break;
            }
            names.visit(vm, step, &mut queue);
        }
        names
    }

    /// The way to an object.
    pub fn get(&self, id: Id) -> Option<&str> {
        self.by_id.get(&id).map(String::as_str)
    }

    fn visit(&mut self, vm: &Vm, step: Step, queue: &mut VecDeque<Step>) {
        let Some(id) = step.value.id() else { return };
        let Some(object) = vm.heap.find(id) else { return };
        if self.by_id.contains_key(&id) {
            return;
        }
        self.by_id.insert(id, step.path.clone());
        if let Some((kind, inner)) = lock_kind(vm, id) {
            if let Some(inner) = inner.filter(|inner| *inner != id) {
                self.by_id.entry(inner).or_insert_with(|| step.path.clone());
            }
            self.locks.push(NamedLock { id, name: step.path, kind, lock: inner, holder: step.holder });
            return;
        }
        if step.depth == DEPTH_MAX {
            return;
        }
        let mut follow = |path: String, value: Value, holder: Option<(Id, String)>| {
            if value.id().is_some() {
                queue.push_back(Step { value, path, depth: step.depth + 1, holder });
            }
        };
        match &object.data {
            Data::Tuple(items) => index(&step.path, items.iter(), &mut follow),
            Data::List(items) => index(&step.path, items.iter(), &mut follow),
            Data::Deque { items, .. } => index(&step.path, items.iter(), &mut follow),
            Data::Dict(table) => {
                for entry in table.iter().take(ITEMS_MAX) {
                    follow(format!("{}[{}]", step.path, show(vm, entry.key)), entry.value, None);
                }
            }
            Data::Type(class) if class.flags.heap && is_own(vm, id) => {
                for (name, value) in class.dict.iter().filter(|(name, _)| !name.as_str().starts_with("__")) {
                    follow(format!("{}.{name}", step.path), value, None);
                }
            }
            _ => {}
        }
        if !matches!(object.data, Data::Type(_) | Data::Function(_) | Data::Module { .. })
            && is_own(vm, object.class)
        {
            for (name, value) in fields(vm, step.value) {
                // A subclass of `Thread` has the library's own attributes too: they begin with an underscore.
                if !name.starts_with('_')
                    || vm.class(object.class).mro.iter().skip(1).all(|class| !is_library(vm, *class))
                {
                    follow(format!("{}.{name}", step.path), value, Some((id, step.path.clone())));
                }
            }
        }
    }
}

fn index<'a>(
    path: &str,
    items: impl Iterator<Item = &'a Value>,
    follow: &mut impl FnMut(String, Value, Option<(Id, String)>),
) {
    for (at, item) in items.take(ITEMS_MAX).enumerate() {
        follow(format!("{path}[{at}]"), *item, None);
    }
}

/// The module that a class says it is from.
fn module_of(vm: &Vm, class: Id) -> Option<PyStr> {
    vm.lookup(class, &"__module__".into()).and_then(|module| vm.as_str(module))
}

fn is_own(vm: &Vm, class: Id) -> bool {
    module_of(vm, class).is_some_and(|module| module.as_str() == "__main__")
}

fn is_library(vm: &Vm, class: Id) -> bool {
    module_of(vm, class).is_some_and(|module| !matches!(module.as_str(), "__main__" | "builtins"))
}

/// What kind of lock an object is, with the lock within.
fn lock_kind(vm: &Vm, id: Id) -> Option<(LockKind, Option<Id>)> {
    let object = vm.heap.find(id)?;
    match object.data {
        Data::Lock { .. } => return Some((LockKind::Lock, Some(id))),
        Data::RLock { .. } => return Some((LockKind::RLock, Some(id))),
        Data::Plain => {}
        _ => return None,
    }
    let attribute = |owner: Id, name: &str| attribute(vm, owner, name).and_then(Value::id);
    for class in &vm.class(object.class).mro {
        if !matches!(module_of(vm, *class)?.as_str(), "threading" | "queue" | "_queue") {
            continue;
        }
        let behind = |name: &str| attribute(id, name).and_then(|condition| attribute(condition, "_lock"));
        let found = match vm.class(*class).name.as_str() {
            "Condition" => (LockKind::Condition, attribute(id, "_lock")),
            "Semaphore" => (LockKind::Semaphore, behind("_cond")),
            "Event" => (LockKind::Event, behind("_cond")),
            "Barrier" => (LockKind::Barrier, behind("_cond")),
            "Queue" => (LockKind::Queue, attribute(id, "mutex")),
            _ => continue,
        };
        return Some(found);
    }
    None
}

/// The program's global names, in order of first binding, without those that the module system sets.
pub fn globals(vm: &Vm) -> Vec<(String, Value)> {
    let main = vm.get_name(vm.modules, &"__main__".into());
    let Some(Data::Module { dict }) = main.and_then(|main| vm.data(main)) else { return vec![] };
    let Some(table) = vm.dict_table(Value::Obj(*dict)) else { return vec![] };
    table
        .iter()
        .filter_map(|entry| Some((vm.as_str(entry.key)?, entry.value)))
        .filter(|(name, _)| !(name.as_str().starts_with("__") && name.as_str().ends_with("__")))
        .map(|(name, value)| (name.to_string(), value))
        .collect()
}

/// The bound locals of one frame, by name.
pub fn locals(vm: &Vm, thread: ThreadId, frame: usize) -> Vec<(String, Value)> {
    let thread = vm.thread(thread);
    let Some(frame) = thread.frames.get(frame) else { return vec![] };
    let code = &vm.code_obj(frame.code).code;
    code.locals
        .iter()
        .zip(&code.kinds)
        .enumerate()
        .filter(|(_, (name, kind))| **kind != LocalKind::Hidden && !name.as_str().starts_with('.'))
        .filter_map(|(at, (name, _))| {
            let value = match *thread.stack.get(frame.base as usize + at)? {
                Value::Null => return None,
                value => match vm.data(value) {
                    Some(Data::Cell(Value::Null)) => return None,
                    Some(Data::Cell(content)) => *content,
                    _ => value,
                },
            };
            Some((name.to_string(), value))
        })
        .collect()
}

fn user_locals(vm: &Vm, thread: ThreadId) -> Vec<(String, Value)> {
    match place_of(vm, thread) {
        Some(place) => locals(vm, thread, place.frame),
        None => vec![],
    }
}

/// True for values that a list of variables leaves out: modules, functions, classes.
pub fn is_scenery(vm: &Vm, value: Value) -> bool {
    match vm.data(value) {
        Some(Data::Module { .. } | Data::Function(_) | Data::Native { .. } | Data::Type(_)) => true,
        _ => value.id().is_some_and(|id| {
            vm.class(vm.class_of(value)).layout == Layout::Type && vm.is_class(Value::Obj(id))
        }),
    }
}
