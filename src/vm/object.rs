//! What stands on the heap: an object is a class, attributes, and data of a built-in kind.
//!
//! A subclass of a built-in type is the same data under another class, so `class Stack(list)` needs nothing
//! special. Objects hold values in *slots*; [`Data::each_ref`] lists them, and the heap counts by that list.

use super::cow::{Cow, CowRow};
use super::dict::Dict;
use super::frame::Frame;
use super::names::NameMap;
use super::native::NativeDef;
use super::value::{Id, PyStr, Value};
use crate::program::Code;
use malachite_bigint::BigInt;
use std::collections::VecDeque;
use std::sync::Arc;

/// The attributes of one object.
#[derive(Clone, Debug)]
pub enum Attrs {
    /// The object takes none (`__slots__`, most built-in kinds).
    None,
    /// Kept in place; the usual case.
    Own(Cow<NameMap>),
    /// Kept in a `dict` object, since the program asked for `__dict__`.
    Dict(Id),
}

/// One heap object.
#[derive(Clone, Debug)]
pub struct Object {
    /// Its class.
    pub class: Id,
    /// Its attributes.
    pub attrs: Attrs,
    /// Its data.
    pub data: Data,
}

/// A Python function.
#[derive(Clone, Debug)]
pub struct Function {
    /// The code object.
    pub code: Id,
    /// The module's dictionary.
    pub globals: Id,
    /// `__name__`.
    pub name: Value,
    /// `__qualname__`.
    pub qualname: Value,
    /// Tuple of defaults or `None`.
    pub defaults: Value,
    /// Dictionary of keyword defaults or `None`.
    pub kwdefaults: Value,
    /// Tuple of cells or `None`.
    pub closure: Value,
    /// `__annotate__` or `None`.
    pub annotate: Value,
    /// `__annotations__` once set, else `Null`.
    pub annotations: Value,
    /// `__doc__`.
    pub doc: Value,
    /// `__module__`.
    pub module: Value,
    /// `__type_params__` or `Null`.
    pub type_params: Value,
}

/// A code object: the program's code with its constants and names as values.
#[derive(Clone, Debug)]
pub struct CodeObj {
    /// The decoded instructions.
    pub code: Arc<Code>,
    /// Constants as values.
    pub consts: Box<[Value]>,
}

/// Properties of a class that are asked often, computed when it is made.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TypeFlags {
    /// Instances have a `__dict__`.
    pub has_dict: bool,
    /// Defines or inherits a `__del__` written in Python.
    pub has_del: bool,
    /// Made by a `class` statement or `type()`.
    pub heap: bool,
    /// Has `__getattribute__` in Python.
    pub has_getattribute: bool,
    /// Has `__getattr__` in Python.
    pub has_getattr: bool,
    /// Says in Python what `__class__` is.
    pub has_class: bool,
    /// Has `__setattr__` or `__delattr__` in Python.
    pub has_setattr: bool,
    /// Has `__eq__` in Python.
    pub has_eq: bool,
    /// Has `__hash__` in Python.
    pub has_hash: bool,
    /// Stands for a class that CPython writes in C: messages name it with its module.
    pub in_c: bool,
    /// May be used as a base class.
    pub base_ok: bool,
    /// Instances may be weakly referenced.
    pub weakrefs: bool,
}

/// A class.
#[derive(Clone, Debug)]
pub struct TypeData {
    /// `__name__`.
    pub name: PyStr,
    /// `__qualname__`.
    pub qualname: PyStr,
    /// `__bases__`.
    pub bases: Vec<Id>,
    /// `__mro__`, itself first.
    pub mro: Vec<Id>,
    /// `__dict__`.
    pub dict: NameMap,
    /// The built-in kind whose data instances carry.
    pub layout: Layout,
    /// See [`TypeFlags`].
    pub flags: TypeFlags,
    /// Weakly held direct subclasses, oldest first.
    pub subclasses: Vec<Id>,
}

/// The kinds of data an instance can carry: CPython's "solid base".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Layout {
    Plain,
    Int,
    Float,
    Complex,
    Str,
    Bytes,
    ByteArray,
    Tuple,
    List,
    Dict,
    Set,
    Exception,
    Type,
    Module,
    Property,
    StaticMethod,
    ClassMethod,
    Deque,
    Random,
    Lock,
    Local,
    WeakRef,
    Partial,
    Super,
    /// A kind that cannot be subclassed or instantiated by a class statement.
    Sealed,
}

/// An exception's own fields.
#[derive(Clone, Debug)]
pub struct ExcData {
    /// `args`, a tuple.
    pub args: Value,
    /// `__cause__`.
    pub cause: Value,
    /// `__context__`.
    pub context: Value,
    /// `__traceback__`.
    pub traceback: Value,
    /// `__suppress_context__`.
    pub suppress: bool,
}

/// One entry of a traceback.
#[derive(Clone, Debug)]
pub struct TracebackData {
    /// The next entry, nearer to where it was raised.
    pub next: Value,
    /// The frame as it was.
    pub frame: Value,
    /// Index of the instruction.
    pub lasti: u32,
}

/// What `sys._getframe()` and tracebacks show of a frame.
#[derive(Clone, Debug)]
pub struct FrameInfo {
    /// The code object.
    pub code: Value,
    /// The globals.
    pub globals: Value,
    /// Dictionary of locals at the time, or `Null`.
    pub locals: Value,
    /// The calling frame or `None`.
    pub back: Value,
    /// Index of the instruction it stood at.
    pub lasti: u32,
}

/// How far a generator has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GenState {
    /// Not started.
    Created,
    /// Its frame is on some thread's stack.
    Running,
    /// Between two yields.
    Suspended,
    /// Returned or raised.
    Closed,
}

/// Which of the three kinds a generator object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GenKind {
    /// From `def` with `yield`.
    Generator,
    /// From `async def`.
    Coroutine,
    /// From `async def` with `yield`.
    AsyncGenerator,
}

/// A generator, coroutine or asynchronous generator.
#[derive(Clone, Debug)]
pub struct GenData {
    /// Kind.
    pub kind: GenKind,
    /// Progress.
    pub state: GenState,
    /// The frame while it is not running.
    pub frame: Option<Frame>,
    /// Its locals and operand stack while it is not running.
    pub slots: Vec<Value>,
    /// The exception that it was handling when it yielded, or `Null`.
    pub exc: Value,
    /// The code object.
    pub code: Value,
    /// `__name__`.
    pub name: Value,
    /// `__qualname__`.
    pub qualname: Value,
    /// Of a coroutine where it was made, if that is kept; of an asynchronous generator what the prelude knows of its
    /// iteration, once that has begun; else `Null`.
    pub extra: Value,
}

/// A built-in iterator's place.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum IterData {
    /// Over a list, tuple, str, bytes or anything with `__getitem__`, by position; `Null` when exhausted.
    Seq { seq: Value, index: usize },
    /// Over a list or tuple, backwards; `index` counts down to 0.
    Reversed { seq: Value, index: usize },
    /// Over a `dict` or `set`; `kind` is 0 for keys, 1 for values, 2 for items; `left` is
    /// how many it may still give.
    Table { table: Value, kind: u8, at: usize, len: usize, left: usize, reversed: bool },
    /// Over a `set` whose order CPython fixes: a tuple of its keys in that order, and the set's size then.
    Set { table: Value, keys: Value, at: usize, len: usize },
    /// Over a `range`.
    Range { next: i64, step: i64, left: u64 },
    /// `iter(callable, sentinel)`.
    Call { callable: Value, sentinel: Value },
    /// `enumerate`.
    Enumerate { iter: Value, count: Value },
    /// `zip`.
    Zip { iters: Box<[Value]>, strict: bool },
    /// `map`.
    Map { func: Value, iters: Box<[Value]> },
    /// `filter`.
    Filter { func: Value, iter: Value },
}

/// Data of a built-in kind.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum Data {
    /// An instance of a class without a built-in base.
    Plain,
    /// An integer: beyond 64 bits, or of a subclass of `int`.
    Int(Arc<BigInt>),
    /// An integer of at most 64 bits under a subclass of `int`.
    SmallInt(i64),
    /// A float under a subclass of `float`.
    Float(f64),
    Complex(f64, f64),
    Str(PyStr),
    Bytes(Arc<[u8]>),
    ByteArray(Vec<u8>),
    Tuple(CowRow<Value>),
    List(Vec<Value>),
    Dict(Cow<Dict>),
    /// `set` and `frozenset`.
    Set(Cow<Dict>),
    Range {
        start: i64,
        stop: i64,
        step: i64,
    },
    Slice(Cow<[Value; 3]>),
    Cell(Value),
    Function(Cow<Function>),
    Method {
        func: Value,
        this: Value,
    },
    /// A function written in Rust; with `this` once bound.
    Native {
        def: &'static NativeDef,
        this: Value,
    },
    Type(Cow<TypeData>),
    Module {
        dict: Id,
    },
    Code(Cow<CodeObj>),
    Generator(Cow<GenData>),
    Exception(Cow<ExcData>),
    Traceback(Cow<TracebackData>),
    Frame(Cow<FrameInfo>),
    /// fget, fset, fdel, doc, name.
    Property(Cow<[Value; 5]>),
    StaticMethod(Value),
    ClassMethod(Value),
    /// class, object, the object's class.
    Super(Cow<[Value; 3]>),
    Iter(Cow<IterData>),
    /// `hash` is the target's, kept when it dies; 0 = not known.
    WeakRef {
        target: Option<Id>,
        callback: Value,
        hash: u64,
    },
    /// `_thread.lock`; `owner` is the thread that took it last, for the pictures only.
    Lock {
        locked: bool,
        owner: u32,
    },
    RLock {
        owner: u32,
        count: u32,
    },
    Deque {
        items: Cow<VecDeque<Value>>,
        maxlen: Option<usize>,
    },
    MappingProxy(Value),
    /// kind 0 keys, 1 values, 2 items.
    DictView {
        dict: Value,
        kind: u8,
    },
    /// A `__slots__` member: its name and where it is kept.
    Member {
        name: PyStr,
        owner: Id,
    },
    /// An attribute of a built-in type computed by native code.
    GetSet(&'static NativeDef, Option<&'static NativeDef>),
    /// func, args tuple, keywords dict.
    Partial(Cow<[Value; 3]>),
    Random(Cow<super::random::Twister>),
    /// `types.GenericAlias`: origin, args.
    Alias(Cow<[Value; 2]>),
    /// Fields of a native module's own object, counted; what they mean is the module's business.
    Fields(CowRow<Value>),
}

impl Data {
    /// Calls `f` with each counted slot.
    pub fn each_ref(&self, f: &mut dyn FnMut(Value)) {
        match self {
            Data::Plain | Data::Int(_) | Data::SmallInt(_) | Data::Float(_) | Data::Complex(..) => {}
            Data::Str(_) | Data::Bytes(_) | Data::ByteArray(_) | Data::Range { .. } => {}
            Data::Lock { .. } | Data::RLock { .. } | Data::GetSet(..) | Data::Random(_) => {}
            Data::Member { owner, .. } => f(Value::Obj(*owner)),
            Data::Tuple(items) | Data::Fields(items) => items.iter().for_each(|v| f(*v)),
            Data::List(items) => items.iter().for_each(|v| f(*v)),
            Data::Dict(table) | Data::Set(table) => {
                for entry in table.iter() {
                    f(entry.key);
                    f(entry.value);
                }
            }
            Data::Slice(items) | Data::Super(items) | Data::Partial(items) => {
                items.iter().for_each(|v| f(*v))
            }
            Data::Alias(items) => items.iter().for_each(|v| f(*v)),
            Data::Property(items) => items.iter().for_each(|v| f(*v)),
            Data::Cell(v) | Data::StaticMethod(v) | Data::ClassMethod(v) | Data::MappingProxy(v) => f(*v),
            Data::Function(function) => {
                f(Value::Obj(function.code));
                f(Value::Obj(function.globals));
                for v in [
                    function.name,
                    function.qualname,
                    function.defaults,
                    function.kwdefaults,
                    function.closure,
                    function.annotate,
                    function.annotations,
                    function.doc,
                    function.module,
                    function.type_params,
                ] {
                    f(v);
                }
            }
            Data::Method { func, this } => {
                f(*func);
                f(*this);
            }
            Data::Native { this, .. } => f(*this),
            Data::Type(class) => {
                class.bases.iter().for_each(|id| f(Value::Obj(*id)));
                class.mro.iter().skip(1).for_each(|id| f(Value::Obj(*id)));
                class.dict.iter().for_each(|(_, v)| f(v));
            }
            Data::Module { dict } => f(Value::Obj(*dict)),
            Data::Code(code) => code.consts.iter().for_each(|v| f(*v)),
            Data::Generator(generator) => {
                if let Some(frame) = &generator.frame {
                    frame.each_ref(&mut *f);
                }
                generator.slots.iter().for_each(|v| f(*v));
                for v in [generator.exc, generator.code, generator.name, generator.qualname, generator.extra]
                {
                    f(v);
                }
            }
            Data::Exception(exc) => {
                for v in [exc.args, exc.cause, exc.context, exc.traceback] {
                    f(v);
                }
            }
            Data::Traceback(entry) => {
                f(entry.next);
                f(entry.frame);
            }
            Data::Frame(info) => {
                for v in [info.code, info.globals, info.locals, info.back] {
                    f(v);
                }
            }
            Data::Iter(iter) => iter.each_ref(f),
            Data::WeakRef { callback, .. } => f(*callback),
            Data::Deque { items, .. } => items.iter().for_each(|v| f(*v)),
            Data::DictView { dict, .. } => f(*dict),
        }
    }
}

impl Data {
    /// Bytes that belong to the data besides its own place, roughly.
    pub fn bytes(&self) -> usize {
        const VALUE: usize = size_of::<Value>();
        match self {
            Data::Int(n) => n.bits() as usize / 8,
            Data::Str(text) => text.as_str().len(),
            Data::Bytes(bytes) => bytes.len(),
            Data::ByteArray(bytes) => bytes.len(),
            Data::Tuple(items) | Data::Fields(items) => items.len() * VALUE,
            Data::List(items) => items.capacity() * VALUE,
            Data::Deque { items, .. } => items.capacity() * VALUE,
            Data::Dict(table) | Data::Set(table) => table.len() * 3 * VALUE,
            Data::Generator(generator) => generator.slots.len() * VALUE,
            Data::Random(_) => 2500,
            _ => VALUE,
        }
    }
}

impl IterData {
    fn each_ref(&self, f: &mut dyn FnMut(Value)) {
        match self {
            IterData::Seq { seq, .. } | IterData::Reversed { seq, .. } => f(*seq),
            IterData::Table { table, .. } => f(*table),
            IterData::Set { table, keys, .. } => {
                f(*table);
                f(*keys);
            }
            IterData::Range { .. } => {}
            IterData::Call { callable, sentinel } => {
                f(*callable);
                f(*sentinel);
            }
            IterData::Enumerate { iter, count } => {
                f(*iter);
                f(*count);
            }
            IterData::Zip { iters, .. } => iters.iter().for_each(|v| f(*v)),
            IterData::Map { func, iters } => {
                f(*func);
                iters.iter().for_each(|v| f(*v));
            }
            IterData::Filter { func, iter } => {
                f(*func);
                f(*iter);
            }
        }
    }
}

impl Object {
    /// Calls `f` with each counted slot: class, attributes, data.
    pub fn each_ref(&self, f: &mut dyn FnMut(Value)) {
        f(Value::Obj(self.class));
        match &self.attrs {
            Attrs::None => {}
            Attrs::Own(names) => names.iter().for_each(|(_, v)| f(v)),
            Attrs::Dict(id) => f(Value::Obj(*id)),
        }
        self.data.each_ref(f);
    }
}
