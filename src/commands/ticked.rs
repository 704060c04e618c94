//! What was ticked in an imported note: recorded as done when the plan begins.

use chrono::NaiveDate;

use super::record::Dated;
use crate::calendar::Calendar;
use crate::model::Plan;
use crate::progress::What;

/// A mark for each slot and deliverable that was ticked, on the date that the plan gives it; on
/// `today` if that is still to come.
pub(super) fn marks(plan: &Plan, start: NaiveDate, today: NaiveDate) -> Vec<Dated> {
    let calendar = Calendar::lay(plan, start);
    let done = |slot: &str, title: &str, date: NaiveDate| Dated {
        what: What::Done {
            slot: slot.to_owned(),
            title: title.to_owned(),
            minutes: None,
            fingerprint: None,
            again: false,
        },
        day: Some(date.min(today)),
    };
    let mut marks = Vec::new();
    for place in plan.slots().filter(|place| place.slot.ticked) {
        let date = calendar.days[place.day_index].first;
        marks.push(done(place.slot.id.as_str(), &place.slot.title, date));
    }
    for (_, week) in plan.weeks() {
        let days = plan.days().enumerate();
        let of_week = days.filter(|(_, (.., other, _))| std::ptr::eq(*other, week));
        let last = of_week
            .filter_map(|(index, _)| calendar.days.get(index))
            .last();
        let date = last.map_or(start, |dates| dates.last);
        for what in week.deliverables.iter().filter(|what| what.ticked) {
            marks.push(done(&what.id, &what.text, date));
        }
    }
    marks
}
