//! The page's end of the engine's worker: start it, talk to it, end it.
//!
//! Requests and replies are JSON text. Dropping the handle ends the worker at once, whatever it
//! is doing; nothing of it is heard afterwards.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::session::protocol::{Reply, Request};

#[wasm_bindgen(module = "/www/js/page.js")]
extern "C" {
    #[wasm_bindgen(js_name = startEngine)]
    fn start_engine(on_text: &JsValue, on_error: &JsValue) -> JsValue;
    #[wasm_bindgen(js_name = postToEngine)]
    fn post_to_engine(engine: &JsValue, text: &str);
    #[wasm_bindgen(js_name = endEngine)]
    fn end_engine(engine: &JsValue);
}

/// A running worker.
pub struct Engine {
    handle: JsValue,
    _on_text: Closure<dyn FnMut(JsValue)>,
    _on_error: Closure<dyn FnMut(JsValue)>,
}

impl Engine {
    /// Starts a worker. `on_reply` hears every reply, `on_broken` why there will be no more.
    pub fn start(
        mut on_reply: impl FnMut(Reply) + 'static,
        mut on_broken: impl FnMut(String) + Clone + 'static,
    ) -> Self {
        let mut on_damage = on_broken.clone();
        let on_text = Closure::<dyn FnMut(JsValue)>::new(move |text: JsValue| {
            match serde_json::from_str(&text.as_string().unwrap_or_default()) {
                Ok(reply) => on_reply(reply),
                Err(error) => on_damage(format!("it sent something unreadable ({error})")),
            }
        });
        let on_error = Closure::<dyn FnMut(JsValue)>::new(move |what: JsValue| {
            on_broken(what.as_string().unwrap_or_default());
        });
        let handle = start_engine(on_text.as_ref().unchecked_ref(), on_error.as_ref().unchecked_ref());
        Self { handle, _on_text: on_text, _on_error: on_error }
    }

    /// Posts a request.
    pub fn send(&self, request: &Request) {
        let text = serde_json::to_string(request).expect("requests are plain data");
        post_to_engine(&self.handle, &text);
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        end_engine(&self.handle);
    }
}
