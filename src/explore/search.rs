//! Breadth-first search over states, level by level, with the same result for any number of workers.
//!
//! Hands (`hand.rs`) hold the states of a level and expand them; `team.rs` says which hands there are. Their answers are
//! entered into a ledger (`ledger.rs`) in the order of the level, while the hands go on.
//!
//! **Sleep sets** (Godefroid, LNCS 1032) without losing an edge: where two transitions of a state do not depend on each
//! other, the square that they span is run along two of its sides only. The last side is *deduced*: `s·t` is
//! `(s0·t)·a` if `s` is `s0·a` and `t` was independent of `a` in `s0`. A transition that was blocked in `s0` by nothing
//! that `a` touched is still blocked in `s`. All states and all edges remain, so distances and what can be reached from
//! where remain exact.

use super::crew::Crew;
use super::ledger::Ledger;
use super::mate::Beginning;
use super::place::Visible;
use super::team::{Sharing, Team};
use crate::vm::Vm;
use crate::vm::footprint::{Touch, WHOLE, special};
use crate::vm::value::Id;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// States that are entered between two questions whether the round is over. The same for any number of workers.
const BATCH: usize = 256;

/// States beyond those that were entered up to which others of the level are expanded.
const AHEAD: usize = 4_096;

/// States after which a search gives way to one with more visible places, if it has found some.
pub const TRIAL: usize = 2_000;

/// Transitions cut short after which a search gives way to one with more patience.
pub const CUTS: u64 = 16;

/// If one transition for so many states is cut short, patience is missing.
const CUT_SHARE: u64 = 8;

/// Two accesses of two threads to one place, one of them a write, both next in one state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

    /// True if it is by meeting there that threads wait for each other: a lock, or what is
    /// no object, such as the end of a thread.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reductions {
    /// Fuse blocks that touch nothing that two threads touch.
    pub fuse: bool,
    /// Deduce the last side of each square.
    pub sleep: bool,
    /// Locals that are never read again make no difference.
    pub dead: bool,
    /// What a thread was seen to do is not executed again where it finds the same.
    pub cache: bool,
    /// A mistake to be made on purpose, so that tests can show that they would find it.
    #[doc(hidden)]
    pub fault: Option<Fault>,
}

/// Mistakes that reductions invite.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// What a thread does depends only on where it stands and on what it writes.
    ReadsForgotten,
}

impl Default for Reductions {
    fn default() -> Reductions {
        Reductions { fuse: true, sleep: true, dead: true, cache: true, fault: None }
    }
}

/// What a search is given.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Setting {
    /// The program.
    pub beginning: Box<Beginning>,
    /// The places at which transitions end.
    pub visible: Visible,
    /// Which ways of saving work to take.
    pub reductions: Reductions,
    /// Two ends with the same lines in another order are two.
    pub ordered: bool,
    /// From when on levels are shared out.
    pub sharing: Sharing,
}

/// One search over the states of a program, with one set of visible places.
pub struct Search {
    setting: Arc<Setting>,
    team: Team,
    level: Level,
    /// What is known.
    pub ledger: Ledger,
    /// States at which nothing more is entered.
    pub states_max: u64,
    /// Enough was entered to see that places or patience are missing.
    tried: bool,
}

/// How far the present level has come.
struct Level {
    /// By whom its states are held; how many of them were entered.
    holders: Vec<u16>,
    entered: usize,
    /// The same of the next.
    next: Vec<u16>,
    /// The number of the first state of this level.
    first: u32,
}

impl Search {
    /// A search from `root`, with nothing done.
    pub fn new(root: &mut Vm, setting: Setting) -> Search {
        let setting = Arc::new(setting);
        let (team, print) = Team::new(root, &setting);
        let level = Level { holders: vec![], entered: 0, next: vec![0], first: 0 };
        let ledger = Ledger::new(print);
        Search { setting, team, level, ledger, states_max: u64::MAX, tried: false }
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
        self.level.holders.len() - self.level.entered + self.level.next.len()
    }

    /// How many workers take part.
    pub fn hands(&self) -> usize {
        self.team.hands()
    }

    /// Bytes of the tables; states that wait come on top.
    pub fn bytes(&self) -> usize {
        self.ledger.seen.bytes() + self.ledger.graph.bytes()
    }

    /// What it was given.
    pub fn setting(&self) -> &Setting {
        &self.setting
    }

    /// The places at which transitions end.
    pub fn visible(&self) -> &Visible {
        &self.setting.visible
    }

    /// Why it cannot go on: a worker has failed, and with it the states that it held.
    pub fn lost(&self) -> Option<&str> {
        self.team.lost.as_deref()
    }

    /// True if the search has to begin again, since places or patience are missing, and has come far enough to do so.
    pub fn is_over(&self) -> bool {
        self.ledger.broken || self.tried || (self.waiting() == 0 && self.is_lacking())
    }

    /// True if places or patience are missing.
    pub fn is_lacking(&self) -> bool {
        let contended = &self.ledger.traffic.contended;
        is_lacking(&self.ledger, self.visible())
            || contended.iter().any(|place| !self.visible().is_contended(*place))
    }

    /// Expands and enters some more states, or waits a little for others who do; false if there is nothing left to do.
    pub fn advance(&mut self, crew: &Crew) -> bool {
        let Search { team, level, .. } = self;
        team.listen(crew);
        if level.entered == level.holders.len() {
            if level.next.is_empty() {
                return false;
            }
            if team.is_awaited(crew, level.next.len()) {
                team.call(crew);
                crew.wait();
                return true;
            }
            level.begin();
            team.begin_level(crew, level.first, &mut level.holders);
            // The root is no level of its own.
            self.ledger.counts.depth += u32::from(level.first > 0);
        }
        let end = level.first + (level.entered + AHEAD) as u32;
        team.give(crew, end);
        if !team.work_some(end) && !team.has_answers(level.batch()) {
            crew.wait();
        }
        self.enter();
        true
    }

    /// True if it can only wait for others.
    pub fn waits(&self) -> bool {
        let (level, team) = (&self.level, &self.team);
        let end = level.first + (level.entered + AHEAD) as u32;
        level.entered < level.holders.len() && !team.can_work(end) && !team.has_answers(level.batch())
    }

    /// Enters answers, a batch at a time, until some are missing or the search need not go on. Whoever looks at the
    /// search between two batches sees the same, whoever expanded what.
    fn enter(&mut self) {
        let Search { setting, team, level, ledger, states_max, tried } = self;
        while level.entered < level.holders.len() && team.has_answers(level.batch()) {
            for at in level.entered..level.entered + level.batch().len() {
                let hand = level.holders[at];
                let answer = team.take_answer(hand);
                let kept = ledger.enter(answer, &setting.visible, || level.next.push(hand));
                team.tell_kept(hand, kept);
            }
            level.entered += level.batch().len();
            if level.entered == level.holders.len() {
                team.settle(ledger, &level.holders);
            }
            *tried = is_tried(ledger, &setting.visible);
            if *tried || ledger.seen.len() as u64 >= *states_max {
                break;
            }
        }
    }
}

/// True if enough was done to see that places or patience are missing. Patience is dear, and often it is a place that is
/// missing and will yet be found: so more of it is asked for only where much is cut short.
fn is_tried(ledger: &Ledger, visible: &Visible) -> bool {
    let (states, cut) = (ledger.seen.len(), ledger.counts.cut);
    if !ledger.hidden.is_empty() {
        return states > TRIAL || cut > CUTS;
    }
    cut > CUTS && cut * CUT_SHARE > states as u64 && !visible.is_patient()
}

/// True if there are conflicts at hidden places, or transitions were cut short which more patience would have let end.
fn is_lacking(ledger: &Ledger, visible: &Visible) -> bool {
    !ledger.hidden.is_empty() || (ledger.counts.cut > 0 && !visible.is_patient())
}

impl Level {
    /// Goes over to the next one.
    fn begin(&mut self) {
        self.first += self.holders.len() as u32;
        self.holders = std::mem::take(&mut self.next);
        self.entered = 0;
    }

    /// By whom the states are held that are entered next.
    fn batch(&self) -> &[u16] {
        &self.holders[self.entered..self.holders.len().min(self.entered + BATCH)]
    }
}
