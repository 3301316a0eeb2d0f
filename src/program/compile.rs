//! From source text to [`Code`].
//!
//! Guards the compiler, which recurses on the host's stack, against nesting that would overflow it; the
//! limits are CPython's (200 nested brackets, 100 levels of indentation; Parser/lexer).

use super::wording;
use super::{Code, Handler, Instr, Liveness, LocalKind, Origin, SourceText};
use crate::diagnostic::Diagnostic;
use crate::source::PyStr;
use crate::source::Span;
use rustpython_compiler as compiler;
use rustpython_compiler_core::bytecode::{
    CO_FAST_CELL, CO_FAST_FREE, CO_FAST_HIDDEN, CodeObject, ConstantData, Opcode, decode_exception_table,
};
use std::sync::Arc;

/// What the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompileMode {
    /// Statements.
    Exec,
    /// One expression.
    Eval,
    /// One interactive statement.
    Single,
}

/// Compiles a text. Errors are CPython's `SyntaxError`s as diagnostics; at present the first one only.
pub fn compile(
    text: &str,
    file: &str,
    origin: Origin,
    mode: CompileMode,
) -> Result<Arc<Code>, Vec<Diagnostic>> {
    guard_nesting(text, file)?;
    let mode = match mode {
        CompileMode::Exec => compiler::Mode::Exec,
        CompileMode::Eval => compiler::Mode::Eval,
        CompileMode::Single => compiler::Mode::Single,
    };
    let source = Arc::new(SourceText { name: file.into(), text: text.into(), origin });
    match compiler::compile(text, mode, file, compiler::CompileOpts::default()) {
        Ok(code) => Ok(decode(&code, &source, &Columns::new(text))),
        Err(error) => Err(vec![diagnose(&error, text, file)]),
    }
}

fn diagnose(error: &compiler::CompileError, text: &str, file: &str) -> Diagnostic {
    let (line, column) = error.python_location();
    let (end_line, end_column) = error.python_end_location().unwrap_or((line, column + 1));
    let message = error.to_string();
    let kind = if message.starts_with("inconsistent use of tabs") {
        "TabError"
    } else if message.contains("indent") && !message.contains("f-string") {
        "IndentationError"
    } else {
        "SyntaxError"
    };
    let last = text.lines().count().max(1) as u32;
    let found = Diagnostic {
        kind: kind.into(),
        message,
        file: file.into(),
        span: Span {
            line: (line as u32).clamp(1, last),
            col: (column as u32).saturating_sub(1),
            end_line: (end_line as u32).max(1),
            end_col: (end_column as u32).saturating_sub(1),
        },
    };
    let mut found = wording::as_cpython(found, text);
    if found.kind != "IndentationError" && found.span.end_line == found.span.line {
        found.span.end_col = found.span.end_col.max(found.span.col + 1);
    }
    found
}

fn guard_nesting(text: &str, file: &str) -> Result<(), Vec<Diagnostic>> {
    let (mut depth, mut line, mut col) = (0u32, 1u32, 0u32);
    let mut unary = 0u32;
    for c in text.chars() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        unary = match c {
            '-' | '+' | '~' => unary + 1,
            ' ' => unary,
            _ => 0,
        };
        let message = match (depth, unary) {
            (201.., _) => "too many nested parentheses",
            (_, 201..) => "too many operators in a row",
            _ => "",
        };
        if !message.is_empty() {
            let span = Span { line, col, end_line: line, end_col: col + 1 };
            return Err(vec![Diagnostic {
                kind: "SyntaxError".into(),
                message: message.into(),
                file: file.into(),
                span,
            }]);
        }
        (line, col) = if c == '\n' { (line + 1, 0) } else { (line, col + 1) };
    }
    for (number, text) in text.lines().enumerate() {
        let indent = text.len() - text.trim_start().len();
        if indent > 2000 && !text.trim().is_empty() {
            let span = Span { line: number as u32 + 1, col: 0, end_line: number as u32 + 1, end_col: 1 };
            let message = "too many levels of indentation".into();
            return Err(vec![Diagnostic {
                kind: "IndentationError".into(),
                message,
                file: file.into(),
                span,
            }]);
        }
    }
    Ok(())
}

/// Turns the compiler's columns, which count bytes as CPython's do, into columns that count characters.
struct Columns<'a> {
    /// The lines of a text that is not ASCII alone.
    lines: Vec<&'a str>,
}

impl<'a> Columns<'a> {
    fn new(text: &'a str) -> Columns<'a> {
        Columns { lines: if text.is_ascii() { Vec::new() } else { text.lines().collect() } }
    }

    fn of(&self, line: u32, byte: u32) -> u32 {
        let content = (line as usize).checked_sub(1).and_then(|at| self.lines.get(at));
        content
            .and_then(|content| content.get(..byte as usize))
            .map_or(byte, |head| head.chars().count() as u32)
    }
}

fn decode(code: &CodeObject, file: &Arc<SourceText>, columns: &Columns) -> Arc<Code> {
    let units = &code.instructions;
    // Index of the decoded instruction that each code unit belongs to.
    let mut index_of = vec![0u32; units.len() + 1];
    let mut raw = Vec::new();
    let (mut at, mut extended, mut start) = (0usize, 0u32, 0usize);
    while at < units.len() {
        let unit = units[at];
        let op = unit.op.as_opcode();
        let arg = (extended << 8) | u32::from(u8::from(unit.arg));
        if op == Opcode::ExtendedArg {
            extended = arg;
            at += 1;
            continue;
        }
        let after = at + 1 + op.cache_entries();
        for slot in index_of.iter_mut().take(after).skip(start) {
            *slot = raw.len() as u32;
        }
        raw.push((op, arg, at, after));
        (at, start, extended) = (after, after, 0);
    }
    index_of[units.len()] = raw.len() as u32;
    let instrs = raw
        .iter()
        .map(|&(op, arg, _, after)| {
            let target = match op {
                Opcode::JumpBackward | Opcode::JumpBackwardNoInterrupt => Some(after as i64 - i64::from(arg)),
                Opcode::EndAsyncFor => None,
                _ if op.has_jump() => Some(after as i64 + i64::from(arg)),
                _ => None,
            };
            let arg = target.map_or(arg, |unit| index_of[unit as usize]);
            Instr { op, arg }
        })
        .collect::<Box<[_]>>();
    let spans = raw
        .iter()
        .map(|&(_, _, unit, _)| {
            let (start, end) = &code.locations[unit];
            let (line, end_line) = (start.line.get() as u32, end.line.get() as u32);
            Span {
                line,
                col: columns.of(line, start.character_offset.get() as u32 - 1),
                end_line,
                end_col: columns.of(end_line, end.character_offset.get() as u32 - 1),
            }
        })
        .collect();
    let handlers = decode_exception_table(&code.exceptiontable)
        .into_iter()
        .map(|h| Handler {
            start: index_of[h.start as usize],
            end: index_of[h.end as usize],
            target: index_of[h.target as usize],
            depth: u32::from(h.depth),
            push_lasti: h.push_lasti,
        })
        .collect();
    let nested = code
        .constants
        .iter()
        .map(|constant| match constant {
            ConstantData::Code { code } => Some(decode(code, file, columns)),
            _ => None,
        })
        .collect();
    let names = |names: &[String]| names.iter().map(|n| PyStr::shared(n)).collect::<Vec<_>>();
    // Slots: all varnames first, then cells that are not parameters, then free variables.
    let kinds = code
        .localspluskinds
        .iter()
        .map(|&kind| {
            if kind & CO_FAST_FREE != 0 {
                LocalKind::Free
            } else if kind & CO_FAST_CELL != 0 {
                LocalKind::Cell
            } else if kind & CO_FAST_HIDDEN != 0 {
                LocalKind::Hidden
            } else {
                LocalKind::Fast
            }
        })
        .collect::<Box<[_]>>();
    let mut locals = names(&code.varnames);
    for cell in &code.cellvars {
        if !code.varnames.contains(cell) {
            locals.push(PyStr::shared(cell));
        }
    }
    locals.extend(names(&code.freevars));
    assert!(locals.len() == kinds.len(), "internal error: slots of {} do not fit its names", code.qualname);
    Arc::new(Code {
        name: code.obj_name.as_str().into(),
        qualname: code.qualname.as_str().into(),
        file: Arc::clone(file),
        first_line: code.first_line_number.map_or(1, |n| n.get() as u32),
        flags: code.flags.bits(),
        arg_count: code.arg_count,
        posonly_count: code.posonlyarg_count,
        kwonly_count: code.kwonlyarg_count,
        stack_size: code.max_stackdepth,
        names: names(&code.names).into(),
        locals: locals.into(),
        kinds,
        free_count: code.freevars.len() as u32,
        consts: code.constants.to_vec().into(),
        nested,
        instrs,
        spans,
        handlers,
        liveness: Liveness::default(),
    })
}
