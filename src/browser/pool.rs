//! The threads of the engine: workers of the browser on one shared memory, in the build that can have them.
//!
//! A pool that never comes up is no failure: the engine goes on alone.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Navigator;
    #[wasm_bindgen(thread_local_v2, js_name = navigator)]
    static NAVIGATOR: Navigator;
    #[wasm_bindgen(method, getter, js_name = hardwareConcurrency)]
    fn cores(this: &Navigator) -> Option<f64>;
}

/// More threads than this add little: what they find is merged by one.
const THREADS_MAX: usize = 16;

/// Starts as many threads as are worth having on this machine; calls back with their number once they stand.
pub fn start(ready: impl FnOnce(usize) + 'static) {
    let cores = NAVIGATOR.with(Navigator::cores).unwrap_or(1.0);
    let threads = (cores as usize).min(THREADS_MAX);
    if threads > 1 {
        super::fetch::settle(&wasm_bindgen_rayon::init_thread_pool(threads), move |result| {
            if result.is_ok() {
                ready(threads);
            }
        });
    }
}
