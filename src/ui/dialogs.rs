//! The dialogs: all keys, and the link and frame for what is shown.
//!
//! They are `dialog` elements; the page opens them as modal ones, so the browser keeps the
//! focus inside.

use yew::prelude::*;

use super::mark::{Icon, icon};
use super::top_bar::Props;
use crate::session::keys::KEYS;
use crate::session::link;
use crate::session::message::{Dialog, Message, Shared};
use crate::session::model::Model;

/// Longer links than this are cut by some mail and course systems.
const LINK_LONG: usize = 2000;

/// The dialog that is open, if one is.
#[component]
pub fn Dialogs(props: &Props) -> Html {
    let Props { model, send } = props;
    match model.dialog {
        None => Html::default(),
        Some(Dialog::Keys) => frame("dialog-keys", "Keys", keys(), send),
        Some(Dialog::Share) => frame("dialog-share", "Share", share(model, send), send),
    }
}

fn frame(id: &'static str, title: &'static str, body: Html, send: &Callback<Message>) -> Html {
    html! {
        <dialog id={id} class="dialog" aria-labelledby="dialog-title"
            oncancel={send.reform(|event: Event| { event.prevent_default(); Message::DialogClosed })}>
            <div class="dialog-head">
                <h2 id="dialog-title">{ title }</h2>
                <button id="dialog-close" class="btn quiet sq" aria-label="Close"
                    onclick={send.reform(|_| Message::DialogClosed)}>{ icon(Icon::Fail, 16) }</button>
            </div>
            { body }
        </dialog>
    }
}

fn keys() -> Html {
    html! {
        <>
            <table class="keys">
                <tbody>
                    { for KEYS.iter().map(|row| html! {
                        <tr>
                            <td>{ for row.keys.iter().map(|key| html! { <><kbd>{ *key }</kbd>{ " " }</> }) }</td>
                            <td>{ row.does }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
            <p class="soft">
                { "In the editor every key is the editor’s. The slider takes arrows, Home and End. Nothing leaves your computer: program and engine run in this page." }
            </p>
        </>
    }
}

fn share(model: &Model, send: &Callback<Message>) -> Html {
    let fragment = match model.fragment() {
        Ok(fragment) => fragment,
        Err(error) => {
            return html! {
                <p id="share-error" role="alert" class="wrong">
                    { format!("There can be no link to this: {error}.") }
                </p>
            };
        }
    };
    let address = format!("{}#{fragment}", model.base);
    let html_frame = link::frame(&model.base, &fragment, &model.title());
    let length = address.len();
    let copies = |what: Shared| send.reform(move |_: MouseEvent| Message::Copy(what));
    html! {
        <div class="share">
            <p class="soft">
                { "Program, interpreter, schedule and position are in the link itself; nothing is stored anywhere." }
            </p>
            <label for="share-link">{ "Link" }</label>
            <div class="row">
                <input id="share-link" type="text" readonly=true value={address} />
                <button id="copy-link" class="btn primary" onclick={copies(Shared::Link)}>{ "Copy link" }</button>
            </div>
            if length > LINK_LONG {
                <p class="soft">
                    { format!("{length} characters: some mail and course systems cut links of more than {LINK_LONG}.") }
                </p>
            }
            <label for="share-frame">{ "Frame for another page" }</label>
            <div class="row">
                <textarea id="share-frame" readonly=true rows="4" value={html_frame} />
                <button id="copy-frame" class="btn" onclick={copies(Shared::Frame)}>{ "Copy frame" }</button>
            </div>
            <p role="status" class="soft copied">
                { match model.copied {
                    None => "",
                    Some(true) => "Copied.",
                    Some(false) => "It could not be copied; select the text and copy it by hand.",
                } }
            </p>
        </div>
    }
}
