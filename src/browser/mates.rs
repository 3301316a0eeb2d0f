//! Further workers for a search where memory cannot be shared: both ends of their messages, which are bytes.
//!
//! The page starts them when the first message for one comes, and ends them when the search is over (`www/js/page.js`);
//! messages go from worker to worker, past the page.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::MessageEvent;

use crate::explore::{Carrier, Mate, answer_bytes};

#[wasm_bindgen(module = "/www/js/mates.js")]
extern "C" {
    #[wasm_bindgen(js_name = tellMate)]
    fn tell_mate(mate: u32, bytes: &Uint8Array, heard: &JsValue);
    #[wasm_bindgen(js_name = lookAfterMates)]
    fn look_after_mates(look: &JsValue);
    #[wasm_bindgen(js_name = endMates)]
    fn end_mates();
    #[wasm_bindgen(js_name = isMate)]
    fn is_mate() -> bool;
    #[wasm_bindgen(js_name = serveAsMate)]
    fn serve_as_mate(answer: &JsValue);
}

/// The workers, from the search's end.
pub struct Mates {
    heard: Closure<dyn FnMut(u32, Uint8Array)>,
    _look: Closure<dyn FnMut()>,
}

impl Mates {
    /// `heard` takes what they send; `look` is called now and then while there are any.
    pub fn new(heard: impl Fn(usize, Vec<u8>) + 'static, look: impl Fn() + 'static) -> Mates {
        let heard = Closure::<dyn FnMut(u32, Uint8Array)>::new(move |mate: u32, bytes: Uint8Array| {
            heard(mate as usize, bytes.to_vec());
        });
        let look = Closure::<dyn FnMut()>::new(look);
        look_after_mates(look.as_ref());
        Mates { heard, _look: look }
    }
}

impl Carrier for Mates {
    fn post(&self, mate: usize, bytes: Vec<u8>) {
        tell_mate(mate as u32, &Uint8Array::from(&bytes[..]), self.heard.as_ref());
    }
    fn end(&self) {
        end_mates();
    }
}

/// Why there is a worker less, as the page says it.
pub fn loss(message: &JsValue) -> String {
    let why = Reflect::get(message, &"lost".into()).ok();
    why.and_then(|why| why.as_string()).unwrap_or_else(|| "an unknown reason".into())
}

/// True if this worker is such a one itself.
pub fn is_here() -> bool {
    is_mate()
}

/// Does what a search in another worker asks for, as long as it asks.
pub fn serve() {
    let mate = Rc::new(RefCell::new(Mate::default()));
    let answer = Closure::<dyn FnMut(MessageEvent) -> Option<Uint8Array>>::new(move |event: MessageEvent| {
        let bytes = Uint8Array::new(&event.data()).to_vec();
        answer_bytes(&mut mate.borrow_mut(), &bytes).map(|bytes| Uint8Array::from(&bytes[..]))
    });
    serve_as_mate(answer.as_ref());
    // It answers for as long as it lives.
    answer.forget();
}
