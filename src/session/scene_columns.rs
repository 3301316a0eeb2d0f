//! Any number of threads and locks: columns, with main first and the locks last.
//!
//! Where there is little room main stands under the other threads. The picture grows downwards with the number
//! of cards; the stage then scrolls.

use super::scene::{Area, Arrow, Card, Format, Scene, Subject, Verb, baton_words, hot_actor, hot_lock};
use super::view::{ActorId, Gil, LockId, LockRow, View};

struct Sizes {
    width: f64,
    height: f64,
    margin: f64,
    card: (f64, f64),
    gap: f64,
}

fn sizes(format: Format, columns: usize) -> Sizes {
    let (width, height, margin) = match format {
        Format::Wide => (508.0, 500.0, 18.5),
        Format::Mid => (576.0, 240.0, 12.5),
        Format::Phone => (374.0, 400.0, 6.5),
        Format::Frame => (396.0, 202.0, 6.5),
    };
    let card_h = if matches!(format, Format::Mid | Format::Frame) { 56.0 } else { 64.0 };
    let inner = width - 2.0 * margin;
    let card_w = match columns {
        1 => 180.0,
        2 => (inner - 90.0) / 2.0,
        _ => (inner - 140.0) / 3.0,
    };
    let gap = if matches!(format, Format::Mid | Format::Frame) { 10.0 } else { 16.0 };
    Sizes { width, height, margin, card: (card_w, card_h), gap }
}

/// Lays out a view in columns.
pub fn lay_out(view: &View, locks: &[&LockRow], format: Format) -> Scene {
    let main = view.actors.iter().find(|actor| actor.index == 0).map(|actor| actor.id);
    let mut threads: Vec<ActorId> =
        view.actors.iter().filter(|actor| actor.index > 0).map(|actor| actor.id).collect();
    let mut columns: Vec<Vec<Subject>> = vec![];
    if matches!(format, Format::Phone | Format::Frame) {
        threads.extend(main);
    } else if let Some(main) = main {
        columns.push(vec![Subject::Actor(main)]);
    }
    if !threads.is_empty() {
        columns.push(threads.iter().map(|id| Subject::Actor(*id)).collect());
    }
    if !locks.is_empty() {
        columns.push(locks.iter().map(|lock| Subject::Lock(lock.id)).collect());
    }
    let sizes = sizes(format, columns.len());
    let rows = columns.iter().map(Vec::len).max().unwrap_or(0) as f64;
    let needed = rows * (sizes.card.1 + sizes.gap) + 60.0;
    let height = sizes.height.max(needed);
    let mut scene = Scene { width: sizes.width, height, ..Scene::default() };
    place_cards(view, &columns, &sizes, &mut scene);
    draw_arrows(view, locks, &mut scene);
    if !view.cycle.is_empty() {
        scene.deadlock = Some((sizes.width / 2.0, height - 14.0, false));
    }
    if view.gil != Gil::Absent {
        let baton = Area::new(sizes.width - sizes.margin - 58.0, height - 48.0, 58.0, 18.0);
        scene.baton = Some(baton);
        scene.baton_words = Some((baton.x + baton.w, baton.y + 40.0, baton_words(view)));
    }
    scene
}

fn place_cards(view: &View, columns: &[Vec<Subject>], sizes: &Sizes, scene: &mut Scene) {
    let spread = match columns.len() {
        0 | 1 => 0.0,
        count => {
            let inner = sizes.width - 2.0 * sizes.margin - sizes.card.0;
            inner / (count - 1) as f64
        }
    };
    let usable = scene.height - 60.0;
    for (place, column) in columns.iter().enumerate() {
        let count = column.len() as f64;
        let gap = ((usable - count * sizes.card.1) / (count + 1.0)).min(44.0).max(sizes.gap);
        let taken = count * sizes.card.1 + (count - 1.0) * gap;
        let top = ((usable - taken) / 2.0).max(8.0);
        for (row, subject) in column.iter().enumerate() {
            let area = Area::new(
                (sizes.margin + place as f64 * spread).floor() + 0.5,
                (top + row as f64 * (sizes.card.1 + gap)).floor() + 0.5,
                sizes.card.0.floor(),
                sizes.card.1,
            );
            let hot = match subject {
                Subject::Actor(id) => hot_actor(view, *id),
                Subject::Lock(id) => view.locks.iter().any(|lock| lock.id == *id && hot_lock(view, lock)),
            };
            scene.cards.push(Card { area, subject: *subject, hot });
        }
    }
}

fn draw_arrows(view: &View, locks: &[&LockRow], scene: &mut Scene) {
    let cards = scene.cards.clone();
    let find = |subject: Subject| cards.iter().find(|card| card.subject == subject).map(|card| card.area);
    let mut to_lock = |actor: ActorId, lock: LockId, verb: Verb, hot: bool| {
        let (Some(from), Some(to)) = (find(Subject::Actor(actor)), find(Subject::Lock(lock))) else {
            return;
        };
        let lift = if verb == Verb::Holds { -9.0 } else { 9.0 };
        let start = (from.x + from.w, from.mid_y() + lift);
        let end = (to.x - 2.5, to.mid_y() + lift);
        let reach = (end.0 - start.0) * 0.5;
        let curve = [start, (start.0 + reach, start.1), (end.0 - reach, end.1), end];
        scene.arrows.push(Arrow { actor, verb, curve, hot, word: None });
    };
    for lock in locks {
        let hot = hot_lock(view, lock);
        if let Some(owner) = lock.owner {
            to_lock(owner, lock.id, Verb::Holds, hot && hot_actor(view, owner));
        }
        for waiter in &lock.waiters {
            to_lock(*waiter, lock.id, Verb::Waits, hot && hot_actor(view, *waiter));
        }
    }
    for edge in view.edges.iter().filter(|edge| edge.via.is_none()) {
        let Some(other) = edge.to else { continue };
        let (Some(from), Some(to)) = (find(Subject::Actor(edge.from)), find(Subject::Actor(other))) else {
            continue;
        };
        let hot = hot_actor(view, edge.from) && hot_actor(view, other);
        let curve = between(&from, &to);
        scene.arrows.push(Arrow { actor: edge.from, verb: Verb::Joins, curve, hot, word: None });
    }
}

/// From one thread to another: straight across between columns, a bow within one.
fn between(from: &Area, to: &Area) -> [(f64, f64); 4] {
    if (from.x - to.x).abs() > 1.0 {
        let right = from.x < to.x;
        let start = (if right { from.x + from.w } else { from.x }, from.mid_y());
        let end = (if right { to.x - 3.0 } else { to.x + to.w + 3.0 }, to.mid_y());
        let reach = (end.0 - start.0) * 0.5;
        return [start, (start.0 + reach, start.1), (end.0 - reach, end.1), end];
    }
    let start = (from.x + from.w, from.mid_y());
    let end = (to.x + to.w + 3.0, to.mid_y());
    [start, (start.0 + 46.0, start.1), (end.0 + 46.0, end.1), end]
}
