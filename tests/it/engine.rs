//! The engine as the page knows it: requests in, views out.

use interloop::explore::Crew;
use interloop::modules::image;
use interloop::session::engine::Engine;
use interloop::session::findings::{Findings, Halt, Verdict};
use interloop::session::port::EnginePort;
use interloop::session::protocol::{Command, Python, Reply, ReplyBody, Request};
use interloop::session::view::{EndingKind, Gil, Status, StoryPart, View};

use crate::source;
use std::rc::Rc;

/// An engine with the page's side of the conversation.
struct Desk {
    engine: Engine,
    serial: u64,
}

impl Desk {
    fn new() -> Desk {
        Desk { engine: Engine::new(image()), serial: 0 }
    }

    /// Sends a request and works until it is closed.
    fn ask(&mut self, command: Command) -> ReplyBody {
        self.serial += 1;
        let mut replies = self.engine.handle(Request { serial: self.serial, command });
        for _ in 0..100_000 {
            if let Some(reply) = self.close(&mut replies) {
                return reply;
            }
            replies.extend(self.engine.work(&mut || true));
        }
        panic!("the request is not closed");
    }

    fn close(&self, replies: &mut Vec<Reply>) -> Option<ReplyBody> {
        let between =
            |body: &ReplyBody| matches!(body, ReplyBody::Progress { .. } | ReplyBody::Searching { .. });
        replies.retain(|reply| !between(&reply.body));
        let at = replies.iter().position(|reply| reply.serial == self.serial)?;
        Some(replies.remove(at).body)
    }

    fn view(&mut self, command: Command) -> View {
        match self.ask(command) {
            ReplyBody::View(view) => *view,
            other => panic!("a view is expected, not {other:?}"),
        }
    }

    fn load(&mut self, program: &str, python: Python) -> View {
        self.view(load(program, python, None, None))
    }
}

fn load(program: &str, python: Python, schedule: Option<&str>, position: Option<u64>) -> Command {
    Command::Load {
        program: program.to_owned(),
        file_name: "main.py".to_owned(),
        python,
        schedule: schedule.map(str::to_owned),
        position,
    }
}

fn lesson(name: &str) -> String {
    source::text(&std::path::Path::new("static/lessons").join(name))
}

fn words(parts: &[StoryPart]) -> String {
    let word = |part: &StoryPart| match part {
        StoryPart::Text(text) | StoryPart::Code(text) | StoryPart::Strong(text) => text.clone(),
        StoryPart::Actor(actor) => format!("<{}>", actor.0),
    };
    parts.iter().map(word).collect()
}

#[test]
fn a_program_stands_before_its_first_step_and_runs_to_its_end() {
    let mut desk = Desk::new();
    let view = desk.load("x = 1\nprint('a', x)\n", Python::V3_14);
    assert_eq!((view.position, view.length, view.at_end), (0, 0, false));
    assert_eq!(view.actors[0].cursor.map(|span| (span.line, span.column)), Some((1, 0)));
    let view = desk.view(Command::Step);
    assert_eq!(view.position, 1);
    assert_eq!(
        view.globals
            .iter()
            .map(|row| (row.name.as_str(), row.value.as_str(), row.changed))
            .collect::<Vec<_>>(),
        [("x", "1", true)]
    );
    let view = desk.view(Command::RunToEnd);
    assert!(view.at_end);
    assert_eq!(view.output.iter().map(|row| row.text.as_str()).collect::<String>(), "a 1\n");
    assert_eq!(view.ending.map(|ending| ending.kind), Some(EndingKind::Exit));
}

#[test]
fn views_are_the_same_on_every_way_to_a_position() {
    let mut desk = Desk::new();
    for name in ["bank_deadlock.py", "unsafe_bank.py"] {
        for python in Python::ALL {
            desk.load(&lesson(name), python);
            let end = desk.view(Command::RunToEnd);
            let mut forwards = vec![desk.view(Command::Restart)];
            for _ in 0..end.length.min(150) {
                forwards.push(desk.view(Command::Step));
            }
            for expected in forwards.iter().rev().skip(1) {
                let found = desk.view(Command::StepBack);
                assert_eq!(&found, expected, "{name} {} at {}", python.name(), expected.position);
            }
            for step in [40, 3, 77, 76, 100, 1] {
                let step = step.min(forwards.len() as u64 - 1);
                assert_eq!(desk.view(Command::Goto { step }), forwards[step as usize], "{name} at {step}");
            }
        }
    }
}

#[test]
fn choices_lead_into_a_deadlock_that_is_named() {
    let mut desk = Desk::new();
    let mut view = desk.load(&lesson("bank_deadlock.py"), Python::V3_9);
    // Whoever has a lock gives way to a thread that has none.
    while !view.at_end {
        let owners: Vec<_> = view.locks.iter().filter_map(|lock| lock.owner).collect();
        let present = view.actors.iter().find(|actor| actor.status == Status::Running).map(|actor| actor.id);
        let other = view.choices.iter().map(|choice| choice.actor).find(|actor| !owners.contains(actor));
        view = match other {
            Some(actor) if present.is_some_and(|present| owners.contains(&present)) => {
                desk.view(Command::Choose { step: view.position, actor })
            }
            _ => desk.view(Command::Step),
        };
    }
    let story: Vec<String> =
        view.story.iter().map(|row| format!("{} {}", row.step, words(&row.parts))).collect();
    assert_eq!(
        view.ending.as_ref().map(|ending| ending.kind),
        Some(EndingKind::Deadlock),
        "{}",
        story.join("\n")
    );
    assert_eq!(view.cycle.len(), 2);
    assert!(view.deadlock.len() >= 2, "{:?}", view.deadlock);
    assert!(
        view.deadlock[0].contains("waits for") && view.deadlock[0].contains(".lock"),
        "{:?}",
        view.deadlock
    );
    assert_eq!(view.gil, Gil::Free);
    assert!(view.question.is_some(), "the reader is asked where it could have gone elsewhere");
    assert!(view.story.last().is_some_and(|row| words(&row.parts).contains("Nobody can go on")));
    // The schedule leads there again.
    let again =
        desk.view(load(&lesson("bank_deadlock.py"), Python::V3_9, Some(&view.schedule), Some(view.length)));
    assert_eq!(again.ending, view.ending);
    assert_eq!(again.deadlock, view.deadlock);
}

#[test]
fn an_endless_loop_is_stopped_where_it_is() {
    let mut desk = Desk::new();
    desk.load("while True:\n    pass\n", Python::V3_14);
    desk.serial += 1;
    let running = desk.serial;
    assert_eq!(desk.engine.handle(Request { serial: running, command: Command::RunToEnd }), []);
    for _ in 0..20 {
        assert!(desk.engine.busy());
        desk.engine.work(&mut || false);
    }
    desk.serial += 1;
    let replies = desk.engine.handle(Request { serial: desk.serial, command: Command::Stop });
    assert!(!desk.engine.busy());
    let positions: Vec<u64> = replies
        .iter()
        .map(|reply| match &reply.body {
            ReplyBody::View(view) => view.position,
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(positions.len() == 2 && positions[0] == positions[1] && positions[0] > 1000, "{positions:?}");
}

#[test]
fn what_cannot_be_done_is_refused_with_a_reason() {
    let mut desk = Desk::new();
    let refused = |body: ReplyBody| match body {
        ReplyBody::Refused { reason } => reason,
        other => panic!("a refusal is expected, not {other:?}"),
    };
    assert_eq!(refused(desk.ask(Command::Step)), "no program is loaded");
    let reason = refused(desk.ask(load("x = 1\n", Python::V3_14, Some("0:nine"), None)));
    assert!(reason.contains("'0:nine'"), "{reason}");
    let reason = refused(desk.ask(load("x = 1\nprint(x)\n", Python::V3_14, Some("0:1,5:1"), None)));
    assert!(reason.contains("thread 5"), "{reason}");
    match desk.ask(load("if x\n    pass\n", Python::V3_14, None, None)) {
        ReplyBody::Diagnostics(rows) => {
            assert_eq!((rows[0].line, rows[0].message.as_str()), (1, "SyntaxError: expected ':'"));
        }
        other => panic!("a diagnostic is expected, not {other:?}"),
    }
}

#[test]
fn a_program_that_takes_too_much_ends_at_a_limit_that_is_named() {
    let mut desk = Desk::new();
    for (program, limit) in [
        ("a = [*zip(range(2_000_000))]\n", "more objects"),
        ("a = []\nwhile True: a.append(bytes(60_000_000))\n", "more memory"),
        (
            "a = []\nb = [0] * 3_000_000\nwhile True:\n    c = []\n    c.extend(b)\n    a.append(c)\n",
            "more memory",
        ),
        ("text = 'x' * 1_000_000\nwhile True: print(text)\n", "has printed more"),
    ] {
        desk.load(program, Python::V3_14);
        let view = desk.view(Command::RunToEnd);
        let ending = view.ending.expect("the run has ended");
        assert_eq!(ending.kind, EndingKind::Limit, "{program}");
        assert!(ending.sentence.contains(limit), "{program}{}", ending.sentence);
    }
}

fn explored(desk: &mut Desk, states: u64) -> Findings {
    match desk.ask(Command::Explore { states, bytes: 1 << 28 }) {
        ReplyBody::Found(findings) => *findings,
        other => panic!("what was found is expected, not {other:?}"),
    }
}

fn follow(schedule: &str) -> Command {
    Command::Follow { schedule: schedule.to_owned(), label: "explored".to_owned(), to_end: true }
}

fn printed(view: &View) -> String {
    view.output.iter().map(|row| row.text.as_str()).collect()
}

#[test]
fn a_search_of_the_unsafe_bank_finds_the_lost_update_and_shows_it() {
    let mut desk = Desk::new();
    desk.load(&lesson("unsafe_bank.py"), Python::V3_14);
    desk.view(Command::RunToEnd);
    let found = explored(&mut desk, 10_000);
    assert_eq!((found.verdict, found.halt), (Verdict::Counterexample, Some(Halt::Complete)));
    let lost = found.outcomes.iter().find(|row| row.output.contains("50 are lost")).expect("money is lost");
    assert_eq!((lost.preemptions, lost.least, lost.replayed), (1, true, true));
    assert!(lost.strip.len() > 2, "{:?}", lost.strip);
    assert!(found.races.iter().any(|race| race.place == "shop.balance"), "{:?}", found.races);

    let view = desk.view(follow(&lost.schedule));
    assert!(view.at_end);
    assert_eq!(printed(&view), lost.output);
    assert_eq!(view.branches.len(), 2);
    // The same again is the same run; the first one is still there.
    let again = desk.view(follow(&lost.schedule));
    assert_eq!((again.branches.len(), again.position), (2, view.position));
    let back = desk.view(Command::StepBack);
    assert_eq!(back.position, view.position - 1);
    desk.view(Command::SelectBranch { branch: view.branches[0].id });
    assert!(printed(&desk.view(Command::RunToEnd)).contains("200 of 200"));
}

#[test]
fn a_search_finds_the_deadlock_and_its_schedule_leads_there() {
    let mut desk = Desk::new();
    desk.load(&lesson("bank_deadlock.py"), Python::V3_14);
    let found = explored(&mut desk, 10_000);
    let first = &found.outcomes[0];
    assert_eq!((first.kind, first.failure), (EndingKind::Deadlock, true));
    assert!(first.blocked.iter().any(|sentence| sentence.contains("waits for")), "{:?}", first.blocked);
    let view = desk.view(follow(&first.schedule));
    assert_eq!(view.ending.map(|ending| ending.kind), Some(EndingKind::Deadlock));
    assert_eq!(view.cycle.len(), 2);
}

#[test]
fn locks_in_order_are_proved() {
    let mut desk = Desk::new();
    desk.load(&lesson("bank_ordered_locks.py"), Python::V3_14);
    let found = explored(&mut desk, 100_000);
    assert_eq!((found.verdict, found.halt), (Verdict::Proved, Some(Halt::Complete)));
    assert_eq!(found.outcomes.len(), 1);
}

#[test]
fn threads_that_join_change_nothing_that_is_found() {
    let found = [1, 2].map(|threads| {
        let mut desk = Desk::new();
        desk.load(&lesson("unsafe_bank.py"), Python::V3_9);
        explored(&mut desk, 10);
        // A search that has begun takes them on too.
        desk.engine.join(Rc::new(Crew::new(threads)));
        let mut findings = explored(&mut desk, 100_000);
        assert_eq!(std::mem::take(&mut findings.progress.jobs), threads as u32);
        findings
    });
    assert_eq!(found[0], found[1]);
}

#[test]
fn a_search_spends_its_budget_and_goes_on() {
    let mut desk = Desk::new();
    desk.load(&lesson("unsafe_bank.py"), Python::V3_9);
    let first = explored(&mut desk, 10);
    assert_eq!((first.halt, first.samples), (Some(Halt::States), 1_000));
    assert!(first.outcomes.len() > 1, "random schedules find what the search has not come to");
    let mut last = first.clone();
    for _ in 0..1_000 {
        if last.is_complete() {
            break;
        }
        last = explored(&mut desk, 400);
    }
    assert!(last.is_complete() && last.progress.states > first.progress.states, "{:?}", last.progress);
}

#[test]
fn requests_are_answered_while_a_search_goes_on() {
    let mut desk = Desk::new();
    desk.load(&lesson("unsafe_bank.py"), Python::V3_9);
    let search = desk.serial + 1;
    let command = Command::Explore { states: 1 << 40, bytes: 1 << 40 };
    desk.serial = search;
    assert_eq!(desk.engine.handle(Request { serial: search, command }), []);
    let said = desk.engine.work(&mut || false);
    assert!(said.iter().all(|reply| reply.serial == search), "{said:?}");
    assert_eq!(desk.view(Command::Step).position, 1);
    assert!(desk.engine.busy(), "the search goes on");
    let stopped = desk.engine.handle(Request { serial: 99, command: Command::StopExploring });
    assert!(!desk.engine.busy());
    match &stopped[..] {
        [Reply { serial, body: ReplyBody::Found(found) }] => {
            assert_eq!((*serial, found.halt), (search, Some(Halt::Stopped)));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_schedule_that_cannot_be_followed_leaves_the_run_shown() {
    let mut desk = Desk::new();
    desk.load("x = 1\nprint(x)\n", Python::V3_14);
    desk.view(Command::Step);
    assert!(matches!(desk.ask(follow("0:1,5:1")), ReplyBody::Refused { .. }));
    let view = desk.view(Command::Stop);
    assert_eq!((view.position, view.branches.len()), (1, 1));
}

#[test]
fn a_program_that_asks_for_input_is_searched_without_any() {
    let mut desk = Desk::new();
    desk.load("print(input())\n", Python::V3_14);
    let found = explored(&mut desk, 1_000);
    assert_eq!(found.verdict, Verdict::Counterexample);
    let detail = found.outcomes[0].detail.clone().unwrap_or_default();
    assert!(detail.starts_with("EOFError"), "{detail}");
}
