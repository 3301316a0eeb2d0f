//! The compact layout for a frame on a course page: program, picture, choice, one strip.

use yew::prelude::*;

use super::app::phase_name;
use super::choices::Choices;
use super::code_pane::Editor;
use super::mark::{Icon, chip, icon};
use super::notice::Notice;
use super::sentence::sentence;
use super::stage_pane::Stage;
use super::timeline::SmallTimeline;
use super::top_bar::{Props, goal, logo, python_select};
use super::transport::{SmallTransport, grouped};
use crate::session::model::Model;

/// The compact page.
#[component]
pub fn Embed(props: &Props) -> Html {
    let Props { model, send } = props.clone();
    html! {
        <main class="embed" id="embed" data-phase={phase_name(&model.desk.phase)}
            data-busy={(!model.desk.idle()).to_string()}>
            <header class="etop">
                <span class="brand">{ logo() }</span>
                <h1>{ model.title() }</h1>
                { goal(&model) }
                { python_select(&model, &send) }
                { open_link(&model) }
            </header>
            <Notice model={model.clone()} send={send.clone()} />
            <section class="pane code-pane" aria-label="Code">
                <Editor model={model.clone()} send={send.clone()} />
            </section>
            <section class="pane stage-pane" aria-label="Stage">
                <Stage model={model.clone()} send={send.clone()} />
                <Choices model={model.clone()} send={send.clone()} />
            </section>
            <section class="efoot" aria-label="Timeline">
                <SmallTransport model={model.clone()} send={send.clone()} />
                <SmallTimeline model={model.clone()} send={send.clone()} />
            </section>
            { said(&model) }
        </main>
    }
}

fn open_link(model: &Model) -> Html {
    let fragment = model.fragment().unwrap_or_default();
    html! {
        <a id="open" class="btn small" href={format!("{}#{fragment}", model.base)} target="_blank"
            rel="noopener" aria-label="Open in the full page">
            { "Open" }{ icon(Icon::Open, 13) }
        </a>
    }
}

/// The present step in one sentence, what the program printed last, or what is wrong with it.
fn said(model: &Model) -> Html {
    if let Some(row) = model.diagnostics.first().filter(|_| !model.edited()) {
        return html! {
            <p class="said wrong" id="diagnostics" role="alert">
                { icon(Icon::Warn, 16) }<b>{ format!("Line {}", row.line) }</b>{ &row.message }
            </p>
        };
    }
    let Some(view) = model.live_view() else {
        return html! { <p class="said" id="now" /> };
    };
    let printed = view.output.last().map(|row| row.text.trim_end().to_owned());
    html! {
        <p class="said" id="now" aria-live={if model.playing { "off" } else { "polite" }}>
            { for view.story.last().map(|row| html! {
                <>{ chip(view, row.actor, 16) }<b>{ grouped(view.position) }</b></>
            }) }
            <span>
                if view.now.is_empty() {
                    { "Nothing has happened yet. Step, or play." }
                } else {
                    { sentence(view, &view.now, true) }
                }
            </span>
            { for printed.map(|text| html! { <samp class="last-out">{ text }</samp> }) }
        </p>
    }
}
