//! The search over all schedules: its button, how far it is, the verdict, the table of ways to end, the races.

use yew::prelude::*;

use super::comparison_pane::comparison;
use super::mark::{Icon, ending_icon, icon};
use super::transport::grouped;
use crate::session::actors;
use crate::session::findings::{Findings, OutcomeRow, RaceRow, RemarkRow, SearchProgress, Verdict};
use crate::session::message::Message;
use crate::session::model::Model;
use crate::session::search::{self, BYTES_MAX, Offer, Search, Stage};
use crate::session::verdict;
use crate::session::view::EndingKind;

/// Lines of output in a row of the table.
const LINES_MAX: usize = 4;
/// Races that are listed.
const RACES_MAX: usize = 12;

/// The button that begins, stops and takes up a search. There is one in the bar and one in the region.
pub fn explore_button(
    model: &Model,
    send: &Callback<Message>,
    id: &'static str,
    class: &'static str,
) -> Html {
    let (word, does, mark) = match search::offer(model) {
        Offer::Begin => ("Explore every schedule", "begin", Icon::Explore),
        Offer::Stop => ("Stop exploring", "stop", Icon::Pause),
        Offer::Continue => ("Continue exploring", "continue", Icon::Explore),
        Offer::Done => ("Explored", "done", Icon::Explore),
    };
    let dead = !search::possible(model) && matches!(does, "begin" | "continue");
    html! {
        <button id={id} class={classes!("btn", class)} data-does={does} disabled={dead} title={format!("{word} (X)")}
            onclick={send.reform(|_| Message::Explore)}>{ icon(mark, 16) }<span>{ word }</span></button>
    }
}

/// What stands at the right of the region's head.
pub fn headline(model: &Model) -> String {
    let Some(search) = &model.search else { return "not explored yet".to_owned() };
    let python = search.of.1.name();
    if search.is_running() {
        return format!("exploring · {} · Python {python}", cores(&search.progress));
    }
    let seconds = search.spent_ms as f64 / 1000.0;
    let states = search.progress.states;
    let cores = cores(&search.progress);
    format!("{} states · {seconds:.1} s · {cores} · Python {python}", grouped(states))
}

/// How many cores share the work. Before anything is known of it, it is one.
fn cores(progress: &SearchProgress) -> String {
    match progress.jobs {
        _ if progress.damaged => "1 core, since a worker has failed".to_owned(),
        0 | 1 => "1 core".to_owned(),
        many => format!("{many} cores"),
    }
}

/// All that there is to say about schedules that nobody has played.
pub fn findings(model: &Model, send: &Callback<Message>) -> Html {
    let problem = model.search_problem.as_ref().map(|text| {
        html! { <p class="problem" id="search-problem" role="alert">{ icon(Icon::Warn, 16) }{ text }</p> }
    });
    let Some(search) = &model.search else {
        return html! {
            <>
                { for problem }
                <div class="unexplored" id="unexplored">
                    <p>{ "Only the runs that you made have been tried. Other schedules may end differently." }</p>
                    { explore_button(model, send, "explore-here", "primary") }
                </div>
            </>
        };
    };
    let stale = search::stale(model);
    let class = classes!("findings", stale.is_some().then_some("stale"));
    html! {
        <>
            { for problem }
            if let Some(why) = &stale {
                <div class="stale-note" id="stale">
                    <p>{ "What stands below is " }<b>{ why }</b>{ "." }</p>
                    { explore_button(model, send, "explore-here", "small") }
                </div>
            }
            <div class={class} id="findings" data-stage={stage_name(search.stage)}
                data-states={search.progress.states.to_string()} data-ms={search.spent_ms.to_string()}
                data-jobs={search.progress.jobs.to_string()}>
                if search.is_running() {
                    { progress(model, search, send) }
                }
                if let Some(known) = &search.findings {
                    { verdict_block(model, search, known, send) }
                    { table(model, search, known, stale.is_some(), send) }
                    { comparison(model, send) }
                    { races(known) }
                    { for known.remarks.iter().enumerate().map(|(nth, row)| remark(row, nth, stale.is_some(), send)) }
                } else if !search.is_running() {
                    <div class="unexplored">
                        <p>{ "The search was stopped before it found anything." }</p>
                        { explore_button(model, send, "explore-on", "small") }
                    </div>
                }
            </div>
        </>
    }
}

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Running => "running",
        Stage::Stopping => "stopping",
        Stage::Over(_) => "over",
    }
}

fn progress(model: &Model, search: &Search, send: &Callback<Message>) -> Html {
    let now = search.progress;
    let figure = |number: u64, what: &'static str| {
        html! { <div><dt>{ what }</dt><dd>{ grouped(number) }</dd></div> }
    };
    let word = if search.stage == Stage::Stopping { "Stopping…" } else { "Exploring every schedule…" };
    html! {
        <div class="hunt" id="search-progress">
            <div class="hunt-top">
                <b>{ word }</b>
                { explore_button(model, send, "search-act", "small") }
            </div>
            <div class="bar" aria-hidden="true">
                <i style={format!("width:{:.1}%", 100.0 * now.states as f64 / search.limit.max(1) as f64)} />
            </div>
            <dl class="figs">
                { figure(now.states, "states seen") }
                { figure(now.waiting, "still to look at") }
                { figure(u64::from(search.ends()), if search.ends() == 1 { "way to end" } else { "ways to end" }) }
                { figure(now.transitions, "transitions") }
                { figure(u64::from(now.depth), "deep") }
                { figure(search.rate, "states a second") }
            </dl>
            <p class="small-print">{ format!("It stops by itself at {} states or {} MB.", grouped(search.limit), BYTES_MAX >> 20) }</p>
        </div>
    }
}

fn verdict_block(model: &Model, search: &Search, known: &Findings, send: &Callback<Message>) -> Html {
    let (word, rest) = verdict::verdict(known);
    let (name, mark) = match known.verdict {
        Verdict::Proved => ("proved", Icon::Fine),
        Verdict::Counterexample if known.failures_total > 0 => ("counterexample", Icon::Fail),
        Verdict::Counterexample => ("counterexample", Icon::Differs),
        Verdict::Budget => ("budget", Icon::Limit),
    };
    let bad = known.verdict == Verdict::Counterexample;
    let goes_on = !search.is_running() && search::offer(model) == Offer::Continue;
    html! {
        <div class={classes!("verdict", bad.then_some("bad"))} id="verdict" data-verdict={name}
            data-complete={known.is_complete().to_string()}>
            { icon(mark, 18) }
            <p><b>{ word }</b>{ format!(": {rest}") }</p>
            <p>
                { verdict::basis(known) }
                if !search.is_running() {
                    { format!(" {} states, {} deep", grouped(known.progress.states), known.progress.depth) }
                    { for search.mean_rate().map(|rate| format!(", {} a second", grouped(rate))) }
                    { "." }
                }
            </p>
            if verdict::wants_input(known) {
                <p>{ "The program asks for input, and a search gives it none." }</p>
            }
            if goes_on {
                <p class="act">{ explore_button(model, send, "search-act", "small") }</p>
            }
        </div>
    }
}

fn table(model: &Model, search: &Search, known: &Findings, stale: bool, send: &Callback<Message>) -> Html {
    if known.outcomes.is_empty() {
        return Html::default();
    }
    let left_out = known.outcomes_total as usize - known.outcomes.len();
    html! {
        <>
            <table class="otab" id="outcome-table">
                <thead>
                    <tr>
                        <th scope="col">{ "Way to end" }</th>
                        <th scope="col" class="num" title="Switches away from a thread that could have gone on">
                            { "Forced " }<br />{ "switches" }
                        </th>
                        <th scope="col" class="num">{ "Steps" }</th>
                        <th scope="col"><span class="hide">{ "Show it" }</span></th>
                    </tr>
                </thead>
                <tbody>
                    { for (0..known.outcomes.len()).map(|nth| row(model, search, &known.outcomes, nth, stale, send)) }
                </tbody>
            </table>
            if left_out > 0 {
                <p class="foot">{ format!("{} more are not listed.", grouped(left_out as u64)) }</p>
            }
        </>
    }
}

fn row(
    model: &Model,
    search: &Search,
    rows: &[OutcomeRow],
    nth: usize,
    stale: bool,
    send: &Callback<Message>,
) -> Html {
    let row = &rows[nth];
    let kind = verdict::kind(rows, nth);
    let mark = match row.kind {
        EndingKind::Exit if row.exit_code != 0 => Icon::Fail,
        EndingKind::Exit if verdict::differs(rows, nth) => Icon::Differs,
        kind => ending_icon(kind),
    };
    let class = classes!(row.failure.then_some("bad"), (search.shown == Some(nth)).then_some("on"));
    let (with, without) = search::interpreters(model, row);
    html! {
        <tr key={nth} class={class} data-nth={nth.to_string()} data-kind={kind} data-failure={row.failure.to_string()}>
            <td>
                <div class="out">
                    { icon(mark, 18) }
                    <div>
                        <b>{ kind }</b>
                        { detail(row) }
                        { printed(row) }
                        { for row.no_return.iter().map(|(_, text)| html! { <p class="no-return">{ text }</p> }) }
                        <p class="under">{ verdict::interpreters(&with, &without) }</p>
                    </div>
                </div>
            </td>
            <td class="num">
                { verdict::preemptions(row) }
                if !row.least && row.preemptions > 0 {
                    <span class="hide">{ " at most" }</span>
                }
            </td>
            <td class="num">{ grouped(row.steps.into()) }</td>
            <td>
                { show(search, row, nth, kind, stale, send) }
                if rows.len() > 1 && row.replayed && !stale {
                    <button class="btn small compare" data-compare={nth.to_string()}
                        title="This run beside one that works, from where they part"
                        onclick={send.reform(move |_| Message::Compared(Some(nth)))}>{ "Compare" }</button>
                }
            </td>
        </tr>
    }
}

fn detail(row: &OutcomeRow) -> Html {
    match row.kind {
        EndingKind::Exit if row.exit_code != 0 => {
            html! { <span class="what">{ format!(" {}", row.exit_code) }</span> }
        }
        EndingKind::Deadlock => html! {
            <ul class="who-waits">{ for row.blocked.iter().map(|sentence| html! { <li>{ sentence }</li> }) }</ul>
        },
        EndingKind::Exception | EndingKind::Limit => {
            html! { <p class="what">{ for row.detail.as_ref().map(|text| html! { <samp>{ text }</samp> }) }</p> }
        }
        EndingKind::Exit => Html::default(),
    }
}

fn printed(row: &OutcomeRow) -> Html {
    let lines: Vec<&str> = row.output.lines().collect();
    if lines.is_empty() {
        return html! { <p class="none">{ "prints nothing" }</p> };
    }
    // The last lines say how it ended; where there are too many, the first go.
    let left_out = if lines.len() > LINES_MAX + 1 { lines.len() - LINES_MAX } else { 0 };
    html! {
        <pre class="printed">
            if left_out > 0 {
                <span class="none">{ format!("{left_out} lines, then\n") }</span>
            }
            { lines[left_out..].join("\n") }
        </pre>
    }
}

fn show(
    search: &Search,
    row: &OutcomeRow,
    nth: usize,
    kind: &str,
    stale: bool,
    send: &Callback<Message>,
) -> Html {
    let shown = search.shown == Some(nth) && !stale;
    let title = match (stale, row.replayed) {
        (true, _) => "The program is another one now".to_owned(),
        (_, false) => "Time goes differently in an ordinary run: this one cannot be shown".to_owned(),
        (false, true) => format!("Show a run that ends so: {}", row.schedule),
    };
    let last = row.detail.as_deref().or(row.output.lines().last()).unwrap_or("prints nothing");
    html! {
        <button class={classes!("btn", "wit", shown.then_some("shown"))} title={title} data-show={nth.to_string()}
            aria-label={format!("Show {kind}: {last}")} aria-pressed={shown.to_string()}
            disabled={stale || !row.replayed}
            onclick={send.reform(move |_| Message::OutcomeShown(nth))}>
            <span>{ "Show" }</span>
            <span class="mini" aria-hidden="true">
                { for row.strip.iter().map(|(actor, weight)| html! {
                    <i class={actors::mark(actor.0).class} style={format!("flex:{weight}")} />
                }) }
            </span>
        </button>
    }
}

fn races(known: &Findings) -> Html {
    if known.races.is_empty() {
        return Html::default();
    }
    let left_out = known.races.len().saturating_sub(RACES_MAX);
    html! {
        <div class="races" id="races">
            <h3>{ if known.races.len() == 1 { "A race" } else { "Races" } }</h3>
            <p>{ "Two threads can touch one place at the same time, one of them writing." }</p>
            <ul>{ for known.races.iter().take(RACES_MAX).map(race) }</ul>
            if left_out > 0 {
                <p>{ format!("and {left_out} more.") }</p>
            }
        </div>
    }
}

fn remark(row: &RemarkRow, nth: usize, stale: bool, send: &Callback<Message>) -> Html {
    html! {
        <div class="races remark">
            <h3>{ &row.title }</h3>
            if row.schedule.is_some() && !stale {
                <button class="btn small show-remark" data-remark={nth.to_string()} title="Show a run that comes to this"
                    aria-label={format!("Show {}", row.title.to_lowercase())}
                    onclick={send.reform(move |_| Message::RemarkShown(nth))}>{ "Show" }</button>
            }
            <p>{ format!("{}.", row.text) }</p>
            <ul>{ for row.details.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
        </div>
    }
}

fn race(row: &RaceRow) -> Html {
    html! { <li><code class="cd">{ &row.place }</code>{ format!(" {}.", verdict::race(row)) }</li> }
}
