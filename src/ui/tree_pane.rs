//! The reader's branches as one tree of time: a row for each run, from where it parts from another.

use yew::prelude::*;

use super::mark::{Icon, ending_icon, icon};
use super::transport::grouped;
use crate::session::actors;
use crate::session::message::Message;
use crate::session::tree::{self, RUNS_MAX, TreeRow};
use crate::session::view::{BranchRow, EndingKind, View};

/// The tree; nothing before there is a run.
pub fn branches(view: &View, send: &Callback<Message>) -> Html {
    let rows = tree::rows(&view.branches);
    if rows.is_empty() {
        return Html::default();
    }
    let longest = view.branches.iter().map(|row| row.length).max().unwrap_or(0).max(1);
    let many = match view.branches.len() {
        1 => "one run; another choice makes a branch".to_owned(),
        many => format!("{many} of at most {RUNS_MAX} runs"),
    };
    html! {
        <>
            <div class="head tree-head">
                <h3>{ "Your branches" }</h3>
                <span class="push">{ many }</span>
            </div>
            <div class="tree" id="branches" role="group" aria-label="Runs that you made, as a tree">
                { for rows.iter().enumerate().map(|(nth, row)| branch(view, &rows, nth, row, longest, send)) }
            </div>
        </>
    }
}

fn branch(
    view: &View,
    rows: &[TreeRow],
    nth: usize,
    place: &TreeRow,
    longest: u64,
    send: &Callback<Message>,
) -> Html {
    let row = &view.branches[place.at];
    let id = row.id;
    let percent = |step: u64| format!("{:.2}%", 100.0 * step as f64 / longest as f64);
    let (from, parent) = place.parent.map_or((0, None), |(above, step)| (step, Some(above)));
    let bad = row.ending.as_ref().is_some_and(|ending| ending.kind != EndingKind::Exit);
    let mark = row.ending.as_ref().map_or(Icon::Limit, |ending| ending_icon(ending.kind));
    let parts = parent.map(|above| {
        let other = view.branches[rows[above].at].id.0 + 1;
        (nth - above, format!("Parts from run {other} after step {}", grouped(from)))
    });
    let end = end_word(row);
    let words = format!(
        "Run {}: {}. {}{end} after {} steps",
        id.0 + 1,
        row.label,
        parts.as_ref().map(|(_, text)| format!("{text}. ")).unwrap_or_default(),
        grouped(row.length)
    );
    html! {
        <div key={id.0} class={classes!("twig", row.selected.then_some("on"), bad.then_some("bad"))}>
            <button class="branch" data-branch={id.0.to_string()} data-parts={parent.map(|_| from.to_string())}
                aria-pressed={row.selected.to_string()} aria-label={words.clone()} title={words}
                onclick={send.reform(move |_| Message::BranchChosen(id))}>
                <span class="what" style={format!("--f:{:.3}", from as f64 / longest as f64)}><span><b>{ id.0 + 1 }</b>{ &row.label }</span></span>
                <span class="line">
                    <span class="time">
                        { for parts.map(|(up, _)| html! {
                            <i class="tie" style={format!("left:{};--up:{up}", percent(from))} />
                        }) }
                        <span class="strip" style={format!("left:{};width:{}", percent(from), percent(row.length - from))}>
                            { for place.pieces.iter().map(|(actor, weight)| html! {
                                <i class={actors::mark_of(view, *actor).class} style={format!("flex:{weight}")} />
                            }) }
                        </span>
                        if row.selected {
                            <i class="now" style={format!("left:{}", percent(view.position))} />
                        }
                    </span>
                    <span class="end">{ icon(mark, 14) }{ end }</span>
                </span>
            </button>
            if view.branches.len() > 1 {
                <button class="btn quiet forget" data-forget={id.0.to_string()} title={format!("Forget run {}", id.0 + 1)}
                    aria-label={format!("Forget run {}", id.0 + 1)}
                    onclick={send.reform(move |_| Message::BranchForgotten(id))}>{ icon(Icon::Fail, 12) }</button>
            }
        </div>
    }
}

/// What a run came to, in a word.
fn end_word(row: &BranchRow) -> &'static str {
    match row.ending.as_ref().map(|ending| ending.kind) {
        None => "open",
        Some(EndingKind::Exit) => "end",
        Some(EndingKind::Exception) => "exception",
        Some(EndingKind::Deadlock) => "deadlock",
        Some(EndingKind::Limit) => "limit",
    }
}
