//! One sampled run as the strategies see it: who can go on, what each is about to do, and what was done.

use super::super::place::is_lock;
use super::super::walk::FUEL;
use super::shared::{Place, Profile, Shared, overlap};
use crate::program::Origin;
use crate::schedule::Schedule;
use crate::vm::Vm;
use crate::vm::footprint::Touch;
use crate::vm::step::{Event, Grain, Stop};
use crate::vm::thread::{Status, ThreadId};
use crate::vm::value::Id;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// Instructions that one run may take.
const RUN_MAX: u64 = 5_000_000;

/// Atomic blocks after which a thread that has done nothing to be seen lets others choose.
const PATIENCE: u64 = 2_000;

/// What a thread has done in one turn, or is about to do.
#[derive(Clone, Debug, Default)]
pub struct Doing {
    /// All that it touches.
    pub touches: Vec<Touch>,
    /// The shared places among them, with whether they are written.
    pub places: Vec<(Place, bool)>,
    /// Where in the program: a hash of the calls of the reader's code.
    pub site: u64,
    /// A lock that it takes.
    pub lock: Option<Id>,
}

/// An event of a run.
#[derive(Clone, Debug)]
pub struct Logged {
    /// Who.
    pub thread: ThreadId,
    /// What it did.
    pub doing: Doing,
    /// Which locks it held before.
    pub held: Vec<Id>,
}

/// A run.
pub struct Stage<'a> {
    /// The state.
    pub vm: Vm,
    /// What is known about the program.
    pub shared: &'a mut Shared,
    /// The choices so far.
    pub schedule: Schedule,
    /// Its events, counted.
    pub profile: Profile,
    /// Its events at shared places.
    pub log: Vec<Logged>,
    /// It has taken too long.
    pub dead: bool,
    /// The dictionary of the program's globals.
    globals: Option<Id>,
    held: Vec<Vec<Id>>,
    /// By thread: what it is about to do, if that was asked.
    pending: Vec<Option<Doing>>,
    /// The last turn.
    last: Doing,
    /// The main thread goes first until it has to wait or has done something that others see.
    gathers: bool,
    instructions: u64,
}

impl<'a> Stage<'a> {
    /// A run from its beginning.
    pub fn new(root: &mut Vm, shared: &'a mut Shared, gathers: bool) -> Stage<'a> {
        let vm = root.copy();
        vm.heap.trail.set(true);
        Stage {
            globals: None,
            vm,
            shared,
            schedule: Schedule::new(),
            profile: Profile::default(),
            log: Vec::new(),
            dead: false,
            held: Vec::new(),
            pending: Vec::new(),
            last: Doing::default(),
            gathers,
            instructions: 0,
        }
    }

    /// Who can be chosen: one if there is nothing to decide, nobody at the end.
    pub fn choices(&mut self) -> Option<Vec<ThreadId>> {
        let choices = self.vm.choices();
        if choices.is_empty() || self.dead {
            return None;
        }
        if choices.len() == 1 {
            return Some(choices);
        }
        let present = self.vm.th.id;
        let starting = |id: &ThreadId| is_starting(&self.vm, *id);
        if choices.contains(&present) && starting(&present) {
            return Some(vec![present]);
        }
        if let Some(id) = choices.iter().rev().copied().find(starting) {
            return Some(vec![id]);
        }
        if self.gathers {
            if choices[0] == ThreadId(0) {
                return Some(vec![ThreadId(0)]);
            }
            self.gathers = false;
        }
        Some(choices)
    }

    /// Lets a thread do its next event.
    pub fn advance(&mut self, thread: ThreadId) {
        let mut doing = Doing::default();
        let mut blocks = 0;
        loop {
            if self.vm.th.at_switch || self.vm.th.status != Status::Ready {
                self.schedule.push(thread);
            }
            let was_starting = is_starting(&self.vm, thread);
            let alone = self.is_alone();
            let site = site_of(&self.vm, thread);
            let before = self.vm.thread(thread).instructions;
            let stop = self.vm.step(thread, Grain::Block, FUEL);
            self.instructions += self.vm.th.instructions.saturating_sub(before);
            blocks += 1;
            self.note_births();
            if alone {
                self.vm.heap.trail.take();
            }
            let seen = !alone && self.note(thread, site, was_starting, &mut doing);
            if self.instructions > RUN_MAX || stop == Stop::Fuel {
                self.dead = true;
                break;
            }
            let over = !matches!(stop, Stop::Switch | Stop::Step) || blocks > PATIENCE;
            if over || seen || was_starting && !is_starting(&self.vm, thread) {
                break;
            }
        }
        if !doing.places.is_empty() {
            // What the main thread shows to others ends its privilege.
            self.gathers &= thread != ThreadId(0);
            let held = self.held.get(thread.0 as usize).cloned().unwrap_or_default();
            self.log.push(Logged { thread, doing: doing.clone(), held });
        }
        self.hold(thread);
        self.forget(thread, &doing);
        self.last = doing;
    }

    /// Keeps who has started whom.
    fn note_births(&mut self) {
        for event in &self.vm.events {
            if let Event::Started(parent, child) = event {
                self.profile.parents.insert(child.0, parent.0);
            }
        }
    }

    /// True if all other threads have ended.
    fn is_alone(&self) -> bool {
        self.vm.thread_ids().filter(|id| self.vm.thread(*id).status != Status::Finished).nth(1).is_none()
    }

    /// Takes over what the last block did; true if others can see it.
    fn note(&mut self, thread: ThreadId, site: u64, starting: bool, doing: &mut Doing) -> bool {
        let touches = self.vm.heap.trail.take();
        if self.globals.is_none() {
            let main = self.vm.thread(ThreadId(0)).frames.iter().find(|frame| !frame.hidden);
            self.globals = main.map(|frame| frame.globals);
        }
        if starting {
            let touched = touches.iter().filter(|touch| Some(touch.id) != self.globals);
            touched.for_each(|touch| self.shared.set_aside(touch.id));
            return false;
        }
        for touch in touches {
            if let Some(place) = self.shared.note(thread, &touch) {
                doing.places.push((place, touch.write));
                self.profile.count(thread, place);
                if is_lock(&self.vm, place.0) {
                    self.shared.locks.insert(place.0);
                } else if touch.write {
                    self.shared.writers.insert(thread.0);
                }
            }
            doing.touches.push(touch);
        }
        doing.site = site;
        doing.lock = taken(&self.vm);
        !doing.places.is_empty()
    }

    /// Keeps which locks a thread holds.
    fn hold(&mut self, thread: ThreadId) {
        let at = thread.0 as usize;
        if self.held.len() <= at {
            self.held.resize(at + 1, Vec::new());
        }
        for event in &self.vm.events {
            match event {
                Event::Acquired(_, lock, _) => self.held[at].push(*lock),
                Event::Released(_, lock, _) => {
                    self.held.iter_mut().for_each(|held| held.retain(|id| id != lock))
                }
                _ => {}
            }
        }
    }

    /// What a thread is about to do was asked for before: it may not hold any more.
    fn forget(&mut self, thread: ThreadId, doing: &Doing) {
        for (at, pending) in self.pending.iter_mut().enumerate() {
            if at == thread.0 as usize || pending.as_ref().is_some_and(|pending| races(pending, doing)) {
                *pending = None;
            }
        }
    }

    /// What the last turn did.
    pub fn last(&self) -> &Doing {
        &self.last
    }

    /// What `thread` is about to do. True if it was not known: it is new, or something that it touches has changed.
    pub fn ask(&mut self, thread: ThreadId) -> (bool, &Doing) {
        let at = thread.0 as usize;
        if self.pending.len() <= at {
            self.pending.resize(at + 1, None);
        }
        let fresh = self.pending[at].is_none();
        if fresh {
            self.pending[at] = Some(self.probe(thread));
        }
        (fresh, self.pending[at].as_ref().expect("internal error: it was put there"))
    }

    /// Tries a thread's next event on a copy.
    fn probe(&mut self, thread: ThreadId) -> Doing {
        let mut vm = self.vm.copy();
        vm.heap.trail.set(true);
        let mut doing = Doing::default();
        for _ in 0..PATIENCE {
            doing.site = site_of(&vm, thread);
            let stop = vm.step(thread, Grain::Block, FUEL);
            for touch in vm.heap.trail.take() {
                doing.places.extend(self.shared.meets(thread, &touch).map(|place| (place, touch.write)));
                doing.touches.push(touch);
            }
            if !doing.places.is_empty() || !matches!(stop, Stop::Switch | Stop::Step) {
                break;
            }
        }
        doing.lock = taken(&vm);
        doing
    }
}

/// True if two events do not commute.
fn races(a: &Doing, b: &Doing) -> bool {
    let meet = |((id, key), write): &(Place, bool), ((other, part), wrote): &(Place, bool)| {
        id == other && overlap(*key, *part) && (*write || *wrote)
    };
    a.places.iter().any(|one| b.places.iter().any(|two| meet(one, two)))
}

/// The first lock that the last block has taken.
fn taken(vm: &Vm) -> Option<Id> {
    vm.events.iter().find_map(|event| match event {
        Event::Acquired(_, lock, _) => Some(*lock),
        _ => None,
    })
}

/// Where a thread stands: its calls of the reader's code, as a hash.
fn site_of(vm: &Vm, thread: ThreadId) -> u64 {
    let mut hash = FxHasher::default();
    for frame in &vm.thread(thread).frames {
        if vm.code_obj(frame.code).code.file.origin == Origin::User {
            (frame.code, frame.pc).hash(&mut hash);
        }
    }
    hash.finish()
}

/// True while a thread is in `Thread.start` or `Thread.join`, and before it comes to its own function and after it.
fn is_starting(vm: &Vm, thread: ThreadId) -> bool {
    let frames = &vm.thread(thread).frames;
    let code = |at: usize| frames.get(at).map(|frame| &vm.code_obj(frame.code).code);
    let name = |at: usize| code(at).map(|code| code.qualname.as_str());
    let user = frames.iter().rposition(|frame| vm.code_obj(frame.code).code.file.origin == Origin::User);
    match user {
        Some(at) => matches!(name(at + 1), Some("Thread.start" | "Thread.join")),
        // A thread of a library's function has its own `run` between.
        None => !(0..frames.len().min(5)).any(|at| name(at).is_some_and(|name| name.ends_with(".run"))),
    }
}
