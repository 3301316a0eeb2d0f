//! Who helps with a search: nobody, threads, or workers of the browser. The result is the same.
//!
//! The first hand of a search is worked by whoever calls it; each of the others is a mate (`mate.rs`) that gets tasks and
//! sends answers. Natively mates are threads of a pool of the crew's own; in the browser's isolated pages threads of the
//! one pool that `browser::pool` starts. Elsewhere `browser` carries the messages of workers that have no memory in
//! common.

use super::mate::{Answer, Task};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

/// Carries messages to workers that have no memory in common with the search.
pub trait Carrier {
    /// Brings bytes to a mate, which is started if need be.
    fn post(&self, mate: usize, bytes: Vec<u8>);
    /// Ends all mates: their memory is given back.
    fn end(&self);
}

/// The workers of a search, the one that calls it included.
pub struct Crew {
    jobs: Cell<usize>,
    link: Link,
    /// The number of the search that they work for: what is said about others is not listened to.
    serial: Cell<u32>,
    heard: RefCell<VecDeque<(usize, Answer)>>,
}

enum Link {
    /// There is nobody.
    Alone,
    /// Threads.
    #[cfg(any(not(target_arch = "wasm32"), target_feature = "atomics"))]
    Threads(threads::Threads),
    /// Workers to which somebody carries messages.
    Workers(Box<dyn Carrier>),
}

impl Crew {
    /// So many workers on threads; where threads cannot be had, one. In the browser they must be in the pool already,
    /// one less than `jobs`.
    pub fn new(jobs: usize) -> Crew {
        #[cfg(any(not(target_arch = "wasm32"), target_feature = "atomics"))]
        if jobs > 1
            && let Some(threads) = threads::Threads::start(jobs - 1)
        {
            return Crew::with(jobs, Link::Threads(threads));
        }
        let _ = jobs;
        Crew::with(1, Link::Alone)
    }

    /// The caller and `mates` workers that `carrier` brings tasks to; their answers come through [`Crew::receive`].
    pub fn of_workers(mates: usize, carrier: Box<dyn Carrier>) -> Crew {
        Crew::with(mates + 1, Link::Workers(carrier))
    }

    fn with(jobs: usize, link: Link) -> Crew {
        Crew { jobs: Cell::new(jobs), link, serial: Cell::new(0), heard: RefCell::default() }
    }

    /// How many there are.
    pub fn jobs(&self) -> usize {
        self.jobs.get()
    }

    /// True if answers come only while nobody waits for them: somebody carries them here.
    pub fn is_carried(&self) -> bool {
        matches!(self.link, Link::Workers(_))
    }

    /// Takes an answer that was carried here.
    pub fn receive(&self, mate: usize, bytes: &[u8]) {
        match postcard::from_bytes(bytes) {
            Ok((serial, answer)) => self.note(mate, serial, answer),
            Err(error) => self.lose(&format!("a message could not be read: {error}")),
        }
    }

    /// Goes on alone: somebody has failed.
    pub fn lose(&self, why: &str) {
        self.dismiss();
        self.jobs.set(1);
        self.heard.borrow_mut().push_back((0, Answer::Lost(why.to_owned())));
    }

    /// Whoever was at work has nothing to do any more, and keeps nothing.
    pub fn dismiss(&self) {
        let serial = self.claim();
        match &self.link {
            Link::Workers(carrier) => carrier.end(),
            _ => (0..self.jobs() - 1).for_each(|mate| self.tell(mate, serial, Task::Rest)),
        }
    }

    /// Begins something new: its number.
    pub(super) fn claim(&self) -> u32 {
        self.serial.set(self.serial.get().wrapping_add(1));
        self.heard.borrow_mut().clear();
        self.serial.get()
    }

    /// True if this is what they work for.
    pub(super) fn works_for(&self, serial: u32) -> bool {
        self.serial.get() == serial
    }

    /// Gives a mate a task, as bytes in any case: of what one thread makes and another drops there is then one block a
    /// message, and not some for each state, for which both would ask one allocator.
    pub(super) fn tell(&self, mate: usize, serial: u32, task: Task) {
        let bytes = match postcard::to_stdvec(&(serial, task)) {
            Ok(bytes) => bytes,
            Err(error) => return self.lose(&format!("a task could not be written: {error}")),
        };
        match &self.link {
            Link::Alone => {}
            #[cfg(any(not(target_arch = "wasm32"), target_feature = "atomics"))]
            Link::Threads(threads) => threads.tell(mate, bytes),
            Link::Workers(carrier) => carrier.post(mate, bytes),
        }
    }

    /// The next answer.
    pub(super) fn hear(&self) -> Option<(usize, Answer)> {
        #[cfg(any(not(target_arch = "wasm32"), target_feature = "atomics"))]
        if let Link::Threads(threads) = &self.link {
            threads.answers(false).into_iter().for_each(|(mate, bytes)| self.receive(mate, &bytes));
        }
        self.heard.borrow_mut().pop_front()
    }

    /// Waits a little for answers, if that can be done; workers of a browser are heard only between two messages.
    pub(super) fn wait(&self) {
        #[cfg(any(not(target_arch = "wasm32"), target_feature = "atomics"))]
        if let Link::Threads(threads) = &self.link {
            threads.answers(true).into_iter().for_each(|(mate, bytes)| self.receive(mate, &bytes));
        }
    }

    fn note(&self, mate: usize, serial: u32, answer: Answer) {
        if let Answer::Lost(why) = &answer {
            self.lose(why);
        } else if self.works_for(serial) {
            self.heard.borrow_mut().push_back((mate, answer));
        }
    }
}

/// What a mate does with bytes that were carried to it: with its answer, if it has one.
pub fn answer_bytes(mate: &mut super::Mate, bytes: &[u8]) -> Option<Vec<u8>> {
    let answered = match postcard::from_bytes::<(u32, Task)>(bytes) {
        Ok((serial, task)) => (serial, mate.obey(task)?),
        Err(error) => (0, Answer::Lost(format!("a task could not be read: {error}"))),
    };
    postcard::to_stdvec(&answered).ok()
}

/// Threads as mates.
#[cfg(any(not(target_arch = "wasm32"), target_feature = "atomics"))]
mod threads {
    use super::super::mate::{Answer, Mate};
    use super::answer_bytes;
    use std::collections::VecDeque;
    use std::panic::{AssertUnwindSafe, catch_unwind};
    use std::sync::{Arc, Condvar, Mutex, PoisonError};
    use std::time::Duration;

    /// How long to wait for an answer before others are listened to.
    const PATIENCE: Duration = Duration::from_millis(10);

    /// Messages from one side to the other. (The standard channels ask for the time when they wait for a while, which
    /// threads in a browser cannot.)
    struct Mailbox<T> {
        letters: Mutex<(VecDeque<T>, bool)>,
        bell: Condvar,
    }

    impl<T> Mailbox<T> {
        fn new() -> Arc<Mailbox<T>> {
            Arc::new(Mailbox { letters: Mutex::new((VecDeque::new(), true)), bell: Condvar::new() })
        }
        fn put(&self, letter: T) {
            self.letters.lock().unwrap_or_else(PoisonError::into_inner).0.push_back(letter);
            self.bell.notify_one();
        }
        fn close(&self) {
            self.letters.lock().unwrap_or_else(PoisonError::into_inner).1 = false;
            self.bell.notify_one();
        }
        /// The next one; none when there will be no more.
        fn take(&self) -> Option<T> {
            let letters = self.letters.lock().unwrap_or_else(PoisonError::into_inner);
            let waits = |letters: &mut (VecDeque<T>, bool)| letters.0.is_empty() && letters.1;
            let mut letters = self.bell.wait_while(letters, waits).unwrap_or_else(PoisonError::into_inner);
            if letters.1 { letters.0.pop_front() } else { None }
        }
        /// All that are there, perhaps after a while.
        fn all(&self, waits: bool) -> VecDeque<T> {
            let mut letters = self.letters.lock().unwrap_or_else(PoisonError::into_inner);
            if waits && letters.0.is_empty() {
                letters = self.bell.wait_timeout(letters, PATIENCE).unwrap_or_else(PoisonError::into_inner).0;
            }
            std::mem::take(&mut letters.0)
        }
    }

    type Tasks = Arc<Mailbox<Vec<u8>>>;
    type Answers = Arc<Mailbox<(usize, Vec<u8>)>>;

    pub struct Threads {
        tasks: Vec<Tasks>,
        answers: Answers,
        #[cfg(not(target_arch = "wasm32"))]
        _pool: rayon::ThreadPool,
    }

    impl Threads {
        /// Lets so many mates begin to listen, each on a thread that does nothing else.
        pub fn start(mates: usize) -> Option<Threads> {
            let answers: Answers = Mailbox::new();
            let tasks: Vec<Tasks> = (0..mates).map(|_| Mailbox::new()).collect();
            let loops = tasks.iter().cloned().enumerate().map(|(at, tasks)| {
                let answers = Arc::clone(&answers);
                move || serve(at, &tasks, &answers)
            });
            #[cfg(not(target_arch = "wasm32"))]
            {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(mates).build().ok()?;
                loops.for_each(|work| pool.spawn(work));
                Some(Threads { tasks, answers, _pool: pool })
            }
            #[cfg(target_arch = "wasm32")]
            {
                loops.for_each(rayon::spawn);
                Some(Threads { tasks, answers })
            }
        }
        pub fn tell(&self, mate: usize, task: Vec<u8>) {
            self.tasks[mate].put(task);
        }
        pub fn answers(&self, waits: bool) -> VecDeque<(usize, Vec<u8>)> {
            self.answers.all(waits)
        }
    }

    impl Drop for Threads {
        fn drop(&mut self) {
            self.tasks.iter().for_each(|tasks| tasks.close());
        }
    }

    fn serve(at: usize, tasks: &Tasks, answers: &Answers) {
        let mut mate = Mate::default();
        while let Some(task) = tasks.take() {
            match catch_unwind(AssertUnwindSafe(|| answer_bytes(&mut mate, &task))) {
                Ok(Some(answer)) => answers.put((at, answer)),
                Ok(None) => {}
                Err(_) => {
                    let lost = (0_u32, Answer::Lost("a thread has failed".into()));
                    return answers.put((at, postcard::to_stdvec(&lost).unwrap_or_default()));
                }
            }
        }
    }
}
