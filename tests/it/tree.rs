//! The engine's runs as one tree of time: where they part, what is forgotten, what a remark leads to, and two runs that
//! are laid beside each other while others ask.

use crate::source;
use interloop::modules::image;
use interloop::session::engine::Engine;
use interloop::session::port::EnginePort;
use interloop::session::protocol::{Command, Python, Reply, ReplyBody, Request};
use interloop::session::rail::RailRows;
use interloop::session::view::{BranchId, View};

struct Desk {
    engine: Engine,
    serial: u64,
}

impl Desk {
    fn on(program: &str) -> Desk {
        let mut desk = Desk { engine: Engine::new(image()), serial: 0 };
        desk.view(Command::Load {
            program: program.to_owned(),
            file_name: "main.py".to_owned(),
            python: Python::V3_14,
            schedule: None,
            position: None,
        });
        desk
    }

    fn send(&mut self, command: Command) -> Vec<Reply> {
        self.serial += 1;
        self.engine.handle(Request { serial: self.serial, command })
    }

    fn ask(&mut self, command: Command) -> ReplyBody {
        let mut replies = self.send(command);
        loop {
            let between =
                |body: &ReplyBody| matches!(body, ReplyBody::Progress { .. } | ReplyBody::Searching { .. });
            if let Some(reply) = replies.into_iter().find(|reply| !between(&reply.body)) {
                return reply.body;
            }
            replies = self.engine.work(&mut || true);
        }
    }

    fn view(&mut self, command: Command) -> View {
        match self.ask(command) {
            ReplyBody::View(view) => *view,
            other => panic!("a view is expected, not {other:?}"),
        }
    }

    fn explore(&mut self) -> interloop::session::findings::Findings {
        match self.ask(Command::Explore { states: 100_000, bytes: u64::MAX >> 1 }) {
            ReplyBody::Found(findings) => *findings,
            other => panic!("findings are expected, not {other:?}"),
        }
    }

    fn machines(&mut self) -> RailRows {
        match self.ask(Command::Machines) {
            ReplyBody::Machines(rows) => *rows,
            other => panic!("machines are expected, not {other:?}"),
        }
    }
}

/// Each run: its number, from which it parts, and where.
fn tree(view: &View) -> Vec<(u32, Option<(u32, u64)>)> {
    let parts =
        |row: &interloop::session::view::BranchRow| row.parent.map(|parent| (parent.0, row.from_step));
    view.branches.iter().map(|row| (row.id.0, parts(row))).collect()
}

fn bank() -> String {
    source::text("static/lessons/bank_deadlock.py".as_ref())
}

/// A choice, the explorer's way to the deadlock and its way to the good end part where their steps differ first.
#[test]
fn runs_from_stepping_and_from_the_explorer_are_one_tree() {
    let mut desk = Desk::on(&bank());
    let end = desk.view(Command::RunToEnd);
    let mut at = desk.view(Command::Restart);
    while at.choices.len() < 2 {
        at = desk.view(Command::Step);
    }
    let step = at.position;
    let other = at.choices.iter().find(|choice| !choice.taken).expect("another choice").actor;
    let branched = desk.view(Command::Choose { step, actor: other });
    assert_eq!(tree(&branched), [(0, None), (1, Some((0, step)))]);
    let found = desk.explore();
    let deadlock = found.outcomes.iter().find(|row| row.failure).expect("the deadlock");
    let follow =
        Command::Follow { schedule: deadlock.schedule.clone(), label: "explored".to_owned(), to_end: true };
    let shown = desk.view(follow.clone());
    let rows = tree(&shown);
    assert_eq!(rows.len(), 3);
    let (parent, from) = rows[2].1.expect("it parts somewhere");
    assert!(parent < 2 && from > 0 && from < end.length, "{rows:?}");
    // The same way again is the same row.
    assert_eq!(tree(&desk.view(follow)), rows);
}

#[test]
fn a_run_that_is_forgotten_leaves_the_others_as_they_are() {
    let mut desk = Desk::on(&bank());
    desk.view(Command::RunToEnd);
    desk.view(Command::Restart);
    let mut at = desk.view(Command::NextSwitch);
    while at.choices.len() < 2 {
        at = desk.view(Command::Step);
    }
    let step = at.position;
    let other = at.choices.iter().find(|choice| !choice.taken).expect("another choice").actor;
    desk.view(Command::Choose { step, actor: other });
    let before = desk.view(Command::RunToEnd);
    assert!(before.branches[1].selected);
    // Its child would stay; itself it goes, and what it shared with its parent is where the page stands.
    let after = desk.view(Command::Forget { branch: BranchId(1) });
    assert_eq!(tree(&after), [(0, None)]);
    assert_eq!(after.position, step);
    assert!(after.branches[0].selected);
    assert!(matches!(desk.ask(Command::Forget { branch: BranchId(0) }), ReplyBody::Refused { .. }));
    // A number is not given twice.
    let again = desk.view(Command::Choose { step, actor: other });
    assert_eq!(tree(&again), [(0, None), (2, Some((0, step)))]);
}

/// Looking at one state after the other keeps one run for that, not one for each.
#[test]
fn states_that_are_only_looked_at_do_not_fill_the_tree() {
    let mut desk = Desk::on(&source::text("static/lessons/unsafe_bank.py".as_ref()));
    desk.explore();
    for state in [70, 60, 65, 50, 40] {
        let view = desk.view(Command::Visit { state });
        assert!(view.branches.len() <= 2, "{:?}", tree(&view));
    }
    // Whoever goes on from there keeps the run.
    let view = desk.view(Command::RunToEnd);
    let kept = view.branches.iter().find(|row| row.selected).expect("one is shown").id;
    let view = desk.view(Command::Visit { state: 70 });
    assert!(view.branches.iter().any(|row| row.id == kept));
}

/// A place of a machine is gone to, and the thread stands there.
#[test]
fn a_chosen_place_is_where_a_thread_stands() {
    let mut desk = Desk::on(&bank());
    desk.explore();
    let rows = desk.machines();
    assert_eq!((rows.machines.len(), rows.looked, rows.states), (2, 149, 149));
    for (machine, row) in (0..).zip(&rows.machines) {
        for stand in 0..row.stands.len() as u32 {
            desk.view(Command::Stand { machine, stand });
            let standing = desk.machines().standing;
            let there = standing.iter().any(|(_, m, at)| (*m, *at) == (machine, stand));
            assert!(there, "machine {machine}, place {stand}: {standing:?}");
        }
    }
}

/// Two that step back for each other may do so for ever: what goes round can be shown, and the page stands where the
/// schedule ends.
#[test]
fn a_round_without_end_can_be_shown() {
    let mut desk = Desk::on(
        "\
import threading
forks = [threading.Lock(), threading.Lock()]
def eat(left, right):
    while True:
        left.acquire()
        if right.acquire(False):
            right.release()
            left.release()
            return
        left.release()
threads = [threading.Thread(target=eat, args=pair) for pair in (forks, forks[::-1])]
for t in threads: t.start()
for t in threads: t.join()
",
    );
    let found = desk.explore();
    let remark = found.remarks.iter().find(|remark| remark.endless);
    let schedule = remark.and_then(|remark| remark.schedule.clone()).expect("a round without end");
    let view = desk.view(Command::Follow { schedule, label: "livelock".to_owned(), to_end: false });
    assert!(view.position > 0 && !view.at_end);
    assert_eq!(view.branches.len(), 2);
}

/// Long runs are compared in pieces, between which another request ends it.
#[test]
fn a_comparison_does_not_hold_up_other_requests() {
    let mut desk = Desk::on("total = 0\nfor i in range(20_000):\n    total += i\nprint(total)\n");
    let replies = desk.send(Command::Compare { schedules: [String::new(), String::new()] });
    assert!(replies.is_empty(), "{replies:?}");
    let told = desk.engine.work(&mut || false);
    assert!(matches!(told[..], [Reply { body: ReplyBody::Progress { .. }, .. }]), "{told:?}");
    let first = desk.serial;
    let replies = desk.send(Command::Step);
    assert!(
        replies.iter().any(|reply| reply.serial == first && matches!(reply.body, ReplyBody::Refused { .. }))
    );
    assert!(replies.iter().any(|reply| matches!(&reply.body, ReplyBody::View(view) if view.position == 1)));
    let ReplyBody::Comparison(rows) =
        desk.ask(Command::Compare { schedules: [String::new(), String::new()] })
    else {
        panic!("a comparison is expected")
    };
    assert_eq!(rows.who, [None, None], "two equal runs part nowhere");
}
