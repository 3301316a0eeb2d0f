//! Words for what a finished search has found besides ends: threads that never move again, livelock, starvation, and
//! lines that nobody executes.

use super::lasso::{Lasso, LassoKind};
use super::report::Report;
use super::stuck::Stuck;

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is, with the interpreter settings under which it is so if several were searched.
    pub title: String,
    /// The finding in words.
    pub text: String,
    /// The schedule that leads to it.
    pub schedule: Option<String>,
    /// The schedule that then repeats itself for ever.
    pub cycle: Option<String>,
    /// What else there is to say: a sentence each.
    pub details: Vec<String>,
}

/// What a report says about that, in the order in which it is told.
pub fn remarks(report: &Report) -> Vec<Remark> {
    let several = report.python.len() > 1;
    let under =
        |python: &[String]| if several { format!(" (under {})", python.join(", ")) } else { String::new() };
    let stuck = report.stuck.iter().flatten().map(|stuck| of_stuck(stuck, &under(&stuck.python)));
    let lassos = report.lassos.iter().flatten().map(|lasso| of_lasso(lasso, &under(&lasso.python)));
    let unreached = report.unreached.iter().filter(|lines| !lines.is_empty()).map(|lines| Remark {
        title: "Lines that no schedule executes".into(),
        text: ranges(lines),
        schedule: None,
        cycle: None,
        details: vec![],
    });
    stuck.chain(lassos).chain(unreached).collect()
}

fn of_stuck(stuck: &Stuck, under: &str) -> Remark {
    Remark {
        title: format!("Partial deadlock{under}"),
        text: format!("{} for ever, while the program goes on", named(&stuck.threads, "waits", "wait")),
        schedule: Some(stuck.schedule.clone()),
        cycle: None,
        details: stuck.blocked.clone(),
    }
}

fn of_lasso(lasso: &Lasso, under: &str) -> Remark {
    let lines = if lasso.lines.len() == 1 { "line" } else { "lines" };
    let round =
        format!("{} round and round ({lines} {})", named(&lasso.threads, "goes", "go"), ranges(&lasso.lines));
    let (title, text) = match (&lasso.thread, lasso.line) {
        (Some(thread), Some(line)) => (
            "Starvation",
            format!("{round}, and {thread}, which could move again and again, never does (line {line})"),
        ),
        _ if lasso.can_end => ("Livelock", format!("{round}, though the program could end")),
        _ => ("Livelock", format!("{round}, and there is no way out")),
    };
    let fair = match lasso.kind {
        LassoKind::Livelock => "(strongly fair: whoever can move again and again does)",
        LassoKind::Starvation => "(weakly fair: whoever can move all the time does)",
    };
    let other = "(an ordinary run does not come round so: time goes differently)";
    let details = [fair].into_iter().chain((!lasso.replayed).then_some(other));
    Remark {
        title: format!("{title}{under}"),
        text,
        schedule: Some(lasso.schedule.clone()),
        cycle: Some(lasso.cycle.clone()),
        details: details.map(str::to_owned).collect(),
    }
}

/// `a goes`, `a and b go`.
pub fn named(threads: &[String], one: &str, many: &str) -> String {
    match threads {
        [] => String::new(),
        [thread] => format!("{thread} {one}"),
        [others @ .., last] => format!("{} and {last} {many}", others.join(", ")),
    }
}

/// `3, 7-9` for 3, 7, 8 and 9.
fn ranges(lines: &[u32]) -> String {
    let told = lines.chunk_by(|a, b| a + 1 == *b).map(|run| match run {
        [first, .., last] => format!("{first}-{last}"),
        _ => run[0].to_string(),
    });
    told.collect::<Vec<_>>().join(", ")
}
