//! Where everything on the stage stands: cards for threads and locks, arrows between them.
//!
//! A pure function of the view and of the format (wide, middling, phone), so that nothing jumps
//! when a wait begins or ends: places depend on how many there are, never on what they do. Two
//! threads around at most two locks stand in a ring, where a deadlock is a circle; everything
//! else stands in columns: main, threads, locks.

use super::view::{ActorId, Gil, LockId, LockRow, Status, View};
use super::{actors, scene_columns, scene_ring};

/// The shapes of the stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Beside code and story.
    Wide,
    /// Above the story.
    Mid,
    /// Alone.
    Phone,
    /// In a frame on another page.
    Frame,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Area {
    /// The area with these edges.
    pub const fn new(x: f64, y: f64, w: f64, h: f64) -> Self {
        Self { x, y, w, h }
    }

    /// The middle of its width.
    pub fn mid_x(&self) -> f64 {
        self.x + self.w / 2.0
    }

    /// The middle of its height.
    pub fn mid_y(&self) -> f64 {
        self.y + self.h / 2.0
    }
}

/// What a card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A thread.
    Actor(ActorId),
    /// A lock, or the object that has it.
    Lock(LockId),
}

/// A card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Card {
    /// Its place.
    pub area: Area,
    /// What it is about.
    pub subject: Subject,
    /// It is part of a cycle.
    pub hot: bool,
}

/// What an arrow says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Has it: solid, with a filled end.
    Holds,
    /// Wants it: dashed, with an open end.
    Waits,
    /// Waits for the end of another.
    Joins,
}

impl Verb {
    /// The word on the arrow.
    pub fn word(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Waits => "waits for",
            Self::Joins => "joins",
        }
    }
}

/// An arrow.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// Whose arrow it is: its hue.
    pub actor: ActorId,
    /// What it says.
    pub verb: Verb,
    /// The four points of its curve.
    pub curve: [(f64, f64); 4],
    /// It is part of a cycle.
    pub hot: bool,
    /// Where its word stands, when not on its middle.
    pub word: Option<(f64, f64)>,
}

impl Arrow {
    /// The curve as SVG writes it.
    pub fn path(&self) -> String {
        let [a, b, c, d] = self.curve;
        format!("M{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}", a.0, a.1, b.0, b.1, c.0, c.1, d.0, d.1)
    }

    /// Its middle, where the word stands.
    pub fn middle(&self) -> (f64, f64) {
        let [a, b, c, d] = self.curve;
        let mix = |a: f64, b: f64, c: f64, d: f64| (a + 3.0 * b + 3.0 * c + d) / 8.0;
        (mix(a.0, b.0, c.0, d.0), mix(a.1, b.1, c.1, d.1))
    }

    /// It is long enough for its word.
    pub fn has_room(&self) -> bool {
        let [(from_x, from_y), .., (to_x, to_y)] = self.curve;
        (to_x - from_x).abs() + (to_y - from_y).abs() > 44.0
    }

    /// The direction of its end, in degrees.
    pub fn angle(&self) -> f64 {
        let [_, _, c, d] = self.curve;
        (d.1 - c.1).atan2(d.0 - c.0).to_degrees()
    }
}

/// Everything on the stage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The cards.
    pub cards: Vec<Card>,
    /// The arrows.
    pub arrows: Vec<Arrow>,
    /// Where the word "Deadlock" stands, if it is one, and whether there is room for more.
    pub deadlock: Option<(f64, f64, bool)>,
    /// The GIL's baton, if there is a GIL.
    pub baton: Option<Area>,
    /// The words under the baton, and where they end.
    pub baton_words: Option<(f64, f64, String)>,
    /// Locks that are free and left out for want of room.
    pub left_out: usize,
    /// The same in words, for those who do not see it.
    pub label: String,
}

/// No more locks than this are drawn.
const LOCKS_MAX: usize = 8;

/// Lays out a view.
pub fn scene(view: &View, format: Format) -> Scene {
    let (locks, left_out) = drawn_locks(view);
    let others = view.actors.iter().filter(|actor| actor.index > 0).count();
    // The ring in a frame leaves main out, which must not be when it is what is wrong.
    let main_is_hot = view.actors.iter().any(|actor| actor.index == 0 && hot_actor(view, actor.id));
    let ring = others == 2 && (1..=2).contains(&locks.len()) && !(format == Format::Frame && main_is_hot);
    let mut scene = if ring {
        scene_ring::lay_out(view, &locks, format)
    } else {
        scene_columns::lay_out(view, &locks, format)
    };
    scene.left_out = left_out;
    scene.label = label(view);
    scene
}

/// The locks to draw, in order of creation: all, or those in use if there are too many.
fn drawn_locks(view: &View) -> (Vec<&LockRow>, usize) {
    if view.locks.len() <= LOCKS_MAX {
        return (view.locks.iter().collect(), 0);
    }
    let used: Vec<_> = view
        .locks
        .iter()
        .filter(|lock| lock.owner.is_some() || !lock.waiters.is_empty())
        .take(LOCKS_MAX)
        .collect();
    let left_out = view.locks.len() - used.len();
    (used, left_out)
}

/// The actor is part of a cycle.
pub fn hot_actor(view: &View, id: ActorId) -> bool {
    view.cycle.contains(&id)
}

/// The lock lies between two actors of a cycle.
pub fn hot_lock(view: &View, lock: &LockRow) -> bool {
    lock.owner.is_some_and(|owner| hot_actor(view, owner))
        && lock.waiters.iter().any(|waiter| hot_actor(view, *waiter))
}

/// What the baton's small print says.
pub fn baton_words(view: &View) -> String {
    match view.gil {
        Gil::Absent => String::new(),
        Gil::Held(actor) => format!("{} has it", actors::name_of(view, actor)),
        Gil::Free if view.at_end && view.cycle.is_empty() => "no longer needed".to_owned(),
        Gil::Free if view.at_end => "nobody can take it".to_owned(),
        Gil::Free => "free to take".to_owned(),
    }
}

/// The picture in words.
pub fn label(view: &View) -> String {
    let mut sentences = vec!["Wait-for graph.".to_owned()];
    for actor in &view.actors {
        let mark = actors::mark(actor.index);
        let holds: Vec<_> = view
            .locks
            .iter()
            .filter(|lock| lock.owner == Some(actor.id))
            .map(|lock| lock.name.clone())
            .collect();
        let mut what = vec![];
        if !holds.is_empty() {
            what.push(format!("holds {}", holds.join(" and ")));
        }
        what.push(match (actor.status, &actor.waits) {
            (Status::Blocked | Status::Sleeping, Some(waits)) => format!("waits for {waits}"),
            (status, _) => status_word(status).to_owned(),
        });
        sentences.push(format!("{}, {}, {}.", mark.letter, actor.name, what.join(" and ")));
    }
    if !view.cycle.is_empty() {
        sentences.push("A cycle: a deadlock.".to_owned());
    }
    if view.gil != Gil::Absent {
        sentences.push(format!("The GIL: {}.", baton_words(view)));
    }
    sentences.join(" ")
}

/// The word for a state.
pub fn status_word(status: Status) -> &'static str {
    match status {
        Status::NotStarted => "not started",
        Status::Running => "running",
        Status::Ready => "ready",
        Status::Blocked => "blocked",
        Status::Sleeping => "sleeping",
        Status::Finished => "finished",
        Status::Failed => "failed",
    }
}
