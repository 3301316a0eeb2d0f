//! The states of a search for the page's picture: which are drawn, who is where in them, and how to go to one.

use super::hunt::Hunt;
use super::run::{Runs, actor};
use crate::explore::{
    Course, Dot, Explorer, Kind, LOOKED_MAX, Machine, Machines, Outcome, Stand, Station, Wanted,
};
use crate::schedule::Schedule;
use crate::session::chart::{ChartRows, DotRow, EndRow, LinkRow};
use crate::session::rail::{MachineRow, RailRows, StandRow};
use crate::session::view::ActorId;
use crate::trace::{Names, Tape, Teller, next_text, reason_of};
use crate::vm::Vm;
use crate::vm::thread::{Status, ThreadId};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Atomic blocks of a run that are followed through the states.
const BLOCKS_MAX: u64 = 4_000;
/// Transitions that are made again to say who is where.
const TOLD_MAX: usize = 3_000;
/// States of a place to which an ordinary run is looked for.
const TRIED_MAX: usize = 20;
/// Characters of an end's name.
const NAME_MAX: usize = 18;
/// Characters of code in a description.
const CODE_MAX: usize = 40;

/// The states through which the last runs went, and the machines of the threads once they have been asked for.
#[derive(Default)]
pub struct Courses {
    known: Vec<(Schedule, Rc<Course>)>,
    machines: Option<Rc<Machines>>,
}

impl Courses {
    /// The course of a schedule, and of what CPython's default does after it.
    fn of(&mut self, explorer: &mut Explorer, schedule: &Schedule, blocks: u64) -> Rc<Course> {
        if let Some((_, course)) = self.known.iter().find(|(known, _)| known == schedule) {
            return Rc::clone(course);
        }
        let course = Rc::new(explorer.course(schedule, blocks.min(BLOCKS_MAX)));
        // One for the run shown, one for the way to end.
        if self.known.len() == 2 {
            self.known.remove(0);
        }
        self.known.push((schedule.clone(), Rc::clone(&course)));
        course
    }

    /// The course of the run shown, as far as it is recorded.
    pub fn of_run(&mut self, explorer: &mut Explorer, runs: &Runs) -> Rc<Course> {
        let schedule = &runs.player().tape().schedule;
        self.of(explorer, schedule, schedule.len())
    }

    /// The machines of the threads.
    fn machines(&mut self, explorer: &mut Explorer) -> Rc<Machines> {
        Rc::clone(self.machines.get_or_insert_with(|| Rc::new(explorer.machines(LOOKED_MAX))))
    }
}

/// The machines of the threads, and where these stand in the run shown.
pub fn machines(hunt: &mut Hunt, runs: &Runs) -> RailRows {
    let (explorer, courses) = hunt.parts();
    let machines = courses.machines(explorer);
    let course = courses.of_run(explorer, runs);
    let present = course.at(runs.player().position()).map(|station| station.state);
    let standing = present.map(|state| machines.standing(state)).unwrap_or_default();
    RailRows {
        machines: machines.all.iter().map(machine).collect(),
        looked: machines.looked as u32,
        states: explorer.graph().parents.len() as u32,
        complete: explorer.is_complete(),
        standing: standing.into_iter().map(|(thread, m, at)| (ActorId(thread.into()), m, at)).collect(),
    }
}

fn machine(machine: &Machine) -> MachineRow {
    let stand = |stand: &Stand| StandRow {
        stage: stand.stage,
        line: stand.span.line,
        text: shortened(&stand.text, CODE_MAX),
        deed: stand.deed,
        states: stand.states,
        waits: stand.waits,
        function: stand.function,
    };
    MachineRow {
        actors: machine.threads.iter().map(|thread| ActorId((*thread).into())).collect(),
        stands: machine.stands.iter().map(stand).collect(),
        strides: machine.strides.iter().map(|way| (way.from, way.to, way.round)).collect(),
    }
}

/// Where to stand so that a thread of this machine stands at this place: further on in the run shown, else earlier in it,
/// else in the first state of the search that has it.
pub fn place_at(hunt: &mut Hunt, runs: &Runs, machine: u32, stand: u32) -> Option<(Option<String>, u64)> {
    let (explorer, courses) = hunt.parts();
    let machines = courses.machines(explorer);
    let course = courses.of_run(explorer, runs);
    let here = runs.player().position();
    let fits = |station: &&Station| {
        machines.standing(station.state).iter().any(|(_, m, at)| (*m, *at) == (machine, stand))
    };
    let mut later = course.stations.iter().filter(|station| station.reached > here);
    if let Some(station) = later.find(fits).or_else(|| course.stations.iter().find(fits)) {
        return Some((None, station.reached));
    }
    let states: Vec<u32> = machines.states_at(machine, stand).take(TRIED_MAX).collect();
    states.into_iter().find_map(|state| place_of(hunt, runs, state))
}

/// The picture.
pub fn chart(hunt: &mut Hunt, runs: &Runs, outcome: Option<&str>, opened: Vec<u32>) -> ChartRows {
    let (explorer, courses) = hunt.parts();
    let run = courses.of_run(explorer, runs);
    let way = outcome.and_then(|text| Schedule::parse(text).ok());
    let way = way.map(|schedule| courses.of(explorer, &schedule, BLOCKS_MAX)).unwrap_or_default();
    let position = runs.player().position();
    let present = run.at(position).map(|station| station.state);
    let states = |course: &Course| -> Vec<u32> { course.stations.iter().map(|at| at.state).collect() };
    let (way, run) = (states(&way), states(&run));
    let ways = way.iter().chain(&run).copied().collect();
    let atlas = explorer.atlas(&Wanted { ways, present, opened });
    let single = atlas.dots.iter().filter(|dot| dot.count == 1).map(|dot| dot.state).collect();
    let mut words = BTreeMap::new();
    explorer.visit_some(&single, TOLD_MAX, |state, vm| {
        words.insert(state, who_is_where(vm));
    });
    let path =
        |states: Vec<u32>| states.iter().filter_map(|state| atlas.singles.get(state).copied()).collect();
    ChartRows {
        links: atlas
            .links
            .iter()
            .map(|link| LinkRow { from: link.from, to: link.to, actor: ActorId(link.thread.into()) })
            .collect(),
        ends: explorer.ends().iter().map(|outcome| end(outcome, explorer.ends())).collect(),
        states: atlas.states,
        complete: explorer.is_complete(),
        present: present.and_then(|state| atlas.singles.get(&state).copied()),
        way: path(way),
        run: path(run),
        dots: atlas.dots.into_iter().map(|dot| row(dot, &mut words)).collect(),
    }
}

/// The point of no return of the run shown, if that has ended and is past it: its position, and the sentence.
pub fn lost(hunt: &mut Hunt, runs: &Runs) -> Option<(u64, String)> {
    let (explorer, courses) = hunt.parts();
    if !explorer.is_complete() || runs.player().tape().finish.is_none() {
        return None;
    }
    let course = courses.of_run(explorer, runs);
    let found = explorer.lost_on(&course)?;
    (u64::from(found.step) <= runs.player().position()).then(|| (found.step.into(), found.text))
}

/// Where to stand for a state: a position of the run shown, or of the run of another schedule.
pub fn place_of(hunt: &mut Hunt, runs: &Runs, state: u32) -> Option<(Option<String>, u64)> {
    let (explorer, courses) = hunt.parts();
    let passes = |course: &Course| {
        course.stations.iter().find(|station| station.state == state).map(|station| station.reached)
    };
    if let Some(position) = passes(&courses.of_run(explorer, runs)) {
        return Some((None, position));
    }
    if explorer.graph().parents.len() <= state as usize {
        return None;
    }
    let threads = explorer.graph().way_to(state);
    let (schedule, _) = explorer.schedule_of(&threads);
    let position = passes(&explorer.course(&schedule, schedule.len()))?;
    Some((Some(schedule.to_string()), position))
}

fn row(dot: Dot, words: &mut BTreeMap<u32, Vec<(ActorId, String)>>) -> DotRow {
    DotRow {
        state: dot.state,
        count: dot.count,
        layer: dot.layer,
        prospect: dot.prospect,
        end: dot.end,
        words: words.remove(&dot.state).unwrap_or_default(),
    }
}

fn end(outcome: &Outcome, all: &[Outcome]) -> EndRow {
    let last = |text: &str| text.lines().last().map(|line| shortened(line, NAME_MAX));
    // Of what it prints, the shortest line that not every end has.
    let told = |line: &&str| all.iter().any(|other| other.stdout.lines().all(|there| there != *line));
    let line = outcome.stdout.lines().filter(told).min_by_key(|line| line.chars().count());
    let name = match outcome.kind {
        Kind::Deadlock => "Deadlock".to_owned(),
        Kind::Limit => "Limit".to_owned(),
        Kind::Exit if outcome.exit_code != 0 => format!("Exit code {}", outcome.exit_code),
        Kind::Exit => line.map_or_else(|| "End".to_owned(), tail),
        Kind::Exception => {
            let line = outcome.exceptions.first().and_then(|(_, text)| last(text));
            line.unwrap_or_else(|| "Exception".to_owned())
        }
    };
    EndRow { name, failure: outcome.is_failure(), deadlock: outcome.kind == Kind::Deadlock }
}

/// Who is where, for each thread that has not ended.
fn who_is_where(vm: &Vm) -> Vec<(ActorId, String)> {
    let (names, tape) = (Names::of(vm), Tape::default());
    let teller = Teller { vm, names: &names, tape: &tape };
    let words = |thread: ThreadId| {
        let place = next_text(vm, thread).filter(|(line, _)| *line > 0);
        let at = match &place {
            Some((line, code)) => format!("line {line}, {}", shortened(code, CODE_MAX)),
            None => "outside the program".to_owned(),
        };
        match vm.thread(thread).status {
            Status::Blocked(_) if !vm.is_enabled(thread) => match reason_of(vm, thread) {
                Some(reason) => {
                    format!("line {}, waits for {}", place.map_or(0, |(line, _)| line), teller.reason(reason))
                }
                None => at,
            },
            _ => at,
        }
    };
    let living = vm.thread_ids().filter(|id| vm.thread(*id).status != Status::Finished);
    living.map(|id| (actor(id), words(id))).collect()
}

/// The end of a line, where results stand: as many whole words as there is room for.
fn tail(line: &str) -> String {
    let Some((from, _)) = line.char_indices().rev().nth(NAME_MAX) else { return line.to_owned() };
    let cut = &line[from..];
    // Without a space before the last word it is cut within the word.
    match cut.trim_end().find(' ') {
        Some(space) => format!("…{}", &cut[space..]),
        None => format!("…{}", cut.chars().skip(1).collect::<String>()),
    }
}

fn shortened(text: &str, most: usize) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}
