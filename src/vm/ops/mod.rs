//! Operators on values: hashing, equality, order, arithmetic, truth, text.
//!
//! Each operation works on built-in data. Where a class of the program has a say (`__eq__` and the like written
//! in Python) it answers [`Fail::Python`](super::native::Fail) before anything changed, and the prelude's
//! `op_…` function (`prelude/text.py`) walks through CPython's whole protocol.
//! Nothing here calls Python or recurses deeper than [`DEPTH_MAX`].

mod binary;
mod compare;
mod complex;
mod concat;
mod dunder;
mod eq;
mod float;
mod format;
mod hash;
mod int;
mod limit;
mod percent;
mod repr;
mod repr_more;
mod sets;
mod template;
mod text;
mod truth;
mod unary;

pub use complex::{complex_pow, complex_text};
pub use dunder::Dunder;
pub use float::{float_of_big, float_text};
pub use hash::{hash_str, tuple_hash};
pub use int::{DIGITS_MAX, DIGITS_MAX_LEAST, floor_div, floor_mod, pow_mod};
pub use limit::OBJECT_BYTES_MAX;
pub use repr::Guard;
pub use template::{FieldName, Piece, parse_field, parse_template};
pub use text::{ascii_of, repr_bytes, repr_str};

use std::cmp::Ordering;

/// Containers are compared, hashed and shown natively to this depth; deeper ones go through Python.
pub const DEPTH_MAX: usize = 60;

/// A comparison, numbered as in `COMPARE_OP`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Cmp {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}

impl Cmp {
    /// The comparison with CPython's number (0 to 5).
    pub fn from_number(arg: u32) -> Cmp {
        [Cmp::Lt, Cmp::Le, Cmp::Eq, Cmp::Ne, Cmp::Gt, Cmp::Ge][arg as usize % 6]
    }
    /// Its sign in source text.
    pub fn symbol(self) -> &'static str {
        ["<", "<=", "==", "!=", ">", ">="][self as usize]
    }
    /// The comparison with its sides exchanged.
    pub fn reflected(self) -> Cmp {
        [Cmp::Gt, Cmp::Ge, Cmp::Eq, Cmp::Ne, Cmp::Lt, Cmp::Le][self as usize]
    }
    /// Whether it holds of two things in this order.
    pub fn holds(self, order: Ordering) -> bool {
        match self {
            Cmp::Lt => order == Ordering::Less,
            Cmp::Le => order != Ordering::Greater,
            Cmp::Eq => order == Ordering::Equal,
            Cmp::Ne => order != Ordering::Equal,
            Cmp::Gt => order == Ordering::Greater,
            Cmp::Ge => order != Ordering::Less,
        }
    }
}

/// A binary operator, numbered as in `BINARY_OP`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Operator {
    Add,
    And,
    FloorDivide,
    Lshift,
    MatrixMultiply,
    Multiply,
    Remainder,
    Or,
    Power,
    Rshift,
    Subtract,
    TrueDivide,
    Xor,
}

impl Operator {
    /// All of them, in CPython's order.
    pub const ALL: [Operator; 13] = [
        Operator::Add,
        Operator::And,
        Operator::FloorDivide,
        Operator::Lshift,
        Operator::MatrixMultiply,
        Operator::Multiply,
        Operator::Remainder,
        Operator::Or,
        Operator::Power,
        Operator::Rshift,
        Operator::Subtract,
        Operator::TrueDivide,
        Operator::Xor,
    ];
}

/// A binary operator, and whether it is the in-place form (`+=`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BinaryOp {
    /// Which.
    pub operator: Operator,
    /// `+=` rather than `+`.
    pub in_place: bool,
}

impl BinaryOp {
    /// The operator with CPython's number (0 to 25).
    pub fn from_number(arg: u32) -> BinaryOp {
        BinaryOp { operator: Operator::ALL[arg as usize % 13], in_place: arg >= 13 }
    }
    /// CPython's number of it.
    pub fn arg(self) -> u32 {
        self.operator as u32 + if self.in_place { 13 } else { 0 }
    }
}

impl From<Operator> for BinaryOp {
    fn from(operator: Operator) -> BinaryOp {
        BinaryOp { operator, in_place: false }
    }
}
