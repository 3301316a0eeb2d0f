//! What a worker knows of one thread in one state.

use super::graph::NOWHERE;
use super::hand::{Expansion, Found};
use super::place::Footprint;
use super::recall::Recipe;
use crate::vm::Vm;
use crate::vm::thread::ThreadId;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_128_with_seed;

/// The state to which a transition leads.
pub enum Next {
    /// None, or nobody wants it.
    Nothing,
    /// This one, with its fingerprint.
    Made(Box<Vm>, u128),
    /// What comes of the state from which it leads, by this recipe.
    Known(Arc<Recipe>),
}

/// What a thread did ahead of time, and has not been followed by a visible block of its own yet.
#[derive(Clone, Default)]
pub struct Lead {
    pub footprint: Arc<Footprint>,
    /// Its number in the state's key.
    pub trace: u64,
}

/// One thread of an expanded state.
pub struct Line {
    pub thread: u16,
    /// What it did ahead of time.
    pub lead: Lead,
    /// What it does next, up to and with the first visible block.
    pub footprint: Arc<Footprint>,
    /// The whole of its transition: that, and what is done ahead after it.
    pub whole: Arc<Footprint>,
    pub waits: Option<Found>,
    pub next: Next,
    /// Who stands in the next state after a new lead.
    pub leads: Vec<(u16, Lead)>,
    /// Where it leads, once the level is done.
    pub target: u32,
}

impl Line {
    pub fn new(id: ThreadId, leads: &[Lead], footprint: Arc<Footprint>, found: Found) -> (Line, Found) {
        let waits = matches!(found, Found::Blocked | Found::Endless).then(|| found.clone());
        let lead = leads.get(id.0 as usize).cloned().unwrap_or_default();
        let thread = id.0 as u16;
        let whole = Arc::clone(&footprint);
        let (next, leads, target) = (Next::Nothing, vec![], NOWHERE);
        (Line { thread, lead, footprint, whole, waits, next, leads, target }, found)
    }

    /// What others can still come before: what it does next, and what was done ahead as if it came next.
    pub fn pending(&self, ahead: bool) -> impl Iterator<Item = &Footprint> {
        ahead.then_some(&*self.lead.footprint).into_iter().chain([&*self.footprint])
    }

    /// The same without what it leads to.
    pub fn outline(&self) -> Line {
        Line {
            thread: self.thread,
            lead: self.lead.clone(),
            footprint: Arc::clone(&self.footprint),
            whole: Arc::clone(&self.whole),
            waits: self.waits.clone(),
            next: Next::Nothing,
            leads: vec![],
            target: self.target,
        }
    }
}

/// What comes of a state by a recipe.
pub fn repeat(
    recipe: Arc<Recipe>,
    print: u128,
    id: ThreadId,
    leads: &[Lead],
    sums: &mut Expansion,
) -> (Line, Found) {
    let found = match &recipe.patch {
        None => Found::Blocked,
        Some(patch) => Found::To(key_of(print.wrapping_add(patch.print), leads, &recipe.leads), None),
    };
    sums.fused += recipe.fused;
    sums.cut += recipe.cut;
    let (mut line, found) = Line::new(id, leads, Arc::clone(&recipe.footprint), found);
    line.whole = Arc::clone(&recipe.whole);
    line.leads = recipe.leads.clone();
    if recipe.patch.is_some() {
        line.next = Next::Known(recipe);
    }
    (line, found)
}

/// The key of a state that a transition leads to: its fingerprint, and what threads have done ahead of time at contended
/// places, be it before (`leads`) or in the transition (`made`).
pub fn key_of(print: u128, leads: &[Lead], made: &[(u16, Lead)]) -> u128 {
    let mut key = print;
    let mut add = |thread: usize, trace: u64| {
        if trace != 0 {
            key = key.wrapping_add(xxh3_128_with_seed(&trace.to_le_bytes(), thread as u64 + 1));
        }
    };
    for (thread, lead) in leads.iter().enumerate() {
        if !made.iter().any(|(other, _)| *other as usize == thread) {
            add(thread, lead.trace);
        }
    }
    made.iter().for_each(|(thread, lead)| add(*thread as usize, lead.trace));
    key
}
