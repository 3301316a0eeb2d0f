//! What the editor draws over the program: flags, cuts, hints, bytecode, messages.
//!
//! Plain data in editor's words (lines from 1, columns in UTF-16 units from 0), handed over as
//! JSON. While the program is being edited nothing is marked, since nothing is where it was.

use serde::Serialize;

use super::actors::{self, Shape};
use super::model::Model;
use super::protocol::{DiagnosticRow, Severity};
use super::rail::{self, RailMarks};
use super::view::{ActorId, Span, Status, View};

/// Everything that is drawn over the program.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Marks {
    /// Where actors stand.
    pub cursors: Vec<CursorMark>,
    /// Where switches can happen or have happened.
    pub cuts: Vec<CutMark>,
    /// Words behind a line.
    pub hints: Vec<HintMark>,
    /// Bytecode under a line.
    pub bytes: Vec<BytesMark>,
    /// Lines with a decisive switch: a diamond in the margin.
    pub decisive: Vec<u32>,
    /// Messages about the text.
    pub messages: Vec<MessageMark>,
    /// The line to keep in sight.
    pub reveal: Option<u32>,
    /// The machines of the threads, beside the code.
    pub rail: Option<RailMarks>,
}

/// An actor's badge, small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Badge {
    /// The style class of its hue.
    pub class: &'static str,
    /// Its letter.
    pub letter: char,
    /// Its shape.
    pub shape: &'static str,
}

/// One expression with the actors who stand on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CursorMark {
    /// The expression.
    pub span: Span,
    /// Who stands on it, in order of creation.
    pub actors: Vec<Badge>,
}

/// A place between two expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CutMark {
    /// Its line.
    pub line: u32,
    /// Its column.
    pub column: u32,
    /// "can": a switch can happen there; "took": one did; "key": the decisive one did.
    pub kind: &'static str,
}

/// Words behind a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HintMark {
    /// The line.
    pub line: u32,
    /// Who waits for what.
    pub waits: Vec<(Badge, String)>,
}

/// Bytecode under a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BytesMark {
    /// The line.
    pub line: u32,
    /// Offset, text, and whether a switch can follow.
    pub rows: Vec<(u32, String, bool)>,
}

/// A message about a piece of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MessageMark {
    /// The piece.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// "error" or "warning".
    pub severity: &'static str,
}

/// The marks for a model.
pub fn marks(model: &Model) -> Marks {
    let mut marks = Marks::default();
    if !model.edited() {
        marks.messages = model.diagnostics.iter().map(message).collect();
    }
    let Some(view) = model.live_view() else {
        return marks;
    };
    cursors(view, &mut marks);
    cuts(view, &mut marks);
    hints(view, &mut marks);
    if model.bytecode {
        bytecode(view, &mut marks);
    }
    marks.reveal = reveal(view);
    marks.rail = rail::marks(model, view);
    marks
}

/// An actor's badge.
pub fn badge(view: &View, id: ActorId) -> Badge {
    let mark = actors::mark_of(view, id);
    Badge { class: mark.class, letter: mark.letter, shape: shape_name(mark.shape) }
}

fn shape_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Ring => "ring",
        Shape::Circle => "circle",
        Shape::Square => "square",
        Shape::Triangle => "triangle",
        Shape::Diamond => "diamond",
        Shape::Hexagon => "hexagon",
        Shape::Pennant => "pennant",
        Shape::Cross => "cross",
        Shape::Arch => "arch",
    }
}

fn cursors(view: &View, marks: &mut Marks) {
    for actor in &view.actors {
        let Some(span) = actor.cursor else { continue };
        if matches!(actor.status, Status::Finished | Status::NotStarted) {
            continue;
        }
        let badge = badge(view, actor.id);
        match marks.cursors.iter_mut().find(|cursor| cursor.span == span) {
            Some(cursor) => cursor.actors.push(badge),
            None => marks.cursors.push(CursorMark { span, actors: vec![badge] }),
        }
    }
}

fn cuts(view: &View, marks: &mut Marks) {
    for span in &view.switch_marks {
        marks.cuts.push(CutMark { line: span.end_line, column: span.end_column, kind: "can" });
    }
    for switch in view.switches.iter().filter(|switch| switch.step <= view.position) {
        let Some(at) = switch.at else { continue };
        let kind = if switch.decisive { "key" } else { "took" };
        if switch.decisive && !marks.decisive.contains(&at.line) {
            marks.decisive.push(at.line);
        }
        let same = |cut: &&mut CutMark| (cut.line, cut.column) == (at.end_line, at.end_column);
        match marks.cuts.iter_mut().find(same) {
            Some(cut) if cut.kind != "key" => cut.kind = kind,
            Some(_) => {}
            None => marks.cuts.push(CutMark { line: at.end_line, column: at.end_column, kind }),
        }
    }
}

fn hints(view: &View, marks: &mut Marks) {
    for actor in &view.actors {
        let (Some(span), Some(waits)) = (actor.cursor, &actor.waits) else {
            continue;
        };
        if !matches!(actor.status, Status::Blocked | Status::Sleeping) {
            continue;
        }
        let entry = (badge(view, actor.id), waits.clone());
        match marks.hints.iter_mut().find(|hint| hint.line == span.end_line) {
            Some(hint) => hint.waits.push(entry),
            None => marks.hints.push(HintMark { line: span.end_line, waits: vec![entry] }),
        }
    }
}

fn bytecode(view: &View, marks: &mut Marks) {
    let Some(rows) = &view.bytecode else { return };
    let mut lines: Vec<u32> = marks.cursors.iter().map(|cursor| cursor.span.line).collect();
    lines.sort_unstable();
    lines.dedup();
    for line in lines {
        let rows: Vec<_> = rows
            .iter()
            .filter(|row| row.line == line)
            .map(|row| (row.offset, row.text.clone(), row.switch))
            .collect();
        if !rows.is_empty() {
            marks.bytes.push(BytesMark { line, rows });
        }
    }
}

fn reveal(view: &View) -> Option<u32> {
    let running = view.actors.iter().find(|actor| actor.status == Status::Running);
    running.and_then(|actor| actor.cursor).map(|span| span.line)
}

fn message(row: &DiagnosticRow) -> MessageMark {
    MessageMark {
        span: Span { line: row.line, column: row.column, end_line: row.end_line, end_column: row.end_column },
        message: row.message.clone(),
        severity: match row.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
    }
}
