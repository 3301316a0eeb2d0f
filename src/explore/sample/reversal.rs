//! Reversal: plain schedules, and then each of them with one order of two events the other way round.
//!
//! The three plain schedules are: the last thread first, changing at locks; the threads that write first and then those
//! that only read; in order of creation. In a run, two events of different threads that follow each other at one place
//! and do not commute are an order that it has shown, unless both threads held one lock. A run that reverses it holds
//! each event at the first one's site in the program until one at the second's was executed. Orders shown late come
//! first; what a reversed run shows in turn is reversed on top of it.

use super::shared::{Place, Shared};
use super::stage::{Logged, Stage};
use crate::schedule::roll;
use crate::vm::thread::ThreadId;
use rustc_hash::FxHashSet;
use std::collections::VecDeque;

/// A schedule that changes threads by a simple rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Base {
    LastFirst,
    ReadersLast,
    InOrder,
}

const BASES: [Base; 3] = [Base::LastFirst, Base::ReadersLast, Base::InOrder];

/// Hold what is at `first` until something at `second` is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Order {
    place: Place,
    first: u64,
    second: u64,
}

/// A run to make.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Wish {
    base: Base,
    orders: Vec<Order>,
}

/// Reversals on top of each other.
const DEPTH: usize = 4;

/// Events of a run, after which no more orders are looked for, and runs after which none is planned.
const EVENTS_MAX: usize = 20_000;
const WISHES_MAX: usize = 20_000;

/// The runs to make, in order.
#[derive(Debug)]
pub struct Plan {
    first: VecDeque<Wish>,
    /// By base, the later in [`BASES`] first; they take turns.
    waiting: [VecDeque<Wish>; BASES.len()],
    turn: usize,
    known: FxHashSet<Wish>,
    orders: Vec<Order>,
}

impl Default for Plan {
    fn default() -> Plan {
        let first = BASES.map(|base| Wish { base, orders: vec![] });
        Plan {
            first: first.into(),
            waiting: Default::default(),
            turn: 0,
            known: Default::default(),
            orders: vec![],
        }
    }
}

impl Plan {
    /// The next run; when all that was planned is done, one with two orders drawn at random.
    pub fn next(&mut self, dice: &mut u64) -> Reversal {
        let wish = self.first.pop_front().or_else(|| self.planned()).unwrap_or_else(|| {
            let draw = |dice: &mut u64| {
                self.orders.get((roll(dice) % self.orders.len().max(1) as u64) as usize).copied()
            };
            let orders = (0..2).filter_map(|_| draw(dice)).collect();
            Wish { base: BASES[(roll(dice) % 3) as usize], orders }
        });
        Reversal { open: wish.orders.clone(), wish, present: None, turn: false }
    }

    fn planned(&mut self) -> Option<Wish> {
        (0..BASES.len()).find_map(|_| {
            self.turn = (self.turn + BASES.len() - 1) % BASES.len();
            self.waiting[self.turn].pop_front()
        })
    }

    /// Plans the reversal of each order that a run has shown.
    pub fn learn(&mut self, run: &Reversal, log: &[Logged], shared: &Shared) {
        if run.wish.orders.len() >= DEPTH || self.known.len() > WISHES_MAX {
            return;
        }
        let base = BASES.iter().position(|base| *base == run.wish.base).unwrap_or(0);
        for order in orders(&log[..log.len().min(EVENTS_MAX)], shared).into_iter().rev() {
            if run.wish.orders.iter().any(|other| other.place == order.place && other.first == order.second) {
                continue;
            }
            let mut wish = run.wish.clone();
            wish.orders.push(order);
            if self.known.insert(wish.clone()) {
                self.waiting[base].push_back(wish);
                self.orders.push(order);
            }
        }
    }
}

/// The orders that a run has shown, each once, in order.
fn orders(log: &[Logged], shared: &Shared) -> Vec<Order> {
    let mut last: rustc_hash::FxHashMap<Place, Vec<(usize, bool)>> = Default::default();
    let mut found: Vec<Order> = Vec::new();
    let mut seen = FxHashSet::default();
    for (at, event) in log.iter().enumerate() {
        for (place, write) in &event.doing.places {
            // Giving a lock back is in no order that could be another.
            let takes = event.doing.lock == Some(place.0);
            let is_lock = shared.locks.contains(&place.0);
            if is_lock && !takes {
                continue;
            }
            let before = last.entry(*place).or_default();
            for (earlier, wrote) in before.iter().rev() {
                let other = &log[*earlier];
                let commute = !(*write || *wrote) || other.thread == event.thread;
                let guarded = other.held.iter().any(|lock| *lock != place.0 && event.held.contains(lock));
                if !commute && !guarded && other.doing.site != event.doing.site {
                    let order = Order { place: *place, first: other.doing.site, second: event.doing.site };
                    if seen.insert(order) {
                        found.push(order);
                    }
                }
            }
            if *write {
                before.clear();
            }
            before.push((at, *write));
        }
    }
    found
}

/// One run.
#[derive(Debug)]
pub struct Reversal {
    wish: Wish,
    /// Orders that are still to be kept.
    open: Vec<Order>,
    present: Option<ThreadId>,
    /// The present thread has just used a lock.
    turn: bool,
}

impl Reversal {
    /// The thread that goes on.
    pub fn pick(&mut self, stage: &mut Stage, choices: &[ThreadId]) -> ThreadId {
        let mut free: Vec<ThreadId> = choices.to_vec();
        if !self.open.is_empty() {
            free.retain(|id| !self.is_held(stage, *id));
            if free.is_empty() {
                // It cannot be had in this way.
                self.open.clear();
                free = choices.to_vec();
            }
        }
        let chosen = self.by_base(stage, &free);
        self.present = Some(chosen);
        chosen
    }

    fn is_held(&self, stage: &mut Stage, id: ThreadId) -> bool {
        let doing = stage.ask(id).1;
        let at = |place: Place| doing.places.iter().any(|(other, _)| *other == place);
        self.open.iter().any(|order| order.first == doing.site && at(order.place))
    }

    fn by_base(&self, stage: &Stage, free: &[ThreadId]) -> ThreadId {
        let present = self.present.filter(|id| free.contains(id));
        let last = free[free.len() - 1];
        match self.wish.base {
            Base::InOrder => present.unwrap_or(free[0]),
            Base::ReadersLast => present.unwrap_or_else(|| {
                let writes = |id: &&ThreadId| stage.shared.writers.contains(&id.0);
                free.iter().rev().find(writes).copied().unwrap_or(last)
            }),
            Base::LastFirst => match present {
                Some(id) if !self.turn => id,
                // The next one downwards, round and round.
                _ => {
                    let below = |id: &&ThreadId| self.present.is_some_and(|present| id.0 < present.0);
                    free.iter().rev().find(below).copied().unwrap_or(last)
                }
            },
        }
    }

    /// An event of `thread` is done.
    pub fn done(&mut self, stage: &Stage, thread: ThreadId) {
        let doing = stage.last();
        self.present = Some(thread);
        self.turn = doing.places.iter().any(|(place, _)| stage.shared.locks.contains(&place.0));
        let at = |place: Place| doing.places.iter().any(|(other, _)| *other == place);
        self.open.retain(|order| !(order.second == doing.site && at(order.place)));
    }
}
