//! A study as a calendar shows it.

use chrono::NaiveDateTime;

use super::{DeliverableView, SlotView, Study, clock};
use crate::model::Dates;
use crate::progress::{PlacedEvent, Revision, Revisions};

/// A slot, a sitting of one, a deliverable or an event, in a calendar.
#[derive(Debug, Clone)]
pub(crate) struct AgendaEntry<'a> {
    /// Unique in the plan and stable: the first id that the slot had, followed by `-2` for its second
    /// sitting.
    pub(crate) name: String,
    pub(crate) subject: AgendaSubject<'a>,
    pub(crate) dates: Dates,
    /// Start and end, by the learner's clock, if it has a time.
    pub(crate) times: Option<(NaiveDateTime, NaiveDateTime)>,
    pub(crate) revision: Revision,
}

/// What an entry of a calendar is.
#[derive(Debug, Clone)]
pub(crate) enum AgendaSubject<'a> {
    Slot(Box<SlotView<'a>>),
    Deliverable(DeliverableView<'a>),
    Event(&'a PlacedEvent),
}

/// The slots and deliverables of a study in the order of the plan, then its events, if they have a date
/// `within`.
pub(crate) fn agenda<'a>(
    study: &'a Study,
    revisions: &Revisions,
    within: impl Fn(Dates) -> bool,
) -> Vec<AgendaEntry<'a>> {
    let slots = study.slots().map(|slot| {
        let id = slot.place.slot.id.as_str();
        let name = match slot.sitting {
            Some(sitting) if sitting.n > 1 => of_sitting(study, revisions.name(id), sitting.n),
            _ => revisions.name(id).to_owned(),
        };
        AgendaEntry {
            name,
            dates: slot.dates,
            times: clock::moments(study, slot.dates, slot.time),
            revision: revisions.of_slot(id),
            subject: AgendaSubject::Slot(Box::new(slot)),
        }
    });
    let deliverables = study.deliverables().map(|view| AgendaEntry {
        name: revisions.name(&view.what.id).to_owned(),
        dates: Dates::on(view.dates.last),
        times: None,
        revision: revisions.of_deliverable(&view.what.id),
        subject: AgendaSubject::Deliverable(view),
    });
    let events = study.events.iter().map(|placed| {
        let dates = Dates::on(placed.event.date);
        AgendaEntry {
            name: revisions.name(placed.event.id.as_str()).to_owned(),
            dates,
            times: clock::moments(study, dates, placed.event.time),
            revision: revisions.of_slot(&placed.recorded_id),
            subject: AgendaSubject::Event(placed),
        }
    });
    let all = slots.chain(deliverables).chain(events);
    all.filter(|entry| within(entry.dates)).collect()
}

/// The name of a later sitting. A slot that the plan itself calls so keeps that name.
fn of_sitting(study: &Study, name: &str, n: usize) -> String {
    let mut dashes = String::from("-");
    loop {
        let own = format!("{name}{dashes}{n}");
        if study.title(&own).is_none() {
            return own;
        }
        dashes.push('-');
    }
}
