//! States against SPIN's, for pairs of a Python program and a Promela model in `tests/explore/promela`. A header
//! `states` has SPIN's numbers; where Python's differ, `found` has those and `differs` the reason.
//!
//! `counted under` names the interpreter setting, if it is not 3.14. A model has no main thread that starts the others one by one and waits for each, and its threads vanish after their
//! last step. So of the program's states those are counted in which the main thread stands before its first `join`,
//! and each other thread is in a function of the program or has ended: one for each state of the model.

use crate::bugs::{header, programs};
use interloop::cli::compile_program;
use interloop::explore::{Crew, Explorer, Options};
use interloop::program::Python;
use interloop::trace::next_text;
use interloop::vm::thread::{Status, ThreadId};
use interloop::vm::{Vm, World};
use std::collections::BTreeMap;

/// States and deadlocks of a program, counted as a model counts them.
fn counted(image: &mut Vm, text: &str, python: Python) -> (usize, usize) {
    let code = compile_program(text, "main.py").unwrap_or_else(|errors| panic!("{errors:?}"));
    let mut explorer = Explorer::new(
        image,
        &code,
        Options { world: World { python, ..World::default() }, ..Options::default() },
    );
    let crew = Crew::new(1);
    while explorer.advance(&crew) {}
    assert!(explorer.is_complete());
    let joins: Vec<u32> =
        (1..).zip(text.lines()).filter(|(_, line)| line.contains(".join()")).map(|(at, _)| at).collect();
    // By how often the main thread has moved: states in which it stands before a `join`, and all others are at work.
    let (parents, ends) = (explorer.graph().parents.clone(), explorer.graph().ends.clone());
    let mut moves = vec![0usize; parents.len()];
    let mut found: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    explorer.visit(|state, vm| {
        let (parent, thread) = parents[state as usize];
        if state > 0 {
            moves[state as usize] = moves[parent as usize] + usize::from(thread == 0);
        }
        let line = next_text(vm, ThreadId(0)).map(|(line, _)| line);
        let at_work = |id: ThreadId| vm.thread(id).status == Status::Finished || next_text(vm, id).is_some();
        if line.is_some_and(|line| joins.contains(&line)) && vm.thread_ids().skip(1).all(at_work) {
            let (states, dead) = found.entry(moves[state as usize]).or_default();
            *states += 1;
            *dead += usize::from(ends.contains_key(&state));
        }
    });
    found.into_values().next().unwrap_or_default()
}

/// `N=2 K=1` put into the program's constants.
fn sized(text: &str, sizes: &str) -> String {
    let mut text = text.to_string();
    for (name, value) in sizes.split(' ').filter_map(|size| size.split_once('=')) {
        let line = text.lines().find(|line| line.starts_with(&format!("{name} = "))).expect("a constant");
        text = text.replacen(line, &format!("{name} = {value}"), 1);
    }
    text
}

#[test]
fn states_are_as_many_as_spins() {
    let mut image = interloop::modules::image();
    let mut wrong = Vec::new();
    for (file, text) in programs("promela") {
        let wanted = match (header(&text, "found"), header(&text, "differs")) {
            (Some(found), Some(_)) => Some(found),
            (None, None) => header(&text, "states"),
            _ => panic!("{}: `found` and `differs` belong together", file.display()),
        };
        let dead = usize::from(header(&text, "kinds").is_some_and(|kinds| kinds.contains("deadlock")));
        let wanted_under = header(&text, "counted under").unwrap_or("3.14".into());
        let python = Python::ALL.into_iter().find(|python| python.name() == wanted_under).expect("a setting");
        for cell in wanted.iter().flat_map(|cells| cells.split(", ")) {
            let (sizes, states) = cell.split_once(": ").expect("sizes and states");
            let wanted: (usize, usize) = (states.parse().expect("a number"), dead);
            let found = counted(&mut image, &sized(&text, sizes), python);
            if found != wanted {
                wrong.push(format!("{} {sizes}: {found:?} instead of {wanted:?}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
