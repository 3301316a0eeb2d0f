//! The contract: what may happen next, and making it happen.
//!
//! [`Vm::choices`] lists who may go on, by thread number; [`Vm::step`] lets one of them go on to the end of
//! its atomic block (or of one visible step). Nothing chooses but the caller. Time passes by itself only
//! when nobody can run: then those whose waits end first are the choices.

use super::Vm;
use super::cow::Cow;
use super::fingerprint::Sponge;
use super::footprint::{WHOLE, special};
use super::frame::Frame;
use super::object::Data;
use super::state::Locals;
use super::thread::{Status, ThreadId, Wait, WaitKind};
use super::value::Id;
use super::watch::Access;

/// How far one step goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// To the next switch point: one atomic block.
    Block,
    /// Past one instruction of the reader's program that is worth showing, to the next one or to the block's end. A
    /// thread's first step ends before its first such instruction.
    Step,
}

/// Why a step ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// At a switch point.
    Switch,
    /// Within a block, before a visible instruction.
    Step,
    /// The thread must wait.
    Blocked,
    /// The thread, or the program, has ended.
    Ended,
    /// The instructions allowed are used up, within a block.
    Fuel,
}

/// What happened in a step besides instructions, for the story.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A lock was taken; the number counts the library's frames between the reader's program and the lock.
    Acquired(ThreadId, Id, u32),
    /// A lock was given back; as above.
    Released(ThreadId, Id, u32),
    /// The reader's program has read or written what threads can share (only while [`Vm::watch`] is set).
    Touched(Access),
    /// A thread was made.
    Started(ThreadId, ThreadId),
    /// A thread has to wait.
    Waits(ThreadId, Wait),
    /// A thread has ended.
    Finished(ThreadId),
}

/// The state of the program as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// Somebody can go on.
    Open,
    /// The program has ended.
    Ended,
    /// Nobody can go on, and no time will help.
    Deadlock,
}

impl Vm {
    /// The thread with this number.
    pub fn thread(&self, id: ThreadId) -> &super::thread::Thread {
        match self.threads.get(id.0 as usize) {
            Some(Some(thread)) => thread,
            _ => &self.th,
        }
    }

    /// True if the thread has ended; recorded as a read of that.
    pub fn has_ended(&self, id: ThreadId) -> bool {
        self.heap.trail.read(special::ended(id.0), WHOLE);
        self.heap.trail.ask(special::ended(id.0), self.th.instructions);
        self.thread(id).status == Status::Finished
    }

    /// Numbers of all threads, finished ones included.
    pub fn thread_ids(&self) -> impl Iterator<Item = ThreadId> + use<> {
        (0..self.threads.len() as u32).map(ThreadId)
    }

    /// True if the thread could go on now.
    pub fn is_enabled(&self, id: ThreadId) -> bool {
        match self.thread(id).status {
            Status::Ready => true,
            Status::Finished => false,
            Status::Blocked(wait) => {
                self.is_satisfied(wait.kind, id)
                    || wait.deadline.is_some_and(|deadline| deadline <= self.clock)
            }
        }
    }

    fn is_satisfied(&self, kind: WaitKind, waiter: ThreadId) -> bool {
        match kind {
            WaitKind::Lock(lock) => match self.heap.find(lock).map(|object| &object.data) {
                Some(Data::Lock { locked, .. }) => !locked,
                Some(Data::RLock { count, .. }) => *count == 0,
                _ => true,
            },
            WaitKind::Join(other) => self.thread(other).status == Status::Finished,
            WaitKind::Sleep | WaitKind::Forever => false,
            WaitKind::Shutdown => self.thread_ids().all(|other| {
                let thread = self.thread(other);
                other == waiter || thread.daemon || thread.status == Status::Finished
            }),
        }
    }

    /// Who may go on next, by thread number. Empty if the program has ended or is deadlocked.
    ///
    /// Within an atomic block it is only the thread whose block it is.
    pub fn choices(&self) -> Vec<ThreadId> {
        if self.ending.is_some() {
            return vec![];
        }
        if !self.th.at_switch && self.th.status == Status::Ready {
            return vec![self.th.id];
        }
        let enabled: Vec<ThreadId> = self.thread_ids().filter(|id| self.is_enabled(*id)).collect();
        if !enabled.is_empty() {
            return enabled;
        }
        let deadline = |id: &ThreadId| match self.thread(*id).status {
            Status::Blocked(wait) => wait.deadline,
            _ => None,
        };
        let first = self.thread_ids().filter_map(|id| deadline(&id)).min();
        match first {
            Some(first) => self.thread_ids().filter(|id| deadline(id) == Some(first)).collect(),
            None => vec![],
        }
    }

    /// How things stand.
    pub fn outlook(&self) -> Outlook {
        if self.ending.is_some() {
            Outlook::Ended
        } else if self.choices().is_empty() {
            Outlook::Deadlock
        } else {
            Outlook::Open
        }
    }

    /// Lets `thread`, which must be one of [`Vm::choices`], go on; at most `fuel` instructions.
    pub fn step(&mut self, thread: ThreadId, grain: Grain, fuel: u64) -> Stop {
        self.begin_step(thread);
        let stop = self.run(grain, fuel, None);
        self.end_step(thread, stop);
        stop
    }

    /// Lets `thread` go on block by block, as long as it is the only one that there is: a choice of one needs no question.
    /// Returns why the last block ended, and how many ended before it at a switch point.
    pub fn step_alone(&mut self, thread: ThreadId, mut fuel: u64) -> (Stop, u64) {
        self.begin_step(thread);
        let mut blocks = 0;
        let stop = loop {
            let before = self.th.instructions;
            let alone = (self.threads.len() == 1).then_some(&mut blocks);
            let stop = self.run(Grain::Block, fuel, alone);
            fuel -= self.th.instructions - before;
            if stop != Stop::Switch || self.threads.len() > 1 || fuel == 0 {
                break stop;
            }
            blocks += 1;
            self.events.clear();
            self.th.acted = None;
            self.th.at_switch = false;
        };
        self.end_step(thread, stop);
        (stop, blocks)
    }

    fn begin_step(&mut self, thread: ThreadId) {
        if self.th.id != thread {
            self.change_thread(thread);
        }
        self.wake(thread);
        if !self.th.cut {
            self.events.clear();
            let start = self.th.frames.first().map(|frame| (frame.code, 0));
            self.th.acted = start.filter(|_| std::mem::take(&mut self.th.fresh));
        }
        self.ready.retain(|id| *id != thread);
        if let Some(body) = self.bodies.get_mut(thread.0 as usize) {
            *body = 0;
        }
        if let Status::Blocked(wait) = self.th.status {
            if let Some(deadline) = wait.deadline
                && !self.is_satisfied(wait.kind, thread)
            {
                self.clock = self.clock.max(deadline);
                self.heap.trail.write(special::CLOCK, WHOLE);
            }
            self.th.resumed = Some(wait);
            self.th.status = Status::Ready;
            // Whoever waits has given the GIL away.
            self.th.slice_start = self.clock;
        }
        self.th.at_switch = false;
        self.heap.region = self.region_of(thread) as u32;
    }

    fn end_step(&mut self, thread: ThreadId, stop: Stop) {
        self.th.cut = stop == Stop::Fuel;
        match self.th.status {
            Status::Blocked(wait) => self.events.push(Event::Waits(thread, wait)),
            Status::Finished => {
                self.th.at_switch = true;
                self.heap.trail.write(special::ended(thread.0), WHOLE);
                self.events.push(Event::Finished(thread));
            }
            Status::Ready => {}
        }
        if self.th.at_switch {
            self.note_ready();
        }
        // Whoever records keeps the state.
        if !self.heap.trail.is_idle() {
            self.heap.put_away();
        }
    }

    /// The region in which a thread makes objects.
    pub fn region_of(&self, thread: ThreadId) -> usize {
        thread.0 as usize % 1000 + 1
    }

    /// Puts the running thread back and takes another one out.
    fn change_thread(&mut self, thread: ThreadId) {
        self.sleep();
        self.wake(thread);
        self.th.slice_start = self.clock;
        self.reload();
    }

    /// Puts the running thread among the others, where copies share it. An outline of it stays.
    pub(super) fn sleep(&mut self) {
        let place = &mut self.threads[self.th.id.0 as usize];
        if place.is_none() {
            let outline = self.th.outline();
            *place = Some(Cow::new(std::mem::replace(&mut self.th, outline)));
        }
    }

    /// Takes a thread out to run it, if it is not.
    fn wake(&mut self, thread: ThreadId) {
        if let Some(thread) = self.threads[thread.0 as usize].take() {
            self.th = thread.into_inner();
        }
    }

    /// Keeps the order in which threads became able to run.
    fn note_ready(&mut self) {
        let mut ready = std::mem::take(&mut self.ready);
        ready.retain(|id| self.is_enabled(*id));
        // Threads that this step woke come before the one that was preempted.
        let present = self.th.id;
        let others = self.thread_ids().filter(|id| *id != present);
        for id in others.chain([present]) {
            if !ready.contains(&id) && self.is_enabled(id) {
                ready.push(id);
            }
        }
        self.ready = ready;
    }

    /// The 128-bit fingerprint of the state: heap, threads, output, time as far as waits depend on it.
    ///
    /// A sum of hashes: of each object, of each thread, and of the rest. So what a thread's steps add to it is the same
    /// wherever they do the same (`patch.rs`).
    ///
    /// Not in it: reference counts, the clock itself, instruction counts, who waits longer for the GIL.
    pub fn fingerprint(&mut self) -> u128 {
        let mut bodies = std::mem::take(&mut self.bodies);
        bodies.resize(self.threads.len(), 0);
        let mut body = Sponge::default();
        let mut sponge = Sponge::default();
        let mut threads = 0u128;
        for (id, hash) in self.thread_ids().zip(&mut bodies) {
            let thread = self.thread(id);
            if *hash == 0 {
                *hash = body.thread(thread, |frame| self.dead_locals(frame));
            }
            let said = if self.world.output_order { 0 } else { thread.said };
            sponge.clear().num(u64::from(id.0)).wide(*hash).num(u64::from(thread.at_switch)).num(said);
            match thread.status {
                Status::Ready => sponge.num(1),
                Status::Finished => sponge.num(2),
                Status::Blocked(wait) => {
                    let left = wait.deadline.map_or(-1, |deadline| (deadline - self.clock).max(0));
                    let (kind, what) = wait.kind.code();
                    sponge.num(kind).num(left as u64).num(u64::from(what))
                }
            };
            threads = threads.wrapping_add(sponge.finish());
        }
        self.bodies = bodies;
        let limit = u64::from(self.recursion_limit ^ super::call::RECURSION_LIMIT);
        let bits = limit << 1 | u64::from(self.shutting_down);
        sponge.clear().num(self.output_hash).num(self.stdin_at as u64).num(bits);
        if let Some(ending) = &self.ending {
            sponge.text(&format!("{ending:?}"));
        }
        self.heap.fingerprint(&mut body).wrapping_add(threads).wrapping_add(sponge.finish())
    }

    /// The locals of a frame that do not count when states are compared: bit by slot.
    fn dead_locals(&self, frame: &Frame) -> u64 {
        match self.world.locals {
            Locals::All => 0,
            Locals::Live => self.code_obj(frame.code).code.dead_locals(frame.pc, frame.last),
            Locals::Never => (1 << self.code_obj(frame.code).code.locals.len().min(63)) - 1,
        }
    }

    /// The wait that the present call was woken from, if it is tried again.
    pub fn take_resumed(&mut self) -> Option<Wait> {
        self.th.resumed.take()
    }
}
