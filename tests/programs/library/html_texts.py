# html: escaping, character references, and a parser with its events.
import html
from html.parser import HTMLParser


def attempt(function, *args, **options):
    try:
        print(function(*args, **options))
    except Exception as error:
        print(type(error), error)


print(html.escape('<a href="x">\'&\'</a>'), html.escape('"\'', quote=False))
for text in ('&lt;&gt;&amp;&quot;', '&#62;&#x3E;&#X3e', '&notit;&notin;', '&nope; &copy &euro;', '&#0;&#128;&#xD800;&#x110000;',
             '&ThickSpace;', 'plain', '&hearts;&Aacute;'):
    print(ascii(html.unescape(text)))


class Events(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print('start', tag, attrs)

    def handle_endtag(self, tag):
        print('end', tag)

    def handle_startendtag(self, tag, attrs):
        print('both', tag, attrs)

    def handle_data(self, data):
        print('data', repr(data), self.getpos())

    def handle_comment(self, data):
        print('comment', repr(data))

    def handle_decl(self, decl):
        print('declaration', decl)


parser = Events()
parser.feed('<!DOCTYPE html><p class="a" id=b hidden>one &amp; two<br/><!-- note -->\n<b>th')
parser.feed('ree</b></p><script>if (a < b) { }</script>')
parser.close()
