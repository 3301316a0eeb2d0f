//! The states of the search as a picture: dots in layers, edges in the colours of the threads that move.
//!
//! What can still become of a state is told by a dot's shape and colour together. The whole picture takes the keyboard's
//! focus: arrows go from dot to dot, Enter goes to the state. Words about the dot that is pointed at stand below.

use yew::prelude::*;

use super::findings_pane::explore_button;
use super::mark::{Icon, chip, icon_body};
use super::stage_picture::num;
use super::transport::grouped;
use crate::session::actors;
use crate::session::chart::{Chart, DotRow, Prospect};
use crate::session::message::{Message, Way};
use crate::session::model::Model;
use crate::session::states::possible;
use crate::session::view::View;

/// The picture, or why there is none.
pub fn states(model: &Model, send: &Callback<Message>) -> Html {
    let Some(view) = model.live_view() else { return Html::default() };
    if !possible(model) {
        return html! {
            <div class="stage-note states-note">
                <p>{ "Once every schedule has been explored, each state of the program is a dot here." }</p>
                { explore_button(model, send, "explore-states", "small") }
            </div>
        };
    }
    let Some(chart) = &model.states.chart else {
        return html! { <p class="stage-note">{ "The picture is being drawn." }</p> };
    };
    let label = format!(
        "{} states of the program, from left to right as time goes",
        grouped(chart.rows.states.into())
    );
    let keys = send.clone();
    let pointed = model.states.pointed;
    let present = chart.rows.present.and_then(|at| chart.rows.dots.get(at as usize)).map(|dot| dot.state);
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if let Some(message) = key(&event.key(), pointed) {
            event.prevent_default();
            keys.emit(message);
        }
    });
    html! {
        <section class="states" id="states" aria-label="States" data-states={chart.rows.states.to_string()}
            data-present={present.map(|state| state.to_string())}>
            { legend(chart) }
            <div class="states-scroll" tabindex="0" role="group" aria-label={label} aria-describedby="state-words"
                {onkeydown} onmouseleave={send.reform(|_| Message::StatePointed(None))}>
                { drawing(view, chart, pointed, send) }
            </div>
            <p class="state-words" id="state-words" aria-live="polite">{ words(view, chart, pointed) }</p>
        </section>
    }
}

fn key(name: &str, pointed: Option<u32>) -> Option<Message> {
    match name {
        "ArrowRight" => Some(Message::StateMoved(Way::On)),
        "ArrowLeft" => Some(Message::StateMoved(Way::Back)),
        "ArrowUp" => Some(Message::StateMoved(Way::Up)),
        "ArrowDown" => Some(Message::StateMoved(Way::Down)),
        "Enter" | " " => pointed.map(Message::StateChosen),
        _ => None,
    }
}

fn drawing(view: &View, chart: &Chart, pointed: Option<u32>, send: &Callback<Message>) -> Html {
    let (width, height) = chart.size;
    html! {
        <svg class="chart" viewBox={format!("0 0 {width:.0} {height:.0}")} width={format!("{width:.0}")}
            height={format!("{height:.0}")} aria-hidden="true">
            { for chart.rows.links.iter().map(|link| {
                let (from, to) = (link.from as usize, link.to as usize);
                let class = actors::mark_of(view, link.actor).class;
                let on = |path: &[u32]| path.windows(2).any(|pair| pair == [link.from, link.to]);
                let strong = on(&chart.rows.way).then_some("way");
                let mine = on(&chart.rows.run).then_some("mine");
                html! { <path class={classes!("link", class, strong, mine)} d={curve(chart, from, to)} /> }
            }) }
            { for (0..chart.rows.dots.len()).map(|at| dot(chart, at, pointed, send)) }
            { for (0..chart.rows.dots.len()).map(|at| name(chart, at)) }
        </svg>
    }
}

/// A link: level at both ends; one that goes back, above everything between.
fn curve(chart: &Chart, from: usize, to: usize) -> String {
    let ((x, y), (to_x, to_y)) = (chart.places[from], chart.places[to]);
    let bend = (to_x - x) / 2.0;
    if bend > 0.0 {
        return format!(
            "M{x:.1} {y:.1}C{:.1} {y:.1} {:.1} {to_y:.1} {to_x:.1} {to_y:.1}",
            x + bend,
            to_x - bend
        );
    }
    let top = y.min(to_y) - 18.0;
    format!("M{x:.1} {y:.1}C{:.1} {top:.1} {:.1} {top:.1} {to_x:.1} {to_y:.1}", x + 14.0, to_x - 14.0)
}

fn dot(chart: &Chart, at: usize, pointed: Option<u32>, send: &Callback<Message>) -> Html {
    let row = &chart.rows.dots[at];
    let (x, y) = chart.places[at];
    let state = row.state;
    let present = chart.rows.present == Some(at as u32);
    let class = classes!("dot", look(chart, row.prospect).0, (row.count > 1).then_some("fold"));
    html! {
        <g key={state} class={class} transform={format!("translate({x:.1} {y:.1})")} data-state={state.to_string()}
            data-count={row.count.to_string()} data-prospect={look(chart, row.prospect).0}
            onclick={send.reform(move |_| Message::StateChosen(state))}
            onmouseenter={send.reform(move |_| Message::StatePointed(Some(state)))}>
            <circle class="hit" r="10" />
            if present {
                <circle class="here" r="9.5" />
            }
            if pointed == Some(state) {
                <circle class="aim" r="8" />
            }
            { body(chart, row) }
        </g>
    }
}

/// The outline of a dot: hollow circle, filled circle, filled square, hollow triangle.
fn body(chart: &Chart, row: &DotRow) -> Html {
    // A fold is as large as it has states, by the logarithm.
    let size = if row.count > 1 { 4.5 + f64::from(row.count).ln() * 0.8 } else { 4.2 };
    let shape = shape(look(chart, row.prospect).0, size);
    if row.count == 1 {
        return shape;
    }
    html! {
        <>
            { shape }
            <text class="many" y={num(-size - 3.0)} text-anchor="middle">{ grouped(row.count.into()) }</text>
        </>
    }
}

fn shape(look: &str, size: f64) -> Html {
    match look {
        "square" => {
            let side = size * 1.8;
            html! { <rect x={num(-side / 2.0)} y={num(-side / 2.0)} width={num(side)} height={num(side)} /> }
        }
        "triangle" => {
            let (up, side) = (size * 1.25, size * 1.15);
            html! { <path d={format!("M0 {:.1} {side:.1} {:.1}H{:.1}Z", -up, size * 0.85, -side)} /> }
        }
        "diamond" => {
            let size = size * 1.25;
            html! { <path d={format!("M0 {:.1} {size:.1} 0 0 {size:.1} {:.1} 0Z", -size, -size)} /> }
        }
        "hexagon" => {
            let (near, side) = (size * 0.6, size * 1.2);
            html! {
                <path d={format!("M{:.1} 0 {:.1} {:.1}H{near:.1}L{side:.1} 0 {near:.1} {side:.1}H{:.1}Z", -side, -near, -side, -near)} />
            }
        }
        "cross" => {
            html! { <path d={format!("M{:.1} {:.1}L{size:.1} {size:.1}M{size:.1} {:.1}L{:.1} {size:.1}", -size, -size, -size, -size)} /> }
        }
        _ => html! { <circle r={num(size)} /> },
    }
}

/// How a prospect looks, and what it is called. Several ends that are told apart by output only take turns.
fn look(chart: &Chart, prospect: Prospect) -> (&'static str, String) {
    match prospect {
        Prospect::Open => ("open", "still open".to_owned()),
        Prospect::Good => ("good", "only good ends".to_owned()),
        Prospect::Failing => ("triangle", "only failures".to_owned()),
        Prospect::Endless => ("cross", "never ends".to_owned()),
        Prospect::Only(end) => {
            let Some(row) = chart.rows.ends.get(end as usize) else { return ("open", String::new()) };
            let alike =
                chart.rows.ends[..end as usize].iter().filter(|other| other.failure == row.failure).count();
            let shape = match (row.failure, alike) {
                (true, 0) => "square",
                (true, _) => "triangle",
                (false, 0) => "good",
                (false, 1) => "diamond",
                (false, _) => "hexagon",
            };
            (shape, format!("only {}", if row.deadlock { "deadlock" } else { &row.name }))
        }
    }
}

/// The name of the end at a dot: behind it, or above it where others stand there.
fn name(chart: &Chart, at: usize) -> Html {
    let end = chart.rows.dots[at].end;
    let Some(row) = end.and_then(|end| chart.rows.ends.get(end as usize)) else { return Html::default() };
    let (x, y) = chart.places[at];
    let taken = chart.places.iter().any(|other| other.0 > x && (other.1 - y).abs() < 30.0);
    let y = if taken { y - 13.0 } else { y };
    let mark = match (row.deadlock, row.failure) {
        (true, _) => Icon::Deadlock,
        (_, true) => Icon::Fail,
        _ => Icon::Fine,
    };
    let class = classes!("end-name", row.failure.then_some("wrong"));
    html! {
        <g class={class} transform={format!("translate({x:.1} {y:.1})")} data-end={end.map(|end| end.to_string())}>
            <g class="i" transform="translate(9 -7) scale(.875)">{ icon_body(mark) }</g>
            <text x="26" y="4">{ &row.name }</text>
        </g>
    }
}

fn legend(chart: &Chart) -> Html {
    let mut kinds: Vec<((&'static str, String), u64)> = Vec::new();
    for row in &chart.rows.dots {
        let look = look(chart, row.prospect);
        match kinds.iter_mut().find(|(known, _)| *known == look) {
            Some((_, count)) => *count += u64::from(row.count),
            None => kinds.push((look, row.count.into())),
        }
    }
    let drawn = chart.rows.dots.len() as u32;
    html! {
        <ul class="chart-key">
            { for kinds.into_iter().map(|((look, what), count)| html! {
                <li class={classes!("dot", look)}>
                    <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">{ shape(look, 4.2) }</svg>
                    { format!("{what}, {}", grouped(count)) }
                </li>
            }) }
            if drawn < chart.rows.states {
                <li class="soft">{ format!("{} states in {drawn} dots: click a dot with a number to open it", grouped(chart.rows.states.into())) }</li>
            }
            if !chart.rows.complete {
                <li class="soft">{ "The search is not complete." }</li>
            }
        </ul>
    }
}

fn words(view: &View, chart: &Chart, pointed: Option<u32>) -> Html {
    let at = match pointed {
        Some(state) => chart.rows.dots.iter().position(|dot| dot.state == state),
        None => chart.rows.present.map(|at| at as usize),
    };
    let Some(row) = at.and_then(|at| chart.rows.dots.get(at)) else {
        return html! { { "This run has left the states of the search: time goes differently in it." } };
    };
    let (_, what) = look(chart, row.prospect);
    let title = match (row.count, pointed) {
        (1, None) => format!("Here: state {}, {what}.", row.state),
        (1, _) => format!("State {}, {what}.", row.state),
        (many, _) => format!("{} states with one future: {what}.", grouped(many.into())),
    };
    html! {
        <>
            <b>{ title }</b>
            { for row.words.iter().map(|(who, words)| html! {
                <span class="who-where">
                    { chip(view, *who, 14) }
                    { format!("{} ", actors::name_of(view, *who)) }
                    <span class="soft">{ words }</span>
                </span>
            }) }
        </>
    }
}
