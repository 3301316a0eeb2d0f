//! The image as bytes: what [`boot`](super::boot) makes, written once and read whenever a process begins.
//!
//! A file begins with a name, a stamp of all that the image depends on, and a check sum; what does not fit in one of them
//! is refused. Then come texts, source files, code and objects. The texts of files are not repeated: a file is found
//! again by its name among those that the machine brings along, and so is a native function. The same image has the same
//! bytes wherever it is written.
//!
//! Nothing here reads a file: bytes come in and go out.

mod code;
mod data;
mod ends;
mod portable;

use super::boot::{PRELUDE, empty_vm};
use super::builtin;
use super::heap::Heap;
use super::import::{ImageModule, Library, ModuleSource};
use super::intern::Interned;
use super::native::{NativeDef, Tables};
use super::object::Object;
use super::value::{Id, PyStr};
use super::{Vm, cow::Cow};
use crate::program::Origin;
use crate::source::Text;
use ends::{Reader, Writer, plain_text, text_object};
use portable::{Portable, Res};
use std::fmt;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64;

/// What the file begins with.
const NAME: &[u8; 16] = b"Interloop image\n";
/// What the image depends on, as `build.rs` found it: the sources of the machine and the library, and `Cargo.lock`.
const STAMP: &str = env!("IMAGE_STAMP");

/// Why bytes are no image for this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// They are something else.
    Foreign,
    /// The image of a machine that was built from other sources.
    Stale,
    /// They were cut short or changed.
    Damaged,
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unfit::Foreign => "it is no image",
            Unfit::Stale => "it is the image of another build",
            Unfit::Damaged => "it is damaged",
        })
    }
}

/// What an image names instead of repeating it.
pub struct Known {
    /// Native functions.
    natives: Vec<&'static NativeDef>,
    /// Files: name, whose they are, text.
    files: Vec<(String, Origin, Text)>,
}

impl Known {
    /// All that this machine has, in a fixed order: `functions` are those of native modules.
    pub fn of(library: &Library, tables: &[&'static Tables], functions: &[&'static [NativeDef]]) -> Known {
        let mut natives = Vec::new();
        for tables in builtin::ALL.iter().chain(tables) {
            for defs in
                [tables.methods, tables.statics, tables.classmethods, tables.getters, tables.functions]
            {
                natives.extend(defs);
            }
            natives.extend(tables.accessors.iter().flat_map(|(get, set)| [get, set]));
        }
        natives.extend(functions.iter().copied().flatten());
        let hidden =
            |(file, text): &(&str, &'static str)| ((*file).into(), Origin::Hidden, Text::Fixed(text));
        let mut files: Vec<_> = PRELUDE.iter().map(hidden).collect();
        for source in library.modules.values().flatten() {
            if let ModuleSource::Python { text, file, origin, .. } = source {
                files.push((file.clone(), *origin, text.clone()));
            }
        }
        Known { natives, files }
    }
}

/// Writes an image in which no program has begun.
pub fn write(vm: &Vm, known: &Known) -> Vec<u8> {
    let idle = vm.th.frames.is_empty() && vm.ready.is_empty() && vm.output.is_empty() && vm.events.is_empty();
    assert!(idle, "internal error: a program has begun in the image");
    let objects = vm.heap.image();
    let mut to = Writer::new(objects, &known.natives);
    write_objects(objects, &mut to);
    write_roots(vm, &mut to);
    let rest = std::mem::take(&mut to.out);
    code::write_files(&mut to, &known.files);
    let files = std::mem::take(&mut to.out);
    to.number(to.codes.len() as u64);
    let count = std::mem::take(&mut to.out);
    let body = [to.texts(), files, count, to.code_rows, rest].concat();
    let mut bytes = head(&body);
    bytes.extend(body);
    bytes
}

/// What stands before the body.
fn head(body: &[u8]) -> Vec<u8> {
    [&NAME[..], STAMP.as_bytes(), &xxh3_64(body).to_le_bytes()].concat()
}

/// The body of an image that fits this machine.
pub fn check(bytes: &[u8]) -> Result<&[u8], Unfit> {
    let rest = bytes.strip_prefix(NAME).ok_or(Unfit::Foreign)?;
    let rest = rest.strip_prefix(STAMP.as_bytes()).ok_or(Unfit::Stale)?;
    let (_, body) = rest.split_at_checked(8).ok_or(Unfit::Damaged)?;
    if bytes.starts_with(&head(body)) { Ok(body) } else { Err(Unfit::Damaged) }
}

/// Makes the image that was written, for this library.
pub fn read(bytes: &[u8], library: Library, known: Known) -> Result<Vm, Unfit> {
    let mut from = Reader::new(check(bytes)?, known.natives);
    from.read_texts()?;
    code::read_files(&mut from, &known.files)?;
    for _ in 0..from.count()? {
        code::read_code(&mut from)?;
    }
    read_objects(&mut from)?;
    let mut vm = empty_vm(Arc::new(library));
    read_roots(&mut vm, &mut from)?;
    vm.heap = Heap::of_image(from.objects, vm.heap.fresh);
    Ok(vm)
}

/// Exact texts first, since dictionaries are found by the hashes of theirs; then the other objects, by place.
fn write_objects(objects: &[Option<Object>], to: &mut Writer) {
    let all = || (0u64..).zip(objects).filter_map(|(place, object)| Some((place, object.as_ref()?)));
    let texts: Vec<_> = all().filter_map(|(place, object)| Some((place, plain_text(object)?))).collect();
    objects.len().write(to);
    to.number(texts.len() as u64);
    let mut next = 0;
    for (place, text) in texts {
        to.number(place - next);
        next = place + 1;
        text.write(to);
    }
    let others: Vec<_> = all().filter(|(_, object)| plain_text(object).is_none()).collect();
    to.number(others.len() as u64);
    let mut next = 0;
    for (place, object) in others {
        to.number(place - next);
        next = place + 1;
        object.write(to);
    }
}

fn read_objects(from: &mut Reader) -> Res<()> {
    let count = from.count()?;
    from.objects = vec![None; count];
    let mut place = 0;
    for _ in 0..from.count()? {
        place += usize::read(from)?;
        let text = PyStr::read(from)?;
        *from.objects.get_mut(place).ok_or(Unfit::Damaged)? = Some(text_object(text));
        place += 1;
    }
    place = 0;
    for _ in 0..from.count()? {
        place += usize::read(from)?;
        let object = Object::read(from)?;
        *from.objects.get_mut(place).ok_or(Unfit::Damaged)? = Some(object);
        place += 1;
    }
    Ok(())
}

fn write_roots(vm: &Vm, to: &mut Writer) {
    vm.heap.fresh.write(to);
    [vm.modules, vm.builtins, vm.prelude, vm.sys].iter().for_each(|id| id.write(to));
    vm.empty.write(to);
    // Hash tables are written in an order of their own.
    let mut interned: Vec<(Id, PyStr)> =
        vm.interned.of_image().map(|(text, id)| (id, text.clone())).collect();
    interned.sort_by(|(a, x), (b, y)| (a, &**x).cmp(&(b, &**y)));
    interned.write(to);
    let mut modules: Vec<(PyStr, ImageModule)> =
        vm.image_modules.iter().map(|(name, module)| (name.clone(), module.clone())).collect();
    modules.sort_by(|(a, _), (b, _)| a.as_str().cmp(b));
    modules.write(to);
    let mut weak: Vec<(Id, Vec<Id>)> = vm.weak.iter().map(|(id, refs)| (*id, refs.clone())).collect();
    weak.sort();
    weak.write(to);
    vm.finalized.iter().copied().collect::<Vec<Id>>().write(to);
}

fn read_roots(vm: &mut Vm, from: &mut Reader) -> Res<()> {
    vm.heap.fresh = Portable::read(from)?;
    for root in [&mut vm.modules, &mut vm.builtins, &mut vm.prelude, &mut vm.sys] {
        *root = Portable::read(from)?;
    }
    vm.empty = Portable::read(from)?;
    let interned: Vec<(Id, PyStr)> = Portable::read(from)?;
    vm.interned = Interned::settled(interned.into_iter().map(|(id, text)| (text, id)));
    vm.image_modules = Arc::new(Vec::<(PyStr, ImageModule)>::read(from)?.into_iter().collect());
    vm.weak = Cow::new(Vec::<(Id, Vec<Id>)>::read(from)?.into_iter().collect());
    vm.finalized = Cow::new(Vec::<Id>::read(from)?.into_iter().collect());
    if from.is_over() { Ok(()) } else { Err(Unfit::Damaged) }
}
