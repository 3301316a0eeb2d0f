//! Modules of CPython's library that are not here, and why: what `import` says of them.

/// Without a network.
const NETWORK: &[&str] = &[
    "_ssl",
    "ftplib",
    "http",
    "imaplib",
    "poplib",
    "smtplib",
    "socketserver",
    "ssl",
    "webbrowser",
    "wsgiref",
    "xmlrpc",
];
/// Without processes and an operating system.
const PROCESSES: &[&str] = &[
    "_posixsubprocess",
    "fcntl",
    "grp",
    "mmap",
    "multiprocessing",
    "pty",
    "pwd",
    "resource",
    "syslog",
    "termios",
    "tty",
];
/// Compiled for another machine.
const EXTENSIONS: &[&str] = &[
    "_ctypes", "_curses", "_dbm", "_lzma", "_sqlite3", "_tkinter", "bz2", "ctypes", "curses", "dbm",
    "idlelib", "lzma", "readline", "shelve", "sqlite3", "tkinter", "turtle",
];

/// Why a module of CPython's library is absent for good; `None` for all others.
pub fn reason(module: &str) -> Option<&'static str> {
    let top = module.split('.').next().unwrap_or(module);
    if NETWORK.contains(&top) || matches!(module, "urllib.request" | "urllib.robotparser") {
        return Some("Interloop has no network");
    }
    if PROCESSES.contains(&top) {
        return Some("Interloop has no processes and no operating system");
    }
    EXTENSIONS.contains(&top).then_some("Interloop runs no C extensions")
}
