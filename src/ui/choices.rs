//! Who goes next: the question of a switch point, at the present step or, at a dead end, at the
//! last one that would have led elsewhere.
//!
//! The place is kept when there is nothing to choose, so that the stage above does not jump.

use yew::prelude::*;

use super::mark::{chip, ending_icon, icon};
use super::sentence::sentence;
use super::top_bar::Props;
use crate::session::actors;
use crate::session::message::Message;
use crate::session::view::{ChoiceRow, StoryPart, View};

/// The question and its answers.
#[component]
pub fn Choices(props: &Props) -> Html {
    let Props { model, send } = props;
    let Some(view) = model.live_view() else {
        return html! { <div class="next" id="next" data-choices="0" /> };
    };
    let now = view.choices.len() > 1;
    let asked = view.question.as_ref().filter(|question| !now && question.choices.len() > 1);
    let (step, parts, choices): (u64, &[StoryPart], &[ChoiceRow]) = match asked {
        Some(question) => (question.step, &question.parts, &question.choices),
        None => (view.position, &[], if now { &view.choices } else { &[] }),
    };
    let count = choices.len();
    html! {
        <div class="next" id="next" data-choices={count.to_string()} data-step={step.to_string()}>
            <div class="q">
                if asked.is_some() {
                    <i class="key-mark" />
                }
                <span>{ question(view, asked.is_some(), step, parts, count) }</span>
            </div>
            if count > 0 {
                <div class={classes!("choices", (count > 2).then_some("three"))} role="group"
                    aria-label="Who goes next">
                    { for choices.iter().enumerate().map(|(nth, choice)| {
                        answer(view, choice, nth, step, count > 2, send)
                    }) }
                </div>
            }
        </div>
    }
}

fn question(view: &View, asked: bool, step: u64, parts: &[StoryPart], count: usize) -> Html {
    if asked {
        return html! {
            <>
                <b>{ format!("Step {step}. ") }</b>{ sentence(view, parts, false) }{ " Who goes next?" }
            </>
        };
    }
    if count > 0 {
        return html! { <><b>{ "Who goes next?" }</b>{ " Your choice starts a branch." }</> };
    }
    let words = if view.at_end {
        "The run has ended; step back to choose otherwise."
    } else {
        "No switch can happen here. Run to the next switch, or step on."
    };
    html! { <span class="soft">{ words }</span> }
}

fn answer(
    view: &View,
    choice: &ChoiceRow,
    nth: usize,
    step: u64,
    crowded: bool,
    send: &Callback<Message>,
) -> Html {
    let actor = choice.actor;
    let name = actors::name_of(view, actor);
    html! {
        <button key={actor.0} class={classes!("choice", choice.taken.then_some("taken"))}
            data-actor={actor.0.to_string()} data-taken={choice.taken.to_string()}
            title={choice.label.clone()} aria-keyshortcuts={(nth + 1).to_string()}
            onclick={send.reform(move |_| Message::Choose { step, actor })}>
            { chip(view, actor, 18) }
            <b>{ if crowded { name } else { format!("{name} goes on") } }</b>
            if nth < 9 {
                <kbd aria-hidden="true">{ nth + 1 }</kbd>
            }
            <span class="to">{ consequence(view, choice) }</span>
        </button>
    }
}

fn consequence(view: &View, choice: &ChoiceRow) -> Html {
    if !choice.taken {
        return html! { <span class="cd">{ &choice.label }</span> };
    }
    match &view.ending {
        Some(ending) => html! { <>{ icon(ending_icon(ending.kind), 14) }{ "this run" }</> },
        None => html! { <><span class="cd">{ &choice.label }</span>{ " this run" }</> },
    }
}
