//! The page's regions: components that draw a `Model` and send `Message`s, nothing else.
//!
//! Each is a function of plain data, so a snapshot of its HTML can be taken without a browser.
//!
//! What tests and style sheets may hold on to:
//!
//! - Regions: `#bench` with `data-region`, `data-phase` (engine: starting, ready, broken) and
//!   `data-busy`; sections labelled Code, Stage, Timeline, Story, Outcomes. `?embed`: `#embed`.
//! - Top: `#lesson` (select), `#python` (radios; narrow: `#python-narrow`), `#share`, `#theme`,
//!   `#help`, `#notice` with `data-wrong`, its buttons `#notice-act`, `#notice-close`.
//! - Code: `#editor` (CodeMirror inside), `#plain-editor` (textarea until then),
//!   `#bytecode`, `#diagnostics`. In the editor: `.cur[data-actors]`, `.flag`, `.sw.can`,
//!   `.sw.took`, `.sw.key`, `.hint`.
//! - Stage: `#stage` with `data-deadlock`, cards `[data-actor]`, `[data-lock]`, arrows
//!   `[data-verb]`; `#tab-locks`, `#tab-frames`, `#tab-states`; `#next` with `.choice[data-actor]`.
//! - States: `#states` with `data-states`, `data-present`; dots `[data-state]` with `data-prospect`, `data-count`;
//!   `#state-words` (live).
//! - Machines beside the code: `#machines`; `.rail` with `.machine` and `.stand[data-stand]` (`data-here`), drawn by
//!   `www/editor/rail.js`; `#rail-words` (live).
//! - Transport: `#first`, `#back`, `#play` (`data-state`: play, stop), `#step`, `#line`,
//!   `#switch`, `#last`, `#speed`; `#where` with `data-position`, `data-length`, `data-end`.
//! - Timeline: `#slider` (range), lanes `.lane[data-actor]`, `#gil-lane`; `#zoom-in`,
//!   `#zoom-out`, `#zoom-all`.
//! - Story: `#story-list`, `#now` (live), `#variables`, `#output`, `#input` (form).
//! - Search: `#explore` in the bar (`data-does`: begin, stop, continue, done), `#explore-here` and `#search-act` in
//!   the region; `#findings` with `data-stage` (running, stopping, over), `data-states`, `data-ms`, `data-jobs`;
//!   `#search-progress`, `#verdict` with `data-verdict`, `data-complete`; `#outcome-table` with rows `[data-nth]` (`data-kind`,
//!   `data-failure`) and buttons `[data-show]`; `[data-compare]`; `#comparison`; `#races`, `#stale`, `#search-problem`, `#search-said` (live).
//! - Outcomes: `#ending` with `data-kind`, `#branches` with `.branch[data-branch]` (`data-parts`) and `[data-forget]`;
//!   remarks of the search have `[data-remark]`.
//! - Dialogs: `#dialog-keys`, `#dialog-share` with `#share-link`, `#copy-link`, `#share-frame`,
//!   `#copy-frame`, `#dialog-close`.

mod app;
mod choices;
mod code_pane;
mod comparison_pane;
mod dialogs;
mod embed;
mod findings_pane;
mod frames;
mod mark;
mod notice;
mod outcomes_pane;
mod sentence;
mod stage_cards;
mod stage_pane;
mod stage_picture;
mod states_pane;
mod story_pane;
mod timeline;
mod top_bar;
mod transport;
mod tree_pane;

pub use app::App;
pub use top_bar::Props;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

/// The value of the field that an event comes from.
fn value_of(event: &Event) -> String {
    let Some(target) = event.target() else {
        return String::new();
    };
    if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        return select.value();
    }
    if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        return area.value();
    }
    target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default()
}
