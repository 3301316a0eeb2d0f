//! Placeholder entry; see the modules below.
fn main() {}
