//! Slots of a day and of a week.

use super::parts::{Fact, Figure, Link, Progress, Words, facts, pieces};
use crate::render::sheet::Sheet;
use crate::render::views;
use crate::summary::{SlotView, Status, Study, Today, WeekDay, WeekView};
use crate::text::{Label, Phrase};

/// A slot.
#[derive(Debug)]
pub(super) struct Slot {
    pub(crate) class: &'static str,
    pub(crate) sign: String,
    pub(crate) state: String,
    pub(crate) time: String,
    pub(crate) title: String,
    /// How long it took, or that it is on now, and where it was moved from.
    pub(crate) remarks: Vec<String>,
    pub(crate) tasks: Vec<String>,
    pub(crate) links: Vec<Link>,
}

impl Slot {
    fn of(study: &Study, slot: &SlotView, words: Words) -> Self {
        let class = match slot.status {
            _ if slot.now => "now",
            Status::Done => "done",
            Status::Skipped => "skipped",
            Status::Overdue => "overdue",
            Status::Open => "open",
        };
        let mut title = pieces(&views::slot_title(slot), words).into_iter();
        let tasks = slot.place.slot.fields.iter();
        let tasks = tasks.filter(|field| !field.is_reading());
        let readings = slot.readings(study);
        Self {
            class,
            sign: pieces(&vec![views::sign(slot)], words).concat(),
            state: words.say(match class {
                "now" => Label::Now,
                "done" => Label::Done,
                "skipped" => Label::Skipped,
                "overdue" => Label::Overdue,
                _ => Label::Open,
            }),
            time: words.say(views::time(slot)),
            title: title.next().unwrap_or_default(),
            remarks: title.collect(),
            tasks: tasks
                .map(|field| pieces(&views::field_line(field), words).join(" "))
                .collect(),
            links: readings.map(|reading| Link::of(&reading, words)).collect(),
        }
    }
}

/// A day of the week.
#[derive(Debug)]
pub(super) struct Day {
    pub(crate) date: chrono::NaiveDate,
    pub(crate) is_today: bool,
    pub(crate) when: String,
    /// The names of its days in the plan, or why it has no slots.
    pub(crate) what: String,
    pub(crate) events: Vec<String>,
    pub(crate) slots: Vec<Slot>,
}

impl Day {
    pub(super) fn of(study: &Study, entry: &WeekDay, words: Words) -> Self {
        let slots = entry.day.iter().flat_map(|day| &day.slots);
        let what = match (&entry.day, entry.rest) {
            (_, Some(rest)) => words.say(views::rest_day(rest)),
            (Some(day), None) => words.say(Phrase::Days(views::day_names(day, study))),
            (None, None) => words.say(views::without_slots(study, entry)),
        };
        Self {
            date: entry.date,
            is_today: entry.date == study.today,
            when: words.say(Phrase::ShortDate(entry.date)),
            what,
            events: entry
                .events
                .iter()
                .map(|view| view.event.title.clone())
                .collect(),
            slots: slots.map(|slot| Slot::of(study, slot, words)).collect(),
        }
    }
}

/// The study date.
#[derive(Debug)]
pub(super) struct DaySection {
    /// Day, week and phase.
    pub(crate) place: String,
    /// Why there are no slots, or that what is shown is a preview.
    pub(crate) remark: Option<String>,
    pub(crate) slots: Vec<Slot>,
    /// What else there is to know.
    pub(crate) facts: Vec<Fact>,
    pub(crate) week: Progress,
    pub(crate) plan: Progress,
}

impl DaySection {
    pub(super) fn of(study: &Study, today: &Today, words: Words) -> Self {
        let slots = today.shown_slots();
        let mut sheet = Sheet::default();
        views::details(&mut sheet, study, today, (&slots, false));
        let place = today.day.as_ref().map(|day| views::place(study, day));
        let place = place.map(|line| pieces(&line, words).join(" "));
        let remark = if slots.is_empty() {
            Some(views::free(today))
        } else {
            views::before_start(study, today)
        };
        Self {
            place: place.unwrap_or_default(),
            remark: remark.map(|words_of| words.say(words_of)),
            facts: facts(Some(&sheet.blocks), words),
            slots: slots
                .iter()
                .map(|slot| Slot::of(study, slot, words))
                .collect(),
            week: Progress::of(&today.week, "today/progress/week", words),
            plan: Progress::of(&today.plan, "today/progress/plan", words),
        }
    }
}

/// The calendar week.
#[derive(Debug)]
pub(super) struct WeekSection {
    pub(crate) dates: String,
    pub(crate) progress: Progress,
    pub(crate) planned: Figure,
    pub(crate) days: Vec<Day>,
}

impl WeekSection {
    pub(super) fn of(study: &Study, week: &WeekView, words: Words) -> Self {
        let at = "week/progress/week";
        Self {
            dates: words.say(Phrase::Dates(week.dates)),
            progress: Progress::of(&week.tally, at, words),
            planned: Figure::minutes(format!("{at}/planned_minutes"), week.tally.planned, words),
            days: week
                .days
                .iter()
                .map(|day| Day::of(study, day, words))
                .collect(),
        }
    }
}
