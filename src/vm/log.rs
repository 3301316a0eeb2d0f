//! A list that only grows and is cheap to copy: full chunks are shared between copies.

use std::sync::Arc;

/// Items a chunk.
const CHUNK: usize = 128;

/// See the module.
#[derive(Clone, Debug)]
pub struct Log<T> {
    full: Vec<Arc<[T]>>,
    rest: Vec<T>,
}

impl<T> Default for Log<T> {
    fn default() -> Log<T> {
        Log { full: Vec::new(), rest: Vec::new() }
    }
}

impl<T: Clone> Log<T> {
    /// Adds an item at the end.
    pub fn push(&mut self, item: T) {
        self.rest.push(item);
        if self.rest.len() == CHUNK {
            self.full.push(Arc::from(std::mem::take(&mut self.rest)));
        }
    }
    /// Number of items.
    pub fn len(&self) -> usize {
        self.full.len() * CHUNK + self.rest.len()
    }
    /// True without items.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The items from `first` on.
    pub fn iter_from(&self, first: usize) -> impl Iterator<Item = &T> {
        let chunk = (first / CHUNK).min(self.full.len());
        let skipped = chunk * CHUNK;
        self.full[chunk..]
            .iter()
            .flat_map(|chunk| chunk.iter())
            .chain(&self.rest)
            .skip(first - skipped.min(first))
    }
    /// All items.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.iter_from(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_come_back_from_any_place() {
        let mut log = Log::default();
        for n in 0..300 {
            log.push(n);
        }
        assert_eq!(log.len(), 300);
        for first in [0, 1, 127, 128, 129, 255, 256, 299, 300, 400] {
            let want: Vec<i32> = (first as i32..300).collect();
            assert_eq!(log.iter_from(first).copied().collect::<Vec<_>>(), want);
        }
    }
}
