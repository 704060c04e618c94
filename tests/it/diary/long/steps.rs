//! What a life with the plan is made of.

use super::figures::{Report, Today};

/// On what something is typed.
#[derive(Debug, Clone, Copy)]
pub enum Device {
    Laptop,
    Tablet,
}

/// A step; first when, as `12-31T09:00`.
pub enum Step {
    /// On what, what is typed, and the slots and deliverables it is about.
    Do(&'static str, Device, &'static str, &'static str),
    /// `today`, of another date perhaps, and what it says.
    Today(&'static str, &'static str, Today),
    /// What `report` says.
    Report(&'static str, Report),
    /// The number of a milestone, and how it stands.
    Milestone(&'static str, usize, &'static str),
    /// What `recover` has to place, and the three ways.
    Ways(&'static str, &'static str, [&'static str; 3]),
    /// Dates, and what stands on them.
    Layout(&'static str, &'static [(&'static str, &'static str)]),
    /// A verb, and the whole screen.
    Screen(&'static str, &'static str, &'static str),
}

pub const fn laptop(time: &'static str, typed: &'static str, slots: &'static str) -> Step {
    Step::Do(time, Device::Laptop, typed, slots)
}

pub const fn tablet(time: &'static str, typed: &'static str, slots: &'static str) -> Step {
    Step::Do(time, Device::Tablet, typed, slots)
}
