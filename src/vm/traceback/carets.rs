//! The source lines under one traceback entry, with carets.
//!
//! After Lib/traceback.py of CPython 3.13, `StackSummary.format_frame_summary`. Pure functions over text;
//! columns are counted in characters, carets are laid out by display width.

use super::anchors::{self, Anchors};
use crate::source::{Span, line_of};
use unicode_width::UnicodeWidthChar;

/// Characters of `line` up to `end` as the columns of a terminal.
fn width(line: &[char], end: usize) -> usize {
    if line.iter().all(char::is_ascii) {
        return end;
    }
    line.iter().take(end).map(|c| if c.width() == Some(2) { 2 } else { 1 }).sum()
}

/// Removes the whitespace that all lines begin with: `textwrap.dedent`.
fn dedent(lines: &mut [Vec<char>]) {
    let blank = |line: &[char]| line.iter().all(|c| c.is_whitespace());
    let mut margin: Option<Vec<char>> = None;
    for line in lines.iter().filter(|line| !blank(line)) {
        let indent: Vec<char> = line.iter().copied().take_while(|c| matches!(c, ' ' | '\t')).collect();
        margin = Some(match margin {
            None => indent,
            Some(so_far) => so_far.iter().zip(&indent).take_while(|(a, b)| a == b).map(|(a, _)| *a).collect(),
        });
    }
    let cut = margin.map_or(0, |m| m.len());
    for line in lines {
        if blank(line) {
            line.clear();
        } else {
            line.drain(..cut);
        }
    }
}

/// What is known of the lines and of the place within them.
struct Picture {
    lines: Vec<Vec<char>>,
    /// First column of the instruction, in its first line.
    start: usize,
    /// Column behind it, in its last line.
    end: usize,
    anchors: Option<Anchors>,
    carets: bool,
}

/// The indented source lines of `span`, with carets where CPython 3.13 draws them; empty if there is no text.
pub(super) fn source_lines(text: &str, span: Span) -> String {
    let last = span.end_line.max(span.line);
    let mut lines: Vec<Vec<char>> = (span.line..=last)
        .map(|number| line_of(text, number).unwrap_or("").trim_end().chars().collect())
        .collect();
    let before = lines[0].len();
    dedent(&mut lines);
    if lines.iter().all(Vec::is_empty) {
        return String::new();
    }
    let cut = before - lines[0].len();
    let (start, end) = ((span.col as usize).saturating_sub(cut), (span.end_col as usize).saturating_sub(cut));
    let mut shown = Picture::new(lines, start, end).draw();
    dedent(&mut shown);
    shown.iter().map(|line| format!("    {}\n", line.iter().collect::<String>())).collect()
}

impl Picture {
    fn new(lines: Vec<Vec<char>>, start: usize, end: usize) -> Picture {
        let (first, last) = (&lines[0], &lines[lines.len() - 1]);
        let text = lines.iter().map(|line| line.iter().collect::<String>()).collect::<Vec<_>>().join("\n");
        let after = last.len().saturating_sub(end);
        let length = text.chars().count();
        let segment: String = text.chars().take(length - after).skip(start).collect();
        let anchors = anchors::find(&segment);
        let carets = match anchors::is_plain_call(&text, lines.len(), start, end) {
            None | Some(true) => false,
            Some(false) => {
                anchors.is_some()
                    || first.iter().take(start).any(|c| !c.is_whitespace())
                    || last.iter().skip(end).any(|c| !c.is_whitespace())
            }
        };
        Picture { lines, start, end, anchors, carets }
    }

    /// The lines around begin and end and around the anchors; others are counted.
    fn draw(&self) -> Vec<Vec<char>> {
        let count = self.lines.len();
        let mut wanted = vec![0, count - 1];
        if let Some(anchors) = self.anchors {
            for line in [anchors.left.0, anchors.right.0] {
                wanted.extend(line.saturating_sub(1)..=line + 1);
            }
        }
        wanted.retain(|line| *line < count);
        wanted.sort_unstable();
        wanted.dedup();
        let mut shown = Vec::new();
        let mut before = None;
        for line in wanted {
            match before.map_or(1, |before| line - before) {
                1 => {}
                2 => self.draw_line(line - 1, &mut shown),
                left_out => shown.push(format!("...<{} lines>...", left_out - 1).chars().collect()),
            }
            self.draw_line(line, &mut shown);
            before = Some(line);
        }
        shown
    }

    fn draw_line(&self, number: usize, shown: &mut Vec<Vec<char>>) {
        let line = &self.lines[number];
        shown.push(line.clone());
        if !self.carets {
            return;
        }
        let last = number + 1 == self.lines.len();
        let columns = if last { width(line, self.end) } else { width(line, line.len()) };
        let first = width(&self.lines[0], self.start);
        let indent = line.iter().take_while(|c| c.is_whitespace()).count();
        // Anchors count from the segment, which begins at `start` in the first line.
        let column = |(row, col): (usize, usize)| {
            let col = if row == 0 { col + self.start } else { col };
            self.lines.get(row).map_or(col, |line| width(line, col))
        };
        let marked = |col: usize| match self.anchors {
            None => true,
            Some(Anchors { left, right }) => {
                (number > left.0 || (number == left.0 && col >= column(left)))
                    && (number < right.0 || (number == right.0 && col < column(right)))
            }
        };
        let mark = |col: usize| match col {
            _ if col < indent || (number == 0 && col < first) => ' ',
            _ if marked(col) => '^',
            _ => '~',
        };
        shown.push((0..columns).map(mark).collect());
    }
}
