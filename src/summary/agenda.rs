//! A study as a calendar shows it.

use chrono::NaiveDateTime;

use super::{DeliverableView, SlotView, Study, clock};
use crate::model::Dates;
use crate::progress::{Revision, Revisions};

/// A slot, a sitting of one, or a deliverable, in a calendar.
#[derive(Debug, Clone)]
pub(crate) struct AgendaEntry<'a> {
    /// What no other entry of the plan is ever called: the first id that the slot had, followed by
    /// `-2` for its second sitting.
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
}

/// The slots and deliverables of a study in the order of the plan, if they have a date `within`.
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
    let all = slots.chain(deliverables);
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
