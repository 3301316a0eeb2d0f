//! `interloop run`: a program to its end, as `python FILE ARGS` would.

use super::{EXIT_MACHINE, ModuleFile, Options, Outcome, compile_program};
use crate::modules::library::{is_package, module_name};
use crate::program::Origin;
use crate::schedule::{Policy, Schedule, Script, run};
use crate::source::PyStr;
use crate::trace::{Knot, Names, Tape, Teller};
use crate::vm::boot::begin;
use crate::vm::import::ModuleSource;
use crate::vm::step::Outlook;
use crate::vm::{Ending, Stream, Vm, World};
use std::sync::{Arc, OnceLock};

/// Runs a program to its end.
pub fn run_program(image: &mut Vm, text: &str, file: &str, options: &Options) -> Outcome {
    let code = match compile_program(text, file) {
        Ok(code) => code,
        Err(errors) => return Outcome::errors(&errors, text),
    };
    let mut policy = match policy_of(options) {
        Ok(policy) => policy,
        Err(message) => return Outcome::machine_says(&message),
    };
    let mut vm = begin(image, &code, world_of(file, options));
    for module in &options.modules {
        add_module(&mut vm, module);
    }
    let budget = options.max_instructions.unwrap_or(u64::MAX);
    let taken = run(&mut vm, &mut policy, budget);
    if vm.ending.is_none() && vm.outlook() == Outlook::Open {
        vm.ending = Some(Ending::Limit(format!("stopped after {budget} instructions")));
    }
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

/// Makes a file of `--path` a module of the reader's own. It goes before one of the library with the same name.
fn add_module(vm: &mut Vm, module: &ModuleFile) {
    let source = ModuleSource::Python {
        text: module.text.as_str().into(),
        file: module.file.clone(),
        package: is_package(&module.place),
        origin: Origin::User,
        compiled: OnceLock::new(),
    };
    let name = module_name(&module.place);
    Arc::make_mut(&mut vm.image_modules).remove(&PyStr::from(name.as_str()));
    Arc::make_mut(&mut vm.library).modules.insert(name, vec![source]);
}

/// Who chooses: the schedule given, a generator with the seed given, or CPython's default.
pub(super) fn policy_of(options: &Options) -> Result<Policy, String> {
    Ok(match (&options.schedule, options.seed) {
        (Some(schedule), _) => Policy::Scripted(Script::new(Schedule::parse(schedule)?)),
        (None, Some(seed)) => Policy::Random(seed),
        (None, None) => Policy::Default,
    })
}

/// What a program finds around it.
pub(super) fn world_of(file: &str, options: &Options) -> World {
    World {
        python: options.python,
        argv: std::iter::once(file.to_string()).chain(options.args.iter().cloned()).collect(),
        seed: options.seed.unwrap_or(0),
        stdin: options.stdin.clone(),
        ..World::default()
    }
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
