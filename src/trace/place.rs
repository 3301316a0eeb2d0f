//! Where a thread stands in the reader's program: the expression that it executes next.

use crate::program::{Code, Origin, Python, is_switch_point};
use crate::source::Span;
use crate::vm::Vm;
use crate::vm::exec::is_active;
use crate::vm::frame::Frame;
use crate::vm::thread::ThreadId;
use rustpython_compiler_core::bytecode::Opcode as Op;
use std::sync::Arc;

/// A place in the program.
#[derive(Clone, Debug)]
pub struct Place {
    /// The code.
    pub code: Arc<Code>,
    /// Index of the instruction that a reader would call the next one.
    pub at: usize,
    /// Index of the frame among the thread's.
    pub frame: usize,
    /// The frame is the innermost one: the instruction itself comes next, not the rest of a call.
    pub innermost: bool,
}

impl Place {
    /// The expression. Its line is 0 if the compiler gave none.
    pub fn span(&self) -> Span {
        self.code.spans.get(self.at).copied().unwrap_or_default()
    }
}

/// Where `thread` stands in the program: in its innermost frame that is not the library's.
pub fn place_of(vm: &Vm, thread: ThreadId) -> Option<Place> {
    let frames = &vm.thread(thread).frames;
    let frame = frames.iter().rposition(|frame| origin(vm, frame) == Origin::User)?;
    let innermost = frame + 1 == frames.len();
    let code = Arc::clone(&vm.code_obj(frames[frame].code).code);
    let at =
        if innermost { next_active(&code, frames[frame].pc as usize) } else { frames[frame].last as usize };
    Some(Place { code, at, frame, innermost })
}

fn origin(vm: &Vm, frame: &Frame) -> Origin {
    vm.code_obj(frame.code).code.file.origin
}

/// The first instruction from `pc` on that is worth showing, as far as nothing but the present place decides.
fn next_active(code: &Code, pc: usize) -> usize {
    let mut at = pc;
    for _ in 0..code.instrs.len() {
        let Some(instr) = code.instrs.get(at) else { return pc };
        match instr.op {
            Op::JumpForward => at = instr.arg as usize,
            op if is_active(op) => return at,
            Op::ReturnGenerator | Op::Reraise => return pc,
            _ => at += 1,
        }
    }
    pc
}

/// The program's text under a span: its first line, shortened.
pub fn text_of(code: &Code, span: Span) -> String {
    const CHARS_MAX: usize = 48;
    let Some(line) = crate::source::line_of(&code.file.text, span.line) else { return String::new() };
    let end = if span.end_line > span.line { u32::MAX } else { span.end_col };
    let width = end.saturating_sub(span.col) as usize;
    let mut text: String = line.chars().skip(span.col as usize).take(width).collect();
    let cut = span.end_line > span.line || text.chars().count() > CHARS_MAX;
    if cut {
        text = text.trim_end().chars().take(CHARS_MAX).collect();
        text.push('…');
    }
    text
}

/// The text of the expression that `thread` executes next.
pub fn next_text(vm: &Vm, thread: ThreadId) -> Option<(u32, String)> {
    let place = place_of(vm, thread)?;
    let span = place.span();
    Some((span.line, text_of(&place.code, span)))
}

/// All places of a program where `python` can switch threads: empty spans after the expression concerned.
pub fn spans_of_switches(code: &Code, python: Python) -> Vec<Span> {
    let mut spans = Vec::new();
    collect(code, python, &mut spans);
    spans.sort_by_key(|span| (span.line, span.col));
    spans.dedup();
    spans
}

fn collect(code: &Code, python: Python, spans: &mut Vec<Span>) {
    for (at, pair) in code.instrs.windows(2).enumerate() {
        let span = code.spans[at];
        // The switch point at a function's entry belongs to no expression of its own.
        if is_switch_point(python, pair[0], pair[1]) && span.line > 0 && pair[0].op != Op::Resume {
            spans.push(Span { line: span.end_line, col: span.end_col, ..span });
        }
    }
    code.nested.iter().flatten().for_each(|nested| collect(nested, python, spans));
}
