//! The day that a question is about, where it need not be today.

use super::load;
use super::words::{DateReader, Looks};
use crate::context::Ctx;
use crate::error::Result;
use crate::summary::{DayFacts, Study, day_facts};

// The day that a question is about, if there is no other argument.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct DateFlag {
    /// Another day: 2026-12-07, wed, +3, -1 or +1w
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    date: Option<String>,
}

// The day that a question is about.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct DateArg {
    /// Another day: 2026-12-07, wed, +3, -1 or +1w
    #[arg(
        value_name = "DATE",
        conflicts_with = "date",
        allow_negative_numbers = true
    )]
    day: Option<String>,
    /// Same as DATE
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    date: Option<String>,
}

impl DateFlag {
    pub(super) fn text(&self) -> Option<&str> {
        self.date.as_deref()
    }
}

impl DateArg {
    pub(super) fn text(&self) -> Option<&str> {
        self.day.as_deref().or(self.date.as_deref())
    }
}

/// The whole study as if today were `date`, with its clock at the same time on that day.
pub(super) fn study_as_of(ctx: &mut Ctx, date: Option<&str>) -> Result<Study> {
    let mut study = load::whole(ctx)?;
    if let Some(date) = DateReader::of(ctx).read_flag(date, Looks::Ahead)? {
        study.now += date - study.today;
        study.today = date;
    }
    Ok(study)
}

/// The facts about the day as if today were `date`; with `everything`, all overdue slots are listed
/// in full.
pub(super) fn facts_as_of(ctx: &mut Ctx, date: Option<&str>, everything: bool) -> Result<DayFacts> {
    if date.is_none() {
        return load::day(ctx, everything);
    }
    let study = study_as_of(ctx, date)?;
    Ok(day_facts(&study, study.today, load::listed(everything)))
}
