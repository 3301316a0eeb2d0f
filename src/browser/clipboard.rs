//! Puts a text on the clipboard, where that is allowed.

use wasm_bindgen::prelude::*;

use super::fetch::settle;

#[wasm_bindgen(module = "/www/js/page.js")]
extern "C" {
    #[wasm_bindgen(js_name = copyText)]
    fn copy_text(text: &str) -> js_sys::Promise;
}

/// Copies a text; the callback hears whether it worked.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    settle(&copy_text(text), move |result| {
        done(result.is_ok_and(|value| value.as_bool() == Some(true)));
    });
}
