//! The search over all schedules as the page lives through it, against the stand-in engine, and as it is drawn.

use interloop::session::desk::Phase;
use interloop::session::findings::{Findings, Halt, RemarkRow, Verdict};
use interloop::session::keys::{self, Focus, Key};
use interloop::session::message::{Action, Effect, Message, Timer};
use interloop::session::protocol::{Command, Python, Reply, ReplyBody, Request};
use interloop::session::search::{self, Offer, Stage};
use interloop::session::update::update;
use interloop::session::verdict;

use crate::fixture;
use crate::session::Session;

const ENDLESS: &str = "while True: pass\n";

/// A page on which this program is searched.
fn exploring(program: &str) -> Session {
    let mut session = Session::bank();
    session.tell(Message::Edited(program.to_owned()));
    session.tell(Message::Explore);
    session
}

fn stage(session: &Session) -> Stage {
    session.model.search.as_ref().expect("there is a search").stage
}

fn findings(session: &Session) -> &Findings {
    session.model.search.as_ref().and_then(|search| search.findings.as_ref()).expect("something was found")
}

#[test]
fn a_search_runs_to_its_end_and_says_so() {
    let mut session = Session::bank();
    assert_eq!(search::offer(&session.model), Offer::Begin);
    session.tell(Message::Explore);
    assert_eq!(stage(&session), Stage::Over(Halt::Complete));
    assert_eq!(search::offer(&session.model), Offer::Done);
    let sentence = verdict::sentence(findings(&session));
    assert_eq!(sentence, "Counterexample: 2 ways to end, 1 of them a failure.");
    assert_eq!(session.position(), 0, "the run shown is not touched");
}

#[test]
fn the_key_begins_a_search_and_stops_it() {
    let mut session = Session::bank();
    session.tell(Message::Edited(ENDLESS.to_owned()));
    for stage_after in [Stage::Running, Stage::Over(Halt::Stopped)] {
        let key = Key { name: "x".to_owned(), shift: false, focus: Focus::Page };
        session.tell(keys::message(&session.model, &key).expect("the key means something"));
        assert_eq!(stage(&session), stage_after);
    }
}

#[test]
fn progress_is_counted_by_the_pages_clock() {
    let mut session = exploring(ENDLESS);
    let serial = session.model.desk.search.expect("it is under way");
    for (now_ms, states) in [(1_500, 4_000), (2_500, 9_000)] {
        session.model.now_ms = now_ms;
        let body = ReplyBody::Searching { progress: fixture::searched(states), findings: None };
        session.tell(Message::EngineSaid(Box::new(Reply { serial, body })));
    }
    let search = session.model.search.as_ref().unwrap();
    assert_eq!((search.progress.states, search.rate, search.spent_ms), (9_000, 5_000, 2_500));
}

#[test]
fn steps_are_taken_while_a_search_goes_on() {
    let mut session = exploring(ENDLESS);
    session.act(Action::Step);
    assert_eq!(session.position(), 1);
    assert_eq!(stage(&session), Stage::Running);
    assert!(session.model.desk.idle(), "a search holds nothing up");
}

#[test]
fn a_stopped_search_keeps_what_is_known_so_far_and_can_go_on() {
    let mut session = exploring(ENDLESS);
    session.tell(Message::Explore);
    assert_eq!(stage(&session), Stage::Over(Halt::Stopped));
    assert!(verdict::sentence(findings(&session)).ends_with("2 ways to end so far, 1 of them a failure."));
    assert_eq!(search::offer(&session.model), Offer::Continue);
    session.tell(Message::Explore);
    assert_eq!(stage(&session), Stage::Running);
    assert_eq!(findings(&session).outcomes.len(), 2, "what was found stays in sight");
}

#[test]
fn escape_stops_a_search() {
    let mut session = exploring(ENDLESS);
    session.act(Action::Stop);
    assert_eq!(stage(&session), Stage::Over(Halt::Stopped));
}

#[test]
fn an_edit_or_another_interpreter_makes_the_result_stale_and_keeps_it() {
    let mut session = Session::bank();
    session.tell(Message::Explore);
    session.tell(Message::PythonChosen(Python::V3_9));
    assert_eq!(search::stale(&session.model).as_deref(), Some("for Python 3.14"));
    assert_eq!(search::offer(&session.model), Offer::Begin);
    session.tell(Message::PythonChosen(Python::V3_14));
    assert_eq!(search::stale(&session.model), None);
    session.tell(Message::Edited("x = 1\n".to_owned()));
    assert_eq!(search::stale(&session.model).as_deref(), Some("for an earlier text"));
    session.tell(Message::Elapsed(Timer::Reload));
    assert_eq!(findings(&session).outcomes.len(), 2);
    let before = session.model.view.clone();
    session.tell(Message::OutcomeShown(0));
    assert_eq!(session.model.view, before, "a schedule of another program is not played");
}

#[test]
fn a_way_to_end_names_the_interpreters_under_which_it_can_happen() {
    let mut session = Session::bank();
    session.tell(Message::Explore);
    session.tell(Message::PythonChosen(Python::V3_9));
    session.tell(Message::Explore);
    let serial = session.model.desk.send_beside(Command::Stop).serial;
    session.model.desk.search = Some(serial);
    let mut known = fixture::findings(Some(Halt::Complete));
    known.outcomes.remove(1);
    session.tell(Message::EngineSaid(Box::new(Reply { serial, body: ReplyBody::Found(Box::new(known)) })));
    let said = |nth: usize| {
        let mut row = fixture::findings(None).outcomes[nth].clone();
        row.python = vec![Python::V3_14];
        let (with, without) = search::interpreters(&session.model, &row);
        verdict::interpreters(&with, &without)
    };
    assert_eq!(said(0), "under 3.9, 3.14");
    assert_eq!(said(1), "under 3.14, not under 3.9");
}

#[test]
fn an_edit_ends_a_search_with_what_it_knows() {
    let mut session = exploring(ENDLESS);
    session.tell(Message::Edited("x = 1\n".to_owned()));
    assert_eq!(stage(&session), Stage::Running, "it goes on until the program is loaded");
    session.tell(Message::Elapsed(Timer::Reload));
    assert_eq!(stage(&session), Stage::Over(Halt::Stopped));
    assert_eq!(findings(&session).outcomes.len(), 2);
    assert_eq!(session.position(), 0);
}

#[test]
fn a_way_to_end_is_shown_as_another_run_at_its_end() {
    let mut session = Session::bank();
    session.act(Action::Step);
    session.tell(Message::Explore);
    session.tell(Message::OutcomeShown(0));
    let view = session.model.live_view().unwrap();
    assert!(view.at_end);
    let labels: Vec<_> = view.branches.iter().map(|row| (row.label.as_str(), row.selected)).collect();
    assert_eq!(labels, [("as loaded", false), ("explored: deadlock", true)]);
    assert_eq!(session.model.search.as_ref().unwrap().shown, Some(0));
    session.act(Action::StepBack);
    assert_eq!(session.position(), fixture::LENGTH - 1);
}

#[test]
fn a_program_that_does_not_compile_is_not_searched_and_what_was_found_stays() {
    let mut session = Session::bank();
    session.tell(Message::Explore);
    session.tell(Message::Edited("x = ???\n".to_owned()));
    session.tell(Message::Explore);
    let problem = session.model.search_problem.clone().expect("it is said");
    assert!(problem.contains("does not compile (line 1: SyntaxError"), "{problem}");
    assert_eq!(findings(&session).outcomes.len(), 2);
    assert_eq!(search::stale(&session.model).as_deref(), Some("for an earlier text"));
}

#[test]
fn an_engine_that_dies_in_a_search_is_replaced_and_what_was_found_stays() {
    let mut session = exploring(ENDLESS);
    session.tell(Message::EngineBroke("unreachable".to_owned()));
    assert_eq!(stage(&session), Stage::Over(Halt::Stopped));
    assert!(!search::possible(&session.model));
    session.tell(Message::EngineRestart);
    assert_eq!(session.model.desk.phase, Phase::Ready);
    assert_eq!(findings(&session).outcomes.len(), 2);
    session.tell(Message::Explore);
    assert_eq!(stage(&session), Stage::Running);
}

#[test]
fn an_engine_that_does_not_stop_searching_is_replaced() {
    let mut session = exploring(ENDLESS);
    let effects = update(&mut session.model, Message::Explore);
    assert!(effects.contains(&Effect::Wait(Timer::SearchWatch, search::STOP_MS_MAX)));
    assert_eq!(stage(&session), Stage::Stopping);
    session.tell(Message::Elapsed(Timer::SearchWatch));
    assert_eq!(stage(&session), Stage::Over(Halt::Stopped));
    assert_eq!(session.position(), 0);
}

#[test]
fn late_replies_of_a_search_are_dropped() {
    let mut session = exploring(ENDLESS);
    let serial = session.model.desk.search.unwrap();
    session.tell(Message::Edited("x = 1\n".to_owned()));
    session.tell(Message::Elapsed(Timer::Reload));
    let before = session.model.clone();
    let body = ReplyBody::Found(Box::default());
    session.tell(Message::EngineSaid(Box::new(Reply { serial, body })));
    assert_eq!(session.model, before);
}

#[test]
fn verdicts_are_sentences() {
    let said = |verdict, halt, ends, failures| {
        let known =
            Findings { verdict, halt, outcomes_total: ends, failures_total: failures, ..Findings::default() };
        verdict::sentence(&known)
    };
    let complete = Some(Halt::Complete);
    assert_eq!(said(Verdict::Proved, complete, 1, 0), "Proved: every schedule ends alike.");
    let round = RemarkRow { endless: true, ..RemarkRow::default() };
    let rounds = Findings { verdict: Verdict::Proved, remarks: vec![round], ..Findings::default() };
    assert_eq!(verdict::sentence(&rounds), "Proved: schedules that end do so alike; some need not end.");
    assert_eq!(
        said(Verdict::Counterexample, complete, 3, 0),
        "Counterexample: 3 ways to end, depending on the schedule."
    );
    assert_eq!(said(Verdict::Counterexample, complete, 1, 1), "Counterexample: 1 way to end, a failure.");
    let spent = said(Verdict::Budget, Some(Halt::States), 1, 0);
    assert_eq!(spent, "Budget spent: no failure was found.");
    let stopped = said(Verdict::Budget, Some(Halt::Stopped), 0, 0);
    assert_eq!(stopped, "No verdict yet: no schedule has come to its end so far.");
}

#[test]
fn messages_of_a_search_are_their_own_json() {
    let request = Request { serial: 3, command: Command::Explore { states: 10, bytes: 20 } };
    let text = serde_json::to_string(&request).unwrap();
    assert_eq!(text, r#"{"serial":3,"command":{"Explore":{"states":10,"bytes":20}}}"#);
    let reply = Reply { serial: 3, body: ReplyBody::Found(Box::new(fixture::findings(Some(Halt::Memory)))) };
    let text = serde_json::to_string(&reply).unwrap();
    assert_eq!(serde_json::from_str::<Reply>(&text).unwrap(), reply);
}
