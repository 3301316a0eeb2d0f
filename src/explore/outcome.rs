//! How a program can end, and when two ends are the same.

use crate::vm::step::Outlook;
use crate::vm::thread::{Status, ThreadId, WaitKind};
use crate::vm::{Ending, Stream, Vm};
use std::borrow::Cow;

/// The kinds of an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It ended, and no exception was left uncaught in any thread.
    Exit,
    /// It ended, and an exception was left uncaught in some thread.
    Exception,
    /// Nobody could go on.
    Deadlock,
    /// A limit of the machine was reached.
    Limit,
}

/// An end: what it looks like from outside.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Outcome {
    /// Its kind.
    pub kind: Kind,
    /// Standard output; its lines in order of text, unless the order counts.
    pub stdout: String,
    /// Standard error, likewise.
    pub stderr: String,
    /// The exit code; that of the machine for a deadlock or a limit.
    pub exit_code: i32,
    /// The last line of the traceback of each thread that an exception ended, by thread.
    pub exceptions: Vec<(u32, String)>,
    /// Who waits at a deadlock, and for what kind of thing.
    pub blocked: Vec<(u32, Cow<'static, str>)>,
    /// Which limit.
    pub limit: String,
}

/// The text of one stream; its lines sorted, unless their order counts.
pub fn text_of(vm: &Vm, stream: Stream, ordered: bool) -> String {
    let text: String =
        vm.output.iter().filter(|piece| piece.stream == stream).map(|piece| piece.text.as_str()).collect();
    if ordered {
        return text;
    }
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    lines.sort_unstable();
    lines.concat()
}

impl Outcome {
    /// True if a correct program does not end so.
    pub fn is_failure(&self) -> bool {
        is_failure(self.kind, self.exit_code)
    }
    /// The end in which `vm` stands, where nobody can go on.
    pub fn of(vm: &Vm, ordered: bool) -> Outcome {
        let exceptions: Vec<(u32, String)> = vm
            .thread_ids()
            .filter_map(|id| vm.thread(id).died_of.as_ref().map(|text| (id.0, text.to_string())))
            .collect();
        let (kind, exit_code, limit) = match (&vm.ending, vm.outlook()) {
            (Some(Ending::Exit(code)), _) if exceptions.is_empty() => (Kind::Exit, *code, String::new()),
            (Some(Ending::Exit(code)), _) => (Kind::Exception, *code, String::new()),
            (Some(Ending::Limit(text)), _) => (Kind::Limit, 3, text.clone()),
            (None, Outlook::Deadlock) => (Kind::Deadlock, 3, String::new()),
            (None, _) => (Kind::Limit, 3, ENDLESS.into()),
        };
        let blocked = match kind {
            Kind::Deadlock => {
                vm.thread_ids().filter_map(|id| Some((id.0, waits_for(vm, id)?.into()))).collect()
            }
            _ => Vec::new(),
        };
        Outcome {
            kind,
            stdout: text_of(vm, Stream::Out, ordered),
            stderr: text_of(vm, Stream::Err, ordered),
            exit_code,
            exceptions,
            blocked,
            limit,
        }
    }
}

/// True for an end that a correct program does not have.
pub(super) fn is_failure(kind: Kind, exit_code: i32) -> bool {
    kind != Kind::Exit || exit_code != 0
}

/// What is said of a thread that goes on for ever without doing anything that others could see.
pub const ENDLESS: &str =
    "a thread goes on without end, or for very long, and does nothing that others could see";

fn waits_for(vm: &Vm, id: ThreadId) -> Option<&'static str> {
    match vm.thread(id).status {
        Status::Blocked(wait) => Some(match wait.kind {
            WaitKind::Lock(_) => "lock",
            WaitKind::Join(_) => "join",
            WaitKind::Sleep => "sleep",
            WaitKind::Shutdown => "shutdown",
            WaitKind::Forever => "forever",
        }),
        _ => None,
    }
}
