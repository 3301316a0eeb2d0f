//! Lines that no schedule executes: by hand for small programs, and against every choice at every switch point.

use crate::explore::explored;
use crate::forced::{compiled, random_program};
use crate::report::written;
use interloop::explore::Reductions;
use interloop::program::{Code, Python};
use interloop::vm::boot::begin;
use interloop::vm::step::{Grain, Stop};
use interloop::vm::thread::ThreadId;
use interloop::vm::{Vm, World};
use std::collections::{BTreeSet, HashSet};

/// Functions, branches, handlers and classes; a docstring and an `else` have no code.
const BRANCHES: &str = r#"
"""Of the module."""
import threading
lock = threading.Lock()
n = 0
def work(k):
    """Of the
    function."""
    global n
    with lock:
        v = n
        if v > 5:
            print( # never
                "never", # never
                v) # never
        else:
            n = v + k
    try:
        m = n // k
    except ZeroDivisionError: # never
        m = 0 # never
    finally:
        del v
    for i in range(3):
        if i == 1:
            continue # never
        break
    else:
        print("all of them") # never
    return m
def unused():
    return 1 # never
class C:
    def f(self):
        return 2 # never
threads = [threading.Thread(target=work, args=(k,)) for k in (1, 2)]
for t in threads: t.start()
for t in threads: t.join()
assert n == 3, (
    "wrong", # never
    n) # never
if n == 3:
    print(n)
elif n == 4: # never
    print("four") # never
"#;

/// Either can be the second, none is the third; `main` looks at `f` before and after.
const ORDERS: &str = "
import _thread
f = 0
def b():
    global f
    v = f
    f = v + 1
    if v == 0:
        print('first')
    elif v == 1:
        print('second')
    else:
        print('third') # never
_thread.start_new_thread(b, ())
_thread.start_new_thread(b, ())
while f < 2:
    int()
print('done')
";

/// What stands behind a deadlock that no schedule avoids; the lines of the wait itself are executed.
const STUCK: &str = "
import threading
a = threading.Lock()
a.acquire()
if a:
    a.acquire(
    )
print(1) # never
";

/// What stands behind a loop without end. Each of its lines is executed, though no transition is ever over.
const ROUND: &str = "
x = 1
while x:
    if x > 3:
        print(x) # never
    x = 2
print(2) # never
";

/// A line that takes a switch between the read and the write of `n`: under 3.14 there is none.
const TORN: &str = "
import threading
n = 0
def work():
    global n
    n += 1
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
if n == 1:
    print('lost') # never
";

/// The lines that say so.
fn marked(text: &str) -> Vec<u64> {
    (1..).zip(text.lines()).filter(|(_, line)| line.ends_with("# never")).map(|(at, _)| at).collect()
}

#[test]
fn lines_that_no_schedule_executes_are_told() {
    for text in [BRANCHES, ORDERS, STUCK, ROUND, TORN] {
        let report = written(text, "--json --jobs 1");
        let lines: Vec<u64> = serde_json::from_value(report["unreached"].clone()).expect("lines");
        assert_eq!(lines, marked(text), "{text}");
    }
}

#[test]
fn a_line_that_one_interpreter_executes_is_reached() {
    for (python, reached) in [("3.14", false), ("3.9", true), ("3.14t", true), ("all", true)] {
        let report = written(TORN, &format!("--json --jobs 1 --python {python}"));
        assert_eq!(report["unreached"] == serde_json::json!([]), reached, "{python}");
    }
}

#[test]
fn lines_of_a_search_that_was_stopped_are_not_known() {
    let report = written(BRANCHES, "--json --jobs 1 --max-states 5 --sample 1");
    assert_eq!(report["unreached"], serde_json::Value::Null);
}

/// The lines with code of a program.
fn lines_of(code: &Code, lines: &mut BTreeSet<u32>) {
    lines.extend(code.spans.iter().map(|span| span.line).filter(|line| *line > 0));
    code.nested.iter().flatten().for_each(|nested| lines_of(nested, lines));
}

/// The lines that remain when every choice is taken at every switch point; none of a program with many states.
fn left_by_force(image: &mut Vm, text: &str, python: Python) -> Option<Vec<u32>> {
    let code = compiled(text);
    let mut left = BTreeSet::new();
    lines_of(&code, &mut left);
    let world = World { python, instruction_ns: 0, output_order: false, ..World::default() };
    let mut root = begin(image, &code, world);
    let mut seen = HashSet::from([root.fingerprint()]);
    let mut waiting = vec![root];
    while let Some(mut vm) = waiting.pop() {
        for thread in vm.choices() {
            let mut next = vm.copy();
            loop {
                line_of(&next, thread).map(|line| left.remove(&line));
                if next.step(thread, Grain::Block, 1) != Stop::Fuel {
                    break;
                }
            }
            if seen.insert(next.fingerprint()) {
                waiting.push(next);
            }
        }
        if seen.len() > 1_500 {
            return None;
        }
    }
    Some(left.into_iter().collect())
}

fn line_of(vm: &Vm, thread: ThreadId) -> Option<u32> {
    let frame = vm.thread(thread).frames.last()?;
    let code = &vm.code_obj(frame.code).code;
    (code.file.name.as_str() == "main.py").then(|| code.spans[frame.pc as usize].line)
}

/// Assertions that some schedule violates cut lines off, and a lock that is tried can be taken or not.
#[test]
fn random_programs_leave_the_lines_that_brute_force_leaves() {
    let mut image = interloop::modules::image();
    let (mut compared, mut some) = (0, 0);
    for seed in 0..40 {
        let (text, python) = random_program(seed);
        let more = "if x == 1 and y == 0:\n    print(1)\nif y > 1:\n    print(2)\n";
        let text = if seed % 2 == 0 { text + more } else { text };
        let Some(all) = left_by_force(&mut image, &text, python) else { continue };
        let found = explored(&mut image, &text, python, Reductions::default()).report().unreached;
        assert_eq!(found.as_ref(), Some(&all), "program {seed}, {}:\n{text}", python.name());
        (compared, some) = (compared + 1, some + usize::from(!all.is_empty()));
    }
    // It would be no comparison if nothing were ever left.
    assert!(compared >= 10 && some >= 4 && some < compared, "{some} of {compared}");
}
