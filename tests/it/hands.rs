//! A search finds the same whoever works for it: alone, on threads, with workers that are sent bytes, and when one of
//! these is lost.

use crate::forced::{compiled, random_program};
use interloop::explore::{Carrier, Crew, Explorer, Mate, Options, Report, Sharing, answer_bytes};
use interloop::program::Python;
use interloop::vm::{Vm, World};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// States at which a search ends here.
const STATES: u64 = 3_000;

/// Worked for by everybody from the second level or so on.
fn explorer(image: &mut Vm, text: &str) -> Explorer {
    let world = World { python: Python::V314t, ..World::default() };
    let sharing = Sharing { states: 3, patient: true };
    let mut explorer =
        Explorer::new(image, &compiled(text), Options { world, sharing, ..Options::default() });
    explorer.stop_at(STATES);
    explorer
}

/// Report and states in their order.
type All = (Report, Vec<u128>);

fn all(explorer: &mut Explorer) -> All {
    (explorer.report(), explorer.fingerprints().to_vec())
}

fn is_on(explorer: &Explorer) -> bool {
    explorer.progress().states < STATES
}

/// What is found by these, and how many of them took part in the end.
fn found_by(crew: &Crew, image: &mut Vm, text: &str) -> (All, usize) {
    let mut explorer = explorer(image, text);
    while explorer.advance(crew) && is_on(&explorer) {}
    (all(&mut explorer), explorer.hands())
}

/// Programs with known numbers of schedules, and one that never ends.
fn texts() -> Vec<String> {
    let counts = std::fs::read_dir("tests/explore/counts").expect("the folder is there");
    let mut paths: Vec<_> = counts.map(|entry| entry.expect("it can be read").path()).collect();
    paths.push("tests/explore/promela/philosophers_looping.py".into());
    paths.sort();
    let mut texts: Vec<String> =
        paths.iter().map(|path| std::fs::read_to_string(path).expect("it can be read")).collect();
    texts.push(random_program(3).0);
    texts
}

#[test]
fn several_workers_find_the_same() {
    let (mut image, crews, mut shared) = (interloop::modules::image(), [1, 2, 3].map(Crew::new), 0);
    let texts = texts();
    for text in &texts {
        let (alone, hands) = found_by(&crews[0], &mut image, text);
        assert_eq!(hands, 1);
        for crew in &crews[1..] {
            let (found, hands) = found_by(crew, &mut image, text);
            assert_eq!(found, alone, "{} workers\n{text}", crew.jobs());
            shared += usize::from(hands == crew.jobs());
        }
    }
    // Each of these programs has a level of three states.
    assert_eq!(shared, 2 * texts.len());
}

/// Workers that have nothing but bytes in common with the search. They answer when they are asked to.
#[derive(Clone, Default)]
struct Posted {
    tasks: Rc<RefCell<VecDeque<(usize, Vec<u8>)>>>,
    mates: Rc<RefCell<[Mate; 2]>>,
}

impl Carrier for Posted {
    fn post(&self, mate: usize, bytes: Vec<u8>) {
        self.tasks.borrow_mut().push_back((mate, bytes));
    }
    fn end(&self) {
        self.tasks.borrow_mut().clear();
        self.mates.take();
    }
}

impl Posted {
    /// Lets the workers do what they were told, the second before the first: only the order for each of them counts.
    fn answer(&self, crew: &Crew) {
        let tasks = std::mem::take(&mut *self.tasks.borrow_mut());
        let (first, second): (Vec<_>, Vec<_>) = tasks.into_iter().partition(|(mate, _)| *mate == 1);
        for (mate, bytes) in first.into_iter().chain(second) {
            let answer = answer_bytes(&mut self.mates.borrow_mut()[mate], &bytes);
            answer.into_iter().for_each(|bytes| crew.receive(mate, &bytes));
        }
    }
}

#[test]
fn workers_that_are_sent_bytes_find_the_same_and_may_be_lost() {
    let (mut image, text) = (interloop::modules::image(), random_program(3).0);
    let (alone, _) = found_by(&Crew::new(1), &mut image, &text);
    for loses in [false, true] {
        let posted = Posted::default();
        let crew = Crew::of_workers(2, Box::new(posted.clone()));
        let (mut explorer, mut most) = (explorer(&mut image, &text), 0);
        while explorer.advance(&crew) && is_on(&explorer) {
            posted.answer(&crew);
            most = most.max(explorer.hands());
            if loses && explorer.hands() == 3 && explorer.damage().is_none() {
                crew.lose("the second has gone");
            }
        }
        assert_eq!((all(&mut explorer), most), (alone.clone(), 3));
        assert_eq!(explorer.damage(), loses.then_some("the second has gone"));
        assert_eq!((explorer.hands(), crew.jobs()), if loses { (1, 1) } else { (3, 3) });
    }
}

#[test]
fn a_message_that_cannot_be_read_is_a_loss() {
    let crew = Crew::of_workers(2, Box::new(Posted::default()));
    crew.receive(0, &[0xff; 40]);
    assert_eq!(crew.jobs(), 1);
    let answer = answer_bytes(&mut Mate::default(), &[0xff; 40]).expect("it says so");
    let crew = Crew::of_workers(2, Box::new(Posted::default()));
    crew.receive(1, &answer);
    assert_eq!(crew.jobs(), 1);
}
