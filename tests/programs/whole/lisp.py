"""A small Lisp: tokeniser, parser, closures, recursion, errors."""
import operator


def parse(source):
    tokens = source.replace("(", " ( ").replace(")", " ) ").split()

    def read():
        token = tokens.pop(0)
        if token == "(":
            items = []
            while tokens[0] != ")":
                items.append(read())
            tokens.pop(0)
            return items
        try:
            return int(token)
        except ValueError:
            return token

    return read()


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        if name in self:
            return self
        if self.outer is None:
            raise NameError(f"unbound: {name}")
        return self.outer.find(name)


def evaluate(x, env):
    match x:
        case str():
            return env.find(x)[x]
        case int():
            return x
        case ["quote", value]:
            return value
        case ["if", test, yes, no]:
            return evaluate(yes if evaluate(test, env) else no, env)
        case ["define", name, value]:
            env[name] = evaluate(value, env)
        case ["lambda", names, body]:
            return lambda *args: evaluate(body, Env(names, args, env))
        case [f, *args]:
            return evaluate(f, env)(*(evaluate(a, env) for a in args))


env = Env()
env.update({"+": operator.add, "-": operator.sub, "*": operator.mul, "<": operator.lt, "=": operator.eq, "car": lambda l: l[0], "cdr": lambda l: l[1:], "cons": lambda a, b: [a] + b, "null": lambda l: not l})
for line in (
    "(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))",
    "(fact 20)",
    "(define map (lambda (f l) (if (null l) (quote ()) (cons (f (car l)) (map f (cdr l))))))",
    "(map (lambda (x) (* x x)) (quote (1 2 3 4)))",
    "(define make (lambda (n) (lambda (m) (+ n m))))",
    "((make 5) 37)",
    "(nope 1)",
    "(car 5)",
    "(fact 1 2 3",
):
    try:
        print(evaluate(parse(line), env))
    except (NameError, TypeError, IndexError) as problem:
        print(type(problem).__name__, problem)
