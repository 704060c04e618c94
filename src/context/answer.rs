//! What a run answers: sheets, JSON, and that a dry run records nothing.

use serde::Serialize;

use super::Ctx;
use super::ending::print;
use crate::render::{Sheet, json, terminal};
use crate::text::{Message, Run};

/// Whether the answer of a dry run says so already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DryRun {
    Unmarked,
    Marked,
}

impl Ctx {
    /// Shows a sheet.
    pub(crate) fn show(&mut self, sheet: &Sheet) {
        let text = terminal(&self.sheet_here(sheet), self.style);
        self.out += &text;
    }

    /// Takes what is to be printed, after a line that says so if nothing is recorded.
    pub(super) fn take_out(&mut self) -> String {
        let out = std::mem::take(&mut self.out);
        if self.dry_run != Some(DryRun::Unmarked) || out.is_empty() {
            return out;
        }
        self.dry_run = Some(DryRun::Marked);
        Message::from(Run::NothingRecorded)
            .text(self.style.locale)
            .into_owned()
            + "\n"
            + &out
    }

    /// Whether the run only shows what it would record.
    pub(crate) fn is_dry_run(&self) -> bool {
        self.dry_run.is_some()
    }

    /// Shows an answer for a script, with its version.
    pub(crate) fn json(&mut self, answer: &impl Serialize) {
        let dry_run = self.dry_run.is_some();
        self.dry_run = dry_run.then_some(DryRun::Marked);
        self.json_text(&json::versioned(answer, dry_run));
    }

    /// Shows a JSON text. A long one is printed as it is made, so that it takes no
    /// memory.
    pub(crate) fn json_text(&mut self, answer: &impl Serialize) {
        let Self { out, streams, .. } = self;
        let written = json::write(answer, |piece| {
            if *streams && piece.len() >= json::PIECE {
                print(
                    &mut std::io::stdout().lock(),
                    &(std::mem::take(out) + piece),
                )
            } else {
                out.push_str(piece);
                Ok(())
            }
        });
        self.unprinted = written.err();
    }
}
