//! What has happened: events, the state they add up to, and which slot it belongs to when the plan
//! has been edited.

mod against;
mod brief;
mod event;
mod fingerprint;
mod fold;
mod folding;
mod link;
mod pair;
mod rest;
mod steps;
#[cfg(test)]
mod tests;

pub use against::{Against, Became, Named, Orphaned, against};
pub use brief::{Brief, Briefs};
pub use event::{Event, Order, Placement, What};
pub use fingerprint::Fingerprint;
pub use fold::{Mark, Note, Progress, State, fold};
pub use folding::{Folding, Says, Told};
pub use link::{Links, Orphan, OrphanWhy, fitting, link};
pub use pair::By;
pub use rest::{Rest, Rests};
pub use steps::{begun_twice, last_step, last_undone, live_ids};
