//! `plan export --format ics` and `--format vdir`

use std::path::{Path, PathBuf};

use super::{Args, ExportFormat, load};
use crate::commands::words::{DateReader, Looks, minutes};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::model::Dates;
use crate::progress::revisions;
use crate::render::{CalendarTerms, calendar};
use crate::store::{export, paths::expand_home};
use crate::summary::agenda;
use crate::text::{Export, ExportHint, Message};

/// Writes the slots and deliverables as a calendar.
pub(super) fn run(args: &Args, format: ExportFormat, ctx: &mut Ctx) -> Result<()> {
    let within = within(args, ctx)?;
    let output = output(args, format)?;
    let alarm = args.alarm.as_deref().map(minutes).transpose()?;
    let load::Loaded { study, reading, .. } = load::all(ctx)?;
    let study = &study.without_editor_notes();
    let revisions = revisions(&reading.events);
    let utc = ctx.utc_time();
    let agenda = agenda(study, &revisions, within);
    let terms = CalendarTerms {
        utc: &utc,
        zone: ctx.zone_name(),
        alarm,
        style: ctx.style,
    };
    let calendar = calendar(study, &agenda, &terms);
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
    let said = Message::from(said).text(ctx.style.locale).into_owned();
    ctx.out += &format!("{}\n", crate::escape::terminal(&said));
    Ok(())
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
