//! The kinds of data on the heap, field by field.
//!
//! A field that is added to one of them, or a kind, is added here too: the compiler says so.

use super::Unfit;
use super::ends::{Reader, Writer};
use super::portable::{Portable, Res, write_row};
use crate::vm::dict::{Dict, Entry};
use crate::vm::frame::{Frame, Mode};
use crate::vm::import::ImageModule;
use crate::vm::names::NameMap;
use crate::vm::object::{
    Attrs, CodeObj, Data, ExcData, FrameInfo, Function, GenData, GenKind, GenState, IterData, Layout, Object,
    TracebackData, TypeData, TypeFlags,
};
use crate::vm::random::Twister;
use crate::vm::set_layout::{self, Place};
use crate::vm::value::{PyStr, Value};

macro_rules! records {
    ($($name:path { $($field:ident),* $(,)? })*) => {$(
        impl Portable for $name {
            fn write(&self, to: &mut Writer) {
                $(self.$field.write(to);)*
            }
            fn read(from: &mut Reader) -> Res<Self> {
                Ok(Self { $($field: Portable::read(from)?),* })
            }
        }
    )*};
}

macro_rules! choices {
    ($($name:ident {
        $($tag:literal $choice:ident $(($($item:ident),*))? $({$($field:ident),*})?;)*
    })*) => {$(
        impl Portable for $name {
            fn write(&self, to: &mut Writer) {
                match self {
                    $($name::$choice $(($($item),*))? $({$($field),*})? => {
                        to.out.push($tag);
                        $($($item.write(to);)*)?
                        $($($field.write(to);)*)?
                    })*
                }
            }
            fn read(from: &mut Reader) -> Res<Self> {
                Ok(match from.byte()? {
                    $($tag => $name::$choice
                        $(($({ let $item = Portable::read(from)?; $item }),*))?
                        $({$($field: Portable::read(from)?),*})?,)*
                    _ => return Err(Unfit::Damaged),
                })
            }
        }
    )*};
}

records! {
    Object { class, attrs, data }
    Function {
        code, globals, name, qualname, defaults, kwdefaults, closure, annotate, annotations, doc, module, type_params,
    }
    CodeObj { code, consts }
    ImageModule { module, imports, exits, loose }
    TypeFlags {
        has_dict, has_del, heap, has_getattribute, has_getattr, has_setattr, has_eq, has_hash, has_class, in_c, base_ok, weakrefs,
    }
    TypeData { name, qualname, bases, mro, dict, layout, flags, subclasses }
    ExcData { args, cause, context, traceback, suppress }
    TracebackData { next, frame, lasti }
    FrameInfo { code, globals, locals, back, lasti }
    GenData { kind, state, frame, slots, exc, code, name, qualname, extra }
    Frame {
        code, globals, func, locals, extra, generator, exc_below, pc, last, base, floor, mode, hidden,
    }
    set_layout::Layout { places, fill, used, finger }
}

choices! {
    Attrs { 0 None; 1 Own(names); 2 Dict(dict); }
    GenKind { 0 Generator; 1 Coroutine; 2 AsyncGenerator; }
    GenState { 0 Created; 1 Running; 2 Suspended; 3 Closed; }
    Mode {
        0 Push; 1 PushNull; 2 Spread; 3 Discard; 4 Finalizer; 5 Init; 6 ForIter; 7 Send; 8 Bottom; 9 InitNull;
    }
    Place { 0 Free; 1 Dummy; 2 Key(entry); }
    Layout {
        0 Plain; 1 Int; 2 Float; 3 Complex; 4 Str; 5 Bytes; 6 ByteArray; 7 Tuple; 8 List; 9 Dict; 10 Set; 11 Exception;
        12 Type; 13 Module; 14 Property; 15 StaticMethod; 16 ClassMethod; 17 Deque; 18 Random; 19 Lock; 20 Local;
        21 WeakRef; 22 Partial; 23 Super; 24 Sealed;
    }
    IterData {
        0 Seq { seq, index };
        1 Reversed { seq, index };
        2 Table { table, kind, at, len, left, reversed };
        3 Set { table, keys, at, len };
        4 Range { next, step, left };
        5 Call { callable, sentinel };
        6 Enumerate { iter, count };
        7 Zip { iters, strict };
        8 Map { func, iters };
        9 Filter { func, iter };
    }
    Data {
        0 Plain;
        1 Int(number);
        2 SmallInt(number);
        3 Float(number);
        4 Complex(re, im);
        5 Str(text);
        6 Bytes(bytes);
        7 ByteArray(bytes);
        8 Tuple(items);
        9 List(items);
        10 Dict(table);
        11 Set(table);
        12 Range { start, stop, step };
        13 Slice(parts);
        14 Cell(content);
        15 Function(function);
        16 Method { func, this };
        17 Native { def, this };
        18 Type(class);
        19 Module { dict };
        20 Code(code);
        21 Generator(generator);
        22 Exception(exc);
        23 Traceback(entry);
        24 Frame(frame);
        25 Property(parts);
        26 StaticMethod(func);
        27 ClassMethod(func);
        28 Super(parts);
        29 Iter(iter);
        30 WeakRef { target, callback, hash };
        31 Lock { locked, owner };
        32 RLock { owner, count };
        33 Deque { items, maxlen };
        34 MappingProxy(mapping);
        35 DictView { dict, kind };
        36 Member { name, owner };
        37 GetSet(get, set);
        38 Partial(parts);
        39 Random(twister);
        40 Alias(parts);
        41 Fields(fields);
    }
}

impl Portable for NameMap {
    fn write(&self, to: &mut Writer) {
        to.number(self.len() as u64);
        for (name, value) in self.iter() {
            name.write(to);
            value.write(to);
        }
    }
    fn read(from: &mut Reader) -> Res<Self> {
        Ok(NameMap::of(Vec::<(PyStr, Value)>::read(from)?))
    }
}

impl Portable for Entry {
    fn write(&self, to: &mut Writer) {
        self.key.write(to);
        // The hash of a text is known once the text is.
        let text = to.text_of(self.key).map(PyStr::hash64);
        if text.is_some() {
            (text == Some(self.hash)).write(to);
        }
        if text != Some(self.hash) {
            self.hash.write(to);
        }
        self.value.write(to);
    }
    #[inline]
    fn read(from: &mut Reader) -> Res<Self> {
        let key = Value::read(from)?;
        let text = from.text_of(key).map(PyStr::hash64);
        let hash = match text {
            Some(hash) if bool::read(from)? => hash,
            _ => u64::read(from)?,
        };
        Ok(Entry { hash, key, value: Value::read(from)? })
    }
}

impl Portable for Dict {
    fn write(&self, to: &mut Writer) {
        write_row(&self.entries, to);
        self.index.len().write(to);
        self.room.write(to);
        self.layout.write(to);
    }
    fn read(from: &mut Reader) -> Res<Self> {
        let entries = Vec::read(from)?;
        let places = usize::read(from)?;
        // More than this no table ever has, and they are a power of two.
        if places > 0
            && (!places.is_power_of_two() || places / 16 > entries.len() + 1 || places <= entries.len())
        {
            return Err(Unfit::Damaged);
        }
        let mut table = Dict::default();
        table.room = Portable::read(from)?;
        table.layout = Portable::read(from)?;
        table.fill(entries, places);
        Ok(table)
    }
}

impl Portable for Twister {
    fn write(&self, to: &mut Writer) {
        self.words().for_each(|word| word.write(to));
    }
    fn read(from: &mut Reader) -> Res<Self> {
        let mut words = [0; 624];
        for word in &mut words {
            *word = u32::read(from)?;
        }
        let at = usize::read(from)?;
        if at > words.len() { Err(Unfit::Damaged) } else { Ok(Twister::from_words(words, at)) }
    }
}
