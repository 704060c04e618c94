//! `plan off --ics`

use std::path::Path;

use super::Args;
use crate::commands::record::{When, record};
use crate::commands::{load, marks};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::escape::shell_word;
use crate::ics::{CalendarFile, MarkedDays, Unread};
use crate::progress::What;
use crate::render::{json, views};
use crate::store::calendar_file;
use crate::store::paths::expand_home;
use crate::summary::{self, DayChange, Holidays, Study};
use crate::text::{self, Ics, IcsHint, MovingHint, Names};

/// A calendar file, and what of it is to be imported.
struct HolidayFile<'a> {
    path: &'a Path,
    file: CalendarFile,
    only: Option<&'a str>,
    /// What it is called; a newer file of the same name takes its place.
    source: String,
}

/// Previews the import of a calendar file, or records it with `--apply`, or when the learner says yes
/// at a terminal.
pub(super) fn run(path: &str, args: &Args, ctx: &mut Ctx) -> Result<()> {
    let path = &expand_home(Path::new(path));
    let calendar = HolidayFile::read(path, args.only.as_deref())?;
    if args.apply {
        return apply(&calendar, args, ctx, None);
    }
    let loaded = load::all(ctx)?;
    let study = &loaded.study;
    let marked = calendar.marked(study)?;
    warn_of_unread(ctx, path, &marked.unread);
    let found = calendar.holidays(study, &marked)?;
    let about = marks::about(ctx, study, None);
    args.output.give(
        ctx,
        study,
        || json::holidays(&found),
        || about.and(views::holidays(&found)),
    );
    if args.output.is_table() && calendar.file.has_only_times() {
        let command = format!("plan fit --busy {}", shell_word(path));
        ctx.hint(IcsHint::OnlyTimes { command });
    }
    if !args.output.is_table() || found.changes.is_empty() {
        return Ok(());
    }
    match ctx.ask(Ics::ApplyQuestion)? {
        Some(true) => apply(&calendar, args, ctx, Some(&found.changes))?,
        Some(false) => ctx.hint(MovingHint::NothingChanged),
        None => {
            let only = args.only.as_deref();
            let only = only.map(|only| format!(" --only {}", shell_word(only)));
            let command = format!(
                "plan off --ics {}{} --apply",
                shell_word(path),
                only.unwrap_or_default()
            );
            ctx.hint(MovingHint::Apply { command });
        }
    }
    Ok(())
}

impl<'a> HolidayFile<'a> {
    fn read(path: &'a Path, only: Option<&'a str>) -> Result<Self> {
        let file = calendar_file::read(path)?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let source = file.name.clone().unwrap_or_else(|| stem.into_owned());
        let words: Vec<&str> = source.split_whitespace().collect();
        let source = words.join(" ").chars().take(LONGEST).collect();
        Ok(Self {
            path,
            file,
            only,
            source,
        })
    }

    /// The days that it marks from today on.
    fn marked(&self, study: &Study) -> Result<MarkedDays> {
        let dates = summary::importable(study);
        let marked = self.file.marked_days(dates);
        marked.map_err(|fault| calendar_file::fault(self.path, fault))
    }

    /// # Errors
    /// `Usage` if nothing has the text of `--only` in its name.
    fn holidays<'s>(&self, study: &'s Study, marked: &MarkedDays) -> Result<Holidays<'s>> {
        let found = summary::holidays(study, marked, &self.source, self.only);
        if let Some(only) = self.only
            && found.changes.is_empty()
            && found.already == 0
        {
            let (path, only) = (self.path.to_owned(), only.to_owned());
            let mut names: Vec<String> = Vec::new();
            for day in marked.days.values() {
                if !day.name.is_empty() && !names.contains(&day.name) {
                    names.push(day.name.clone());
                }
            }
            let error = Error::usage(Ics::NothingChosen { path, only });
            return Err(error.hint(IcsHint::Names(Names::first_of(&names))));
        }
        Ok(found)
    }
}

/// The longest name of a calendar that is kept, in characters.
const LONGEST: usize = 100;

/// Works it out again under the lock and records it. It must be the same as what was `shown`, if
/// anything was.
fn apply(
    calendar: &HolidayFile,
    args: &Args,
    ctx: &mut Ctx,
    shown: Option<&Vec<DayChange>>,
) -> Result<()> {
    let when = When::now(ctx);
    let outcome = record(ctx, when, |study, _, _| {
        let marked = calendar.marked(study)?;
        let found = calendar.holidays(study, &marked)?;
        if shown.is_some_and(|shown| *shown != found.changes) {
            let error = Error::usage(text::Fit::ChangedMeanwhile);
            return Err(error.hint(text::FitHint::SeePreview));
        }
        let changes = found.changes.iter();
        let whats: Vec<What> = changes
            .map(|change| change.recorded(&found.source))
            .collect();
        Ok((whats, (found.changes, marked.unread)))
    })?;
    let (changes, unread) = &outcome.answer;
    warn_of_unread(ctx, calendar.path, unread);
    let (study, events) = (&outcome.study, &outcome.events);
    let displaced = summary::displaced(study, changes);
    let left = marks::left(study, study.today);
    let body = || {
        let moved = json::moved(study, outcome.op, events, &left, &[]);
        json::rested(moved, &displaced)
    };
    let about = marks::about(ctx, study, None);
    let source = &calendar.source;
    args.output.give(ctx, study, body, || {
        about.and(views::holidays_recorded(source, changes, &displaced))
    });
    if args.output.is_table() && !displaced.is_empty() {
        ctx.hint(MovingHint::SeeRecover);
    }
    marks::hint_at_undo(ctx, &args.output, &outcome);
    Ok(())
}

/// Warns of what was not understood in the file.
fn warn_of_unread(ctx: &mut Ctx, path: &Path, unread: &Unread) {
    for warning in calendar_file::warnings(path, unread) {
        ctx.warn(warning);
    }
}
