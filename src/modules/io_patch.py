# io, after the library's text: streams that a program derives are closed when they are forgotten; the machine's own
# standard streams are text streams.


def _forget(self):
    try:
        self.close()
    except Exception:
        pass


_forget.__name__ = '__del__'
_forget.__qualname__ = '_IOBase.__del__'
IOBase.__del__ = _forget
import sys as _sys
TextIOBase.register(type(_sys.stdout))
del _sys
