//! `time`: the clocks. All of them read the machine's virtual clock; sleeping waits on it.
//!
//! The world begins at the same moment in each run, so that what a program prints of it repeats itself.

use super::add_functions;
use crate::natives;
use crate::vm::Vm;
use crate::vm::footprint::{WHOLE, special};
use crate::vm::native::{Args, Fail, NativeDef, Res};
use crate::vm::thread::{Wait, WaitKind};
use crate::vm::value::{Id, Value};

/// 2026-01-01 00:00:00 UTC, in nanoseconds since 1970.
const EPOCH: i64 = 1_767_225_600_000_000_000;
/// What `monotonic()` shows at the start.
const UPTIME: i64 = 1_000_000_000_000;
/// Processor time that one instruction counts for.
const INSTRUCTION: u64 = 25;

/// Its functions.
pub const FUNCTIONS: &[NativeDef] = natives![
    "time.time" => |vm, args| seconds(vm, args, |vm| EPOCH + vm.clock),
    "time.time_ns" => |vm, args| nanoseconds(vm, args, |vm| EPOCH + vm.clock),
    "time.monotonic" => |vm, args| seconds(vm, args, |vm| UPTIME + vm.clock),
    "time.monotonic_ns" => |vm, args| nanoseconds(vm, args, |vm| UPTIME + vm.clock),
    "time.perf_counter" => |vm, args| seconds(vm, args, |vm| UPTIME + vm.clock),
    "time.perf_counter_ns" => |vm, args| nanoseconds(vm, args, |vm| UPTIME + vm.clock),
    "time.process_time" => |vm, args| seconds(vm, args, process),
    "time.process_time_ns" => |vm, args| nanoseconds(vm, args, process),
    "time.thread_time" => |vm, args| seconds(vm, args, thread),
    "time.thread_time_ns" => |vm, args| nanoseconds(vm, args, thread),
    "time.sleep" => sleep,
];

/// Fills the module.
pub fn init(vm: &mut Vm, dict: Id) -> Res<()> {
    add_functions(vm, dict, FUNCTIONS);
    Ok(())
}

fn no_arguments(vm: &mut Vm, args: Args) -> Res<()> {
    match args.pos.len() + args.kw.len() {
        0 => Ok(()),
        given => Err(vm.type_error(format!("time() takes no arguments ({given} given)"))),
    }
}

fn seconds(vm: &mut Vm, args: Args, clock: fn(&Vm) -> i64) -> Res {
    no_arguments(vm, args)?;
    vm.heap.trail.read(special::CLOCK, WHOLE);
    Ok(Value::Float(clock(vm) as f64 / 1e9))
}

fn nanoseconds(vm: &mut Vm, args: Args, clock: fn(&Vm) -> i64) -> Res {
    no_arguments(vm, args)?;
    vm.heap.trail.read(special::CLOCK, WHOLE);
    Ok(Value::Int(clock(vm)))
}

fn thread(vm: &Vm) -> i64 {
    (vm.th.instructions * INSTRUCTION) as i64
}

fn process(vm: &Vm) -> i64 {
    vm.thread_ids().map(|id| (vm.thread(id).instructions * INSTRUCTION) as i64).sum()
}

fn sleep(vm: &mut Vm, args: Args) -> Res {
    if args.pos.len() != 1 || !args.kw.is_empty() {
        let given = args.pos.len() + args.kw.len();
        return Err(vm.type_error(format!("time.sleep() takes exactly one argument ({given} given)")));
    }
    if let Some(wait) = vm.take_resumed()
        && wait.kind == WaitKind::Sleep
    {
        return Ok(Value::None);
    }
    let length = duration(vm, args.pos[0])?;
    if length < 0 {
        return Err(vm.value_error("sleep length must be non-negative"));
    }
    vm.heap.trail.read(special::CLOCK, WHOLE);
    let deadline = vm.clock.saturating_add(length);
    Err(Fail::Block(Box::new(Wait { kind: WaitKind::Sleep, deadline: Some(deadline) })))
}

/// A number of seconds as nanoseconds, rounded away from zero as for timeouts.
fn duration(vm: &mut Vm, value: Value) -> Res<i64> {
    if let Some(x) = vm.as_float(value) {
        if x.is_nan() {
            return Err(vm.value_error("Invalid value NaN (not a number)"));
        }
        let nanoseconds = if x < 0.0 { (x * 1e9).floor() } else { (x * 1e9).ceil() };
        if nanoseconds.abs() >= i64::MAX as f64 {
            return Err(vm.overflow_error("timestamp out of range for platform time_t"));
        }
        return Ok(nanoseconds as i64);
    }
    match vm.as_i64(value) {
        Some(n) => match n.checked_mul(1_000_000_000) {
            Some(n) => Ok(n),
            None => Err(vm.overflow_error("timestamp too large to convert to C PyTime_t")),
        },
        None => {
            let n = vm.as_index(value)?;
            Ok(n.saturating_mul(1_000_000_000))
        }
    }
}
