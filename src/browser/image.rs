//! The heap image: the engine's loader asks for it while the engine is on its way. Without it the machine makes its own,
//! and the console says so.

use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::modules::provide_image;

#[wasm_bindgen(module = "/www/js/image.js")]
extern "C" {
    #[wasm_bindgen(js_name = imageHere)]
    fn image_here() -> Promise;
    #[wasm_bindgen(js_name = tellImage)]
    fn tell_image(trouble: &str);
}

/// Calls back once the image is provided, or cannot be.
pub fn await_image(done: impl FnOnce() + 'static) {
    super::fetch::settle(&image_here(), move |result| {
        let found = match result {
            Ok(bytes) | Err(bytes) => bytes.dyn_into::<ArrayBuffer>(),
        };
        let provided = match found {
            Ok(bytes) => provide_image(Uint8Array::new(&bytes).to_vec()).map_err(|unfit| unfit.to_string()),
            Err(trouble) => Err(trouble.as_string().unwrap_or_else(|| "it was not fetched".into())),
        };
        tell_image(&provided.err().unwrap_or_default());
        done();
    });
}
