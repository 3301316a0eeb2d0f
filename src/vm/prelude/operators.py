# Hidden Python: operators, numbers and texts where a class of the program has a say.
# After Objects/abstract.c (binary_op1, PyObject_RichCompare) and the types' own C files.

_BINARY = (
    ('__add__', '__radd__', '__iadd__', '+'),
    ('__and__', '__rand__', '__iand__', '&'),
    ('__floordiv__', '__rfloordiv__', '__ifloordiv__', '//'),
    ('__lshift__', '__rlshift__', '__ilshift__', '<<'),
    ('__matmul__', '__rmatmul__', '__imatmul__', '@'),
    ('__mul__', '__rmul__', '__imul__', '*'),
    ('__mod__', '__rmod__', '__imod__', '%'),
    ('__or__', '__ror__', '__ior__', '|'),
    ('__pow__', '__rpow__', '__ipow__', '**'),
    ('__rshift__', '__rrshift__', '__irshift__', '>>'),
    ('__sub__', '__rsub__', '__isub__', '-'),
    ('__truediv__', '__rtruediv__', '__itruediv__', '/'),
    ('__xor__', '__rxor__', '__ixor__', '^'),
)

_COMPARE = (
    ('__lt__', '__gt__', '<'),
    ('__le__', '__ge__', '<='),
    ('__eq__', '__eq__', '=='),
    ('__ne__', '__ne__', '!='),
    ('__gt__', '__lt__', '>'),
    ('__ge__', '__le__', '>='),
)


def op_binary(op, a, b):
    if op >= 13:
        name, reflected, in_place, sign = _BINARY[op - 13]
        method = _lookup(type(a), in_place)
        if method is not None:
            result = _bind(method, a)(b)
            if result is not NotImplemented:
                return result
        sign += '='
    else:
        name, reflected, in_place, sign = _BINARY[op]
    result = _binary(name, reflected, a, b)
    if result is not NotImplemented:
        return result
    if sign == '**':
        sign = '** or pow()'
    if sign in ('*', '*='):
        for one, other in ((a, b), (b, a)):
            if isinstance(one, (str, bytes, bytearray, list, tuple)):
                raise TypeError(f"can't multiply sequence by non-int of type '{type(other).__name__}'")
    raise TypeError(f"unsupported operand type(s) for {sign}: '{type(a).__name__}' and '{type(b).__name__}'")


def _binary(name, reflected, a, b):
    ta = type(a)
    tb = type(b)
    method = _lookup(ta, name)
    other = None
    if ta is not tb:
        other = _lookup(tb, reflected)
        if other is not None and _plain_issubclass(tb, ta) and other is not _lookup(ta, reflected):
            result = _bind(other, b)(a)
            if result is not NotImplemented:
                return result
            other = None
    sequence = method is not None and _is_sequence_slot(method)
    if method is not None and not sequence:
        result = _bind(method, a)(b)
        if result is not NotImplemented:
            return result
    if other is not None:
        result = _bind(other, b)(a)
        if result is not NotImplemented:
            return result
    if sequence:
        return _bind(method, a)(b)
    return NotImplemented


def op_compare(op, a, b):
    name, reflected, sign = _COMPARE[op]
    ta = type(a)
    tb = type(b)
    other = _lookup(tb, reflected)
    if ta is not tb and other is not None and _plain_issubclass(tb, ta):
        result = _bind(other, b)(a)
        if result is not NotImplemented:
            return result
        other = None
    method = _lookup(ta, name)
    if method is not None:
        result = _bind(method, a)(b)
        if result is not NotImplemented:
            return result
    if other is not None:
        result = _bind(other, b)(a)
        if result is not NotImplemented:
            return result
    if op == 2:
        return a is b
    if op == 3:
        return a is not b
    raise TypeError(f"'{sign}' not supported between instances of '{ta.__name__}' and '{tb.__name__}'")


def op_truth(x):
    method = _lookup(type(x), '__bool__')
    if method is not None:
        result = _bind(method, x)()
        if result is not True and result is not False:
            raise TypeError(f'__bool__ should return bool, returned {type(result).__name__}')
        return result
    method = _lookup(type(x), '__len__')
    if method is None:
        return True
    result = op_index(_bind(method, x)())
    if result < 0:
        raise ValueError('__len__() should return >= 0')
    return result != 0


def _unary(name, sign, x):
    method = _lookup(type(x), name)
    if method is None:
        raise TypeError(f"bad operand type for {sign}: '{type(x).__name__}'")
    return _bind(method, x)()


def op_neg(x):
    return _unary('__neg__', 'unary -', x)


def op_pos(x):
    return _unary('__pos__', 'unary +', x)


def op_invert(x):
    return _unary('__invert__', 'unary ~', x)


def abs(x):
    return _unary('__abs__', 'abs()', x)


def op_index(x):
    if _plain_issubclass(type(x), int):
        return int.__index__(x)
    method = _lookup(type(x), '__index__')
    if method is None:
        raise TypeError(f"'{type(x).__name__}' object cannot be interpreted as an integer")
    result = _bind(method, x)()
    if not _plain_issubclass(type(result), int):
        raise TypeError(f'__index__ returned non-int (type {type(result).__name__})')
    return int.__index__(result)


def op_hash(x):
    method = _lookup(type(x), '__hash__')
    if method is None:
        raise TypeError(f"unhashable type: '{_class_name(x)}'")
    result = _bind(method, x)()
    if not _plain_issubclass(type(result), int):
        raise TypeError('__hash__ method should return an integer')
    result = int.__index__(result)
    if not -0x8000000000000000 <= result <= 0x7fffffffffffffff:
        return int.__hash__(result)
    return -2 if result == -1 else result


def hash(obj):
    return op_hash(obj)


def tuple____hash__(self):
    return _tuple_hash([op_hash(item) for item in tuple.__iter__(self)])


# Numbers --------------------------------------------------------------------------------------------------------


def divmod(a, b):
    result = _binary('__divmod__', '__rdivmod__', a, b)
    if result is NotImplemented:
        raise TypeError(f"unsupported operand type(s) for divmod(): '{type(a).__name__}' and '{type(b).__name__}'")
    return result


def pow(base, exp, mod=None):
    if mod is None:
        return op_binary(8, base, exp)
    method = _lookup(type(base), '__pow__')
    result = NotImplemented if method is None else _bind(method, base)(exp, mod)
    if result is NotImplemented:
        names = f"'{type(base).__name__}', '{type(exp).__name__}', '{type(mod).__name__}'"
        raise TypeError(f'unsupported operand type(s) for ** or pow(): {names}')
    return result


def round(number, ndigits=None):
    method = _lookup(type(number), '__round__')
    if method is None:
        raise TypeError(f"type {type(number).__name__} doesn't define __round__ method")
    if ndigits is None:
        return _bind(method, number)()
    return _bind(method, number)(ndigits)


def int____round__(self, ndigits):
    return int.__round__(self, op_index(ndigits))


def float____round__(self, ndigits):
    return float.__round__(self, op_index(ndigits))


_native_hex = hex
_native_oct = oct
_native_bin = bin
_native_chr = chr


def hex(number):
    return _native_hex(op_index(number))


def oct(number):
    return _native_oct(op_index(number))


def bin(number):
    return _native_bin(op_index(number))


def chr(i):
    return _native_chr(op_index(i))


def bool____new__(cls, x=False):
    return op_truth(x)


def int____new__(cls, x=0, base=None):
    if base is not None:
        return int.__new__(cls, x, op_index(base))
    method = _lookup(type(x), '__int__')
    if method is not None:
        result = _bind(method, x)()
        if not _plain_issubclass(type(result), int):
            raise TypeError(f'__int__ returned non-int (type {type(result).__name__})')
        return int.__new__(cls, int.__index__(result))
    if _lookup(type(x), '__index__') is not None:
        return int.__new__(cls, op_index(x))
    result = _bind(_lookup(type(x), '__trunc__'), x)()
    return int.__new__(cls, op_index(result))


def float____new__(cls, x=0.0):
    return float.__new__(cls, _as_float(x))


def _as_float(x):
    if _plain_issubclass(type(x), float) and _lookup(type(x), '__float__') is _lookup(float, '__float__'):
        return float.__float__(x)
    method = _lookup(type(x), '__float__')
    if method is None:
        if _lookup(type(x), '__index__') is None:
            raise TypeError(f'must be real number, not {type(x).__name__}')
        return float.__new__(float, op_index(x))
    result = _bind(method, x)()
    if not _plain_issubclass(type(result), float):
        raise TypeError(f'{type(x).__name__}.__float__ returned non-float (type {type(result).__name__})')
    return float.__float__(result)


def complex____new__(cls, real=0, imag=0):
    return complex.__new__(cls, _as_complex(real), _as_complex(imag))


def _as_complex(x):
    method = _lookup(type(x), '__complex__')
    if method is None:
        return x if type(x) in (int, float) else _as_float(x)
    result = _bind(method, x)()
    if not _plain_issubclass(type(result), complex):
        raise TypeError(f'__complex__ returned non-complex (type {type(result).__name__})')
    return complex.__complex__(result)


def int__from_bytes(cls, bytes, byteorder='big', *, signed=False):
    return cls(int.from_bytes(_bytes_of(bytes), byteorder, signed=True if signed else False))


def int__to_bytes(self, length=1, byteorder='big', *, signed=False):
    return int.to_bytes(self, op_index(length), byteorder, signed=True if signed else False)


def int____format__(self, spec):
    # Reached without a specification only, by instances of subclasses whose text is written in Python.
    return str(self)


float____format__ = int____format__
complex____format__ = int____format__
str____format__ = int____format__
