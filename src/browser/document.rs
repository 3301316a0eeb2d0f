//! The document itself: opens the dialog that stands in it as a modal one, gives the focus back
//! after it, keeps what is told last in sight; and the page's clock.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn call(element: &Element, method: &str) {
    let function = Reflect::get(element, &JsValue::from_str(method));
    if let Ok(function) = function.and_then(|value| value.dyn_into::<Function>()) {
        // It throws when the dialog is open already, which is what is wanted.
        let _ = function.call0(element);
    }
}

/// Opens the dialog in the page, if one is there and not open.
pub fn open_dialog() {
    let closed = document().and_then(|page| page.query_selector("dialog:not([open])").ok().flatten());
    if let Some(dialog) = closed {
        call(&dialog, "showModal");
    }
}

/// Closes the dialog, so that the focus returns to where it was.
pub fn close_dialog() {
    if let Some(dialog) = document().and_then(|page| page.query_selector("dialog[open]").ok().flatten()) {
        call(&dialog, "close");
    }
}

/// Scrolls lists of what happens so that their last entry is in sight.
pub fn keep_latest_in_sight() {
    for id in ["story-list", "output"] {
        if let Some(list) = document().and_then(|page| page.get_element_by_id(id)) {
            list.set_scroll_top(list.scroll_height());
        }
    }
}

/// Scrolls so that the element with this id is in sight.
pub fn bring_into_sight(id: &str) {
    if let Some(element) = document().and_then(|page| page.get_element_by_id(id)) {
        call(&element, "scrollIntoView");
    }
}

/// Milliseconds since the page was opened.
pub fn now_ms() -> u64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0, |clock| clock.now() as u64)
}

/// Names the page in its tab.
pub fn set_title(title: &str) {
    if let Some(page) = document() {
        page.set_title(&format!("{title} · Interloop"));
    }
}

/// Puts the focus into the plain text field that stands in for the editor.
pub fn focus_plain_editor() {
    let field = document().and_then(|page| page.get_element_by_id("plain-editor"));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _ = field.focus();
    }
}
