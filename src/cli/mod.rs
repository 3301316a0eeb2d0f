//! The command line, without its process: arguments in, texts and an exit code out.
//!
//! Files are read by the binary and handed in, so that everything here can be tested natively.

use crate::diagnostic::Diagnostic;
use crate::program::{Code, CompileMode, Origin, Python, compile, disassemble};
use crate::schedule::{Policy, Schedule, Script, run};
use crate::trace::{Knot, Names, Tape, Teller};
use crate::vm::boot::begin;
use crate::vm::step::Outlook;
use crate::vm::{Ending, Stream, Vm, World};
use std::sync::Arc;

/// Exit code for what is the machine's own to say: a deadlock, a limit, a wrong command line.
pub const EXIT_MACHINE: i32 = 3;

/// What `interloop run` was asked for.
#[derive(Clone, Debug, Default)]
pub struct RunOptions {
    /// The interpreter.
    pub python: Python,
    /// A random schedule from this seed, which also seeds what the program leaves unseeded.
    pub seed: Option<u64>,
    /// The schedule to follow.
    pub schedule: Option<String>,
    /// Write the schedule taken to standard error.
    pub print_schedule: bool,
    /// Arguments of the program.
    pub args: Vec<String>,
    /// Standard input's text.
    pub stdin: String,
}

/// What a run wrote and how it ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
    /// Exit code.
    pub code: i32,
}

/// Compiles the reader's program.
pub fn compile_program(text: &str, file: &str) -> Result<Arc<Code>, Vec<Diagnostic>> {
    compile(text, file, Origin::User, CompileMode::Exec)
}

/// Runs a program to its end, as `python FILE ARGS` would.
pub fn run_program(image: &mut Vm, text: &str, file: &str, options: &RunOptions) -> Outcome {
    let code = match compile_program(text, file) {
        Ok(code) => code,
        Err(errors) => {
            let stderr = errors.iter().map(|error| error.render(text)).collect();
            return Outcome { stdout: String::new(), stderr, code: 1 };
        }
    };
    let mut policy = match (&options.schedule, options.seed) {
        (Some(schedule), _) => match Schedule::parse(schedule) {
            Ok(schedule) => Policy::Scripted(Script::new(schedule)),
            Err(message) => return machine_says(&message),
        },
        (None, Some(seed)) => Policy::Random(seed),
        (None, None) => Policy::Default,
    };
    let argv = std::iter::once(file.to_string()).chain(options.args.iter().cloned()).collect();
    let world = World {
        python: options.python,
        argv,
        seed: options.seed.unwrap_or(0),
        stdin: options.stdin.clone(),
        ..World::default()
    };
    let mut vm = begin(image, &code, world);
    let taken = run(&mut vm, &mut policy, u64::MAX);
    let mut outcome = outcome_of(&vm);
    match taken {
        Ok(taken) if options.print_schedule => outcome.stderr.push_str(&format!("{taken}\n")),
        Ok(_) => {}
        Err(impossible) => {
            outcome.stderr.push_str(&format!("interloop: {impossible}\n"));
            outcome.code = EXIT_MACHINE;
        }
    }
    outcome
}

/// What a state has written, and its exit code if it has ended.
pub fn outcome_of(vm: &Vm) -> Outcome {
    let mut outcome = Outcome::default();
    for piece in vm.output.iter() {
        match piece.stream {
            Stream::Out => outcome.stdout.push_str(&piece.text),
            Stream::Err => outcome.stderr.push_str(&piece.text),
        }
    }
    match &vm.ending {
        Some(Ending::Exit(code)) => outcome.code = *code,
        Some(Ending::Limit(what)) => {
            outcome.stderr.push_str(&format!("interloop: {what}\n"));
            outcome.code = EXIT_MACHINE;
        }
        None => {
            if vm.outlook() == Outlook::Deadlock {
                outcome.stderr.push_str(&deadlock_text(vm));
            }
            outcome.code = EXIT_MACHINE;
        }
    }
    outcome
}

/// That nobody can go on, and who waits for whom.
fn deadlock_text(vm: &Vm) -> String {
    let (names, tape) = (Names::of(vm), Tape::default());
    let sentences = Teller { vm, names: &names, tape: &tape }.knot(&Knot::of(vm));
    let lines: String = sentences.iter().map(|sentence| format!("  {sentence}\n")).collect();
    format!("interloop: deadlock: no thread can go on\n{lines}")
}

fn machine_says(message: &str) -> Outcome {
    Outcome { stdout: String::new(), stderr: format!("interloop: {message}\n"), code: EXIT_MACHINE }
}

/// `interloop dis`.
pub fn dis_program(text: &str, file: &str) -> Outcome {
    match compile_program(text, file) {
        Ok(code) => Outcome { stdout: disassemble(&code), ..Outcome::default() },
        Err(errors) => {
            let stderr = errors.iter().map(|error| error.render(text)).collect();
            Outcome { stderr, code: 1, ..Outcome::default() }
        }
    }
}

/// How the command line is used.
pub const USAGE: &str = "usage: interloop run FILE [--python 3.14|3.9|3.14t] [--seed N] [--schedule TEXT] \
[--print-schedule] [-- ARGS]\n       interloop dis FILE\n";

/// A command line, understood.
#[derive(Clone, Debug)]
pub enum Command {
    /// Run a file.
    Run(String, RunOptions),
    /// Disassemble a file.
    Dis(String),
    /// Print the usage.
    Help,
}

/// Understands a command line (without the program's own name). The error says what is wrong.
pub fn parse_command(args: &[String]) -> Result<Command, String> {
    let mut options = RunOptions::default();
    let mut words = args.iter();
    let command = words.next().map(String::as_str).unwrap_or("--help");
    if matches!(command, "--help" | "-h" | "help") {
        return Ok(Command::Help);
    }
    let mut file = None;
    while let Some(word) = words.next() {
        let mut value = |name: &str| words.next().cloned().ok_or(format!("{name} needs a value"));
        match word.as_str() {
            "--" => {
                options.args = words.cloned().collect();
                break;
            }
            "--python" => {
                let name = value("--python")?;
                options.python =
                    Python::parse(&name).ok_or(format!("--python is 3.14, 3.9 or 3.14t, not {name}"))?;
            }
            "--seed" => {
                let text = value("--seed")?;
                options.seed =
                    Some(text.parse().map_err(|_| format!("--seed is a whole number, not {text}"))?);
            }
            "--schedule" => options.schedule = Some(value("--schedule")?),
            "--print-schedule" => options.print_schedule = true,
            option if option.starts_with('-') => return Err(format!("there is no option {option}")),
            name if file.is_none() => file = Some(name.to_string()),
            name => return Err(format!("one file only; arguments of the program follow --: {name}")),
        }
    }
    let file = file.ok_or(format!("{command} needs a file"))?;
    match command {
        "run" => Ok(Command::Run(file, options)),
        "dis" => Ok(Command::Dis(file)),
        other => Err(format!("there is no command {other}")),
    }
}
