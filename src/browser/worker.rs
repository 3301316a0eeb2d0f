//! The engine's end of the messages: feeds it with requests, and with time in slices.
//!
//! The engine has a worker of its own; only where the browser refuses workers does it live on the page's own thread,
//! with shorter slices. Between two slices the messages are read, so that `Stop` is heard whatever the program does. A
//! panic is reported as `Failed` before the instance dies of it. Searches get help: threads in the build that can have
//! them (`pool.rs`), elsewhere further workers (`mates.rs`).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Date;
use wasm_bindgen::prelude::*;
use web_sys::MessageEvent;

use super::mates;
use crate::explore::Crew;
use crate::session::port::EnginePort;
use crate::session::protocol::{Command, Reply, ReplyBody, Request};

#[wasm_bindgen(module = "/www/js/port.js")]
extern "C" {
    type Port;
    /// The worker's own messages, or the port that the page has laid out.
    fn port() -> Port;
    #[wasm_bindgen(method, js_name = postMessage)]
    fn post(this: &Port, text: &str);
    #[wasm_bindgen(method, setter, js_name = onmessage)]
    fn set_onmessage(this: &Port, callback: &JsValue);
}

#[wasm_bindgen(module = "/www/js/soon.js")]
extern "C" {
    fn soon(callback: &JsValue);
}

/// The length of a slice in a worker, where only messages wait for its end.
const SLICE_MS: f64 = 12.0;
/// The length of a slice on the page's own thread, which has to draw in between.
const PAGE_SLICE_MS: f64 = 8.0;
/// How often the page is told how far a search is: it draws itself anew each time.
const TOLD_MS: f64 = 100.0;
/// A further worker that is waited for and has said nothing for so long is given up. One attempt may take seconds.
#[cfg(not(target_feature = "atomics"))]
const SILENCE_MS: f64 = 120_000.0;

/// An engine with its port.
struct Service<E> {
    engine: RefCell<E>,
    port: Port,
    slice_ms: f64,
    /// A slice is to come.
    scheduled: Cell<bool>,
    /// When the page was last told how far a search is.
    told: Cell<f64>,
    /// Makes a slice. It holds the service, which lives as long as its worker anyway.
    work: RefCell<Option<Closure<dyn FnMut()>>>,
    /// Help has been asked for.
    enlisted: Cell<bool>,
    /// The further workers, where there are any; when the last of them was heard.
    mates: RefCell<Option<Rc<Crew>>>,
    heard: Cell<f64>,
}

/// Runs an engine for as long as its worker, or its page, lives.
pub fn run(engine: impl EnginePort + 'static) {
    std::panic::set_hook(Box::new(|info| fail(&port(), &info.to_string())));
    let service = Rc::new(Service {
        engine: RefCell::new(engine),
        port: port(),
        slice_ms: if web_sys::window().is_some() { PAGE_SLICE_MS } else { SLICE_MS },
        scheduled: Cell::default(),
        told: Cell::default(),
        work: RefCell::default(),
        enlisted: Cell::default(),
        mates: RefCell::default(),
        heard: Cell::default(),
    });
    let working = service.clone();
    *service.work.borrow_mut() = Some(Closure::new(move || working.slice()));
    let hearing = service.clone();
    let on_message =
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| match event.data().as_string() {
            Some(text) => hearing.hear(&text),
            None => hearing.hear_mate(0, Err(mates::loss(&event.data()))),
        });
    service.port.set_onmessage(on_message.as_ref());
    // It listens for as long as it lives.
    on_message.forget();
    let build = env!("CARGO_PKG_VERSION").to_owned();
    tell(&service.port, &Reply { serial: 0, body: ReplyBody::Ready { build } });
}

impl<E: EnginePort + 'static> Service<E> {
    fn hear(self: &Rc<Self>, text: &str) {
        match serde_json::from_str::<Request>(text) {
            Ok(request) => {
                if matches!(request.command, Command::Explore { .. }) {
                    self.enlist();
                }
                self.engine.borrow_mut().handle(request).iter().for_each(|reply| tell(&self.port, reply));
            }
            Err(error) => fail(&self.port, &format!("a request is unreadable: {error}")),
        }
        self.go_on();
    }

    fn go_on(&self) {
        if self.engine.borrow().busy() && !self.scheduled.replace(true) {
            self.call_soon();
        }
    }

    /// Takes what a further worker has sent, or why it will send no more.
    fn hear_mate(&self, mate: usize, said: Result<Vec<u8>, String>) {
        self.heard.set(Date::now());
        if let Some(crew) = &*self.mates.borrow() {
            match said {
                Ok(bytes) => crew.receive(mate, &bytes),
                Err(why) => crew.lose(&why),
            }
        }
        self.go_on();
    }

    /// Gives up on workers that have been silent for too long.
    #[cfg(not(target_feature = "atomics"))]
    fn look_after_mates(&self) {
        let waits = self.engine.try_borrow().is_ok_and(|engine| engine.waits());
        if waits && Date::now() - self.heard.get() > SILENCE_MS {
            self.hear_mate(0, Err("it does not answer".into()));
        }
    }

    fn slice(&self) {
        let end = Date::now() + self.slice_ms;
        let replies = self.engine.borrow_mut().work(&mut || Date::now() < end);
        for reply in &replies {
            let only_progress = matches!(reply.body, ReplyBody::Searching { findings: None, .. });
            if !only_progress || Date::now() - self.told.get() >= TOLD_MS {
                tell(&self.port, reply);
                self.told.set(Date::now());
            }
        }
        let engine = self.engine.borrow();
        if engine.busy() && !engine.waits() {
            self.call_soon();
        } else {
            self.scheduled.set(false);
        }
    }

    fn call_soon(&self) {
        if let Some(closure) = self.work.borrow().as_ref() {
            soon(closure.as_ref());
        }
    }

    /// Help is asked for at the first search: most readers of a page only step. It begins alone meanwhile.
    fn enlist(self: &Rc<Self>) {
        if !self.enlisted.replace(true) {
            self.call_help();
        }
    }

    #[cfg(target_feature = "atomics")]
    fn call_help(self: &Rc<Self>) {
        let service = self.clone();
        super::pool::start(move |jobs| service.engine.borrow_mut().join(Rc::new(Crew::new(jobs))));
    }

    /// The plain build has no threads. Where the engine runs on the page itself, further workers are refused like the
    /// first was.
    #[cfg(not(target_feature = "atomics"))]
    fn call_help(self: &Rc<Self>) {
        let jobs = super::pool::cores();
        if jobs > 1 && web_sys::window().is_none() {
            let (hearing, looking) = (self.clone(), self.clone());
            let heard = move |mate, bytes| hearing.hear_mate(mate, Ok(bytes));
            let mates = mates::Mates::new(heard, move || looking.look_after_mates());
            let crew = Rc::new(Crew::of_workers(jobs - 1, Box::new(mates)));
            *self.mates.borrow_mut() = Some(Rc::clone(&crew));
            self.engine.borrow_mut().join(crew);
        }
    }
}

fn tell(port: &Port, reply: &Reply) {
    port.post(&serde_json::to_string(reply).expect("replies are plain data"));
}

fn fail(port: &Port, message: &str) {
    let body = ReplyBody::Failed { message: message.to_owned() };
    tell(port, &Reply { serial: 0, body });
}
