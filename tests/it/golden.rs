//! Goldens: what CPython prints for a program, and whether the machine prints the same.
//!
//! The format and the normalisation are those of `tests/programs/record.py`, which writes the goldens. Natively and in
//! the browser (`tests/wasm`) the same code compares; only where the texts come from differs.

/// What a run of a program leaves behind.
#[derive(Debug, PartialEq, Eq)]
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

const NO_NEWLINE: &str = "\\ no newline at end\n";

/// Reads a golden's text.
pub fn read(golden: &str) -> Ran {
    let (head, rest) = golden.split_once("--- stdout\n").expect("a golden has a part for stdout");
    let (stdout, stderr) = rest.split_once("--- stderr\n").expect("a golden has a part for stderr");
    let code = head.trim_end().rsplit(' ').next().and_then(|code| code.parse().ok());
    // The marked text ends before the newline that stands in front of the mark.
    let part = |text: &str| match text.strip_suffix(NO_NEWLINE) {
        Some(marked) => marked[..marked.len() - 1].to_owned(),
        None => text.to_owned(),
    };
    Ran {
        code: code.expect("a golden's first line ends with the exit code"),
        stdout: part(stdout),
        stderr: part(stderr),
    }
}

/// Compares a run with a golden; says where the two part.
pub fn compare(golden: &str, ran: &Ran) -> Result<(), String> {
    let want = read(golden);
    let parts =
        [("stdout", &want.stdout, normalise(&ran.stdout)), ("stderr", &want.stderr, normalise(&ran.stderr))];
    for (name, want, got) in parts {
        if *want != got {
            return Err(format!("{name}, {}", first_difference(want, &got)));
        }
    }
    if want.code != ran.code {
        return Err(format!("exit code {}, CPython's is {}", ran.code, want.code));
    }
    Ok(())
}

fn first_difference(want: &str, got: &str) -> String {
    let mut pairs = want.lines().map(Some).chain([None]).zip(got.lines().map(Some).chain([None]));
    match pairs.position(|(want, got)| want != got) {
        Some(at) => {
            let line =
                |text: &str| text.lines().nth(at).map_or("(the end)".to_owned(), |line| format!("{line:?}"));
            format!("line {}:\n      CPython  {}\n      machine  {}", at + 1, line(want), line(got))
        }
        None if want.lines().count() == got.lines().count() => "the newline at its end".to_owned(),
        None => "the number of lines".to_owned(),
    }
}

/// Takes out of an output what says nothing about the program: addresses, and the lines of the library's own code.
pub fn normalise(text: &str) -> String {
    let text = without_addresses(&text.replace("\r\n", "\n"));
    let mut kept = String::new();
    let mut skipped: Option<String> = None;
    for line in text.split_inclusive('\n') {
        if skipped.as_ref().is_some_and(|skipped| line.starts_with(skipped)) {
            continue;
        }
        skipped = None;
        match library_frame(line.trim_end_matches('\n')) {
            Some((indent, path, function)) => {
                kept.push_str(&format!("{indent}File \"<lib>/{path}\", in {function}\n"));
                skipped = Some(format!("{indent}  "));
            }
            None => kept.push_str(line),
        }
    }
    kept
}

/// Indentation, path below the library's folder and function, when the line is a traceback's line for library code.
fn library_frame(line: &str) -> Option<(&str, String, &str)> {
    let indent = &line[..line.len() - line.trim_start_matches([' ', '|']).len()];
    let (path, rest) = line[indent.len()..].strip_prefix("File \"")?.split_once('"')?;
    let (number, function) = rest.strip_prefix(", line ")?.split_once(", in ")?;
    if !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some((indent, library_path(path)?, function))
}

fn library_path(path: &str) -> Option<String> {
    if let Some(module) = path.strip_prefix("<frozen ") {
        return Some(format!("{}.py", module.trim_end_matches('>').replace('.', "/")));
    }
    if let Some(rest) = path.strip_prefix("<lib>/") {
        return Some(rest.to_owned());
    }
    if let Some((_, rest)) = path.split_once("/python3.") {
        return rest.split_once('/').map(|(_, rest)| rest.to_owned());
    }
    path.rsplit_once("/Lib/").map(|(_, rest)| rest.to_owned())
}

/// Replaces `0x` and six or more hexadecimal digits.
fn without_addresses(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("0x") {
        let digits = rest[at + 2..].bytes().take_while(u8::is_ascii_hexdigit).count();
        let end = at + 2 + digits;
        kept.push_str(if digits < 6 { &rest[..end] } else { &rest[..at] });
        if digits >= 6 {
            kept.push_str("0xADDRESS");
        }
        rest = &rest[end..];
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_golden_is_read() {
        let ran = read("# CPython 3.13.0, exit code 3\n--- stdout\na\nb\n\\ no newline at end\n--- stderr\n");
        assert_eq!(ran, Ran { code: 3, stdout: "a\nb".to_owned(), stderr: String::new() });
    }

    #[test]
    fn frames_of_the_library_lose_their_lines() {
        let text = "  File \"<lib>/threading.py\", line 9, in run\n    self._target()\n    ~~~~^^\n  File \"a.py\", line 1, in f\n";
        let want = "  File \"<lib>/threading.py\", in run\n  File \"a.py\", line 1, in f\n";
        assert_eq!(normalise(text), want);
        assert_eq!(normalise(&text.replace("<lib>/", "/usr/lib/python3.14/")), want);
    }

    #[test]
    fn addresses_are_not_compared() {
        assert_eq!(normalise("<a at 0x7f00aa11bb> 0xff 0x"), "<a at 0xADDRESS> 0xff 0x");
    }

    #[test]
    fn the_first_difference_is_named() {
        let golden = "# CPython 3.13.0, exit code 0\n--- stdout\na\nb\n--- stderr\n";
        let ran = Ran { code: 0, stdout: "a\nc\n".to_owned(), stderr: String::new() };
        let problem = compare(golden, &ran).expect_err("they differ");
        assert!(problem.starts_with("stdout, line 2"), "{problem}");
    }
}
