//! What the clock says of slots.

use chrono::{NaiveDateTime, TimeDelta};

use super::Study;
use crate::model::{Dates, Minutes, Window};

/// Start and end of a time of day on the first of some dates.
pub(super) fn moments(
    study: &Study,
    dates: Dates,
    time: Option<Window>,
) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let time = time?;
    let start = study.moment(dates.first, time.start);
    let length = TimeDelta::minutes(i64::from(time.length().0));
    Some((start, start.checked_add_signed(length).unwrap_or(start)))
}

/// Whether some dates have passed; if today is the last, whether the time of day has.
pub(super) fn has_passed(
    study: &Study,
    dates: Dates,
    moments: Option<(NaiveDateTime, NaiveDateTime)>,
) -> bool {
    let ended = moments.is_some_and(|(_, end)| end <= study.now);
    dates.last < study.today || (dates.last == study.today && ended)
}

/// The time a slot was moved to, with the duration it has now, because the plan may have been edited
/// since. A time that would pass midnight then is not changed.
pub(super) fn as_long_as(length: Option<Minutes>, time: Window) -> Window {
    let length = length.filter(|length| *length != time.length());
    let changed = length.and_then(|length| Window::from(time.start, length));
    changed.unwrap_or(time)
}

/// Minutes, rounded up.
pub(super) fn minutes_until(left: TimeDelta) -> Minutes {
    let seconds = left.num_seconds() + i64::from(left.subsec_nanos() > 0);
    Minutes(u32::try_from((seconds + 59) / 60).unwrap_or_default())
}
