# _socket: sockets that stand in memory. A connection is two ends, each with what has arrived there.
#
# Who waits for an end leaves a lock with it, which is released when something changes there: so waits and wake-ups are
# those of locks, and a search sees them as such.

import _thread
import posix as _posix
import time as _time

# What a socket of the kernel takes before its sender must wait, in bytes.
_ROOM = 212_992
# Who listens, by family and address; who receives datagrams, likewise.
_listening = {}
_bound = {}


class _End:
    """One end of a connection, or a listening socket. The number of a file stands for it."""

    def __init__(self, family, kind):
        self.family = family
        self.kind = kind
        self.arrived = bytearray() if kind == SOCK_STREAM else []
        self.peer = None
        self.backlog = None
        self.eof = False
        self.mute = False
        self.reset = False
        self.closed = False
        self.name = ''
        self.waiting = []

    def readable(self):
        return bool(self.arrived or self.eof or self.backlog)

    def writable(self):
        if self.kind != SOCK_STREAM:
            return True
        return self.backlog is None and (self.peer is None or self.peer.closed or len(self.peer.arrived) < _ROOM)

    def hung_up(self):
        return self.eof and self.mute

    def changed(self):
        for lock in self.waiting:
            if lock.locked():
                lock.release()

    def send(self, data):
        if self.mute or self.peer is None or self.peer.closed:
            _fail(_EPIPE if self.mute or self.peer is not None else _ENOTCONN)
        if self.kind != SOCK_STREAM:
            self.peer.arrived.append((bytes(data), self.name))
            self.peer.changed()
            return len(data)
        taken = bytes(data[:_ROOM - len(self.peer.arrived)])
        self.peer.arrived += taken
        self.peer.changed()
        return len(taken)

    def receive(self, length, peek=False):
        if self.reset and not self.arrived:
            self.reset = False
            _fail(_ECONNRESET)
        if self.kind != SOCK_STREAM:
            data, sender = self.arrived[0] if self.arrived else (b'', None)
            if not peek and self.arrived:
                del self.arrived[0]
            return data[:length], sender
        data = bytes(self.arrived[:length])
        if not peek:
            full = len(self.arrived) >= _ROOM
            del self.arrived[:length]
            if full and data and self.peer is not None:
                self.peer.changed()
        return data, None

    def shutdown(self, how):
        if how != SHUT_WR:
            self.eof = True
        if how != SHUT_RD:
            self.mute = True
            if self.peer is not None:
                self.peer.eof = True
                self.peer.changed()
        self.changed()

    def close(self):
        if self.closed:
            return
        self.closed = True
        for table in (_listening, _bound):
            for key in [key for key, end in table.items() if end is self]:
                del table[key]
        if self.peer is not None:
            self.peer.eof = True
            self.peer.reset = bool(self.arrived) and self.kind == SOCK_STREAM
            self.peer.changed()
        for end in self.backlog or ():
            end.close()
        self.changed()

    # For os.read and os.write.
    def read(self, length):
        return self.receive(length)[0]

    def write(self, data):
        return self.send(data)


def _wait_for_ends(wanted, timeout):
    """Waits until `wanted` has something to say; `None` waits for ever. Answers what it said last."""
    found = wanted()
    if found:
        return found
    if timeout is not None and timeout <= 0:
        # Others may go on meanwhile, as in any call of the operating system.
        if _thread._count():
            _time.sleep(0)
        return wanted()
    lock = _thread.allocate_lock()
    lock.acquire()
    deadline = None if timeout is None else _time.monotonic() + timeout
    ends = wanted.ends()
    for end in ends:
        end.waiting.append(lock)
    try:
        while True:
            if deadline is None:
                lock.acquire()
            elif not lock.acquire(True, max(deadline - _time.monotonic(), 0.0)):
                return wanted()
            found = wanted()
            if found:
                return found
    finally:
        for end in ends:
            end.waiting.remove(lock)


class _Readable:
    def __init__(self, end):
        self._end = end

    def ends(self):
        return [self._end]

    def __call__(self):
        return self._end.closed or self._end.readable()


class _Writable(_Readable):
    def __call__(self):
        return self._end.closed or self._end.writable()
