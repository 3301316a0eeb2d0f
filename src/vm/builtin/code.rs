//! Code objects, frames, tracebacks and cells: what `inspect`, `dis` and `traceback` ask of them.
//!
//! After Objects/codeobject.c, frameobject.c and cellobject.c of CPython 3.13. Positions are those of
//! instructions; CPython's cache entries do not exist here, so offsets differ from its own.

use crate::natives;
use crate::program::{Code, LocalKind};
use crate::source::PyStr;
use crate::vm::cow::Cow;
use crate::vm::native::{Args, NONE, NativeDef, Res, Tables};
use crate::vm::object::{Data, FrameInfo, TracebackData};
use crate::vm::value::{Value, address};
use crate::vm::{Vm, ty};
use std::sync::Arc;

/// See the module.
pub const TABLES: Tables = Tables {
    methods: natives![
        "code.co_positions" => positions,
        "code.co_lines" => lines,
        "code.replace" => replace,
        "frame.clear" => |_, _| Ok(Value::None),
        "frame.__repr__" => frame_repr,
        "traceback.__repr__" => |vm, args| {
            Ok(vm.str(format!("<traceback object at 0x{:x}>", address(args.get(0)))))
        },
    ],
    statics: natives!["cell.__new__" => |vm, args| Ok(vm.alloc(ty::CELL, Data::Cell(args.get(1))))],
    getters: natives![
        "code.co_name" => |vm, args| text(vm, args, |c| c.name.clone()),
        "code.co_qualname" => |vm, args| text(vm, args, |c| c.qualname.clone()),
        "code.co_filename" => |vm, args| text(vm, args, |c| c.file.name.clone()),
        "code.co_firstlineno" => |vm, args| number(vm, args, |c| c.first_line),
        "code.co_argcount" => |vm, args| number(vm, args, |c| c.arg_count),
        "code.co_posonlyargcount" => |vm, args| number(vm, args, |c| c.posonly_count),
        "code.co_kwonlyargcount" => |vm, args| number(vm, args, |c| c.kwonly_count),
        "code.co_stacksize" => |vm, args| number(vm, args, |c| c.stack_size),
        "code.co_flags" => |vm, args| number(vm, args, |c| c.flags),
        "code.co_nlocals" => |vm, args| number(vm, args, |c| varnames(c).len() as u32),
        "code.co_names" => |vm, args| names(vm, args, |c| c.names.to_vec()),
        "code.co_varnames" => |vm, args| names(vm, args, varnames),
        "code.co_cellvars" => |vm, args| names(vm, args, |c| of_kind(c, LocalKind::Cell)),
        "code.co_freevars" => |vm, args| names(vm, args, |c| of_kind(c, LocalKind::Free)),
        "code.co_consts" => |vm, args| {
            let consts = match vm.data(args.get(0)) {
                Some(Data::Code(code)) => code.consts.to_vec(),
                _ => vec![],
            };
            Ok(vm.tuple(consts))
        },
        "frame.f_code" => |vm, args| Ok(frame(vm, args).map_or(Value::None, |f| f.code)),
        "frame.f_globals" => |vm, args| Ok(frame(vm, args).map_or(Value::None, |f| f.globals)),
        "frame.f_builtins" => |vm, _| Ok(Value::Obj(vm.builtins)),
        "frame.f_back" => |vm, args| Ok(frame(vm, args).map_or(Value::None, |f| f.back)),
        "frame.f_lasti" => |vm, args| Ok(Value::Int(frame(vm, args).map_or(-1, |f| i64::from(f.lasti) * 2))),
        "frame.f_locals" => frame_locals,
        "frame.f_lineno" => |vm, args| Ok(frame(vm, args).map_or(Value::None, |f| line_at(vm, f.code, f.lasti))),
        "traceback.tb_frame" => |vm, args| Ok(traceback(vm, args).map_or(Value::None, |t| t.frame)),
        "traceback.tb_lasti" => |vm, args| Ok(Value::Int(traceback(vm, args).map_or(-1, |t| i64::from(t.lasti) * 2))),
        "traceback.tb_lineno" => |vm, args| {
            let Some(entry) = traceback(vm, args) else { return Ok(Value::None) };
            let code = frame(vm, Args::pos(&[entry.frame])).map_or(Value::None, |f| f.code);
            Ok(line_at(vm, code, entry.lasti))
        },
    ],
    accessors: &[
        (
            NativeDef { name: "frame.f_trace", call: |_, _| Ok(Value::None) },
            NativeDef { name: "frame.f_trace", call: |_, _| Ok(Value::None) },
        ),
        (
            NativeDef {
                name: "traceback.tb_next",
                call: |vm, args| Ok(traceback(vm, args).map_or(Value::None, |t| t.next)),
            },
            NativeDef { name: "traceback.tb_next", call: set_next },
        ),
        (
            NativeDef { name: "cell.cell_contents", call: cell_contents },
            NativeDef { name: "cell.cell_contents", call: set_cell },
        ),
    ],
    ..NONE
};

/// `code.replace(co_name=…, …)`: the same instructions under another name, or with other flags.
fn replace(vm: &mut Vm, args: Args) -> Res {
    let Value::Obj(id) = args.get(0) else { return Err(vm.type_error("replace() needs a code object")) };
    let mut data = vm.code_obj(id).clone();
    let mut code = (*data.code).clone();
    for (key, value) in args.kw {
        match (key.as_str(), vm.as_str(*value), vm.as_i64(*value)) {
            ("co_name", Some(name), _) => code.name = PyStr::from(&*name),
            ("co_qualname", Some(name), _) => code.qualname = PyStr::from(&*name),
            ("co_flags", _, Some(flags)) => code.flags = flags as u32,
            ("co_firstlineno", _, Some(line)) => code.first_line = line as u32,
            (name, ..) => {
                let text = format!("code.replace({name}=...) is not supported");
                return Err(vm.raise(ty::NOT_IMPLEMENTED_ERROR, text));
            }
        }
    }
    data.code = Arc::new(code);
    Ok(vm.alloc(ty::CODE, Data::Code(Cow::new(data))))
}

fn code(vm: &Vm, args: Args) -> Option<Arc<Code>> {
    vm.code_of(args.get(0))
}

fn text(vm: &mut Vm, args: Args, part: fn(&Code) -> PyStr) -> Res {
    let text = code(vm, args).map_or_else(|| "".into(), |code| part(&code));
    Ok(vm.intern(&text))
}

fn number(vm: &mut Vm, args: Args, part: fn(&Code) -> u32) -> Res {
    Ok(Value::Int(code(vm, args).map_or(0, |code| i64::from(part(&code)))))
}

fn names(vm: &mut Vm, args: Args, part: fn(&Code) -> Vec<PyStr>) -> Res {
    let names = code(vm, args).map_or_else(Vec::new, |code| part(&code));
    let names: Vec<Value> = names.iter().map(|name| vm.intern(name)).collect();
    Ok(vm.tuple(names))
}

/// Parameters first, then locals that no inner function uses.
fn varnames(code: &Code) -> Vec<PyStr> {
    use crate::program::flag::{VARARGS, VARKEYWORDS};
    let stars = u32::from(code.flags & VARARGS != 0) + u32::from(code.flags & VARKEYWORDS != 0);
    let params = (code.arg_count + code.kwonly_count + stars) as usize;
    let named = code.locals.iter().zip(code.kinds.iter()).enumerate();
    named
        .take_while(|(at, (_, kind))| *at < params || matches!(kind, LocalKind::Fast | LocalKind::Hidden))
        .map(|(_, (name, _))| name.clone())
        .collect()
}

fn of_kind(code: &Code, wanted: LocalKind) -> Vec<PyStr> {
    let named = code.locals.iter().zip(code.kinds.iter());
    named.filter(|(_, kind)| **kind == wanted).map(|(name, _)| name.clone()).collect()
}

/// Line, end line, column and end column of each instruction; columns in bytes of UTF-8, as in CPython.
fn positions(vm: &mut Vm, args: Args) -> Res {
    let Some(code) = code(vm, args) else { return Ok(Value::None) };
    let lines: Vec<&str> = if code.file.text.is_ascii() { vec![] } else { code.file.text.lines().collect() };
    let bytes = |line: u32, col: u32| match lines.get((line as usize).wrapping_sub(1)) {
        Some(text) => text.chars().take(col as usize).map(|c| c.len_utf8() as u32).sum(),
        None => col,
    };
    let mut rows = Vec::new();
    for span in &code.spans {
        let (col, end_col) = (bytes(span.line, span.col), bytes(span.end_line, span.end_col));
        let numbers = [span.line, span.end_line, col, end_col];
        let row = numbers.map(|n| if span.line == 0 { Value::None } else { Value::Int(i64::from(n)) });
        rows.push(vm.tuple(row));
    }
    let list = vm.list(rows);
    vm.iter(list)
}

/// Stretches of instructions of one line: begin, end, line.
fn lines(vm: &mut Vm, args: Args) -> Res {
    let spans = code(vm, args).map_or_else(Vec::new, |code| code.spans.to_vec());
    let mut rows = Vec::new();
    for stretch in spans.chunk_by(|a, b| a.line == b.line) {
        let begin = rows.last().map_or(0, |(_, end, _): &(i64, i64, u32)| *end);
        rows.push((begin, begin + 2 * stretch.len() as i64, stretch[0].line));
    }
    let mut tuples = Vec::new();
    for (begin, end, line) in rows {
        let line = if line == 0 { Value::None } else { Value::Int(i64::from(line)) };
        tuples.push(vm.tuple([Value::Int(begin), Value::Int(end), line]));
    }
    let list = vm.list(tuples);
    vm.iter(list)
}

fn frame<'a>(vm: &'a Vm, args: Args) -> Option<&'a FrameInfo> {
    match vm.data(args.get(0)) {
        Some(Data::Frame(frame)) => Some(frame),
        _ => None,
    }
}

fn traceback<'a>(vm: &'a Vm, args: Args) -> Option<&'a TracebackData> {
    match vm.data(args.get(0)) {
        Some(Data::Traceback(entry)) => Some(entry),
        _ => None,
    }
}

fn line_at(vm: &Vm, code: Value, lasti: u32) -> Value {
    vm.code_of(code).map_or(Value::None, |code| Value::Int(i64::from(code.line(lasti))))
}

fn frame_repr(vm: &mut Vm, args: Args) -> Res {
    let Some(info) = frame(vm, args) else { return Ok(Value::None) };
    let (code, lasti) = (vm.code_of(info.code), info.lasti);
    let Some(code) = code else { return Ok(Value::None) };
    Ok(vm.str(format!(
        "<frame at 0x{:x}, file '{}', line {}, code {}>",
        address(args.get(0)),
        code.file.name.as_str(),
        code.line(lasti),
        code.name.as_str()
    )))
}

fn frame_locals(vm: &mut Vm, args: Args) -> Res {
    let Some(info) = frame(vm, args) else { return Ok(Value::None) };
    let (locals, globals, code) = (info.locals, info.globals, info.code);
    if !locals.is_null() {
        return Ok(locals);
    }
    match vm.code_of(code) {
        Some(code) if code.name.as_str() == "<module>" => Ok(globals),
        _ => Ok(Value::Obj(vm.dict())),
    }
}

fn set_next(vm: &mut Vm, args: Args) -> Res {
    let (Value::Obj(id), next) = (args.get(0), args.get(1)) else { return Ok(Value::None) };
    if !next.is_none() && traceback(vm, Args::pos(&[next])).is_none() {
        let got = if next.is_null() { "NULL".into() } else { vm.class_name(next) };
        return Err(vm.type_error(format!("expected traceback object or None, got '{}'", got.as_str())));
    }
    let mut at = next;
    while let Some(Data::Traceback(entry)) = vm.data(at) {
        if at.is(args.get(0)) {
            return Err(vm.value_error("traceback loop detected"));
        }
        at = entry.next;
    }
    vm.heap.replace(id, next, |object, value| match &mut object.data {
        Data::Traceback(entry) => std::mem::replace(&mut entry.next, value),
        _ => value,
    });
    Ok(Value::None)
}

fn cell_contents(vm: &mut Vm, args: Args) -> Res {
    match vm.data(args.get(0)) {
        Some(Data::Cell(content)) if !content.is_null() => Ok(*content),
        _ => Err(vm.value_error("cell is empty")),
    }
}

fn set_cell(vm: &mut Vm, args: Args) -> Res {
    if let Value::Obj(id) = args.get(0) {
        vm.heap.replace(id, args.get(1), |object, value| match &mut object.data {
            Data::Cell(content) => std::mem::replace(content, value),
            _ => value,
        });
    }
    Ok(Value::None)
}
