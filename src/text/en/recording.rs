//! Messages about recording: what was recorded, undone or moved to another slot.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::words::{
    count, date, dates, duration, list, name, names, placement, plan_name, renamed, weeks,
};
use crate::model::Minutes;
use crate::text::{Confirmation, Recording, RecordingHint, Relink, Relinked, Step};

/// The message in English.
pub(super) fn recording(message: &Recording) -> Cow<'static, str> {
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
        Recording::NothingLeft => "Nothing left to do.".into(),
        Recording::NamelessDevice { error } => {
            format!("cannot save an id for this device: {error}").into()
        }
        Recording::InvalidPlan(errors, plan) => {
            format!("{} in {}", count(errors, "error"), plan_name(plan)).into()
        }
        Recording::MoreErrors { count, file } => {
            let file = file.as_ref().map(|file| format!(" {file}"));
            let command = format!("plan check{} --json", file.unwrap_or_default());
            format!("and {count} more: `{command}` lists them all").into()
        }
    }
}

/// The hint in English.
pub(super) fn recording_hint(hint: &RecordingHint) -> Cow<'static, str> {
    match hint {
        RecordingHint::WasYesterday(day) => format!(
            "recorded for yesterday, {}; `plan undo` reverts it",
            date(*day)
        )
        .into(),
        RecordingHint::TimeOfSlots => {
            "`--took` applies to slots: record it with the slots you worked on".into()
        }
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
        RecordingHint::FixFile { file } => {
            format!("fix the file, then run `plan check {file}`").into()
        }
        RecordingHint::FixPlan => "fix the file, then run `plan check`; your marks are kept".into(),
    }
}

/// The message in English.
pub(super) fn confirmation(message: &Confirmation) -> Cow<'static, str> {
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
        Step::Relinked(relinked) if relinked.from == relinked.to => {
            format!("edited {}", name(&relinked.to))
        }
        Step::Relinked(relinked) if relinked.from.id == relinked.to.id => {
            format!("retitled {}", self::relinked(relinked))
        }
        Step::Relinked(relinked) => format!("moved {}", self::relinked(relinked)),
        Step::Off(days) => format!("rest on {}", dates(*days)),
        Step::On(days) => format!("rest cancelled for {}", dates(*days)),
        Step::Move { slot, to } => format!("move {} to {}", name(slot), placement(*to)),
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
    if from == to {
        return name(to);
    }
    if from.id == to.id {
        return format!("{} to {}", name(from), to.title);
    }
    format!("{} to {}", from.id, to.id)
}

/// The message in English.
pub(super) fn relink(message: &Relink) -> Cow<'static, str> {
    match message {
        Relink::Relinked { from, to } => renamed(from, to).into(),
        Relink::InvalidPair { text } => format!("invalid pair `{text}`").into(),
        Relink::PairForm => {
            "write OLD=NEW: the id that `plan doctor` shows, and the slot that it is now".into()
        }
        Relink::NoOrphan { text } => format!("no marks of `{text}`").into(),
        Relink::NoOrphans => "every mark matches its slot".into(),
        Relink::Orphans(slots) => format!("orphaned marks: {}", names(slots)).into(),
        Relink::AmbiguousOrphan { text, count } => {
            format!("orphaned marks of {count} slots match `{text}`").into()
        }
        Relink::ChooseOrphan(slots) => format!("choose one: {}", names(slots)).into(),
        Relink::RepeatedOrphan(slot) => format!("{} is given twice", name(slot)).into(),
        Relink::OneSlot => "marks go to one slot".into(),
        Relink::RepeatedSlot(slot) => format!("two slots cannot both be {}", name(slot)).into(),
        Relink::NeverMerged => "marks of two slots are never merged".into(),
        Relink::NotOneSlot { text } => format!("`{text}` is not a single slot").into(),
    }
}
