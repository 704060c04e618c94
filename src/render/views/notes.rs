//! Notes of a plan's author and of its editor.

use std::collections::HashSet;

use crate::model::Note;
use crate::render::sheet::{Sheet, Span};
use crate::summary::{DayView, SlotView, Study};
use crate::text::{Label, Show};

use super::parts::first_only;

/// `text` after its label.
pub(super) fn annotation(sheet: &mut Sheet, indent: usize, label: Show, text: Span) {
    let line = vec![Span::space(indent), Span::dim(label), text];
    sheet.hanging(indent + 2, line);
}

/// Notes of the author, then those of the editor.
pub(super) fn notes(sheet: &mut Sheet, indent: usize, authors: &[Note], editors: &[Note]) {
    for note in authors {
        annotation(sheet, indent, Show::Note, Span::dim(&note.text));
    }
    for note in editors {
        let label = Show::EditorNote { line: note.line };
        annotation(sheet, indent, label, Span::dim(&note.text));
    }
}

/// What the editor remarks on a day, its open slots and what is read in them, each once; what is of
/// a slot has its number.
pub(super) fn editor_notes(sheet: &mut Sheet, study: &Study, day: &DayView) {
    let mut known = HashSet::new();
    let of_days = day.names.iter().flat_map(|entry| &entry.day.editor_notes);
    let of_days = of_days.map(|note| (None, note));
    let open = day.slots.iter();
    let open = open.filter(|slot| slot.is_open() && !slot.displaced);
    let of_slots = open.flat_map(|slot| {
        let notes = of_slot(study, slot).into_iter();
        notes.map(|note| (Some(slot.number()), note))
    });
    let all = of_days
        .chain(of_slots)
        .filter(|(_, note)| known.insert((note.line, note.text.as_str())));
    for (label, (ordinal, note)) in first_only(Label::Editor).zip(all) {
        let ordinal = ordinal.map(|ordinal| Span::dim(format!("{ordinal} ")));
        sheet.labelled(label, ordinal.into_iter().chain([Span::plain(&note.text)]));
    }
}

/// What the editor remarks on a slot, its session and what is read in it.
fn of_slot<'s>(study: &'s Study, slot: &SlotView<'s>) -> Vec<&'s Note> {
    let place = &slot.place;
    let resources = slot
        .readings(study)
        .filter_map(|reading| reading.resource)
        .flat_map(|resource| &resource.editor_notes);
    let own = place.session.editor_notes.iter();
    own.chain(&place.slot.editor_notes)
        .chain(resources)
        .collect()
}
