//! `bytes` and `bytearray`: construction and special methods; tables of the methods that both have.
//!
//! A method that both have is one function here; its result is of the kind of `self`.

pub mod array;
pub mod edit;
pub mod search;

use super::super::native::{Args, CallSpec, Fail, NONE, Res, Tables};
use super::super::object::Data;
use super::super::ops::{Cmp, Dunder, Operator};
use super::super::value::{Id, Value};
use super::super::{Vm, ty};
use super::int::new_class;
use super::slots::{hash, receiver, repr, rich, sequence};
use super::str::{bytes_of, codec_args, decode as decode_text};
use crate::natives;

/// What this file offers.
pub const TABLES: Tables = Tables {
    methods: natives![
        "bytes.__add__" => |vm, args| sequence(vm, args, ty::BYTES, Operator::Add, false),
        "bytes.__mul__" => |vm, args| sequence(vm, args, ty::BYTES, Operator::Multiply, false),
        "bytes.__rmul__" => |vm, args| sequence(vm, args, ty::BYTES, Operator::Multiply, false),
        "bytes.__mod__" => |vm, args| sequence(vm, args, ty::BYTES, Operator::Remainder, false),
        "bytes.__rmod__" => |vm, args| reversed_mod(vm, args, ty::BYTES),
        "bytes.__eq__" => |vm, args| rich(vm, args, ty::BYTES, Cmp::Eq),
        "bytes.__ne__" => |vm, args| rich(vm, args, ty::BYTES, Cmp::Ne),
        "bytes.__lt__" => |vm, args| rich(vm, args, ty::BYTES, Cmp::Lt),
        "bytes.__le__" => |vm, args| rich(vm, args, ty::BYTES, Cmp::Le),
        "bytes.__gt__" => |vm, args| rich(vm, args, ty::BYTES, Cmp::Gt),
        "bytes.__ge__" => |vm, args| rich(vm, args, ty::BYTES, Cmp::Ge),
        "bytes.__hash__" => |vm, args| hash(vm, args, ty::BYTES),
        "bytes.__repr__" => |vm, args| repr(vm, args, ty::BYTES),
        "bytes.__bytes__" => |vm, args| { let (_, bytes) = me(vm, &args, "__bytes__")?; Ok(vm.bytes(&bytes)) },
        "bytearray.__add__" => |vm, args| sequence(vm, args, ty::BYTEARRAY, Operator::Add, false),
        "bytearray.__iadd__" => |vm, args| sequence(vm, args, ty::BYTEARRAY, Operator::Add, true),
        "bytearray.__mul__" => |vm, args| sequence(vm, args, ty::BYTEARRAY, Operator::Multiply, false),
        "bytearray.__rmul__" => |vm, args| sequence(vm, args, ty::BYTEARRAY, Operator::Multiply, false),
        "bytearray.__imul__" => |vm, args| sequence(vm, args, ty::BYTEARRAY, Operator::Multiply, true),
        "bytearray.__mod__" => |vm, args| sequence(vm, args, ty::BYTEARRAY, Operator::Remainder, false),
        "bytearray.__rmod__" => |vm, args| reversed_mod(vm, args, ty::BYTEARRAY),
        "bytearray.__eq__" => |vm, args| rich(vm, args, ty::BYTEARRAY, Cmp::Eq),
        "bytearray.__ne__" => |vm, args| rich(vm, args, ty::BYTEARRAY, Cmp::Ne),
        "bytearray.__lt__" => |vm, args| rich(vm, args, ty::BYTEARRAY, Cmp::Lt),
        "bytearray.__le__" => |vm, args| rich(vm, args, ty::BYTEARRAY, Cmp::Le),
        "bytearray.__gt__" => |vm, args| rich(vm, args, ty::BYTEARRAY, Cmp::Gt),
        "bytearray.__ge__" => |vm, args| rich(vm, args, ty::BYTEARRAY, Cmp::Ge),
        "bytearray.__repr__" => |vm, args| repr(vm, args, ty::BYTEARRAY),
        "bytes.decode" => decode,
        "bytearray.decode" => decode,
        "bytes.hex" => hex,
        "bytearray.hex" => hex,
    ],
    statics: natives![
        "bytes.__new__" => |vm, args| new(vm, args, ty::BYTES),
        "bytearray.__new__" => |vm, args| new(vm, args, ty::BYTEARRAY),
    ],
    classmethods: natives![
        "bytes.fromhex" => fromhex,
        "bytearray.fromhex" => fromhex,
    ],
    ..NONE
};

/// `self.__rmod__(format)`: `format % self`.
fn reversed_mod(vm: &mut Vm, args: Args, kind: Id) -> Res {
    let format = vm.takes_one("bytes.__rmod__", args)?;
    if vm.byte_slice(format).is_none() {
        return Ok(Value::NotImplemented);
    }
    sequence(vm, Args::pos(&[format, args.pos[0]]), kind, Operator::Remainder, false)
}

/// `self` and its bytes.
pub fn me(vm: &mut Vm, args: &Args, name: &str) -> Res<(Value, Vec<u8>)> {
    let this = args.get(0);
    match vm.byte_slice(this) {
        Some(bytes) => Ok((this, bytes.to_vec())),
        None => receiver(vm, args, ty::BYTES, name).map(|this| (this, Vec::new())),
    }
}

/// New bytes of the kind of `like`.
pub fn made_like(vm: &mut Vm, like: Value, bytes: Vec<u8>) -> Value {
    match vm.data(like) {
        Some(Data::ByteArray(_)) => vm.alloc(ty::BYTEARRAY, Data::ByteArray(bytes)),
        _ => vm.bytes(&bytes),
    }
}

/// A bytes-like argument, or "a bytes-like object is required, not 'int'".
pub fn bytes_arg(vm: &mut Vm, v: Value) -> Res<Vec<u8>> {
    match vm.bytes_like(v) {
        Some(bytes) => Ok(bytes),
        None => {
            let name = vm.class_name(v);
            Err(vm.type_error(format!("a bytes-like object is required, not '{name}'")))
        }
    }
}

/// A number as a byte.
pub fn byte_of(vm: &mut Vm, v: Value, kind: &str) -> Res<u8> {
    let n = vm.clamped(v)?;
    match u8::try_from(n) {
        Ok(byte) => Ok(byte),
        Err(_) if kind == "bytes" => Err(vm.value_error("bytes must be in range(0, 256)")),
        Err(_) => Err(vm.value_error("byte must be in range(0, 256)")),
    }
}

/// The bytes that an object is or that its items are.
pub fn bytes_from(vm: &mut Vm, source: Value, kind: &str) -> Res<Vec<u8>> {
    if let Some(bytes) = vm.byte_slice(source) {
        return Ok(bytes.to_vec());
    }
    let walks = vm.iterates_natively(source);
    if !walks && (vm.has_dunder(source, Dunder::Iter) || vm.has_dunder(source, Dunder::GetItem)) {
        return Err(Fail::Python);
    }
    if !walks || matches!(vm.data(source), Some(Data::Str(_))) {
        let name = vm.class_name(source);
        return Err(vm.type_error(format!("cannot convert '{name}' object to bytes")));
    }
    let items = vm.collect(source)?;
    items.into_iter().map(|item| byte_of(vm, item, kind)).collect()
}

fn new(vm: &mut Vm, args: Args, base: Id) -> Res {
    let class = new_class(vm, &args, base)?;
    let kind = if base == ty::BYTES { "bytes" } else { "bytearray" };
    let [source, encoding, errors] = vm.params(kind, &args, 1, ["source", "encoding", "errors"], 0, 0)?;
    let bytes = if source.is_null() {
        Vec::new()
    } else if let Some(Data::Str(_)) = vm.data(source) {
        if encoding.is_null() {
            return Err(vm.type_error("string argument without an encoding"));
        }
        let (encoding, errors) = codec_args(vm, kind, encoding, errors)?;
        bytes_of(vm, source, &encoding, &errors)?
    } else if !encoding.is_null() {
        return Err(vm.type_error("encoding without a string argument"));
    } else if vm.overrides(source, Dunder::Bytes) {
        return Err(Fail::Python);
    } else if let Some(n) = vm.as_i64(source) {
        let Ok(size) = usize::try_from(n) else { return Err(vm.value_error("negative count")) };
        vm.check_bytes(size)?;
        vec![0; size]
    } else if vm.has_dunder(source, Dunder::Index) {
        return Err(Fail::Python);
    } else if vm.iterates_natively(source) || vm.byte_slice(source).is_some() {
        bytes_from(vm, source, kind)?
    } else if vm.has_dunder(source, Dunder::Iter) || vm.has_dunder(source, Dunder::GetItem) {
        return Err(Fail::Python);
    } else {
        let name = vm.class_name(source);
        return Err(vm.type_error(format!("cannot convert '{name}' object to {kind}")));
    };
    let data = if base == ty::BYTES { Data::Bytes(bytes.into()) } else { Data::ByteArray(bytes) };
    Ok(if class == base { vm.alloc(class, data) } else { vm.new_instance(class, data) })
}

fn decode(vm: &mut Vm, args: Args) -> Res {
    let (_, bytes) = me(vm, &args, "decode")?;
    let [encoding, errors] = vm.params("decode", &args, 1, ["encoding", "errors"], 0, 0)?;
    let (encoding, errors) = codec_args(vm, "decode", encoding, errors)?;
    let text = decode_text(vm, &bytes, &encoding, &errors)?;
    Ok(vm.str(text))
}

fn hex(vm: &mut Vm, args: Args) -> Res {
    let (_, bytes) = me(vm, &args, "hex")?;
    let [mark, group] = vm.params("hex", &args, 1, ["sep", "bytes_per_sep"], 0, 0)?;
    let mark = if mark.is_null() {
        String::new()
    } else {
        match (vm.as_str(mark), vm.byte_slice(mark)) {
            (Some(text), _) if text.char_len() == 1 => text.to_string(),
            (None, Some([byte])) => char::from(*byte).to_string(),
            _ => return Err(vm.value_error("sep must be length 1.")),
        }
    };
    let group = if group.is_null() { 1 } else { vm.as_index(group)? };
    let size = group.unsigned_abs() as usize;
    let mut out = String::with_capacity(bytes.len() * 3);
    for (at, byte) in bytes.iter().enumerate() {
        let place = if group > 0 { bytes.len() - at } else { at };
        if at > 0 && size > 0 && place % size == 0 {
            out.push_str(&mark);
        }
        out.push_str(&format!("{byte:02x}"));
    }
    Ok(vm.str(out))
}

fn fromhex(vm: &mut Vm, args: Args) -> Res {
    let (class, text) = vm.one_arg("fromhex", &args)?;
    let given = text;
    let text = match (vm.as_str(given), vm.bytes_like(given)) {
        (Some(text), _) => text.to_string(),
        (None, Some(bytes)) => bytes.into_iter().map(char::from).collect(),
        _ => {
            let name = vm.class_name(given);
            return Err(vm.type_error(format!("fromhex() argument must be str or bytes-like, not {name}")));
        }
    };
    let mut bytes = Vec::new();
    let mut chars = text.chars().enumerate().filter(|(_, c)| !c.is_ascii_whitespace()).peekable();
    while let Some((at, high)) = chars.next() {
        let low = chars.next_if(|(next, _)| *next == at + 1).and_then(|(_, c)| c.to_digit(16));
        let Some((high, low)) = high.to_digit(16).zip(low) else {
            let at = if high.is_ascii_hexdigit() { at + 1 } else { at };
            let message = format!("non-hexadecimal number found in fromhex() arg at position {at}");
            return Err(vm.value_error(message));
        };
        bytes.push((high * 16 + low) as u8);
    }
    let Value::Obj(class) = class else { return Err(Fail::Python) };
    let array = vm.is_subclass(class, ty::BYTEARRAY);
    let data = if array { Data::ByteArray(bytes) } else { Data::Bytes(bytes.into()) };
    if class == ty::BYTES || class == ty::BYTEARRAY {
        return Ok(vm.alloc(class, data));
    }
    // A subclass is called with the bytes, so that its own methods see them.
    let plain = vm.alloc(if array { ty::BYTEARRAY } else { ty::BYTES }, data);
    Err(Fail::Call(Box::new(CallSpec { callable: Value::Obj(class), pos: vec![plain], kw: vec![] })))
}
