//! Keys for the whole page.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, KeyboardEvent};

use crate::session::keys::{Focus, Key};

/// Calls back with every key that goes down without Ctrl, Alt or Meta, for as long as the page
/// lives. A key that the callback takes is not the browser's any more.
pub fn listen(mut takes: impl FnMut(Key) -> bool + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let listener = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() {
            return;
        }
        let key = Key { name: event.key(), shift: event.shift_key(), focus: focus(&event) };
        if takes(key) {
            event.prevent_default();
        }
    });
    let target: &web_sys::EventTarget = window.as_ref();
    let _ = target.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
    listener.forget();
}

fn focus(event: &KeyboardEvent) -> Focus {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(target) = target else {
        return Focus::Page;
    };
    let within = |selector: &str| target.closest(selector).ok().flatten().is_some();
    if within(".cm-editor, textarea, [contenteditable], input[type=text]") {
        Focus::Text
    } else if within("select, input") {
        Focus::Field
    } else if within("button, a, summary, label") {
        Focus::Button
    } else {
        Focus::Page
    }
}
