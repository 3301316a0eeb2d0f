//! Files in memory as the search sees them, and what an import of a module says that cannot work here.

use interloop::cli::{compile_program, outcome_of};
use interloop::explore::Verdict;
use interloop::modules::image;
use interloop::program::Python;
use interloop::schedule::{Policy, run};
use interloop::vm::World;
use interloop::vm::boot::begin;

use crate::bugs::explored;

fn check(work: &str, verdict: Verdict, ends: usize) {
    let text = format!(
        "import threading\n\
         def work(name):\n{}\
         jobs = [threading.Thread(target=work, args=(name,)) for name in 'ab']\n\
         for job in jobs: job.start()\n\
         for job in jobs: job.join()\n\
         if __import__('os').path.exists('one'): print(open('one').read())\n",
        work.lines().map(|line| format!("    {line}\n")).collect::<String>()
    );
    let report = explored(&mut image(), &text, Python::default());
    assert_eq!((report.verdict, report.outcomes.len()), (verdict, ends), "{text}");
}

#[test]
fn threads_with_a_file_each_do_not_meet() {
    check("with open(name, 'w') as file:\n    file.write(name)", Verdict::Proved, 1);
}

#[test]
fn who_writes_one_file_last_decides_what_it_holds() {
    // Either name, or the one over the other at the same place: `w` empties the file when it is opened.
    check("with open('one', 'w') as file:\n    file.write(name)", Verdict::Counterexample, 2);
}

#[test]
fn a_module_that_cannot_work_says_why() {
    for (module, reason) in [
        ("ssl", "Interloop has no network"),
        ("multiprocessing", "Interloop has no processes and no operating system"),
        ("ctypes", "Interloop runs no C extensions"),
    ] {
        let code = compile_program(&format!("import {module}"), "main.py").expect("it compiles");
        let mut vm = begin(&mut image(), &code, World::default());
        run(&mut vm, &mut Policy::Default, u64::MAX).expect("the default schedule is possible");
        let shown = outcome_of(&vm).stderr;
        let wanted = format!("ModuleNotFoundError: No module named '{module}': {reason}\n");
        assert!(shown.ends_with(&wanted), "{shown}");
    }
}
