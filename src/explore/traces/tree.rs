//! Wakeup trees: what is still to be tried from a state, as sequences of threads that share beginnings.
//!
//! Abdulla, Aronis, Jonsson and Sagonas, "Source Sets: A Foundation for Optimal Dynamic Partial Order Reduction",
//! JACM 64 (2017), sections 4 and 6. A sequence is entered only where no sequence already there, and none already
//! done, can begin like it; so what is tried is never found to be a repetition halfway.

use super::event::Deed;
use std::sync::Arc;

/// A thread to be tried, and what after it; nothing after it means that the search goes on as it likes.
#[derive(Debug)]
pub struct Branch {
    /// What is to be done.
    pub deed: Arc<Deed>,
    /// What after it, leftmost first.
    pub then: Vec<Branch>,
}

/// Where in `sequence` the thread of `deed` comes first, if nothing before that depends on it: it could begin.
fn initial(sequence: &[Arc<Deed>], deed: &Deed) -> Option<Option<usize>> {
    match sequence.iter().position(|other| other.thread == deed.thread) {
        Some(at) => {
            let own = &sequence[at];
            sequence[..at].iter().all(|before| !before.depends_on(own)).then_some(Some(at))
        }
        None => sequence.iter().all(|other| !other.depends_on(deed)).then_some(None),
    }
}

/// True if `deed` is a weak initial of the sequence: the sequence, or a longer one, can begin with it.
pub fn is_weak_initial(sequence: &[Arc<Deed>], deed: &Deed) -> bool {
    initial(sequence, deed).is_some()
}

/// Enters a sequence, unless one that is there covers it.
pub fn insert(mut tree: &mut Vec<Branch>, mut sequence: Vec<Arc<Deed>>) {
    loop {
        let found =
            tree.iter().enumerate().find_map(|(at, child)| Some((at, initial(&sequence, &child.deed)?)));
        let Some((at, place)) = found else { break };
        if let Some(place) = place {
            sequence.remove(place);
        }
        if tree[at].then.is_empty() || sequence.is_empty() {
            return;
        }
        tree = &mut tree[at].then;
    }
    for deed in sequence {
        tree.push(Branch { deed, then: Vec::new() });
        let last = tree.len() - 1;
        tree = &mut tree[last].then;
    }
}
