//! The timeline: what each thread was at, who had the GIL, where one gave way to another.

use super::picture::{span, status};
use super::run::actor;
use crate::program::Code;
use crate::session::view::{LaneSegment, Status, SwitchMark};
use crate::trace::{Names, Phase, Player, Tape, Teller};
use crate::vm::thread::ThreadId;

/// Switches that a view carries; forced ones go before others.
const SWITCHES_MAX: usize = 600;

/// A part of the run and how finely it can be shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// First step shown.
    pub from: u64,
    /// First step no longer shown, after `from`.
    pub to: u64,
    /// Segments across.
    pub segments: u64,
}

/// The timeline of a window; it depends on nothing but the tape, so it holds until the tape grows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// What all threads were at.
    pub lanes: Vec<LaneSegment>,
    /// Who had the GIL.
    pub gil_lane: Vec<LaneSegment>,
    /// Where one thread gave way to another.
    pub switches: Vec<SwitchMark>,
}

impl Timeline {
    /// Reads a tape.
    pub fn of(code: &Code, player: &Player, window: &Window, decisive: Option<u64>) -> Timeline {
        let tape = player.tape();
        Timeline {
            lanes: lanes(player, window),
            gil_lane: gil_lane(tape, window),
            switches: switches(code, tape, window, decisive),
        }
    }
}

fn lanes(player: &Player, window: &Window) -> Vec<LaneSegment> {
    // Names as they were noted, not as they are in the present state.
    let names = Names::default();
    let teller = Teller { vm: player.vm(), names: &names, tape: player.tape() };
    let mut out = Vec::new();
    let length = player.tape().length;
    for (number, spells) in player.tape().spells.iter().enumerate() {
        let first = spells.partition_point(|spell| spell.from <= window.from).saturating_sub(1);
        let last = spells.partition_point(|spell| spell.from < window.to);
        let ends = spells.iter().skip(first + 1).map(|spell| spell.from).chain([length]);
        let pieces =
            spells[first..last.max(first)].iter().zip(ends).map(|(spell, to)| (spell.from, to, spell.phase));
        let mut pieces = coarse(pieces, window);
        // A phase that has begun with the last step has no length yet, and is what the thread is at.
        pieces.extend(
            spells.last().filter(|spell| spell.from == length).map(|spell| (length, length, spell.phase)),
        );
        out.extend(pieces.into_iter().map(|(from_step, to_step, phase)| LaneSegment {
            actor: actor(ThreadId(number as u32)),
            from_step,
            to_step,
            state: status(phase),
            label: match phase {
                Phase::Waiting(reason) => Some(teller.reason(reason)),
                _ => None,
            },
        }));
    }
    out
}

/// Who had the GIL.
fn gil_lane(tape: &Tape, window: &Window) -> Vec<LaneSegment> {
    let ends = tape.turns.iter().skip(1).map(|turn| turn.from).chain([tape.length]);
    let pieces = tape.turns.iter().zip(ends).map(|(turn, to)| (turn.from, to, turn.thread));
    coarse(pieces, window)
        .into_iter()
        .map(|(from_step, to_step, thread)| LaneSegment {
            actor: actor(thread),
            from_step,
            to_step,
            state: Status::Running,
            label: None,
        })
        .collect()
}

/// Where one thread gave way to another.
fn switches(code: &Code, tape: &Tape, window: &Window, decisive: Option<u64>) -> Vec<SwitchMark> {
    let inside = |from: u64| from >= window.from && from < window.to;
    let pairs = tape.turns.windows(2).filter(|pair| inside(pair[1].from));
    let mut marks: Vec<SwitchMark> = pairs
        .map(|pair| SwitchMark {
            step: pair[1].from,
            from: actor(pair[0].thread),
            to: actor(pair[1].thread),
            forced: pair[1].forced,
            decisive: decisive == Some(pair[1].from),
            at: pair[1].at.map(|at| span(code, at)),
        })
        .take(20 * SWITCHES_MAX)
        .collect();
    if marks.len() > SWITCHES_MAX {
        marks.sort_by_key(|mark| (!mark.decisive, !mark.forced, mark.step));
        marks.truncate(SWITCHES_MAX);
        marks.sort_by_key(|mark| mark.step);
    }
    marks
}

/// Who ran for how long, in at most `pieces` pieces.
pub fn strip(tape: &Tape, pieces: u64) -> Vec<(crate::session::view::ActorId, u64)> {
    let window = Window { from: 0, to: tape.length.max(1), segments: pieces };
    gil_lane(tape, &window).iter().map(|lane| (lane.actor, lane.to_step - lane.from_step)).collect()
}

/// The pieces inside a window, none of them shorter than can be shown: where several share a place, the longest wins.
fn coarse<T: Copy + PartialEq>(
    pieces: impl Iterator<Item = (u64, u64, T)>,
    window: &Window,
) -> Vec<(u64, u64, T)> {
    let width = (window.to - window.from).div_ceil(window.segments).max(1);
    let mut out: Vec<(u64, u64, T)> = Vec::new();
    let mut add = |from: u64, to: u64, what: T| match out.last_mut() {
        Some(last) if last.2 == what && last.1 == from => last.1 = to,
        _ => out.push((from, to, what)),
    };
    // Pieces that begin within one place, by what they are, with their time there.
    let mut place = 0;
    let mut crowd: Vec<(T, u64)> = Vec::new();
    let mut begin = 0;
    let mut end = 0;
    let settle = |crowd: &mut Vec<(T, u64)>, begin: u64, end: u64, add: &mut dyn FnMut(u64, u64, T)| {
        let longest = crowd.iter().rev().max_by_key(|(_, time)| *time).map(|(what, _)| *what);
        if let Some(what) = longest
            && end > begin
        {
            add(begin, end, what);
        }
        crowd.clear();
    };
    for (from, to, what) in pieces {
        let (from, to) = (from.max(window.from), to.min(window.to));
        if from >= to {
            continue;
        }
        if to - from >= width || width == 1 {
            settle(&mut crowd, begin, end, &mut add);
            add(from, to, what);
            continue;
        }
        let here = (from - window.from) / width;
        if crowd.is_empty() || here != place || from != end {
            settle(&mut crowd, begin, end, &mut add);
            (place, begin) = (here, from);
        }
        end = to;
        match crowd.iter_mut().find(|(other, _)| *other == what) {
            Some((_, time)) => *time += to - from,
            None => crowd.push((what, to - from)),
        }
    }
    settle(&mut crowd, begin, end, &mut add);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_pieces_share_a_place_and_long_ones_stand_alone() {
        let pieces = [(0, 3, 'a'), (3, 4, 'b'), (4, 6, 'a'), (6, 7, 'b'), (7, 60, 'b'), (60, 100, 'c')];
        let window = Window { from: 0, to: 100, segments: 10 };
        assert_eq!(coarse(pieces.into_iter(), &window), [(0, 7, 'a'), (7, 60, 'b'), (60, 100, 'c')]);
        let all = Window { from: 0, to: 100, segments: 100 };
        assert_eq!(coarse(pieces.into_iter(), &all).len(), 5);
    }
}
