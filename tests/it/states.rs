//! The states as a picture: how they fold, where the dots stand, and that a chosen dot leads to its state.

use crate::explore::explored;
use crate::source;
use interloop::explore::{DOTS_MAX, Reductions, Wanted};
use interloop::modules::image;
use interloop::program::Python;
use interloop::session::chart::{Chart, ChartRows};
use interloop::session::engine::Engine;
use interloop::session::message::Way;
use interloop::session::port::EnginePort;
use interloop::session::protocol::{Command, Python as Setting, ReplyBody, Request};
use interloop::session::view::View;

/// Three threads that each read and write a counter twice: too many states to be drawn one by one.
const LARGE: &str = "\
import threading
x = 0
def work():
    global x
    for _ in range(2):
        v = x
        x = int(v) + 1
threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
assert x > 2
";

#[test]
fn many_states_fold_into_at_most_two_hundred_dots_and_none_is_lost() {
    let mut explorer = explored(&mut image(), LARGE, Python::V314, Reductions::default());
    let states = explorer.graph().parents.len();
    assert!(states > DOTS_MAX, "{states} states are too few for this test");
    let whole = explorer.atlas(&Wanted::default());
    let fold = whole.dots.iter().max_by_key(|dot| dot.count).expect("there are dots").clone();
    let opened = explorer.atlas(&Wanted { opened: vec![fold.state], ..Wanted::default() });
    for atlas in [&whole, &opened] {
        assert!(atlas.dots.len() <= DOTS_MAX);
        assert_eq!(atlas.dots.iter().map(|dot| dot.count as usize).sum::<usize>(), states);
    }
    // A fold lets out 24 states at most, and stays as long as it has more.
    let out = fold.count.min(24);
    assert_eq!(opened.singles.len(), whole.singles.len() + out as usize);
    assert_eq!(explorer.atlas(&Wanted::default()), whole);
}

/// An engine on which this program was searched.
struct Desk {
    engine: Engine,
    serial: u64,
}

impl Desk {
    fn on(program: &str) -> Desk {
        let mut desk = Desk { engine: Engine::new(image()), serial: 0 };
        desk.ask(Command::Load {
            program: program.to_owned(),
            file_name: "main.py".to_owned(),
            python: Setting::V3_14,
            schedule: None,
            position: None,
        });
        desk.ask(Command::Explore { states: 100_000, bytes: u64::MAX >> 1 });
        desk
    }

    fn ask(&mut self, command: Command) -> ReplyBody {
        self.serial += 1;
        let mut replies = self.engine.handle(Request { serial: self.serial, command });
        loop {
            let between =
                |body: &ReplyBody| matches!(body, ReplyBody::Progress { .. } | ReplyBody::Searching { .. });
            if let Some(reply) = replies.into_iter().find(|reply| !between(&reply.body)) {
                return reply.body;
            }
            replies = self.engine.work(&mut || true);
        }
    }

    fn chart(&mut self) -> ChartRows {
        match self.ask(Command::Chart { outcome: Some(String::new()), opened: vec![] }) {
            ReplyBody::Chart(rows) => *rows,
            other => panic!("a chart is expected, not {other:?}"),
        }
    }

    fn visit(&mut self, state: u32) -> View {
        match self.ask(Command::Visit { state }) {
            ReplyBody::View(view) => *view,
            other => panic!("a view is expected, not {other:?}"),
        }
    }
}

#[test]
fn a_chosen_state_is_where_the_page_then_stands() {
    let mut desk = Desk::on(&source::text("static/lessons/unsafe_bank.py".as_ref()));
    let rows = desk.chart();
    assert_eq!(rows.dots.len(), rows.states as usize, "so few states are drawn one by one");
    assert_eq!(rows.present, Some(0));
    assert!(rows.way.len() > 1 && rows.way[0] == 0, "the way to the end begins at the beginning");
    assert!(rows.dots[rows.way[rows.way.len() - 1] as usize].end.is_some());
    for at in (0..rows.dots.len()).step_by(7) {
        let state = rows.dots[at].state;
        let view = desk.visit(state);
        let there = desk.chart();
        let present = there.present.map(|present| there.dots[present as usize].state);
        assert_eq!(present, Some(state), "at position {}", view.position);
    }
}

#[test]
fn dots_of_a_layer_keep_apart_links_lead_on_and_crossings_are_few() {
    let rows = Desk::on(&source::text("static/lessons/bank_deadlock.py".as_ref())).chart();
    let chart = Chart::of(rows.clone());
    assert_eq!(chart, Chart::of(rows.clone()));
    for (at, (x, y)) in chart.places.iter().enumerate() {
        assert!((0.0..=chart.size.0).contains(x) && (0.0..=chart.size.1).contains(y));
        let near = chart.places[..at].iter().filter(|other| other.0 == *x && (other.1 - y).abs() < 12.9);
        assert_eq!(near.count(), 0, "dot {at} stands on another");
    }
    for link in &rows.links {
        let (from, to) = (chart.places[link.from as usize], chart.places[link.to as usize]);
        assert!(from.0 < to.0, "this program has no loops, so time goes to the right");
    }
    // In order of number, as they were found, far more links cross.
    let mut plain = chart.clone();
    let mut heights = std::collections::BTreeMap::new();
    for place in &mut plain.places {
        let height = heights.entry(place.0 as i64).or_insert(0.0);
        place.1 = *height;
        *height += 20.0;
    }
    assert!(chart.crossings() < plain.crossings(), "{} and {}", chart.crossings(), plain.crossings());
}

#[test]
fn arrows_lead_along_the_links() {
    let chart = Chart::of(Desk::on(&source::text("static/lessons/unsafe_bank.py".as_ref())).chart());
    let mut at = 0;
    while let Some(next) = chart.neighbour(at, Way::On) {
        assert!(chart.rows.links.iter().any(|link| (link.from, link.to) == (at as u32, next as u32)));
        at = next;
    }
    assert!(chart.rows.dots[at].end.is_some(), "whoever goes on and on comes to an end");
    while let Some(before) = chart.neighbour(at, Way::Back) {
        at = before;
    }
    assert_eq!(at, 0, "and back to the beginning");
}

/// Bo reads the shop's balance before Ana has stored 30 in it; in a run that works he reads 30.
#[test]
fn two_runs_of_the_bank_part_where_main_goes_on_before_ana_has_paid() {
    let mut desk = Desk::on(&source::text("static/lessons/unsafe_bank.py".as_ref()));
    let schedules = [String::new(), "0:12,1:1,0:1".to_owned()];
    let ReplyBody::Comparison(found) = desk.ask(Command::Compare { schedules }) else {
        panic!("a comparison is expected")
    };
    assert_eq!((found.shared, found.who), (61, [Some("Ana".to_owned()), Some("main".to_owned())]));
    let cause = "Bo read `shop.balance` as `30` in the first run, and as `0` in the second.";
    assert_eq!(found.cause.as_deref(), Some(cause));
    assert!(found.rest.iter().all(|rest| rest.iter().all(|(step, ..)| *step >= found.shared)));
}
