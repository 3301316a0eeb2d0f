//! The worker: the engine behind a message port.

mod memory;

#[global_allocator]
static MEMORY: memory::Memory = memory::Memory;

fn main() {
    interloop::browser::worker::run(interloop::session::engine::Engine::new(interloop::modules::image()));
}
