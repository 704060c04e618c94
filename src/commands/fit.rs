//! `plan fit`

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::output::Output;
use super::record::{Outcome, When, begin_on, record};
use super::words::{self, DateReader, Looks};
use super::{busy, load, marks};
use crate::calendar::valid_start;
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::escape::shell_word;
use crate::model::Hours;
use crate::progress::{FitTerms, LaidSlot, What};
use crate::render::{json, views};
use crate::store::config;
use crate::store::paths::expand_home;
use crate::summary::{self, EventProblem, FitFault, Study};
use crate::text;
use crate::text::FitHint;

const EXAMPLES: &str = "\
Examples:
  plan fit --hours mon-fri=19:00-21:00,sat=10:00-12:00+14:00-16:00
  plan fit --hours mon-fri=2h,wed=0,sat=6h --by 2027-06-30
  plan fit --hours sat-sun=4h --from mon --apply
  plan fit --hours sat-sun=4h --busy work.ics
  plan fit                            show the hours in force

Nothing is recorded without `--apply`. See `plan help hours`.";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// When you have time: mon-fri=19:00-21:00,sat=3h (default: the hours in force)
    #[arg(long, value_name = "HOURS")]
    hours: Option<String>,
    /// The date by which everything is to be done
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    by: Option<String>,
    /// The first date to lay slots on (default: today, or the start)
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    from: Option<String>,
    /// Divide only slots that are longer than every window
    #[arg(long)]
    whole: bool,
    /// A calendar file with times to avoid; `--apply` adds it to `busy` in the configuration
    #[arg(long, value_name = "FILE")]
    busy: Vec<String>,
    /// Record the layout in the journal
    #[arg(long)]
    apply: bool,
    #[command(flatten)]
    output: Output,
}

impl Args {
    /// `plan fit --hours HOURS --apply`
    pub(super) fn applying(hours: &str) -> Self {
        Self {
            hours: Some(hours.to_owned()),
            apply: true,
            ..Self::default()
        }
    }
}

/// How many due dates are warned of once a layout is recorded.
const WARNINGS: usize = 10;

/// The most characters of laid slots on one line of the journal; the rest of a line is shorter than
/// what is left of its limit.
const LINE: usize = 3_000;

/// Shows the hours in force, previews a layout, or records it with `--apply`, or when the learner says
/// yes at a terminal.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let is_plain = args.hours.is_none() && args.by.is_none() && args.from.is_none();
    if is_plain && !args.whole && !args.apply && args.busy.is_empty() {
        return in_force(args, ctx);
    }
    let files = args.busy.iter();
    let files = files.map(|path| Ctx::absolute(&expand_home(Path::new(path)).to_string_lossy()));
    let files = files.collect::<Result<Vec<PathBuf>>>()?;
    busy::read(ctx, &files)?;
    if args.apply {
        return apply(args, ctx, None, &files);
    }
    let asked = Asked::of(args, ctx)?;
    let loaded = load::all(ctx)?;
    let study = &loaded.study;
    let fit = asked.fit(study)?;
    let about = marks::about(ctx, study, None);
    let sheet = || about.and(views::fit(&fit));
    args.output.give(ctx, study, || json::fit(&fit), sheet);
    // What comes too late is a part of the preview.
    let is_late = |problem: &EventProblem| matches!(problem, EventProblem::Late(_));
    for problem in views::first_event_problems(study, |problem| !is_late(problem)) {
        ctx.warn(problem);
    }
    if !args.output.is_table() {
        return Ok(());
    }
    match ctx.ask(text::Fit::ApplyQuestion)? {
        Some(true) => apply(args, ctx, Some(&fit.laid), &files)?,
        Some(false) => ctx.hint(text::MovingHint::NothingChanged),
        None => {
            let command = format!("plan fit{} --apply", typed(args));
            ctx.hint(text::MovingHint::Apply { command });
        }
    }
    Ok(())
}

/// The flags as they were typed.
fn typed(args: &Args) -> String {
    let flags = [
        ("hours", &args.hours),
        ("by", &args.by),
        ("from", &args.from),
    ];
    let flags = flags.into_iter().filter_map(|(name, value)| {
        let value = value.as_deref()?;
        Some(format!(" --{name} {}", shell_word(Path::new(value))))
    });
    let whole = args.whole.then(|| " --whole".to_owned());
    let busy = args.busy.iter();
    let busy = busy.map(|file| format!(" --busy {}", shell_word(file)));
    flags.chain(whole).chain(busy).collect()
}

/// Shows the hours in force.
fn in_force(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let loaded = load::all(ctx)?;
    let study = &loaded.study;
    let about = marks::about(ctx, study, None);
    args.output.give(
        ctx,
        study,
        || json::hours_in_force(study),
        || about.and(views::hours_in_force(study)),
    );
    if args.output.is_table() {
        ctx.hint(if study.hours.is_some() {
            FitHint::LayAgain
        } else {
            FitHint::GiveHours
        });
    }
    Ok(())
}

/// What the flags say.
struct Asked {
    hours: Option<Hours>,
    by: Option<NaiveDate>,
    from: Option<NaiveDate>,
    whole: bool,
}

impl Asked {
    fn of(args: &Args, ctx: &Ctx) -> Result<Self> {
        let reader = DateReader::of(ctx);
        let date = |text: &Option<String>| reader.read_flag(text.as_deref(), Looks::Ahead);
        let hours = args.hours.as_deref().map(words::hours).transpose()?;
        let (by, from) = (date(&args.by)?, date(&args.from)?);
        if let Some(from) = from.filter(|from| *from < ctx.today) {
            let error = Error::usage(text::Fit::FromHasPassed(from));
            return Err(error.hint(FitHint::FromToday(ctx.today)));
        }
        Ok(Self {
            hours,
            by,
            from,
            whole: args.whole,
        })
    }

    /// The layout that is asked for. What the flags don't say holds as in the last fit.
    fn fit<'a>(&self, study: &'a Study) -> Result<summary::Fit<'a>> {
        let last = study.fit.as_ref();
        let hours = self.hours.as_ref().or(study.hours.as_ref());
        let hours =
            hours.ok_or_else(|| Error::usage(text::Fit::NoHours).hint(FitHint::GiveHours))?;
        let from = self
            .from
            .unwrap_or_else(|| study.today.max(study.calendar.start));
        let by = self.by.or(last.and_then(|terms| terms.by));
        if let Some(by) = by.filter(|by| *by < from) {
            let error = Error::usage(text::Fit::ByBeforeFrom { by, from });
            return Err(match self.by {
                Some(_) => error,
                None => error.hint(FitHint::OtherDeadline),
            });
        }
        let as_before = last.is_some_and(|terms| terms.whole && self.hours.is_none());
        let terms = FitTerms {
            hours: hours.clone(),
            by,
            whole: self.whole || as_before,
        };
        summary::fit(study, terms, from).map_err(|fault| {
            Error::usage(match fault {
                FitFault::NothingLeft => text::Fit::NothingLeft,
                FitFault::NoFreeTime(until) => text::Fit::NoFreeTime { until },
                FitFault::TooFewHours => text::Fit::TooFewHours(Box::new(hours.clone())),
            })
        })
    }
}

/// Records the layout, and adds calendar files that it avoids to the configuration.
fn apply(args: &Args, ctx: &mut Ctx, shown: Option<&[LaidSlot]>, files: &[PathBuf]) -> Result<()> {
    let outcome = recorded(args, ctx, shown)?;
    remember(ctx, files);
    show(args, ctx, &outcome);
    Ok(())
}

/// Lays the plan out and records it, without showing it.
///
/// # Errors
/// As of `plan fit --apply`.
pub(super) fn lay_out(args: &Args, ctx: &mut Ctx) -> Result<Outcome<()>> {
    busy::read(ctx, &[])?;
    recorded(args, ctx, None)
}

/// Works the layout out under the lock and records it. It must be the same as what was `shown`, if
/// anything was.
fn recorded(args: &Args, ctx: &mut Ctx, shown: Option<&[LaidSlot]>) -> Result<Outcome<()>> {
    let when = When::now(ctx);
    let asked = Asked::of(args, ctx)?;
    record(ctx, when, |study, _, _| {
        let fit = asked.fit(study)?;
        if shown.is_some_and(|shown| shown != fit.laid) {
            let error = Error::usage(text::Fit::ChangedMeanwhile);
            return Err(error.hint(FitHint::SeePreview));
        }
        let start = valid_start(&study.plan, fit.from);
        let begins = (!study.started).then(|| begin_on(&study.plan, start, false));
        let lines = lines(&fit);
        Ok((begins.into_iter().chain(lines).collect(), ()))
    })
}

/// Shows a layout that was recorded.
pub(super) fn show(args: &Args, ctx: &mut Ctx, outcome: &Outcome<()>) {
    let study = &outcome.study;
    let left = marks::left(study, study.today);
    let body = || json::recorded(study, outcome.op, &outcome.events, &left);
    let about = marks::about(ctx, study, None);
    let output = &args.output;
    output.give(ctx, study, body, || {
        about.and(views::fit_applied(study, &outcome.events))
    });
    for problem in views::first_event_problems(study, |_| true) {
        ctx.warn(problem);
    }
    for missed in views::missed_dues(study).into_iter().take(WARNINGS) {
        ctx.warn(missed);
    }
    if output.is_table() {
        ctx.hint(FitHint::Undo);
    }
}

/// Adds calendar files to the configuration. The layout is recorded already, so that this fails is
/// only a warning.
fn remember(ctx: &mut Ctx, files: &[PathBuf]) {
    if files.is_empty() {
        return;
    }
    if let Err(error) = config::add_busy(&ctx.paths, files) {
        ctx.warn_of(error);
    }
}

/// The events of a fit, each short enough for a line of the journal.
fn lines(fit: &summary::Fit) -> Vec<What> {
    let line = |laid: &[LaidSlot], kept: &[LaidSlot]| What::Fit {
        terms: Box::new(fit.terms.clone()),
        laid: laid.to_vec(),
        kept: kept.to_vec(),
    };
    let laid = groups(&fit.laid).map(|laid| line(laid, &[]));
    laid.chain(groups(&fit.kept).map(|kept| line(&[], kept)))
        .collect()
}

/// Slots in groups that fit on a line.
fn groups(laid: &[LaidSlot]) -> impl Iterator<Item = &[LaidSlot]> {
    let mut length = 0;
    laid.chunk_by(move |slot, next| {
        length += slot.to_string().len() + 3;
        let fits = length + next.to_string().len() <= LINE;
        if !fits {
            length = 0;
        }
        fits
    })
}
