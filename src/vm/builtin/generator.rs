//! Generators and coroutines: going on, throwing in, and what the prelude asks about them.

use crate::natives;
use crate::vm::cow::Cow;
use crate::vm::native::{Args, Fail, NONE, NativeDef, Res, Tables};
use crate::vm::object::{Data, GenData, GenState};
use crate::vm::value::Value;
use crate::vm::{Vm, ty};
use rustpython_compiler_core::bytecode::Opcode;
use std::sync::Arc;

/// See the module.
pub const TABLES: Tables = Tables {
    methods: natives![
        "generator.__iter__" => |_, args| Ok(args.get(0)),
        "generator.__next__" => |_, args| resume(args.get(0), Value::None),
        "generator.send" => |_, args| resume(args.get(0), args.get(1)),
        "generator.throw" => throw,
        "generator.close" => close,
        "generator.__repr__" => repr,
        "coroutine.send" => |_, args| resume(args.get(0), args.get(1)),
        "coroutine.throw" => throw,
        "coroutine.close" => close,
        "coroutine.__await__" => |_, _| Err(Fail::Python),
        "coroutine.__repr__" => repr,
        "async_generator.__repr__" => repr,
        "async_generator.__aiter__" => |_, args| Ok(args.get(0)),
        "async_generator.__anext__" => |_, _| Err(Fail::Python),
        "async_generator.asend" => |_, _| Err(Fail::Python),
        "async_generator.athrow" => |_, _| Err(Fail::Python),
        "async_generator.aclose" => |_, _| Err(Fail::Python),
    ],
    getters: natives![
        "generator.gi_running" => |vm, args| Ok(Value::Bool(state(vm, args) == GenState::Running)),
        "generator.gi_suspended" => |vm, args| Ok(Value::Bool(state(vm, args) == GenState::Suspended)),
        "generator.gi_code" => |vm, args| Ok(generator(vm, args).map_or(Value::None, |g| g.code)),
        "generator.gi_frame" => frame,
        "generator.gi_yieldfrom" => |vm, args| Ok(awaited(vm, args)),
        "coroutine.cr_running" => |vm, args| Ok(Value::Bool(state(vm, args) == GenState::Running)),
        "coroutine.cr_suspended" => |vm, args| Ok(Value::Bool(state(vm, args) == GenState::Suspended)),
        "coroutine.cr_code" => |vm, args| Ok(generator(vm, args).map_or(Value::None, |g| g.code)),
        "coroutine.cr_frame" => frame,
        "coroutine.cr_await" => |vm, args| Ok(awaited(vm, args)),
        "coroutine.cr_origin" => |vm, args| Ok(generator(vm, args).map_or(Value::None, |g| g.extra.or(Value::None))),
        "async_generator.ag_running" => |vm, args| {
            let extra = generator(vm, args).map_or(Value::Null, |g| g.extra);
            Ok(vm.own(extra, &"running".into()).unwrap_or(Value::Bool(false)))
        },
        "async_generator.ag_code" => |vm, args| Ok(generator(vm, args).map_or(Value::None, |g| g.code)),
        "async_generator.ag_frame" => frame,
        "async_generator.ag_await" => |vm, args| Ok(awaited(vm, args)),
    ],
    accessors: &[
        (
            NativeDef {
                name: "generator.__name__",
                call: |vm, args| Ok(generator(vm, args).map_or(Value::None, |g| g.name)),
            },
            NativeDef { name: "generator.__name__", call: |vm, args| set_name(vm, args, false) },
        ),
        (
            NativeDef {
                name: "generator.__qualname__",
                call: |vm, args| Ok(generator(vm, args).map_or(Value::None, |g| g.qualname)),
            },
            NativeDef { name: "generator.__qualname__", call: |vm, args| set_name(vm, args, true) },
        ),
        (
            NativeDef {
                name: "coroutine.__name__",
                call: |vm, args| Ok(generator(vm, args).map_or(Value::None, |g| g.name)),
            },
            NativeDef { name: "coroutine.__name__", call: |vm, args| set_name(vm, args, false) },
        ),
        (
            NativeDef {
                name: "coroutine.__qualname__",
                call: |vm, args| Ok(generator(vm, args).map_or(Value::None, |g| g.qualname)),
            },
            NativeDef { name: "coroutine.__qualname__", call: |vm, args| set_name(vm, args, true) },
        ),
        (
            NativeDef {
                name: "async_generator.__name__",
                call: |vm, args| Ok(generator(vm, args).map_or(Value::None, |g| g.name)),
            },
            NativeDef { name: "async_generator.__name__", call: |vm, args| set_name(vm, args, false) },
        ),
        (
            NativeDef {
                name: "async_generator.__qualname__",
                call: |vm, args| Ok(generator(vm, args).map_or(Value::None, |g| g.qualname)),
            },
            NativeDef { name: "async_generator.__qualname__", call: |vm, args| set_name(vm, args, true) },
        ),
    ],
    functions: natives![
        "prelude._gen_state" => |vm, args| Ok(Value::Int(match state(vm, args) {
            GenState::Created => 0,
            GenState::Running => 1,
            GenState::Suspended => 2,
            GenState::Closed => 3,
        })),
        "prelude._gen_awaited" => |vm, args| Ok(awaited(vm, args)),
        "prelude._gen_kind" => |vm, args| {
            let kind = match vm.class_of(args.get(0)) {
                ty::COROUTINE => "coroutine",
                ty::ASYNC_GENERATOR => "async generator",
                _ => "generator",
            };
            Ok(vm.str(kind))
        },
        "prelude._gen_send" => |_, args| resume(args.get(0), args.get(1)),
        "prelude._gen_throw" => |_, args| Err(Fail::Resume { generator: args.get(0), value: args.get(1), throw: true }),
        "prelude._gen_finish" => |vm, args| {
            if let Value::Obj(id) = args.get(0) {
                vm.heap.update(id, |object| if let Data::Generator(g) = &mut object.data {
                    g.state = GenState::Closed;
                    g.slots.clear();
                    g.frame = None;
                });
            }
            Ok(Value::None)
        },
        "prelude._gen_extra" => |vm, args| Ok(generator(vm, args).map_or(Value::None, |g| g.extra.or(Value::None))),
        "prelude._gen_set_extra" => |vm, args| {
            let extra = args.get(1);
            if let Value::Obj(id) = args.get(0) {
                vm.heap.update(id, |object| {
                    if let Data::Generator(g) = &mut object.data {
                        g.extra = extra;
                    }
                });
            }
            Ok(Value::None)
        },
        "prelude._origin_depth" => |vm, _| Ok(Value::Int(i64::from(vm.th.origin_depth))),
        "prelude._set_origin_depth" => |vm, args| {
            vm.th.origin_depth = vm.as_i64(args.get(0)).unwrap_or(0).clamp(0, i64::from(i32::MAX)) as u32;
            Ok(Value::None)
        },
        "prelude._gen_set_running" => |vm, args| {
            let running = args.get(1) == Value::Bool(true);
            if let Value::Obj(id) = args.get(0)
                && let Data::Generator(g) = &mut vm.heap.get_mut(id).data
            {
                g.state = if running { GenState::Running } else { GenState::Suspended };
            }
            Ok(Value::None)
        },
        "prelude._is_generator" => |vm, args| Ok(Value::Bool(matches!(vm.data(args.get(0)), Some(Data::Generator(_))))),
        "prelude._is_iterable_coroutine" => |vm, args| {
            let flags = match generator(vm, args).map(|g| g.code) {
                Some(Value::Obj(code)) => vm.code_obj(code).code.flags,
                _ => 0,
            };
            Ok(Value::Bool(flags & crate::program::flag::ITERABLE_COROUTINE != 0))
        },
    ],
    ..NONE
};

fn generator<'a>(vm: &'a Vm, args: Args) -> Option<&'a GenData> {
    match vm.data(args.get(0)) {
        Some(Data::Generator(data)) => Some(data),
        _ => None,
    }
}

fn state(vm: &Vm, args: Args) -> GenState {
    generator(vm, args).map_or(GenState::Closed, |g| g.state)
}

fn resume(generator: Value, value: Value) -> Res {
    Err(Fail::Resume { generator, value: value.or(Value::None), throw: false })
}

fn throw(vm: &mut Vm, args: Args) -> Res {
    Err(vm.slow_kw("generator__throw", args))
}

fn close(vm: &mut Vm, args: Args) -> Res {
    Err(vm.slow_kw("generator__close", args))
}

/// What a suspended generator delegates to: the receiver below the value at a `SEND`'s yield.
fn awaited(vm: &Vm, args: Args) -> Value {
    vm.awaited(args.get(0)).unwrap_or(Value::None)
}

impl Vm {
    /// What a suspended generator or coroutine waits for, if it is at an `await` or `yield from`.
    pub fn awaited(&self, generator: Value) -> Option<Value> {
        let Some(Data::Generator(data)) = self.data(generator) else { return None };
        let frame = data.frame.filter(|_| data.state == GenState::Suspended)?;
        let code = &self.code_obj(frame.code).code;
        // After YIELD_VALUE stands RESUME with 2 (yield from) or 3 (await) in its low bits.
        let next = code.instrs.get(frame.pc as usize)?;
        if next.op != Opcode::Resume || next.arg & 3 < 2 {
            return None;
        }
        data.slots.last().copied()
    }

    /// True if the coroutine is suspended within an `await`.
    pub(in crate::vm) fn is_awaiting(&self, coroutine: Value) -> bool {
        self.awaited(coroutine).is_some()
    }

    /// File, line and function of the calls in progress, innermost first, as far as `origin_depth` says.
    pub(in crate::vm) fn coroutine_origin(&mut self) -> Value {
        let frames: Vec<_> = self.th.frames.iter().rev().filter(|frame| !frame.hidden).copied().collect();
        let mut places = Vec::new();
        for frame in frames.into_iter().take(self.th.origin_depth as usize) {
            let code = Arc::clone(&self.code_obj(frame.code).code);
            let file = self.str(code.file.name.clone());
            let name = self.str(code.name.as_str());
            places.push(self.tuple(vec![file, Value::Int(i64::from(code.line(frame.last))), name]));
        }
        self.tuple(places)
    }
}

fn frame(vm: &mut Vm, args: Args) -> Res {
    let Some(data) = generator(vm, args) else { return Ok(Value::None) };
    if data.state == GenState::Running {
        let at = vm.th.frames.iter().rposition(|frame| frame.generator == args.get(0));
        return Ok(at.map_or(Value::None, |at| vm.frame_info(vm.th.frames.len() - 1 - at)));
    }
    let Some(frame) = data.frame else { return Ok(Value::None) };
    let values = data.slots.clone();
    let locals = vm.named_locals(frame.code, &values);
    let info = crate::vm::object::FrameInfo {
        code: Value::Obj(frame.code),
        globals: Value::Obj(frame.globals),
        locals,
        back: Value::None,
        lasti: frame.last,
    };
    Ok(vm.alloc(ty::FRAME, Data::Frame(Cow::new(info))))
}

fn set_name(vm: &mut Vm, args: Args, qualified: bool) -> Res {
    if let Value::Obj(id) = args.get(0) {
        let value = args.get(1);
        if !matches!(vm.data(value), Some(Data::Str(_))) {
            let which = if qualified { "__qualname__" } else { "__name__" };
            return Err(vm.type_error(format!("{which} must be set to a string object")));
        }
        vm.heap.update(id, |object| {
            if let Data::Generator(g) = &mut object.data {
                *(if qualified { &mut g.qualname } else { &mut g.name }) = value;
            }
        });
    }
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: Args) -> Res {
    let name = generator(vm, args).and_then(|g| vm.as_str(g.qualname)).unwrap_or_else(|| "?".into());
    let class = vm.class_name(args.get(0));
    let address = crate::vm::value::address(args.get(0));
    Ok(vm.str(format!("<{} object {} at 0x{address:x}>", class.as_str(), name.as_str())))
}
