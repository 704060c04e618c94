//! The formats of an answer, and the flags that choose one.
//!
//! A flattened struct has no doc comment: clap would take it for the description of the verb.

use clap::ValueEnum;
use serde::Serialize;

use crate::context::Ctx;
use crate::render::{Sheet, json, markdown};
use crate::summary::Study;

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Format {
    /// For a person at a terminal
    #[default]
    Table,
    /// For a script
    Json,
    /// Markdown, for notes
    Md,
}

#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Output {
    /// Output format: table, json or md
    #[arg(
        long,
        value_enum,
        default_value_t,
        hide_possible_values = true,
        hide_default_value = true,
        value_name = "FORMAT"
    )]
    format: Format,
    /// Same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
}

impl From<Format> for Output {
    fn from(format: Format) -> Self {
        Self {
            format,
            json: false,
        }
    }
}

impl Output {
    /// The format asked for; `--json` is short for one of them.
    pub(crate) fn format(&self) -> Format {
        if self.json { Format::Json } else { self.format }
    }

    /// Whether the answer is for a script.
    pub(crate) fn is_json(&self) -> bool {
        self.format() == Format::Json
    }

    /// Whether the answer is for a person at a terminal.
    pub(crate) fn is_table(&self) -> bool {
        self.format() == Format::Table
    }

    /// Writes an answer about a study. Builds only `body` (JSON) or only `sheet` (other formats).
    pub(crate) fn give<B: Serialize>(
        &self,
        ctx: &mut Ctx,
        study: &Study,
        body: impl FnOnce() -> B,
        sheet: impl FnOnce() -> Sheet,
    ) {
        if self.is_json() {
            self::json(ctx, study, body());
        } else {
            let sheet = sheet();
            let sheet = match study.other_plan() {
                Some(plan) => sheet.on_plan(plan.as_str()),
                None => sheet,
            };
            self.sheet(ctx, &sheet);
        }
    }

    /// Shows a sheet as Markdown if that was asked for, else in the terminal's form.
    pub(super) fn sheet(&self, ctx: &mut Ctx, sheet: &Sheet) {
        if self.format() == Format::Md {
            ctx.out += &markdown(&ctx.sheet_here(sheet), ctx.style.locale);
        } else {
            ctx.show(sheet);
            ctx.paged = true;
        }
    }
}

/// Writes an answer about a study as JSON.
pub(super) fn json(ctx: &mut Ctx, study: &Study, body: impl Serialize) {
    let answer = json::answer(study, ctx.now.to_rfc3339(), body);
    ctx.json(&answer);
}
