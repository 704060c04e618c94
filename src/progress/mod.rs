//! What has happened: events, and the state they add up to.

mod event;
mod fold;
mod link;
mod rest;
mod steps;
mod sum;
#[cfg(test)]
mod tests;

pub use event::{Event, Order, Seat, What};
pub use fold::{Mark, Note, Progress, State, fold};
pub use link::{Links, Orphan, OrphanWhy, link};
pub use rest::{Rest, Rests};
pub use steps::{last_step, last_undone, live_ids};
pub use sum::Sum;
