//! Tables for spreadsheets and databases (RFC 4180).

use chrono::{Datelike, NaiveDate};

use super::json::weekday;
use crate::escape;
use crate::model::Minutes;
use crate::progress::{Event, What};
use crate::summary::{DateFigures, SlotView, Study};

/// A table with a row for each of something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Csv {
    text: String,
}

/// Whose rows they are: the learner, if there are several, and the plan.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Of<'a> {
    pub(crate) learner: &'a str,
    pub(crate) study: &'a Study,
}

const SLOTS: &str = "learner,plan,slot,title,phase,week,topic,date,last_date,weekday,start,end,\
                     planned_date,status,planned_minutes,actual_minutes,done_on";

const MARKS: &str = "learner,plan,slot,title,kind,study_date,at,minutes,text,device";

const DATES: &str = "learner,plan,date,weekday,slots,planned_minutes,done,skipped,overdue,finished,\
                     studied_minutes,rest";

impl Csv {
    /// A table of slots without rows.
    pub(crate) fn of_slots() -> Self {
        Self::with_head(SLOTS)
    }

    /// A table of marks and notes without rows.
    pub(crate) fn of_marks() -> Self {
        Self::with_head(MARKS)
    }

    /// A table of dates without rows.
    pub(crate) fn of_dates() -> Self {
        Self::with_head(DATES)
    }

    /// The table as text.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// Adds a slot.
    pub(crate) fn slot(&mut self, of: Of, slot: &SlotView) {
        let place = &slot.place;
        let (first, last) = (slot.dates.first, slot.dates.last);
        self.row(
            of,
            &[
                place.slot.id.to_string(),
                place.slot.title.clone(),
                place.phase.title.clone().unwrap_or_default(),
                optional(place.week.number),
                optional(place.slot.topic.as_ref()),
                first.to_string(),
                last.to_string(),
                weekday(first.weekday()),
                optional(slot.time.map(|time| time.start)),
                optional(slot.time.map(|time| time.end)),
                slot.baseline.first.to_string(),
                slot.status.name().to_owned(),
                minutes(slot.planned()),
                minutes(slot.actual()),
                optional(slot.done_on()),
            ],
        );
    }

    /// Adds an event that marks a slot or is a note on one; others are left out.
    pub(crate) fn mark(&mut self, of: Of, event: &Event) {
        let (kind, took, text) = match &event.what {
            What::Done { minutes, .. } => ("done", *minutes, None),
            What::Sitting { minutes, .. } => ("sitting", *minutes, None),
            What::Skip { why, .. } => ("skip", None, why.as_deref()),
            What::Note { text, .. } => ("note", None, Some(text.as_str())),
            _ => return,
        };
        let Some((slot, title)) = event.slot() else {
            return;
        };
        self.row(
            of,
            &[
                slot.to_owned(),
                title.to_owned(),
                kind.to_owned(),
                event.day.to_string(),
                event.at.to_rfc3339(),
                minutes(took),
                text.unwrap_or_default().to_owned(),
                event.dev.clone(),
            ],
        );
    }

    /// Adds a date.
    pub(crate) fn date(&mut self, of: Of, date: NaiveDate, figures: &DateFigures) {
        let DateFigures {
            planned,
            finished,
            studied,
            is_rest,
        } = figures;
        self.row(
            of,
            &[
                date.to_string(),
                weekday(date.weekday()),
                planned.slots.to_string(),
                planned.planned.0.to_string(),
                planned.done.to_string(),
                planned.skipped.to_string(),
                planned.overdue.to_string(),
                finished.to_string(),
                studied.0.to_string(),
                is_rest.to_string(),
            ],
        );
    }

    fn with_head(head: &str) -> Self {
        let text = format!("{head}\r\n");
        Self { text }
    }

    fn row(&mut self, of: Of, cells: &[String]) {
        let plan = of.study.plan.id.as_str();
        let all = [of.learner, plan].into_iter();
        let all = all.chain(cells.iter().map(String::as_str));
        let all: Vec<String> = all.map(escape::csv).collect();
        self.text += &all.join(",");
        self.text += "\r\n";
    }
}

fn optional(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn minutes(minutes: Option<Minutes>) -> String {
    optional(minutes.map(|minutes| minutes.0))
}
