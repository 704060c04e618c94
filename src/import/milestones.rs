//! Milestones: lines in units that are labelled so, and when one is due.

use chrono::{Days, NaiveDate, Weekday};

use super::chosen::{Chosen, has};
use super::date::{Dated, find_date};
use super::fields::labelled;
use super::label::{About, about};
use super::mark::Mark;
use super::node::{Document, Form, Node};
use super::recognise::{mark, somewhere};
use super::unit::{MarkPlace, UnitKind};
use super::years::date_near;
use crate::calendar::Calendar;
use crate::model::{Dates, MilestoneDue, Period, Plan};

/// The lines in units of the plan that are milestones by their label, or by the heading they are
/// below. One with a box to tick is something to do, unless its own label says what it is.
pub(super) fn inside_units(document: &Document, chosen: &Chosen) -> Vec<usize> {
    let is_unit = |at: usize| chosen.is_unit(at);
    let mut found: Vec<usize> = Vec::new();
    for at in 1..document.nodes.len() {
        let node = &document.nodes[at];
        // One that has been reached is a task that is done.
        let is_task = node.tick == Some(true) || node.tick.is_some() && !is_own(node);
        let is_free = node.unit.is_none() && node.times.is_none() && !is_task;
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
        let mut below = document.below(at).into_iter().skip(1);
        if !is_inside || is_known || is_repeated || below.any(is_work) {
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

/// Whether a line says itself that it is a milestone, and which.
fn is_own(node: &Node) -> bool {
    let (label, text) = labelled(node);
    label.is_some_and(|label| about(&label) == Some(About::Milestones)) && !text.is_empty()
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
    let marked = document.nodes[at].due;
    if let Some(date) = marked.or_else(|| dates.next()) {
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

/// Makes milestones that are due after so many weeks due on the last date of that week: its Sunday, but
/// neither in the week after nor when the plan is over.
pub(super) fn at_ends(plan: &mut Plan, start: NaiveDate) {
    let dates = Calendar::lay(plan, start).days;
    let weeks = plan.days().map(|(_, _, week, _)| week.number);
    let days: Vec<(Option<u32>, Dates)> = weeks.zip(dates).collect();
    let Some(end) = days.iter().map(|(_, dates)| dates.last).max() else {
        return;
    };
    let last_of = |number: u32| {
        let at = days.iter().rposition(|(week, _)| *week == Some(number))?;
        let sunday = days[at].1.last.week(Weekday::Mon).last_day();
        let next = days.get(at + 1).and_then(|(_, next)| next.first.pred_opt());
        Some(next.map_or(sunday, |next| next.min(sunday)))
    };
    for milestone in &mut plan.milestones {
        let Some(MilestoneDue::After(Period::Weeks(number))) = milestone.due else {
            continue;
        };
        let monday = start.week(Weekday::Mon).first_day();
        let sunday = || monday.checked_add_days(Days::new(u64::from(number) * 7 - 1));
        let Some(due) = last_of(number).or_else(sunday) else {
            continue;
        };
        // A week that the plan does not have ends later.
        let is_over = (due - end).num_days() < 7;
        let due = if is_over { due.min(end) } else { due };
        let days = (due - start).num_days().max(1);
        let days = u32::try_from(days).unwrap_or(1);
        milestone.due = Some(MilestoneDue::After(Period::Days(days)));
    }
}
