//! The one integration test binary.
mod golden;
mod layers;
#[cfg(feature = "page")]
mod page;
mod session;
mod source;
mod tidy;
