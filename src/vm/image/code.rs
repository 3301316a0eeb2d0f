//! Code and the files that it comes from.
//!
//! A file whose text the machine brings along is named; only what was compiled from a text that stands nowhere else
//! (`exec` of a text made at import) carries it.

use super::Unfit;
use super::ends::{Reader, Writer};
use super::portable::{Portable, Res};
use crate::program::{Code, Handler, Instr, Liveness, LocalKind, Origin, SourceText};
use crate::source::{Span, Text};
use crate::vm::value::PyStr;
use rustpython_compiler_core::bytecode::Opcode;
use std::sync::Arc;

const KINDS: [LocalKind; 4] = [LocalKind::Fast, LocalKind::Cell, LocalKind::Free, LocalKind::Hidden];
const ORIGINS: [Origin; 3] = [Origin::User, Origin::Library, Origin::Hidden];

fn number_in<T: PartialEq>(all: &[T], one: &T) -> u8 {
    all.iter().position(|other| other == one).expect("internal error: a kind that is not listed") as u8
}

fn chosen<T: Copy>(all: &[T], number: u8) -> Res<T> {
    all.get(usize::from(number)).copied().ok_or(Unfit::Damaged)
}

/// Writes the table of files, once all code has been written.
pub fn write_files(to: &mut Writer, known: &[(String, Origin, Text)]) {
    let files = std::mem::take(&mut to.files);
    to.number(files.len() as u64);
    for file in files {
        file.name.write(to);
        to.out.push(number_in(&ORIGINS, &file.origin));
        let place = known.iter().position(|(name, origin, text)| {
            *name == file.name.as_str() && *origin == file.origin && **text == *file.text
        });
        place.is_some().write(to);
        match place {
            Some(place) => place.write(to),
            None => to.bytes(file.text.as_bytes()),
        }
    }
}

/// Reads it.
pub fn read_files(from: &mut Reader, known: &[(String, Origin, Text)]) -> Res<()> {
    for _ in 0..from.count()? {
        let name = PyStr::read(from)?;
        let origin = chosen(&ORIGINS, from.byte()?)?;
        let text = if bool::read(from)? {
            known.get(usize::read(from)?).map(|(.., text)| text.clone()).ok_or(Unfit::Damaged)?
        } else {
            let count = from.count()?;
            Text::from(std::str::from_utf8(from.take(count)?).map_err(|_| Unfit::Damaged)?)
        };
        from.files.push(Arc::new(SourceText { name, text, origin }));
    }
    Ok(())
}

impl Portable for Arc<Code> {
    fn write(&self, to: &mut Writer) {
        let place = Arc::as_ptr(self);
        if !to.codes.contains_key(&place) {
            let outer = std::mem::take(&mut to.out);
            write_code(self, to);
            let row = std::mem::replace(&mut to.out, outer);
            to.code_rows.extend(row);
            let number = to.codes.len() as u32;
            to.codes.insert(place, number);
        }
        to.number(u64::from(to.codes[&place]));
    }
    fn read(from: &mut Reader) -> Res<Self> {
        let number = from.number()? as usize;
        from.codes.get(number).cloned().ok_or(Unfit::Damaged)
    }
}

fn write_code(code: &Code, to: &mut Writer) {
    code.name.write(to);
    code.qualname.write(to);
    let file = to.files.iter().rposition(|file| Arc::ptr_eq(file, &code.file)).unwrap_or_else(|| {
        to.files.push(Arc::clone(&code.file));
        to.files.len() - 1
    });
    file.write(to);
    for number in [
        code.first_line,
        code.flags,
        code.arg_count,
        code.posonly_count,
        code.kwonly_count,
        code.stack_size,
        code.free_count,
    ] {
        number.write(to);
    }
    code.names.write(to);
    code.locals.write(to);
    code.kinds.iter().for_each(|kind| to.out.push(number_in(&KINDS, kind)));
    code.nested.write(to);
    to.number(code.instrs.len() as u64);
    for instr in &code.instrs {
        to.out.push(u8::from(instr.op));
        instr.arg.write(to);
    }
    write_spans(&code.spans, to);
    code.handlers.write(to);
}

/// Reads the next code object and enters it into the table.
pub fn read_code(from: &mut Reader) -> Res<()> {
    let (name, qualname) = (PyStr::read(from)?, PyStr::read(from)?);
    let file = usize::read(from)?;
    let file = from.files.get(file).cloned().ok_or(Unfit::Damaged)?;
    let mut numbers = [0; 7];
    for number in &mut numbers {
        *number = u32::read(from)?;
    }
    let [first_line, flags, arg_count, posonly_count, kwonly_count, stack_size, free_count] = numbers;
    let names = Portable::read(from)?;
    let locals: Box<[PyStr]> = Portable::read(from)?;
    let kinds = from.take(locals.len())?.iter().map(|kind| chosen(&KINDS, *kind)).collect::<Res<_>>()?;
    let nested = Portable::read(from)?;
    let count = from.count()?;
    let mut instrs = Vec::with_capacity(count);
    for _ in 0..count {
        let op = Opcode::try_from(from.byte()?).map_err(|_| Unfit::Damaged)?;
        instrs.push(Instr { op, arg: u32::read(from)? });
    }
    let spans = read_spans(count, from)?;
    let code = Code {
        name,
        qualname,
        file,
        first_line,
        flags,
        arg_count,
        posonly_count,
        kwonly_count,
        stack_size,
        names,
        locals,
        kinds,
        free_count,
        consts: Box::default(),
        nested,
        instrs: instrs.into(),
        spans,
        handlers: Portable::read(from)?,
        liveness: Liveness::default(),
    };
    from.codes.push(Arc::new(code));
    Ok(())
}

/// Spans are written as differences: most instructions stand near the one before.
fn write_spans(spans: &[Span], to: &mut Writer) {
    let mut last = Span::default();
    for span in spans {
        to.signed(i64::from(span.line) - i64::from(last.line));
        to.signed(i64::from(span.end_line) - i64::from(span.line));
        to.signed(i64::from(span.col) - i64::from(last.col));
        to.signed(i64::from(span.end_col) - i64::from(span.col));
        last = *span;
    }
}

fn read_spans(count: usize, from: &mut Reader) -> Res<Box<[Span]>> {
    let mut spans = Vec::with_capacity(count);
    let mut last = Span::default();
    for _ in 0..count {
        let line = last.line.wrapping_add(from.signed()? as u32);
        let end_line = line.wrapping_add(from.signed()? as u32);
        let col = last.col.wrapping_add(from.signed()? as u32);
        let end_col = col.wrapping_add(from.signed()? as u32);
        last = Span { line, col, end_line, end_col };
        spans.push(last);
    }
    Ok(spans.into())
}

impl Portable for Handler {
    fn write(&self, to: &mut Writer) {
        [self.start, self.end, self.target, self.depth].iter().for_each(|number| number.write(to));
        self.push_lasti.write(to);
    }
    fn read(from: &mut Reader) -> Res<Self> {
        Ok(Handler {
            start: Portable::read(from)?,
            end: Portable::read(from)?,
            target: Portable::read(from)?,
            depth: Portable::read(from)?,
            push_lasti: Portable::read(from)?,
        })
    }
}
