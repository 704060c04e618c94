//! Marks that do not fit the plan as it is now.

use serde::Serialize;

use crate::progress::{self, OrphanReason};

#[derive(Serialize)]
pub(super) struct Orphan<'a> {
    slot: &'a str,
    title: &'a str,
    why: &'static str,
    /// The new title, or the new id of a slot that moved.
    now: Option<&'a str>,
}

pub(super) fn orphans(orphans: &[progress::Orphan]) -> Vec<Orphan<'_>> {
    orphans.iter().map(Orphan::from).collect()
}

impl<'a> From<&'a progress::Orphan> for Orphan<'a> {
    fn from(orphan: &'a progress::Orphan) -> Self {
        let (why, now) = match &orphan.reason {
            OrphanReason::Retitled { now } => ("retitled", Some(now.as_str())),
            OrphanReason::Moved { to, .. } => ("moved", Some(to.as_str())),
            OrphanReason::Replaced { now } => ("replaced", Some(now.as_str())),
            OrphanReason::Gone => ("gone", None),
        };
        Self {
            slot: &orphan.slot,
            title: &orphan.title,
            why,
            now,
        }
    }
}
