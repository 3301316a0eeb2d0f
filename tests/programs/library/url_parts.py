# urllib.parse: splitting, joining, quoting and queries.
from urllib import parse


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error), error)


for url in ('https://user:pa%20ss@example.org:8080/a/b;p?q=1&r=2#frag', 'mailto:x@example.org', '//host/path', 'file:///etc/x',
            'http://[::1]:80/', 'a/b/c', 'HTTP://EXAMPLE.org'):
    parts = parse.urlsplit(url)
    print(parts, parts.hostname, parts.port, parts.username, parts.password, parts.geturl())
    print(parse.urlparse(url))
for base, other in [('http://a/b/c/d', '../e'), ('http://a/b/c/d', '/x'), ('http://a/b/', 'c?d=1#e'), ('http://a/b', '//h/i'),
                    ('http://a/b/c', ''), ('http://a/b/c', '../../../g'), ('', 'x')]:
    print(parse.urljoin(base, other))
print(parse.quote('a b/ç?&=~'), parse.quote('a/b', safe=''), parse.quote_plus('a b&c'), parse.quote(b'\xff'))
print(parse.unquote('a%20b%C3%A7%zz'), parse.unquote_plus('a+b%2B'), parse.unquote_to_bytes('%ff%41'), parse.unquote('%ff'))
print(parse.parse_qs('a=1&b=2&a=3&c='), parse.parse_qs('c=', keep_blank_values=True), parse.parse_qsl('a=1&b=%20x&b=+y'))
print(parse.urlencode({'a': 1, 'b': 'x y', 'c': 'ç'}), parse.urlencode([('k', [1, 2])], doseq=True))
print(parse.urldefrag('http://a/b#c'), parse.urlunsplit(('http', 'h', '/p', 'q', 'f')), parse.urlunparse(('s', 'n', 'p', 'x', 'q', '')))
print(parse.urlsplit('http://h/p')._replace(query='z=1').geturl(), parse.urlsplit(b'http://h/p').netloc)
attempt(parse.urlsplit, 'http://[::1/')
attempt(lambda: parse.urlsplit('http://h:x/').port)
attempt(lambda: parse.urlsplit('http://h:99999/').port)
attempt(parse.urljoin, 'http://a', b'b')
attempt(parse.parse_qs, 'a', strict_parsing=True)
attempt(parse.parse_qsl, 'a=1&b=2', max_num_fields=1)
attempt(parse.quote, 5)
attempt(parse.urlencode, 5)
