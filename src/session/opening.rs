//! Which program is shown: a link's, a lesson's, the reader's own.
//!
//! The reader's draft is never overwritten by what somebody else sent: as long as a link or a
//! lesson is only looked at, the draft stays as stored; when it is edited it becomes the draft,
//! and the one before is kept inside it, with a button to put it back. A link that cannot be
//! read leaves everything as it is.

use super::lessons;
use super::link::{self, Draft, Fragment, Link};
use super::message::{Effect, Opening};
use super::model::{Model, Notice, Offer, Origin, Theme};
use super::protocol::Python;
use super::update::reload;

/// What a program is called that came without a name.
const FILE: &str = "program.py";

/// What a first visit shows when there is no list of lessons to be had: a bank that can deadlock.
pub const PROGRAM: &str = r#"from threading import Thread, Lock

class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = Lock()

done = 0

def transfer(src, dst, amount):
    global done
    with src.lock:
        with dst.lock:
            src.balance -= amount
            dst.balance += amount
    done += 1

home, shop = Account(100), Account(100)
t1 = Thread(target=transfer, args=(home, shop, 70), name="pay")
t2 = Thread(target=transfer, args=(shop, home, 80), name="refund")
t1.start(); t2.start()
t1.join(); t2.join()
print(home.balance, shop.balance, done)
"#;

/// The page opens.
pub fn open(model: &mut Model, opening: Opening) -> Vec<Effect> {
    model.base = opening.base;
    model.embed = opening.embed;
    model.dark_system = opening.dark_system;
    model.theme = match opening.theme.as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    };
    model.kept = opening.draft.as_deref().and_then(|text| serde_json::from_str(text).ok());
    let mut effects = vec![Effect::StartEngine, Effect::FetchLessons];
    match link::decode(&opening.fragment) {
        Ok(Fragment::Empty) => {}
        Ok(Fragment::Link(link)) => {
            effects.extend(show_link(model, *link));
            return effects;
        }
        Ok(Fragment::Lesson(id)) => {
            model.fetching = Some(id);
            return effects;
        }
        Err(error) => complain(model, &error),
    }
    // A first visit waits for the list and shows its first lesson.
    if model.kept.is_some() {
        effects.extend(show_draft(model));
        if model.kept.is_some() && model.notice.is_none() {
            model.notice = Some(Notice {
                text: "This is what you edited last. The draft before it is kept.".to_owned(),
                wrong: false,
                offer: Offer::Draft,
            });
        }
    } else {
        model.fetching = Some(String::new());
    }
    effects
}

/// The address changed while the page was open.
pub fn follow(model: &mut Model, fragment: &str) -> Vec<Effect> {
    match link::decode(fragment) {
        Ok(Fragment::Empty) => vec![],
        Ok(Fragment::Link(link)) => {
            keep_draft(model);
            show_link(model, *link)
        }
        Ok(Fragment::Lesson(id)) => choose_lesson(model, &id),
        Err(error) => {
            complain(model, &error);
            vec![]
        }
    }
}

/// The list of lessons is there, or not.
pub fn lessons_arrived(model: &mut Model, result: Result<String, String>) -> Vec<Effect> {
    match result.and_then(|text| lessons::parse(&text)) {
        Ok(list) => model.lessons = list,
        Err(reason) => {
            if model.fetching.is_some() && model.notice.is_none() {
                model.notice = Some(Notice {
                    text: format!("The lessons could not be fetched: {reason}"),
                    wrong: true,
                    offer: Offer::Nothing,
                });
            }
        }
    }
    let Some(wanted) = model.fetching.take() else {
        return vec![];
    };
    let id = match (wanted.is_empty(), model.lessons.first()) {
        (true, Some(first)) => first.id.clone(),
        (true, None) => return show_welcome(model),
        (false, _) => wanted,
    };
    let effects = fetch(model, &id);
    if effects.is_empty() && model.text.is_empty() {
        return if model.kept.is_some() { show_draft(model) } else { show_welcome(model) };
    }
    effects
}

/// The reader picked a lesson, or, with the empty id, the draft.
pub fn choose_lesson(model: &mut Model, id: &str) -> Vec<Effect> {
    if id.is_empty() {
        return if model.kept.is_some() { restore_draft(model) } else { vec![] };
    }
    keep_draft(model);
    fetch(model, id)
}

fn fetch(model: &mut Model, id: &str) -> Vec<Effect> {
    let Some(lesson) = model.lessons.iter().find(|lesson| lesson.id == id) else {
        model.notice =
            Some(Notice {
                text: format!("There is no lesson “{id}”."), wrong: true, offer: Offer::Nothing
            });
        return vec![];
    };
    model.fetching = Some(id.to_owned());
    vec![Effect::FetchLesson { id: id.to_owned(), file: lesson.file.clone() }]
}

/// The program of a lesson is there, or not.
pub fn lesson_arrived(model: &mut Model, id: &str, program: Result<String, String>) -> Vec<Effect> {
    if model.fetching.as_deref() != Some(id) {
        return vec![];
    }
    model.fetching = None;
    let lesson = model.lessons.iter().find(|lesson| lesson.id == id).cloned().unwrap_or_default();
    match program {
        Ok(text) => {
            model.notice = None;
            model.origin = Origin::Lesson(id.to_owned());
            let file = lesson.file.rsplit('/').next().unwrap_or(FILE).to_owned();
            let mut effects = show(model, text, file, lesson.python, lesson.schedule, 0);
            effects.push(Effect::ClearFragment);
            effects
        }
        Err(reason) => {
            model.notice = Some(Notice {
                text: format!("The lesson could not be fetched: {reason}"),
                wrong: true,
                offer: Offer::Nothing,
            });
            if model.text.is_empty() { show_welcome(model) } else { vec![] }
        }
    }
}

/// Puts the reader's draft back into the editor. What was being edited is kept in its place, so
/// that nothing is lost by pressing the button.
pub fn restore_draft(model: &mut Model) -> Vec<Effect> {
    if model.kept.is_none() {
        return vec![];
    }
    let edited = model.origin == Origin::Own || model.touched;
    let aside = edited.then(|| Draft { kept: None, ..draft(model) });
    let mut effects = show_draft(model);
    model.kept = aside.or(model.kept.take());
    effects.push(Effect::SaveDraft(draft(model)));
    effects.push(Effect::ClearFragment);
    effects
}

/// The draft as it is to be stored.
pub fn draft(model: &Model) -> Draft {
    Draft {
        program: model.text.clone(),
        file: model.file.clone(),
        python: model.python,
        kept: model.kept.clone().map(|mut kept| {
            kept.kept = None;
            Box::new(kept)
        }),
    }
}

/// What is shown becomes the reader's own, because it is being edited. A lesson stays one for as long as at least half of
/// its lines are there.
pub fn make_own(model: &mut Model, text: &str) -> Vec<Effect> {
    match model.origin {
        Origin::Own => vec![],
        Origin::Lesson(_) => {
            if is_typed_over(&model.original, text) {
                (model.origin, model.file) = (Origin::Own, FILE.to_owned());
            }
            vec![Effect::ClearFragment]
        }
        Origin::Link => {
            model.origin = Origin::Own;
            vec![Effect::ClearFragment]
        }
    }
}

/// Fewer than half of a text's lines are left.
fn is_typed_over(original: &str, text: &str) -> bool {
    let left: std::collections::BTreeSet<&str> = text.lines().map(str::trim).collect();
    let lines = original.lines().map(str::trim).filter(|line| !line.is_empty());
    let (kept, all) =
        lines.fold((0, 0), |(kept, all), line| (kept + usize::from(left.contains(line)), all + 1));
    kept * 2 < all
}

/// Before something else is shown, the reader's own text is put aside.
fn keep_draft(model: &mut Model) {
    let own = model.origin == Origin::Own || (model.touched && model.kept.is_none());
    if own && !model.text.is_empty() {
        model.kept = Some(Draft { kept: None, ..draft(model) });
    }
}

fn show_link(model: &mut Model, link: Link) -> Vec<Effect> {
    let differs = model.kept.as_ref().is_some_and(|draft| draft.program != link.program);
    model.notice = differs.then(|| Notice {
        text: "This is a shared program. Your own draft is kept.".to_owned(),
        wrong: false,
        offer: Offer::Draft,
    });
    model.origin = match link.lesson {
        Some(id) => Origin::Lesson(id),
        None => Origin::Link,
    };
    let file = if link.file.is_empty() { FILE.to_owned() } else { link.file };
    show(model, link.program, file, link.python, link.schedule, link.position)
}

fn show_draft(model: &mut Model) -> Vec<Effect> {
    let Some(mut draft) = model.kept.take() else {
        return vec![];
    };
    let earlier = draft.kept.take();
    model.kept = earlier.map(|draft| *draft);
    model.origin = Origin::Own;
    if model.notice.as_ref().is_some_and(|notice| notice.offer == Offer::Draft) {
        model.notice = None;
    }
    show(model, draft.program, draft.file, draft.python, None, 0)
}

/// The program of a first visit when there are no lessons to fetch.
fn show_welcome(model: &mut Model) -> Vec<Effect> {
    model.origin = Origin::Own;
    show(model, PROGRAM.to_owned(), "bank.py".to_owned(), Python::V3_14, None, 0)
}

fn show(
    model: &mut Model,
    text: String,
    file: String,
    python: Python,
    schedule: Option<String>,
    position: u64,
) -> Vec<Effect> {
    model.text.clone_from(&text);
    model.original.clone_from(&text);
    model.touched = false;
    model.file = file;
    model.python = python;
    let mut effects = vec![Effect::ShowProgram(text)];
    effects.extend(reload(model, schedule, position));
    effects
}

fn complain(model: &mut Model, error: &link::LinkError) {
    model.notice = Some(Notice {
        text: format!("This link cannot be opened: {error}. The program here is untouched."),
        wrong: true,
        offer: Offer::Nothing,
    });
}
