//! What a search has found, as data: the schema `interloop/explore/1` of the command line's JSON.

use super::outcome::{ENDLESS, Kind, Outcome, text_of};
use super::place::is_lock;
use super::seen::collision;
use super::walk::FUEL;
use super::{Explorer, Race};
use crate::schedule::{Policy, Schedule, Script, run};
use crate::trace::{Knot, Names, Tape, Teller, globals, next_text};
use crate::vm::footprint::{Touch, WHOLE, key_of, special};
use crate::vm::object::{Attrs, Data};
use crate::vm::step::Grain;
use crate::vm::thread::ThreadId;
use crate::vm::{Stream, Vm};
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
    /// At a deadlock: a sentence for each thread that waits.
    pub blocked: Vec<String>,
    #[serde(skip)]
    key: Option<Outcome>,
}

impl Ended {
    /// True if a correct program does not end so.
    pub fn is_failure(&self) -> bool {
        self.kind != Kind::Exit || self.exit_code != 0
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
    /// The interpreter settings that were searched.
    pub python: Vec<String>,
    /// The ends, those that fail first.
    pub outcomes: Vec<Ended>,
    /// The races.
    pub races: Vec<Met>,
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
    /// Random schedules that were run besides, and how many different ones they were.
    pub samples: [u64; 2],
    /// How likely it is that two states were taken for one.
    pub collision: f64,
    /// Seconds; filled in by whoever has a clock.
    pub seconds: f64,
    /// Workers.
    pub jobs: u32,
    /// Bytes of the tables of states and transitions.
    pub bytes: u64,
}

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
        && let Some(state) = explorer.search.ledger.graph.first_without_end()
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
    outcomes.sort_by_key(|end| (!end.is_failure(), end.preemptions, end.steps));
    let races = explorer.search.ledger.races.clone();
    let mut races: Vec<Met> = races.iter().filter_map(|race| met(explorer, race)).collect();
    races.sort_by(|a, b| (&a.lines, &a.place).cmp(&(&b.lines, &b.place)));
    races.dedup_by(|a, b| a.place == b.place && a.lines == b.lines);
    let (counts, complete) = (explorer.search.ledger.counts, explorer.is_complete());
    Report {
        schema: "interloop/explore/1".into(),
        verdict: verdict_of(&outcomes, complete),
        complete,
        python: vec![python],
        outcomes,
        races,
        states: explorer.search.states() as u64,
        transitions: counts.run + counts.deduced,
        deduced: counts.deduced,
        fused: counts.fused,
        depth: counts.depth,
        rounds: explorer.rounds,
        samples: [explorer.sampler.runs, explorer.sampler.different() as u64],
        collision: collision(explorer.search.states()),
        seconds: 0.0,
        jobs: 1,
        bytes: explorer.search.bytes() as u64,
    }
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
        whole.states += report.states;
        whole.transitions += report.transitions;
        whole.deduced += report.deduced;
        whole.fused += report.fused;
        whole.depth = whole.depth.max(report.depth);
        whole.rounds += report.rounds;
        (0..2).for_each(|at| whole.samples[at] += report.samples[at]);
        whole.collision += report.collision;
        whole.bytes = whole.bytes.max(report.bytes);
    }
    whole.verdict = verdict_of(&whole.outcomes, whole.complete);
    whole.outcomes.sort_by_key(|end| (!end.is_failure(), end.preemptions, end.steps));
    Some(whole)
}

/// The first state in which the program ends so.
fn first_state(explorer: &Explorer, end: u32) -> Option<u32> {
    explorer
        .search
        .ledger
        .graph
        .ends
        .iter()
        .filter(|(_, other)| **other == end)
        .map(|(state, _)| *state)
        .min()
}

/// Preemptions along a way whose states have been expanded.
fn preemptions_of(explorer: &Explorer, threads: &[u16]) -> u32 {
    let graph = &explorer.search.ledger.graph;
    let (mut state, mut last, mut count) = (0, u16::MAX, 0);
    for &thread in threads {
        let edges = graph.edges(state);
        let could_go_on = !graph.timed.contains(&state) && edges.iter().any(|(other, _)| *other == last);
        count += u32::from(could_go_on && thread != last);
        let Some((_, to)) = edges.iter().find(|(other, _)| *other == thread) else { break };
        (state, last) = (*to, thread);
    }
    count
}

/// Switches of a schedule away from a thread that could have gone on.
fn switches(explorer: &mut Explorer, schedule: &Schedule) -> u32 {
    let mut vm = explorer.beginning();
    let (mut count, mut last) = (0, ThreadId(0));
    for stretch in schedule.stretches() {
        count += u32::from(stretch.thread != last && vm.choices().contains(&last));
        for _ in 0..stretch.blocks {
            if !vm.choices().contains(&stretch.thread) {
                return count;
            }
            vm.step(stretch.thread, Grain::Block, REPLAY_MAX);
        }
        last = stretch.thread;
    }
    count
}

/// From the state to which `threads` lead, the program can only go round and round.
fn never_ending(explorer: &mut Explorer, threads: &[u16], python: &str) -> Ended {
    let (schedule, vm) = explorer.schedule_of(threads);
    let outcome = Outcome { kind: Kind::Limit, limit: ROUND.into(), exit_code: 3, ..Outcome::of(&vm, false) };
    Ended {
        kind: Kind::Limit,
        stdout: text_of(&vm, Stream::Out, true),
        stderr: text_of(&vm, Stream::Err, true),
        exit_code: 3,
        exception: Some(ROUND.into()),
        schedule: schedule.to_string(),
        preemptions: preemptions_of(explorer, threads),
        steps: threads.len() as u32,
        least: false,
        replayed: true,
        python: vec![python.into()],
        blocked: vec![],
        key: Some(outcome),
    }
}

/// What is said of a program that has come to where it repeats itself.
const ROUND: &str = "from there on it repeats itself: no schedule ends it";

/// An end with its schedule, which is played in an ordinary run and shortened. Its counts are for the caller.
fn ended(explorer: &mut Explorer, outcome: &Outcome, schedule: Schedule, found: Vm, python: &str) -> Ended {
    let ordered = explorer.options.strict_order;
    let endless = outcome.limit == ENDLESS;
    let played = if endless { None } else { replay(explorer, &schedule, REPLAY_MAX) };
    let (schedule, replayed) = match played {
        Some(vm) if Outcome::of(&vm, ordered) == *outcome => {
            let (schedule, vm) = shorten(explorer, schedule, vm, outcome);
            (schedule, Some(vm))
        }
        _ => (schedule, None),
    };
    let end = replayed.as_ref().unwrap_or(&found);
    let blocked = match outcome.kind {
        Kind::Deadlock => {
            let (names, tape) = (Names::of(end), Tape::default());
            Teller { vm: end, names: &names, tape: &tape }.knot(&Knot::of(end))
        }
        _ => vec![],
    };
    let limit = (!outcome.limit.is_empty()).then(|| outcome.limit.clone());
    Ended {
        kind: outcome.kind,
        stdout: text_of(end, Stream::Out, true),
        stderr: text_of(end, Stream::Err, true),
        exit_code: outcome.exit_code,
        exception: outcome.exceptions.first().map(|(_, text)| text.clone()).or(limit),
        schedule: schedule.to_string(),
        preemptions: 0,
        steps: 0,
        least: false,
        replayed: endless || replayed.is_some(),
        python: vec![python.into()],
        blocked,
        key: Some(outcome.clone()),
    }
}

/// Instructions that a replay may take.
const REPLAY_MAX: u64 = 50_000_000;

/// Plays a schedule from the beginning, then CPython's default, to the end.
fn replay(explorer: &mut Explorer, schedule: &Schedule, most: u64) -> Option<Vm> {
    let mut vm = explorer.beginning();
    let mut policy = Policy::Scripted(Script::new(schedule.clone()));
    run(&mut vm, &mut policy, most).ok()?;
    Some(vm)
}

/// Leaves off what CPython's default does by itself; each shorter schedule is played before it is believed.
fn shorten(explorer: &mut Explorer, mut schedule: Schedule, mut vm: Vm, outcome: &Outcome) -> (Schedule, Vm) {
    let ordered = explorer.options.strict_order;
    // A shorter one that takes much longer leads elsewhere, perhaps nowhere.
    let used: u64 = vm.thread_ids().map(|id| vm.thread(id).instructions).sum();
    while let Some(last) = schedule.stretches().last() {
        let shorter = schedule.prefix(schedule.len() - last.blocks);
        match replay(explorer, &shorter, used * 2 + 100_000) {
            Some(end) if Outcome::of(&end, ordered) == *outcome => (schedule, vm) = (shorter, end),
            _ => break,
        }
    }
    (schedule, vm)
}

/// A race in the program's own words; none if it is the library's own business.
fn met(explorer: &mut Explorer, race: &Race) -> Option<Met> {
    let way = explorer.search.ledger.graph.way_to(race.state);
    let (schedule, mut vm) = explorer.schedule_of(&way);
    let names = Names::of(&vm);
    let place = describe(&vm, &names, &race.touches[0])?;
    let (names, tape) = (&names, Tape::default());
    let threads =
        race.threads.map(|thread| Teller { vm: &vm, names, tape: &tape }.thread(ThreadId(u32::from(thread))));
    let lines = race.threads.map(|thread| line_of(&mut vm, ThreadId(u32::from(thread)), &race.touches[0]));
    Some(Met {
        place,
        threads: threads.to_vec(),
        lines: lines.to_vec(),
        writes: race.touches.iter().map(|touch| touch.write).collect(),
        schedule: schedule.to_string(),
    })
}

/// The line at which a thread stands before it touches the place.
fn line_of(vm: &mut Vm, thread: ThreadId, touch: &Touch) -> u32 {
    let mut vm = vm.copy();
    vm.heap.trail.set(true);
    let mut line = 0;
    while vm.is_enabled(thread) {
        line = next_text(&vm, thread).map_or(line, |(line, _)| line);
        vm.step(thread, Grain::Block, FUEL);
        let meets = |other: &Touch| {
            other.id == touch.id && (other.key == touch.key || other.key == WHOLE || touch.key == WHOLE)
        };
        if vm.heap.trail.take().iter().any(meets) {
            break;
        }
    }
    line
}

/// What a place is called in the program; nothing if it is no data of the program.
fn describe(vm: &Vm, names: &Names, touch: &Touch) -> Option<String> {
    if special::is_special(touch.id) || is_lock(vm, touch.id) {
        return None;
    }
    let object = vm.heap.find(touch.id)?;
    let main = vm.thread(ThreadId(0)).frames.iter().find(|frame| !frame.hidden).map(|frame| frame.globals);
    if main == Some(touch.id) {
        let (name, _) = globals(vm)
            .into_iter()
            .find(|(name, _)| key_of(vm.hash_str(&name.as_str().into())) == touch.key)?;
        return Some(name);
    }
    let owner = names.get(touch.id)?;
    if touch.key == WHOLE {
        return Some(owner.into());
    }
    if let Attrs::Own(attributes) = &object.attrs
        && let Some((name, _)) = attributes.iter().find(|(name, _)| key_of(name.hash64()) == touch.key)
    {
        return Some(format!("{owner}.{name}"));
    }
    Some(match &object.data {
        Data::List(items) => match (0..items.len()).find(|at| key_of(*at as u64) == touch.key) {
            Some(at) => format!("{owner}[{at}]"),
            None => owner.into(),
        },
        Data::Type(class) => match class.dict.iter().find(|(name, _)| key_of(name.hash64()) == touch.key) {
            Some((name, _)) => format!("{owner}.{name}"),
            None => owner.into(),
        },
        _ => owner.into(),
    })
}
