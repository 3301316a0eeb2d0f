//! Where objects stand: pages, chunks of pages, regions. All of it is shared between copies until it is written.
//!
//! A write to a shared state copies the way to the object: the region's row of nodes (16 bytes for 128 objects), a
//! chunk of 16 pages, one page of 8 objects. Counts stand apart from the objects, since they change far more often:
//! an operand on a stack counts, so looking at an object writes its count. While a state runs, its regions' counts lie
//! open, where nobody shares them and no write has to ask; before it is copied they are put away ([`Region::put_away`]).

use super::cow::{Cow, CowRow};
use super::object::Object;

/// Objects a page.
pub const PAGE: usize = 8;
/// Pages a chunk.
const CHUNK: usize = 16;
/// Objects a chunk.
const SPAN: usize = PAGE * CHUNK;

/// Some objects with the hashes under which they stand in the fingerprint's sum.
#[derive(Clone, Debug)]
pub struct Page {
    /// The objects.
    pub objects: [Option<Object>; PAGE],
    /// See `heap.rs` for what the small numbers mean.
    pub hashes: [u128; PAGE],
    /// One bit for each place that is taken.
    pub taken: u8,
}

impl Page {
    /// The lowest free place.
    pub fn free_place(&self) -> Option<usize> {
        let place = self.taken.trailing_ones() as usize;
        (place < PAGE).then_some(place)
    }
    /// Bytes of the page and what belongs to its objects, roughly.
    pub fn bytes(&self) -> u64 {
        let inner: usize = self.objects.iter().flatten().map(|object| object.data.bytes()).sum();
        (inner + size_of::<Page>()) as u64
    }
}

type Chunk = [Option<Cow<Page>>; CHUNK];

#[derive(Clone, Debug)]
struct Node {
    pages: Cow<Chunk>,
    counts: Cow<[u32; SPAN]>,
}

/// The counts of one node, open to be changed.
#[derive(Debug)]
struct Open {
    counts: [u32; SPAN],
    changed: bool,
}

/// The objects that one thread has made.
#[derive(Debug, Default)]
pub struct Region {
    nodes: CowRow<Node>,
    /// The counts of the first nodes, once one was changed; they hold, and those in the nodes do not.
    open: Vec<Open>,
    /// Number of pages.
    len: u32,
    /// No page before this one has a free place.
    pub first_free: u32,
}

impl Clone for Region {
    /// Its counts must have been put away.
    fn clone(&self) -> Region {
        assert!(self.open.is_empty(), "internal error: a copy of a region whose counts lie open");
        Region { nodes: self.nodes.clone(), open: Vec::new(), len: self.len, first_free: self.first_free }
    }
}

impl Region {
    /// Number of pages.
    pub fn len(&self) -> usize {
        self.len as usize
    }
    /// The page with this number.
    #[inline]
    pub fn page(&self, at: usize) -> Option<&Page> {
        self.nodes.get(at / CHUNK)?.pages[at % CHUNK].as_deref()
    }
    /// The page with this number, for writing.
    #[inline]
    pub fn page_mut(&mut self, at: usize) -> &mut Page {
        match &mut self.nodes[at / CHUNK].pages[at % CHUNK] {
            Some(page) => page,
            None => panic!("internal error: there is no page {at}"),
        }
    }
    /// How many slots hold the object at `place`.
    #[inline]
    pub fn count(&self, place: usize) -> u32 {
        match self.open.get(place / SPAN) {
            Some(open) => open.counts[place % SPAN],
            None => self.nodes[place / SPAN].counts[place % SPAN],
        }
    }
    /// The same, to change it.
    #[inline(always)]
    pub fn count_mut(&mut self, place: usize) -> &mut u32 {
        if place / SPAN >= self.open.len() {
            self.open_counts();
        }
        let open = &mut self.open[place / SPAN];
        open.changed = true;
        &mut open.counts[place % SPAN]
    }
    #[cold]
    fn open_counts(&mut self) {
        let missing = self.nodes.iter().skip(self.open.len());
        self.open.extend(missing.map(|node| Open { counts: *node.counts, changed: false }));
    }
    /// Puts the counts back among what copies share.
    pub fn put_away(&mut self) {
        for (at, open) in std::mem::take(&mut self.open).into_iter().enumerate() {
            if open.changed {
                *self.nodes[at].counts = open.counts;
            }
        }
    }
    /// Adds a page at the end.
    pub fn push(&mut self, page: Page) {
        let at = self.len();
        if at / CHUNK == self.nodes.len() {
            // The new nodes share one empty chunk until they are written.
            let empty = Node { pages: Cow::default(), counts: Cow::new([0; SPAN]) };
            self.nodes.grow((self.nodes.len() * 2).max(1), &empty);
        }
        self.nodes[at / CHUNK].pages[at % CHUNK] = Some(Cow::new(page));
        self.len += 1;
    }
    /// All pages in order.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.nodes.iter().flat_map(|node| node.pages.iter()).flatten().map(|page| &**page)
    }
    /// True if neither was written since they were copies of each other.
    pub fn is_same(&self, other: &Region) -> bool {
        self.open.is_empty() && other.open.is_empty() && self.nodes.is_same(&other.nodes)
    }
    /// The pages that `after`, a later state of this region, does not share, by number, each with how it was before.
    pub fn changed_pages<'a>(
        &'a self,
        after: &'a Region,
    ) -> impl Iterator<Item = (usize, Option<&'a Page>, &'a Page)> {
        let nodes = after.nodes.iter().enumerate().map(|(at, node)| (at, self.nodes.get(at), node));
        let nodes =
            nodes.filter(|(_, before, node)| before.is_none_or(|before| !before.pages.is_same(&node.pages)));
        let pages = nodes.flat_map(|(at, before, node)| {
            (0..CHUNK).map(move |place| {
                let before = before.and_then(|before| before.pages[place].as_ref());
                (at * CHUNK + place, before, node.pages[place].as_ref())
            })
        });
        pages.filter_map(|(number, before, page)| {
            let page = page?;
            let same = before.is_some_and(|before| before.is_same(page));
            (!same).then_some((number, before.map(|before| &**before), &**page))
        })
    }
    /// By how much counts differ in `after`, a later state of this region, by place; both must have been put away.
    pub fn changed_counts<'a>(&'a self, after: &'a Region) -> impl Iterator<Item = (usize, i64)> + 'a {
        let nodes = after.nodes.iter().enumerate().map(|(at, node)| (at, self.nodes.get(at), node));
        let nodes = nodes
            .filter(|(_, before, node)| before.is_none_or(|before| !before.counts.is_same(&node.counts)));
        nodes.flat_map(|(at, before, node)| {
            (0..SPAN).filter_map(move |place| {
                let before = before.map_or(0, |before| before.counts[place]);
                let change = i64::from(node.counts[place]) - i64::from(before);
                (change != 0).then_some((at * SPAN + place, change))
            })
        })
    }
    /// The pages that no other state shares.
    pub fn own_pages(&self) -> impl Iterator<Item = &Page> {
        let nodes = if self.nodes.is_shared() { &[] } else { &*self.nodes };
        let chunks = nodes.iter().filter(|node| !node.pages.is_shared());
        chunks
            .flat_map(|node| node.pages.iter())
            .flatten()
            .filter(|page| !page.is_shared())
            .map(|page| &**page)
    }
}

impl Page {
    /// A page without objects.
    pub fn empty() -> Page {
        Page { objects: Default::default(), hashes: [0; PAGE], taken: 0 }
    }
}
