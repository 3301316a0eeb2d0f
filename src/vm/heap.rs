//! The heap: objects in copy-on-write pages, counted slots, and an incrementally kept fingerprint.
//!
//! * **Regions.** Each thread allocates in its own region, at the lowest free place, so that an object's
//!   identity follows from what its thread has alive, not from how threads interleaved.
//! * **Counts belong to slots.** A slot is a variable, a stack place, a container element. Native code holds
//!   values without counting; an object whose count is 0 dies when the present instruction ends
//!   (a zero-count table, after Deutsch and Bobrow 1976, emptied after each instruction).
//! * **The image.** Region 0 holds the library, is shared by all states and immortal (PEP 683).
//! * **Fingerprint.** A sum over live objects of a 128-bit hash of identity and content; a write takes the old
//!   hash out and notes the object, the next request for the fingerprint adds the new hash.
//!
//! Nothing here calls Python; dying objects that need it are handed out by [`Heap::take_dying`].

use super::cow::Cow;
use super::fingerprint::hash_object;
use super::footprint::{Trail, WHOLE, special};
use super::object::{Attrs, Data, Object};
use super::value::{Id, Value};

/// Objects a page.
pub const PAGE: usize = 16;

#[derive(Clone, Debug)]
struct Page {
    objects: [Option<Object>; PAGE],
    counts: [u32; PAGE],
}

impl Page {
    fn bytes(&self) -> u64 {
        let inner: usize = self.objects.iter().flatten().map(|object| object.data.bytes()).sum();
        (inner + size_of::<Page>() + size_of::<Hashes>()) as u64
    }
}

/// Hashes of the objects of a page as they stand in the sum; 0 = not in it.
type Hashes = [u128; PAGE];

#[derive(Debug)]
struct Region {
    pages: Vec<Cow<Page>>,
    hashes: Vec<Cow<Hashes>>,
    /// No page before this one has a free place.
    first_free: usize,
}

impl Clone for Region {
    fn clone(&self) -> Region {
        // Called only through `Cow::get_mut` after `share`, which froze every page.
        let again = |page: &Cow<Page>| match page {
            Cow::Shared(p) => Cow::Shared(p.clone()),
            Cow::Owned(p) => Cow::Owned(p.clone()),
            Cow::Moving => Cow::Moving,
        };
        let hashes = |page: &Cow<Hashes>| match page {
            Cow::Shared(p) => Cow::Shared(p.clone()),
            Cow::Owned(p) => Cow::Owned(p.clone()),
            Cow::Moving => Cow::Moving,
        };
        Region {
            pages: self.pages.iter().map(again).collect(),
            hashes: self.hashes.iter().map(hashes).collect(),
            first_free: self.first_free,
        }
    }
}

/// All objects of one state.
#[derive(Debug, Default)]
pub struct Heap {
    regions: Vec<Cow<Region>>,
    /// Pages written since the last copy: what `share` has to freeze.
    owned: Vec<(u32, u32)>,
    zero: Vec<Id>,
    dirty: Vec<Id>,
    sum: u128,
    /// Set once the image is complete: region 0 is immortal from then on.
    frozen: bool,
    /// The region that new objects go to.
    pub region: u32,
    live: u64,
    /// Bytes allocated since the last look at the whole (see `limits`).
    pub(super) fresh: u64,
    /// What the present block touches, if somebody wants to know. Not part of the state.
    pub trail: Trail,
}

const IMMORTAL: u32 = u32::MAX;

impl Heap {
    /// An empty heap.
    pub fn new() -> Heap {
        Heap::default()
    }

    /// Returns another heap with the same content; both copy pages when they write.
    pub fn share(&mut self) -> Heap {
        for (region, page) in std::mem::take(&mut self.owned) {
            let Cow::Owned(region) = &mut self.regions[region as usize] else { continue };
            region.pages[page as usize].freeze();
            region.hashes[page as usize].freeze();
        }
        Heap {
            regions: self.regions.iter_mut().map(Cow::share).collect(),
            owned: Vec::new(),
            zero: self.zero.clone(),
            dirty: self.dirty.clone(),
            sum: self.sum,
            frozen: self.frozen,
            region: self.region,
            live: self.live,
            fresh: self.fresh,
            trail: Trail::default(),
        }
    }

    /// Declares all that stands on the heap to be the image: immortal, and outside the fingerprint's sum.
    pub fn freeze(&mut self) {
        assert!(self.regions.len() == 1, "internal error: the image has objects outside region 0");
        self.frozen = true;
        self.zero.clear();
        self.dirty.clear();
        self.sum = 0;
    }

    /// Number of live objects.
    pub fn live(&self) -> u64 {
        self.live
    }

    fn page(&self, id: Id) -> &Page {
        self.regions[id.region()].get().pages[id.place() / PAGE].get()
    }

    fn page_mut(&mut self, id: Id) -> &mut Page {
        let region = self.regions[id.region()].get_mut();
        let page = &mut region.pages[id.place() / PAGE];
        if page.is_shared() {
            self.owned.push((id.region() as u32, (id.place() / PAGE) as u32));
        }
        page.get_mut()
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
        match &self.page(id).objects[id.place() % PAGE] {
            Some(object) => object,
            None => panic!("internal error: object {id:?} is gone"),
        }
    }

    /// The object `id` if it is alive.
    pub fn find(&self, id: Id) -> Option<&Object> {
        let region = self.regions.get(id.region())?.get();
        region.pages.get(id.place() / PAGE)?.get().objects[id.place() % PAGE].as_ref()
    }

    /// The object `id` for writing. The caller keeps the counts right: see [`Heap::replace`] and its like.
    #[inline]
    pub fn get_mut(&mut self, id: Id) -> &mut Object {
        self.touch(id);
        self.trail.write(id, WHOLE);
        match &mut self.page_mut(id).objects[id.place() % PAGE] {
            Some(object) => object,
            None => panic!("internal error: object {id:?} is gone"),
        }
    }

    /// Takes `id` out of the fingerprint's sum until it is asked for next.
    fn touch(&mut self, id: Id) {
        if !self.frozen {
            return;
        }
        let (page, place) = (id.place() / PAGE, id.place() % PAGE);
        let hash = self.regions[id.region()].get().hashes[page].get()[place];
        match hash {
            0 if id.region() == 0 => {
                // First write to an image object: its content as it was is the origin of the sum.
                let before = hash_object(id, self.peek(id));
                self.sum = self.sum.wrapping_sub(before);
            }
            NOTED => return,
            _ => self.sum = self.sum.wrapping_sub(hash),
        }
        self.set_hash(id, NOTED);
        self.dirty.push(id);
    }

    fn set_hash(&mut self, id: Id, hash: u128) {
        // Hash pages are frozen and copied together with object pages.
        let (page, place) = (id.place() / PAGE, id.place() % PAGE);
        let region = self.regions[id.region()].get_mut();
        let shared = region.pages[page].is_shared();
        if shared {
            region.pages[page].get_mut();
            self.owned.push((id.region() as u32, page as u32));
        }
        region.hashes[page].get_mut()[place] = hash;
    }

    /// The 128-bit fingerprint of everything on the heap.
    pub fn fingerprint(&mut self) -> u128 {
        for id in std::mem::take(&mut self.dirty) {
            let Some(object) = self.find(id) else { continue };
            // A place that was freed and used again is noted twice.
            if self.regions[id.region()].get().hashes[id.place() / PAGE].get()[id.place() % PAGE] != NOTED {
                continue;
            }
            let hash = hash_object(id, object);
            self.sum = self.sum.wrapping_add(hash);
            self.set_hash(id, hash);
        }
        self.sum
    }

    /// Makes room for the first `places` objects, so that they may refer to each other before they exist.
    pub fn reserve(&mut self, places: usize) {
        let pages = places.div_ceil(PAGE);
        let mut region = Region { pages: Vec::new(), hashes: Vec::new(), first_free: 0 };
        for at in 0..pages {
            region.pages.push(Cow::new(Page { objects: Default::default(), counts: [0; PAGE] }));
            region.hashes.push(Cow::new([0; PAGE]));
            self.owned.push((0, at as u32));
        }
        self.regions.push(Cow::new(region));
    }

    /// Makes an object in the present region and counts what it refers to.
    pub fn alloc(&mut self, class: Id, attrs: Attrs, data: Data) -> Id {
        let object = Object { class, attrs, data };
        self.fresh += object.data.bytes() as u64;
        object.each_ref(&mut |v| self.inc(v));
        let region_number = self.region as usize;
        while self.regions.len() <= region_number {
            self.regions.push(Cow::new(Region { pages: Vec::new(), hashes: Vec::new(), first_free: 0 }));
        }
        let region = self.regions[region_number].get_mut();
        let mut at = region.first_free;
        let place = loop {
            match region.pages.get(at) {
                None => {
                    region.pages.push(Cow::new(Page { objects: Default::default(), counts: [0; PAGE] }));
                    region.hashes.push(Cow::new([0; PAGE]));
                    self.owned.push((region_number as u32, at as u32));
                }
                Some(page) => match page.get().objects.iter().position(Option::is_none) {
                    Some(place) => break place,
                    None => at += 1,
                },
            }
        };
        region.first_free = at;
        let id = Id::new(region_number as u32, (at * PAGE + place) as u32);
        let page = self.page_mut(id);
        page.objects[place] = Some(object);
        self.trail.read(special::names(self.region), WHOLE);
        self.live += 1;
        self.zero.push(id);
        if self.frozen {
            self.set_hash(id, NOTED);
            self.dirty.push(id);
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
        let count = &mut self.page_mut(id).counts[id.place() % PAGE];
        *count = count.saturating_add(1);
    }

    /// A slot no longer holds `value`.
    #[inline]
    pub fn dec(&mut self, value: Value) {
        let Value::Obj(id) = value else { return };
        if self.frozen && id.region() == 0 {
            return;
        }
        let count = &mut self.page_mut(id).counts[id.place() % PAGE];
        assert!(*count > 0, "internal error: count of {id:?} below zero");
        if *count != IMMORTAL {
            *count -= 1;
        }
        if *count == 0 {
            self.zero.push(id);
        }
    }

    /// How many slots hold `id`.
    pub fn count(&self, id: Id) -> u32 {
        self.page(id).counts[id.place() % PAGE]
    }

    /// True if some object may have to die.
    #[inline]
    pub fn has_zero(&self) -> bool {
        !self.zero.is_empty()
    }

    /// An object whose count is 0, if there is one; it stays alive until [`Heap::free`].
    pub fn take_dying(&mut self) -> Option<Id> {
        while let Some(id) = self.zero.pop() {
            if self.find(id).is_some() && self.count(id) == 0 {
                return Some(id);
            }
        }
        None
    }

    /// Removes a dead object and uncounts what it referred to.
    pub fn free(&mut self, id: Id) {
        if self.frozen {
            self.touch(id);
        }
        if id.region() != self.region as usize {
            self.trail.write(special::names(id.region() as u32), WHOLE);
        }
        let place = id.place() % PAGE;
        let object = self.page_mut(id).objects[place].take();
        let region = self.regions[id.region()].get_mut();
        region.first_free = region.first_free.min(id.place() / PAGE);
        self.set_hash(id, 0);
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
        let pages = self.regions.iter().skip(usize::from(self.frozen)).flat_map(|region| &region.get().pages);
        pages.map(|page| page.get().bytes()).sum()
    }

    /// Bytes of the pages that were written since the last copy, roughly: what keeping that copy costs.
    pub fn written_bytes(&self) -> u64 {
        let page =
            |(region, page): &(u32, u32)| self.regions[*region as usize].get().pages[*page as usize].get();
        self.owned.iter().map(|place| page(place).bytes()).sum()
    }

    /// Identities of all live objects outside the image, in order.
    pub fn ids(&self) -> impl Iterator<Item = Id> + '_ {
        let first = usize::from(self.frozen);
        self.regions.iter().enumerate().skip(first).flat_map(|(number, region)| {
            region.get().pages.iter().enumerate().flat_map(move |(at, page)| {
                let page = page.get();
                (0..PAGE)
                    .filter(|place| page.objects[*place].is_some())
                    .map(move |place| Id::new(number as u32, (at * PAGE + place) as u32))
            })
        })
    }
}

/// Marks an object that is not in the sum since it changed.
const NOTED: u128 = 1;
