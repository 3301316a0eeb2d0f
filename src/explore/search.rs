//! Breadth-first search over states, level by level, with the same result for any number of workers.
//!
//! Workers expand states of one level and look fingerprints up; nobody writes meanwhile. What they found is merged in
//! the order of the level, so that numbers of states, parents and ways are the same whoever did what.
//!
//! **Sleep sets** (Godefroid, LNCS 1032) without losing an edge: where two transitions of a state do not depend on each
//! other, the square that they span is run along two of its sides only. The last side is *deduced*: `s·t` is
//! `(s0·t)·a` if `s` is `s0·a` and `t` was independent of `a` in `s0`. A transition that was blocked in `s0` by nothing
//! that `a` touched is still blocked in `s`. All states and all edges remain, so distances and what can be reached from
//! where remain exact.

use super::crew::Crew;
use super::graph::{Ends, Graph, NOWHERE};
use super::outcome::Outcome;
use super::place::{Footprint, Visible, is_lock};
use super::seen::Seen;
use super::walk::{Attempt, Move, attempt, lead_to_wait, waiting};
use crate::vm::Vm;
use crate::vm::footprint::{Touch, WHOLE};
use crate::vm::step::Outlook;
use crate::vm::thread::{Status, ThreadId};
use crate::vm::value::Id;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::VecDeque;
use std::sync::Arc;

/// States of a level that are expanded before their results are merged: few, since nobody is answered meanwhile. The same
/// for any number of workers, since a round ends between two batches.
const BATCH: usize = 256;

/// What became of a thread in a state that has been expanded.
#[derive(Clone, Copy, Debug)]
enum Fate {
    /// It leads to this state.
    To(u32),
    /// It leads where `thread` leads from `state`: an edge that was not run.
    As { state: u32, thread: u16 },
    /// It cannot move.
    Blocked,
    /// It moves for ever and gets nowhere.
    Endless,
}

#[derive(Debug)]
struct Line {
    thread: u16,
    footprint: Arc<Footprint>,
    fate: Fate,
}

/// A state that has been expanded, as its successors need to know it.
#[derive(Debug)]
struct Expanded {
    state: u32,
    lines: Vec<Line>,
}

impl Expanded {
    fn line(&self, thread: u16) -> Option<&Line> {
        self.lines.iter().find(|line| line.thread == thread)
    }
}

/// A state that is to be expanded.
struct Node {
    state: u32,
    /// The state itself, until a worker has taken it.
    vm: Option<Box<Vm>>,
    /// Where it came from, and the line there that leads to it.
    from: Option<(Arc<Expanded>, usize)>,
}

/// What a worker found out about one thread of one state.
enum Found {
    /// Somewhere, with the fingerprint; the state itself if it was not seen before this level.
    To(u128, Option<Box<Vm>>),
    As {
        state: u32,
        thread: u16,
    },
    Blocked,
    Endless,
}

struct Probe {
    thread: u16,
    footprint: Arc<Footprint>,
    found: Found,
}

#[derive(Default)]
struct Expansion {
    probes: Vec<Probe>,
    /// Nobody could move but by the passing of time.
    timed: bool,
    /// Nobody could move at all: the end in which the state stands.
    end: Option<Outcome>,
    /// Fuses that were made: atomic blocks beyond one a transition.
    fused: u64,
    /// Transitions that were cut short.
    cut: u64,
    /// Pairs of lines that conflict, with the accesses.
    races: Vec<Race>,
}

/// Two accesses of two threads to one place, one of them a write, both next in one state.
#[derive(Clone, Debug)]
pub struct Race {
    /// The state.
    pub state: u32,
    /// Who.
    pub threads: [u16; 2],
    /// The accesses.
    pub touches: [Touch; 2],
    /// The place is a lock.
    pub lock: bool,
}

/// Which ways of saving work a search takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reductions {
    /// Fuse blocks that touch nothing that two threads touch.
    pub fuse: bool,
    /// Deduce the last side of each square.
    pub sleep: bool,
    /// A mistake to be made on purpose, so that tests can show that they would find it.
    #[doc(hidden)]
    pub fault: Option<Fault>,
}

/// Mistakes that reductions invite.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Places where threads meet at locks never become visible.
    LocksInvisible,
    /// Nor those that are read by one and written by the other.
    ReadsIgnored,
    /// What a waiting thread looks at is no access.
    WaitsIgnored,
    /// Any two transitions commute.
    AllIndependent,
}

impl Default for Reductions {
    fn default() -> Reductions {
        Reductions { fuse: true, sleep: true, fault: None }
    }
}

/// Counts of a search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Levels: the greatest number of transitions on a shortest way to a state.
    pub depth: u32,
    /// Transitions that were run.
    pub run: u64,
    /// Transitions that were deduced.
    pub deduced: u64,
    /// Attempts that ended in a wait.
    pub blocked: u64,
    /// Atomic blocks that were fused with a later one.
    pub fused: u64,
    /// Transitions that were cut short.
    pub cut: u64,
}

/// One search over the states of a program, with one set of visible places.
pub struct Search {
    visible: Visible,
    reductions: Reductions,
    ordered: bool,
    seen: Seen,
    /// The graph so far.
    pub graph: Graph,
    /// The ends so far.
    pub ends: Ends,
    /// Counts so far.
    pub counts: Counts,
    /// What is left of the present level, and its states' numbers.
    level: VecDeque<Node>,
    numbers: Vec<u32>,
    next: Vec<Node>,
    /// Expanded states of this level and what is left of earlier ones, for deductions.
    lines: FxHashMap<u32, Arc<Expanded>>,
    /// Conflicts at places that are not visible: the search is not sound until they are.
    pub hidden: Vec<Race>,
    /// The first race at each visible place.
    pub races: Vec<Race>,
    race_places: FxHashSet<(Id, u32)>,
    /// A deduction was wrong, which cannot be: search again without.
    pub broken: bool,
}

impl Search {
    /// A search from `root`, with nothing done.
    pub fn new(root: &mut Vm, visible: Visible, reductions: Reductions, ordered: bool) -> Search {
        let mut root = Box::new(root.copy());
        let mut seen = Seen::default();
        seen.add(root.fingerprint());
        let mut graph = Graph::default();
        graph.parents.push((NOWHERE, 0));
        Search {
            visible,
            reductions,
            ordered,
            seen,
            graph,
            ends: Ends::default(),
            counts: Counts::default(),
            level: VecDeque::from([Node { state: 0, vm: Some(root), from: None }]),
            numbers: vec![0],
            next: Vec::new(),
            lines: Default::default(),
            hidden: Vec::new(),
            races: Vec::new(),
            race_places: Default::default(),
            broken: false,
        }
    }

    /// Number of states seen.
    pub fn states(&self) -> usize {
        self.seen.len()
    }

    /// The fingerprints of all states seen, by number.
    pub fn fingerprints(&self) -> &[u128] {
        self.seen.prints()
    }

    /// True if there is nothing left to expand.
    pub fn is_complete(&self) -> bool {
        self.level.is_empty() && self.next.is_empty()
    }

    /// States that wait to be expanded.
    pub fn waiting(&self) -> usize {
        self.level.len() + self.next.len()
    }

    /// Bytes of the tables; states that wait come on top.
    pub fn bytes(&self) -> usize {
        self.seen.bytes() + self.graph.bytes()
    }

    /// The places at which transitions end.
    pub fn visible(&self) -> &Visible {
        &self.visible
    }

    /// Expands one batch of states; false if there was none.
    pub fn advance(&mut self, crew: &Crew) -> bool {
        if self.level.is_empty() {
            if self.next.is_empty() {
                return false;
            }
            self.level = std::mem::take(&mut self.next).into();
            self.numbers = self.level.iter().map(|node| node.state).collect();
            self.counts.depth += 1;
            self.lines.clear();
        }
        let size = BATCH.min(self.level.len());
        let mut batch: Vec<Node> = self.level.drain(..size).collect();
        let known = Known {
            seen: &self.seen,
            graph: &self.graph,
            visible: &self.visible,
            reductions: self.reductions,
            ordered: self.ordered,
            races: &self.race_places,
        };
        let results = crew.each(&mut batch, |node| known.expand(node));
        for (node, result) in batch.into_iter().zip(results) {
            self.merge(node.state, result);
        }
        if self.level.is_empty() {
            self.settle_edges();
        }
        true
    }

    /// Takes over what a worker found out about one state.
    fn merge(&mut self, from: u32, found: Expansion) {
        let mut lines = Vec::with_capacity(found.probes.len());
        let mut fresh = Vec::new();
        self.counts.fused += found.fused;
        self.counts.cut += found.cut;
        for probe in found.probes {
            let fate = match probe.found {
                Found::Blocked => {
                    self.counts.blocked += 1;
                    Fate::Blocked
                }
                Found::Endless => Fate::Endless,
                Found::As { state, thread } => {
                    self.counts.deduced += 1;
                    Fate::As { state, thread }
                }
                Found::To(print, vm) => {
                    self.counts.run += 1;
                    match (self.seen.find(print), vm) {
                        (Some(state), _) => Fate::To(state),
                        (None, Some(vm)) => {
                            let state = self.seen.add(print);
                            self.graph.parents.push((from, probe.thread));
                            fresh.push((state, vm, lines.len()));
                            Fate::To(state)
                        }
                        (None, None) => panic!("internal error: a new state without itself"),
                    }
                }
            };
            lines.push(Line { thread: probe.thread, footprint: probe.footprint, fate });
        }
        let expanded = Arc::new(Expanded { state: from, lines });
        for (state, vm, line) in fresh {
            if vm.ending.is_some() {
                let end = self.ends.number(Outcome::of(&vm, self.ordered));
                self.graph.ends.insert(state, end);
            }
            self.next.push(Node { state, vm: Some(vm), from: Some((Arc::clone(&expanded), line)) });
        }
        if found.timed {
            self.graph.timed.insert(from);
        }
        if let Some(end) = found.end {
            let end = self.ends.number(end);
            self.graph.ends.insert(from, end);
        }
        for race in found.races {
            self.note_race(race);
        }
        self.lines.insert(from, expanded);
    }

    fn note_race(&mut self, race: Race) {
        let [a, b] = &race.touches;
        let place = place_of(a, b);
        match self.reductions.fault {
            Some(Fault::LocksInvisible) if race.lock => return,
            Some(Fault::ReadsIgnored) if !(a.write && b.write) => return,
            _ => {}
        }
        let is_visible = self.visible.has(a) && self.visible.has(b);
        if self.race_places.insert(place) {
            if is_visible { self.races.push(race) } else { self.hidden.push(race) }
        }
    }

    /// Enters the edges of the level that has been expanded, the deduced ones resolved.
    fn settle_edges(&mut self) {
        for state in std::mem::take(&mut self.numbers) {
            let expanded = Arc::clone(&self.lines[&state]);
            let mut edges = Vec::with_capacity(expanded.lines.len());
            for line in &expanded.lines {
                match self.resolve(line.fate) {
                    Ok(Some(to)) => edges.push((line.thread, to)),
                    Ok(None) => {}
                    Err(()) => self.broken = true,
                }
            }
            self.graph.expand(edges);
        }
    }

    /// Where an edge leads, if there is one; an error if a deduction was wrong.
    fn resolve(&self, fate: Fate) -> Result<Option<u32>, ()> {
        match fate {
            Fate::Blocked | Fate::Endless => Ok(None),
            Fate::To(state) => Ok(Some(state)),
            Fate::As { state, thread } => match self.lines.get(&state) {
                // The numbers of the threads rise along such a chain, so it ends.
                Some(expanded) => match expanded.line(thread).map(|line| line.fate) {
                    Some(fate @ (Fate::To(_) | Fate::As { .. })) => self.resolve(fate),
                    _ => Err(()),
                },
                None => {
                    let edge = self.graph.edges(state).iter().find(|(other, _)| *other == thread);
                    edge.map(|(_, to)| Some(*to)).ok_or(())
                }
            },
        }
    }
}

/// What workers know while they expand a batch; nobody changes it meanwhile.
struct Known<'a> {
    seen: &'a Seen,
    graph: &'a Graph,
    visible: &'a Visible,
    reductions: Reductions,
    ordered: bool,
    races: &'a FxHashSet<(Id, u32)>,
}

impl Known<'_> {
    fn expand(&self, node: &mut Node) -> Expansion {
        let mut vm = node.vm.take().expect("internal error: a state is expanded twice");
        let mut found = Expansion::default();
        if vm.ending.is_some() {
            return found;
        }
        let living: Vec<ThreadId> =
            vm.thread_ids().filter(|id| vm.thread(*id).status != Status::Finished).collect();
        let mut old = Vec::with_capacity(living.len());
        for id in living.iter().copied() {
            let inherited = self.inherit(node, id.0 as u16);
            old.push(inherited.is_some());
            let probe = match inherited {
                Some(probe) if self.is_done(&probe) => probe,
                _ => self.probe(&mut vm, id, &mut found),
            };
            found.probes.push(probe);
        }
        self.find_races(&vm, node.state, &old, &mut found);
        if !found.probes.iter().any(|probe| matches!(probe.found, Found::To(..) | Found::As { .. })) {
            self.let_time_pass(&mut vm, &living, &mut found);
        }
        found
    }

    /// What the state before tells about a thread here, if nothing that it touches next has changed since.
    fn inherit(&self, node: &Node, thread: u16) -> Option<Probe> {
        let (before, at) = node.from.as_ref()?;
        let made = &before.lines[*at];
        let line = before.line(thread)?;
        let independent = self.reductions.fault == Some(Fault::AllIndependent);
        if thread == made.thread || (!independent && line.footprint.depends_on(&made.footprint)) {
            return None;
        }
        let found = match line.fate {
            Fate::Blocked => Found::Blocked,
            Fate::Endless => Found::Endless,
            Fate::To(_) | Fate::As { .. } => {
                let edge = self.graph.edges(before.state).iter().find(|(other, _)| *other == thread)?;
                Found::As { state: edge.1, thread: made.thread }
            }
        };
        Some(Probe { thread, footprint: Arc::clone(&line.footprint), found })
    }

    /// True if what was inherited saves running the thread: a wait goes on; of a square, the side by the thread with
    /// the greater number is run.
    fn is_done(&self, probe: &Probe) -> bool {
        match probe.found {
            Found::As { thread, .. } => self.reductions.sleep && probe.thread < thread,
            _ => self.reductions.sleep,
        }
    }

    fn probe(&self, vm: &mut Vm, id: ThreadId, sums: &mut Expansion) -> Probe {
        if !vm.is_enabled(id) {
            let ignored = self.reductions.fault == Some(Fault::WaitsIgnored);
            let footprint = Arc::new(if ignored { Footprint::default() } else { waiting(vm, id) });
            return Probe { thread: id.0 as u16, footprint, found: Found::Blocked };
        }
        self.run(vm, id, sums)
    }

    fn run(&self, vm: &mut Vm, id: ThreadId, sums: &mut Expansion) -> Probe {
        let Attempt { to, footprint, blocks, cut } = attempt(vm, id, self.visible);
        sums.cut += u64::from(cut);
        let found = match to {
            Move::Blocked => Found::Blocked,
            Move::Endless => Found::Endless,
            Move::To(next) => {
                sums.fused += blocks - 1;
                self.found(next)
            }
        };
        Probe { thread: id.0 as u16, footprint: Arc::new(footprint), found }
    }

    fn found(&self, mut vm: Box<Vm>) -> Found {
        let print = vm.fingerprint();
        Found::To(print, self.seen.find(print).is_none().then_some(vm))
    }

    /// Nobody can move: those who only look that way are led to where they wait; then time passes, or this is an end.
    fn let_time_pass(&self, vm: &mut Vm, living: &[ThreadId], found: &mut Expansion) {
        let endless = found.probes.iter().any(|probe| matches!(probe.found, Found::Endless));
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
        found.probes.clear();
        for id in vm.choices() {
            let mut probe = self.run(vm, id, found);
            // Time has passed for everybody.
            let mut footprint = (*probe.footprint).clone();
            footprint.global = true;
            probe.footprint = Arc::new(footprint);
            found.probes.push(probe);
        }
    }

    /// Compares each pair of lines of which one is new here.
    fn find_races(&self, vm: &Vm, state: u32, old: &[bool], found: &mut Expansion) {
        for (at, one) in found.probes.iter().enumerate() {
            for (also, other) in found.probes.iter().enumerate().take(at) {
                if old[at] && old[also] {
                    continue;
                }
                for (a, b) in other.footprint.races_with(&one.footprint) {
                    if !self.races.contains(&place_of(a, b)) {
                        let (threads, touches) = ([other.thread, one.thread], [*a, *b]);
                        let lock = is_lock(vm, a.id);
                        found.races.push(Race { state, threads, touches, lock });
                    }
                }
            }
        }
    }
}

/// The place at which two accesses meet.
fn place_of(a: &Touch, b: &Touch) -> (Id, u32) {
    (a.id, if a.key == WHOLE || b.key == WHOLE { WHOLE } else { a.key })
}
