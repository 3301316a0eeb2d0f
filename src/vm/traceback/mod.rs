//! Exceptions as text, as CPython 3.13 prints them.
//!
//! `str()` of an exception may be Python code, which nothing here can call: prelude/errors.py asks it first
//! and hands the answers over (`prelude._format_exception`). Where no Python may run, [`Vm::format_exception`]
//! does with what can be said natively.
//!
//! Contents: `report` (chain, notes, groups), `entries` (frames), `carets` and `anchors` (source lines),
//! `syntax` (last lines), `suggest` (did you mean), `stdlib` (module names).

mod anchors;
mod carets;
mod entries;
mod report;
mod stdlib;
mod suggest;
mod syntax;

pub use suggest::closest;

use super::Vm;
use super::footprint::{WHOLE, special};
use super::native::{Args, NONE, Res, Tables};
use super::object::Data;
use super::state::Stream;
use super::thread::Status;
use super::value::Value;
use crate::natives;
use crate::program::Origin;
use entries::{Detail, format_entries};
use report::Words;

/// What the prelude needs from here.
pub const TABLES: Tables = Tables {
    functions: natives![
        "prelude._format_exception" => format_with_words,
        "prelude._format_unraisable" => format_unraisable,
        "prelude._user_position" => user_position,
        "prelude._sys_attribute" => sys_attribute,
        "prelude._set_handled" => set_handled,
        "prelude._note_death" => |vm, args| { vm.note_death(args.get(0)); Ok(Value::None) },
        "prelude._caret_anchors" => caret_anchors,
        "prelude._hides_carets" => hides_carets,
    ],
    ..NONE
};

impl Vm {
    /// The whole text that CPython prints of an uncaught exception, without calling Python code.
    pub fn format_exception(&mut self, exc: Value) -> String {
        self.report(exc, &[])
    }

    /// Writes that text to standard error.
    pub fn print_exception(&mut self, exc: Value) {
        let text = self.format_exception(exc);
        self.write(Stream::Err, &text);
    }

    /// An exception left the bottom frame of a thread, which the hidden code there should have caught.
    pub(super) fn thread_failed(&mut self, exc: Value) {
        let text = self.unraisable_text(exc, None);
        self.write(Stream::Err, &format!("Exception ignored in thread started by:\n{text}"));
        self.note_death(exc);
        self.th.status = Status::Finished;
    }

    /// Notes that the present thread ends of an exception that nobody caught.
    fn note_death(&mut self, exc: Value) {
        let (kind, words) = (self.exception_type_name(exc), self.plain_words(exc).text.to_string());
        let line = if words.is_empty() { kind } else { format!("{kind}: {words}") };
        self.th.died_of = Some(line.into());
        // How the program has ended depends on it, before anything is printed.
        self.heap.trail.write(special::said(self.th.id.0), WHOLE);
    }

    /// An exception that nobody can catch.
    pub(super) fn unraisable(&mut self, exc: Value) {
        let text = self.unraisable_text(exc, None);
        self.write(Stream::Err, &format!("Exception ignored:\n{text}"));
    }

    /// Traceback and message of an exception as C code prints them: no carets, no chain.
    fn unraisable_text(&mut self, exc: Value, text: Option<&str>) -> String {
        let traceback = match self.data(exc) {
            Some(Data::Exception(data)) => data.traceback,
            _ => Value::None,
        };
        let entries = self.entries(traceback);
        let mut out = String::new();
        if !entries.is_empty() {
            out.push_str("Traceback (most recent call last):\n");
            out.push_str(&format_entries(&entries, Detail::Line));
        }
        let words = match text {
            Some(text) => text.to_string(),
            None => self.plain_words(exc).text.to_string(),
        };
        out.push_str(&format!("{}: {words}\n", self.exception_type_name(exc)));
        out
    }
}

/// `_format_exception(exc, [(exc, text, notes), …])`.
fn format_with_words(vm: &mut Vm, args: Args) -> Res {
    let rows = vm.items(args.get(1)).map_or(Vec::new(), <[Value]>::to_vec);
    let mut words = Vec::new();
    for row in rows {
        let Some(&[exc, text, notes]) = vm.items(row) else { continue };
        let Some(text) = vm.as_str(text) else { continue };
        let notes = vm.items(notes).map_or(Vec::new(), <[Value]>::to_vec);
        let notes = notes.into_iter().filter_map(|note| vm.as_str(note)).collect();
        words.push(Words { exc, text, notes });
    }
    let text = vm.report(args.get(0), &words);
    Ok(vm.str(text))
}

/// `_format_unraisable(exc, text)`.
fn format_unraisable(vm: &mut Vm, args: Args) -> Res {
    let text = vm.as_str(args.get(1));
    let text = vm.unraisable_text(args.get(0), text.as_deref());
    Ok(vm.str(text))
}

/// `_caret_anchors(segment)`: lines and columns of begin and end, or `None`.
fn caret_anchors(vm: &mut Vm, args: Args) -> Res {
    let Some(segment) = vm.as_str(args.get(0)) else { return Ok(Value::None) };
    let Some(found) = anchors::find(&segment) else { return Ok(Value::None) };
    let places = [found.left.0, found.left.1, found.right.0, found.right.1];
    Ok(vm.tuple(places.map(|n| Value::Int(n as i64))))
}

/// `_hides_carets(text, lines, start, end)`: true where carets would say nothing.
fn hides_carets(vm: &mut Vm, args: Args) -> Res {
    let Some(text) = vm.as_str(args.get(0)) else { return Ok(Value::Bool(false)) };
    let number = |at: usize| vm.as_i64(args.get(at)).unwrap_or(0).max(0) as usize;
    let plain = anchors::is_plain_call(&text, number(1), number(2), number(3));
    Ok(Value::Bool(plain != Some(false)))
}

/// `_user_position()`: file, line and source line where the visible code stands.
fn user_position(vm: &mut Vm, _: Args) -> Res {
    let visible = vm.th.frames.iter().rev().find(|frame| !frame.hidden).copied();
    let Some(frame) = visible else {
        let (file, text) = (vm.str("sys"), vm.str(""));
        return Ok(vm.tuple([file, Value::Int(1), text]));
    };
    let Some(code) = vm.code_of(Value::Obj(frame.code)) else { return Ok(Value::None) };
    let line = code.line(frame.last);
    let text = match code.file.origin {
        Origin::Hidden => "",
        _ => crate::source::line_of(&code.file.text, line).unwrap_or("").trim(),
    };
    let (file, text) = (vm.str(code.file.name.clone()), vm.str(text));
    Ok(vm.tuple([file, Value::Int(i64::from(line)), text]))
}

/// `_sys_attribute(name)`: an attribute of `sys`, or `None`.
fn sys_attribute(vm: &mut Vm, args: Args) -> Res {
    let name = vm.as_str(args.get(0));
    Ok(name.and_then(|name| vm.get_name(vm.sys, &name)).unwrap_or(Value::None))
}

/// `_set_handled(exc)`: makes it the exception being handled.
fn set_handled(vm: &mut Vm, args: Args) -> Res {
    vm.set_exc(args.get(0));
    Ok(Value::None)
}
