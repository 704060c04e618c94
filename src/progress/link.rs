//! Marks laid beside the plan: which slot each belongs to now, and which belong to none.

use std::collections::HashMap;

use super::{Mark, Progress};
use crate::model::Plan;

/// Marks by slot or deliverable of the plan, and what could not be laid beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Links {
    /// What is known of each slot or deliverable that has marks, by its id.
    pub marks: HashMap<String, Mark>,
    /// Marks that belong to no slot of the plan, or to one that is called otherwise now.
    pub orphans: Vec<Orphan>,
}

/// Marks that do not fit the plan as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orphan {
    /// The slot id they were made under.
    pub slot: String,
    /// The title they were made under.
    pub title: String,
    /// What they say.
    pub mark: Mark,
    /// Why they do not fit.
    pub why: OrphanWhy,
}

/// Why marks do not fit the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrphanWhy {
    /// The slot keeps its id but is called otherwise now; its marks count.
    Retitled {
        /// Its title now.
        now: String,
    },
    /// The one slot of that title has another id; its marks do not count until relinked.
    Moved {
        /// The id of that slot.
        to: String,
    },
    /// No slot has that id or title, or several have the title; the marks do not count.
    Gone,
}

/// Lays marks beside the plan. A mark counts for the slot of its id if the titles agree, or if
/// the mark's title is nowhere else in the plan. It is never given to another slot without a
/// `moved` event that says so.
#[must_use]
pub fn link(progress: &Progress, plan: &Plan) -> Links {
    let mut by_id: HashMap<&str, &str> = HashMap::new();
    let mut by_title: HashMap<&str, Vec<&str>> = HashMap::new();
    let slots = plan
        .places()
        .map(|place| (place.slot.id.as_str(), place.slot.title.as_str()));
    let deliverables = plan.weeks().flat_map(|(_, week)| &week.deliverables);
    let deliverables = deliverables.map(|what| (what.id.as_str(), what.text.as_str()));
    for (id, title) in slots.chain(deliverables) {
        by_id.insert(id, title);
        by_title.entry(title).or_default().push(id);
    }
    let mut links = Links::default();
    for ((id, title), mark) in &progress.marks {
        let elsewhere = by_title.get(title.as_str()).map_or(&[][..], Vec::as_slice);
        let now = by_id.get(id.as_str()).copied();
        let why = match (now, elsewhere) {
            (Some(now), _) if now == title => None,
            (Some(now), []) => Some(OrphanWhy::Retitled {
                now: now.to_owned(),
            }),
            (_, [only]) => Some(OrphanWhy::Moved {
                to: (*only).to_owned(),
            }),
            _ => Some(OrphanWhy::Gone),
        };
        if matches!(why, None | Some(OrphanWhy::Retitled { .. })) {
            links.marks.entry(id.clone()).or_default().absorb(mark);
        }
        if let Some(why) = why {
            links.orphans.push(Orphan {
                slot: id.clone(),
                title: title.clone(),
                mark: mark.clone(),
                why,
            });
        }
    }
    links.orphans.retain(|orphan| !orphan.mark.is_bare());
    links
}
