//! The one integration test binary.
mod corpus;
mod engine;
mod golden;
mod layers;
mod lessons;
mod link;
mod lost_updates;
#[cfg(feature = "page")]
mod page;
mod programs;
mod replay;
mod session;
mod source;
mod tidy;
