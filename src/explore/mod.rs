//! Every schedule of a program: all its states, all ways it can end, and a least schedule for each.
//!
//! Uses `choices` and `step` of the machine and nothing else of it. `walk` makes one transition, `place` says when two
//! commute, `search` finds all states, `graph` answers questions about them, `report` says what was found.
//!
//! A search is complete for this program with this input under these rules: threads are switched where the chosen
//! interpreter can switch them (`World::library_switches` decides about the library's own code); instructions take no
//! time, and time passes only when nobody can go on; a random generator gives the same numbers in each schedule.

mod bounded;
mod coverage;
mod crew;
mod ending;
mod graph;
mod inversions;
mod meeting;
mod outcome;
mod place;
mod report;
mod sample;
mod search;
mod seen;
mod uncontrolled;
mod walk;

pub use bounded::{Bounded, BoundedEnd};
pub use crew::Crew;
pub use graph::{Graph, Way};
pub use inversions::Inversion;
pub use outcome::{Kind, Outcome};
pub use report::{Ended, Met, Report, Verdict, merge};
pub use sample::{Sampled, Sampler, Strategy};
pub use search::{Counts, Fault, Race, Reductions};

use crate::program::Code;
use crate::schedule::Schedule;
use crate::vm::boot::begin;
use crate::vm::thread::ThreadId;
use crate::vm::{Vm, World};
use place::Visible;
use search::Search;
use std::sync::Arc;
use walk::{Move, attempt, lead_to_wait};

/// What a search is asked for.
#[derive(Clone, Debug)]
pub struct Options {
    /// What the program is given from outside.
    pub world: World,
    /// Two ends with the same lines in another order are two.
    pub strict_order: bool,
    /// Which reductions to use.
    pub reductions: Reductions,
    /// Atomic blocks after which a thread that has done nothing that others can see is said to go on without end.
    pub patience: u64,
}

impl Default for Options {
    fn default() -> Options {
        let (world, reductions) = (World::default(), Reductions::default());
        Options { world, strict_order: false, reductions, patience: 1 << 20 }
    }
}

/// Transitions cut short after which a search gives way to one with more patience.
const CUTS: u64 = 16;

/// States after which a search gives way to one with more visible places, if it has found some.
const TRIAL: usize = 2_000;

/// A search for all ends of a program. It can be stopped at any time, asked for what is known, and continued.
pub struct Explorer {
    image: Vm,
    code: Arc<Code>,
    options: Options,
    root: Vm,
    search: Search,
    /// Searches begun so far: each had more visible places than the one before.
    rounds: u32,
    sampler: Sampler,
    /// Ends that only a random schedule has found, with that schedule.
    sampled: Vec<(Outcome, Schedule)>,
}

/// How far a search has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Progress {
    /// States seen.
    pub states: u64,
    /// Transitions known.
    pub transitions: u64,
    /// Levels done.
    pub depth: u32,
    /// States that wait to be expanded.
    pub waiting: u64,
    /// Ends found.
    pub ends: u32,
    /// Searches begun.
    pub rounds: u32,
    /// Nothing is left to do.
    pub complete: bool,
}

impl Explorer {
    /// A search that has done nothing yet.
    pub fn new(image: &mut Vm, code: &Arc<Code>, options: Options) -> Explorer {
        let world = World { instruction_ns: 0, output_order: options.strict_order, ..options.world.clone() };
        let (seed, mut image) = (options.world.seed, image.copy());
        let mut root = begin(&mut image, code, world);
        let visible = Visible::new(!options.reductions.fuse, options.patience);
        let search = Search::new(&mut root, visible, options.reductions, options.strict_order);
        Explorer {
            image,
            code: Arc::clone(code),
            options,
            root,
            search,
            rounds: 1,
            sampler: Sampler::new(seed),
            sampled: Vec::new(),
        }
    }

    /// Goes on with one batch of states; false if nothing is left to do.
    pub fn advance(&mut self, crew: &Crew) -> bool {
        let more = self.search.advance(crew);
        if self.search.broken {
            self.options.reductions.sleep = false;
            self.restart();
            return true;
        }
        // A round is tried until it is plain that another is needed; then places become visible, or else patience grows.
        let enough = !more || self.search.states() > TRIAL || self.search.counts.cut > CUTS;
        if enough && (!self.search.hidden.is_empty() || self.is_hasty()) {
            self.restart();
            return true;
        }
        more
    }

    /// Begins again with the places made visible at which threads were seen to meet.
    fn restart(&mut self) {
        let mut visible = self.search.visible().clone();
        if self.search.hidden.is_empty() && !self.search.broken {
            visible.wait_longer();
        }
        for race in &self.search.hidden {
            visible.add(&race.touches[0], &race.touches[1]);
        }
        let ordered = self.options.strict_order;
        self.search = Search::new(&mut self.root, visible, self.options.reductions, ordered);
        self.rounds += 1;
    }

    /// Runs sampled schedules, which can find ends that the search has not come to: by one strategy, or by all in turn.
    pub fn sample(&mut self, runs: u64, strategy: Option<Strategy>) {
        for _ in 0..runs {
            let strategy = strategy.unwrap_or(self.sampler.next());
            let Some((end, schedule)) = self.sampler.run(&mut self.root, self.options.strict_order, strategy)
            else {
                continue;
            };
            if !self.search.ends.all.contains(&end) && !self.sampled.iter().any(|(known, _)| *known == end) {
                self.sampled.push((end, schedule));
            }
        }
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        Progress {
            states: self.search.states() as u64,
            transitions: self.search.counts.run + self.search.counts.deduced,
            depth: self.search.counts.depth,
            waiting: self.search.waiting() as u64,
            ends: self.search.ends.all.len() as u32,
            rounds: self.rounds,
            complete: self.is_complete(),
        }
    }

    /// True if every state has been seen.
    pub fn is_complete(&self) -> bool {
        self.search.is_complete() && self.search.hidden.is_empty() && !self.is_hasty() && !self.search.broken
    }

    /// True if transitions were cut short which more patience would have let end.
    fn is_hasty(&self) -> bool {
        self.search.counts.cut > 0 && !self.search.visible().is_patient()
    }

    /// The graph of states so far.
    pub fn graph(&self) -> &Graph {
        &self.search.graph
    }

    /// The fingerprints of the states so far, by number.
    pub fn fingerprints(&self) -> &[u128] {
        self.search.fingerprints()
    }

    /// The ends so far, in order of discovery.
    pub fn ends(&self) -> &[Outcome] {
        &self.search.ends.all
    }

    /// The schedule of a way from the beginning, as the machine counts blocks, and the state that it leads to.
    pub fn schedule_of(&mut self, threads: &[u16]) -> (Schedule, Vm) {
        let mut schedule = Schedule::new();
        let mut vm = self.root.copy();
        let mut state = 0;
        for &thread in threads {
            if self.search.graph.timed.contains(&state) {
                for id in vm.thread_ids() {
                    (0..lead_to_wait(&mut vm, id)).for_each(|_| schedule.push(id));
                }
            }
            let id = ThreadId(u32::from(thread));
            let made = attempt(&mut vm, id, self.search.visible());
            let Move::To(next) = made.to else { break };
            vm = *next;
            (0..made.blocks).for_each(|_| schedule.push(id));
            let edge = self.search.graph.edges(state).iter().find(|(other, _)| *other == thread);
            state = edge.map_or(state, |(_, to)| *to);
        }
        (schedule, vm)
    }

    /// A fresh beginning of the program in the ordinary world, for replays.
    pub fn beginning(&mut self) -> Vm {
        begin(&mut self.image, &self.code, self.options.world.clone())
    }

    /// What is known so far.
    pub fn report(&mut self) -> Report {
        report::of(self)
    }
}
