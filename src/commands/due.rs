//! `plan due`

use chrono::NaiveDate;

use super::output::Output;
use super::record::{Outcome, When, record};
use super::target::{Target, Targets, Wanted};
use super::words::{self, DateReader, Looks};
use super::{marks, of_plan};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::escape::shell_word;
use crate::model::{FixedEvent, Milestone, Placement, Window};
use crate::progress::{DueKind, PlacedEvent, What};
use crate::render::{Sheet, Span, views};
use crate::summary::{DeliverableView, Study};
use crate::text::{DueDate, DueDateHint, Input, Message, SlotName};

const EXAMPLES: &str = "\
Examples:
  plan due midterm 2026-12-16                     an exam or another event
  plan due midterm 2026-12-16 --time 09:00-11:00
  plan due w05.1 fri                              a deliverable
  plan due 第一个月 2026-12-31                    a milestone, by its title
  plan due midterm --remove                       back to the plan's own date

An event that you have added yourself is removed with --remove. `plan milestones`
lists what has a date.";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// An event, a deliverable, or a milestone by its title
    target: String,
    /// Its new date: 2026-12-16, fri, +7
    #[arg(allow_hyphen_values = true, required_unless_present_any = ["remove", "time"])]
    date: Option<String>,
    /// When an event is: 09:00-11:00 (default: its own time)
    #[arg(
        long,
        value_name = "TIME",
        conflicts_with = "remove",
        allow_hyphen_values = true
    )]
    time: Option<String>,
    /// Remove the date you have set, and an event you have added
    #[arg(long, conflicts_with = "date")]
    remove: bool,
    #[command(flatten)]
    output: Output,
}

/// What has a due date.
enum Thing<'a> {
    Event(&'a PlacedEvent),
    Deliverable(DeliverableView<'a>),
    Milestone(&'a Milestone),
}

/// Records another date, or that the plan's own holds again. Nothing is recorded if it is so already.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let target = of_plan::enter_one(ctx, &args.target)?;
    let date = DateReader::of(ctx).read_flag(args.date.as_deref(), Looks::Ahead)?;
    let time = args.time.as_deref().map(window).transpose()?;
    let when = When::now(ctx);
    let outcome = record(ctx, when, |study, _, _| {
        let thing = find(study, &target)?;
        // Another time alone is on the same date.
        let now = thing.now(study).filter(|_| time.is_some());
        match date.or(now.map(|now| now.date)) {
            Some(date) => set(study, &thing, date, time),
            None if args.remove => remove(study, &thing),
            None => Err(Error::usage(DueDate::OnlyEventsHaveTimes(
                thing.name(study),
            ))),
        }
    })?;
    show(ctx, &args.output, &outcome);
    Ok(())
}

/// A time with its end.
pub(super) fn window(text: &str) -> Result<Window> {
    let (_, window) = words::times(text)?;
    window.ok_or_else(|| {
        let text = text.to_owned();
        Error::usage(DueDate::NoEnd { text }).hint(Input::TimesForms)
    })
}

/// What `text` refers to: a milestone by its whole title, else any other target with a date.
fn find<'a>(study: &'a Study, text: &str) -> Result<Thing<'a>> {
    let is_called = |milestone: &&Milestone| words::normal(&milestone.title) == words::normal(text);
    if let Some(milestone) = study.plan.milestones.iter().find(is_called) {
        return Ok(Thing::Milestone(milestone));
    }
    let targets = Targets::on(study, study.today);
    match targets.find(text, Wanted::Dated) {
        Ok(Target::Event(index)) => Ok(Thing::Event(&study.events[index])),
        Ok(Target::Deliverables(views)) if views.len() == 1 => Ok(Thing::Deliverable(views[0])),
        Ok(_) => Err(not_dated(study, text)),
        Err(error) => Err(error.hint(known(study))),
    }
}

fn not_dated(study: &Study, text: &str) -> Error {
    let text = text.to_owned();
    Error::usage(DueDate::NotDated { text }).hint(known(study))
}

/// How many things with a date are named in a hint.
const NAMED: usize = 5;

/// What of the plan has a date.
fn known(study: &Study) -> DueDateHint {
    let events = study
        .events
        .iter()
        .map(|placed| event_name(study, &placed.event));
    let deliverables = study.deliverables().filter(DeliverableView::is_open);
    let deliverables = deliverables.map(|view| view.name());
    let known: Vec<SlotName> = events.chain(deliverables).take(NAMED).collect();
    if known.is_empty() {
        return DueDateHint::Targets;
    }
    DueDateHint::Known(known)
}

/// What messages call an event.
pub(super) fn event_name(study: &Study, event: &FixedEvent) -> SlotName {
    SlotName::new(&study.target(&event.id), &event.title)
}

impl Thing<'_> {
    fn name(&self, study: &Study) -> SlotName {
        match self {
            Self::Event(placed) => event_name(study, &placed.event),
            Self::Deliverable(view) => view.name(),
            Self::Milestone(milestone) => SlotName::new(&"", &milestone.title),
        }
    }

    /// The event that sets its date, or removes it.
    fn due(&self, at: Option<(NaiveDate, Option<Window>)>) -> What {
        let (of, name, title) = match self {
            Self::Event(placed) => (DueKind::Event, &placed.recorded_id, &placed.event.title),
            Self::Deliverable(view) => (DueKind::Deliverable, &view.what.id, &view.what.text),
            Self::Milestone(one) => (DueKind::Milestone, &one.title, &one.title),
        };
        What::Due {
            of,
            name: name.clone(),
            title: title.clone(),
            date: at.map(|(date, _)| date),
            time: at.and_then(|(_, time)| time),
        }
    }

    /// The date that it has now.
    fn now(&self, study: &Study) -> Option<Placement> {
        match self {
            Self::Event(placed) => Some(Placement::on(placed.event.date, placed.event.time)),
            Self::Deliverable(view) => {
                let due = study.due_date(view.what);
                due.map(|due| Placement::on(due, None))
            }
            Self::Milestone(milestone) => {
                let due = study.due(milestone);
                due.map(|due| Placement::on(due, None))
            }
        }
    }

    /// Whether the learner has set its date, and the plan's own.
    fn is_set(&self, study: &Study) -> bool {
        match self {
            Self::Event(placed) => {
                placed.is_own || placed.original != (placed.event.date, placed.event.time)
            }
            Self::Deliverable(view) => view.is_due_set,
            Self::Milestone(one) => study.due_dates.milestones.contains_key(&one.title),
        }
    }
}

/// What is recorded, and what is said about it.
type Decision = (Vec<What>, Vec<Message>);

fn set(study: &Study, thing: &Thing, date: NaiveDate, time: Option<Window>) -> Result<Decision> {
    let name = thing.name(study);
    let time = match thing {
        Thing::Event(placed) => time.or(placed.event.time),
        _ if time.is_some() => return Err(Error::usage(DueDate::OnlyEventsHaveTimes(name))),
        _ => None,
    };
    let to = Placement::on(date, time);
    let now = thing.now(study);
    if now == Some(to) {
        return Ok((Vec::new(), vec![DueDate::Already(name, to).into()]));
    }
    let said = match (thing, now) {
        (Thing::Event(_), Some(from)) => DueDate::Moved {
            event: name,
            from,
            to,
        },
        _ => DueDate::Due { what: name, date },
    };
    Ok((vec![thing.due(Some((date, time)))], vec![said.into()]))
}

fn remove(study: &Study, thing: &Thing) -> Result<Decision> {
    let name = thing.name(study);
    if !thing.is_set(study) {
        let target = args_name(&name);
        let error = Error::usage(DueDate::NothingSet(name));
        return Err(error.hint(DueDateHint::SetDate { target }));
    }
    let said = match thing {
        Thing::Event(placed) if placed.is_own => DueDate::Removed(name),
        Thing::Event(placed) => {
            let (date, time) = placed.original;
            DueDate::Reset(name, Some(Placement::on(date, time)))
        }
        Thing::Deliverable(view) => {
            DueDate::Reset(name, view.what.due.map(|due| Placement::on(due, None)))
        }
        Thing::Milestone(one) => {
            let due = study.due_by_plan(one);
            DueDate::Reset(name, due.map(|due| Placement::on(due, None)))
        }
    };
    Ok((vec![thing.due(None)], vec![said.into()]))
}

/// How it is typed: by its id, or a milestone by its title.
fn args_name(name: &SlotName) -> String {
    if name.id.is_empty() {
        shell_word(&name.title)
    } else {
        name.id.to_string()
    }
}

/// Moves an event for `plan move`.
pub(super) fn moving(
    study: &Study,
    placed: &PlacedEvent,
    (date, time): (NaiveDate, Option<Window>),
) -> Result<Decision> {
    set(study, &Thing::Event(placed), date, time)
}

/// Confirms what was recorded, and warns of dates in the past and of slots that come too late.
pub(super) fn show(ctx: &mut Ctx, output: &Output, outcome: &Outcome<Vec<Message>>) {
    let study = &outcome.study;
    let mut warnings = Vec::new();
    let problems = views::event_problems(study, |_| true);
    for event in &outcome.events {
        let (id, date) = match &event.what {
            What::Due { name, date, .. } => (name.as_str(), *date),
            What::FixedEvent { event } => (event.id.as_str(), Some(event.date)),
            _ => continue,
        };
        let passed = date.filter(|date| *date < study.today);
        warnings.extend(passed.map(|date| DueDate::HasPassed(date).into()));
        let own = (study.events.iter()).filter(|placed| placed.recorded_id == id);
        let own: Vec<&str> = own.map(|placed| placed.event.id.as_str()).collect();
        let new = problems.iter();
        let new = new.filter(|(event, ..)| passed.is_none() && own.contains(&event.as_str()));
        warnings.extend(new.map(|(_, message)| message.clone()));
    }
    let sheet = || {
        let mut sheet = Sheet::default();
        for message in &outcome.answer {
            sheet.line(vec![Span::plain(message.clone())]);
        }
        sheet
    };
    marks::show_moved(ctx, output, outcome, &warnings, sheet);
}
