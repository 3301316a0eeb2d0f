# The server is finished before others can find it.
# verdict: proved
# python: 3.14, 3.9, 3.14t
import threading

server = None


class Server:
    def __init__(self):
        self.routes = dict()
        self.routes["home"] = "Index.html".lower()


def begin():
    global server
    server = Server()


def browse():
    if server is not None:
        assert server.routes["home"] == "index.html"


threads = [threading.Thread(target=begin), threading.Thread(target=browse)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("routes:", server.routes)
