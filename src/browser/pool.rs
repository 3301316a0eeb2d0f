//! The cores of this machine, and the threads of the engine: workers of the browser on one shared memory, in the build
//! that can have them.
//!
//! A pool that never comes up is no failure: the engine goes on alone.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/www/js/mates.js")]
extern "C" {
    #[wasm_bindgen(js_name = coresHere)]
    fn cores_here() -> f64;
}

/// More workers than this add little: what they find is entered by one.
const CORES_MAX: usize = 16;

/// How many cores are worth using.
pub fn cores() -> usize {
    (cores_here() as usize).clamp(1, CORES_MAX)
}

/// Starts a thread for each core but the one that asks; calls back with the number of cores once they stand.
#[cfg(target_feature = "atomics")]
pub fn start(ready: impl FnOnce(usize) + 'static) {
    let cores = cores();
    if cores > 1 {
        super::fetch::settle(&wasm_bindgen_rayon::init_thread_pool(cores - 1), move |result| {
            if result.is_ok() {
                ready(cores);
            }
        });
    }
}
