//! A box that may be shared, and copies itself when it is written while it is.
//!
//! Whether somebody else holds the content is one plain load of its count: `triomphe::Arc` has no weak references, so
//! that, unlike `std::sync::Arc::make_mut`, a write needs no locked instruction. Copying a handle counts one up.
//!
//! Writing through a handle (`DerefMut`) is what copies; reading never does.

use std::ops::{Deref, DerefMut};
use triomphe::Arc;

/// Content that copies of a state share until one of them writes; see the module.
#[derive(Debug, Default)]
pub struct Cow<T>(Arc<T>);

impl<T> Cow<T> {
    /// Holds `content`, alone.
    pub fn new(content: T) -> Cow<T> {
        Cow(Arc::new(content))
    }
    /// True if a write would copy.
    pub fn is_shared(&self) -> bool {
        !self.0.is_unique()
    }
    /// True if both hold the same content, unwritten since they were copies.
    pub fn is_same(&self, other: &Cow<T>) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: Clone> Cow<T> {
    /// The content, copied if it is shared.
    pub fn into_inner(self) -> T {
        Arc::unwrap_or_clone(self.0)
    }
}

impl<T> Clone for Cow<T> {
    #[inline]
    fn clone(&self) -> Cow<T> {
        Cow(Arc::clone(&self.0))
    }
}

impl<T> Deref for Cow<T> {
    type Target = T;
    #[inline]
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Clone> DerefMut for Cow<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        Arc::make_mut(&mut self.0)
    }
}

/// The same for a row of items whose number seldom changes.
#[derive(Debug)]
pub struct CowRow<T>(Arc<[T]>);

impl<T: Clone> CowRow<T> {
    /// Makes the row `len` items long, the new ones like `filler`.
    pub fn grow(&mut self, len: usize, filler: &T) {
        let more = len.saturating_sub(self.len());
        let items: Vec<T> = self.iter().cloned().chain(std::iter::repeat_n(filler.clone(), more)).collect();
        self.0 = Arc::from(items);
    }
    /// True if a write would copy.
    pub fn is_shared(&self) -> bool {
        !self.0.is_unique()
    }
    /// True if both hold the same items, unwritten since they were copies.
    pub fn is_same(&self, other: &CowRow<T>) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Default for CowRow<T> {
    fn default() -> CowRow<T> {
        CowRow(Arc::from(Vec::new()))
    }
}

impl<T> From<Vec<T>> for CowRow<T> {
    fn from(items: Vec<T>) -> CowRow<T> {
        CowRow(Arc::from(items))
    }
}

impl<T> From<Box<[T]>> for CowRow<T> {
    fn from(items: Box<[T]>) -> CowRow<T> {
        CowRow(Arc::from(Vec::from(items)))
    }
}

impl<T: Clone> From<&[T]> for CowRow<T> {
    fn from(items: &[T]) -> CowRow<T> {
        CowRow(items.iter().cloned().collect())
    }
}

impl<T, const N: usize> From<[T; N]> for CowRow<T> {
    fn from(items: [T; N]) -> CowRow<T> {
        CowRow(items.into_iter().collect())
    }
}

impl<T> FromIterator<T> for CowRow<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> CowRow<T> {
        CowRow(Arc::from(items.into_iter().collect::<Vec<T>>()))
    }
}

impl<T> Clone for CowRow<T> {
    #[inline]
    fn clone(&self) -> CowRow<T> {
        CowRow(Arc::clone(&self.0))
    }
}

impl<T> Deref for CowRow<T> {
    type Target = [T];
    #[inline]
    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Clone> DerefMut for CowRow<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut [T] {
        if !self.0.is_unique() {
            self.0 = self.0.iter().cloned().collect();
        }
        Arc::get_mut(&mut self.0).expect("internal error: a fresh row is shared")
    }
}
