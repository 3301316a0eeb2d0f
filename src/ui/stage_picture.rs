//! The picture of threads and locks as SVG, from the places that `session::scene` gives.

use yew::prelude::*;

use super::mark::{Icon, icon_body};
use super::stage_cards::card;
use crate::session::actors;
use crate::session::scene::{self, Area, Arrow, Format, Scene, Verb};
use crate::session::view::View;

/// The words on arrows are left out when there are more arrows than this.
const WORDS_MAX: usize = 8;

/// The picture in one format.
pub fn picture(view: &View, format: Format, class: &'static str) -> Html {
    let scene = scene::scene(view, format);
    let frame = format!("0 0 {} {}", scene.width, scene.height);
    let words = scene.arrows.len() <= WORDS_MAX;
    let tall = scene.height > 560.0;
    html! {
        <svg class={classes!(class, tall.then_some("tall"))} viewBox={frame} role="img"
            aria-label={scene.label.clone()}>
            { for scene.arrows.iter().filter(|arrow| arrow.hot).map(|arrow| html! {
                <path class="halo" d={arrow.path()} />
            }) }
            { for scene.arrows.iter().map(|arrow| draw_arrow(view, arrow, words)) }
            { for scene.cards.iter().map(|placed| card(view, placed)) }
            { deadlock(view, &scene) }
            { for scene.baton.iter().map(|area| baton(area, &scene)) }
            { left_out(&scene) }
        </svg>
    }
}

fn draw_arrow(view: &View, arrow: &Arrow, words: bool) -> Html {
    let class = actors::mark_of(view, arrow.actor).class;
    let (line, verb) = match arrow.verb {
        Verb::Holds => ("holds", "holds"),
        Verb::Waits => ("waits", "waits"),
        Verb::Joins => ("waits", "joins"),
    };
    let (x, y) = arrow.curve[3];
    let end = if arrow.verb == Verb::Holds {
        html! { <circle class={classes!("end", class)} cx={num(x)} cy={num(y)} r="5" /> }
    } else {
        let transform = format!("translate({x:.1} {y:.1}) rotate({:.1})", arrow.angle());
        html! {
            <path class={classes!("endo", class)} transform={transform} d="M-8 -5 0 0-8 5" />
        }
    };
    html! {
        <g data-verb={verb} data-from={arrow.actor.0.to_string()}>
            <path class={classes!("e", line, class)} d={arrow.path()} />
            { end }
            if words && (arrow.word.is_some() || arrow.has_room()) {
                { word(arrow) }
            }
        </g>
    }
}

fn word(arrow: &Arrow) -> Html {
    let text = arrow.verb.word();
    let width = match arrow.verb {
        Verb::Holds => 40.0,
        Verb::Waits => 58.0,
        Verb::Joins => 34.0,
    };
    if let Some((x, y)) = arrow.word {
        return html! { <text class="lbl" x={num(x)} y={num(y)} text-anchor="middle">{ text }</text> };
    }
    let (x, y) = arrow.middle();
    html! {
        <>
            <rect class="bg" x={num(x - width / 2.0)} y={num(y - 8.0)} width={num(width)}
                height="15" rx="3" />
            <text class="lbl" x={num(x)} y={num(y + 3.0)} text-anchor="middle">{ text }</text>
        </>
    }
}

fn deadlock(view: &View, scene: &Scene) -> Html {
    let Some((x, y, roomy)) = scene.deadlock else {
        return Html::default();
    };
    let each = match view.cycle.len() {
        0 | 1 => ("it waits for", "itself"),
        2 => ("each waits for", "the other’s lock"),
        _ => ("each waits for", "the next one’s lock"),
    };
    let scale = 1.625;
    let badge = if roomy {
        format!("translate({} {}) scale({scale})", x - 13.0, y - 48.0)
    } else {
        format!("translate({} {}) scale({scale})", x - 13.0, y - 46.0)
    };
    html! {
        <g text-anchor="middle" class="dead">
            <g class="i wfill" transform={badge}>{ icon_body(Icon::Deadlock) }</g>
            <text class="big wtxt" x={num(x)} y={num(y)}>{ "Deadlock" }</text>
            if roomy {
                <text class="sml" x={num(x)} y={num(y + 18.0)}>{ each.0 }</text>
                <text class="sml" x={num(x)} y={num(y + 33.0)}>{ each.1 }</text>
            }
        </g>
    }
}

fn baton(area: &Area, scene: &Scene) -> Html {
    let resting = scene.baton_words.as_ref().is_some_and(|(_, _, words)| !words.ends_with("has it"));
    html! {
        <>
            <g class="baton" transform={format!("translate({} {})", area.x, area.y)}>
                <rect x="0" y="0" width="58" height="18" rx="9" />
                <path class="band" d="M9 0h3v18h-3ZM46 0h3v18h-3Z" />
                <text x="29" y="13" text-anchor="middle">{ "GIL" }</text>
            </g>
            if resting {
                <path class="rest" transform={format!("translate({} {})", area.x, area.y)}
                    d="M-5 10v9q0 3 3 3h62q3 0 3-3v-9" />
            }
            { for scene.baton_words.iter().map(|(x, y, words)| html! {
                <text class="sml" text-anchor="end" x={num(*x)} y={num(*y)}>{ words }</text>
            }) }
        </>
    }
}

fn left_out(scene: &Scene) -> Html {
    if scene.left_out == 0 {
        return Html::default();
    }
    let words = format!("{} more locks, all free", scene.left_out);
    html! { <text class="sml" x="18" y={num(scene.height - 12.0)}>{ words }</text> }
}

/// A number as attributes write it.
pub fn num(value: f64) -> String {
    format!("{value:.1}")
}
