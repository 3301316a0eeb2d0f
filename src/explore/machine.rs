//! Each thread alone: the places of the program where it stands between transitions, and which of its moves lead from
//! one to another.
//!
//! The graph of states, projected on one thread. A place is an instruction of the program: two that stand in one
//! expression, as taking and giving back the lock of a `with`, are two places. All that a thread does before its first
//! place, and all after its last, is one place each; so is what the library does between two calls of the program, in a
//! pool of workers. Waiting is no place of its own: a place tells in how many states its thread waits there. Threads with
//! equal machines share one.

use super::Explorer;
use crate::program::Code;
use crate::source::Span;
use crate::trace::{place_of, text_of};
use crate::vm::Vm;
use crate::vm::thread::{Status, ThreadId};
use petgraph::algo::kosaraju_scc;
use petgraph::graph::DiGraph;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use rustpython_compiler_core::bytecode::Opcode as Op;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// States that are made again to see who stands where.
pub const LOOKED_MAX: usize = 20_000;

/// Of a larger graph, so many states are looked at evenly, with those on the ways there.
const SPREAD: usize = 1_000;

/// Where in its life a thread is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// Before its first line of the program.
    Start,
    /// In the program, or in what the program calls.
    Program,
    /// In the library, between two calls of the program.
    Between,
    /// After its last line.
    End,
}

/// What is done next at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Deed {
    /// The expression is evaluated.
    Does,
    /// A variable, an attribute or an item is written.
    Writes,
    /// The block of a `with` is left.
    Leaves,
}

/// A place where a thread can stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// Where in its life the thread is.
    pub stage: Stage,
    /// The expression that comes next; empty outside the program.
    pub span: Span,
    /// Its text.
    pub text: String,
    /// What is done with it.
    pub deed: Deed,
    /// States in which one of the threads stands here.
    pub states: u32,
    /// Of those, states in which it waits.
    pub waits: u32,
    /// The innermost function's first line, 0 outside the program.
    pub function: u32,
    /// Which code and which instruction.
    key: (u32, u32),
}

/// A way from one place to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stride {
    /// The place that is left, by number.
    pub from: u32,
    /// The place that comes next.
    pub to: u32,
    /// A way leads back: the thread can go round here.
    pub round: bool,
}

/// The places of one thread, or of several that have the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Machine {
    /// Whose it is, in order.
    pub threads: Vec<u16>,
    /// The places: the start, those of the program by line, what is between, the end.
    pub stands: Vec<Stand>,
    /// The ways, in order.
    pub strides: Vec<Stride>,
}

/// All machines, and who stands where.
#[derive(Debug, Default)]
pub struct Machines {
    /// The machines, by first thread.
    pub all: Vec<Machine>,
    /// States that were looked at.
    pub looked: usize,
    /// The machine of each thread.
    of: Vec<Option<u32>>,
    /// By state that was looked at, in order: the place of each thread.
    places: Vec<(u32, Vec<Option<u32>>)>,
}

/// What tells places apart: code and instruction, and what the library is at within that, or outside the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Key {
    Program(u32, u32, u64),
    Library(u64),
    Over,
}

/// The codes of a program, by number.
#[derive(Default)]
struct Codes {
    all: Vec<Arc<Code>>,
}

impl Codes {
    fn number(&mut self, code: &Arc<Code>) -> u32 {
        let known = self.all.iter().position(|other| Arc::ptr_eq(other, code));
        known.unwrap_or_else(|| {
            self.all.push(Arc::clone(code));
            self.all.len() - 1
        }) as u32
    }

    /// Where a thread stands.
    fn key(&mut self, vm: &Vm, thread: ThreadId) -> Key {
        if vm.thread(thread).status == Status::Finished {
            return Key::Over;
        }
        let place = place_of(vm, thread);
        let mut hasher = FxHasher::default();
        for frame in &vm.thread(thread).frames[place.as_ref().map_or(0, |place| place.frame + 1)..] {
            (self.number(&vm.code_obj(frame.code).code), frame.last).hash(&mut hasher);
        }
        match place {
            Some(place) => Key::Program(self.number(&place.code), place.at as u32, hasher.finish()),
            None => Key::Library(hasher.finish()),
        }
    }
}

/// One thread while states are looked at.
#[derive(Default)]
struct Draft {
    numbers: FxHashMap<Key, u32>,
    /// By number: the key, states, and states in which it waits.
    seen: Vec<(Key, u32, u32)>,
    moves: FxHashSet<(u32, u32)>,
}

impl Draft {
    fn see(&mut self, key: Key, waits: bool) -> u32 {
        let fresh = self.seen.len() as u32;
        let at = *self.numbers.entry(key).or_insert(fresh);
        if at == fresh {
            self.seen.push((key, 0, 0));
        }
        let (_, states, waiting) = &mut self.seen[at as usize];
        *states += 1;
        *waiting += u32::from(waits);
        at
    }

    /// The places that can be reached from these, or from which these can be reached.
    fn reached(&self, from: impl Fn(&Key) -> bool, forwards: bool) -> Vec<bool> {
        let mut is_in: Vec<bool> = self.seen.iter().map(|(key, ..)| from(key)).collect();
        let mut grows = true;
        while grows {
            grows = false;
            for &(a, b) in &self.moves {
                let (a, b) = if forwards { (a, b) } else { (b, a) };
                if is_in[a as usize] && !is_in[b as usize] {
                    (is_in[b as usize], grows) = (true, true);
                }
            }
        }
        is_in
    }
}

impl Explorer {
    /// The machine of each thread, from at most so many of the states that are known.
    pub fn machines(&mut self, looked_max: usize) -> Machines {
        let (mut codes, mut drafts): (Codes, Vec<Draft>) = Default::default();
        let mut places: Vec<(u32, Vec<Option<u32>>)> = Vec::new();
        let wanted = self.looked_at(looked_max);
        self.visit_wanted(&wanted, |explorer, state, vm| {
            let graph = explorer.graph();
            let known = (state as usize) < graph.expanded();
            let mut row = Vec::new();
            for thread in vm.thread_ids() {
                let at = thread.0 as usize;
                drafts.resize_with(drafts.len().max(at + 1), Draft::default);
                row.resize(row.len().max(at + 1), None);
                let key = codes.key(vm, thread);
                let waits = known && key != Key::Over && graph.next(state, thread.0 as u16).is_none();
                row[at] = Some(drafts[at].see(key, waits));
            }
            places.push((state, row));
            true
        });
        for (state, row) in &places {
            for &(mover, to) in self.graph().edges(*state) {
                let Ok(next) = places.binary_search_by_key(&to, |(state, _)| *state) else { continue };
                for (thread, (before, after)) in row.iter().zip(&places[next].1).enumerate() {
                    // What a transition does ahead for others are their moves, too.
                    if let (Some(from), Some(to)) = (before, after)
                        && (from != to || thread == usize::from(mover))
                    {
                        drafts[thread].moves.insert((*from, *to));
                    }
                }
            }
        }
        let mut machines = Machines { looked: places.len(), ..Machines::default() };
        let mut renumbered: Vec<Vec<u32>> = Vec::new();
        for (thread, draft) in drafts.iter().enumerate() {
            let (machine, numbers) = machine_of(thread as u16, draft, &codes);
            let nth = (!draft.seen.is_empty()).then(|| machines.take(machine));
            machines.of.push(nth);
            renumbered.push(numbers);
        }
        for (_, row) in &mut places {
            for (thread, at) in row.iter_mut().enumerate() {
                *at = at.map(|at| renumbered[thread][at as usize]);
            }
        }
        machines.places = places;
        machines
    }

    /// The states that are looked at: all, or those on the ways to the ends and to others that are spread evenly.
    fn looked_at(&self, most: usize) -> Vec<bool> {
        let count = self.search.states();
        if count <= most {
            return vec![true; count];
        }
        let mut wanted = vec![false; count];
        let mut ends: Vec<u32> = self.graph().ends.keys().copied().collect();
        ends.sort_unstable();
        let spread = (0..count as u32).step_by(count.div_ceil(SPREAD));
        let mut left = most;
        for state in ends.into_iter().take(SPREAD).chain(spread) {
            let mut way = Vec::new();
            let mut at = state as usize;
            while !wanted[at] {
                way.push(at);
                if at == 0 {
                    break;
                }
                at = self.graph().parents[at].0 as usize;
            }
            // From the beginning on, so that what is looked at has been come to.
            let added = way.len().min(left);
            way.into_iter().rev().take(added).for_each(|at| wanted[at] = true);
            left -= added;
        }
        wanted
    }
}

impl Machines {
    /// Adds a machine, or its thread to one that is equal; the number of that.
    fn take(&mut self, machine: Machine) -> u32 {
        let alike = |known: &Machine| {
            let keys = |machine: &Machine| -> Vec<_> {
                machine.stands.iter().map(|stand| (stand.stage, stand.key)).collect()
            };
            keys(known) == keys(&machine) && known.strides == machine.strides
        };
        if let Some(at) = self.all.iter().position(alike) {
            let known = &mut self.all[at];
            known.threads.extend(machine.threads);
            for (stand, more) in known.stands.iter_mut().zip(machine.stands) {
                (stand.states, stand.waits) = (stand.states + more.states, stand.waits + more.waits);
            }
            return at as u32;
        }
        self.all.push(machine);
        self.all.len() as u32 - 1
    }

    /// Where each thread stands in a state: machine and place, by thread; nothing if it was not looked at.
    pub fn standing(&self, state: u32) -> Vec<(u16, u32, u32)> {
        let Ok(at) = self.places.binary_search_by_key(&state, |(state, _)| *state) else { return vec![] };
        let row = self.places[at].1.iter().enumerate();
        row.filter_map(|(thread, place)| Some((thread as u16, (*self.of.get(thread)?)?, (*place)?))).collect()
    }

    /// The states in which some thread stands at a place, in order.
    pub fn states_at(&self, machine: u32, stand: u32) -> impl Iterator<Item = u32> {
        let threads = self.all.get(machine as usize).map_or(&[][..], |machine| &machine.threads);
        self.places.iter().filter_map(move |(state, row)| {
            let there = |thread: &u16| row.get(usize::from(*thread)).copied().flatten() == Some(stand);
            threads.iter().any(there).then_some(*state)
        })
    }
}

/// The machine of one thread, and the number in it of each place that was seen.
fn machine_of(thread: u16, draft: &Draft, codes: &Codes) -> (Machine, Vec<u32>) {
    let in_program = |key: &Key| matches!(key, Key::Program(..));
    let (after, before) = (draft.reached(in_program, true), draft.reached(in_program, false));
    let stage = |at: usize| match (draft.seen[at].0, after[at], before[at]) {
        (Key::Program(..), ..) => Stage::Program,
        (Key::Over, ..) | (_, true, false) => Stage::End,
        (_, true, true) => Stage::Between,
        (_, false, _) => Stage::Start,
    };
    let mut stands: Vec<(Stand, Vec<usize>)> = Vec::new();
    for (at, (key, states, waits)) in draft.seen.iter().enumerate() {
        let stage = stage(at);
        let fresh = stand_of(*key, stage, codes);
        let known = stands.iter_mut().find(|(stand, _)| (stand.stage, stand.key) == (fresh.stage, fresh.key));
        let (stand, members) = match known {
            Some(known) => known,
            None => stands.push_mut((fresh, Vec::new())),
        };
        (stand.states, stand.waits) = (stand.states + states, stand.waits + waits);
        members.push(at);
    }
    stands.sort_by_key(|(stand, _)| (stand.stage, stand.span.line, stand.key));
    let mut numbers = vec![0; draft.seen.len()];
    for (number, (_, members)) in stands.iter().enumerate() {
        members.iter().for_each(|at| numbers[*at] = number as u32);
    }
    let fine: BTreeSet<(u32, u32)> = draft.moves.iter().copied().collect();
    // A call of the library may take several moves: the thread comes back to a place only if it comes back to one of them.
    let inside: BTreeSet<(u32, u32)> =
        fine.iter().copied().filter(|(from, to)| numbers[*from as usize] == numbers[*to as usize]).collect();
    let parts = strong_parts(&inside);
    let pairs: BTreeSet<(u32, u32)> = fine
        .iter()
        .filter(|(from, to)| {
            let number = numbers[*from as usize];
            number != numbers[*to as usize]
                || stands[number as usize].0.stage == Stage::Program
                    && parts[*from as usize] == parts[*to as usize]
        })
        .map(|(from, to)| (numbers[*from as usize], numbers[*to as usize]))
        .collect();
    let parts = strong_parts(&pairs);
    let stride = |&(from, to): &(u32, u32)| {
        let round = parts[from as usize] == parts[to as usize];
        Stride { from, to, round }
    };
    let strides = pairs.iter().map(stride).collect();
    let stands = stands.into_iter().map(|(stand, _)| stand).collect();
    (Machine { threads: vec![thread], stands, strides }, numbers)
}

fn stand_of(key: Key, stage: Stage, codes: &Codes) -> Stand {
    let none = Stand {
        stage,
        span: Span::default(),
        text: String::new(),
        deed: Deed::Does,
        states: 0,
        waits: 0,
        function: 0,
        key: (0, 0),
    };
    let Key::Program(code, at, _) = key else { return none };
    let (key, code) = ((code, at), &codes.all[code as usize]);
    let span = code.spans[at as usize];
    Stand {
        span,
        text: text_of(code, span),
        deed: deed_of(code, at as usize),
        function: code.first_line,
        key,
        ..none
    }
}

/// What the instruction does with its expression.
fn deed_of(code: &Code, at: usize) -> Deed {
    let here = code.spans[at];
    let same = |op: Op| (0..at).any(|before| code.instrs[before].op == op && code.spans[before] == here);
    match code.instrs[at].op {
        Op::StoreGlobal
        | Op::StoreName
        | Op::StoreAttr
        | Op::StoreSubscr
        | Op::StoreDeref
        | Op::StoreFast => Deed::Writes,
        // The first call with this expression enters the block.
        Op::Call | Op::WithExceptStart if same(Op::LoadSpecial) && same(Op::Call) => Deed::Leaves,
        _ => Deed::Does,
    }
}

/// The strongly connected part of each place: who leaves by one of these ways can come back if both ends have the same.
fn strong_parts(ways: &BTreeSet<(u32, u32)>) -> Vec<usize> {
    let graph: DiGraph<(), (), u32> = DiGraph::from_edges(ways);
    let mut part_of = vec![0; graph.node_count()];
    for (part, places) in kosaraju_scc(&graph).iter().enumerate() {
        places.iter().for_each(|place| part_of[place.index()] = part);
    }
    part_of
}
