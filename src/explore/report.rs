//! What a search has found, as data: the schema `interloop/explore/1` of the command line's JSON.

use super::Explorer;
use super::bounded::Bounded;
use super::coverage::{self, coverage};
use super::ending::{REPLAY_MAX, ended, first_state, never_ending, preemptions_of, replay, switches};
use super::inversions::{Inversion, inversions, renumber};
use super::lasso::{Lasso, lassos};
use super::meeting::met;
use super::outcome::{Kind, Outcome, is_failure};
use super::sample::Sampled;
use super::seen::collision;
use super::stuck::{Stuck, stuck};
use super::uncontrolled::uncontrolled;
use super::unreached::unreached;
use crate::schedule::Schedule;
use serde::{Deserialize, Serialize};

/// What can be said about a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// No schedule fails, and all end alike: every schedule was looked at.
    Proved,
    /// Some schedule fails, or two end differently.
    Counterexample,
    /// Nothing was found in what was looked at.
    Budget,
}

/// One way to end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ended {
    /// Its kind.
    pub kind: Kind,
    /// What its schedule prints.
    pub stdout: String,
    /// What its schedule prints on standard error.
    pub stderr: String,
    /// The exit code.
    pub exit_code: i32,
    /// The last line of the first traceback, or which limit was reached.
    pub exception: Option<String>,
    /// A schedule that leads to it: the fewest preemptions, and among those the fewest steps, if `least`.
    pub schedule: String,
    /// Switches away from a thread that could have gone on.
    pub preemptions: u32,
    /// Transitions; atomic blocks for an end that only a random schedule has found.
    pub steps: u32,
    /// `preemptions` is the least number, and `steps` the least number with so many.
    pub least: bool,
    /// Playing the schedule in an ordinary run has led to this end; where there is no end, to where it begins.
    pub replayed: bool,
    /// The interpreter settings under which it can happen.
    pub python: Vec<String>,
    /// At a deadlock: a sentence for each thread that waits, then one for each wake-up that was lost.
    pub blocked: Vec<String>,
    /// The point of no return: the first position of its run from which every schedule fails, or, where this is no
    /// failure, ends like this.
    pub no_return: Option<u32>,
    /// The same as a sentence.
    pub no_return_text: Option<String>,
    #[serde(skip)]
    pub(super) key: Option<Outcome>,
}

impl Ended {
    /// True if a correct program does not end so.
    pub fn is_failure(&self) -> bool {
        is_failure(self.kind, self.exit_code)
    }
}

/// Two accesses to one place, next in one state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    /// The place in the program's own words.
    pub place: String,
    /// Who.
    pub threads: Vec<String>,
    /// In which lines.
    pub lines: Vec<u32>,
    /// Which of them write.
    pub writes: Vec<bool>,
    /// A schedule that leads to the state.
    pub schedule: String,
}

/// All that is known about a program's schedules.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Name and version of this form.
    pub schema: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Every state was seen.
    pub complete: bool,
    /// Only schedules with at most so many preemptions were looked at.
    pub preemptions: Option<u32>,
    /// The interpreter settings that were searched.
    pub python: Vec<String>,
    /// The ends, those that fail first.
    pub outcomes: Vec<Ended>,
    /// The races.
    pub races: Vec<Met>,
    /// Locks that threads take in different orders, each with the deadlock that it leads to.
    pub inversions: Vec<Inversion>,
    /// Threads that never move again while others go on; none if that is not known.
    pub stuck: Option<Vec<Stuck>>,
    /// Livelocks and starvation; none if that is not known.
    pub lassos: Option<Vec<Lasso>>,
    /// Lines with code that no schedule executes; none if that is not known.
    pub unreached: Option<Vec<u32>>,
    /// What of the program was not decided by the search, in sentences.
    pub uncontrolled: Vec<String>,
    /// States.
    pub states: u64,
    /// Transitions between them.
    pub transitions: u64,
    /// Of those, how many were deduced from others instead of run.
    pub deduced: u64,
    /// Atomic blocks that were not transitions of their own.
    pub fused: u64,
    /// The greatest number of transitions on a shortest way to a state.
    pub depth: u32,
    /// Searches, each with more places at which threads meet.
    pub rounds: u32,
    /// Schedules that were sampled besides, by strategy.
    pub samples: Vec<Sampled>,
    /// How far this reaches, in sentences.
    pub coverage: Vec<String>,
    /// How likely it is that two states were taken for one.
    pub collision: f64,
    /// Seconds; filled in by whoever has a clock.
    pub seconds: f64,
    /// Workers.
    pub jobs: u32,
    /// Bytes of the tables of states and transitions.
    pub bytes: u64,
}

/// Name and version of the JSON form, which `docs/explore.md` describes.
pub const SCHEMA: &str = "interloop/explore/1";

/// Edges up to which the least number of preemptions is computed: it takes about 60 bytes an edge.
const EDGES_MAX: usize = 3_000_000;

pub(super) fn of(explorer: &mut Explorer) -> Report {
    let python = explorer.options.world.python.name().to_string();
    let ends = explorer.search.ledger.ends.all.clone();
    let least = explorer.search.ledger.graph.transitions() <= EDGES_MAX && explorer.is_complete();
    let ways =
        if least { explorer.search.ledger.graph.least_ways(ends.len()) } else { vec![None; ends.len()] };
    let mut outcomes = Vec::new();
    for (number, outcome) in ends.iter().enumerate() {
        let (threads, preemptions) = match &ways[number] {
            Some(way) => (way.threads.clone(), Some(way.preemptions)),
            None => match first_state(explorer, number as u32) {
                Some(state) => (explorer.search.ledger.graph.way_to(state), None),
                None => continue,
            },
        };
        let preemptions = preemptions.unwrap_or_else(|| preemptions_of(explorer, &threads));
        let (schedule, found) = explorer.schedule_of(&threads);
        let mut end = ended(explorer, outcome, schedule, found, &python);
        (end.preemptions, end.steps, end.least) = (preemptions, threads.len() as u32, least);
        outcomes.push(end);
    }
    if explorer.is_complete()
        && let Some(state) = explorer.fates().first_without_end()
    {
        let threads = explorer.search.ledger.graph.way_to(state);
        outcomes.push(never_ending(explorer, &threads, &python));
    }
    for (outcome, schedule) in explorer.sampled.clone() {
        // The search may have come to it since.
        if ends.contains(&outcome) {
            continue;
        }
        if let Some(found) = replay(explorer, &schedule, REPLAY_MAX) {
            let (preemptions, steps) = (switches(explorer, &schedule), schedule.len() as u32);
            let mut end = ended(explorer, &outcome, schedule, found, &python);
            (end.preemptions, end.steps) = (preemptions, steps);
            outcomes.push(end);
        }
    }
    for end in outcomes.iter_mut().filter(|end| end.replayed) {
        let found = Schedule::parse(&end.schedule).ok().and_then(|schedule| explorer.no_return(&schedule));
        (end.no_return, end.no_return_text) = found.map(|found| (found.step, found.text)).unzip();
    }
    outcomes.sort_by_key(|end| (!end.is_failure(), end.preemptions, end.steps));
    let races = explorer.search.ledger.races.clone();
    let mut races: Vec<Met> = races.iter().filter_map(|race| met(explorer, race)).collect();
    races.sort_by(|a, b| (&a.lines, &a.place).cmp(&(&b.lines, &b.place)));
    races.dedup_by(|a, b| a.place == b.place && a.lines == b.lines);
    let (counts, complete) = (explorer.search.ledger.counts, explorer.is_complete());
    let mut report = Report {
        schema: SCHEMA.into(),
        verdict: verdict_of(&outcomes, complete),
        complete,
        preemptions: None,
        python: vec![python],
        inversions: inversions(explorer, &outcomes),
        stuck: stuck(explorer),
        lassos: lassos(explorer),
        unreached: unreached(explorer),
        uncontrolled: uncontrolled(&explorer.code, &explorer.options.world),
        outcomes,
        races,
        states: explorer.search.states() as u64,
        transitions: counts.run + counts.deduced,
        deduced: counts.deduced,
        fused: counts.fused,
        depth: counts.depth,
        rounds: explorer.rounds,
        samples: explorer.sampler.tallies(),
        coverage: vec![],
        collision: collision(explorer.search.states()),
        seconds: 0.0,
        jobs: 1,
        bytes: explorer.search.bytes() as u64,
    };
    report.coverage = coverage(&report);
    report
}

/// What a search with at most `most` preemptions has found. Its counts of states are of pairs of a state and the thread
/// that ran last.
pub(super) fn of_bounded(explorer: &mut Explorer, found: Bounded, most: u32) -> Report {
    let python = explorer.options.world.python.name().to_string();
    let mut outcomes = Vec::new();
    for end in found.ends {
        let mut told = ended(explorer, &end.outcome, end.schedule, end.vm, &python);
        (told.preemptions, told.steps, told.least) = (end.preemptions, end.steps, found.complete);
        outcomes.push(told);
    }
    outcomes.sort_by_key(|end| (!end.is_failure(), end.preemptions, end.steps));
    let mut report = Report {
        schema: SCHEMA.into(),
        verdict: verdict_of(&outcomes, false),
        complete: false,
        preemptions: Some(most),
        python: vec![python],
        inversions: inversions(explorer, &outcomes),
        stuck: None,
        lassos: None,
        unreached: None,
        uncontrolled: uncontrolled(&explorer.code, &explorer.options.world),
        outcomes,
        races: vec![],
        states: found.states,
        transitions: found.transitions,
        deduced: 0,
        fused: 0,
        depth: found.depth,
        rounds: found.rounds,
        samples: vec![],
        coverage: vec![],
        collision: collision(found.states as usize),
        seconds: 0.0,
        jobs: 1,
        bytes: 0,
    };
    report.coverage = coverage::of_bound(most, found.complete, found.unbounded);
    report
}

fn verdict_of(outcomes: &[Ended], complete: bool) -> Verdict {
    if outcomes.len() > 1 || outcomes.iter().any(Ended::is_failure) {
        Verdict::Counterexample
    } else if complete {
        Verdict::Proved
    } else {
        Verdict::Budget
    }
}

/// Puts the reports of several interpreter settings together.
pub fn merge(reports: Vec<Report>) -> Option<Report> {
    let mut reports = reports.into_iter();
    let mut whole = reports.next()?;
    for report in reports {
        whole.complete &= report.complete;
        if whole.preemptions.is_some() {
            whole.coverage.extend(report.coverage);
            whole.coverage.dedup();
        }
        whole.python.extend(report.python);
        for end in report.outcomes {
            match whole.outcomes.iter_mut().find(|other| other.key == end.key) {
                Some(other) => other.python.extend(end.python),
                None => whole.outcomes.push(end),
            }
        }
        for race in report.races {
            if !whole.races.iter().any(|other| other.place == race.place && other.lines == race.lines) {
                whole.races.push(race);
            }
        }
        for inversion in report.inversions {
            let same =
                |other: &Inversion| (&other.taken, &other.wanted) == (&inversion.taken, &inversion.wanted);
            if !whole.inversions.iter().any(same) {
                whole.inversions.push(inversion);
            }
        }
        whole.stuck = joined(
            whole.stuck,
            report.stuck,
            |one, other| one.blocked == other.blocked,
            |stuck| &mut stuck.python,
        );
        let same = |one: &Lasso, other: &Lasso| {
            (one.kind, &one.thread, &one.threads) == (other.kind, &other.thread, &other.threads)
        };
        whole.lassos = joined(whole.lassos, report.lassos, same, |lasso| &mut lasso.python);
        whole.unreached = both(whole.unreached, report.unreached);
        whole.states += report.states;
        whole.transitions += report.transitions;
        whole.deduced += report.deduced;
        whole.fused += report.fused;
        whole.depth = whole.depth.max(report.depth);
        whole.rounds += report.rounds;
        add_samples(&mut whole.samples, report.samples);
        whole.collision += report.collision;
        whole.bytes = whole.bytes.max(report.bytes);
    }
    whole.verdict = verdict_of(&whole.outcomes, whole.complete);
    if whole.preemptions.is_none() {
        whole.coverage = coverage(&whole);
    }
    whole.outcomes.sort_by_key(|end| (!end.is_failure(), end.preemptions, end.steps));
    renumber(&mut whole.inversions, &whole.outcomes);
    Some(whole)
}

/// What was found under either setting, each once, with both settings where it was found under both.
fn joined<T>(
    one: Option<Vec<T>>,
    other: Option<Vec<T>>,
    same: impl Fn(&T, &T) -> bool,
    python: impl Fn(&mut T) -> &mut Vec<String>,
) -> Option<Vec<T>> {
    let (mut all, more) = (one?, other?);
    for mut found in more {
        match all.iter_mut().find(|known| same(known, &found)) {
            Some(known) => python(known).append(python(&mut found)),
            None => all.push(found),
        }
    }
    Some(all)
}

/// Lines that are executed under neither setting.
fn both(one: Option<Vec<u32>>, other: Option<Vec<u32>>) -> Option<Vec<u32>> {
    let (mut one, other) = (one?, other?);
    one.retain(|line| other.contains(line));
    Some(one)
}

fn add_samples(all: &mut Vec<Sampled>, more: Vec<Sampled>) {
    for sampled in more {
        match all.iter_mut().find(|known| known.strategy == sampled.strategy) {
            Some(known) => {
                known.runs += sampled.runs;
                known.different += sampled.different;
                known.cut += sampled.cut;
            }
            None => all.push(sampled),
        }
    }
}
