//! Understands a command line: a table of commands, and the options that each of them takes.
//!
//! A new command is a row of [`COMMANDS`]; a new option a field of [`Options`] and an arm of `set`.

use super::export::Tool;
use crate::explore::Strategy;
use crate::program::Python;

/// What a command does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Run a file.
    Run,
    /// Search all schedules of a file.
    Explore,
    /// Disassemble a file.
    Dis,
    /// Play a schedule again.
    Replay,
    /// Write a run for another tool.
    Export,
    /// Write the heap image.
    Image,
}

/// A command of the table.
struct Row {
    name: &'static str,
    verb: Verb,
    /// The options that it takes.
    options: &'static [&'static str],
    /// It needs a schedule.
    scheduled: bool,
    /// What stands after `interloop NAME FILE` in the usage.
    usage: &'static str,
}

const COMMANDS: [Row; 6] = [
    Row {
        name: "run",
        verb: Verb::Run,
        options: &[
            "--python",
            "--seed",
            "--schedule",
            "--print-schedule",
            "--path",
            "--max-instructions",
            "--",
        ],
        scheduled: false,
        usage: "[--python 3.14|3.9|3.14t] [--seed N] [--schedule TEXT] [--print-schedule] [--path DIR] \
                [--max-instructions N] [-- ARGS]",
    },
    Row {
        name: "replay",
        verb: Verb::Replay,
        options: &["--python", "--schedule", "--against", "--story", "--json", "--trace-event", "--"],
        scheduled: true,
        usage: "--schedule TEXT [--story [--against TEXT]|--json|--trace-event] [--python 3.14|3.9|3.14t] \
                [-- ARGS]",
    },
    Row {
        name: "export",
        verb: Verb::Export,
        options: &["--python", "--schedule", "--to", "--"],
        scheduled: true,
        usage: "--schedule TEXT --to pytest [--python 3.14|3.9|3.14t] [-- ARGS]",
    },
    Row {
        name: "explore",
        verb: Verb::Explore,
        options: &[
            "--python",
            "--jobs",
            "--max-states",
            "--max-seconds",
            "--max-memory",
            "--no-reduction",
            "--preemptions",
            "--sample",
            "--traces",
            "--max-traces",
            "--strategy",
            "--strict-order",
            "--library-switches",
            "--json",
            "--sarif",
            "--seed",
            "--",
        ],
        scheduled: false,
        usage: "[--python V|all] [--jobs N] [--max-states N] [--max-seconds S] [--max-memory MB] \
                [--no-reduction NAME] [--preemptions K] [--sample N] [--strategy NAME] [--traces] [--max-traces N] \
                [--strict-order] [--library-switches] [--json|--sarif] [-- ARGS]",
    },
    Row { name: "dis", verb: Verb::Dis, options: &[], scheduled: false, usage: "" },
    Row { name: "image", verb: Verb::Image, options: &[], scheduled: false, usage: "" },
];

/// What the options of a command line say, whichever command they stand behind.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The interpreter.
    pub python: Python,
    /// A random schedule from this seed, which also seeds what the program leaves unseeded.
    pub seed: Option<u64>,
    /// The schedule to follow.
    pub schedule: Option<String>,
    /// The schedule of another run, to be laid beside it.
    pub against: Option<String>,
    /// Folders whose modules can be imported.
    pub path: Vec<String>,
    /// The modules that stand there. No option sets them; the binary reads them.
    pub modules: Vec<ModuleFile>,
    /// Instructions after which a run is over.
    pub max_instructions: Option<u64>,
    /// Write the schedule taken to standard error.
    pub print_schedule: bool,
    /// Tell the run in sentences.
    pub story: bool,
    /// Write trace events.
    pub trace_event: bool,
    /// The tool for which a run is exported.
    pub tool: Option<Tool>,
    /// All three interpreters, one after another.
    pub all_pythons: bool,
    /// Workers; 0 is one for each core.
    pub jobs: usize,
    /// States after which a search gives up.
    pub max_states: Option<u64>,
    /// Seconds after which a search gives up.
    pub max_seconds: Option<f64>,
    /// Megabytes of memory after which a search gives up.
    pub max_memory: Option<u64>,
    /// Only schedules with at most so many preemptions.
    pub preemptions: Option<u32>,
    /// Only random schedules: this many.
    pub sample: Option<u64>,
    /// Count the essentially different runs as well.
    pub traces: bool,
    /// Traces after which the count gives up.
    pub max_traces: Option<u64>,
    /// The one strategy to sample by; all in turn without it.
    pub strategy: Option<Strategy>,
    /// Reductions that are not to be used.
    pub without: Vec<String>,
    /// The order of output lines counts.
    pub strict_order: bool,
    /// Switch inside the library's own code too.
    pub library_switches: bool,
    /// Write JSON.
    pub json: bool,
    /// Write SARIF.
    pub sarif: bool,
    /// Arguments of the program.
    pub args: Vec<String>,
    /// Standard input's text. No option sets it; the binary reads it.
    pub stdin: String,
}

/// A file below a folder of `--path`.
#[derive(Clone, Debug)]
pub struct ModuleFile {
    /// Its place below that folder, with `/` between names.
    pub place: String,
    /// Its place as a traceback shows it.
    pub file: String,
    /// Its text.
    pub text: String,
}

/// A command line, understood.
#[derive(Clone, Debug)]
pub struct Command {
    /// What to do.
    pub verb: Verb,
    /// With which file.
    pub file: String,
    /// How.
    pub options: Options,
}

/// How the command line is used.
pub fn usage() -> String {
    let mut text = String::new();
    for row in &COMMANDS {
        let head = if text.is_empty() { "usage:" } else { "      " };
        text.push_str(format!("{head} interloop {} FILE {}", row.name, row.usage).trim_end());
        text.push('\n');
    }
    text
}

/// Understands a command line (without the program's own name): nothing if it asks for the usage. The error says what
/// is wrong.
pub fn parse_command(args: &[String]) -> Result<Option<Command>, String> {
    let mut words = args.iter().cloned();
    let name = words.next().unwrap_or_else(|| "--help".into());
    if matches!(name.as_str(), "--help" | "-h" | "help") {
        return Ok(None);
    }
    let row = COMMANDS.iter().find(|row| row.name == name);
    let row = row.ok_or_else(|| format!("there is no command {name}"))?;
    let mut options = Options::default();
    let mut file = None;
    while let Some(word) = words.next() {
        if !word.starts_with('-') {
            match file {
                None => file = Some(word),
                Some(_) => return Err(format!("one file only; arguments of the program follow --: {word}")),
            }
        } else if row.options.contains(&word.as_str()) {
            set(&mut options, &word, &mut words)?;
        } else {
            return Err(format!("{name} has no option {word}"));
        }
    }
    let file = file.ok_or_else(|| format!("{name} needs a file"))?;
    if options.all_pythons && row.verb != Verb::Explore {
        return Err(format!("{name} takes one --python: 3.14, 3.9 or 3.14t"));
    }
    if options.json && options.sarif {
        return Err("--json and --sarif exclude each other".into());
    }
    if [options.story, options.json, options.trace_event].iter().filter(|form| **form).count() > 1 {
        return Err("--story, --json and --trace-event exclude each other".into());
    }
    if options.against.is_some() && !options.story {
        return Err("--against needs --story".into());
    }
    if row.scheduled && options.schedule.is_none() {
        return Err(format!("{name} needs --schedule TEXT; an empty one is CPython's default"));
    }
    Ok(Some(Command { verb: row.verb, file, options }))
}

/// Takes one option, with its value if it has one.
fn set(options: &mut Options, name: &str, words: &mut impl Iterator<Item = String>) -> Result<(), String> {
    if name == "--" {
        options.args = words.collect();
        return Ok(());
    }
    let flag = match name {
        "--print-schedule" => Some(&mut options.print_schedule),
        "--strict-order" => Some(&mut options.strict_order),
        "--library-switches" => Some(&mut options.library_switches),
        "--traces" => Some(&mut options.traces),
        "--story" => Some(&mut options.story),
        "--trace-event" => Some(&mut options.trace_event),
        "--json" => Some(&mut options.json),
        "--sarif" => Some(&mut options.sarif),
        _ => None,
    };
    if let Some(flag) = flag {
        *flag = true;
        return Ok(());
    }
    let value = words.next().ok_or_else(|| format!("{name} needs a value"))?;
    match name {
        "--python" if value == "all" => options.all_pythons = true,
        "--python" => {
            let python = Python::parse(&value);
            options.python = python.ok_or_else(|| format!("--python is 3.14, 3.9 or 3.14t, not {value}"))?;
        }
        "--seed" => {
            let seed = value.parse().map_err(|_| format!("--seed is a whole number, not {value}"))?;
            options.seed = Some(seed);
        }
        "--jobs" => options.jobs = number(name, &value)?,
        "--max-states" => options.max_states = Some(number(name, &value)?),
        "--max-seconds" => options.max_seconds = Some(number(name, &value)?),
        "--max-memory" => options.max_memory = Some(number(name, &value)?),
        "--max-traces" => options.max_traces = Some(number(name, &value)?),
        "--preemptions" => options.preemptions = Some(number(name, &value)?),
        "--max-instructions" => options.max_instructions = Some(number(name, &value)?),
        "--path" => options.path.push(value),
        "--sample" => options.sample = Some(number(name, &value)?),
        "--strategy" => {
            let strategy = Strategy::parse(&value);
            let names = Strategy::ALL.map(Strategy::name).join(", ");
            options.strategy =
                Some(strategy.ok_or_else(|| format!("--strategy is one of {names}, not {value}"))?);
        }
        "--no-reduction" => options.without.push(value),
        "--schedule" => options.schedule = Some(value),
        "--against" => options.against = Some(value),
        "--to" if value == "pytest" => options.tool = Some(Tool::Pytest),
        "--to" => return Err(format!("--to is pytest, not {value}")),
        _ => return Err(format!("there is no option {name}")),
    }
    Ok(())
}

fn number<T: std::str::FromStr>(name: &str, value: &str) -> Result<T, String> {
    value.parse().map_err(|_| format!("{name} is a number, not {value}"))
}
