//! Exams and other events whose date a note names.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::builder::Builder;
use super::chosen::{Chosen, has};
use super::clock::find_start;
use super::date::{Dated, dated};
use super::fields::whole;
use super::label::{About, about, has_word, split};
use super::label_kind::{is_exam, names_exam};
use super::length::find_length;
use super::node::{Document, Form};
use super::scan::{Scan, folded};
use super::titles::shortened;
use super::years::date_near;
use crate::model::{EventKind, FixedEvent, SlotId, Window};

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
            && !is_goal(&node.text)
            && !around
                .any(|up| document.nodes[up].repeats.is_some() || chosen.milestones.contains(&up))
    };
    let nodes = (1..document.nodes.len()).filter(is_free);
    nodes
        .filter(|at| parts(&whole(&document.nodes[*at])).is_some())
        .collect()
}

/// Whether a line is labelled as a goal.
fn is_goal(text: &str) -> bool {
    split(text).is_some_and(|(label, _)| about(&label) == Some(About::Goals))
}

/// The days of the plan with a date whose title is that of an exam. One with other days around it is
/// no day of study.
pub(super) fn exam_days(document: &mut Document, chosen: &mut Chosen) {
    let is_exam_day = |at: &usize| {
        let node = &document.nodes[*at];
        let mark = node.unit.as_ref();
        let mark = mark.filter(|mark| mark.dated.is_some_and(|dated| dated.days() == 1));
        mark.is_some_and(|mark| is_exam(&mark.title))
    };
    let (exams, days): (Vec<usize>, Vec<usize>) =
        chosen.days.iter().partition(|at| is_exam_day(at));
    let has_others = |exam: usize| {
        let parent = document.nodes[exam].parent;
        document.nodes[parent]
            .children
            .iter()
            .any(|at| has(&days, *at))
    };
    let is_line = |exam: usize| {
        document.below(exam).len() == 1 || matches!(document.nodes[exam].form, Form::Row(_))
    };
    let free: Vec<usize> = exams
        .iter()
        .copied()
        .filter(|exam| has_others(*exam) && is_line(*exam))
        .collect();
    chosen.days.retain(|at| !has(&free, *at));
    chosen.exams = exams;
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
    for at in &builder.chosen.exams {
        let node = &document.nodes[*at];
        let mark = builder.mark(*at);
        let length = mark.length.map_or(60, |length| length.low);
        let on = mark.dated.and_then(date);
        let time = mark.times.and_then(|times| times.lasting(length));
        let is_known = |on: &NaiveDate| has_exam(&events, *on);
        let on = on.filter(|on| !is_known(on));
        let found = on.and_then(|on| exam(&mark.title, on, time, &mut taken));
        for below in document.below(*at) {
            builder.ledger.place(&document.nodes[below]);
        }
        builder.ledger.place(node);
        events.extend(found);
    }
    events
}

/// The exams that the goals of a plan name with their dates: `Pass the exam on December 20`.
pub(super) fn of_goals(
    document: &Document,
    goals: &[String],
    today: NaiveDate,
    events: &mut Vec<FixedEvent>,
) {
    for goal in goals.iter().filter(|goal| names_exam(goal)) {
        let scan = Scan::new(goal);
        let is_start = |at: &usize| *at == 0 || !scan.folded[at - 1].is_ascii_alphanumeric();
        let mut found = (0..scan.len())
            .filter(is_start)
            .filter_map(|at| Some((at, dated(&scan.folded, at)?)));
        let Some((at, (dated, end))) = found.next() else {
            continue;
        };
        let Some(date) = date_near(document, dated, today + Days::new(180)) else {
            continue;
        };
        if has_exam(events, date) {
            continue;
        }
        let before = scan.slice(0, at);
        let before = [" on", " by", " before", "在", "于"]
            .iter()
            .fold(before.as_str(), |text, word| {
                text.strip_suffix(word).unwrap_or(text)
            });
        let title = format!("{before} {}", scan.rest(end));
        let title = title.trim_matches(|c: char| !c.is_alphanumeric() && !"()（）".contains(c));
        let mut taken = events.iter().map(|event| event.id.to_string()).collect();
        events.extend(exam(title, date, None, &mut taken));
    }
}

/// Whether an exam on this date is known.
fn has_exam(events: &[FixedEvent], date: NaiveDate) -> bool {
    let mut exams = events.iter().filter(|event| event.kind == EventKind::Exam);
    exams.any(|event| event.date == date)
}

fn exam(
    title: &str,
    date: NaiveDate,
    time: Option<Window>,
    taken: &mut BTreeSet<String>,
) -> Option<FixedEvent> {
    let id = free_id(EventKind::Exam, taken)?;
    Some(FixedEvent {
        id: SlotId::new(&id)?,
        kind: EventKind::Exam,
        title: shortened(title),
        date,
        time,
        covers: Vec::new(),
    })
}

fn free_id(kind: EventKind, taken: &mut BTreeSet<String>) -> Option<String> {
    let mut ids = (1..).map(|number| match number {
        1 => kind.name().to_owned(),
        _ => format!("{}-{number}", kind.name()),
    });
    ids.find(|id| taken.insert(id.clone()))
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
    let id = free_id(kind, taken)?;
    Some(FixedEvent {
        id: SlotId::new(&id)?,
        kind,
        title: shortened(&title),
        date: date(dated)?,
        time,
        covers: Vec::new(),
    })
}
