//! What was recorded, undone or redone.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use uuid::Uuid;

use crate::model::{Dates, Minutes, Placement, Plan};
use crate::progress::{Event, Mark, What, is_repeat};
use crate::render::sheet::{Line, Role, Sheet, Span};
use crate::summary::{DeliverableView, MAX_LISTED, SlotView, Status, Still, Study, Tally};
use crate::text::{self, Confirmation, Label, Message, Recovery, Relinked, SlotName, Step};

use super::parts::{sign, sitting, status_sign};

/// A slot that was marked, as it is now. `again`: it was marked so before, and on which date if
/// that is not today.
pub(crate) fn slot_marked(sheet: &mut Sheet, slot: &SlotView, again: (bool, Option<NaiveDate>)) {
    let (id, title) = (slot.id(), &slot.place.slot.title);
    let again = again.0.then_some((slot.status, again.1));
    let mut line = marked(sign(slot), &id, title, again);
    line.extend(sitting(slot));
    let planned = match slot.status {
        Status::Skipped => slot.left_to_do(),
        _ => slot.planned(),
    };
    match (slot.actual(), planned) {
        (Some(actual), planned) => {
            line.extend([Span::space(3), Span::minutes(actual)]);
            if let Some(planned) = planned {
                line.push(Span::dim(Confirmation::InsteadOf(planned)));
            }
        }
        (None, Some(planned)) => {
            line.extend([Span::space(3), Span::dim(Confirmation::Planned(planned))]);
        }
        (None, None) => {}
    }
    let skipped = slot.mark.filter(|_| slot.status == Status::Skipped);
    if let Some(why) = skipped.and_then(Mark::why) {
        line.extend([Span::space(3), Span::dim(why)]);
    }
    sheet.line(line);
}

/// A deliverable that was marked, as it is now.
pub(crate) fn deliverable_marked(
    sheet: &mut Sheet,
    view: &DeliverableView,
    again: (bool, Option<NaiveDate>),
) {
    let again = again.0.then_some((view.status, again.1));
    let line = marked(status_sign(view.status), &view.id(), &view.what.text, again);
    sheet.line(line);
}

/// Something that was marked; `again` is its status if that was its status before, and since when.
fn marked(sign: Span, id: &str, title: &str, again: Option<(Status, Option<NaiveDate>)>) -> Line {
    let id = Span::dim(format!("{id} "));
    let mut line = vec![sign, Span::space(1), id, Span::plain(title)];
    if let Some((status, since)) = again {
        let words = match status {
            Status::Skipped => Confirmation::AlreadySkipped(since),
            _ => Confirmation::AlreadyDone(since),
        };
        line.extend([Span::space(3), Span::dim(words)]);
    }
    line
}

/// A note that was added.
pub(crate) fn noted(sheet: &mut Sheet, id: &str, title: &str, text: &str) {
    let (title, text) = (title.to_owned(), text.to_owned());
    sheet.line(vec![
        Span::new(Label::Note, Role::Label),
        Span::dim(format!(" {id} ")),
        Span::plain(Confirmation::Noted { title, text }),
    ]);
}

/// A slot or deliverable that was reopened, or lost a note.
pub(crate) fn corrected(sheet: &mut Sheet, id: &str, title: &str, what: impl Into<Message>) {
    sheet.line(vec![
        Span::space(2),
        Span::dim(format!("{id} ")),
        Span::plain(title),
        Span::space(3),
        Span::dim(what),
    ]);
}

/// Which plan a confirmation is about, and which date, as far as that has to be said.
pub(crate) fn about(plan: Option<&Plan>, date: Option<NaiveDate>) -> Sheet {
    let mut sheet = Sheet::default();
    if plan.is_some() || date.is_some() {
        let plan = plan.map(|plan| (plan.title.clone(), plan.id.clone()));
        sheet.line(vec![Span::dim(Confirmation::About { plan, date })]);
    }
    sheet
}

/// The open slots of a day; `date` is `None` for today.
pub(crate) fn left(sheet: &mut Sheet, slots: &[SlotView], date: Option<NaiveDate>) {
    let tally: Tally = slots.iter().collect();
    let words = Confirmation::Left {
        date,
        ordinals: slots.iter().map(SlotView::number).collect(),
        planned: tally.planned,
    };
    sheet.line(vec![Span::space(2), Span::dim(words)]);
}

/// The events that a step undid or redid.
pub(crate) fn steps(sheet: &mut Sheet, study: &Study, label: Label, events: &[Event]) {
    let together = MovedTogether::in_events(events);
    let changes = events.iter().filter(|event| !is_repeat(event));
    let listed = changes.filter(|event| together.is_listed(event));
    let count = |event: &Event| together.count(event).unwrap_or_default();
    let steps = listed.filter_map(|event| {
        let other_day = Some(event.day).filter(|day| *day != study.today);
        Some((step(study, &event.what, count(event))?, other_day))
    });
    let mut steps: Vec<(Step, Option<NaiveDate>)> = steps.collect();
    // Marks of one slot may have been moved in parts.
    steps.dedup();
    let more = steps.len().saturating_sub(MAX_LISTED);
    for (step, other_day) in steps.into_iter().take(MAX_LISTED) {
        let mut line = vec![Span::new(label, Role::Label)];
        line.push(Span::plain(Confirmation::Step(step)));
        if let Some(day) = other_day {
            let day = Confirmation::RecordedFor(day);
            line.extend([Span::space(3), Span::dim(day)]);
        }
        sheet.line(line);
    }
    and_more(sheet, more);
}

/// How many lines like those above are left out.
pub(crate) fn and_more(sheet: &mut Sheet, count: usize) {
    if count > 0 {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        sheet.line(vec![Span::space(2), Span::dim(Recovery::More(count))]);
    }
}

/// What is true although a step was undone.
pub(crate) fn still(sheet: &mut Sheet, found: &[Still]) {
    for still in found.iter().take(MAX_LISTED) {
        let words = match still {
            Still::Marked(slot) => marked_still(slot.status, slot.name(), slot.actual()),
            Still::DeliverableMarked(view) => {
                let name = view.name();
                marked_still(view.status, name, None)
            }
            Still::Moved(slot) => text::Still::Moved(slot.name(), slot.placement()),
            Still::Begins(start) => text::Still::Begins(*start),
            Still::Rest(dates) => text::Still::Rest(*dates),
        };
        sheet.line(vec![
            Span::space(2),
            Span::plain(Confirmation::Still(words)),
        ]);
    }
    and_more(sheet, found.len().saturating_sub(MAX_LISTED));
}

fn marked_still(status: Status, name: SlotName, took: Option<Minutes>) -> text::Still {
    match status {
        Status::Skipped => text::Still::Skipped(name),
        _ => text::Still::Done(name, took),
    }
}

/// What an event did; `count` slots were moved together with it.
fn step(study: &Study, what: &What, count: u32) -> Option<Step> {
    // As it was recorded: another slot may have its id now.
    let name = |id: &String, title: &String| SlotName::new(&study.target(id), title);
    let step = match what {
        What::Begin { start, .. } => Step::Begin(*start),
        What::Done { slot, title, .. } => Step::Done(name(slot, title)),
        What::Sitting {
            slot, title, part, ..
        } => {
            let (slot, planned) = (name(slot, title), part.length());
            Step::Sitting { slot, planned }
        }
        What::Skip { slot, title, .. } => Step::Skip(name(slot, title)),
        What::Note {
            slot, title, text, ..
        } => {
            let (slot, text) = (name(slot, title), text.clone());
            Step::Note { slot, text }
        }
        What::Reopen { slot, title, .. } => Step::Reopen(name(slot, title)),
        What::Start { slot, title, .. } => Step::Start(name(slot, title)),
        What::Stop { slot, title, .. } => Step::Stop(name(slot, title)),
        What::Unnote { slot, title, .. } => Step::Unnote(name(slot, title)),
        What::Relinked { .. } => Step::Relinked(relinked(what)?),
        What::Off {
            first,
            last,
            cancel,
            ..
        } => {
            let (first, last) = (*first, *last);
            let step = if *cancel { Step::On } else { Step::Off };
            step(Dates { first, last })
        }
        What::Add(added) => {
            let (slot, at) = (SlotName::new(&added.id, &added.title), added.placement());
            Step::Add { slot, at }
        }
        What::Move {
            slot, title, to, ..
        } => {
            let (slot, to) = (name(slot, title), *to);
            Step::Move { slot, to }
        }
        What::FixedEvent { .. } | What::Due { .. } => {
            let (title, at) = dated_step(what)?;
            let title = title.to_owned();
            Step::Dated { title, at }
        }
        what => return step_of_many(study, what, count),
    };
    Some(step)
}

/// The title and the date of an event on a fixed date, or of what has a due date.
pub(super) fn dated_step(what: &What) -> Option<(&str, Option<Placement>)> {
    let (title, date, time) = match what {
        What::FixedEvent { event } => (&event.title, Some(event.date), event.time),
        What::Due {
            title, date, time, ..
        } => (title, *date, *time),
        _ => return None,
    };
    let at = date.map(|date| Placement::on(date, time));
    Some((title, at))
}

/// The same for an event that moves or lays many slots.
fn step_of_many(study: &Study, what: &What, count: u32) -> Option<Step> {
    Some(match what {
        What::Shift { from, weeks } => {
            let (weeks, from) = (*weeks, named(study, from));
            Step::Shift { count, weeks, from }
        }
        What::Fit { terms, .. } => {
            let hours = Box::new(terms.hours.clone());
            Step::Fit { count, hours }
        }
        What::Recover { way } => {
            let strategy = way.clone();
            Step::Recover { count, strategy }
        }
        _ => return None,
    })
}

/// What messages call the slot or deliverable `id`.
pub(super) fn named(study: &Study, id: &str) -> SlotName {
    SlotName::new(&study.target(id), study.title(id).unwrap_or_default())
}

/// From which slot to which marks were moved.
pub(crate) fn relinked(what: &What) -> Option<Relinked> {
    let What::Relinked {
        from,
        was,
        to,
        title,
        ..
    } = what
    else {
        return None;
    };
    Some(Relinked {
        from: SlotName::new(from, was),
        to: SlotName::new(to, title),
    })
}

/// The ops that move, lay or skip many slots together: the event that is listed for each, and how
/// many slots. Such slots are not listed one by one.
pub(super) struct MovedTogether(HashMap<Uuid, (Uuid, u32)>);

impl MovedTogether {
    pub(super) fn in_events<'e>(events: impl IntoIterator<Item = &'e Event> + Clone) -> Self {
        let mut heads: HashMap<Uuid, (Uuid, u32)> = HashMap::new();
        for event in events.clone().into_iter().filter(|event| is_head(event)) {
            let head = heads.entry(event.op).or_insert((event.id, 0));
            if let What::Fit { laid, .. } = &event.what {
                head.1 += u32::try_from(laid.len()).unwrap_or(u32::MAX);
            }
        }
        // A slot may be moved sitting by sitting.
        let mut known = HashSet::new();
        for event in events.into_iter().filter(|event| is_move(event)) {
            let is_new = known.insert((event.op, event.slot()));
            let count = u32::from(is_new);
            heads.entry(event.op).and_modify(|head| head.1 += count);
        }
        Self(heads)
    }

    pub(super) fn count(&self, event: &Event) -> Option<u32> {
        let is_start = matches!(event.what, What::Begin { .. });
        let head = self.0.get(&event.op).filter(|_| !is_start);
        head.map(|(_, count)| *count)
    }

    pub(super) fn is_listed(&self, event: &Event) -> bool {
        match self.0.get(&event.op) {
            Some((head, _)) if is_head(event) => *head == event.id,
            Some(_) => !is_move(event),
            None => true,
        }
    }
}

fn is_head(event: &Event) -> bool {
    matches!(
        event.what,
        What::Shift { .. } | What::Recover { .. } | What::Fit { .. }
    )
}

fn is_move(event: &Event) -> bool {
    matches!(event.what, What::Move { .. } | What::Skip { .. })
}
