//! Hashes an object's identity and content into 128 bits.
//!
//! Left out, since no program can see them or they only name the way: reference counts, who took a `Lock`, the holder of
//! an `RLock` that is free, dead weak references' targets, on demand locals that are never read again. Hash function: XXH3-128 (xxhash-rust).

use super::dict::Dict;
use super::frame::Frame;
use super::heap::FIRST_HASH;
use super::object::{Attrs, Data, IterData, Object};
use super::thread::Thread;
use super::value::{Id, Value};
use xxhash_rust::xxh3::xxh3_128;

/// Collects the bytes of what is to be hashed.
pub struct Sponge(Vec<u8>);

impl Default for Sponge {
    fn default() -> Sponge {
        // Room for a thread or a small table, so that it seldom grows.
        Sponge(Vec::with_capacity(2048))
    }
}

impl Sponge {
    /// Forgets what was added.
    pub fn clear(&mut self) -> &mut Self {
        self.0.clear();
        self
    }
    /// Adds a number.
    pub fn num(&mut self, n: u64) -> &mut Self {
        self.0.extend_from_slice(&n.to_le_bytes());
        self
    }
    /// Adds a text with its length.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.num(text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
        self
    }
    /// Adds bytes with their length.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.num(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
        self
    }
    /// Adds a value: a reference counts as the identity it names.
    pub fn value(&mut self, value: Value) -> &mut Self {
        let (tag, bits) = match value {
            Value::Null => (0, 0),
            Value::None => (1, 0),
            Value::NotImplemented => (2, 0),
            Value::Ellipsis => (3, 0),
            Value::Bool(b) => (4, u64::from(b)),
            Value::Int(n) => (5, n as u64),
            Value::Float(x) => (6, x.to_bits()),
            Value::Obj(id) => (7, u64::from(id.0)),
        };
        // One growth for both.
        let mut bytes = [tag; 9];
        bytes[1..].copy_from_slice(&u64::to_le_bytes(bits));
        self.0.extend_from_slice(&bytes);
        self
    }
    /// Adds values with their number.
    pub fn values(&mut self, values: &[Value]) -> &mut Self {
        self.num(values.len() as u64);
        for value in values {
            self.value(*value);
        }
        self
    }
    fn table(&mut self, table: &Dict) -> &mut Self {
        self.num(table.len() as u64);
        match table.layout() {
            // Of a set's layout only the order counts, which the program can see.
            Some(layout) => layout.entries().for_each(|entry| {
                self.value(entry.key);
            }),
            None => table.iter().for_each(|entry| {
                self.value(entry.key).value(entry.value);
            }),
        }
        self
    }
    /// Adds a frame.
    pub fn frame(&mut self, frame: &Frame) -> &mut Self {
        frame.each_ref(&mut |v| {
            self.value(v);
        });
        self.num(u64::from(frame.pc)).num(frame.mode as u64)
    }
    /// Adds a hash.
    pub fn wide(&mut self, hash: u128) -> &mut Self {
        self.0.extend_from_slice(&hash.to_le_bytes());
        self
    }
    /// The hash of what stands on a thread's stack of frames and values, whatever the sponge held before; `dead` says
    /// which locals of a frame do not count.
    pub fn thread(&mut self, thread: &Thread, dead: impl Fn(&Frame) -> u64) -> u128 {
        self.0.clear();
        self.num((thread.stack.len() as u64) << 1 | u64::from(thread.owes_switch)).value(thread.exc);
        if thread.origin_depth > 0 {
            self.num(u64::from(thread.origin_depth));
        }
        let mut frames = thread.frames.iter().peekable();
        let (mut base, mut mask) = (0, 0);
        for (at, value) in thread.stack.iter().enumerate() {
            while let Some(frame) = frames.next_if(|frame| frame.base as usize <= at) {
                (base, mask) = (frame.base as usize, dead(frame));
            }
            let is_dead = at - base < 64 && mask >> (at - base) & 1 == 1;
            self.value(if is_dead { forgotten(*value) } else { *value });
        }
        for (local, dict) in &thread.locals {
            self.num(u64::from(local.0)).value(*dict);
        }
        for frame in &thread.frames {
            self.frame(frame).num(u64::from(frame.base));
        }
        self.finish()
    }
    /// The hash of what was added.
    pub fn finish(&self) -> u128 {
        // Small numbers have a meaning of their own in the heap's pages.
        xxh3_128(&self.0).max(FIRST_HASH)
    }
}

/// What a local that is never read again counts as: what it keeps alive still counts.
fn forgotten(value: Value) -> Value {
    match value {
        Value::Null => value,
        Value::Obj(id) if id.region() != 0 => value,
        _ => Value::None,
    }
}

/// The hash of object `id`; the sponge only lends its room.
pub fn hash_object(id: Id, object: &Object, sponge: &mut Sponge) -> u128 {
    sponge.0.clear();
    sponge.num(u64::from(id.0)).num(u64::from(object.class.0));
    match &object.attrs {
        Attrs::None => {}
        Attrs::Own(names) => {
            for (name, value) in names.iter() {
                sponge.text(name).value(value);
            }
        }
        Attrs::Dict(id) => {
            sponge.num(u64::from(id.0));
        }
    }
    hash_data(sponge, &object.data);
    sponge.finish()
}

fn hash_data(sponge: &mut Sponge, data: &Data) {
    match data {
        Data::Int(n) => {
            sponge.text(&n.to_string());
        }
        Data::SmallInt(n) => {
            sponge.num(*n as u64);
        }
        Data::Float(x) => {
            sponge.num(x.to_bits());
        }
        Data::Complex(re, im) => {
            sponge.num(re.to_bits()).num(im.to_bits());
        }
        Data::Str(text) => {
            sponge.num(text.hash64()).num(text.len() as u64);
        }
        Data::Bytes(bytes) => {
            sponge.bytes(bytes);
        }
        Data::ByteArray(bytes) => {
            sponge.bytes(bytes);
        }
        Data::Dict(table) | Data::Set(table) => {
            sponge.table(table);
        }
        Data::Range { start, stop, step } => {
            sponge.num(*start as u64).num(*stop as u64).num(*step as u64);
        }
        Data::Native { def, this } => {
            sponge.text(def.name).value(*this);
        }
        Data::Type(class) => {
            sponge.text(&class.qualname);
            for (name, value) in class.dict.iter() {
                sponge.text(name).value(value);
            }
        }
        Data::Code(code) => {
            sponge.text(&code.code.qualname).num(u64::from(code.code.first_line));
        }
        Data::Generator(generator) => {
            sponge
                .num(generator.state as u64)
                .values(&generator.slots)
                .value(generator.exc)
                .value(generator.extra);
            if let Some(frame) = &generator.frame {
                sponge.frame(frame);
            }
        }
        Data::Iter(iter) => hash_iter(sponge, iter),
        Data::WeakRef { target, callback, .. } => {
            sponge.num(target.map_or(u64::MAX, |id| u64::from(id.0))).value(*callback);
        }
        Data::Lock { locked, .. } => {
            sponge.num(u64::from(*locked));
        }
        Data::RLock { owner, count } => {
            sponge.num(u64::from(*count)).num(if *count > 0 { u64::from(*owner) } else { 0 });
        }
        Data::Deque { items, maxlen } => {
            sponge.num(maxlen.map_or(u64::MAX, |n| n as u64)).num(items.len() as u64);
            for item in items.iter() {
                sponge.value(*item);
            }
        }
        Data::DictView { dict, kind } => {
            sponge.num(u64::from(*kind)).value(*dict);
        }
        Data::Member { name, owner } => {
            sponge.text(name).num(u64::from(owner.0));
        }
        Data::GetSet(get, _) => {
            sponge.text(get.name);
        }
        Data::Random(twister) => {
            for word in twister.words() {
                sponge.num(u64::from(word));
            }
        }
        Data::Traceback(entry) => {
            sponge.num(u64::from(entry.lasti)).value(entry.next).value(entry.frame);
        }
        Data::Frame(info) => {
            sponge.num(u64::from(info.lasti)).value(info.code).value(info.back);
        }
        Data::Exception(exc) => {
            sponge.num(u64::from(exc.suppress));
            data.each_ref(&mut |v| {
                sponge.value(v);
            });
        }
        Data::Plain
        | Data::Tuple(_)
        | Data::List(_)
        | Data::Slice(_)
        | Data::Cell(_)
        | Data::Function(_)
        | Data::Method { .. }
        | Data::Module { .. }
        | Data::Property(_)
        | Data::StaticMethod(_)
        | Data::ClassMethod(_)
        | Data::Super(_)
        | Data::MappingProxy(_)
        | Data::Partial(_)
        | Data::Alias(_)
        | Data::Fields(_) => data.each_ref(&mut |v| {
            sponge.value(v);
        }),
    }
}

fn hash_iter(sponge: &mut Sponge, iter: &IterData) {
    match iter {
        IterData::Seq { seq, index } | IterData::Reversed { seq, index } => {
            sponge.value(*seq).num(*index as u64);
        }
        IterData::Table { table, kind, at, len, left, reversed } => {
            sponge.num(*left as u64);
            sponge
                .value(*table)
                .num(u64::from(*kind))
                .num(*at as u64)
                .num(*len as u64)
                .num(u64::from(*reversed));
        }
        IterData::Set { table, keys, at, len } => {
            sponge.value(*table).value(*keys).num(*at as u64).num(*len as u64);
        }
        IterData::Range { next, step, left } => {
            sponge.num(*next as u64).num(*step as u64).num(*left);
        }
        IterData::Call { callable, sentinel } => {
            sponge.value(*callable).value(*sentinel);
        }
        IterData::Enumerate { iter, count } => {
            sponge.value(*iter).value(*count);
        }
        IterData::Zip { iters, strict } => {
            sponge.values(iters).num(u64::from(*strict));
        }
        IterData::Map { func, iters } => {
            sponge.value(*func).values(iters);
        }
        IterData::Filter { func, iter } => {
            sponge.value(*func).value(*iter);
        }
    }
}
