//! Whether an expression is a literal as `ast.literal_eval` understands it: numbers, texts, constants, and tuples, lists,
//! sets and dicts of these. After Lib/ast.py of CPython; what the literal is worth is the compiler's business.

use ruff_python_ast::{Expr, Number, Operator, UnaryOp};
use ruff_python_parser::parse_expression;
use ruff_text_size::Ranged;

/// The part of an expression that is no literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoLiteral {
    /// Its line, or 0.
    pub line: u32,
    /// Its node, as `ast` calls it.
    pub node: &'static str,
    /// The name, if it is one.
    pub name: Option<String>,
}

/// The first part that is no literal; `None` also where the text is no expression, which the compiler says better.
pub fn no_literal(text: &str) -> Option<NoLiteral> {
    let parsed = parse_expression(text).ok()?;
    // No recursion: a literal can be nested as deep as the parser goes.
    let mut left = vec![parsed.expr()];
    while let Some(expr) = left.pop() {
        let at = left.len();
        match expr {
            Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::BytesLiteral(_) => {}
            Expr::BooleanLiteral(_) | Expr::NoneLiteral(_) | Expr::EllipsisLiteral(_) => {}
            Expr::Tuple(tuple) => left.extend(&tuple.elts),
            Expr::List(list) => left.extend(&list.elts),
            Expr::Set(set) => left.extend(&set.elts),
            Expr::Dict(dict) if dict.items.iter().all(|item| item.key.is_some()) => {
                left.extend(dict.items.iter().flat_map(|item| item.key.iter().chain([&item.value])));
            }
            // `**other`: a key that is not there, and so has no line.
            Expr::Dict(_) => return Some(NoLiteral { line: 0, node: "None", name: None }),
            Expr::Call(call) if is_empty_set(&call.func) && call.arguments.is_empty() => {}
            Expr::UnaryOp(_) if is_signed(expr, |_| true) => {}
            Expr::BinOp(sum) if matches!(sum.op, Operator::Add | Operator::Sub) => {
                let real = is_signed(&sum.left, |number| !matches!(number, Number::Complex { .. }));
                if !real || !is_number(&sum.right, |number| matches!(number, Number::Complex { .. })) {
                    return Some(found(text, expr));
                }
            }
            other => return Some(found(text, other)),
        }
        // What stands first is looked at first.
        left[at..].reverse();
    }
    None
}

fn is_empty_set(function: &Expr) -> bool {
    matches!(function, Expr::Name(name) if name.id.as_str() == "set")
}

fn is_number(expr: &Expr, test: fn(&Number) -> bool) -> bool {
    matches!(expr, Expr::NumberLiteral(number) if test(&number.value))
}

fn is_signed(expr: &Expr, test: fn(&Number) -> bool) -> bool {
    match expr {
        Expr::UnaryOp(unary) if matches!(unary.op, UnaryOp::UAdd | UnaryOp::USub) => {
            is_number(&unary.operand, test)
        }
        _ => is_number(expr, test),
    }
}

fn found(text: &str, expr: &Expr) -> NoLiteral {
    let before = &text[..expr.start().to_usize()];
    let name = match expr {
        Expr::Name(name) => Some(name.id.to_string()),
        _ => None,
    };
    NoLiteral { line: before.matches('\n').count() as u32 + 1, node: node(expr), name }
}

/// What `ast` calls it.
fn node(expr: &Expr) -> &'static str {
    match expr {
        Expr::Attribute(_) => "Attribute",
        Expr::Await(_) => "Await",
        Expr::BinOp(_) => "BinOp",
        Expr::BoolOp(_) => "BoolOp",
        Expr::Call(_) => "Call",
        Expr::Compare(_) => "Compare",
        Expr::DictComp(_) => "DictComp",
        Expr::FString(_) => "JoinedStr",
        Expr::Generator(_) => "GeneratorExp",
        Expr::If(_) => "IfExp",
        Expr::Lambda(_) => "Lambda",
        Expr::ListComp(_) => "ListComp",
        Expr::Name(_) => "Name",
        Expr::Named(_) => "NamedExpr",
        Expr::SetComp(_) => "SetComp",
        Expr::Starred(_) => "Starred",
        Expr::Subscript(_) => "Subscript",
        Expr::TString(_) => "TemplateStr",
        Expr::UnaryOp(_) => "UnaryOp",
        Expr::Yield(_) => "Yield",
        Expr::YieldFrom(_) => "YieldFrom",
        _ => "expr",
    }
}
