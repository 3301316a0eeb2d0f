//! The worker: the engine behind a message port.
fn main() {
    interloop::browser::worker::run(interloop::session::engine::Engine::new(interloop::modules::image()));
}
