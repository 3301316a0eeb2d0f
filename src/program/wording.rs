//! CPython's words for what the compiler's parser complains about.
//!
//! The parser finds the mistakes that CPython's finds, and says most of them in CPython's words. The rest is put right
//! here, from the message, the place and the text alone: other words, other carets, `TabError`. What no rule knows and
//! CPython has no words for is `invalid syntax`. Checked against `tests/syntax`.

use super::scan::{self, Line};
use crate::diagnostic::Diagnostic;
use crate::source::{Span, hex_escape, line_of};

/// A message, and the place that its carets mark when it is another than the parser's.
type Words = (String, Option<Place>);

/// Columns in the line of the complaint; `up` lines above it for the first of them, `down` lines below for the last.
#[derive(Default)]
struct Place {
    start: usize,
    end: usize,
    up: u32,
    down: u32,
}

fn columns(start: usize, end: usize) -> Option<Place> {
    Some(Place { start, end, ..Place::default() })
}

/// What CPython would have said.
pub(super) fn as_cpython(mut found: Diagnostic, text: &str) -> Diagnostic {
    if let Some(first) =
        scan::code_line(text, 1).filter(|&first| scan::indent(line_of(text, first).unwrap_or("")) > 0)
    {
        // A text that begins indented has no other mistake in front of that one.
        found.kind = "IndentationError".to_owned();
        found.message = "Unexpected indentation".to_owned();
        found.span = Span { line: first, end_line: first, ..Span::default() };
    }
    if found.kind != "SyntaxError" {
        return indentation(found, text);
    }
    if found.message.ends_with("is an illegal expression for augmented assignment") {
        found.span.line = found.span.end_line;
        found.span.col = scan::indent(line_of(text, found.span.line).unwrap_or("")) as u32;
        return found;
    }
    if found.message.starts_with("unterminated triple-quoted") {
        let kept = found.message.split(" (detected").next().unwrap_or_default();
        found.message = format!("{kept} (detected at line {})", text.lines().count());
        return found;
    }
    let line = Line::new(line_of(text, found.span.line).unwrap_or(""));
    let start = found.span.col as usize;
    let end = if found.span.end_line == found.span.line { found.span.end_col as usize } else { line.len() };
    let asked = Asked { text, number: found.span.line, line: &line, start, end };
    if let Some((message, place)) = reword(&found.message, &asked) {
        found.message = message;
        if let Some(place) = place {
            let number = found.span.line;
            let (line, end_line) = (number - place.up, number + place.down);
            found.span = Span { line, col: place.start as u32, end_line, end_col: place.end as u32 };
        }
    }
    found
}

/// Where the parser stopped.
struct Asked<'a> {
    text: &'a str,
    number: u32,
    line: &'a Line,
    start: usize,
    end: usize,
}

impl Asked<'_> {
    fn inside(&self) -> bool {
        scan::depth_before(self.text, self.number, self.start) > 0
    }
}

fn reword(message: &str, asked: &Asked) -> Option<Words> {
    let &Asked { line, start, end, .. } = asked;
    let same = |text: &str| Some((text.to_owned(), None));
    let moved = |start: usize, end: usize| Some((message.to_owned(), columns(start, end)));
    let invalid = || same("invalid syntax");
    if let Some(c) = message.strip_prefix("Got unexpected token ") {
        return Some((unexpected_character(c.chars().next()?), None));
    }
    if let Some(found) = message.strip_prefix("Expected `,`, found ") {
        return if found.ends_with("=`") && found != "`=`" && !asked.inside() {
            let words = "'tuple' is an illegal expression for augmented assignment";
            Some((words.to_owned(), columns(line.indent(), line.trimmed_end(start))))
        } else if found.starts_with('`') {
            invalid()
        } else {
            forgotten_comma(asked, start)
        };
    }
    if let Some(found) = message.strip_prefix("Expected `:`, found ") {
        let forced = ["def", "else", "try"].iter().any(|word| line.starts_with_word(word));
        return if found == "newline" || forced { same("expected ':'") } else { invalid() };
    }
    if message.starts_with("Expected `(`, found ") && line.starts_with_word("def") {
        return same("expected '('");
    }
    if message.starts_with("Expected `else`, found ") {
        let begin = line.operand_start(start, true);
        return Some((
            "expected 'else' after 'if' expression".to_owned(),
            columns(begin, line.trimmed_end(start)),
        ));
    }
    if let Some(rest) = message.strip_prefix("Positional argument cannot follow ") {
        let close = line.closing(start);
        return Some((format!("positional argument follows {rest}"), columns(close, close + 1)));
    }
    match message {
        "invalid syntax. Perhaps you forgot a comma?" => {
            forgotten_comma(asked, line.second_operand(start, end))
        }
        "invalid syntax" if start == end && asked.inside() => forgotten_comma_after(asked),
        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?" => {
            moved(line.name_before(end.saturating_sub(1)), line.operand_end(end, true))
        }
        "cannot assign to expression here. Maybe you meant '==' instead of '='?"
            if ["if", "elif", "while"].iter().any(|word| line.starts_with_word(word)) =>
        {
            let equals = line.after('=', end);
            Some(("invalid syntax".to_owned(), columns(equals - 1, equals)))
        }
        "':' expected after dictionary key" => {
            let stop = line.trimmed_end(start);
            moved(stop.saturating_sub(1), stop)
        }
        "expression cannot contain assignment, perhaps you meant \"==\"?" => {
            let first = line.after('=', start);
            if first < end {
                let second = line.second_operand(first, end);
                let words = "invalid syntax. Perhaps you forgot a comma?";
                return Some((words.to_owned(), columns(first, line.operand_end(second, false))));
            }
            moved(start, line.after('=', end))
        }
        "'(' was never closed" => {
            let colon = line.colon_in(start + 1)?;
            if line.starts_with_word("def") && line.name_before(colon) < line.trimmed_end(colon) {
                return None;
            }
            Some(("invalid syntax".to_owned(), columns(colon, colon + 1)))
        }
        "Missing parentheses in call to 'print'. Did you mean print(...)?"
        | "Missing parentheses in call to 'exec'. Did you mean exec(...)?" => {
            moved(start, line.statement_end(start))
        }
        "Got unexpected unicode" => unicode_error(line, start),
        "f-string: expecting '}'" => {
            let quote = line.closing_quote(start);
            moved(quote, quote + 1)
        }
        "f-string: expecting '!', or ':', or '}'" => {
            let next = start + line.spaces_at(start);
            moved(next, next + 1)
        }
        "Trailing comma not allowed" => {
            let words = "trailing comma not allowed without surrounding parentheses";
            Some((words.to_owned(), columns(start + 1, start + 2)))
        }
        "Unparenthesized generator expression cannot be used here" => {
            same("Generator expression must be parenthesized")
        }
        "Expected one or more symbol names after import" if start >= line.len() => {
            same("Expected one or more names after 'import'")
        }
        "Expected `except` or `finally` after `try` block" => same("expected 'except' or 'finally' block"),
        "Iterable argument unpacking cannot follow keyword argument unpacking" => {
            same("iterable argument unpacking follows keyword argument unpacking")
        }
        _ if message.starts_with("unterminated f-string") => {
            let begin = line.prefix_start(start);
            moved(begin, begin + 1)
        }
        _ if message.starts_with("(unicode error)") => {
            line.literal_around(start).and_then(|(begin, _, stop)| moved(begin, stop))
        }
        _ if message.starts_with("f-string: ") => same(&message.replace('`', "'")),
        // The parser's own words begin with a capital letter, CPython's with a small one, but for these.
        _ if ["Did you mean", "Missing parentheses", "Generator"]
            .iter()
            .any(|&own| message.starts_with(own)) =>
        {
            None
        }
        _ if message.starts_with(char::is_uppercase) => invalid(),
        _ => None,
    }
}

fn unexpected_character(c: char) -> String {
    let code = u32::from(c);
    if c.is_ascii() {
        "invalid syntax".to_owned()
    } else if c.is_whitespace()
        || c.is_control()
        || matches!(code, 0xad | 0x200b..=0x200f | 0x202a..=0x202e | 0xfeff)
    {
        format!("invalid non-printable character U+{code:04X}")
    } else {
        format!("invalid character '{c}' (U+{code:04X})")
    }
}

const FORGOTTEN: &str = "invalid syntax. Perhaps you forgot a comma?";

/// Two expressions side by side, the second of them at `second`. In brackets both are marked; elsewhere, and for a text
/// after a name, only the second.
fn forgotten_comma(asked: &Asked, second: usize) -> Option<Words> {
    let &Asked { text, number, line, end, .. } = asked;
    let stop = line.operand_end(second, false);
    let only_second =
        Some(("invalid syntax".to_owned(), columns(second, line.word_end(second).max(end.min(stop)))));
    let after_name = line.is_quote(second) && line.name_before(second) < line.trimmed_end(second);
    if !asked.inside() || after_name || line.starts_with_word("def") {
        return only_second;
    }
    if second > line.indent() {
        let first = line.operand_start(second, false);
        return match line.has_word("for", first, second) {
            true => Some(("invalid syntax".to_owned(), columns(second, stop))),
            false => Some((FORGOTTEN.to_owned(), columns(first, stop))),
        };
    }
    // The first one stands in the line above.
    let above = (1..number).rev().find(|&above| scan::code_line(text, above) == Some(above))?;
    let first = Line::new(line_of(text, above)?);
    let start = first.operand_start(first.len(), false);
    Some((FORGOTTEN.to_owned(), Some(Place { start, end: stop, up: number - above, down: 0 })))
}

/// The same, when the parser points at the first of the two.
fn forgotten_comma_after(asked: &Asked) -> Option<Words> {
    let &Asked { text, number, line, start, .. } = asked;
    let first_end = line.operand_end(start, false);
    let second = first_end + line.spaces_at(first_end);
    if second < line.len() {
        return line
            .is_operand(second)
            .then(|| (FORGOTTEN.to_owned(), columns(start, line.operand_end(second, false))));
    }
    let below = scan::code_line(text, number + 1)?;
    let second = Line::new(line_of(text, below)?);
    let begin = second.indent();
    let place = Place { start, end: second.operand_end(begin, false), up: 0, down: below - number };
    second.is_operand(begin).then(|| (FORGOTTEN.to_owned(), Some(place)))
}

/// The escape in the text around `at` that is not complete.
fn unicode_error(line: &Line, at: usize) -> Option<Words> {
    let (begin, body, stop) = line.literal_around(at)?;
    let text = &line.chars()[body..stop.saturating_sub(1)];
    let mut position = 0;
    let mut i = 0;
    while i < text.len() {
        if text[i] != '\\' {
            position += text[i].len_utf8();
            i += 1;
            continue;
        }
        let found = match text.get(i + 1) {
            Some('N') => Some((0, "malformed \\N character escape")),
            Some(kind) => hex_escape(*kind),
            None => None,
        };
        let Some((length, name)) = found else {
            position += 2;
            i += 2;
            continue;
        };
        let digits: String =
            text[i + 2..].iter().take(length).take_while(|c| c.is_ascii_hexdigit()).collect();
        let value = u32::from_str_radix(&digits, 16).unwrap_or(0);
        let (last, what) = if length == 0 {
            let name_end = text[i..].iter().position(|&c| c == '}');
            match name_end {
                Some(close) if text.get(i + 2) == Some(&'{') => (close, "unknown Unicode character name"),
                _ => (1, name),
            }
        } else if digits.len() < length {
            (1 + digits.len(), name)
        } else if value > 0x10_ffff {
            (1 + length, "illegal Unicode character")
        } else {
            position += 2 + length;
            i += 2 + length;
            continue;
        };
        let place = format!("{position}-{}", position + last);
        let words =
            format!("(unicode error) 'unicodeescape' codec can't decode bytes in position {place}: {what}");
        return Some((words, columns(begin, stop)));
    }
    None
}

/// Complaints about indentation: tabs first, then the line of the statement that wants a block.
fn indentation(mut found: Diagnostic, text: &str) -> Diagnostic {
    if scan::tabs_disagree(text, found.span.line) {
        found.kind = "TabError".to_owned();
        found.message = "inconsistent use of tabs and spaces in indentation".to_owned();
        (found.span.end_line, found.span.col, found.span.end_col) = (found.span.line, 0, 1);
        return found;
    }
    if found.message == "Unexpected indentation" {
        found.kind = "IndentationError".to_owned();
        found.message = "unexpected indent".to_owned();
        // CPython points into the indentation, and so shows no caret.
        let indent = scan::indent(line_of(text, found.span.line).unwrap_or("")) as u32;
        (found.span.end_line, found.span.col, found.span.end_col) =
            (found.span.line, indent.saturating_sub(1), indent);
    }
    if let Some((head, _)) = found.message.rsplit_once(" on line ") {
        let (line, end) = (found.span.line, found.span.end_line);
        let header = if end > line { line } else { scan::statement_before(text, line) };
        found.message = format!("{head} on line {header}");
        if end > line && scan::code_line(text, end).is_some() {
            // CPython names the next line and shows no caret: columns of nothing.
            let next = scan::code_line(text, end).unwrap_or(end);
            found.span = Span { line: next, col: 0, end_line: next, end_col: 0 };
        }
    }
    found
}
