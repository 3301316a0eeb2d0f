//! A sentence of the story: words, actors' badges, pieces of the program.

use yew::prelude::*;

use super::mark::who;
use crate::session::actors;
use crate::session::view::{StoryPart, View};

/// The parts of a sentence. Where the badge of its first actor already stands before it, that
/// one is by name only.
pub fn sentence(view: &View, parts: &[StoryPart], badge_before: bool) -> Html {
    parts
        .iter()
        .enumerate()
        .map(|(place, part)| match part {
            StoryPart::Text(words) => html! { { words } },
            StoryPart::Actor(id) if place == 0 && badge_before => {
                let class = actors::mark_of(view, *id).class;
                html! { <b class={classes!("hue", class)}>{ actors::name_of(view, *id) }</b> }
            }
            StoryPart::Actor(id) => who(view, *id),
            StoryPart::Code(text) => html! { <span class="cd">{ text }</span> },
            StoryPart::Strong(words) => html! { <b class="wrong">{ words }</b> },
        })
        .collect()
}

/// The same as plain words.
pub fn words(view: &View, parts: &[StoryPart]) -> String {
    parts
        .iter()
        .map(|part| match part {
            StoryPart::Actor(id) => actors::name_of(view, *id),
            StoryPart::Text(words) | StoryPart::Code(words) | StoryPart::Strong(words) => words.clone(),
        })
        .collect()
}
