//! placeholder, the map follows
pub mod calendar;
pub mod error;
pub mod escape;
pub mod model;
pub mod progress;
pub mod render;
pub mod source;
pub mod store;
pub mod summary;
