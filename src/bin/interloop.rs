//! The command line: reads files and standard input, prints what `interloop::cli` answers.

use interloop::cli::{Command, Gauges, Outcome, Verb, execute, parse_command, usage};
use std::io::{IsTerminal, Read, Write};
use std::process::ExitCode;

#[cfg(not(target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match parse_command(&args) {
        Ok(Some(command)) => carry_out(command),
        Ok(None) => Outcome { stdout: usage(), ..Outcome::default() },
        Err(message) => Outcome::machine_says(&format!("{message}\n{}", usage().trim_end())),
    };
    // A closed pipe on the other side is the reader's choice.
    let _ = std::io::stdout().write_all(outcome.stdout.as_bytes());
    let _ = std::io::stderr().write_all(outcome.stderr.as_bytes());
    ExitCode::from(outcome.code as u8)
}

fn carry_out(mut command: Command) -> Outcome {
    let text = match std::fs::read_to_string(&command.file) {
        Ok(text) => text,
        Err(error) => return Outcome::machine_says(&format!("cannot read {}: {error}", command.file)),
    };
    let mut stdin = std::io::stdin();
    if command.verb != Verb::Dis && !stdin.is_terminal() && text.contains("input(") {
        // A missing standard input is an empty one.
        let _ = stdin.read_to_string(&mut command.options.stdin);
    }
    let start = std::time::Instant::now();
    execute(&command, &text, &Gauges { seconds: &|| start.elapsed().as_secs_f64(), bytes: &memory })
}

#[cfg(not(target_arch = "wasm32"))]
fn memory() -> u64 {
    memory_stats::memory_stats().map_or(0, |used| used.physical_mem as u64)
}

#[cfg(target_arch = "wasm32")]
fn memory() -> u64 {
    0
}
