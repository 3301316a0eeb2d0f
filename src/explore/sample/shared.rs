//! What sampled runs have shown about a program: which places threads share, and how many events each thread has.

use crate::vm::footprint::{Touch, WHOLE, special};
use crate::vm::thread::ThreadId;
use crate::vm::value::Id;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// A place: an object and a part of it.
pub type Place = (Id, u32);

/// The places touched while at least two threads were alive.
#[derive(Debug, Default)]
pub struct Shared {
    places: FxHashMap<Id, BTreeMap<u32, Use>>,
    /// Objects by which the library starts and ends threads: no program is about these.
    internal: FxHashSet<Id>,
    /// The shared places that are locks.
    pub locks: FxHashSet<Id>,
    /// Threads that have written a place that is shared and no lock.
    pub writers: FxHashSet<u32>,
    /// Runs so far: in the first nothing is known, and whatever may be shared counts as shared.
    pub runs: u64,
}

/// Who has touched a place, and how.
#[derive(Clone, Copy, Debug)]
struct Use {
    first: u32,
    by_many: bool,
    written: bool,
}

impl Use {
    fn and(self, other: Use) -> Use {
        Use {
            first: self.first,
            by_many: self.by_many || other.by_many || self.first != other.first,
            written: self.written || other.written,
        }
    }
}

impl Shared {
    /// True if the place is the machine's own business, or the library's for starting threads.
    fn is_nothing(&self, id: Id) -> bool {
        let told = id == special::OUTPUT || id == special::INPUT;
        special::is_special(id) && !told || self.internal.contains(&id)
    }

    /// The library has touched it while it started or ended a thread.
    pub fn set_aside(&mut self, id: Id) {
        self.internal.insert(id);
    }

    /// Notes an access; the place if threads were seen to meet there.
    pub fn note(&mut self, thread: ThreadId, touch: &Touch) -> Option<Place> {
        if self.is_nothing(touch.id) {
            return None;
        }
        let now = Use { first: thread.0, by_many: false, written: touch.write };
        let parts = self.places.entry(touch.id).or_default();
        parts.entry(touch.key).and_modify(|known| *known = known.and(now)).or_insert(now);
        self.meets(thread, touch)
    }

    /// The place of an access if threads meet there; in a first run also if they may.
    pub fn meets(&self, thread: ThreadId, touch: &Touch) -> Option<Place> {
        if self.is_nothing(touch.id) {
            return None;
        }
        let parts = self.places.get(&touch.id);
        let known = parts.and_then(|parts| {
            let here = parts.iter().filter(|(key, _)| overlap(**key, touch.key));
            here.map(|(_, known)| *known).reduce(Use::and)
        });
        let meet = known.is_some_and(|known| known.by_many && known.written);
        // Region 0 is the library's, and a thread's own objects stand in its own region.
        let foreign = touch.id.region() != 0 && touch.id.region() != thread.0 as usize % 1000 + 1;
        let may = self.runs == 0 && (foreign || known.is_some_and(|known| known.by_many));
        (meet || may).then_some((touch.id, touch.key))
    }
}

/// True if two parts of one object have something in common.
pub fn overlap(one: u32, other: u32) -> bool {
    one == other || one == WHOLE || other == WHOLE
}

/// How many events each thread had at each place, and who started whom.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// By thread and place.
    pub events: BTreeMap<(u32, Place), u32>,
    /// By thread: who has started it.
    pub parents: FxHashMap<u32, u32>,
    /// The places, in order of their first event.
    pub places: Vec<Place>,
}

impl Profile {
    /// Counts one event.
    pub fn count(&mut self, thread: ThreadId, place: Place) {
        if !self.places.contains(&place) {
            self.places.push(place);
        }
        *self.events.entry((thread.0, place)).or_default() += 1;
    }
}
