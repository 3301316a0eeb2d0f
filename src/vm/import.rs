//! Modules: where the image and the program get them from.

use super::Vm;
use super::native::Res;
use super::value::Id;
use crate::source::Text;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// How a module comes about.
#[derive(Clone, Debug)]
pub enum ModuleSource {
    /// Native code fills its dictionary.
    Native(fn(&mut Vm, Id) -> Res<()>),
    /// A source text, and whose it is; hidden ones are the project's own Python in place of CPython's C. What it was
    /// compiled to is kept, since replays import it again and again.
    Python { text: Text, file: String, package: bool, origin: Origin, compiled: OnceLock<Arc<Code>> },
}

/// The modules that can be imported, by full name. A module may have both a native and a Python part; the
/// native one runs first.
#[derive(Clone, Debug)]
pub struct Library {
    /// Sources by name, in order of execution.
    pub modules: BTreeMap<String, Vec<ModuleSource>>,
    /// Why a module that CPython has will not be found here.
    pub absent: fn(&str) -> Option<&'static str>,
}

impl Default for Library {
    fn default() -> Library {
        Library { modules: BTreeMap::new(), absent: |_| None }
    }
}

/// A module of the image.
#[derive(Clone, Debug)]
pub struct ImageModule {
    /// The module, executed.
    pub module: Value,
    /// The names of the modules that it has imported, in order.
    pub imports: Vec<PyStr>,
    /// What it has left for the interpreter's exit: entries of `atexit`.
    pub exits: Vec<Value>,
    /// Its package does not import it: it is an attribute there only once it is imported itself.
    pub loose: bool,
}

use super::native::{CallSpec, Fail};
use super::object::{Attrs, Data};
use super::value::{PyStr, Value};
use super::{Stream, ty};
use crate::program::{Code, CompileMode, Origin, compile};
use crate::vm::boot::code_value;

impl Vm {
    /// Makes an empty module with its dictionary.
    pub fn new_module(&mut self, name: &str) -> (Value, Id) {
        let dict = self.dict();
        let text = self.intern(&name.into());
        for (key, value) in [
            ("__name__", text),
            ("__doc__", Value::None),
            ("__package__", Value::None),
            ("__loader__", Value::None),
            ("__spec__", Value::None),
        ] {
            self.set_name(dict, &key.into(), value);
        }
        let module = Value::Obj(self.heap.alloc(ty::MODULE, Attrs::None, Data::Module { dict }));
        (module, dict)
    }

    /// `IMPORT_NAME`: replaces level and names by the module. The prelude's `__import__` does the walking.
    pub(super) fn op_import_name(&mut self, index: usize) -> Res<()> {
        let name = self.code.names[index].clone();
        let len = self.th.stack.len();
        let (level, from) = (self.th.stack[len - 2], self.th.stack[len - 1]);
        // The common case, already imported: no Python needed, but for the notes that are taken while the image is made.
        if !self.image_modules.is_empty()
            && level == Value::Int(0)
            && let Some(module) = self.get_name(self.modules, &name)
            && !module.is_none()
            && (from.is_none() || !self.is_package(module))
            && !(from.is_none() && name.contains('.'))
        {
            return self.finish(2, Ok(module), "", &[]);
        }
        let globals = Value::Obj(self.th.frames.last().expect("internal error: no frame").globals);
        let key = self.intern(&name);
        self.finish(2, Err(Fail::Python), "_import", &[key, globals, from, level])
    }

    fn is_package(&self, module: Value) -> bool {
        self.own(module, &"__path__".into()).is_some()
    }

    /// `IMPORT_FROM`: pushes an attribute of the module on top.
    pub(super) fn op_import_from(&mut self, index: usize) -> Res<()> {
        let name = self.code.names[index].clone();
        let module = *self.th.stack.last().expect("internal error: operand stack is empty");
        if let Some(value) = self.own(module, &name) {
            return self.finish(0, Ok(value), "", &[]);
        }
        let key = self.intern(&name);
        self.finish(0, Err(Fail::Python), "_import_from", &[module, key])
    }

    /// Starts loading a module: makes it, enters it in `sys.modules`, and answers what remains to be done.
    ///
    /// Returns the list of code objects to be executed in its namespace, after the module: the prelude runs
    /// them. Fails with `ModuleNotFoundError` if there is no such module.
    pub fn begin_module(&mut self, name: &PyStr) -> Res {
        let key = self.intern(name);
        let image = Arc::clone(&self.image_modules);
        if let Some(ImageModule { module, .. }) = image.get(name) {
            self.enter_module(name, &image)?;
            let empty = self.list(vec![]);
            return Ok(self.tuple(vec![*module, empty]));
        }
        let library = Arc::clone(&self.library);
        let Some(sources) = library.modules.get(name.as_str()) else {
            let mut message = format!("No module named '{}'", name.as_str());
            if let Some(reason) = (library.absent)(name.as_str()) {
                message.push_str(&format!(": {reason}"));
            }
            let failure = self.raise(ty::MODULE_NOT_FOUND_ERROR, message);
            if let Fail::Raise(exc) = failure {
                self.set_own(exc, "name", key);
            }
            return Err(failure);
        };
        let (module, dict) = self.new_module(name);
        self.dict_set(self.modules, key, module)?;
        let mut codes = Vec::new();
        let mut package = false;
        for source in sources {
            match source {
                ModuleSource::Native(init) => init(self, dict)?,
                ModuleSource::Python { text, file, package: is_package, origin, compiled } => {
                    package |= *is_package;
                    let code = match compiled.get() {
                        Some(code) => Arc::clone(code),
                        None => {
                            let code = compile(text, file, *origin, CompileMode::Exec).map_err(|errors| {
                                let text = errors.first().map_or(String::new(), |e| e.message.clone());
                                self.raise(ty::SYNTAX_ERROR, format!("{file}: {text}"))
                            })?;
                            Arc::clone(compiled.get_or_init(|| code))
                        }
                    };
                    if *origin != Origin::Hidden || self.get_name(dict, &"__file__".into()).is_none() {
                        let path = self.str(file.as_str());
                        self.set_name(dict, &"__file__".into(), path);
                    }
                    let value = code_value(self, &code);
                    codes.push(value);
                }
            }
        }
        if package {
            let empty = self.list(vec![]);
            self.set_name(dict, &"__path__".into(), empty);
        }
        let parent = if package {
            name.clone()
        } else {
            PyStr::from(name.rsplit_once('.').map_or("", |(parent, _)| parent))
        };
        let parent = self.intern(&parent);
        self.set_name(dict, &"__package__".into(), parent);
        let codes = self.list(codes);
        Ok(self.tuple(vec![module, codes]))
    }

    /// Enters a module of the image in `sys.modules`, and those that it imports, as if they were executed.
    fn enter_module(&mut self, name: &PyStr, image: &FxHashMap<PyStr, ImageModule>) -> Res<()> {
        let Some(entry) = image.get(name) else { return Ok(()) };
        if self.get_name(self.modules, name).is_some() {
            return Ok(());
        }
        if let Some((parent, child)) = name.rsplit_once('.') {
            let parent = PyStr::from(parent);
            self.enter_module(&parent, image)?;
            if entry.loose
                && let Some(Data::Module { dict }) =
                    image.get(&parent).and_then(|parent| self.data(parent.module))
            {
                self.set_name(*dict, &child.into(), entry.module);
            }
        }
        let key = self.intern(name);
        self.dict_set(self.modules, key, entry.module)?;
        entry.imports.iter().try_for_each(|import| self.enter_module(import, image))?;
        let atexit = image.get(&PyStr::from("atexit")).map(|atexit| atexit.module);
        if let Some(Value::Obj(callbacks)) = atexit.and_then(|atexit| self.own(atexit, &"_callbacks".into()))
        {
            entry.exits.iter().for_each(|exit| self.list_push(callbacks, *exit));
        }
        Ok(())
    }

    /// Tail-calls a prelude function with keyword arguments.
    pub fn slow_kw(&mut self, name: &str, args: super::native::Args) -> Fail {
        match self.get_name(self.prelude, &name.into()) {
            Some(callable) => {
                Fail::Call(Box::new(CallSpec { callable, pos: args.pos.to_vec(), kw: args.kw.to_vec() }))
            }
            None => self.raise(ty::NOT_IMPLEMENTED_ERROR, name),
        }
    }

    /// Writes a line to standard error: for messages of the machine itself.
    pub fn complain(&mut self, text: &str) {
        self.write(Stream::Err, text);
    }
}
