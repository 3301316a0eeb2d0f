//! Making the image: built-in classes, built-in functions, the prelude, and the modules every program needs.
//!
//! The image is made once a process ([`boot`]) and copied for each program. It is the same bytes in every
//! browser and natively, since nothing from outside goes into it.

use super::cow::Cow;
use super::heap::Heap;
use super::import::Library;
use super::log::Log;
use super::names::NameMap;
use super::native::{NativeDef, Tables};
use super::object::{Attrs, CodeObj, Data, Layout, TypeData, TypeFlags};
use super::settle::settle;
use super::state::{Stream, Vm, World};
use super::step::{Grain, Stop};
use super::thread::{Thread, ThreadId};
use super::types::TYPES;
use super::value::{Id, PyStr, Value};
use super::{builtin, ty};
use crate::program::{Code, CompileMode, Origin, compile, warnings};
use rustpython_compiler_core::bytecode::ConstantData;
use std::sync::Arc;

/// The hidden Python that stands where CPython's C calls back into Python.
pub(super) const PRELUDE: &[(&str, &str)] = &[
    ("<classes>", include_str!("prelude/classes.py")),
    ("<core>", include_str!("prelude/core.py")),
    ("<running>", include_str!("prelude/running.py")),
    ("<imports>", include_str!("prelude/imports.py")),
    ("<containers>", include_str!("prelude/containers.py")),
    ("<iteration>", include_str!("prelude/iteration.py")),
    ("<ranges>", include_str!("prelude/ranges.py")),
    ("<tables>", include_str!("prelude/tables.py")),
    ("<operators>", include_str!("prelude/operators.py")),
    ("<text>", include_str!("prelude/text.py")),
    ("<errors>", include_str!("prelude/errors.py")),
    ("<typing>", include_str!("prelude/typing.py")),
    ("<memory>", include_str!("prelude/memory.py")),
    ("<reducing>", include_str!("prelude/reducing.py")),
    ("<asynchronous>", include_str!("prelude/asynchronous.py")),
    ("<modules>", include_str!("prelude/modules.py")),
];

/// Makes a code object with its constants as values.
pub fn code_value(vm: &mut Vm, code: &Arc<Code>) -> Value {
    let mut consts = Vec::new();
    for (constant, nested) in code.consts.iter().zip(code.nested.iter()) {
        consts.push(match nested {
            Some(nested) => code_value(vm, nested),
            None => constant_value(vm, constant),
        });
    }
    let data = CodeObj { code: Arc::clone(code), consts: consts.into() };
    vm.alloc(ty::CODE, Data::Code(Cow::new(data)))
}

fn constant_value(vm: &mut Vm, constant: &ConstantData) -> Value {
    match constant {
        ConstantData::None => Value::None,
        ConstantData::Ellipsis => Value::Ellipsis,
        ConstantData::Boolean { value } => Value::Bool(*value),
        ConstantData::Float { value } => Value::Float(*value),
        ConstantData::Integer { value } => vm.int(value.clone()),
        ConstantData::Complex { value } => vm.alloc(ty::COMPLEX, Data::Complex(value.re, value.im)),
        ConstantData::Str { value } => {
            let text: PyStr = match value.as_str() {
                Ok(text) => text.into(),
                Err(_) => crate::source::surrogate::from_wtf8(value).into(),
            };
            vm.intern(&text)
        }
        ConstantData::Bytes { value } => vm.bytes(value),
        ConstantData::Tuple { elements } => {
            let items: Vec<Value> = elements.iter().map(|e| constant_value(vm, e)).collect();
            vm.tuple(items)
        }
        ConstantData::Frozenset { elements } => {
            let set = vm.set_of(ty::FROZENSET, Default::default());
            for element in elements {
                let item = constant_value(vm, element);
                if let (Ok((hash, None)), Value::Obj(id)) = (vm.table_find(set, item), set) {
                    vm.table_put(id, hash, None, item, Value::Null);
                }
            }
            set
        }
        ConstantData::Slice { elements } => {
            let parts = [0, 1, 2].map(|at| constant_value(vm, &elements[at]));
            vm.alloc(ty::SLICE, Data::Slice(Cow::new(parts)))
        }
        ConstantData::Code { .. } => panic!("internal error: code among plain constants"),
    }
}

pub(super) fn empty_vm(library: Arc<Library>) -> Vm {
    let nothing = compile("", "<nothing>", Origin::Hidden, CompileMode::Exec)
        .expect("internal error: the empty program does not compile");
    Vm {
        heap: Heap::new(),
        threads: vec![None],
        bodies: Vec::new(),
        th: Thread::new(ThreadId(0)),
        clock: 0,
        output: Cow::new(Log::default()),
        output_bytes: 0,
        output_hash: 0,
        mid_line: false,
        stdin_at: 0,
        ready: Vec::new(),
        weak: Default::default(),
        finalized: Default::default(),
        ending: None,
        shutting_down: false,
        recursion_limit: super::call::RECURSION_LIMIT,
        modules: Id(0),
        builtins: Id(0),
        prelude: Id(0),
        sys: Id(0),
        empty: [Value::Null; 2],
        // Time stands still while the image is made: what is imported from it is imported as the program begins.
        world: Arc::new(World {
            objects_max: u64::MAX,
            bytes_max: u64::MAX,
            instruction_ns: 0,
            ..World::default()
        }),
        library,
        interned: Default::default(),
        code: nothing,
        image_modules: Arc::default(),
        events: Vec::new(),
        watch: false,
    }
}

fn make_types(vm: &mut Vm) {
    vm.heap.reserve(TYPES.len());
    for (id, name, base, layout) in TYPES {
        let short = name.rsplit('.').next().unwrap_or(name);
        let mut mro = vec![*id];
        if *id != ty::OBJECT {
            mro.extend(vm.class(*base).mro.clone());
        }
        let mut bases = if *id == ty::OBJECT { vec![] } else { vec![*base] };
        if *id == ty::EXCEPTION_GROUP {
            // The only built-in class with two bases.
            bases.push(ty::EXCEPTION);
            mro.insert(2, ty::EXCEPTION);
        }
        let exception = *layout == Layout::Exception;
        let has_dict = exception
            || matches!(
                *id,
                ty::FUNCTION | ty::MODULE | ty::TYPE | ty::PARTIAL | ty::SIMPLE_NAMESPACE | ty::STDIO
            )
            || matches!(*id, ty::STATICMETHOD | ty::CLASSMETHOD | ty::THREAD_LOCAL);
        let flags = TypeFlags {
            has_dict,
            in_c: name.contains('.'),
            base_ok: *layout != Layout::Sealed,
            weakrefs: matches!(
                *id,
                ty::FUNCTION | ty::SET | ty::FROZENSET | ty::DEQUE | ty::TYPE | ty::GENERATOR
            ) || matches!(*id, ty::THREAD_LOCAL | ty::LOCK | ty::RLOCK | ty::PARTIAL),
            ..TypeFlags::default()
        };
        let data = TypeData {
            name: short.into(),
            qualname: short.into(),
            bases,
            mro,
            dict: NameMap::default(),
            layout: *layout,
            flags,
            subclasses: vec![],
        };
        let made = vm.heap.alloc(ty::TYPE, Attrs::None, Data::Type(Cow::new(data)));
        assert!(made == *id, "internal error: built-in classes out of order");
        if *id != ty::OBJECT
            && let Data::Type(data) = &mut vm.heap.get_mut(*base).data
        {
            data.subclasses.push(*id);
        }
    }
}

/// The built-in class with this name.
pub fn class_named(name: &str) -> Id {
    TYPES
        .iter()
        .find(|(_, full, _, _)| *full == name || full.rsplit('.').next() == Some(name))
        .map_or_else(|| panic!("internal error: no built-in class {name}"), |(id, ..)| *id)
}

fn install(vm: &mut Vm, tables: &Tables) {
    let owner = |def: &NativeDef| match def.name.rsplit_once('.') {
        Some((class, name)) => (class_named(class), PyStr::shared(name)),
        None => panic!("internal error: {} belongs to no class", def.name),
    };
    for def in tables.methods {
        let (class, name) = owner(def);
        let kind = if name.starts_with("__") { ty::WRAPPER_DESCRIPTOR } else { ty::METHOD_DESCRIPTOR };
        let value = vm.alloc(kind, Data::Native { def, this: Value::Null });
        vm.put_class_attr(class, &name, value);
    }
    for def in tables.statics {
        let (class, name) = owner(def);
        let value = vm.alloc(ty::NATIVE, Data::Native { def, this: Value::Null });
        vm.put_class_attr(class, &name, value);
    }
    for def in tables.classmethods {
        let (class, name) = owner(def);
        let value = vm.alloc(ty::CLASSMETHOD_DESCRIPTOR, Data::Native { def, this: Value::Null });
        vm.put_class_attr(class, &name, value);
    }
    for def in tables.getters {
        let (class, name) = owner(def);
        let value = vm.alloc(ty::GETSET, Data::GetSet(def, None));
        vm.put_class_attr(class, &name, value);
    }
    for (get, set) in tables.accessors {
        let (class, name) = owner(get);
        let value = vm.alloc(ty::GETSET, Data::GetSet(get, Some(set)));
        vm.put_class_attr(class, &name, value);
    }
    for def in tables.functions {
        let value = vm.alloc(ty::NATIVE, Data::Native { def, this: Value::Null });
        match def.name.strip_prefix("prelude.") {
            Some(name) => vm.set_name(vm.prelude, &name.into(), value),
            None => vm.set_name(vm.builtins, &def.name.into(), value),
        }
    }
}

/// Makes the image: a state in which no program has begun.
pub fn boot(library: Library, tables: &[&'static Tables], modules: &[&str]) -> Vm {
    let mut vm = empty_vm(Arc::new(library));
    make_types(&mut vm);
    vm.empty = [vm.str(""), vm.tuple([])];
    vm.empty.into_iter().for_each(|value| vm.heap.inc(value));
    vm.prelude = vm.dict();
    vm.modules = vm.dict();
    let (builtins, dict) = vm.new_module("builtins");
    vm.builtins = dict;
    for (id, name, ..) in TYPES {
        let public = !name.contains('.') && !name.starts_with('_');
        let hidden = matches!(
            *id,
            ty::NONE_TYPE
                | ty::NOT_IMPLEMENTED_TYPE
                | ty::ELLIPSIS_TYPE
                | ty::FUNCTION
                | ty::METHOD
                | ty::MODULE
                | ty::CODE
                | ty::CELL
                | ty::FRAME
                | ty::TRACEBACK
                | ty::GENERATOR
                | ty::COROUTINE
                | ty::ASYNC_GENERATOR
                | ty::MAPPINGPROXY
                | ty::ITERATOR
        ) || name.contains("iterator")
            || name.starts_with("dict_")
            || name.contains("descriptor")
            || name.contains('-')
            || name.contains("builtin_");
        let dict = if public && !hidden { vm.builtins } else { vm.prelude };
        let short = name.rsplit('.').next().unwrap_or(name);
        vm.set_name(dict, &short.into(), Value::Obj(*id));
    }
    for (name, value) in [
        ("None", Value::None),
        ("True", Value::Bool(true)),
        ("False", Value::Bool(false)),
        ("NotImplemented", Value::NotImplemented),
        ("Ellipsis", Value::Ellipsis),
        ("__debug__", Value::Bool(true)),
        ("IOError", Value::Obj(ty::OS_ERROR)),
        ("EnvironmentError", Value::Obj(ty::OS_ERROR)),
    ] {
        vm.set_name(dict, &name.into(), value);
    }
    for (id, name, ..) in TYPES {
        let module = name.rsplit_once('.').map_or("builtins", |(module, _)| module);
        let module = vm.intern(&module.into());
        vm.put_class_attr(*id, &"__module__".into(), module);
    }
    // Instances of all classes have one; the texts of CPython's own are not here.
    vm.put_class_attr(ty::OBJECT, &"__doc__".into(), Value::None);
    for tables in builtin::ALL.iter().chain(tables) {
        install(&mut vm, tables);
    }
    for (id, ..) in TYPES {
        // None in place of __hash__ makes instances unhashable, as in CPython.
        if matches!(*id, ty::LIST | ty::DICT | ty::SET | ty::BYTEARRAY) {
            vm.put_class_attr(*id, &"__hash__".into(), Value::None);
        }
    }
    let name = vm.intern(&"builtins".into());
    let _ = vm.dict_set(vm.modules, name, builtins);
    let prelude_name = vm.intern(&"builtins".into());
    vm.set_name(vm.prelude, &"__name__".into(), prelude_name);
    vm.set_name(vm.prelude, &"__modules".into(), Value::Obj(vm.modules));
    for (file, text) in PRELUDE {
        let code = compile(text, file, Origin::Hidden, CompileMode::Exec)
            .unwrap_or_else(|errors| panic!("internal error: prelude {file}: {errors:?}"));
        run_to_end(&mut vm, &code);
    }
    for name in ["__build_class__", "__import__"] {
        if let Some(value) = vm.get_name(vm.prelude, &name.into()) {
            vm.set_name(vm.builtins, &name.into(), value);
        }
    }
    // Functions of the prelude that are built-ins by name.
    if let Some(exports) = vm.get_name(vm.prelude, &"__builtins_exports".into()) {
        let names: Vec<PyStr> =
            vm.items(exports).unwrap_or(&[]).iter().filter_map(|v| vm.as_str(*v)).collect();
        for name in names {
            if let Some(value) = vm.get_name(vm.prelude, &name) {
                vm.set_name(vm.builtins, &name, value);
            }
        }
    }
    let names: Vec<Value> = modules.iter().map(|name| vm.str(*name)).collect();
    let names = vm.list(names);
    vm.set_name(vm.prelude, &"_image_modules".into(), names);
    let code = compile("_boot_image()", "<boot>", Origin::Hidden, CompileMode::Exec)
        .unwrap_or_else(|errors| panic!("internal error: {errors:?}"));
    run_to_end(&mut vm, &code);
    settle(&mut vm);
    vm
}

fn run_to_end(vm: &mut Vm, code: &Arc<Code>) {
    let value = code_value(vm, code);
    let globals = Value::Obj(vm.prelude);
    if vm.enter_code(value, globals, globals, Value::None, super::frame::Mode::Bottom).is_err() {
        panic!("internal error: the prelude cannot begin");
    }
    loop {
        match vm.run(Grain::Block, 1_000_000, None) {
            Stop::Ended => break,
            Stop::Blocked => panic!("internal error: the image waits for somebody"),
            _ => {}
        }
        if vm.th.frames.is_empty() {
            break;
        }
    }
    let failed = vm.th.died_of.is_some();
    let text: String = vm.output.iter().map(|o| o.text.to_string()).collect();
    assert!(!failed && text.is_empty(), "internal error: {} failed: {text}", code.file.name.as_str());
    vm.th = Thread::new(ThreadId(0));
}

/// Begins a program in a copy of the image.
pub fn begin(image: &mut Vm, code: &Arc<Code>, world: World) -> Vm {
    let mut vm = image.copy();
    vm.world = Arc::new(world);
    vm.heap.region = 1;
    vm.th = Thread::new(ThreadId(0));
    vm.threads = vec![None];
    let (module, globals) = vm.new_module("__main__");
    let name = vm.intern(&"__main__".into());
    let _ = vm.dict_set(vm.modules, name, module);
    let builtins = vm.get_name(vm.modules, &"builtins".into()).unwrap_or(Value::None);
    vm.set_name(globals, &"__builtins__".into(), builtins);
    let file = vm.str(code.file.name.clone());
    vm.set_name(globals, &"__file__".into(), file);
    if let Some(sys) = vm.get_name(vm.modules, &"sys".into())
        && let Some(Data::Module { dict }) = vm.data(sys)
    {
        vm.sys = *dict;
        let argv: Vec<Value> = vm.world.argv.clone().into_iter().map(|a| vm.str(a)).collect();
        let argv = vm.list(argv);
        vm.set_name(vm.sys, &"argv".into(), argv);
        vm.set_name(vm.sys, &"modules".into(), Value::Obj(vm.modules));
    }
    for warning in warnings(&code.file.text) {
        vm.write(Stream::Err, &warning.render(&code.file.text, code.file.name.as_str()));
    }
    let code = code_value(&mut vm, code);
    let main = vm.get_name(vm.prelude, &"_main".into()).expect("internal error: the prelude has no _main");
    let args = [code, Value::Obj(globals)];
    let begun = vm.invoke(main, super::native::Args::pos(&args), super::frame::Mode::Bottom);
    assert!(begun.is_ok(), "internal error: the program cannot begin");
    if vm.heap.has_zero() {
        vm.reap();
    }
    vm
}
