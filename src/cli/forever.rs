//! Words for what a finished search has found besides ends: threads that never move again, livelock, starvation, and
//! lines that nobody executes.

use crate::explore::{Lasso, LassoKind, Report, Stuck};
use std::fmt::Write;

/// What a report says about that; nothing if there is nothing.
pub(super) fn told_forever(report: &Report) -> String {
    let mut text = String::new();
    let several = report.python.len() > 1;
    let under =
        |python: &[String]| if several { format!(" (under {})", python.join(", ")) } else { String::new() };
    for stuck in report.stuck.iter().flatten() {
        told_stuck(&mut text, stuck, &under(&stuck.python));
    }
    for lasso in report.lassos.iter().flatten() {
        told_lasso(&mut text, lasso, &under(&lasso.python));
    }
    if let Some(lines) = report.unreached.as_ref().filter(|lines| !lines.is_empty()) {
        let _ = writeln!(text, "\nLines that no schedule executes: {}", ranges(lines));
    }
    text
}

fn told_stuck(text: &mut String, stuck: &Stuck, under: &str) {
    let _ = writeln!(
        text,
        "\nPartial deadlock{under}: {} for ever, while the program goes on",
        named(&stuck.threads, "waits", "wait")
    );
    let _ = writeln!(text, "   --schedule {}", quoted(&stuck.schedule));
    for line in &stuck.blocked {
        let _ = writeln!(text, "   {line}");
    }
}

fn told_lasso(text: &mut String, lasso: &Lasso, under: &str) {
    let movers = named(&lasso.threads, "goes", "go");
    let lines = if lasso.lines.len() == 1 { "line" } else { "lines" };
    let round = format!("round and round ({lines} {})", ranges(&lasso.lines));
    let _ = match (&lasso.thread, lasso.line) {
        (Some(thread), Some(line)) => writeln!(
            text,
            "\nStarvation{under}: {movers} {round}, and {thread}, which could move again and again, never does (line {line})"
        ),
        _ => {
            let way_out =
                if lasso.can_end { "though the program could end" } else { "and there is no way out" };
            writeln!(text, "\nLivelock{under}: {movers} {round}, {way_out}")
        }
    };
    let _ = writeln!(text, "   --schedule {}, then for ever {}", quoted(&lasso.schedule), lasso.cycle);
    let fair = match lasso.kind {
        LassoKind::Livelock => "strongly fair: whoever can move again and again does",
        LassoKind::Starvation => "weakly fair: whoever can move all the time does",
    };
    let _ = writeln!(text, "   ({fair})");
    if !lasso.replayed {
        text.push_str("   (an ordinary run does not come round so: time goes differently)\n");
    }
}

/// `a goes`, `a and b go`.
pub(super) fn named(threads: &[String], one: &str, many: &str) -> String {
    match threads {
        [] => String::new(),
        [thread] => format!("{thread} {one}"),
        [others @ .., last] => format!("{} and {last} {many}", others.join(", ")),
    }
}

/// `3, 7-9` for 3, 7, 8 and 9.
pub(super) fn ranges(lines: &[u32]) -> String {
    let told = lines.chunk_by(|a, b| a + 1 == *b).map(|run| match run {
        [first, .., last] => format!("{first}-{last}"),
        _ => run[0].to_string(),
    });
    told.collect::<Vec<_>>().join(", ")
}

fn quoted(schedule: &str) -> &str {
    if schedule.is_empty() { "\"\"" } else { schedule }
}
