//! The page's HTML, drawn without a browser: what stands in it and how it is named.

use crate::fixture;
use std::pin::pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, Wake};

use interloop::session::findings::{ComparisonRows, Halt};
use interloop::session::message::{Dialog, StageTab};
use interloop::session::model::{Model, Notice, Offer};
use interloop::session::protocol::Python;
use interloop::session::search::{Search, Stage};
use interloop::ui::{App, Props};
use yew::prelude::*;

/// A model that shows the bank at a position, and whatever else `change` makes of it.
fn bank(position: u64, change: fn(&mut Model)) -> Model {
    let mut model = Model {
        base: "https://a.example/".to_owned(),
        text: fixture::PROGRAM.to_owned(),
        file: "bank.py".to_owned(),
        loaded: Some((fixture::PROGRAM.to_owned(), Python::V3_14)),
        view: Some(fixture::bank(position)),
        ..Model::default()
    };
    change(&mut model);
    model
}

struct Unpark(std::thread::Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Waits for a future on this thread.
fn wait<T>(future: impl Future<Output = T>) -> T {
    let waker = Arc::new(Unpark(std::thread::current())).into();
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(value) => return value,
            Poll::Pending => std::thread::park(),
        }
    }
}

fn html(position: u64, change: fn(&mut Model)) -> String {
    let renderer = yew::ServerRenderer::<App>::with_props(move || Props {
        model: Rc::new(bank(position, change)),
        send: Callback::noop(),
    });
    wait(renderer.hydratable(false).render())
}

fn check(position: u64, change: fn(&mut Model), expected: &[&str]) {
    let html = html(position, change);
    for piece in expected {
        assert!(html.contains(piece), "“{piece}” is not in {html}");
    }
}

#[test]
fn the_five_regions_are_named() {
    check(
        0,
        |_| {},
        &[
            "aria-label=\"Code\"",
            "aria-label=\"Stage\"",
            "aria-label=\"Timeline\"",
            "aria-label=\"Story\"",
            "aria-label=\"Outcomes\"",
        ],
    );
}

#[test]
fn a_deadlock_is_told_in_words_and_lit_in_the_picture() {
    check(
        fixture::LENGTH,
        |_| {},
        &[
            "data-deadlock=\"true\"",
            "<li>pay waits for shop.lock, which refund holds.</li>",
            "class=\"halo\"",
            "· nobody can go on",
            "data-kind=\"deadlock\"",
            "aria-label=\"Wait-for graph. M, main, waits for end of pay.",
        ],
    );
}

#[test]
fn a_switch_point_offers_everyone_who_can_go_on() {
    check(
        24,
        |_| {},
        &["data-choices=\"3\"", "<b>pay</b>", "<b>refund</b>", "<b>main</b>", "· a switch point"],
    );
}

#[test]
fn what_the_program_has_printed_so_far_is_said_to_be_nothing() {
    check(3, |_| {}, &["nothing yet", "Nothing has happened yet."]);
}

#[test]
fn what_has_not_been_explored_is_said_not_to_be() {
    check(0, |_| {}, &["not explored yet", "Explore every schedule", "Other schedules may end differently."]);
}

#[test]
fn what_was_explored_is_told_in_words() {
    let explored = |model: &mut Model| {
        let mut search = Search::default();
        search.of = (model.text.clone(), model.python);
        search.stage = Stage::Over(Halt::Complete);
        search.findings = Some(fixture::findings(Some(Halt::Complete)));
        model.search = Some(search);
        let who = [Some("pay".to_owned()), None];
        model.comparison = Some((0, ComparisonRows { shared: 18, who, ..ComparisonRows::default() }));
    };
    check(
        0,
        explored,
        &[
            "After step 28 every schedule ends in the deadlock.",
            "data-compare=\"0\"",
            "After step 18: in run 1 pay goes on, in run 2 it ends.",
            "data-verdict=\"counterexample\"",
            "2 ways to end, 1 of them a failure.",
            "aria-label=\"Show Deadlock: prints nothing\"",
            "pay waits for shop.lock, which refund holds.",
            "pay writes it in line 16, refund reads it in line 16.",
            "under 3.14",
            "id=\"search-said\"",
        ],
    );
}

#[test]
fn frames_show_each_threads_variables() {
    check(
        41,
        |model| model.stage_tab = StageTab::Frames,
        &["<code>transfer</code>", "<code>src</code>", "<samp>home</samp>"],
    );
}

#[test]
fn dialogs_and_notices_have_roles() {
    check(
        0,
        |model| model.dialog = Some(Dialog::Keys),
        &["<dialog id=\"dialog-keys\"", "run to the next switch"],
    );
    check(
        0,
        |model| model.dialog = Some(Dialog::Share),
        &["id=\"share-link\"", "https://a.example/#v=1&amp;z="],
    );
    let notice = |model: &mut Model| {
        model.notice = Some(Notice { text: "Oh.".to_owned(), wrong: true, offer: Offer::Engine });
    };
    check(0, notice, &["role=\"alert\"", "Start a fresh engine"]);
}

#[test]
fn a_frame_gets_the_compact_page_with_a_way_out() {
    check(
        24,
        |model| model.embed = true,
        &["id=\"embed\"", "id=\"open\"", "href=\"https://a.example/#v=1&amp;z="],
    );
}

#[test]
fn every_button_has_a_name() {
    for position in [0, 24, 41] {
        let html = html(position, |_| {});
        for button in html.split("<button").skip(1) {
            let button = button.split("</button>").next().unwrap_or_default();
            let (head, body) = button.split_once('>').unwrap_or_default();
            let text: String =
                body.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect();
            let plain = body.split('<').next().unwrap_or_default();
            assert!(
                head.contains("aria-label") || !text.trim().is_empty() || !plain.trim().is_empty(),
                "{button}"
            );
        }
    }
}
