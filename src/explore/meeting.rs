//! Where two threads meet, in the program's own words: what the place is called, and in which lines.

use super::place::is_lock;
use super::report::Met;
use super::walk::FUEL;
use super::{Explorer, Race};
use crate::trace::{Names, Tape, Teller, globals, next_text};
use crate::vm::Vm;
use crate::vm::footprint::{Touch, WHOLE, key_of, special};
use crate::vm::object::{Attrs, Data};
use crate::vm::step::Grain;
use crate::vm::thread::ThreadId;

/// A race in the program's own words; none if it is the library's own business.
pub(super) fn met(explorer: &mut Explorer, race: &Race) -> Option<Met> {
    let way = explorer.search.ledger.graph.way_to(race.state);
    let (schedule, mut vm) = explorer.schedule_of(&way);
    let names = Names::of(&vm);
    let place = describe(&vm, &names, &race.touches[0])?;
    let (names, tape) = (&names, Tape::default());
    let threads =
        race.threads.map(|thread| Teller { vm: &vm, names, tape: &tape }.thread(ThreadId(u32::from(thread))));
    let lines = race.threads.map(|thread| line_of(&mut vm, ThreadId(u32::from(thread)), &race.touches[0]));
    Some(Met {
        place,
        threads: threads.to_vec(),
        lines: lines.to_vec(),
        writes: race.touches.iter().map(|touch| touch.write).collect(),
        schedule: schedule.to_string(),
    })
}

/// The line at which a thread stands before it touches the place.
fn line_of(vm: &mut Vm, thread: ThreadId, touch: &Touch) -> u32 {
    let mut vm = vm.copy();
    vm.heap.trail.set(true);
    let mut line = 0;
    while vm.is_enabled(thread) {
        line = next_text(&vm, thread).map_or(line, |(line, _)| line);
        vm.step(thread, Grain::Block, FUEL);
        let meets = |other: &Touch| {
            other.id == touch.id && (other.key == touch.key || other.key == WHOLE || touch.key == WHOLE)
        };
        if vm.heap.trail.take().iter().any(meets) {
            break;
        }
    }
    line
}

/// What a place is called in the program; nothing if it is no data of the program.
fn describe(vm: &Vm, names: &Names, touch: &Touch) -> Option<String> {
    if special::is_special(touch.id) || is_lock(vm, touch.id) {
        return None;
    }
    let object = vm.heap.find(touch.id)?;
    let main = vm.thread(ThreadId(0)).frames.iter().find(|frame| !frame.hidden).map(|frame| frame.globals);
    if main == Some(touch.id) {
        let (name, _) = globals(vm)
            .into_iter()
            .find(|(name, _)| key_of(vm.hash_str(&name.as_str().into())) == touch.key)?;
        return Some(name);
    }
    let owner = names.get(touch.id)?;
    if touch.key == WHOLE {
        return Some(owner.into());
    }
    if let Attrs::Own(attributes) = &object.attrs
        && let Some((name, _)) = attributes.iter().find(|(name, _)| key_of(name.hash64()) == touch.key)
    {
        return Some(format!("{owner}.{name}"));
    }
    Some(match &object.data {
        Data::List(items) => match (0..items.len()).find(|at| key_of(*at as u64) == touch.key) {
            Some(at) => format!("{owner}[{at}]"),
            None => owner.into(),
        },
        Data::Type(class) => match class.dict.iter().find(|(name, _)| key_of(name.hash64()) == touch.key) {
            Some((name, _)) => format!("{owner}.{name}"),
            None => owner.into(),
        },
        _ => owner.into(),
    })
}
