//! Writes the list of the corpus that the suite in the browser includes: each program with its golden, as text.
//!
//! The build script calls this. Nothing here is part of the machine.

use std::fs;
use std::path::{Path, PathBuf};

/// The folders that hold programs with goldens.
const FOLDERS: [&str; 2] = ["tests/programs", "tests/syntax"];

/// Writes `corpus.rs`: a slice of name, source and golden, in the order of the names.
pub fn write(root: &Path, to: &Path) {
    let mut list = String::from("[\n");
    for folder in FOLDERS {
        println!("cargo::rerun-if-changed={folder}");
        for program in programs(&root.join(folder)) {
            let golden = program.with_extension("out");
            if golden.exists() {
                let name = program.strip_prefix(root).expect("the walk stays below the root");
                list.push_str(&format!(
                    "    ({:?}, include_str!({:?}), include_str!({:?})),\n",
                    name.to_string_lossy(),
                    program.to_string_lossy(),
                    golden.to_string_lossy()
                ));
            }
        }
    }
    list.push_str("]\n");
    fs::write(to, list).expect("cargo's folder for build scripts can be written");
}

/// All Python files below a folder, sorted.
fn programs(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.expect("a folder that was opened can be read").path();
        if path.is_dir() {
            found.extend(programs(&path));
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
    found.sort();
    found
}
