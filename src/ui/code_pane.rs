//! The program: the editor's place, and what is wrong with the text.
//!
//! CodeMirror is put into `#editor` from outside and draws the marks; until it is there, and
//! where it cannot be had, the program is in a plain text field.

use yew::prelude::*;

use super::mark::{Icon, chip, icon};
use super::top_bar::Props;
use super::value_of;
use crate::session::message::Message;
use crate::session::model::Model;
use crate::session::rail;

/// The region of the program.
#[component]
pub fn CodePane(props: &Props) -> Html {
    let Props { model, send } = props;
    html! {
        <section class="pane code-pane" aria-label="Code">
            <div class="head">
                <h2>{ &model.file }</h2>
                <span class="push">
                    <i class="sw-key" />{ format!("places where {} can switch", model.python.name()) }
                </span>
                { rail_button(model, send) }
                { bytecode_button(model, send) }
            </div>
            <Editor model={model.clone()} send={send.clone()} />
            { rail_words(model) }
            { diagnostics(model) }
        </section>
    }
}

/// The editor's place alone.
#[component]
pub fn Editor(props: &Props) -> Html {
    let Props { model, send } = props;
    let typed = send.reform(|event: InputEvent| Message::Edited(value_of(&event)));
    html! {
        <div class="code" data-rich={model.rich_editor.to_string()}>
            <div id="editor" hidden={!model.rich_editor} />
            if !model.rich_editor {
                <textarea id="plain-editor" aria-label="Program" spellcheck="false"
                    autocapitalize="off" autocomplete="off" value={model.text.clone()}
                    oninput={typed} />
            }
        </div>
    }
}

fn bytecode_button(model: &Model, send: &Callback<Message>) -> Html {
    let offered = model.live_view().is_some_and(|view| view.bytecode.is_some());
    if !offered || !model.rich_editor {
        return Html::default();
    }
    html! {
        <button id="bytecode" class="btn quiet small" aria-pressed={model.bytecode.to_string()}
            title="Bytecode of the lines where threads stand" aria-label="Bytecode"
            onclick={send.reform(|_| Message::BytecodeToggled)}>
            { icon(Icon::Down, 14) }<span>{ "Bytecode" }</span>
        </button>
    }
}

fn rail_button(model: &Model, send: &Callback<Message>) -> Html {
    if model.rail.rows.as_ref().is_none_or(|rows| rows.machines.is_empty()) || !model.rich_editor {
        return Html::default();
    }
    html! {
        <button id="machines" class="btn quiet small" aria-pressed={(!model.rail.hidden).to_string()}
            title="Beside the code: the places where each thread can stand" aria-label="Machines of the threads"
            onclick={send.reform(|_| Message::RailToggled)}>{ icon(Icon::Machine, 14) }<span>{ "Machines" }</span></button>
    }
}

/// What the machines beside the code are, or the place in them that is pointed at.
fn rail_words(model: &Model) -> Html {
    let (Some(rows), Some(view)) = (rail::shown(model).filter(|_| model.rich_editor), model.live_view())
    else {
        return Html::default();
    };
    let (whose, words) = rail::words(rows, model.rail.pointed);
    html! {
        <p class="rail-words" id="rail-words" aria-live="polite" title={words.clone()}>
            { for whose.iter().take(3).map(|actor| chip(view, *actor, 14)) }
            if whose.len() > 3 {
                <span class="soft">{ format!("+{}", whose.len() - 3) }</span>
            }
            <span>{ words }</span>
        </p>
    }
}

fn diagnostics(model: &Model) -> Html {
    if model.diagnostics.is_empty() || model.edited() {
        return Html::default();
    }
    html! {
        <ul id="diagnostics" class="diagnostics" role="alert">
            { for model.diagnostics.iter().map(|row| html! {
                <li>
                    { icon(Icon::Warn, 16) }
                    <span><b>{ format!("Line {}", row.line) }</b>{ ": " }{ &row.message }</span>
                </li>
            }) }
        </ul>
    }
}
