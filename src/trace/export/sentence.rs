//! The sentences of a recorded run, with where and when each thing happened.
//!
//! Left out is what belongs to the library: waiting for a thread to report that it has begun, and reads and writes of
//! what only one thread uses. Where a thread repeats itself between two switches, its middle is left out and counted.

use super::Recording;
use crate::source::Span;
use crate::trace::{Deed, FinishKind, Knot, Names, Note, Part, Reason, Teller, text_of};
use crate::vm::thread::ThreadId;
use serde::Serialize;

/// Reads and writes in a row of one thread that are told.
const ROW_MAX: usize = 12;
/// Of a longer row, those at its beginning and at its end.
const ROW_ENDS: usize = 4;
/// Switches in a row that are told one by one.
const SWITCHES_MAX: usize = 2;

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// Its number, from 1.
    pub number: usize,
    /// The position after the step in which it happened.
    pub step: u64,
    /// Who did it; nothing for what is said of the program as a whole.
    pub thread: Option<u32>,
    /// The line of the program, from 1; nothing where it has none.
    pub line: Option<u32>,
    /// First column and the one after the last, in characters from 0; nothing where the expression spans lines.
    pub columns: Option<[u32; 2]>,
    /// What happened; what stands in the program or was printed is between backquotes.
    pub text: String,
    /// It tells of the switch without which the run would not have failed.
    pub decisive: bool,
}

/// All sentences of a recording.
pub fn sentences(recording: &Recording) -> Vec<Sentence> {
    let (vm, tape) = (recording.vm(), recording.tape());
    let names = Names::of(vm);
    let teller = Teller { vm, names: &names, tape };
    let told: Vec<(&Note, Option<Span>)> = tape
        .notes
        .iter()
        .zip(recording.places.iter().copied().chain(std::iter::repeat(None)))
        .filter(|(note, _)| is_told(recording, note))
        .collect();
    let mut all = Vec::new();
    let mut no_return = recording.no_return.as_ref();
    for row in told.chunk_by(|(a, _), (b, _)| belong_together(recording, a, b)) {
        let [(first, _), ..] = row else { continue };
        let skipped = match row.len() {
            length if is_touch(first) && length > ROW_MAX => ROW_ENDS..length - ROW_ENDS,
            length if is_preempted(first) && length > SWITCHES_MAX => 0..length - 1,
            _ => 0..0,
        };
        for (at, (note, place)) in row.iter().enumerate() {
            if let Some((step, text)) = no_return.take_if(|(step, _)| *step <= note.position) {
                add(&mut all, *step, None, None, text.clone());
            }
            if at == skipped.start && !skipped.is_empty() {
                let text = match is_touch(note) {
                    true => {
                        format!("{} read and wrote {} more times.", teller.thread(note.thread), skipped.len())
                    }
                    false => format!("{} switches, and nothing to tell between them.", skipped.len()),
                };
                add(&mut all, note.position, is_touch(note).then_some(note.thread), None, text);
            }
            if !skipped.contains(&at) {
                let text = note_text(recording, &teller, note, *place);
                let sentence = add(&mut all, note.position, Some(note.thread), *place, text);
                sentence.decisive = is_decisive(recording, note);
            }
        }
    }
    if let Some((step, text)) = no_return {
        add(&mut all, *step, None, None, text.clone());
    }
    for text in ending(recording, &teller) {
        add(&mut all, tape.length, None, None, text);
    }
    all
}

fn add(
    all: &mut Vec<Sentence>,
    step: u64,
    thread: Option<ThreadId>,
    place: Option<Span>,
    text: String,
) -> &mut Sentence {
    let at = all.len();
    all.push(Sentence {
        number: at + 1,
        step,
        thread: thread.map(|thread| thread.0),
        line: place.map(|span| span.line),
        columns: place.filter(|span| span.line == span.end_line).map(|span| [span.col, span.end_col]),
        text,
        decisive: false,
    });
    &mut all[at]
}

fn is_touch(note: &Note) -> bool {
    matches!(note.deed, Deed::Touched { .. })
}

fn is_preempted(note: &Note) -> bool {
    matches!(note.deed, Deed::Preempted(_))
}

fn is_decisive(recording: &Recording, note: &Note) -> bool {
    is_preempted(note) && recording.decisive == Some(note.position)
}

/// True for two reads or writes of one thread, and for two switches of which neither is decisive.
fn belong_together(recording: &Recording, a: &Note, b: &Note) -> bool {
    let plain = |note: &Note| is_preempted(note) && !is_decisive(recording, note);
    (is_touch(a) && is_touch(b) && a.thread == b.thread) || (plain(a) && plain(b))
}

fn is_told(recording: &Recording, note: &Note) -> bool {
    match &note.deed {
        Deed::Touched { cell, .. } => recording.tape().cells.get(cell).is_some_and(|cell| cell.is_shared()),
        Deed::Waits(Reason::Start(_), _) => false,
        _ => true,
    }
}

fn note_text(recording: &Recording, teller: &Teller, note: &Note, place: Option<Span>) -> String {
    if let Deed::Waits(Reason::Lock(id) | Reason::Notify(id), _) = &note.deed
        && recording.tape().names.get(id).is_none_or(String::is_empty)
    {
        return format!("{} waits inside the library.", teller.thread(note.thread));
    }
    let mut text = plain(teller, &teller.note(note));
    if is_preempted(note) {
        if let Some(span) = place {
            let code = text_of(recording.code(), span);
            text = text.replacen(
                "was stopped here",
                &format!("was stopped at `{code}` in line {}", span.line),
                1,
            );
        }
        if is_decisive(recording, note) {
            let who = teller.thread(note.thread);
            text.push_str(&format!(
                " This switch is decisive: had {who} gone on, the run would not have failed."
            ));
        }
    }
    text
}

fn plain(teller: &Teller, parts: &[Part]) -> String {
    let plain = |part: &Part| match part {
        Part::Text(words) | Part::Strong(words) => words.clone(),
        Part::Thread(thread) => teller.thread(*thread),
        Part::Code(code) => format!("`{code}`"),
    };
    parts.iter().map(plain).collect()
}

/// How the run ended, and at a deadlock who waits for whom.
fn ending(recording: &Recording, teller: &Teller) -> Vec<String> {
    let Some(finish) = &recording.tape().finish else { return vec![] };
    let detail = &finish.detail;
    let mut all = match finish.kind {
        FinishKind::Deadlock => teller.knot(&Knot::of(recording.vm())),
        FinishKind::Exit(_) | FinishKind::Exception | FinishKind::Limit => vec![],
    };
    all.push(match finish.kind {
        FinishKind::Exit(code) => format!("The program exited with status {code}."),
        FinishKind::Exception => format!("The program ended, since main died of {detail}"),
        FinishKind::Limit => format!("The run stopped at a limit of the machine: {detail}."),
        FinishKind::Deadlock => format!("This is a deadlock: nobody can go on{detail}."),
    });
    all
}
