//! `today` and `tomorrow`: what there is to do, at a glance.

use crate::progress::Rest;
use crate::render::sheet::{Line, Role, Sheet, Span, Table, dotted};
use crate::summary::{self, DayKind, DayView, SlotView, Study, Today, scope_in_words};
use crate::text::{Label, Message, Phrase, Plans, Schedule, WeekName};

use super::deliverables::{later_deliverables, overdue};
use super::events::{clashes, events_ahead};
use super::notes::editor_notes;
use super::parts::{
    bar, day_names, first_only, moved_to, of_plan, origin, orphans, role, sign, sitting, time,
    to_do, to_place, workload,
};
use super::readings::readings;

/// Columns of a bar.
const BAR: usize = 10;

/// A day with its slots, what to read, what is overdue and what comes next. `is_other`: it is not the
/// learner's own today.
pub(crate) fn day(study: &Study, today: &Today, is_other: bool) -> Sheet {
    let mut sheet = Sheet::default();
    let date = Span::plain(Phrase::Date(today.date));
    header(&mut sheet, (study, today), vec![date], None);
    if let Some(Rest { why, .. }) = today.rest {
        sheet.blank();
        let reason = why.clone();
        sheet.line(vec![Span::plain(Schedule::Rest { reason })]);
    }
    let slots = today.shown_slots();
    own_slots(&mut sheet, study, today, &slots);
    details(&mut sheet, study, today, (&slots, is_other));
    sheet
}

/// What there is to know besides the slots of the day, and what comes next.
pub(crate) fn details(
    sheet: &mut Sheet,
    study: &Study,
    today: &Today,
    (slots, is_other): (&[SlotView], bool),
) {
    for (label, reminder) in first_only(Label::Reminder).zip(&today.reminders) {
        let scope = scope_in_words(&study.plan, reminder);
        let scope = scope.map(|scope| Span::dim(format!("{scope}: ")));
        let line = of_plan(study).into_iter().chain(scope);
        sheet.labelled(label, line.chain([Span::plain(&reminder.text)]));
    }
    events_ahead(sheet, study, &today.events, is_other);
    due(sheet, today);
    overdue(sheet, today, is_other);
    to_place(sheet, of_plan(study), &today.all_displaced);
    orphans(sheet, study);
    later_deliverables(sheet, today);
    if let Some(next) = &today.next
        && !slots.iter().any(SlotView::is_open)
    {
        let left = next.left();
        // A slot counts with its last sitting.
        let in_sittings = left.slots != left.different;
        let open = next.slots.iter().filter(|slot| slot.is_open()).count();
        let open = u32::try_from(open).unwrap_or(u32::MAX);
        let words = Phrase::NextDay {
            date: next.dates.first,
            days: day_names(next, study),
            work: workload(open, left.planned),
            in_sittings,
        };
        let line = of_plan(study).into_iter().chain([Span::plain(words)]);
        sheet.labelled(Label::Next, line);
    }
    let is_said = slots.is_empty() && today.kind == DayKind::After;
    if today.is_finished() && today.date >= study.today && !is_said {
        let words = Span::plain(Schedule::Finished);
        sheet.line(of_plan(study).into_iter().chain([words]).collect());
    }
}

/// The slots of the day with what belongs to them, and where others were moved.
fn own_slots(sheet: &mut Sheet, study: &Study, today: &Today, slots: &[SlotView]) {
    if slots.is_empty() {
        if today.rest.is_none() {
            sheet.blank();
            sheet.line(vec![Span::plain(no_slots(today))]);
        }
        sheet.blank();
    } else {
        sheet.blank();
        sheet.table(headed_table(slots));
        sheet.blank();
    }
    about_slots(sheet, study, today, slots);
}

/// What is at the same time, what to read for the slots, what is remarked on them, and where others were moved.
pub(super) fn about_slots(sheet: &mut Sheet, study: &Study, today: &Today, slots: &[SlotView]) {
    clashes(
        sheet,
        summary::clashes(today.date, slots, &today.events.shown),
    );
    readings(sheet, study, slots);
    if let Some(day) = &today.day {
        editor_notes(sheet, study, day);
    }
    if let Some(day) = today.day.as_ref().filter(|day| !day.away.is_empty()) {
        let moved = Phrase::MovedTo(moved_to(&day.away));
        sheet.labelled(Label::Moved, [Span::dim(moved)]);
    }
}

/// A day's slots as a table with heads.
pub(super) fn headed_table(slots: &[SlotView]) -> Table {
    let with_notes = slots.iter().any(has_note);
    let mut heads = vec![Label::Blank, Label::Time, Label::Slot];
    heads.extend(with_notes.then_some(Label::Blank));
    heads.push(Label::ToDo);
    Table {
        head: heads.into_iter().map(Message::from).collect(),
        ..slot_table(slots, with_notes)
    }
}

/// Deliverables that are due on the date.
pub(super) fn due(sheet: &mut Sheet, today: &Today) {
    for (label, what) in first_only(Label::Due).zip(&today.deliverables.due) {
        let id = Span::new(today.deliverables.target(what), Role::Now);
        sheet.labelled(label, [id, Span::plain(format!(" {}", what.text))]);
    }
}

/// The plan, with `right` at the end of the line; its day, week and phase, and its progress.
/// Without slots, `free` says why.
pub(super) fn header(
    sheet: &mut Sheet,
    (study, today): (&Study, &Today),
    right: Line,
    free: Option<Schedule>,
) {
    title(sheet, study, right);
    if let Some(words) = before_start(study, today) {
        sheet.line(vec![Span::new(words, Role::Now)]);
    }
    let place = match (free, &today.day) {
        (Some(words), _) => vec![Span::dim(words)],
        (None, Some(day)) => place(study, day),
        (None, None) => Line::new(),
    };
    let mut progress = Line::new();
    if today.week.slots > 0 {
        progress.extend([Span::dim(Label::Week), Span::space(1)]);
        progress.extend(bar(&today.week, BAR));
        progress.push(Span::space(3));
    }
    progress.extend([Span::dim(Label::Plan), Span::space(1)]);
    progress.extend(bar(&today.plan, BAR));
    sheet.split(place, progress);
}

/// When the plan starts, if what is shown is a preview.
pub(crate) fn before_start(study: &Study, today: &Today) -> Option<Schedule> {
    let is_preview = today.kind == DayKind::Before && today.day.is_some();
    let date = study.calendar.start;
    let words = if study.started {
        Schedule::StartsLater { date }
    } else {
        Schedule::NotStarted { date }
    };
    is_preview.then_some(words)
}

/// The title of a plan, with `right` at the end of the line.
pub(super) fn title(sheet: &mut Sheet, study: &Study, right: Line) {
    if right.is_empty() {
        sheet.line(vec![plan_title(study)]);
    } else {
        sheet.split(vec![plan_title(study)], right);
    }
}

/// The title of a plan; with its id, if it is not the current one.
pub(super) fn plan_title(study: &Study) -> Span {
    let title = study.plan.title.clone();
    if study.is_other {
        let id = study.plan.id.clone();
        return Span::new(Plans::Named { id, title }, Role::Title);
    }
    Span::new(title, Role::Title)
}

/// Day, week and phase.
pub(crate) fn place(study: &Study, day: &DayView) -> Line {
    let days = Phrase::Days(day_names(day, study));
    let mut parts = vec![Span::new(days, Role::Title)];
    let (mut weeks, mut phases) = (Vec::new(), Vec::new());
    for name in &day.names {
        weeks.extend(WeekName::of(name.week));
        phases.extend(name.phase_number);
    }
    weeks.dedup();
    phases.dedup();
    parts.extend(
        weeks
            .into_iter()
            .map(|week| Span::plain(Phrase::Week(week))),
    );
    let phases = phases.into_iter();
    let phases = phases.map(|(number, count)| Phrase::Phase { number, count });
    parts.extend(phases.map(Span::dim));
    dotted(parts)
}

/// A day's slots as a table without heads; aligned with those of other days. `with_notes`: one of them has
/// a note.
pub(super) fn slot_table(slots: &[SlotView], with_notes: bool) -> Table {
    Table {
        indent: 1,
        is_aligned: true,
        yields: Some(if with_notes { 4 } else { 3 }),
        rows: slots
            .iter()
            .map(|slot| slot_row(slot, with_notes))
            .collect(),
        ..Table::default()
    }
}

fn slot_row(slot: &SlotView, with_notes: bool) -> Vec<Line> {
    let role = role(slot);
    let mark = vec![sign(slot), Span::plain(format!(" {}", slot.number()))];
    let time = vec![Span::new(time(slot), role)];
    let mut title = vec![Span::new(slot.place.slot.title.clone(), role)];
    title.extend(sitting(slot));
    let mut row = vec![mark, time, title];
    row.extend(with_notes.then(|| slot_note(slot).into_iter().collect()));
    row.push(to_do(slot));
    row
}

/// Whether there is something to say about a slot besides its title.
pub(super) fn has_note(slot: &SlotView) -> bool {
    slot_note(slot).is_some()
}

/// How long a slot took, else how much is left of it, else where it was moved from.
fn slot_note(slot: &SlotView) -> Option<Span> {
    let took = slot.took().map(Schedule::Took);
    let left = || Some(Schedule::Running { left: slot.left? });
    let words = took.or_else(left).map(|words| Span::new(words, role(slot)));
    let from = || slot.is_moved().then(|| Phrase::MovedFrom(origin(slot)));
    words.or_else(|| from().map(Span::dim))
}

/// The title of a slot, which sitting it is, how long it took or how much is left of it, and where it
/// was moved from.
pub(crate) fn slot_title(slot: &SlotView) -> Line {
    let role = role(slot);
    let mut title = vec![Span::new(slot.place.slot.title.clone(), role)];
    title.extend(sitting(slot));
    let took = slot.took().map(Schedule::Took);
    let left = slot.left.map(|left| Schedule::Running { left });
    if let Some(words) = took.or(left) {
        title.extend([Span::space(2), Span::new(words, role)]);
    }
    if slot.is_moved() {
        let from = Phrase::MovedFrom(origin(slot));
        title.extend([Span::space(2), Span::dim(from)]);
    }
    title
}

/// Why no slots of a day are shown.
pub(crate) fn free(today: &Today) -> Schedule {
    today.rest.map_or_else(|| no_slots(today), rest_day)
}

/// What a day without slots is.
fn no_slots(today: &Today) -> Schedule {
    match today.kind {
        DayKind::Buffer => Schedule::Buffer,
        DayKind::After if today.plan.open() == 0 => match today.deliverables.all {
            0 => Schedule::Finished,
            open => Schedule::DeliverablesLeft(open),
        },
        DayKind::After => Schedule::Over,
        DayKind::Before if today.day.is_none() => Schedule::Earlier,
        DayKind::Study | DayKind::Before => Schedule::AllMoved,
        _ => Schedule::Free,
    }
}

/// What is said of a rest day.
pub(crate) fn rest_day(rest: &Rest) -> Schedule {
    let reason = rest.why.clone();
    Schedule::RestDay { reason }
}
