//! `log`: what was recorded, and when.

use chrono::NaiveDate;

use crate::model::Dates;
use crate::progress::{Event, FitTerms, Reversal, What};
use crate::render::sheet::{Line, Role, Sheet, Span, Table};
use crate::summary::Study;
use crate::text::{Label, Log, Message, Phrase, SlotList, SlotName};

use super::recorded::{MovedTogether, dated_step, named, relinked};

/// How many slots of an undo are named.
const NAMED_OF_UNDO: usize = 3;

/// One event of the history.
#[derive(Debug, Clone)]
pub(crate) struct LogStep<'a> {
    pub(crate) event: &'a Event,
    /// The study date it counts for, if that is not the one on which it happened.
    pub(crate) counts_for: Option<NaiveDate>,
    /// Whether it still counts.
    pub(crate) live: bool,
    /// What it takes back, if it is an undo.
    pub(crate) back: Option<&'a Reversal<'a>>,
}

impl<'a> LogStep<'a> {
    /// What it is, as a reader calls it: an undo that brings back what another took is a redo,
    /// a slot that keeps its id is retitled or edited, and rest that is called off is `on`.
    pub(crate) fn verb(&self) -> &'a str {
        match &self.event.what {
            What::Begin { .. } => "begin",
            What::Done { .. } => "done",
            What::Sitting { .. } => "sitting",
            What::Skip { .. } => "skip",
            What::Note { .. } => "note",
            What::Reopen { .. } => "reopen",
            What::Unnote { .. } => "unnote",
            What::Start { .. } => "start",
            What::Stop { .. } => "stop",
            What::Undo { .. } if self.is_redo() => "redo",
            What::Undo { .. } => "undo",
            What::Relinked {
                from,
                was,
                to,
                title,
                ..
            } if (from, was) == (to, title) => "edited",
            What::Relinked { from, to, .. } if from == to => "retitled",
            What::Relinked { .. } => "moved",
            What::Off { cancel: true, .. } => "on",
            What::Off { .. } => "off",
            What::Add(_) => "add",
            What::Move { .. } => "move",
            What::Shift { .. } => "shift",
            What::Fit { .. } => "fit",
            What::Recover { .. } => "recover",
            What::FixedEvent { .. } => "event",
            What::Due { .. } => "due",
            What::Other { kind } => kind,
        }
    }

    fn is_redo(&self) -> bool {
        self.back.is_some_and(|back| back.is_redo)
    }
}

/// The history, or that of `date`, oldest first, or only the `recent` end of it; slots that were moved
/// together are one line.
pub(crate) fn log(
    study: &Study,
    steps: &[LogStep],
    date: Option<NaiveDate>,
    recent: Option<usize>,
) -> Sheet {
    let mut sheet = Sheet::default();
    let together = MovedTogether::in_events(steps.iter().map(|step| step.event));
    let listed = steps.iter().filter(|step| together.is_listed(step.event));
    let steps: Vec<&LogStep> = listed.collect();
    if steps.is_empty() {
        let nothing = date.map_or(Log::Nothing, Log::NothingOn);
        sheet.line(vec![Span::dim(nothing)]);
        return sheet;
    }
    let count = recent.map_or(0, |recent| steps.len().saturating_sub(recent));
    if count > 0 {
        sheet.line(vec![Span::dim(Log::Earlier { count })]);
    }
    let head = [
        Label::When,
        Label::What,
        Label::Slot,
        Label::Title,
        Label::Blank,
    ];
    let rows = steps[count..]
        .iter()
        .map(|step| row(study, step, &together));
    sheet.table(Table {
        head: head.map(Message::from).to_vec(),
        yields: Some(4),
        wraps: Some(3),
        is_whole: true,
        rows: rows.collect(),
        ..Table::default()
    });
    sheet
}

fn row(study: &Study, step: &LogStep, together: &MovedTogether) -> Vec<Line> {
    let event = step.event;
    let mut details: Vec<Message> = Vec::new();
    if !step.live {
        let is_undo = matches!(event.what, What::Undo { .. }) && !step.is_redo();
        details.push(if is_undo { Log::Redone } else { Log::Undone }.into());
    }
    let count = together.count(event);
    details.extend(count.map(|count| Phrase::Slots(count).into()));
    details.extend(detail(study, step));
    let is_mark = matches!(
        event.what,
        What::Done { .. } | What::Sitting { .. } | What::Skip { .. }
    );
    if let Some(day) = step.counts_for.filter(|_| is_mark) {
        details.push(Log::For(day).into());
    }
    let mut last = Line::with_capacity(2 * details.len());
    for detail in details {
        last.extend((!last.is_empty()).then(|| Span::dim(Log::Between)));
        last.push(Span::dim(detail));
    }
    let when = event.at.format("%Y-%m-%d %H:%M").to_string();
    let role = if step.live { Role::Plain } else { Role::Dim };
    let cell = |text: &str| vec![Span::new(text, role)];
    let verb = vec![Span::new(Log::Verb(step.verb().to_owned()), role)];
    match event.slot() {
        Some((slot, title)) => vec![vec![Span::dim(when)], verb, cell(slot), cell(title), last],
        // What is about no slot has room for its details where titles are.
        None => vec![vec![Span::dim(when)], verb, Line::new(), last, Line::new()],
    }
}

/// What an undo or redo reversed, if that was about no slot: the dates of rest or the start.
fn without_slots(event: &Event) -> Option<Message> {
    let message = match &event.what {
        What::Begin { start, .. } => Log::OfStart(*start),
        What::Off {
            first,
            last,
            cancel,
            ..
        } => {
            let (first, last) = (*first, *last);
            let (dates, cancel) = (Dates { first, last }, *cancel);
            Log::OfRest { dates, cancel }
        }
        What::Fit { terms, .. } => fitted(terms),
        what @ (What::FixedEvent { .. } | What::Due { .. }) => dated(what)?,
        _ => Log::Relinked(relinked(&event.what)?),
    };
    Some(message.into())
}

/// What there is to say besides verb, slot and title.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
fn detail(study: &Study, step: &LogStep) -> Option<Message> {
    let detail = match &step.event.what {
        What::Begin { start, .. } => Phrase::Date(*start).into(),
        What::Done {
            minutes: Some(minutes),
            again: true,
            ..
        } => Log::Again(*minutes).into(),
        What::Done { minutes, .. } => Phrase::Duration((*minutes)?).into(),
        What::Sitting { part, minutes, .. } => {
            let (part, took) = (*part, *minutes);
            Log::Sitting { part, took }.into()
        }
        What::Skip {
            why: Some(why),
            again: true,
            ..
        } => Log::AgainBecause(why.clone()).into(),
        What::Skip { why, .. } => why.as_ref()?.into(),
        What::Note { text, .. } => text.into(),
        // An undo is named by the slots it takes back, a redo by those it brings again.
        What::Undo { .. } => {
            let back = step.back?;
            if back.count == 0 {
                return back.other.and_then(without_slots);
            }
            let slots = back.first.iter().filter_map(|event| event.slot());
            let slots = slots.take(NAMED_OF_UNDO);
            let names = slots.map(|(id, title)| SlotName::new(&id, title));
            Log::Slots(SlotList::first_of(back.count, names)).into()
        }
        What::Relinked { .. } => Log::Relinked(relinked(&step.event.what)?).into(),
        What::Off {
            first, last, why, ..
        } => {
            let (first, last, reason) = (*first, *last, why.clone());
            let dates = Dates { first, last };
            Log::Rest { dates, reason }.into()
        }
        What::Add(slot) => Log::Added(slot.placement()).into(),
        What::Move { to, .. } => Log::To(*to).into(),
        What::Shift { from, weeks } => {
            let (from, weeks) = (named(study, from), *weeks);
            Log::Shift { from, weeks }.into()
        }
        What::Fit { terms, .. } => fitted(terms).into(),
        what @ (What::FixedEvent { .. } | What::Due { .. }) => dated(what)?.into(),
        What::Recover { way } => Log::Strategy(way.clone()).into(),
        What::Stop { of, .. } => {
            let (mark, timer) = study.timer(*of)?;
            Phrase::Duration(mark.ran(timer)?).into()
        }
        What::Reopen { .. } | What::Unnote { .. } | What::Start { .. } | What::Other { .. } => {
            return None;
        }
    };
    Some(detail)
}

fn fitted(terms: &FitTerms) -> Log {
    let (hours, by) = (Box::new(terms.hours.clone()), terms.by);
    Log::Fit { hours, by }
}

/// An event or a due date.
fn dated(what: &What) -> Option<Log> {
    let (title, at) = dated_step(what)?;
    let title = title.to_owned();
    Some(Log::Dated { title, at })
}
