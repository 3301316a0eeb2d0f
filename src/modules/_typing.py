# _typing (Objects/typevarobject.c, Objects/unionobject.c): type parameters and Generic.

import sys

Union = type(int | str)


@staticmethod
def _idfunc(value, /):
    return value


def _typing():
    import typing
    return typing


def _caller():
    return sys._getframemodulename(0) or None


class NoDefaultType:
    __slots__ = ()
    __module__ = 'typing'

    def __new__(cls):
        return NoDefault

    def __repr__(self):
        return 'typing.NoDefault'

    def __reduce__(self):
        return 'NoDefault'


NoDefault = object.__new__(NoDefaultType)


class _Parameter:
    """What TypeVar, ParamSpec and TypeVarTuple have in common."""

    __slots__ = ()

    def __or__(self, other):
        return _typing().Union[self, other]

    def __ror__(self, other):
        return _typing().Union[other, self]

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        sign = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__

    def __reduce__(self):
        return self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

    def __init_subclass__(cls, *args, **kwargs):
        if cls.__module__ != 'typing':
            raise TypeError(f"type 'typing.{cls.__mro__[1].__name__}' is not an acceptable base type")

    def has_default(self):
        return self._default is not NoDefault or self._evaluate_default is not None

    @property
    def __default__(self):
        if self._default is NoDefault and self._evaluate_default is not None:
            self._default = self._evaluate_default(1)
        return self._default

    @property
    def evaluate_default(self):
        return self._evaluate_default


class TypeVar(_Parameter):
    __module__ = 'typing'

    def __init__(self, name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False,
                 infer_variance=False):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if infer_variance and (covariant or contravariant):
            raise ValueError('Variance cannot be specified with infer_variance.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self.__name__ = name
        self._bound = bound
        self._constraints = constraints
        self._evaluate_bound = self._evaluate_constraints = self._evaluate_default = None
        self._default = default
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self.__module__ = _caller()

    @property
    def __bound__(self):
        if self._bound is None and self._evaluate_bound is not None:
            self._bound = self._evaluate_bound(1)
        return self._bound

    @property
    def __constraints__(self):
        if not self._constraints and self._evaluate_constraints is not None:
            self._constraints = self._evaluate_constraints(1)
        return self._constraints

    def __typing_subst__(self, arg):
        return _typing()._typevar_subst(self, arg)

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        at = params.index(self)
        if at < len(args):
            return args
        if self.has_default():
            return (*args, self.__default__)
        raise TypeError(f'Too few arguments for {alias}')


class ParamSpec(_Parameter):
    __module__ = 'typing'

    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False,
                 infer_variance=False):
        self.__name__ = name
        self.__bound__ = bound
        self._default = default
        self._evaluate_default = None
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self.__module__ = _caller()

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        return _typing()._paramspec_subst(self, arg)

    def __typing_prepare_subst__(self, alias, args):
        return _typing()._paramspec_prepare_subst(self, alias, args)


class TypeVarTuple(_Parameter):
    __module__ = 'typing'
    __infer_variance__ = True

    def __init__(self, name, *, default=NoDefault):
        self.__name__ = name
        self._default = default
        self._evaluate_default = None
        self.__module__ = _caller()

    def __iter__(self):
        yield _typing().Unpack[self]

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __typing_prepare_subst__(self, alias, args):
        return _typing()._typevartuple_prepare_subst(self, alias, args)


class _ParamSpecPart:
    def __init__(self, origin):
        self.__origin__ = origin

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self.__origin__ == other.__origin__

    __hash__ = object.__hash__

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._part}'


class ParamSpecArgs(_ParamSpecPart):
    __module__ = 'typing'
    _part = 'args'


class ParamSpecKwargs(_ParamSpecPart):
    __module__ = 'typing'
    _part = 'kwargs'


class TypeAliasType:
    __module__ = 'typing'

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self._value = value
        self._evaluate = None
        self.__type_params__ = type_params
        self.__module__ = _caller()

    @property
    def __value__(self):
        if self._evaluate is not None:
            self._value = self._evaluate(1)
            self._evaluate = None
        return self._value

    @property
    def __parameters__(self):
        return self.__type_params__

    def __repr__(self):
        return self.__name__

    def __or__(self, other):
        return _typing().Union[self, other]

    def __ror__(self, other):
        return _typing().Union[other, self]

    def __getitem__(self, args):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        return type(list[int])(self, args if isinstance(args, tuple) else (args,))

    def __reduce__(self):
        return self.__name__


class Generic:
    __slots__ = ()
    __module__ = 'typing'
    _is_protocol = False

    @classmethod
    def __class_getitem__(cls, *args, **kwargs):
        return _typing()._generic_class_getitem(cls, *args, **kwargs)

    @classmethod
    def __init_subclass__(cls, *args, **kwargs):
        return _typing()._generic_init_subclass(cls, *args, **kwargs)
