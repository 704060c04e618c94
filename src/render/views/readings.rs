//! What there is to read, with links.

use crate::model::LinkStatus;
use crate::render::sheet::{Role, Sheet, Span};
use crate::summary::{Link, Reading, SlotView, Study};
use crate::text::{Label, Phrase, Show};

use super::parts::first_only;

/// What to read for the slot that is on, else the first open one, with links; the rest of the date is
/// counted.
pub(super) fn readings(sheet: &mut Sheet, study: &Study, slots: &[SlotView]) {
    let open = || slots.iter().filter(|slot| slot.is_open());
    let Some(current) = open().find(|slot| slot.now).or_else(|| open().next()) else {
        return;
    };
    let shown = linked_readings(study, current);
    for (label, reading) in first_only(Label::Read).zip(&shown) {
        let mut line = vec![Span::dim(format!("{} ", current.number()))];
        let kind = reading.item.label.as_ref();
        line.extend(kind.map(|kind| Span::plain(format!("{kind} "))));
        line.push(Span::plain(reading.title()));
        line.extend(link(reading.link));
        sheet.labelled(label, line);
    }
    let all = open()
        .map(|slot| linked_readings(study, slot).len())
        .sum::<usize>();
    if all > shown.len() {
        let count = all - shown.len();
        let command = format!("plan show {}", current.dates.first).into();
        let (label, words) = if shown.is_empty() {
            (Label::Read, Phrase::ForOtherSlots { count, command })
        } else {
            (Label::Blank, Phrase::More { count, command })
        };
        sheet.labelled(label, [Span::dim(words)]);
    }
}

fn linked_readings<'a>(study: &'a Study, slot: &SlotView<'a>) -> Vec<Reading<'a>> {
    let readings = slot.readings(study);
    let linked = readings.filter(|reading| !reading.link.is_missing());
    linked.collect()
}

/// The links that follow a title: the author's, with what is wrong with it, and the suggested one.
pub(super) fn link(of: Link) -> Vec<Span> {
    let mut spans = Vec::new();
    if let Some(url) = of.url {
        spans.extend([Span::space(2), Span::new(url, Role::Link)]);
    }
    let is_shown = |status: &LinkStatus| status.is_bad() || *status == LinkStatus::Moved;
    let (status, has_suggestion) = (of.status.filter(is_shown), of.suggested.is_some());
    if status.is_some() || has_suggestion {
        let note = Show::LinkNote {
            status,
            has_suggestion,
        };
        let role = if of.is_wrong() { Role::Warn } else { Role::Dim };
        spans.extend([Span::space(2), Span::new(note, role)]);
    }
    if let Some(url) = of.suggested {
        spans.push(Span::new(url, Role::Link));
    }
    spans
}
