//! placeholder, the map follows
pub mod error;
pub mod escape;
pub mod model;
pub mod progress;
pub mod store;
