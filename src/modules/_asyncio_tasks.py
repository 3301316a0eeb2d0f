# _asyncio: tasks, and which of them there are.

import _weakref

# Weak references to the tasks of each loop that are not done, by the task's identity.
_tasks = {}
# Tasks of other classes that were registered by hand; those that run their first steps at once.
_others = {}
_eager = {}
# The task that each loop runs.
_current = {}
_numbers = [0]


def _is_future(value):
    return hasattr(type(value), '_asyncio_future_blocking') and value._asyncio_future_blocking is not None


class TaskStepMethWrapper:
    """The next step of a task, as a callback."""

    __slots__ = ('_task', '_error')
    __module__ = 'builtins'

    def __init__(self, task, error):
        self._task = task
        self._error = error

    @property
    def __self__(self):
        return self._task

    def __repr__(self):
        return f'<TaskStepMethWrapper object at 0x{id(self):x}>'

    def __call__(self):
        self._task._step(self._error)


class Task(Future):
    __module__ = '_asyncio'
    _log_destroy_pending = True
    _num_cancels_requested = 0
    _must_cancel = False
    _fut_waiter = None
    _coro = None

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        Future.__init__(self, loop=loop)
        if self._source_traceback:
            del self._source_traceback[-1]
        if not _module('coroutines').iscoroutine(coro):
            self._log_destroy_pending = False
            raise TypeError(f'a coroutine was expected, got {coro!r}')
        if name is None:
            _numbers[0] += 1
            name = f'Task-{_numbers[0]}'
        self._name = name if type(name) is str else str(name)
        self._coro = coro
        self._context = _copy_context() if context is None else context
        if eager_start and self._loop.is_running():
            self._start_now()
        else:
            self._loop.call_soon(TaskStepMethWrapper(self, None), context=self._context)
            _register_task(self)

    def __del__(self):
        if self._state is _PENDING:
            if self._loop is not None:
                _unregister_task(self)
            if self._log_destroy_pending and self._loop is not None:
                self._report('task', 'Task was destroyed but it is pending!')
        Future.__del__(self)

    def __repr__(self):
        return _module('base_tasks')._task_repr(self)

    def get_coro(self):
        return self._coro

    def get_context(self):
        return self._context

    def get_name(self):
        return self._name

    def set_name(self, value, /):
        self._name = value if type(value) is str else str(value)

    def set_result(self, result, /):
        raise RuntimeError('Task does not support set_result operation')

    def set_exception(self, exception, /):
        raise RuntimeError('Task does not support set_exception operation')

    def get_stack(self, *, limit=None):
        return _module('base_tasks')._task_get_stack(self, limit)

    def print_stack(self, *, limit=None, file=None):
        return _module('base_tasks')._task_print_stack(self, limit, file)

    def cancel(self, msg=None):
        self._unread = False
        if self._state is not _PENDING:
            return False
        self._num_cancels_requested += 1
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._num_cancels_requested

    def uncancel(self):
        if self._num_cancels_requested > 0:
            self._num_cancels_requested -= 1
            if self._num_cancels_requested == 0:
                self._must_cancel = False
        return self._num_cancels_requested

    def _end(self, state):
        _unregister_task(self)
        Future._end(self, state)

    def _start_now(self):
        before = _swap_current_task(self._loop, self)
        try:
            _register_eager_task(self)
            try:
                self._context.run(self._run, None)
            finally:
                _unregister_eager_task(self)
        finally:
            _swap_current_task(self._loop, before)
            if self._state is _PENDING:
                _register_task(self)
            else:
                self._coro = None

    def _step(self, error):
        if self._state is not _PENDING:
            raise _exceptions.InvalidStateError(f'__step(): already done: {self!r} {error}')
        if self._must_cancel:
            if not isinstance(error, _exceptions.CancelledError):
                error = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        loop = self._loop
        _enter_task(loop, self)
        try:
            self._run(error)
        finally:
            _leave_task(loop, self)

    def _run(self, error):
        coro = self._coro
        try:
            result = coro.send(None) if error is None else coro.throw(error)
        except StopIteration as exc:
            if self._must_cancel:
                self._must_cancel = False
                Future.cancel(self, self._cancel_message)
            else:
                Future.set_result(self, exc.value)
        except _exceptions.CancelledError as exc:
            self._cancelled_exc = exc
            Future.cancel(self)
        except (KeyboardInterrupt, SystemExit) as exc:
            Future.set_exception(self, exc)
            raise
        except BaseException as exc:
            Future.set_exception(self, exc)
        else:
            self._await(result)

    def _await(self, result):
        if result is None:
            wrong = None
        elif _is_future(result):
            if _loop_of(result) is not self._loop:
                wrong = f'Task {self!r} got Future {result!r} attached to a different loop'
            elif not result._asyncio_future_blocking:
                wrong = f'yield was used instead of yield from in task {self!r} with {result!r}'
            elif result is self:
                wrong = f'Task cannot await on itself: {self!r}'
            else:
                future_add_to_awaited_by(result, self)
                result._asyncio_future_blocking = False
                result.add_done_callback(self.task_wakeup, context=self._context)
                self._fut_waiter = result
                if self._must_cancel and result.cancel(msg=self._cancel_message):
                    self._must_cancel = False
                return
        elif type(result) is _generator:
            wrong = f'yield was used instead of yield from for generator in task {self!r} with {result!r}'
        else:
            wrong = f'Task got bad yield: {result!r}'
        error = None if wrong is None else RuntimeError(wrong)
        self._loop.call_soon(TaskStepMethWrapper(self, error), context=self._context)

    def task_wakeup(self, future, /):
        future_discard_from_awaited_by(future, self)
        error = None
        try:
            future.result()
        except BaseException as exc:
            error = exc
        self._step(error)


_generator = type((lambda: (yield))())


def current_task(loop=None):
    if loop is None:
        loop = get_running_loop()
    return _current.get(loop)


def all_tasks(loop=None):
    if loop is None:
        loop = get_running_loop()
    found = set()
    for table in (_eager, _tasks, _others):
        for known in list(table.get(loop, {}).values()):
            task = known()
            if task is not None and not task.done():
                found.add(task)
    return found


def _enter(table, loop, task):
    table.setdefault(loop, {})[id(task)] = _weakref.ref(task)


def _leave(table, loop, task):
    known = table.get(loop)
    if known is not None and known.pop(id(task), None) is not None and not known:
        del table[loop]


def _register_task(task, /):
    _enter(_tasks if isinstance(task, Task) else _others, _loop_of(task), task)


def _unregister_task(task, /):
    _leave(_tasks if isinstance(task, Task) else _others, _loop_of(task), task)


def _register_eager_task(task, /):
    _enter(_eager, _loop_of(task), task)


def _unregister_eager_task(task, /):
    _leave(_eager, _loop_of(task), task)


def _enter_task(loop, task, /):
    running = _current.get(loop)
    if running is not None:
        raise RuntimeError(f'Cannot enter into task {task!r} while another task {running!r} is being executed.')
    _current[loop] = task


def _leave_task(loop, task, /):
    running = _current.get(loop)
    if running is not task:
        raise RuntimeError(f'Invalid attempt to leave task {task!r} while task {running!r} is entered.')
    del _current[loop]


def _swap_current_task(loop, task, /):
    before = _current.get(loop)
    if task is None:
        _current.pop(loop, None)
    else:
        _current[loop] = task
    return before
