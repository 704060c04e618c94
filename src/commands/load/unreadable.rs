//! Errors for plans that cannot be read.

use super::begun_plans;
use crate::context::Ctx;
use crate::error::{Error, ErrorKind};
use crate::model::PlanId;
use crate::store::plan_file::PlanSource;
use crate::store::{config, remembered};
use crate::text::{RecordingHint, Several};

/// The error for a plan that cannot be read: what to do if its file was never known here, or is no
/// longer where it was, else who chose it.
pub(super) fn not_read(ctx: &Ctx, source: &PlanSource, error: Error) -> Error {
    let error = with_choice(ctx, error);
    let PlanSource::File(path) = source else {
        return error;
    };
    if error.kind != ErrorKind::NoPlanFile {
        return error;
    }
    let begun = begun_plans(ctx);
    let (folder, name) = (path.parent(), path.file_name());
    let is_bare =
        folder.is_none_or(|dir| dir.as_os_str().is_empty() || dir == ctx.paths.config_dir);
    let is_name = |id: &&PlanId| is_bare && name.is_some_and(|name| name == id.as_str());
    if let Some(id) = begun.iter().find(is_name) {
        let message = Several::FileUnknown { id: id.clone() };
        return Error::new(ErrorKind::NoPlanFile, message).hint(Several::GiveFile);
    }
    let was_there = |id: &PlanId| remembered::source(&ctx.paths, id).as_ref() == Some(source);
    if begun.iter().any(was_there) {
        return error.hint(Several::GiveNewPath);
    }
    error
}

/// Says who chose a plan that cannot be read.
pub(in crate::commands) fn with_choice(ctx: &Ctx, error: Error) -> Error {
    if ctx.plan.is_some() || ctx.config.plan.is_none() {
        return error;
    }
    let config = config::path(&ctx.paths.config_dir);
    error
        .hint(RecordingHint::ChosenIn(config))
        .hint(RecordingHint::ChooseAnother)
}
