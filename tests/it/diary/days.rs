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

/// What `today` says at 08:30: what sort of day it is, the number of its entry in the plan and
/// of its slots, what is overdue in this order, and the next entry with something left to do.
#[derive(Debug, PartialEq)]
pub struct Morning<'a> {
    pub kind: &'a str,
    pub day: Option<u32>,
    pub slots: usize,
    pub overdue: &'a str,
    pub next: Option<u32>,
}

/// When, what is typed, and the slots it is about.
pub struct Act(pub &'static str, pub &'static str, pub &'static str);

/// When, and the figures.
pub struct Evening(pub &'static str, pub Figures);

/// What an evening comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    pub week: Tally,
    pub plan: Tally,
    /// In hundredths; then the slots behind.
    pub pace: Option<(u32, i32)>,
    /// The week to come: its number, slots and minutes.
    pub next: Option<(u32, u32, u32)>,
}

/// Counts: slots, done, skipped, overdue, due. Minutes: planned, of those done, of those due,
/// measured, assumed.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally(pub [u32; 5], pub [u32; 5]);

pub const fn study(
    day: u32,
    slots: usize,
    overdue: &'static str,
    next: Option<u32>,
) -> Morning<'static> {
    let (kind, day) = ("study", Some(day));
    Morning {
        kind,
        day,
        slots,
        overdue,
        next,
    }
}

pub const fn off(kind: &'static str, overdue: &'static str, next: Option<u32>) -> Morning<'static> {
    Morning {
        kind,
        day: None,
        slots: 0,
        overdue,
        next,
    }
}

pub const fn evening(
    at: &'static str,
    week: Tally,
    plan: Tally,
    pace: (u32, i32),
    next: Option<(u32, u32, u32)>,
) -> Evening {
    let pace = Some(pace);
    Evening(
        at,
        Figures {
            week,
            plan,
            pace,
            next,
        },
    )
}
