//! The flag `--editor-notes`.

use super::output::Output;
use crate::summary::{DayFacts, Study};

// Whether a person sees what the plan's editor remarks; scripts always do.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct EditorNotes {
    /// Also show the editor's notes on the author's text
    #[arg(long)]
    editor_notes: bool,
}

impl EditorNotes {
    /// Whether the flag is given.
    pub(super) fn is_given(&self) -> bool {
        self.editor_notes
    }

    /// Drops editor notes unless `--editor-notes` or JSON is asked for.
    pub(super) fn of_study(&self, study: Study, output: &Output) -> Study {
        if self.editor_notes || output.is_json() {
            return study;
        }
        study.without_editor_notes()
    }

    /// Drops editor notes unless `--editor-notes` or JSON is asked for.
    pub(super) fn of_facts(&self, facts: DayFacts, output: &Output) -> DayFacts {
        if self.editor_notes || output.is_json() {
            return facts;
        }
        facts.without_editor_notes()
    }
}
