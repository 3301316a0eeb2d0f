//! Names of special methods as shared strings, and who defines them.
//!
//! Asking whether a class overrides an operator is the step before each native operation on an instance of a
//! class that the program or the library made.

use super::super::Vm;
use super::super::native::NativeDef;
use super::super::object::Data;
use super::super::value::{Id, PyStr, Value};
use std::sync::LazyLock;

macro_rules! dunders {
    ($($name:ident $text:literal;)*) => {
        /// A special method's name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Dunder { $($name),* }
        static NAMES: LazyLock<Vec<PyStr>> = LazyLock::new(|| vec![$(PyStr::from($text)),*]);
    };
}

dunders! {
    Eq "__eq__"; Ne "__ne__"; Lt "__lt__"; Le "__le__"; Gt "__gt__"; Ge "__ge__";
    Hash "__hash__"; Bool "__bool__"; Len "__len__"; Repr "__repr__"; Str "__str__"; Format "__format__";
    Neg "__neg__"; Pos "__pos__"; Invert "__invert__"; Abs "__abs__"; Index "__index__"; Int "__int__";
    Float "__float__"; Complex "__complex__"; Round "__round__"; Bytes "__bytes__"; Module "__module__";
    Add "__add__"; And "__and__"; FloorDiv "__floordiv__"; Lshift "__lshift__"; MatMul "__matmul__";
    Mul "__mul__"; Mod "__mod__"; Or "__or__"; Pow "__pow__"; Rshift "__rshift__"; Sub "__sub__";
    TrueDiv "__truediv__"; Xor "__xor__";
    Radd "__radd__"; Rand "__rand__"; RfloorDiv "__rfloordiv__"; Rlshift "__rlshift__"; RmatMul "__rmatmul__";
    Rmul "__rmul__"; Rmod "__rmod__"; Ror "__ror__"; Rpow "__rpow__"; Rrshift "__rrshift__"; Rsub "__rsub__";
    RtrueDiv "__rtruediv__"; Rxor "__rxor__";
    Iadd "__iadd__"; Iand "__iand__"; IfloorDiv "__ifloordiv__"; Ilshift "__ilshift__"; ImatMul "__imatmul__";
    Imul "__imul__"; Imod "__imod__"; Ior "__ior__"; Ipow "__ipow__"; Irshift "__irshift__"; Isub "__isub__";
    ItrueDiv "__itruediv__"; Ixor "__ixor__";
    DivMod "__divmod__"; RdivMod "__rdivmod__"; Trunc "__trunc__"; Missing "__missing__"; GetItem "__getitem__";
    Iter "__iter__"; Name "__name__"; Qualname "__qualname__";
}

impl Dunder {
    /// The name as text.
    pub fn name(self) -> &'static PyStr {
        &NAMES[self as usize]
    }
    /// The special method of a comparison.
    pub fn of_cmp(op: super::Cmp) -> Dunder {
        [Dunder::Lt, Dunder::Le, Dunder::Eq, Dunder::Ne, Dunder::Gt, Dunder::Ge][op as usize]
    }
    /// The three special methods of a binary operator: plain, reflected, in place.
    pub fn of_binary(op: super::Operator) -> [Dunder; 3] {
        use Dunder::*;
        [
            [Add, Radd, Iadd],
            [And, Rand, Iand],
            [FloorDiv, RfloorDiv, IfloorDiv],
            [Lshift, Rlshift, Ilshift],
            [MatMul, RmatMul, ImatMul],
            [Mul, Rmul, Imul],
            [Mod, Rmod, Imod],
            [Or, Ror, Ior],
            [Pow, Rpow, Ipow],
            [Rshift, Rrshift, Irshift],
            [Sub, Rsub, Isub],
            [TrueDiv, RtrueDiv, ItrueDiv],
            [Xor, Rxor, Ixor],
        ][op as usize]
    }
}

impl Vm {
    /// True if the value's class was made by a `class` statement (of the program, the library or the prelude).
    pub fn is_made(&self, value: Value) -> bool {
        match value {
            Value::Obj(id) => self.class(self.heap.get(id).class).flags.heap,
            _ => false,
        }
    }
    /// The native function that a class's special method is, if it is one.
    pub fn native_dunder(&self, class: Id, name: Dunder) -> Option<&'static NativeDef> {
        match self.data(self.lookup(class, name.name())?) {
            Some(Data::Native { def, .. }) => Some(def),
            _ => None,
        }
    }
    /// True if the class of `value` has this special method in Python (or as anything but a native function).
    pub fn overrides(&self, value: Value, name: Dunder) -> bool {
        if !self.is_made(value) {
            return false;
        }
        match self.lookup(self.class_of(value), name.name()) {
            None => false,
            Some(found) => !matches!(self.data(found), Some(Data::Native { .. })),
        }
    }
    /// True if the value's class has this special method at all.
    pub fn has_dunder(&self, value: Value, name: Dunder) -> bool {
        self.lookup(self.class_of(value), name.name()).is_some()
    }
}
