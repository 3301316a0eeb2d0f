//! The application without a screen.
//!
//! `protocol` and `view` are the plain data that page and engine exchange, `port` what an engine
//! must offer. `update` turns a message into the next model and the effects it asks for; `marks`,
//! `scene` and `axis` turn the model into what is drawn. Nothing here touches the browser, a
//! clock or a thread: the same code runs in the page, in the worker and in tests.

pub mod actors;
pub mod axis;
pub mod chart;
pub mod desk;
pub mod engine;
pub mod findings;
pub mod keys;
pub mod lessons;
pub mod link;
pub mod marks;
pub mod message;
pub mod model;
pub mod opening;
pub mod port;
pub mod protocol;
pub mod rail;
pub mod scene;
pub mod scene_columns;
pub mod scene_ring;
pub mod search;
pub mod states;
pub mod tree;
pub mod update;
pub mod verdict;
pub mod view;
