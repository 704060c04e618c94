//! Messages of `move`, `shift`, `off` and `recover`.

use std::borrow::Cow;

use super::words::{count, date, dates, duration, name};
use crate::text::{Moving, MovingHint};

/// The message in English.
pub(super) fn text(message: &Moving) -> Cow<'static, str> {
    match message {
        Moving::DateHasPassed { date: day } => format!("{} has passed", date(*day)).into(),
        Moving::AlreadyDone(slot) => format!("{} is already done", name(slot)).into(),
        Moving::AlreadySkipped(slot) => format!("{} is already skipped", name(slot)).into(),
        Moving::NothingOpen => "no open slots to move".into(),
        Moving::SameStart { count, time } => {
            format!("{count} slots cannot all start at {time}").into()
        }
        Moving::NoDuration(slot) => format!("the plan gives no duration for {}", name(slot)).into(),
        Moving::PastMidnight {
            slot,
            duration: length,
            start,
        } => format!(
            "{} takes {} and would not end before midnight if started at {start}",
            name(slot),
            duration(*length)
        )
        .into(),
        Moving::NothingToShift => "no open slots from there on".into(),
        Moving::NotInTime { text } => format!("`{text}` has no date").into(),
        Moving::ShiftTooFar => "the new dates are out of range".into(),
        Moving::ShiftIntoPast { slot, date: day } => format!(
            "{} would move to {}, which has passed",
            name(slot),
            date(*day)
        )
        .into(),
        Moving::NoRestDeclared { first, last } => {
            format!("no rest is declared on {}", dates(*first, *last)).into()
        }
        Moving::RestAfterEnd { date: day, end } => format!(
            "{} is after the plan's end on {}; `plan undo` reverts it",
            date(*day),
            date(*end)
        )
        .into(),
        Moving::RestTooLong { days } => format!("{days} days of rest are too long").into(),
        Moving::NoStrategy => {
            "`--apply` needs one of `--catch-up`, `--rebalance` and `--extend`".into()
        }
        Moving::ApplyQuestion => "Apply it?".into(),
        Moving::NothingToMove { strategy } => {
            format!("`--{strategy}` finds nothing to move").into()
        }
        Moving::ChangedMeanwhile => {
            "the proposal has changed in the meantime: nothing was moved".into()
        }
        Moving::NothingStranded => "No overdue slots, no slots on rest days.".into(),
    }
}

/// The hint in English.
pub(super) fn hint(hint: &MovingHint) -> Cow<'static, str> {
    match hint {
        MovingHint::RecordPastWork { date } => {
            format!("to record work done on that day: `plan done TARGET --date {date}`").into()
        }
        MovingHint::ShiftFrom { target } => {
            format!("`plan shift 1w --from {target}` moves all open slots from there on").into()
        }
        MovingHint::UndoMark => {
            "only open slots can be moved; `plan undo` takes back a mark".into()
        }
        MovingHint::ListSlots { target } => format!("`plan show {target}` lists the slots").into(),
        MovingHint::OneByOne => "move them one by one".into(),
        MovingHint::LeaveOutAt => "leave out `--at`: the slot has no time of day".into(),
        MovingHint::StartEarlier => "choose an earlier `--at`".into(),
        MovingHint::OnlyOpenMove => "done and skipped slots are never moved".into(),
        MovingHint::FromForms => {
            "give a slot, a day (d13), a week (w5), a phase (p3) or a date".into()
        }
        MovingHint::FewerWeeks => "shift by fewer weeks".into(),
        MovingHint::ShiftLaterSlots => {
            "shift later slots only, as in `plan shift -1w --from w6`".into()
        }
        MovingHint::StillStranded => {
            "some slots are still overdue or on rest days: `plan recover`".into()
        }
        MovingHint::SeeRest => "`plan log --all` shows which rest was declared".into(),
        MovingHint::ShiftRest => {
            "at most a year at once; `plan shift 52w` moves the rest of the plan".into()
        }
        MovingHint::SeeRecover => "`plan recover` shows how to reschedule them".into(),
        MovingHint::CompareStrategies => "`plan recover` compares them".into(),
        MovingHint::PreviewStrategy => {
            "`plan recover --catch-up`, `--rebalance` or `--extend` shows what moves".into()
        }
        MovingHint::NothingChanged => "nothing was changed".into(),
        MovingHint::ApplyStrategy { strategy } => {
            format!("`plan recover --{strategy} --apply` applies it").into()
        }
        MovingHint::SeeProposals => "`plan recover` shows the current proposals".into(),
        MovingHint::Unplaced { count: n } => {
            let slots = count(n, "slot");
            format!("{slots} could not be placed: `plan recover` shows why").into()
        }
        MovingHint::UndoMove => "`plan undo` reverts it".into(),
    }
}
