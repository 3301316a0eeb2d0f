//! Each thread's frames with their variables, the innermost first.

use yew::prelude::*;

use super::mark::who;
use super::top_bar::Props;
use crate::session::scene::status_word;
use crate::session::view::{ActorRow, FrameRow, Variable, View};

/// The frames of all threads.
#[component]
pub fn Frames(props: &Props) -> Html {
    let Some(view) = props.model.live_view() else {
        return Html::default();
    };
    html! {
        <div class="frames" tabindex="0" role="region" aria-label="Frames of each thread">
            { for view.actors.iter().map(|actor| stack(view, actor)) }
        </div>
    }
}

fn stack(view: &View, actor: &ActorRow) -> Html {
    html! {
        <section key={actor.id.0} data-actor={actor.id.0.to_string()}>
            <h3>{ who(view, actor.id) }<span class="soft">{ status_word(actor.status) }</span></h3>
            { for actor.frames.iter().rev().map(frame) }
        </section>
    }
}

fn frame(frame: &FrameRow) -> Html {
    html! {
        <div class="frame">
            <p>
                <code>{ &frame.function }</code>
                <span class="soft">
                    { match &frame.file {
                        Some(file) => format!("{file}, line {}", frame.line),
                        None => format!("line {}", frame.line),
                    } }
                </span>
            </p>
            { variables(&frame.locals) }
        </div>
    }
}

/// Names with their values.
pub fn variables(rows: &[Variable]) -> Html {
    rows.iter()
        .map(|row| {
            html! {
                <span class={classes!("var", row.changed.then_some("new"))}>
                    <code>{ &row.name }</code>{ " " }<samp>{ &row.value }</samp>
                </span>
            }
        })
        .collect()
}
