//! The state of a program as a value.

use super::cow::Cow;
use super::footprint::{WHOLE, special};
use super::heap::Heap;
use super::import::{ImageModule, Library};
use super::intern::Interned;
use super::log::Log;
use super::ops::ascii_of;
use super::thread::{Thread, ThreadId};
use super::value::{Id, Value};
use crate::program::{Code, Python};
use crate::source::PyStr;
use crate::source::surrogate::{has_surrogates, is_surrogate};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Where output goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// Bytes that a piece of output takes besides its text.
const PIECE: u64 = 80;

/// One piece of output.
#[derive(Clone, Debug)]
pub struct Output {
    /// Who wrote it.
    pub thread: ThreadId,
    /// Where to.
    pub stream: Stream,
    /// What.
    pub text: PyStr,
}

/// How the program ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With this exit code.
    Exit(i32),
    /// A limit of the machine was reached.
    Limit(String),
}

/// What a run is given from outside and never changes.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct World {
    /// The interpreter whose switch points hold.
    pub python: Python,
    /// `sys.argv`.
    pub argv: Vec<String>,
    /// Seeds what the program leaves unseeded.
    pub seed: u64,
    /// Switch inside library functions too.
    pub library_switches: bool,
    /// Text of standard input.
    pub stdin: String,
    /// Objects that may be alive.
    pub objects_max: u64,
    /// Bytes that they may take, roughly.
    pub bytes_max: u64,
    /// Bytes that may be written to the standard streams.
    pub output_max: u64,
    /// What one instruction takes on the virtual clock, in nanoseconds. A search lets it stand still.
    pub instruction_ns: i64,
    /// Two states with the same lines from each thread in another order are two.
    pub output_order: bool,
    /// Which locals make states differ.
    pub locals: Locals,
}

/// Which locals of a call make two states differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Locals {
    /// All of them.
    #[default]
    All,
    /// Those that are still read; of the others it counts only that they have a value, if that is a number, a constant
    /// or an object of the library's image.
    Live,
    /// None: a mistake to be made on purpose.
    #[doc(hidden)]
    Never,
}

impl Default for World {
    fn default() -> World {
        World {
            python: Python::V314,
            argv: vec!["main.py".into()],
            seed: 0,
            library_switches: false,
            stdin: String::new(),
            objects_max: 3_000_000,
            bytes_max: 2 << 30,
            output_max: 1 << 30,
            instruction_ns: super::exec::INSTRUCTION_NS,
            output_order: true,
            locals: Locals::All,
        }
    }
}

/// One state of a program: everything that a further step depends on.
pub struct Vm {
    /// All objects.
    pub heap: Heap,
    /// Threads by number. The place of the one that runs is empty: it is in `th` until it sleeps.
    pub threads: Vec<Option<Cow<Thread>>>,
    /// The running thread. In a state that was copied and has not gone on yet, only an outline of it: see
    /// [`Vm::thread`], which knows.
    pub th: Thread,
    /// For each thread the hash of its frames and values, or 0 if it has run since it was hashed.
    pub(super) bodies: Vec<u128>,
    /// Virtual time in nanoseconds since the start.
    pub clock: i64,
    /// What was written so far.
    pub output: Cow<Log<Output>>,
    /// Bytes written so far, with something for each piece.
    pub output_bytes: u64,
    /// Rolling hash of the output; of what was written in pieces of lines, where the order of lines does not count.
    pub output_hash: u64,
    /// Standard output stands within a line.
    pub mid_line: bool,
    /// How far standard input was read, in bytes.
    pub stdin_at: usize,
    /// The order in which ready threads wait for their turn: who became ready first stands first.
    pub ready: Vec<ThreadId>,
    /// Live weak references by their target, oldest first.
    pub weak: Cow<FxHashMap<Id, Vec<Id>>>,
    /// Objects whose finalizer has run.
    pub(super) finalized: Cow<std::collections::BTreeSet<Id>>,
    /// The program's end, once it has come.
    pub ending: Option<Ending>,
    /// True from the end of the main thread's code on.
    pub shutting_down: bool,
    /// How many frames a thread may have.
    pub recursion_limit: u32,
    /// `sys.modules`.
    pub modules: Id,
    /// The dictionary of `builtins`.
    pub builtins: Id,
    /// The dictionary of the hidden prelude.
    pub prelude: Id,
    /// `sys`'s dictionary.
    pub sys: Id,
    /// The one empty `str` and the one empty `tuple`, in the image.
    pub(super) empty: [Value; 2],
    /// What is given from outside.
    pub world: Arc<World>,
    /// Library and native modules.
    pub library: Arc<Library>,
    /// Interned names. Not part of the state: only an economy of storage.
    pub interned: Interned,
    /// The code of the top frame: kept at hand, derived from it.
    pub(super) code: Arc<Code>,
    /// Loaded from the image but not yet in `sys.modules`: name to module.
    pub image_modules: Arc<FxHashMap<PyStr, ImageModule>>,
    /// What happened in the last step, for the story.
    pub events: Vec<super::step::Event>,
    /// Note accesses to shared data among the events.
    pub watch: bool,
}

impl Vm {
    /// Returns another state with the same content. Both copy a page when they write it.
    pub fn copy(&mut self) -> Vm {
        self.sleep();
        Vm {
            heap: self.heap.share(),
            threads: self.threads.clone(),
            bodies: self.bodies.clone(),
            th: self.th.outline(),
            clock: self.clock,
            output: self.output.clone(),
            output_bytes: self.output_bytes,
            output_hash: self.output_hash,
            mid_line: self.mid_line,
            stdin_at: self.stdin_at,
            ready: self.ready.clone(),
            weak: self.weak.clone(),
            finalized: self.finalized.clone(),
            ending: self.ending.clone(),
            shutting_down: self.shutting_down,
            recursion_limit: self.recursion_limit,
            modules: self.modules,
            builtins: self.builtins,
            prelude: self.prelude,
            sys: self.sys,
            empty: self.empty,
            world: Arc::clone(&self.world),
            library: Arc::clone(&self.library),
            interned: self.interned.clone(),
            code: Arc::clone(&self.code),
            image_modules: Arc::clone(&self.image_modules),
            events: self.events.clone(),
            watch: self.watch,
        }
    }

    /// Writes to a standard stream.
    pub fn write(&mut self, stream: Stream, text: &str) {
        if text.is_empty() {
            return;
        }
        let thread = self.th.id;
        // Standard error writes what has no bytes as escapes; standard output was asked before (`check_output`).
        let escaped: Option<String> = has_surrogates(text).then(|| {
            text.chars().map(|c| if is_surrogate(c) { ascii_of(&c.to_string()) } else { c.into() }).collect()
        });
        let text = escaped.as_deref().unwrap_or(text);
        let is_whole = text.ends_with('\n') && !self.mid_line;
        let hash = |before: u64| {
            let bytes = text.bytes().chain([stream as u8]);
            bytes.fold(before, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
        };
        if self.world.output_order || (stream == Stream::Out && !is_whole) {
            self.heap.trail.write(special::OUTPUT, WHOLE);
            self.output_hash = hash(self.output_hash);
        } else if stream == Stream::Out {
            // A part of a line that somebody leaves there would make it another.
            self.heap.trail.read(special::OUTPUT, WHOLE);
        }
        self.heap.trail.write(special::said(self.th.id.0), WHOLE);
        self.th.said = hash(self.th.said);
        if stream == Stream::Out {
            self.mid_line = !text.ends_with('\n');
        }
        self.output.push(Output { thread, stream, text: text.into() });
        self.output_bytes += text.len() as u64 + PIECE;
        if self.output_bytes > self.world.output_max {
            self.ending = Some(Ending::Limit("the program has printed more than the machine keeps".into()));
        }
    }
}
