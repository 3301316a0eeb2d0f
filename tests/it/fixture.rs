//! A recorded run to draw without an engine: the bank that deadlocks, in 41 steps.
//!
//! Its numbers stand for real ones; the tests of the page use it where the machine itself is not what they are about.

use interloop::session::findings::{Findings, Halt, OutcomeRow, RaceRow, SearchProgress, Verdict};
pub use interloop::session::opening::PROGRAM;
use interloop::session::protocol::Python;
use interloop::session::view::{
    ActorId, ActorRow, BranchId, BranchRow, ChoiceRow, Ending, EndingKind, FrameRow, Gil, LaneSegment,
    LockId, LockRow, ObjectRow, Question, Span, Status, StoryPart, StoryRow, SwitchMark, Variable, View,
    WaitEdge,
};

/// Its steps.
pub const LENGTH: u64 = 41;

const MAIN: ActorId = ActorId(0);
const PAY: ActorId = ActorId(1);
const REFUND: ActorId = ActorId(2);
const HOME: LockId = LockId(0);
const SHOP: LockId = LockId(1);

use Status::{Blocked, Ready, Running};

/// Who did what: actor, from, to, state, what it waited for.
const LANES: [(ActorId, u64, u64, Status, &str); 16] = [
    (MAIN, 0, 14, Running, ""),
    (MAIN, 14, 15, Blocked, "start of pay"),
    (MAIN, 15, 18, Ready, ""),
    (MAIN, 18, 24, Running, ""),
    (MAIN, 24, 25, Blocked, "start of refund"),
    (MAIN, 25, 31, Ready, ""),
    (MAIN, 31, 35, Running, ""),
    (MAIN, 35, 41, Blocked, "end of pay"),
    (PAY, 13, 14, Ready, ""),
    (PAY, 14, 18, Running, ""),
    (PAY, 18, 35, Ready, ""),
    (PAY, 35, 40, Running, ""),
    (PAY, 40, 41, Blocked, "shop.lock"),
    (REFUND, 23, 24, Ready, ""),
    (REFUND, 24, 31, Running, ""),
    (REFUND, 31, 41, Blocked, "home.lock"),
];

const TURNS: [(ActorId, u64, u64); 6] =
    [(MAIN, 0, 14), (PAY, 14, 18), (MAIN, 18, 24), (REFUND, 24, 31), (MAIN, 31, 35), (PAY, 35, 41)];

/// The state at a position.
pub fn bank(position: u64) -> View {
    let position = position.min(LENGTH);
    let at_end = position == LENGTH;
    let mut view = View {
        position,
        length: LENGTH,
        at_end,
        ending: Some(Ending {
            kind: EndingKind::Deadlock,
            sentence: "Nobody can go on: pay and refund wait for each other.".to_owned(),
        }),
        clock_ns: position * 50,
        python: Python::V3_14,
        gil: gil(position),
        schedule: "0*14 1*4 0*6 2*7 0*4 1*6".to_owned(),
        ..View::default()
    };
    view.actors = actors(position);
    view.locks = vec![
        lock(HOME, "home", (position >= 18).then_some(PAY), (position >= 31).then_some(REFUND)),
        lock(SHOP, "shop", (position >= 28).then_some(REFUND), at_end.then_some(PAY)),
    ];
    waits(&mut view);
    view.globals = globals(position);
    view.story = story().into_iter().filter(|row| row.step <= position).collect();
    view.now = view.story.last().map(|row| row.parts.clone()).unwrap_or_default();
    timeline(&mut view);
    choices(&mut view);
    view
}

fn gil(position: u64) -> Gil {
    TURNS
        .iter()
        .find(|(_, from, to)| (*from..*to).contains(&position))
        .map_or(Gil::Free, |(actor, ..)| Gil::Held(*actor))
}

fn state_at(actor: ActorId, position: u64) -> Option<(Status, &'static str)> {
    let inside = LANES.iter().rfind(|lane| lane.0 == actor && lane.1 <= position)?;
    Some((inside.3, inside.4))
}

fn actors(position: u64) -> Vec<ActorRow> {
    let names = [(MAIN, "main"), (PAY, "pay"), (REFUND, "refund")];
    names
        .into_iter()
        .filter_map(|(id, name)| {
            let (status, waits) = state_at(id, position)?;
            let (cursor, next, frames) = place(id, position);
            Some(ActorRow {
                id,
                index: id.0,
                name: name.to_owned(),
                status,
                waits: (!waits.is_empty()).then(|| waits.to_owned()),
                cursor: Some(cursor),
                next: Some(next.to_owned()),
                frames,
                ..ActorRow::default()
            })
        })
        .collect()
}

fn span(line: u32, column: u32, width: u32) -> Span {
    Span { line, column, end_line: line, end_column: column + width }
}

fn place(id: ActorId, position: u64) -> (Span, &'static str, Vec<FrameRow>) {
    if id == MAIN {
        let (cursor, next) = match position {
            0..=8 => (span(18, 13, 12), "Account(100)"),
            9..=12 => (span(19, 5, 57), "Thread(...)"),
            13..=17 => (span(21, 0, 10), "t1.start()"),
            18..=30 => (span(21, 12, 10), "t2.start()"),
            _ => (span(22, 0, 9), "t1.join()"),
        };
        let frame = frame("<module>", cursor.line, &[]);
        return (cursor, next, vec![frame]);
    }
    let taken = if id == PAY { 18 } else { 28 };
    let locals: &[(&str, &str)] = if id == PAY {
        &[("src", "home"), ("dst", "shop"), ("amount", "70")]
    } else {
        &[("src", "shop"), ("dst", "home"), ("amount", "80")]
    };
    let (cursor, next) =
        if position < taken { (span(12, 9, 8), "src.lock") } else { (span(13, 13, 8), "dst.lock") };
    (cursor, next, vec![frame("transfer", cursor.line, locals)])
}

fn frame(function: &str, line: u32, locals: &[(&str, &str)]) -> FrameRow {
    FrameRow {
        function: function.to_owned(),
        file: None,
        line,
        locals: locals.iter().map(|(name, value)| variable(name, value)).collect(),
    }
}

fn variable(name: &str, value: &str) -> Variable {
    Variable { name: name.to_owned(), value: value.to_owned(), changed: false }
}

fn lock(id: LockId, name: &str, owner: Option<ActorId>, waiter: Option<ActorId>) -> LockRow {
    LockRow {
        id,
        name: format!("{name}.lock"),
        kind: "Lock".to_owned(),
        owner,
        count: u32::from(owner.is_some()),
        waiters: waiter.into_iter().collect(),
        object: Some(ObjectRow {
            name: name.to_owned(),
            class: "Account".to_owned(),
            fields: vec![variable("balance", "100")],
        }),
    }
}

fn waits(view: &mut View) {
    let mut edge = |from, to, label: &str, via| {
        view.edges.push(WaitEdge { from, to: Some(to), label: label.to_owned(), via });
    };
    if view.position >= 31 {
        edge(REFUND, PAY, "waits for", Some(HOME));
    }
    if view.position >= 35 {
        edge(MAIN, PAY, "joins", None);
    }
    if view.at_end {
        edge(PAY, REFUND, "waits for", Some(SHOP));
        view.cycle = vec![PAY, REFUND];
        view.deadlock = vec![
            "pay waits for shop.lock, which refund holds.".to_owned(),
            "refund waits for home.lock, which pay holds.".to_owned(),
            "main waits for the end of pay.".to_owned(),
        ];
    }
}

fn globals(position: u64) -> Vec<Variable> {
    let mut rows = vec![variable("done", "0")];
    if position >= 9 {
        rows.push(variable("home", "<Account>"));
        rows.push(variable("shop", "<Account>"));
    }
    rows
}

fn story() -> Vec<StoryRow> {
    use StoryPart::{Actor, Code, Strong, Text};
    let text = |words: &str| Text(words.to_owned());
    let code = |words: &str| Code(words.to_owned());
    let row = |step, actor, parts| StoryRow { step, actor, parts, decisive: false };
    vec![
        row(14, MAIN, vec![Actor(MAIN), text(" made both accounts and started "), Actor(PAY), text(".")]),
        row(18, PAY, vec![Actor(PAY), text(" took "), code("home.lock"), text(".")]),
        StoryRow {
            decisive: true,
            ..row(
                18,
                PAY,
                vec![
                    Actor(PAY),
                    text(" was stopped here, before it asked for its second lock. "),
                    Actor(MAIN),
                    text(" went on."),
                ],
            )
        },
        row(24, MAIN, vec![Actor(MAIN), text(" started "), Actor(REFUND), text(".")]),
        row(28, REFUND, vec![Actor(REFUND), text(" took "), code("shop.lock"), text(".")]),
        row(
            31,
            REFUND,
            vec![
                Actor(REFUND),
                text(" asked for "),
                code("home.lock"),
                text(". "),
                Actor(PAY),
                text(" has it, so "),
                Actor(REFUND),
                text(" waits."),
            ],
        ),
        row(35, MAIN, vec![Actor(MAIN), text(" waits for "), Actor(PAY), text(" to end.")]),
        row(
            41,
            PAY,
            vec![
                Actor(PAY),
                text(" asked for "),
                code("shop.lock"),
                text(". "),
                Actor(REFUND),
                text(" has it, so "),
                Actor(PAY),
                text(" waits. "),
                Strong("Nobody can go on.".to_owned()),
            ],
        ),
    ]
}

fn timeline(view: &mut View) {
    view.lanes = LANES
        .iter()
        .map(|(actor, from_step, to_step, state, label)| LaneSegment {
            actor: *actor,
            from_step: *from_step,
            to_step: *to_step,
            state: *state,
            label: (!label.is_empty()).then(|| (*label).to_owned()),
        })
        .collect();
    view.gil_lane = TURNS
        .iter()
        .map(|(actor, from_step, to_step)| LaneSegment {
            actor: *actor,
            from_step: *from_step,
            to_step: *to_step,
            state: Running,
            label: None,
        })
        .collect();
    let places = [span(21, 0, 10), span(12, 9, 8), span(21, 12, 10), span(13, 13, 8), span(22, 0, 9)];
    view.switches = TURNS
        .windows(2)
        .zip(places)
        .map(|(turns, at)| SwitchMark {
            step: turns[1].1,
            from: turns[0].0,
            to: turns[1].0,
            forced: turns[1].1 == 18,
            decisive: turns[1].1 == 18,
            at: Some(at),
        })
        .collect();
    view.switch_marks = [
        (10, 31),
        (12, 17),
        (13, 21),
        (15, 33),
        (18, 25),
        (18, 39),
        (21, 10),
        (21, 22),
        (22, 9),
        (22, 20),
        (23, 39),
    ]
    .into_iter()
    .map(|(line, column)| span(line, column, 0))
    .collect();
    view.branches = vec![BranchRow {
        id: BranchId(0),
        length: LENGTH,
        label: "as loaded".to_owned(),
        ending: view.ending.clone(),
        strip: TURNS.iter().map(|(actor, from, to)| (*actor, to - from)).collect(),
        selected: true,
        ..BranchRow::default()
    }];
}

fn choices(view: &mut View) {
    let choice = |actor, label: &str, taken| ChoiceRow { actor, label: label.to_owned(), taken };
    let at_eighteen = || vec![choice(PAY, "13 dst.lock", false), choice(MAIN, "21 t2.start()", true)];
    if view.position == 18 {
        view.choices = at_eighteen();
    }
    if view.position == 24 {
        view.choices = vec![
            choice(PAY, "13 dst.lock", false),
            choice(REFUND, "12 src.lock", true),
            choice(MAIN, "22 t1.join()", false),
        ];
    }
    if view.at_end {
        view.question = Some(Question {
            step: 18,
            parts: vec![
                StoryPart::Actor(PAY),
                StoryPart::Text(" has just taken ".to_owned()),
                StoryPart::Code("home.lock".to_owned()),
                StoryPart::Text(".".to_owned()),
            ],
            choices: at_eighteen(),
        });
    }
}

/// What a search of the bank has found when it is halted.
pub fn findings(halt: Option<Halt>) -> Findings {
    let strip = TURNS.iter().map(|(actor, from, to)| (*actor, to - from)).collect();
    let deadlock = OutcomeRow {
        kind: EndingKind::Deadlock,
        failure: true,
        output: String::new(),
        exit_code: 3,
        detail: None,
        blocked: vec!["pay waits for shop.lock, which refund holds.".to_owned()],
        no_return: Some((28, "After step 28 every schedule ends in the deadlock.".to_owned())),
        preemptions: 1,
        steps: 12,
        least: halt == Some(Halt::Complete),
        replayed: true,
        schedule: "0:5,1:2,0:2,2:2".to_owned(),
        python: vec![Python::V3_14],
        strip,
    };
    let end = OutcomeRow {
        kind: EndingKind::Exit,
        failure: false,
        output: "110 90 2\n".to_owned(),
        exit_code: 0,
        blocked: vec![],
        no_return: None,
        preemptions: 0,
        schedule: String::new(),
        ..deadlock.clone()
    };
    let race = RaceRow {
        place: "done".to_owned(),
        sides: vec![("pay".to_owned(), 16, true), ("refund".to_owned(), 16, false)],
    };
    Findings {
        verdict: Verdict::Counterexample,
        progress: searched(1204),
        halt,
        outcomes: vec![deadlock, end],
        outcomes_total: 2,
        failures_total: 1,
        samples: 0,
        races: vec![race],
        remarks: vec![],
    }
}

/// How far a search is that has seen so many states.
pub fn searched(states: u64) -> SearchProgress {
    SearchProgress {
        states,
        transitions: 2 * states,
        depth: 41,
        waiting: states / 10,
        ends: 2,
        jobs: 2,
        damaged: false,
    }
}
