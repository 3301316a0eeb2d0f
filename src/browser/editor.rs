//! The rich editor: CodeMirror, in a bundle of its own that is fetched after the page stands.
//!
//! Marks go to it as JSON. Until it is there, and where it cannot be had, the page edits in a
//! plain text field and shows no marks.

use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::session::marks::Marks;

use super::fetch::settle;

#[wasm_bindgen(module = "/www/js/page.js")]
extern "C" {
    #[wasm_bindgen(js_name = mountEditor)]
    fn mount_editor(host: &Element, on_edit: &JsValue, on_rail: &JsValue) -> js_sys::Promise;
    #[wasm_bindgen(js_name = editorShow)]
    fn editor_show(editor: &JsValue, text: &str);
    #[wasm_bindgen(js_name = editorMark)]
    fn editor_mark(editor: &JsValue, marks: &str);
    #[wasm_bindgen(js_name = editorFocus)]
    fn editor_focus(editor: &JsValue);
}

/// An editor in place.
pub struct Editor {
    handle: JsValue,
}

/// Fetches the editor and puts it into the element with this id; `on_edit` hears every edit by
/// the reader, `on_rail` what is done with the machines beside the code; `on_ready` gets the
/// editor, or nothing when it cannot be had.
pub fn mount(
    host: &str,
    on_edit: impl FnMut(String) + 'static,
    on_rail: impl FnMut(String) + 'static,
    on_ready: impl FnOnce(Option<Editor>) + 'static,
) {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(host));
    let Some(element) = element else {
        return on_ready(None);
    };
    let promise = mount_editor(&element, &listener(on_edit), &listener(on_rail));
    settle(&promise, move |result| {
        on_ready(result.ok().map(|handle| Editor { handle }));
    });
}

/// A function that is there for as long as the page lives, as its editor is.
fn listener(mut hear: impl FnMut(String) + 'static) -> JsValue {
    let closure = Closure::<dyn FnMut(JsValue)>::new(move |text: JsValue| {
        hear(text.as_string().unwrap_or_default());
    });
    closure.into_js_value()
}

impl Editor {
    /// Replaces the text, without telling `on_edit`.
    pub fn show(&self, text: &str) {
        editor_show(&self.handle, text);
    }

    /// Replaces the marks.
    pub fn mark(&self, marks: &Marks) {
        let text = serde_json::to_string(marks).expect("marks are plain data");
        editor_mark(&self.handle, &text);
    }

    /// Takes the keyboard's focus.
    pub fn focus(&self) {
        editor_focus(&self.handle);
    }
}
