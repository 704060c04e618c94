//! How much of everything a document has, as a careful reader counts it.

use super::chosen::Chosen;
use super::library::has_address;
use super::nest::kind;
use super::node::{Document, Form, Node};
use super::unit::Kind;

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

/// Counts the units of a document.
pub(super) fn count(document: &Document, chosen: &Chosen) -> Counts {
    let inside = inside(document, chosen);
    let slots = inside
        .iter()
        .filter(|at| kind(&document.nodes[**at]) == Some(Kind::Slot))
        .count();
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

/// The nodes below units of the plan, without those.
fn inside(document: &Document, chosen: &Chosen) -> Vec<usize> {
    let is_unit = |at: &usize| {
        chosen.phases.contains(at) || chosen.weeks.contains(at) || chosen.days.contains(at)
    };
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
    all.filter(belongs).filter(|at| !is_unit(at)).collect()
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
