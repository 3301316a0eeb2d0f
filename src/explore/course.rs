//! An ordinary run as a way through the graph of states.
//!
//! In a run threads are switched between any two atomic blocks, and positions count steps. In the graph a transition ends
//! with a block that others can see, and what nobody can see is done at once. So two machines go side by side: one makes
//! the run, the other stands in the state of the graph; each block of the run either was done ahead there, or leads into a
//! wait, or brings its thread nearer to the end of its transition. A run whose time goes differently may leave the states
//! of the search.

use super::Explorer;
use super::walk::{Move, attempt, is_asleep, lead_to_wait, outset};
use crate::schedule::{Policy, Schedule, Script};
use crate::vm::Vm;
use crate::vm::step::{Grain, Stop};
use crate::vm::thread::ThreadId;
use rustc_hash::FxHashMap;

/// A state that a run comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Station {
    /// The state.
    pub state: u32,
    /// The first position at which it can no longer be avoided: the one after the first step of the block that leads to
    /// it. Nobody else can go on within a block.
    pub decided: u64,
    /// The position after the last step of that block.
    pub reached: u64,
    /// Whose block it was; main's for the first state, which has none.
    pub thread: u16,
}

/// The states of a run, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// The states; the first is the beginning.
    pub stations: Vec<Station>,
    /// The run was followed to its end, and ends where the graph has an end.
    pub whole: bool,
}

impl Course {
    /// The last state that is reached at a position.
    pub fn at(&self, position: u64) -> Option<&Station> {
        let after = self.stations.partition_point(|station| station.reached <= position);
        self.stations[..after].last().or(self.stations.first())
    }
}

/// The transition of one thread from a state.
struct Pace {
    /// The state after it.
    next: Vm,
    /// Its atomic blocks.
    blocks: u64,
    /// Blocks done ahead after it, by whom.
    ahead: Vec<(ThreadId, u64)>,
}

/// The machine in the graph.
struct Follower {
    state: u32,
    vm: Vm,
    /// Blocks that each thread has done here and not in the run.
    ahead: FxHashMap<ThreadId, u64>,
    /// Blocks that each thread has done in the run and not here.
    behind: FxHashMap<ThreadId, u64>,
    /// Transitions from this state, as far as they were looked at.
    paces: FxHashMap<ThreadId, Option<Pace>>,
}

/// What a block of the run means in the graph.
enum Meaning {
    /// The state stays.
    Stays,
    /// Its thread makes its transition.
    Moves,
    /// The run is in no state of the graph any more.
    Lost,
}

impl Explorer {
    /// Follows a schedule, and then CPython's default, for at most so many blocks.
    pub fn course(&mut self, schedule: &Schedule, blocks_max: u64) -> Course {
        let mut vm = self.beginning();
        let mut policy = Policy::Scripted(Script::new(schedule.clone()));
        let start = Station { state: 0, decided: 0, reached: 0, thread: 0 };
        let mut course = Course { stations: vec![start], whole: false };
        let mut follower = self.follower();
        let mut position = 0;
        for done in 0..blocks_max {
            let Ok(Some(thread)) = policy.choose(&vm) else {
                course.whole = self.graph().ends.contains_key(&follower.state);
                break;
            };
            let decided = position + 1;
            let Some(steps) = block(&mut vm, thread) else { break };
            // What leads to the first visible instruction of the program is no step.
            position += steps - u64::from(done == 0);
            match follower.hear(self, thread, is_asleep(&vm, thread)) {
                Meaning::Stays => {}
                Meaning::Moves => {
                    let (state, thread) = (follower.state, thread.0 as u16);
                    course.stations.push(Station { state, decided, reached: position, thread });
                }
                Meaning::Lost => break,
            }
        }
        course
    }

    fn follower(&mut self) -> Follower {
        let (vm, blocks) = outset(&mut self.root, self.search.visible());
        let ahead = FxHashMap::from_iter([(ThreadId(0), blocks)]);
        Follower { state: 0, vm: *vm, ahead, behind: FxHashMap::default(), paces: FxHashMap::default() }
    }

    fn pace(&self, vm: &mut Vm, state: u32, thread: ThreadId) -> Option<Pace> {
        let mut vm = vm.copy();
        if !self.graph().edges(state).iter().any(|(other, _)| u32::from(*other) == thread.0) {
            return None;
        }
        if self.graph().timed.contains(&state) {
            for id in vm.thread_ids() {
                lead_to_wait(&mut vm, id);
            }
        }
        let made = attempt(&mut vm, thread, self.search.visible());
        match made.to {
            Move::To(next) => {
                Some(Pace { next: *next, blocks: made.blocks[0].1, ahead: made.blocks[1..].to_vec() })
            }
            Move::Blocked | Move::Endless => None,
        }
    }
}

impl Follower {
    /// The run has made a block of `thread`, which waits after it or not.
    fn hear(&mut self, explorer: &Explorer, thread: ThreadId, waits: bool) -> Meaning {
        if let Some(ahead) = self.ahead.get_mut(&thread).filter(|ahead| **ahead > 0) {
            *ahead -= 1;
            return Meaning::Stays;
        }
        let (state, vm) = (self.state, &mut self.vm);
        let pace = self.paces.entry(thread).or_insert_with(|| explorer.pace(vm, state, thread));
        let behind = self.behind.entry(thread).or_default();
        let needed = pace.as_ref().map_or(u64::MAX, |pace| pace.blocks);
        if *behind + 1 > needed {
            return Meaning::Lost;
        }
        if *behind + 1 < needed {
            // A block that only leads into a wait is made again.
            *behind += u64::from(!waits);
            return Meaning::Stays;
        }
        let edge = explorer.graph().edges(state).iter().find(|(other, _)| u32::from(*other) == thread.0);
        let Some((pace, (_, to))) = pace.take().zip(edge) else { return Meaning::Lost };
        if explorer.graph().timed.contains(&state) {
            // Everybody has come to rest.
            self.behind.clear();
        }
        self.behind.remove(&thread);
        pace.ahead.iter().for_each(|(id, blocks)| *self.ahead.entry(*id).or_default() += blocks);
        (self.state, self.vm) = (*to, pace.next);
        self.paces.clear();
        Meaning::Moves
    }
}

/// Makes a block of the run; its steps, unless it has no end.
fn block(vm: &mut Vm, thread: ThreadId) -> Option<u64> {
    let mut steps = 0;
    loop {
        steps += 1;
        match vm.step(thread, Grain::Step, super::walk::FUEL) {
            Stop::Step => {}
            Stop::Fuel => return None,
            Stop::Switch | Stop::Blocked | Stop::Ended => return Some(steps),
        }
    }
}
