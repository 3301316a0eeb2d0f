//! One sentence above the bench that the reader must know of, and what can be done about it.

use yew::prelude::*;

use super::mark::{Icon, icon};
use super::top_bar::Props;
use crate::session::message::Message;
use crate::session::model::Offer;

/// The notice, if there is one.
#[component]
pub fn Notice(props: &Props) -> Html {
    let Props { model, send } = props;
    let Some(notice) = &model.notice else {
        return Html::default();
    };
    let act = match notice.offer {
        Offer::Nothing => None,
        Offer::Draft => Some(("Restore my draft", Message::DraftRestored)),
        Offer::Engine => Some(("Start a fresh engine", Message::EngineRestart)),
    };
    html! {
        <div id="notice" class={classes!("notice", notice.wrong.then_some("bad"))}
            data-wrong={notice.wrong.to_string()} role={if notice.wrong { "alert" } else { "status" }}>
            { icon(Icon::Warn, 16) }
            <p>{ &notice.text }</p>
            if let Some((word, message)) = act {
                <button id="notice-act" class="btn small"
                    onclick={send.reform(move |_| message.clone())}>{ word }</button>
            }
            <button id="notice-close" class="btn quiet small" aria-label="Close this notice"
                onclick={send.reform(|_| Message::NoticeDismissed)}>{ icon(Icon::Fail, 12) }</button>
        </div>
    }
}
