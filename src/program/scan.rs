//! A rough reader of one line of Python: brackets, texts and operands, just enough to place carets.

/// A line as characters, with what [`super::wording`] asks of it.
pub(super) struct Line {
    chars: Vec<char>,
}

/// Width of the white space that a line begins with.
pub(super) fn indent(line: &str) -> usize {
    line.chars().take_while(|c| matches!(c, ' ' | '\t' | '\x0c')).count()
}

/// How many brackets are open in front of a place.
pub(super) fn depth_before(text: &str, line: u32, column: usize) -> i32 {
    let mut depth = 0;
    for (number, content) in (1..=line).zip(text.lines()) {
        let content = Line::new(content);
        let stop = if number == line { column.min(content.len()) } else { content.len() };
        let mut at = 0;
        while at < stop {
            match content.chars[at] {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => depth -= 1,
                '#' => break,
                '"' | '\'' => at = content.text_end(at).saturating_sub(1),
                _ => {}
            }
            at += 1;
        }
    }
    depth
}

/// The first line of the statement in front of `line`: blank lines and comments skipped, brackets kept together.
pub(super) fn statement_before(text: &str, line: u32) -> u32 {
    let lines: Vec<&str> = text.lines().collect();
    let mut at = (line as usize).saturating_sub(1).min(lines.len());
    while at > 1 && matches!(lines[at - 1].trim_start().chars().next(), None | Some('#')) {
        at -= 1;
    }
    while at > 1 && depth_before(text, at as u32, 0) > 0 {
        at -= 1;
    }
    at as u32
}

/// The first line from `line` on that is neither blank nor a comment.
pub(super) fn code_line(text: &str, line: u32) -> Option<u32> {
    let rest = text.lines().skip((line as usize).saturating_sub(1));
    let code = |content: &str| !matches!(content.trim_start().chars().next(), None | Some('#'));
    (line..).zip(rest).find(|(_, content)| code(content)).map(|(number, _)| number)
}

/// Whether tabs count differently in the indentation of `line` than in those above: a `TabError`.
pub(super) fn tabs_disagree(text: &str, line: u32) -> bool {
    let mut levels = vec![(0, 0)];
    for (number, content) in (1..=line).zip(text.lines()) {
        let code = content.trim_start_matches([' ', '\t', '\x0c']);
        if code.is_empty() || code.starts_with('#') || depth_before(text, number, 0) > 0 {
            continue;
        }
        // A tab goes to the next multiple of eight, or counts as one: both must lead to the same levels.
        let (mut wide, mut narrow) = (0, 0);
        for c in content[..content.len() - code.len()].chars() {
            match c {
                '\t' => (wide, narrow) = ((wide / 8 + 1) * 8, narrow + 1),
                '\x0c' => (wide, narrow) = (0, 0),
                _ => (wide, narrow) = (wide + 1, narrow + 1),
            }
        }
        while levels.last().is_some_and(|&(above, _)| above > wide) {
            levels.pop();
        }
        let (above, above_narrow) = levels.last().copied().unwrap_or_default();
        if (wide == above && narrow != above_narrow) || (wide > above && narrow <= above_narrow) {
            return number == line;
        }
        if wide > above {
            levels.push((wide, narrow));
        }
    }
    false
}

impl Line {
    pub(super) fn new(line: &str) -> Line {
        Line { chars: line.trim_end().chars().collect() }
    }

    pub(super) fn chars(&self) -> &[char] {
        &self.chars
    }

    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    pub(super) fn indent(&self) -> usize {
        self.chars.iter().take_while(|c| c.is_whitespace()).count()
    }

    pub(super) fn starts_with_word(&self, word: &str) -> bool {
        let begin = self.indent();
        self.word_at(begin) == word
    }

    /// The column behind the last character in front of `at` that is no space.
    pub(super) fn trimmed_end(&self, at: usize) -> usize {
        let mut at = at.min(self.len());
        while at > 0 && self.chars[at - 1].is_whitespace() {
            at -= 1;
        }
        at
    }

    /// Whether a text literal, with its prefix, begins at `at`.
    pub(super) fn is_quote(&self, at: usize) -> bool {
        let prefix = self.chars.iter().skip(at).take_while(|c| "fFrRbBuU".contains(**c)).count();
        prefix <= 2 && matches!(self.chars.get(at + prefix), Some('"' | '\''))
    }

    /// Where the prefix of the text literal at `at` begins.
    pub(super) fn prefix_start(&self, at: usize) -> usize {
        let mut at = at.min(self.len());
        while at > 0 && "fFrRbBuUtT".contains(self.chars[at - 1]) {
            at -= 1;
        }
        at
    }

    /// Where the name in front of `at` begins; `at` without spaces, when there is none.
    pub(super) fn name_before(&self, at: usize) -> usize {
        let mut at = self.trimmed_end(at);
        while at > 0 && (self.chars[at - 1].is_alphanumeric() || self.chars[at - 1] == '_') {
            at -= 1;
        }
        at
    }

    /// The bracket that closes what is open at `at`.
    pub(super) fn closing(&self, at: usize) -> usize {
        self.forward(at, |_, _| false)
    }

    /// The column behind the next `wanted` from `at` on.
    pub(super) fn after(&self, wanted: char, at: usize) -> usize {
        self.chars.iter().skip(at).position(|&c| c == wanted).map_or(at, |found| at + found + 1)
    }

    /// Where the statement around `at` ends: a semicolon, a comment or the end of the line.
    pub(super) fn statement_end(&self, at: usize) -> usize {
        let stop = self.forward(at, |_, c| matches!(c, ';' | '#'));
        self.trimmed_end(stop)
    }

    /// Where the second of two operands begins, both of which may lie between `start` and `end`.
    pub(super) fn second_operand(&self, start: usize, end: usize) -> usize {
        let gap = self.forward(start, |_, c| c == ' ');
        if gap >= end {
            return start;
        }
        gap + self.spaces_at(gap)
    }

    /// Where the operand that ends in front of `at` begins: behind a bracket, a comma, a colon, `=` or a keyword.
    /// A conditional expression counts as one operand only if `whole`.
    pub(super) fn operand_start(&self, at: usize, whole: bool) -> usize {
        let mut at = self.trimmed_end(at);
        let mut depth = 0;
        while at > 0 {
            let c = self.chars[at - 1];
            match c {
                ')' | ']' | '}' => depth += 1,
                '(' | '[' | '{' if depth > 0 => depth -= 1,
                '(' | '[' | '{' => break,
                ',' | ':' | ';' if depth == 0 => break,
                '=' if depth == 0 && !self.is_comparison(at - 1) => break,
                ' ' if depth == 0 && !whole && ["if", "else"].contains(&self.word_before(at).as_str()) => {
                    break;
                }
                '"' | '\'' => {
                    at -= 1;
                    while at > 1 && self.chars[at - 1] != c {
                        at -= 1;
                    }
                }
                _ => {}
            }
            at = at.saturating_sub(1);
        }
        at += self.spaces_at(at);
        let word = self.word_at(at);
        if ["return", "yield", "assert", "raise", "del", "if", "elif", "while"].contains(&word.as_str()) {
            at += word.len();
            at += self.spaces_at(at);
        }
        at
    }

    /// Where the operand that begins at `at` ends; with `narrow`, comparisons and `and` end it as well.
    pub(super) fn operand_end(&self, at: usize, narrow: bool) -> usize {
        let stop = self.forward(at, |place, c| {
            matches!(c, ',' | ':' | ';' | '#')
                || (c == '=' && !self.is_comparison(place))
                || (narrow && matches!(c, '<' | '>' | '!' | '='))
                || (place > at && self.begins_another(place, narrow))
        });
        self.trimmed_end(stop)
    }

    /// Whether at `at`, behind a space, something begins that does not go on with the operand in front of it.
    fn begins_another(&self, at: usize, narrow: bool) -> bool {
        let before = self.trimmed_end(at);
        if before == at || !self.is_operand(at) && !self.is_bracket(at) {
            return false;
        }
        let word = self.word_at(at);
        if ["and", "or", "in", "is", "not"].contains(&word.as_str()) {
            return narrow;
        }
        if ["for", "if", "else", "async"].contains(&word.as_str()) {
            return true;
        }
        let last = self.word_before(before + 1);
        let joins = ["and", "or", "in", "is", "not", "lambda", "await"].contains(&last.as_str());
        let ends = self.chars[before - 1].is_alphanumeric()
            || matches!(self.chars[before - 1], '_' | '"' | '\'' | ')' | ']' | '}');
        // Texts side by side are one text.
        let texts = self.is_quote(at) && matches!(self.chars[before - 1], '"' | '\'');
        ends && !joins && !texts && !self.is_bracket(at)
    }

    fn is_bracket(&self, at: usize) -> bool {
        matches!(self.chars.get(at), Some('(' | '[' | '{'))
    }

    /// Whether a name, a number or a text begins at `at`.
    pub(super) fn is_operand(&self, at: usize) -> bool {
        self.chars.get(at).is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '"' | '\''))
    }

    /// How many spaces there are from `at` on.
    pub(super) fn spaces_at(&self, at: usize) -> usize {
        self.chars.iter().skip(at).take_while(|c| c.is_whitespace()).count()
    }

    /// The column behind the word, number or text at `at`.
    pub(super) fn word_end(&self, at: usize) -> usize {
        match self.chars.get(at) {
            Some('"' | '\'') => self.text_end(at),
            _ => at + self.word_at(at).chars().count().max(1),
        }
    }

    /// Whether `word` stands between two columns.
    pub(super) fn has_word(&self, word: &str, start: usize, end: usize) -> bool {
        (start..end.min(self.len()))
            .any(|at| self.word_at(at) == word && (at == 0 || !self.chars[at - 1].is_alphanumeric()))
    }

    /// A colon from `at` on in round brackets, which cannot be right but in a `lambda`.
    pub(super) fn colon_in(&self, at: usize) -> Option<usize> {
        let found = self.forward(at, |place, c| c == ':' && self.chars.get(place + 1) != Some(&'='));
        (self.chars.get(found) == Some(&':') && !self.has_word("lambda", at, found)).then_some(found)
    }

    fn word_before(&self, at: usize) -> String {
        let end = self.trimmed_end(at);
        self.chars[self.name_before(end)..end].iter().collect()
    }

    /// Where the f-string around `at` is closed.
    pub(super) fn closing_quote(&self, at: usize) -> usize {
        let mut open = at.min(self.len());
        while open > 0 && !matches!(self.chars[open - 1], '"' | '\'') {
            open -= 1;
        }
        let quote = if open > 0 { self.chars[open - 1] } else { '"' };
        self.chars.iter().skip(at).position(|&c| c == quote).map_or(self.len(), |found| at + found)
    }

    /// The text literal around `at`: where its prefix begins, where its body begins, and the column behind it.
    pub(super) fn literal_around(&self, at: usize) -> Option<(usize, usize, usize)> {
        let mut from = 0;
        while from < self.len() {
            if !matches!(self.chars[from], '"' | '\'') {
                from += 1;
                continue;
            }
            let end = self.text_end(from);
            if at <= end {
                return Some((self.prefix_start(from), from + 1, end));
            }
            from = end.max(from + 1);
        }
        None
    }

    /// The column behind the text literal whose quote stands at `quote`; the end of the line, if it is not closed.
    fn text_end(&self, quote: usize) -> usize {
        let mut at = quote + 1;
        while at < self.len() {
            match self.chars[at] {
                '\\' => at += 1,
                c if c == self.chars[quote] => return at + 1,
                _ => {}
            }
            at += 1;
        }
        self.len()
    }

    /// The first place from `at` on, outside brackets and texts, that `ends` wants or that closes a bracket.
    fn forward(&self, at: usize, ends: impl Fn(usize, char) -> bool) -> usize {
        let (mut at, mut depth) = (at, 0);
        while at < self.len() {
            let c = self.chars[at];
            match c {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' if depth == 0 => return at,
                ')' | ']' | '}' => depth -= 1,
                _ if depth == 0 && ends(at, c) => return at,
                '"' | '\'' => at = self.text_end(at).saturating_sub(1),
                _ => {}
            }
            at += 1;
        }
        self.len()
    }

    /// Whether the `=` at `at` belongs to `==`, `!=`, `<=`, `>=` or `:=`.
    fn is_comparison(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.chars.get(before));
        matches!(before, Some('=' | '!' | '<' | '>' | ':')) || self.chars.get(at + 1) == Some(&'=')
    }

    fn word_at(&self, at: usize) -> String {
        self.chars.iter().skip(at).take_while(|c| c.is_alphanumeric() || **c == '_').collect()
    }
}
