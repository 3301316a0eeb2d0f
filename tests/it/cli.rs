//! The command line: what it understands, and the forms in which a run is told.
//!
//! `INTERLOOP_EXPORTS=write cargo test --test it cli` writes the goldens in `tests/export` anew.

use std::env;
use std::fs;

use interloop::cli::{Gauges, ModuleFile, Options, Outcome, execute, parse_command, run_program};
use interloop::program::Python;
use serde_json::Value;

use crate::source;

/// Two tellers lock two accounts in opposite order; this schedule stops both.
const DEADLOCK: [&str; 2] = ["static/lessons/bank_deadlock.py", "0:13,1:2,0:4,2:1"];
/// Two tellers read the same balance; money is lost.
const LOST: [&str; 2] = ["static/lessons/unsafe_bank.py", "0:12,1:1,0:1"];

/// No clock and no scales: nothing here may take its time.
pub const STILL: Gauges = Gauges { seconds: &|| 0.0, bytes: &|| 0 };

/// Carries out a command line whose second word is a file of the project. The program sees the file's own name only, so
/// that no golden depends on where the suite runs.
pub fn interloop(words: &[&str]) -> Outcome {
    let words: Vec<String> = words.iter().map(|word| word.to_string()).collect();
    let mut command = match parse_command(&words) {
        Ok(command) => command.expect("the usage was not asked for"),
        Err(message) => return Outcome::machine_says(&message),
    };
    let text = source::text(command.file.as_ref());
    command.file = command.file.rsplit('/').next().unwrap_or_default().to_owned();
    execute(&command, &text, &STILL)
}

/// Compares with a golden, or writes it.
pub fn check_golden(name: &str, text: &str) {
    let path = source::root().join("tests/export").join(name);
    if env::var("INTERLOOP_EXPORTS").is_ok_and(|value| value == "write") {
        fs::write(&path, text).expect("the golden can be written");
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(golden, text, "{name} differs; if it should, INTERLOOP_EXPORTS=write writes it anew");
}

fn replay([file, schedule]: [&str; 2], form: &str) -> String {
    let outcome = interloop(&["replay", file, "--schedule", schedule, form]);
    assert_eq!((outcome.stderr.as_str(), outcome.code), ("", 0));
    outcome.stdout
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}

#[test]
fn options_stand_behind_the_commands_that_take_them() {
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let command = parse_command(&words("run a.py --python 3.9 --seed 4 -- --seed 5")).expect("it is right");
    let command = command.expect("it is no question for the usage");
    assert_eq!((command.options.python, command.options.seed), (Python::V39, Some(4)));
    assert_eq!(command.options.args, ["--seed", "5"]);
    for (line, message) in [
        ("dis a.py --seed 4", "dis has no option --seed"),
        ("run a.py b.py", "one file only; arguments of the program follow --: b.py"),
        ("walk a.py", "there is no command walk"),
        ("run", "run needs a file"),
        ("run a.py --python all", "run takes one --python: 3.14, 3.9 or 3.14t"),
        ("replay a.py", "replay needs --schedule TEXT; an empty one is CPython's default"),
        ("replay a.py --schedule 0:1 --against 0:2", "--against needs --story"),
        ("replay a.py --schedule 0:1 --json --story", "--story, --json and --trace-event exclude each other"),
    ] {
        assert_eq!(parse_command(&words(line)).expect_err(line), message);
    }
}

fn run_text(text: &str, options: &Options) -> Outcome {
    run_program(&mut interloop::modules::image(), text, "main.py", options)
}

#[test]
fn a_program_imports_the_modules_that_it_is_given() {
    let module = |place: &str, text: &str| ModuleFile {
        place: place.to_owned(),
        file: format!("lib/{place}"),
        text: text.to_owned(),
    };
    let modules = vec![
        module("shop/__init__.py", "from .till import total\n"),
        module("shop/till.py", "total = 1 / 0\n"),
    ];
    let outcome = run_text("import shop\n", &Options { modules, ..Options::default() });
    let places: Vec<&str> =
        outcome.stderr.lines().filter_map(|line| line.trim().strip_prefix("File ")).collect();
    let wanted = [
        "\"main.py\", line 1, in <module>",
        "\"lib/shop/__init__.py\", line 1, in <module>",
        "\"lib/shop/till.py\", line 1, in <module>",
    ];
    assert_eq!((places.as_slice(), outcome.code), (wanted.as_slice(), 1));
}

#[test]
fn a_run_ends_when_its_instructions_are_used_up_and_says_what_it_printed() {
    let options = Options { max_instructions: Some(10_000), ..Options::default() };
    let outcome = run_text("print('on')\nwhile True: pass\n", &options);
    let said = (outcome.stdout.as_str(), outcome.stderr.as_str(), outcome.code);
    assert_eq!(said, ("on\n", "interloop: stopped after 10000 instructions\n", 3));
}

#[test]
fn a_replay_without_a_form_is_a_run() {
    let [file, schedule] = DEADLOCK;
    let run = interloop(&["run", file, "--schedule", schedule]);
    assert_eq!(interloop(&["replay", file, "--schedule", schedule]), run);
    assert_eq!(run.code, 3);
}

#[test]
fn an_impossible_schedule_is_named() {
    let outcome = interloop(&["replay", DEADLOCK[0], "--schedule", "0:2,1:1", "--story"]);
    assert_eq!(outcome.stderr, "interloop: block 3 of the schedule is thread 1's, which cannot run there\n");
    assert_eq!((outcome.stdout.as_str(), outcome.code), ("", 3));
}

#[test]
fn the_story_tells_a_deadlock() {
    check_golden("bank_deadlock.story.txt", &replay(DEADLOCK, "--story"));
}

#[test]
fn the_story_tells_a_lost_update() {
    check_golden("unsafe_bank.story.txt", &replay(LOST, "--story"));
}

#[test]
fn two_runs_stand_side_by_side_from_where_they_part() {
    let beside = |[file, schedule]: [&str; 2]| {
        let outcome = interloop(&["replay", file, "--schedule", "", "--against", schedule, "--story"]);
        assert_eq!((outcome.stderr.as_str(), outcome.code), ("", 0));
        outcome.stdout
    };
    check_golden("unsafe_bank.beside.txt", &beside(LOST));
    check_golden("bank_deadlock.beside.txt", &beside(DEADLOCK));
    let outcome = interloop(&["replay", LOST[0], "--schedule", LOST[1], "--against", LOST[1], "--story"]);
    assert!(outcome.stdout.ends_with("They do not part.\n"), "{}", outcome.stdout);
}

#[test]
fn the_json_of_a_deadlock_is_as_it_was() {
    check_golden("bank_deadlock.json.txt", &replay(DEADLOCK, "--json"));
}

#[test]
fn the_turns_of_the_json_make_up_the_run() {
    for run in [DEADLOCK, LOST] {
        let json = parsed(&replay(run, "--json"));
        let turns = json["turns"].as_array().expect("there are turns");
        let mut step = 0;
        for turn in turns {
            assert_eq!(turn["first_step"], step);
            step += turn["steps"].as_u64().expect("steps are counted");
        }
        assert_eq!(json["steps"], step);
        let taken: Vec<String> =
            turns.iter().map(|turn| format!("{}:{}", turn["thread"], turn["blocks"])).collect();
        assert_eq!(json["taken"], taken.join(","));
    }
}

#[test]
fn the_events_of_a_track_do_not_overlap() {
    for run in [DEADLOCK, LOST, ["static/lessons/hello_threads.py", ""]] {
        let json = parsed(&replay(run, "--trace-event"));
        let events = json["traceEvents"].as_array().expect("there are events");
        let number = |event: &Value, key: &str| event[key].as_f64().expect("it is a number");
        for track in 0..3 {
            let mut from = 0.0;
            let mine = events.iter().filter(|event| event["tid"] == track && event["ph"] == "X");
            for event in mine {
                // In microseconds with three decimals.
                assert!(number(event, "ts") > from - 0.0005, "{event}");
                from = number(event, "ts") + number(event, "dur");
            }
            assert!(from > 0.0, "track {track} is empty");
        }
    }
}

#[test]
fn a_search_stops_when_it_takes_more_memory_than_it_may() {
    let words = ["explore", "static/lessons/bank_deadlock.py", "--max-memory", "100", "--json"];
    let words: Vec<String> = words.iter().map(|word| word.to_string()).collect();
    let command = parse_command(&words).expect("the line is right").expect("the usage was not asked for");
    let text = source::text(command.file.as_ref());
    let run = |bytes: u64| execute(&command, &text, &Gauges { seconds: &|| 0.0, bytes: &|| bytes }).stdout;
    // It is asked between two portions of states, of which this program has several.
    assert!(run((100 << 20) + 1).contains("\"complete\": false"));
    assert!(run(100 << 20).contains("\"complete\": true"));
}
