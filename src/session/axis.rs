//! The timeline's axis: which steps it shows, where they stand, which figures are printed.
//!
//! Slider, lanes and marks share one axis in per cent of its width. The axis is a little longer
//! than the run, and only in round figures, so that it does not creep while the run grows.

use super::message::Zoom;
use super::view::{LaneSegment, Status, View};

/// The steps that the timeline shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The first.
    pub from: u64,
    /// One past the last.
    pub to: u64,
}

/// A piece of a lane, as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its style class.
    pub class: &'static str,
    /// Its left edge, in per cent.
    pub left: f64,
    /// Its width, in per cent.
    pub width: f64,
    /// The words in it.
    pub label: Option<String>,
}

/// Where the axis ends for a whole run of this length.
pub fn whole(length: u64) -> u64 {
    let mut unit = 1;
    loop {
        for figure in [10, 15, 20, 25, 30, 40, 50, 60, 80] {
            let end: u64 = figure * unit;
            if length <= end / 100 * 85 + end % 100 * 85 / 100 {
                return end;
            }
        }
        unit *= 10;
    }
}

/// The next window when a reader zooms, around the present.
pub fn zoom(window: (u64, u64), position: u64, length: u64, zoom: Zoom) -> (u64, u64) {
    let end = whole(length);
    let width = window.1 - window.0;
    let width = match zoom {
        Zoom::In => (width / 2).max(10),
        Zoom::Out => width.saturating_mul(2),
        Zoom::All => end,
    };
    if width >= end {
        return (0, end);
    }
    let from = position.saturating_sub(width / 2).min(end - width);
    (from, from + width)
}

impl Axis {
    /// The axis of a view, with the window if there is one.
    pub fn of(view: &View, window: Option<(u64, u64)>) -> Self {
        let (from, to) = window.unwrap_or((0, whole(view.length)));
        Self { from, to: to.max(from + 1) }
    }

    /// Where a step stands, in per cent, kept on the axis.
    pub fn at(&self, step: u64) -> f64 {
        let inside = step.clamp(self.from, self.to) - self.from;
        inside as f64 * 100.0 / (self.to - self.from) as f64
    }

    /// The step is on the axis.
    pub fn shows(&self, step: u64) -> bool {
        (self.from..=self.to).contains(&step)
    }

    /// The segments as bars. What is blocked when the run has ended stays so for ever.
    pub fn bars(&self, view: &View, segments: &[LaneSegment]) -> Vec<Bar> {
        segments
            .iter()
            .map(|segment| {
                let for_ever = view.ending.is_some()
                    && segment.to_step == view.length
                    && segment.state == Status::Blocked;
                (segment, for_ever)
            })
            // A wait that began with the last step has no length but lasts for ever.
            .filter(|(segment, for_ever)| {
                (segment.to_step > self.from || *for_ever) && segment.from_step < self.to
            })
            .map(|(segment, for_ever)| {
                let left = self.at(segment.from_step);
                let right = if for_ever { 100.0 } else { self.at(segment.to_step) };
                Bar { class: class(segment.state), left, width: right - left, label: segment.label.clone() }
            })
            .collect()
    }

    /// The figures to print: the steps of switches, as many as there is room for; each with whether there is room for it
    /// on a narrow page, too.
    pub fn figures(&self, view: &View) -> Vec<(u64, bool)> {
        let mut figures: Vec<(u64, bool)> = vec![];
        let mut decisive: Vec<u64> =
            view.switches.iter().filter(|mark| mark.decisive).map(|mark| mark.step).collect();
        decisive.extend(view.switches.iter().filter(|mark| !mark.decisive).map(|mark| mark.step));
        // In per cent: a digit is 7 of some 900 pixels wide, or of some 280.
        let digits = grouped(self.to).len() as f64;
        let (wide, narrow) = ((0.8 * digits + 1.0).max(4.0), 2.5 * digits + 3.0);
        for step in decisive.into_iter().filter(|step| self.shows(*step)) {
            let apart = |other: u64| (self.at(other) - self.at(step)).abs();
            if figures.iter().all(|(other, _)| apart(*other) >= wide) {
                let roomy =
                    figures.iter().filter(|(_, kept)| *kept).all(|(other, _)| apart(*other) >= narrow);
                figures.push((step, roomy));
            }
        }
        figures.sort_unstable();
        figures
    }
}

/// The style class of a state.
pub fn class(state: Status) -> &'static str {
    match state {
        Status::NotStarted => "none",
        Status::Running => "run",
        Status::Ready => "ready",
        Status::Blocked => "block",
        Status::Sleeping => "wait",
        Status::Finished => "done",
        Status::Failed => "failed",
    }
}

/// A number with its thousands parted.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
