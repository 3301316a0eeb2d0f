//! The one integration test binary.
mod corpus;
mod golden;
mod layers;
mod link;
#[cfg(feature = "page")]
mod page;
mod programs;
mod session;
mod source;
mod tidy;
