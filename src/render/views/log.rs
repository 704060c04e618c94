//! `log`: what was recorded, and when.

use std::collections::HashMap;

use uuid::Uuid;

use super::marks::moved_together;
use crate::calendar::Dates;
use crate::progress::{Event, What};
use crate::render::phrase;
use crate::render::sheet::{Align, Block, Line, Role, Sheet, Span, Table};

/// One event of the history.
#[derive(Debug, Clone)]
pub struct LogStep<'a> {
    /// The event.
    pub event: &'a Event,
    /// Whether it still counts.
    pub live: bool,
    /// The events that it takes back, if it is an undo; through undos, to those these took.
    pub back: Vec<&'a Event>,
}

/// The history, oldest first, or the `recent` end of it; what was moved together is one line.
#[must_use]
pub fn log(steps: &[LogStep], recent: Option<usize>) -> Sheet {
    let mut sheet = Sheet::default();
    let together = moved_together(steps.iter().map(|step| step.event));
    let is_told = |step: &&LogStep| {
        let is_move = matches!(step.event.what, What::Move { .. });
        !is_move || !together.contains_key(&step.event.op)
    };
    let steps: Vec<&LogStep> = steps.iter().filter(is_told).collect();
    let before = recent.map_or(0, |recent| steps.len().saturating_sub(recent));
    if steps.is_empty() {
        sheet.line(vec![Span::dim("nothing is recorded yet")]);
        return sheet;
    }
    if before > 0 {
        sheet.line(vec![Span::dim(format!("{before} earlier: plan log --all"))]);
    }
    sheet.blocks.push(Block::Table(Table {
        indent: 0,
        head: vec!["when", "what", "slot", "title", ""],
        align: vec![Align::Left; 5],
        yields: Some(4),
        wraps: Some(3),
        rows: steps[before..]
            .iter()
            .map(|step| row(step, &together))
            .collect(),
    }));
    sheet
}

fn row(step: &LogStep, together: &HashMap<Uuid, u32>) -> Vec<Line> {
    let event = step.event;
    let (what, mut more) = words(step);
    if let Some(count) = together.get(&event.op) {
        more = format!("{} {more}", phrase::count(*count, "slot"));
    }
    let is_undo = matches!(event.what, What::Undo { .. });
    let off = if is_undo { "redone" } else { "undone" };
    if !step.live {
        more = format!("({off}) {more}");
    }
    let (slot, title) = event.slot().unwrap_or_default();
    let when = event.at.format("%Y-%m-%d %H:%M").to_string();
    let role = if step.live { Role::Plain } else { Role::Dim };
    let cell = |text: &str| vec![Span::new(text, role)];
    vec![
        vec![Span::dim(when)],
        cell(what),
        cell(slot),
        cell(title),
        vec![Span::dim(more.trim_end())],
    ]
}

fn words<'a>(step: &LogStep<'a>) -> (&'a str, String) {
    match &step.event.what {
        What::Begin { start, .. } => ("begin", phrase::date(*start)),
        What::Done { minutes, again, .. } => {
            let again = if *again { "again " } else { "" };
            (
                "done",
                again.to_owned() + &minutes.map_or_else(String::new, phrase::duration),
            )
        }
        What::Skip { why, .. } => ("skip", why.clone().unwrap_or_default()),
        What::Note { text, .. } => ("note", text.clone()),
        What::Undo { .. } => undo(&step.back),
        What::Moved { from, to, .. } => ("moved", format!("{from} to {to}")),
        What::Off {
            first,
            last,
            why,
            cancel,
        } => {
            let (first, last) = (*first, *last);
            let dates = phrase::dates(Dates { first, last });
            let why = why.iter().map(|why| format!(": {why}"));
            let verb = if *cancel { "on" } else { "off" };
            (verb, dates + &why.collect::<String>())
        }
        What::Move { to, .. } => ("move", format!("to {}", phrase::seat(*to))),
        What::Shift { from, weeks } => {
            ("shift", format!("from {from} by {}", phrase::weeks(*weeks)))
        }
        What::Recover { way } => ("recover", way.clone()),
        What::Other { kind } => (kind, String::new()),
    }
}

/// An undo is named by the slots it takes back, a redo by those it brings again.
fn undo(back: &[&Event]) -> (&'static str, String) {
    let is_undo = |event: &&&Event| matches!(event.what, What::Undo { .. });
    let verb = if back.iter().any(|event| is_undo(&event)) {
        "redo"
    } else {
        "undo"
    };
    let slots = back
        .iter()
        .filter_map(|event| event.slot())
        .map(|(slot, _)| slot);
    (verb, phrase::list(slots))
}
