//! The machines of the threads beside the code: the rows that the engine sends, and how they are laid out.
//!
//! Each machine is a column with a dot for each place, at its line. Ways to the next dot below are straight; those that
//! skip dots bend to the right, those that lead up bend to the left. A thread stands on its dot with its badge. Lines with
//! more places than there is room for show one dot for all. The editor draws it, since it knows where its lines are.

use serde::{Deserialize, Serialize};

use super::actors;
use super::axis::grouped;
use super::marks::{self, Badge};
use super::message::{Message, Way};
use super::model::Model;
use super::protocol::Command;
use super::states;
use super::update::ask;
use super::view::{ActorId, Status, View};
pub use crate::explore::{Deed, Stage};

/// A place where a thread can stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandRow {
    /// Where in its life the thread is.
    pub stage: Stage,
    /// The line, from 1; 0 outside the program.
    pub line: u32,
    /// The expression that comes next.
    pub text: String,
    /// What is done with it.
    pub deed: Deed,
    /// States in which one of the threads stands here.
    pub states: u32,
    /// Of those, states in which it waits.
    pub waits: u32,
    /// The first line of the function, 0 outside the program.
    pub function: u32,
}

/// The machine of one thread, or of several that have the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MachineRow {
    /// Whose it is.
    pub actors: Vec<ActorId>,
    /// The places.
    pub stands: Vec<StandRow>,
    /// The ways: from, to, and whether the thread can go round there.
    pub strides: Vec<(u32, u32, bool)>,
}

/// What the engine tells of the machines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RailRows {
    /// The machines.
    pub machines: Vec<MachineRow>,
    /// States that they were made from.
    pub looked: u32,
    /// The states that there are.
    pub states: u32,
    /// Every state was seen.
    pub complete: bool,
    /// Where each thread stands at the present position: machine and place. Empty if the run has left the states.
    pub standing: Vec<(ActorId, u32, u32)>,
}

/// The machines as the page has them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rail {
    /// What the engine has told.
    pub rows: Option<RailRows>,
    /// The reader has put them away.
    pub hidden: bool,
    /// The place that is pointed at: machine and place.
    pub pointed: Option<(u32, u32)>,
}

/// Machines that are drawn.
const COLUMNS_MAX: usize = 8;
/// Places of a line that have dots of their own, and the distance of two such dots.
const PER_LINE: usize = 3;
const DOTS_APART: f64 = 9.0;
/// The width of a column without bends, what bends add on their side, and the room for the badge at its dot.
const COLUMN: f64 = 20.0;
const BEND: (f64, f64) = (6.0, 13.0);

/// A dot, as the editor draws it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RailDot {
    /// The machine, and its first place here.
    pub place: (u32, u32),
    /// From the left.
    pub x: f64,
    /// The line that it stands in, and how far below its middle.
    pub line: u32,
    /// See `line`.
    pub below: f64,
    /// "start", "place", "waits" or "end".
    pub kind: &'static str,
    /// How many places it stands for.
    pub count: u32,
    /// Who stands here.
    pub here: Vec<Badge>,
    /// It is pointed at.
    pub aim: bool,
}

/// A way between two dots of one column.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct RailBend {
    /// The dot that is left, by number.
    pub from: usize,
    /// The dot that comes next.
    pub to: usize,
    /// How far it bends: to the right, or with a minus to the left.
    pub bend: f64,
    /// The thread can go round here.
    pub round: bool,
}

/// A machine, as the editor draws it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RailColumn {
    /// The style class of its hue; none if several threads share it.
    pub class: &'static str,
    /// Where its dots stand.
    pub x: f64,
    /// Whose it is: the first few.
    pub badges: Vec<Badge>,
    /// How many threads have it.
    pub threads: usize,
    /// The dots, from above.
    pub dots: Vec<RailDot>,
    /// The ways.
    pub bends: Vec<RailBend>,
}

/// Everything that is drawn.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct RailMarks {
    /// The columns.
    pub columns: Vec<RailColumn>,
    /// The width of all.
    pub width: f64,
}

/// The machines of the program shown, if there are any to be drawn.
pub fn shown(model: &Model) -> Option<&RailRows> {
    let rows = model.rail.rows.as_ref()?;
    (states::possible(model) && !model.rail.hidden && !rows.machines.is_empty()).then_some(rows)
}

/// Asks for the machines, or for where the threads stand now.
pub fn wanted(model: &mut Model) {
    if !states::possible(model) {
        (model.rail.rows, model.rail.pointed) = (None, None);
        return;
    }
    let Some(view) = model.live_view() else { return };
    // A run that is still being recorded would have to be followed anew at each step that is played.
    if model.rail.hidden || model.playing && view.ending.is_none() {
        if let Some(rows) = &mut model.rail.rows {
            rows.standing.clear();
        }
        return;
    }
    ask(model, Command::Machines);
}

/// Goes to a state in which a thread stands at a place.
pub fn choose(model: &mut Model, machine: u32, stand: u32) {
    model.rail.pointed = Some((machine, stand));
    ask(model, Command::Stand { machine, stand });
}

/// Points at a neighbour of the place that is pointed at: up and down within a machine, else in the next machine.
pub fn step(model: &mut Model, way: Way) {
    let Some(view) = model.live_view() else { return };
    let Some(marks) = marks(model, view) else { return };
    let at = model.rail.pointed.and_then(|place| find(&marks, place));
    let Some((column, dot)) = at else {
        model.rail.pointed =
            marks.columns.first().and_then(|column| column.dots.first()).map(|dot| dot.place);
        return;
    };
    let next = match way {
        Way::Up => (column, dot.saturating_sub(1)),
        Way::Down => (column, (dot + 1).min(marks.columns[column].dots.len() - 1)),
        Way::Back | Way::On => {
            let other = if way == Way::On { column + 1 } else { column.wrapping_sub(1) };
            let line = marks.columns[column].dots[dot].line;
            let Some(dots) = marks.columns.get(other).map(|column| &column.dots) else { return };
            let near = (0..dots.len()).min_by_key(|at| dots[*at].line.abs_diff(line));
            (other, near.unwrap_or(0))
        }
    };
    model.rail.pointed = marks.columns[next.0].dots.get(next.1).map(|dot| dot.place);
}

fn find(marks: &RailMarks, place: (u32, u32)) -> Option<(usize, usize)> {
    marks.columns.iter().enumerate().find_map(|(at, column)| {
        let fits = |dot: &RailDot| {
            dot.place.0 == place.0 && (dot.place.1..dot.place.1 + dot.count).contains(&place.1)
        };
        Some((at, column.dots.iter().position(fits)?))
    })
}

/// What the editor tells of a hand on the machines: "point 0 3", "point", "choose 0 3", "key ArrowUp".
pub fn heard(model: &Model, text: &str) -> Option<Message> {
    let mut words = text.split(' ');
    let what = words.next()?;
    let rest: Vec<&str> = words.collect();
    let place = match rest[..] {
        [machine, stand] => machine.parse().ok().zip(stand.parse().ok()),
        _ => None,
    };
    Some(match (what, rest.first().copied()) {
        ("point", _) => Message::RailPointed(place),
        ("choose", _) => Message::RailChosen(place?.0, place?.1),
        ("key", Some("ArrowUp")) => Message::RailMoved(Way::Up),
        ("key", Some("ArrowDown")) => Message::RailMoved(Way::Down),
        ("key", Some("ArrowLeft")) => Message::RailMoved(Way::Back),
        ("key", Some("ArrowRight")) => Message::RailMoved(Way::On),
        ("key", Some("Enter")) => {
            let (machine, stand) = model.rail.pointed?;
            Message::RailChosen(machine, stand)
        }
        _ => return None,
    })
}

/// Whose the place is that is pointed at, and what there is to say of it; else what all this is.
pub fn words(rows: &RailRows, pointed: Option<(u32, u32)>) -> (Vec<ActorId>, String) {
    let basis = match (rows.looked < rows.states, rows.complete) {
        (true, _) => {
            format!("made from {} of {} states", grouped(rows.looked.into()), grouped(rows.states.into()))
        }
        (false, true) => format!("made from all {} states", grouped(rows.states.into())),
        (false, false) => format!("made from the {} states seen so far", grouped(rows.states.into())),
    };
    let found = pointed.and_then(|(machine, stand)| {
        let machine = rows.machines.get(machine as usize)?;
        Some((machine, machine.stands.get(stand as usize)?))
    });
    let Some((machine, stand)) = found else {
        let left_out = match rows.machines.len().saturating_sub(COLUMNS_MAX) {
            0 => String::new(),
            more => format!(" {more} more have no room."),
        };
        return (
            vec![],
            format!("Where each thread can stand, {basis}. Click a place to go there.{left_out}"),
        );
    };
    let (place, next) = match (stand.stage, stand.deed) {
        (Stage::Start, _) => ("Before its first line".to_owned(), String::new()),
        (Stage::Between, _) => ("In the library, between two calls".to_owned(), String::new()),
        (Stage::End, _) => ("After its last line".to_owned(), String::new()),
        (Stage::Program, deed) => {
            let verb = match deed {
                Deed::Does => "Next",
                Deed::Writes => "Next it writes",
                Deed::Leaves => "Next it leaves",
            };
            (format!("Line {}", stand.line), format!(". {verb}: {}", stand.text))
        }
    };
    let waits = match stand.waits {
        0 => String::new(),
        _ if stand.stage == Stage::End => String::new(),
        count => format!(", {} of them waiting", grouped(count.into())),
    };
    let times = match stand.states {
        1 => "once".to_owned(),
        many => format!("{} times", grouped(many.into())),
    };
    (machine.actors.clone(), format!("{place}: {times}{waits}{next}"))
}

/// What is drawn beside the code.
pub fn marks(model: &Model, view: &View) -> Option<RailMarks> {
    let rows = shown(model)?;
    let standing = standing(rows, view);
    let mut out = RailMarks::default();
    for (nth, machine) in rows.machines.iter().enumerate().take(COLUMNS_MAX) {
        let mut column = column(view, nth as u32, machine);
        let most = |sign: f64| column.bends.iter().map(|bend| bend.bend * sign).fold(0.0, f64::max);
        let (left, right) = (most(-1.0), most(1.0));
        column.x = out.width + left + COLUMN / 2.0;
        out.width += left + COLUMN + right;
        for dot in &mut column.dots {
            dot.x = column.x;
            let mine = (dot.place.1..dot.place.1 + dot.count).map(|stand| (dot.place.0, stand));
            for place in mine {
                let there = standing.iter().filter(|(_, machine, stand)| (*machine, *stand) == place);
                dot.here.extend(there.map(|(actor, ..)| marks::badge(view, *actor)));
                dot.aim |= model.rail.pointed == Some(place);
            }
        }
        out.columns.push(column);
    }
    Some(out)
}

/// Where the threads stand: as the engine says, else where the expression that comes next is a place.
fn standing(rows: &RailRows, view: &View) -> Vec<(ActorId, u32, u32)> {
    if !rows.standing.is_empty() {
        return rows.standing.clone();
    }
    let mut out = Vec::new();
    for actor in &view.actors {
        let at = |stand: &StandRow| match (actor.status, actor.cursor) {
            (Status::Finished | Status::Failed, _) => stand.stage == Stage::End,
            (_, Some(span)) => stand.line == span.line && actor.next.as_ref() == Some(&stand.text),
            (_, None) => false,
        };
        for (nth, machine) in
            rows.machines.iter().enumerate().filter(|(_, one)| one.actors.contains(&actor.id))
        {
            let found = machine.stands.iter().position(at);
            out.extend(found.map(|stand| (actor.id, nth as u32, stand as u32)));
        }
    }
    out
}

/// One machine, its dots not yet in their place across.
fn column(view: &View, nth: u32, machine: &MachineRow) -> RailColumn {
    let lines = lines_of(machine);
    let mut dots: Vec<RailDot> = Vec::new();
    let mut dot_of = vec![0; machine.stands.len()];
    let mut order: Vec<usize> = (0..machine.stands.len()).collect();
    order.sort_by_key(|at| (lines[*at], machine.stands[*at].stage, *at));
    for group in order.chunk_by(|a, b| lines[*a] == lines[*b]) {
        // Only neighbours by number fold, and those of one line are.
        let fold = group.len() > PER_LINE;
        for (place, at) in group.iter().enumerate() {
            if fold && place > 0 {
                dots.last_mut().expect("the group's first").count += 1;
            } else {
                let room = if fold { 0.0 } else { (group.len() - 1) as f64 / 2.0 };
                dots.push(RailDot {
                    place: (nth, *at as u32),
                    x: 0.0,
                    line: lines[*at],
                    below: (place as f64 - room) * DOTS_APART,
                    kind: kind(&machine.stands[*at]),
                    count: 1,
                    here: vec![],
                    aim: false,
                });
            }
            dot_of[*at] = dots.len() - 1;
        }
    }
    let mut bends: Vec<RailBend> = Vec::new();
    for &(from, to, round) in &machine.strides {
        let (from, to) = (dot_of[from as usize], dot_of[to as usize]);
        let far = from.abs_diff(to) as f64;
        let size = (BEND.0 + far * 1.5).min(BEND.1);
        let bend = match () {
            () if to == from + 1 => 0.0,
            () if to > from => size,
            () => -size,
        };
        match bends.iter_mut().find(|known| (known.from, known.to) == (from, to)) {
            Some(known) => known.round |= round,
            None => bends.push(RailBend { from, to, bend, round }),
        }
    }
    let class = match machine.actors[..] {
        [one] => actors::mark_of(view, one).class,
        _ => "",
    };
    let badges = machine.actors.iter().take(3).map(|actor| marks::badge(view, *actor)).collect();
    RailColumn { class, x: 0.0, badges, threads: machine.actors.len(), dots, bends }
}

/// The line of each place. A thread starts where its function begins, and ends below its last place.
fn lines_of(machine: &MachineRow) -> Vec<u32> {
    let first = machine.strides.iter().find(|(from, to, _)| {
        machine.stands[*from as usize].stage == Stage::Start && machine.stands[*to as usize].line > 0
    });
    let least = machine.stands.iter().map(|stand| stand.line).filter(|line| *line > 0).min().unwrap_or(1);
    let last = machine.stands.iter().map(|stand| stand.line).max().unwrap_or(1);
    let start = first.map_or(least, |(_, to, _)| machine.stands[*to as usize].function.max(1));
    let line = |stand: &StandRow| match stand.stage {
        Stage::Program => stand.line,
        Stage::Start => start,
        Stage::Between | Stage::End => last + 1,
    };
    machine.stands.iter().map(line).collect()
}

fn kind(stand: &StandRow) -> &'static str {
    match stand.stage {
        Stage::Start => "start",
        Stage::End => "end",
        _ if stand.waits > 0 => "waits",
        _ => "place",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stand(line: u32, stage: Stage) -> StandRow {
        StandRow { stage, line, text: "x".into(), deed: Deed::Does, states: 1, waits: 0, function: 2 }
    }

    /// 200 places in 20 lines: four and more in a line are one dot, and ways between those of one line are a ring.
    #[test]
    fn lines_with_many_places_have_one_dot() {
        let stands: Vec<StandRow> = (0..200).map(|at| stand(10 + at / 10, Stage::Program)).collect();
        let strides = (0..199).map(|at| (at, at + 1, at % 10 < 9)).collect();
        let machine = MachineRow { actors: vec![ActorId(1)], stands, strides };
        let found = column(&View::default(), 0, &machine);
        assert_eq!(found.dots.len(), 20);
        assert!(found.dots.iter().all(|dot| dot.count == 10 && dot.below == 0.0));
        // A ring at each dot, and a straight way to the next.
        assert_eq!(found.bends.len(), 20 + 19);
    }

    /// Start at the function, three places of one line apart from each other, the end below.
    #[test]
    fn dots_stand_at_their_lines_and_apart() {
        let program = [3, 4, 4, 4].map(|line| stand(line, Stage::Program));
        let stands = [vec![stand(0, Stage::Start)], program.to_vec(), vec![stand(0, Stage::End)]].concat();
        let strides = vec![(0, 1, false), (1, 2, true), (2, 3, true), (3, 1, true), (3, 5, false)];
        let machine = MachineRow { actors: vec![ActorId(1), ActorId(2)], stands, strides };
        let found = column(&View::default(), 0, &machine);
        let places: Vec<_> = found.dots.iter().map(|dot| (dot.line, dot.below)).collect();
        assert_eq!(places, [(2, 0.0), (3, 0.0), (4, -9.0), (4, 0.0), (4, 9.0), (5, 0.0)]);
        assert_eq!(found.class, "", "two threads share it, so it has no hue");
        let back = found.bends.iter().find(|bend| bend.to < bend.from).expect("a way back");
        assert!(back.bend < 0.0 && back.round);
        let skips = found.bends.iter().find(|bend| (bend.from, bend.to) == (3, 5)).expect("a way past a dot");
        assert!(skips.bend > 0.0 && !skips.round);
    }
}
