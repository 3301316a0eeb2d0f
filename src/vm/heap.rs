//! The heap: objects in copy-on-write pages, counted slots, and an incrementally kept fingerprint.
//!
//! * **Regions.** Each thread allocates in its own region, at the lowest free place, so that an object's
//!   identity follows from what its thread has alive, not from how threads interleaved.
//! * **Counts belong to slots.** A slot is a variable, a stack place, a container element. Native code holds
//!   values without counting; an object whose count is 0 dies when the present instruction ends
//!   (a zero-count table, after Deutsch and Bobrow 1976, emptied after each instruction).
//! * **The image.** Region 0 holds the library, is shared by all states and immortal (PEP 683). It stands in one row;
//!   a page of it that is written is copied to region 0's own pages first.
//! * **Fingerprint.** A sum over live objects of a 128-bit hash of identity and content; a write takes the old
//!   hash out and notes the object, the next request for the fingerprint adds the new hash.
//!
//! Nothing here calls Python; dying objects that need it are handed out by [`Heap::take_dying`].

use super::cow::CowRow;
use super::fingerprint::{Sponge, hash_object};
use super::footprint::{Trail, WHOLE, special};
use super::object::{Attrs, Data, Object};
use super::pages::{PAGE, Page, Region};
use super::value::{Id, Value};

/// All objects of one state.
#[derive(Debug, Default)]
pub struct Heap {
    /// Once the image is complete, region 0 holds copies of those of its pages that were written.
    pub(super) regions: Vec<Region>,
    /// The image, by place.
    image: CowRow<Option<Object>>,
    /// For each page of the image, 0 or the number of its copy in region 0, plus 1.
    pub(super) moved: CowRow<u16>,
    zero: Vec<Id>,
    dirty: Vec<Id>,
    pub(super) sum: u128,
    /// Set once the image is complete: region 0 is immortal from then on.
    frozen: bool,
    /// The region that new objects go to.
    pub region: u32,
    /// No place is given twice: an object's identity then follows from what its thread has done, whatever others do.
    pub fresh_names: bool,
    pub(super) live: u64,
    /// Bytes allocated since the last look at the whole (see `limits`).
    pub(super) fresh: u64,
    /// What the present block touches, if somebody wants to know. Not part of the state.
    pub trail: Trail,
}

/// The hash of an object that is not in the sum since it changed; it stands among the dirty ones.
const NOTED: u128 = 1;
/// The hash of a free place that still stands among the dirty ones.
const GONE: u128 = 2;
/// Hashes from here on are hashes; 0 is that of what is in no sum.
pub(super) const FIRST_HASH: u128 = 3;

/// Pages of a region from which on places are given again in any case: there are not so many more.
const FRESH_PAGES: usize = 1 << 16;

const IMMORTAL: u32 = u32::MAX;

/// Takes an object out of the fingerprint's sum until it is asked for next.
fn note(page: &mut Page, id: Id, sum: &mut u128, dirty: &mut Vec<Id>) {
    let place = id.place() % PAGE;
    let hash = match (page.hashes[place], &page.objects[place]) {
        // First write to an image object: its content as it was is the origin of the sum.
        (0, Some(object)) if id.region() == 0 => hash_object(id, object, &mut Sponge::default()),
        (hash, _) => hash,
    };
    *sum = sum.wrapping_sub(hash);
    page.hashes[place] = NOTED;
    dirty.push(id);
}

impl Heap {
    /// An empty heap.
    pub fn new() -> Heap {
        Heap::default()
    }

    /// Returns another heap with the same content; both copy pages when they write.
    pub fn share(&mut self) -> Heap {
        Heap {
            regions: self.regions.clone(),
            image: self.image.clone(),
            moved: self.moved.clone(),
            zero: self.zero.clone(),
            dirty: self.dirty.clone(),
            sum: self.sum,
            frozen: self.frozen,
            region: self.region,
            fresh_names: self.fresh_names,
            live: self.live,
            fresh: self.fresh,
            trail: self.trail.of_copy(),
        }
    }

    /// Declares all that stands on the heap to be the image: immortal, and outside the fingerprint's sum.
    pub fn freeze(&mut self) {
        assert!(self.regions.len() == 1, "internal error: the image has objects outside region 0");
        let region = std::mem::take(&mut self.regions[0]);
        self.image = region.pages().flat_map(|page| page.objects.iter().cloned()).collect();
        self.moved = vec![0; region.len()].into();
        assert!(region.len() < usize::from(u16::MAX), "internal error: the image has too many pages");
        self.frozen = true;
        self.zero.clear();
        self.dirty.clear();
        self.sum = 0;
    }

    /// Takes the image back into region 0, so that it can grow before it is frozen again. What stands in it stays
    /// immortal. No object of it may have been written since.
    pub fn thaw(&mut self) {
        assert!(self.moved.iter().all(|moved| *moved == 0), "internal error: the image was written");
        let mut region = Region::default();
        for (at, objects) in self.image.chunks(PAGE).enumerate() {
            let mut page = Page::empty();
            for (place, object) in objects.iter().enumerate() {
                page.objects[place] = object.clone();
                page.taken |= u8::from(object.is_some()) << place;
            }
            region.push(page);
            (0..objects.len()).for_each(|place| *region.count_mut(at * PAGE + place) = IMMORTAL);
        }
        self.regions = vec![region];
        self.image = CowRow::default();
        self.moved = CowRow::default();
        self.region = 0;
        self.frozen = false;
    }

    /// Number of live objects.
    pub fn live(&self) -> u64 {
        self.live
    }

    /// The object `id`; recorded as a read of the whole of it if its data can change.
    #[inline]
    pub fn get(&self, id: Id) -> &Object {
        let object = self.peek(id);
        if self.trail.is_on() && object.data.is_mutable() {
            self.trail.read(id, WHOLE);
        }
        object
    }

    /// The object `id`, for what cannot change: its class.
    #[inline]
    pub fn peek(&self, id: Id) -> &Object {
        match self.find(id) {
            Some(object) => object,
            None => panic!("internal error: object {id:?} is gone"),
        }
    }

    /// The object `id` if it is alive.
    #[inline]
    pub fn find(&self, id: Id) -> Option<&Object> {
        self.trail.note_seen(id);
        let (region, mut page) = (id.region(), id.place() / PAGE);
        if region == 0 && self.frozen {
            page = match self.moved.get(page)? {
                0 => return self.image.get(id.place())?.as_ref(),
                moved => usize::from(*moved) - 1,
            };
        }
        self.regions.get(region)?.page(page)?.objects[id.place() % PAGE].as_ref()
    }

    #[inline]
    fn page_mut(&mut self, id: Id) -> &mut Page {
        let at = self.writable(id);
        self.regions[id.region()].page_mut(at)
    }

    /// The number of the page of `id` within its region, after copying it there if it is one of the image.
    #[inline]
    pub(super) fn writable(&mut self, id: Id) -> usize {
        let page = id.place() / PAGE;
        if id.region() > 0 || !self.frozen {
            return page;
        }
        match self.moved[page] {
            0 => self.move_page(page),
            moved => usize::from(moved) - 1,
        }
    }

    #[cold]
    fn move_page(&mut self, page: usize) -> usize {
        let mut copy = Page::empty();
        for place in 0..PAGE {
            copy.objects[place] = self.image[page * PAGE + place].clone();
            copy.taken |= u8::from(copy.objects[place].is_some()) << place;
        }
        let at = self.regions[0].len();
        self.regions[0].push(copy);
        self.moved[page] = at as u16 + 1;
        at
    }

    /// The object `id` for writing. The caller keeps the counts right: see [`Heap::replace`] and its like.
    #[inline]
    pub fn get_mut(&mut self, id: Id) -> &mut Object {
        self.trail.write(id, WHOLE);
        self.trail.note_seen(id);
        let at = self.writable(id);
        let page = self.regions[id.region()].page_mut(at);
        if self.frozen && page.hashes[id.place() % PAGE] != NOTED {
            note(page, id, &mut self.sum, &mut self.dirty);
        }
        match &mut page.objects[id.place() % PAGE] {
            Some(object) => object,
            None => panic!("internal error: object {id:?} is gone"),
        }
    }

    /// The 128-bit fingerprint of everything on the heap; the sponge only lends its room.
    pub fn fingerprint(&mut self, sponge: &mut Sponge) -> u128 {
        for id in std::mem::take(&mut self.dirty) {
            let place = id.place() % PAGE;
            let page = self.page_mut(id);
            page.hashes[place] = match &page.objects[place] {
                Some(object) => hash_object(id, object, sponge),
                None => 0,
            };
            let hash = page.hashes[place];
            self.sum = self.sum.wrapping_add(hash);
        }
        self.sum
    }

    /// Makes room for the first `places` objects, so that they may refer to each other before they exist.
    pub fn reserve(&mut self, places: usize) {
        let mut region = Region::default();
        for _ in 0..places.div_ceil(PAGE) {
            region.push(Page::empty());
        }
        self.regions.push(region);
    }

    /// Makes an object in the present region and counts what it refers to.
    pub fn alloc(&mut self, class: Id, attrs: Attrs, data: Data) -> Id {
        let object = Object { class, attrs, data };
        self.fresh += object.data.bytes() as u64;
        object.each_ref(&mut |v| self.inc(v));
        let number = self.region as usize;
        while self.regions.len() <= number {
            self.regions.push(Region::default());
        }
        let region = &mut self.regions[number];
        let mut at = region.first_free as usize;
        let place = loop {
            self.trail.note(|diary| diary.pages.push((number as u32, at as u32)));
            match region.page(at).map(Page::free_place) {
                None => region.push(Page::empty()),
                Some(Some(place)) => break place,
                Some(None) => at += 1,
            }
        };
        region.first_free = at as u32;
        let id = Id::new(number as u32, (at * PAGE + place) as u32);
        let page = region.page_mut(at);
        page.objects[place] = Some(object);
        page.taken |= 1 << place;
        self.trail.read(special::names(self.region), WHOLE);
        self.live += 1;
        self.zero.push(id);
        if self.frozen {
            if page.hashes[place] != GONE {
                self.dirty.push(id);
            }
            page.hashes[place] = NOTED;
        }
        id
    }

    /// A slot now holds `value`.
    #[inline]
    pub fn inc(&mut self, value: Value) {
        let Value::Obj(id) = value else { return };
        if self.frozen && id.region() == 0 {
            return;
        }
        let count = self.regions[id.region()].count_mut(id.place());
        *count = count.saturating_add(1);
    }

    /// A slot no longer holds `value`.
    #[inline]
    pub fn dec(&mut self, value: Value) {
        let Value::Obj(id) = value else { return };
        if self.frozen && id.region() == 0 {
            return;
        }
        let count = self.regions[id.region()].count_mut(id.place());
        assert!(*count > 0, "internal error: count of {id:?} below zero");
        if *count != IMMORTAL {
            *count -= 1;
        }
        let left = *count;
        if left == 0 {
            self.zero.push(id);
        }
        self.trail.note(|diary| diary.let_go.push((id, left)));
    }

    /// How many slots hold `id`.
    pub fn count(&self, id: Id) -> u32 {
        self.trail.note_more();
        self.count_of(id)
    }

    /// The same for what the heap itself decides by counts.
    pub(super) fn count_of(&self, id: Id) -> u32 {
        if self.frozen && id.region() == 0 {
            return IMMORTAL;
        }
        self.regions[id.region()].count(id.place())
    }

    /// True if some object may have to die.
    #[inline]
    pub fn has_zero(&self) -> bool {
        !self.zero.is_empty()
    }

    /// An object whose count is 0, if there is one; it stays alive until [`Heap::free`].
    pub fn take_dying(&mut self) -> Option<Id> {
        while let Some(id) = self.zero.pop() {
            if self.find(id).is_some() && self.count_of(id) == 0 {
                return Some(id);
            }
        }
        None
    }

    /// Removes a dead object and uncounts what it referred to; `for_good` if its place is not to be given again.
    pub fn free(&mut self, id: Id, for_good: bool) {
        self.trail.note_seen(id);
        let few = self.regions[id.region()].len() < FRESH_PAGES;
        let for_good = few && (for_good || self.fresh_names);
        if id.region() != self.region as usize && !for_good {
            self.trail.write(special::names(id.region() as u32), WHOLE);
        }
        let place = id.place() % PAGE;
        let page = self.page_mut(id);
        let object = page.objects[place].take();
        if !for_good {
            page.taken &= !(1 << place);
        }
        let hash = std::mem::replace(&mut page.hashes[place], 0);
        if hash == NOTED {
            page.hashes[place] = GONE;
        } else {
            self.sum = self.sum.wrapping_sub(hash);
        }
        if !for_good {
            let region = &mut self.regions[id.region()];
            region.first_free = region.first_free.min((id.place() / PAGE) as u32);
        }
        self.live -= 1;
        if let Some(object) = object {
            object.each_ref(&mut |v| self.dec(v));
        }
    }

    /// Puts `value` into a slot of `id` and keeps the counts: `slot` exchanges and returns the old content.
    pub fn replace(&mut self, id: Id, value: Value, slot: impl FnOnce(&mut Object, Value) -> Value) {
        self.inc(value);
        let old = slot(self.get_mut(id), value);
        self.dec(old);
    }

    /// Changes an object in any way and recounts all its slots: simple and slow, for rare operations.
    pub fn update<R>(&mut self, id: Id, change: impl FnOnce(&mut Object) -> R) -> R {
        let mut before = Vec::new();
        self.peek(id).each_ref(&mut |v| before.push(v));
        let result = change(self.get_mut(id));
        let mut after = Vec::new();
        self.peek(id).each_ref(&mut |v| after.push(v));
        after.into_iter().for_each(|v| self.inc(v));
        before.into_iter().for_each(|v| self.dec(v));
        result
    }

    /// Bytes of all objects outside the image, roughly.
    pub fn bytes(&self) -> u64 {
        let regions = self.regions.iter().skip(usize::from(self.frozen));
        regions.flat_map(Region::pages).map(Page::bytes).sum()
    }

    /// Bytes of the pages that this state shares with no other, roughly: what it costs to keep it.
    pub fn written_bytes(&self) -> u64 {
        self.regions.iter().flat_map(Region::own_pages).map(Page::bytes).sum()
    }

    /// Identities of all live objects outside the image, in order.
    pub fn ids(&self) -> impl Iterator<Item = Id> + '_ {
        self.trail.note_more();
        let first = usize::from(self.frozen);
        self.regions.iter().enumerate().skip(first).flat_map(|(number, region)| {
            region.pages().enumerate().flat_map(move |(at, page)| {
                (0..PAGE)
                    .filter(|place| page.objects[*place].is_some())
                    .map(move |place| Id::new(number as u32, (at * PAGE + place) as u32))
            })
        })
    }
}
