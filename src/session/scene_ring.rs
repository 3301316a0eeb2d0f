//! Two threads around at most two locks: a ring, in which a deadlock is a circle.
//!
//! The first thread stands left, the second right, the first lock above, the second below;
//! main stands outside, below the first thread.

use super::scene::{Area, Arrow, Card, Format, Scene, Subject, Verb, baton_words, hot_actor, hot_lock};
use super::view::{ActorId, Gil, LockRow, View};

struct Places {
    size: (f64, f64),
    threads: [Area; 2],
    locks: [Area; 2],
    main: Area,
    baton: Area,
    words: (f64, f64, bool),
}

fn places(format: Format) -> Places {
    match format {
        Format::Wide => Places {
            size: (508.0, 516.0),
            threads: [Area::new(18.5, 174.5, 149.0, 87.0), Area::new(340.5, 174.5, 149.0, 87.0)],
            locks: [Area::new(176.5, 10.5, 155.0, 87.0), Area::new(176.5, 338.5, 155.0, 87.0)],
            main: Area::new(18.5, 444.5, 149.0, 67.0),
            baton: Area::new(432.0, 450.0, 58.0, 18.0),
            words: (254.0, 229.0, true),
        },
        Format::Mid => Places {
            size: (576.0, 240.0),
            threads: [Area::new(12.5, 81.5, 145.0, 77.0), Area::new(418.5, 81.5, 145.0, 77.0)],
            locks: [Area::new(212.5, 6.5, 151.0, 57.0), Area::new(212.5, 176.5, 151.0, 57.0)],
            main: Area::new(12.5, 184.5, 145.0, 49.0),
            baton: Area::new(506.0, 190.0, 58.0, 18.0),
            words: (288.0, 131.0, false),
        },
        Format::Frame => Places {
            size: (396.0, 202.0),
            threads: [Area::new(6.5, 61.5, 115.0, 79.0), Area::new(274.5, 61.5, 115.0, 79.0)],
            locks: [Area::new(140.5, 6.5, 115.0, 57.0), Area::new(140.5, 138.5, 115.0, 57.0)],
            // A frame has no room for it; what it does is seen in the program.
            main: Area::new(0.0, 0.0, 0.0, 0.0),
            baton: Area::new(331.0, 6.0, 58.0, 18.0),
            words: (198.0, 119.0, false),
        },
        Format::Phone => Places {
            size: (374.0, 400.0),
            threads: [Area::new(6.5, 125.5, 137.0, 83.0), Area::new(230.5, 125.5, 137.0, 83.0)],
            locks: [Area::new(123.5, 10.5, 127.0, 63.0), Area::new(123.5, 260.5, 127.0, 63.0)],
            main: Area::new(6.5, 342.5, 137.0, 53.0),
            baton: Area::new(310.0, 348.0, 58.0, 18.0),
            words: (187.0, 170.0, false),
        },
    }
}

/// Lays out a view with two threads beside main and one or two locks.
pub fn lay_out(view: &View, locks: &[&LockRow], format: Format) -> Scene {
    let places = places(format);
    let others: Vec<ActorId> =
        view.actors.iter().filter(|actor| actor.index > 0).map(|actor| actor.id).collect();
    let mut scene = Scene { width: places.size.0, height: places.size.1, ..Scene::default() };
    for (id, area) in others.iter().zip(places.threads) {
        scene.cards.push(Card { area, subject: Subject::Actor(*id), hot: hot_actor(view, *id) });
    }
    for (lock, area) in locks.iter().zip(places.locks) {
        let hot = hot_lock(view, lock);
        scene.cards.push(Card { area, subject: Subject::Lock(lock.id), hot });
        for (id, thread) in others.iter().zip(places.threads) {
            let verb = if lock.owner == Some(*id) {
                Verb::Holds
            } else if lock.waiters.contains(id) {
                Verb::Waits
            } else {
                continue;
            };
            let hot = hot && hot_actor(view, *id);
            let curve = around(&thread, &area, format);
            let [(from_x, from_y), .., (_, to_y)] = curve;
            // Where it is tight the word stands outside the ring.
            let outside = (from_x, if to_y < from_y { to_y - 7.0 } else { to_y + 13.0 });
            let word = (format == Format::Frame).then_some(outside);
            scene.arrows.push(Arrow { actor: *id, verb, curve, hot, word });
        }
    }
    if format != Format::Frame {
        main(view, &places, &others, &mut scene);
    }
    if !view.cycle.is_empty() {
        scene.deadlock = Some(places.words);
    }
    if view.gil != Gil::Absent {
        scene.baton = Some(places.baton);
        let right = places.baton.x + places.baton.w;
        scene.baton_words = Some((
            right,
            places.baton.y + if format == Format::Frame { 32.0 } else { 42.0 },
            baton_words(view),
        ));
    }
    scene
}

fn main(view: &View, places: &Places, others: &[ActorId], scene: &mut Scene) {
    let Some(main) = view.actors.iter().find(|actor| actor.index == 0) else {
        return;
    };
    let hot = hot_actor(view, main.id);
    scene.cards.push(Card { area: places.main, subject: Subject::Actor(main.id), hot });
    for edge in view.edges.iter().filter(|edge| edge.from == main.id && edge.via.is_none()) {
        let Some(place) = others.iter().position(|id| Some(*id) == edge.to) else {
            continue;
        };
        let thread = places.threads[place];
        let curve = if place == 0 {
            let x = thread.x + 23.5;
            let (from, to) = (places.main.y, thread.y + thread.h + 4.0);
            [(x, from), (x, from - 1.0), (x, to + 1.0), (x, to)]
        } else {
            let from = (places.main.x + places.main.w, places.main.mid_y());
            let to = (thread.x + thread.w - 23.5, thread.y + thread.h + 4.0);
            [from, (to.0 - 40.0, from.1), (to.0, from.1), to]
        };
        let hot = hot && edge.to.is_some_and(|to| hot_actor(view, to));
        scene.arrows.push(Arrow { actor: main.id, verb: Verb::Joins, curve, hot, word: None });
    }
}

/// From a thread's upper or lower edge to the side of a lock; where the stage is low, from the
/// thread's side.
fn around(thread: &Area, lock: &Area, format: Format) -> [(f64, f64); 4] {
    let above = lock.mid_y() < thread.mid_y();
    let left = thread.mid_x() < lock.mid_x();
    let to = (if left { lock.x - 2.5 } else { lock.x + lock.w + 2.5 }, lock.y + lock.h - 16.5);
    if format == Format::Mid {
        let from = (
            if left { thread.x + thread.w } else { thread.x },
            thread.mid_y() + if above { -17.0 } else { 17.0 },
        );
        let middle = f64::midpoint(from.0, to.0);
        return [from, (middle, from.1), (middle, to.1), to];
    }
    let from = (thread.mid_x(), if above { thread.y } else { thread.y + thread.h });
    let reach = (to.0 - from.0) * 0.38;
    [from, (from.0, from.1 + (to.1 - from.1) * 0.62), (to.0 - reach, to.1), to]
}
