//! `plan use`

use std::path::Path;

use super::choice;
use super::followed;
use super::load;
use super::output::Output;
use super::plans;
use crate::context::Ctx;
use crate::error::{Error, ErrorKind, Result};
use crate::escape::shell_word;
use crate::model::PlanId;
use crate::render::{Sheet, json};
use crate::store::plan_file::PlanSource;
use crate::store::{config, remembered};
use crate::text::{ConfigKey, Plans, Several};

const EXAMPLES: &str = "\
Examples:
  plan use multimodal           the plan with this id, as `plan plans` lists it
  plan use rust-in-four-weeks   a shipped plan that has not begun

Nothing is recorded, and every plan keeps its marks.";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The id of the plan
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    output: Output,
}

/// Makes a plan that has begun, or a shipped one, the current plan: writes it to the configuration, and
/// nothing to a journal.
///
/// # Errors
/// `NoPlanFile` if there is no such plan, or its file is not known or is another plan by now; those of
/// reading it and of writing the configuration.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let before = load::chosen(ctx);
    let source = source(ctx, &args.id)?;
    let study = followed::on(ctx, &source, false, load::whole)?;
    if let Some(id) = PlanId::new(&args.id) {
        plans::is_it(&id, &study.plan.id, &source)?;
    }
    let changed = !source.is(&before) || ctx.config.plan.is_none();
    if changed {
        choice::remember(ctx, &study.plan.id, &source);
        config::set(&ctx.paths, ConfigKey::Plan, &choice::written(&source))?;
    }
    let title = study.plan.title.clone();
    let sheet = || {
        Sheet::message(if changed {
            Plans::NowCurrent { title }
        } else {
            Plans::AlreadyCurrent { title }
        })
    };
    args.output
        .give(ctx, &study, || json::chosen(changed), sheet);
    ctx.config.plan = Some(source);
    let is_shown = followed::sources(ctx).iter().any(|plan| plan.is(&before));
    if changed && !ctx.config.follow.is_empty() && !is_shown && !args.output.is_json() {
        let plan = before.name();
        ctx.hint(Several::NotFollowed { plan });
    }
    if !study.started && !args.output.is_json() {
        ctx.hint(Several::RecordStart);
    }
    Ok(())
}

/// Where the plan with this id is read from.
fn source(ctx: &Ctx, name: &str) -> Result<PlanSource> {
    let source = remembered::named(&ctx.paths, name);
    let is_file = matches!(&source, PlanSource::File(path) if path == Path::new(name));
    if !is_file {
        return Ok(source);
    }
    let id = PlanId::new(name);
    let current = load::chosen(ctx);
    let is_current = |id: &PlanId| load::plan_at(ctx, &current).is_some_and(|plan| plan.id == *id);
    if id.as_ref().is_some_and(is_current) {
        return Ok(current);
    }
    if let Some(id) = id.filter(|id| load::begun_plans(ctx).contains(id)) {
        let error = Error::new(ErrorKind::NoPlanFile, Several::FileUnknown { id });
        return Err(error.hint(Several::GiveFile));
    }
    if Path::new(name).is_file() {
        let (path, file) = (name.into(), shell_word(Path::new(name)));
        return Err(Error::usage(Several::IsFile { path }).hint(Several::InitFile { file }));
    }
    let name = name.to_owned();
    Err(Error::new(ErrorKind::NoPlanFile, Several::NoSuchPlan { name }).hint(Several::SeePlans))
}
