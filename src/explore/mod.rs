//! Every schedule of a program: all its states, all ways it can end, and a least schedule for each.
//!
//! Uses `choices` and `step` of the machine and nothing else of it. `walk` makes one transition, `place` says when two
//! commute, `search` finds all states, `graph` answers questions about them, `report` says what was found.
//!
//! A search is complete for this program with this input under these rules: threads are switched where the chosen
//! interpreter can switch them (`World::library_switches` decides about the library's own code); instructions take no
//! time, and time passes only when nobody can go on; a random generator gives the same numbers in each schedule.

mod atlas;
mod bounded;
mod course;
mod coverage;
mod crew;
mod ending;
mod fair;
mod fate;
mod graph;
mod hand;
mod inversions;
mod lasso;
mod ledger;
mod line;
mod lost;
mod machine;
mod mate;
mod meeting;
mod no_return;
mod outcome;
mod parts;
mod place;
mod recall;
mod remark;
mod report;
mod round;
mod sample;
mod search;
mod seen;
mod stuck;
mod team;
mod traces;
mod uncontrolled;
mod unreached;
mod walk;

pub use atlas::{Atlas, DOTS_MAX, Dot, Link, Prospect, Wanted};
pub use bounded::{Bounded, BoundedEnd};
pub use course::{Course, Station};
pub use crew::{Carrier, Crew, answer_bytes};
pub use fair::{Round, livelocks, starvations};
pub use fate::{Fate, FateId, Fates};
pub use graph::{Graph, Way};
pub use inversions::Inversion;
pub use lasso::{Fairness, Lasso, LassoKind};
pub use ledger::Counts;
pub use machine::{Deed, LOOKED_MAX, Machine, Machines, Stage, Stand, Stride};
pub use mate::Mate;
pub use no_return::NoReturn;
pub use outcome::{Kind, Outcome};
pub use remark::{Remark, named, remarks};
pub use report::{Ended, Met, Report, Verdict, merge};
pub use sample::{Sampled, Sampler, Strategy};
pub use search::{Fault, Race, Reductions};
pub use stuck::Stuck;
pub use team::Sharing;
pub use traces::{Mistake, Tally, Traces};

use crate::program::Code;
use crate::schedule::Schedule;
use crate::vm::boot::begin;
use crate::vm::thread::ThreadId;
use crate::vm::{Locals, Vm, World};
use mate::Beginning;
use place::Visible;
use search::{Search, Setting};
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;
use std::sync::Arc;
use uncontrolled::reads_locals;
use walk::{Move, attempt, lead_to_wait, outset};

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
    /// From when on the work is shared out.
    pub sharing: Sharing,
}

impl Default for Options {
    fn default() -> Options {
        let (world, reductions) = (World::default(), Reductions::default());
        Options { world, strict_order: false, reductions, patience: 1 << 20, sharing: Sharing::default() }
    }
}

/// A search for all ends of a program. It can be stopped at any time, asked for what is known, and continued.
pub struct Explorer {
    image: Vm,
    code: Arc<Code>,
    options: Options,
    root: Vm,
    search: Search,
    /// Searches begun so far: each had more visible places than the one before.
    rounds: u32,
    /// States at which it stops.
    states_max: u64,
    /// Why it goes on with fewer workers than it had.
    damage: Option<String>,
    sampler: Sampler,
    /// Ends that only a random schedule has found, with that schedule.
    sampled: Vec<(Outcome, Schedule)>,
    /// What can become of each state; computed when it is asked for.
    fates: Option<Rc<Fates>>,
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
        let locals = match options.reductions {
            Reductions { fault: Some(Fault::AllLocalsDead), .. } => Locals::Never,
            Reductions { dead: true, .. } if !reads_locals(code) => Locals::Live,
            _ => Locals::All,
        };
        let output_order = options.strict_order;
        let world = World { instruction_ns: 0, output_order, locals, ..options.world.clone() };
        let (seed, mut image) = (options.world.seed, image.for_program(code).copy());
        let (text, file) = (code.file.text.to_string(), code.file.name.to_string());
        let mut root = begin(&mut image, code, world.clone());
        let setting = Setting {
            beginning: Box::new(Beginning { text, file, world }),
            visible: Visible::new(!options.reductions.fuse, options.patience),
            reductions: options.reductions,
            ordered: options.strict_order,
            sharing: options.sharing,
        };
        let search = Search::new(&mut root, setting);
        Explorer {
            image,
            code: Arc::clone(code),
            options,
            root,
            search,
            rounds: 1,
            states_max: u64::MAX,
            damage: None,
            sampler: Sampler::new(seed),
            sampled: Vec::new(),
            fates: None,
        }
    }

    /// Goes on with some more states; false if nothing is left to do.
    pub fn advance(&mut self, crew: &Crew) -> bool {
        self.fates = None;
        let more = self.search.advance(crew);
        if let Some(why) = self.search.lost() {
            self.damage = Some(why.to_owned());
            self.begin_round(self.search.setting().clone());
            return true;
        }
        // A round is tried until it is plain that another is needed; then places become visible, or else patience grows.
        if self.search.is_over() {
            self.restart();
            return true;
        }
        more
    }

    /// Nothing more is looked at once there are so many states.
    pub fn stop_at(&mut self, states: u64) {
        self.states_max = states;
        self.search.states_max = states;
    }

    /// Begins again with the places made visible at which threads were seen to meet: those at which they synchronise
    /// first, since without them threads seem to meet where they cannot.
    fn restart(&mut self) {
        let (mut setting, ledger) = (self.search.setting().clone(), &self.search.ledger);
        let visible = &mut setting.visible;
        setting.reductions.sleep &= !ledger.broken;
        if ledger.counts.cut > 0 && ledger.hidden.is_empty() {
            visible.wait_longer();
        }
        let early = ledger.hidden.iter().any(Race::is_synchronisation);
        for race in ledger.hidden.iter().filter(|race| race.is_synchronisation() || !early) {
            visible.add(&race.touches[0], &race.touches[1]);
        }
        if !early {
            ledger.traffic.contended.iter().for_each(|place| visible.contend(*place));
        }
        self.begin_round(setting);
        self.rounds += 1;
    }

    fn begin_round(&mut self, setting: Setting) {
        self.search = Search::new(&mut self.root, setting);
        self.search.states_max = self.states_max;
    }

    /// How many workers take part.
    pub fn hands(&self) -> usize {
        self.search.hands()
    }

    /// Why it goes on with fewer workers than it had.
    pub fn damage(&self) -> Option<&str> {
        self.damage.as_deref()
    }

    /// True if it can only wait for what others find.
    pub fn waits(&self) -> bool {
        self.search.waits()
    }

    /// Runs sampled schedules, which can find ends that the search has not come to: by one strategy, or by all in turn.
    pub fn sample(&mut self, runs: u64, strategy: Option<Strategy>) {
        for _ in 0..runs {
            let strategy = strategy.unwrap_or(self.sampler.next());
            let Some((end, schedule)) = self.sampler.run(&mut self.root, self.options.strict_order, strategy)
            else {
                continue;
            };
            if !self.search.ledger.ends.all.contains(&end)
                && !self.sampled.iter().any(|(known, _)| *known == end)
            {
                self.sampled.push((end, schedule));
            }
        }
    }

    /// How far it has come.
    pub fn progress(&self) -> Progress {
        Progress {
            states: self.search.states() as u64,
            transitions: self.search.ledger.counts.run + self.search.ledger.counts.deduced,
            depth: self.search.ledger.counts.depth,
            waiting: self.search.waiting() as u64,
            ends: self.search.ledger.ends.all.len() as u32,
            rounds: self.rounds,
            complete: self.is_complete(),
        }
    }

    /// True if every state has been seen.
    pub fn is_complete(&self) -> bool {
        self.search.is_complete() && !self.search.is_lacking() && !self.search.ledger.broken
    }

    /// The graph of states so far.
    pub fn graph(&self) -> &Graph {
        &self.search.ledger.graph
    }

    /// The fingerprints of the states so far, by number.
    pub fn fingerprints(&self) -> &[u128] {
        self.search.ledger.seen.prints()
    }

    /// The ends so far, in order of discovery.
    pub fn ends(&self) -> &[Outcome] {
        &self.search.ledger.ends.all
    }

    /// The schedule of a way from the beginning, as the machine counts blocks, and the state that it leads to.
    pub fn schedule_of(&mut self, threads: &[u16]) -> (Schedule, Vm) {
        let mut schedule = Schedule::new();
        let (vm, blocks) = outset(&mut self.root, self.search.visible());
        (0..blocks).for_each(|_| schedule.push(ThreadId(0)));
        let (mut vm, mut state) = (*vm, 0);
        for &thread in threads {
            let Some((next, blocks)) = self.follow(&mut vm, state, thread) else { break };
            vm = next;
            for (id, blocks) in blocks {
                (0..blocks).for_each(|_| schedule.push(id));
            }
            let edge = self.graph().edges(state).iter().find(|(other, _)| *other == thread);
            state = edge.map_or(state, |(_, to)| *to);
        }
        (schedule, vm)
    }

    /// Makes one transition again: the state after it, and the threads and atomic blocks in their order.
    fn follow(&self, vm: &mut Vm, state: u32, thread: u16) -> Option<(Vm, Vec<(ThreadId, u64)>)> {
        let mut blocks = Vec::new();
        if self.search.ledger.graph.timed.contains(&state) {
            // Of those whose waits end at one time, the one that has begun to wait first goes on first.
            let first = ThreadId(u32::from(thread));
            for id in [first].into_iter().chain(vm.thread_ids().filter(|id| *id != first)) {
                blocks.push((id, lead_to_wait(vm, id)));
            }
        }
        let made = attempt(vm, ThreadId(u32::from(thread)), self.search.visible());
        blocks.extend(made.blocks);
        match made.to {
            Move::To(next) => Some((*next, blocks)),
            _ => None,
        }
    }

    /// Shows each state that was found, in order of number: made again, one transition from the one before it.
    pub fn visit(&mut self, mut see: impl FnMut(u32, &mut Vm)) {
        let wanted = vec![true; self.search.states()];
        self.visit_wanted(&wanted, |_, state, vm| {
            see(state, vm);
            true
        });
    }

    /// The states on the ways to those that are wanted, these with them.
    fn ways_to(&self, wanted: &[bool]) -> Vec<bool> {
        let mut needed = wanted.to_vec();
        for state in (1..needed.len()).rev() {
            if needed[state] {
                needed[self.graph().parents[state].0 as usize] = true;
            }
        }
        needed
    }

    /// The same for the states that are wanted, until `see` says no; of the others those are made again on whose way
    /// a wanted one lies.
    fn visit_wanted(&mut self, wanted: &[bool], mut see: impl FnMut(&Explorer, u32, &mut Vm) -> bool) {
        let mut kept = VecDeque::from([(0, *outset(&mut self.root, self.search.visible()).0)]);
        let this: &Explorer = self;
        let parents = &this.graph().parents;
        let needed = this.ways_to(wanted);
        if wanted[0] && !see(this, 0, &mut kept[0].1) {
            return;
        }
        for state in (1..needed.len()).filter(|state| needed[*state]) {
            let (parent, thread) = parents[state];
            // Parents come in order of number, too.
            while kept.front().is_some_and(|(first, _)| *first < parent) {
                kept.pop_front();
            }
            let mut before = kept[0].1.copy();
            let Some((mut vm, _)) = this.follow(&mut before, parent, thread) else { return };
            if wanted[state] && !see(this, state as u32, &mut vm) {
                return;
            }
            kept.push_back((state as u32, vm));
        }
    }

    /// Shows some of the states, in order of number, unless the ways there have more than so many transitions together.
    pub fn visit_some(&mut self, some: &BTreeSet<u32>, most: usize, mut see: impl FnMut(u32, &mut Vm)) {
        let wanted: Vec<bool> = (0..self.search.states() as u32).map(|state| some.contains(&state)).collect();
        if self.ways_to(&wanted).into_iter().filter(|needed| *needed).count() > most {
            return;
        }
        self.visit_wanted(&wanted, |_, state, vm| {
            see(state, vm);
            true
        });
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
