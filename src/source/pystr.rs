//! The text of a Python `str`: shared, with its hash and its length in characters computed once.

use rustc_hash::FxHashSet;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// The text of a `str`: shared, with its hash and length in characters computed once.
#[derive(Clone)]
pub struct PyStr(Arc<StrData>);

struct StrData {
    text: Box<str>,
    hash: u64,
    chars: usize,
}

/// FNV-1a with a final mix: fixed, so that hashes are the same in every run and on every machine.
fn text_hash(text: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash ^= hash >> 32;
    hash.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

impl PyStr {
    /// Wraps a text.
    pub fn new(text: impl Into<Box<str>>) -> PyStr {
        let text = text.into();
        let hash = text_hash(&text);
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() };
        PyStr(Arc::new(StrData { text, hash, chars }))
    }
    /// The one of this text that names in code share, so that equal names are seen to be equal without looking at them.
    /// It is kept for good: for texts of which there are not many more than source has names.
    pub fn shared(text: &str) -> PyStr {
        static NAMES: LazyLock<Mutex<FxHashSet<PyStr>>> = LazyLock::new(Mutex::default);
        let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
        let name = PyStr::from(text);
        match names.get(&name) {
            Some(shared) => shared.clone(),
            None => {
                names.insert(name.clone());
                name
            }
        }
    }
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0.text
    }
    /// The fixed 64-bit hash of the text.
    pub fn hash64(&self) -> u64 {
        self.0.hash
    }
    /// Length in characters, Python's `len`.
    pub fn char_len(&self) -> usize {
        self.0.chars
    }
    /// True if each character is one byte, so that byte and character positions agree.
    pub fn is_ascii(&self) -> bool {
        self.0.chars == self.0.text.len()
    }
    /// True if both share their storage; then they are equal, but equal texts need not share.
    pub fn same(&self, other: &PyStr) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
    /// The character at `index`, counted in characters.
    pub fn char_at(&self, index: usize) -> Option<char> {
        if self.is_ascii() {
            self.0.text.as_bytes().get(index).map(|&b| b as char)
        } else {
            self.0.text.chars().nth(index)
        }
    }
}

impl PartialEq for PyStr {
    fn eq(&self, other: &PyStr) -> bool {
        self.same(other) || (self.0.hash == other.0.hash && self.0.text == other.0.text)
    }
}
impl Eq for PyStr {}
impl Hash for PyStr {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0.hash);
    }
}
impl fmt::Debug for PyStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}
impl std::ops::Deref for PyStr {
    type Target = str;
    fn deref(&self) -> &str {
        self.as_str()
    }
}
impl From<&str> for PyStr {
    fn from(text: &str) -> PyStr {
        PyStr::new(text)
    }
}
impl From<String> for PyStr {
    fn from(text: String) -> PyStr {
        PyStr::new(text)
    }
}
impl std::borrow::Borrow<str> for PyStr {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}
impl fmt::Display for PyStr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
