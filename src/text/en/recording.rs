//! Messages about recording, and about reading what was recorded.

use std::borrow::Cow;

use super::words::{count, date, duration, plan_name};
use crate::text::{Recording, RecordingHint};

/// The message in English.
pub(super) fn text(message: &Recording) -> Cow<'static, str> {
    match message {
        Recording::PlanBegins(start) => format!("the plan begins on {}", date(*start)).into(),
        Recording::NothingOpen => "nothing to record: none of these slots is open".into(),
        Recording::DeliverableTakesNoTime(id) => {
            format!("`{id}` is a deliverable: it has no duration of its own").into()
        }
        Recording::LessThanAMinute(took) => {
            format!("{} is less than one minute per slot", duration(*took)).into()
        }
        Recording::InFuture(clock) => format!("{clock} is in the future").into(),
        Recording::EmptyNote => "a note needs text".into(),
        Recording::NoteNeedsOneSlot(slots) => {
            format!("a note belongs to one slot; the target names {slots}").into()
        }
        Recording::OptionsBeforeVerb => {
            "`--date`, `--format` and `--json` come after the verb".into()
        }
        Recording::NothingToUndo => "nothing to undo".into(),
        Recording::NothingToRedo => "nothing to redo".into(),
        Recording::OnlySomeSteps { steps, of, error } => {
            format!("only {steps} of {of} steps: {error}").into()
        }
        Recording::NothingLeft => "Nothing is left to do.".into(),
        Recording::NamelessDevice { error } => {
            format!("this device has no name of its own: {error}").into()
        }
        Recording::InvalidPlan(errors, plan) => {
            format!("{} in {}", count(errors, "error"), plan_name(plan)).into()
        }
        Recording::MoreErrors(more) => {
            format!("and {more} more: `plan check --json` lists them all").into()
        }
    }
}

/// The hint in English.
pub(super) fn hint(hint: &RecordingHint) -> Cow<'static, str> {
    match hint {
        RecordingHint::WasYesterday(day) => format!(
            "recorded for yesterday, {}; `plan undo` reverts it",
            date(*day)
        )
        .into(),
        RecordingHint::TimeOfSlots => "record the time with the slots you made it in".into(),
        RecordingHint::TotalTime => "give the time that all of them took together".into(),
        RecordingHint::WithoutAt => "leave out `--at`, or add `--date yesterday`".into(),
        RecordingHint::NameOneSlot => "name the slot by its number or id".into(),
        RecordingHint::OptionsAfterVerb => {
            "for example `plan week --json`; without a verb they apply to `today`".into()
        }
        RecordingHint::DoneAhead(ordinal) => {
            format!("`plan done {ordinal}` marks it done ahead of time").into()
        }
        RecordingHint::DoneWhenFinished(ordinal) => {
            format!("`plan done {ordinal}` when you finish it").into()
        }
        RecordingHint::DoneWhenCaughtUp(id) => {
            format!("`plan done {id}` once you have caught up on it").into()
        }
        RecordingHint::SeeLog => "`plan log` shows what was recorded".into(),
        RecordingHint::OnlyUndoneSteps => {
            "only an undo can be redone, and only until the next mark".into()
        }
        RecordingHint::StillFollowed(plan) => {
            let plan = plan_name(plan);
            format!("{plan} is still followed; `plan init PLAN` chooses another plan").into()
        }
        RecordingHint::ChosenIn(path) => format!("it is chosen in {}", path.display()).into(),
        RecordingHint::ChooseAnother => "`plan init PLAN` chooses another; the marks stay".into(),
        RecordingHint::FixPlan => "fix the file, then run `plan check`; your marks are kept".into(),
    }
}
