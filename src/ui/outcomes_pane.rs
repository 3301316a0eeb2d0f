//! Outcomes: what a search over all schedules has found, how this run ended, and the runs that the reader has made.

use yew::prelude::*;

use super::findings_pane::{findings, headline};
use super::mark::{Icon, ending_icon, ending_word, icon};
use super::top_bar::Props;
use super::transport::grouped;
use crate::session::actors;
use crate::session::message::Message;
use crate::session::view::{BranchRow, EndingKind, View};

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
                <p>{ format!("{} steps recorded.", grouped(view.length)) }</p>
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

fn branches(view: &View, send: &Callback<Message>) -> Html {
    if view.branches.is_empty() {
        return Html::default();
    }
    html! {
        <div class="branches" id="branches" role="group" aria-label="Runs that you made">
            { for view.branches.iter().map(|row| branch(view, row, send)) }
        </div>
    }
}

fn branch(view: &View, row: &BranchRow, send: &Callback<Message>) -> Html {
    let id = row.id;
    let what = row.ending.as_ref().map_or("open", |ending| ending_word(ending.kind));
    let bad = row.ending.as_ref().is_some_and(|ending| ending.kind != EndingKind::Exit);
    let mark = row.ending.as_ref().map_or(Icon::Limit, |ending| ending_icon(ending.kind));
    html! {
        <button key={id.0} class={classes!("branch", row.selected.then_some("on"), bad.then_some("bad"))}
            data-branch={id.0.to_string()} aria-pressed={row.selected.to_string()}
            onclick={send.reform(move |_| Message::BranchChosen(id))}>
            { icon(mark, 16) }
            <span>
                <b>{ &row.label }</b>
                <small>{ format!("{what}, {} steps", grouped(row.length)) }</small>
            </span>
            <span class="mini" aria-hidden="true">
                { for row.strip.iter().map(|(actor, weight)| html! {
                    <i class={actors::mark_of(view, *actor).class} style={format!("flex:{weight}")} />
                }) }
            </span>
        </button>
    }
}
