//! What a mark changed, and what a doubtful target could mean.

use std::collections::HashMap;

use uuid::Uuid;

use crate::calendar::Dates;
use crate::progress::{Event, What};
use crate::render::phrase;
use crate::render::sheet::{Role, Sheet, Span};
use crate::summary::{DeliverableView, SlotView, Status, Study, Tally};

use super::parts::{sign, status_sign};

/// A slot just marked, as it stands now.
pub fn recorded(sheet: &mut Sheet, slot: &SlotView, again: bool) {
    let mut line = vec![sign(slot), Span::plain(" ")];
    line.push(Span::dim(format!("{} ", slot.place.slot.id)));
    line.push(Span::plain(slot.place.slot.title.clone()));
    if again {
        line.push(Span::dim(already(slot.status)));
    }
    match (slot.actual(), slot.planned()) {
        (Some(actual), Some(planned)) => {
            line.push(Span::plain(format!("   {}", phrase::duration(actual))));
            line.push(Span::dim(format!(
                " (planned {})",
                phrase::duration(planned)
            )));
        }
        (Some(actual), None) => line.push(Span::plain(format!("   {}", phrase::duration(actual)))),
        (None, Some(planned)) => {
            line.push(Span::dim(format!(
                "   planned {}",
                phrase::duration(planned)
            )));
        }
        (None, None) => {}
    }
    let skipped = slot.mark.filter(|_| slot.status == Status::Skipped);
    if let Some((_, why)) = skipped.and_then(|mark| mark.why.as_ref()) {
        line.push(Span::dim(format!("   {why}")));
    }
    sheet.line(line);
}

/// What is said where a mark was there before.
fn already(status: Status) -> &'static str {
    match status {
        Status::Skipped => "   was skipped already",
        _ => "   was done already",
    }
}

/// A deliverable just marked, as it stands now.
pub fn handed_in(sheet: &mut Sheet, view: &DeliverableView, again: bool) {
    let mut line = vec![status_sign(view.status), Span::plain(" ")];
    line.push(Span::dim(format!("{} ", view.what.id)));
    line.push(Span::plain(view.what.text.clone()));
    if again {
        line.push(Span::dim(already(view.status)));
    }
    sheet.hanging(2, line);
}

/// A remark just written.
pub fn noted(sheet: &mut Sheet, id: &str, title: &str, text: &str) {
    sheet.hanging(
        2,
        vec![
            Span::new("note ", Role::Label),
            Span::dim(format!("{id} ")),
            Span::plain(title),
            Span::plain(format!(": {text}")),
        ],
    );
}

/// What is left of a day; `when` names it.
pub fn left(sheet: &mut Sheet, slots: &[SlotView], tally: Tally, when: &str) {
    if slots.is_empty() {
        sheet.line(vec![Span::dim(format!("  nothing is left {when}"))]);
        return;
    }
    let ordinals = phrase::list(slots.iter().map(|slot| slot.ordinal));
    let time = phrase::duration(tally.planned);
    let words = match tally.planned.0 {
        0 => format!("  left {when}: {ordinals}"),
        _ => format!("  left {when}: {ordinals} ({time})"),
    };
    sheet.line(vec![Span::dim(words)]);
}

/// What an undo took back, or a redo brought again: `verb` and the events.
pub fn back(sheet: &mut Sheet, study: &Study, verb: &str, events: &[Event]) {
    let together = moved_together(events);
    let count = |event: &Event| together.get(&event.op).copied().unwrap_or_default();
    for event in events {
        let what = match &event.what {
            What::Move { .. } if together.contains_key(&event.op) => continue,
            What::Begin { start, .. } => format!("begin on {}", phrase::date(*start)),
            What::Done { slot, .. } => named(study, "done", slot),
            What::Skip { slot, .. } => named(study, "skip", slot),
            What::Note { slot, text, .. } => format!("{}: {text}", named(study, "note", slot)),
            What::Relinked {
                from,
                was,
                to,
                title,
            } => {
                let verb = if from == to { "retitled" } else { "moved" };
                format!("{verb} {}", renamed((from, was), (to, title)))
            }
            What::Off {
                first,
                last,
                cancel,
                ..
            } => {
                let (first, last) = (*first, *last);
                let dates = phrase::dates(Dates { first, last });
                let what = if *cancel { "no rest on" } else { "rest on" };
                format!("{what} {dates}")
            }
            What::Move { slot, to, .. } => {
                format!(
                    "{} to {}",
                    named(study, "move", slot),
                    phrase::placement(*to)
                )
            }
            What::Shift { from, weeks } => format!(
                "shift of {} by {} from {from} on",
                phrase::count(count(event), "slot"),
                phrase::weeks(*weeks)
            ),
            What::Recover { way } => format!("{way} of {}", phrase::count(count(event), "slot")),
            What::Undo { .. } | What::Other { .. } => continue,
        };
        sheet.line(vec![
            Span::new(format!("{verb} "), Role::Label),
            Span::plain(what),
        ]);
    }
}

/// `d01-1000 to d01-1400` where marks were taken to another slot; `d01-0900 old to new` where only
/// its title is another.
pub(super) fn renamed((from, was): (&str, &str), (to, title): (&str, &str)) -> String {
    if from == to {
        return format!("{from} {was} to {title}");
    }
    format!("{from} to {to}")
}

/// The ops that move many slots as one, and how many each: their moves are not told one by one.
pub(super) fn moved_together<'e>(
    events: impl IntoIterator<Item = &'e Event> + Clone,
) -> HashMap<Uuid, u32> {
    let is_head = |event: &&Event| matches!(event.what, What::Shift { .. } | What::Recover { .. });
    let heads = events.clone().into_iter().filter(is_head);
    let mut counts: HashMap<Uuid, u32> = heads.map(|event| (event.op, 0)).collect();
    for event in events {
        if matches!(event.what, What::Move { .. })
            && let Some(count) = counts.get_mut(&event.op)
        {
            *count += 1;
        }
    }
    counts
}

fn named(study: &Study, verb: &str, slot: &str) -> String {
    let title = study.title(slot).unwrap_or_default();
    format!("{verb} {slot} {title}").trim_end().to_owned()
}
