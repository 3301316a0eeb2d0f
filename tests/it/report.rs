//! Reports of a search as they are written: the JSON and its description, SARIF by the structure that it requires.

use serde_json::Value;
use std::collections::BTreeSet;

use interloop::cli::{execute, parse_command};

use crate::source;

/// Two locks in two orders, and a counter that is read before it is written.
const CROSSED: &str = "\
import threading

x = 0
A, B, gate = threading.Lock(), threading.Lock(), threading.Lock()


def one():
    global x
    with A:
        with B:
            v = x
    x = int(v) + 1


def two():
    global x
    with B:
        with A:
            v = x
    x = int(v) + 1


threads = [threading.Thread(target=f) for f in (one, two)]
for t in threads:
    t.start()
for t in threads:
    t.join()
assert x == 2, x
";

/// Daemons that wait for each other, one that barges, and a main thread that is passed over.
const FOREVER: &str = "\
import threading

A, B, C = threading.Lock(), threading.Lock(), threading.Lock()


def cross(x, y):
    with x:
        with y:
            pass


def barge():
    while True:
        with C:
            pass


threading.Thread(target=cross, args=(A, B), daemon=True).start()
threading.Thread(target=cross, args=(B, A), daemon=True).start()
threading.Thread(target=barge, daemon=True).start()
with C:
    print('in')
";

/// What a command line writes about a text.
pub fn written(text: &str, options: &str) -> Value {
    let words: Vec<String> =
        format!("explore some dir/a.py {options}").split(' ').map(str::to_owned).collect();
    let words = [vec!["explore".to_owned(), "some dir/a.py".to_owned()], words[3..].to_vec()].concat();
    let command = parse_command(&words).expect("it is right").expect("the usage was not asked for");
    let outcome = execute(&command, text, &crate::cli::STILL);
    assert_eq!(outcome.stderr, "");
    serde_json::from_str(&outcome.stdout).expect("it is JSON")
}

/// The paths of all fields, those in lists as `list[].field`.
fn paths(value: &Value, prefix: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
                paths(value, &path, found);
                found.insert(path);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| paths(item, &format!("{prefix}[]"), found)),
        _ => {}
    }
}

#[test]
fn the_page_on_reports_describes_each_field_and_no_other() {
    let mut fields = BTreeSet::new();
    // A search has inversions and races; samples are of another run.
    paths(&written(CROSSED, "--json --jobs 1"), "", &mut fields);
    paths(&written(CROSSED, "--json --jobs 1 --sample 10"), "", &mut fields);
    paths(&written(FOREVER, "--json --jobs 1"), "", &mut fields);
    paths(&written(CROSSED, "--json --jobs 1 --traces"), "", &mut fields);
    let page = source::text("docs/explore.md".as_ref());
    let table = page.split("\n## ").find(|part| part.starts_with("JSON")).expect("the section is there");
    let first = |line: &str| line.strip_prefix("| `")?.split_once('`').map(|(name, _)| name.to_owned());
    let described: BTreeSet<String> = table.lines().filter_map(first).collect();
    assert_eq!(described, fields);
}

#[test]
fn locks_in_different_orders_are_told_with_their_deadlock() {
    let report = written(CROSSED, "--json --jobs 1");
    let inversions = report["inversions"].as_array().expect("a list");
    assert_eq!(inversions.len(), 1, "{inversions:?}");
    let lines = |field: &str| -> BTreeSet<u64> {
        inversions[0][field].as_array().expect("lines").iter().filter_map(Value::as_u64).collect()
    };
    assert_eq!((lines("taken"), lines("wanted")), (BTreeSet::from([9, 17]), BTreeSet::from([10, 18])));
    let number = inversions[0]["outcome"].as_u64().expect("a number") as usize;
    assert_eq!(report["outcomes"][number - 1]["kind"], "deadlock");
    assert_eq!(report["outcomes"][number - 1]["schedule"], inversions[0]["schedule"]);
}

#[test]
fn locks_behind_a_gate_are_no_inversion() {
    let gated = ["A", "B"].iter().fold(CROSSED.to_owned(), |text, lock| {
        text.replace(&format!("\n    with {lock}:"), &format!("\n    with gate, {lock}:"))
    });
    assert_ne!(gated, CROSSED);
    let report = written(&gated, "--json --jobs 1");
    assert_eq!(report["inversions"], Value::Array(vec![]));
    assert!(report["outcomes"].as_array().expect("a list").iter().all(|end| end["kind"] != "deadlock"));
}

#[test]
fn what_is_outside_the_search_is_said() {
    let text = "import random, time\nprint(random.random() < 2, time.time() > 0, input())\n";
    let said = written(text, "--json --jobs 1")["uncontrolled"].to_string();
    for part in ["Time is virtual", "Random numbers", "Standard input"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(written("print(1)\n", "--json --jobs 1")["uncontrolled"], Value::Array(vec![]));
}

/// A text where SARIF 2.1.0 requires one that is not empty.
fn text_at<'a>(value: &'a Value, path: &str) -> &'a str {
    let text = value.pointer(path).and_then(Value::as_str).unwrap_or_else(|| panic!("no {path} in {value}"));
    assert!(!text.is_empty(), "{path} is empty");
    text
}

/// A location: a file by a URI reference, and lines and columns from 1.
fn check_location(location: &Value) {
    assert_eq!(text_at(location, "/physicalLocation/artifactLocation/uri"), "some%20dir/a.py");
    let Some(region) = location.pointer("/physicalLocation/region") else { return };
    let lines = CROSSED.lines().count() as u64;
    assert!((1..=lines).contains(&region["startLine"].as_u64().expect("a line")), "{region}");
    if let Some(from) = region["startColumn"].as_u64() {
        assert!(from >= 1 && region["endColumn"].as_u64().is_some_and(|to| to >= from), "{region}");
    }
}

/// The properties that SARIF 2.1.0 requires (3.13 log, 3.14 run, 3.19 driver, 3.27 result, 3.36 codeFlow, 3.49 rule).
#[test]
fn sarif_has_what_it_requires() {
    // One loses an update; both end well; two locks cross; `x` is read by one and written by the other.
    check_sarif(CROSSED, &["deadlock", "exception", "lock-order", "output", "race"]);
    // Two daemons cross their locks, and `main` is passed over.
    check_sarif(FOREVER, &["partial-deadlock", "starvation"]);
}

/// A log of a program has findings of these rules and is well formed.
fn check_sarif(program: &str, rules_found: &[&str]) {
    let log = written(program, "--sarif --jobs 1");
    assert_eq!(log["version"], "2.1.0");
    let [run] = log["runs"].as_array().expect("runs").as_slice() else { panic!("one run") };
    assert_eq!(text_at(run, "/tool/driver/name"), "interloop");
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let identities: BTreeSet<&str> = rules.iter().map(|rule| text_at(rule, "/id")).collect();
    assert_eq!(identities.len(), rules.len(), "each identity once");
    rules.iter().for_each(|rule| {
        text_at(rule, "/shortDescription/text");
        text_at(rule, "/help/text");
    });
    let results = run["results"].as_array().expect("results");
    let mut found = BTreeSet::new();
    for result in results {
        let rule = text_at(result, "/ruleId");
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(rules[index]["id"], rule);
        text_at(result, "/message/text");
        assert!(["none", "note", "warning", "error"].contains(&text_at(result, "/level")));
        result["locations"].as_array().expect("locations").iter().for_each(check_location);
        let related = result["relatedLocations"].as_array().cloned().unwrap_or_default();
        related.iter().for_each(check_location);
        let flows = result["codeFlows"].as_array().cloned().unwrap_or_default();
        for flow in flows.iter().flat_map(|flow| flow["threadFlows"].as_array().expect("thread flows")) {
            let steps = flow["locations"].as_array().expect("locations");
            assert!(!steps.is_empty());
            let order = |step: &Value| step["executionOrder"].as_i64().expect("an order");
            assert!(steps.is_sorted_by_key(order));
            steps.iter().for_each(|step| check_location(&step["location"]));
        }
        let has_story = ["deadlock", "exception", "output"].contains(&rule);
        assert_eq!(!flows.is_empty(), has_story, "{rule}");
        found.insert(rule);
    }
    assert_eq!(found, rules_found.iter().copied().collect());
}
