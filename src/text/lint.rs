//! Messages about what is suspicious in a plan, and about `plan check`.
//!
//! [`Message::LintHelp`]: super::Message::LintHelp

use chrono::Weekday;

use super::PlanName;
use crate::model::{Clock, LinkStatus, Minutes, Period};

/// A warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Lint {
    OverBudget {
        day: u32,
        planned: Minutes,
        budget: Minutes,
    },
    UnderBudget {
        day: u32,
        planned: Minutes,
        budget: Minutes,
    },
    BeforeDayStart {
        start: Clock,
        day_starts: Minutes,
    },
    LongSlot {
        planned: Minutes,
        limit: Minutes,
    },
    /// Calendar weeks of a phase: those it declares, and those its days cover.
    PeriodDiffers {
        phase: String,
        declared: u32,
        covered: u32,
    },
    Gap {
        after_day: u32,
        free_days: u32,
        /// What `rest` is once these days are declared; none if they can be no weekly rest, because
        /// the plan has days on such weekdays.
        rest: Vec<Weekday>,
    },
    /// Weekdays that the plan leaves free, and a day of the plan on them.
    RestDay {
        day: u32,
        weekdays: Vec<Weekday>,
    },
    TopicBeforePrerequisite {
        id: String,
        title: String,
        prerequisite: String,
        prerequisite_title: String,
    },
    TopicUnscheduled {
        id: String,
        title: String,
    },
    BadLink {
        title: String,
        url: Option<String>,
        status: LinkStatus,
        suggested: Option<String>,
    },
    ResourceUnused {
        title: String,
    },
    MilestoneLate {
        title: String,
        goal: String,
        due: Period,
        days_late: u32,
        /// Whether it is less, or nothing, for some dates of Day 1.
        at_most: bool,
    },
    AllowUnused {
        rule: String,
        at: String,
        /// Some of the places where the rule does find something.
        found_at: Vec<String>,
        more: usize,
    },
    AllowRepeated {
        rule: String,
        at: String,
    },
}

/// The entry of `allow` that accepts a warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Accept {
    pub(crate) rule: &'static str,
    pub(crate) at: String,
}

/// Messages about the review of a plan file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Check {
    /// What a valid plan holds, and what the review found.
    Summary {
        source: PlanName,
        /// How many phases; 0 if the plan is not divided into any.
        phases: usize,
        /// How many weeks.
        weeks: usize,
        /// How many days.
        days: usize,
        /// How many slots.
        slots: usize,
        /// How many entries of the library.
        resources: usize,
        /// How many topics.
        topics: usize,
        /// How many warnings that the file does not allow.
        warnings: usize,
        /// How many warnings that it allows.
        allowed: usize,
    },
    /// Why the file allows the warning above.
    Allowed {
        /// The reason in the file.
        why: String,
    },
}

/// The key of a plan file that leaves these weekdays free: `rest: sun`, `rest: [tue, thu]`.
pub(in crate::text) fn rest_key(weekdays: &[Weekday]) -> String {
    let names = weekdays.iter().map(|day| day.to_string().to_lowercase());
    let names: Vec<String> = names.collect();
    match names.as_slice() {
        [only] => format!("rest: {only}"),
        several => format!("rest: [{}]", several.join(", ")),
    }
}
