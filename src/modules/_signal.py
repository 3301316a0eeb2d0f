# _signal: handlers, and signals that the program sends to itself. Nobody else sends any, and no timer does.

import _thread

NSIG = 65
SIG_DFL, SIG_IGN = 0, 1
SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK = 0, 1, 2
SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGUSR1 = range(1, 11)
SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM, SIGSTKFLT, SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP = range(11, 21)
SIGTTIN, SIGTTOU, SIGURG, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGWINCH, SIGIO, SIGPWR, SIGSYS = range(21, 32)
SIGIOT, SIGCLD, SIGPOLL = SIGABRT, SIGCHLD, SIGIO
SIGRTMIN, SIGRTMAX = 34, 64

_main = _thread.get_ident()


def default_int_handler(signalnum, frame, /):
    """The default handler for SIGINT installed by Python."""
    raise KeyboardInterrupt


_handlers = {SIGINT: default_int_handler, SIGPIPE: SIG_IGN, SIGXFSZ: SIG_IGN}
# Without a handler these pass unnoticed.
_quiet = (SIGCHLD, SIGCONT, SIGURG, SIGWINCH)


def _number(signalnum):
    if not 1 <= signalnum < NSIG:
        raise ValueError('signal number out of range')
    return int(signalnum)


def signal(signalnum, handler, /):
    """Set the action for the given signal."""
    number = _number(signalnum)
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    if _thread.get_ident() != _main:
        raise ValueError('signal only works in main thread of the main interpreter')
    if number in (SIGKILL, SIGSTOP):
        raise OSError(22, 'Invalid argument')
    before = _handlers.get(number, SIG_DFL)
    _handlers[number] = handler
    return before


def getsignal(signalnum, /):
    """Return the current action for the given signal."""
    return _handlers.get(_number(signalnum), SIG_DFL)


def raise_signal(signalnum, /):
    """Send a signal to the executing process."""
    number = _number(signalnum)
    handler = _handlers.get(number, SIG_DFL)
    if callable(handler):
        if _thread.get_ident() != _main:
            raise NotImplementedError('a signal that another thread raises is not supported')
        import sys
        handler(number, sys._getframe())
    elif handler == SIG_DFL and number not in _quiet:
        raise NotImplementedError(f'signal {number} would end the process, which is not supported')


def valid_signals():
    """Return a set of valid signal numbers on this platform."""
    return {number for number in range(1, NSIG) if not 32 <= number < SIGRTMIN}


_texts = {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 4: 'Illegal instruction', 6: 'Aborted', 8: 'Floating point exception',
          9: 'Killed', 11: 'Segmentation fault', 13: 'Broken pipe', 14: 'Alarm clock', 15: 'Terminated',
          17: 'Child exited', 18: 'Continued'}


def strsignal(signalnum, /):
    """Return the system description of the given signal."""
    return _texts.get(_number(signalnum))


def _refuse(name):
    def refused(*args):
        raise NotImplementedError(f'signal.{name}() is not supported: no timer and no other process sends signals here')
    refused.__name__ = refused.__qualname__ = name
    return refused


alarm, setitimer, getitimer, pause, set_wakeup_fd, siginterrupt = [
    _refuse(name) for name in ('alarm', 'setitimer', 'getitimer', 'pause', 'set_wakeup_fd', 'siginterrupt')]
