//! The search itself: one run at a time along a stack of states, each with what is still to be tried from it.

use super::event::{Deed, Tried, attempt, blocks_of, lead_to_waits};
use super::tree::Branch;
use super::{Limits, Mistake, race};
use crate::explore::outcome::Outcome;
use crate::explore::place::{Footprint, Visible};
use crate::vm::Vm;
use crate::vm::footprint::Touch;
use crate::vm::step::Outlook;
use crate::vm::thread::{Status, ThreadId};
use rustc_hash::FxHashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// An event on the present run.
pub struct Taken {
    /// What it did.
    pub deed: Arc<Deed>,
    /// What else it touched.
    private: Footprint,
    /// Its number among its thread's, from 1.
    pub seq: u32,
    /// For each thread, how many of its events happen before this one, or are it.
    pub clock: Vec<u32>,
    /// Its races have been looked at.
    pub raced: bool,
    /// A hash of thread, number and clock.
    print: u128,
}

impl Taken {
    /// True if this event happens before that one, or is it.
    pub fn is_before(&self, other: &Taken) -> bool {
        is_known(&other.clock, self)
    }
}

/// True if the clock has the event in it.
pub fn is_known(clock: &[u32], event: &Taken) -> bool {
    clock.get(event.deed.thread.0 as usize).is_some_and(|seen| event.seq <= *seen)
}

/// Takes over the greater of each two numbers.
fn join(clock: &mut Vec<u32>, other: &[u32]) {
    clock.resize(clock.len().max(other.len()), 0);
    for (mine, theirs) in clock.iter_mut().zip(other) {
        *mine = (*mine).max(*theirs);
    }
}

/// A thread that was tried and did not come to an event.
struct Idle {
    thread: ThreadId,
    looked: Footprint,
    endless: bool,
}

/// A state on the present run.
pub struct Node {
    /// The state.
    pub state: Box<Vm>,
    /// What need not begin from here: done already, or covered elsewhere.
    pub sleep: Vec<Arc<Deed>>,
    /// What is still to be tried.
    pub plan: Vec<Branch>,
    idle: Vec<Idle>,
    /// The event that the present run takes from here.
    pub taken: Option<Taken>,
    /// Something was taken from here.
    entered: bool,
}

/// Counts of a search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Complete runs.
    pub runs: u64,
    /// Runs that came to a state from which all was done already.
    pub blocked: u64,
    /// Complete runs that repeated another but for the order of events that commute.
    pub repeated: u64,
    /// Runs that were cut at the bound on events.
    pub cut: u64,
    /// Events executed, those of reversals tried included.
    pub events: u64,
    /// Reversals that did not go as they had gone, which cannot be.
    pub lost: u64,
}

/// One search, with one set of visible places.
pub struct Run {
    /// The places at which events end.
    pub visible: Visible,
    /// The present run; the last state has not been left yet.
    pub stack: Vec<Node>,
    prints: FxHashSet<u128>,
    /// Ends, each with the number of its runs.
    pub ends: Vec<(Outcome, u64)>,
    /// Counts so far.
    pub counts: Counts,
    /// Conflicts at places that are not visible: the search must begin again with them.
    pub hidden: Vec<(Touch, Touch)>,
    /// Events that patience has cut.
    pub hasty: u64,
    pub(super) mistake: Option<Mistake>,
    limits: Limits,
}

impl Run {
    /// A search from `root`, with nothing done.
    pub fn new(root: &mut Vm, visible: Visible, limits: Limits, mistake: Option<Mistake>) -> Run {
        let mut run = Run {
            visible,
            stack: Vec::new(),
            prints: FxHashSet::default(),
            ends: Vec::new(),
            counts: Counts::default(),
            hidden: Vec::new(),
            hasty: 0,
            mistake,
            limits,
        };
        run.arrive(Box::new(root.copy()), Vec::new(), Vec::new(), Vec::new());
        run
    }

    fn arrive(&mut self, state: Box<Vm>, sleep: Vec<Arc<Deed>>, plan: Vec<Branch>, idle: Vec<Idle>) {
        self.stack.push(Node { state, sleep, plan, idle, taken: None, entered: false });
    }

    /// Takes one event, or ends a run, or steps back; false if nothing is left.
    pub fn advance(&mut self) -> bool {
        let depth = self.stack.len();
        let Some(top) = self.stack.last_mut() else { return false };
        if let Some(taken) = top.taken.take() {
            top.sleep.push(taken.deed);
        }
        let is_new = !std::mem::replace(&mut top.entered, true);
        if !top.plan.is_empty() {
            let branch = top.plan.remove(0);
            self.follow(branch);
        } else if !is_new {
            self.stack.pop();
        } else if depth > self.limits.events {
            self.counts.cut += 1;
            self.go_back();
        } else {
            self.choose();
        }
        true
    }

    /// Looks for the races of the run, which is over, and steps back.
    fn go_back(&mut self) {
        if self.hidden.is_empty() {
            race::look(self);
        }
        self.stack.pop();
    }

    /// Tries one thread from the last state.
    pub fn try_here(&mut self, thread: ThreadId) -> Tried {
        self.counts.events += 1;
        let top = self.stack.last_mut().expect("internal error: no state");
        attempt(&mut top.state, thread, &self.visible)
    }

    fn follow(&mut self, branch: Branch) {
        match self.try_here(branch.deed.thread) {
            Tried::Done { state, deed, private, cut } => self.take(state, deed, private, cut, branch.then),
            _ => self.counts.lost += 1,
        }
    }

    /// Goes on with any thread that need not sleep: who has done least, so that none spins while others could end it.
    fn choose(&mut self) {
        let top = self.stack.last().expect("internal error: no state");
        if top.state.ending.is_some() {
            return self.end();
        }
        let living = living(&top.state);
        let awake = |id: &ThreadId| {
            !top.sleep.iter().any(|deed| deed.thread == *id)
                && !top.idle.iter().any(|idle| idle.thread == *id)
        };
        let mut open: Vec<(u32, ThreadId)> =
            living.iter().copied().filter(awake).map(|id| (self.done_by(id), id)).collect();
        open.sort_unstable();
        for (_, thread) in open {
            match self.try_here(thread) {
                Tried::Done { state, deed, private, cut } => {
                    return self.take(state, deed, private, cut, Vec::new());
                }
                Tried::Waits { looked, .. } => self.rest(thread, looked, false),
                Tried::Endless { looked } => self.rest(thread, looked, true),
            }
        }
        let top = self.stack.last_mut().expect("internal error: no state");
        if !top.sleep.is_empty() {
            self.counts.blocked += 1;
            return self.go_back();
        }
        if top.idle.iter().any(|idle| idle.endless) {
            return self.end();
        }
        if self.find_hidden_in_waits() {
            return;
        }
        let top = self.stack.last_mut().expect("internal error: no state");
        if lead_to_waits(&mut top.state, &living) != Outlook::Open {
            return self.end();
        }
        // Time passes.
        let first = top.state.choices()[0];
        match self.try_here(first) {
            Tried::Done { state, deed, private, cut } => self.take(state, deed, private, cut, Vec::new()),
            _ => {
                self.counts.lost += 1;
                self.go_back();
            }
        }
    }

    /// Notes that a thread does not come to an event here.
    fn rest(&mut self, thread: ThreadId, looked: Footprint, endless: bool) {
        self.find_hidden(self.stack.len() - 1, thread, &Footprint::default(), &looked);
        let top = self.stack.last_mut().expect("internal error: no state");
        top.idle.push(Idle { thread, looked, endless });
    }

    /// How many events of a thread are on the present run.
    fn done_by(&self, thread: ThreadId) -> u32 {
        let mut taken = self.stack.iter().rev().filter_map(|node| node.taken.as_ref());
        taken.find(|taken| taken.deed.thread == thread).map_or(0, |taken| taken.seq)
    }

    /// Takes an event: the present run is longer by it.
    fn take(&mut self, state: Box<Vm>, deed: Deed, private: Footprint, cut: bool, then: Vec<Branch>) {
        self.hasty += u64::from(cut);
        self.find_hidden(self.stack.len() - 1, deed.thread, &deed.touched, &private);
        let thread = deed.thread.0 as usize;
        let seq = self.done_by(deed.thread) + 1;
        let mut clock = Vec::new();
        for node in self.stack.iter().rev() {
            if let Some(taken) = &node.taken
                && !is_known(&clock, taken)
                && taken.deed.depends_on(&deed)
            {
                join(&mut clock, &taken.clock);
            }
        }
        clock.resize(clock.len().max(thread + 1), 0);
        clock[thread] = seq;
        let top = self.stack.last_mut().expect("internal error: no state");
        let kept = self.mistake == Some(Mistake::NobodyWoken);
        let sleep = top.sleep.iter().filter(|other| kept || !other.depends_on(&deed)).cloned().collect();
        let stays = |idle: &&Idle| {
            idle.thread != deed.thread
                && !idle.looked.depends_on(&deed.touched)
                && idle.looked.races_with(&private).is_empty()
        };
        let idle = top.idle.iter().filter(stays).map(Idle::again).collect();
        let print = print_of(deed.thread, seq, &clock);
        top.taken = Some(Taken { deed: Arc::new(deed), private, seq, clock, raced: false, print });
        self.arrive(state, sleep, then, idle);
    }

    /// The clock of the last event of `thread`, or else of the one that started it, among the first `end` of the run:
    /// what happens before whatever it does next.
    pub fn before(&self, thread: ThreadId, end: usize) -> &[u32] {
        let mut events = self.stack[..end].iter().rev().filter_map(|node| node.taken.as_ref());
        let own = events.find(|other| other.deed.thread == thread || other.deed.starts.contains(&thread));
        own.map_or(&[], |own| &own.clock)
    }

    /// Compares what a thread touches next, from the state at `depth`, with all that others have touched and that need
    /// not come before. What its first block meets with becomes visible: where that is seen, what comes later may well
    /// be in order.
    pub fn find_hidden(&mut self, depth: usize, thread: ThreadId, touched: &Footprint, private: &Footprint) {
        let mut found = self.meetings(depth, thread, touched, private);
        if found.is_empty() {
            return;
        }
        for block in blocks_of(&mut self.stack[depth].state, thread, &self.visible) {
            let (touched, private) = block.part(&self.visible);
            let first = self.meetings(depth, thread, &touched, &private);
            if !first.is_empty() {
                found = first;
                break;
            }
        }
        self.hidden.extend(found);
    }

    /// Nobody comes to an event: what one does on the way to its wait may be what another waits for. True if it is.
    fn find_hidden_in_waits(&mut self) -> bool {
        let idle = &self.stack.last().expect("internal error: no state").idle;
        for (at, one) in idle.iter().enumerate() {
            for other in &idle[..at] {
                let pairs = one.looked.races_with(&other.looked).into_iter().map(|(x, y)| (*x, *y));
                self.hidden.extend(pairs.filter(|(x, y)| !(self.visible.has(x) && self.visible.has(y))));
            }
        }
        !self.hidden.is_empty()
    }

    /// Pairs of accesses at a place that is not visible.
    fn meetings(
        &self,
        depth: usize,
        thread: ThreadId,
        touched: &Footprint,
        private: &Footprint,
    ) -> Vec<(Touch, Touch)> {
        let before = self.before(thread, depth);
        let mut found = Vec::new();
        for taken in self.stack[..depth].iter().filter_map(|node| node.taken.as_ref()) {
            if is_known(before, taken) {
                continue;
            }
            found.extend(self.meetings_with(taken, touched, private));
        }
        found
    }

    fn meetings_with(&self, taken: &Taken, touched: &Footprint, private: &Footprint) -> Vec<(Touch, Touch)> {
        let both = [(private, &taken.private), (private, &taken.deed.touched), (touched, &taken.private)];
        let pairs = both.into_iter().flat_map(|(a, b)| a.races_with(b)).map(|(x, y)| (*x, *y));
        pairs.filter(|(x, y)| !(self.visible.has(x) && self.visible.has(y))).collect()
    }

    /// Compares what a thread would do next with the event that has ended the program, which is the one at `depth`: it
    /// could come before it.
    pub fn find_hidden_at_end(&mut self, depth: usize, touched: &Footprint, private: &Footprint) {
        let taken = self.stack[depth].taken.as_ref();
        let found = taken.map(|taken| self.meetings_with(taken, touched, private));
        self.hidden.extend(found.unwrap_or_default());
    }

    /// The last state is an end.
    fn end(&mut self) {
        let nodes = self.stack.iter().filter_map(|node| node.taken.as_ref());
        let print = nodes.fold(0u128, |sum, taken| sum.wrapping_add(taken.print));
        let top = self.stack.last().expect("internal error: no state");
        let end = Outcome::of(&top.state, self.limits.strict_order);
        self.counts.runs += 1;
        if self.prints.insert(print) {
            match self.ends.iter_mut().find(|(known, _)| *known == end) {
                Some((_, count)) => *count += 1,
                None => self.ends.push((end, 1)),
            }
        } else {
            self.counts.repeated += 1;
        }
        self.go_back();
    }
}

impl Idle {
    fn again(&self) -> Idle {
        Idle { thread: self.thread, looked: self.looked.clone(), endless: self.endless }
    }
}

/// The threads that have not ended.
pub fn living(vm: &Vm) -> Vec<ThreadId> {
    vm.thread_ids().filter(|id| vm.thread(*id).status != Status::Finished).collect()
}

/// Two runs with the same events in the same order of dependence have the same sum of these.
fn print_of(thread: ThreadId, seq: u32, clock: &[u32]) -> u128 {
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        (salt, thread.0, seq, clock).hash(&mut hasher);
        u128::from(hasher.finish())
    };
    half(0) << 64 | half(1)
}
