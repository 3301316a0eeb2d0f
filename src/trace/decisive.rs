//! The decisive switch of a failed run: the last one at which the other choice, and CPython's default from there on,
//! would have avoided the failure. It is looked for by trying, among the last few forced switches only.

use super::player::{Moved, Player};
use super::tape::FinishKind;
use crate::vm::thread::ThreadId;

/// Switches that are tried.
const TRIED_MAX: usize = 8;
/// Steps of each try.
const TRY_STEPS_MAX: u64 = 5_000;
/// Steps of a run for which the decisive switch is looked for.
const RUN_MAX: u64 = 50_000;

/// The position of the decisive switch of a run that is over, if it has failed and has one: had the thread that was
/// stopped there gone on instead, the run would not have failed.
pub fn decisive(player: &mut Player) -> Option<u64> {
    let tape = player.tape();
    let failed = tape.finish.as_ref().is_some_and(|finish| is_failure(finish.kind));
    if !failed || tape.length > RUN_MAX {
        return None;
    }
    let forced: Vec<(u64, ThreadId)> = tape
        .turns
        .windows(2)
        .filter(|pair| pair[1].forced)
        .map(|pair| (pair[1].from, pair[0].thread))
        .collect();
    forced
        .into_iter()
        .rev()
        .take(TRIED_MAX)
        .find(|(at, stopped)| !fails_with(player, *at, *stopped))
        .map(|(at, _)| at)
}

fn is_failure(kind: FinishKind) -> bool {
    matches!(kind, FinishKind::Deadlock | FinishKind::Exception)
}

/// True if the run fails also when `thread` goes on at `position`; where that cannot be told in a bounded time, too.
fn fails_with(player: &mut Player, position: u64, thread: ThreadId) -> bool {
    let Some(mut other) = player.branch_at(position, TRY_STEPS_MAX) else { return true };
    other.prefer(thread);
    for _ in 0..TRY_STEPS_MAX {
        match other.advance(10_000) {
            Ok(Moved::Step) => {}
            Ok(Moved::Cut) | Err(_) => return true,
            Ok(Moved::End) => {
                return other.tape().finish.as_ref().is_none_or(|finish| is_failure(finish.kind));
            }
        }
    }
    true
}
