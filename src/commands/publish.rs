//! The files that the configuration wants rewritten after each step, so that a synced folder is always
//! current.

use std::path::{Path, PathBuf};

use super::load::{self, Loaded};
use super::{export, page};
use crate::checklist::States;
use crate::context::Ctx;
use crate::error::Result;
use crate::escape::shell_word;
use crate::store;
use crate::summary::{Study, box_states};
use crate::text::{Export, ExportHint};

/// What the check boxes of the note that is published say before a step, if one is.
pub(super) fn boxes(ctx: &Ctx, study: &Study) -> Option<States> {
    let is_wanted = ctx.config.publish.note.is_some();
    is_wanted.then(|| box_states(study))
}

/// Rewrites them, if the step was one in the plan that the configuration chooses. A failure is only a
/// warning: what was recorded is safe. `before` is what check boxes said before the step.
pub(super) fn rewrite(ctx: &mut Ctx, loaded: &Loaded, before: Option<&States>) {
    if load::source(ctx) != load::chosen(ctx) {
        return;
    }
    let publish = ctx.config.publish.clone();
    written(ctx, publish.page, |ctx, path| {
        let text = page::of_study(ctx, &loaded.study);
        store::export::write_page(path, &text).map(|()| None)
    });
    written(ctx, publish.ics, |ctx, path| {
        let calendar = export::whole_calendar(ctx, loaded);
        store::export::write_calendar(path, &calendar).map(|()| None)
    });
    if let Some(before) = before {
        written(ctx, publish.note, |ctx, path| {
            export::publish_note(ctx, path, &loaded.study, before)
        });
    }
}

/// Writes a file, if it is wanted; what `write` gives is a warning.
fn written(
    ctx: &mut Ctx,
    path: Option<PathBuf>,
    write: impl FnOnce(&Ctx, &Path) -> Result<Option<Export>>,
) {
    let Some(path) = path else {
        return;
    };
    match write(ctx, &path) {
        Ok(None) => {}
        Ok(Some(warning)) => {
            ctx.warn(warning);
            ctx.hint(ExportHint::PullFirst(shell_word(&path)));
        }
        Err(error) => {
            let cause = Box::new(error.message);
            ctx.warn(Export::NotPublished { path, cause });
            for hint in error.hints {
                ctx.hint(hint);
            }
        }
    }
}
