//! What an atomic block touches: the read and write sets that a search over schedules reduces by.
//!
//! Recorded while [`Trail::is_on`]. A place is an object and a key: an attribute's or a global's name, an item of a
//! list, a key of a `dict`, or the whole object. Whatever is not recorded more exactly counts as the whole object:
//! [`Trail::read`] and [`Trail::write`] are called by the heap itself, and the operations that know better narrow
//! what was recorded since a [`Trail::mark`]. So a mistake costs steps of a search, and never a schedule.
//!
//! Objects of immutable kinds are not recorded, nor are functions and code (their attributes are, once written).

use super::object::Data;
use super::value::Id;
use std::cell::{Cell, RefCell};
use std::sync::{Arc, Mutex, PoisonError};

/// A place, and whether it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Touch {
    /// The object; or one of the [`special`] places.
    pub id: Id,
    /// Which part of it: a hash of the attribute's name, of the key, of the index; [`WHOLE`], or [`ORDER`].
    pub key: u32,
    /// It was written.
    pub write: bool,
}

impl Touch {
    /// A read of the whole object.
    pub const fn look(id: Id) -> Touch {
        Touch { id, key: WHOLE, write: false }
    }
}

/// The whole object: overlaps each of its parts.
pub const WHOLE: u32 = 0;
/// The order and number of the parts: written by whatever adds one, read by walks, which read the whole.
pub const ORDER: u32 = 1;

/// The weak references to it.
pub const WEAK: u32 = 2;

/// Places that are no object.
pub mod special {
    use super::Id;

    const REGION: u32 = 1023;
    /// The virtual clock.
    pub const CLOCK: Id = Id::new(REGION, 0);
    /// How many threads there are.
    pub const THREADS: Id = Id::new(REGION, 1);
    /// Standard output, as far as the order of its lines counts.
    pub const OUTPUT: Id = Id::new(REGION, 2);
    /// How far standard input was read.
    pub const INPUT: Id = Id::new(REGION, 3);
    /// Whether a thread has ended.
    pub const fn ended(thread: u32) -> Id {
        Id::new(REGION, 16 + thread)
    }
    /// What a thread has said so far: written by its output, read by the program's end.
    pub const fn said(thread: u32) -> Id {
        Id::new(REGION, 4096 + thread)
    }
    /// Which places of a region are free: asked for by each new object, changed by others' freeing. It decides about
    /// names of objects only, so it makes states differ and never ends.
    pub const fn names(region: u32) -> Id {
        Id::new(REGION, 8192 + region)
    }
    /// The thread whose end the place is, if it is one.
    pub const fn whose_end(id: Id) -> Option<u32> {
        let place = id.place() as u32;
        if is_special(id) && place >= 16 && place < 4096 { Some(place - 16) } else { None }
    }
    /// True for a place that [`said`] answers.
    pub const fn is_said(id: Id) -> bool {
        is_special(id) && id.place() >= 4096 && id.place() < 8192
    }
    /// True for a place that [`names`] answers.
    pub const fn is_names(id: Id) -> bool {
        is_special(id) && id.place() >= 8192
    }
    /// True for a place of this module.
    pub const fn is_special(id: Id) -> bool {
        id.region() == REGION as usize
    }
}

/// A key for a part that has this hash or number.
pub fn key_of(hash: u64) -> u32 {
    // Equal keys for different parts only make the record coarser.
    ((hash ^ (hash >> 32)) as u32).wrapping_add(ORDER + 1).max(ORDER + 1)
}

/// All that the steps of a state and of its copies depended on besides the thread itself, whether others can change it
/// or not: so that whoever finds the same elsewhere knows what they would do there.
#[derive(Debug, Default)]
pub struct Diary {
    /// Objects that were looked at, written or looked for.
    pub seen: Vec<Id>,
    /// Objects of which a slot let go, with how many held them then.
    pub let_go: Vec<(Id, u32)>,
    /// Pages in which a place for a new object was looked for, by region and number.
    pub pages: Vec<(u32, u32)>,
    /// Something was asked that is not noted here, such as how many objects there are.
    pub incomplete: bool,
}

/// Notes after which a diary is not worth keeping.
const DIARY_MAX: usize = 1 << 14;

/// A diary that is being written.
pub type OpenDiary = Arc<Mutex<Diary>>;

/// The record of the present block.
#[derive(Debug, Default)]
pub struct Trail {
    on: Cell<bool>,
    touches: RefCell<Vec<Touch>>,
    /// What a thread may wait for and was asked about: a lock, whether it is taken, or a thread, whether it has ended.
    /// With the number of the instruction that asked.
    asked: RefCell<Vec<(Id, u64)>>,
    /// Copies of a state write into the same.
    diary: Option<OpenDiary>,
}

impl Trail {
    /// The record of a copy: empty, and into the same diary.
    pub fn of_copy(&self) -> Trail {
        Trail { diary: self.diary.clone(), ..Trail::default() }
    }
    /// Begins a diary, or ends it.
    pub fn keep(&mut self, diary: Option<OpenDiary>) {
        self.diary = diary;
    }
    /// Notes something in the diary, if one is kept.
    #[inline]
    pub fn note(&self, note: impl FnOnce(&mut Diary)) {
        if let Some(diary) = &self.diary {
            Self::write_down(diary, note);
        }
    }
    #[cold]
    fn write_down(diary: &OpenDiary, note: impl FnOnce(&mut Diary)) {
        let mut diary = diary.lock().unwrap_or_else(PoisonError::into_inner);
        if diary.seen.len() + diary.let_go.len() < DIARY_MAX {
            note(&mut diary);
        } else {
            diary.incomplete = true;
        }
    }
    /// Notes that something was asked that a diary has no words for.
    pub fn note_more(&self) {
        self.note(|diary| diary.incomplete = true);
    }
    /// Notes that an object was looked at.
    #[inline]
    pub fn note_seen(&self, id: Id) {
        self.note(|diary| {
            if diary.seen.last() != Some(&id) {
                diary.seen.push(id);
            }
        });
    }
    /// Starts recording, or stops; either way nothing is recorded yet.
    pub fn set(&self, on: bool) {
        self.on.set(on);
        self.asked.borrow_mut().clear();
        self.touches.borrow_mut().clear();
    }
    /// True while it records.
    #[inline]
    pub fn is_on(&self) -> bool {
        self.on.get()
    }
    /// True if nobody wants to know what is looked at.
    #[inline]
    pub fn is_idle(&self) -> bool {
        !self.on.get() && self.diary.is_none()
    }
    /// Where the record stands.
    #[inline]
    pub fn mark(&self) -> usize {
        if self.is_on() { self.touches.borrow().len() } else { 0 }
    }
    /// Records a read of a part.
    #[inline]
    pub fn read(&self, id: Id, key: u32) {
        if self.is_on() {
            self.touches.borrow_mut().push(Touch { id, key, write: false });
        }
    }
    /// Records a write of a part.
    #[inline]
    pub fn write(&self, id: Id, key: u32) {
        if self.is_on() {
            self.touches.borrow_mut().push(Touch { id, key, write: true });
        }
    }
    /// True if something was recorded since `mark` of which `is` holds.
    pub fn any_since(&self, mark: usize, is: impl FnMut(&Touch) -> bool) -> bool {
        self.touches.borrow()[mark..].iter().any(is)
    }
    /// Records that a lock was asked whether it is taken, or a thread whether it has ended, in its thread's instruction of
    /// this number.
    pub fn ask(&self, id: Id, instruction: u64) {
        if self.is_on() {
            self.asked.borrow_mut().push((id, instruction));
        }
    }
    /// True if something of which `is` holds was asked before the instruction of this number.
    pub fn has_asked(&self, before: u64, mut is: impl FnMut(&Id) -> bool) -> bool {
        self.asked.borrow().iter().any(|(id, at)| *at < before && is(id))
    }
    /// What was recorded of the whole of `id` since `mark` was of this part only.
    pub fn narrow(&self, mark: usize, id: Id, key: u32) {
        if self.is_on() {
            for touch in &mut self.touches.borrow_mut()[mark..] {
                if touch.id == id && touch.key == WHOLE {
                    touch.key = key;
                }
            }
        }
    }
    /// What was recorded of `id` since `mark` was no access.
    pub fn forget(&self, mark: usize, id: Id) {
        if self.is_on() {
            let mut touches = self.touches.borrow_mut();
            let later = touches.split_off(mark);
            touches.extend(later.into_iter().filter(|touch| touch.id != id));
        }
    }
    /// Takes the record, each access once, in order of place; goes on recording.
    pub fn take(&self) -> Vec<Touch> {
        self.asked.borrow_mut().clear();
        let mut touches = std::mem::take(&mut *self.touches.borrow_mut());
        touches.sort_unstable();
        touches.dedup();
        touches
    }
}

impl Data {
    /// True if reading it can give different answers at different times.
    pub(super) fn is_mutable(&self) -> bool {
        matches!(
            self,
            Data::List(_)
                | Data::Dict(_)
                | Data::Set(_)
                | Data::ByteArray(_)
                | Data::Cell(_)
                | Data::Generator(_)
                | Data::Iter(_)
                | Data::Deque { .. }
                | Data::Lock { .. }
                | Data::RLock { .. }
                | Data::Fields(_)
                | Data::WeakRef { .. }
                | Data::Random(_)
                | Data::Exception(_)
        )
    }
}
