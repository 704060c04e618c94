//! `off`, `move`, `shift`, `recover`: rest days, moved slots, and options for rescheduling.

use crate::model::{Dates, Placement};
use crate::progress::{Event, What};
use crate::render::sheet::{Line, Role, Sheet, Span, Table};
use crate::summary::{self, RecoveryOption, SlotView, Study, Tally, UnplacedReason};
use crate::text::{Label, Message, Moving, Phrase, Recording, Recovery};

use super::parts::{overdue_deliverables, workload};

/// If more slots than this are not placed for the same reason, it is given once for all of them.
const ALIKE: usize = 2;

/// Dates that are rest days now, or no longer, and the slots that have to be rescheduled. `already`:
/// they were so before.
pub(crate) fn rest(
    dates: Dates,
    reason: Option<&str>,
    (cancel, already): (bool, bool),
    stranded: &[SlotView],
) -> Sheet {
    let mut sheet = Sheet::default();
    let reason = reason.map(ToOwned::to_owned);
    let words = if cancel {
        Recovery::NoRest(dates)
    } else {
        Recovery::Rest { dates, reason }
    };
    let mut line = if already { already_so() } else { Line::new() };
    line.push(Span::plain(words));
    sheet.line(line);
    let tally: Tally = stranded.iter().collect();
    if tally.slots > 0 {
        let words = Recovery::ToReschedule(workload(tally.slots, tally.planned));
        sheet.line(vec![Span::space(2), Span::dim(words)]);
    }
    sheet
}

/// Before what was so already.
fn already_so() -> Line {
    vec![Span::plain(Recovery::Already), Span::space(1)]
}

/// The slots that were moved, and those that were in their place already.
pub(crate) fn moved(study: &Study, events: &[Event], already: &[What]) -> Sheet {
    let mut sheet = Sheet::default();
    let moved = events.iter().map(|event| (Line::new(), &event.what));
    let already = already.iter().map(|what| (already_so(), what));
    for (mut line, what) in moved.chain(already) {
        if let What::Begin { start, .. } = what {
            sheet.line(vec![Span::plain(Recording::PlanBegins(*start))]);
        }
        let What::Move {
            slot, title, to, ..
        } = what
        else {
            continue;
        };
        line.push(Span::new(slot.clone(), Role::Label));
        line.push(Span::plain(format!(" {title}  ")));
        line.push(Span::dim(Recovery::To(*to)));
        if let Some(view) = study.slot(slot).filter(SlotView::is_moved) {
            let planned = Recovery::PlannedFor(view.baseline);
            line.extend([Span::space(1), Span::dim(planned)]);
        }
        sheet.line(line);
    }
    sheet
}

/// Many slots that were moved together: how many, the first and the last.
pub(crate) fn shifted(study: &Study, events: &[Event]) -> Sheet {
    let mut sheet = Sheet::default();
    let moved = events.iter().filter_map(|event| match &event.what {
        What::Move { slot, .. } => study.slot(slot),
        _ => None,
    });
    let mut moved: Vec<SlotView> = moved.collect();
    let tally: Tally = moved.iter().collect();
    let work = workload(tally.slots, tally.planned);
    let words = events.iter().find_map(|event| match &event.what {
        What::Shift { weeks, .. } => Some(Recovery::Shifted {
            work,
            weeks: *weeks,
        }),
        What::Recover { way } => {
            let strategy = way.clone();
            Some(Recovery::Rescheduled { work, strategy })
        }
        _ => None,
    });
    sheet.line(words.into_iter().map(Span::plain).collect());
    moved.sort_by_key(SlotView::when);
    for (label, slot) in [(Label::First, moved.first()), (Label::Last, moved.last())] {
        if let Some(slot) = slot {
            let line = vec![
                Span::space(2),
                Span::column(label, 6, Role::Dim),
                Span::new(slot.place.slot.id.to_string(), Role::Label),
                Span::plain(format!(" {}  ", slot.place.slot.title)),
                Span::dim(Phrase::Placement(slot.placement())),
            ];
            sheet.hanging(8, line);
        }
    }
    sheet
}

/// No slot has to be rescheduled, but there may be something to hand in.
pub(crate) fn nothing_stranded(recovery: &summary::Recovery) -> Sheet {
    let mut sheet = Sheet::message(Moving::NothingStranded);
    let open = &recovery.deliverables;
    overdue_deliverables(&mut sheet, open, false, open.overdue.len());
    sheet
}

/// The options next to each other.
pub(crate) fn recovery_options(recovery: &summary::Recovery) -> Sheet {
    let mut sheet = Sheet::default();
    header(&mut sheet, recovery);
    let open = &recovery.deliverables;
    overdue_deliverables(&mut sheet, open, false, open.overdue.len());
    sheet.blank();
    let options = &recovery.options;
    let strategies = options.iter().map(|option| option.strategy.name().into());
    let head = std::iter::once(Label::Blank.into()).chain(strategies);
    sheet.table(Table {
        indent: 2,
        head: head.collect(),
        rows: option_rows(options),
        ..Table::default()
    });
    for option in options {
        obstacles(&mut sheet, option);
    }
    sheet
}

/// The figures of the options: a row per figure, a column per option.
fn option_rows(options: &[RecoveryOption]) -> Vec<Vec<Line>> {
    let row = |label: Label, cell: fn(&RecoveryOption) -> Option<Message>| {
        let cells = options.iter().map(|option| cell(option).map(Span::plain));
        let label = vec![Span::new(label, Role::Label)];
        let cells = cells.map(|cell| cell.into_iter().collect());
        std::iter::once(label).chain(cells).collect::<Vec<Line>>()
    };
    vec![
        row(Label::Ends, |option| {
            let end = option.end.map(|end| Phrase::Date(end).into());
            end.or(Some(Recovery::NotAllPlaced.into()))
        }),
        row(Label::AgainstPlan, |option| {
            let unplaced = count(&option.unplaced);
            let late = option.late.map(Recovery::Late);
            Some(late.unwrap_or(Recovery::Left { unplaced }).into())
        }),
        row(Label::Moves, |option| {
            Some(Recovery::Slots(count(&option.moves)).into())
        }),
        row(Label::Blank, |option| {
            Some(Phrase::Duration(option.minutes).into())
        }),
        row(Label::HeaviestDay, |option| {
            let day = option.heaviest?;
            let (date, others) = (day.date, day.others);
            Some(Recovery::Heaviest { date, others }.into())
        }),
        row(Label::Blank, |option| {
            Some(Phrase::Duration(option.heaviest?.minutes).into())
        }),
        row(Label::OverBudget, |option| {
            Some(Recovery::DaysOver(option.over).into())
        }),
        row(Label::NotPlaced, |option| {
            Some(Recovery::Slots(count(&option.unplaced)).into())
        }),
    ]
}

fn header(sheet: &mut Sheet, recovery: &summary::Recovery) {
    let stranded = Recovery::Stranded {
        work: workload(recovery.tally.slots, recovery.tally.planned),
        since: recovery.since,
    };
    let end = Span::dim(Recovery::PlanEnd(recovery.plan_end));
    sheet.split(vec![Span::new(stranded, Role::Title)], vec![end]);
}

fn count<T>(slots: &[T]) -> u32 {
    u32::try_from(slots.len()).unwrap_or(u32::MAX)
}

/// The slots that an option does not place, and why.
fn obstacles(sheet: &mut Sheet, option: &RecoveryOption) {
    if option.unplaced.is_empty() {
        return;
    }
    sheet.blank();
    let strategy = option.strategy.name();
    let heading = Span::new(Recovery::NotPlaced { strategy }, Role::Label);
    sheet.line(vec![Span::space(2), heading]);
    let alike = |a: &UnplacedReason, b: &UnplacedReason| reason(a) == reason(b);
    for unplaced in option.unplaced.chunk_by(|a, b| alike(&a.1, &b.1)) {
        let why = Span::dim(reason(&unplaced[0].1));
        let id = |slot: &SlotView| slot.place.slot.id.to_string();
        if unplaced.len() > ALIKE {
            let ids: Vec<String> = unplaced.iter().map(|(slot, _)| id(slot)).collect();
            let ids = Span::new(format!("  {}  ", ids.join(", ")), Role::Warn);
            sheet.hanging(4, vec![ids, why]);
            continue;
        }
        for (slot, _) in unplaced {
            let title = Span::plain(format!("{}  ", slot.place.slot.title));
            let id = Span::new(format!("  {} ", id(slot)), Role::Warn);
            sheet.hanging(4, vec![id, title, why.clone()]);
        }
    }
}

fn reason(reason: &UnplacedReason) -> Recovery {
    match reason {
        UnplacedReason::NoRoom => Recovery::NoRoom,
        UnplacedReason::TooLong => Recovery::TooLong,
        UnplacedReason::Before(other) => Recovery::NoRoomBefore {
            slot: other.place.slot.id.to_string(),
            date: other.dates.first,
        },
    }
}

/// One option: what it would move, by the new dates.
pub(crate) fn recovery_option(
    study: &Study,
    recovery: &summary::Recovery,
    option: &RecoveryOption,
) -> Sheet {
    let mut sheet = Sheet::default();
    header(&mut sheet, recovery);
    let outcome = Recovery::Outcome {
        strategy: option.strategy.name(),
        moves: workload(count(&option.moves), option.minutes),
        end: option.end.zip(option.late),
        unplaced: count(&option.unplaced),
    };
    sheet.line(vec![Span::plain(outcome)]);
    if let Some((weeks, slot)) = option.past_today(study) {
        let words = Recovery::NotToday {
            weeks,
            slot: slot.place.slot.id.to_string(),
            time: slot.time,
        };
        sheet.line(vec![Span::space(2), Span::dim(words)]);
    }
    let moves = option.by_date(study);
    if !moves.is_empty() {
        sheet.blank();
        let head = [
            Label::To,
            Label::Blank,
            Label::Slot,
            Label::Title,
            Label::From,
        ];
        let rows = moves.iter().map(|(slot, placement)| row(slot, *placement));
        sheet.table(Table {
            indent: 2,
            head: head.map(Message::from).to_vec(),
            yields: Some(3),
            rows: rows.collect(),
            ..Table::default()
        });
    }
    let narrowed = option.narrowed().map(|slot| slot.place.slot.id.to_string());
    let slots: Vec<String> = narrowed.collect();
    if !slots.is_empty() {
        let words = Span::new(Recovery::Narrowed { slots }, Role::Warn);
        sheet.hanging(4, vec![Span::space(2), words]);
    }
    obstacles(&mut sheet, option);
    sheet
}

fn row(slot: &SlotView, to: Placement) -> Vec<Line> {
    let time = to.time.map(|time| Span::plain(time.to_string()));
    let mut from = vec![Span::dim(Phrase::ShortDates(slot.dates))];
    if let Some(time) = slot.time.filter(|time| Some(*time) != to.time) {
        from.push(Span::dim(format!(" {time}")));
    }
    vec![
        vec![Span::plain(Phrase::ShortDates(to.dates()))],
        time.into_iter().collect(),
        vec![Span::new(slot.place.slot.id.to_string(), Role::Label)],
        vec![Span::plain(&slot.place.slot.title)],
        from,
    ]
}
