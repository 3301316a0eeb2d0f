//! What a request wants reached, and the pieces of work towards it.

use super::run::Runs;
use crate::schedule::Impossible;
use crate::trace::{Moved, Player, place_of};
use crate::vm::thread::{Status, ThreadId};

/// Instructions that one piece of work may take.
const FUEL: u64 = 20_000;
/// Steps that one piece of work may take.
const STEPS: u32 = 256;
/// Steps of a schedule that are replayed when a program is loaded.
const SCRIPT_MAX: u64 = 300_000;

/// Where a request wants to get. All end in `Land`, which knows the step before, so that a view can tell what changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Goal {
    /// All that the schedule asks for, then position `then`; without one, where the schedule ends.
    Script { then: Option<u64> },
    /// A position, or the run's end if that comes first.
    Land { at: u64 },
    /// Another line of this thread, or where it can go no further.
    Line { thread: ThreadId, line: Option<(usize, u32)> },
    /// The next place where another thread goes on, after `from`.
    Switch { from: u64 },
    /// The run's end.
    End,
    /// One step of this thread at the switch point at `step`.
    Choose { step: u64, thread: ThreadId },
}

/// What a piece of work came to.
#[derive(Clone, Debug, PartialEq)]
pub enum Progress {
    /// There is more to do.
    More,
    /// The goal is reached.
    Done,
    /// It cannot be reached, for this reason; the state is a whole step.
    Refused(String),
}

impl Goal {
    /// To another line than the one at which the next thread stands.
    pub fn line(player: &Player) -> Goal {
        let thread = player.next_thread().unwrap_or(player.vm().th.id);
        Goal::Line { thread, line: line_of(player, thread) }
    }

    /// To the next place where another thread goes on.
    pub fn switch(player: &Player) -> Goal {
        Goal::Switch { from: player.position() }
    }

    /// Works for a while.
    pub fn work(&mut self, runs: &mut Runs) -> Progress {
        match self.press_on(runs) {
            Ok(progress) => progress,
            Err(impossible) => {
                runs.player_mut().rewind(0);
                Progress::Refused(impossible.to_string())
            }
        }
    }

    fn press_on(&mut self, runs: &mut Runs) -> Result<Progress, Impossible> {
        match *self {
            Goal::Land { at } => return land(runs, at),
            Goal::Choose { step, thread } => return self.choose(runs, step, thread),
            _ => {}
        }
        for _ in 0..STEPS {
            let player = runs.player_mut();
            if let Goal::Script { then } = *self
                && (!player.has_script() && !player.is_cut() || player.position() >= SCRIPT_MAX)
            {
                *self = Goal::Land { at: then.unwrap_or(player.position()) };
                return Ok(Progress::More);
            }
            let moved = player.advance(FUEL)?;
            if moved == Moved::Cut {
                return Ok(Progress::More);
            }
            if moved == Moved::End || self.is_reached(player) {
                let at = match *self {
                    Goal::Script { then: Some(then) } => then,
                    _ => player.position(),
                };
                *self = Goal::Land { at };
                return Ok(Progress::More);
            }
        }
        Ok(Progress::More)
    }

    /// True if the goal has been reached after a step.
    fn is_reached(&self, player: &Player) -> bool {
        match *self {
            Goal::Line { thread, line } => {
                let vm = player.vm();
                let runs = vm.thread(thread).status != Status::Finished && vm.is_enabled(thread);
                !runs || line_of(player, thread) != line
            }
            Goal::Switch { from } => {
                player.position() > from && player.next_thread().is_some_and(|next| next != player.vm().th.id)
            }
            Goal::Script { .. } | Goal::Land { .. } | Goal::End | Goal::Choose { .. } => false,
        }
    }

    fn choose(&mut self, runs: &mut Runs, step: u64, thread: ThreadId) -> Result<Progress, Impossible> {
        if !go(runs, step)? {
            return Ok(Progress::More);
        }
        let player = runs.player_mut();
        if player.position() != step || !player.choices().contains(&thread) {
            return Ok(Progress::Refused("that thread cannot go on at this place".into()));
        }
        let recorded = player.tape().thread_at(step);
        if recorded.is_none() {
            player.prefer(thread);
        } else if recorded != Some(thread) && !runs.branch(thread) {
            return Ok(Progress::Refused(super::FULL.into()));
        }
        *self = Goal::Land { at: step + 1 };
        Ok(Progress::More)
    }
}

/// Frame and line at which a thread stands.
fn line_of(player: &Player, thread: ThreadId) -> Option<(usize, u32)> {
    let place = place_of(player.vm(), thread)?;
    Some((place.frame, place.span().line))
}

/// Goes to a position, or to the run's end if that comes first; true once there.
fn go(runs: &mut Runs, to: u64) -> Result<bool, Impossible> {
    let player = runs.player_mut();
    player.rewind(to);
    for _ in 0..STEPS {
        if player.position() == to && !player.is_cut() {
            return Ok(true);
        }
        match player.advance(FUEL)? {
            Moved::Step => {}
            Moved::Cut => return Ok(false),
            Moved::End => return Ok(true),
        }
    }
    Ok(false)
}

/// Goes to a position by way of the one before it, which is remembered.
fn land(runs: &mut Runs, at: u64) -> Result<Progress, Impossible> {
    let tape = runs.player().tape();
    let at = if tape.finish.is_some() { at.min(tape.length) } else { at };
    if at == 0 {
        let there = go(runs, 0)?;
        runs.remember();
        return Ok(if there { Progress::Done } else { Progress::More });
    }
    let player = runs.player();
    let before = at.saturating_sub(1);
    let begun = player.is_cut() && player.position() == before;
    if !begun {
        if !go(runs, before)? {
            return Ok(Progress::More);
        }
        if runs.player().position() < before {
            // The run has ended on the way: its end is where to land.
            return Ok(Progress::More);
        }
        runs.remember();
    }
    match runs.player_mut().advance(FUEL)? {
        Moved::Cut => Ok(Progress::More),
        Moved::Step => Ok(Progress::Done),
        // The run ends at `before`, which has become known just now.
        Moved::End => Ok(Progress::More),
    }
}
