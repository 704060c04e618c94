//! Lines that several views share.

use crate::model::{Day, Minutes};
use crate::progress::{Orphan, OrphanReason};
use crate::render::phrase;
use crate::render::sheet::{Block, Glyph, Line, Role, Sheet, Span, dotted};
use crate::summary::{DayView, DeliverableView, SlotView, Status, Study, Tally, Today};

/// The column at which what follows a label begins.
pub(super) const LABEL: usize = 10;
/// How many overdue slots are named before the rest is only counted.
pub(super) const NAMED: usize = 5;

/// A label in its column, or the room for one.
pub(super) fn label(text: &str) -> Span {
    Span::new(format!(" {text:<width$}", width = LABEL - 1), Role::Label)
}

/// The sign of a slot: that its time is running, else its status.
pub(super) fn sign(slot: &SlotView) -> Span {
    if slot.now && slot.is_open() {
        return Span::glyph(Glyph::Now);
    }
    status_sign(slot.status)
}

/// The sign of a status, a space where it has none.
pub(super) fn status_sign(status: Status) -> Span {
    match status {
        Status::Done => Span::glyph(Glyph::Done),
        Status::Skipped => Span::glyph(Glyph::Skipped),
        Status::Overdue => Span::glyph(Glyph::Overdue),
        Status::Open => Span::plain(" "),
    }
}

/// What is to be handed in, a line each.
pub(super) fn deliverables(sheet: &mut Sheet, views: &[DeliverableView]) {
    for view in views {
        let mut line = vec![Span::plain(" "), status_sign(view.status)];
        line.push(Span::new(format!(" {} ", view.what.id), Role::Label));
        line.push(Span::plain(view.what.text.clone()));
        sheet.hanging(9, line);
    }
}

/// The role of a slot's words.
pub(super) fn role(slot: &SlotView) -> Role {
    match slot.status {
        Status::Done | Status::Skipped => Role::Dim,
        _ if slot.now => Role::Now,
        _ => Role::Plain,
    }
}

/// A slot's time or length.
pub(super) fn time(slot: &SlotView) -> String {
    let length = || slot.place.slot.planned().map(phrase::duration);
    slot.time
        .map(|time| time.to_string())
        .or_else(length)
        .unwrap_or_default()
}

/// `4 slots, 6 h`; no time where none is planned.
pub(super) fn load(slots: u32, planned: Minutes) -> String {
    let count = phrase::count(slots, "slot");
    if planned == Minutes::ZERO {
        return count;
    }
    format!("{count}, {}", phrase::duration(planned))
}

/// A day by name, and its title where it has one. A day of another date goes by its number, as
/// it need not have that weekday; several by their numbers alone.
pub(super) fn day_title(day: &DayView, study: &Study) -> String {
    let own = day.entry.map(|entry| entry.index);
    let language = &study.plan.language;
    let [only] = day.names.as_slice() else {
        let days: Vec<&Day> = day.names.iter().map(|name| name.day).collect();
        return phrase::day_numbers(&days, language);
    };
    let name = if own == Some(only.index) {
        phrase::day_name(only.day, language)
    } else {
        phrase::day_numbers(&[only.day], language)
    };
    match &only.day.title {
        Some(title) => format!("{name} {title}"),
        None => name,
    }
}

/// What is overdue, the first few by name.
pub(super) fn overdue(sheet: &mut Sheet, today: &Today) {
    let slots = &today.overdue[..today.overdue.len().min(NAMED)];
    all_overdue(sheet, slots);
    more(sheet, today.plan.overdue, slots.len(), "report");
}

/// How many of `all` come after those that are `shown`, and the verb that shows them.
fn more(sheet: &mut Sheet, all: u32, shown: usize, verb: &str) {
    let more = (all as usize).saturating_sub(shown);
    if more > 0 {
        let words = format!("and {more} more: plan {verb}");
        sheet.line(vec![label(""), Span::dim(words)]);
    }
}

/// What is overdue, all of it by name.
pub(super) fn all_overdue(sheet: &mut Sheet, slots: &[SlotView]) {
    named(sheet, "overdue", slots);
}

fn named(sheet: &mut Sheet, name: &str, slots: &[SlotView]) {
    for (index, slot) in slots.iter().enumerate() {
        let mut line = vec![label(if index == 0 { name } else { "" })];
        line.push(Span::new(slot.place.slot.id.to_string(), Role::Warn));
        line.push(Span::plain(format!(" {}", slot.place.slot.title)));
        line.push(Span::dim(format!(
            " ({})",
            phrase::short_date(slot.dates.first)
        )));
        if let Some(planned) = slot.planned() {
            line.push(Span::dim(format!(", {}", phrase::duration(planned))));
        }
        sheet.hanging(LABEL, line);
    }
}

/// What is still to come on days of rest, the first few by name.
pub(super) fn displaced(sheet: &mut Sheet, today: &Today) {
    let slots = &today.displaced[..today.displaced.len().min(NAMED)];
    named(sheet, "to place", slots);
    more(sheet, today.all_displaced, slots.len(), "recover");
}

/// `from Wed 2 Dec 09:00-10:30`: where the plan has a slot that was moved; of another date, the
/// date alone.
pub(super) fn moved_from(slot: &SlotView) -> String {
    let time = slot.place.slot.time;
    match time.filter(|_| slot.dates == slot.baseline) {
        Some(time) => format!("from {time}"),
        None => format!("from {}", phrase::short_date(slot.baseline.first)),
    }
}

/// `d08-0900, d08-1045 to Mon 14 Dec; d08-1400 to Tue 15 Dec`: slots by the dates they are on now.
pub(super) fn to_dates(slots: &[SlotView]) -> String {
    let date = |slot: &SlotView| slot.dates.first;
    let moved = slots.chunk_by(|a, b| date(a) == date(b));
    let words = moved.map(|slots| {
        let ids = phrase::list(slots.iter().map(|slot| &slot.place.slot.id));
        format!("{ids} to {}", phrase::short_date(date(&slots[0])))
    });
    words.collect::<Vec<_>>().join("; ")
}

/// What the plan has in some dates, where that is not what is there now.
pub(super) fn then(sheet: &mut Sheet, indent: usize, then: &Tally, now: &Tally) {
    if (then.slots, then.planned) == (now.slots, now.planned) {
        return;
    }
    let words = format!(
        "{:indent$}planned then {}; planned now {}; done {}",
        "",
        load(then.slots, then.planned),
        load(now.slots, now.planned),
        now.done
    );
    sheet.line(vec![Span::dim(words)]);
}

/// Marks that do not fit the plan as it is, each by name.
pub(super) fn orphans(sheet: &mut Sheet, orphans: &[Orphan]) {
    for (index, orphan) in orphans.iter().enumerate() {
        let mut line = vec![label(if index == 0 { "marks" } else { "" })];
        line.push(Span::new(orphan.slot.clone(), Role::Warn));
        line.push(Span::plain(format!(" {}", orphan.title)));
        let why = match &orphan.reason {
            OrphanReason::Retitled { now } => format!(" is called {now} now; the mark counts"),
            OrphanReason::Moved { to, title, .. } => {
                let title = match title {
                    title if *title == orphan.title => String::new(),
                    title => format!(" {title}"),
                };
                format!(" is {to}{title} now; `plan doctor --relink` takes the mark along")
            }
            OrphanReason::Replaced { now } => {
                format!(" may be gone: {now} has its place; the mark is kept")
            }
            OrphanReason::Gone => {
                " has no slot that is certain to be it; the mark is kept".to_owned()
            }
        };
        line.push(Span::dim(why));
        sheet.hanging(LABEL, line);
    }
}

/// What to read in slots that are still open, with links.
pub(super) fn readings(sheet: &mut Sheet, study: &Study, slots: &[SlotView]) {
    let mut first = true;
    for slot in slots.iter().filter(|slot| slot.is_open()) {
        for reading in slot.readings(study) {
            let Some(url) = reading.url else { continue };
            let mut line = vec![label(if first { "read" } else { "" })];
            first = false;
            line.push(Span::dim(format!("{} ", slot.ordinal)));
            if let Some(label) = &reading.item.label {
                line.push(Span::plain(format!("{label} ")));
            }
            line.push(Span::plain(reading.title()));
            sheet
                .blocks
                .push(Block::Link(LABEL + 2, line, url.to_owned()));
        }
    }
}

/// What there is to do in a slot, on one line.
pub(super) fn to_do(slot: &SlotView) -> Line {
    let Some(field) = slot.to_do() else {
        return Line::new();
    };
    let mut parts = Vec::new();
    if let Some(value) = &field.value {
        let label = field.label.as_deref().unwrap_or_default();
        parts.push(Span::dim(phrase::labelled(label) + &value.text));
    }
    parts.extend(field.items.iter().map(|item| {
        let words = item
            .label
            .as_ref()
            .map_or_else(String::new, |label| format!("{label} "));
        Span::dim(words + &item.text)
    }));
    dotted(parts)
}
