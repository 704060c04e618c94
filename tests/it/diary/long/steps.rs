//! What a life with the plan is made of.

use super::figures::{Report, Today};

/// On what something is typed.
#[derive(Debug, Clone, Copy)]
pub enum Device {
    Laptop,
    Tablet,
}

/// A step; `at` is when, as `12-31T09:00`.
pub enum Step {
    /// A command, and the ids of the slots and deliverables that it must be about.
    Do {
        at: &'static str,
        device: Device,
        typed: &'static str,
        slots: &'static str,
    },
    /// What `today` says, of another date perhaps.
    Today {
        at: &'static str,
        typed: &'static str,
        shows: Today,
    },
    /// What `report` says.
    Report { at: &'static str, shows: Report },
    /// The status of a milestone, as [`super::milestone`] writes it.
    Milestone {
        at: &'static str,
        number: usize,
        shows: &'static str,
    },
    /// What `recover` has to place, and its three ways, as [`super::way`] writes them.
    Ways {
        at: &'static str,
        stranded: &'static str,
        ways: [&'static str; 4],
    },
    /// Dates, each with its slots.
    Layout {
        at: &'static str,
        dates: &'static [(&'static str, &'static str)],
    },
    /// A whole screen.
    Screen {
        at: &'static str,
        typed: &'static str,
        shows: &'static str,
    },
}

/// A [`Step::Do`] on the laptop.
macro_rules! laptop {
    ($($field:ident: $value:expr),+ $(,)?) => {
        Step::Do { device: Device::Laptop, $($field: $value),+ }
    };
}

/// A [`Step::Do`] on the tablet.
macro_rules! tablet {
    ($($field:ident: $value:expr),+ $(,)?) => {
        Step::Do { device: Device::Tablet, $($field: $value),+ }
    };
}

pub(super) use {laptop, tablet};
