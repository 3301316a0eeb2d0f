//! Two recorded runs of one program, laid side by side: what they share is folded, and where they part is said with its
//! cause.

use super::Recording;
use super::sentence::{Sentence, sentences};
use crate::trace::{Deed, Names, Note, Part, Teller};
use crate::vm::thread::ThreadId;
use rustc_hash::FxHashMap;

/// Width of the text, of which each run has half.
const WIDTH: usize = 120;
const COLUMN: usize = (WIDTH - 3) / 2;

/// What sets two runs apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The last position up to which both are the same.
    pub shared: u64,
    /// Who goes on there, in the first run and in the second; nobody where the run ends.
    pub who: [Option<String>; 2],
    /// What was different for it later: a value that was read, or who took a lock first.
    pub cause: Option<String>,
    /// Sentences that both share.
    pub common: usize,
    /// The other sentences of each.
    pub rest: [Vec<Sentence>; 2],
}

impl Comparison {
    /// Compares two runs of one program.
    pub fn of(a: &Recording, b: &Recording) -> Comparison {
        let shared = a.tape().shared_with(b.tape());
        let who = [a, b].map(|run| {
            let thread = run.tape().thread_at(shared)?;
            run.threads().get(thread.0 as usize).cloned()
        });
        let (mut left, mut right) = (sentences(a), sentences(b));
        let same =
            |(a, b): &(&Sentence, &Sentence)| a.step <= shared && (a.step, &a.text) == (b.step, &b.text);
        let common = left.iter().zip(&right).take_while(same).count();
        let cause = read_differently(a, b, shared).or_else(|| locked_differently(a, b));
        let rest = [left.split_off(common), right.split_off(common)];
        Comparison { shared, who, cause, common, rest }
    }
}

/// The first read that finds another value than the same thread's same read in the other run.
fn read_differently(a: &Recording, b: &Recording, shared: u64) -> Option<String> {
    let mut others: FxHashMap<(ThreadId, String), Vec<String>> = FxHashMap::default();
    for read in reads_of(b) {
        others.entry((read.thread, read.place)).or_default().push(read.value);
    }
    let mut turns: FxHashMap<(ThreadId, String), usize> = FxHashMap::default();
    for Read { thread, place, value, position } in reads_of(a) {
        let turn = turns.entry((thread, place.clone())).or_default();
        let other = others.get(&(thread, place.clone())).and_then(|values| values.get(*turn));
        *turn += 1;
        if let Some(other) = other.filter(|other| position > shared && **other != value) {
            let who = a.threads().get(thread.0 as usize).cloned().unwrap_or_default();
            return Some(format!(
                "{who} read `{place}` as `{value}` in the first run, and as `{other}` in the second."
            ));
        }
    }
    None
}

/// A read of what threads share.
struct Read {
    thread: ThreadId,
    /// The place, in the program's words.
    place: String,
    value: String,
    position: u64,
}

fn reads_of(run: &Recording) -> Vec<Read> {
    let names = Names::of(run.vm());
    let teller = Teller { vm: run.vm(), names: &names, tape: run.tape() };
    let read = |note: &Note| match &note.deed {
        Deed::Touched { write: false, value, .. } => {
            let place = teller.note(note).into_iter().find_map(|part| match part {
                Part::Code(place) => Some(place),
                Part::Text(_) | Part::Strong(_) | Part::Thread(_) => None,
            });
            Some(Read { thread: note.thread, place: place?, value: value.clone(), position: note.position })
        }
        _ => None,
    };
    run.tape().notes.iter().filter_map(read).collect()
}

/// The first taking of a lock, by name, that is another thread's in the other run.
fn locked_differently(a: &Recording, b: &Recording) -> Option<String> {
    let taken = |run: &Recording| {
        let names = Names::of(run.vm());
        let teller = Teller { vm: run.vm(), names: &names, tape: run.tape() };
        let mut all: Vec<(String, String)> = Vec::new();
        for note in &run.tape().notes {
            if let Deed::Took(lock) = note.deed {
                let name = run.tape().names.get(&lock).cloned().unwrap_or_default();
                all.push((name, teller.thread(note.thread)));
            }
        }
        all
    };
    let (left, right) = (taken(a), taken(b));
    let mut turns: FxHashMap<&str, usize> = FxHashMap::default();
    for (lock, who) in left.iter().filter(|(lock, _)| !lock.is_empty()) {
        let turn = turns.entry(lock).or_default();
        let other = right.iter().filter(|(there, _)| there == lock).nth(*turn).map(|(_, who)| who);
        *turn += 1;
        match other {
            Some(other) if other != who => {
                return Some(format!(
                    "`{lock}` was taken by {who} in the first run, and by {other} in the second."
                ));
            }
            None => {
                return Some(format!("`{lock}` was taken by {who} in the first run, and not in the second."));
            }
            Some(_) => {}
        }
    }
    None
}

/// The comparison as text: what is shared in one line, then both runs beside each other in order of steps.
pub fn side_by_side(a: &Recording, b: &Recording) -> String {
    let comparison = Comparison::of(a, b);
    let mut out = String::new();
    let steps = comparison.shared;
    let told = match comparison.common {
        1 => "1 sentence".to_owned(),
        common => format!("{common} sentences"),
    };
    out.push_str(&format!("The first {steps} steps are the same in both runs ({told}).\n"));
    let goes_on =
        |who: &Option<String>| who.as_ref().map_or("it ends".to_owned(), |who| format!("{who} goes on"));
    let [first, second] = comparison.who.each_ref().map(goes_on);
    if first == second && comparison.rest.iter().all(Vec::is_empty) {
        out.push_str("They do not part.\n");
        return out;
    }
    out.push_str(&format!("First difference, after step {steps}: here {first}, there {second}.\n"));
    if let Some(cause) = &comparison.cause {
        out.push_str(&format!("What made the difference: {cause}\n"));
    }
    out.push('\n');
    let [left, right] = comparison.rest.each_ref().map(|rest| column(rest));
    for at in 0..left.len().max(right.len()) {
        let cell = |lines: &[String]| lines.get(at).cloned().unwrap_or_default();
        let (here, there) = (cell(&left), cell(&right));
        let pad = COLUMN.saturating_sub(here.chars().count());
        out.push_str(format!("{here}{:pad$} | {there}", "").trim_end());
        out.push('\n');
    }
    out
}

/// The sentences of one run, wrapped, each with its step in front.
fn column(all: &[Sentence]) -> Vec<String> {
    let mut lines = Vec::new();
    for sentence in all {
        let mut line = format!("{:>5} ", sentence.step);
        for word in sentence.text.split(' ') {
            if line.chars().count() + word.chars().count() > COLUMN && line.trim().len() > 5 {
                lines.push(line.trim_end().to_owned());
                line = " ".repeat(6);
            }
            line.push_str(word);
            line.push(' ');
        }
        lines.push(line.trim_end().to_owned());
    }
    lines
}
