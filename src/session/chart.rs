//! The states of a search as a picture: the rows that the engine sends, and where each dot stands.
//!
//! Columns go from left to right, as time does: each dot stands behind all that lead to it. Within a column dots are
//! ordered by sweeps of the barycentre method (Sugiyama, Tagawa and Toda 1981): forwards and backwards, each dot to the
//! mean place of its neighbours in the columns before or after; the order with the fewest crossings is kept. Then dots are
//! drawn towards their neighbours as far as their distance allows. All of it depends on the rows alone.

use serde::{Deserialize, Serialize};

use super::message::Way;
use super::view::ActorId;
pub use crate::explore::Prospect;

/// A state, or several that are folded into one dot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DotRow {
    /// The number of its first state.
    pub state: u32,
    /// How many states it stands for.
    pub count: u32,
    /// Its layer: so many transitions from the beginning at least.
    pub layer: u32,
    /// What can still become of it.
    pub prospect: Prospect,
    /// The end in which the program is there.
    pub end: Option<u32>,
    /// Who is where, in words; empty if nobody has looked.
    pub words: Vec<(ActorId, String)>,
}

/// A transition that is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkRow {
    /// The dot that it leaves, by place.
    pub from: u32,
    /// The dot that it leads to.
    pub to: u32,
    /// Who moves.
    pub actor: ActorId,
}

/// An end of the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndRow {
    /// Its name in a few words.
    pub name: String,
    /// It is a failure.
    pub failure: bool,
    /// It is a deadlock.
    pub deadlock: bool,
}

/// What the engine tells of the states.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartRows {
    /// The dots, by layer.
    pub dots: Vec<DotRow>,
    /// The links.
    pub links: Vec<LinkRow>,
    /// The ends, by number.
    pub ends: Vec<EndRow>,
    /// The states that there are.
    pub states: u32,
    /// Every state was seen.
    pub complete: bool,
    /// The dot in which the run shown stands.
    pub present: Option<u32>,
    /// The dots of the way to end that is shown, in order.
    pub way: Vec<u32>,
    /// The dots of the run shown, in order.
    pub run: Vec<u32>,
}

/// Distances between two columns, and between two dots of one column: as large as fits into the room, within bounds.
const PITCH_X: (f64, f64) = (20.0, 34.0);
const PITCH_Y: (f64, f64) = (13.0, 24.0);
const ROOM: (f64, f64) = (380.0, 330.0);
/// Room around everything; to the right, for the names of the ends.
const MARGIN: f64 = 22.0;
const NAMES: f64 = 150.0;
/// Sweeps for the order, and for the places.
const SWEEPS: usize = 12;

/// The picture, laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// What is drawn.
    pub rows: ChartRows,
    /// Where each dot stands.
    pub places: Vec<(f64, f64)>,
    /// The picture's width and height.
    pub size: (f64, f64),
}

impl Chart {
    /// Lays out what the engine tells.
    pub fn of(rows: ChartRows) -> Chart {
        let column_of = columns_of(&rows);
        let column = |at: usize| column_of[at];
        let mut columns: Vec<Vec<usize>> =
            vec![Vec::new(); column_of.iter().max().map_or(0, |last| last + 1)];
        (0..rows.dots.len()).for_each(|at| columns[column(at)].push(at));
        let fit = |room: f64, count: usize, (least, most): (f64, f64)| {
            (room / count.max(1) as f64).clamp(least, most)
        };
        let tallest = columns.iter().map(Vec::len).max().unwrap_or_default();
        let (pitch_x, pitch_y) = (fit(ROOM.0, columns.len(), PITCH_X), fit(ROOM.1, tallest, PITCH_Y));
        let near = Near::of(&rows, pitch_y, column);
        near.order(&mut columns);
        let ys = near.heights(&columns);
        let lowest = ys.iter().copied().fold(0.0, f64::max);
        let x = |at: usize| MARGIN + column(at) as f64 * pitch_x;
        let places = ys.iter().enumerate().map(|(at, y)| (x(at), MARGIN + y)).collect();
        let width = MARGIN + columns.len().saturating_sub(1) as f64 * pitch_x + NAMES;
        Chart { rows, places, size: (width, lowest + 2.0 * MARGIN) }
    }

    /// The place of the nearest dot in a direction: before and after along the links, above and below in the layer.
    pub fn neighbour(&self, from: usize, way: Way) -> Option<usize> {
        let (x, y) = *self.places.get(from)?;
        let linked = |at: usize| {
            self.rows.links.iter().any(|link| match way {
                Way::On => (link.from as usize, link.to as usize) == (from, at),
                _ => (link.to as usize, link.from as usize) == (from, at),
            })
        };
        let fits = |at: &usize| {
            let (there_x, there_y) = self.places[*at];
            match way {
                Way::Back => there_x < x && linked(*at),
                Way::On => there_x > x && linked(*at),
                Way::Up => there_x == x && there_y < y,
                Way::Down => there_x == x && there_y > y,
            }
        };
        // Of those that are equally near, the one that the shown way takes.
        let strong = |at: usize| self.rows.way.contains(&(at as u32));
        let distance = |at: usize| {
            let (there_x, there_y) = self.places[at];
            (there_x - x).abs() + (there_y - y).abs() - if strong(at) { 0.5 } else { 0.0 }
        };
        (0..self.places.len()).filter(fits).min_by(|a, b| distance(*a).total_cmp(&distance(*b)))
    }

    /// Pairs of links between neighbouring columns that cross.
    pub fn crossings(&self) -> usize {
        let spans = self.rows.links.iter().map(|link| {
            let ((x, y), (to_x, to_y)) = (self.places[link.from as usize], self.places[link.to as usize]);
            (x, to_x, y, to_y)
        });
        let spans: Vec<_> = spans.collect();
        let crosses = |a: &(f64, f64, f64, f64), b: &(f64, f64, f64, f64)| {
            (a.0, a.1) == (b.0, b.1) && (a.2 - b.2) * (a.3 - b.3) < 0.0
        };
        spans.iter().enumerate().map(|(at, a)| spans[..at].iter().filter(|b| crosses(a, b)).count()).sum()
    }
}

/// The column of each dot: the greatest number of links on a way to it, without links that lead back into that way.
fn columns_of(rows: &ChartRows) -> Vec<usize> {
    let count = rows.dots.len();
    let mut after = vec![Vec::new(); count];
    rows.links.iter().for_each(|link| after[link.from as usize].push(link.to as usize));
    // Each dot after all that it leads to, so that backwards it comes before them.
    let (mut seen, mut order) = (vec![false; count], Vec::with_capacity(count));
    for root in 0..count {
        let mut path = if std::mem::replace(&mut seen[root], true) { vec![] } else { vec![(root, 0)] };
        while let Some((at, next)) = path.last_mut() {
            match after[*at].get(*next) {
                Some(&to) => {
                    *next += 1;
                    if !std::mem::replace(&mut seen[to], true) {
                        path.push((to, 0));
                    }
                }
                None => {
                    order.push(*at);
                    path.pop();
                }
            }
        }
    }
    let mut turn = vec![0; count];
    order.iter().rev().enumerate().for_each(|(place, at)| turn[*at] = place);
    let mut columns = vec![0; count];
    for at in order.into_iter().rev() {
        for &to in after[at].iter().filter(|to| turn[**to] > turn[at]) {
            columns[to] = columns[to].max(columns[at] + 1);
        }
    }
    columns
}

/// The neighbours of each dot in columns before and after.
struct Near {
    /// The distance of two dots.
    pitch: f64,
    before: Vec<Vec<usize>>,
    after: Vec<Vec<usize>>,
}

impl Near {
    fn of(rows: &ChartRows, pitch: f64, column: impl Fn(usize) -> usize) -> Near {
        let none = vec![Vec::new(); rows.dots.len()];
        let mut near = Near { pitch, before: none.clone(), after: none };
        for link in &rows.links {
            let (from, to) = (link.from as usize, link.to as usize);
            if column(from) < column(to) {
                near.before[to].push(from);
                near.after[from].push(to);
            }
        }
        near
    }

    /// Orders the dots of each column so that few links cross.
    fn order(&self, columns: &mut Vec<Vec<usize>>) {
        let mut best = (self.count(columns), columns.clone());
        for sweep in 0..SWEEPS {
            let forwards = sweep % 2 == 0;
            let near = if forwards { &self.before } else { &self.after };
            let mut places = places(columns);
            let count = columns.len();
            for turn in 1..count {
                let column = &mut columns[if forwards { turn } else { count - 1 - turn }];
                let mean = |at: &usize| match near[*at].len() {
                    0 => places[*at],
                    many => near[*at].iter().map(|other| places[*other]).sum::<f64>() / many as f64,
                };
                column.sort_by(|a, b| mean(a).total_cmp(&mean(b)));
                for (place, at) in column.iter().enumerate() {
                    places[*at] = middle(place, column.len());
                }
            }
            let crossings = self.count(columns);
            if crossings < best.0 {
                best = (crossings, columns.clone());
            }
        }
        *columns = best.1;
    }

    /// Crossings between each column and those after it.
    fn count(&self, columns: &[Vec<usize>]) -> usize {
        let places = places(columns);
        let mut crossings = 0;
        for column in columns {
            let links: Vec<(f64, f64)> = column
                .iter()
                .flat_map(|at| self.after[*at].iter().map(|to| (places[*at], places[*to])))
                .collect();
            for (at, a) in links.iter().enumerate() {
                crossings += links[..at].iter().filter(|b| (a.0 - b.0) * (a.1 - b.1) < 0.0).count();
            }
        }
        crossings
    }

    /// How high each dot stands, the highest at 0: near its neighbours, in the column's order, and not too near the next.
    fn heights(&self, columns: &[Vec<usize>]) -> Vec<f64> {
        let mut ys: Vec<f64> = places(columns).iter().map(|place| place * self.pitch).collect();
        for sweep in 0..SWEEPS {
            let order: Vec<&Vec<usize>> =
                if sweep % 2 == 0 { columns.iter().collect() } else { columns.iter().rev().collect() };
            for column in order {
                let wished: Vec<f64> = column.iter().map(|at| self.wish(*at, &ys)).collect();
                for (at, y) in column.iter().zip(apart(&wished, self.pitch)) {
                    ys[*at] = y;
                }
            }
        }
        let highest = ys.iter().copied().fold(f64::INFINITY, f64::min);
        ys.iter().map(|y| y - highest).collect()
    }

    /// The mean height of a dot's neighbours on both sides, and its own.
    fn wish(&self, at: usize, ys: &[f64]) -> f64 {
        let all = self.before[at].iter().chain(&self.after[at]);
        let (sum, count) = all.fold((ys[at], 1.0), |(sum, count), other| (sum + ys[*other], count + 1.0));
        sum / count
    }
}

/// Where dots stand if each column is packed around one middle line.
fn places(columns: &[Vec<usize>]) -> Vec<f64> {
    let mut places = vec![0.0; columns.iter().map(Vec::len).sum()];
    for column in columns {
        column.iter().enumerate().for_each(|(place, at)| places[*at] = middle(place, column.len()));
    }
    places
}

fn middle(place: usize, of: usize) -> f64 {
    place as f64 - (of as f64 - 1.0) / 2.0
}

/// Heights in the same order that are at least the distance of two dots apart, and near those wished for: runs that are
/// too near each other are spread around their mean.
fn apart(wished: &[f64], pitch: f64) -> Vec<f64> {
    // Each run: the sum of where its dots would have it begin, its length.
    let mut runs: Vec<(f64, usize)> = Vec::new();
    for wish in wished {
        let (mut sum, mut length) = (*wish, 1);
        while let Some(&(before, count)) = runs.last() {
            if before / count as f64 + count as f64 * pitch <= sum / length as f64 {
                break;
            }
            runs.pop();
            sum = before + sum - length as f64 * count as f64 * pitch;
            length += count;
        }
        runs.push((sum, length));
    }
    runs.iter()
        .flat_map(|(sum, length)| (0..*length).map(move |at| sum / *length as f64 + at as f64 * pitch))
        .collect()
}
