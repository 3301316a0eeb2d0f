//! The hands of one search: the first, which the search works itself, and mates (`mate.rs`), which are told and answer.
//!
//! Each hand is given states of the level in order, some at a time and never far ahead of what has been entered, since
//! successors are kept whole until it is known which are new. A level is shared out by what the first hand was told up
//! to then: whoever repeats that holds what it holds, and keeps a part.

use super::crew::Crew;
use super::hand::{Expansion, Hand, Orders};
use super::ledger::Ledger;
use super::mate::{Answer, Task};
use super::search::Setting;
use crate::vm::Vm;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::sync::Arc;

/// States that the first hand expands before the others are heard again.
const OWN_PORTION: usize = 32;

/// States that a mate is given at a time, and how many it has at most that it has not answered for.
const PORTION: usize = 64;
const GIVEN_MAX: usize = 256;

/// What is kept to be repeated, in states: a search that has come further without mates goes on without.
const PAST_MAX: usize = 1 << 14;

/// From when on levels are shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sharing {
    /// States of a level from which on it is.
    pub states: usize,
    /// The search waits until all workers stand ready; else it goes on alone until some do.
    pub patient: bool,
}

impl Default for Sharing {
    fn default() -> Sharing {
        Sharing { states: 512, patient: false }
    }
}

/// A hand as the search sees it.
#[derive(Default)]
struct Member {
    /// What it is to be told next.
    orders: Orders,
    /// States of the level that it has not been given, in order.
    states: VecDeque<u32>,
    /// How many were given and not answered for.
    given: usize,
    answers: VecDeque<Expansion>,
}

/// What is known of the crew.
struct Claim {
    serial: u32,
    ready: Vec<bool>,
}

/// See the module.
pub struct Team {
    setting: Arc<Setting>,
    first: Hand,
    /// The first hand, and once a level is shared out the mates that take part, with their numbers in the crew.
    members: Vec<Member>,
    mates: Vec<usize>,
    /// What the first hand was told, while that can be repeated.
    past: Option<Vec<Orders>>,
    claim: Option<Claim>,
    /// Why the search cannot go on.
    pub lost: Option<String>,
}

impl Team {
    /// A team of one, which holds the beginning, with its fingerprint.
    pub fn new(root: &mut Vm, setting: &Arc<Setting>) -> (Team, u128) {
        let (first, print) = Hand::new(root, setting);
        let team = Team {
            setting: Arc::clone(setting),
            first,
            members: vec![Member::default()],
            mates: vec![],
            past: Some(vec![]),
            claim: None,
            lost: None,
        };
        (team, print)
    }

    /// Begins a level of these states, the first of which has this number; `level` says who holds each.
    pub fn begin_level(&mut self, crew: &Crew, first: u32, level: &mut [u16]) {
        if self.mates.is_empty() && crew.jobs() > 1 && level.len() >= self.setting.sharing.states {
            self.call(crew);
            let ready = self.claim.iter().flat_map(|claim| claim.ready.iter().enumerate());
            let mates: Vec<usize> = ready.filter(|(_, ready)| **ready).map(|(mate, _)| mate).collect();
            if !mates.is_empty() {
                self.share_out(crew, mates, first, level);
            }
        }
        for (state, hand) in (first..).zip(level.iter()) {
            self.members[*hand as usize].states.push_back(state);
        }
        self.tell_idle(crew);
    }

    /// Tells those who have nothing to expand in this level what became of the one before.
    fn tell_idle(&mut self, crew: &Crew) {
        for at in 0..self.members.len() {
            let member = &mut self.members[at];
            if !member.states.is_empty() || member.orders.targets.is_none() {
                continue;
            }
            let orders = std::mem::take(&mut member.orders);
            match (at.checked_sub(1), &self.claim) {
                (Some(mate), Some(claim)) => crew.tell(self.mates[mate], claim.serial, Task::Work(orders)),
                _ => {
                    self.work(&orders);
                }
            }
        }
    }

    /// True if the level has to wait for workers that are getting ready.
    pub fn is_awaited(&self, crew: &Crew, states: usize) -> bool {
        let all = self.claim.as_ref().is_some_and(|claim| claim.ready.iter().all(|ready| *ready));
        let sharing = self.setting.sharing;
        sharing.patient && self.mates.is_empty() && crew.jobs() > 1 && states >= sharing.states && !all
    }

    /// Asks the crew to make the beginning of the program.
    pub fn call(&mut self, crew: &Crew) {
        if self.past.is_some() && self.claim.as_ref().is_none_or(|claim| !crew.works_for(claim.serial)) {
            let (serial, mates) = (crew.claim(), crew.jobs() - 1);
            for mate in 0..mates {
                crew.tell(mate, serial, Task::Prepare(self.setting.beginning.clone()));
            }
            self.claim = Some(Claim { serial, ready: vec![false; mates] });
        }
    }

    fn share_out(&mut self, crew: &Crew, mates: Vec<usize>, first: u32, level: &mut [u16]) {
        // The first has to know its new states, and mates have to hear of that too.
        let orders = std::mem::take(&mut self.members[0].orders);
        self.work(&orders);
        let (Some(past), Some(claim)) = (self.past.take(), &self.claim) else { return };
        // As if by lot: the turns in which states stand in a level say who moved last, so that dealing them out in turn
        // gave one hand the busier half.
        for (state, hand) in (first..).zip(level.iter_mut()) {
            let lot = u64::from(state).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
            *hand = (lot * (mates.len() as u64 + 1) >> 32) as u16;
        }
        let part = |member: usize| -> Vec<u32> {
            (first..)
                .zip(level.iter())
                .filter(|(_, hand)| **hand as usize == member)
                .map(|(state, _)| state)
                .collect()
        };
        self.first.keep(&part(0));
        for (at, mate) in mates.iter().enumerate() {
            let (setting, past) = (Box::new(Setting::clone(&self.setting)), past.clone());
            crew.tell(*mate, claim.serial, Task::Begin { setting, past, states: part(at + 1) });
            self.members.push(Member::default());
        }
        self.mates = mates;
    }

    /// How many hands there are.
    pub fn hands(&self) -> usize {
        self.members.len()
    }

    /// Takes the answers that have come.
    pub fn listen(&mut self, crew: &Crew) {
        let Some(claim) = &mut self.claim else { return };
        while let Some((mate, answer)) = crew.hear() {
            match answer {
                Answer::Ready => claim.ready[mate] = crew.works_for(claim.serial),
                Answer::Found(found) => {
                    if let Some(at) = self.mates.iter().position(|other| *other == mate) {
                        let member = &mut self.members[at + 1];
                        member.given -= found.len();
                        member.answers.extend(found);
                    }
                }
                Answer::Lost(why) => self.lost = Some(why),
            }
        }
        if !crew.works_for(claim.serial) && self.lost.is_none() && !self.mates.is_empty() {
            self.lost = Some("the workers have gone over to another search".into());
        }
    }

    /// Gives the mates work, of states before this one.
    pub fn give(&mut self, crew: &Crew, end: u32) {
        let Some(claim) = &self.claim else { return };
        for (member, mate) in self.members[1..].iter_mut().zip(&self.mates) {
            while member.given + PORTION <= GIVEN_MAX
                && let Some(orders) = member.next_orders(PORTION, end)
            {
                member.given += orders.expand.len();
                crew.tell(*mate, claim.serial, Task::Work(orders));
            }
        }
    }

    /// Lets the first hand do some of its work; false if there is none.
    pub fn work_some(&mut self, end: u32) -> bool {
        let Some(orders) = self.members[0].next_orders(OWN_PORTION, end) else { return false };
        let found = self.work(&orders);
        self.members[0].answers.extend(found);
        true
    }

    /// True if the first hand has work to do.
    pub fn can_work(&self, end: u32) -> bool {
        self.members[0].states.front().is_some_and(|state| *state < end)
    }

    fn work(&mut self, orders: &Orders) -> Vec<Expansion> {
        if let Some(past) = &mut self.past {
            past.push(orders.clone());
            if orders.expand.last().is_some_and(|state| *state as usize > PAST_MAX) {
                self.past = None;
            }
        }
        self.first.work(orders)
    }

    /// True if there are answers for all of these states.
    pub fn has_answers(&self, holders: &[u16]) -> bool {
        let wanted = |member: usize| holders.iter().filter(|hand| **hand as usize == member).count();
        self.members
            .iter()
            .enumerate()
            .all(|(at, member)| member.answers.len() >= holders.len() || member.answers.len() >= wanted(at))
    }

    /// The next answer of a hand.
    pub fn take_answer(&mut self, hand: u16) -> Expansion {
        self.members[hand as usize].answers.pop_front().expect("internal error: an answer is missing")
    }

    /// Tells a hand which successors of the next state to keep.
    pub fn tell_kept(&mut self, hand: u16, kept: Vec<u32>) {
        self.members[hand as usize].orders.kept.push(kept);
    }

    /// Enters the edges of a level that has been expanded by these hands, and tells them.
    pub fn settle(&mut self, ledger: &mut Ledger, level: &[u16]) {
        let mut hands = level.iter();
        self.members.iter_mut().for_each(|member| member.orders.targets = Some(vec![]));
        ledger.settle(|targets| {
            let hand = *hands.next().expect("internal error: a level has more states than it has");
            self.members[hand as usize].orders.targets.get_or_insert_default().push(targets);
        });
    }
}

impl Member {
    /// What is to be done next, with at most so many states before `end`; none if there are no such states.
    fn next_orders(&mut self, most: usize, end: u32) -> Option<Orders> {
        let count = self.states.iter().take(most).take_while(|state| **state < end).count();
        if count == 0 {
            return None;
        }
        let mut orders = std::mem::take(&mut self.orders);
        orders.expand.extend(self.states.drain(..count));
        Some(orders)
    }
}
