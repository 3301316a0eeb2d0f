//! The buttons under the thumb: steps, play, switches, speed, and where the run stands.

use yew::prelude::*;

use super::mark::{Icon, icon};
use super::top_bar::Props;
use super::value_of;
pub use crate::session::axis::grouped;
use crate::session::desk::Phase;
use crate::session::message::{Action, Message};
use crate::session::model::{Model, SPEEDS};

/// The transport with position and speed.
#[component]
pub fn Transport(props: &Props) -> Html {
    let Props { model, send } = props;
    html! {
        <>
            <div class="where-narrow">{ position(model) }</div>
            <div class="transport" role="toolbar" aria-label="Steps">
                { button(model, send, Action::Restart) }
                { button(model, send, Action::StepBack) }
                { play(model, send) }
                { button(model, send, Action::Step) }
                { button(model, send, Action::StepLine) }
                { button(model, send, Action::NextSwitch) }
                { button(model, send, Action::RunToEnd) }
                <span class="where">{ position(model) }</span>
                { place(model) }
                <span class="gap" />
                { speed(model, send) }
            </div>
        </>
    }
}

/// The same for a frame: only the buttons that matter there.
#[component]
pub fn SmallTransport(props: &Props) -> Html {
    let Props { model, send } = props;
    html! {
        <div class="ebtns" role="toolbar" aria-label="Steps">
            { button(model, send, Action::StepBack) }
            { play(model, send) }
            { button(model, send, Action::Step) }
            { button(model, send, Action::NextSwitch) }
            { place(model) }
        </div>
    }
}

fn button(model: &Model, send: &Callback<Message>, action: Action) -> Html {
    let (id, mark, words) = match action {
        Action::Restart => ("first", Icon::First, "To the start"),
        Action::StepBack => ("back", Icon::Back, "Step back"),
        Action::Step => ("step", Icon::Step, "Step"),
        Action::StepLine => ("line", Icon::Line, "Step one line"),
        Action::NextSwitch => ("switch", Icon::Switch, "To the next switch"),
        Action::RunToEnd | Action::PlayOrStop | Action::Stop => ("last", Icon::Last, "Run to the end"),
    };
    let optional = (action == Action::Restart).then_some("opt");
    html! {
        <button id={id} class={classes!("btn", "quiet", "sq", optional)} aria-label={words}
            title={words} disabled={!possible(model, action)}
            onclick={send.reform(move |_| Message::Do(action))}>{ icon(mark, 16) }</button>
    }
}

/// There is something for the button to do. A program that was edited can always go forwards.
fn possible(model: &Model, action: Action) -> bool {
    if model.desk.phase == Phase::Broken || !model.diagnostics.is_empty() && !model.edited() {
        return false;
    }
    let back = matches!(action, Action::Restart | Action::StepBack);
    match model.live_view() {
        Some(view) if back => view.position > 0,
        Some(view) => !view.at_end,
        None => !back,
    }
}

fn play(model: &Model, send: &Callback<Message>) -> Html {
    let stops = model.stoppable();
    let (mark, words, state) =
        if stops { (Icon::Pause, "Stop", "stop") } else { (Icon::Play, "Play", "play") };
    let dead = model.desk.phase == Phase::Broken;
    html! {
        <button id="play" class="btn sq play" aria-label={words} title={words} data-state={state}
            disabled={dead && !stops}
            onclick={send.reform(|_| Message::Do(Action::PlayOrStop))}>{ icon(mark, 16) }</button>
    }
}

/// Position and length for scripts, in one element whatever the layout.
fn place(model: &Model) -> Html {
    let view = model.live_view();
    let number = |value: Option<u64>| value.map(|value| value.to_string()).unwrap_or_default();
    html! {
        <span id="where" hidden=true data-position={number(view.map(|view| view.position))}
            data-length={number(view.map(|view| view.length))}
            data-end={view.is_some_and(|view| view.at_end).to_string()}
            data-edited={model.edited().to_string()} />
    }
}

fn position(model: &Model) -> Html {
    if let Some(steps) = model.progress {
        return html! { <span><b>{ "Running" }</b>{ format!(" · step {}", grouped(steps)) }</span> };
    }
    let Some(view) = model.live_view() else {
        return html! { <span class="soft">{ "Not run yet" }</span> };
    };
    html! {
        <span>
            <b>{ format!("Step {}", grouped(view.position)) }</b>
            { format!(" of {}", grouped(view.length)) }
            { remark(model) }
        </span>
    }
}

fn remark(model: &Model) -> Html {
    if let Some(reason) = &model.refusal {
        return html! { <span class="soft" id="refusal" role="status">{ format!(" · {reason}") }</span> };
    }
    let Some(view) = model.live_view() else {
        return Html::default();
    };
    if !view.cycle.is_empty() || view.at_end && !view.deadlock.is_empty() {
        return html! { <span class="wrong">{ " · nobody can go on" }</span> };
    }
    if view.wants_input {
        return html! { <span>{ " · waits for input" }</span> };
    }
    let words = match (view.at_end, view.choices.len() > 1) {
        (true, _) => " · the end",
        (false, true) => " · a switch point",
        (false, false) => "",
    };
    html! { <span class="soft">{ words }</span> }
}

fn speed(model: &Model, send: &Callback<Message>) -> Html {
    let moved =
        send.reform(|event: InputEvent| Message::SpeedChosen(value_of(&event).parse().unwrap_or_default()));
    let name = SPEEDS[model.speed].name;
    html! {
        <label class="speed">
            { icon(Icon::Speed, 16) }<span>{ "Speed" }</span>
            <input id="speed" type="range" class="slide" min="0" max={(SPEEDS.len() - 1).to_string()}
                step="1" value={model.speed.to_string()} aria-valuetext={name} oninput={moved} />
            <span class="speed-name">{ name }</span>
        </label>
    }
}
