//! `log`: what was recorded, and when.

use std::collections::HashMap;

use uuid::Uuid;

use super::marks::{moved_together, renamed};
use crate::calendar::Dates;
use crate::progress::{Event, What};
use crate::render::phrase;
use crate::render::sheet::{Align, Block, Line, Role, Sheet, Span, Table};
use crate::text::Message;

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

impl<'a> LogStep<'a> {
    /// What it is, as a reader calls it: an undo that brings back what another took is a redo,
    /// a slot that keeps its id is retitled, and rest that is called off is `on`.
    #[must_use]
    pub fn verb(&self) -> &'a str {
        match &self.event.what {
            What::Begin { .. } => "begin",
            What::Done { .. } => "done",
            What::Skip { .. } => "skip",
            What::Note { .. } => "note",
            What::Undo { .. } if self.is_redo() => "redo",
            What::Undo { .. } => "undo",
            What::Relinked { from, to, .. } if from == to => "retitled",
            What::Relinked { .. } => "moved",
            What::Off { cancel: true, .. } => "on",
            What::Off { .. } => "off",
            What::Move { .. } => "move",
            What::Shift { .. } => "shift",
            What::Recover { .. } => "recover",
            What::Other { kind } => kind,
        }
    }

    fn is_redo(&self) -> bool {
        let is_undo = |event: &&Event| matches!(event.what, What::Undo { .. });
        self.back.iter().any(is_undo)
    }
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
        head: ["when", "what", "slot", "title", ""]
            .map(Message::from)
            .to_vec(),
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
    let mut more = more(step);
    if let Some(count) = together.get(&event.op) {
        more = format!("{} {more}", phrase::count(*count, "slot"));
    }
    let verb = step.verb();
    if !step.live {
        let off = match verb {
            "undo" => "brought back by redo",
            _ => "undone",
        };
        more = format!("({off}) {more}");
    }
    let (slot, title) = event.slot().unwrap_or_default();
    let when = event.at.format("%Y-%m-%d %H:%M").to_string();
    let role = if step.live { Role::Plain } else { Role::Dim };
    let cell = |text: &str| vec![Span::new(text, role)];
    vec![
        vec![Span::dim(when)],
        cell(verb),
        cell(slot),
        cell(title),
        vec![Span::dim(more.trim_end())],
    ]
}

/// What there is to say besides its verb, slot and title.
fn more(step: &LogStep) -> String {
    match &step.event.what {
        What::Begin { start, .. } => phrase::date(*start),
        What::Done { minutes, again, .. } => {
            let again = if *again { "again " } else { "" };
            again.to_owned() + &minutes.map_or_else(String::new, phrase::duration)
        }
        What::Skip { why, .. } => why.clone().unwrap_or_default(),
        What::Note { text, .. } => text.clone(),
        // An undo is named by the slots it takes back, a redo by those it brings again.
        What::Undo { .. } => {
            let slots = step.back.iter().filter_map(|event| event.slot());
            phrase::list(slots.map(|(slot, _)| slot))
        }
        What::Relinked {
            from,
            was,
            to,
            title,
        } => renamed((from, was), (to, title)),
        What::Off {
            first, last, why, ..
        } => {
            let (first, last) = (*first, *last);
            let dates = phrase::dates(Dates { first, last });
            let why = why.iter().map(|why| format!(": {why}"));
            dates + &why.collect::<String>()
        }
        What::Move { to, .. } => format!("to {}", phrase::placement(*to)),
        What::Shift { from, weeks } => format!("from {from} by {}", phrase::weeks(*weeks)),
        What::Recover { way } => way.clone(),
        What::Other { .. } => String::new(),
    }
}
