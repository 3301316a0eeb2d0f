//! Lost wake-ups: a thread waits for ever for what was said before it listened.
//!
//! The schedule of a deadlock is played again, and calls of conditions and events are noted. For what a thread waits for
//! in the end it is told if the last `notify` found nobody waiting, or if the last `set` was wiped out by a `clear`
//! before that thread looked. Whether the program would have gone on otherwise is not asked.

use crate::schedule::{Policy, Schedule, Script};
use crate::trace::{Names, Reason, Tape, Teller, place_of, reason_of};
use crate::vm::Vm;
use crate::vm::object::Data;
use crate::vm::step::Grain;
use crate::vm::thread::ThreadId;
use crate::vm::value::Id;
use rustc_hash::FxHashMap;

/// Instructions that the replay may take.
const INSTRUCTIONS_MAX: u64 = 3_000_000;

/// The calls that are noted.
const HEARD: [&str; 5] = ["Condition.notify", "Event.set", "Event.clear", "Event.wait", "Event.is_set"];

/// Who did something, and in which line.
#[derive(Clone, Copy)]
struct Deed {
    thread: ThreadId,
    line: u32,
}

/// A `set` of an event, who has heard of it, and what has wiped it out.
struct Set {
    by: Deed,
    heard: Vec<ThreadId>,
    cleared: Option<Deed>,
}

/// What has happened to conditions and events.
#[derive(Default)]
struct Said {
    /// The last `notify` by condition, if nobody waited.
    unheard: FxHashMap<Id, Deed>,
    /// The last `set` by event.
    sets: FxHashMap<Id, Set>,
}

/// Sentences for the waits in which the schedule ends: what each of them has missed.
pub(super) fn lost_wake_ups(mut vm: Vm, schedule: &Schedule) -> Vec<String> {
    let mut policy = Policy::Scripted(Script::new(schedule.clone()));
    let mut said = Said::default();
    for _ in 0..INSTRUCTIONS_MAX {
        let Ok(Some(thread)) = policy.choose(&vm) else { break };
        said.hear(&vm, thread);
        vm.step(thread, Grain::Block, 1);
    }
    let (names, tape) = (Names::of(&vm), Tape::default());
    let teller = Teller { vm: &vm, names: &names, tape: &tape };
    let name = |id: Id, otherwise: &str| names.get(id).unwrap_or(otherwise).to_string();
    let by = |deed: &Deed| format!("{} in line {}", teller.thread(deed.thread), deed.line);
    let mut told = Vec::new();
    for thread in vm.thread_ids() {
        let waits = teller.thread(thread);
        match reason_of(&vm, thread) {
            Some(Reason::Notify(id)) => {
                let Some(deed) = said.unheard.get(&id) else { continue };
                told.push(format!(
                    "{} was notified by {} before {waits} waited for it: nobody heard that.",
                    name(id, "a condition"),
                    by(deed)
                ));
            }
            Some(Reason::Event(id)) => {
                let Some(set) = said.sets.get(&id).filter(|set| !set.heard.contains(&thread)) else {
                    continue;
                };
                let Some(cleared) = &set.cleared else { continue };
                told.push(format!(
                    "{} was set by {} and cleared by {} before {waits} waited for it.",
                    name(id, "an event"),
                    by(&set.by),
                    by(cleared)
                ));
            }
            _ => {}
        }
    }
    told
}

impl Said {
    /// Notes the call that a thread is about to carry out: it has entered the function, and goes on.
    fn hear(&mut self, vm: &Vm, thread: ThreadId) {
        let Some(frame) = vm.thread(thread).frames.last().filter(|_| vm.enters_library(thread)) else {
            return;
        };
        let code = &vm.code_obj(frame.code).code;
        let qualname = code.qualname.as_str();
        if !HEARD.contains(&qualname) {
            return;
        }
        let this = vm.thread(thread).stack.get(frame.base as usize).copied();
        let this =
            this.map(|this| if let Some(Data::Cell(content)) = vm.data(this) { *content } else { this });
        let Some(id) = this.and_then(|this| this.id()) else { return };
        let line = place_of(vm, thread).map_or(0, |place| place.span().line);
        let deed = Deed { thread, line };
        let waiting = |reason| {
            let waits =
                move |other: &ThreadId| !vm.is_enabled(*other) && reason_of(vm, *other) == Some(reason);
            vm.thread_ids().filter(waits)
        };
        match qualname {
            "Condition.notify" if waiting(Reason::Notify(id)).next().is_none() => {
                self.unheard.insert(id, deed);
            }
            "Condition.notify" => {
                self.unheard.remove(&id);
            }
            "Event.set" => {
                let heard = waiting(Reason::Event(id)).collect();
                self.sets.insert(id, Set { by: deed, heard, cleared: None });
            }
            "Event.wait" | "Event.is_set" => {
                if let Some(set) = self.sets.get_mut(&id).filter(|set| set.cleared.is_none()) {
                    set.heard.push(thread);
                }
            }
            "Event.clear" => {
                if let Some(set) = self.sets.get_mut(&id).filter(|set| set.cleared.is_none()) {
                    set.cleared = Some(deed);
                }
            }
            _ => {}
        }
    }
}
