//! Milestones: lines in units that are labelled so, and when one is due.

use chrono::{Days, NaiveDate};

use super::chosen::{Chosen, has};
use super::date::{Dated, find_date};
use super::fields::labelled;
use super::label::{About, about};
use super::mark::Mark;
use super::node::{Document, Form};
use super::recognise::{mark, somewhere};
use super::unit::{MarkPlace, UnitKind};
use super::years::date_near;
use crate::model::{MilestoneDue, Period};

/// The lines in units of the plan that are milestones by their label, or by the heading they are
/// below. One with a box to tick is something to do.
pub(super) fn inside_units(document: &Document, chosen: &Chosen) -> Vec<usize> {
    let is_unit = |at: usize| chosen.is_unit(at);
    let mut found: Vec<usize> = Vec::new();
    for at in 1..document.nodes.len() {
        let node = &document.nodes[at];
        let is_free = node.unit.is_none() && node.times.is_none() && node.tick.is_none();
        if !is_free || node.repeats.is_some() || !is_labelled(document, at) {
            continue;
        }
        let around: Vec<usize> = document.around(at).collect();
        let is_inside = around.iter().any(|up| is_unit(*up));
        let is_known = around.iter().any(|up| has(&found, *up));
        let is_repeated = around
            .iter()
            .any(|up| document.nodes[*up].repeats.is_some());
        let is_work = |index: usize| is_unit(index) || document.nodes[index].tick.is_some();
        if !is_inside || is_known || is_repeated || document.below(at).into_iter().any(is_work) {
            continue;
        }
        if labelled(node).1.is_empty() || labelled(node).0.is_none() {
            found.extend(&node.children);
        } else {
            found.push(at);
        }
    }
    found
}

/// Whether a line's label, or a title over other lines, says that it is a milestone.
fn is_labelled(document: &Document, at: usize) -> bool {
    let node = &document.nodes[at];
    let label = match labelled(node).0 {
        Some(label) => label,
        None if node.children.is_empty() => return false,
        None if matches!(node.form, Form::Heading | Form::Bold) => node.text.clone(),
        None => return false,
    };
    about(&label) == Some(About::Milestones)
}

/// When a milestone is due: on the date or at the end of the unit that it names, or else of the unit
/// that it is in.
pub(super) fn due(document: &Document, at: usize, today: NaiveDate) -> Option<MilestoneDue> {
    let below = document.below(at);
    let mut dates = below.iter().filter_map(|index| {
        let node = &document.nodes[*index];
        let own = node.unit.as_ref().and_then(|mark| mark.dated);
        let dated =
            own.or_else(|| find_date(&node.text).filter(|dated| is_date(&node.text, *dated)))?;
        date_near(document, dated, today + Days::new(180))
    });
    if let Some(date) = dates.next() {
        return Some(MilestoneDue::On(date));
    }
    let texts = below.iter().map(|index| &document.nodes[*index]);
    let named = texts.filter_map(|node| {
        let own = node
            .unit
            .clone()
            .or_else(|| mark(&node.text, MarkPlace::Heading));
        own.filter(|mark| mark.numbers.is_some())
            .or_else(|| somewhere(&node.text))
    });
    let around = document.around(at);
    let around = around.filter_map(|up| document.nodes[up].unit.clone());
    let mut marks = named.chain(around);
    marks.find_map(|mark| end(&mark)).map(MilestoneDue::After)
}

/// Whether a date in a text is one: `3/4 of the exercises` has none.
fn is_date(text: &str, dated: Dated) -> bool {
    dated.first.year.is_some() || !text.contains(['/', '／'])
}

/// The end of a unit with a number.
fn end(mark: &Mark) -> Option<Period> {
    let (_, last) = mark
        .numbers
        .or(mark.weeks.filter(|_| mark.kind == UnitKind::Phase))?;
    let last = Some(last).filter(|last| (1..=999).contains(last) && !mark.is_calendar)?;
    match mark.kind {
        UnitKind::Month => Some(Period::Months(last)),
        UnitKind::Week => Some(Period::Weeks(last)),
        UnitKind::Day => Some(Period::Days(last)),
        UnitKind::Phase if mark.weeks.is_some() => mark.weeks.map(|(_, last)| Period::Weeks(last)),
        _ => None,
    }
}
