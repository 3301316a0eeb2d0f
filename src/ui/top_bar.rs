//! The bar on top: the lesson, the interpreter, and what can be done with the whole page.

use std::rc::Rc;

use yew::prelude::*;

use super::findings_pane::explore_button;
use super::mark::{Icon, icon};
use super::value_of;
use crate::session::message::{Dialog, Message};
use crate::session::model::{Model, Origin};
use crate::session::protocol::Python;

/// What every region is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What to draw.
    pub model: Rc<Model>,
    /// Where messages go.
    pub send: Callback<Message>,
}

/// The bar of the whole page.
#[component]
pub fn TopBar(props: &Props) -> Html {
    let Props { model, send } = props;
    let opens = |dialog| send.reform(move |_: MouseEvent| Message::DialogOpened(dialog));
    html! {
        <header class="top">
            <a class="brand" href="./" aria-label="Interloop">{ logo() }<b>{ "Interloop" }</b></a>
            <div class="crumb">
                <h1 class="hide">{ model.title() }</h1>
                { lessons(model, send) }
                { goal(model) }
            </div>
            { python_radios(model, send) }
            <div class="acts">
                { python_select(model, send) }
                { explore_button(model, send, "explore", "primary") }
                <button id="share" class="btn keep" aria-label="Share" onclick={opens(Dialog::Share)}>
                    { icon(Icon::Share, 16) }<span>{ "Share" }</span>
                </button>
                <button id="theme" class="btn quiet sq keep" aria-label="Dark or light"
                    title="Dark or light" onclick={send.reform(|_| Message::ThemeToggled)}>
                    { icon(Icon::Theme, 16) }
                </button>
                <button id="help" class="btn quiet sq keep" aria-label="Help and keys"
                    title="Keys" onclick={opens(Dialog::Keys)}>
                    { icon(Icon::Help, 16) }
                </button>
            </div>
        </header>
    }
}

/// The mark of the project.
pub fn logo() -> Html {
    html! {
        <svg class="logo" width="30" height="20" viewBox="0 0 30 20" aria-hidden="true">
            <path d="M16.283 5.408A7 7 0 1 1 13.509 3.465" />
            <path d="M13.729 14.606A7 7 0 1 1 16.509 16.542" />
        </svg>
    }
}

/// The goal of the lesson.
pub fn goal(model: &Model) -> Html {
    let goal = model.lesson().map(|lesson| lesson.goal.clone()).filter(|goal| !goal.is_empty());
    goal.map_or_else(Html::default, |goal| {
        html! {
            <span class="goal" title={goal.clone()}>
                { icon(Icon::Goal, 14) }<span>{ goal }</span>
            </span>
        }
    })
}

fn lessons(model: &Model, send: &Callback<Message>) -> Html {
    let current = match &model.origin {
        Origin::Lesson(id) => id.as_str(),
        Origin::Own => "",
        Origin::Link => "#link",
    };
    let chosen = send.reform(|event: Event| Message::LessonChosen(value_of(&event)));
    let own = model.kept.is_some() || current.is_empty();
    html! {
        <label class="lesson-pick">
            <span class="hide">{ "Lesson" }</span>
            <select id="lesson" onchange={chosen}>
                if own {
                    <option value="" selected={current.is_empty()}>{ "Your program" }</option>
                }
                if current == "#link" {
                    <option value="#link" selected=true disabled=true>{ "A shared program" }</option>
                }
                { for model.lessons.iter().map(|lesson| html! {
                    <option key={lesson.id.clone()} value={lesson.id.clone()}
                        selected={lesson.id == current}>
                        { &lesson.title }{ if lesson.id == current && model.touched { ", edited" } else { "" } }
                    </option>
                }) }
            </select>
            { icon(Icon::Down, 12) }
        </label>
    }
}

fn python_radios(model: &Model, send: &Callback<Message>) -> Html {
    html! {
        <fieldset class="segc" id="python">
            <legend>{ "Python" }</legend>
            { for Python::ALL.into_iter().map(|python| html! {
                <label key={python.name()}>
                    <input type="radio" name="python" value={python.name()}
                        checked={model.python == python}
                        onchange={send.reform(move |_| Message::PythonChosen(python))} />
                    <span>{ python.name() }</span>
                </label>
            }) }
        </fieldset>
    }
}

/// The interpreter where there is little room.
pub fn python_select(model: &Model, send: &Callback<Message>) -> Html {
    let chosen = send.reform(|event: Event| {
        Message::PythonChosen(Python::from_name(&value_of(&event)).unwrap_or_default())
    });
    html! {
        <select id="python-narrow" class="btn small keep only-narrow" aria-label="Interpreter"
            onchange={chosen}>
            { for Python::ALL.into_iter().map(|python| html! {
                <option key={python.name()} value={python.name()}
                    selected={model.python == python}>{ python.name() }</option>
            }) }
        </select>
    }
}
