//! Footprints of transitions, when two of them commute, and which places are visible.
//!
//! Two transitions that are both enabled in a state and whose footprints do not conflict lead to the same state in
//! either order, and neither disables the other: Godefroid's independence (LNCS 1032, 1996), read off what each has
//! really touched there.

use crate::vm::Vm;
use crate::vm::footprint::{ORDER, Touch, WHOLE, special};
use crate::vm::object::Data;
use crate::vm::step::Event;
use crate::vm::thread::{Status, ThreadId, WaitKind};
use crate::vm::value::Id;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::{Hash, Hasher};

/// What one transition touches: each place once, a write before a read of it forgotten, in order of place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footprint {
    touches: Vec<Touch>,
    /// How many of them are in their final form.
    settled: usize,
    /// It concerns everybody: the program ends, and with it whoever still runs.
    pub global: bool,
}

/// Do these parts of one object overlap, and is one access a write?
fn collide(a: &Touch, b: &Touch) -> bool {
    if !(a.write || b.write) {
        return false;
    }
    match (a.key, b.key) {
        // A walk reads the whole, the order with it; an access to one part does not ask for the order.
        (WHOLE, _) | (_, WHOLE) => true,
        (ORDER, ORDER) => a.write && b.write,
        (a, b) => a == b,
    }
}

impl Footprint {
    /// Adds what the block that `vm` has just done touched.
    ///
    /// A lock that stands after the block as it stood before was only looked at: whoever wants it meanwhile cannot
    /// tell, since nobody else ran.
    pub fn add_block(&mut self, vm: &Vm) {
        let toggles = |id: Id| {
            let of = |event: &&Event| matches!(event, Event::Acquired(_, lock, _) | Event::Released(_, lock, _) if *lock == id);
            vm.events.iter().filter(of).count()
        };
        for mut touch in vm.heap.trail.take() {
            if touch.write && touch.key == WHOLE && is_lock(vm, touch.id) && toggles(touch.id) % 2 == 0 {
                touch.write = false;
            }
            self.touches.push(touch);
        }
        if vm.ending.is_some() {
            // Who still runs says no more.
            self.global = true;
            self.read(special::OUTPUT);
            vm.thread_ids().for_each(|thread| self.read(special::said(thread.0)));
        }
    }

    /// That of a thread that waits and cannot move: the look at what it waits for.
    pub fn of_wait(vm: &Vm, thread: ThreadId) -> Footprint {
        let mut footprint = Footprint::default();
        if let Status::Blocked(wait) = vm.thread(thread).status {
            match wait.kind {
                WaitKind::Lock(lock) => footprint.read(lock),
                WaitKind::Join(other) => footprint.read(special::ended(other.0)),
                WaitKind::Shutdown => {
                    footprint.read(special::THREADS);
                    vm.thread_ids().for_each(|other| footprint.read(special::ended(other.0)));
                }
                WaitKind::Sleep | WaitKind::Forever => {}
            }
            if wait.deadline.is_some() {
                footprint.read(special::CLOCK);
            }
        }
        footprint.settle();
        footprint
    }

    /// Adds a read of a whole object.
    pub fn read(&mut self, id: Id) {
        self.touches.push(Touch::look(id));
    }

    /// Adds another footprint.
    pub fn extend(&mut self, other: &Footprint) {
        self.touches.extend_from_slice(&other.touches);
        self.global |= other.global;
        // A long loop touches the same places again and again.
        if self.touches.len() > self.settled * 2 + 1024 {
            self.settle();
        }
    }

    /// Brings it into its final form.
    pub fn settle(&mut self) {
        self.touches.sort_unstable_by_key(|touch| (touch.id, touch.key, !touch.write));
        self.touches.dedup_by_key(|touch| (touch.id, touch.key));
        self.settled = self.touches.len();
    }

    /// Parts it into what is at visible places and the rest, both without what only decides about names.
    pub fn part(self, visible: &Visible) -> (Footprint, Footprint) {
        let of = |touches: Vec<Touch>, global| Footprint { settled: touches.len(), touches, global };
        let real = self.touches.into_iter().filter(|touch| !special::is_names(touch.id));
        let (seen, rest) = real.partition(|touch| visible.has(touch));
        (of(seen, self.global), of(rest, false))
    }

    /// The places, in order.
    pub fn touches(&self) -> &[Touch] {
        &self.touches
    }

    /// A number for what was touched of the contended places; 0 if nothing.
    pub fn trace(&self, visible: &Visible) -> u64 {
        let mut hash = 0;
        for touch in self.touches.iter().filter(|touch| visible.contended.contains(&(touch.id, touch.key))) {
            let mut hasher = FxHasher::default();
            (hash, touch).hash(&mut hasher);
            hash = hasher.finish() | 1;
        }
        hash
    }

    /// Calls `found` with each pair of accesses that conflict; stops when it answers false.
    fn conflicts<'a>(&'a self, other: &'a Footprint, mut found: impl FnMut(&'a Touch, &'a Touch) -> bool) {
        let (mut a, mut b) = (0, 0);
        while let (Some(left), Some(right)) = (self.touches.get(a), other.touches.get(b)) {
            match left.id.cmp(&right.id) {
                std::cmp::Ordering::Less => a += 1,
                std::cmp::Ordering::Greater => b += 1,
                std::cmp::Ordering::Equal => {
                    let mine = self.touches[a..].iter().take_while(|touch| touch.id == left.id).count();
                    let theirs = other.touches[b..].iter().take_while(|touch| touch.id == left.id).count();
                    for x in &self.touches[a..a + mine] {
                        for y in &other.touches[b..b + theirs] {
                            if collide(x, y) && !found(x, y) {
                                return;
                            }
                        }
                    }
                    a += mine;
                    b += theirs;
                }
            }
        }
    }

    /// True if the two cannot be exchanged.
    pub fn depends_on(&self, other: &Footprint) -> bool {
        let mut any = self.global || other.global;
        if !any {
            self.conflicts(other, |_, _| {
                any = true;
                false
            });
        }
        any
    }

    /// The pairs of accesses that conflict, but for those that only decide about names.
    pub fn races_with<'a>(&'a self, other: &'a Footprint) -> Vec<(&'a Touch, &'a Touch)> {
        let mut pairs = Vec::new();
        self.conflicts(other, |x, y| {
            if !special::is_names(x.id) {
                pairs.push((x, y));
            }
            true
        });
        pairs
    }
}

/// True if the place is a lock.
pub fn is_lock(vm: &Vm, id: Id) -> bool {
    let data = || vm.heap.find(id).map(|object| &object.data);
    !special::is_special(id) && matches!(data(), Some(Data::Lock { .. } | Data::RLock { .. }))
}

/// The patience of a first search; it grows by this factor when nothing else is found.
pub const PATIENCE: u64 = 64;

/// The places at which threads meet: a transition goes on until it has touched one of them.
///
/// It grows while the search finds that two threads can meet at a place that is not in it yet (Blum, CMU-PDL-16-103,
/// calls it iterative deepening of preemption points); what was found up to then remains true, and the search begins
/// again. Once it grows no more, no order of the accesses left out can make a difference.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Visible {
    whole: FxHashSet<Id>,
    /// Places that two living threads touch, one of them writing: whoever has been there ahead of time is in another
    /// state than who has not, since somebody may yet come there.
    contended: FxHashSet<(Id, u32)>,
    parts: FxHashMap<Id, FxHashSet<u32>>,
    /// Each switch point ends a transition: nothing is fused.
    everything: bool,
    /// Atomic blocks after which a transition ends in any case.
    pub patience: u64,
    /// The greatest patience: then whole loops are transitions, and one that is not over by then is called endless.
    patience_max: u64,
}

impl Visible {
    /// No place; or with `everything`, each switch point ends a transition.
    pub fn new(everything: bool, patience_max: u64) -> Visible {
        Visible { everything, patience: PATIENCE.min(patience_max), patience_max, ..Visible::default() }
    }
    /// True if the access is to a visible place.
    pub fn has(&self, touch: &Touch) -> bool {
        self.everything
            || self.whole.contains(&touch.id)
            || self.parts.get(&touch.id).is_some_and(|parts| touch.key == WHOLE || parts.contains(&touch.key))
    }
    /// True if each switch point ends a transition.
    pub fn is_everything(&self) -> bool {
        self.everything
    }
    /// Makes a place contended.
    pub fn contend(&mut self, place: (Id, u32)) {
        self.contended.insert(place);
    }
    /// True if the place is contended.
    pub fn is_contended(&self, place: (Id, u32)) -> bool {
        self.contended.contains(&place)
    }
    /// True if it was all the patience that a search has.
    pub fn is_patient(&self) -> bool {
        self.patience >= self.patience_max
    }
    /// Waits longer for something to be seen.
    pub fn wait_longer(&mut self) {
        self.patience = (self.patience * PATIENCE).min(self.patience_max);
    }
    /// Makes the place of two colliding accesses visible; false if it was.
    pub fn add(&mut self, a: &Touch, b: &Touch) -> bool {
        if a.key == WHOLE || b.key == WHOLE {
            self.whole.insert(a.id)
        } else {
            self.parts.entry(a.id).or_default().insert(a.key)
        }
    }
}

/// Who touches what while several threads live: from this follows which places are contended.
#[derive(Debug, Default)]
pub struct Traffic {
    /// By object: the parts, with who has read and who has written them.
    objects: FxHashMap<Id, Vec<Part>>,
    /// Contended places that were touched ahead of time, in order of discovery.
    pub contended: Vec<(Id, u32)>,
}

#[derive(Debug, Default)]
struct Part {
    key: u32,
    /// Threads, by number modulo 64.
    readers: u64,
    writers: u64,
    /// Two threads touch it, and one writes; it was touched ahead of time; it was noted as both.
    contended: bool,
    ahead: bool,
    noted: bool,
}

impl Traffic {
    /// Notes that a thread touches a place, perhaps ahead of time.
    pub fn note(&mut self, thread: u16, touch: &Touch, ahead: bool) {
        let parts = self.objects.entry(touch.id).or_default();
        let bit = 1u64 << (thread % 64);
        let at = parts.iter().position(|part| part.key == touch.key).unwrap_or_else(|| {
            parts.push(Part { key: touch.key, ..Part::default() });
            parts.len() - 1
        });
        if touch.write {
            parts[at].writers |= bit
        } else {
            parts[at].readers |= bit
        }
        parts[at].ahead |= ahead;
        for other in 0..parts.len() {
            let part = &parts[other];
            let meets = |threads: u64, write| {
                threads & !bit != 0 && collide(&Touch { id: touch.id, key: part.key, write }, touch)
            };
            if meets(part.readers, false) || meets(part.writers, true) {
                (parts[at].contended, parts[other].contended) = (true, true);
            }
        }
        for part in parts.iter_mut().filter(|part| part.contended && part.ahead && !part.noted) {
            part.noted = true;
            self.contended.push((touch.id, part.key));
        }
    }
}
