//! Messages that confirm what was recorded, undone or redone.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::words::{count, date, dates, duration, list, name, placed_at, weeks};
use crate::model::Minutes;
use crate::text::{Confirmation, Relinked, Step};

/// The message in English.
pub(super) fn text(message: &Confirmation) -> Cow<'static, str> {
    match message {
        Confirmation::AlreadyDone => "was already done".into(),
        Confirmation::AlreadySkipped => "was already skipped".into(),
        Confirmation::InsteadOf(planned) => format!("(planned {})", duration(*planned)).into(),
        Confirmation::Planned(planned) => format!("planned {}", duration(*planned)).into(),
        Confirmation::Left {
            date,
            ordinals,
            planned,
        } => left(*date, ordinals, *planned).into(),
        Confirmation::Step(step) => self::step(step).into(),
    }
}

fn left(day: Option<NaiveDate>, ordinals: &[usize], planned: Minutes) -> String {
    let day = match day {
        Some(day) => format!("on {}", date(day)),
        None => "today".to_owned(),
    };
    match (ordinals, planned) {
        ([], _) => format!("nothing left {day}"),
        (ordinals, Minutes::ZERO) => format!("left {day}: {}", list(ordinals)),
        (ordinals, planned) => {
            format!("left {day}: {} ({})", list(ordinals), duration(planned))
        }
    }
}

fn step(step: &Step) -> String {
    match step {
        Step::Begin(start) => format!("begin on {}", date(*start)),
        Step::Done(slot) => format!("done {}", name(slot)),
        Step::Skip(slot) => format!("skip {}", name(slot)),
        Step::Note { slot, text } => format!("note {}: {text}", name(slot)),
        Step::Relinked(relinked) if relinked.from.id == relinked.to.id => {
            format!("retitled {}", self::relinked(relinked))
        }
        Step::Relinked(relinked) => format!("moved {}", self::relinked(relinked)),
        Step::Off { first, last } => format!("rest on {}", dates(*first, *last)),
        Step::On { first, last } => format!("no rest on {}", dates(*first, *last)),
        Step::Move { slot, to } => format!("move {} to {}", name(slot), placed_at(to)),
        Step::Shift {
            count: n,
            weeks: by,
            from,
        } => format!(
            "shift of {} by {} from {from} on",
            count(n, "slot"),
            weeks(*by)
        ),
        Step::Recover { count: n, strategy } => format!("{strategy} of {}", count(n, "slot")),
    }
}

/// `d01-1000 to d01-1400`; `d01-0900 old to new` if only the title differs.
pub(super) fn relinked(Relinked { from, to }: &Relinked) -> String {
    if from.id == to.id {
        return format!("{} to {}", name(from), to.title);
    }
    format!("{} to {}", from.id, to.id)
}
