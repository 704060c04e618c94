//! How much of everything a document has, as a careful reader counts it.

use super::chosen::{Chosen, has};
use super::library::has_address;
use super::nest::kind;
use super::node::{Document, Form, Node};
use super::unit::UnitKind;
use crate::model::Plan;

/// What was found in a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Counts {
    pub(crate) phases: usize,
    pub(crate) weeks: usize,
    pub(crate) days: usize,
    /// Slots with times.
    pub(crate) slots: usize,
    /// What there is to do, by the smallest parts that the note has.
    pub(crate) items: usize,
    pub(crate) resources: usize,
    pub(crate) links: usize,
    pub(crate) milestones: usize,
}

/// How much of everything the plan has that was made of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Planned {
    /// Phases with a name.
    pub(crate) phases: usize,
    /// Weeks with a number.
    pub(crate) weeks: usize,
    pub(crate) days: usize,
    pub(crate) slots: usize,
    pub(crate) resources: usize,
    pub(crate) milestones: usize,
}

impl Planned {
    /// Counts the parts of a plan.
    pub(super) fn of(plan: &Plan) -> Self {
        let named = plan.phases.iter().filter(|phase| phase.title.is_some());
        let numbered = plan.weeks().filter(|(_, week)| week.number.is_some());
        Self {
            phases: named.count(),
            weeks: numbered.count(),
            days: plan.days().count(),
            slots: plan.slots().count(),
            resources: plan.resources.len(),
            milestones: plan.milestones.len(),
        }
    }
}

/// Counts the units of a document.
pub(super) fn count(document: &Document, chosen: &Chosen) -> Counts {
    // A day that is an exam is a day of the note.
    let chosen = &Chosen {
        days: chosen.days_and_exams(),
        ..chosen.clone()
    };
    let inside = inside(document, chosen);
    let slots = inside
        .iter()
        .filter(|at| kind(&document.nodes[**at]) == Some(UnitKind::Slot))
        .count();
    let slots = slots + timed_days(document, chosen);
    let links = document
        .nodes
        .iter()
        .filter(|node| has_address(node))
        .map(|node| node.links.len())
        .sum();
    Counts {
        phases: chosen.phases.len(),
        weeks: chosen.weeks.len(),
        days: chosen.days.len(),
        slots,
        items: if slots > 0 {
            slots
        } else {
            items(document, chosen, &inside)
        },
        resources: 0,
        links,
        milestones: 0,
    }
}

/// How many days have times of their own, and no slots with others.
fn timed_days(document: &Document, chosen: &Chosen) -> usize {
    let has_slots = |at: usize| {
        let below = document.below(at);
        let mut nodes = below.iter().map(|index| &document.nodes[*index]);
        nodes.any(|node| node.times.is_some())
    };
    let is_timed = |at: &&usize| {
        let unit = document.nodes[**at].unit.as_ref();
        unit.is_some_and(|mark| mark.times.is_some()) && !has_slots(**at)
    };
    chosen.days.iter().filter(is_timed).count()
}

/// The nodes below units of the plan, without those.
fn inside(document: &Document, chosen: &Chosen) -> Vec<usize> {
    let is_unit = |at: &usize| chosen.is_unit(*at);
    let all = 1..document.nodes.len();
    let belongs = |at: &usize| {
        let mut around = document
            .around(*at)
            .take_while(|up| document.nodes[*up].repeats.is_none());
        document.nodes[*at].repeats.is_none() && around.any(|up| is_unit(&up))
    };
    if chosen.phases.is_empty() && chosen.weeks.is_empty() && chosen.days.is_empty() {
        return all
            .filter(|at| document.nodes[*at].repeats.is_none())
            .collect();
    }
    // A unit that is a line of a list, with nothing below it, is also what there is to do.
    let is_line = |at: &usize| {
        let node = &document.nodes[*at];
        node.form == Form::Item && node.children.is_empty() && node.times.is_none()
    };
    let is_leaf = |at: &usize| has(&chosen.days, *at) && is_line(at);
    all.filter(|at| is_leaf(at) || belongs(at) && !is_unit(at))
        .collect()
}

/// Entries of rows, else check boxes, else tasks of a chart, else the innermost lines; only those
/// with links if most have some.
fn items(document: &Document, chosen: &Chosen, inside: &[usize]) -> usize {
    let node = |at: &usize| &document.nodes[*at];
    let smallest = [&chosen.days, &chosen.weeks, &chosen.phases]
        .into_iter()
        .find(|list| !list.is_empty());
    if let Some(rows) =
        smallest.filter(|list| list.iter().all(|at| matches!(node(at).form, Form::Row(_))))
    {
        let lists = rows.iter().map(|row| {
            let below = document.below(*row);
            below
                .iter()
                .filter(|at| node(at).form == Form::Item && node(at).depth >= node(row).depth + 2)
                .count()
                .max(1)
        });
        return lists.sum();
    }
    let boxes = inside.iter().filter(|at| node(at).tick.is_some()).count();
    if boxes > 0 {
        return boxes;
    }
    let is_leaf =
        |node: &&Node| node.children.is_empty() && matches!(node.form, Form::Item | Form::Row(_));
    let leaves: Vec<&Node> = inside.iter().map(node).filter(is_leaf).collect();
    let linked = leaves
        .iter()
        .filter(|node| {
            node.links.iter().any(|link| !link.url.is_empty()) || node.text.contains("](http")
        })
        .count();
    if linked * 5 > leaves.len() * 4 {
        linked
    } else {
        leaves.len()
    }
}
