//! The badges of the actors and the icons: small drawings without any state.

use yew::prelude::*;

use crate::session::actors::{self, Mark, Shape};
use crate::session::view::{ActorId, EndingKind, View};

/// The inside of a badge, 20 by 20.
fn badge_body(mark: Mark) -> Html {
    let (shape, x, y, size) = match mark.shape {
        Shape::Ring => (html! { <circle cx="10" cy="10" r="8.2" /> }, "10", "14", "10.5"),
        Shape::Circle => (html! { <circle cx="10" cy="10" r="9" /> }, "10", "14.1", "11.5"),
        Shape::Square => {
            (html! { <rect x="1.6" y="1.6" width="16.8" height="16.8" rx="3" /> }, "10", "14.1", "11.5")
        }
        Shape::Triangle => (path("M10 1.2 19.2 17.9H.8Z"), "10", "16.1", "10.5"),
        Shape::Diamond => (path("M10 .9 19.1 10 10 19.1.9 10Z"), "10", "13.9", "10.5"),
        Shape::Hexagon => (path("M5.6 2.1H14.4L19 10 14.4 17.9H5.6L1 10Z"), "10", "14.1", "11.5"),
        Shape::Pennant => (path("M1.7 2.4H12.4L18.9 10 12.4 17.6H1.7Z"), "8.6", "14.1", "11"),
        Shape::Cross => {
            (path("M6.2 1.4H13.8V6.2H18.6V13.8H13.8V18.6H6.2V13.8H1.4V6.2H6.2Z"), "10", "14", "11")
        }
        Shape::Arch => (path("M2 18.2V9.6a8 8 0 0 1 16 0V18.2Z"), "10", "14.9", "11.5"),
    };
    html! {
        <>
            { shape }
            <text x={x} y={y} font-size={size}>{ mark.letter }</text>
        </>
    }
}

fn path(d: &'static str) -> Html {
    html! { <path d={d} /> }
}

/// A badge in a line of text.
pub fn chip(view: &View, id: ActorId, size: u32) -> Html {
    let mark = actors::mark_of(view, id);
    let size = size.to_string();
    html! {
        <svg class={classes!("chip", mark.class)} width={size.clone()} height={size}
            viewBox="0 0 20 20" aria-hidden="true">{ badge_body(mark) }</svg>
    }
}

/// A badge inside a drawing.
pub fn chip_at(view: &View, id: ActorId, x: f64, y: f64, scale: f64) -> Html {
    let mark = actors::mark_of(view, id);
    let transform = format!("translate({x} {y}) scale({scale})");
    html! { <g class={classes!("chip", mark.class)} transform={transform}>{ badge_body(mark) }</g> }
}

/// A badge with the actor's name.
pub fn who(view: &View, id: ActorId) -> Html {
    let class = actors::mark_of(view, id).class;
    html! {
        <span class={classes!("who", class)}>
            { chip(view, id, 16) }<b>{ actors::name_of(view, id) }</b>
        </span>
    }
}

/// The icons of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// To the start.
    First,
    /// One step back.
    Back,
    /// Play.
    Play,
    /// Stop what is under way.
    Pause,
    /// One step.
    Step,
    /// One line.
    Line,
    /// To the next switch.
    Switch,
    /// To the end.
    Last,
    /// Speed.
    Speed,
    /// Share.
    Share,
    /// Dark or light.
    Theme,
    /// Keys.
    Help,
    /// What the lesson is for.
    Goal,
    /// More below.
    Down,
    /// Opens elsewhere.
    Open,
    /// All is well.
    Fine,
    /// A deadlock.
    Deadlock,
    /// An exception.
    Fail,
    /// A limit.
    Limit,
    /// Something to know.
    Warn,
    /// Every schedule.
    Explore,
    /// Two ways that end differently.
    Differs,
    /// The machines of the threads.
    Machine,
    /// A lock that somebody has.
    Locked,
    /// A lock that nobody has.
    Unlocked,
}

/// The inside of an icon, 16 by 16.
pub fn icon_body(icon: Icon) -> Html {
    match icon {
        Icon::First => path("M3.5 3v10M12.5 3.5 6.5 8l6 4.5Z"),
        Icon::Back => {
            html! { <><path d="M10.5 3.5 5 8l5.5 4.5" /><path d="M13 3.5v9" class="thin" /></> }
        }
        Icon::Play => html! { <path d="M4.5 2.8 13 8l-8.5 5.2Z" class="solid" /> },
        Icon::Pause => html! { <path d="M5 3v10M11 3v10" class="thick" /> },
        Icon::Step => {
            html! { <><path d="M5.5 3.5 11 8l-5.5 4.5" /><path d="M3 3.5v9" class="thin" /></> }
        }
        Icon::Line => html! {
            <><path d="M2.5 4h7M2.5 12h11" /><path d="M12 3v5.2M9.8 6.2 12 8.6l2.2-2.4" /></>
        },
        Icon::Switch => html! {
            <>
                <path d="M2 4.5h4c4 0 4 7 8 7M2 11.5h4c1 0 1.8-.5 2.4-1.2M9.6 5.8C10.4 5 11.2 4.5 12 4.5h2" />
                <path d="M12.2 2.7 14.2 4.5l-2 1.8M12.2 9.7l2 1.8-2 1.8" />
            </>
        },
        Icon::Last => path("M12.5 3v10M3.5 3.5 9.5 8l-6 4.5Z"),
        Icon::Speed => {
            html! { <><path d="M2.5 11.5a5.5 5.5 0 1 1 11 0" /><path d="M8 11.5 10.8 7.5" /></> }
        }
        Icon::Share => {
            html! { <><path d="M8 10V2.5M5 5 8 2.3 11 5" /><path d="M3.5 8v5.5h9V8" /></> }
        }
        Icon::Theme => html! {
            <><circle cx="8" cy="8" r="5.5" /><path d="M8 2.5a5.5 5.5 0 0 1 0 11Z" class="solid" /></>
        },
        Icon::Help => html! {
            <>
                <circle cx="8" cy="8" r="6" />
                <path d="M6.2 6.3A1.9 1.9 0 0 1 8 4.8c1 0 1.8.7 1.8 1.6 0 1.3-1.8 1.4-1.8 2.8" />
                <path d="M8 11.3v.1" class="thick" />
            </>
        },
        Icon::Goal => path("M9 1.8 4.5 9H8l-1 5.2L11.5 7H8Z"),
        Icon::Down => path("m4 6 4 4 4-4"),
        Icon::Open => html! {
            <>
                <path d="M9 2.8h4.2V7M13 3 7.5 8.5" />
                <path d="M11.5 9.5v3.7H2.8V4.5h3.7" />
            </>
        },
        Icon::Fine => path("m3 8.5 3.3 3.3L13 4.6"),
        Icon::Deadlock => html! {
            <>
                <path d="M5.3 2.2h5.4l3.1 3.1v5.4l-3.1 3.1H5.3l-3.1-3.1V5.3Z" />
                <path d="M5.3 8h5.4" class="thick" />
            </>
        },
        Icon::Fail => path("m4 4 8 8M12 4l-8 8"),
        Icon::Limit => html! { <><circle cx="8" cy="8" r="5.7" /><path d="M8 4.8V8l2.3 1.5" /></> },
        Icon::Warn => html! {
            <><path d="M8 2.3 14.3 13.5H1.7Z" /><path d="M8 6.5v3.3M8 11.6v.1" /></>
        },
        Icon::Explore => html! {
            <>
                <circle cx="4" cy="8" r="1.7" /><circle cx="12" cy="3.8" r="1.7" /><circle cx="12" cy="12.2" r="1.7" />
                <path d="M5.6 7.2 10.4 4.6M5.6 8.8l4.8 2.6" />
            </>
        },
        Icon::Differs => html! {
            <>
                <path d="M2.5 5h5M2.5 11h5" />
                <path d="M7.5 5c3 0 3 3 5 3M7.5 11c3 0 3-3 5-3" />
                <path d="m11 6.3 2 1.7-2 1.7" />
            </>
        },
        Icon::Machine => html! {
            <>
                <circle cx="6.5" cy="3.3" r="1.6" /><circle cx="6.5" cy="8" r="1.6" /><circle cx="6.5" cy="12.7" r="1.6" />
                <path d="M6.5 5v1.3M6.5 9.7V11M8.2 12.4c4-.6 4-8.2 0-8.8" />
            </>
        },
        Icon::Locked => lock_icon("M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2"),
        Icon::Unlocked => lock_icon("M5.2 7V5a2.8 2.8 0 0 1 5.4-1"),
    }
}

fn lock_icon(bow: &'static str) -> Html {
    html! { <><rect x="3.2" y="7" width="9.6" height="6.8" rx="1.5" /><path d={bow} /></> }
}

/// An icon in a line of text.
pub fn icon(icon: Icon, size: u32) -> Html {
    let size = size.to_string();
    html! {
        <svg class="i" width={size.clone()} height={size} viewBox="0 0 16 16" aria-hidden="true">
            { icon_body(icon) }
        </svg>
    }
}

/// The icon of an ending.
pub fn ending_icon(kind: EndingKind) -> Icon {
    match kind {
        EndingKind::Exit => Icon::Fine,
        EndingKind::Exception => Icon::Fail,
        EndingKind::Deadlock => Icon::Deadlock,
        EndingKind::Limit => Icon::Limit,
    }
}

/// The name of an ending.
pub fn ending_word(kind: EndingKind) -> &'static str {
    match kind {
        EndingKind::Exit => "Ran to its end",
        EndingKind::Exception => "Exception",
        EndingKind::Deadlock => "Deadlock",
        EndingKind::Limit => "Limit reached",
    }
}
