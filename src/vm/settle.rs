//! The end of making the image: its modules are moved aside, with what an import of each has to do, and all is frozen.

use super::Vm;
use super::import::ImageModule;
use super::object::Data;
use super::value::{PyStr, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Moves the imported modules aside, so that a program imports them at no cost but still must import them.
pub(super) fn settle(vm: &mut Vm) {
    let entries: Vec<_> = vm.dict_table(Value::Obj(vm.modules)).map_or(Vec::new(), |t| t.iter().collect());
    let mut image = BTreeMap::new();
    for entry in entries {
        let Some(name) = vm.as_str(entry.key) else { continue };
        if !matches!(name.as_str(), "sys" | "builtins") {
            // The table that finds image modules keeps them alive, since the image is immortal.
            vm.heap.inc(entry.value);
            vm.del_name(vm.modules, &name);
            let imports = noted(vm, "_image_imports", &name);
            image.insert(
                name.to_string(),
                ImageModule { module: entry.value, imports, exits: vec![], loose: false },
            );
        }
    }
    let exits = vm.get_name(vm.prelude, &"_image_exits".into());
    for exit in exits.and_then(|exits| vm.items(exits)).map(<[Value]>::to_vec).unwrap_or_default() {
        let func = vm.items(exit).map_or(Value::Null, |parts| parts[0]);
        let owner = match vm.data(func) {
            Some(Data::Function(function)) => vm.as_str(function.module),
            _ => None,
        };
        let owner = owner.and_then(|owner| image.get_mut(owner.as_str()));
        owner.expect("internal error: no module of the image has left this for the exit").exits.push(exit);
    }
    detach(vm, &mut image);
    vm.interned.settle();
    vm.image_modules = Arc::new(image.into_iter().map(|(name, module)| (name.into(), module)).collect());
    if vm.heap.has_zero() {
        vm.reap();
    }
    vm.heap.freeze();
    vm.clock = 0;
    vm.events.clear();
}

/// Takes modules that their package does not import itself out of its attributes, until a program imports them.
fn detach(vm: &mut Vm, image: &mut BTreeMap<String, ImageModule>) {
    let loose: Vec<String> = image.keys().filter(|name| is_loose(name, image)).cloned().collect();
    for name in loose {
        let (parent, child) = name.rsplit_once('.').expect("internal error: a loose module has a package");
        let package = image.get(parent).and_then(|parent| vm.data(parent.module));
        let Some(Data::Module { dict }) = package else { continue };
        vm.del_name(*dict, &child.into());
        image.entry(name).and_modify(|module| module.loose = true);
    }
}

/// Whether the package of this module comes to be without it.
fn is_loose(name: &str, image: &BTreeMap<String, ImageModule>) -> bool {
    let Some((parent, _)) = name.rsplit_once('.') else { return false };
    let (mut reached, mut next) = (vec![parent], 0);
    while let Some(module) = reached.get(next).and_then(|name| image.get(*name)) {
        next += 1;
        for import in &module.imports {
            if !reached.contains(&import.as_str()) && image.contains_key(import.as_str()) {
                reached.push(import);
            }
        }
    }
    !reached.contains(&name)
}

/// The texts that a dictionary of the prelude lists under this name.
fn noted(vm: &Vm, dict: &str, name: &PyStr) -> Vec<PyStr> {
    let Some(Value::Obj(dict)) = vm.get_name(vm.prelude, &dict.into()) else { return Vec::new() };
    let list = vm.get_name(dict, name).and_then(|list| vm.items(list));
    list.map_or(Vec::new(), |names| names.iter().filter_map(|name| vm.as_str(*name)).collect())
}
