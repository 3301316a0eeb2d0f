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
    /// Renders as CPython writes an uncaught `SyntaxError` to standard error.
    pub fn render(&self, source: &str) -> String {
        let mut text = format!("  File \"{}\", line {}\n", self.file, self.span.line);
        if let Some(line) = crate::source::line_of(source, self.span.line) {
            let stripped = line.trim_start_matches([' ', '\t', '\x0c']);
            let indent = (line.chars().count() - stripped.chars().count()) as u32;
            text.push_str(&format!("    {}\n", stripped.trim_end()));
            let start = self.span.col.saturating_sub(indent) as usize;
            let end = if self.span.end_line == self.span.line {
                self.span.end_col.saturating_sub(indent) as usize
            } else {
                stripped.trim_end().chars().count()
            };
            let width = end.saturating_sub(start).max(1);
            text.push_str(&format!("    {}{}\n", " ".repeat(start), "^".repeat(width)));
        }
        text.push_str(&format!("{}: {}\n", self.kind, self.message));
        text
    }
}
