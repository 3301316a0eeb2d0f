//! `interloop explore --traces`: in how many essentially different ways a program can run.
//!
//! The count is made by the second engine, and its ends are compared with those of the first.

use super::Options;
use crate::explore::{self, Explorer, Kind, Tally, Traces};
use crate::program::Code;
use crate::vm::Vm;
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::Arc;

/// Traces after which the count gives up, unless the command line says otherwise.
const TRACES_MAX: u64 = 100_000;

/// Events between two looks at the clock.
const SLICE: u64 = 1_000;

/// What was counted under one interpreter setting.
#[derive(Debug, Serialize)]
pub struct Counted {
    python: &'static str,
    #[serde(flatten)]
    tally: Tally,
    ends: Vec<End>,
    /// Both engines know the same ends; nothing if one of them did not come to its end.
    agrees: Option<bool>,
    /// Seconds that the count took.
    pub seconds: f64,
}

/// One way to end.
#[derive(Debug, Serialize)]
struct End {
    kind: Kind,
    stdout: String,
    stderr: String,
    traces: u64,
}

/// A report with the counts under a key of their own.
#[derive(Serialize)]
pub struct Both<'a, T: Serialize> {
    /// The report.
    #[serde(flatten)]
    pub report: &'a T,
    /// Seconds of the search alone, without what is made of it afterwards: least schedules, lines never reached.
    pub search_seconds: f64,
    /// The counts, one for each interpreter setting; none if they were not asked for.
    #[serde(skip_serializing_if = "<[Counted]>::is_empty")]
    pub traces: &'a [Counted],
}

/// Counts the traces of a program that the first engine has searched. `late` tells that time is up; the seconds are for
/// whoever has a clock.
pub fn count_traces(
    image: &mut Vm,
    code: &Arc<Code>,
    wanted: &explore::Options,
    options: &Options,
    first: &Explorer,
    late: &dyn Fn() -> bool,
) -> Counted {
    let mut traces = Traces::new(image, code, wanted);
    let most = options.max_traces.unwrap_or(TRACES_MAX);
    while traces.advance(SLICE) && traces.tally().traces < most && !late() {}
    let tally = traces.tally();
    let ends = traces.ends().iter().map(|(end, traces)| End {
        kind: end.kind,
        stdout: end.stdout.clone(),
        stderr: end.stderr.clone(),
        traces: *traces,
    });
    let mine: BTreeSet<_> = traces.ends().iter().map(|(end, _)| end).collect();
    let agrees = (tally.complete && first.is_complete()).then(|| mine == first.ends().iter().collect());
    Counted { python: wanted.world.python.name(), tally, ends: ends.collect(), agrees, seconds: 0.0 }
}

/// The counts in words.
pub fn told_traces(counts: &[Counted]) -> String {
    let mut text = String::new();
    for Counted { python, tally, ends, agrees, .. } in counts {
        let least = if tally.complete { "" } else { "at least " };
        let ways = if tally.traces == 1 { "way" } else { "ways" };
        let _ =
            writeln!(text, "\n{least}{} essentially different {ways} to run (Python {python})", tally.traces);
        for end in ends {
            let kind = match end.kind {
                Kind::Deadlock => "deadlock",
                Kind::Exception => "exception",
                Kind::Limit => "limit",
                Kind::Exit => "end",
            };
            let _ = writeln!(text, "  {} {kind} {:?}", end.traces, end.stdout.trim_end());
        }
        let _ = write!(text, "  {} events, {} runs in vain", tally.events, tally.redundant);
        if tally.cut > 0 {
            let _ = write!(text, ", {} cut because they went on for too long", tally.cut);
        }
        text.push('\n');
        if *agrees == Some(false) {
            text.push_str(
                "  The two engines disagree about the ends: one of them is wrong. Please report it.\n",
            );
        }
    }
    text
}
