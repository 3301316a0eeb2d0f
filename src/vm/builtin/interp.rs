//! The prelude's natives that concern the interpreter itself: running code, importing, ending.

use crate::natives;
use crate::program::{CompileMode, Origin, compile, warnings};
use crate::vm::boot::code_value;
use crate::vm::footprint::{WHOLE, special};
use crate::vm::native::{Args, Fail, NONE, Res, Tables};
use crate::vm::object::Data;
use crate::vm::thread::{Wait, WaitKind};
use crate::vm::value::Value;
use crate::vm::{Ending, Stream, Vm, ty};

/// See the module.
pub const TABLES: Tables = Tables {
    methods: natives!["module.__init__" => module_init],
    statics: natives!["module.__new__" => |vm, args| {
        let class = vm.new_class("module", args)?;
        let dict = vm.dict();
        Ok(Value::Obj(vm.heap.alloc(class, crate::vm::object::Attrs::None, Data::Module { dict })))
    }],
    functions: natives![
        "prelude._exec" => |_, args| Err(Fail::Exec {
            code: args.get(0),
            globals: args.get(1),
            locals: args.get(2),
            closure: args.get(3).or(Value::None),
        }),
        "prelude._exec_body" => |vm, args| match vm.data(args.get(0)) {
            Some(Data::Function(function)) => Err(Fail::Exec {
                code: Value::Obj(function.code),
                globals: Value::Obj(function.globals),
                locals: args.get(1),
                closure: function.closure,
            }),
            _ => Err(vm.type_error("__build_class__: func must be a function")),
        },
        "prelude._compile" => compile_text,
        "prelude._syntax_warnings" => |vm, args| {
            let text = vm.as_str(args.get(0)).unwrap_or_else(|| "".into());
            let found = warnings(&text).into_iter().map(|warning| {
                let message = vm.str(warning.message);
                vm.tuple([Value::Int(i64::from(warning.line)), message])
            });
            let found = found.collect();
            Ok(vm.list(found))
        },
        "prelude._begin_module" => |vm, args| {
            let Some(name) = vm.as_str(args.get(0)) else { return Err(vm.type_error("module name must be a string")) };
            vm.begin_module(&name)
        },
        "prelude._end" => |vm, args| {
            vm.ending = Some(Ending::Exit(vm.as_i64(args.get(0)).unwrap_or(1) as i32));
            Ok(Value::None)
        },
        "prelude._set_shutting_down" => |vm, _| {
            // No thread can be started any more.
            vm.heap.trail.write(special::THREADS, WHOLE);
            vm.shutting_down = true;
            Ok(Value::None)
        },
        "prelude._join_all" => join_all,
        "prelude._is_program_held" => |vm, _| Ok(Value::Bool(vm.is_program_held())),
        "prelude._last_objects" => |vm, _| {
            let objects = vm.last_objects();
            Ok(vm.list(objects))
        },
        "prelude._finalize_now" => |vm, args| vm.finalize_now(args.get(0)),
        "prelude._write_stderr" => |vm, args| {
            if let Some(text) = vm.as_str(args.get(0)) {
                vm.write(Stream::Err, &text);
            }
            Ok(Value::None)
        },
        "prelude._caller_globals" => |vm, _| {
            let frame = vm.th.frames.iter().rev().find(|f| !f.hidden).copied();
            Ok(frame.map_or(Value::Obj(vm.prelude), |f| Value::Obj(f.globals)))
        },
        "prelude._caller_locals" => |vm, _| {
            let at = vm.th.frames.iter().rposition(|f| !f.hidden);
            match at {
                Some(at) if vm.th.frames[at].locals.is_null() => Ok(vm.fast_locals(at)),
                Some(at) => Ok(vm.th.frames[at].locals),
                None => Ok(Value::Obj(vm.prelude)),
            }
        },
        "prelude._getframe" => |vm, args| {
            let depth = vm.as_i64(args.get(0)).unwrap_or(0).max(0) as usize;
            let visible: Vec<usize> = (0..vm.th.frames.len()).rev().filter(|at| !vm.th.frames[*at].hidden).collect();
            match visible.get(depth) {
                Some(at) => {
                    let below = vm.th.frames.len() - 1 - at;
                    Ok(vm.frame_info(below))
                }
                None => Err(vm.value_error("call stack is not deep enough")),
            }
        },
        "prelude._current_exc" => |vm, _| Ok(if vm.th.exc.is_null() { Value::None } else { vm.th.exc }),
    ],
    ..NONE
};

/// Waits until all non-daemon threads have ended.
pub fn join_all(vm: &mut Vm, _: Args) -> Res {
    let _ = vm.take_resumed();
    vm.heap.trail.read(special::THREADS, WHOLE);
    let alive = vm.thread_ids().any(|id| id != vm.th.id && !vm.thread(id).daemon && !vm.has_ended(id));
    if alive {
        return Err(Fail::Block(Box::new(Wait { kind: WaitKind::Shutdown, deadline: None })));
    }
    Ok(Value::None)
}

fn compile_text(vm: &mut Vm, args: Args) -> Res {
    if matches!(vm.data(args.get(0)), Some(Data::Code(_))) {
        return Ok(args.get(0));
    }
    let (Some(text), Some(file), Some(mode)) =
        (vm.as_str(args.get(0)), vm.as_str(args.get(1)), vm.as_str(args.get(2)))
    else {
        return Err(vm.type_error("compile() arg 1 must be a string, bytes or AST object"));
    };
    let mode = match mode.as_str() {
        "exec" => CompileMode::Exec,
        "eval" => CompileMode::Eval,
        "single" => CompileMode::Single,
        _ => return Err(vm.value_error("compile() mode must be 'exec', 'eval' or 'single'")),
    };
    match compile(&text, &file, Origin::User, mode) {
        Ok(code) => Ok(code_value(vm, &code)),
        Err(errors) => {
            let first =
                errors.into_iter().next().expect("internal error: a compile error without a diagnostic");
            let class = match first.kind.as_str() {
                "IndentationError" => ty::INDENTATION_ERROR,
                "TabError" => ty::TAB_ERROR,
                _ => ty::SYNTAX_ERROR,
            };
            let line = format!("{}\n", crate::source::line_of(&text, first.span.line).unwrap_or(""));
            let message = vm.str(first.message);
            let file = vm.str(file);
            let line = vm.str(line);
            let place = vm.tuple(vec![
                file,
                Value::Int(i64::from(first.span.line)),
                Value::Int(i64::from(first.span.col) + 1),
                line,
                Value::Int(i64::from(first.span.end_line)),
                Value::Int(i64::from(first.span.end_col) + 1),
            ]);
            Err(Fail::Raise(vm.exception(class, vec![message, place])))
        }
    }
}

/// `types.ModuleType(name, doc=None)`.
fn module_init(vm: &mut Vm, args: Args) -> Res {
    let given =
        |at: usize, name: &str| args.pos.get(at).copied().unwrap_or(Value::Null).or(args.keyword(name));
    let (name, doc) = (given(1, "name"), given(2, "doc").or(Value::None));
    if name.is_null() {
        return Err(vm.type_error("module() missing required argument 'name' (pos 1)"));
    }
    if vm.as_str(name).is_none() {
        let got = vm.class_name(name);
        return Err(vm.type_error(format!("module() argument 'name' must be str, not {}", got.as_str())));
    }
    let Some(Data::Module { dict }) = vm.data(args.get(0)) else { return Ok(Value::None) };
    let dict = *dict;
    for (key, value) in [
        ("__name__", name),
        ("__doc__", doc),
        ("__package__", Value::None),
        ("__loader__", Value::None),
        ("__spec__", Value::None),
    ] {
        vm.set_name(dict, &key.into(), value);
    }
    Ok(Value::None)
}
