//! The command line: reads files and standard input, prints what `interloop::cli` answers.

use interloop::cli::{Command, Gauges, ModuleFile, Outcome, Verb, execute, parse_command, usage};
use std::io::{IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;

#[cfg(not(target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    find_image();
    let outcome = match parse_command(&args) {
        Ok(Some(command)) => carry_out(command),
        Ok(None) => Outcome { stdout: usage(), ..Outcome::default() },
        Err(message) => Outcome::machine_says(&format!("{message}\n{}", usage().trim_end())),
    };
    // A closed pipe on the other side is the reader's choice.
    let _ = std::io::stdout().write_all(outcome.stdout.as_bytes());
    let _ = std::io::stderr().write_all(outcome.stderr.as_bytes());
    if let Some((file, bytes)) = outcome.file
        && let Err(error) = std::fs::write(&file, bytes)
    {
        eprintln!("interloop: cannot write {file}: {error}");
        return ExitCode::FAILURE;
    }
    ExitCode::from(outcome.code as u8)
}

/// Takes the image that stands beside this binary. Without one, or with that of another build, the machine makes its
/// own.
fn find_image() {
    let place = std::env::current_exe().map(|binary| binary.with_file_name("interloop.image"));
    if let Ok(bytes) = place.and_then(std::fs::read) {
        let _ = interloop::modules::provide_image(bytes);
    }
}

fn carry_out(mut command: Command) -> Outcome {
    if command.verb == Verb::Image {
        return execute(&command, "", &Gauges { seconds: &|| 0.0, bytes: &memory });
    }
    let text = match std::fs::read_to_string(&command.file) {
        Ok(text) => text,
        Err(error) => return Outcome::machine_says(&format!("cannot read {}: {error}", command.file)),
    };
    let mut stdin = std::io::stdin();
    if command.verb != Verb::Dis && !stdin.is_terminal() && text.contains("input(") {
        // A missing standard input is an empty one.
        let _ = stdin.read_to_string(&mut command.options.stdin);
    }
    for folder in command.options.path.clone() {
        if let Err(error) = read_modules(Path::new(&folder), "", &mut command.options.modules) {
            return Outcome::machine_says(&format!("cannot read {folder}: {error}"));
        }
    }
    let start = std::time::Instant::now();
    execute(&command, &text, &Gauges { seconds: &|| start.elapsed().as_secs_f64(), bytes: &memory })
}

/// Reads the Python files below a folder, in the order of their names.
fn read_modules(folder: &Path, prefix: &str, modules: &mut Vec<ModuleFile>) -> std::io::Result<()> {
    let mut entries = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let place = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if path.is_dir() {
            read_modules(&path, &format!("{place}/"), modules)?;
        } else if place.ends_with(".py") {
            let file = path.to_string_lossy().into_owned();
            // A text that is no UTF-8 is no module here.
            if let Ok(text) = String::from_utf8(std::fs::read(&path)?) {
                modules.push(ModuleFile { place, file, text });
            }
        }
    }
    Ok(())
}

#[cfg(not(target_arch = "wasm32"))]
fn memory() -> u64 {
    memory_stats::memory_stats().map_or(0, |used| used.physical_mem as u64)
}

#[cfg(target_arch = "wasm32")]
fn memory() -> u64 {
    0
}
