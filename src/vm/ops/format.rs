//! `format(v, spec)`: the format specification mini-language.

use super::super::native::{Args, Fail, Res};
use super::super::object::Data;
use super::super::value::{PyStr, Value};
use super::super::{Vm, ty};
use super::{Dunder, OBJECT_BYTES_MAX};
use crate::source::surrogate::char_of;
use malachite_bigint::BigInt;
use num_complex::Complex64;
use num_traits::ToPrimitive;
use rustpython_common::format::{FormatSpec, FormatSpecError};

impl Vm {
    /// `format(v, spec)`.
    pub fn format(&mut self, v: Value, spec: &str) -> Res<PyStr> {
        if self.is_made(v) {
            let class = self.class_of(v);
            let Some(found) = self.lookup(class, Dunder::Format.name()) else {
                return self.format_object(v, spec);
            };
            let Some(Data::Native { def, .. }) = self.data(found) else { return Err(Fail::Python) };
            if def.name != "object.__format__" && self.format_of_data(v) {
                return self.format_data(v, spec);
            }
            if def.name != "object.__format__" {
                let def = *def;
                let spec = self.str(spec);
                let text = (def.call)(self, Args::pos(&[v, spec]))?;
                return self.as_str(text).ok_or(Fail::Python);
            }
            return self.format_object(v, spec);
        }
        if self.format_of_data(v) { self.format_data(v, spec) } else { self.format_object(v, spec) }
    }

    fn format_of_data(&self, v: Value) -> bool {
        self.is_number(v) || matches!(self.data(v), Some(Data::Str(_)))
    }

    /// `object.__format__`.
    pub fn format_object(&mut self, v: Value, spec: &str) -> Res<PyStr> {
        if spec.is_empty() {
            return self.to_str(v);
        }
        let name = self.class_name(v);
        Err(self.type_error(format!("unsupported format string passed to {name}.__format__")))
    }

    /// `int.__format__`, `float.__format__`, `str.__format__`, `complex.__format__` by data.
    pub fn format_data(&mut self, v: Value, spec: &str) -> Res<PyStr> {
        if spec.is_empty() {
            return if self.is_made(v) { self.to_str(v) } else { self.str_data(v) };
        }
        self.check_spec(spec)?;
        let kind = match v {
            Value::Bool(_) => "bool".into(),
            _ => self.class_name(v),
        };
        let parsed = match FormatSpec::parse(spec) {
            Ok(parsed) => parsed,
            Err(error) => return Err(self.spec_error(error, spec, &kind)),
        };
        let text = if let Value::Bool(b) = v {
            // A bool is formatted as the number that it is, under any presentation but the empty one.
            parsed.format_int(&BigInt::from(u8::from(b)))
        } else if let Some(x) = self.as_float(v) {
            parsed.format_float(x)
        } else if let Some(Data::Complex(re, im)) = self.data(v) {
            parsed.format_complex(&Complex64::new(*re, *im))
        } else if let Some(n) = self.as_big(v) {
            let n = match n.to_u32().and_then(char_of) {
                Some(c) if spec.ends_with('c') => BigInt::from(u32::from(c)),
                _ => n,
            };
            if !spec.ends_with(['x', 'X', 'o', 'b', 'c', 'e', 'E', 'f', 'F', 'g', 'G', '%']) {
                self.int_text(&n)?;
            }
            parsed.format_int(&n)
        } else {
            let text = self.as_str(v).unwrap_or_else(|| "".into());
            parsed.format_string(&CountedText(text))
        };
        match text {
            Ok(text) => Ok(text.into()),
            Err(error) => Err(self.spec_error(error, spec, &kind)),
        }
    }

    /// `str()` by data: texts as they are, the rest as `repr`.
    pub fn str_data(&mut self, v: Value) -> Res<PyStr> {
        match self.data(v) {
            Some(Data::Str(text)) => Ok(text.clone()),
            _ => self.repr_data(v),
        }
    }

    /// Fails where a width or precision would make too large a text.
    fn check_spec(&mut self, spec: &str) -> Res<()> {
        for digits in spec.split(|c: char| !c.is_ascii_digit()).filter(|d| !d.is_empty()) {
            match digits.parse::<u64>() {
                Ok(n) if n <= OBJECT_BYTES_MAX as u64 => {}
                Ok(n) if n <= i64::MAX as u64 => return Err(self.memory_error()),
                _ => return Err(self.value_error("Too many decimal digits in format string")),
            }
        }
        Ok(())
    }

    fn spec_error(&mut self, error: FormatSpecError, spec: &str, kind: &str) -> Fail {
        use FormatSpecError::*;
        let message = match error {
            DecimalDigitsTooMany => "Too many decimal digits in format string".into(),
            PrecisionTooBig => "precision too big".into(),
            PrecisionMissing => "Format specifier missing precision".into(),
            InvalidFormatSpecifier => {
                format!("Invalid format specifier '{spec}' for object of type '{kind}'")
            }
            UnspecifiedFormat(sign, code) => format!("Cannot specify '{sign}' with '{code}'."),
            ExclusiveFormat(one, other) => format!("Cannot specify both '{one}' and '{other}'."),
            UnknownFormatCode(code, _) => format!("Unknown format code '{code}' for object of type '{kind}'"),
            PrecisionNotAllowed => "Precision not allowed in integer format specifier".into(),
            NotAllowed(what) => format!("{what} not allowed with integer format specifier 'c'"),
            UnableToConvert => return self.overflow_error("int too large to convert to float"),
            CodeNotInRange => return self.overflow_error("%c arg not in range(0x110000)"),
            IntTooLargeForCLong => return self.overflow_error("Python int too large to convert to C long"),
            ZeroPadding => "Zero padding is not allowed in complex format specifier".into(),
            AlignmentFlag => "'=' alignment flag is not allowed in complex format specifier".into(),
            NegativeZeroCoercionNotAllowed("string") => {
                "Negative zero coercion (z) not allowed in string format specifier".into()
            }
            NegativeZeroCoercionNotAllowed(what) => {
                format!("Negative zero coercion (z) not allowed in format specifier with {what}")
            }
            StringAlignmentFlag => "'=' alignment not allowed in string format specifier".into(),
            StringSpecNotAllowed(what) => format!("{what} not allowed in string format specifier"),
            NotImplemented(code, what) => {
                format!("Format code '{code}' for object of type '{what}' not implemented yet")
            }
        };
        self.raise(ty::VALUE_ERROR, message)
    }
}

/// A text with its length in characters, as the formatter wants it.
struct CountedText(PyStr);

impl std::ops::Deref for CountedText {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl rustpython_common::format::CharLen for CountedText {
    fn char_len(&self) -> usize {
        self.0.char_len()
    }
}
