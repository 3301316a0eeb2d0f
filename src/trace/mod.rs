//! Recorded runs: who did what when, why threads wait, and the words for it.
//!
//! A [`Tape`] is one run: who went on when, what was worth telling, and states at growing distances. A [`Player`]
//! stands somewhere on a tape and moves both ways: backwards is the nearest kept state and the same choices again.
//! `names`, `reason`, `place`, `show` and `waits` read one state; nothing here changes what a program does.

mod decisive;
pub mod export;
mod names;
mod note;
mod place;
mod player;
mod reason;
mod show;
mod tape;
mod tasks;
mod tell;
mod waits;

pub use decisive::decisive;
pub use names::{LockKind, NamedLock, Names, globals, is_scenery, locals};
pub use note::{CellUse, Deed, Note};
pub use place::{Place, next_text, place_of, spans_of_switches, text_of};
pub use player::{Moved, Player};
pub use reason::{Reason, reason_of};
pub use show::{attribute, show, show_fields};
pub use tape::{Finish, FinishKind, Phase, Spell, Tape, Turn};
pub use tell::{Part, Teller};
pub use waits::{Knot, Waiting};
