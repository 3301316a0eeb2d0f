//! The engine's memory: small blocks come from lists of each thread's own.
//!
//! The standard allocator has one lock for all threads, and a search makes and drops small blocks all the time. Here a
//! thread keeps two chains of free blocks for each size; whole chains go to and come from a common store, so that what
//! one thread makes and another drops is not lost. Large blocks are the standard allocator's. Nothing small is ever
//! given back to it.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicBool, Ordering};

/// Sizes are multiples of this, and blocks are aligned to it.
const STEP: usize = 16;
/// Blocks up to this size are kept in chains.
const SMALL: usize = 1024;
const SIZES: usize = SMALL / STEP;
/// Blocks of a chain.
const CHAIN: u32 = 32;

/// A free block.
struct Free {
    next: *mut Free,
    /// Of the first block of a chain in the store: the next chain.
    chain: *mut Free,
}

/// The free blocks of one size that a thread has at hand.
struct Hand {
    open: Cell<*mut Free>,
    len: Cell<u32>,
    full: Cell<*mut Free>,
}

/// Whole chains of one size, for whoever needs one.
struct Store {
    taken: AtomicBool,
    chains: Cell<*mut Free>,
}

// SAFETY: `chains` is touched only by the thread that has set `taken`.
unsafe impl Sync for Store {}

impl Hand {
    const EMPTY: Hand = Hand { open: Cell::new(null_mut()), len: Cell::new(0), full: Cell::new(null_mut()) };
}

thread_local! {
    static HANDS: [Hand; SIZES] = const { [const { Hand::EMPTY }; SIZES] };
}

static STORES: [Store; SIZES] =
    [const { Store { taken: AtomicBool::new(false), chains: Cell::new(null_mut()) } }; SIZES];

/// The allocator.
pub struct Memory;

/// The number of the size of a small block.
fn size_of(layout: Layout) -> Option<usize> {
    let small = layout.size() <= SMALL && layout.align() <= STEP && layout.size() > 0;
    small.then(|| (layout.size() - 1) / STEP)
}

impl Store {
    fn locked<R>(&self, body: impl FnOnce(&Cell<*mut Free>) -> R) -> R {
        // The thread that has it is done after a few instructions, and a page's own thread may wait in no other way.
        while self.taken.swap(true, Ordering::Acquire) {
            std::hint::spin_loop();
        }
        let result = body(&self.chains);
        self.taken.store(false, Ordering::Release);
        result
    }

    unsafe fn put(&self, chain: *mut Free) {
        self.locked(|chains| {
            unsafe { (*chain).chain = chains.get() };
            chains.set(chain);
        });
    }

    unsafe fn take(&self) -> *mut Free {
        self.locked(|chains| {
            let first = chains.get();
            if !first.is_null() {
                chains.set(unsafe { (*first).chain });
            }
            first
        })
    }
}

/// A chain of new blocks; null when there is no memory left.
unsafe fn carve(size: usize) -> *mut Free {
    let bytes = (size + 1) * STEP;
    let Ok(layout) = Layout::from_size_align(bytes * CHAIN as usize, STEP) else { return null_mut() };
    let chunk = unsafe { System.alloc(layout) };
    if chunk.is_null() {
        return null_mut();
    }
    let mut next = null_mut();
    for nth in (0..CHAIN as usize).rev() {
        let block = unsafe { chunk.add(nth * bytes) }.cast::<Free>();
        unsafe { block.write(Free { next, chain: null_mut() }) };
        next = block;
    }
    next
}

impl Hand {
    unsafe fn take(&self, size: usize) -> *mut u8 {
        let mut first = self.open.get();
        if first.is_null() {
            first = self.full.replace(null_mut());
            if first.is_null() {
                first = unsafe { STORES[size].take() };
            }
            if first.is_null() {
                first = unsafe { carve(size) };
            }
            if first.is_null() {
                return null_mut();
            }
            self.len.set(CHAIN);
        }
        self.open.set(unsafe { (*first).next });
        self.len.set(self.len.get() - 1);
        first.cast()
    }

    unsafe fn put(&self, size: usize, block: *mut Free) {
        if self.len.get() == CHAIN {
            let full = self.full.replace(self.open.replace(null_mut()));
            self.len.set(0);
            if !full.is_null() {
                unsafe { STORES[size].put(full) };
            }
        }
        unsafe { block.write(Free { next: self.open.get(), chain: null_mut() }) };
        self.open.set(block);
        self.len.set(self.len.get() + 1);
    }
}

// SAFETY: a block comes back by the rule by which it was handed out, which depends on its layout alone. Blocks of one
// size are interchangeable, and at any time one is in use or in exactly one chain.
unsafe impl GlobalAlloc for Memory {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        match size_of(layout) {
            Some(size) => HANDS.with(|hands| unsafe { hands[size].take(size) }),
            None => unsafe { System.alloc(layout) },
        }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        match size_of(layout) {
            Some(size) => HANDS.with(|hands| unsafe { hands[size].put(size, block.cast()) }),
            None => unsafe { System.dealloc(block, layout) },
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, bytes: usize) -> *mut u8 {
        let Ok(wanted) = Layout::from_size_align(bytes, layout.align()) else { return null_mut() };
        match (size_of(layout), size_of(wanted)) {
            (Some(old), Some(new)) if old == new => block,
            (None, None) => unsafe { System.realloc(block, layout, bytes) },
            _ => {
                let moved = unsafe { self.alloc(wanted) };
                if !moved.is_null() {
                    unsafe { std::ptr::copy_nonoverlapping(block, moved, layout.size().min(bytes)) };
                    unsafe { self.dealloc(block, layout) };
                }
                moved
            }
        }
    }
}
