//! placeholder, the map follows
pub mod calendar;
pub mod error;
pub mod escape;
pub mod model;
pub mod progress;
pub mod source;
pub mod summary;
