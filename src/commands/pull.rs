//! `plan pull`

use std::path::Path;

use super::let_go::skipping;
use super::output::Output;
use super::record::{Dated, When, record};
use super::target::Thing;
use super::{marks, of_plan};
use crate::checklist::{BoxState, States, boxes, front, pushed};
use crate::context::Ctx;
use crate::error::{Error, ErrorKind, Result};
use crate::model::PlanId;
use crate::progress::{Event, What};
use crate::render::{json, views};
use crate::store::{export, paths::expand_home};
use crate::summary::{Pulled, PulledMark, Study, Tickable, box_states, pull};
use crate::text::{Message, Pull, PullHint, SlotName};

const EXAMPLES: &str = "\
Examples:
  plan pull plan.md --dry-run     what would be recorded
  plan pull plan.md
  plan pull plan.md --push        and bring its other check boxes up to date

The note is one that `plan export --format md` wrote. `[x]` is done, on the date after ✅ or today; `[-]` is
skipped. A box that is not ticked reopens nothing. `plan undo` takes all of it back.";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The note
    #[arg(value_name = "FILE")]
    note: String,
    /// Then change the check boxes of the note to what is recorded, and nothing else in it
    #[arg(long)]
    push: bool,
    #[command(flatten)]
    output: Output,
}

/// Records the check boxes of a note in one step, and lists those that are not recorded.
///
/// # Errors
/// `NoPlanFile` if there is no note; `InvalidPlan` if it is something else; with `--push`, `CannotCreate`
/// or `Io` if it cannot be written, after what was recorded has been shown.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let path = expand_home(Path::new(&args.note));
    let note = read(&path)?;
    enter(ctx, &path, &note)?;
    let mut before = States::new();
    let outcome = record(ctx, When::now(ctx), |study, reading, _| {
        before = box_states(study);
        let pulled = pull(study, &reading.events, &boxes(&note));
        let whats: Vec<Dated> = pulled.marks.iter().map(dated).collect();
        Ok((whats, pulled.named()))
    })?;
    let (study, events, pulled) = (outcome.study, outcome.events, outcome.answer);
    let op = (!events.is_empty()).then_some(outcome.op);
    let pushed = args.push.then(|| push(&path, &before, &box_states(&study)));
    let (pushed, failed) = match pushed {
        Some(Ok(count)) => (Some(count), None),
        Some(Err(error)) => (None, Some(error)),
        None => (None, None),
    };
    let shown = Shown {
        op,
        events: &events,
        pulled: &pulled,
        pushed,
    };
    show(args, ctx, &study, &path, &shown);
    failed.map_or(Ok(()), Err)
}

/// What came of a run.
struct Shown<'r> {
    op: Option<uuid::Uuid>,
    events: &'r [Event],
    pulled: &'r Pulled<SlotName>,
    /// How many check boxes of the note were changed, if that was asked for.
    pushed: Option<usize>,
}

fn show(args: &Args, ctx: &mut Ctx, study: &Study, path: &Path, shown: &Shown) {
    let pulled = shown.pulled;
    let left = marks::left(study, study.today);
    let body = || {
        let recorded = (shown.op, shown.events);
        json::pulled(study, recorded, pulled, shown.pushed, &left)
    };
    let pushed = shown.pushed.map(|boxes| {
        let path = path.to_owned();
        Pull::Pushed { path, boxes }
    });
    let begin = shown.events.iter().find_map(|event| match event.what {
        What::Begin { start, .. } => Some(start),
        _ => None,
    });
    let about = marks::about(ctx, study, None);
    let words = match pulled.marks.len() {
        0 => Pull::Nothing,
        marks => Pull::Recorded(marks),
    };
    let said: Vec<Message> = [words]
        .into_iter()
        .chain(pushed)
        .map(Message::from)
        .collect();
    args.output.give(ctx, study, body, || {
        about.and(views::pulled(pulled, begin, study.today, &said))
    });
    if !pulled.refused.is_empty() && !args.output.is_json() {
        ctx.hint(PullHint::Settle);
    }
}

/// The text of the note.
fn read(path: &Path) -> Result<String> {
    let text = export::read_note(path)?;
    text.ok_or_else(|| Error::new(ErrorKind::NoPlanFile, Pull::NoNote(path.to_owned())))
}

/// Makes the plan of the note that of the run.
fn enter(ctx: &mut Ctx, path: &Path, note: &str) -> Result<()> {
    let path = path.to_owned();
    let Some(front) = front(note) else {
        let error = Error::new(ErrorKind::InvalidPlan, Pull::NotANote(path));
        return Err(error.hint(PullHint::Export));
    };
    let asked = ctx.plan.is_some();
    let entered = PlanId::new(front.plan).and_then(|id| Some((of_plan::enter_plan(ctx, &id)?, id)));
    match entered {
        None => {
            let plan = front.plan.to_owned();
            Err(Error::usage(Pull::UnknownPlan { path, plan }).hint(PullHint::Plans))
        }
        Some((true, plan)) if asked => {
            Err(Error::usage(Pull::OtherPlan { path, plan }).hint(PullHint::WithoutPlan))
        }
        Some(_) => Ok(()),
    }
}

/// A mark of the note as it is recorded.
fn dated(mark: &PulledMark<Tickable>) -> Dated {
    let thing = match mark.subject {
        Tickable::Slot(slot) => Thing::Slot(slot),
        Tickable::Deliverable(view) => Thing::Deliverable(view),
    };
    let what = match mark.state {
        BoxState::Skipped => skipping(thing, None),
        BoxState::Done | BoxState::Open => marks::done(&thing, None),
    };
    Dated {
        what,
        day: Some(mark.day),
    }
}

/// Changes the check boxes of the note as it is now, and gives how many those are.
fn push(path: &Path, before: &States, now: &States) -> Result<usize> {
    let (text, count) = pushed(&read(path)?, before, now);
    if count > 0 {
        export::write_note(path, &text)?;
    }
    Ok(count)
}
