//! The worker: the engine behind a message port, or a further worker that helps its search.

mod memory;

use interloop::browser::{image, mates, worker};
use interloop::session::engine::Engine;

#[global_allocator]
static MEMORY: memory::Memory = memory::Memory;

fn main() {
    image::await_image(|| {
        if mates::is_here() {
            mates::serve();
        } else {
            worker::run(Engine::new(interloop::modules::image()));
        }
    });
}
