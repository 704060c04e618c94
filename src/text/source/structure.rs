//! Problems between parts of a plan.
#![allow(missing_docs, reason = "variants and arguments name themselves")]

use super::Level;
use crate::model::{Clock, Window};

/// A problem between parts of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum StructureProblem {
    UnknownTopic {
        id: String,
        nearest: Option<String>,
        /// Some of the known topics, for when none is near.
        known: Vec<String>,
        more: usize,
        /// The topics that it names, if it names several.
        several: Vec<String>,
    },
    UnknownResource {
        id: String,
        nearest: Option<String>,
    },
    UnknownTarget {
        name: String,
        several: Vec<String>,
    },
    /// An event covers something that is not in the plan.
    UnknownCover {
        name: String,
        /// The names that it is made of, if it is several.
        several: Vec<String>,
    },
    CoversNothing {
        key: &'static str,
    },
    DuplicateId {
        id: String,
    },
    /// Each topic comes after the next one, and the last after the first.
    Cycle {
        topics: Vec<String>,
    },
    NoSlots,
    NoLists {
        level: Level,
        keys: Vec<&'static str>,
    },
    EmptyList {
        key: &'static str,
    },
    TwoLists {
        first: &'static str,
        second: &'static str,
    },
    OutOfOrder {
        level: Level,
        number: u32,
        last: u32,
    },
    EmptyDay {
        number: u32,
    },
    EndBeforeStart {
        start: Clock,
        end: Clock,
    },
    Overlap {
        time: Window,
        other: Window,
        title: String,
    },
    WeekdayCount {
        days: u32,
        weekdays: u32,
    },
}
