//! What is wrong with a program, as data: message and place. Rendering is for the edges.

use crate::source::Span;
use serde::{Deserialize, Serialize};

/// One complaint about a program's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The exception's name as CPython has it: `SyntaxError`, `IndentationError`, `TabError`.
    pub kind: String,
    /// CPython's wording where the compiler knows it.
    pub message: String,
    /// The file's name.
    pub file: String,
    /// Where.
    pub span: Span,
}

impl Diagnostic {
    /// The exception's name and the message, as in the last line of a traceback.
    pub fn headline(&self) -> String {
        format!("{}: {}", self.kind, self.message)
    }
    /// Renders as CPython writes an uncaught `SyntaxError` to standard error.
    pub fn render(&self, source: &str) -> String {
        let mut text = format!("  File \"{}\", line {}\n", self.file, self.span.line);
        if let Some(line) = crate::source::line_of(source, self.span.line) {
            let line = line.trim_end();
            let stripped = line.trim_start_matches([' ', '\x0c']);
            let indent = line.chars().count() - stripped.chars().count();
            text.push_str(&format!("    {stripped}\n"));
            let length = indent + stripped.chars().count();
            let start = (self.span.col as usize).min(length);
            let end = if self.span.end_line == self.span.line { self.span.end_col as usize } else { length };
            // No caret for a place in the indentation, nor for none at all.
            if start >= indent && (start, end) != (0, 0) {
                let width = end.min(length.max(start + 1)).saturating_sub(start).max(1);
                text.push_str(&format!("    {}{}\n", " ".repeat(start - indent), "^".repeat(width)));
            }
        }
        text.push_str(&self.headline());
        text.push('\n');
        text
    }
}
