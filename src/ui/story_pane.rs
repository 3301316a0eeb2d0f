//! The story in numbered sentences, the variables, the output and the input.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::frames::variables;
use super::mark::chip;
use super::sentence::{sentence, words};
use super::top_bar::Props;
use super::transport::grouped;
use crate::session::message::Message;
use crate::session::model::Model;
use crate::session::view::{ActorRow, FrameRow, StoryRow, Stream, Variable, View};

/// No more sentences than this are drawn; the latest matter.
const SENTENCES_MAX: usize = 200;
/// Nor more pieces of output.
const OUTPUT_MAX: usize = 500;

/// What happened, in words.
#[component]
pub fn StoryPane(props: &Props) -> Html {
    let Props { model, send } = props;
    let idle = Rc::new(View::default());
    let view = model.live_view().unwrap_or(&idle);
    let live = if model.playing { "off" } else { "polite" };
    html! {
        <section class="story" aria-label="Story">
            <div class="head"><h2>{ "Story" }</h2><span class="push">{ counts(view) }</span></div>
            <p id="now" class="hide" aria-live={live}>{ words(view, &view.now) }</p>
            <ol class="tale" id="story-list" tabindex="0" aria-label="What happened">
                { for tale(view).map(|(row, now)| entry(view, row, now, send)) }
            </ol>
            if view.story.is_empty() {
                <p class="nothing">{ opening_words(model) }</p>
            }
            { values(view) }
            { output(view) }
            { input(view, send) }
        </section>
    }
}

fn opening_words(model: &Model) -> &'static str {
    if model.live_view().is_some() {
        "Nothing has happened yet. Step, or play."
    } else {
        "The story is told as the program runs."
    }
}

fn counts(view: &View) -> String {
    let forced = view.switches.iter().filter(|mark| mark.forced && mark.step <= view.position).count();
    let plural = |count: usize, one: &str, more: &str| match count {
        1 => format!("1 {one}"),
        count => format!("{} {more}", grouped(count as u64)),
    };
    format!(
        "{}, {}",
        plural(view.story.len(), "sentence", "sentences"),
        plural(forced, "forced switch", "forced switches")
    )
}

fn tale(view: &View) -> impl Iterator<Item = (&StoryRow, bool)> {
    let from = view.story.len().saturating_sub(SENTENCES_MAX);
    let last = view.story.len().wrapping_sub(1);
    view.story.iter().enumerate().skip(from).map(move |(place, row)| (row, place == last))
}

fn entry(view: &View, row: &StoryRow, now: bool, send: &Callback<Message>) -> Html {
    let step = row.step;
    let class = classes!(row.decisive.then_some("key"), now.then_some("now"));
    html! {
        <li class={class} data-step={step.to_string()} aria-current={now.then_some("step")}>
            if row.decisive {
                <i class="key-mark" />
            }
            { chip(view, row.actor, 18) }
            <span>{ sentence(view, &row.parts, true) }</span>
            <button class="at" aria-label={format!("To step {step}")} title={format!("To step {step}")}
                onclick={send.reform(move |_| Message::Slid(step))}>{ grouped(step) }</button>
        </li>
    }
}

fn values(view: &View) -> Html {
    html! {
        <div class="vars" id="variables">
            { for view.actors.iter().filter_map(|actor| {
                let rows = shown(view, actor)?;
                Some(html! {
                    <p key={actor.id.0} data-actor={actor.id.0.to_string()}>
                        { chip(view, actor.id, 16) }<span>{ variables(&rows) }</span>
                    </p>
                })
            }) }
        </div>
    }
}

/// The variables of the program's own innermost frame; main's are the globals.
fn shown(view: &View, actor: &ActorRow) -> Option<Vec<Variable>> {
    let own = |frame: &&FrameRow| frame.file.is_none();
    let frame = actor.frames.iter().rfind(own)?;
    let rows = if frame.function == "<module>" { &view.globals } else { &frame.locals };
    (!rows.is_empty()).then(|| rows.clone())
}

fn output(view: &View) -> Html {
    let from = view.output.len().saturating_sub(OUTPUT_MAX);
    html! {
        <div class="out-box">
            <h3>{ "Output" }</h3>
            <pre id="output" tabindex="0" aria-label="Output">
                if view.output.is_empty() {
                    <span class="faint">{ "nothing yet" }</span>
                }
                { for view.output.iter().skip(from).map(|row| {
                    let class = (row.stream == Stream::Err).then_some("err");
                    html! {
                        <span class={classes!(class)} data-actor={row.actor.0.to_string()}
                            data-step={row.step.to_string()}>{ &row.text }</span>
                    }
                }) }
            </pre>
        </div>
    }
}

fn input(view: &View, send: &Callback<Message>) -> Html {
    if !view.wants_input {
        return Html::default();
    }
    let given = send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Message::InputGiven(line_of(&event))
    });
    html! {
        <form id="input" class="input-line" onsubmit={given}>
            <label>{ "The program asks for a line: " }<input type="text" name="line" autocomplete="off" /></label>
            <button class="btn small">{ "Give" }</button>
        </form>
    }
}

fn line_of(event: &SubmitEvent) -> String {
    let field = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .and_then(|form| form.query_selector("input").ok().flatten())
        .and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    field
        .map(|field| {
            let line = field.value();
            field.set_value("");
            line
        })
        .unwrap_or_default()
}
