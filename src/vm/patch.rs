//! What a transition changed, as a value that can be put upon other states.
//!
//! A state is in parts: objects, threads, output and the like. Where a thread finds the same in all parts that it looks
//! at, it does the same; so what it did once need not be executed again (transition caching: Blom, van de Pol and
//! Weber, CAV 2010). [`Vm::difference`] takes what was done off two states, [`Vm::apply`] puts it upon a third one.
//! Whether that is the right thing to do its caller has to know, from a diary (`footprint.rs`) and from
//! [`Vm::standing`] and [`Vm::content`].

use super::Vm;
use super::cow::Cow;
use super::footprint::{Diary, special};
use super::heap::Heap;
use super::object::Object;
use super::pages::{PAGE, Page, Region};
use super::state::Output;
use super::thread::{Status, Thread, ThreadId, WaitKind};
use super::value::{Id, Value};
use crate::program::Code;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_128;

/// See the module.
#[derive(Debug)]
pub struct Patch {
    /// The thread as it stands afterwards, and those that it has started; with the hashes of their bodies.
    threads: Vec<(Cow<Thread>, u128)>,
    /// An outline of the one that ran last, and the code that it stands in.
    last: Thread,
    code: Arc<Code>,
    output: Vec<Output>,
    output_bytes: u64,
    /// By how much the fingerprint grows.
    pub print: u128,
    heap: Changes,
}

/// What changed on the heap.
#[derive(Debug, Default)]
struct Changes {
    /// Objects that were made, changed, or have died, with the hashes under which they now stand.
    objects: Vec<(Id, Option<Object>, u128)>,
    /// Places of pages that were taken, and that were given back: one bit for each, by region and page.
    places: Vec<(usize, usize, u8, u8)>,
    /// Where to look for free places, by region, if some were looked for.
    first_free: Vec<(usize, u32)>,
    /// By how much counts grow.
    counts: Vec<(Id, i64)>,
    sum: u128,
    live: u64,
}

/// A hash of a number: sums of such are told apart.
fn spread(number: u128) -> u128 {
    xxh3_128(&number.to_le_bytes())
}

impl Vm {
    /// What a thread finds of itself in this state, as a hash; none if that depends on the clock. The fingerprint has
    /// to be known.
    pub fn standing(&self, id: ThreadId) -> Option<u128> {
        let thread = self.thread(id);
        let (kind, what) = match thread.status {
            Status::Ready => (0, 0),
            Status::Blocked(wait) if wait.deadline.is_none() && wait.kind != WaitKind::Shutdown => {
                wait.kind.code()
            }
            Status::Blocked(_) | Status::Finished => return None,
        };
        if thread.resumed.is_some_and(|wait| wait.deadline.is_some()) {
            return None;
        }
        let body = *self.bodies.get(id.0 as usize).filter(|body| **body != 0)?;
        let handle = match thread.handle {
            Value::Obj(handle) => handle.0,
            _ => 0,
        };
        let bits = [thread.at_switch, thread.daemon, thread.resumed.is_some(), self.shutting_down];
        let bits = bits.into_iter().fold(0, |bits, bit| bits << 1 | u64::from(bit));
        let bits = bits | u64::from(self.recursion_limit) << 8;
        let own = [u64::from(id.0), u64::from(handle), thread.said, bits, body as u64, (body >> 64) as u64];
        let mut bytes = [0; 64];
        let numbers = own.into_iter().chain([kind, u64::from(what)]);
        for (place, number) in bytes.chunks_exact_mut(8).zip(numbers) {
            place.copy_from_slice(&number.to_le_bytes());
        }
        Some(xxh3_128(&bytes))
    }

    /// What a thread finds at a place, as a hash: 0 for an object of the image that was never written. None if that is
    /// not to be had, as of the clock. The fingerprint has to be known.
    pub fn content(&self, place: Id) -> Option<u128> {
        if !special::is_special(place) {
            return Some(self.heap.content(place));
        }
        let found = match special::whose_end(place) {
            Some(thread) => u32::from(self.thread(ThreadId(thread)).status == Status::Finished),
            None if place == special::THREADS => self.threads.len() as u32,
            // A whole line looks whether it stands within another one.
            None if place == special::OUTPUT => u32::from(self.mid_line),
            // Of names the heap's pages tell, of what a thread has said itself.
            None if special::is_said(place) || special::is_names(place) => 0,
            None => return None,
        };
        Some(spread(u128::from(place.0) << 32 | u128::from(found)))
    }

    /// What was done by `thread` between this state and `after`, a later state of its copy; none if that was more than
    /// threads do among themselves. Both fingerprints have to be known, and are given.
    pub fn difference(
        &self,
        after: &mut Vm,
        thread: ThreadId,
        prints: [u128; 2],
        diary: &Diary,
    ) -> Option<Patch> {
        after.sleep();
        after.heap.put_away();
        let at = thread.0 as usize;
        let others = self.threads.iter().zip(&after.threads).enumerate().filter(|(other, _)| *other != at);
        let mut others = others.map(|(_, pair)| pair);
        let same = others.all(|(before, now)| matches!((before, now), (Some(a), Some(b)) if a.is_same(b)));
        let numbers = [at].into_iter().chain(self.threads.len()..after.threads.len());
        let threads: Option<Vec<(Cow<Thread>, u128)>> =
            numbers.map(|at| Some((after.threads.get(at)?.clone()?, *after.bodies.get(at)?))).collect();
        let threads = threads?;
        let waits_for_time = threads.iter().any(|(thread, _)| match thread.status {
            Status::Blocked(wait) => wait.deadline.is_some() || wait.kind == WaitKind::Shutdown,
            _ => false,
        });
        let is_plain = same
            && !waits_for_time
            && self.ending.is_none()
            && after.ending.is_none()
            && self.clock == after.clock
            && self.stdin_at == after.stdin_at
            && self.shutting_down == after.shutting_down
            && self.recursion_limit == after.recursion_limit
            && self.mid_line == after.mid_line
            && self.output_hash == after.output_hash
            && self.weak.is_same(&after.weak)
            && self.finalized.is_same(&after.finalized);
        if !is_plain {
            return None;
        }
        let mut heap = self.heap.changes(&after.heap);
        let mut regions: Vec<usize> = diary.pages.iter().map(|(region, _)| *region as usize).collect();
        regions.dedup();
        heap.first_free = regions.into_iter().map(|region| (region, after.heap.first_free(region))).collect();
        Some(Patch {
            threads,
            last: after.th.outline(),
            code: Arc::clone(&after.code),
            output: after.output.iter_from(self.output.len()).cloned().collect(),
            output_bytes: after.output_bytes - self.output_bytes,
            print: prints[1].wrapping_sub(prints[0]),
            heap,
        })
    }

    /// Does what was done elsewhere.
    pub fn apply(&mut self, patch: &Patch) {
        self.sleep();
        self.th = patch.last.outline();
        self.code = Arc::clone(&patch.code);
        for (thread, body) in &patch.threads {
            let at = thread.id.0 as usize;
            if at == self.threads.len() {
                self.threads.push(None);
                self.bodies.push(0);
            }
            self.threads[at] = Some(thread.clone());
            self.bodies[at] = *body;
        }
        patch.output.iter().for_each(|output| self.output.push(output.clone()));
        self.output_bytes += patch.output_bytes;
        self.heap.apply(&patch.heap);
    }
}

impl Patch {
    /// True if it changes the object.
    pub fn writes(&self, id: Id) -> bool {
        self.heap.objects.iter().any(|(other, _, _)| *other == id)
    }
}

impl Changes {
    /// Notes what is different in a page whose first object is `first`.
    fn note(&mut self, first: Id, before: Option<&Page>, page: &Page) {
        for place in 0..PAGE {
            if before.map_or(0, |before| before.hashes[place]) != page.hashes[place] {
                let id = Id::new(first.region() as u32, (first.place() + place) as u32);
                self.objects.push((id, page.objects[place].clone(), page.hashes[place]));
            }
        }
    }
}

impl Heap {
    fn changes(&self, after: &Heap) -> Changes {
        let mut changes = Changes {
            sum: after.sum.wrapping_sub(self.sum),
            live: after.live.wrapping_sub(self.live),
            ..Changes::default()
        };
        if !self.has_same_image(after) {
            let copies = |heap: &Heap, page: usize| match heap.moved[page] {
                0 => None,
                moved => Some(usize::from(moved) - 1),
            };
            for page in 0..after.moved.len() {
                if let Some(copy) = copies(after, page).and_then(|at| after.regions[0].page(at)) {
                    let before = copies(self, page).and_then(|at| self.regions[0].page(at));
                    changes.note(Id::new(0, (page * PAGE) as u32), before, copy);
                }
            }
        }
        let none = Region::default();
        for (number, region) in after.regions.iter().enumerate().skip(1) {
            let before = self.regions.get(number).unwrap_or(&none);
            if before.is_same(region) {
                continue;
            }
            for (at, old, page) in before.changed_pages(region) {
                let taken = old.map_or(0, |old| old.taken);
                if taken != page.taken {
                    changes.places.push((number, at, page.taken & !taken, taken & !page.taken));
                }
                changes.note(Id::new(number as u32, (at * PAGE) as u32), old, page);
            }
            let counts = before.changed_counts(region);
            changes.counts.extend(counts.map(|(place, more)| (Id::new(number as u32, place as u32), more)));
        }
        changes
    }

    fn apply(&mut self, changes: &Changes) {
        self.classes_changed();
        for (number, at, taken, given) in &changes.places {
            if self.regions.len() <= *number {
                self.regions.resize_with(number + 1, Region::default);
            }
            let region = &mut self.regions[*number];
            while region.len() <= *at {
                region.push(Page::empty());
            }
            let page = region.page_mut(*at);
            page.taken = page.taken & !given | taken;
            if *given != 0 {
                region.first_free = region.first_free.min(*at as u32);
            }
        }
        for (number, first_free) in &changes.first_free {
            if let Some(region) = self.regions.get_mut(*number) {
                region.first_free = *first_free;
            }
        }
        for (id, object, hash) in &changes.objects {
            let at = self.writable(*id);
            let page = self.regions[id.region()].page_mut(at);
            page.objects[id.place() % PAGE] = object.clone();
            page.hashes[id.place() % PAGE] = *hash;
        }
        for (id, more) in &changes.counts {
            let count = self.regions[id.region()].count_mut(id.place());
            *count = (i64::from(*count) + more) as u32;
        }
        self.sum = self.sum.wrapping_add(changes.sum);
        self.live = self.live.wrapping_add(changes.live);
    }

    fn content(&self, id: Id) -> u128 {
        let mut page = id.place() / PAGE;
        if id.region() == 0 {
            match self.moved.get(page) {
                None | Some(0) => return 0,
                Some(moved) => page = usize::from(*moved) - 1,
            }
        }
        let page = self.regions.get(id.region()).and_then(|region| region.page(page));
        match page.map(|page| (page.objects[id.place() % PAGE].is_some(), page.hashes[id.place() % PAGE])) {
            Some((true, hash)) => hash,
            _ => spread(u128::from(id.0) << 64),
        }
    }

    /// A hash of which places of a page are free, and of where the search for one would begin.
    pub fn vacancy(&self, region: usize, page: usize) -> u128 {
        let of = |region: &Region| (region.first_free, region.page(page).map_or(0, |page| page.taken));
        let (first_free, taken) = self.regions.get(region).map_or((0, 0), of);
        let number = (region as u128) << 96 | (page as u128) << 64;
        spread(number | u128::from(first_free) << 8 | u128::from(taken))
    }

    /// The first page of a region that may have a free place.
    fn first_free(&self, region: usize) -> u32 {
        self.regions.get(region).map_or(0, |region| region.first_free)
    }

    /// How many slots hold an object; 0 if it is not there.
    pub fn holders(&self, id: Id) -> u32 {
        match self.regions.get(id.region()) {
            Some(region) if id.place() / PAGE < region.len() => region.count(id.place()),
            _ => 0,
        }
    }

    /// True if the image was written in neither state since one was a copy of the other.
    pub fn has_same_image(&self, other: &Heap) -> bool {
        self.moved.is_same(&other.moved) && self.regions[0].is_same(&other.regions[0])
    }

    /// Objects of the image that were written.
    pub fn written_image(&self) -> impl Iterator<Item = Id> + '_ {
        let moved = self.moved.iter().enumerate().filter(|(_, moved)| **moved != 0);
        moved.flat_map(|(page, moved)| {
            let copy = self.regions[0].page(usize::from(*moved) - 1);
            (0..PAGE)
                .filter(move |place| copy.is_some_and(|copy| copy.hashes[*place] != 0))
                .map(move |place| Id::new(0, (page * PAGE + place) as u32))
        })
    }
}
