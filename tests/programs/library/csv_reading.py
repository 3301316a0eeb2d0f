# csv: what the reader makes of quotes, escapes and line ends, under each quoting.
import csv
import io


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error), error)


def rows(text, **options):
    attempt(lambda: list(csv.reader(text.splitlines(keepends=True), **options)))


rows('a,b\r\n1,"x,y"\r\n\r\n"he said ""hi""",z\n')
rows('a b c\n', delimiter=' ')
rows('"a\nb",c\n')
rows("'a,b',c", quotechar="'")
rows('a\\,b,c', escapechar='\\')
rows('a, b,"c"', skipinitialspace=True)
rows('1,"2",x', quoting=csv.QUOTE_NONNUMERIC)
rows('1,"2",3.5', quoting=csv.QUOTE_NONNUMERIC)
rows('"a', strict=True)
rows('"a')
rows('"a"b,c')
rows('"a"b,c', strict=True)
rows('"a","b"\n', quoting=csv.QUOTE_NONE)
rows('a,\n,\n')
rows('')
rows('a\tb', dialect='excel-tab')
rows('a', dialect='nope')
rows('"a\\"b",c', escapechar='\\', doublequote=False)
rows('a;b', delimiter=';', foo=1)
attempt(lambda: list(csv.reader(['a\rb,c'])))
attempt(lambda: list(csv.reader([b'a'])))
attempt(lambda: csv.reader(5))
reader = csv.reader(['a,b', '"c', 'd",e'])
print(list(reader), reader.line_num, reader.dialect.delimiter)
print(csv.field_size_limit(), csv.field_size_limit(5))
rows('abcdef,1')
rows('"abcdef",1')
print(csv.field_size_limit(131072))
print(list(csv.DictReader(['a,b', '1,2,3', '4'], restkey='more', restval='none')))
reader = csv.DictReader(['1;2'], fieldnames=['x', 'y'], delimiter=';')
print(list(reader), reader.fieldnames, reader.line_num)
found = csv.Sniffer().sniff('a;b;c\n1;2;3\n4;5;6\n')
print(found.delimiter, csv.Sniffer().has_header('name,age\nbob,5\nann,7\n'))
