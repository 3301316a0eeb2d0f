//! The timeline: slider, switches and one lane for each thread, all on one axis.

use std::rc::Rc;

use yew::prelude::*;

use super::mark::{Icon, chip, icon};
use super::top_bar::Props;
use super::transport::grouped;
use super::value_of;
use crate::session::actors;
use crate::session::axis::Axis;
use crate::session::message::{Message, Zoom};
use crate::session::model::Model;
use crate::session::scene::status_word;
use crate::session::view::{ActorRow, Gil, LaneSegment, Status, View};

/// Ruler, GIL lane, and a lane for each thread.
#[component]
pub fn Timeline(props: &Props) -> Html {
    let Props { model, send } = props;
    let idle = Rc::new(View { gil: Gil::Absent, ..View::default() });
    let view = model.live_view().unwrap_or(&idle);
    let axis = Axis::of(view, model.window);
    html! {
        <div class="lanes" style={format!("--at:{:.3}", axis.at(view.position))}>
            { cuts(view, axis) }
            { ruler(model, send, view, axis) }
            <div class="lane-box">
                { who_ran(view, axis) }
                { for view.actors.iter().map(|actor| lane(view, actor, axis)) }
            </div>
            { head_lines(view, axis) }
        </div>
    }
}

/// Ruler and GIL lane only.
#[component]
pub fn SmallTimeline(props: &Props) -> Html {
    let Props { model, send } = props;
    let idle = Rc::new(View::default());
    let view = model.live_view().unwrap_or(&idle);
    let axis = Axis::of(view, model.window);
    html! {
        <div class="lanes" style={format!("--head:56px;--at:{:.3}", axis.at(view.position))}>
            { ruler(model, send, view, axis) }
            { who_ran(view, axis) }
            { head_lines(view, axis) }
        </div>
    }
}

fn ruler(model: &Model, send: &Callback<Message>, view: &View, axis: Axis) -> Html {
    let at = axis.at(view.position);
    let begins = axis.at(0);
    let moved = send.reform(|event: InputEvent| Message::Slid(value_of(&event).parse().unwrap_or_default()));
    let words = format!("step {} of {}", view.position, view.length);
    html! {
        <div class="ruler">
            <div class="lane-head">{ "step" }{ zoom(model, send, view) }</div>
            <div class="track">
                <i class="past" style={format!("left:{begins:.3}%;width:{:.3}%", at - begins)} />
                { for view.switches.iter().filter(|mark| axis.shows(mark.step)).map(|mark| html! {
                    <i class={classes!("mark", mark.decisive.then_some("key"))}
                        title={mark.decisive.then(|| format!("Decisive switch, step {}", mark.step))}
                        style={format!("left:{:.3}%", axis.at(mark.step))} />
                }) }
                { for axis.figures(view).into_iter().map(|(step, roomy)| html! {
                    <span class={classes!("fig", (!roomy).then_some("tight"))} style={format!("left:{:.3}%", axis.at(step))}>{ grouped(step) }</span>
                }) }
                <input id="slider" type="range" min={axis.from.to_string()} max={axis.to.to_string()}
                    step="1" value={view.position.to_string()} aria-label="Step"
                    aria-valuetext={words} disabled={model.live_view().is_none()} oninput={moved} />
            </div>
        </div>
    }
}

/// Closer and wider, once the run is long enough for it to matter.
fn zoom(model: &Model, send: &Callback<Message>, view: &View) -> Html {
    if view.length < 200 && model.window.is_none() {
        return Html::default();
    }
    let button = |zoom: Zoom, id: &'static str, sign: &'static str, words: &'static str| {
        html! {
            <button id={id} class="zoom" aria-label={words} title={words}
                onclick={send.reform(move |_| Message::Zoom(zoom))}>{ sign }</button>
        }
    };
    html! {
        <span class="zooms">
            { button(Zoom::In, "zoom-in", "+", "Closer") }
            { button(Zoom::Out, "zoom-out", "−", "Wider") }
            if model.window.is_some() {
                { button(Zoom::All, "zoom-all", "all", "Whole run") }
            }
        </span>
    }
}

fn cuts(view: &View, axis: Axis) -> Html {
    view.switches
        .iter()
        .filter(|mark| !mark.decisive && axis.shows(mark.step))
        .map(|mark| html! { <i class="cutv" style={format!("--at:{:.3}", axis.at(mark.step))} /> })
        .collect()
}

fn head_lines(view: &View, axis: Axis) -> Html {
    let decisive = view.switches.iter().find(|mark| mark.decisive && axis.shows(mark.step));
    html! {
        <>
            { for decisive.map(|mark| html! {
                <div class="head-line ghost" style={format!("--at:{:.3}", axis.at(mark.step))} />
            }) }
            if axis.shows(view.position) {
                <div class="head-line" />
            }
        </>
    }
}

fn who_ran(view: &View, axis: Axis) -> Html {
    if view.actors.is_empty() {
        return Html::default();
    }
    let running: Vec<LaneSegment>;
    let (name, segments, state) = match view.gil {
        // Without a GIL the strip says who took which step.
        Gil::Absent => {
            running = view.lanes.iter().filter(|segment| segment.state == Status::Running).cloned().collect();
            ("steps", running.as_slice(), String::new())
        }
        Gil::Free => ("GIL", view.gil_lane.as_slice(), "free".to_owned()),
        Gil::Held(actor) => ("GIL", view.gil_lane.as_slice(), actors::name_of(view, actor)),
    };
    let last = segments.iter().map(|segment| segment.to_step).max().unwrap_or(0);
    let free = view.ending.is_some() && axis.shows(last) && view.gil != Gil::Absent;
    html! {
        <div class="lane thin" id="gil-lane">
            <div class="lane-head">
                { icon(Icon::Switch, 14) }<b>{ name }</b><span class="st">{ state }</span>
            </div>
            <div class="track">
                { for segments.iter().filter(|part| part.to_step > axis.from && part.from_step < axis.to)
                    .map(|part| {
                        let (left, right) = (axis.at(part.from_step), axis.at(part.to_step));
                        strip(view, part, left, right - left)
                    }) }
                if free {
                    <i class="seg free" style={span(axis.at(last), 100.0 - axis.at(last))} />
                }
            </div>
        </div>
    }
}

fn strip(view: &View, part: &LaneSegment, left: f64, width: f64) -> Html {
    let class = actors::mark_of(view, part.actor).class;
    html! {
        <i class={classes!("seg", "run", class)} style={span(left, width)}>
            // An actor that is yet to come has no name here.
            { for actors::find(view, part.actor).map(|actor| html! { <span>{ &actor.name }</span> }) }
        </i>
    }
}

fn lane(view: &View, actor: &ActorRow, axis: Axis) -> Html {
    let segments: Vec<LaneSegment> =
        view.lanes.iter().filter(|segment| segment.actor == actor.id).cloned().collect();
    let class = actors::mark(actor.index).class;
    html! {
        <div class="lane" key={actor.id.0} data-actor={actor.id.0.to_string()}
            data-status={status_word(actor.status)}>
            <div class="lane-head">
                { chip(view, actor.id, 16) }<b>{ &actor.name }</b>
                <span class="st">{ status_word(actor.status) }</span>
            </div>
            <div class="track">
                { for axis.bars(view, &segments).into_iter().map(|bar| html! {
                    <i class={classes!("seg", bar.class, class)} style={span(bar.left, bar.width)}>
                        { for bar.label.iter().map(|label| html! { <span>{ label }</span> }) }
                    </i>
                }) }
            </div>
        </div>
    }
}

fn span(left: f64, width: f64) -> String {
    format!("left:{left:.3}%;width:{width:.3}%")
}
