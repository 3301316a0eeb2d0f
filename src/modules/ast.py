# ast: literal_eval, and the names that the library mentions. Syntax trees are not offered to programs.

import sys


class AST:
    _fields = ()

    def __init__(self, *args, **kwargs):
        self._args = args
        self.__dict__.update(kwargs)


for _name in '''Add And AnnAssign Assert Assign AsyncFor AsyncFunctionDef AsyncWith Attribute AugAssign Await BinOp BitAnd
        BitOr BitXor BoolOp Break Call ClassDef Compare Constant Continue Del Delete Dict DictComp Div Eq ExceptHandler
        Expr Expression FloorDiv For FormattedValue FunctionDef GeneratorExp Global Gt GtE If IfExp Import ImportFrom In
        Interpolation Invert Is IsNot JoinedStr LShift Lambda List ListComp Load Lt LtE MatMult Match Mod Module Mult Name
        NamedExpr Nonlocal Not NotEq NotIn Or Pass Pow RShift Raise Return Set SetComp Slice Starred Store Sub Subscript
        TemplateStr Try TryStar Tuple TypeAlias UAdd USub UnaryOp While With Yield YieldFrom alias arg arguments boolop
        cmpop comprehension excepthandler expr expr_context keyword mod operator stmt unaryop withitem'''.split():
    sys.modules['ast'].__dict__[_name] = type(_name, (AST,), {'__module__': 'ast'})
del _name


class NodeVisitor:
    def visit(self, node):
        raise NotImplementedError('ast.NodeVisitor is not supported')


class NodeTransformer(NodeVisitor):
    pass


class _Unsupported(SyntaxError, NotImplementedError):
    """Where the library asks, it goes on without a tree."""


def parse(source, *args, **kwargs):
    raise _Unsupported('ast.parse() is not supported')


def unparse(tree):
    raise NotImplementedError('ast.unparse() is not supported')


def literal_eval(node_or_string):
    if isinstance(node_or_string, AST):
        raise NotImplementedError('ast.literal_eval() of a tree is not supported')
    if not isinstance(node_or_string, str):
        raise ValueError(f'malformed node or string: {node_or_string!r}')
    text = node_or_string.lstrip(' \t')
    # The compiler first: what is no expression is its SyntaxError.
    code = compile(text, '<unknown>', 'eval')
    found = _no_literal(text)
    if found is not None:
        line, node, name = found
        if not line:
            raise ValueError(f'malformed node or string: {node}')
        shown = f'{node}(...)' if name is None else f'{node}(id={name!r}, ctx=Load())'
        raise ValueError(f'malformed node or string on line {line}: {shown}')
    return eval(code, {'set': set})


PyCF_ONLY_AST = 0x400
PyCF_TYPE_COMMENTS = 0x1000
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_OPTIMIZED_AST = 0x8400
