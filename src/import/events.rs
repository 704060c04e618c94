//! Exams and other events whose date a note names.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::builder::Builder;
use super::chosen::Chosen;
use super::clock::find_start;
use super::date::{Dated, dated};
use super::fields::whole;
use super::label::{has_word, split};
use super::label_kind::names_exam;
use super::length::find_length;
use super::node::{Document, Form};
use super::scan::{Scan, folded};
use super::timing::date_near;
use super::titles::shortened;
use crate::model::{EventKind, FixedEvent, SlotId};

const EVENT: [&str; 6] = ["deadline", "due date", "interview", "截止", "报名", "面试"];

/// The lines that name an exam with its date, or anything else with a date and a time of day; units
/// of the plan are no such lines.
pub(super) fn lines(document: &Document, chosen: &Chosen) -> Vec<usize> {
    let is_free = |at: &usize| {
        let node = &document.nodes[*at];
        let is_line = matches!(node.form, Form::Item | Form::Line | Form::Bold);
        let mut around = document.around(*at);
        is_line
            && node.unit.is_none()
            && node.children.is_empty()
            && !around
                .any(|up| document.nodes[up].repeats.is_some() || chosen.milestones.contains(&up))
    };
    let nodes = (1..document.nodes.len()).filter(is_free);
    nodes
        .filter(|at| parts(&whole(&document.nodes[*at])).is_some())
        .collect()
}

/// What a line says about an event.
struct Parts {
    name: String,
    dated: Dated,
    /// What follows the date.
    rest: String,
}

fn parts(text: &str) -> Option<Parts> {
    const LONGEST: usize = 30;
    let scan = Scan::new(text);
    let starts = (1..scan.len().min(LONGEST))
        .filter(|at| !scan.folded[at - 1].is_alphanumeric() || !scan.folded[*at].is_ascii());
    let mut found = starts.filter_map(|at| Some((at, dated(&scan.folded, at)?)));
    let (at, (dated, end)) = found.next()?;
    let name = scan.slice(0, at);
    let rest = scan.rest(end);
    let is_exam = names_exam(&name);
    let has_label = split(text).is_some_and(|(label, _)| label.chars().count() <= at);
    let lower = folded(&name);
    let is_fixed = EVENT.iter().any(|word| has_word(&lower, word));
    let is_event = is_exam || is_fixed || has_label && find_start(&rest).is_some();
    (is_event && dated.days() == 1).then_some(Parts { name, dated, rest })
}

/// The events of a note. A date without a year is the nearest one to half a year ahead.
pub(super) fn read(builder: &mut Builder, today: NaiveDate) -> Vec<FixedEvent> {
    let document = builder.document;
    let date = |dated| date_near(document, dated, today + Days::new(180));
    let mut events = Vec::new();
    let mut taken = BTreeSet::new();
    for node in builder.chosen.events.iter().map(|at| &document.nodes[*at]) {
        if let Some(event) = event(&whole(node), date, &mut taken) {
            builder.ledger.place(node);
            events.push(event);
        }
    }
    events
}

fn event(
    text: &str,
    date: impl Fn(Dated) -> Option<NaiveDate>,
    taken: &mut BTreeSet<String>,
) -> Option<FixedEvent> {
    let Parts { name, dated, rest } = parts(text)?;
    let name = name.trim_end_matches(|c: char| !c.is_alphanumeric());
    let name = [" on", " is", " date"]
        .iter()
        .fold(name, |name, word| name.strip_suffix(word).unwrap_or(name));
    let length = find_length(&rest).map(|(length, _)| length.low);
    let (times, before, after) = match find_start(&rest) {
        Some((times, before, after)) => (Some(times), before, after),
        None => (None, String::new(), rest),
    };
    let time = times.and_then(|times| times.window().or_else(|| times.lasting(length?)));
    // A time without an end stays in the title.
    let open = times.filter(|_| time.is_none());
    let open = open.and_then(|times| crate::model::Clock::from_minutes(times.start));
    let mut title = name.trim_end_matches([':', '：']).to_owned();
    for more in [
        before,
        open.map(|time| time.to_string()).unwrap_or_default(),
        after,
    ] {
        let more = more.trim_matches(|c: char| !c.is_alphanumeric() && !"()（）".contains(c));
        let more = more.strip_suffix("at").unwrap_or(more).trim();
        if more.contains(char::is_alphanumeric) {
            title = format!("{title}, {more}");
        }
    }
    let kind = if names_exam(name) {
        EventKind::Exam
    } else {
        EventKind::Event
    };
    let ids = (1..).map(|number| match number {
        1 => kind.name().to_owned(),
        _ => format!("{}-{number}", kind.name()),
    });
    let id = ids.into_iter().find(|id| taken.insert(id.clone()))?;
    Some(FixedEvent {
        id: SlotId::new(&id)?,
        kind,
        title: shortened(&title),
        date: date(dated)?,
        time,
        covers: Vec::new(),
    })
}
