//! Fitting: laying slots back to back into the hours of a learner's own week.
//!
//! Slots are laid in the order they are given. One that doesn't fit the rest of a window is divided:
//! a part of it fills the window, and the rest goes on in the next. No part is shorter than
//! [`LEAST`], unless there is no other way: then the rest of a window is left free, or a last part
//! is as short as it has to be.

use std::collections::{HashMap, VecDeque};

use chrono::NaiveDate;

use super::time::{MIDNIGHT, MinuteRange, gaps};
use crate::calendar::add;
use crate::model::{Busy, Clock, DayHours, Hours, Minutes, Window};
use crate::progress::Rests;

/// The shortest part that a slot is divided into.
const LEAST: Minutes = Minutes(30);

/// How many days a fit may take: about thirty years.
const LONGEST: u64 = 30 * 366;

/// Slots that stay where they are, by date: at which minutes of the study day, if they have a time,
/// and how long they are.
pub(crate) type Fixed = HashMap<NaiveDate, Vec<(Option<MinuteRange>, Minutes)>>;

/// The time there is to lay slots in.
pub(crate) struct FreeTime<'a> {
    /// The hours of the learner's week.
    pub(crate) hours: &'a Hours,
    /// Whether only slots that are longer than every window are divided.
    pub(crate) whole: bool,
    /// The first study date.
    pub(crate) from: NaiveDate,
    /// The first minute of that study day.
    pub(crate) first_minute: u32,
    /// How much of that date's budget is spent.
    pub(crate) spent: Minutes,
    /// Rest that the learner declared.
    pub(crate) rests: &'a Rests,
    /// Times that are taken.
    pub(crate) busy: &'a Busy,
    /// Slots that are not laid and take time as well.
    pub(crate) fixed: &'a Fixed,
    /// When a study day begins: an earlier time on the clock belongs to the night after.
    pub(crate) day_starts: Minutes,
}

impl FreeTime<'_> {
    /// The times that are taken on a date, in order.
    fn busy_on(&self, date: NaiveDate) -> Vec<MinuteRange> {
        let mut busy = self.busy.get(&date).cloned().unwrap_or_default();
        busy.extend(self.fixed_on(date).filter_map(|(range, _)| *range));
        busy.sort_unstable();
        busy
    }

    fn fixed_on(&self, date: NaiveDate) -> impl Iterator<Item = &(Option<MinuteRange>, Minutes)> {
        self.fixed.get(&date).into_iter().flatten()
    }

    /// How much slots without a time take of a date.
    fn untimed_on(&self, date: NaiveDate) -> Minutes {
        let untimed = self.fixed_on(date).filter(|(range, _)| range.is_none());
        untimed.map(|(_, minutes)| *minutes).sum()
    }

    /// How many minutes of a study day are free, from minute `earliest` on.
    fn left_of(&self, date: NaiveDate, earliest: u32) -> u32 {
        let day = (self.day_starts.0, self.day_starts.0 + MIDNIGHT);
        let gaps = gaps(day, &self.busy_on(date), earliest);
        gaps.iter().map(|(from, to)| to.saturating_sub(*from)).sum()
    }
}

/// A slot, or a part of one, in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) date: NaiveDate,
    /// The time of day, if the hours have any.
    pub(crate) time: Option<Window>,
    pub(crate) minutes: Minutes,
}

/// Time without a break on one date.
#[derive(Debug, Clone, Copy)]
struct Gap {
    date: NaiveDate,
    /// Where it begins in the study day; `None` if it is a budget without times of day.
    start: Option<u32>,
    minutes: u32,
}

/// Lays slots of these lengths, each in one piece or several; `None` if the hours do not suffice
/// within thirty years.
pub(crate) fn lay(time: &FreeTime, lengths: &[Minutes]) -> Option<Vec<Vec<Piece>>> {
    let mut gaps = Gaps::new(time);
    lengths.iter().map(|length| gaps.lay(length.0)).collect()
}

/// The gaps that are still free, in order.
struct Gaps<'a> {
    time: &'a FreeTime<'a>,
    /// The next date to look at.
    next: NaiveDate,
    here: VecDeque<Gap>,
    /// The longest gap of any weekday.
    longest: u32,
}

impl<'a> Gaps<'a> {
    fn new(time: &'a FreeTime<'a>) -> Self {
        Self {
            time,
            next: time.from,
            here: VecDeque::new(),
            longest: time.hours.longest().0,
        }
    }

    /// The first gap; `None` if there is none in reach.
    fn first(&mut self) -> Option<&mut Gap> {
        let last = add(self.time.from, LONGEST);
        while self.here.is_empty() {
            if self.next > last {
                return None;
            }
            self.here = self.on(self.next).into();
            self.next = add(self.next, 1);
        }
        self.here.front_mut()
    }

    /// The gaps of a date.
    fn on(&self, date: NaiveDate) -> Vec<Gap> {
        let time = self.time;
        if time.rests.on(date).is_some() {
            return Vec::new();
        }
        let is_first = date == time.from;
        let earliest = if is_first { time.first_minute } else { 0 };
        match time.rests.hours_on(time.hours, date) {
            DayHours::Budget(budget) => {
                let spent = if is_first { time.spent } else { Minutes::ZERO };
                let fixed = time.fixed_on(date).map(|(_, minutes)| *minutes).sum();
                // What is left of the study day may be less than the budget.
                let minutes = (*budget - spent - fixed)
                    .0
                    .min(time.left_of(date, earliest));
                let start = None;
                let gap = Gap {
                    date,
                    start,
                    minutes,
                };
                Vec::from_iter((minutes > 0).then_some(gap))
            }
            DayHours::Windows(windows) => {
                let ranges = windows.iter().flat_map(|window| self.ranges(*window));
                let mut ranges: Vec<MinuteRange> = ranges.collect();
                ranges.sort_unstable();
                let busy = time.busy_on(date);
                let free = ranges
                    .iter()
                    .flat_map(|range| gaps(*range, &busy, earliest));
                let free = free.filter(|(from, to)| from < to);
                let mut free: Vec<MinuteRange> = free.collect();
                take_last(&mut free, time.untimed_on(date).0);
                let gap = |(from, to)| Gap {
                    date,
                    start: Some(from),
                    minutes: to - from,
                };
                free.into_iter().map(gap).collect()
            }
        }
    }

    /// A window in minutes of the study day: what is before the day starts belongs to the night after
    /// it.
    fn ranges(&self, window: Window) -> impl Iterator<Item = MinuteRange> {
        let (start, end) = (window.start.minutes(), window.end.minutes());
        let day_starts = self.time.day_starts.0;
        let day = (start.max(day_starts), end);
        let night = (start + MIDNIGHT, end.min(day_starts) + MIDNIGHT);
        [day, night].into_iter().filter(|(from, to)| from < to)
    }

    /// Lays one slot.
    fn lay(&mut self, length: u32) -> Option<Vec<Piece>> {
        let (longest, whole) = (self.longest, self.time.whole);
        let mut left = length;
        let mut pieces = Vec::new();
        while left > 0 {
            let gap = self.first()?;
            let may_divide = !whole || length > longest;
            let part = part(left, gap.minutes, longest).filter(|part| *part == left || may_divide);
            match part {
                Some(part) => {
                    pieces.push(gap.take(part)?);
                    left -= part;
                    if gap.minutes == 0 {
                        self.here.pop_front();
                    }
                }
                None => {
                    self.here.pop_front();
                }
            }
        }
        Some(pieces)
    }
}

/// Takes so many minutes off the end of the last of some times.
fn take_last(free: &mut Vec<MinuteRange>, mut minutes: u32) {
    while minutes > 0
        && let Some((from, to)) = free.pop()
    {
        let part = minutes.min(to - from);
        minutes -= part;
        if from < to - part {
            free.push((from, to - part));
        }
    }
}

/// How many of the minutes that are `left` of a slot go into a gap: all, or a part such that neither
/// it nor the rest is too short; `None` if the gap is passed over. `longest` is the longest gap there
/// is.
fn part(left: u32, gap: u32, longest: u32) -> Option<u32> {
    if left <= gap {
        return Some(left);
    }
    let least = LEAST.0.min(longest);
    let part = gap.min(left.saturating_sub(least));
    if part >= least {
        return Some(part);
    }
    // No gap has room for all of it, and it can't be divided well.
    (left > longest && gap >= least).then_some(gap)
}

impl Gap {
    /// Takes a piece of `minutes` from its beginning.
    fn take(&mut self, minutes: u32) -> Option<Piece> {
        let time = match self.start {
            None => None,
            Some(start) => {
                let clock = Clock::from_minutes(start.checked_sub(MIDNIGHT).unwrap_or(start))?;
                self.start = Some(start + minutes);
                Some(Window::from(clock, Minutes(minutes))?)
            }
        };
        self.minutes -= minutes;
        Some(Piece {
            date: self.date,
            time,
            minutes: Minutes(minutes),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    /// The pieces of each slot, laid from Monday 7 December 2026 on with Wednesday the 9th at rest.
    fn laid(hours: &str, whole: bool, lengths: &[u32]) -> Vec<String> {
        let hours = Hours::parse(hours).expect("hours");
        let time = FreeTime {
            hours: &hours,
            whole,
            from: date("2026-12-07"),
            first_minute: 0,
            spent: Minutes::ZERO,
            rests: &Rests::on_dates(&[date("2026-12-09")]),
            busy: &HashMap::new(),
            fixed: &HashMap::new(),
            day_starts: Minutes(240),
        };
        let lengths: Vec<Minutes> = lengths.iter().copied().map(Minutes).collect();
        let pieces = lay(&time, &lengths).expect("enough time");
        let shown = |piece: &Piece| {
            let time = piece
                .time
                .map_or(format!("{}m", piece.minutes.0), |time| time.to_string());
            format!("{} {time}", piece.date.format("%d"))
        };
        let shown = pieces
            .iter()
            .map(|pieces| pieces.iter().map(shown).collect::<Vec<_>>());
        shown.map(|pieces| pieces.join(", ")).collect()
    }

    const EVENINGS: &str = "mon-fri=19:00-21:00";

    #[test]
    fn slots_are_laid_back_to_back_and_divided_at_the_end_of_a_window() {
        assert_eq!(
            laid(EVENINGS, false, &[90, 90, 60, 60]),
            [
                "07 19:00-20:30",
                "07 20:30-21:00, 08 19:00-20:00",
                "08 20:00-21:00",
                "10 19:00-20:00",
            ]
        );
    }

    #[test]
    fn no_part_is_shorter_than_half_an_hour() {
        // 20 minutes are left after the first: too few for a part of the second.
        assert_eq!(
            laid(EVENINGS, false, &[100, 60]),
            ["07 19:00-20:40", "08 19:00-20:00"]
        );
        // 70 of 90 minutes would leave 20, so 60 go first.
        assert_eq!(
            laid(EVENINGS, false, &[50, 90]),
            ["07 19:00-19:50", "07 19:50-20:50, 08 19:00-19:30"]
        );
        // 50 minutes can't be divided into two such parts, and no window has 50.
        assert_eq!(
            laid("mon-fri=19:00-19:40", false, &[50, 30]),
            ["07 19:00-19:40, 08 19:00-19:10", "08 19:10-19:40"]
        );
        // Windows shorter than that are used as they are.
        assert_eq!(
            laid("mon-fri=19:00-19:20", false, &[50]),
            ["07 19:00-19:20, 08 19:00-19:20, 10 19:00-19:10"]
        );
    }

    #[test]
    fn whole_slots_wait_for_a_window_unless_none_is_long_enough() {
        assert_eq!(
            laid(EVENINGS, true, &[90, 90, 150]),
            [
                "07 19:00-20:30",
                "08 19:00-20:30",
                "08 20:30-21:00, 10 19:00-21:00",
            ]
        );
    }

    #[test]
    fn budgets_have_no_times_of_day() {
        assert_eq!(
            laid("mon=2h,tue=1h,sat=6h", false, &[90, 60, 60]),
            ["07 90m", "07 30m, 08 30m", "08 30m, 12 30m"]
        );
    }

    #[test]
    fn windows_after_midnight_belong_to_the_night_after() {
        assert_eq!(
            laid("mon-tue=00:30-01:30+23:00-24:00", false, &[60, 60, 60]),
            ["07 23:00-24:00", "07 00:30-01:30", "08 23:00-24:00"]
        );
    }

    #[test]
    fn a_saturday_at_work_has_the_hours_of_monday() {
        let hours = Hours::parse("mon=19:00-21:00,sat=3h").expect("hours");
        let rests = Rests::working_on(date("2026-12-12"));
        let time = FreeTime {
            hours: &hours,
            whole: false,
            from: date("2026-12-12"),
            first_minute: 0,
            spent: Minutes::ZERO,
            rests: &rests,
            busy: &HashMap::new(),
            fixed: &HashMap::new(),
            day_starts: Minutes(240),
        };
        let pieces = lay(&time, &[Minutes(90), Minutes(60)]).expect("enough time");
        let times = pieces
            .iter()
            .flatten()
            .map(|piece| (piece.date, piece.time.map(|time| time.to_string())));
        let time = |date: &str, time: &str| (self::date(date), Some(time.to_owned()));
        let expected = [
            time("2026-12-12", "19:00-20:30"),
            time("2026-12-12", "20:30-21:00"),
            time("2026-12-14", "19:00-19:30"),
        ];
        assert_eq!(times.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn busy_times_and_the_past_are_left_out() {
        let hours = Hours::parse("mon-fri=19:00-22:00").expect("hours");
        let busy = HashMap::from([(date("2026-12-07"), vec![(1200, 1230)])]);
        let time = FreeTime {
            hours: &hours,
            whole: false,
            from: date("2026-12-07"),
            first_minute: 1150,
            spent: Minutes::ZERO,
            rests: &Rests::default(),
            busy: &busy,
            fixed: &HashMap::new(),
            day_starts: Minutes(240),
        };
        let pieces = lay(&time, &[Minutes(100)]).expect("enough time");
        let times = pieces[0]
            .iter()
            .map(|piece| piece.time.map(|time| time.to_string()));
        let times: Vec<_> = times.map(Option::unwrap_or_default).collect();
        assert_eq!(times, ["19:10-20:00", "20:30-21:20"]);
    }

    #[test]
    fn a_budget_is_at_most_what_busy_times_leave() {
        let hours = Hours::parse("mon-fri=2h").expect("hours");
        let busy = HashMap::from([
            (date("2026-12-07"), vec![(0, 1680)]),
            (date("2026-12-08"), vec![(240, 1500), (1400, 1620)]),
        ]);
        let time = FreeTime {
            hours: &hours,
            whole: false,
            from: date("2026-12-07"),
            first_minute: 0,
            spent: Minutes::ZERO,
            rests: &Rests::default(),
            busy: &busy,
            fixed: &HashMap::new(),
            day_starts: Minutes(240),
        };
        let pieces = lay(&time, &[Minutes(90)]).expect("enough time");
        let pieces: Vec<_> = pieces[0]
            .iter()
            .map(|piece| (piece.date, piece.minutes.0))
            .collect();
        assert_eq!(pieces, [(date("2026-12-08"), 60), (date("2026-12-09"), 30)]);
    }

    #[test]
    fn hours_that_never_suffice_are_none() {
        let hours = Hours::parse("mon=1m").expect("hours");
        let time = FreeTime {
            hours: &hours,
            whole: false,
            from: date("2026-12-07"),
            first_minute: 0,
            spent: Minutes::ZERO,
            rests: &Rests::default(),
            busy: &HashMap::new(),
            fixed: &HashMap::new(),
            day_starts: Minutes(240),
        };
        assert_eq!(lay(&time, &[Minutes(1440), Minutes(1440)]), None);
    }
}
