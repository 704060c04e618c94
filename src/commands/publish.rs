//! The files that the configuration wants rewritten after each step, so that a synced folder is always
//! current.

use std::path::{Path, PathBuf};

use super::load::{self, Loaded};
use super::{export, page};
use crate::context::Ctx;
use crate::error::Result;
use crate::store;
use crate::text::Export;

/// Rewrites them, if the step was one in the plan that the configuration chooses. A failure is only a
/// warning: what was recorded is safe.
pub(super) fn rewrite(ctx: &mut Ctx, loaded: &Loaded) {
    if load::source(ctx) != load::chosen(ctx) {
        return;
    }
    let publish = ctx.config.publish.clone();
    written(ctx, publish.page, |ctx, path| {
        let text = page::of_study(ctx, &loaded.study);
        store::export::write_page(path, &text)
    });
    written(ctx, publish.ics, |ctx, path| {
        let calendar = export::whole_calendar(ctx, loaded);
        store::export::write_calendar(path, &calendar)
    });
}

/// Writes a file, if it is wanted.
fn written(ctx: &mut Ctx, path: Option<PathBuf>, write: impl FnOnce(&Ctx, &Path) -> Result<()>) {
    let Some(path) = path else {
        return;
    };
    if let Err(error) = write(ctx, &path) {
        let cause = Box::new(error.message);
        ctx.warn(Export::NotPublished { path, cause });
        for hint in error.hints {
            ctx.hint(hint);
        }
    }
}
