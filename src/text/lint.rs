//! Warnings about plans that can be followed, and with [`Message::LintHelp`] what to do about them.
//!
//! [`Message::LintHelp`]: super::Message::LintHelp
#![allow(missing_docs, reason = "variants and arguments name themselves")]

use crate::model::{LinkStatus, Minutes, Period};

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
    },
    TopicBeforePrerequisite {
        id: String,
        title: String,
        prerequisite: String,
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
