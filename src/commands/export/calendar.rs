//! `plan export --format ics` and `--format vdir`

use std::path::{Path, PathBuf};

use super::{Args, ExportFormat, load};
use crate::commands::words::{DateReader, Looks, minutes};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::ics::WrittenCalendar;
use crate::model::{Dates, Minutes};
use crate::progress::revisions;
use crate::render::{CalendarTerms, Sheet, calendar};
use crate::store::{Reading, export, paths::expand_home};
use crate::summary::{Study, agenda};
use crate::text::{Export, ExportHint};

/// Writes the slots and deliverables as a calendar.
pub(super) fn run(args: &Args, format: ExportFormat, ctx: &mut Ctx) -> Result<()> {
    let within = within(args, ctx)?;
    let output = output(args, format)?;
    let alarm = args.alarm.as_deref().map(minutes).transpose()?;
    let loaded = load::all(ctx)?;
    let study = &loaded.study.clone().without_editor_notes();
    let calendar = made(ctx, (study, &loaded.reading), within, alarm);
    let Some(path) = output else {
        ctx.out += &crate::ics::write(&calendar);
        return Ok(());
    };
    let said = if format == ExportFormat::Vdir {
        let changes = export::write_folder(&path, &study.plan.id, &calendar)?;
        for other in changes.others {
            ctx.warn(Export::NotAnEvent(other));
        }
        Export::FolderWritten {
            path,
            written: changes.written,
            unchanged: changes.unchanged,
            removed: changes.removed,
        }
    } else {
        export::write_calendar(&path, &calendar)?;
        let events = calendar.events.len();
        Export::Written { path, events }
    };
    ctx.show(&Sheet::message(said));
    Ok(())
}

/// The calendar of a study with all that it has.
pub(in crate::commands) fn whole_calendar(ctx: &Ctx, loaded: &load::Loaded) -> WrittenCalendar {
    let study = &loaded.study.clone().without_editor_notes();
    made(ctx, (study, &loaded.reading), |_| true, None)
}

fn made(
    ctx: &Ctx,
    (study, reading): (&Study, &Reading),
    within: impl Fn(Dates) -> bool,
    alarm: Option<Minutes>,
) -> WrittenCalendar {
    let agenda = agenda(study, &revisions(&reading.events), within);
    let terms = CalendarTerms {
        utc: &ctx.utc_time(),
        zone: ctx.zone_name(),
        alarm,
        style: ctx.style,
    };
    calendar(study, &agenda, &terms)
}

/// Where to write to; `None` for stdout.
fn output(args: &Args, format: ExportFormat) -> Result<Option<PathBuf>> {
    let Some(path) = &args.output else {
        if format == ExportFormat::Vdir {
            let error = Error::usage(Export::NoFolder);
            return Err(error.hint(ExportHint::NameFolder));
        }
        return Ok(None);
    };
    Ok(Some(expand_home(Path::new(path))))
}

/// Whether dates are in the range that is asked for.
fn within(args: &Args, ctx: &Ctx) -> Result<impl Fn(Dates) -> bool + use<>> {
    let reader = DateReader::of(ctx);
    let from = reader.read_flag(args.from.as_deref(), Looks::Back)?;
    let to = reader.read_flag(args.to.as_deref(), Looks::Ahead)?;
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        let error = Error::usage(Export::EmptyRange { from, to });
        return Err(error.hint(ExportHint::ExchangeDates));
    }
    Ok(move |dates: Dates| {
        from.is_none_or(|from| dates.last >= from) && to.is_none_or(|to| dates.first <= to)
    })
}
