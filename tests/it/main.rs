//! The one integration test binary.
mod corpus;
mod engine;
mod fixture;
mod golden;
mod layers;
mod lessons;
mod link;
mod lost_updates;
#[cfg(feature = "page")]
mod page;
mod programs;
mod rehearsal;
mod replay;
mod session;
mod source;
mod tidy;
