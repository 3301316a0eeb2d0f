//! The frames of a traceback as text.
//!
//! After Lib/traceback.py of CPython 3.13, `StackSummary.format`; the short form without carets after
//! Python/traceback.c, which CPython uses where no Python code may run.

use super::super::Vm;
use super::super::object::Data;
use super::super::value::Value;
use super::carets::source_lines;
use crate::program::Code;
use crate::source::line_of;
use std::sync::Arc;

/// The same line is shown this often, then counted.
const REPEATED_MAX: usize = 3;

/// One traceback entry.
#[derive(Clone)]
pub(super) struct Entry {
    /// The code that ran.
    pub code: Arc<Code>,
    /// Index of the instruction.
    pub lasti: u32,
    /// The frame object.
    pub frame: Value,
}

/// How much of an entry is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// All source lines, with carets.
    Carets,
    /// The first source line.
    Line,
}

impl Vm {
    /// The code object behind a value.
    pub(in crate::vm) fn code_of(&self, value: Value) -> Option<Arc<Code>> {
        match self.data(value) {
            Some(Data::Code(code)) => Some(Arc::clone(&code.code)),
            _ => None,
        }
    }

    /// The entries of a traceback, the outermost call first.
    pub(super) fn entries(&self, traceback: Value) -> Vec<Entry> {
        let mut entries = Vec::new();
        let mut at = traceback;
        while let Some(Data::Traceback(entry)) = self.data(at) {
            if let Some(Data::Frame(frame)) = self.data(entry.frame)
                && let Some(code) = self.code_of(frame.code)
            {
                entries.push(Entry { code, lasti: entry.lasti, frame: entry.frame });
            }
            at = entry.next;
        }
        entries
    }
}

/// All entries as text; a line that repeats itself is shown three times and then counted.
pub(super) fn format_entries(entries: &[Entry], detail: Detail) -> String {
    let mut out = String::new();
    let mut at = 0;
    while at < entries.len() {
        let key = |entry: &Entry| {
            (entry.code.file.name.clone(), entry.code.line(entry.lasti), entry.code.name.clone())
        };
        let first = key(&entries[at]);
        let same = entries[at..].iter().take_while(|entry| key(entry) == first).count();
        for entry in &entries[at..at + same.min(REPEATED_MAX)] {
            format_entry(&mut out, entry, detail);
        }
        if same > REPEATED_MAX {
            let more = same - REPEATED_MAX;
            let plural = if more > 1 { "s" } else { "" };
            out.push_str(&format!("  [Previous line repeated {more} more time{plural}]\n"));
        }
        at += same;
    }
    out
}

fn format_entry(out: &mut String, entry: &Entry, detail: Detail) {
    let code = &entry.code;
    let line = code.line(entry.lasti);
    out.push_str(&format!(
        "  File \"{}\", line {line}, in {}\n",
        code.file.name.as_str(),
        code.name.as_str()
    ));
    // Text that came through `compile()` stands in no file.
    let text = if code.file.name.starts_with('<') { "" } else { &*code.file.text };
    match code.spans.get(entry.lasti as usize) {
        Some(span) if detail == Detail::Carets && span.line > 0 => {
            out.push_str(&source_lines(text, *span));
        }
        _ => {
            let text = line_of(text, line).unwrap_or("").trim();
            if !text.is_empty() {
                out.push_str(&format!("    {text}\n"));
            }
        }
    }
}
