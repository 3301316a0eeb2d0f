//! The stage: threads and locks as a picture, or each thread's frames.
//!
//! The picture is laid out three times, for a wide, a middling and a narrow page; the style
//! sheet shows the one that fits, so that a narrow frame needs no script to know its width.

use yew::prelude::*;

use super::frames::Frames;
use super::mark::{Icon, icon};
use super::stage_picture::picture;
use super::states_pane::states;
use super::top_bar::{Props, goal};
use crate::session::desk::Phase;
use crate::session::message::{Message, StageTab};
use crate::session::model::Model;
use crate::session::scene::Format;
use crate::session::view::View;

/// The picture with its heading.
#[component]
pub fn StagePane(props: &Props) -> Html {
    let Props { model, send } = props;
    let tab = |shown: StageTab, id: &'static str, word: &'static str| {
        html! {
            <button id={id} class="tab" role="tab" aria-controls="stage"
                aria-selected={(model.stage_tab == shown).to_string()}
                onclick={send.reform(move |_| Message::StageShown(shown))}>{ word }</button>
        }
    };
    html! {
        <>
            <div class="head">
                <h2>{ if model.stage_tab == StageTab::States { "All states" } else { "Threads and locks" } }</h2>
                <div class="tabs push" role="tablist" aria-label="Picture">
                    { tab(StageTab::Locks, "tab-locks", "Locks") }
                    { tab(StageTab::Frames, "tab-frames", "Frames") }
                    { tab(StageTab::States, "tab-states", "States") }
                </div>
            </div>
            <div class="only-narrow-goal">{ goal(model) }</div>
            <Stage model={model.clone()} send={send.clone()} />
        </>
    }
}

/// The picture alone.
#[component]
pub fn Stage(props: &Props) -> Html {
    let Props { model, .. } = props;
    let Some(view) = model.live_view() else {
        return empty(model);
    };
    let dead = !view.cycle.is_empty();
    html! {
        <div class="stage" id="stage" role="tabpanel" data-deadlock={dead.to_string()}>
            if model.stage_tab == StageTab::Frames {
                <Frames model={model.clone()} send={props.send.clone()} />
            } else if model.stage_tab == StageTab::States && !model.embed {
                { states(model, &props.send) }
            } else {
                { pictures(view, model.embed) }
            }
        </div>
    }
}

fn pictures(view: &View, embed: bool) -> Html {
    if embed {
        return picture(view, Format::Frame, "framed");
    }
    html! {
        <>
            { picture(view, Format::Wide, "only-wide") }
            { picture(view, Format::Mid, "only-mid") }
            { picture(view, Format::Phone, "only-phone") }
        </>
    }
}

fn empty(model: &Model) -> Html {
    let (mark, words) = if !model.diagnostics.is_empty() {
        (Icon::Warn, "The program cannot be compiled yet.")
    } else {
        match model.desk.phase {
            Phase::Broken => (Icon::Warn, "The engine has stopped."),
            Phase::Starting => (Icon::Limit, "The engine is starting."),
            Phase::Ready if model.loaded.is_some() && !model.edited() => {
                (Icon::Limit, "The program is being loaded.")
            }
            Phase::Ready => (Icon::Line, "The program has changed; the run begins anew."),
        }
    };
    html! {
        <div class="stage" id="stage" role="tabpanel" data-deadlock="false">
            <p class="stage-note">{ icon(mark, 18) }<span>{ words }</span></p>
        </div>
    }
}
