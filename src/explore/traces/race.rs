//! Races of a run, and what is to be tried so that they come the other way round.
//!
//! Two events of different threads race if they depend on each other and nothing between them decides that order. To
//! reverse one, its later thread goes first: after all that does not depend on the earlier event. That is tried out on
//! the state where the earlier event began, so what the sequence touches there is known and not guessed. If the thread
//! cannot go on there (it needs what the earlier event gave), the order is decided, and the events before are asked:
//! behind the release of a lock stands its acquisition.

use super::Mistake;
use super::event::{Deed, Tried, attempt};
use super::run::{Run, Taken, is_known, living};
use super::tree::{insert, is_weak_initial};
use crate::vm::thread::ThreadId;
use std::sync::Arc;

/// What came of trying to reverse a race.
enum Turned {
    /// It can be reversed; what was needed for it has been entered.
    Can,
    /// Not there, but perhaps with an earlier event.
    NotHere,
    /// Never.
    Cannot,
}

/// Looks for all races of the present run, which is over, that have not been looked at.
pub fn look(run: &mut Run) {
    for at in 0..run.stack.len() {
        let Some(taken) = run.stack[at].taken.as_mut() else { break };
        if !std::mem::replace(&mut taken.raced, true) {
            let deed = Arc::clone(&taken.deed);
            reverse_all(run, Some(at), &deed);
        }
    }
    look_at_waiting(run);
}

/// The event that the present run takes at this depth.
fn taken(run: &Run, at: usize) -> &Taken {
    run.stack[at].taken.as_ref().expect("internal error: no event")
}

/// Threads that live on at the run's end: what they would do next races too.
fn look_at_waiting(run: &mut Run) {
    if run.mistake == Some(Mistake::WaitingForgotten) {
        return;
    }
    let depth = run.stack.len() - 1;
    let over = run.stack[depth].state.ending.is_some();
    let from = depth - usize::from(over && depth > 0);
    let ender = over.then(|| taken(run, from).deed.thread);
    for thread in living(&run.stack[from].state) {
        if Some(thread) == ender {
            continue;
        }
        run.counts.events += 1;
        match attempt(&mut run.stack[from].state, thread, &run.visible) {
            Tried::Done { deed, private, .. } if over => {
                run.find_hidden_at_end(from, &deed.touched, &private);
                reverse(run, from, None, thread);
            }
            Tried::Done { deed, .. } => reverse_all(run, None, &deed),
            Tried::Waits { looked, .. } | Tried::Endless { looked } => {
                let (touched, private) = looked.part(&run.visible);
                run.find_hidden(from, thread, &touched, &private);
                if over {
                    run.find_hidden_at_end(from, &touched, &private);
                }
                reverse_all(run, None, &Deed { thread, touched, starts: Vec::new(), timed: false });
            }
        }
    }
}

/// Reverses what races with the event at depth `late`, or with what a thread would do at the run's end.
fn reverse_all(run: &mut Run, late: Option<usize>, deed: &Deed) {
    let end = late.unwrap_or(run.stack.len() - 1);
    let thread = deed.thread;
    let before = run.before(thread, end).to_vec();
    let mut turned: Vec<usize> = Vec::new();
    for early in (0..end).rev() {
        let other = taken(run, early);
        if other.deed.thread == thread || is_known(&before, other) || !other.deed.depends_on(deed) {
            continue;
        }
        // Time does not pass while the other thread can go on.
        let untimely = deed.timed && !other.deed.timed;
        if untimely || turned.iter().any(|at| other.is_before(taken(run, *at))) {
            continue;
        }
        if !matches!(reverse(run, early, late, thread), Turned::NotHere) {
            turned.push(early);
        }
        if run.mistake == Some(Mistake::LastOnly) {
            break;
        }
    }
}

/// Enters what lets `thread` go on before the event at `early` does, unless that is covered.
fn reverse(run: &mut Run, early: usize, late: Option<usize>, thread: ThreadId) -> Turned {
    let first = taken(run, early);
    let stays = |at: &usize| {
        let event = run.stack[*at].taken.as_ref();
        Some(*at) != late && event.is_some_and(|event| !first.is_before(event))
    };
    let rest: Vec<usize> = (early + 1..run.stack.len()).filter(stays).collect();
    let known: Vec<Arc<Deed>> = rest.iter().map(|at| Arc::clone(&taken(run, *at).deed)).collect();
    if run.mistake == Some(Mistake::InitialsIgnored) {
        return add_if_enabled(run, early, thread);
    }
    // What does not depend on the earlier event goes as it went, so this much is known before it is tried.
    let goes = |asleep: &Arc<Deed>| {
        let is_in = asleep.thread == thread || known.iter().any(|deed| deed.thread == asleep.thread);
        is_in && is_weak_initial(&known, asleep)
    };
    if run.stack[early].sleep.iter().any(goes) {
        return Turned::Can;
    }
    let sequence = match play(run, early, &known, thread) {
        Ok(sequence) => sequence,
        Err(turned) => return turned,
    };
    // The other way round, the two may touch nothing in common: who drops a list that the other no longer holds looks at
    // what is in it.
    if is_weak_initial(&sequence, &taken(run, early).deed) {
        return Turned::NotHere;
    }
    let node = &mut run.stack[early];
    if !node.sleep.iter().any(|deed| is_weak_initial(&sequence, deed)) {
        insert(&mut node.plan, sequence);
    }
    Turned::Can
}

/// Plays a sequence from the state at `early`, and `thread` after it.
fn play(
    run: &mut Run,
    early: usize,
    known: &[Arc<Deed>],
    thread: ThreadId,
) -> Result<Vec<Arc<Deed>>, Turned> {
    let mut sequence = Vec::with_capacity(known.len() + 1);
    let mut held = None;
    let threads = known.iter().map(|deed| deed.thread).chain([thread]);
    for (at, next) in threads.enumerate() {
        let state = held.as_mut().unwrap_or(&mut run.stack[early].state);
        run.counts.events += 1;
        match attempt(state, next, &run.visible) {
            Tried::Done { state, deed, .. } => {
                sequence.push(Arc::new(deed));
                held = Some(state);
            }
            Tried::Waits { settled: true, .. } if at == known.len() => return Err(Turned::Cannot),
            Tried::Waits { .. } | Tried::Endless { .. } => {
                run.counts.lost += u64::from(at < known.len());
                return Err(Turned::NotHere);
            }
        }
    }
    Ok(sequence)
}

/// The mistake on purpose: the later thread alone, if it can go on at once.
fn add_if_enabled(run: &mut Run, early: usize, thread: ThreadId) -> Turned {
    if run.stack[early].state.thread_ids().all(|id| id != thread) {
        return Turned::NotHere;
    }
    let Ok(sequence) = play(run, early, &[], thread) else { return Turned::NotHere };
    let node = &mut run.stack[early];
    if !node.sleep.iter().any(|deed| deed.thread == thread) {
        insert(&mut node.plan, sequence);
    }
    Turned::Can
}
