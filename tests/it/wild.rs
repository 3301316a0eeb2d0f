//! Small random programs over all that threads share and synchronise by. Each has one to three topics, so that its
//! threads meet; what they do there is right or wrong as it comes.

use interloop::program::Python;
use interloop::schedule::roll;
use std::fmt::Write;

/// Something that threads can meet at.
struct Topic {
    name: &'static str,
    /// What stands at the top of the program; `import` lines first.
    setup: &'static str,
    /// Single statements; `{i}` is the number of the thread.
    lines: &'static [&'static str],
    /// Headers of blocks.
    heads: &'static [&'static str],
    /// What the program prints of it at its end.
    shown: &'static str,
}

const TOPICS: [Topic; 24] = [
    Topic {
        name: "output",
        setup: "x = 0",
        lines: &["print({i}, end='')", "print('{i}', x)", "print('a\\nb', end='')", "x += one()", "print()"],
        heads: &["if x == 0:"],
        shown: "x",
    },
    Topic {
        name: "numbers",
        setup: "x = y = 0",
        lines: &[
            "x += one()",
            "x += one()",
            "x = x + int(1)",
            "v = x; x = one() + v",
            "y = x + one()",
            "x, y = y, one()",
            "x = {i}",
            "print(x)",
            "print(one() + x, y)",
            "assert one() > x",
        ],
        heads: &["if one() > x:", "if x == y:"],
        shown: "x, y",
    },
    Topic {
        name: "list",
        setup: "l = [0]",
        lines: &[
            "l.append(len(l))",
            "l[0] += one()",
            "l.pop()",
            "l[one()] = {i}",
            "l.insert(0, {i})",
            "l.remove(0)",
            "print(sum(l))",
            "del l[0]",
            "l = l + [one()]",
            "l += [l[-1]]",
        ],
        heads: &["for v in l[:2]:", "if len(l) > 1:"],
        shown: "l",
    },
    Topic {
        name: "dict",
        setup: "d = {}",
        lines: &[
            "d['k'] = d.get('k', 0) + one()",
            "d['k'] += one()",
            "d.setdefault('k', []).append({i})",
            "d.pop('k', None)",
            "del d['k']",
            "d[{i}] = len(d)",
            "for k in d: print(k)",
            "print(sorted(d.items(), key=str))",
            "d.update(k={i})",
        ],
        heads: &["if 'k' not in d:", "if not d:"],
        shown: "sorted(d.items(), key=str)",
    },
    Topic {
        name: "attribute",
        setup: "class C:\n    b = 0\n    @property\n    def p(self): return self.a\n    \
                def add(self): self.a += one()\nc = C()\nc.a = 0",
        lines: &[
            "c.a += one()",
            "c.add()",
            "v = c.p; c.a = v + one()",
            "c.b = c.a",
            "C.b += one()",
            "del c.a",
            "setattr(c, 'a', {i})",
            "c = C(); c.a = {i}",
            "print(c.b)",
            "assert c.p == c.a",
        ],
        heads: &["if hasattr(c, 'a'):", "if c.p < 1:"],
        shown: "sorted(vars(c).items()), C.b",
    },
    Topic {
        name: "cell",
        setup: "def counter():\n    n = 0\n    def add():\n        nonlocal n\n        n += one()\n    \
                def get():\n        return n\n    return add, get\nadd, get = counter()",
        lines: &["add()", "add()", "print(get())", "assert get() < 2", "add, get = counter()"],
        heads: &["if get() < 1:"],
        shown: "get()",
    },
    Topic {
        name: "generator",
        setup: "def numbers():\n    for n in range(3):\n        yield n + one()\ng = numbers()",
        lines: &["print(next(g))", "v = next(g, 7)", "g.close()", "v = list(g)"],
        heads: &["for v in g:"],
        shown: "next(g, 'none')",
    },
    Topic {
        name: "hooks",
        setup: "class H:\n    n = 0\n    def __eq__(self, other):\n        H.n += 1\n        return True\n    \
                def __hash__(self):\n        H.n += one()\n        return 1\n\
                class M:\n    def __enter__(self): H.n += one()\n    def __exit__(self, *a): H.n -= one()\n\
                eq, m, s = H(), M(), set()",
        lines: &[
            "s.add(H())",
            "v = eq in s",
            "s.discard(eq)",
            "H.n = 0",
            "print(H.n)",
            "v = [eq].index(H())",
        ],
        heads: &["with m:", "if eq in s:"],
        shown: "H.n, len(s)",
    },
    Topic {
        name: "lock",
        setup: "A, B = _thread.allocate_lock(), _thread.allocate_lock()",
        lines: &[
            "A.acquire()",
            "A.release()",
            "v = A.acquire(False) and (A.release() or 5)",
            "if A.acquire(False): A.release()",
            "print(A.locked())",
            "v = B.acquire(timeout=1)",
            "assert not B.locked()",
        ],
        heads: &["with A:", "with A:", "with B:", "with B:", "if A.acquire(timeout=1):"],
        shown: "A.locked(), B.locked()",
    },
    Topic {
        name: "rlock",
        setup: "R, L = threading.RLock(), threading.Lock()",
        lines: &["R.acquire()", "R.release()", "v = R.acquire(blocking=False)", "v = L.acquire(False)"],
        heads: &["with R:", "with R:", "with L:", "if R.acquire(timeout=1):"],
        shown: "L.locked()",
    },
    Topic {
        name: "semaphore",
        setup: "S = threading.Semaphore(1)",
        lines: &[
            "S.acquire()",
            "S.release()",
            "S.release()",
            "print(S.acquire(blocking=False))",
            "print(S.acquire(timeout=1))",
            "S.release(2)",
        ],
        heads: &["with S:", "with S:"],
        shown: "S._value",
    },
    Topic {
        name: "bounded",
        setup: "SB = threading.BoundedSemaphore(2)",
        lines: &["SB.acquire()", "SB.release()", "print(SB.acquire(False))", "print(SB.acquire(timeout=2))"],
        heads: &["with SB:", "with SB:"],
        shown: "SB._value",
    },
    Topic {
        name: "event",
        setup: "E = threading.Event()",
        lines: &[
            "E.set()",
            "E.set()",
            "E.wait()",
            "print(E.wait(1))",
            "E.clear()",
            "print(E.is_set())",
            "assert E.wait(timeout=2)",
        ],
        heads: &["if E.is_set():", "if not E.wait(1):"],
        shown: "E.is_set()",
    },
    Topic {
        name: "condition",
        setup: "ready = 0\nK = threading.Condition(threading.Lock())",
        lines: &[
            "ready += one()",
            "with K: K.notify()",
            "with K: K.notify_all()",
            "with K: ready += one(); K.notify()",
            "with K: ready = {i}; K.notify_all()",
            "with K: K.wait()",
            "with K: print(K.wait(1))",
            "with K: K.wait_for(lambda: ready)",
            "with K: print(K.wait_for(lambda: ready > 1, timeout=1))",
        ],
        heads: &["with K:", "if not ready:"],
        shown: "ready",
    },
    Topic {
        name: "barrier",
        setup: "G = threading.Barrier(2)",
        lines: &["G.wait()", "print(G.wait())", "G.wait(1)", "G.abort()", "G.reset()", "print(G.n_waiting)"],
        heads: &["try:\n    G.wait()\nexcept threading.BrokenBarrierError:", "if not G.broken:"],
        shown: "G.broken, G.n_waiting",
    },
    Topic {
        name: "queue",
        setup: "import queue\nq = queue.Queue(maxsize=1)",
        lines: &[
            "q.put({i})",
            "q.put({i})",
            "print(q.get())",
            "q.put_nowait({i})",
            "print(q.get_nowait())",
            "q.put({i}, timeout=1)",
            "print(q.get(timeout=1))",
            "q.task_done()",
            "q.join()",
            "print(q.qsize())",
            "q.shutdown()",
        ],
        heads: &["if not q.empty():", "if q.full():"],
        shown: "q.qsize(), q.unfinished_tasks",
    },
    Topic {
        name: "priority",
        setup: "import queue\npq = queue.PriorityQueue()\nlq = queue.LifoQueue(2)",
        lines: &[
            "pq.put({i})",
            "pq.put(0)",
            "print(pq.get())",
            "lq.put(pq.get(timeout=1))",
            "lq.put({i}, False)",
        ],
        heads: &["if not pq.empty():"],
        shown: "pq.qsize(), lq.qsize()",
    },
    Topic {
        name: "simple queue",
        setup: "import queue\nsq = queue.SimpleQueue()",
        lines: &[
            "sq.put({i})",
            "sq.put({i})",
            "print(sq.get())",
            "print(sq.get(timeout=1))",
            "print(sq.get_nowait())",
        ],
        heads: &["if sq.empty():", "if sq.qsize():"],
        shown: "sq.qsize()",
    },
    Topic {
        name: "timer",
        setup: "x = 0\ndef tick():\n    global x\n    x += one()\nT = threading.Timer(1, tick)",
        lines: &["T.start()", "T.cancel()", "T.join(2)", "print(T.is_alive())", "x += one()", "T.join()"],
        heads: &["if not T.is_alive():", "if x == 0:"],
        shown: "x, T.is_alive()",
    },
    Topic {
        name: "sleep",
        setup: "import time\nx = 0",
        lines: &["time.sleep(1)", "time.sleep(2)", "time.sleep(0)", "x += one()", "print(x)", "x = {i}"],
        heads: &["if x:"],
        shown: "x",
    },
    Topic {
        name: "thread",
        setup: "x = 0\ndef more():\n    global x\n    x += one()\n\
                O = threading.Thread(target=more, daemon=True)",
        lines: &["O.start()", "O.join()", "O.join(1)", "print(O.is_alive())", "x += one()", "print(x)"],
        heads: &["if not O.is_alive():", "if x == 0:"],
        shown: "x",
    },
    Topic {
        name: "raw thread",
        setup: "x = 0\ndef raw():\n    global x\n    x += one()\n    print(x)",
        lines: &["_thread.start_new_thread(raw, ())", "x += one()", "raw()"],
        heads: &["if x == 0:"],
        shown: "x",
    },
    Topic {
        name: "local",
        setup: "x = 0\nown = threading.local()\nown.v = 0",
        lines: &["own.v = x", "own.v += one()", "x += own.v", "x += one()", "print(own.v)"],
        heads: &["if hasattr(own, 'v'):"],
        shown: "own.v, x",
    },
    Topic {
        name: "deque",
        setup: "import collections, itertools\ndq = collections.deque(maxlen=2)\nct = itertools.count()",
        lines: &[
            "dq.append(next(ct))",
            "print(dq.popleft())",
            "dq.extend([one()])",
            "for v in dq: print(v)",
            "dq.clear()",
        ],
        heads: &["if dq:", "if next(ct) < 1:"],
        shown: "list(dq), next(ct)",
    },
];

/// Headers of blocks and statements that belong to no topic.
const HEADS: [&str; 4] = ["for _ in range(2):", "try:", "try: one()\nfinally:", "if one() == 1:"];
const LINES: [&str; 4] = ["raise ValueError({i})", "one()", "print('{i}')", "return"];

/// The number of the main thread in what it stores.
const MAIN: usize = 5;

/// Random numbers from a seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        (roll(&mut self.0) % sides as u64) as usize
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len())]
    }
}

/// A random program.
pub struct Wild {
    /// Its text.
    pub text: String,
    /// What it is about.
    pub topics: Vec<&'static str>,
}

/// The statements of one thread.
struct Body<'a> {
    dice: &'a mut Dice,
    topics: &'a [&'static Topic],
    thread: usize,
    text: String,
}

impl Body<'_> {
    fn put(&mut self, depth: usize, lines: &str) {
        for line in lines.lines() {
            let line = line.replace("{i}", &self.thread.to_string());
            let _ = writeln!(self.text, "{}{line}", "    ".repeat(depth));
        }
    }

    /// So many statements, those within blocks among them.
    fn statements(&mut self, depth: usize, mut budget: usize) {
        while budget > 0 {
            budget -= 1;
            let topic = self.dice.pick(self.topics);
            // In the main thread they stand outside of any function, and it has to come to its end.
            let other = self.thread < MAIN && self.dice.roll(8) == 0;
            if depth < 3 && self.dice.roll(5) < 2 {
                let head = self.dice.pick(if other { &HEADS } else { topic.heads });
                self.put(depth, head);
                let inner = 1 + self.dice.roll(2);
                self.statements(depth + 1, inner.min(budget.max(1)));
                budget = budget.saturating_sub(inner);
                if head == "try:" {
                    self.put(depth, "except Exception as error: print(type(error).__name__)");
                }
            } else {
                let line = self.dice.pick(if other { &LINES } else { topic.lines });
                self.put(depth, line);
            }
        }
    }
}

/// The program of a seed, of a size that can be searched under `python`.
pub fn wild_program(seed: u64, python: Python) -> Wild {
    let dice = &mut Dice(seed);
    let first = dice.roll(TOPICS.len());
    let mut topics = vec![&TOPICS[first]];
    for _ in 0..dice.roll(3) {
        let other = dice.pick(&TOPICS.each_ref());
        if topics.iter().all(|topic| topic.name != other.name) {
            topics.push(other);
        }
    }
    // Between any two bytecodes two threads beside the main one have too many states for brute force.
    let threads = match python {
        Python::V39 => 1,
        Python::V314 => 2 + usize::from(dice.roll(4) == 0),
        Python::V314t => 2,
    };
    let raw = dice.roll(3) == 0;
    let mut text = String::from("import _thread, threading\ndef one(): return 1\n");
    topics.iter().for_each(|topic| text.extend([topic.setup, "\n"]));
    // One thread may start another, and wait for it or not.
    let nested = !raw && dice.roll(5) == 0;
    for thread in (0..threads).rev() {
        let _ = writeln!(text, "def t{thread}({}):", if raw { "end" } else { "" });
        let size = 1 + dice.roll(if threads == 3 { 1 } else { 2 });
        let mut body = Body { dice, topics: &topics, thread, text: String::new() };
        body.put(1, "global x, y, l, c, add, get, ready");
        body.put(1, "v = 0");
        if nested && thread + 2 == threads {
            body.put(1, &format!("w{0}.start()", thread + 1));
        }
        if raw {
            body.put(1, "try:");
        }
        body.statements(1 + usize::from(raw), size);
        if raw {
            body.put(1, "finally: end.release()");
        }
        text.push_str(&body.text);
        if !raw {
            let daemon = if dice.roll(6) == 0 { ", daemon=True" } else { "" };
            let _ = writeln!(text, "w{thread} = threading.Thread(target=t{thread}{daemon})");
        }
    }
    let (mut starts, mut waits) = (String::new(), String::new());
    for thread in 0..threads {
        if raw {
            let _ = writeln!(starts, "e{thread} = _thread.allocate_lock(); e{thread}.acquire()");
            let _ = writeln!(starts, "_thread.start_new_thread(t{thread}, (e{thread},))");
            let _ = writeln!(waits, "e{thread}.acquire()");
        } else {
            if !(nested && thread + 1 == threads) {
                let _ = writeln!(starts, "w{thread}.start()");
            }
            let wait =
                dice.pick(&["join()", "join()", "join()", "join()", "join()", "join(3)", "is_alive()"]);
            let _ = writeln!(waits, "w{thread}.{wait}");
        }
    }
    text.push_str(&starts);
    if threads == 1 || dice.roll(4) == 0 {
        let mut body = Body { dice, topics: &topics, thread: MAIN, text: String::new() };
        body.put(0, "v = 0");
        body.statements(0, 1);
        text.push_str(&body.text);
    }
    text.push_str(&waits);
    let shown: Vec<_> = topics.iter().map(|topic| topic.shown).collect();
    let _ = writeln!(text, "print({})", shown.join(", "));
    Wild { text, topics: topics.iter().map(|topic| topic.name).collect() }
}
