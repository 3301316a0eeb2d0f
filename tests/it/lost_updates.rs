//! Which statements lose updates under which interpreter: the zero and the other cells of a table measured on CPython.
//!
//! Measured with four threads on CPython 3.9 to 3.13, and reported for 3.14 and 3.14t: a read and a write with no call
//! and no jump back between them lose nothing under the GIL of 3.10 to 3.14, and lose updates before and without it.
//! One cell is left out: `x = x + len(l)` loses nothing on a warm CPython 3.11 and later, whose specialised call does
//! not look at the eval breaker; the machine switches after every call, as a cold CPython does.

use interloop::cli::{compile_program, outcome_of};
use interloop::modules::image;
use interloop::program::Python;
use interloop::schedule::{Policy, run};
use interloop::vm::boot::begin;
use interloop::vm::{Vm, World};

/// Four threads that each execute a statement five times. It adds one to what `total` gives.
fn program(statement: &str, total: &str) -> String {
    format!(
        "import threading\n\
         class Box:\n    v = 0\n\
         o, l, d, x, one = Box(), [0], {{'k': 0}}, 0, lambda: 1\n\
         def work():\n    global x\n    for _ in range(5):\n{}\n\
         threads = [threading.Thread(target=work) for _ in range(4)]\n\
         for t in threads: t.start()\n\
         for t in threads: t.join()\n\
         print({total})\n",
        statement.lines().map(|line| format!("        {line}\n")).collect::<String>(),
    )
}

/// In how many of `seeds` random schedules the program prints less than 20.
fn losses(image: &mut Vm, text: &str, python: Python, seeds: u64) -> u64 {
    let code = compile_program(text, "lost.py").expect("the program compiles");
    let mut start = begin(image, &code, World { python, argv: vec!["lost.py".into()], ..World::default() });
    let lost = |seed: u64| {
        let mut vm = start.copy();
        run(&mut vm, &mut Policy::Random(seed), u64::MAX)
            .expect("a random schedule asks for nothing impossible");
        let outcome = outcome_of(&vm);
        assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{text}");
        let total: i64 = outcome.stdout.trim().parse().expect("a number is printed");
        assert!((1..=20).contains(&total), "{total} of 20");
        total < 20
    };
    (0..seeds).map(lost).filter(|lost| *lost).count() as u64
}

#[test]
fn plain_addition_loses_nothing_in_3_14_and_a_call_between_loses() {
    let mut image = image();
    let plain = program("x += 1", "x");
    let call = program("x += int(1)", "x");
    // 10,000 schedules, all without a loss: on CPython 3.10 to 3.13 none was lost in 240,000 additions.
    assert_eq!(losses(&mut image, &plain, Python::V314, 10_000), 0);
    assert!(losses(&mut image, &call, Python::V314, 300) > 0);
    for python in [Python::V39, Python::V314t] {
        assert!(losses(&mut image, &plain, python, 300) > 0, "{}", python.name());
        assert!(losses(&mut image, &call, python, 300) > 0, "{}", python.name());
    }
}

#[test]
fn the_table_of_lost_updates() {
    // Statement, what holds the total, whether 3.14 loses. 3.9 and 3.14t lose in all rows.
    let rows = [
        ("x = x + 1", "x", false),
        ("y = x\nx = y + 1", "x", false),
        ("o.v += 1", "o.v", false),
        ("l[0] += 1", "l[0]", false),
        ("d['k'] += 1", "d['k']", false),
        ("y = x\nif y == y: pass\nx = y + 1", "x", false),
        ("x += one()", "x", true),
        ("x = int(x) + 1", "x", true),
        ("y = x\nfor i in (1,): pass\nx = y + 1", "x", true),
    ];
    let mut image = image();
    let mut wrong = Vec::new();
    for (statement, total, loses) in rows {
        let text = program(statement, total);
        for python in Python::ALL {
            let expected = loses || python != Python::V314;
            let found = losses(&mut image, &text, python, 200) > 0;
            if found != expected {
                wrong.push(format!("{statement:?} under {}: loses is {found}", python.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
