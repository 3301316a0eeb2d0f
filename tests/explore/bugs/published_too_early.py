# The server is put where others find it before its routes are filled in.
# verdict: counterexample
# kinds: exception KeyError
# python: 3.14, 3.9, 3.14t
import threading

server = None


class Server:
    def __init__(self):
        global server
        self.routes = dict()
        server = self
        self.routes["home"] = "Index.html".lower()


def browse():
    if server is not None:
        assert server.routes["home"] == "index.html"


threads = [threading.Thread(target=Server), threading.Thread(target=browse)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("routes:", server.routes)
