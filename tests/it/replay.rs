//! Recorded runs: going back and forwards again, replaying a schedule, branching; all to the same fingerprints.

use std::path::PathBuf;

use interloop::cli::compile_program;
use interloop::modules::image;
use interloop::program::Python;
use interloop::schedule::{Policy, Schedule, Script};
use interloop::trace::{Moved, Player};
use interloop::vm::boot::begin;
use interloop::vm::{Vm, World};

use crate::source;

/// Steps of a run that are recorded for a test.
const STEPS_MAX: u64 = 3_000;

/// A small generator, so that walks are the same in every run (xorshift64*, Vigna 2016).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) % end.max(1)
    }
}

/// The programs that are walked through: the lessons and the corpus's threads.
fn programs() -> Vec<PathBuf> {
    let all = source::files("static/lessons").into_iter().chain(source::files("tests/programs/threads"));
    all.filter(|path| path.extension().is_some_and(|extension| extension == "py")).collect()
}

fn start(image: &mut Vm, path: &PathBuf, python: Python) -> Vm {
    let code = compile_program(&source::text(path), "main.py").expect("the program compiles");
    begin(image, &code, World { python, argv: vec!["main.py".into()], ..World::default() })
}

/// Takes steps up to a limit and returns the fingerprint at each position.
fn record(player: &mut Player) -> Vec<u128> {
    let mut prints = vec![player.fingerprint()];
    while player.position() < STEPS_MAX {
        match player.advance(u64::MAX).expect("the schedule can be followed") {
            Moved::Step => prints.push(player.fingerprint()),
            Moved::Cut | Moved::End => break,
        }
    }
    prints
}

fn go(player: &mut Player, to: u64, fuel: u64) {
    player.rewind(to);
    while player.position() < to || player.is_cut() {
        let moved = player.advance(fuel).expect("the tape can be repeated");
        assert_ne!(moved, Moved::End, "the tape goes on");
    }
}

#[test]
fn a_thousand_walks_back_and_forwards_meet_the_same_fingerprints() {
    let mut image = image();
    let mut dice = Dice(2026);
    let programs = programs();
    let mut walks = 0;
    let mut at = 0;
    while walks < 1_000 {
        let path = &programs[at % programs.len()];
        let python = Python::ALL[at % 3];
        at += 1;
        let policy = if dice.below(4) == 0 { Policy::Default } else { Policy::Random(dice.below(u64::MAX)) };
        let mut player = Player::new(start(&mut image, path, python), policy).expect("a random run begins");
        let prints = record(&mut player);
        let end = prints.len() as u64 - 1;
        for _ in 0..10 {
            walks += 1;
            let mut position = dice.below(end + 1);
            // Steps cut at any instruction must come out the same.
            let fuel = [u64::MAX, 1, 7][dice.below(3) as usize];
            go(&mut player, position, fuel);
            for _ in 0..5 {
                let expected = prints[position as usize];
                assert_eq!(
                    player.fingerprint(),
                    expected,
                    "{} {} at {position}",
                    path.display(),
                    python.name()
                );
                position = match dice.below(3) {
                    0 => position.saturating_sub(1),
                    1 => (position + 1).min(end),
                    _ => dice.below(end + 1),
                };
                go(&mut player, position, fuel);
            }
        }
    }
    assert!(at >= 90, "{at} runs");
}

#[test]
fn a_schedule_replays_to_the_same_fingerprint_at_every_step() {
    let mut image = image();
    for (number, path) in programs().iter().enumerate() {
        for python in Python::ALL {
            let random = Policy::Random(number as u64);
            let mut player =
                Player::new(start(&mut image, path, python), random).expect("a random run begins");
            let prints = record(&mut player);
            let text = player.schedule().to_string();
            let schedule = Schedule::parse(&text).expect("what is written can be read");
            assert_eq!(schedule.to_string(), text);
            let script = Policy::Scripted(Script::new(schedule));
            let mut again =
                Player::new(start(&mut image, path, python), script).expect("the schedule begins");
            // Beyond the schedule's end the default goes on, so only its own steps are compared.
            let repeated = record(&mut again);
            let shared = prints.len().min(repeated.len());
            assert_eq!(prints[..shared], repeated[..shared], "{} {}", path.display(), python.name());
            assert!(shared == prints.len(), "{} {}: the replay is shorter", path.display(), python.name());
        }
    }
}

#[test]
fn a_branch_shares_the_past_and_leaves_the_old_run_as_it_was() {
    let mut image = image();
    let mut dice = Dice(7);
    let mut branched = 0;
    for path in programs() {
        let mut player =
            Player::new(start(&mut image, &path, Python::V39), Policy::Default).expect("it begins");
        let prints = record(&mut player);
        let forks = player.tape().forks.clone();
        if forks.is_empty() {
            continue;
        }
        for _ in 0..3 {
            let fork = forks[dice.below(forks.len() as u64) as usize];
            go(&mut player, fork, u64::MAX);
            let taken = player.tape().thread_at(fork);
            let Some(other) = player.choices().into_iter().find(|thread| Some(*thread) != taken) else {
                continue;
            };
            let mut branch = player.branch();
            branch.prefer(other);
            record(&mut branch);
            branched += 1;
            assert_eq!(branch.tape().thread_at(fork), Some(other), "{}", path.display());
            assert_eq!(branch.tape().shared_with(player.tape()), fork);
            // The branch's own past is the old run's.
            let back = dice.below(fork + 1);
            go(&mut branch, back, u64::MAX);
            assert_eq!(branch.fingerprint(), prints[back as usize], "{}", path.display());
            // Its schedule, read from text, leads to the same choice.
            let script = Policy::Scripted(Script::new(branch.schedule()));
            let mut replay = Player::new(start(&mut image, &path, Python::V39), script).expect("it begins");
            record(&mut replay);
            assert_eq!(replay.tape().thread_at(fork), Some(other), "{}", path.display());
        }
        go(&mut player, prints.len() as u64 - 1, u64::MAX);
        assert_eq!(player.fingerprint(), prints[prints.len() - 1], "{}", path.display());
    }
    assert!(branched >= 60, "{branched} branches");
}
