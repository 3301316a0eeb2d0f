//! The application without a screen: the keyboard, what is drawn, and whole sessions played
//! against the stand-in engine.

use interloop::session::actors::{Shape, mark};
use interloop::session::desk::Phase;
use interloop::session::keys::{self, Focus, Key};
use interloop::session::link::{self, Draft, Link};
use interloop::session::marks::marks;
use interloop::session::message::{Action, Dialog, Effect, Message, Opening, Timer, Zoom};
use interloop::session::model::{Model, Offer, Origin};
use interloop::session::port::EnginePort;
use interloop::session::protocol::{Command, Python, Reply, ReplyBody, Request};
use interloop::session::scene::{Format, Verb, scene};
use interloop::session::update::update;
use interloop::session::view::ActorId;
use interloop::session::{axis, desk};

use crate::fixture;
use crate::link::some_link;
use crate::rehearsal::Rehearsal;

/// A page with an engine behind it; effects that are not the engine's are kept.
pub struct Session {
    pub model: Model,
    pub engine: Rehearsal,
    pub effects: Vec<Effect>,
}

impl Session {
    pub fn open(opening: Opening) -> Self {
        let mut session = Self { model: Model::default(), engine: Rehearsal::default(), effects: vec![] };
        session.tell(Message::Opened(Box::new(opening)));
        session
    }

    /// A page that shows the bank, its engine ready.
    pub fn bank() -> Self {
        let mut session = Self::open(Opening::default());
        session.tell(Message::LessonsArrived(Err("no list".to_owned())));
        session
    }

    pub fn tell(&mut self, message: Message) {
        let mut effects = update(&mut self.model, message);
        while !effects.is_empty() {
            let mut replies = vec![];
            for effect in effects.drain(..) {
                match effect {
                    Effect::Send(request) => replies.extend(self.engine.handle(request)),
                    Effect::StartEngine => {
                        self.engine = Rehearsal::default();
                        let build = "test".to_owned();
                        replies.push(Reply { serial: 0, body: ReplyBody::Ready { build } });
                    }
                    other => self.effects.push(other),
                }
            }
            for reply in replies {
                effects.extend(update(&mut self.model, Message::EngineSaid(Box::new(reply))));
            }
        }
    }

    pub fn act(&mut self, action: Action) {
        self.tell(Message::Do(action));
    }

    pub fn position(&self) -> u64 {
        self.model.live_view().expect("there is a view").position
    }

    fn saved(&self) -> Vec<&Draft> {
        let draft = |effect| match effect {
            &Effect::SaveDraft(ref draft) => Some(draft),
            _ => None,
        };
        self.effects.iter().filter_map(draft).collect()
    }
}

fn stored(program: &str) -> Option<String> {
    let draft = Draft { program: program.to_owned(), file: "mine.py".to_owned(), ..Draft::default() };
    Some(serde_json::to_string(&draft).unwrap())
}

fn opened_with(fragment: String) -> Opening {
    Opening { fragment, ..Opening::default() }
}

// ---- opening

#[test]
fn a_link_is_restored_and_nothing_runs() {
    let link = Link { position: 24, program: fixture::PROGRAM.to_owned(), ..some_link() };
    let session = Session::open(opened_with(link::encode(&link).unwrap()));
    assert_eq!(session.position(), 24);
    assert_eq!(session.model.python, Python::V3_14t);
    assert!(!session.model.playing);
    assert_eq!(session.model.origin, Origin::Link);
}

#[test]
fn a_damaged_link_says_so_and_leaves_the_program_alone() {
    let mut opening = opened_with("v=1&z=!!!".to_owned());
    opening.draft = stored("mine = 1\n");
    let mut session = Session::open(opening);
    assert_eq!(session.model.text, "mine = 1\n");
    let text = session.model.notice.clone().expect("a notice").text;
    assert!(text.contains("characters that do not belong there"), "{text}");

    session.tell(Message::FragmentChanged("v=9&z=AAAA".to_owned()));
    assert_eq!(session.model.text, "mine = 1\n");
    let text = session.model.notice.clone().expect("a notice").text;
    assert!(text.contains("version “9”"), "{text}");
}

#[test]
fn a_shared_program_never_overwrites_the_readers_own() {
    let mut opening = opened_with(link::encode(&some_link()).unwrap());
    opening.draft = stored("mine = 1\n");
    let mut session = Session::open(opening);
    assert_eq!(session.model.text, some_link().program);
    assert_eq!(session.model.notice.as_ref().map(|notice| notice.offer), Some(Offer::Draft));
    assert!(session.saved().is_empty(), "looking at it stores nothing");

    session.tell(Message::Edited("theirs = 2\n".to_owned()));
    let kept = session.saved().last().and_then(|draft| draft.kept.clone()).expect("kept");
    assert_eq!(kept.program, "mine = 1\n");
    assert!(session.effects.contains(&Effect::ClearFragment));

    session.tell(Message::DraftRestored);
    assert_eq!(session.model.text, "mine = 1\n");
    assert_eq!(session.model.file, "mine.py");
    session.tell(Message::DraftRestored);
    assert_eq!(session.model.text, "theirs = 2\n", "what was edited is kept in its turn");
}

#[test]
fn a_link_in_an_open_page_keeps_what_was_there() {
    let mut session = Session::bank();
    session.tell(Message::Edited("mine = 1\n".to_owned()));
    session.tell(Message::FragmentChanged(link::encode(&some_link()).unwrap()));
    assert_eq!(session.model.text, some_link().program);
    assert_eq!(session.model.kept.as_ref().map(|draft| draft.program.as_str()), Some("mine = 1\n"));
}

#[test]
fn a_first_visit_shows_the_first_lesson() {
    let mut session = Session::open(Opening::default());
    let list = r#"[{"id":"one","title":"One","goal":"See it","file":"one.py","python":"3.9",
                    "schedule":"0*9"}]"#;
    session.tell(Message::LessonsArrived(Ok(list.to_owned())));
    let fetched = Effect::FetchLesson { id: "one".to_owned(), file: "one.py".to_owned() };
    assert!(session.effects.contains(&fetched));
    session.tell(Message::LessonArrived { id: "one".to_owned(), program: Ok("x = 1\n".to_owned()) });
    assert_eq!(session.model.title(), "One");
    assert_eq!(session.model.python, Python::V3_9);
    assert_eq!(session.position(), 0);
}

/// A lesson that is mended stays the lesson; another program in its place is the reader's own.
#[test]
fn a_program_typed_over_a_lesson_has_not_its_title() {
    let mut session = Session::open(Opening::default());
    let list = r#"[{"id":"one","title":"One","goal":"See it","file":"one.py","python":"3.9","schedule":""}]"#;
    session.tell(Message::LessonsArrived(Ok(list.to_owned())));
    let program = "x = 1\ny = 2\nprint(x)\n";
    session.tell(Message::LessonArrived { id: "one".to_owned(), program: Ok(program.to_owned()) });
    session.tell(Message::Edited("x = 1\ny = 3\nprint(x)\n".to_owned()));
    assert_eq!(session.model.title(), "One, edited");
    assert!(session.model.lesson().is_some());
    session.tell(Message::Edited("print(7)\n".to_owned()));
    assert_eq!((session.model.title().as_str(), session.model.file.as_str()), ("Your program", "program.py"));
    assert!(session.model.lesson().is_none());
}

// ---- running

#[test]
fn steps_go_forwards_and_back() {
    let mut session = Session::bank();
    for _ in 0..3 {
        session.act(Action::Step);
    }
    session.act(Action::StepBack);
    assert_eq!(session.position(), 2);
    session.act(Action::NextSwitch);
    assert_eq!(session.position(), 14);
    session.act(Action::RunToEnd);
    assert_eq!(session.position(), fixture::LENGTH);
    assert_eq!(session.model.live_view().unwrap().deadlock.len(), 3);
    session.act(Action::Restart);
    assert_eq!(session.position(), 0);
}

#[test]
fn an_edit_resets_the_run_after_a_pause_or_at_the_next_step() {
    let mut session = Session::bank();
    session.act(Action::RunToEnd);
    session.tell(Message::Edited(format!("{}#\n", fixture::PROGRAM)));
    assert!(session.model.live_view().is_none(), "what was seen is of another program");
    assert!(session.effects.contains(&Effect::Wait(Timer::Reload, 600)));
    session.tell(Message::Elapsed(Timer::Reload));
    assert_eq!(session.position(), 0);

    session.tell(Message::Edited(fixture::PROGRAM.to_owned()));
    session.act(Action::Step);
    assert_eq!(session.position(), 1);
}

#[test]
fn a_program_that_does_not_compile_shows_why() {
    let mut session = Session::bank();
    session.tell(Message::Edited("x = ???\n".to_owned()));
    session.tell(Message::Elapsed(Timer::Reload));
    assert!(session.model.live_view().is_none());
    let messages = marks(&session.model).messages;
    assert_eq!((messages[0].span.line, messages[0].span.column), (1, 4));
}

#[test]
fn playing_stops_at_the_end_and_begins_again_from_there() {
    let mut session = Session::bank();
    session.tell(Message::SpeedChosen(5));
    session.act(Action::PlayOrStop);
    assert!(session.model.playing);
    for _ in 0..20 {
        session.tell(Message::Elapsed(Timer::Play));
    }
    assert_eq!(session.position(), fixture::LENGTH);
    assert!(!session.model.playing);
    session.act(Action::PlayOrStop);
    assert_eq!(session.position(), 4);
}

#[test]
fn an_endless_program_is_stopped() {
    let mut session = Session::bank();
    session.tell(Message::Edited("while True: pass\n".to_owned()));
    session.act(Action::RunToEnd);
    assert!(session.model.stoppable());
    session.act(Action::PlayOrStop);
    assert!(!session.model.stoppable());
    assert!(session.model.desk.idle());
}

#[test]
fn a_worker_that_does_not_stop_is_replaced() {
    let mut session = Session::bank();
    session.act(Action::NextSwitch);
    let request = session.model.desk.send_now(Command::RunToEnd);
    // The request is never answered.
    assert!(request.serial > 0);
    let effects = update(&mut session.model, Message::Do(Action::Stop));
    assert!(effects.contains(&Effect::Wait(Timer::StopWatch, 2000)));
    session.tell(Message::Elapsed(Timer::StopWatch));
    assert_eq!(session.model.desk.phase, Phase::Ready);
    assert_eq!(session.position(), 14, "the new engine stands where the old one stood");
}

#[test]
fn a_broken_engine_leaves_the_program_and_can_be_replaced() {
    let mut session = Session::bank();
    session.tell(Message::EngineBroke("unreachable".to_owned()));
    assert_eq!(session.model.text, fixture::PROGRAM);
    assert_eq!(session.model.notice.as_ref().map(|notice| notice.offer), Some(Offer::Engine));
    session.tell(Message::EngineRestart);
    assert_eq!(session.position(), 0);
    assert!(session.model.notice.is_none());
}

#[test]
fn a_choice_starts_a_branch_and_the_old_one_stays() {
    let mut session = Session::bank();
    session.tell(Message::Slid(24));
    session.tell(Message::ChooseNth(2));
    let view = session.model.live_view().unwrap();
    assert_eq!(view.branches.len(), 2);
    assert!(view.branches[1].selected);
    let old = view.branches[0].id;
    session.tell(Message::BranchChosen(old));
    assert!(session.model.live_view().unwrap().branches[0].selected);
}

#[test]
fn a_dead_end_asks_the_last_real_question() {
    let mut session = Session::bank();
    session.act(Action::RunToEnd);
    session.tell(Message::ChooseNth(0));
    assert_eq!(session.position(), 19);
}

#[test]
fn late_replies_are_dropped() {
    let mut session = Session::bank();
    let before = session.model.clone();
    let view = Box::new(fixture::bank(30));
    session.tell(Message::EngineSaid(Box::new(Reply { serial: 9999, body: ReplyBody::View(view) })));
    assert_eq!(session.model, before);
}

#[test]
fn a_slider_that_moves_on_replaces_the_position_not_yet_asked_for() {
    let mut desk = desk::Desk::default();
    desk.phase = Phase::Ready;
    desk.ask(Command::Goto { step: 1 });
    assert_eq!(desk.next(), Some(Request { serial: 1, command: Command::Goto { step: 1 } }));
    desk.ask(Command::Goto { step: 2 });
    desk.ask(Command::Goto { step: 3 });
    assert_eq!(desk.next(), None, "one at a time");
    assert_eq!(desk.close(1), Some(Command::Goto { step: 1 }));
    assert_eq!(desk.next().map(|request| request.command), Some(Command::Goto { step: 3 }));
}

// ---- keys

fn key(name: &str, focus: Focus) -> Key {
    Key { name: name.to_owned(), shift: false, focus }
}

#[test]
fn keys_do_not_fire_while_a_text_is_edited() {
    let session = Session::bank();
    for name in ["s", " ", "ArrowRight", "1", "Escape", "?", "p"] {
        assert_eq!(keys::message(&session.model, &key(name, Focus::Text)), None, "{name}");
    }
}

#[test]
fn buttons_and_fields_keep_their_own_keys() {
    let session = Session::bank();
    let message = |name, focus| keys::message(&session.model, &key(name, focus));
    assert_eq!(message(" ", Focus::Button), None);
    assert_eq!(message("ArrowRight", Focus::Button), Some(Message::Do(Action::Step)));
    assert_eq!(message("ArrowRight", Focus::Field), None);
    assert_eq!(message("Escape", Focus::Field), Some(Message::Do(Action::Stop)));
}

#[test]
fn a_dialog_takes_escape_and_nothing_else() {
    let mut session = Session::bank();
    session.tell(Message::DialogOpened(Dialog::Keys));
    assert_eq!(keys::message(&session.model, &key("s", Focus::Page)), None);
    let escape = keys::message(&session.model, &key("Escape", Focus::Page));
    assert_eq!(escape, Some(Message::DialogClosed));
}

// ---- what is drawn

#[test]
fn two_threads_on_one_expression_share_one_mark() {
    let mut session = Session::bank();
    session.act(Action::RunToEnd);
    let marks = marks(&session.model);
    let shared = marks.cursors.iter().find(|cursor| cursor.span.line == 13).unwrap();
    let letters: String = shared.actors.iter().map(|actor| actor.letter).collect();
    assert_eq!(letters, "AB");
    assert_eq!(marks.decisive, [12]);
    let key: Vec<_> = marks.cuts.iter().filter(|cut| cut.kind == "key").collect();
    assert_eq!((key[0].line, key[0].column), (12, 17));
}

#[test]
fn actors_have_a_letter_a_shape_and_a_hue_in_order_of_creation() {
    let row: String = (0..12).map(|index| mark(index).letter).collect();
    assert_eq!(row, "MABCDEFGHJKL");
    assert_eq!(mark(0).shape, Shape::Ring);
    assert_eq!((mark(1).class, mark(9).class), ("A", "A"));
    assert_eq!(mark(2).shape, Shape::Square);
}

#[test]
fn a_deadlock_of_two_is_a_circle() {
    let view = fixture::bank(fixture::LENGTH);
    for format in [Format::Wide, Format::Mid, Format::Phone, Format::Frame] {
        let scene = scene(&view, format);
        let hot: Vec<_> = scene.arrows.iter().filter(|arrow| arrow.hot).map(|arrow| arrow.verb).collect();
        assert_eq!(hot.iter().filter(|verb| **verb == Verb::Holds).count(), 2);
        assert_eq!(hot.iter().filter(|verb| **verb == Verb::Waits).count(), 2);
        assert!(scene.deadlock.is_some());
        assert!(scene.label.contains("A, pay, holds home.lock and waits for shop.lock."));
    }
}

#[test]
fn nothing_on_the_stage_moves_while_a_run_goes_on() {
    let places = |position| {
        let cards = scene(&fixture::bank(position), Format::Wide).cards;
        cards.into_iter().map(|card| (card.area, card.subject)).collect::<Vec<_>>()
    };
    assert_eq!(places(24), places(41));
}

#[test]
fn many_threads_stand_below_each_other_without_touching() {
    let mut view = fixture::bank(41);
    let pattern = view.actors[1].clone();
    for index in 3..12 {
        let mut actor = pattern.clone();
        (actor.id, actor.index) = (ActorId(index), index);
        view.actors.push(actor);
    }
    for format in [Format::Wide, Format::Mid, Format::Phone, Format::Frame] {
        let scene = scene(&view, format);
        for (place, card) in scene.cards.iter().enumerate() {
            assert!(card.area.y + card.area.h <= scene.height, "{format:?} {card:?}");
            for other in &scene.cards[place + 1..] {
                let apart = card.area.x + card.area.w < other.area.x
                    || other.area.x + other.area.w < card.area.x
                    || card.area.y + card.area.h < other.area.y
                    || other.area.y + other.area.h < card.area.y;
                assert!(apart, "{format:?} {card:?} {other:?}");
            }
        }
    }
}

#[test]
fn the_axis_is_round_and_a_little_longer_than_the_run() {
    let ends: Vec<u64> = [0, 8, 9, 41, 86, 1_000_000].map(axis::whole).to_vec();
    assert_eq!(ends, [10, 10, 15, 50, 150, 1_500_000]);
    assert_eq!(axis::zoom((0, 1000), 500, 800, Zoom::In), (250, 750));
    assert_eq!(axis::zoom((250, 750), 500, 800, Zoom::Out), (0, 1000));
}

#[test]
fn requests_and_replies_are_their_own_json() {
    let request = Request { serial: 7, command: Command::Choose { step: 18, actor: ActorId(2) } };
    let text = serde_json::to_string(&request).unwrap();
    assert_eq!(text, r#"{"serial":7,"command":{"Choose":{"step":18,"actor":2}}}"#);
    assert_eq!(serde_json::from_str::<Request>(&text).unwrap(), request);

    let reply = Reply { serial: 7, body: ReplyBody::View(Box::new(fixture::bank(41))) };
    let text = serde_json::to_string(&reply).unwrap();
    assert_eq!(serde_json::from_str::<Reply>(&text).unwrap(), reply);
}
