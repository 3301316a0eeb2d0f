//! The last lines of an exception's text; for a `SyntaxError` the place in the source as well.
//!
//! After Lib/traceback.py of CPython 3.13, `_format_final_exc_line` and `_format_syntax_error`.

use super::super::object::Data;
use super::super::value::{PyStr, Value};
use super::super::{Vm, ty};
use super::report::Words;

impl Vm {
    /// Type and message, with suggestions.
    pub(super) fn final_lines(&mut self, exc: Value, text: &PyStr) -> String {
        let name = self.exception_type_name(exc);
        if self.is_instance(exc, ty::SYNTAX_ERROR) {
            return self.syntax_lines(exc, &name);
        }
        let traceback = match self.data(exc) {
            Some(Data::Exception(data)) => data.traceback,
            _ => Value::None,
        };
        let entries = self.entries(traceback);
        let text = format!("{}{}", text.as_str(), self.suggestion(exc, entries.last()));
        if text.is_empty() { format!("{name}\n") } else { format!("{name}: {text}\n") }
    }

    /// What can be said about an exception without Python code.
    pub(super) fn plain_words(&mut self, exc: Value) -> Words {
        let text = match self.to_str(exc) {
            Ok(text) => text,
            Err(_) => "<exception str() failed>".into(),
        };
        let notes = self.own(exc, &"__notes__".into()).unwrap_or(Value::None);
        let notes = self.items(notes).map_or(Vec::new(), <[Value]>::to_vec);
        Words { exc, text, notes: notes.into_iter().filter_map(|note| self.as_str(note)).collect() }
    }

    fn syntax_lines(&mut self, exc: Value, name: &str) -> String {
        let mut out = String::new();
        let file = self.syntax_text(exc, "filename");
        let mut suffix = String::new();
        match (self.exc_number(exc, "lineno"), &file) {
            (Some(line), file) => {
                let file = file.as_deref().unwrap_or("<string>");
                out.push_str(&format!("  File \"{file}\", line {line}\n"));
            }
            (None, Some(file)) => suffix = format!(" ({})", file.as_str()),
            (None, None) => {}
        }
        if let Some(text) = self.syntax_text(exc, "text") {
            out.push_str(&self.syntax_source(exc, &text));
        }
        let message = self.exception_field(exc, "SyntaxError.msg");
        let message = match message {
            Value::None => None,
            value => self.to_str(value).ok(),
        };
        let message = message.filter(|m| !m.is_empty()).unwrap_or_else(|| "<no detail available>".into());
        out.push_str(&format!("{name}: {}{suffix}\n", message.as_str()));
        out
    }

    /// The source line with carets under what is wrong.
    fn syntax_source(&self, exc: Value, text: &str) -> String {
        let whole: Vec<char> = text.trim_end_matches('\n').chars().collect();
        let spaces = whole.iter().take_while(|c| matches!(c, ' ' | '\n' | '\x0c')).count();
        let shown: String = whole[spaces..].iter().collect();
        let Some(offset) = self.exc_number(exc, "offset") else { return format!("    {shown}\n") };
        let len = whole.len() as i64;
        let text_len = text.chars().count() as i64;
        let far = |n: i64| n.clamp(-100_000, 100_000);
        let mut offset = far(offset);
        let mut end = if self.exc_number(exc, "lineno") == self.exc_number(exc, "end_lineno") {
            self.exc_number(exc, "end_offset").filter(|end| *end != 0).map_or(offset, far)
        } else {
            len + 1
        };
        if text_len > 0 && offset > text_len {
            offset = len + 1;
        }
        if text_len > 0 && end > text_len {
            end = len + 1;
        }
        if offset >= end || end < 0 {
            end = offset + 1;
        }
        let (from, to) = (offset - 1 - spaces as i64, end - 1 - spaces as i64);
        let mut out = format!("    {shown}\n");
        if from >= 0 {
            let space: String =
                shown.chars().take(from as usize).map(|c| if c.is_whitespace() { c } else { ' ' }).collect();
            out.push_str(&format!("    {space}{}\n", "^".repeat((to - from) as usize)));
        }
        out
    }

    /// A text that an exception keeps among its attributes.
    pub(super) fn exc_text(&self, exc: Value, name: &str) -> Option<PyStr> {
        self.own(exc, &name.into()).and_then(|value| self.as_str(value))
    }
    fn syntax_text(&self, exc: Value, name: &str) -> Option<PyStr> {
        self.as_str(self.exception_field(exc, &format!("SyntaxError.{name}")))
    }
    fn exc_number(&self, exc: Value, name: &str) -> Option<i64> {
        self.as_i64(self.exception_field(exc, &format!("SyntaxError.{name}")))
    }
}
