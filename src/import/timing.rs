//! How much time a day a note says that its plan takes.

use super::breaks::is_break;
use super::chosen::{Chosen, has};
use super::clock::Times;
use super::hours::Stated;
use super::node::{Document, Form};

/// What the note states about study time before the first week, or in the first.
pub(super) fn stated(document: &Document, chosen: &Chosen) -> (Stated, Option<u32>) {
    let mut stated = Stated::default();
    let second = chosen
        .weeks
        .get(1)
        .or(chosen.days.get(1))
        .copied()
        .unwrap_or(document.nodes.len());
    let mut first = None;
    for at in 1..document.nodes.len() {
        if at >= second && stated.hours().is_some() {
            break;
        }
        let node = &document.nodes[at];
        // A day of the plan says how long it takes itself, not how long every day does.
        if has(&chosen.days, at) && node.form != Form::Heading {
            continue;
        }
        let mut text = node.text.clone();
        for child in &node.children {
            let child = &document.nodes[*child];
            if matches!(node.form, Form::Row(_)) {
                text = format!("{text} {}", child.text);
            }
        }
        if let Some(label) = &node.label {
            text = format!("{label} {text}");
        }
        // Later, little time is that of a habit, not of the plan.
        let is_little = at >= second
            && super::length::find_length(&text).is_none_or(|(length, _)| length.high < 45);
        if !is_little && stated.read(&text) && first.is_none() {
            first = Some(node.line());
        }
    }
    if stated.hours().is_none() {
        first = template(document, chosen, &mut stated);
    }
    (stated, first)
}

/// The time of a general day, by its times: where no day has any.
fn template(document: &Document, chosen: &Chosen, stated: &mut Stated) -> Option<u32> {
    let is_unit = |at: usize| has(&chosen.days, at) || has(&chosen.weeks, at);
    let is_repeated = |at: usize| document.nodes[at].repeats.is_some();
    let timed = (1..document.nodes.len())
        .filter(|at| document.nodes[*at].times.is_some())
        .filter(|at| !document.around(*at).any(is_repeated));
    let timed: Vec<usize> = timed.collect();
    let inside = |at: &usize| document.around(*at).any(is_unit);
    if timed.iter().any(inside) || chosen.days.is_empty() && chosen.weeks.is_empty() {
        return None;
    }
    let work = timed
        .iter()
        .map(|at| &document.nodes[*at])
        .filter(|node| !is_break(&node.text));
    let minutes: u32 = work.filter_map(|node| node.times).map(Times::length).sum();
    if (30..=16 * 60).contains(&minutes) {
        stated.set_daily(minutes);
        return timed.first().map(|at| document.nodes[*at].line());
    }
    None
}
