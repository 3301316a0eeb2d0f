//! Programs for comparisons with brute force, and brute force itself.

use interloop::cli::compile_program;
use interloop::explore::Outcome;
use interloop::program::{Code, Python};
use interloop::schedule::roll;
use interloop::vm::boot::begin;
use interloop::vm::step::Grain;
use interloop::vm::{Vm, World};
use std::collections::{BTreeSet, HashSet};
use std::fmt::Write;
use std::sync::Arc;

/// The program, compiled.
pub fn compiled(text: &str) -> Arc<Code> {
    compile_program(text, "main.py").unwrap_or_else(|errors| panic!("{errors:?}\n{text}"))
}

/// All ends, found by taking every choice at every switch point, with nothing of the explorer but its idea of an end.
pub fn by_force(image: &mut Vm, text: &str, python: Python) -> BTreeSet<Outcome> {
    ends_within(image, text, python, 200_000).expect("too large for brute force")
}

/// The same, unless there are more than so many states.
pub fn ends_within(image: &mut Vm, text: &str, python: Python, most: usize) -> Option<BTreeSet<Outcome>> {
    let world = World { python, instruction_ns: 0, output_order: false, ..World::default() };
    ends(begin(image, &compiled(text), world), most)
}

/// The same from any state.
pub fn ends_from(root: Vm) -> BTreeSet<Outcome> {
    ends(root, 200_000).expect("too large for brute force")
}

fn ends(mut root: Vm, most: usize) -> Option<BTreeSet<Outcome>> {
    let mut seen = HashSet::from([root.fingerprint()]);
    let mut waiting = vec![root];
    let mut ends = BTreeSet::new();
    while let Some(mut vm) = waiting.pop() {
        let choices = vm.choices();
        if choices.is_empty() {
            ends.insert(Outcome::of(&vm, false));
        }
        for thread in choices {
            let mut next = vm.copy();
            next.step(thread, Grain::Block, 1_000_000);
            if seen.insert(next.fingerprint()) {
                waiting.push(next);
            }
        }
        if seen.len() > most {
            return None;
        }
    }
    Some(ends)
}

/// Random numbers from a seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        roll(&mut self.0) % sides
    }
}

/// A program of two or three threads that share globals, a list, an object and two locks, some of them wrongly.
pub fn random_program(seed: u64) -> (String, Python) {
    let mut dice = Dice(seed);
    let python = Python::ALL[dice.roll(3) as usize];
    // Three threads between any two bytecodes are too many states for brute force.
    let crowded = python == Python::V314;
    let mut text = String::from(
        "import _thread\nx = y = 0\nl = [0, 0]\nd = {}\nclass C: pass\nc = C()\nc.a = 0\n\
         A, B = _thread.allocate_lock(), _thread.allocate_lock()\ndone = []\n",
    );
    let threads = 2 + u64::from(crowded && dice.roll(4) == 0);
    for thread in 0..threads {
        let _ = writeln!(text, "def t{thread}(end):\n    global x, y\n    v = 0");
        let mut depth = 1;
        for _ in 0..2 + dice.roll(2) {
            let pad = "    ".repeat(depth);
            let line = match dice.roll(16) {
                0 => "v = x".into(),
                1 => "x = v + 1".into(),
                2 => "x += int(1)".into(),
                3 => "y = x + int(y)".into(),
                4 => "l[0] = l[1] + int(1)".into(),
                5 => "l[1] += int(1)".into(),
                6 => "l.append(len(l))".into(),
                7 => format!("d[x] = {thread}"),
                8 => "v = c.a; c.a = int(v) + 1".into(),
                9 => "print(int(x))".into(),
                10 => "assert d.get(0, x) < 2".into(),
                11 | 12 => {
                    depth += 1;
                    "with A:".into()
                }
                13 | 14 => {
                    depth += 1;
                    "with B:".into()
                }
                _ => "v = A.acquire(False) and (A.release() or 5)".into(),
            };
            let _ = writeln!(text, "{pad}{line}");
        }
        let _ = writeln!(text, "{}v = v + int(1)", "    ".repeat(depth));
        let _ = writeln!(text, "    end.release()");
    }
    for thread in 0..threads {
        let _ = writeln!(text, "done.append(_thread.allocate_lock()); done[-1].acquire()");
        let _ = writeln!(text, "_thread.start_new_thread(t{thread}, (done[-1],))");
    }
    text.push_str("for end in done: end.acquire()\nprint(x, y, l, d, c.a)\n");
    (text, python)
}

/// How many random programs: more when asked for.
pub fn programs() -> u64 {
    std::env::var("INTERLOOP_PROGRAMS").ok().and_then(|count| count.parse().ok()).unwrap_or(150)
}

/// What a `main.py` begins with that starts `a` and `b` on threads, waits for both and prints `x`.
pub fn pair(a: &str, b: &str) -> String {
    let body = |text: &str| text.lines().map(|line| format!("    {line}\n")).collect::<String>();
    format!(
        "import _thread\nx = 0\nA, B = _thread.allocate_lock(), _thread.allocate_lock()\n\
         def a(end):\n    global x\n{}    end.release()\ndef b(end):\n    global x\n{}    end.release()\n\
         ends = [_thread.allocate_lock(), _thread.allocate_lock()]\nfor f, end in zip((a, b), ends):\n    \
         end.acquire()\n    _thread.start_new_thread(f, (end,))\nfor end in ends: end.acquire()\nprint(x)\n",
        body(a),
        body(b)
    )
}

/// Small programs in which a mistake of a reduction shows: their threads' bodies.
pub const PAIRS: [(&str, &str); 8] = [
    // Two locks in two orders.
    ("with A:\n    with B:\n        pass", "with B:\n    with A:\n        pass"),
    // Each reads before the other writes, or not.
    ("v = x\nx = int(v) + 1", "v = x\nx = int(v) + 1"),
    ("x = int(1)", "print(int(x))"),
    ("x = int(1)\nx = int(2)", "v = x\nint()\nprint(v, x)"),
    // A lock that is tried, not waited for.
    ("with A:\n    int()", "x = 5 if A.acquire(False) else int(6)"),
    // One waits for what the other gives.
    ("A.acquire()\nA.acquire()\nx += int(1)", "int()\nA.release() if A.locked() else None\nx += int(2)"),
    // A lost update under two locks.
    ("with A:\n    v = x\n    int()\n    x = v + 1", "with B:\n    v = x\n    int()\n    x = v + 1"),
    // The same under one.
    ("with A:\n    v = x\n    int()\n    x = v + 1", "with A:\n    v = x\n    int()\n    x = v + 1"),
];

/// The second thread can be first only if it is started before the first has come to its `print`: that takes a switch
/// to the main thread as soon as `Thread.start` need not wait any more.
pub const HANDSHAKE: &str = "\
import threading
x = 0
def a():
    print(int(x))
def b():
    global x
    x = int(1)
one, two = threading.Thread(target=a), threading.Thread(target=b)
one.start()
two.start()
";
