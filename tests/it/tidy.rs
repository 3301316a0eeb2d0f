//! Rules that a reader relies on and that no compiler checks.

use std::path::{Path, PathBuf};

use crate::source;

/// The folders whose files people write and read.
const WRITTEN: [&str; 6] = ["src", "tests", "www", "static", "benches", ".ci"];

/// Files that a program writes, and so nobody reads from top to bottom.
fn is_recorded(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with(".lock")
        || name.ends_with("-lock.json")
        || name.ends_with(".out")
        || name.ends_with(".txt")
}

fn written() -> Vec<PathBuf> {
    WRITTEN.iter().flat_map(|folder| source::files(folder)).collect()
}

fn check(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn no_file_is_longer_than_600_lines() {
    let mut wrong = Vec::new();
    for file in written().iter().filter(|file| !is_recorded(file)) {
        let lines = source::text(file).lines().count();
        if lines > 600 {
            wrong.push(format!("{}: {lines} lines; is it still one noun?", file.display()));
        }
    }
    check(&wrong);
}

#[test]
fn every_rust_file_opens_by_saying_what_it_is() {
    let files = written();
    let silent = files.iter().filter(|file| source::is_rust(file) && !source::text(file).starts_with("//!"));
    check(
        &silent
            .map(|file| format!("{}: the first line is not a `//!` sentence", file.display()))
            .collect::<Vec<_>>(),
    );
}

#[test]
fn nothing_is_unfinished_or_switched_off() {
    let words = ["todo!", "unimplemented!", "dbg!", "#[ignore", "#[should_panic"];
    let mut wrong = Vec::new();
    for file in written().iter().filter(|file| source::is_rust(file)) {
        let code = source::code_of(&source::text(file));
        for word in words {
            for (at, _) in code.match_indices(word) {
                wrong.push(format!("{}:{}: `{word}`", file.display(), source::line_at(&code, at)));
            }
        }
    }
    check(&wrong);
}

#[test]
fn no_path_of_one_machine_is_committed() {
    // Put together here, so that this file does not name them.
    let homes = ["root", "work", "farm", "tmp/w"].map(|name| format!("/{name}/"));
    let single = [
        "Makefile",
        "Cargo.toml",
        "Cargo.lock",
        "Trunk.toml",
        "package.json",
        "package-lock.json",
        "build.rs",
    ];
    let pages = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"];
    let named =
        single.iter().chain(&pages).map(PathBuf::from).filter(|file| source::root().join(file).exists());
    let mut wrong = Vec::new();
    for file in written().into_iter().chain(named) {
        let text = source::text(&file);
        for home in &homes {
            for (at, _) in text.match_indices(home.as_str()) {
                let before = text[..at].bytes().next_back();
                // `src/root/x` is a path of the project, `a.com/work/` an address.
                if !before.is_some_and(|byte| source::is_name(byte) || b".}$*)".contains(&byte)) {
                    wrong.push(format!(
                        "{}:{}: a path in `{home}`",
                        file.display(),
                        source::line_at(&text, at)
                    ));
                }
            }
        }
    }
    check(&wrong);
}

#[test]
fn every_dependency_says_what_it_is_for() {
    let text = source::text(Path::new("Cargo.toml"));
    let mut wrong = Vec::new();
    let (mut inside, mut explained) = (false, false);
    for line in text.lines() {
        if line.starts_with('[') {
            inside = line.contains("dependencies]");
        } else if inside && !line.is_empty() && !line.starts_with('#') && !explained {
            wrong.push(format!("Cargo.toml: no comment stands before `{line}`"));
        }
        // One comment may stand over several lines that belong together.
        explained = line.starts_with('#') || (explained && !line.is_empty());
    }
    check(&wrong);
}

#[test]
fn versions_that_belong_together_are_equal() {
    let setup = source::text(Path::new(".ci/setup"));
    let bindgen = value_of(&setup, "wasm_bindgen=");
    let trunk = source::text(Path::new("Trunk.toml"));
    assert_eq!(value_of(&trunk, "wasm_bindgen = "), format!("\"{bindgen}\""), "wasm-bindgen in Trunk.toml");
    let lock = source::text(Path::new("Cargo.lock"));
    let locked =
        value_of(&lock[lock.find("name = \"wasm-bindgen\"\n").expect("Cargo.lock names it")..], "version = ");
    assert_eq!(locked, format!("\"{bindgen}\""), "wasm-bindgen in Cargo.lock");

    let binaryen = value_of(&source::text(Path::new("package.json")), "    \"binaryen\": ");
    let major = binaryen.trim_matches(['"', ',']).split('.').next().unwrap_or_default().to_owned();
    assert_eq!(value_of(&trunk, "wasm_opt = "), format!("\"version_{major}\""), "wasm-opt in Trunk.toml");
}

#[test]
fn the_npm_lock_names_no_registry() {
    let lock = source::text(Path::new("package-lock.json"));
    assert!(!lock.contains("\"resolved\""), "run npm with omit-lockfile-registry-resolved=true");
}

/// What stands behind the first line that begins with `key`.
fn value_of(text: &str, key: &str) -> String {
    let line = text.lines().find_map(|line| line.strip_prefix(key));
    line.unwrap_or_else(|| panic!("no line begins with `{key}`")).trim().to_owned()
}
