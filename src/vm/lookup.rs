//! Attributes of classes along the method resolution order, and a cache of what was found.
//!
//! After CPython's method cache (Objects/typeobject.c `_PyType_Lookup`). What is found depends on the classes of a state
//! only, and each change of a class gives the state a number that no state had before ([`Heap::classes_changed`]); copies
//! share it until one of them changes a class. So one cache serves all states of a thread, and none can mislead another.
//!
//! While somebody records what is looked at, every look is a real one.

use super::Vm;
use super::footprint::key_of;
use super::heap::Heap;
use super::object::{Data, TypeData};
use super::value::{Id, PyStr, Value};
use std::cell::RefCell;
use std::sync::atomic::{AtomicU64, Ordering};

/// Places of the cache: a power of two.
const PLACES: usize = 1 << 12;

/// What a class had under a name when classes stood as this number says.
struct Found {
    classes: u64,
    class: Id,
    name: PyStr,
    raw: Option<Value>,
}

thread_local! {
    static CACHE: RefCell<Vec<Option<Found>>> = const { RefCell::new(Vec::new()) };
}

/// A number for the classes of one state as they now stand; 0 is never given.
pub(super) fn next_number() -> u64 {
    static LAST: AtomicU64 = AtomicU64::new(0);
    LAST.fetch_add(1, Ordering::Relaxed) + 1
}

impl Vm {
    /// Looks `name` up along the method resolution order of `class`; the raw attribute, not bound.
    #[inline]
    pub fn lookup(&self, class: Id, name: &PyStr) -> Option<Value> {
        self.heap.lookup(class, name)
    }
}

impl Heap {
    /// A class's own data.
    #[inline]
    pub fn class(&self, id: Id) -> &TypeData {
        match &self.peek(id).data {
            Data::Type(class) => class,
            other => panic!("internal error: {other:?} is no class"),
        }
    }

    /// See [`Vm::lookup`].
    pub fn lookup(&self, class: Id, name: &PyStr) -> Option<Value> {
        if self.trail.is_idle() { self.remembered(class, name) } else { self.walk_order(class, name) }
    }

    fn remembered(&self, class: Id, name: &PyStr) -> Option<Value> {
        let classes = self.classes();
        let at = (name.hash64() ^ u64::from(class.0).wrapping_mul(0x9e37_79b9)) as usize % PLACES;
        CACHE.with_borrow_mut(|cache| {
            if let Some(Some(found)) = cache.get(at)
                && found.classes == classes
                && found.class == class
                && found.name == *name
            {
                return found.raw;
            }
            let raw = self.walk_order(class, name);
            if cache.is_empty() {
                cache.resize_with(PLACES, || None);
            }
            cache[at] = Some(Found { classes, class, name: name.clone(), raw });
            raw
        })
    }

    fn walk_order(&self, class: Id, name: &PyStr) -> Option<Value> {
        self.class(class).mro.iter().find_map(|id| {
            // Classes of the image that take no attributes never change.
            if self.trail.is_on() && id.region() > 0 {
                self.trail.read(*id, key_of(name.hash64()));
            }
            self.class(*id).dict.get(name)
        })
    }
}
