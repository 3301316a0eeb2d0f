//! Binding arguments to parameters: defaults, keywords, stars, and what is wrong with a call.
//!
//! After CPython's `initialize_locals` (Python/ceval.c). Only functions written in Python come here.

use super::Vm;
use super::native::{Fail, Res};
use super::object::Data;
use super::value::{Id, PyStr, Value};
use crate::program::{Code, flag};
use std::sync::Arc;

/// The function as messages name it, and its code.
struct Callee {
    name: PyStr,
    code: Arc<Code>,
}

impl Vm {
    /// Binds arguments to parameters: the values of all slots of the callee.
    pub(super) fn bind(&mut self, func: Id, pos: &[Value], kw: &[(PyStr, Value)]) -> Res<Vec<Value>> {
        let Data::Function(function) = &self.heap.get(func).data else {
            panic!("internal error: no function");
        };
        let (defaults, kwdefaults, qualname) = (function.defaults, function.kwdefaults, function.qualname);
        let code = Arc::clone(&self.code_obj(function.code).code);
        let name = self.as_str(qualname).unwrap_or_else(|| code.qualname.clone());
        let callee = Callee { name, code: Arc::clone(&code) };
        let (wanted, kwonly) = (code.arg_count as usize, code.kwonly_count as usize);
        let mut slots = vec![Value::Null; code.locals.len()];
        let taken = pos.len().min(wanted);
        slots[..taken].copy_from_slice(&pos[..taken]);
        let mut next = wanted + kwonly;
        if code.flags & flag::VARARGS != 0 {
            slots[next] = self.tuple(&pos[taken..]);
            next += 1;
        }
        let rest = if code.flags & flag::VARKEYWORDS != 0 {
            let dict = self.dict();
            slots[next] = Value::Obj(dict);
            Some(dict)
        } else {
            None
        };
        for (name, value) in kw {
            let named = code.locals[..wanted + kwonly].iter().position(|n| n == name);
            match named {
                Some(at) if at >= code.posonly_count as usize => {
                    if !slots[at].is_null() {
                        let text = format!(
                            "{}() got multiple values for argument '{}'",
                            callee.name.as_str(),
                            name.as_str()
                        );
                        return Err(self.type_error(text));
                    }
                    slots[at] = *value;
                }
                _ => match rest {
                    Some(dict) => self.set_name(dict, name, *value),
                    None => return Err(self.unexpected_keyword(&callee, name, kw)),
                },
            }
        }
        if pos.len() > wanted && code.flags & flag::VARARGS == 0 {
            return Err(self.too_many_positional(&callee, pos.len(), defaults, &slots));
        }
        let default_count = self.items(defaults).map_or(0, <[Value]>::len);
        let mut missing = Vec::new();
        for at in taken..wanted {
            if slots[at].is_null() {
                if at + default_count >= wanted {
                    slots[at] =
                        self.items(defaults).map_or(Value::Null, |items| items[at + default_count - wanted]);
                } else {
                    missing.push(code.locals[at].clone());
                }
            }
        }
        if !missing.is_empty() {
            return Err(self.missing_arguments(&callee, "positional", &missing));
        }
        for at in wanted..wanted + kwonly {
            if slots[at].is_null() {
                let default = kwdefaults.id().and_then(|dict| self.get_name(dict, &code.locals[at]));
                match default {
                    Some(value) => slots[at] = value,
                    None => missing.push(code.locals[at].clone()),
                }
            }
        }
        if !missing.is_empty() {
            return Err(self.missing_arguments(&callee, "keyword-only", &missing));
        }
        Ok(slots)
    }

    fn unexpected_keyword(&mut self, callee: &Callee, name: &PyStr, kw: &[(PyStr, Value)]) -> Fail {
        let code = &callee.code;
        let posonly: Vec<&str> = code.locals[..code.posonly_count as usize]
            .iter()
            .filter(|n| kw.iter().any(|(k, _)| k == *n))
            .map(|n| n.as_str())
            .collect();
        if !posonly.is_empty() {
            return self.type_error(format!(
                "{}() got some positional-only arguments passed as keyword arguments: '{}'",
                callee.name.as_str(),
                posonly.join(", ")
            ));
        }
        let names: Vec<&str> =
            code.locals[..(code.arg_count + code.kwonly_count) as usize].iter().map(|n| n.as_str()).collect();
        let hint = super::traceback::closest(name, names.into_iter())
            .map_or(String::new(), |near| format!(". Did you mean '{near}'?"));
        self.type_error(format!(
            "{}() got an unexpected keyword argument '{}'{hint}",
            callee.name.as_str(),
            name.as_str()
        ))
    }

    fn too_many_positional(
        &mut self,
        callee: &Callee,
        given: usize,
        defaults: Value,
        slots: &[Value],
    ) -> Fail {
        let code = &callee.code;
        let wanted = code.arg_count as usize;
        let defaults = self.items(defaults).map_or(0, <[Value]>::len);
        let kwonly_given =
            slots[wanted..wanted + code.kwonly_count as usize].iter().filter(|v| !v.is_null()).count();
        let plural = |n: usize| if n == 1 { "" } else { "s" };
        let takes = if defaults > 0 {
            format!("from {} to {wanted} positional arguments", wanted - defaults)
        } else {
            format!("{wanted} positional argument{}", plural(wanted))
        };
        let given_text = if kwonly_given > 0 {
            format!(
                "{given} positional argument{} (and {kwonly_given} keyword-only argument{}) were",
                plural(given),
                plural(kwonly_given)
            )
        } else {
            format!("{given} {}", if given == 1 { "was" } else { "were" })
        };
        self.type_error(format!("{}() takes {takes} but {given_text} given", callee.name.as_str()))
    }

    fn missing_arguments(&mut self, callee: &Callee, kind: &str, names: &[PyStr]) -> Fail {
        let quoted: Vec<String> = names.iter().map(|n| format!("'{}'", n.as_str())).collect();
        let list = match quoted.len() {
            1 => quoted[0].clone(),
            2 => format!("{} and {}", quoted[0], quoted[1]),
            n => format!("{}, and {}", quoted[..n - 1].join(", "), quoted[n - 1]),
        };
        let plural = if names.len() == 1 { "" } else { "s" };
        self.type_error(format!(
            "{}() missing {} required {kind} argument{plural}: {list}",
            callee.name.as_str(),
            names.len()
        ))
    }
}
