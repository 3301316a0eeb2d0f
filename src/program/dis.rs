//! Prints bytecode with its source columns and the switch points of each interpreter.

use super::{Code, Python, is_switch_point};
use std::fmt::Write;

/// Disassembles `code` and the code nested in it.
///
/// Each line: source line and columns, index, instruction, argument with its meaning; then `|` and one column
/// for each of 3.9, 3.14, 3.14t, with `*` where a switch can happen after the instruction.
pub fn disassemble(code: &Code) -> String {
    let mut text = String::new();
    write_code(&mut text, code);
    text
}

fn write_code(out: &mut String, code: &Code) {
    let _ = writeln!(out, "{} ({}, line {})", code.qualname, code.file.name, code.first_line);
    let _ = writeln!(out, "{:>16} {:>5}  {:<44} | 3.9 3.14 3.14t", "line:columns", "index", "instruction");
    let mut last_line = 0;
    for (at, instr) in code.instrs.iter().enumerate() {
        let span = code.spans[at];
        let place = if span.line == 0 {
            String::new()
        } else if span.line == last_line {
            format!("{}-{}", span.col, span.end_col)
        } else {
            format!("{}:{}-{}", span.line, span.col, span.end_col)
        };
        last_line = span.line;
        let name = opcode_name(&format!("{:?}", instr.op));
        let argument = describe(code, at);
        let next = code.instrs.get(at + 1).copied().unwrap_or(*instr);
        let mark = |python| if is_switch_point(python, *instr, next) { '*' } else { ' ' };
        let line = format!("{name} {argument}");
        let _ = writeln!(
            out,
            "{place:>16} {at:>5}  {line:<44} |  {}   {}     {}",
            mark(Python::V39),
            mark(Python::V314),
            mark(Python::V314t)
        );
    }
    for h in &code.handlers {
        let lasti = if h.push_lasti { " lasti" } else { "" };
        let _ = writeln!(out, "  handler {} to {} -> {} [{}]{lasti}", h.start, h.end, h.target, h.depth);
    }
    for nested in code.nested.iter().flatten() {
        out.push('\n');
        write_code(out, nested);
    }
}

/// One instruction for a reader.
#[derive(Clone, Debug)]
pub struct DisRow {
    /// Line, 0 if it has none.
    pub line: u32,
    /// Index in its code object.
    pub offset: u32,
    /// Name and argument.
    pub text: String,
    /// A switch can happen after it.
    pub switch: bool,
}

/// The instructions of `code` and of the code nested in it, for one interpreter.
pub fn rows(code: &Code, python: Python) -> Vec<DisRow> {
    let mut out = Vec::new();
    for (at, instr) in code.instrs.iter().enumerate() {
        let next = code.instrs.get(at + 1).copied();
        let name = opcode_name(&format!("{:?}", instr.op));
        out.push(DisRow {
            line: code.spans[at].line,
            offset: at as u32,
            text: format!("{name} {}", describe(code, at)).trim_end().to_owned(),
            switch: next.is_some_and(|next| is_switch_point(python, *instr, next)),
        });
    }
    for nested in code.nested.iter().flatten() {
        out.extend(rows(nested, python));
    }
    out
}

/// `LoadFastBorrow` as CPython writes it: `LOAD_FAST_BORROW`.
fn opcode_name(name: &str) -> String {
    let mut text = String::new();
    let mut before_lower = false;
    for c in name.chars() {
        if (c.is_uppercase() && before_lower) || (c.is_numeric() && before_lower) {
            text.push('_');
        }
        before_lower = c.is_lowercase();
        text.extend(c.to_uppercase());
    }
    text
}

fn describe(code: &Code, at: usize) -> String {
    use rustpython_compiler_core::bytecode::Opcode as Op;
    let instr = code.instrs[at];
    let arg = instr.arg as usize;
    let name = |index: usize| code.names.get(index).map_or(String::new(), |n| format!("({})", n.as_str()));
    let local = |index: usize| code.locals.get(index).map_or(String::new(), |n| format!("({})", n.as_str()));
    match instr.op {
        Op::LoadConst => format!("{arg} ({})", constant(code, arg)),
        Op::LoadGlobal | Op::LoadAttr => format!("{arg} {}", name(arg >> 1)),
        Op::LoadSuperAttr => format!("{arg} {}", name(arg >> 2)),
        Op::StoreName
        | Op::LoadName
        | Op::DeleteName
        | Op::StoreGlobal
        | Op::DeleteGlobal
        | Op::StoreAttr
        | Op::DeleteAttr
        | Op::ImportName
        | Op::ImportFrom => format!("{arg} {}", name(arg)),
        Op::LoadFast
        | Op::LoadFastBorrow
        | Op::LoadFastCheck
        | Op::LoadFastAndClear
        | Op::StoreFast
        | Op::DeleteFast
        | Op::LoadDeref
        | Op::StoreDeref
        | Op::DeleteDeref
        | Op::MakeCell => format!("{arg} {}", local(arg)),
        Op::LoadFastLoadFast
        | Op::LoadFastBorrowLoadFastBorrow
        | Op::StoreFastLoadFast
        | Op::StoreFastStoreFast => format!("{arg} {}{}", local(arg >> 4), local(arg & 15)),
        op if op.has_jump() => format!("to {arg}"),
        op if op.has_arg() => arg.to_string(),
        _ => String::new(),
    }
}

fn constant(code: &Code, index: usize) -> String {
    use rustpython_compiler_core::bytecode::ConstantData as C;
    let Some(constant) = code.consts.get(index) else { return String::new() };
    match constant {
        C::Str { value } => format!("{:?}", value.to_string_lossy()),
        C::Integer { value } => value.to_string(),
        C::Float { value } => format!("{value:?}"),
        C::Boolean { value } => if *value { "True" } else { "False" }.into(),
        C::None => "None".into(),
        C::Ellipsis => "...".into(),
        C::Code { code } => format!("<code {}>", code.qualname),
        C::Tuple { elements } => format!("tuple of {}", elements.len()),
        _ => "constant".into(),
    }
}
