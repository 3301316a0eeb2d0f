# _asyncio: futures, and what is known of running loops, which CPython writes in C (Modules/_asynciomodule.c). The
# library's own forms, asyncio.futures._PyFuture and asyncio.tasks._PyTask, run as well.

import _thread
import sys as _sys
from _contextvars import copy_context as _copy_context
from asyncio import exceptions as _exceptions

_PENDING, _CANCELLED, _FINISHED = 'PENDING', 'CANCELLED', 'FINISHED'
_here = _thread._local()
_GenericAlias = type(list[int])


def _module(name):
    """A module of the package, which may be half loaded."""
    return _load(f'asyncio.{name}')


def _get_running_loop():
    return getattr(_here, 'loop', None)


def _set_running_loop(loop, /):
    _here.loop = loop


def get_running_loop():
    loop = getattr(_here, 'loop', None)
    if loop is None:
        raise RuntimeError('no running event loop')
    return loop


def get_event_loop():
    loop = getattr(_here, 'loop', None)
    if loop is None:
        return _module('events')._get_event_loop_policy().get_event_loop()
    return loop


def _loop_of(future):
    try:
        get_loop = future.get_loop
    except AttributeError:
        return future._loop
    return get_loop()


class Future:
    __module__ = '_asyncio'
    _state = _PENDING
    _result = None
    _exception = None
    _loop = None
    _source_traceback = None
    _cancel_message = None
    _cancelled_exc = None
    _asyncio_future_blocking = False
    _callbacks = None
    _awaited_by = None
    _unread = False

    def __init__(self, *, loop=None):
        self._loop = loop = get_event_loop() if loop is None else loop
        if loop.get_debug():
            self._source_traceback = _module('format_helpers').extract_stack(_sys._getframe())

    def __repr__(self):
        return _module('base_futures')._future_repr(self)

    def __del__(self):
        if self._unread:
            self._report('future', f'{type(self).__name__} exception was never retrieved', exception=self._exception)

    def _report(self, what, message, **more):
        context = {'message': message, **more, what: self}
        if self._source_traceback:
            context['source_traceback'] = self._source_traceback
        self._loop.call_exception_handler(context)

    __class_getitem__ = classmethod(_GenericAlias)

    @property
    def _log_traceback(self):
        return self._unread

    @_log_traceback.setter
    def _log_traceback(self, value):
        if value:
            raise ValueError('_log_traceback can only be set to False')
        self._unread = False

    @property
    def _asyncio_awaited_by(self):
        return None if self._awaited_by is None else frozenset(self._awaited_by)

    def get_loop(self):
        self._initialized()
        return self._loop

    def _initialized(self):
        if self._loop is None:
            raise RuntimeError('Future object is not initialized.')

    def _make_cancelled_error(self):
        self._initialized()
        error = self._cancelled_exc
        if error is not None:
            self._cancelled_exc = None
            return error
        message = self._cancel_message
        return _exceptions.CancelledError() if message is None else _exceptions.CancelledError(message)

    def _end(self, state):
        self._state = state
        callbacks = self._callbacks
        if callbacks:
            self._callbacks = None
            call_soon = self._loop.call_soon
            for callback, context in callbacks:
                call_soon(callback, self, context=context)

    def cancel(self, msg=None):
        self._initialized()
        self._unread = False
        if self._state is not _PENDING:
            return False
        self._cancel_message = msg
        self._end(_CANCELLED)
        return True

    def cancelled(self):
        return self._state is _CANCELLED

    def done(self):
        return self._state is not _PENDING

    def result(self):
        if self._state is _FINISHED:
            self._unread = False
            if self._exception is not None:
                raise self._exception.with_traceback(self._exception_tb)
            return self._result
        if self._state is _CANCELLED:
            raise self._make_cancelled_error()
        raise _exceptions.InvalidStateError('Result is not set.')

    def exception(self):
        if self._state is _CANCELLED:
            raise self._make_cancelled_error()
        if self._state is not _FINISHED:
            raise _exceptions.InvalidStateError('Exception is not set.')
        self._unread = False
        return self._exception

    def add_done_callback(self, fn, /, *, context=None):
        self._initialized()
        if context is None:
            context = _copy_context()
        if self._state is not _PENDING:
            self._loop.call_soon(fn, self, context=context)
        elif self._callbacks is None:
            self._callbacks = [(fn, context)]
        else:
            self._callbacks.append((fn, context))

    def remove_done_callback(self, fn, /):
        self._initialized()
        callbacks = self._callbacks
        if not callbacks:
            return 0
        kept = [pair for pair in callbacks if pair[0] != fn]
        self._callbacks = kept or None
        return len(callbacks) - len(kept)

    def set_result(self, result, /):
        self._initialized()
        if self._state is not _PENDING:
            raise _exceptions.InvalidStateError('invalid state')
        self._result = result
        self._end(_FINISHED)

    def set_exception(self, exception, /):
        self._initialized()
        if self._state is not _PENDING:
            raise _exceptions.InvalidStateError('invalid state')
        if isinstance(exception, type):
            exception = exception()
        if not isinstance(exception, BaseException):
            raise TypeError('invalid exception object')
        if isinstance(exception, StopIteration):
            other = RuntimeError('StopIteration interacts badly with generators and cannot be raised into a Future')
            other.__cause__ = other.__context__ = exception
            exception = other
        self._exception = exception
        self._exception_tb = exception.__traceback__
        self._end(_FINISHED)
        self._unread = True

    def __await__(self):
        self._initialized()
        if self._state is _PENDING:
            self._asyncio_future_blocking = True
            yield self
            if self._state is _PENDING:
                raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


def future_add_to_awaited_by(fut, waiter, /):
    if isinstance(fut, Future) and isinstance(waiter, Future):
        if fut._awaited_by is None:
            fut._awaited_by = set()
        fut._awaited_by.add(waiter)


def future_discard_from_awaited_by(fut, waiter, /):
    if isinstance(fut, Future) and isinstance(waiter, Future) and fut._awaited_by:
        fut._awaited_by.discard(waiter)
        if not fut._awaited_by:
            fut._awaited_by = None
