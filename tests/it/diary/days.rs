//! Three weeks of a learner's life with the seed's nineteen days, and what they come to, worked
//! out by hand: from the slots of the plan, what was done, and what the words mean.
//!
//! A usual day has slots of 90, 75, 90 and 105 minutes: 360. Day 2 has one of 90, Day 6 three of
//! 90, 75 and 210 (375), Day 7 two of 180 and 210 (390), Day 18-19 two without a time. So the
//! calendar weeks hold 22, 20 and 22 slots and 4 × 360 + 90 + 375 + 390 = 2295, 1800 and 1800
//! minutes: 64 slots and 5895 minutes together. On 1 December the plan is changed: a slot of 60
//! minutes more in Day 2, and 15 minutes less in Day 8.

/// A day: what the morning shows, what is done, what the evening comes to.
pub struct Day {
    pub date: &'static str,
    pub morning: Morning<'static>,
    pub acts: &'static [Act],
    pub evening: Evening,
}

/// What `today` says at 08:30.
#[derive(Debug, PartialEq)]
pub struct Morning<'a> {
    pub kind: &'a str,
    /// The number of the date's entry in the plan, and of its slots.
    pub day: Option<u32>,
    pub slots: usize,
    /// The ids of overdue slots, in this order.
    pub overdue: &'a str,
    /// The number of the next entry with an open slot.
    pub next: Option<u32>,
}

/// A study day with nothing overdue and nothing after it.
pub const STUDY: Morning = Morning {
    kind: "study",
    day: None,
    slots: 0,
    overdue: "",
    next: None,
};

/// A command, and the ids of the slots that it must be about.
pub struct Act {
    pub at: &'static str,
    pub typed: &'static str,
    pub slots: &'static str,
}

/// An [`Act`] on one line.
macro_rules! act {
    ($($field:ident: $value:expr),+ $(,)?) => {
        Act { $($field: $value),+ }
    };
}

/// What `report` says in the evening; `today` gives the same tallies.
#[derive(Debug, Clone, PartialEq)]
pub struct Evening {
    pub at: &'static str,
    pub week: Tally,
    pub plan: Tally,
    /// In hundredths.
    /// Without the 90 minutes skipped on 27 November and, from 6 December on, 105 more. Quotients in
    /// the comments are still of all minutes due.
    pub pace: u32,
    pub slots_behind: i32,
    pub next: Option<NextWeek>,
}

/// The week to come, and what is in the future of it.
#[derive(Debug, Clone, PartialEq)]
pub struct NextWeek {
    pub week: u32,
    pub slots: u32,
    pub minutes: u32,
}

/// How many slots there are, and how many of them are done, skipped, overdue and due; then minutes:
/// planned, planned for slots that are done and that are due, measured, and assumed where nothing was
/// measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    pub slots: u32,
    pub done: u32,
    pub skipped: u32,
    pub overdue: u32,
    pub due: u32,
    pub planned: u32,
    pub planned_done: u32,
    pub planned_due: u32,
    pub measured: u32,
    pub assumed: u32,
}

pub const NONE: Tally = Tally {
    slots: 0,
    done: 0,
    skipped: 0,
    overdue: 0,
    due: 0,
    planned: 0,
    planned_done: 0,
    planned_due: 0,
    measured: 0,
    assumed: 0,
};

/// A [`Tally`] in which fields that are not given are 0.
macro_rules! tally {
    ($($field:ident: $value:expr),+ $(,)?) => {{
        #[allow(clippy::needless_update, reason = "some tallies name every field")]
        let tally = Tally { $($field: $value,)+ ..NONE };
        tally
    }};
}

pub(super) use {act, tally};
