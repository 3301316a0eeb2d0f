//! A box that is either owned or shared, and copies itself when a shared one is written.
//!
//! Whether a write must copy is one comparison of the variant, with no atomic operation: unlike
//! `Arc::make_mut`, an owned box is known to be owned. Sharing moves the content behind an `Arc` once.

use std::sync::Arc;

/// Owned or shared content; see the module.
#[derive(Debug)]
pub enum Cow<T> {
    /// Nobody else can see it.
    Owned(Box<T>),
    /// Others may see it; it is never written again.
    Shared(Arc<T>),
    /// Only while the content moves.
    Moving,
}

impl<T: Clone> Cow<T> {
    /// Owns `content`.
    pub fn new(content: T) -> Cow<T> {
        Cow::Owned(Box::new(content))
    }
    /// Reads.
    pub fn get(&self) -> &T {
        match self {
            Cow::Owned(content) => content,
            Cow::Shared(content) => content,
            Cow::Moving => unreachable!("internal error: content is moving"),
        }
    }
    /// Writes, after copying if the content is shared. The second result tells that it was.
    pub fn get_mut(&mut self) -> &mut T {
        if let Cow::Shared(content) = self {
            *self = Cow::Owned(Box::new(T::clone(content)));
        }
        match self {
            Cow::Owned(content) => content,
            _ => unreachable!("internal error: content is shared"),
        }
    }
    /// True if a write would copy.
    pub fn is_shared(&self) -> bool {
        matches!(self, Cow::Shared(_))
    }
    /// Makes the content shared and returns another handle to it.
    pub fn share(&mut self) -> Cow<T> {
        self.freeze();
        match self {
            Cow::Shared(content) => Cow::Shared(Arc::clone(content)),
            _ => unreachable!("internal error: content is owned"),
        }
    }
    /// Makes the content shared.
    pub fn freeze(&mut self) {
        match std::mem::replace(self, Cow::Moving) {
            Cow::Owned(content) => *self = Cow::Shared(Arc::new(*content)),
            other => *self = other,
        }
    }
}
