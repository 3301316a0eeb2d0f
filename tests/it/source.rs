//! Reads the project's own files for the tests that keep it in order.
//!
//! `code_of` blanks comments and literals out of Rust text, so that a word in a sentence or in a string is never taken
//! for code; newlines stay, so line numbers hold. It knows tokens, not grammar, which is enough for `layers` and `tidy`.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of Cargo.toml.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Folders that hold what tools made.
const MADE: [&str; 5] = ["node_modules", "target", "dist", "shots", "__pycache__"];

/// All files below a folder of the project, sorted, as paths relative to the project; none when there is no such folder.
pub fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry.expect("a folder that was opened can be read").path();
            if path.is_dir() {
                let made = path.file_name().is_some_and(|name| MADE.iter().any(|made| name == *made));
                if !made {
                    folders.push(path);
                }
            } else {
                found.push(path.strip_prefix(root()).expect("the walk stays below the root").to_path_buf());
            }
        }
    }
    found.sort();
    found
}

/// The text of a file of the project; empty when it is not text.
pub fn text(path: &Path) -> String {
    let bytes = fs::read(root().join(path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    String::from_utf8(bytes).unwrap_or_default()
}

/// Whether the path ends in `.rs`.
pub fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

/// The line, counted from 1, of a byte offset.
pub fn line_at(text: &str, offset: usize) -> usize {
    text[..offset].matches('\n').count() + 1
}

/// Whether a byte can be part of a name.
pub fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Rust text with everything blanked that is no code: comments, strings, characters. Offsets and lines stay the same.
pub fn code_of(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut code = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let end = match bytes[at] {
            b'/' if bytes[at..].starts_with(b"//") => until(bytes, at, b"\n"),
            b'/' if bytes[at..].starts_with(b"/*") => block_comment_end(bytes, at),
            b'"' => string_end(bytes, at),
            b'r' if at == 0 || !is_name(bytes[at - 1]) || bytes[at - 1] == b'b' => raw_string_end(bytes, at),
            b'\'' => char_end(bytes, at),
            _ => at,
        };
        for byte in &mut code[at..end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        at = end.max(at + 1);
    }
    String::from_utf8(code).expect("whole characters are blanked, never parts of one")
}

/// Where `needle` begins at or after `from`, or the end.
fn until(bytes: &[u8], from: usize, needle: &[u8]) -> usize {
    bytes[from..]
        .windows(needle.len())
        .position(|window| window == needle)
        .map_or(bytes.len(), |found| from + found)
}

/// Block comments nest in Rust.
fn block_comment_end(bytes: &[u8], start: usize) -> usize {
    let (mut at, mut depth) = (start, 0);
    while at < bytes.len() {
        if bytes[at..].starts_with(b"/*") {
            (at, depth) = (at + 2, depth + 1);
        } else if bytes[at..].starts_with(b"*/") {
            (at, depth) = (at + 2, depth - 1);
            if depth == 0 {
                break;
            }
        } else {
            at += 1;
        }
    }
    at.min(bytes.len())
}

fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(bytes.len())
}

/// The end of `r"…"` or `r#"…"#`; the start itself when this `r` begins a name or a raw identifier.
fn raw_string_end(bytes: &[u8], start: usize) -> usize {
    let hashes = bytes[start + 1..].iter().take_while(|byte| **byte == b'#').count();
    let open = start + 1 + hashes;
    if bytes.get(open) != Some(&b'"') {
        return start;
    }
    let mut close = vec![b'"'];
    close.resize(1 + hashes, b'#');
    (until(bytes, open + 1, &close) + close.len()).min(bytes.len())
}

/// The end of a character literal; the start itself for a lifetime or a label.
fn char_end(bytes: &[u8], start: usize) -> usize {
    match bytes.get(start + 1) {
        Some(b'\\') => (until(bytes, start + 3, b"'") + 1).min(bytes.len()),
        Some(first) => {
            // A character is one to four bytes long; a lifetime has no quote right behind its first one.
            let length = match first {
                0..0x80 => 1,
                0x80..0xe0 => 2,
                0xe0..0xf0 => 3,
                _ => 4,
            };
            if bytes.get(start + 1 + length) == Some(&b'\'') { start + 2 + length } else { start }
        }
        None => start,
    }
}

#[test]
fn only_code_is_left_of_rust_text() {
    let text = "let a = \"crate::vm\"; // crate::ui\n/* a /* b */ c */ let r#b = r#\"\"crate\"\"#; let c: &'a u8 = '\\''; d('\"');";
    let code = code_of(text);
    assert_eq!(code.len(), text.len());
    let words: Vec<&str> = code.split_whitespace().collect();
    assert_eq!(words.join(" "), "let a = ; let r#b = ; let c: &'a u8 = ; d( );");
}
