//! `'%s is %5.2f' % values`: the older formatting, for `str` and `bytes`.
//!
//! What needs Python (an object's `__str__`, a mapping of the program) answers `Fail::Python`; the prelude turns
//! the values into plain ones and formats again.

use super::super::Vm;
use super::super::native::{Fail, Res};
use super::super::object::Data;
use super::super::value::Value;
use super::{Dunder, OBJECT_BYTES_MAX, ascii_of};
use malachite_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive};
use rustpython_common::cformat::{
    CConversionFlags, CFormatBytes, CFormatConversion, CFormatErrorType, CFormatPart, CFormatPrecision,
    CFormatQuantity, CFormatSpec, CFormatString, CFormatType, CNumberType,
};

/// The values on the right of `%` and how far they are used up.
struct Values {
    items: Vec<Value>,
    at: usize,
    /// The right side as a mapping, if it can be one.
    mapping: Option<Value>,
    is_bytes: bool,
}

impl Vm {
    /// `format % values` of texts.
    pub fn percent(&mut self, format: &str, values: Value) -> Res<String> {
        let parsed: CFormatString = match format.parse() {
            Ok(parsed) => parsed,
            Err(error) => return Err(self.percent_error(error)),
        };
        let mut values = self.percent_values(values, false);
        let mut out = String::new();
        for (_, part) in parsed.iter() {
            match part {
                CFormatPart::Literal(text) => out.push_str(text),
                CFormatPart::Spec(keyed) => {
                    let key = keyed.mapping_key.as_ref().map(|key| self.str(key.as_str()));
                    let text = self.percent_one(keyed.spec, key, &mut values)?;
                    out.push_str(&String::from_utf8_lossy(&text));
                }
            }
            self.check_bytes(out.len())?;
        }
        self.percent_end(&values, "string")?;
        Ok(out)
    }

    /// `format % values` of `bytes` and `bytearray`.
    pub fn percent_bytes(&mut self, format: Value, values: Value) -> Res {
        let bytes = self.byte_slice(format).unwrap_or(&[]).to_vec();
        let parsed = match CFormatBytes::parse_from_bytes(&bytes) {
            Ok(parsed) => parsed,
            Err(error) => return Err(self.percent_error(error)),
        };
        let mut values = self.percent_values(values, true);
        let mut out = Vec::new();
        for (_, part) in parsed.iter() {
            match part {
                CFormatPart::Literal(text) => out.extend_from_slice(text),
                CFormatPart::Spec(keyed) => {
                    let key = keyed.mapping_key.as_ref().map(|key| self.bytes(key));
                    out.extend(self.percent_one(keyed.spec, key, &mut values)?);
                }
            }
            self.check_bytes(out.len())?;
        }
        self.percent_end(&values, "bytes")?;
        Ok(match self.data(format) {
            Some(Data::ByteArray(_)) => self.alloc(super::super::ty::BYTEARRAY, Data::ByteArray(out)),
            _ => self.bytes(&out),
        })
    }

    fn percent_error(&mut self, error: rustpython_common::cformat::CFormatError) -> Fail {
        match error.typ {
            CFormatErrorType::WidthTooBig | CFormatErrorType::PrecisionTooBig => self.memory_error(),
            _ => self.value_error(error.to_string()),
        }
    }

    fn percent_values(&self, values: Value, is_bytes: bool) -> Values {
        if let Some(Data::Tuple(items)) = self.data(values) {
            return Values { items: items.to_vec(), at: 0, mapping: None, is_bytes };
        }
        let text = matches!(self.data(values), Some(Data::Str(_)))
            || is_bytes && matches!(self.data(values), Some(Data::Bytes(_) | Data::ByteArray(_)));
        let mapping = (!text && self.has_dunder(values, Dunder::GetItem)).then_some(values);
        Values { items: vec![values], at: 0, mapping, is_bytes }
    }

    fn percent_end(&mut self, values: &Values, kind: &str) -> Res<()> {
        if values.at < values.items.len() && values.mapping.is_none() {
            return Err(self.type_error(format!("not all arguments converted during {kind} formatting")));
        }
        Ok(())
    }

    fn percent_next(&mut self, values: &mut Values) -> Res {
        match values.items.get(values.at) {
            Some(value) => {
                values.at += 1;
                Ok(*value)
            }
            None => Err(self.type_error("not enough arguments for format string")),
        }
    }

    fn percent_star(&mut self, values: &mut Values) -> Res<i64> {
        let value = self.percent_next(values)?;
        match self.as_i64(value) {
            Some(n) => Ok(n),
            None => Err(self.type_error("* wants int")),
        }
    }

    /// One `%…` with its value.
    fn percent_one(
        &mut self,
        mut spec: CFormatSpec,
        key: Option<Value>,
        values: &mut Values,
    ) -> Res<Vec<u8>> {
        if let Some(CFormatQuantity::FromValuesTuple) = spec.min_field_width {
            let width = self.percent_star(values)?;
            if width < 0 {
                spec.flags |= CConversionFlags::LEFT_ADJUST;
            }
            spec.min_field_width = Some(CFormatQuantity::Amount(width.unsigned_abs() as usize));
        }
        if let Some(CFormatPrecision::Quantity(CFormatQuantity::FromValuesTuple)) = spec.precision {
            let digits = self.percent_star(values)?.max(0);
            spec.precision = Some(CFormatPrecision::Quantity(CFormatQuantity::Amount(digits as usize)));
        }
        for amount in [spec.min_field_width, spec.precision.and_then(quantity)].into_iter().flatten() {
            if matches!(amount, CFormatQuantity::Amount(n) if n > OBJECT_BYTES_MAX) {
                return Err(self.memory_error());
            }
        }
        let value = match key {
            Some(key) => self.percent_key(key, values)?,
            None => self.percent_next(values)?,
        };
        match spec.format_type {
            CFormatType::Number(kind) => {
                let n = self.percent_int(kind, value)?;
                if matches!(kind, CNumberType::DecimalD | CNumberType::DecimalI | CNumberType::DecimalU) {
                    self.int_text(&n)?;
                }
                Ok(spec.format_number(&n).into_bytes())
            }
            CFormatType::Float(_) => {
                let x = self.percent_float(value)?;
                Ok(spec.format_float(x).into_bytes())
            }
            CFormatType::Character(_) => self.percent_char(spec, value, values.is_bytes),
            CFormatType::String(conversion) => self.percent_text(spec, conversion, value, values.is_bytes),
            CFormatType::Bytes => self.percent_text(spec, CFormatConversion::Str, value, true),
            CFormatType::Unsupported { ch, index } => {
                let (c, code) = (ch.to_char_lossy(), ch.to_u32());
                Err(self
                    .value_error(format!("unsupported format character '{c}' ({code:#x}) at index {index}")))
            }
        }
    }

    fn percent_key(&mut self, key: Value, values: &mut Values) -> Res {
        let Some(mapping) = values.mapping else {
            return Err(self.type_error("format requires a mapping"));
        };
        values.at = values.items.len();
        let Value::Obj(id) = mapping else { return Err(Fail::Python) };
        let plain = self.dict_table(mapping).is_some()
            && !self.has_dunder(mapping, Dunder::Missing)
            && !self.overrides(mapping, Dunder::GetItem);
        if !plain {
            return Err(Fail::Python);
        }
        match self.dict_get(id, key)? {
            Some(value) => Ok(value),
            None => Err(self.key_error(key)),
        }
    }

    fn percent_int(&mut self, kind: CNumberType, value: Value) -> Res<BigInt> {
        if let Some(n) = self.as_big(value) {
            return Ok(n);
        }
        let decimal = matches!(kind, CNumberType::DecimalD | CNumberType::DecimalI | CNumberType::DecimalU);
        if let (true, Some(x)) = (decimal, self.as_float(value)) {
            return self.int_of_float(x);
        }
        if self.has_dunder(value, Dunder::Index) || decimal && self.has_dunder(value, Dunder::Int) {
            return Err(Fail::Python);
        }
        let (letter, name) = (kind as u8 as char, self.class_name(value));
        let wanted = if decimal { "a real number" } else { "an integer" };
        Err(self.type_error(format!("%{letter} format: {wanted} is required, not {name}")))
    }

    /// The integer part of a float.
    pub fn int_of_float(&mut self, x: f64) -> Res<BigInt> {
        if x.is_nan() {
            return Err(self.value_error("cannot convert float NaN to integer"));
        }
        match BigInt::from_f64(x.trunc()) {
            Some(n) if x.is_finite() => Ok(n),
            _ => Err(self.overflow_error("cannot convert float infinity to integer")),
        }
    }

    fn percent_float(&mut self, value: Value) -> Res<f64> {
        if let Some(x) = self.as_float(value) {
            return Ok(x);
        }
        if let Some(n) = self.as_big(value) {
            return match super::float_of_big(&n) {
                Some(x) => Ok(x),
                None => Err(self.overflow_error("int too large to convert to float")),
            };
        }
        if self.has_dunder(value, Dunder::Float) || self.has_dunder(value, Dunder::Index) {
            return Err(Fail::Python);
        }
        let name = self.class_name(value);
        Err(self.type_error(format!("must be real number, not {name}")))
    }

    fn percent_char(&mut self, spec: CFormatSpec, value: Value, is_bytes: bool) -> Res<Vec<u8>> {
        if is_bytes {
            let byte = match self.byte_slice(value) {
                Some([byte]) => Some(*byte),
                _ => self.as_i64(value).and_then(|n| u8::try_from(n).ok()),
            };
            return match byte {
                Some(byte) => Ok(spec.format_char::<Vec<u8>>(byte)),
                None => Err(self.type_error("%c requires an integer in range(256) or a single byte")),
            };
        }
        let c = match (self.as_str(value), self.as_big(value)) {
            (Some(text), _) if text.char_len() == 1 => text.char_at(0),
            (None, Some(n)) => match n.to_u32().and_then(crate::source::surrogate::char_of) {
                Some(c) => Some(c),
                None => return Err(self.overflow_error("%c arg not in range(0x110000)")),
            },
            _ => None,
        };
        match c {
            Some(c) => Ok(spec.format_char::<String>(c).into_bytes()),
            None => Err(self.type_error("%c requires int or char")),
        }
    }

    fn percent_text(
        &mut self,
        spec: CFormatSpec,
        how: CFormatConversion,
        value: Value,
        is_bytes: bool,
    ) -> Res<Vec<u8>> {
        if is_bytes {
            if how == CFormatConversion::Str {
                if let Some(bytes) = self.byte_slice(value) {
                    return Ok(spec.format_bytes(bytes));
                }
                let name = self.class_name(value);
                return Err(self.type_error(format!(
                    "%b requires a bytes-like object, or an object that implements __bytes__, not '{name}'"
                )));
            }
            let text = ascii_of(&self.repr(value)?);
            return Ok(spec.format_bytes(text.as_bytes()));
        }
        let text = match how {
            CFormatConversion::Str => self.to_str(value)?.to_string(),
            CFormatConversion::Repr => self.repr(value)?.to_string(),
            CFormatConversion::Ascii => ascii_of(&self.repr(value)?),
        };
        Ok(spec.format_string(text).into_bytes())
    }

    /// What each `%…` of a format asks for, in order: key or `None`, number of stars, letter; and the format with
    /// keys removed and `%r`, `%a` turned into `%s`. The prelude formats with it.
    pub fn percent_plan(&mut self, format: &str) -> Res {
        let parsed: CFormatString = match format.parse() {
            Ok(parsed) => parsed,
            Err(error) => return Err(self.percent_error(error)),
        };
        let mut plan = Vec::new();
        for (_, part) in parsed.iter() {
            let CFormatPart::Spec(keyed) = part else { continue };
            let stars = i64::from(keyed.spec.min_field_width == Some(CFormatQuantity::FromValuesTuple))
                + i64::from(
                    keyed.spec.precision.and_then(quantity) == Some(CFormatQuantity::FromValuesTuple),
                );
            let key = match &keyed.mapping_key {
                Some(key) => self.str(key.as_str()),
                None => Value::None,
            };
            let letter = match keyed.spec.format_type {
                CFormatType::String(CFormatConversion::Ascii) => 'a',
                other => other.to_char(),
            };
            let letter = self.str(letter.to_string());
            plan.push(self.tuple(vec![key, Value::Int(stars), letter]));
        }
        let plan = self.list(plan);
        let plain = self.str(plain_format(format));
        Ok(self.tuple(vec![plain, plan]))
    }
}

fn quantity(precision: CFormatPrecision) -> Option<CFormatQuantity> {
    match precision {
        CFormatPrecision::Quantity(quantity) => Some(quantity),
        CFormatPrecision::Dot => None,
    }
}

/// The format without keys, and with `s` for `r` and `a`.
fn plain_format(format: &str) -> String {
    let mut out = String::new();
    let mut chars = format.chars().peekable();
    while let Some(c) = chars.next() {
        out.push(c);
        if c != '%' {
            continue;
        }
        if chars.peek() == Some(&'(') {
            let mut depth = 0;
            for c in chars.by_ref() {
                depth += i32::from(c == '(') - i32::from(c == ')');
                if depth == 0 {
                    break;
                }
            }
        }
        for c in chars.by_ref() {
            if c.is_alphabetic() && !matches!(c, 'l' | 'h' | 'L') || c == '%' {
                out.push(if matches!(c, 'r' | 'a') { 's' } else { c });
                break;
            }
            out.push(c);
        }
    }
    out
}
