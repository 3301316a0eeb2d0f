//! `interloop explore`: all ways a program can end, each with a least schedule.

use super::run::world_of;
use super::sarif::{Replays, sarif};
use super::traces::{Both, count_traces, told_traces};
use super::{Gauges, Options, Outcome, compile_program};
use crate::explore::{Crew, Ended, Explorer, Kind, Reductions, Remark, Report, Verdict, merge, remarks};
use crate::program::Python;
use crate::vm::Vm;
use std::fmt::Write;

/// States after which a search gives up, unless the command line says otherwise.
const STATES_MAX: u64 = 5_000_000;

/// Megabytes that the process takes when a search gives up.
const MEMORY_MAX: u64 = 2_048;

/// Random schedules that are run when the budget is spent.
const SAMPLES: u64 = 1_000;

/// Exit codes: proved, counterexample, budget spent.
const EXITS: [(Verdict, i32); 3] = [(Verdict::Proved, 0), (Verdict::Counterexample, 1), (Verdict::Budget, 2)];

/// Searches a program.
pub fn explore_program(
    image: &mut Vm,
    text: &str,
    file: &str,
    options: &Options,
    gauges: &Gauges,
) -> Outcome {
    let compiled = match compile_program(text, file) {
        Ok(code) => code,
        Err(errors) => return Outcome { code: 3, ..Outcome::errors(&errors, text) },
    };
    let reductions = match reductions_of(&options.without) {
        Ok(reductions) => reductions,
        Err(message) => return Outcome::machine_says(&message),
    };
    let jobs = match options.jobs {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        jobs => jobs,
    };
    let crew = Crew::new(jobs);
    let pythons = if options.all_pythons { Python::ALL.to_vec() } else { vec![options.python] };
    let clock = gauges.seconds;
    let start = clock();
    let (mut reports, mut counts, mut search_seconds) = (Vec::new(), Vec::new(), 0.0);
    for python in pythons {
        let mut world = world_of(file, options);
        world.python = python;
        world.library_switches = options.library_switches;
        let wanted = crate::explore::Options {
            world,
            strict_order: options.strict_order,
            reductions,
            ..Default::default()
        };
        let begun = clock();
        let mut explorer = Explorer::new(image, &compiled, wanted.clone());
        let large = options.max_memory.unwrap_or(MEMORY_MAX) << 20;
        let late =
            || options.max_seconds.is_some_and(|most| clock() - start > most) || (gauges.bytes)() > large;
        if let Some(most) = options.preemptions {
            let states_max = options.max_states.unwrap_or(STATES_MAX);
            let found = explorer.bounded(most, &mut |states| states >= states_max || late());
            reports.push(explorer.report_of(found, most));
            continue;
        }
        let most = options.max_states.unwrap_or(STATES_MAX);
        explorer.stop_at(most);
        while options.sample.is_none() && explorer.advance(&crew) {
            if late() || explorer.progress().states >= most {
                break;
            }
        }
        search_seconds += clock() - begun;
        // What is too large to be searched is sampled.
        let samples = if explorer.is_complete() { 0 } else { options.sample.unwrap_or(SAMPLES) };
        // It may take as long again as the search.
        let begun = clock();
        for _ in 0..samples {
            explorer.sample(1, options.strategy);
            if options.max_seconds.is_some_and(|most| clock() - begun > most) {
                break;
            }
        }
        if options.traces {
            let begun = clock();
            let mut counted = count_traces(image, &compiled, &wanted, options, &explorer, &late);
            counted.seconds = clock() - begun;
            counts.push(counted);
        }
        reports.push(explorer.report());
    }
    let Some(mut report) = merge(reports) else { return Outcome::machine_says("nothing was searched") };
    report.seconds = clock() - start;
    report.jobs = jobs as u32;
    let code = EXITS.iter().find(|(verdict, _)| *verdict == report.verdict).map_or(3, |(_, code)| *code);
    let stdout = match options {
        Options { json: true, .. } => {
            let both = Both { report: &report, search_seconds, traces: &counts };
            serde_json::to_string_pretty(&both).unwrap_or_default() + "\n"
        }
        Options { sarif: true, .. } => sarif(&report, &mut Replays { image, code: &compiled, file, options }),
        _ => told(&report) + &told_traces(&counts),
    };
    Outcome { stdout, code, ..Outcome::default() }
}

fn reductions_of(without: &[String]) -> Result<Reductions, String> {
    let mut reductions = Reductions::default();
    for name in without {
        match name.as_str() {
            "fuse" => reductions.fuse = false,
            "sleep" => reductions.sleep = false,
            "dead" => reductions.dead = false,
            "cache" => reductions.cache = false,
            "all" => {
                reductions = Reductions { fuse: false, sleep: false, dead: false, cache: false, ..reductions }
            }
            _ => return Err(format!("--no-reduction is fuse, sleep, dead, cache or all, not {name}")),
        }
    }
    Ok(reductions)
}

/// A remark in words.
fn told_remark(text: &mut String, remark: &Remark) {
    let _ = writeln!(text, "\n{}: {}", remark.title, remark.text);
    if let Some(schedule) = &remark.schedule {
        let schedule = if schedule.is_empty() { "\"\"" } else { schedule };
        let then = remark.cycle.as_ref().map_or(String::new(), |cycle| format!(", then for ever {cycle}"));
        let _ = writeln!(text, "   --schedule {schedule}{then}");
    }
    for line in &remark.details {
        let _ = writeln!(text, "   {line}");
    }
}

/// A report in words.
fn told(report: &Report) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}", headline(report));
    for (number, end) in report.outcomes.iter().enumerate() {
        let _ = write!(text, "\n{}. {}", number + 1, title(end));
        if report.python.len() > 1 {
            let _ = write!(text, " (under {})", end.python.join(", "));
        }
        text.push('\n');
        let most = if end.least { "" } else { "at most " };
        let _ = writeln!(
            text,
            "   {most}{}, {}",
            count(end.preemptions.into(), "preemption"),
            count(end.steps.into(), "step")
        );
        let _ =
            writeln!(text, "   --schedule {}", if end.schedule.is_empty() { "\"\"" } else { &end.schedule });
        if !end.replayed {
            text.push_str(
                "   (the schedule does not lead there in an ordinary run: time goes differently)\n",
            );
        }
        for line in end.blocked.iter().chain(&end.no_return_text) {
            let _ = writeln!(text, "   {line}");
        }
        for line in end.stdout.lines() {
            let _ = writeln!(text, "   | {line}");
        }
    }
    if !report.races.is_empty() {
        text.push_str("\nRaces (two threads about to touch one place, one to write it):\n");
    }
    for race in &report.races {
        let who = |at: usize| {
            format!(
                "{} {} it in line {}",
                race.threads[at],
                if race.writes[at] { "writes" } else { "reads" },
                race.lines[at]
            )
        };
        let _ = writeln!(text, "  {}: {}, {}", race.place, who(0), who(1));
    }
    for inversion in &report.inversions {
        let _ = writeln!(text, "\nLocks in different orders (outcome {}):", inversion.outcome);
        for (at, thread) in inversion.threads.iter().enumerate() {
            let next = &inversion.locks[(at + 1) % inversion.locks.len()];
            let (lock, taken, wanted) = (&inversion.locks[at], inversion.taken[at], inversion.wanted[at]);
            let _ = writeln!(
                text,
                "  {thread} takes {lock} in line {taken} and then wants {next} in line {wanted}"
            );
        }
    }
    remarks(report).iter().for_each(|remark| told_remark(&mut text, remark));
    let rate = report.states as f64 / report.seconds.max(1e-9);
    let _ = writeln!(
        text,
        "\n{} and {} ({} of them deduced), depth {}, {} fused; {}, {:.2} s, {:.0} states a second, {}",
        count(report.states, "state"),
        count(report.transitions, "transition"),
        report.deduced,
        report.depth,
        count(report.fused, "block"),
        count(report.rounds.into(), "round"),
        report.seconds,
        rate,
        count(report.jobs.into(), "worker"),
    );
    for sentence in &report.coverage {
        let _ = writeln!(text, "{sentence}");
    }
    for sentence in &report.uncontrolled {
        let _ = writeln!(text, "{sentence}");
    }
    let _ = writeln!(text, "probability that two states were taken for one: {:.1e}", report.collision);
    text
}

fn headline(report: &Report) -> String {
    let python = report.python.join(", ");
    match report.verdict {
        Verdict::Proved if report.lassos.as_ref().is_some_and(|lassos| !lassos.is_empty()) => {
            format!(
                "proved: schedules that end do so alike, and none fails; some need not end (Python {python})"
            )
        }
        Verdict::Proved => format!("proved: every schedule ends alike, and none fails (Python {python})"),
        Verdict::Counterexample if report.complete => {
            format!("counterexample: {} (Python {python}; every schedule was looked at)", ways(report))
        }
        Verdict::Counterexample if report.preemptions.is_some() => {
            let most = count(report.preemptions.unwrap_or(0).into(), "preemption");
            format!("counterexample: {} with at most {most} (Python {python})", ways(report))
        }
        Verdict::Counterexample => {
            format!("counterexample: {} so far (Python {python}; the search is not complete)", ways(report))
        }
        Verdict::Budget if report.preemptions.is_some() => {
            let most = count(report.preemptions.unwrap_or(0).into(), "preemption");
            format!("no failure with at most {most} in what was looked at (Python {python})")
        }
        Verdict::Budget => format!("budget spent: no failure in what was looked at (Python {python})"),
    }
}

fn ways(report: &Report) -> String {
    let failing = report.outcomes.iter().filter(|end| end.is_failure()).count();
    format!("{} to end, {failing} of them failures", count(report.outcomes.len() as u64, "way"))
}

fn title(end: &Ended) -> String {
    match end.kind {
        Kind::Deadlock => "Deadlock".into(),
        Kind::Exception => format!("Exception: {}", end.exception.as_deref().unwrap_or("?")),
        Kind::Limit => format!("Limit: {}", end.exception.as_deref().unwrap_or("?")),
        Kind::Exit if end.exit_code != 0 => format!("Exit code {}", end.exit_code),
        Kind::Exit => "End".into(),
    }
}

fn count(n: u64, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}
