//! What CPython warns about when it compiles a program: `SyntaxWarning`s.
//!
//! First come the escape sequences that mean nothing (the parser's warnings), then what the compiler finds odd: an
//! assertion of a tuple, `is` with a literal, calls and subscripts of what can be neither called nor subscripted. Each
//! part goes in the order of the text. After Parser/string_parser.c and Python/compile.c.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{
    BytesLiteral, CmpOp, Expr, ExprCompare, ExprContext, FString, InterpolatedStringElement, Number, Stmt,
    StringLiteral, TString, UnaryOp,
};
use ruff_python_parser::{Mode, ParseOptions, parse};
use ruff_text_size::{Ranged, TextRange};

/// One warning about a program's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxWarning {
    /// The line that it is about.
    pub line: u32,
    /// CPython's words.
    pub message: String,
}

impl SyntaxWarning {
    /// As CPython writes it to standard error; `source` is empty where it cannot know the line's text.
    pub fn render(&self, source: &str, file: &str) -> String {
        let mut text = format!("{file}:{}: SyntaxWarning: {}\n", self.line, self.message);
        if let Some(line) =
            crate::source::line_of(source, self.line).map(str::trim).filter(|line| !line.is_empty())
        {
            text.push_str(&format!("  {line}\n"));
        }
        text
    }
}

/// The warnings about a text that compiles; none about one that does not.
pub fn warnings(text: &str) -> Vec<SyntaxWarning> {
    let Ok(parsed) = parse(text, ParseOptions::from(Mode::Module)) else { return Vec::new() };
    let mut walk = Walk { text, raw: false, escapes: Vec::new(), found: Vec::new() };
    if let Some(module) = parsed.syntax().as_module() {
        walk.visit_body(&module.body);
    }
    // Stable: what is said about one place stays in order.
    walk.escapes.sort_by_key(|(at, _)| *at);
    walk.found.sort_by_key(|(at, _)| *at);
    let lines = |(at, message): (usize, String)| SyntaxWarning { line: line_at(text, at), message };
    walk.escapes.into_iter().chain(walk.found).map(lines).collect()
}

fn line_at(text: &str, at: usize) -> u32 {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() as u32 + 1
}

/// The walk over the tree; warnings are kept with the offset of what they are about.
struct Walk<'a> {
    text: &'a str,
    /// Whether the f-string around is a raw one.
    raw: bool,
    escapes: Vec<(usize, String)>,
    found: Vec<(usize, String)>,
}

impl Walk<'_> {
    fn warn(&mut self, range: TextRange, message: String) {
        self.found.push((range.start().to_usize(), message));
    }

    /// Looks for the first escape sequence in a literal that means nothing.
    fn escapes_in(&mut self, range: TextRange, bytes: bool) {
        let start = range.start().to_usize();
        let body = self.text.get(start..range.end().to_usize()).unwrap_or("");
        let mut chars = body.chars();
        while let Some(c) = chars.next() {
            if c != '\\' {
                continue;
            }
            let next = chars.next();
            let known = match next {
                Some('N' | 'u' | 'U') => !bytes,
                Some('\n' | '\r' | '\\' | '\'' | '"' | 'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' | 'x')
                | None => true,
                Some('0'..='3') => true,
                Some('4'..='7') => {
                    let digits: String = chars.as_str().chars().take(2).collect();
                    if digits.len() == 2 && digits.bytes().all(|digit| (b'0'..=b'7').contains(&digit)) {
                        let message =
                            format!("invalid octal escape sequence '\\{}{digits}'", next.unwrap_or('4'));
                        self.escapes.push((start, message));
                        return;
                    }
                    true
                }
                Some(_) => false,
            };
            if let (false, Some(next)) = (known, next) {
                // CPython shows the first byte of what is not ASCII as a character of its own.
                let shown = if next.is_ascii() { next } else { char::from(next.to_string().as_bytes()[0]) };
                self.escapes.push((start, format!("invalid escape sequence '\\{shown}'")));
                return;
            }
        }
    }

    fn comparison(&mut self, compare: &ExprCompare) {
        let mut left = &*compare.left;
        for (op, right) in compare.ops.iter().zip(compare.comparators.iter()) {
            let literal =
                if is_literal(left) { Some(left) } else { Some(right).filter(|right| is_literal(right)) };
            let hint = match op {
                CmpOp::Is => ("is", "=="),
                CmpOp::IsNot => ("is not", "!="),
                _ => ("", ""),
            };
            if let (Some(literal), (word, sign @ ("==" | "!="))) = (literal, hint) {
                let class = class_of(literal).unwrap_or("object");
                self.warn(
                    compare.range(),
                    format!("\"{word}\" with '{class}' literal. Did you mean \"{sign}\"?"),
                );
                return;
            }
            left = right;
        }
    }

    fn call(&mut self, callee: &Expr) {
        if let Some(class) = class_of(callee).filter(|class| *class != "function") {
            self.warn(
                callee.range(),
                format!("'{class}' object is not callable; perhaps you missed a comma?"),
            );
        }
    }

    fn subscript(&mut self, value: &Expr, index: &Expr) {
        let Some(class) = class_of(value) else { return };
        if matches!(class, "str" | "bytes" | "tuple" | "list") {
            let Some(index) = class_of(index).filter(|index| !matches!(*index, "int" | "bool")) else {
                return;
            };
            let message = format!(
                "{class} indices must be integers or slices, not {index}; perhaps you missed a comma?"
            );
            self.warn(value.range(), message);
        } else if class != "dict" {
            self.warn(
                value.range(),
                format!("'{class}' object is not subscriptable; perhaps you missed a comma?"),
            );
        }
    }
}

impl<'a> Visitor<'a> for Walk<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::Assert(assert) = stmt
            && assert.test.as_tuple_expr().is_some_and(|tuple| !tuple.elts.is_empty())
        {
            self.warn(assert.range, "assertion is always true, perhaps remove parentheses?".into());
        }
        visitor::walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Compare(compare) => self.comparison(compare),
            Expr::Call(call) => self.call(&call.func),
            Expr::Subscript(subscript) if subscript.ctx == ExprContext::Load => {
                self.subscript(&subscript.value, &subscript.slice);
            }
            _ => {}
        }
        visitor::walk_expr(self, expr);
    }

    fn visit_string_literal(&mut self, literal: &'a StringLiteral) {
        if !literal.flags.prefix().is_raw() {
            self.escapes_in(literal.range, false);
        }
    }

    fn visit_bytes_literal(&mut self, literal: &'a BytesLiteral) {
        if !literal.flags.prefix().is_raw() {
            self.escapes_in(literal.range, true);
        }
    }

    fn visit_f_string(&mut self, literal: &'a FString) {
        let outer = std::mem::replace(&mut self.raw, literal.flags.prefix().is_raw());
        visitor::walk_f_string(self, literal);
        self.raw = outer;
    }

    fn visit_t_string(&mut self, literal: &'a TString) {
        let outer = std::mem::replace(&mut self.raw, literal.flags.prefix().is_raw());
        visitor::walk_t_string(self, literal);
        self.raw = outer;
    }

    fn visit_interpolated_string_element(&mut self, element: &'a InterpolatedStringElement) {
        match element {
            InterpolatedStringElement::Literal(literal) if !self.raw => self.escapes_in(literal.range, false),
            _ => {}
        }
        visitor::walk_interpolated_string_element(self, element);
    }
}

/// Whether `is` makes no sense with an expression: constants other than `None`, `True`, `False` and `...`.
fn is_literal(expr: &Expr) -> bool {
    match expr {
        Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::BytesLiteral(_) => true,
        Expr::UnaryOp(unary) => {
            matches!(unary.op, UnaryOp::USub | UnaryOp::UAdd | UnaryOp::Invert)
                && unary.operand.is_number_literal_expr()
        }
        Expr::Tuple(tuple) => {
            tuple.elts.iter().all(|item| is_literal(item) || class_of_singleton(item).is_some())
        }
        _ => false,
    }
}

fn class_of_singleton(expr: &Expr) -> Option<&'static str> {
    match expr {
        Expr::BooleanLiteral(_) => Some("bool"),
        Expr::NoneLiteral(_) => Some("NoneType"),
        Expr::EllipsisLiteral(_) => Some("ellipsis"),
        _ => None,
    }
}

/// The class of what an expression makes, where its form alone tells.
fn class_of(expr: &Expr) -> Option<&'static str> {
    Some(match expr {
        Expr::NumberLiteral(literal) => match literal.value {
            Number::Int(_) => "int",
            Number::Float(_) => "float",
            Number::Complex { .. } => "complex",
        },
        Expr::UnaryOp(unary) if is_literal(expr) => return class_of(&unary.operand),
        Expr::StringLiteral(_) | Expr::FString(_) => "str",
        Expr::TString(_) => "string.templatelib.Template",
        Expr::BytesLiteral(_) => "bytes",
        Expr::Tuple(_) => "tuple",
        Expr::List(_) | Expr::ListComp(_) => "list",
        Expr::Dict(_) | Expr::DictComp(_) => "dict",
        Expr::Set(_) | Expr::SetComp(_) => "set",
        Expr::Generator(_) => "generator",
        Expr::Lambda(_) => "function",
        _ => return class_of_singleton(expr),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        warnings(text).into_iter().map(|found| format!("{} {}", found.line, found.message)).collect()
    }

    #[test]
    fn what_is_odd_is_told_in_order() {
        let text = "x = 1\nassert (x, 'no')\nif x is 5 and x is not 'a':\n    'a'(1)\nprint('\\d', b'\\u', r'\\d')\n";
        let want = [
            "5 invalid escape sequence '\\d'",
            "5 invalid escape sequence '\\u'",
            "2 assertion is always true, perhaps remove parentheses?",
            "3 \"is\" with 'int' literal. Did you mean \"==\"?",
            "3 \"is not\" with 'str' literal. Did you mean \"!=\"?",
            "4 'str' object is not callable; perhaps you missed a comma?",
        ];
        assert_eq!(told(text), want);
    }

    #[test]
    fn ordinary_programs_are_left_alone() {
        assert_eq!(
            told("x is None or x is True\n(lambda: 1)()\n{}['a']\n[1][0]\nassert ()\nf'{x}\\n'\n"),
            [""; 0]
        );
    }
}
