//! The one integration test binary. It reads the project's files, so there is nothing of it in a browser.
#![cfg(not(target_arch = "wasm32"))]

mod bounded;
mod bugs;
mod cli;
mod corpus;
mod engine;
mod explore;
mod export;
mod fixture;
mod forced;
mod golden;
mod hands;
mod layers;
mod lessons;
mod link;
mod lost_updates;
#[cfg(feature = "page")]
mod page;
mod programs;
mod rehearsal;
mod replay;
mod report;
mod sample;
mod sct;
mod search;
mod session;
mod source;
mod spin;
mod tidy;
mod traces;
