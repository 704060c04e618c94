//! Spreading work without days over the study days of its weeks.

use std::ops::Range;

use super::date::Dated;
use super::hours::WeekMinutes;

/// Where a piece of work goes: the week, from 0, and the weekday, Monday 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LaidWork {
    pub(crate) week: u32,
    pub(crate) weekday: u32,
    /// Which piece of work it is.
    pub(crate) work: usize,
    /// Which part of it, and of how many.
    pub(crate) part: (u32, u32),
    pub(crate) minutes: u32,
}

/// Spreads `count` pieces of work over `weeks` with these study days. The first of a week is on its first study day. Where
/// there are fewer pieces than weeks, each is divided into sittings on the study days of its weeks.
pub(super) fn spread(count: usize, weeks: u32, days: &[u32], hours: &WeekMinutes) -> Vec<LaidWork> {
    let count = u32::try_from(count).unwrap_or(u32::MAX).max(1);
    let weeks = weeks.max(1);
    if count < weeks {
        return sittings(count, weeks, days, hours);
    }
    let mut places = Vec::new();
    for week in 0..weeks {
        let works = week * count / weeks..(week + 1) * count / weeks;
        of_week(week, works, days, hours, &mut places);
    }
    places
}

/// A sitting on every study day of so many weeks: the pieces of work follow each other.
pub(super) fn sittings(count: u32, weeks: u32, days: &[u32], hours: &WeekMinutes) -> Vec<LaidWork> {
    let per_week = u32::try_from(days.len()).unwrap_or(5);
    let total = weeks * per_week;
    let first = |work: u32| (work * total).div_ceil(count);
    let place = |sitting: u32| {
        let work = sitting * count / total;
        let weekday = days[(sitting % per_week) as usize];
        LaidWork {
            week: sitting / per_week,
            weekday,
            work: work as usize,
            part: (sitting - first(work) + 1, first(work + 1) - first(work)),
            minutes: share(hours.of(weekday), 1),
        }
    };
    (0..total).map(place).collect()
}

fn of_week(
    week: u32,
    works: Range<u32>,
    days: &[u32],
    hours: &WeekMinutes,
    places: &mut Vec<LaidWork>,
) {
    let on = |index: usize| days[(index * days.len() / works.len()).min(days.len() - 1)];
    for (index, work) in works.clone().enumerate() {
        let weekday = on(index);
        let same = (0..works.len())
            .filter(|other| on(*other) == weekday)
            .count();
        let same = u32::try_from(same).unwrap_or(1);
        places.push(LaidWork {
            week,
            weekday,
            work: work as usize,
            part: (1, 1),
            minutes: share(hours.of(weekday), same),
        });
    }
}

/// A part of a day's minutes, in steps of five: at least ten minutes, at most four hours.
pub(super) fn share(minutes: u32, parts: u32) -> u32 {
    (minutes / parts.max(1) / 5 * 5).clamp(10, 240)
}

/// Whether work that says how long it takes is laid out by that: some of it is too long for a day, or
/// there is more of it than days.
pub(super) fn is_measured(
    lengths: &[(u32, bool)],
    weeks: u32,
    days: &[u32],
    hours: &WeekMinutes,
) -> bool {
    let longest = days.iter().map(|day| hours.of(*day)).max().unwrap_or(60);
    let places = days.len() * weeks as usize;
    let is_long = |(length, is_whole): &(u32, bool)| !is_whole && *length * 2 > longest * 3;
    lengths.len() > places || lengths.iter().any(is_long)
}

/// Fills the study days of so many weeks with work of these lengths, each with whether it has to be done
/// in one sitting; another piece that is too long for what is left of a day continues on the next. If
/// there is more work than time, every day gets longer.
pub(super) fn measured(
    lengths: &[(u32, bool)],
    weeks: u32,
    days: &[u32],
    hours: &WeekMinutes,
) -> Vec<LaidWork> {
    /// Less is added to the day before.
    const LEAST: u32 = 20;
    let total: u64 = lengths.iter().map(|(length, _)| u64::from(*length)).sum();
    let week: u64 = days.iter().map(|day| u64::from(hours.of(*day))).sum();
    let all = (week * u64::from(weeks.max(1))).max(1);
    let room = |day: u32| {
        let minutes = (u64::from(hours.of(day)) * total.max(all)).div_ceil(all);
        u32::try_from(minutes.div_ceil(5) * 5).unwrap_or(u32::MAX)
    };
    let mut sittings = (0..weeks.max(1)).flat_map(|week| days.iter().map(move |day| (week, *day)));
    let mut open = sittings.next().unwrap_or_default();
    let mut left = room(open.1);
    let mut places: Vec<LaidWork> = Vec::new();
    for (work, (length, is_whole)) in lengths.iter().enumerate() {
        let (mut rest, first) = (*length, places.len());
        while rest > 0 {
            let is_full = left < LEAST || *is_whole && left < rest && left < room(open.1);
            let next = is_full.then(|| sittings.next()).flatten();
            if let Some(next) = next {
                (open, left) = (next, room(next.1));
            }
            let is_end = rest < left + LEAST || left < LEAST || *is_whole;
            let minutes = if is_end { rest } else { left };
            (rest, left) = (rest - minutes, left.saturating_sub(minutes));
            let (week, weekday) = open;
            let part = (1, 1);
            places.push(LaidWork {
                week,
                weekday,
                work,
                part,
                minutes,
            });
        }
        let parts = u32::try_from(places.len() - first).unwrap_or(1);
        for (number, place) in (1..).zip(&mut places[first..]) {
            place.part = (number, parts);
        }
    }
    places
}

/// The study days of a week in their order, Monday 0: a week that has dates begins on the first of
/// them, and has no other days than those.
pub(super) fn study_days(hours: &WeekMinutes, dated: Option<Dated>) -> Vec<u32> {
    let mut days = hours.study_days();
    let Some((dated, first)) = dated.and_then(|dated| Some((dated, dated.weekday()?))) else {
        return days;
    };
    let after = |day: u32| (day + 7 - first.num_days_from_monday()) % 7;
    days.sort_by_key(|day| after(*day));
    let is_inside = |day: &u32| i64::from(after(*day)) < dated.days();
    if dated.days() > 1 && days.iter().any(is_inside) {
        days.retain(is_inside);
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(count: usize, weeks: u32) -> Vec<String> {
        let hours = WeekMinutes::ASSUMED;
        let places = spread(count, weeks, &hours.study_days(), &hours);
        let one = |place: &LaidWork| {
            let LaidWork {
                week,
                weekday,
                work,
                part: (part, parts),
                minutes,
            } = place;
            format!("w{week} d{weekday}: {work} {part}/{parts} {minutes}m")
        };
        places.iter().map(one).collect()
    }

    #[test]
    fn two_pieces_of_work_in_a_week() {
        assert_eq!(places(2, 1), ["w0 d0: 0 1/1 60m", "w0 d2: 1 1/1 60m"]);
    }

    #[test]
    fn more_work_than_days_shares_the_time_of_a_day() {
        let days: Vec<String> = places(7, 1);
        assert_eq!(days[0], "w0 d0: 0 1/1 30m");
        assert_eq!(days[6], "w0 d4: 6 1/1 60m");
    }

    #[test]
    fn less_work_than_weeks_is_divided_into_sittings() {
        let two = places(2, 3);
        assert_eq!(two.len(), 15);
        assert_eq!(
            two[6..9],
            ["w1 d1: 0 7/8 60m", "w1 d2: 0 8/8 60m", "w1 d3: 1 1/7 60m"]
        );
    }
}
