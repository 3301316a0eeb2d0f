//! The page's address: what it asks for, and its changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

fn location() -> Option<web_sys::Location> {
    Some(web_sys::window()?.location())
}

/// The address without query and fragment.
pub fn base() -> String {
    let Some(location) = location() else {
        return String::new();
    };
    let address = location.href().unwrap_or_default();
    address.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// The fragment without its `#`.
pub fn fragment() -> String {
    let hash = location().and_then(|location| location.hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The query asks for the compact layout.
pub fn embed() -> bool {
    let query = location().and_then(|location| location.search().ok()).unwrap_or_default();
    query.trim_start_matches('?').split('&').any(|pair| pair == "embed" || pair == "embed=1")
}

/// Takes the fragment out of the address, without a new entry in the history.
pub fn clear_fragment() {
    let Some(window) = web_sys::window() else {
        return;
    };
    if fragment().is_empty() {
        return;
    }
    let query = window.location().search().unwrap_or_default();
    let address = format!("{}{query}", base());
    if let Ok(history) = window.history() {
        // Refused in some frames; then the fragment simply stays.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Calls back with every new fragment, for as long as the page lives.
pub fn on_fragment(mut heard: impl FnMut(String) + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let listener = Closure::<dyn FnMut()>::new(move || heard(fragment()));
    let target: &web_sys::EventTarget = window.as_ref();
    let _ = target.add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
    listener.forget();
}
