//! What has happened: events, and the state they add up to.

mod event;

pub use event::{Event, Order, What};
