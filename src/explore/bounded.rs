//! Schedules with at most so many preemptions, the fewest first (Musuvathi and Qadeer, PLDI'07).
//!
//! A preemption is a switch away from a thread that could have made another transition. How many there were, and which
//! thread ran last, belongs to what is searched (Holzmann and Florian, FAC 2010): a place is a state with the thread
//! that ran last. Places are visited in order of preemptions and then of steps, so the first visit is the cheapest one
//! and a later one adds nothing.
//!
//! Transitions end at visible places as in `search`: when two threads that stand in one state would meet at a place that
//! is not visible, it becomes visible and the search begins again. One worker, no sleep sets.

use super::graph::Ends;
use super::outcome::Outcome;
use super::place::{Footprint, Visible};
use super::search::{CUTS, TRIAL};
use super::walk::{Move, attempt_lazily, lead_to_wait};
use crate::schedule::Schedule;
use crate::vm::Vm;
use crate::vm::footprint::Touch;
use crate::vm::step::Outlook;
use crate::vm::thread::{Status, ThreadId};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// An end with a cheapest schedule.
pub struct BoundedEnd {
    /// The end.
    pub outcome: Outcome,
    /// Its preemptions.
    pub preemptions: u32,
    /// Its transitions.
    pub steps: u32,
    /// The schedule, as the machine counts blocks.
    pub schedule: Schedule,
    /// The state in which it ends.
    pub vm: Vm,
}

/// What was found with at most so many preemptions.
#[derive(Default)]
pub struct Bounded {
    /// The ends, in order of preemptions and steps.
    pub ends: Vec<BoundedEnd>,
    /// Nothing within the bound was left out.
    pub complete: bool,
    /// Nothing was left out because of the bound: these are all schedules.
    pub unbounded: bool,
    /// Pairs of a state and the thread that ran last.
    pub states: u64,
    /// Transitions made.
    pub transitions: u64,
    /// The greatest number of transitions on a way.
    pub depth: u32,
    /// Searches, each with more visible places.
    pub rounds: u32,
}

/// A state that was reached, and how.
struct Place {
    vm: Box<Vm>,
    last: u16,
    from: u32,
    /// The blocks that lead here from there, with those of others who were led to where they wait.
    blocks: Vec<(ThreadId, u64)>,
}

/// A transition from a place.
struct Line {
    thread: u16,
    footprint: Footprint,
    /// Where it leads, with its blocks; nothing if the thread cannot move.
    to: Option<(Box<Vm>, u64)>,
}

/// One round, with one set of visible places.
struct Round {
    visible: Visible,
    ordered: bool,
    most: u32,
    seen: FxHashSet<(u128, u16)>,
    ends: Ends,
    found: Bounded,
    /// How each visited place was reached.
    trail: Vec<(u32, Vec<(ThreadId, u64)>)>,
    hidden: Vec<(Touch, Touch)>,
    cut: u64,
}

/// Searches from `root` with at most `most` preemptions, until `stop` says so for a number of places.
fn bounded(
    root: &mut Vm,
    most: u32,
    ordered: bool,
    patience: u64,
    stop: &mut dyn FnMut(u64) -> bool,
) -> Bounded {
    let mut visible = Visible::new(false, patience);
    for rounds in 1.. {
        let mut round = Round::new(visible, ordered, most);
        let over = round.go(root, stop);
        round.found.rounds = rounds;
        let hasty = round.cut > 0 && !round.visible.is_patient();
        if !over || (round.hidden.is_empty() && !hasty) {
            round.found.complete = over;
            return round.found;
        }
        visible = round.visible;
        if round.hidden.is_empty() {
            visible.wait_longer();
        }
        for (a, b) in &round.hidden {
            visible.add(a, b);
        }
    }
    unreachable!("internal error: rounds are counted for ever")
}

impl Round {
    fn new(visible: Visible, ordered: bool, most: u32) -> Round {
        let found = Bounded { unbounded: true, ..Bounded::default() };
        Round {
            visible,
            ordered,
            most,
            seen: FxHashSet::default(),
            ends: Ends::default(),
            found,
            trail: Vec::new(),
            hidden: Vec::new(),
            cut: 0,
        }
    }

    /// Visits all places within the bound; false if it was stopped.
    fn go(&mut self, root: &mut Vm, stop: &mut dyn FnMut(u64) -> bool) -> bool {
        let first = Place { vm: Box::new(root.copy()), last: u16::MAX, from: 0, blocks: vec![] };
        let mut waiting: BTreeMap<(u32, u32), Vec<Place>> = BTreeMap::from([((0, 0), vec![first])]);
        while let Some(((preemptions, steps), places)) = waiting.pop_first() {
            for mut place in places {
                if !self.seen.insert((place.vm.fingerprint(), place.last)) {
                    continue;
                }
                if stop(self.found.states) {
                    return false;
                }
                self.found.states += 1;
                self.found.depth = self.found.depth.max(steps);
                for (cost, next) in self.expand(place, preemptions, steps) {
                    match preemptions + cost <= self.most {
                        true => waiting.entry((preemptions + cost, steps + 1)).or_default().push(next),
                        false => self.found.unbounded = false,
                    }
                }
                // A round is tried until it is plain that another is needed.
                let hasty = self.cut > CUTS && !self.visible.is_patient();
                if hasty || (!self.hidden.is_empty() && self.found.states > TRIAL as u64) {
                    return true;
                }
            }
        }
        true
    }

    /// Where a place leads, and which ways cost a preemption.
    fn expand(&mut self, place: Place, preemptions: u32, steps: u32) -> Vec<(u32, Place)> {
        let Place { mut vm, last, from, blocks } = place;
        let at = self.trail.len() as u32;
        self.trail.push((from, blocks));
        if vm.ending.is_some() {
            self.end(*vm, at, vec![], [preemptions, steps]);
            return vec![];
        }
        let living: Vec<ThreadId> =
            vm.thread_ids().filter(|id| vm.thread(*id).status != Status::Finished).collect();
        let (mut endless, mut led) = (false, Vec::new());
        let mut lines: Vec<Line> = living.iter().map(|id| self.line(&mut vm, *id, &mut endless)).collect();
        self.find_races(&lines);
        let mut moves = moves_of(&mut lines);
        let timed = moves.is_empty();
        if timed {
            if !endless {
                led = living.iter().map(|id| (*id, lead_to_wait(&mut vm, *id))).collect();
            }
            if endless || vm.outlook() == Outlook::Deadlock {
                self.end(*vm, at, led, [preemptions, steps]);
                return vec![];
            }
            for id in vm.choices() {
                let line = self.line(&mut vm, id, &mut endless);
                lines.retain(|other| other.thread != line.thread);
                lines.push(line);
            }
            self.find_races(&lines);
            moves = moves_of(&mut lines);
        }
        self.found.transitions += moves.len() as u64;
        let could_go_on = !timed && moves.iter().any(|(thread, ..)| *thread == last);
        let next = |(thread, vm, count): (u16, Box<Vm>, u64)| {
            let mut blocks = led.clone();
            blocks.push((ThreadId(u32::from(thread)), count));
            (u32::from(could_go_on && thread != last), Place { vm, last: thread, from: at, blocks })
        };
        moves.into_iter().map(next).collect()
    }

    fn line(&mut self, vm: &mut Vm, id: ThreadId, endless: &mut bool) -> Line {
        let thread = id.0 as u16;
        if !vm.is_enabled(id) && !vm.choices().contains(&id) {
            return Line { thread, footprint: Footprint::of_wait(vm, id), to: None };
        }
        let made = attempt_lazily(vm, id, &self.visible);
        self.cut += u64::from(made.cut);
        let to = match made.to {
            Move::To(next) => Some((next, made.blocks[0].1)),
            Move::Blocked => None,
            Move::Endless => {
                *endless = true;
                None
            }
        };
        Line { thread, footprint: made.footprint, to }
    }

    /// Notes the pairs of accesses that meet at places that are not visible.
    fn find_races(&mut self, lines: &[Line]) {
        for (at, one) in lines.iter().enumerate() {
            for other in &lines[..at] {
                for (a, b) in other.footprint.races_with(&one.footprint) {
                    if !(self.visible.has(a) && self.visible.has(b)) {
                        self.hidden.push((*a, *b));
                    }
                }
            }
        }
    }

    fn end(&mut self, vm: Vm, at: u32, led: Vec<(ThreadId, u64)>, [preemptions, steps]: [u32; 2]) {
        let outcome = Outcome::of(&vm, self.ordered);
        if self.ends.number(outcome.clone()) as usize != self.found.ends.len() {
            return;
        }
        let mut stretches = vec![led];
        let mut at = at;
        while at != 0 {
            let (from, blocks) = &self.trail[at as usize];
            stretches.push(blocks.clone());
            at = *from;
        }
        let mut schedule = Schedule::new();
        for (thread, count) in stretches.into_iter().rev().flatten() {
            (0..count).for_each(|_| schedule.push(thread));
        }
        self.found.ends.push(BoundedEnd { outcome, preemptions, steps, schedule, vm });
    }
}

/// Who can move, where to, and with how many blocks.
fn moves_of(lines: &mut [Line]) -> Vec<(u16, Box<Vm>, u64)> {
    lines.iter_mut().filter_map(|line| line.to.take().map(|(to, blocks)| (line.thread, to, blocks))).collect()
}

impl super::Explorer {
    /// Searches the schedules with at most `most` preemptions, whatever else was searched, until `stop` says so for a
    /// number of places.
    pub fn bounded(&mut self, most: u32, stop: &mut dyn FnMut(u64) -> bool) -> Bounded {
        bounded(&mut self.root, most, self.options.strict_order, self.options.patience, stop)
    }

    /// What a bounded search has found.
    pub fn report_of(&mut self, found: Bounded, most: u32) -> super::Report {
        super::report::of_bounded(self, found, most)
    }
}
