//! The lessons: each starts with a schedule in which the interesting thing happens.
//!
//! `INTERLOOP_LESSONS=write cargo test --test it lessons` looks for the schedules anew and writes them into
//! `static/lessons/index.json`.

use std::{env, fs};

use interloop::cli::{compile_program, outcome_of};
use interloop::modules::image;
use interloop::program::Python;
use interloop::schedule::{Policy, Schedule, Script};
use interloop::session::lessons::Lesson;
use interloop::trace::{FinishKind, Moved, Phase, Player, Reason};
use interloop::vm::boot::begin;
use interloop::vm::{Vm, World};

use crate::source;

const INDEX: &str = "static/lessons/index.json";
/// Steps after which a run is given up.
const STEPS_MAX: u64 = 3_000;
/// Random schedules that are tried.
const SEEDS: u64 = 200;

fn lessons() -> Vec<Lesson> {
    serde_json::from_str(&source::text(INDEX.as_ref())).expect("the list of lessons can be read")
}

fn printed(player: &Player) -> String {
    outcome_of(player.vm()).stdout
}

fn finish(player: &Player) -> Option<FinishKind> {
    player.tape().finish.as_ref().map(|finish| finish.kind)
}

/// A thread other than main has waited for a lock of the program.
fn has_waited(player: &Player) -> bool {
    let spells = player.tape().spells.iter().skip(1).flatten();
    spells.into_iter().any(|spell| matches!(spell.phase, Phase::Waiting(Reason::Lock(_))))
}

/// Whether the interesting thing has happened in a run that is over.
fn shows(lesson: &str, player: &Player) -> bool {
    let good = finish(player) == Some(FinishKind::Exit(0));
    match lesson {
        // The daemon thread is cut: it does not see the third second.
        "hello_threads" => good && printed(player).contains("1.5 s") && !printed(player).contains("3.0 s"),
        "unsafe_bank" => good && printed(player).contains("are lost"),
        "bank_one_lock" | "bank_ordered_locks" => good && has_waited(player),
        "bank_deadlock" => finish(player) == Some(FinishKind::Deadlock),
        "threadbots" => good && !printed(player).contains("20 knives and 20 forks"),
        other => panic!("what is the interesting thing in {other}?"),
    }
}

/// Plays a lesson to its end; nothing if the policy asks for what is impossible.
fn play(image: &mut Vm, lesson: &Lesson, policy: Policy) -> Option<Player> {
    let text = source::text(format!("static/lessons/{}", lesson.file).as_ref());
    let code = compile_program(&text, &lesson.file).expect("a lesson compiles");
    let python = Python::parse(lesson.python.name()).expect("both know the interpreter");
    let world = World { python, argv: vec![lesson.file.clone()], ..World::default() };
    let mut player = Player::new(begin(image, &code, world), policy).ok()?;
    to_end(&mut player).then_some(player)
}

fn to_end(player: &mut Player) -> bool {
    while player.position() < STEPS_MAX {
        match player.advance(u64::MAX) {
            Ok(Moved::End) => return true,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
    true
}

#[test]
fn each_lesson_starts_where_the_interesting_thing_happens() {
    let mut image = image();
    if env::var("INTERLOOP_LESSONS").is_ok_and(|value| value == "write") {
        write(&mut image);
    }
    for lesson in lessons() {
        let schedule =
            Schedule::parse(lesson.schedule.as_deref().unwrap_or_default()).expect("a schedule can be read");
        let player =
            play(&mut image, &lesson, Policy::Scripted(Script::new(schedule))).expect("the schedule fits");
        assert!(shows(&lesson.id, &player), "{}: {:?} {}", lesson.id, finish(&player), printed(&player));
    }
}

/// Looks for all schedules anew.
fn write(image: &mut Vm) {
    let mut text = source::text(INDEX.as_ref());
    let mut list: Vec<serde_json::Value> = serde_json::from_str(&text).expect("the list can be read");
    for (lesson, entry) in lessons().iter().zip(&mut list) {
        let schedule = find(image, lesson).unwrap_or_else(|| panic!("{} shows nothing", lesson.id));
        entry["schedule"] = schedule.into();
    }
    text = serde_json::to_string_pretty(&list).expect("plain data") + "\n";
    fs::write(source::root().join(INDEX), text).expect("the list can be written");
}

/// A short schedule in which the lesson shows what it is for; empty where the default does.
///
/// The default with one choice changed, in the order of time; otherwise the shortest of some random schedules, made
/// smaller as long as it still shows it (delta debugging, Zeller and Hildebrandt 2002, with single stretches).
fn find(image: &mut Vm, lesson: &Lesson) -> Option<String> {
    let mut first = play(image, lesson, Policy::Default)?;
    if shows(&lesson.id, &first) {
        return Some(String::new());
    }
    for fork in first.tape().forks.clone() {
        first.rewind(fork);
        while first.position() < fork {
            first.advance(u64::MAX).ok()?;
        }
        let taken = first.tape().thread_at(fork);
        for thread in first.choices().into_iter().filter(|thread| Some(*thread) != taken) {
            let mut branch = first.branch();
            branch.prefer(thread);
            if to_end(&mut branch) && shows(&lesson.id, &branch) {
                return Some(shortened(image, lesson, branch.schedule()));
            }
        }
    }
    let random = (0..SEEDS).filter_map(|seed| play(image, lesson, Policy::Random(seed)));
    let shown: Vec<Player> = random.filter(|player| shows(&lesson.id, player)).collect();
    let least = shown.iter().map(Player::schedule).min_by_key(|schedule| schedule.stretches().len())?;
    Some(shortened(image, lesson, least))
}

/// Without stretches, and then without last blocks, that are not needed.
fn shortened(image: &mut Vm, lesson: &Lesson, mut schedule: Schedule) -> String {
    let mut does = |schedule: &Schedule| {
        let player = play(image, lesson, Policy::Scripted(Script::new(schedule.clone())));
        player.is_some_and(|player| shows(&lesson.id, &player))
    };
    let mut size = schedule.stretches().len();
    loop {
        for at in (0..size).rev() {
            let mut shorter = Schedule::new();
            for (_, stretch) in schedule.stretches().iter().enumerate().filter(|(number, _)| *number != at) {
                (0..stretch.blocks).for_each(|_| shorter.push(stretch.thread));
            }
            if does(&shorter) {
                schedule = shorter;
            }
        }
        if schedule.stretches().len() == size {
            break;
        }
        size = schedule.stretches().len();
    }
    while !schedule.is_empty() && does(&schedule.prefix(schedule.len() - 1)) {
        schedule = schedule.prefix(schedule.len() - 1);
    }
    schedule.to_string()
}
