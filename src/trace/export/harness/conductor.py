# ---- The program's process.


class Conductor:
    """Lets one thread run at a time, for as long as the schedule says. Each thread waits at a gate of its own."""

    def __init__(self):
        self.at = 0
        self.numbers = {}  # by identity of the running thread
        self.objects = {}  # by id() of the Thread object
        self.gates = []
        self.ended = []
        self.counts = []
        self.waits = []
        self.deaths = []
        self.free = False
        self.moved = False

    def add(self):
        gate = real.allocate_lock()
        gate.acquire()
        self.gates.append(gate)
        self.ended.append(False)
        self.counts.append(collections.Counter())
        self.waits.append(None)
        return len(self.gates) - 1

    def me(self):
        return self.numbers.get(real.get_ident())

    def event(self, spot):
        """A thread stands before an instruction of the program; `spot` is its number if turns speak of it."""
        me = self.me()
        if self.free or me is None:
            self.moved = True
            return
        while True:
            if self.at == len(TURNS):
                self.diverge(f"{THREADS[me]} goes on, where the schedule has come to its end")
            thread, until, times, _ = TURNS[self.at]
            if thread != me:
                self.diverge(f"{THREADS[me]} runs, where the schedule expects {THREADS[thread]}")
            if until == BEGUN or isinstance(until, int) and self.counts[me][until] >= times:
                self.pass_on(me)
            else:
                break
            if self.free:
                return
        if spot is not None:
            self.counts[me][spot] += 1

    def pass_on(self, me):
        """The present turn is over. Returns when `me` is to go on."""
        self.at += 1
        if self.at == len(TURNS):
            return self.let_go()
        thread = TURNS[self.at][0]
        if thread == me:
            return
        if thread >= len(self.gates) or self.ended[thread]:
            name = THREADS[thread]
            self.diverge(f"{name} is to go on, but it has {'ended' if thread < len(self.gates) else 'not begun'}")
        self.gates[thread].release()
        if me is not None:
            self.gates[me].acquire()

    def block(self, what):
        """The running thread cannot go on by itself. True once its turn has come; False if it is to wait for real."""
        me = self.me()
        if self.free or me is None:
            return False
        if self.at == len(TURNS) or TURNS[self.at][:2] != (me, BLOCKS):
            self.diverge(f"{THREADS[me]} has to wait for {describe(what) or 'a lock of the library'}")
        self.waits[me] = what
        self.pass_on(me)
        if not self.free:
            self.waits[me] = None
        return not self.free

    def ends(self, me):
        self.ended[me] = True
        if self.free:
            self.moved = True
        elif self.at == len(TURNS) or TURNS[self.at][:2] != (me, ENDS):
            self.diverge(f"{THREADS[me]} ends")
        elif me != 0:
            self.pass_on(None)

    def let_go(self):
        """The schedule is over and nobody should be able to move: whoever can may do so now, on real locks."""
        self.free = True
        for gate in self.gates:
            if gate.locked():
                gate.release()
        real.start_new_thread(self.watch, ())

    def watch(self):
        self.moved = False
        real.sleep(STILL_S)
        if not self.moved:
            blocked = [number for number, ended in enumerate(self.ended) if not ended]
            finish({"kind": "deadlock", "blocked": blocked, "deaths": self.deaths, "stacks": self.stacks(blocked)}, 3)

    def stacks(self, blocked):
        """Who waits for whom, with each thread's lines of the program."""
        frames = sys._current_frames()
        lines = []
        for ident, number in self.numbers.items():
            if number in blocked:
                frame, rows, called = frames.get(ident), [], None
                while frame is not None:
                    code = frame.f_code
                    if code.co_filename == FILE:
                        text = PROGRAM.splitlines()[frame.f_lineno - 1].strip()
                        rows.append(f"      line {frame.f_lineno}, in {code.co_qualname}: {text}")
                    elif not rows and code.co_filename != __file__:
                        called = code.co_qualname
                    frame = frame.f_back
                what = describe(self.waits[number]) or f"what {called} needs"
                lines += [f"  {THREADS[number]} waits for {what}", *reversed(rows)]
        return lines

    def diverge(self, what):
        turn = TURNS[min(self.at, len(TURNS) - 1)]
        thread, until, times, step = turn
        if isinstance(until, int):
            kind, function, line, column, _, end, *_ = PLACES[until]
            until = f"has come to the '{kind}' in {function}, line {line}, columns {column} to {end}, {times} times"
        message = f"diverged at step {step} (turn {self.at + 1} of {len(TURNS)}): {what}"
        message += f"; expected was that {THREADS[thread]} goes on until it {until}"
        finish({"kind": "diverged", "message": message}, 2)


def finish(report, status):
    """Writes what happened and ends the process, other threads included."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            pass
    path = os.environ["INTERLOOP_REPORT"]
    with open(path + ".part", "w", encoding="utf-8") as file:
        json.dump(report, file)
    os.replace(path + ".part", path)
    os._exit(status)


def describe(what):
    """What a thread waits for, in words; nothing for a lock that no variable of the program names."""
    if not isinstance(what, Lock):
        return what
    name = next((path for path, value in named_values() if value is what), None)
    if name is None:
        return None
    holder = "" if what.owner is None else f", which {THREADS[what.owner]} holds"
    return name + holder


def named_values():
    """Global variables of the program, with the attributes and items of their values."""
    for name, value in list(vars(sys.modules["__main__"]).items()):
        yield name, value
        for attribute, inner in list(getattr(value, "__dict__", {}).items()):
            yield f"{name}.{attribute}", inner
        if isinstance(value, (list, tuple)):
            for index, inner in enumerate(value):
                yield f"{name}[{index}]", inner
                for attribute, deep in list(getattr(inner, "__dict__", {}).items()):
                    yield f"{name}[{index}].{attribute}", deep
        if isinstance(value, dict):
            yield from ((f"{name}[{key!r}]", inner) for key, inner in list(value.items()))
