//! A plan fitted to the hours of the learner's own week, before it is recorded.

mod order;
mod work;

use chrono::NaiveDate;

use self::order::{EventSlots, Layout, lay_out};
use self::work::{Work, stays, work};
use super::misses::{MissedDue, missed_dues_by};
use super::problem::{first_minute, spent_today};
use super::{SlotView, Study};
use crate::calendar::in_study_day;
use crate::model::{Dates, Hours, Minutes, Week, Window};
use crate::progress::{FitTerms, LaidSlot, Mark, Sitting};
use crate::reschedule::{Fixed, FreeTime, Piece};

pub(crate) use self::order::FittedEvent;
pub(crate) use self::work::{ASSUMED, FittedSlot};

/// By how much hours are increased in search of those that are enough.
const STEP: Minutes = Minutes(15);

/// A fit.
#[derive(Debug, Clone)]
pub(crate) struct Fit<'a> {
    pub(crate) terms: FitTerms,
    /// The first date that slots are laid on.
    pub(crate) from: NaiveDate,
    /// The open slots in the order of the plan, with the sittings they are laid in.
    pub(crate) slots: Vec<FittedSlot<'a>>,
    /// Open slots without a length, which are taken to last [`ASSUMED`].
    pub(crate) assumed: Vec<SlotView<'a>>,
    /// The same to record, with the sittings that are recorded.
    pub(crate) laid: Vec<LaidSlot>,
    /// Slots that stay where they are, as far as that is not where the plan has them.
    pub(crate) kept: Vec<LaidSlot>,
    /// How much work is laid.
    pub(crate) minutes: Minutes,
    /// The dates of the work as it is now, and fitted.
    pub(crate) now: Dates,
    pub(crate) fitted: Dates,
    /// The last date with slots by the author.
    pub(crate) own_end: NaiveDate,
    /// The weeks of the plan with open slots.
    pub(crate) weeks: Vec<FittedWeek<'a>>,
    /// How many slots come before others that the plan has earlier, so that they are before an event.
    pub(crate) overtaking: usize,
    /// The events before which not all that they cover has room.
    pub(crate) events: Vec<FittedEvent<'a>>,
    /// What is due on fixed dates that are missed.
    pub(crate) missed: Vec<MissedDue>,
    /// How the date by which the plan is to end is met, if there is one.
    pub(crate) deadline: Option<Deadline>,
}

/// A week of the plan, and the dates of its open slots.
#[derive(Debug, Clone)]
pub(crate) struct FittedWeek<'a> {
    pub(crate) week: &'a Week,
    pub(crate) now: Dates,
    pub(crate) fitted: Dates,
}

/// How a date by which everything is to be done is met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Deadline {
    pub(crate) by: NaiveDate,
    /// Days from that date to the end of the fit; negative if it ends before.
    pub(crate) days_late: i64,
    /// How much work is laid after it.
    pub(crate) minutes_late: Minutes,
    /// Hours that are enough, if these are not and others are.
    pub(crate) enough: Option<Hours>,
}

impl Fit<'_> {
    /// How many slots are divided into several sittings.
    pub(crate) fn divided(&self) -> usize {
        let is_divided = |slot: &&FittedSlot| slot.sittings.len() > 1;
        self.slots.iter().filter(is_divided).count()
    }

    /// The time per week, on average over some dates; a week that has begun counts as one.
    pub(crate) fn weekly(&self, dates: Dates) -> Minutes {
        let days = (dates.last - dates.first).num_days().unsigned_abs() + 1;
        let weeks = u32::try_from(days.div_ceil(7)).unwrap_or(u32::MAX);
        Minutes(self.minutes.0 / weeks)
    }
}

/// Why a plan can't be fitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FitFault {
    /// Nothing is left to do.
    NothingLeft,
    /// These hours take decades.
    TooFewHours,
    /// All of them are taken until this date, and nothing is known of later ones.
    NoFreeTime(NaiveDate),
}

/// Fits what is open in `study` to `terms`, from a date on that is not before today.
///
/// # Errors
/// See [`FitFault`].
pub(crate) fn fit(study: &Study, terms: FitTerms, from: NaiveDate) -> Result<Fit<'_>, FitFault> {
    let work: Vec<Work> = work(study).collect();
    let minutes: Minutes = work.iter().flat_map(|work| &work.lengths).copied().sum();
    if minutes == Minutes::ZERO {
        return Err(FitFault::NothingLeft);
    }
    let covered = EventSlots::of(study, &work, from);
    let fixed = fixed(study);
    let lay_in = |hours: &Hours| {
        let time = free_time(study, &fixed, hours, terms.whole, from);
        lay_out(study, &time, &work, &covered)
    };
    let Layout { pieces, overtaking } = lay_in(&terms.hours).ok_or(FitFault::TooFewHours)?;
    if let Some(last) = all_taken(study, &pieces, from) {
        return Err(FitFault::NoFreeTime(last));
    }
    let deadline = terms.by.map(|by| {
        let mut deadline = deadline(by, &pieces);
        if deadline.days_late > 0 {
            let is_enough = |layout: Layout| self::deadline(by, &layout.pieces).days_late <= 0;
            let is_enough = |hours: &Hours| lay_in(hours).is_some_and(is_enough);
            deadline.enough = enough(&terms.hours, is_enough);
        }
        deadline
    });
    let events = covered.late(study, &work, &pieces);
    let mut pieces = pieces.into_iter().flatten();
    let slots: Vec<(FittedSlot, LaidSlot)> =
        work.iter().map(|work| work.laid(&mut pieces)).collect();
    let (slots, laid): (Vec<FittedSlot>, Vec<LaidSlot>) = slots.into_iter().unzip();
    let fitted = hull(slots.iter().map(FittedSlot::dates), from);
    Ok(Fit {
        from,
        assumed: (work.iter())
            .filter(|work| work.slot.planned().is_none())
            .map(|work| work.slot)
            .collect(),
        minutes,
        overtaking,
        events,
        missed: missed(study, &slots),
        now: hull(slots.iter().map(|slot| slot.now), from),
        fitted,
        own_end: own_end(study).unwrap_or(from),
        weeks: weeks(&slots),
        laid,
        kept: kept(study, fitted.last).collect(),
        slots,
        deadline,
        terms,
    })
}

/// The last date with slots by the author.
fn own_end(study: &Study) -> Option<NaiveDate> {
    let days = study.days_of_file();
    days.map(|(_, dates)| dates.last).max()
}

fn missed(study: &Study, slots: &[FittedSlot]) -> Vec<MissedDue> {
    let ends = slots.iter().map(|slot| (slot.slot, slot.dates().last));
    missed_dues_by(study, &ends.collect::<Vec<_>>())
}

/// A calendar that goes on for so many days is taken to have no end.
const ENDLESS: i64 = 2 * 365;

/// The last date with busy times, if these have no end and nothing is laid before it.
fn all_taken(study: &Study, pieces: &[Vec<Vec<Piece>>], from: NaiveDate) -> Option<NaiveDate> {
    let first = pieces.iter().flatten().flatten().map(|piece| piece.date);
    let (first, last) = (first.min()?, *study.busy.keys().max()?);
    (first > last && (last - from).num_days() > ENDLESS).then_some(last)
}

/// From the first of some dates to the last; `otherwise` if there are none.
fn hull(dates: impl Iterator<Item = Dates>, otherwise: NaiveDate) -> Dates {
    let hull = dates.reduce(Dates::hull);
    hull.unwrap_or(Dates::on(otherwise))
}

/// Open slots that stay where they are.
fn fixed(study: &Study) -> Fixed {
    let mut fixed = Fixed::new();
    let open = study.slots().filter(SlotView::is_open);
    for slot in open.filter(|slot| stays(study, slot)) {
        let time = slot.time.map(|time| in_study_day(time, study.day_starts));
        let length = slot.left_to_do().unwrap_or_default();
        for date in slot.dates.all() {
            fixed.entry(date).or_default().push((time, length));
        }
    }
    fixed
}

fn free_time<'t>(
    study: &'t Study,
    fixed: &'t Fixed,
    hours: &'t Hours,
    whole: bool,
    from: NaiveDate,
) -> FreeTime<'t> {
    let is_today = from == study.today;
    let length = |slot: &SlotView| slot.planned().unwrap_or(ASSUMED);
    FreeTime {
        hours,
        whole,
        from,
        first_minute: if is_today { first_minute(study) } else { 0 },
        spent: if is_today {
            let slots: Vec<SlotView> = study.slots().collect();
            spent_today(&slots, study.today, length)
        } else {
            Minutes::ZERO
        },
        rests: &study.rests,
        busy: &study.busy,
        fixed,
        day_starts: study.day_starts,
    }
}

/// Slots that are settled or stay where they are. What was settled ahead of time stays there too,
/// unless everything is done by then: it would be the end of the plan, so it goes to the date on which
/// it was settled. Slots that are where the plan has them need no mention.
fn kept(study: &Study, end: NaiveDate) -> impl Iterator<Item = LaidSlot> {
    let is_kept = |slot: &SlotView| !slot.is_open() || stays(study, slot);
    let slots = study.whole_slots().filter(move |slot| is_kept(slot));
    slots.filter_map(move |slot| {
        let rows: Vec<SlotView> = study.sittings(slot.place).collect();
        // An added slot has its own date, and keeps its moves, unless a fit has laid it.
        if slot.place.day.is_added() && !study.rows.contains_key(slot.place.slot.id.as_str()) {
            return None;
        }
        let settled = slot.mark.and_then(Mark::settled_on);
        let sitting = |row| kept_sitting(row, settled, end);
        let sittings: Vec<Sitting> = rows.iter().map(sitting).collect();
        let own = study.own_dates(slot.place.day_index);
        if let [only] = sittings.as_slice()
            && (only.dates, only.time) == (own, slot.place.slot.time)
        {
            return None;
        }
        let slot = slot.place.slot.id.to_string();
        Some(LaidSlot { slot, sittings })
    })
}

/// A row of a slot that was settled on a date, in a plan that ends on another.
fn kept_sitting(row: &SlotView, settled: Option<NaiveDate>, end: NaiveDate) -> Sitting {
    let early = settled.filter(|day| *day < row.dates.first && end < row.dates.last);
    let part = row.sitting.map(|sitting| sitting.part.length());
    let time = row.time;
    Sitting {
        dates: early.map_or(row.dates, Dates::on),
        time,
        minutes: part.or(time.map(Window::length)).unwrap_or_default(),
    }
}

/// The weeks of the plan, by the dates of their slots.
fn weeks<'a>(slots: &[FittedSlot<'a>]) -> Vec<FittedWeek<'a>> {
    let weeks = slots.chunk_by(|a, b| std::ptr::eq(a.slot.place.week, b.slot.place.week));
    let week = |slots: &[FittedSlot<'a>]| {
        let now = slots.iter().map(|slot| slot.now).reduce(Dates::hull)?;
        let fitted = slots.iter().map(FittedSlot::dates).reduce(Dates::hull)?;
        let week = slots[0].slot.place.week;
        Some(FittedWeek { week, now, fitted })
    };
    weeks.filter_map(week).collect()
}

fn deadline(by: NaiveDate, pieces: &[Vec<Vec<Piece>>]) -> Deadline {
    let pieces = || pieces.iter().flatten().flatten();
    let end = pieces().map(|piece| piece.date).max().unwrap_or(by);
    let late = pieces().filter(|piece| piece.date > by);
    Deadline {
        by,
        days_late: (end - by).num_days(),
        minutes_late: late.map(|piece| piece.minutes).sum(),
        enough: None,
    }
}

/// The fewest hours that are enough, of those that have every study day longer by as much.
fn enough(hours: &Hours, is_enough: impl Fn(&Hours) -> bool) -> Option<Hours> {
    let steps = std::iter::successors(hours.longer(STEP), |hours| hours.longer(STEP));
    steps
        .take(Minutes::DAY.0 as usize / STEP.0 as usize + 1)
        .find(is_enough)
}
