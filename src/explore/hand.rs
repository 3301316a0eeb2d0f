//! One worker's part of a search: the whole states that it keeps, and what it finds out about them.
//!
//! A hand expands states that it holds and answers in a few numbers: fingerprints, and who cannot move. Footprints and
//! successors stay with it. The search (`search.rs`) enters the answers of all hands, and tells each which successors
//! to keep and under which number. So hands need no common memory, and a hand that is told what another was told does
//! what that one did.

use super::graph::NOWHERE;
use super::line::{Lead, Line, Next, key_of, repeat};
use super::outcome::Outcome;
use super::place::{Footprint, Visible, is_lock};
use super::recall::{Memory, Recipe};
use super::search::{Fault, Race, Reductions, Setting};
use super::walk::{Attempt, Move, attempt, lead_to_wait, outset};
use crate::vm::Vm;
use crate::vm::footprint::{OpenDiary, Touch, special};
use crate::vm::step::Outlook;
use crate::vm::thread::{Status, ThreadId};
use crate::vm::value::Id;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, PoisonError};

/// What is known about one thread of one state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Found {
    /// It leads to a state with this fingerprint; with how the program ends there, if it does.
    To(u128, Option<Box<Outcome>>),
    /// It leads where `thread` leads from `state`: an edge that was not run.
    As {
        /// That state.
        state: u32,
        /// That thread.
        thread: u16,
    },
    /// It cannot move.
    Blocked,
    /// It moves for ever and gets nowhere.
    Endless,
}

/// What a hand answers about one state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expansion {
    /// Threads that have not ended, in order.
    pub probes: Vec<(u16, Found)>,
    /// Nobody could move but by the passing of time.
    pub timed: bool,
    /// Nobody could move at all: the end in which the state stands.
    pub end: Option<Outcome>,
    /// Atomic blocks beyond one a transition.
    pub fused: u64,
    /// Transitions that were cut short.
    pub cut: u64,
    /// Pairs of accesses that conflict, the first of each place that this hand met.
    pub races: Vec<Race>,
    /// Who touched what while several threads lived, the first of each kind that this hand met.
    pub traffic: Vec<Passage>,
}

/// Who has touched what, and whether ahead of time.
pub type Passage = (u16, Touch, bool);

/// What the search answers about a state that was expanded: for each of its lines, the number of the new state to
/// which it leads; [`NOWHERE`] if it leads to none, or to a state that is held already.
pub type Kept = Vec<u32>;

/// A state that is to be expanded.
struct Held {
    vm: Box<Vm>,
    /// Its fingerprint.
    print: u128,
    /// The state that it came from, and the line there that leads to it.
    from: Option<(u32, usize)>,
}

/// A worker's states.
pub struct Hand {
    visible: Arc<Visible>,
    reductions: Reductions,
    ordered: bool,
    /// States that wait to be expanded.
    held: FxHashMap<u32, Held>,
    /// The states of this level that were expanded here, in order; of how many it is known what to keep.
    order: Vec<u32>,
    judged: usize,
    /// Those of them whose successors are known by recipes, until it is known which to keep; with their fingerprints.
    spent: FxHashMap<u32, (Box<Vm>, u128)>,
    memory: Memory,
    /// Their lines, and those of the level before.
    lines: FxHashMap<u32, Vec<Line>>,
    before: FxHashMap<u32, Vec<Line>>,
    /// Places at which a race was reported, and the traffic that was.
    reported: FxHashSet<(Id, u32)>,
    passed: FxHashSet<Passage>,
}

/// What a hand is to do next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Orders {
    /// For each state that it expanded and has not been told of yet, in order: which successors to keep, and as which
    /// states.
    pub kept: Vec<Kept>,
    /// If a level is done: where the lines lead of all states that this hand has expanded in it, in order.
    pub targets: Option<Vec<Kept>>,
    /// The states to expand.
    pub expand: Vec<u32>,
}

impl Hand {
    /// A hand that holds the beginning of a search, as state 0; with its fingerprint.
    pub fn new(root: &mut Vm, setting: &Setting) -> (Hand, u128) {
        let visible = Arc::new(setting.visible.clone());
        let mut vm = outset(root, &visible).0;
        let print = vm.fingerprint();
        let mut memory = Memory::default();
        memory.note_image(&vm);
        let hand = Hand {
            spent: FxHashMap::default(),
            memory,
            visible,
            reductions: setting.reductions,
            ordered: setting.ordered,
            held: FxHashMap::from_iter([(0, Held { vm, print, from: None })]),
            order: Vec::new(),
            judged: 0,
            lines: FxHashMap::default(),
            before: FxHashMap::default(),
            reported: FxHashSet::default(),
            passed: FxHashSet::default(),
        };
        (hand, print)
    }

    /// Lets go of all states that wait to be expanded, but for these.
    pub fn keep(&mut self, states: &[u32]) {
        let states: FxHashSet<u32> = states.iter().copied().collect();
        self.held.retain(|state, _| states.contains(state));
    }

    /// Does what is ordered, and answers for each state to be expanded, in order.
    pub fn work(&mut self, orders: &Orders) -> Vec<Expansion> {
        for (state, kept) in self.order[self.judged..].iter().zip(&orders.kept) {
            let lines = self.lines.get_mut(state).expect("internal error: a state was not expanded");
            let mut spent = self.spent.remove(state);
            for (at, (line, number)) in lines.iter_mut().zip(kept).enumerate() {
                let next = std::mem::replace(&mut line.next, Next::Nothing);
                if *number == NOWHERE {
                    continue;
                }
                let (vm, print) = match (next, &mut spent) {
                    (Next::Made(vm, print), _) => (vm, print),
                    (Next::Known(recipe), Some((vm, print))) => {
                        let mut next = Box::new(vm.copy());
                        let patch = recipe.patch.as_ref().expect("internal error: a wait leads somewhere");
                        next.apply(patch);
                        (next, print.wrapping_add(patch.print))
                    }
                    _ => panic!("internal error: a state to be kept is not there"),
                };
                self.held.insert(*number, Held { vm, print, from: Some((*state, at)) });
            }
        }
        self.judged += orders.kept.len();
        if let Some(targets) = &orders.targets {
            self.judged = 0;
            for (state, targets) in std::mem::take(&mut self.order).iter().zip(targets) {
                let lines = self.lines.get_mut(state).expect("internal error: a state was not expanded");
                lines.iter_mut().zip(targets).for_each(|(line, target)| line.target = *target);
            }
            self.before = std::mem::take(&mut self.lines);
        }
        orders.expand.iter().map(|state| self.expand(*state)).collect()
    }

    fn expand(&mut self, state: u32) -> Expansion {
        let Held { mut vm, print, from } =
            self.held.remove(&state).expect("internal error: a state is expanded twice");
        let mut found = Expansion::default();
        let mut lines = Vec::new();
        if vm.ending.is_none() {
            let leads = self.leads(from, vm.thread_ids().count());
            // Of a thread that has ended, what it did ahead of time still counts.
            let counts = |id: &ThreadId| {
                let done = vm.thread(*id).status == Status::Finished;
                !done || !leads[id.0 as usize].footprint.touches().is_empty()
            };
            let living: Vec<ThreadId> = vm.thread_ids().filter(counts).collect();
            let mut old = Vec::with_capacity(living.len());
            for id in living.iter().copied() {
                let inherited = self.inherit(from, id.0 as u16);
                old.push(inherited.is_some());
                lines.push(match inherited {
                    Some((line, probe)) if self.is_done(line.thread, &probe) => (line, probe),
                    _ => self.probe((&mut vm, print), id, &leads, &mut found),
                });
            }
            self.find_races(&vm, state, &lines, &old, &mut found);
            self.note_traffic(&lines, &mut found);
            if !lines.iter().any(|(_, probe)| matches!(probe, Found::To(..) | Found::As { .. })) {
                self.let_time_pass(&mut vm, state, &living, &mut lines, &mut found);
                self.note_traffic(&lines, &mut found);
            }
        }
        let (lines, probes): (Vec<Line>, Vec<Found>) = lines.into_iter().unzip();
        found.probes = lines.iter().map(|line| line.thread).zip(probes).collect();
        if lines.iter().any(|line| matches!(line.next, Next::Known(_))) {
            self.spent.insert(state, (vm, print));
        }
        self.lines.insert(state, lines);
        self.order.push(state);
        found
    }

    /// By thread: what it did ahead of time.
    fn leads(&self, from: Option<(u32, usize)>, threads: usize) -> Vec<Lead> {
        let mut leads = vec![Lead::default(); threads];
        let Some((lines, at)) = from.and_then(|(before, at)| Some((self.before.get(&before)?, at))) else {
            return leads;
        };
        // When time passes, everybody has come to rest.
        if !lines[at].whole.global {
            lines.iter().for_each(|line| leads[line.thread as usize] = line.lead.clone());
        }
        for (thread, lead) in &lines[at].leads {
            leads[*thread as usize] = lead.clone();
        }
        leads
    }

    /// Reports what was touched by new lines, their leads and those of whoever they started.
    fn note_traffic(&mut self, lines: &[(Line, Found)], found: &mut Expansion) {
        for (line, _) in lines.iter().filter(|(_, probe)| !matches!(probe, Found::As { .. })) {
            let next = (lines.len() > 1).then_some((line.thread, &line.footprint, false));
            let leads = line.leads.iter().map(|(thread, lead)| (*thread, &lead.footprint, true));
            // A thread that is alone meets nobody, unless it has just started another.
            let leads = leads.filter(|_| lines.len() > 1 || line.leads.len() > 1);
            for (thread, footprint, ahead) in next.into_iter().chain(leads) {
                for touch in footprint.touches().iter().filter(|touch| !special::is_names(touch.id)) {
                    if self.passed.insert((thread, *touch, ahead)) {
                        found.traffic.push((thread, *touch, ahead));
                    }
                }
            }
        }
    }

    /// What the state before tells about a thread here, if nothing that it touches next has changed since.
    fn inherit(&self, from: Option<(u32, usize)>, thread: u16) -> Option<(Line, Found)> {
        let (before, at) = from?;
        let lines = self.before.get(&before)?;
        let made = &lines[at];
        let line = lines.iter().find(|line| line.thread == thread)?;
        let independent = self.reductions.fault == Some(Fault::AllIndependent);
        if thread == made.thread || (!independent && line.whole.depends_on(&made.whole)) {
            return None;
        }
        let found = match &line.waits {
            Some(waits) => waits.clone(),
            None if line.target == NOWHERE => return None,
            None => Found::As { state: line.target, thread: made.thread },
        };
        Some((line.outline(), found))
    }

    /// True if what was inherited saves running the thread: a wait goes on; of a square, the side by the thread with
    /// the greater number is run.
    fn is_done(&self, own: u16, found: &Found) -> bool {
        match found {
            Found::As { thread, .. } => self.reductions.sleep && own < *thread,
            _ => self.reductions.sleep,
        }
    }

    fn probe(
        &mut self,
        (vm, print): (&mut Vm, u128),
        id: ThreadId,
        leads: &[Lead],
        sums: &mut Expansion,
    ) -> (Line, Found) {
        if vm.is_enabled(id) {
            return self.run((vm, print), id, leads, sums);
        }
        let ignored = self.reductions.fault == Some(Fault::WaitsIgnored);
        let footprint = if ignored { Footprint::default() } else { Footprint::of_wait(vm, id) };
        Line::new(id, leads, Arc::new(footprint), Found::Blocked)
    }

    /// Lets a thread move, or recalls what it does.
    fn run(
        &mut self,
        (vm, print): (&mut Vm, u128),
        id: ThreadId,
        leads: &[Lead],
        sums: &mut Expansion,
    ) -> (Line, Found) {
        if !self.reductions.cache {
            return self.execute(vm, id, leads, sums);
        }
        if let Some(recipe) = self.memory.recall(vm, id) {
            return repeat(recipe, print, id, leads, sums);
        }
        if !self.memory.is_open() {
            return self.execute(vm, id, leads, sums);
        }
        let diary = OpenDiary::default();
        vm.heap.trail.keep(Some(Arc::clone(&diary)));
        let before = (sums.fused, sums.cut);
        let (mut line, found) = self.execute(vm, id, leads, sums);
        vm.heap.trail.keep(None);
        let diary = std::mem::take(&mut *diary.lock().unwrap_or_else(PoisonError::into_inner));
        let footprints = [&line.footprint, &line.whole];
        let patch = match &mut line.next {
            Next::Made(next, after) => {
                next.heap.trail.keep(None);
                if !vm.heap.has_same_image(&next.heap) {
                    self.memory.note_image(next);
                }
                vm.difference(next, id, [print, *after], &diary)
            }
            _ => None,
        };
        if patch.is_some() || matches!(found, Found::Blocked) {
            let recipe =
                Recipe::new(patch, footprints, &line.leads, (sums.fused - before.0, sums.cut - before.1));
            self.memory.keep(vm, id, diary, recipe, self.reductions.fault);
        }
        (line, found)
    }

    /// Lets a thread move.
    fn execute(&self, vm: &mut Vm, id: ThreadId, leads: &[Lead], sums: &mut Expansion) -> (Line, Found) {
        let Attempt { to, footprint, blocks, leads: made, cut } = attempt(vm, id, &self.visible);
        sums.cut += u64::from(cut);
        match to {
            Move::Blocked => Line::new(id, leads, Arc::new(footprint), Found::Blocked),
            Move::Endless => Line::new(id, leads, Arc::new(footprint), Found::Endless),
            Move::To(mut next) => {
                sums.fused += blocks.iter().map(|(_, blocks)| blocks).sum::<u64>() - 1;
                let made = made.into_iter().map(|(id, footprint)| {
                    let trace = footprint.trace(&self.visible);
                    (id.0 as u16, Lead { footprint: Arc::new(footprint), trace })
                });
                let made: Vec<(u16, Lead)> = made.collect();
                let end = next.ending.is_some().then(|| Box::new(Outcome::of(&next, self.ordered)));
                let print = next.fingerprint();
                let found = Found::To(key_of(print, leads, &made), end);
                let (mut line, found) = Line::new(id, leads, Arc::new(footprint), found);
                if made.iter().any(|(_, lead)| !lead.footprint.touches().is_empty()) {
                    let mut whole = (*line.footprint).clone();
                    made.iter().for_each(|(_, lead)| whole.extend(&lead.footprint));
                    whole.settle();
                    line.whole = Arc::new(whole);
                }
                (line.next, line.leads) = (Next::Made(next, print), made);
                (line, found)
            }
        }
    }

    /// Nobody can move: those who only look that way are led to where they wait; then time passes, or this is an end.
    fn let_time_pass(
        &mut self,
        vm: &mut Vm,
        state: u32,
        living: &[ThreadId],
        lines: &mut Vec<(Line, Found)>,
        found: &mut Expansion,
    ) {
        let endless = lines.iter().any(|(_, probe)| *probe == Found::Endless);
        if !endless {
            for id in living.iter().copied() {
                lead_to_wait(vm, id);
            }
        }
        if endless || vm.outlook() == Outlook::Deadlock {
            found.end = Some(Outcome::of(vm, self.ordered));
            return;
        }
        found.timed = true;
        let leads = vec![Lead::default(); vm.thread_ids().count()];
        let choices = vm.choices();
        let mut timed = Vec::new();
        for id in choices.iter().copied() {
            let (mut line, probe) = self.execute(vm, id, &leads, found);
            if let Next::Made(next, _) = &line.next {
                self.memory.note_image(next);
            }
            // Time has passed for everybody.
            let mut whole = (*line.whole).clone();
            whole.global = true;
            line.whole = Arc::new(whole);
            timed.push((line, probe));
        }
        // What the others wait for may come with the first of these, and no later.
        let count = timed.len();
        let others = lines.drain(..).filter(|(line, _)| !choices.contains(&ThreadId(u32::from(line.thread))));
        timed.extend(others.map(|(line, probe)| (Line { lead: Lead::default(), ..line }, probe)));
        self.find_races(vm, state, &timed, &vec![false; timed.len()], found);
        timed.truncate(count);
        *lines = timed;
    }

    /// Compares each pair of lines of which one is new here.
    fn find_races(
        &mut self,
        vm: &Vm,
        state: u32,
        lines: &[(Line, Found)],
        old: &[bool],
        found: &mut Expansion,
    ) {
        let ahead = self.reductions.fault != Some(Fault::LeadsUnchecked);
        for (at, (one, _)) in lines.iter().enumerate() {
            for (also, (other, _)) in lines.iter().enumerate().take(at) {
                if old[at] && old[also] {
                    continue;
                }
                let pairs =
                    other.pending(ahead).flat_map(|left| one.pending(ahead).map(move |right| (left, right)));
                for (left, right) in pairs {
                    for (a, b) in left.races_with(right) {
                        let race = Race {
                            state,
                            threads: [other.thread, one.thread],
                            touches: [*a, *b],
                            lock: is_lock(vm, a.id),
                        };
                        if !race.is_missed(self.reductions.fault) && self.reported.insert(race.place()) {
                            found.races.push(race);
                        }
                    }
                }
            }
        }
    }
}
