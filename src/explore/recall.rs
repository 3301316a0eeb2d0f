//! What threads were seen to do, so that it need not be executed again where they find the same.
//!
//! A transition depends on where its thread stands and on the objects that it looks at, and on nothing else: neither on
//! where other threads are nor on objects that it does not look at. There are far fewer such views than states. So each
//! transition that is executed leaves a recipe, with all that it depended on (a [`Diary`]); where a thread has the same
//! view in another state, the recipe says what comes, and by how much the fingerprint grows, without executing or
//! copying anything. This is the transition caching of LTSmin (Blom, van de Pol and Weber, CAV 2010); what a
//! transition depends on is not declared there but noted while it runs.
//!
//! Left out is what depends on the clock, on the order of output, on input, and the end of the program.

use super::line::Lead;
use super::place::Footprint;
use super::search::Fault;
use crate::vm::Vm;
use crate::vm::footprint::{Diary, Touch, special};
use crate::vm::patch::Patch;
use crate::vm::thread::ThreadId;
use crate::vm::value::Id;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// Recipes that are kept; with more, all are forgotten.
const RECIPES_MAX: usize = 1 << 15;

/// Questions after which it is asked how many were answered: if fewer than one in [`WORTH`], it is not worth the room.
const QUESTIONS: u64 = 1 << 13;
const WORTH: u64 = 5;

/// What a thread did from one view of the world.
pub struct Recipe {
    /// What became of the state; none if the thread could not move.
    pub patch: Option<Patch>,
    /// What it touched up to and with the visible block.
    pub footprint: Arc<Footprint>,
    /// That, and what it did ahead.
    pub whole: Arc<Footprint>,
    /// What it did ahead of time.
    pub leads: Vec<(u16, Lead)>,
    /// Atomic blocks that were fused.
    pub fused: u64,
    /// 1 if it was cut short.
    pub cut: u64,
    /// Objects of which it let go: how many held them before, and at the least.
    let_go: Vec<(Id, u32, u32)>,
}

/// Places that decide about what a thread does, with what it did by what it found there.
struct View {
    places: Vec<Id>,
    /// Objects of the image, in order, that no state known so far has written.
    image: Vec<Id>,
    /// Pages in which places for new objects were looked for, by region and number.
    pages: Vec<(u32, u32)>,
    recipes: FxHashMap<u128, Vec<Arc<Recipe>>>,
}

/// The recipes of one worker.
#[derive(Default)]
pub struct Memory {
    /// By where a thread stands.
    views: FxHashMap<u128, Vec<View>>,
    /// Objects of the image that some state has written.
    written: FxHashSet<Id>,
    recipes: usize,
    asked: u64,
    answered: u64,
    /// It has turned out not to be worth its room.
    off: bool,
}

impl Memory {
    /// What `thread` does in this state, if that was seen before.
    pub fn recall(&mut self, vm: &Vm, thread: ThreadId) -> Option<Arc<Recipe>> {
        if self.off {
            return None;
        }
        if self.asked == QUESTIONS {
            self.off = self.answered * WORTH < self.asked;
            (self.asked, self.answered) = (0, 0);
        }
        if self.off || self.recipes > RECIPES_MAX {
            self.views = FxHashMap::default();
            self.recipes = 0;
        }
        self.asked += 1;
        let views = self.views.get(&vm.standing(thread)?)?;
        let found = views.iter().find_map(|view| {
            let recipes = view.recipes.get(&view.content(vm)?)?;
            recipes.iter().find(|recipe| recipe.fits(vm))
        })?;
        self.answered += 1;
        Some(Arc::clone(found))
    }

    /// True if recipes are wanted.
    pub fn is_open(&self) -> bool {
        !self.off
    }

    /// Keeps what a thread did from this state; `diary` is what it depended on.
    pub fn keep(
        &mut self,
        vm: &Vm,
        thread: ThreadId,
        diary: Diary,
        mut recipe: Recipe,
        fault: Option<Fault>,
    ) {
        let Some(standing) = vm.standing(thread) else { return };
        let Diary { mut seen, mut let_go, mut pages, incomplete } = diary;
        // Whoever asks how many threads there are asks for more than their number, unless it starts one.
        let counts = |touch: &Touch| touch.id == special::THREADS && !touch.write;
        let touches = recipe.whole.touches();
        if incomplete || recipe.whole.global || touches.iter().any(counts) {
            return;
        }
        seen.extend(touches.iter().map(|touch| touch.id).filter(|id| special::is_special(*id)));
        seen.sort_unstable();
        seen.dedup();
        pages.sort_unstable();
        pages.dedup();
        let_go.sort_unstable();
        let_go.dedup_by_key(|(id, _)| *id);
        let let_go = let_go.into_iter().map(|(id, low)| (id, vm.heap.holders(id), low));
        recipe.let_go = let_go.filter(|(id, _, _)| vm.heap.find(*id).is_some()).collect();
        if fault == Some(Fault::ReadsForgotten) {
            seen.retain(|id| recipe.patch.as_ref().is_some_and(|patch| patch.writes(*id)));
        }
        let (image, places): (Vec<Id>, Vec<Id>) =
            seen.into_iter().partition(|id| id.region() == 0 && !self.written.contains(id));
        let views = self.views.entry(standing).or_default();
        let known = views.iter().position(|view| view.is_of(&places, &image, &pages));
        let at = known.unwrap_or_else(|| {
            views.push(View { places, image, pages, recipes: FxHashMap::default() });
            views.len() - 1
        });
        let Some(content) = views[at].content(vm) else { return };
        views[at].recipes.entry(content).or_default().push(Arc::new(recipe));
        self.recipes += 1;
    }

    /// Takes note of what a state has written in the image.
    pub fn note_image(&mut self, vm: &Vm) {
        for id in vm.heap.written_image() {
            if self.written.insert(id) {
                for view in self.views.values_mut().flatten() {
                    view.add(id);
                }
            }
        }
    }
}

impl View {
    fn is_of(&self, places: &[Id], image: &[Id], pages: &[(u32, u32)]) -> bool {
        self.pages == pages && self.places == places && self.image == image
    }

    /// A hash of what is found there, if that is to be had. What the image was from the beginning counts 0, so that a
    /// place of it can be added later.
    fn content(&self, vm: &Vm) -> Option<u128> {
        let mut sum = 0u128;
        for place in &self.places {
            sum = sum.wrapping_add(vm.content(*place)?);
        }
        for (region, page) in &self.pages {
            sum = sum.wrapping_add(vm.heap.vacancy(*region as usize, *page as usize));
        }
        Some(sum)
    }

    /// An object of the image is written, so it is to be looked at.
    fn add(&mut self, id: Id) {
        if let Ok(at) = self.image.binary_search(&id) {
            self.image.remove(at);
            self.places.push(id);
            self.places.sort_unstable();
        }
    }
}

impl Recipe {
    /// What was done, without anything to look at beforehand.
    pub fn new(
        patch: Option<Patch>,
        [footprint, whole]: [&Arc<Footprint>; 2],
        leads: &[(u16, Lead)],
        (fused, cut): (u64, u64),
    ) -> Recipe {
        let (footprint, whole) = (Arc::clone(footprint), Arc::clone(whole));
        Recipe { patch, footprint, whole, leads: leads.to_vec(), fused, cut, let_go: vec![] }
    }

    /// True if the same objects die in this state: those that nobody holds any more.
    fn fits(&self, vm: &Vm) -> bool {
        self.let_go.iter().all(|(id, before, low)| {
            let now = vm.heap.holders(*id);
            match low {
                0 => now == *before && !vm.weak.contains_key(id),
                _ => now + low > *before,
            }
        })
    }
}
