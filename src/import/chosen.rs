//! The units of a document, and which of them are the plan's.

use super::label::{About, about};
use super::mark::Mark;
use super::nest::kind;
use super::node::{Document, Form};
use super::spent::Routine;
use super::unit::UnitKind;

/// The units of the plan. Every list is in the order of the document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(crate) phases: Vec<usize>,
    pub(crate) weeks: Vec<usize>,
    pub(crate) days: Vec<usize>,
    /// Months that are goals, not parts.
    pub(crate) milestones: Vec<usize>,
    /// Lines that name an exam or another event with its date.
    pub(crate) events: Vec<usize>,
    /// Days that are exams with their dates.
    pub(crate) exams: Vec<usize>,
    /// Units that say again what another says: the two of each.
    pub(crate) repeats: Vec<(usize, usize)>,
    /// Units of plans that could be followed instead.
    pub(crate) other_plans: Vec<usize>,
    /// Units in whose parent numbering begins again.
    pub(crate) restarts: Vec<usize>,
    /// Units that were found outside of what they belong to.
    pub(crate) continued: Vec<usize>,
    /// How any week is spent.
    pub(crate) routine: Option<Routine>,
}

impl Chosen {
    /// Whether a node is a phase, week or day of the plan.
    pub(super) fn is_unit(&self, at: usize) -> bool {
        let lists = [&self.phases, &self.weeks, &self.days];
        lists.into_iter().any(|list| has(list, at))
    }

    /// The days of the note: those of the plan, and exams.
    pub(super) fn days_and_exams(&self) -> Vec<usize> {
        let mut days: Vec<usize> = self.days.iter().chain(&self.exams).copied().collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// Whether a node is a unit of the plan, a milestone or an event.
    pub(super) fn is_part(&self, at: usize) -> bool {
        let lists = [&self.milestones, &self.events, &self.exams];
        self.is_unit(at) || lists.into_iter().any(|list| has(list, at))
    }
}

/// Whether a list in the order of the document has a node.
pub(super) fn has(list: &[usize], at: usize) -> bool {
    list.binary_search(&at).is_ok()
}

/// The units of a kind that are neither in a list of resources nor in what was said before.
pub(super) fn units(document: &Document, of: UnitKind) -> Vec<usize> {
    let is_unit = |index: &usize| {
        document.nodes[*index]
            .unit
            .as_ref()
            .is_some_and(|mark| mark.kind == of)
    };
    let is_free = |index: &usize| {
        let mut around = document.around(*index);
        !around.any(|at| document.nodes[at].repeats.is_some())
            && context(document, *index) != Some(About::Resources)
    };
    (1..document.nodes.len())
        .filter(is_unit)
        .filter(is_free)
        .collect()
}

/// What the sections around a unit are about, up to the unit they are in.
pub(super) fn context(document: &Document, index: usize) -> Option<About> {
    let mut around = document
        .around(index)
        .take_while(|at| document.nodes[*at].unit.is_none());
    let is_heading = |at: usize| document.nodes[at].form == Form::Heading;
    around.find_map(|at| {
        let node = &document.nodes[at];
        // The first heading is the note's title.
        let is_section = is_heading(at) && (1..at).any(is_heading) || node.form == Form::Bold;
        is_section.then(|| about(&node.text)).flatten()
    })
}

/// Whether there are weeks or days in a unit.
pub(super) fn holds_units(document: &Document, at: usize) -> bool {
    let below = document.below(at);
    let is_unit = |index: &&usize| {
        matches!(
            kind(&document.nodes[**index]),
            Some(UnitKind::Week | UnitKind::Day)
        )
    };
    below.iter().skip(1).any(|index| is_unit(&index))
}

/// The mark of a node that is a unit.
pub(super) fn mark_of(document: &Document, at: usize) -> Option<&Mark> {
    document.nodes[at].unit.as_ref()
}

/// The innermost of `outer` around a unit.
pub(super) fn parent(document: &Document, at: usize, outer: &[usize]) -> Option<usize> {
    document.around(at).find(|up| has(outer, *up))
}
