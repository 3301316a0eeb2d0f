//! Lost wake-ups in the sentences of deadlocks: what was said before somebody listened, and nothing else.

use crate::report::written;
use crate::source;
use std::collections::BTreeSet;

/// Two events, each cleared by the one who has waited for it; then a third wait for which nobody cares.
const PING_PONG: &str = "\
import threading
ping, pong = threading.Event(), threading.Event()
def one():
    ping.set()
    pong.wait()
    pong.clear()
    pong.wait()
def two():
    ping.wait()
    ping.clear()
    pong.set()
threads = [threading.Thread(target=f, name=f.__name__) for f in (one, two)]
for t in threads: t.start()
for t in threads: t.join()
";

/// The sentences about lost wake-ups at the deadlocks of a program, each once.
fn lost(text: &str) -> BTreeSet<String> {
    let report = written(text, "--json --jobs 1");
    let outcomes = report["outcomes"].as_array().expect("a list").clone();
    assert!(outcomes.iter().any(|end| end["kind"] == "deadlock"), "{report}");
    let lines = outcomes.iter().flat_map(|end| end["blocked"].as_array().expect("a list").clone());
    lines
        .filter_map(|line| line.as_str().map(str::to_owned))
        .filter(|line| line.contains(" before "))
        .collect()
}

fn check(file: &str, wanted: &[&str]) {
    let text = source::text(format!("tests/explore/bugs/{file}.py").as_ref());
    assert_eq!(lost(&text), wanted.iter().map(|line| (*line).to_owned()).collect(), "{file}");
}

#[test]
fn what_was_said_before_somebody_listened_is_named() {
    check(
        "notify_before_wait",
        &[
            "bell was notified by Thread-2 (cook) in line 12 before Thread-1 (serve) waited for it: nobody heard that.",
        ],
    );
    // The same line sets it and another one clears it; who comes too late is Olu, or Pia, or both.
    let late = |who| {
        format!(
            "whistle was set by main in line 18 and cleared by main in line 19 before {who} waited for it."
        )
    };
    check("event_pulsed", &[&late("Thread-1 (player)"), &late("Thread-2 (player)")]);
}

/// A request that comes in while the clerk is at work is wiped out when he clears the event behind it.
#[test]
fn an_event_that_is_cleared_unseen_is_named() {
    let asked = |who| {
        format!(
            "request was set by {who} in line 24 and cleared by Thread-1 (clerk) in line 18 before Thread-1 (clerk) waited for it."
        )
    };
    check("event_cleared", &[&asked("Thread-3 (ask)")]);
}

#[test]
fn who_was_waiting_or_has_looked_has_lost_nothing() {
    check("notify_one_of_two", &[]);
    check("lock_inversion", &[]);
    assert_eq!(lost(PING_PONG), BTreeSet::new());
}
