//! The page: holds the model, draws it, and carries out what `update` asks for.
//!
//! All decisions are in `interloop::session`; all drawing in `interloop::ui`. What is left here
//! is one match over the effects.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use interloop::browser::editor::Editor;
use interloop::browser::engine::Engine;
use interloop::browser::{clipboard, document, editor, engine, fetch, keyboard, location, storage, theme};
use interloop::session::keys;
use interloop::session::marks::{self, Marks};
use interloop::session::message::{Dialog, Effect, Message, Opening, Timer};
use interloop::session::model::Model;
use interloop::session::rail;
use interloop::session::update::update;
use interloop::ui::App;
use yew::prelude::*;

/// Where the lessons stand, beside the page.
const LESSONS: &str = "./lessons";

struct Page {
    model: Rc<RefCell<Model>>,
    engine: Option<Engine>,
    editor: Option<Editor>,
    marks: Marks,
    timers: HashMap<Timer, Timeout>,
    told: usize,
    /// Which end is compared.
    compared: Option<usize>,
}

enum Happened {
    Told(Message),
    Mounted(Option<Editor>),
    /// Something was done with the machines beside the code.
    Railed(String),
}

impl Component for Page {
    type Message = Happened;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        let mut page = Self {
            model: Rc::default(),
            engine: None,
            editor: None,
            marks: Marks::default(),
            timers: HashMap::new(),
            told: 0,
            compared: None,
        };
        // Before anything is drawn, so that the editor is put into the layout that stays.
        page.tell(
            context,
            Message::Opened(Box::new(Opening {
                base: location::base(),
                fragment: location::fragment(),
                draft: storage::draft(),
                theme: storage::theme(),
                dark_system: theme::dark_system(),
                embed: location::embed(),
            })),
        );
        let tell = context.link().callback(Happened::Told);
        location::on_fragment({
            let tell = tell.clone();
            move |fragment| tell.emit(Message::FragmentChanged(fragment))
        });
        let model = page.model.clone();
        keyboard::listen(move |key| {
            let message = keys::message(&model.borrow(), &key);
            let taken = message.is_some();
            if let Some(message) = message {
                tell.emit(message);
            }
            taken
        });
        page
    }

    fn update(&mut self, context: &Context<Self>, happened: Happened) -> bool {
        let message = match happened {
            Happened::Told(message) => message,
            Happened::Mounted(editor) => {
                if let Some(editor) = &editor {
                    editor.show(&self.model.borrow().text);
                }
                let rich = editor.is_some();
                self.editor = editor;
                self.marks = Marks::default();
                Message::EditorReady(rich)
            }
            Happened::Railed(text) => match rail::heard(&self.model.borrow(), &text) {
                Some(message) => message,
                None => return false,
            },
        };
        self.tell(context, message);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let model = Rc::new(self.model.borrow().clone());
        html! { <App {model} send={context.link().callback(Happened::Told)} /> }
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        let tell = context.link().callback(Happened::Told);
        if first {
            let mounted = context.link().callback(Happened::Mounted);
            let railed = context.link().callback(Happened::Railed);
            editor::mount(
                "editor",
                move |text| tell.emit(Message::Edited(text)),
                move |text| railed.emit(text),
                move |editor| mounted.emit(editor),
            );
        }
        let model = self.model.borrow();
        theme::set(model.theme);
        document::set_title(&model.title());
        document::open_dialog();
        if let Some(editor) = &self.editor {
            let marks = marks::marks(&model);
            if marks != self.marks {
                editor.mark(&marks);
                self.marks = marks;
            }
        }
        let told = model.live_view().map_or(0, |view| view.story.len() + view.output.len());
        if told != self.told {
            self.told = told;
            document::keep_latest_in_sight();
        }
        let compared = model.comparison.as_ref().map(|(nth, _)| *nth);
        if compared != self.compared {
            self.compared = compared;
            document::bring_into_sight("comparison");
        }
    }
}

impl Page {
    fn tell(&mut self, context: &Context<Self>, message: Message) {
        let before = self.model.borrow().dialog;
        self.model.borrow_mut().now_ms = document::now_ms();
        let effects = update(&mut self.model.borrow_mut(), message);
        self.close_dialog(before);
        for effect in effects {
            self.carry_out(context, effect);
        }
    }

    fn close_dialog(&self, before: Option<Dialog>) {
        if before.is_some() && self.model.borrow().dialog.is_none() {
            document::close_dialog();
        }
    }

    fn carry_out(&mut self, context: &Context<Self>, effect: Effect) {
        let tell = context.link().callback(Happened::Told);
        match effect {
            Effect::Send(request) => {
                if let Some(engine) = &self.engine {
                    engine.send(&request);
                }
            }
            Effect::StartEngine => {
                // The old worker ends before the new one starts.
                self.engine = None;
                let broken = tell.clone();
                self.engine = Some(engine::Engine::start(
                    move |reply| tell.emit(Message::EngineSaid(Box::new(reply))),
                    move |what| broken.emit(Message::EngineBroke(what)),
                ));
            }
            Effect::ShowProgram(text) => {
                if let Some(editor) = &self.editor {
                    editor.show(&text);
                }
            }
            Effect::Wait(timer, ms) => {
                let timeout = Timeout::new(ms, move || tell.emit(Message::Elapsed(timer)));
                self.timers.insert(timer, timeout);
            }
            Effect::Cancel(timer) => {
                self.timers.remove(&timer);
            }
            Effect::SaveDraft(draft) => {
                if let Ok(text) = serde_json::to_string(&draft) {
                    storage::save_draft(&text);
                }
            }
            Effect::SaveTheme(name) => storage::save_theme(name),
            Effect::ClearFragment => location::clear_fragment(),
            Effect::Copy(text) => clipboard::copy(&text, move |done| tell.emit(Message::Copied(done))),
            Effect::FetchLessons => fetch::text(&format!("{LESSONS}/index.json"), move |result| {
                tell.emit(Message::LessonsArrived(result));
            }),
            Effect::FetchLesson { id, file } => fetch::text(&format!("{LESSONS}/{file}"), move |program| {
                tell.emit(Message::LessonArrived { id, program });
            }),
            Effect::FocusEditor => match &self.editor {
                Some(editor) => editor.focus(),
                None => document::focus_plain_editor(),
            },
        }
    }
}

fn main() {
    yew::Renderer::<Page>::new().render();
}
