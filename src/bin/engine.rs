//! The worker: an engine behind a message port.
fn main() {
    interloop::browser::worker::run(interloop::session::rehearsal::Rehearsal::default());
}
