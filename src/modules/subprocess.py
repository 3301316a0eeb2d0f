# subprocess: names that others import. There are no processes, which is said where one would be started.

PIPE, STDOUT, DEVNULL = -1, -2, -3

__all__ = ['Popen', 'PIPE', 'STDOUT', 'call', 'check_call', 'getstatusoutput', 'getoutput', 'check_output', 'run',
           'CalledProcessError', 'DEVNULL', 'SubprocessError', 'TimeoutExpired', 'CompletedProcess']


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    """Raised where a process was to end with 0."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = self.stdout = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."


class TimeoutExpired(SubprocessError):
    """Raised where a process was to end in time."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = self.stdout = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr


def _refused(name):
    raise OSError(38, f'subprocess.{name} is not supported: Interloop has no processes and no operating system')


class Popen:
    def __init__(self, args, *rest, **options):
        _refused('Popen')


def _function(name):
    def function(*args, **options):
        _refused(name)
    function.__name__ = function.__qualname__ = name
    return function


run, call, check_call, check_output, getoutput, getstatusoutput = [
    _function(name) for name in ('run', 'call', 'check_call', 'check_output', 'getoutput', 'getstatusoutput')]
