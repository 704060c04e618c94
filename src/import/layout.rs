//! Spreading work without days over the study days of its weeks.

use super::hours::Hours;

/// Where a piece of work goes: the week, from 0, and the weekday, Monday 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(crate) week: u32,
    pub(crate) weekday: u32,
    /// Which piece of work it is.
    pub(crate) work: usize,
    /// Which part of it, and of how many.
    pub(crate) part: (u32, u32),
    pub(crate) minutes: u32,
}

/// Spreads `count` pieces of work over `weeks`, so that every week has some: work is divided where
/// there are fewer pieces than weeks. The first of a week is on its first study day.
pub(super) fn spread(count: usize, weeks: u32, hours: &Hours) -> Vec<Place> {
    let count = u32::try_from(count).unwrap_or(u32::MAX).max(1);
    let weeks = weeks.max(1);
    let days = hours.study_days();
    let mut places = Vec::new();
    for week in 0..weeks {
        let works: Vec<(usize, (u32, u32))> = if count >= weeks {
            let range = week * count / weeks..(week + 1) * count / weeks;
            range.map(|work| (work as usize, (1, 1))).collect()
        } else {
            let work = week * count / weeks;
            let first = (0..weeks)
                .find(|week| week * count / weeks == work)
                .unwrap_or(week);
            let parts = (0..weeks)
                .filter(|week| week * count / weeks == work)
                .count();
            let parts = u32::try_from(parts).unwrap_or(1);
            vec![(work as usize, (week - first + 1, parts))]
        };
        of_week(week, &works, &days, hours, &mut places);
    }
    places
}

/// One piece of work on every study day of so many weeks.
pub(super) fn sittings(weeks: u32, hours: &Hours) -> Vec<Place> {
    let days = hours.study_days();
    let per_week = u32::try_from(days.len()).unwrap_or(5);
    let parts = weeks * per_week;
    let place = |part: u32| {
        let weekday = days[(part % per_week) as usize];
        Place {
            week: part / per_week,
            weekday,
            work: 0,
            part: (part + 1, parts),
            minutes: share(hours.of(weekday), 1),
        }
    };
    (0..parts).map(place).collect()
}

fn of_week(
    week: u32,
    works: &[(usize, (u32, u32))],
    days: &[u32],
    hours: &Hours,
    places: &mut Vec<Place>,
) {
    let on = |index: usize| days[(index * days.len() / works.len()).min(days.len() - 1)];
    for (index, (work, part)) in works.iter().enumerate() {
        let weekday = on(index);
        let same = (0..works.len())
            .filter(|other| on(*other) == weekday)
            .count();
        let same = u32::try_from(same).unwrap_or(1);
        places.push(Place {
            week,
            weekday,
            work: *work,
            part: *part,
            minutes: share(hours.of(weekday), same),
        });
    }
}

/// A part of a day's minutes, in steps of five: at least ten minutes, at most four hours.
pub(super) fn share(minutes: u32, parts: u32) -> u32 {
    (minutes / parts.max(1) / 5 * 5).clamp(10, 240)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(count: usize, weeks: u32) -> Vec<String> {
        let places = spread(count, weeks, &Hours::ASSUMED);
        let one = |place: &Place| {
            let Place {
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
    fn less_work_than_weeks_is_divided() {
        assert_eq!(places(1, 2), ["w0 d0: 0 1/2 60m", "w1 d0: 0 2/2 60m"]);
        let two = places(2, 3);
        assert_eq!(
            two,
            ["w0 d0: 0 1/2 60m", "w1 d0: 0 2/2 60m", "w2 d0: 1 1/1 60m"]
        );
    }
}
