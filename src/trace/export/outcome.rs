//! How a recorded run ended, as plain data.

use super::Recording;
use crate::trace::{Deed, FinishKind, Knot, Names, Teller};
use crate::vm::Stream;
use serde::Serialize;

/// The kinds of end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The interpreter exited.
    Exit,
    /// The interpreter exited since nobody caught an exception of the main thread.
    Exception,
    /// Nobody can go on.
    Deadlock,
    /// A limit of the machine was reached.
    Limit,
}

/// An exception that nobody caught.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Death {
    /// The thread that it ended.
    pub thread: u32,
    /// The last line of its traceback.
    pub exception: String,
}

/// A thread that waits at a deadlock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Blocked {
    /// Who.
    pub thread: u32,
    /// For what, in words.
    pub waits_for: String,
    /// Whose doing would end the wait, as far as it is known.
    pub whom: Vec<u32>,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The kind of end.
    pub kind: Kind,
    /// All that was written to standard output.
    pub stdout: String,
    /// All that was written to standard error.
    pub stderr: String,
    /// The exit code; nothing at a deadlock or a limit.
    pub exit_code: Option<i32>,
    /// The exception that ended the main thread, as the last line of its traceback has it; at a limit, which one.
    pub exception: Option<String>,
    /// The exceptions that nobody caught, in any thread.
    pub deaths: Vec<Death>,
    /// Who waits at a deadlock.
    pub blocked: Vec<Blocked>,
}

impl Outcome {
    /// Reads it off a recording.
    pub fn of(recording: &Recording) -> Outcome {
        let (vm, tape) = (recording.vm(), recording.tape());
        let text = |stream: Stream| -> String {
            vm.output.iter().filter(|piece| piece.stream == stream).map(|piece| piece.text.as_str()).collect()
        };
        let finish = tape.finish.as_ref();
        let detail = finish.map(|finish| finish.detail.clone());
        let (kind, exit_code, exception) = match finish.map(|finish| finish.kind) {
            Some(FinishKind::Exit(code)) => (Kind::Exit, Some(code), None),
            Some(FinishKind::Exception) => (Kind::Exception, Some(1), detail),
            Some(FinishKind::Deadlock) => (Kind::Deadlock, None, None),
            Some(FinishKind::Limit) | None => (Kind::Limit, None, detail),
        };
        let died = tape.notes.iter().filter(|note| note.deed == Deed::Died);
        let mut deaths: Vec<Death> = died
            .map(|note| Death {
                thread: note.thread.0,
                exception: vm.thread(note.thread).died_of.as_ref().map_or(String::new(), |of| of.to_string()),
            })
            .collect();
        // Main's end is the program's: nothing notes its death.
        if let (Kind::Exception, Some(exception), false) =
            (kind, &exception, deaths.iter().any(|death| death.thread == 0))
        {
            deaths.push(Death { thread: 0, exception: exception.clone() });
        }
        deaths.sort_by_key(|death| death.thread);
        Outcome {
            kind,
            stdout: text(Stream::Out),
            stderr: text(Stream::Err),
            exit_code,
            exception,
            deaths,
            blocked: if kind == Kind::Deadlock { blocked(recording) } else { vec![] },
        }
    }
}

fn blocked(recording: &Recording) -> Vec<Blocked> {
    let vm = recording.vm();
    let names = Names::of(vm);
    let teller = Teller { vm, names: &names, tape: recording.tape() };
    let row = |wait: crate::trace::Waiting| Blocked {
        thread: wait.thread.0,
        waits_for: teller.reason(wait.reason),
        whom: wait.whom.iter().map(|thread| thread.0).collect(),
    };
    Knot::of(vm).waiting.into_iter().map(row).collect()
}
