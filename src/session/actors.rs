//! One letter, one shape and one hue for each actor, by its place in the order of creation.
//!
//! Main is a hollow ring without a hue, always M. The others take eight hues in turn; the
//! letters go on through the alphabet without I and M, so that two actors of one hue still differ.

use super::view::{ActorId, ActorRow, View};

/// The mark of an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The style class that carries the hue: "A" to "H", or "M".
    pub class: &'static str,
    /// The letter on the mark.
    pub letter: char,
    /// Its outline.
    pub shape: Shape,
}

/// The outlines of the marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Main only: hollow.
    Ring,
    /// A.
    Circle,
    /// B.
    Square,
    /// C.
    Triangle,
    /// D.
    Diamond,
    /// E.
    Hexagon,
    /// F.
    Pennant,
    /// G.
    Cross,
    /// H.
    Arch,
}

const CLASSES: [&str; 8] = ["A", "B", "C", "D", "E", "F", "G", "H"];
const SHAPES: [Shape; 8] = [
    Shape::Circle,
    Shape::Square,
    Shape::Triangle,
    Shape::Diamond,
    Shape::Hexagon,
    Shape::Pennant,
    Shape::Cross,
    Shape::Arch,
];
// I looks like a stroke at this size, and M is main's.
const LETTERS: &[u8] = b"ABCDEFGHJKLNOPQRSTUVWXYZ";

/// The mark of the actor created as number `index`, main being 0.
pub fn mark(index: u32) -> Mark {
    let Some(place) = index.checked_sub(1) else {
        return Mark { class: "M", letter: 'M', shape: Shape::Ring };
    };
    let hue = place as usize % CLASSES.len();
    Mark { class: CLASSES[hue], letter: LETTERS[place as usize % LETTERS.len()] as char, shape: SHAPES[hue] }
}

/// The row of an actor, if the state has it.
pub fn find(view: &View, id: ActorId) -> Option<&ActorRow> {
    view.actors.iter().find(|actor| actor.id == id)
}

/// The mark of an actor of this state; an actor that does not exist yet is marked by its id,
/// which is its place in the order of creation wherever the engine numbers from 0.
pub fn mark_of(view: &View, id: ActorId) -> Mark {
    mark(find(view, id).map_or(id.0, |actor| actor.index))
}

/// The name of an actor of this state.
pub fn name_of(view: &View, id: ActorId) -> String {
    find(view, id).map_or_else(|| format!("actor {}", id.0), |actor| actor.name.clone())
}
