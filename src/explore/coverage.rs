//! How far a search and its samples reach, said in words.

use super::parts::THREADS_MAX;
use super::report::Report;
use super::sample::{Sampled, Strategy};
use super::unreached::TRANSITIONS_MAX;

/// Sentences about what was looked at, and what that is worth.
pub(super) fn coverage(report: &Report) -> Vec<String> {
    let mut said = Vec::new();
    if report.complete {
        said.push("Every schedule was looked at.".to_string());
        if report.unreached.is_none() {
            said.push(format!(
                "Unreached lines, partial deadlocks and rounds were not looked for: there are more than {}.",
                count(TRANSITIONS_MAX as u64, "transition")
            ));
        } else if report.stuck.is_none() || report.lassos.is_none() {
            said.push(format!(
                "Partial deadlocks and rounds were not looked for: there are more than {THREADS_MAX} threads."
            ));
        }
        return said;
    }
    if report.transitions > 0 {
        said.push(format!(
            "{} and {} were looked at, breadth first to depth {}; there are more.",
            count(report.states, "state"),
            count(report.transitions, "transition"),
            report.depth
        ));
    }
    said.extend(report.samples.iter().map(of_strategy));
    if !report.samples.is_empty() {
        said.push("Sampling can find a failure. It does not prove that there is none.".to_string());
    }
    said
}

/// How far a search with at most `most` preemptions reaches.
pub(super) fn of_bound(most: u32, complete: bool, unbounded: bool) -> Vec<String> {
    let most = count(most.into(), "preemption");
    vec![match (complete, unbounded) {
        (true, true) => format!("Every schedule was looked at: none needs more than {most}."),
        (true, false) => {
            format!("Every schedule with at most {most} was looked at; there are schedules with more.")
        }
        (false, _) => format!("Not every schedule with at most {most} was looked at."),
    }]
}

fn of_strategy(sampled: &Sampled) -> String {
    let how = match sampled.strategy {
        Strategy::Uniform => "each decision drawn evenly among the threads that could go on",
        Strategy::Pct => "random priorities with one or two changes",
        Strategy::Pos => "a random priority for each pending event, drawn anew after a race",
        Strategy::Surw => "the orders of the events at a chosen place drawn evenly",
        Strategy::Reversal => "plain schedules, and orders of two events that they showed reversed",
    };
    let cut = match sampled.cut {
        0 => String::new(),
        cut => format!("; {cut} did not end within the instructions allowed"),
    };
    format!(
        "{} by {}, {} of them different: {how}{cut}.",
        count(sampled.runs, "schedule"),
        sampled.strategy.name(),
        sampled.different
    )
}

fn count(n: u64, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}
