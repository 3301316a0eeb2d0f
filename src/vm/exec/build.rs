//! Instructions that build and take apart: containers, strings, functions, patterns.

use super::*;
use crate::source::PyStr;
use crate::vm::cow::Cow;
use crate::vm::object::Function;

impl Vm {
    /// Moves the top `n` values off the stack; they stay alive until the instruction ends.
    fn pop_n(&mut self, n: usize) -> Vec<Value> {
        let at = self.th.stack.len() - n;
        let values = self.th.stack.split_off(at);
        values.iter().for_each(|v| self.heap.dec(*v));
        values
    }

    /// Instructions that build; what concerns control flow goes on to `exec_flow`.
    pub(super) fn exec_build(&mut self, instr: Instr) -> Res<()> {
        let n = instr.arg as usize;
        match instr.op {
            Op::BuildTuple => {
                let items = self.pop_n(n);
                let value = self.tuple(items);
                self.push(value);
            }
            Op::BuildList => {
                let items = self.pop_n(n);
                let value = self.list(items);
                self.push(value);
            }
            Op::BuildSet => {
                let items = self.th.stack[self.th.stack.len() - n..].to_vec();
                let set = self.set_of(ty::SET, Default::default());
                let Value::Obj(id) = set else { unreachable!("internal error: set off the heap") };
                for item in &items {
                    match self.table_find(set, *item) {
                        Ok((hash, None)) => self.table_put(id, hash, None, *item, Value::Null),
                        Ok(_) => {}
                        Err(Fail::Python) => {
                            let tuple = self.tuple(items);
                            return self.finish(n, Err(Fail::Python), "_build_set", &[tuple]);
                        }
                        Err(failure) => return Err(failure),
                    }
                }
                self.pop_n(n);
                self.push(set);
            }
            Op::BuildMap => {
                let items = self.th.stack[self.th.stack.len() - 2 * n..].to_vec();
                let dict = self.dict();
                for pair in items.chunks(2) {
                    match self.dict_set(dict, pair[0], pair[1]) {
                        Ok(()) => {}
                        Err(Fail::Python) => {
                            let tuple = self.tuple(items);
                            return self.finish(2 * n, Err(Fail::Python), "_build_map", &[tuple]);
                        }
                        Err(failure) => return Err(failure),
                    }
                }
                self.pop_n(2 * n);
                self.push(Value::Obj(dict));
            }
            Op::BuildString => {
                let parts = self.pop_n(n);
                let text: String =
                    parts.iter().filter_map(|v| self.as_str(*v)).map(|s| s.as_str().to_string()).collect();
                let value = self.str(text);
                self.push(value);
            }
            Op::BuildTemplate => {
                let args = [self.peek(1), self.peek(0)];
                return self.finish(2, Err(Fail::Python), "_build_template", &args);
            }
            Op::BuildInterpolation => {
                let taken = 2 + (n & 1);
                let mut args = self.th.stack[self.th.stack.len() - taken..].to_vec();
                args.insert(2, Value::Int((n >> 2) as i64));
                return self.finish(taken, Err(Fail::Python), "_build_interpolation", &args);
            }
            Op::BuildSlice => {
                let mut parts = self.pop_n(n);
                parts.resize(3, Value::None);
                let value = self.alloc(ty::SLICE, Data::Slice(Cow::new([parts[0], parts[1], parts[2]])));
                self.push(value);
            }
            Op::ListAppend => {
                let value = self.peek(0);
                let list = self.peek(n);
                if let Value::Obj(id) = list {
                    self.list_push(id, value);
                }
                self.pop();
            }
            Op::SetAdd => {
                let (set, item) = (self.peek(n), self.peek(0));
                let result = match self.table_find(set, item) {
                    Ok((hash, None)) => {
                        if let Value::Obj(id) = set {
                            self.table_put(id, hash, None, item, Value::Null);
                        }
                        Ok(())
                    }
                    Ok(_) => Ok(()),
                    Err(failure) => Err(failure),
                };
                return self.finish_unit(1, result, "_set_add", &[set, item]);
            }
            Op::MapAdd => {
                let (value, key) = (self.peek(0), self.peek(1));
                let Value::Obj(dict) = self.peek(n + 1) else { panic!("internal error: no dict") };
                let result = self.dict_set(dict, key, value);
                return self.finish_unit(2, result, "op_setitem", &[Value::Obj(dict), key, value]);
            }
            Op::ListExtend => {
                let (list, iterable) = (self.peek(n), self.peek(0));
                let result = match (self.collect(iterable), list) {
                    (Ok(items), Value::Obj(id)) => {
                        let len = self.items(list).map_or(0, <[Value]>::len);
                        self.list_splice(id, len..len, &items);
                        Ok(())
                    }
                    (Err(_), _) => Err(Fail::Python),
                    _ => Ok(()),
                };
                return self.finish_unit(1, result, "op_list_extend", &[list, iterable]);
            }
            Op::SetUpdate => {
                let (set, iterable) = (self.peek(n), self.peek(0));
                return self.finish_unit(1, Err(Fail::Python), "op_set_update", &[set, iterable]);
            }
            Op::DictUpdate => {
                let (dict, other) = (self.peek(n), self.peek(0));
                let result = self.merge_plain(dict, other, false);
                return self.finish_unit(1, result, "op_dict_update", &[dict, other]);
            }
            Op::DictMerge => {
                let (dict, other, func) = (self.peek(n), self.peek(0), self.peek(n + 3));
                let result = self.merge_plain(dict, other, true);
                return self.finish_unit(1, result, "op_dict_merge", &[dict, other, func]);
            }
            Op::FormatSimple => {
                let value = self.peek(0);
                if matches!(self.data(value), Some(Data::Str(_))) && self.class_of(value) == ty::STR {
                    return Ok(());
                }
                let result = self.format(value, "").map(|text| self.str(text));
                let empty = self.str("");
                return self.finish(1, result, "op_format", &[value, empty]);
            }
            Op::FormatWithSpec => {
                let (value, spec) = (self.peek(1), self.peek(0));
                let text = self.as_str(spec).unwrap_or_else(|| "".into());
                let result = self.format(value, &text).map(|text| self.str(text));
                return self.finish(2, result, "op_format", &[value, spec]);
            }
            Op::ConvertValue => {
                let value = self.peek(0);
                let (result, slow) = match n {
                    1 => (self.to_str(value), "op_str"),
                    2 => (self.repr(value), "op_repr"),
                    _ => (Err(Fail::Python), "op_ascii"),
                };
                let result = result.map(|text| self.str(text));
                return self.finish(1, result, slow, &[value]);
            }
            Op::UnpackSequence => {
                let value = self.peek(0);
                match self.items(value) {
                    Some(items) if items.len() == n && self.is_exact_sequence(value) => {
                        let items = items.to_vec();
                        self.pop();
                        items.into_iter().rev().for_each(|v| self.push(v));
                    }
                    _ => {
                        self.begin_unpack(1, "op_unpack", &[value, Value::Int(n as i64)])?;
                    }
                }
            }
            Op::UnpackEx => {
                let value = self.peek(0);
                let (before, after) = (Value::Int((n & 0xff) as i64), Value::Int((n >> 8) as i64));
                self.begin_unpack(1, "op_unpack_ex", &[value, before, after])?;
            }
            Op::MakeFunction => {
                let code = self.peek(0);
                let value = self.make_function(code)?;
                self.pop();
                self.push(value);
            }
            Op::SetFunctionAttribute => {
                let (function, value) = (self.peek(0), self.peek(1));
                let Value::Obj(id) = function else { panic!("internal error: no function") };
                self.heap.replace(id, value, |object, value| match &mut object.data {
                    Data::Function(f) => {
                        let field = match n {
                            1 => &mut f.defaults,
                            2 => &mut f.kwdefaults,
                            4 => &mut f.annotations,
                            8 => &mut f.closure,
                            16 => &mut f.annotate,
                            _ => &mut f.type_params,
                        };
                        std::mem::replace(field, value)
                    }
                    _ => value,
                });
                let len = self.th.stack.len();
                self.th.stack.swap(len - 1, len - 2);
                self.pop();
            }
            Op::LoadCommonConstant => {
                let name = ["AssertionError", "NotImplementedError", "tuple", "all", "any", "list", "set"][n];
                let value =
                    self.get_name(self.builtins, &name.into()).expect("internal error: no such built-in");
                self.push(value);
            }
            Op::LoadBuildClass => {
                let name: PyStr = "__build_class__".into();
                let value = self
                    .get_name(self.builtins, &name)
                    .or_else(|| self.get_name(self.prelude, &name))
                    .expect("internal error: no __build_class__");
                self.push(value);
            }
            Op::MatchMapping | Op::MatchSequence => {
                let value = self.peek(0);
                let slow = if instr.op == Op::MatchMapping { "_match_mapping" } else { "_match_sequence" };
                return self.finish(0, Err(Fail::Python), slow, &[value]);
            }
            Op::MatchKeys => {
                let (subject, keys) = (self.peek(1), self.peek(0));
                return self.finish(0, Err(Fail::Python), "_match_keys", &[subject, keys]);
            }
            Op::MatchClass => {
                let (subject, class, names) = (self.peek(2), self.peek(1), self.peek(0));
                let args = [subject, class, Value::Int(n as i64), names];
                return self.finish(3, Err(Fail::Python), "_match_class", &args);
            }
            Op::SetupAnnotations => {
                let name: PyStr = "__annotations__".into();
                if let Value::Obj(locals) = self.th.frames.last().expect("internal error: no frame").locals
                    && self.get_name(locals, &name).is_none()
                {
                    let dict = self.dict();
                    self.set_name(locals, &name, Value::Obj(dict));
                }
            }
            _ => return self.exec_flow(instr),
        }
        Ok(())
    }

    /// Adds the entries of an exact `dict` whose keys are exact texts; anything else is left to the prelude.
    fn merge_plain(&mut self, dict: Value, other: Value, distinct: bool) -> Res<()> {
        let (Value::Obj(id), ty::DICT) = (dict, self.class_of(other)) else { return Err(Fail::Python) };
        let entries: Vec<_> = self.dict_table(other).map_or(Vec::new(), |table| table.iter().collect());
        for entry in &entries {
            let plain = self.class_of(entry.key) == ty::STR;
            if !plain || (distinct && self.dict_get(id, entry.key)?.is_some()) {
                return Err(Fail::Python);
            }
        }
        for entry in entries {
            self.dict_set(id, entry.key, entry.value)?;
        }
        Ok(())
    }

    fn is_exact_sequence(&self, value: Value) -> bool {
        matches!(self.class_of(value), ty::LIST | ty::TUPLE)
    }

    /// Replaces the top by a list that the prelude makes, then spreads it: done by a second look at the same
    /// instruction, once the list is there.
    fn begin_unpack(&mut self, pops: usize, slow: &str, args: &[Value]) -> Res<()> {
        self.finish(pops, Err(Fail::Python), slow, args)?;
        if let Some(frame) = self.th.frames.last_mut() {
            frame.mode = Mode::Spread;
        }
        Ok(())
    }

    /// Pushes the items of a list in reverse: the end of an unpacking.
    pub(in crate::vm) fn spread(&mut self, list: Value) {
        let items = self.items(list).map_or(Vec::new(), <[Value]>::to_vec);
        items.into_iter().rev().for_each(|v| self.push(v));
    }

    fn make_function(&mut self, code: Value) -> Res {
        let Value::Obj(code) = code else { panic!("internal error: no code") };
        let text = std::sync::Arc::clone(&self.code_obj(code).code);
        let globals = self.th.frames.last().expect("internal error: no frame").globals;
        let name = self.intern(&text.name);
        let qualname = self.intern(&text.qualname);
        let module = self.get_name(globals, &"__name__".into()).unwrap_or(Value::None);
        let doc = if text.flags & crate::program::flag::HAS_DOCSTRING != 0 {
            self.code_obj(code).consts.first().copied().unwrap_or(Value::None)
        } else {
            Value::None
        };
        let function = Function {
            code,
            globals,
            name,
            qualname,
            defaults: Value::None,
            kwdefaults: Value::None,
            closure: Value::None,
            annotate: Value::None,
            annotations: Value::Null,
            doc,
            module,
            type_params: Value::Null,
        };
        Ok(self.alloc_with_attrs(ty::FUNCTION, Data::Function(Cow::new(function))))
    }
}
