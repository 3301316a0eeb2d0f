//! The syntax of `str.format` templates: literal text, fields, and names of fields.
//!
//! After Objects/stringlib/unicode_format.h. Nothing here knows values.

/// A stretch of literal text and the field after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Text before the field.
    pub literal: String,
    /// Field name, conversion, format specification.
    pub field: Option<(String, Option<char>, String)>,
}

/// The name of a field, taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldName {
    /// What stands first: nothing, a number or a name.
    pub first: String,
    /// What follows: an attribute (`true`) or an index.
    pub rest: Vec<(bool, String)>,
}

/// Takes a template apart.
pub fn parse_template(template: &str) -> Result<Vec<Piece>, &'static str> {
    let chars: Vec<char> = template.chars().collect();
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        at += 1;
        if c != '{' && c != '}' {
            literal.push(c);
            continue;
        }
        match chars.get(at) {
            Some(next) if *next == c => {
                literal.push(c);
                at += 1;
                continue;
            }
            None if c == '{' => return Err("Single '{' encountered in format string"),
            _ if c == '}' => return Err("Single '}' encountered in format string"),
            _ => {}
        }
        let (field, after) = field(&chars, at)?;
        at = after;
        pieces.push(Piece { literal: std::mem::take(&mut literal), field: Some(field) });
    }
    if !literal.is_empty() {
        pieces.push(Piece { literal, field: None });
    }
    Ok(pieces)
}

type Field = (String, Option<char>, String);

/// The field whose first character stands at `at`, and where the text goes on.
fn field(chars: &[char], mut at: usize) -> Result<(Field, usize), &'static str> {
    const UNFINISHED: &str = "expected '}' before end of string";
    let start = at;
    let mut bracket = false;
    loop {
        match chars.get(at) {
            None => return Err(UNFINISHED),
            Some('{') => return Err("unexpected '{' in field name"),
            Some('[') => bracket = true,
            Some(']') => bracket = false,
            Some('}' | ':' | '!') if !bracket => break,
            Some(_) => {}
        }
        at += 1;
    }
    let name: String = chars[start..at].iter().collect();
    let mut conversion = None;
    if chars[at] == '!' {
        conversion = match chars.get(at + 1) {
            None => return Err("end of string while looking for conversion specifier"),
            Some(c) => Some(*c),
        };
        at += 2;
        match chars.get(at) {
            None => return Err("unmatched '{' in format spec"),
            Some(':' | '}') => {}
            Some(_) => return Err("expected ':' after conversion specifier"),
        }
    }
    if chars[at] == '}' {
        return Ok(((name, conversion, String::new()), at + 1));
    }
    let start = at + 1;
    let mut depth = 1;
    for (offset, c) in chars[start..].iter().enumerate() {
        depth += i32::from(*c == '{') - i32::from(*c == '}');
        if depth == 0 {
            let end = start + offset;
            return Ok(((name, conversion, chars[start..end].iter().collect()), end + 1));
        }
    }
    Err(UNFINISHED)
}

/// Takes the name of a field apart.
pub fn parse_field(name: &str) -> Result<FieldName, &'static str> {
    let end = name.find(['.', '[']).unwrap_or(name.len());
    let (first, mut left) = name.split_at(end);
    let mut rest = Vec::new();
    while let Some(mark) = left.chars().next() {
        let part;
        match mark {
            '.' => {
                let body = &left[1..];
                let end = body.find(['.', '[']).unwrap_or(body.len());
                part = (true, body[..end].to_string());
                left = &body[end..];
            }
            '[' => {
                let body = &left[1..];
                let Some(end) = body.find(']') else { return Err("Missing ']' in format string") };
                part = (false, body[..end].to_string());
                left = &body[end + 1..];
            }
            _ => return Err("Only '.' or '[' may follow ']' in format field specifier"),
        }
        if part.1.is_empty() {
            return Err("Empty attribute in format string");
        }
        rest.push(part);
    }
    Ok(FieldName { first: first.to_string(), rest })
}
