# csv: what the writer quotes and escapes, dialects, and the dictionary forms.
import csv
import io


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error), error)


def line(row, **options):
    out = io.StringIO()
    attempt(lambda: (csv.writer(out, **options).writerow(row), out.getvalue()))


line([1, 'a,b', 'q"x', None, 1.5, True])
line(['a b', 'c'], delimiter=' ')
line([''])
line([None])
line([])
line(5)
line(['x\ny', 'r\r'])
line(['a', 1, None], quoting=csv.QUOTE_ALL)
line(['a', 1, None, 2.5], quoting=csv.QUOTE_NONNUMERIC)
line(['a', 1, None], quoting=csv.QUOTE_STRINGS)
line(['a', 1, None], quoting=csv.QUOTE_NOTNULL)
line(['a,b'], quoting=csv.QUOTE_NONE)
line(['a,b"c'], quoting=csv.QUOTE_NONE, escapechar='\\')
line([''], quoting=csv.QUOTE_NONE)
line(['q"x'], doublequote=False, escapechar='\\')
line(['q"x'], doublequote=False)
line(['', 'x'], delimiter=' ', skipinitialspace=True)
line((letter for letter in 'ab'), lineterminator='\n')
line(['a\\b'], escapechar='\\')
for options in ({'quotechar': None}, {'quoting': 9}, {'lineterminator': None}, {'delimiter': '\n'}, {'delimiter': '"'},
                {'escapechar': '"'}, {'quotechar': None, 'quoting': 0}):
    line(['a'], **options)
csv.register_dialect('pipes', delimiter='|', quoting=csv.QUOTE_ALL)
line(['a', 'b'], dialect='pipes')
dialect = csv.get_dialect('pipes')
print(dialect.delimiter, dialect.quoting, repr(dialect.lineterminator), dialect.strict, csv.list_dialects())
csv.unregister_dialect('pipes')
attempt(csv.get_dialect, 'pipes')
attempt(csv.unregister_dialect, 'pipes')
attempt(csv.register_dialect, 5)
attempt(csv.writer, 5)


class Slashes(csv.Dialect):
    delimiter = '/'
    quotechar = '"'
    lineterminator = '\n'
    quoting = csv.QUOTE_MINIMAL


line(['a', 'b/c'], dialect=Slashes)
out = io.StringIO()
writer = csv.DictWriter(out, ['a', 'b'], restval='-')
writer.writeheader()
writer.writerow({'a': 1})
writer.writerows([{'a': 2, 'b': 3}])
attempt(writer.writerow, {'c': 1})
print(repr(out.getvalue()))
