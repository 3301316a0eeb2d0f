//! The one integration test binary.
mod golden;
mod layers;
mod source;
mod tidy;
