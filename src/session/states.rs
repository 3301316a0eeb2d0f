//! The picture of the states as the page has it: what was asked for, what is open, what is pointed at.
//!
//! It is asked for when it is in sight, after each step and when a search has ended, and only what is drawn arrives.

use super::chart::{Chart, ChartRows};
use super::message::{Region, StageTab, Way};
use super::model::Model;
use super::protocol::Command;
use super::search;
use super::update::ask;

/// Folds that stay open; the one opened first closes for another.
const OPENED_MAX: usize = 4;

/// See the module.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct States {
    /// The picture, laid out.
    pub chart: Option<Chart>,
    /// The state that is pointed at or has the focus.
    pub pointed: Option<u32>,
    /// First states of the folds that were opened, in order.
    pub opened: Vec<u32>,
}

/// A search of the program shown has ended, so there are states to be drawn.
pub fn possible(model: &Model) -> bool {
    let over = model.search.as_ref().is_some_and(|search| !search.is_running() && search.findings.is_some());
    over && search::stale(model).is_none() && !model.embed
}

/// Asks for the picture, if it is in sight.
pub fn wanted(model: &mut Model) {
    if !possible(model) {
        model.states = States::default();
        return;
    }
    // What is played would have to be followed through the states anew at each step.
    if model.stage_tab != StageTab::States || model.playing || model.live_view().is_none() {
        return;
    }
    let shown = model.search.as_ref().and_then(|search| {
        let rows = &search.findings.as_ref()?.outcomes;
        // Until the reader has chosen, it is the first: of what fails, that with the fewest switches.
        rows.get(search.shown.unwrap_or(0)).filter(|row| row.replayed)
    });
    let outcome = shown.map(|row| row.schedule.clone());
    ask(model, Command::Chart { outcome, opened: model.states.opened.clone() });
}

/// The picture has arrived.
pub fn arrived(model: &mut Model, rows: ChartRows) {
    model.states.chart = Some(Chart::of(rows));
}

/// A dot was chosen: a fold opens; of a state that stands for itself the run is shown.
pub fn choose(model: &mut Model, state: u32) {
    let States { chart, pointed, opened } = &mut model.states;
    let Some(dot) = chart.as_ref().and_then(|chart| chart.rows.dots.iter().find(|dot| dot.state == state))
    else {
        return;
    };
    *pointed = Some(state);
    if dot.count > 1 {
        opened.retain(|other| *other != state);
        opened.push(state);
        if opened.len() > OPENED_MAX {
            opened.remove(0);
        }
        wanted(model);
    } else {
        model.region = Region::Stage;
        ask(model, Command::Visit { state });
    }
}

/// Points at a neighbour of the dot that is pointed at, or at the present one.
pub fn step(model: &mut Model, way: Way) {
    let States { chart, pointed, .. } = &mut model.states;
    let Some(chart) = chart else { return };
    let from = pointed.and_then(|state| chart.rows.dots.iter().position(|dot| dot.state == state));
    *pointed = match from {
        Some(from) => chart.neighbour(from, way).or(Some(from)),
        None => chart.rows.present.map(|present| present as usize).or(Some(0)),
    }
    .and_then(|at| chart.rows.dots.get(at))
    .map(|dot| dot.state);
}
