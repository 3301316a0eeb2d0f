//! The one integration test binary. It reads the project's files, so there is nothing of it in a browser.
#![cfg(not(target_arch = "wasm32"))]

/// As the command line has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod bounded;
mod bugs;
mod cli;
mod corpus;
mod engine;
mod explore;
mod export;
mod exports_run;
mod fair;
mod fate;
mod files;
mod fixture;
mod forced;
mod forever;
mod golden;
mod hands;
mod image;
mod layers;
mod lessons;
mod link;
mod lost;
mod lost_updates;
mod machine;
#[cfg(feature = "page")]
mod page;
mod programs;
mod rehearsal;
mod replay;
mod report;
mod rows;
mod sample;
mod sct;
mod search;
mod session;
mod source;
mod spin;
mod states;
mod thousands;
mod tidy;
mod traces;
mod tree;
mod unreached;
mod wild;
