//! `_thread`: locks, re-entrant locks, starting and joining threads (Modules/_threadmodule.c).
//!
//! A call that must wait is given up with `Fail::Block` and made again when the thread is chosen next; it then
//! finds the wait it came from, with its original deadline, in `Vm::take_resumed`. Releasing a lock wakes
//! nobody: every waiter and every newcomer may be chosen to take it, as CPython's barging locks allow.

use crate::natives;
use crate::vm::cow::Cow;
use crate::vm::footprint::{WHOLE, special};
use crate::vm::frame::Mode;
use crate::vm::native::{Args, Fail, NONE, Res, Tables};
use crate::vm::object::Data;
use crate::vm::step::Event;
use crate::vm::thread::{Thread, ThreadId, Wait, WaitKind};
use crate::vm::value::{Id, Value};
use crate::vm::{Vm, ty};

/// Methods of locks and handles.
pub const TABLES: Tables = Tables {
    methods: natives![
        "lock.acquire" => lock_acquire,
        "lock.acquire_lock" => lock_acquire,
        "lock.release" => lock_release,
        "lock.release_lock" => lock_release,
        "lock.locked" => |vm, args| Ok(Value::Bool(is_locked(vm, args.get(0)))),
        "lock.locked_lock" => |vm, args| Ok(Value::Bool(is_locked(vm, args.get(0)))),
        "lock.__enter__" => lock_acquire,
        "lock.__exit__" => lock_release,
        "lock.__repr__" => lock_repr,
        "lock._at_fork_reinit" => |vm, args| { set_lock(vm, args.get(0), false); Ok(Value::None) },
        "RLock.acquire" => rlock_acquire,
        "RLock.release" => rlock_release,
        "RLock.locked" => |vm, args| Ok(Value::Bool(rlock_state(vm, args.get(0)).1 > 0)),
        "RLock.__enter__" => rlock_acquire,
        "RLock.__exit__" => rlock_release,
        "RLock.__repr__" => rlock_repr,
        "RLock._is_owned" => |vm, args| Ok(Value::Bool(owns(vm, args.get(0)))),
        "RLock._recursion_count" => |vm, args| {
            Ok(Value::Int(if owns(vm, args.get(0)) { i64::from(rlock_state(vm, args.get(0)).1) } else { 0 }))
        },
        "RLock._release_save" => release_save,
        "RLock._acquire_restore" => acquire_restore,
        "RLock._at_fork_reinit" => |vm, args| { set_rlock(vm, args.get(0), 0, 0); Ok(Value::None) },
        "_ThreadHandle.join" => handle_join,
        "_ThreadHandle.is_done" => |vm, args| Ok(Value::Bool(handle_done(vm, args.get(0)))),
        "_ThreadHandle._set_done" => |vm, args| { set_handle(vm, args.get(0), 1, Value::Bool(true)); Ok(Value::None) },
    ],
    statics: natives![
        "lock.__new__" => |vm, args| match args.pos.len() - 1 + args.kw.len() {
            0 => Ok(new_lock(vm)),
            given => Err(vm.type_error(format!("lock expected 0 arguments, got {given}"))),
        },
        "RLock.__new__" => |vm, args| {
            let class = args.get(0).id().unwrap_or(ty::RLOCK);
            Ok(vm.new_instance(class, Data::RLock { owner: 0, count: 0 }))
        },
        "_ThreadHandle.__new__" => |vm, _| Ok(new_handle(vm, -1)),
    ],
    getters: natives![
        "_ThreadHandle.ident" => |vm, args| match handle_thread(vm, args.get(0)) {
            Some(id) => Ok(Value::Int(ident(id))),
            None => Ok(Value::Int(0)),
        },
    ],
    ..NONE
};

/// Functions of the module `_thread`.
pub const FUNCTIONS: &[crate::vm::native::NativeDef] = natives![
    "_thread.allocate_lock" => |vm, _| Ok(new_lock(vm)),
    "_thread.get_ident" => |vm, _| Ok(Value::Int(ident(vm.th.id))),
    "_thread.get_native_id" => |vm, _| Ok(Value::Int(1000 + i64::from(vm.th.id.0))),
    "_thread._get_main_thread_ident" => |_, _| Ok(Value::Int(ident(ThreadId(0)))),
    "_thread._is_main_interpreter" => |_, _| Ok(Value::Bool(true)),
    "_thread.daemon_threads_allowed" => |_, _| Ok(Value::Bool(true)),
    "_thread._count" => |vm, _| {
        vm.heap.trail.read(special::THREADS, WHOLE);
        Ok(Value::Int(vm.thread_ids().filter(|id| id.0 > 0 && !vm.has_ended(*id)).count() as i64))
    },
    "_thread.stack_size" => |_, _| Ok(Value::Int(0)),
    "_thread.set_name" => |vm, args| {
        if let Some(name) = vm.as_str(args.get(0)) {
            vm.th.name = name;
        }
        Ok(Value::None)
    },
    "_thread._shutdown" => crate::vm::builtin::interp::join_all,
    "_thread._make_thread_handle" => |vm, args| {
        let number = vm.as_i64(args.get(0)).map_or(-1, number_of);
        Ok(new_handle(vm, number))
    },
    "_thread.start_joinable_thread" => start_joinable,
    "_thread.start_new_thread" => start_new,
    "_thread.start_new" => start_new,
    "_thread.exit" => |vm, _| {
        let exc = vm.exception(ty::SYSTEM_EXIT, vec![]);
        Err(Fail::Raise(exc))
    },
    "_thread._excepthook_write" => |vm, args| Err(vm.slow("thread_excepthook", &[args.get(0), args.get(1)])),
];

/// Fills the module's dictionary.
pub fn init(vm: &mut Vm, dict: Id) -> Res<()> {
    for def in FUNCTIONS {
        let value = vm.alloc(ty::NATIVE, Data::Native { def, this: Value::Null });
        vm.set_name(dict, &def.short().into(), value);
    }
    for (name, value) in [
        ("error", Value::Obj(ty::RUNTIME_ERROR)),
        ("LockType", Value::Obj(ty::LOCK)),
        ("lock", Value::Obj(ty::LOCK)),
        ("RLock", Value::Obj(ty::RLOCK)),
        ("_local", Value::Obj(ty::THREAD_LOCAL)),
        ("_ThreadHandle", Value::Obj(ty::THREAD_HANDLE)),
        ("TIMEOUT_MAX", Value::Float(9_223_372_036.0)),
    ] {
        vm.set_name(dict, &name.into(), value);
    }
    Ok(())
}

/// `get_ident()` of a thread.
pub fn ident(id: ThreadId) -> i64 {
    0x7f10_0000_0000 + i64::from(id.0) * 0x1000
}

fn number_of(ident: i64) -> i64 {
    (ident - 0x7f10_0000_0000) / 0x1000
}

fn new_lock(vm: &mut Vm) -> Value {
    vm.alloc(ty::LOCK, Data::Lock { locked: false, owner: 0 })
}

fn is_locked(vm: &Vm, lock: Value) -> bool {
    lock.id().inspect(|id| vm.heap.trail.ask(*id, vm.th.instructions));
    matches!(vm.data(lock), Some(Data::Lock { locked: true, .. }))
}

fn set_lock(vm: &mut Vm, lock: Value, to: bool) {
    let thread = vm.th.id;
    let Value::Obj(id) = lock else { return };
    if let Data::Lock { locked, owner } = &mut vm.heap.get_mut(id).data {
        *locked = to;
        *owner = thread.0;
    }
    let depth = vm.library_depth();
    vm.events.push(if to { Event::Acquired(thread, id, depth) } else { Event::Released(thread, id, depth) });
}

/// `blocking` and `timeout` of an acquire: whether to wait, and until when.
fn parse_wait(vm: &mut Vm, args: Args) -> Res<(bool, Option<i64>)> {
    let blocking = args.get(1).or(args.keyword("blocking"));
    let blocking = if blocking.is_null() { true } else { vm.truth(blocking)? };
    let timeout = args.get(2).or(args.keyword("timeout"));
    let seconds = match timeout {
        Value::Null => return Ok((blocking, None)),
        _ => match vm.as_float(timeout).or(vm.as_i64(timeout).map(|n| n as f64)) {
            Some(seconds) => seconds,
            None => {
                let name = vm.class_name(timeout);
                return Err(
                    vm.type_error(format!("'{}' object cannot be interpreted as an integer", name.as_str()))
                );
            }
        },
    };
    if seconds.is_nan() {
        return Err(vm.value_error("Invalid value NaN (not a number)"));
    }
    if seconds == -1.0 {
        return Ok((blocking, None));
    }
    if !blocking {
        return Err(vm.value_error("can't specify a timeout for a non-blocking call"));
    }
    if seconds < 0.0 {
        return Err(vm.value_error("timeout value must be a non-negative number"));
    }
    if seconds > 9_223_372_036.0 {
        return Err(vm.overflow_error("timeout value is too large"));
    }
    vm.heap.trail.read(special::CLOCK, WHOLE);
    Ok((true, Some(vm.clock + (seconds * 1e9).ceil() as i64)))
}

/// Waits on `lock` until `deadline`, or answers that the time is over.
fn wait_or_give_up(vm: &mut Vm, lock: Id, deadline: Option<i64>, resumed: Option<Wait>) -> Res {
    let deadline = match resumed {
        Some(wait) => wait.deadline,
        None => deadline,
    };
    if deadline.is_some_and(|deadline| deadline <= vm.clock) {
        return Ok(Value::Bool(false));
    }
    Err(Fail::Block(Box::new(Wait { kind: WaitKind::Lock(lock), deadline })))
}

fn lock_acquire(vm: &mut Vm, args: Args) -> Res {
    let resumed = vm.take_resumed();
    let (blocking, deadline) = parse_wait(vm, args)?;
    let lock = args.get(0);
    if !is_locked(vm, lock) {
        set_lock(vm, lock, true);
        return Ok(Value::Bool(true));
    }
    match lock {
        Value::Obj(id) if blocking => wait_or_give_up(vm, id, deadline, resumed),
        _ => Ok(Value::Bool(false)),
    }
}

fn lock_release(vm: &mut Vm, args: Args) -> Res {
    if !is_locked(vm, args.get(0)) {
        return Err(vm.raise(ty::RUNTIME_ERROR, "release unlocked lock"));
    }
    set_lock(vm, args.get(0), false);
    Ok(Value::None)
}

fn lock_repr(vm: &mut Vm, args: Args) -> Res {
    let state = if is_locked(vm, args.get(0)) { "locked" } else { "unlocked" };
    let address = crate::vm::value::address(args.get(0));
    Ok(vm.str(format!("<{state} _thread.lock object at 0x{address:x}>")))
}

fn rlock_state(vm: &Vm, lock: Value) -> (u32, u32) {
    lock.id().inspect(|id| vm.heap.trail.ask(*id, vm.th.instructions));
    match vm.data(lock) {
        Some(Data::RLock { owner, count }) => (*owner, *count),
        _ => (0, 0),
    }
}

fn owns(vm: &Vm, lock: Value) -> bool {
    let (owner, count) = rlock_state(vm, lock);
    count > 0 && owner == vm.th.id.0
}

fn set_rlock(vm: &mut Vm, lock: Value, to_owner: u32, to_count: u32) {
    let Value::Obj(id) = lock else { return };
    let mut before = 0;
    if let Data::RLock { owner, count } = &mut vm.heap.get_mut(id).data {
        before = *count;
        *owner = to_owner;
        *count = to_count;
    }
    let thread = vm.th.id;
    if before == 0 && to_count > 0 {
        vm.events.push(Event::Acquired(thread, id, vm.library_depth()));
    } else if before > 0 && to_count == 0 {
        vm.events.push(Event::Released(thread, id, vm.library_depth()));
    }
}

fn rlock_acquire(vm: &mut Vm, args: Args) -> Res {
    let resumed = vm.take_resumed();
    let (blocking, deadline) = parse_wait(vm, args)?;
    let lock = args.get(0);
    let (_, count) = rlock_state(vm, lock);
    if count == 0 || owns(vm, lock) {
        let me = vm.th.id.0;
        set_rlock(vm, lock, me, count + 1);
        return Ok(Value::Bool(true));
    }
    match lock {
        Value::Obj(id) if blocking => wait_or_give_up(vm, id, deadline, resumed),
        _ => Ok(Value::Bool(false)),
    }
}

fn rlock_release(vm: &mut Vm, args: Args) -> Res {
    let lock = args.get(0);
    if !owns(vm, lock) {
        return Err(vm.raise(ty::RUNTIME_ERROR, "cannot release un-acquired lock"));
    }
    let (owner, count) = rlock_state(vm, lock);
    set_rlock(vm, lock, owner, count - 1);
    Ok(Value::None)
}

fn rlock_repr(vm: &mut Vm, args: Args) -> Res {
    let (owner, count) = rlock_state(vm, args.get(0));
    let state = if count > 0 { "locked" } else { "unlocked" };
    let owner = if count > 0 { ident(ThreadId(owner)) } else { 0 };
    let address = crate::vm::value::address(args.get(0));
    Ok(vm.str(format!("<{state} _thread.RLock object owner={owner} count={count} at 0x{address:x}>")))
}

fn release_save(vm: &mut Vm, args: Args) -> Res {
    let lock = args.get(0);
    let (owner, count) = rlock_state(vm, lock);
    if count == 0 {
        return Err(vm.raise(ty::RUNTIME_ERROR, "cannot release un-acquired lock"));
    }
    set_rlock(vm, lock, 0, 0);
    Ok(vm.tuple(vec![Value::Int(i64::from(count)), Value::Int(i64::from(owner))]))
}

fn acquire_restore(vm: &mut Vm, args: Args) -> Res {
    let resumed = vm.take_resumed();
    let lock = args.get(0);
    let saved: Vec<i64> = vm.items(args.get(1)).unwrap_or(&[]).iter().filter_map(|v| vm.as_i64(*v)).collect();
    let (count, owner) = (saved.first().copied().unwrap_or(1), saved.get(1).copied().unwrap_or(0));
    if rlock_state(vm, lock).1 > 0 {
        let Value::Obj(id) = lock else { return Ok(Value::None) };
        return wait_or_give_up(vm, id, None, resumed);
    }
    set_rlock(vm, lock, owner as u32, count as u32);
    Ok(Value::None)
}

// A handle's fields: number of its thread (-1 before the start), whether it was declared done.
fn new_handle(vm: &mut Vm, number: i64) -> Value {
    vm.alloc(ty::THREAD_HANDLE, Data::Fields([Value::Int(number), Value::Bool(false)].into()))
}

fn set_handle(vm: &mut Vm, handle: Value, at: usize, value: Value) {
    let Value::Obj(id) = handle else { return };
    vm.heap.replace(id, value, |object, value| match &mut object.data {
        Data::Fields(fields) => std::mem::replace(&mut fields[at], value),
        _ => value,
    });
}

fn handle_thread(vm: &Vm, handle: Value) -> Option<ThreadId> {
    match vm.data(handle) {
        Some(Data::Fields(fields)) => match fields[0] {
            Value::Int(number) if number >= 0 => Some(ThreadId(number as u32)),
            _ => None,
        },
        _ => None,
    }
}

fn handle_done(vm: &Vm, handle: Value) -> bool {
    let declared = matches!(vm.data(handle), Some(Data::Fields(fields)) if fields[1] == Value::Bool(true));
    declared || handle_thread(vm, handle).is_some_and(|id| id.0 > 0 && vm.has_ended(id))
}

fn handle_join(vm: &mut Vm, args: Args) -> Res {
    let resumed = vm.take_resumed();
    let handle = args.get(0);
    let Some(target) = handle_thread(vm, handle) else {
        return Err(vm.raise(ty::RUNTIME_ERROR, "thread not started"));
    };
    if handle_done(vm, handle) {
        return Ok(Value::None);
    }
    if target == vm.th.id {
        return Err(vm.raise(ty::RUNTIME_ERROR, "Cannot join current thread"));
    }
    let timeout = args.get(1).or(args.keyword("timeout"));
    let seconds = vm.as_float(timeout).or(vm.as_i64(timeout).map(|n| n as f64));
    let deadline = match (resumed, seconds) {
        (Some(wait), _) => wait.deadline,
        (None, Some(seconds)) if seconds >= 0.0 => {
            vm.heap.trail.read(special::CLOCK, WHOLE);
            Some(vm.clock + (seconds * 1e9).ceil() as i64)
        }
        _ => None,
    };
    if deadline.is_some_and(|deadline| deadline <= vm.clock) {
        return Ok(Value::None);
    }
    Err(Fail::Block(Box::new(Wait { kind: WaitKind::Join(target), deadline })))
}

fn start_joinable(vm: &mut Vm, args: Args) -> Res {
    let function = args.get(0).or(args.keyword("function"));
    let handle = args.get(1).or(args.keyword("handle"));
    let daemon = args.get(2).or(args.keyword("daemon"));
    let daemon = if daemon.is_null() { true } else { vm.truth(daemon)? };
    if !vm.is_callable(function) {
        return Err(vm.type_error("thread function must be callable"));
    }
    let handle = if handle.is_null() || handle.is_none() { new_handle(vm, -1) } else { handle };
    if handle_thread(vm, handle).is_some() {
        return Err(vm.raise(ty::RUNTIME_ERROR, "thread already started"));
    }
    let empty = vm.tuple(vec![]);
    let keywords = vm.dict();
    let id = start(vm, function, empty, Value::Obj(keywords), daemon)?;
    set_handle(vm, handle, 0, Value::Int(i64::from(id.0)));
    vm.heap.inc(handle);
    if let Some(thread) = &mut vm.threads[id.0 as usize] {
        thread.handle = handle;
    }
    Ok(handle)
}

fn start_new(vm: &mut Vm, args: Args) -> Res {
    let (function, positional) = (args.get(0), args.get(1));
    if !vm.is_callable(function) {
        return Err(vm.type_error("first arg must be callable"));
    }
    if !matches!(vm.data(positional), Some(Data::Tuple(_))) {
        return Err(vm.type_error("2nd arg must be a tuple"));
    }
    let keywords = match args.get(2) {
        Value::Null => Value::Obj(vm.dict()),
        given => given,
    };
    let id = start(vm, function, positional, keywords, true)?;
    Ok(Value::Int(ident(id)))
}

/// Most threads a program may have.
const THREADS_MAX: usize = 4000;

fn start(vm: &mut Vm, function: Value, positional: Value, keywords: Value, daemon: bool) -> Res<ThreadId> {
    if vm.threads.len() >= THREADS_MAX {
        return Err(vm.raise(ty::RUNTIME_ERROR, "can't start new thread"));
    }
    vm.heap.trail.write(special::THREADS, WHOLE);
    if vm.shutting_down {
        return Err(
            vm.raise(ty::PYTHON_FINALIZATION_ERROR, "can't create new thread at interpreter shutdown")
        );
    }
    let id = ThreadId(vm.threads.len() as u32);
    let mut thread = Thread::new(id);
    thread.daemon = daemon;
    thread.name = match vm.data(function) {
        Some(Data::Method { this, .. }) => vm.own(*this, &"_name".into()).and_then(|name| vm.as_str(name)),
        _ => None,
    }
    .unwrap_or_else(|| format!("Thread-{}", id.0).into());
    let bottom =
        vm.get_name(vm.prelude, &"_thread_bottom".into()).expect("internal error: no _thread_bottom");
    let creator = std::mem::replace(&mut vm.th, thread);
    let begun = vm.invoke(bottom, Args::pos(&[function, positional, keywords, Value::None]), Mode::Bottom);
    let thread = std::mem::replace(&mut vm.th, creator);
    vm.reload();
    begun?;
    vm.threads.push(Some(Cow::new(thread)));
    let me = vm.th.id;
    vm.events.push(Event::Started(me, id));
    Ok(id)
}
