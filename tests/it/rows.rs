//! Instructions executed in rows (`vm/exec/row.rs`) do what they do one by one. A run by steps has no rows: it stops
//! before every instruction worth showing. So each program of the corpus runs by steps, by blocks, and by blocks in a row
//! where it has one thread; all must stand alike after any number of instructions.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use interloop::cli::compile_program;
use interloop::modules::image;
use interloop::schedule::Policy;
use interloop::vm::boot::begin;
use interloop::vm::step::{Grain, Stop};
use interloop::vm::{Vm, World};

use crate::source;

/// Instructions between two looks, and of each program at most; most have fewer.
const PIECE: u64 = 1009;
const PIECES: u64 = 60;

/// How a state goes on.
#[derive(Clone, Copy)]
enum Way {
    Steps,
    Blocks,
    /// Block after block while there is one thread.
    Alone,
}

/// Executes as many instructions, or fewer where the program ends, and returns the number of blocks that ended.
fn go_on(vm: &mut Vm, way: Way, mut left: u64) -> u64 {
    let mut blocks = 0;
    while left > 0 {
        let Some(thread) = Policy::Default.peek(vm).expect("the default always fits") else { break };
        let before = vm.thread(thread).instructions;
        let (stop, more) = match way {
            Way::Steps => (vm.step(thread, Grain::Step, left), 0),
            Way::Blocks => (vm.step(thread, Grain::Block, left), 0),
            Way::Alone => vm.step_alone(thread, left),
        };
        left -= vm.th.instructions - before;
        blocks += more + u64::from(!matches!(stop, Stop::Step | Stop::Fuel));
    }
    blocks
}

fn compare(library: &mut Vm, name: &str) -> Result<u64, String> {
    let text = source::text(name.as_ref());
    let Ok(code) = compile_program(&text, name) else { return Ok(0) };
    let mut states =
        [Way::Steps, Way::Blocks, Way::Alone].map(|way| (begin(library, &code, World::default()), way));
    let mut blocks = 0;
    for piece in 0..PIECES {
        let stands = states.each_mut().map(|(vm, way)| {
            let blocks = go_on(vm, *way, PIECE);
            (
                blocks,
                vm.clock,
                vm.th.id,
                vm.th.instructions,
                vm.th.frames.len(),
                vm.heap.live(),
                vm.fingerprint(),
            )
        });
        if stands[1..].iter().any(|stand| *stand != stands[0]) {
            return Err(format!("{name}: piece {piece}: {stands:?}"));
        }
        blocks += stands[0].0;
        if stands[0].0 == 0 && Policy::Default.peek(&states[0].0) == Ok(None) {
            break;
        }
    }
    Ok(blocks)
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
