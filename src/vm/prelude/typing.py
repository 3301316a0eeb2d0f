# Hidden Python: what annotations are made of (Objects/genericaliasobject.c, unionobject.c, typevarobject.c), and
# template strings (Objects/templateobject.c, interpolationobject.c).


def _add_methods(cls, methods):
    for name in methods:
        _put_class_attr(cls, name, methods[name])


def _generic_alias(origin, item):
    return _new_alias(origin, item)


# Generic aliases --------------------------------------------------------------------------------------------------


_ALIAS_OWN = ('__class__', '__bases__', '__origin__', '__args__', '__unpacked__', '__parameters__',
              '__typing_unpacked_tuple_args__', '__mro_entries__', '__reduce_ex__', '__reduce__', '__copy__',
              '__deepcopy__')


def _alias_getattr(self, name):
    if name in _ALIAS_OWN or name in ('__orig_class__', '__typing_subst__', '__typing_prepare_subst__'):
        raise AttributeError(f"'types.GenericAlias' object has no attribute {name!r}", name=name, obj=self)
    return getattr(self.__origin__, name)


def _alias_call(self, /, *args, **kwargs):
    made = self.__origin__(*args, **kwargs)
    try:
        made.__orig_class__ = self
    except Exception:
        pass
    return made


def _collect_parameters(args):
    found = []
    for arg in args:
        if isinstance(arg, type):
            continue
        if hasattr(arg, '__typing_subst__'):
            new = (arg,)
        elif isinstance(arg, (tuple, list)):
            new = _collect_parameters(arg)
        else:
            new = getattr(arg, '__parameters__', ())
        for one in new:
            if one not in found:
                found.append(one)
    return tuple(found)


def _substitute(alias, params, item):
    if not params:
        raise TypeError(f'{alias!r} is not a generic class')
    if not isinstance(item, tuple):
        item = (item,)
    for param in params:
        prepare = getattr(param, '__typing_prepare_subst__', None)
        if prepare is not None:
            item = prepare(alias, item)
    if len(item) != len(params):
        many = 'many' if len(item) > len(params) else 'few'
        raise TypeError(f'Too {many} arguments for {alias!r}; actual {len(item)}, expected {len(params)}')
    return tuple([_substitute_one(arg, params, item) for arg in alias.__args__])


def _substitute_one(arg, params, item):
    if isinstance(arg, type):
        return arg
    subst = getattr(arg, '__typing_subst__', None)
    if subst is not None:
        return subst(item[params.index(arg)])
    inner = getattr(arg, '__parameters__', ())
    if isinstance(inner, tuple) and inner:
        return arg[tuple([item[params.index(one)] for one in inner])]
    return arg


def _alias_getitem(self, item):
    return _new_alias(self.__origin__, _substitute(self, self.__parameters__, item))


def _alias_instancecheck(self, obj):
    raise TypeError('isinstance() argument 2 cannot be a parameterized generic')


def _alias_subclasscheck(self, cls):
    raise TypeError('issubclass() argument 2 cannot be a parameterized generic')


def _alias_repr(self):
    args = ', '.join([_alias_part_repr(arg) for arg in self.__args__])
    return f"{_alias_part_repr(self.__origin__)}[{args or '()'}]"


def _alias_part_repr(one):
    if one is ...:
        return '...'
    if isinstance(one, list):
        return '[' + ', '.join([_alias_part_repr(inner) for inner in one]) + ']'
    if isinstance(one, type):
        return one.__qualname__ if one.__module__ == 'builtins' else f'{one.__module__}.{one.__qualname__}'
    return repr(one)


def _alias_iter(self):
    yield _typing_module().Unpack[self]


def _typing_module():
    return _load('typing')


_add_methods(GenericAlias, {
    '__getattr__': _alias_getattr,
    '__repr__': _alias_repr,
    '__call__': _alias_call,
    '__getitem__': _alias_getitem,
    '__mro_entries__': lambda self, bases: (self.__origin__,),
    '__instancecheck__': _alias_instancecheck,
    '__subclasscheck__': _alias_subclasscheck,
    '__iter__': _alias_iter,
    '__or__': lambda self, other: _make_union(self, other),
    '__ror__': lambda self, other: _make_union(other, self),
    '__parameters__': property(lambda self: _collect_parameters(self.__args__)),
    '__unpacked__': property(lambda self: False),
    '__typing_unpacked_tuple_args__': property(lambda self: None),
    '__reduce__': lambda self: (GenericAlias, (self.__origin__, self.__args__)),
    '__dir__': lambda self: dir(self.__origin__),
})


# Unions -----------------------------------------------------------------------------------------------------------


_union_type = Union


def _make_union(a, b):
    for one in (a, b):
        if not (one is None or isinstance(one, type) or type(one) is _union_type or isinstance(one, GenericAlias)
                or type(one).__name__ == 'TypeAliasType' or hasattr(one, '__origin__')):
            return NotImplemented
    return _union_of((a, b), False)


def _union_of(items, written):
    unique = []
    for item in items:
        if item is None:
            item = type(None)
        for one in item.__args__ if type(item) is _union_type else (item,):
            if one not in unique:
                unique.append(one)
    return unique[0] if len(unique) == 1 else _new_union(tuple(unique), written)


def _union_class_getitem(cls, item):
    if item == ():
        raise TypeError('Cannot take a Union of no types.')
    check = _typing_module()._type_check
    items = item if isinstance(item, tuple) else (item,)
    return _union_of([check(one, 'Union[arg, ...]: each arg must be a type.') for one in items], True)


def _union_repr(self):
    if _union_written(self):
        show = _typing_module()._type_repr
        none = type(None)
        if len(self.__args__) == 2 and none in self.__args__:
            one = self.__args__[0] if self.__args__[1] is none else self.__args__[1]
            return f'typing.Optional[{show(one)}]'
        return 'typing.Union[' + ', '.join([show(one) for one in self.__args__]) + ']'
    return ' | '.join([_union_part_repr(one) for one in self.__args__])


def _union_part_repr(one):
    if one is type(None):
        return 'None'
    if isinstance(one, type):
        return one.__qualname__ if one.__module__ == 'builtins' else f'{one.__module__}.{one.__qualname__}'
    return repr(one)


def _union_eq(self, other):
    if type(other) is not _union_type:
        return NotImplemented
    return set(self.__args__) == set(other.__args__)


def _union_or(self, other):
    result = _make_union(self, other)
    return _union_of((self, other), True) if result is not NotImplemented and _union_written(self) else result


def _union_getitem(self, item):
    return _union_of(_substitute(self, self.__parameters__, item), _union_written(self))


def _union_check(self, cls, method):
    for one in self.__args__:
        if method(cls, one):
            return True
    return False


_add_methods(Union, {
    '__class_getitem__': classmethod(_union_class_getitem),
    '__repr__': _union_repr,
    '__eq__': _union_eq,
    '__hash__': lambda self: hash(frozenset(self.__args__)),
    '__or__': _union_or,
    '__ror__': lambda self, other: _make_union(other, self),
    '__getitem__': _union_getitem,
    '__parameters__': property(lambda self: _collect_parameters(self.__args__)),
    '__instancecheck__': lambda self, obj: _union_check(self, obj, isinstance),
    '__subclasscheck__': lambda self, cls: _union_check(self, cls, issubclass),
})


# Annotations and type parameters ------------------------------------------------------------------------------------


def _class_annotations(cls):
    own = cls.__dict__
    for name in ('__annotations__', '__annotations_cache__'):
        if name in own:
            return own[name]
    annotate = own.get('__annotate_func__', own.get('__annotate__'))
    if annotate is None:
        if not cls.__flags__ & 512:
            raise AttributeError(f"type object '{cls.__name__}' has no attribute '__annotations__'",
                                 name='__annotations__', obj=cls)
        result = {}
    else:
        result = annotate(1)
    _put_class_attr(cls, '__annotations_cache__', result)
    return result


def _intrinsic1(which, value):
    if which == 1:
        hook = __modules['sys'].__dict__.get('displayhook')
        if hook is None:
            raise RuntimeError('lost sys.displayhook')
        hook(value)
        return None
    module = _load('_typing')
    if which == 7:
        return module.TypeVar(value, infer_variance=True)
    if which == 8:
        return module.ParamSpec(value, infer_variance=True)
    if which == 9:
        return module.TypeVarTuple(value)
    if which == 10:
        params = tuple([_unpacked(module, param) for param in value])
        return _typing_module()._GenericAlias(module.Generic, params)
    name, params, evaluate = value
    alias = module.TypeAliasType(name, None, type_params=params or ())
    alias._evaluate = evaluate
    return alias


def _unpacked(module, param):
    return _typing_module().Unpack[param] if isinstance(param, module.TypeVarTuple) else param


def _type_parameter(which, first, second):
    if which == 5:
        first._evaluate_default = second
        return first
    param = _load('_typing').TypeVar(first, infer_variance=True)
    if which == 2:
        param._evaluate_bound = second
    else:
        param._evaluate_constraints = second
    return param


# Template strings ---------------------------------------------------------------------------------------------------


class Interpolation:
    __slots__ = ('value', 'expression', 'conversion', 'format_spec')
    __module__ = 'string.templatelib'
    __match_args__ = ('value', 'expression', 'conversion', 'format_spec')

    def __new__(cls, value, expression='', conversion=None, format_spec=''):
        self = object.__new__(cls)
        for name, content in (('value', value), ('expression', expression), ('conversion', conversion),
                              ('format_spec', format_spec)):
            object.__setattr__(self, name, content)
        return self

    def __setattr__(self, name, value):
        raise AttributeError('readonly attribute')

    def __repr__(self):
        return f'Interpolation({self.value!r}, {self.expression!r}, {self.conversion!r}, {self.format_spec!r})'


class Template:
    __slots__ = ('strings', 'interpolations')
    __module__ = 'string.templatelib'

    def __new__(cls, *parts):
        strings, interpolations, text = [], [], ''
        for part in parts:
            if isinstance(part, str):
                text += part
            elif isinstance(part, Interpolation):
                strings.append(text)
                interpolations.append(part)
                text = ''
            else:
                raise TypeError('Template.__new__ *args need to be of type \'str\' or \'Interpolation\', got '
                                + type(part).__name__)
        return _build_template(tuple(strings) + (text,), tuple(interpolations))

    @property
    def values(self):
        return tuple([one.value for one in self.interpolations])

    def __setattr__(self, name, value):
        raise AttributeError('readonly attribute')

    def __iter__(self):
        for at, one in enumerate(self.interpolations):
            if self.strings[at]:
                yield self.strings[at]
            yield one
        if self.strings[-1]:
            yield self.strings[-1]

    def __add__(self, other):
        if not isinstance(other, Template):
            return NotImplemented
        return Template(*self, *other)

    def __repr__(self):
        return f'Template(strings={self.strings!r}, interpolations={self.interpolations!r})'


def _build_template(strings, interpolations):
    made = object.__new__(Template)
    object.__setattr__(made, 'strings', strings)
    object.__setattr__(made, 'interpolations', interpolations)
    return made


def _build_interpolation(value, expression, conversion, format_spec=''):
    return Interpolation(value, expression, (None, 's', 'r', 'a')[conversion], format_spec)
