//! The engine as the page knows it: requests in, views out.

use interloop::modules::image;
use interloop::session::engine::Engine;
use interloop::session::port::EnginePort;
use interloop::session::protocol::{Command, Python, Reply, ReplyBody, Request};
use interloop::session::view::{EndingKind, Gil, Status, StoryPart, View};

use crate::source;

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
        replies.retain(|reply| !matches!(reply.body, ReplyBody::Progress { .. }));
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
