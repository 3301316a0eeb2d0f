//! Where in a failing expression the reader should look: `left ~~^~~ right`, `f~~(…)^^`, `x~~[…]^^`.
//!
//! After Lib/traceback.py of CPython 3.13, `_extract_caret_anchors_from_line_segment` and
//! `_should_show_carets`, with ruff's parser in place of the module `ast`. Pure functions over text.

use ruff_python_ast::{Expr, Stmt};
use ruff_python_parser::parse_module;
use ruff_text_size::{Ranged, TextSize};

/// The stretch of a segment that is marked with `^` while the rest gets `~`: line and column of its begin and
/// of its end, counted from the segment's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Anchors {
    /// Line and column of its first character.
    pub left: (usize, usize),
    /// Line and column behind its last character.
    pub right: (usize, usize),
}

/// Walks over the characters of a segment's lines.
struct Walker<'a> {
    lines: &'a [Vec<char>],
}

impl Walker<'_> {
    /// The place itself, or the next one where there is a character.
    fn valid(&self, (mut line, mut col): (usize, usize)) -> Option<(usize, usize)> {
        while line < self.lines.len() && col >= self.lines[line].len() {
            (line, col) = (line + 1, 0);
        }
        (line < self.lines.len()).then_some((line, col))
    }
    /// The next place from `at` on where `stop` holds, comments and continuation marks left out.
    fn until(&self, mut at: (usize, usize), stop: impl Fn(char) -> bool) -> Option<(usize, usize)> {
        loop {
            let c = self.lines[at.0][at.1];
            at = match c {
                '\\' | '#' => self.valid((at.0 + 1, 0))?,
                _ if stop(c) => return Some(at),
                _ => self.valid((at.0, at.1 + 1))?,
            };
        }
    }
}

/// Line and column (in characters) of a place in `source`.
fn position(source: &str, at: TextSize) -> (usize, usize) {
    let before = &source[..at.to_usize()];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count(), before[line_start..].chars().count())
}

/// Finds the anchors of a segment that is a binary operation, a subscript or a call.
pub(super) fn find(segment: &str) -> Option<Anchors> {
    // In parentheses, so that an expression of several lines is one.
    let source = format!("(\n{segment}\n)");
    let module = parse_module(&source).ok()?.into_syntax();
    let [Stmt::Expr(statement)] = module.body.as_slice() else { return None };
    let lines: Vec<Vec<char>> = segment.split('\n').map(|line| line.chars().collect()).collect();
    let walker = Walker { lines: &lines };
    let end_of = |expr: &Expr| {
        let (line, col) = position(&source, expr.end());
        Some((line.checked_sub(1)?, col))
    };
    match &*statement.value {
        Expr::BinOp(operation) => {
            let left = walker.valid(end_of(&operation.left)?)?;
            let (line, col) = walker.until(left, |c| !c.is_whitespace() && c != ')')?;
            let (right_line, right_col) = position(&source, operation.right.start());
            let mut end = col + 1;
            // The operator is one or two characters before the right operand.
            if let Some(&c) = lines[line].get(end)
                && (right_line > line + 1 || end < right_col)
                && !c.is_whitespace()
                && !matches!(c, '\\' | '#')
            {
                end += 1;
            }
            Some(Anchors { left: (line, col), right: (line, end) })
        }
        Expr::Subscript(subscript) => {
            let left = walker.until(walker.valid(end_of(&subscript.value)?)?, |c| c == '[')?;
            Some(Anchors { left, right: end_of(&statement.value)? })
        }
        Expr::Call(call) => {
            let left = walker.until(walker.valid(end_of(&call.func)?)?, |c| c == '(')?;
            Some(Anchors { left, right: end_of(&statement.value)? })
        }
        _ => None,
    }
}

/// True if the span is all of `return f(…)` or `x = f(…)` but its beginning: then carets would say nothing.
/// `None` if the lines hold no statement at all.
pub(super) fn is_plain_call(text: &str, lines: usize, start: usize, end: usize) -> Option<bool> {
    let Ok(module) = parse_module(text) else { return Some(false) };
    let module = module.into_syntax();
    let value = match module.body.first()? {
        Stmt::Return(statement) => match statement.value.as_deref() {
            Some(value @ Expr::Call(call)) if matches!(*call.func, Expr::Name(_)) => value,
            _ => return Some(false),
        },
        Stmt::Assign(statement) => match (&*statement.value, statement.targets.as_slice()) {
            (value @ Expr::Call(_), [Expr::Name(_)]) => value,
            _ => return Some(false),
        },
        _ => return Some(false),
    };
    let (first, last) = (position(text, value.start()), position(text, value.end()));
    Some(first == (0, start) && last == (lines.saturating_sub(1), end))
}
