//! Links: a session in the fragment of an address, and back.
//!
//! The fragment is `v=1&z=` and the base64url text of the raw-deflated JSON of a `Link`, then `&c=`
//! and a checksum of that text, which a link written by hand may leave out. Unknown keys are
//! ignored, so that later versions can add some. Both the compressed and the inflated
//! size are capped, since a link is somebody else's data. What is wrong with a damaged link is
//! said in a sentence for the reader.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use serde::{Deserialize, Serialize};

use super::protocol::Python;

/// The version of the format that this build writes.
pub const VERSION: u32 = 1;
/// A link's compressed part may not be longer than this, in bytes of text.
pub const COMPRESSED_BYTES_MAX: usize = 32 * 1024;
/// Nor unpack to more than this.
pub const INFLATED_BYTES_MAX: usize = 256 * 1024;

/// What a link carries.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The source text.
    pub program: String,
    /// Its file name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// The interpreter.
    pub python: Python,
    /// The schedule in its short text form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schedule: Option<String>,
    /// The step shown.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub position: u64,
    /// The lesson that it began as, for title and goal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lesson: Option<String>,
}

fn is_zero(position: &u64) -> bool {
    *position == 0
}

/// A program of the reader's own, as it is stored between visits.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The source text.
    pub program: String,
    /// Its file name.
    pub file: String,
    /// The interpreter.
    pub python: Python,
    /// An earlier draft that this one took the place of, if the reader may want it back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<Box<Draft>>,
}

/// What a fragment can ask for.
#[derive(Clone, Debug, PartialEq)]
pub enum Fragment {
    /// Nothing.
    Empty,
    /// A session.
    Link(Box<Link>),
    /// A lesson by its id: `lesson=...`.
    Lesson(String),
}

/// Why a link cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// No `z=` in it.
    NoProgram,
    /// Written by a version that this build does not know.
    Version(String),
    /// Longer than the cap.
    TooLong(usize),
    /// A character that no such link has, at this place.
    NotBase64,
    /// The compressed data ends early or is not what it was.
    Damaged,
    /// It unpacks to more than the cap.
    TooBig,
    /// What it unpacks to is not a session.
    NotSession(String),
}

impl std::fmt::Display for LinkError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoProgram => write!(out, "it has no program in it (the part after “z=” is missing)"),
            Self::Version(version) => {
                write!(out, "it is of version “{version}”, and this page reads version {VERSION}")
            }
            Self::TooLong(bytes) => {
                write!(out, "it is {bytes} characters long, and at most {COMPRESSED_BYTES_MAX} are read")
            }
            Self::NotBase64 => {
                write!(out, "it has characters that do not belong there, or was cut off while it was copied")
            }
            Self::Damaged => {
                write!(out, "its data is damaged or was cut off while it was copied")
            }
            Self::TooBig => write!(out, "it unpacks to more than {} KB", INFLATED_BYTES_MAX / 1024),
            Self::NotSession(what) => write!(out, "it unpacks, but not to a session ({what})"),
        }
    }
}

/// Writes a link's fragment, without the `#`.
pub fn encode(link: &Link) -> Result<String, LinkError> {
    let json = serde_json::to_vec(link).map_err(|error| LinkError::NotSession(error.to_string()))?;
    if json.len() > INFLATED_BYTES_MAX {
        return Err(LinkError::TooBig);
    }
    let text = URL_SAFE_NO_PAD.encode(compress_to_vec(&json, 9));
    if text.len() > COMPRESSED_BYTES_MAX {
        return Err(LinkError::TooLong(text.len()));
    }
    Ok(format!("v={VERSION}&z={text}&c={:08x}", checksum(&text)))
}

/// Reads a fragment, without the `#`.
pub fn decode(fragment: &str) -> Result<Fragment, LinkError> {
    if fragment.is_empty() {
        return Ok(Fragment::Empty);
    }
    let value = |key: &str| {
        fragment
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find_map(|(name, value)| (name == key).then_some(value))
    };
    if let Some(id) = value("lesson") {
        return Ok(Fragment::Lesson(id.to_owned()));
    }
    let version = value("v").unwrap_or("");
    let Some(text) = value("z").filter(|text| !text.is_empty()) else {
        return Err(LinkError::NoProgram);
    };
    if version != VERSION.to_string() {
        return Err(LinkError::Version(version.to_owned()));
    }
    if text.len() > COMPRESSED_BYTES_MAX {
        return Err(LinkError::TooLong(text.len()));
    }
    if value("c").is_some_and(|sum| sum != format!("{:08x}", checksum(text))) {
        return Err(LinkError::Damaged);
    }
    let packed = URL_SAFE_NO_PAD.decode(text).map_err(|_| LinkError::NotBase64)?;
    let json =
        decompress_to_vec_with_limit(&packed, INFLATED_BYTES_MAX).map_err(|error| match error.status {
            TINFLStatus::HasMoreOutput => LinkError::TooBig,
            _ => LinkError::Damaged,
        })?;
    let link = serde_json::from_slice(&json).map_err(|error| LinkError::NotSession(error.to_string()))?;
    Ok(Fragment::Link(Box::new(link)))
}

/// FNV-1a of 32 bits: enough to tell a letter changed by hand, which deflate itself does not notice.
fn checksum(text: &str) -> u32 {
    let mix = |sum: u32, byte: u8| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    text.bytes().fold(0x811c_9dc5, mix)
}

/// The frame for another page: the compact layout of the same state.
pub fn frame(base: &str, fragment: &str, title: &str) -> String {
    let title = title.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let address = format!("{base}?embed#{fragment}").replace('&', "&amp;");
    format!(
        "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"420\" \
         style=\"border:0\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>"
    )
}
