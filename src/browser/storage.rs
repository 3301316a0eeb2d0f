//! What is kept between visits: the draft and the theme.
//!
//! Storage may be refused (frames, private windows) or full; then nothing is kept, silently,
//! since the program itself is never in danger of it.

const DRAFT: &str = "interloop.draft";
const THEME: &str = "interloop.theme";

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

fn write(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}

/// The stored draft.
pub fn draft() -> Option<String> {
    read(DRAFT)
}

/// Stores the draft.
pub fn save_draft(text: &str) {
    write(DRAFT, text);
}

/// The stored theme.
pub fn theme() -> Option<String> {
    read(THEME)
}

/// Stores the theme.
pub fn save_theme(name: &str) {
    write(THEME, name);
}
