//! Breadth-first search over states, level by level, with the same result for any number of workers.
//!
//! Hands (`hand.rs`) hold the states of a level and expand them. Their answers are entered into a ledger (`ledger.rs`)
//! in the order of the level, while the hands go on with the next window of it.
//!
//! **Sleep sets** (Godefroid, LNCS 1032) without losing an edge: where two transitions of a state do not depend on each
//! other, the square that they span is run along two of its sides only. The last side is *deduced*: `s·t` is
//! `(s0·t)·a` if `s` is `s0·a` and `t` was independent of `a` in `s0`. A transition that was blocked in `s0` by nothing
//! that `a` touched is still blocked in `s`. All states and all edges remain, so distances and what can be reached from
//! where remain exact.

use super::crew::Crew;
use super::hand::{Expansion, Hand, Orders};
use super::ledger::Ledger;
use super::place::Visible;
use super::walk::outset;
use crate::vm::Vm;
use crate::vm::footprint::{Touch, WHOLE, special};
use crate::vm::value::Id;
use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

/// States that are entered between two questions whether the round is over. The same for any number of workers.
const BATCH: usize = 256;

/// States that several hands expand at a time. Neighbours in a level often have one hand, so fewer would leave some
/// without work.
const WINDOW: usize = 2_048;

/// States of a level from which on it is shared out.
const SHARED: usize = 1_024;

/// States after which a search gives way to one with more visible places, if it has found some.
pub const TRIAL: usize = 2_000;

/// Transitions cut short after which a search gives way to one with more patience.
pub const CUTS: u64 = 16;

/// Two accesses of two threads to one place, one of them a write, both next in one state.
#[derive(Clone, Debug, PartialEq, Eq)]
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

impl Race {
    /// The place at which they meet.
    pub fn place(&self) -> (Id, u32) {
        let [a, b] = &self.touches;
        (a.id, if a.key == WHOLE || b.key == WHOLE { WHOLE } else { a.key })
    }

    /// True if it is by meeting there that threads wait for each other: a lock, or the end of a thread.
    pub fn is_synchronisation(&self) -> bool {
        self.lock || special::is_special(self.place().0)
    }

    /// True if a search with this mistake does not see it.
    pub fn is_missed(&self, fault: Option<Fault>) -> bool {
        match fault {
            Some(Fault::LocksInvisible) => self.lock,
            Some(Fault::ReadsIgnored) => !self.touches.iter().all(|touch| touch.write),
            _ => false,
        }
    }
}

/// Which ways of saving work a search takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reductions {
    /// Fuse blocks that touch nothing that two threads touch.
    pub fuse: bool,
    /// Deduce the last side of each square.
    pub sleep: bool,
    /// Locals that are never read again make no difference.
    pub dead: bool,
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
    /// What was done ahead of time conflicts with nothing.
    LeadsUnchecked,
    /// Any two transitions commute.
    AllIndependent,
    /// No local is ever read again.
    AllLocalsDead,
}

impl Default for Reductions {
    fn default() -> Reductions {
        Reductions { fuse: true, sleep: true, dead: true, fault: None }
    }
}

/// One search over the states of a program, with one set of visible places.
pub struct Search {
    visible: Arc<Visible>,
    hands: Vec<Hand>,
    queue: Queue,
    /// What is known.
    pub ledger: Ledger,
    /// States at which nothing more is entered.
    pub states_max: u64,
}

/// What is to be done.
struct Queue {
    /// By whom the states of the present level are held; how many of them were given out, and entered.
    level: Vec<u16>,
    given: usize,
    entered: usize,
    next: Vec<u16>,
    /// The number of the first state of this level.
    first: u32,
    /// Answers that are not entered yet, in order.
    answers: VecDeque<Expansion>,
    /// What each hand is to be told next.
    orders: Vec<Orders>,
}

impl Search {
    /// A search from `root`, with nothing done.
    pub fn new(root: &mut Vm, visible: Visible, reductions: Reductions, ordered: bool) -> Search {
        let visible = Arc::new(visible);
        let mut root = outset(root, &visible).0;
        let mut hand = Hand::new(Arc::clone(&visible), reductions, ordered);
        let ledger = Ledger::new(root.fingerprint());
        hand.hold(0, root);
        let queue = Queue {
            level: vec![0],
            given: 0,
            entered: 0,
            next: Vec::new(),
            first: 0,
            answers: VecDeque::new(),
            orders: vec![Orders::default()],
        };
        Search { visible, hands: vec![hand], queue, ledger, states_max: u64::MAX }
    }

    /// Number of states seen.
    pub fn states(&self) -> usize {
        self.ledger.seen.len()
    }

    /// True if there is nothing left to expand.
    pub fn is_complete(&self) -> bool {
        self.waiting() == 0
    }

    /// States that wait to be expanded.
    pub fn waiting(&self) -> usize {
        self.queue.level.len() - self.queue.entered + self.queue.next.len()
    }

    /// Bytes of the tables; states that wait come on top.
    pub fn bytes(&self) -> usize {
        self.ledger.seen.bytes() + self.ledger.graph.bytes()
    }

    /// The places at which transitions end.
    pub fn visible(&self) -> &Visible {
        &self.visible
    }

    /// True if the search has to begin again, since places or patience are missing, and has come far enough to do so.
    pub fn is_over(&self) -> bool {
        self.ledger.broken
            || is_tried(&self.ledger, &self.visible)
            || (self.waiting() == 0 && self.is_lacking())
    }

    /// True if places or patience are missing.
    pub fn is_lacking(&self) -> bool {
        let contended = &self.ledger.traffic.contended;
        is_lacking(&self.ledger, &self.visible)
            || contended.iter().any(|place| !self.visible.is_contended(*place))
    }

    /// Expands and enters some more states; false if there were none.
    pub fn advance(&mut self, crew: &Crew) -> bool {
        let Search { visible, hands, queue, ledger, states_max } = self;
        if queue.entered == queue.level.len() {
            if queue.next.is_empty() {
                return false;
            }
            queue.begin_level();
            ledger.counts.depth += 1;
            if hands.len() < crew.jobs() && queue.level.len() >= SHARED {
                queue.share_out(hands, crew.jobs());
            }
        }
        let answers = std::mem::take(&mut queue.answers);
        let (given, orders) = queue.give_out(if hands.len() == 1 { BATCH } else { WINDOW });
        let mut work: Vec<(&mut Hand, Orders)> = hands.iter_mut().zip(orders).collect();
        let enter = || queue.enter(answers, ledger, visible, *states_max);
        let (found, ()) = crew.each_and(&mut work, |(hand, orders)| hand.work(orders), enter);
        let mut found: Vec<_> = found.into_iter().map(Vec::into_iter).collect();
        let hands = &queue.level[given];
        queue.answers.extend(hands.iter().filter_map(|hand| found[*hand as usize].next()));
        true
    }
}

/// True if enough was done to see that places or patience are missing.
fn is_tried(ledger: &Ledger, visible: &Visible) -> bool {
    (ledger.seen.len() > TRIAL || ledger.counts.cut > CUTS) && is_lacking(ledger, visible)
}

/// True if there are conflicts at hidden places, or transitions were cut short which more patience would have let end.
fn is_lacking(ledger: &Ledger, visible: &Visible) -> bool {
    !ledger.hidden.is_empty() || (ledger.counts.cut > 0 && !visible.is_patient())
}

impl Queue {
    fn begin_level(&mut self) {
        self.first += self.level.len() as u32;
        self.level = std::mem::take(&mut self.next);
        (self.given, self.entered) = (0, 0);
    }

    /// Gives each hand its part of the level.
    fn share_out(&mut self, hands: &mut Vec<Hand>, jobs: usize) {
        // The first has to know its new states before it can give some of them away.
        hands[0].work(&std::mem::take(&mut self.orders[0]));
        for at in 1..jobs {
            let states = (self.first..self.first + self.level.len() as u32).skip(at).step_by(jobs);
            let hand = hands[0].part_with(states);
            hands.push(hand);
            self.orders.push(Orders::default());
        }
        self.level.iter_mut().enumerate().for_each(|(at, hand)| *hand = (at % jobs) as u16);
    }

    /// The next states of the level, and the orders to expand them.
    fn give_out(&mut self, most: usize) -> (Range<usize>, Vec<Orders>) {
        let given = self.given..self.level.len().min(self.given + most);
        for at in given.clone() {
            self.orders[self.level[at] as usize].expand.push(self.first + at as u32);
        }
        self.given = given.end;
        (given, self.orders.iter_mut().map(std::mem::take).collect())
    }

    /// Enters answers, until there are no more or the search need not go on.
    fn enter(
        &mut self,
        mut answers: VecDeque<Expansion>,
        ledger: &mut Ledger,
        visible: &Visible,
        states_max: u64,
    ) {
        while !answers.is_empty() {
            for answer in answers.drain(..BATCH.min(answers.len())) {
                let hand = self.level[self.entered];
                let kept = ledger.enter(answer, visible, || self.next.push(hand));
                self.orders[hand as usize].kept.push(kept);
                self.entered += 1;
            }
            if self.entered == self.level.len() {
                let mut hands = self.level.iter();
                ledger.settle(|targets| {
                    let hand = *hands.next().expect("internal error: a level has more states than it has");
                    self.orders[hand as usize].targets.get_or_insert_default().push(targets);
                });
            }
            if is_tried(ledger, visible) || ledger.seen.len() as u64 >= states_max {
                break;
            }
        }
        self.answers = answers;
    }
}
