//! Fetches texts that stand beside the page.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/www/js/page.js")]
extern "C" {
    #[wasm_bindgen(js_name = fetchText)]
    fn fetch_text(address: &str) -> Promise;
}

/// Fetches a text; the callback gets it, or the reason why not.
pub fn text(address: &str, done: impl FnOnce(Result<String, String>) + 'static) {
    settle(&fetch_text(address), move |result| {
        done(match result {
            Ok(text) => Ok(text.as_string().unwrap_or_default()),
            Err(error) => Err(reason(&error)),
        });
    });
}

fn reason(error: &JsValue) -> String {
    let message = js_sys::Reflect::get(error, &JsValue::from_str("message"));
    message.ok().and_then(|text| text.as_string()).unwrap_or_else(|| "no answer".to_owned())
}

/// Calls back once, when the promise is kept or broken.
pub(super) fn settle(promise: &Promise, done: impl FnOnce(Result<JsValue, JsValue>) + 'static) {
    let done = Rc::new(RefCell::new(Some(done)));
    let on_value = once(&done, Ok);
    let on_error = once(&done, Err);
    let _ = promise.then2(&on_value, &on_error);
    // Whichever is called frees nothing of the other; both are small and settled once.
    on_value.forget();
    on_error.forget();
}

type Settled = Result<JsValue, JsValue>;

fn once(
    done: &Rc<RefCell<Option<impl FnOnce(Settled) + 'static>>>,
    wrap: fn(JsValue) -> Settled,
) -> Closure<dyn FnMut(JsValue)> {
    let done = done.clone();
    Closure::new(move |value| {
        let callback = done.borrow_mut().take();
        if let Some(callback) = callback {
            callback(wrap(value));
        }
    })
}
