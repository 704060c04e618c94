//! Messages about moved slots and rest days, and about days and their slots.

use std::borrow::Cow;

use super::phrase::moved_to;
use super::recovery::shortfall;
use super::words::{count, date, dates, duration, name};
use crate::model::Dates;
use crate::text::{MovedSlots, Moving, MovingHint, Recover, Schedule};

/// The message in English.
pub(super) fn moving(message: &Moving) -> Cow<'static, str> {
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
        Moving::DeliverableFollows { what, due } => format!(
            "{} cannot be moved: it is due with the last slot of its week, on {}",
            name(what),
            date(*due)
        )
        .into(),
        Moving::ShiftTooFar => "the new dates are out of range".into(),
        Moving::ShiftIntoPast { slot, date: day } => format!(
            "{} would move to {}, which has passed",
            name(slot),
            date(*day)
        )
        .into(),
        Moving::NoRestDeclared(days) => format!("no rest is declared on {}", dates(*days)).into(),
        Moving::RestBeforeStart { date: day, start } => format!(
            "{} is before the plan's start on {}; `plan undo` reverts it",
            date(*day),
            date(*start)
        )
        .into(),
        Moving::RestAfterEnd { date: day, end } => format!(
            "{} is after the plan's end on {}; `plan undo` reverts it",
            date(*day),
            date(*end)
        )
        .into(),
        Moving::RestTooLong { days } => format!("{days} rest days are too many").into(),
    }
}

/// About `recover` and `skip overdue`.
pub(super) fn recover(message: &Recover) -> Cow<'static, str> {
    match message {
        Recover::NoStrategy => {
            "`--apply` needs one of `--catch-up`, `--rebalance`, `--extend` and `--let-go`".into()
        }
        Recover::ApplyQuestion => "Apply it?".into(),
        Recover::NothingToMove { strategy } => {
            format!("`--{strategy}` finds nothing to do: no overdue slots, no slots on rest days")
                .into()
        }
        Recover::NothingPlaced { strategy, why } => {
            let why = shortfall(why, None);
            format!("`--{strategy}` places nothing: {why}").into()
        }
        Recover::ChangedMeanwhile => {
            "the proposal has changed in the meantime: nothing was moved".into()
        }
        Recover::PartOfLetGo => "`--in` needs `--let-go`".into(),
        Recover::PartOfOverdue => "`--in` and `--apply` need `overdue` as the only target".into(),
        Recover::NothingOverdue => "Nothing is overdue.".into(),
        Recover::NothingStranded => "No overdue slots, no slots on rest days.".into(),
    }
}

/// The hint in English.
#[expect(clippy::too_many_lines, reason = "one exhaustive match")]
pub(super) fn moving_hint(hint: &MovingHint) -> Cow<'static, str> {
    match hint {
        MovingHint::RecordPastWork { date } => {
            format!("to record work done on that day: `plan done TARGET --date {date}`").into()
        }
        MovingHint::ShiftFrom { target } => {
            format!("`plan shift 1w --from {target}` moves all open slots from there on").into()
        }
        MovingHint::MoveLastSlot(slot) => format!("move {}, and it is due then", name(slot)).into(),
        MovingHint::UndoMark => {
            "only open slots can be moved; `plan undo` takes back its mark".into()
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
        MovingHint::ShiftLaterSlots { weeks, from } => {
            format!("`plan shift {weeks}w --from {from}` shifts only what can be moved").into()
        }
        MovingHint::StillStranded => {
            "some slots are still overdue or on rest days: `plan recover`".into()
        }
        MovingHint::NoRestAtAll => "no rest day was declared yet".into(),
        MovingHint::DeclaredRest(declared) => declared_rest(declared).into(),
        MovingHint::ShiftRest => {
            "at most a year at once; `plan shift 52w` moves the rest of the plan".into()
        }
        MovingHint::RestThisWeek(days) => {
            format!("for this week: `plan off {}..{}`", days.first, days.last).into()
        }
        MovingHint::SeeRecover => "`plan recover` shows how to reschedule them".into(),
        MovingHint::CompareStrategies => "`plan recover` compares them".into(),
        MovingHint::PreviewStrategy { strategy } => {
            format!("`plan recover --{strategy}` shows it in full").into()
        }
        MovingHint::LetGoPart { part } => {
            format!("`plan recover --let-go{part}` shows what was missed there").into()
        }
        MovingHint::SkipOverdue => "`plan skip overdue` shows all that is overdue".into(),
        MovingHint::NothingChanged => "nothing was changed".into(),
        MovingHint::Apply { command } => format!("`{command}` applies it").into(),
        MovingHint::SeeProposals => "`plan recover` shows the current proposals".into(),
        MovingHint::Unplaced { count: n } => {
            let slots = count(n, "slot");
            format!("{slots} could not be placed: `plan recover` shows why").into()
        }
        MovingHint::UndoMove => "`plan undo` reverts it".into(),
    }
}

/// How many declared rests are named.
const RESTS: usize = 3;

fn declared_rest(declared: &[Dates]) -> String {
    let command = |days: &Dates| match (days.first, days.last) {
        (first, last) if first == last => format!("`plan off {first} --cancel`"),
        (first, last) => format!("`plan off {first}..{last} --cancel`"),
    };
    let one = |days: &Dates| format!("{} ({})", dates(*days), command(days));
    let mut named: Vec<String> = declared.iter().take(RESTS).map(one).collect();
    if declared.len() > RESTS {
        named.push("`plan log --all` shows earlier ones".to_owned());
    }
    format!("declared: {}", named.join("; "))
}

/// The message in English.
pub(super) fn schedule(message: &Schedule, year: Option<i32>) -> Cow<'_, str> {
    match message {
        Schedule::Sitting { n, of } => format!("{n} of {of}").into(),
        Schedule::SittingOf { n, of } => format!(" ({n} of {of})").into(),
        Schedule::StartsLater { date: day } => format!(
            "The plan begins on {}. A preview of its first day:",
            date(*day)
        )
        .into(),
        Schedule::NotStarted { date: day } => format!(
            "Not started yet: the first mark, or `plan init`, sets the start to {}. A preview:",
            date(*day)
        )
        .into(),
        Schedule::Rest { reason } => match reason {
            Some(reason) => format!("A rest day: {reason}.").into(),
            None => "A rest day.".into(),
        },
        Schedule::RestDay { reason } => match reason {
            Some(reason) => format!("rest day: {reason}").into(),
            None => "rest day".into(),
        },
        Schedule::Buffer => "Set aside for catching up.".into(),
        Schedule::BufferDay => "set aside for catching up".into(),
        Schedule::Finished => "The plan is finished: nothing left to do.".into(),
        Schedule::DeliverablesLeft(n) => {
            let open = if *n == 1 { "is" } else { "are" };
            format!("No slot is left; {} {open} open.", count(*n, "deliverable")).into()
        }
        Schedule::Over => "The plan's last day has passed.".into(),
        Schedule::Earlier => "Before the start of the plan.".into(),
        Schedule::AllMoved => "All slots of this day were moved.".into(),
        Schedule::Free => "A free day.".into(),
        Schedule::FreeDay => "free".into(),
        Schedule::Continued => "continued".into(),
        Schedule::BeforeStart => "before the start".into(),
        Schedule::AfterEnd => "after the end".into(),
        Schedule::Took(minutes) => format!("took {}", duration(*minutes)).into(),
        Schedule::Running { left } => format!("now, {} left", duration(*left)).into(),
        Schedule::Current {
            ordinal,
            title,
            left,
        } => format!("{ordinal} {title}, {} left", duration(*left)).into(),
        Schedule::NothingOn => "nothing".into(),
        Schedule::NoSlots => "no slots".into(),
        Schedule::MovedLater(moved) => moved_slots(moved, "later", year).into(),
        Schedule::MovedEarlier(moved) => moved_slots(moved, "earlier", year).into(),
    }
}

fn moved_slots(moved: &MovedSlots, when: &str, year: Option<i32>) -> String {
    let slots = count(moved.count, "slot");
    let more = match moved.more {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    format!(
        "{slots} moved to {when} weeks: {}{more}",
        moved_to(&moved.named, year)
    )
}
