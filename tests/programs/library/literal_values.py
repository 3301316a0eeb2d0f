# ast.literal_eval: literals and nothing else.
import ast

for text in ('1', '-1.5', '+2', '3+4j', '-3-4j', '1e400', '0x1F', '10**1 if 0 else 0', "'a' 'b'", "b'\\x00'", '(1, [2, {3}], {4: 5})',
             '()', '[]', '{}', 'set()', 'None', 'True', '...', '  \t(1,\n 2)', '{**{}}', '-True', '1+2', '1+1j+1j', '--1',
             'name', '[1,\n name]', 'f(1)', 'set(1)', 'a.b', "f'{1}'", '[x for x in ()]', '1 < 2', '*a, 1', 'not 1', '{1: f}'):
    try:
        value = ast.literal_eval(text)
        print(repr(text), type(value).__name__, value)
    except ValueError as error:
        print(repr(text), str(error).partition(': ')[0])
    except SyntaxError as error:
        print(repr(text), 'SyntaxError')
for wrong in ('1 +', '', 'x = 1', ')'):
    try:
        ast.literal_eval(wrong)
    except SyntaxError as error:
        print(repr(wrong), type(error).__name__, error.filename)
for wrong in (5, None, b'1'):
    try:
        ast.literal_eval(wrong)
    except ValueError as error:
        print(error)
try:
    ast.literal_eval('[' * 250 + ']' * 250)
except (SyntaxError, MemoryError, RecursionError) as error:
    print(type(error).__name__)
print(len(ast.literal_eval('[' + '(1, "x"), ' * 500 + ']')), ast.literal_eval("{'a': [1, 2.5, None], 'b': (True, {1, 2})}"))
