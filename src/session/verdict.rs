//! What was found, in words: the verdict, the kinds of end, the races, the state of a search.
//!
//! The words are the project's own: proved, counterexample, budget spent, and no others for a verdict.

use super::findings::{Findings, Halt, OutcomeRow, RaceRow, Verdict};
use super::protocol::Python;
use super::view::EndingKind;

/// The verdict in one plain sentence.
pub fn sentence(findings: &Findings) -> String {
    let (word, rest) = verdict(findings);
    format!("{word}: {rest}")
}

/// The verdict's own word, and the sentence behind it.
pub fn verdict(findings: &Findings) -> (&'static str, String) {
    match (findings.verdict, findings.halt) {
        (Verdict::Proved, _) if findings.remarks.iter().any(|remark| remark.endless) => {
            ("Proved", "schedules that end do so alike; some need not end.".to_owned())
        }
        (Verdict::Proved, _) => ("Proved", "every schedule ends alike.".to_owned()),
        (Verdict::Counterexample, _) => ("Counterexample", format!("{}.", ways(findings))),
        (Verdict::Budget, Some(Halt::States | Halt::Memory)) => {
            ("Budget spent", format!("{}.", nothing(findings)))
        }
        (Verdict::Budget, _) => ("No verdict yet", format!("{} so far.", nothing(findings))),
    }
}

fn ways(findings: &Findings) -> String {
    let ends = findings.outcomes_total;
    let so_far = if findings.is_complete() { "" } else { " so far" };
    let ways = format!("{ends} {} to end{so_far}", if ends == 1 { "way" } else { "ways" });
    match findings.failures_total {
        0 => format!("{ways}, depending on the schedule"),
        failures if failures == ends && ends == 1 => format!("{ways}, a failure"),
        failures if failures == ends => format!("{ways}, all of them failures"),
        1 => format!("{ways}, 1 of them a failure"),
        failures => format!("{ways}, {failures} of them failures"),
    }
}

fn nothing(findings: &Findings) -> &'static str {
    match findings.outcomes_total {
        0 => "no schedule has come to its end",
        _ => "no failure was found",
    }
}

/// What the verdict rests on.
pub fn basis(findings: &Findings) -> String {
    let reach = match findings.halt {
        Some(Halt::Complete) if findings.outcomes.iter().any(|row| row.output.lines().count() > 1) => {
            "Every schedule was tried; the order of the lines printed does not count"
        }
        Some(Halt::Complete) => "Every schedule was tried",
        Some(Halt::Stopped) => "The search was stopped; other schedules may end differently",
        Some(Halt::States) => "As many states as allowed were tried; other schedules may end differently",
        Some(Halt::Memory) => "As much memory as allowed is taken; other schedules may end differently",
        None => "The search goes on",
    };
    match findings.samples {
        0 => format!("{reach}."),
        samples => format!("{reach}. {samples} random schedules were played besides."),
    }
}

/// The kind of an end in a word. Where the program ends well in several ways, all but the first are said to differ.
pub fn kind(rows: &[OutcomeRow], nth: usize) -> &'static str {
    let Some(row) = rows.get(nth) else { return "" };
    match row.kind {
        EndingKind::Deadlock => "Deadlock",
        EndingKind::Exception => "Exception",
        EndingKind::Limit => "Limit",
        EndingKind::Exit if row.exit_code != 0 => "Exit code",
        EndingKind::Exit if differs(rows, nth) => "Another end",
        EndingKind::Exit => "End",
    }
}

/// The program ends well here, and in another way with fewer preemptions.
pub fn differs(rows: &[OutcomeRow], nth: usize) -> bool {
    let well = |row: &OutcomeRow| row.kind == EndingKind::Exit && row.exit_code == 0;
    rows.get(nth).is_some_and(well) && rows.iter().position(well).is_some_and(|first| first < nth)
}

/// The program has asked for input, which a search cannot give.
pub fn wants_input(findings: &Findings) -> bool {
    let asks = |row: &OutcomeRow| row.detail.as_ref().is_some_and(|text| text.starts_with("EOFError"));
    findings.outcomes.iter().any(asks)
}

/// Under which interpreters something can happen, and under which it cannot.
pub fn interpreters(with: &[Python], without: &[Python]) -> String {
    let list = |all: &[Python]| all.iter().map(|python| python.name()).collect::<Vec<_>>().join(", ");
    match without {
        [] => format!("under {}", list(with)),
        _ => format!("under {}, not under {}", list(with), list(without)),
    }
}

/// A race in words.
pub fn race(row: &RaceRow) -> String {
    let side = |(who, line, writes): &(String, u32, bool)| {
        format!("{who} {} it in line {line}", if *writes { "writes" } else { "reads" })
    };
    row.sides.iter().map(side).collect::<Vec<_>>().join(", ")
}

/// Preemptions in words.
pub fn preemptions(row: &OutcomeRow) -> String {
    let at_most = !row.least && row.preemptions > 0;
    format!("{}{}", if at_most { "≤ " } else { "" }, row.preemptions)
}
