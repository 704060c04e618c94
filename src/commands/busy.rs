//! Times that are taken: by the calendar files of the configuration, and by the other plans that are
//! followed.

use std::path::{Path, PathBuf};

use chrono::Days;

use super::followed;
use crate::context::Ctx;
use crate::error::Result;
use crate::model::{Busy, Dates};
use crate::store::calendar_file;
use crate::text::IcsHint;

/// How far ahead busy times are known, in days: three years.
const AHEAD: u64 = 3 * 366;

/// Reads the calendar files of the configuration, `more` of them, and the other plans that are followed: studies that are loaded from
/// now on know the times that they take. A file of the configuration that can't be used is only a
/// warning.
///
/// # Errors
/// Those of reading `more`.
pub(super) fn read(ctx: &mut Ctx, more: &[PathBuf]) -> Result<()> {
    let mut busy = Busy::new();
    for path in more {
        add(ctx, &mut busy, path)?;
    }
    for file in ctx.config.busy.clone() {
        if more.contains(&file.path) {
            continue;
        }
        if let Err(error) = add(ctx, &mut busy, &file.path) {
            ctx.warn_of(error);
            ctx.hint(IcsHint::BusyInConfig);
        }
    }
    for study in followed::others(ctx) {
        study.take_times(&mut busy);
    }
    ctx.busy = busy;
    Ok(())
}

fn add(ctx: &mut Ctx, busy: &mut Busy, path: &Path) -> Result<()> {
    let file = calendar_file::read(path)?;
    // The night before belongs to yesterday.
    let first = ctx.today.checked_sub_days(Days::new(1));
    let last = ctx.today.checked_add_days(Days::new(AHEAD));
    let dates = Dates {
        first: first.unwrap_or(ctx.today),
        last: last.unwrap_or(ctx.today),
    };
    let found = file.busy(dates, ctx.day_starts, &ctx.local_time());
    let (found, unread) = found.map_err(|fault| calendar_file::fault(path, fault))?;
    for (date, ranges) in found {
        busy.entry(date).or_default().extend(ranges);
    }
    for warning in calendar_file::warnings(path, &unread) {
        ctx.warn(warning);
    }
    Ok(())
}
