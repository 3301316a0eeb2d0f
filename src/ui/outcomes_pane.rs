//! Outcomes: what a search over all schedules has found, how this run ended, and the runs that the reader has made.

use yew::prelude::*;

use super::findings_pane::{findings, headline};
use super::mark::{Icon, ending_icon, ending_word, icon};
use super::top_bar::Props;
use super::transport::grouped;
use super::tree_pane::branches;
use crate::session::view::{EndingKind, View};

/// The endings that are known.
#[component]
pub fn OutcomesPane(props: &Props) -> Html {
    let Props { model, send } = props;
    html! {
        <section class="outcomes" aria-label="Outcomes">
            <div class="head">
                <h2>{ "Outcomes" }</h2>
                <span class="push" id="search-head">{ headline(model) }</span>
            </div>
            { findings(model, send) }
            { for model.live_view().map(|view| html! {
                <div class="own-runs">
                    { ending(view) }
                    { branches(view, send) }
                </div>
            }) }
        </section>
    }
}

fn ending(view: &View) -> Html {
    let Some(ending) = &view.ending else {
        return html! {
            <div class="verdict" id="ending" data-kind="open">
                { icon(Icon::Limit, 18) }
                <p><b>{ "This run" }</b>{ " has not ended yet." }</p>
                <p>{ format!("{} {} recorded.", grouped(view.length), if view.length == 1 { "step" } else { "steps" }) }</p>
            </div>
        };
    };
    let bad = ending.kind != EndingKind::Exit;
    let dead = ending.kind == EndingKind::Deadlock && !view.deadlock.is_empty();
    html! {
        <div class={classes!("verdict", bad.then_some("bad"))} id="ending" data-kind={kind_name(ending.kind)}>
            { icon(ending_icon(ending.kind), 18) }
            <p>
                <b>{ ending_word(ending.kind) }</b>
                { format!(" after {} steps in this run.", grouped(view.length)) }
            </p>
            if dead {
                <ul id="deadlock">
                    { for view.deadlock.iter().map(|sentence| html! { <li>{ sentence }</li> }) }
                </ul>
            } else {
                <p>{ &ending.sentence }</p>
            }
        </div>
    }
}

fn kind_name(kind: EndingKind) -> &'static str {
    match kind {
        EndingKind::Exit => "exit",
        EndingKind::Exception => "exception",
        EndingKind::Deadlock => "deadlock",
        EndingKind::Limit => "limit",
    }
}
