//! Each module uses only the layers below its own.
//!
//! The table is ARCHITECTURE.md's. The test reads the source text for `crate::x`, `use crate::{x, y}`, `interloop::x`
//! (in the binaries) and chains of `super::` that reach the root. It does not see through a re-export or a macro of
//! another crate; there are none.

use std::path::Path;

use crate::source;

/// From the top down. Within a row a module may use those to its right.
const LAYERS: [&[&str]; 10] = [
    &["bin"],
    &["ui", "browser", "cli"],
    &["session"],
    &["cores"],
    &["explore", "trace"],
    &["schedule"],
    &["world"],
    &["modules"],
    &["vm"],
    &["program", "diagnostic", "source"],
];

/// Row and place of a layer.
fn place(layer: &str) -> Option<(usize, usize)> {
    LAYERS.iter().enumerate().find_map(|(row, names)| {
        let column = names.iter().position(|name| *name == layer)?;
        Some((row, column))
    })
}

/// Whether code of one layer may name another: places compare as the table is read.
fn may_use(from: &str, to: &str) -> bool {
    match (place(from), place(to)) {
        (Some(from), Some(to)) => from <= to,
        _ => false,
    }
}

/// The parts of a file's module path: `src/vm/frame.rs` is `vm::frame`.
fn module_path(file: &Path) -> Vec<String> {
    let inside = file.strip_prefix("src").expect("only files below src are asked for").with_extension("");
    let mut parts: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if parts.last().is_some_and(|last| last == "mod") {
        parts.pop();
    }
    parts
}

/// The first name of each path that stands behind `crate::`, with its offset: one, or those of a group in braces.
fn names_behind(code: &str, at: usize) -> Vec<(usize, String)> {
    let bytes = code.as_bytes();
    let mut at = skip_space(bytes, at);
    if bytes.get(at) != Some(&b'{') {
        return name_at(code, at).map(|name| (at, name)).into_iter().collect();
    }
    let mut names = Vec::new();
    let mut depth = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && (byte == b'{' || byte == b',') {
            let start = skip_space(bytes, at + 1);
            names.extend(name_at(code, start).map(|name| (start, name)));
        }
        at += 1;
    }
    names
}

fn skip_space(bytes: &[u8], at: usize) -> usize {
    at + bytes[at.min(bytes.len())..].iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

fn name_at(code: &str, at: usize) -> Option<String> {
    let name: String =
        code.get(at..)?.bytes().take_while(|byte| source::is_name(*byte)).map(char::from).collect();
    (!name.is_empty()).then_some(name)
}

/// Every layer that a file's code names, with the offset of the name.
fn layers_named(code: &str, module: &[String]) -> Vec<(usize, String)> {
    let mut named = Vec::new();
    for start in ["crate::", "interloop::"] {
        for (at, _) in code.match_indices(start) {
            if at == 0 || !source::is_name(code.as_bytes()[at - 1]) {
                named.extend(names_behind(code, at + start.len()));
            }
        }
    }
    for (at, _) in code.match_indices("super::") {
        let inner = code[..at].ends_with("super::") || (at > 0 && source::is_name(code.as_bytes()[at - 1]));
        let supers = code[at..].as_bytes().chunks(7).take_while(|chunk| *chunk == b"super::").count();
        if !inner && supers >= module.len() {
            named.extend(names_behind(code, at + 7 * supers));
        }
    }
    named.retain(|(_, name)| place(name).is_some());
    named.sort();
    named.dedup();
    named
}

#[test]
fn modules_use_only_the_layers_below() {
    let mut wrong = Vec::new();
    for file in source::files("src").iter().filter(|file| source::is_rust(file)) {
        let module = module_path(file);
        // The root only declares the modules.
        if module == ["lib"] {
            continue;
        }
        let layer = &module[0];
        if place(layer).is_none() {
            wrong.push(format!("{}: the table of layers does not name `{layer}`", file.display()));
            continue;
        }
        let code = source::code_of(&source::text(file));
        for (at, named) in layers_named(&code, &module) {
            if !may_use(layer, &named) {
                let line = source::line_at(&code, at);
                wrong.push(format!(
                    "{}:{line}: `{layer}` uses `{named}`, which is not below it",
                    file.display()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_way_to_name_a_layer_is_seen() {
    let code = source::code_of(
        "use crate::{vm::{heap, program}, trace, self}; use super::super::world; fn f(x: crate::explore::Y) {} // crate::ui",
    );
    let module = ["session".to_owned(), "view".to_owned()];
    let names: Vec<String> = layers_named(&code, &module).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["vm", "trace", "world", "explore"]);
}

#[test]
fn a_layer_may_use_those_below_and_to_its_right() {
    assert!(may_use("session", "vm") && may_use("ui", "browser") && may_use("vm", "vm"));
    assert!(!may_use("vm", "schedule") && !may_use("browser", "ui") && !may_use("source", "program"));
}

#[test]
fn the_architecture_page_shows_the_same_table() {
    let page = Path::new("ARCHITECTURE.md");
    if !source::root().join(page).exists() {
        return;
    }
    let text = source::text(page);
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
    // The top row lists the binaries, each in its own way.
    let mut from = 0;
    for names in &LAYERS[1..] {
        let found = rows[from..].iter().position(|row| row.starts_with(names));
        assert!(
            found.is_some(),
            "ARCHITECTURE.md has no row `{}` at its place in the table of layers",
            names.join(" ")
        );
        from += found.unwrap_or_default() + 1;
    }
}
