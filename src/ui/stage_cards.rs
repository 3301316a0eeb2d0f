//! The cards on the stage: a thread with what it does, a lock with its owner and waiters.

use yew::prelude::*;

use super::mark::{Icon, chip_at, icon_body};
use super::stage_picture::num;
use crate::session::actors;
use crate::session::scene::{self, Area, Card, Subject};
use crate::session::view::{ActorRow, Gil, LockRow, Status, View};

/// The width of a character of the mono face at 11.5 px.
const MONO_W: f64 = 7.0;
/// The mean width of a character of the sans face at 12 px.
const SANS_W: f64 = 6.2;

/// A card.
pub fn card(view: &View, card: &Card) -> Html {
    let class = classes!("card", card.hot.then_some("hot"));
    match card.subject {
        Subject::Actor(id) => {
            let Some(actor) = actors::find(view, id) else {
                return Html::default();
            };
            html! {
                <g class={class} data-actor={id.0.to_string()} data-status={scene::status_word(actor.status)}>
                    { body(&card.area) }
                    { thread(view, actor, &card.area) }
                </g>
            }
        }
        Subject::Lock(id) => {
            let Some(lock) = view.locks.iter().find(|lock| lock.id == id) else {
                return Html::default();
            };
            let owner = lock.owner.map(|owner| owner.0.to_string());
            html! {
                <g class={class} data-lock={lock.name.clone()} data-owner={owner}>
                    { body(&card.area) }
                    { lock_card(view, lock, &card.area) }
                </g>
            }
        }
    }
}

fn body(area: &Area) -> Html {
    html! {
        <rect class="body" x={num(area.x)} y={num(area.y)} width={num(area.w)}
            height={num(area.h)} rx="8" />
    }
}

fn thread(view: &View, actor: &ActorRow, area: &Area) -> Html {
    let mark = actors::mark(actor.index);
    let low = area.h < 60.0;
    let roomy = area.h > 70.0;
    let name_y = area.y + if roomy { 24.0 } else { 21.0 };
    let at = actor.cursor.map(|span| {
        let next = actor.next.clone().unwrap_or_default();
        format!("{}  {}", span.line, next)
    });
    let at = at.filter(|_| !low && !matches!(actor.status, Status::Finished | Status::NotStarted));
    let words = doing(view, actor);
    html! {
        <>
            { chip_at(view, actor.id, area.x + 9.5, name_y - 14.5, 1.0) }
            <text class={classes!("nm", "hue", mark.class)} x={num(area.x + 36.5)} y={num(name_y)}>
                { cut(&actor.name, area.w - 64.0, 7.2) }
            </text>
            { state_mark(actor.status, mark.class, area.x + area.w - 27.0, name_y - 9.0) }
            { for at.filter(|_| area.h > 60.0).map(|at| html! {
                <text class="mn" x={num(area.x + 10.5)} y={num(name_y + if roomy { 24.0 } else { 18.5 })}>
                    { cut(&at, area.w - 20.0, MONO_W) }
                </text>
            }) }
            <text x={num(area.x + 10.5)} y={num(area.y + area.h - if area.h > 80.0 { 12.0 } else { 8.5 })}>
                { cut(&words, area.w - 20.0, SANS_W) }
            </text>
        </>
    }
}

/// What a thread does, in a few words.
fn doing(view: &View, actor: &ActorRow) -> String {
    match (actor.status, &actor.waits) {
        (Status::Blocked, Some(waits)) => format!("blocked on {waits}"),
        (Status::Sleeping, Some(waits)) => format!("sleeps {waits}"),
        (Status::Running, _) if view.gil == Gil::Held(actor.id) => "runs, has the GIL".to_owned(),
        (status, _) => scene::status_word(status).to_owned(),
    }
}

fn state_mark(status: Status, class: &'static str, x: f64, y: f64) -> Html {
    let (left, right) = (num(x), num(x + 16.0));
    let middle = num(y + 4.5);
    match status {
        Status::Running => html! {
            <rect class={class} x={left} y={num(y)} width="16" height="9" rx="2" fill="var(--fill)"
                stroke="var(--hue)" />
        },
        Status::Ready => html! {
            <rect class={class} x={num(x + 0.75)} y={num(y + 0.75)} width="14.5" height="7.5" rx="1.5"
                fill="var(--paper)" stroke="var(--hue)" stroke-width="1.5" />
        },
        Status::Blocked => html! {
            <g class={class} transform={format!("translate({x:.1} {y:.1})")}>
                <rect width="16" height="9" rx="2" fill="var(--soft)" />
                <path d="M1 9l6.3 -9M5.5 9l6.3 -9M10 9l6.3 -9" stroke="var(--hue)"
                    stroke-width="1.6" />
            </g>
        },
        Status::Sleeping => html! {
            <g class={class} transform={format!("translate({x:.1} {y:.1})")}>
                <rect width="16" height="9" rx="2" fill="var(--soft)" />
                <path d="M3 4.5h.1M8 4.5h.1M13 4.5h.1" stroke="var(--hue)" stroke-width="2.4"
                    stroke-linecap="round" />
            </g>
        },
        Status::NotStarted => html! {
            <path d={format!("M{left} {middle}H{right}")} stroke="var(--edge)" stroke-width="1.5"
                stroke-dasharray="2 3" />
        },
        Status::Finished => html! {
            <path d={format!("M{left} {middle}H{right}")} stroke="var(--edge)" stroke-width="1.5" />
        },
        Status::Failed => html! {
            <g class="i wtxt" transform={format!("translate({:.1} {:.1}) scale(.8)", x + 1.0, y - 2.0)}>
                { icon_body(Icon::Fail) }
            </g>
        },
    }
}

fn lock_card(view: &View, lock: &LockRow, area: &Area) -> Html {
    let attribute = match &lock.object {
        Some(_) => lock.name.rsplit('.').next().unwrap_or(&lock.name).to_owned(),
        None => lock.name.clone(),
    };
    let base = area.y + area.h - 12.5;
    let field = lock.object.as_ref().filter(|_| area.h > 80.0).and_then(|object| object.fields.first());
    html! {
        <>
            { head(lock, area) }
            { for field.map(|field| html! {
                <>
                    <text class="mn" x={num(area.x + 10.5)} y={num(area.y + 46.5)}>{ &field.name }</text>
                    <text class="mn" x={num(area.x + area.w - 10.5)} y={num(area.y + 46.5)}
                        text-anchor="end">{ cut(&field.value, area.w / 2.0, MONO_W) }</text>
                </>
            }) }
            <g class="i" transform={format!("translate({:.1} {:.1}) scale(.9375)", area.x + 9.5, base - 13.0)}>
                { icon_body(if lock.owner.is_some() { Icon::Locked } else { Icon::Unlocked }) }
            </g>
            <text class="mn" x={num(area.x + 28.5)} y={num(base)}>
                { cut(&attribute, area.w - 78.0, MONO_W) }
            </text>
            { owner(view, lock, area, base) }
        </>
    }
}

fn head(lock: &LockRow, area: &Area) -> Html {
    let (name, kind) = match &lock.object {
        Some(object) => (object.name.clone(), object.class.clone()),
        None => (lock.kind.clone(), waiting(lock)),
    };
    let y = area.y + if area.h > 80.0 { 19.5 } else { 20.0 };
    let rule = area.y + if area.h > 80.0 { 29.0 } else { 29.5 };
    html! {
        <>
            <text class="mn" x={num(area.x + 10.5)} y={num(y)} font-weight="700">
                { cut(&name, area.w * 0.55, MONO_W) }
            </text>
            <text x={num(area.x + area.w - 10.5)} y={num(y)} text-anchor="end">
                { cut(&kind, area.w * 0.4, SANS_W) }
            </text>
            <path class="rule" d={format!("M{:.1} {rule:.1}h{:.1}", area.x, area.w)} />
        </>
    }
}

fn waiting(lock: &LockRow) -> String {
    match lock.waiters.len() {
        0 => String::new(),
        1 => "1 waits".to_owned(),
        count => format!("{count} wait"),
    }
}

fn owner(view: &View, lock: &LockRow, area: &Area, base: f64) -> Html {
    let right = area.x + area.w;
    match lock.owner {
        Some(owner) => html! {
            <>
                if area.w > 140.0 {
                    <text x={num(right - 30.5)} y={num(base)} text-anchor="end">{ "held by" }</text>
                }
                { chip_at(view, owner, right - 26.5, base - 14.0, 0.85) }
            </>
        },
        None => html! {
            <text x={num(right - 10.5)} y={num(base)} text-anchor="end">{ "free" }</text>
        },
    }
}

/// A text that fits a width; SVG does not cut by itself.
fn cut(text: &str, width: f64, letter_w: f64) -> String {
    let room = (width / letter_w).max(1.0) as usize;
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(room.saturating_sub(1)).collect();
    short.push('…');
    short
}
