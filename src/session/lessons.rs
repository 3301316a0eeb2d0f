//! The list of lessons, as `static/lessons/index.json` has it.
//!
//! A lesson is a program with a title, a goal, and a schedule in which the interesting thing
//! happens. The list is fetched once; programs are fetched when they are picked.

use serde::{Deserialize, Serialize};

use super::protocol::Python;

/// One entry of the list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lesson {
    /// Its name in links and file names.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What the reader is to do or see.
    #[serde(default)]
    pub goal: String,
    /// The program's file, beside the list.
    pub file: String,
    /// The interpreter that it is about.
    #[serde(default)]
    pub python: Python,
    /// The schedule that it starts with.
    #[serde(default)]
    pub schedule: Option<String>,
}

/// Reads the list.
pub fn parse(text: &str) -> Result<Vec<Lesson>, String> {
    serde_json::from_str(text).map_err(|error| format!("the list of lessons is damaged: {error}"))
}
