//! The worker's end: feeds an engine with requests, and with time in slices.
//!
//! Between two slices the worker reads its message queue, so that `Stop` is heard whatever the
//! program does. A panic is reported as `Failed` before the instance dies of it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::session::port::EnginePort;
use crate::session::protocol::{Reply, ReplyBody, Request};

#[wasm_bindgen(module = "/www/js/soon.js")]
extern "C" {
    fn soon(callback: &JsValue);
}

/// The length of a slice.
const SLICE_MS: f64 = 12.0;
/// How often the page is told how far a search is: it draws itself anew each time.
const TOLD_MS: f64 = 100.0;

/// Runs an engine in this worker for as long as the worker lives.
pub fn run(engine: impl EnginePort + 'static) {
    report_panics();
    let engine = Rc::new(RefCell::new(engine));
    let scheduled = Rc::new(Cell::new(false));
    let work: Rc<RefCell<Option<Closure<dyn FnMut()>>>> = Rc::default();
    *work.borrow_mut() = Some(slices(&engine, &scheduled, &work));
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let text = event.data().as_string().unwrap_or_default();
        match serde_json::from_str::<Request>(&text) {
            Ok(request) => engine.borrow_mut().handle(request).iter().for_each(post),
            Err(error) => fail(&format!("a request is unreadable: {error}")),
        }
        if engine.borrow().busy() && !scheduled.replace(true) {
            call_soon(&work);
        }
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // It listens for as long as the worker lives.
    on_message.forget();
    let build = env!("CARGO_PKG_VERSION").to_owned();
    post(&Reply { serial: 0, body: ReplyBody::Ready { build } });
}

fn slices(
    engine: &Rc<RefCell<impl EnginePort + 'static>>,
    scheduled: &Rc<Cell<bool>>,
    work: &Rc<RefCell<Option<Closure<dyn FnMut()>>>>,
) -> Closure<dyn FnMut()> {
    let (engine, scheduled, work) = (engine.clone(), scheduled.clone(), work.clone());
    let mut told = 0.0;
    Closure::new(move || {
        let end = Date::now() + SLICE_MS;
        let replies = engine.borrow_mut().work(&mut || Date::now() < end);
        for reply in &replies {
            let only_progress = matches!(reply.body, ReplyBody::Searching { findings: None, .. });
            if !only_progress || Date::now() - told >= TOLD_MS {
                post(reply);
                told = Date::now();
            }
        }
        if engine.borrow().busy() {
            call_soon(&work);
        } else {
            scheduled.set(false);
        }
    })
}

fn call_soon(work: &Rc<RefCell<Option<Closure<dyn FnMut()>>>>) {
    if let Some(closure) = work.borrow().as_ref() {
        soon(closure.as_ref());
    }
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn post(reply: &Reply) {
    let text = serde_json::to_string(reply).expect("replies are plain data");
    // A message can only be refused when it cannot be copied, and text always can.
    let _ = scope().post_message(&JsValue::from_str(&text));
}

fn fail(message: &str) {
    let body = ReplyBody::Failed { message: message.to_owned() };
    post(&Reply { serial: 0, body });
}

fn report_panics() {
    std::panic::set_hook(Box::new(|info| fail(&info.to_string())));
}
