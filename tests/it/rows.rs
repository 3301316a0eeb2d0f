//! Instructions executed in rows (`vm/exec/row.rs`) do what they do one by one. A run by steps has no rows: it stops
//! before every instruction worth showing. So each program of the corpus runs both ways, and both must stand alike after
//! each atomic block.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use interloop::cli::compile_program;
use interloop::modules::image;
use interloop::schedule::Policy;
use interloop::vm::boot::begin;
use interloop::vm::step::{Grain, Stop};
use interloop::vm::{Vm, World};

use crate::source;

/// Of each program as many; most have fewer.
const INSTRUCTIONS: u64 = 60_000;
/// Blocks between two looks at the whole state: a fingerprint costs more than a block.
const LOOK_EVERY: u64 = 16;

/// Executes one block and says how it ended; none if the program has.
fn block(vm: &mut Vm, grain: Grain) -> Option<Stop> {
    let thread = Policy::Default.peek(vm).expect("the default always fits")?;
    loop {
        match vm.step(thread, grain, INSTRUCTIONS) {
            Stop::Step => {}
            stop => return Some(stop),
        }
    }
}

fn compare(library: &mut Vm, name: &str) -> Result<u64, String> {
    let text = source::text(name.as_ref());
    let Ok(code) = compile_program(&text, name) else { return Ok(0) };
    let mut start = || begin(library, &code, World::default());
    let (mut row, mut single) = (start(), start());
    for at in 0.. {
        let ended = (block(&mut row, Grain::Block), block(&mut single, Grain::Step));
        let stands = |vm: &Vm| (vm.clock, vm.th.id, vm.th.instructions, vm.th.frames.len(), vm.heap.live());
        let mut alike = ended.0 == ended.1 && stands(&row) == stands(&single);
        let over = ended.0.is_none() || row.th.instructions > INSTRUCTIONS;
        if alike && (over || at % LOOK_EVERY == 0) {
            alike = row.fingerprint() == single.fingerprint();
        }
        if !alike {
            return Err(format!(
                "{name}: block {at}: {:?} {:?}, {:?} {:?}",
                ended.0,
                stands(&row),
                ended.1,
                stands(&single)
            ));
        }
        if over {
            return Ok(at);
        }
    }
    unreachable!("the loop has no end of its own")
}

#[test]
fn rows_do_what_single_steps_do() {
    let programs: Vec<String> = ["tests/programs", "static/lessons"]
        .iter()
        .flat_map(|folder| source::files(folder))
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    let next = AtomicUsize::new(0);
    let results: Vec<Result<u64, String>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..thread::available_parallelism().map_or(2, usize::from))
            .map(|_| {
                scope.spawn(|| {
                    let mut library = image();
                    let take = || programs.get(next.fetch_add(1, Ordering::Relaxed));
                    std::iter::from_fn(take).map(|name| compare(&mut library, name)).collect::<Vec<_>>()
                })
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().expect("no program makes the machine panic"))
            .collect()
    });
    let wrong: Vec<&str> =
        results.iter().filter_map(|result| result.as_ref().err()).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), results.len(), wrong.join("\n"));
    let blocks: u64 = results.iter().flatten().sum();
    assert!(blocks > 100_000, "only {blocks} blocks were compared");
}
