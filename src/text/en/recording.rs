//! Messages about recording: what was recorded, undone or moved to another slot.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::words::{
    changed, count, date, dates, duration, list, name, names, placement, plan_name, target, weeks,
};
use crate::model::Minutes;
use crate::text::{
    Confirmation, Recording, RecordingHint, Relink, Relinked, SlotName, Step, Still,
};

const COPIED_DEVICE: &str = "this home is a copy of another device's, so it is a device of its own \
                             from now on: `plan undo` takes back only what it records";

/// The message in English.
pub(super) fn recording(message: &Recording) -> Cow<'static, str> {
    match message {
        Recording::PlanBegins(start) => format!("the plan begins on {}", date(*start)).into(),
        Recording::NothingOpen => "nothing to record: none of these slots is open".into(),
        Recording::DeliverableTakesNoTime(deliverable) => {
            let deliverable = name(deliverable);
            format!("{deliverable} is a deliverable: it has no duration of its own").into()
        }
        Recording::LessThanSittings(slot, times) => less_than_sittings(slot, *times).into(),
        Recording::LessThanAMinute(took) => {
            format!("{} is less than one minute per slot", duration(*took)).into()
        }
        Recording::LongDay {
            date: day,
            recorded,
        } => format!(
            "{} are recorded for {}, more than a day has; `plan undo` reverts it",
            duration(*recorded),
            date(*day)
        )
        .into(),
        Recording::NothingPast => "none of that is open and past".into(),
        Recording::NoTarget => "no target given".into(),
        Recording::InFuture(clock) => format!("{clock} is in the future").into(),
        Recording::EmptyNote => "a note needs text".into(),
        Recording::NoteNeedsOneSlot(slots) => {
            format!("a note belongs to one slot; the target names {slots}").into()
        }
        Recording::OptionsBeforeVerb => {
            "`--date`, `--all`, `--editor-notes`, `--format` and `--json` come after the verb"
                .into()
        }
        Recording::NothingToUndo => "nothing to undo".into(),
        Recording::NothingToRedo => "nothing to redo".into(),
        Recording::OnlySomeSteps { steps, of, error } => {
            format!("only {steps} of {of} steps: {error}").into()
        }
        Recording::NothingLeft => "Nothing left to do.".into(),
        Recording::CopiedDevice => COPIED_DEVICE.into(),
        Recording::NamelessDevice { error } => {
            format!("cannot save a name for this device: {error}").into()
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

fn less_than_sittings(slot: &SlotName, [took, recorded]: [Minutes; 2]) -> String {
    let (slot, took, recorded) = (name(slot), duration(took), duration(recorded));
    format!("{slot} can't have taken {took} in all: its sittings took {recorded} so far")
}

fn finished(slot: &SlotName) -> String {
    let target = target(slot);
    format!("`plan done {target}` when you finish it")
}

fn caught_up(slot: &SlotName) -> String {
    let target = target(slot);
    format!("`plan done {target}` once you have caught up on it")
}

fn last_sitting(sitting: &SlotName, took: Minutes) -> String {
    let (target, took) = (target(sitting), took.0);
    format!("`plan done {target} --took {took}m` records that sitting alone")
}

/// The hint in English.
pub(super) fn recording_hint(hint: &RecordingHint) -> Cow<'static, str> {
    match hint {
        RecordingHint::WasYesterday(day) => format!(
            "recorded for yesterday, {}; `plan undo` reverts it",
            date(*day)
        )
        .into(),
        RecordingHint::AheadOfTime(day) => ahead_of_time(*day).into(),
        RecordingHint::AsPlannedForms => {
            "name what was done before: d1-d6, w1, or all with `--until yesterday`".into()
        }
        RecordingHint::OpenSlots { date, slots } => {
            let slots = slots.iter();
            let slots: Vec<String> = slots
                .map(|(n, slot)| format!("{n} {}", name(slot)))
                .collect();
            format!("open {}: {}", on(*date), slots.join("; ")).into()
        }
        RecordingHint::TimeOfSlots => {
            "`--took` applies to slots: record it with the slots you worked on".into()
        }
        RecordingHint::TotalTime => "give the time that all of them took together".into(),
        RecordingHint::WithoutAt => "leave out `--at`, or add the `--date` that it was on".into(),
        RecordingHint::NameOneSlot => "name the slot by its number or id".into(),
        RecordingHint::OptionsAfterVerb => {
            "for example `plan week --json`; without a verb they apply to `today`".into()
        }
        RecordingHint::DoneAhead(ordinal) => {
            format!("`plan done {ordinal}` marks it done ahead of time").into()
        }
        RecordingHint::DoneWhenFinished(slot) => finished(slot).into(),
        RecordingHint::DoneWhenCaughtUp(slot) => caught_up(slot).into(),
        RecordingHint::LastSitting { sitting, took } => last_sitting(sitting, *took).into(),
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

fn ahead_of_time(day: NaiveDate) -> String {
    let today = date(day);
    format!("recorded for today, {today}: a `--date` to come only says whose slots are meant")
}

/// The message in English.
pub(super) fn confirmation(message: &Confirmation) -> Cow<'static, str> {
    match message {
        Confirmation::AlreadyDone(None) => "was already done".into(),
        Confirmation::AlreadyDone(Some(day)) => {
            format!("was already done on {}", date(*day)).into()
        }
        Confirmation::AlreadySkipped(None) => "was already skipped".into(),
        Confirmation::AlreadySkipped(Some(day)) => {
            format!("was already skipped on {}", date(*day)).into()
        }
        Confirmation::InsteadOf(planned) => format!(" (planned {})", duration(*planned)).into(),
        Confirmation::Planned(planned) => format!("planned {}", duration(*planned)).into(),
        Confirmation::Noted { title, text } => format!("{title}: {text}").into(),
        Confirmation::Left {
            date,
            ordinals,
            planned,
        } => left(*date, ordinals, *planned).into(),
        Confirmation::About { plan, date: day } => {
            let plan = plan.iter().map(|(title, id)| format!("{title} ({id})"));
            let day = day.iter().map(|day| date(*day));
            list(plan.chain(day)).into()
        }
        Confirmation::Step(step) => self::step(step).into(),
        Confirmation::RecordedFor(day) => format!("recorded for {}", date(*day)).into(),
        Confirmation::Still(still) => self::still(still).into(),
    }
}

/// `today`, `on Mon 7 Dec 2026`.
fn on(day: Option<NaiveDate>) -> String {
    day.map_or_else(|| "today".to_owned(), |day| format!("on {}", date(day)))
}

fn still(still: &Still) -> String {
    match still {
        Still::Done(slot, None) => format!("{} is still done", name(slot)),
        Still::Done(slot, Some(took)) => {
            format!("{} is still done, {}", name(slot), duration(*took))
        }
        Still::Skipped(slot) => format!("{} is still skipped", name(slot)),
        Still::Moved(slot, to) => format!("{} is still moved to {}", name(slot), placement(*to)),
        Still::Begins(start) => format!("the plan still begins on {}", date(*start)),
        Still::Rest(days) if days.first == days.last => {
            format!("{} is still a rest day", date(days.first))
        }
        Still::Rest(days) => format!("{} are still rest days", dates(*days)),
    }
}

fn left(day: Option<NaiveDate>, ordinals: &[String], planned: Minutes) -> String {
    let day = on(day);
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
        Step::Reopen(slot) => format!("reopen {}", name(slot)),
        Step::Start(slot) => format!("start the timer of {}", name(slot)),
        Step::Stop(slot) => format!("stop the timer of {}", name(slot)),
        Step::Unnote(slot) => format!("remove a note from {}", name(slot)),
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
        Step::Add { slot, at } => format!("add {} on {}", name(slot), placement(*at)),
        Step::Move { slot, to } => format!("move {} to {}", name(slot), placement(*to)),
        Step::Shift {
            count: n,
            weeks: by,
            from,
        } => format!(
            "shift of {} by {} from {} on",
            count(n, "slot"),
            weeks(*by),
            name(from)
        ),
        Step::Sitting { slot, planned } => {
            format!("done {} of {}", duration(*planned), name(slot))
        }
        Step::Dated {
            title,
            at: Some(at),
        } => format!("{title} on {}", placement(*at)),
        Step::Dated { title, at: None } => format!("remove the date of {title}"),
        Step::Fit { count: n, hours } => format!("fit of {} to {hours}", count(n, "slot")),
        Step::Recover { count: n, strategy } => format!("{strategy} of {}", count(n, "slot")),
    }
}

/// `d01-1000 Loops to d01-1400`: of the slot now, only what differs is named.
pub(super) fn relinked(Relinked { from, to }: &Relinked) -> String {
    changed(from, "to", to)
}

/// The message in English.
pub(super) fn relink(message: &Relink) -> Cow<'static, str> {
    match message {
        Relink::Relinked { from, to } => changed(from, "is now", to).into(),
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
