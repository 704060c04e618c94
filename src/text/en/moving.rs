//! Messages of `move`, `shift`, `off` and `recover`.

use std::borrow::Cow;

use super::words::{count, date, dates, duration, name};
use crate::text::Moving;

/// The message in English.
pub(super) fn text(message: &Moving) -> Cow<'static, str> {
    match message {
        Moving::DateHasPassed { date: day } => format!("{} has passed", date(*day)).into(),
        Moving::RecordPastWork { date } => {
            format!("to record work done on that day: `plan done TARGET --date {date}`").into()
        }
        Moving::ShiftFrom { target } => {
            format!("`plan shift 1w --from {target}` moves all open slots from there on").into()
        }
        Moving::AlreadyDone(slot) => format!("{} is already done", name(slot)).into(),
        Moving::AlreadySkipped(slot) => format!("{} is already skipped", name(slot)).into(),
        Moving::UndoMark => "only open slots can be moved; `plan undo` takes back a mark".into(),
        Moving::NothingOpen => "no open slots to move".into(),
        Moving::ListSlots { target } => format!("`plan show {target}` lists the slots").into(),
        Moving::SameStart { count, time } => {
            format!("{count} slots cannot all start at {time}").into()
        }
        Moving::OneByOne => "move them one by one".into(),
        Moving::NoDuration(slot) => format!("the plan gives no duration for {}", name(slot)).into(),
        Moving::LeaveOutAt => "leave out `--at`: the slot has no time of day".into(),
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
        Moving::StartEarlier => "choose an earlier `--at`".into(),
        Moving::NothingToShift => "no open slots from there on".into(),
        Moving::OnlyOpenMove => "done and skipped slots are never moved".into(),
        Moving::NotInTime { text } => format!("`{text}` has no date").into(),
        Moving::FromForms => "give a slot, a day (d13), a week (w5), a phase (p3) or a date".into(),
        Moving::ShiftTooFar => "the new dates are out of range".into(),
        Moving::FewerWeeks => "shift by fewer weeks".into(),
        Moving::ShiftIntoPast { slot, date: day } => format!(
            "{} would move to {}, which has passed",
            name(slot),
            date(*day)
        )
        .into(),
        Moving::ShiftLaterSlots => {
            "shift later slots only, as in `plan shift -1w --from w6`".into()
        }
        Moving::StillStranded => {
            "some slots are still overdue or on rest days: `plan recover`".into()
        }
        Moving::NoRestDeclared { first, last } => {
            format!("no rest is declared on {}", dates(*first, *last)).into()
        }
        Moving::SeeRest => "`plan log --all` shows which rest was declared".into(),
        Moving::RestTooLong { days } => format!("{days} days of rest are too long").into(),
        Moving::ShiftRest => {
            "at most a year at once; `plan shift 52w` moves the rest of the plan".into()
        }
        Moving::SeeRecover => "`plan recover` shows how to reschedule them".into(),
        Moving::NoStrategy => {
            "`--apply` needs one of `--catch-up`, `--rebalance` and `--extend`".into()
        }
        Moving::CompareStrategies => "`plan recover` compares them".into(),
        Moving::PreviewStrategy => {
            "`plan recover --catch-up`, `--rebalance` or `--extend` shows what moves".into()
        }
        Moving::ApplyQuestion => "Apply it?".into(),
        Moving::NothingChanged => "nothing was changed".into(),
        Moving::ApplyStrategy { strategy } => {
            format!("`plan recover --{strategy} --apply` applies it").into()
        }
        Moving::NothingToMove { strategy } => {
            format!("`--{strategy}` finds nothing to move").into()
        }
        Moving::ChangedMeanwhile => {
            "the proposal has changed in the meantime: nothing was moved".into()
        }
        Moving::SeeProposals => "`plan recover` shows the current proposals".into(),
        Moving::Unplaced { count: n } => {
            let slots = count(n, "slot");
            format!("{slots} could not be placed: `plan recover` shows why").into()
        }
        Moving::UndoMove => "`plan undo` takes it back".into(),
        Moving::NothingStranded => "No overdue slots, no slots on rest days.".into(),
    }
}
