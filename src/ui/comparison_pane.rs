//! Two runs beside each other: what both share is one line, then where they part and why, then both stories.
//!
//! They stand in one box, so they scroll together.

use yew::prelude::*;

use super::mark::chip;
use super::transport::grouped;
use crate::session::message::Message;
use crate::session::model::Model;
use crate::session::verdict;
use crate::session::view::{ActorId, View};

/// The comparison that was asked for.
pub fn comparison(model: &Model, send: &Callback<Message>) -> Html {
    let (Some((nth, found)), Some(view)) = (&model.comparison, model.live_view()) else {
        return Html::default();
    };
    let ends = model.search.as_ref().and_then(|search| search.findings.as_ref());
    let kind = ends.map_or("", |known| verdict::kind(&known.outcomes, *nth));
    let goes_on =
        |who: &Option<String>| who.as_ref().map_or("it ends".to_owned(), |who| format!("{who} goes on"));
    // Beside a failure stands the first good end, if there is one.
    let works = ends.is_some_and(|known| {
        known.outcomes.get(*nth).is_some_and(|end| end.failure)
            && known.outcomes.iter().any(|end| !end.failure)
    });
    let other = if works { "1  A run that works" } else { "1  Another run" };
    let [first, second] = found.who.each_ref().map(goes_on);
    html! {
        <section class="comparison" id="comparison" aria-label="Two runs, side by side">
            <div class="comparison-top">
                <h3>{ "Two runs, side by side" }</h3>
                <button class="btn small" onclick={send.reform(|_| Message::Compared(None))}>{ "Close" }</button>
            </div>
            <p class="soft">{ format!("{} equal steps", grouped(found.shared)) }</p>
            <p class="parting">
                <i class="key-mark" aria-hidden="true" />
                <span>
                    <b>{ "First difference." }</b>
                    { format!(" After step {}: in run 1 {first}, in run 2 {second}.", grouped(found.shared)) }
                    if let Some(cause) = &found.cause {
                        <><br />{ coded(cause) }</>
                    }
                </span>
            </p>
            <div class="beside">
                { run(view, other, &found.rest[0]) }
                { run(view, &format!("2  {kind}"), &found.rest[1]) }
            </div>
        </section>
    }
}

fn run(view: &View, title: &str, rows: &[(u64, Option<ActorId>, String)]) -> Html {
    html! {
        <div>
            <h4>{ title }</h4>
            <ol>
                { for rows.iter().map(|(step, who, text)| html! {
                    <li>
                        <span class="soft">{ grouped(*step) }</span>
                        <span>{ for who.map(|who| chip(view, who, 14)) }{ coded(text) }</span>
                    </li>
                }) }
            </ol>
        </div>
    }
}

/// A sentence whose code is between backquotes.
fn coded(text: &str) -> Html {
    let piece = |(place, piece): (usize, &str)| match place % 2 {
        0 => html! { { piece } },
        _ => html! { <span class="cd">{ piece }</span> },
    };
    text.split('`').enumerate().map(piece).collect()
}
