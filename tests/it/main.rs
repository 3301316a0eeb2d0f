//! The one integration test binary.
mod layers;
mod source;
mod tidy;
