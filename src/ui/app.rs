//! The whole page: the five regions, or the compact layout for a frame.

use std::rc::Rc;

use yew::prelude::*;

use super::choices::Choices;
use super::code_pane::CodePane;
use super::dialogs::Dialogs;
use super::embed::Embed;
use super::notice::Notice;
use super::outcomes_pane::OutcomesPane;
use super::stage_pane::StagePane;
use super::story_pane::StoryPane;
use super::timeline::Timeline;
use super::top_bar::{Props, TopBar};
use super::transport::Transport;
use crate::session::desk::Phase;
use crate::session::message::{Message, ReadTab, Region};
use crate::session::model::Model;
use crate::session::verdict;

/// The page.
#[component]
pub fn App(props: &Props) -> Html {
    let Props { model, send } = props.clone();
    if model.embed {
        return html! { <div class="app embed-app"><Embed {model} {send} /></div> };
    }
    html! {
        <div class="app">
            <TopBar model={model.clone()} send={send.clone()} />
            <Notice model={model.clone()} send={send.clone()} />
            <Bench model={model.clone()} send={send.clone()} />
            <Dialogs {model} {send} />
        </div>
    }
}

#[component]
fn Bench(props: &Props) -> Html {
    let Props { model, send } = props.clone();
    html! {
        <main class="bench" id="bench" data-region={region_name(model.region)}
            data-phase={phase_name(&model.desk.phase)} data-busy={(!model.desk.idle()).to_string()}>
            { phone_tabs(&model, &send) }
            <p id="search-said" class="hide" role="status">{ search_said(&model) }</p>
            <CodePane model={model.clone()} send={send.clone()} />
            <section class="pane stage-pane" aria-label="Stage">
                <StagePane model={model.clone()} send={send.clone()} />
                <Choices model={model.clone()} send={send.clone()} />
            </section>
            <section class="pane time-pane" aria-label="Timeline">
                <Transport model={model.clone()} send={send.clone()} />
                <Timeline model={model.clone()} send={send.clone()} />
            </section>
            <aside class="read-pane">
                { read_tabs(&model, &send) }
                <StoryPane model={model.clone()} send={send.clone()} />
                <OutcomesPane {model} {send} />
            </aside>
        </main>
    }
}

/// What a reader who does not see the outcomes is told of the search.
fn search_said(model: &Model) -> String {
    let Some(search) = &model.search else { return model.search_problem.clone().unwrap_or_default() };
    let shown = search.shown.zip(search.findings.as_ref()).map(|(nth, known)| {
        format!(
            " Shown is way {} of {}: {}.",
            nth + 1,
            known.outcomes.len(),
            verdict::kind(&known.outcomes, nth)
        )
    });
    search.said() + &shown.unwrap_or_default()
}

fn phone_tabs(model: &Rc<Model>, send: &Callback<Message>) -> Html {
    let tab = |region: Region, class: &'static str, word: &'static str| {
        html! {
            <label key={word}>
                <input type="radio" name="region" class={class} id={format!("region-{}", region_name(region))}
                    checked={model.region == region}
                    onchange={send.reform(move |_| Message::RegionShown(region))} />
                { word }
            </label>
        }
    };
    html! {
        <div class="phone-tabs" role="radiogroup" aria-label="Region">
            { tab(Region::Code, "v-code", "Code") }
            { tab(Region::Stage, "v-stage", "Stage") }
            { tab(Region::Story, "v-story", "Story") }
            { tab(Region::Outcomes, "v-out", "Outcomes") }
        </div>
    }
}

fn read_tabs(model: &Rc<Model>, send: &Callback<Message>) -> Html {
    let tab = |shown: ReadTab, class: &'static str, word: &'static str| {
        html! {
            <label key={word}>
                <input type="radio" name="read" class={class} checked={model.read_tab == shown}
                    onchange={send.reform(move |_| Message::ReadShown(shown))} />
                { word }
            </label>
        }
    };
    html! {
        <div class="read-tabs" role="radiogroup" aria-label="Panel">
            { tab(ReadTab::Story, "r-story", "Story") }
            { tab(ReadTab::Outcomes, "r-out", "Outcomes") }
        </div>
    }
}

/// The name of a region in attributes.
pub fn region_name(region: Region) -> &'static str {
    match region {
        Region::Code => "code",
        Region::Stage => "stage",
        Region::Story => "story",
        Region::Outcomes => "outcomes",
    }
}

/// The name of the engine's phase in attributes.
pub fn phase_name(phase: &Phase) -> &'static str {
    match phase {
        Phase::Starting => "starting",
        Phase::Ready => "ready",
        Phase::Broken => "broken",
    }
}
