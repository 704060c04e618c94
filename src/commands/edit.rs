//! `plan edit`

mod added;

use super::check;
use super::choice;
use super::load;
use super::output::Output;
use super::record::{When, record};
use crate::context::{Ctx, Edited};
use crate::error::{Error, ErrorKind, Result};
use crate::escape::shell_word;
use crate::model::{Plan, PlanId};
use crate::progress::{fold, plan_diff};
use crate::render::{Sheet, views};
use crate::store::config;
use crate::store::edit_copy::EditCopy;
use crate::store::plan_file::{self, PlanSource};
use crate::text::{ConfigKey, Edit, EditHint, PlanName};

const EXAMPLES: &str = "\
Examples:
  plan edit
  EDITOR=nano plan edit
  plan edit --with-added     slots of `plan add` go into the file

Opens a copy in $VISUAL, else $EDITOR, shows what `plan check` finds in it and what becomes of
your marks, and asks before it replaces the file. A shipped plan becomes a file of yours.";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Replace the file without a question
    #[arg(long)]
    yes: bool,
    /// Write the slots of `plan add` into the copy first
    #[arg(long)]
    with_added: bool,
}

/// Lets the learner edit a copy of the followed plan, and replaces the file once that is confirmed.
///
/// # Errors
/// `NoPlanFile`, `Io`; `InvalidPlan` if the copy has errors, `CannotCreate` if the file has changed
/// meanwhile. The file is as it was then, and what was edited is kept.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    Ctx::has_editor()?;
    let source = load::source(ctx);
    let former = plan_file::read(&source)?.parsed.plan;
    let former = former.map(|plan| with_added(ctx, plan)).transpose()?;
    let copy = EditCopy::of(&source, &ctx.paths.config_dir)?;
    if former.is_some() {
        added::offer(ctx, &copy, args.with_added)?;
    }
    let id = former.as_ref().map(|plan| &plan.id);
    let Some(plan) = edited(ctx, &copy, id)? else {
        ctx.show(&Sheet::message(Edit::NothingEdited));
        copy.discard();
        return Ok(());
    };
    if let Some(former) = &former {
        show_diff(ctx, &source.name(), &copy, former, &plan)?;
    }
    let question = Edit::ReplaceQuestion(copy.target.clone());
    let confirmed = if args.yes {
        Some(true)
    } else {
        ctx.ask(question)?
    };
    match confirmed {
        Some(true) => replace(ctx, &source, copy, former.as_ref()),
        Some(false) => {
            ctx.show(&Sheet::message(Edit::NotConfirmed(copy.target)));
            ctx.hint(EditHint::CopyKept(copy.path));
            Ok(())
        }
        None => {
            let error = Error::usage(Edit::NotConfirmed(copy.target));
            Err(error
                .hint(EditHint::CopyKept(copy.path))
                .hint(EditHint::Yes))
        }
    }
}

/// The plan of a file with the slots that were added to it.
fn with_added(ctx: &Ctx, plan: Plan) -> Result<Plan> {
    let reading = load::journal(ctx, &plan.id).read()?;
    Ok(load::study(ctx, plan, fold(&reading.events)).plan)
}

/// The plan that the learner has made of the copy; `None` if nothing has changed.
fn edited(ctx: &mut Ctx, copy: &EditCopy, id: Option<&PlanId>) -> Result<Option<Plan>> {
    loop {
        let opened = ctx.edit(&copy.path).map_err(|error| kept(copy, error))?;
        if let Edited::Abandoned { editor, code } = opened {
            let error = Error::new(ErrorKind::Io, Edit::EditorFailed { editor, code });
            return Err(kept(copy, error));
        }
        if copy.is_unchanged()? {
            return Ok(None);
        }
        let source = copy.source();
        let file = plan_file::read(&source)?;
        check::show(ctx, &source, &file, false, &Output::default());
        if let Some(plan) = file.parsed.plan {
            return match id.filter(|id| plan.id != **id) {
                Some(was) => Err(kept(copy, other_id(was, &plan.id))),
                None => Ok(Some(plan)),
            };
        }
        if ctx.ask(Edit::OpenAgain)? != Some(true) {
            let error = load::invalid(ctx, &source, file.parsed.diagnostics.len());
            let (copy, file) = (shell_word(&copy.path), shell_word(&copy.target));
            return Err(error.hint(EditHint::TakeCopy { copy, file }));
        }
    }
}

fn other_id(was: &PlanId, is: &PlanId) -> Error {
    let (was, is, keep) = (was.clone(), is.to_string(), was.clone());
    let error = Error::new(ErrorKind::InvalidPlan, Edit::OtherId { was, is });
    error.hint(EditHint::KeepId(keep))
}

/// An error after which the copy is kept, if it differs from the file.
fn kept(copy: &EditCopy, mut error: Error) -> Error {
    if copy.is_unchanged().unwrap_or(false) {
        copy.discard();
        return error;
    }
    error
        .hints
        .push(EditHint::CopyKept(copy.path.clone()).into());
    error
}

/// Shows what becomes of the marks.
fn show_diff(
    ctx: &mut Ctx,
    followed: &PlanName,
    copy: &EditCopy,
    former: &Plan,
    plan: &Plan,
) -> Result<()> {
    let reading = load::journal(ctx, &former.id).read()?;
    let diff = plan_diff(&fold(&reading.events), former, plan);
    let other = copy.source().name();
    let sheet = views::plan_diff(followed.clone(), other, &diff);
    ctx.show(&sheet);
    Ok(())
}

/// Puts the copy in the place of the file, and lets marks follow slots that were renamed.
fn replace(
    ctx: &mut Ctx,
    source: &PlanSource,
    copy: EditCopy,
    former: Option<&Plan>,
) -> Result<()> {
    let (target, is_of_shipped) = (copy.target.clone(), copy.is_of_shipped());
    if let Err(copy) = copy.replace()? {
        let error = Error::new(ErrorKind::CannotCreate, Edit::ChangedMeanwhile(copy.target));
        return Err(error.hint(EditHint::CopyKept(copy.path)));
    }
    if is_of_shipped {
        follow(ctx, source, &target)?;
    } else {
        ctx.show(&Sheet::message(Edit::Replaced(target)));
    }
    let Some(former) = former else { return Ok(()) };
    let when = When::now(ctx);
    record(ctx, when, |study, reading, _| {
        let progress = fold(&reading.events);
        Ok((plan_diff(&progress, former, &study.plan).moves, ()))
    })?;
    Ok(())
}

/// Follows the file that a shipped plan has become, if that plan was followed.
fn follow(ctx: &mut Ctx, source: &PlanSource, target: &std::path::Path) -> Result<()> {
    let path = target.to_string_lossy().into_owned();
    let path = Ctx::absolute(&path)?.to_string_lossy().into_owned();
    let is_followed = *source == load::chosen(ctx);
    if is_followed {
        config::set(&ctx.paths, ConfigKey::Plan, &path)?;
        ctx.config.plan = Some(PlanSource::named(&path));
    }
    let exported = Edit::Exported {
        id: choice::written(source),
        path: target.to_owned(),
        followed: is_followed,
    };
    ctx.show(&Sheet::message(exported));
    if !is_followed {
        let file = shell_word(target);
        ctx.hint(EditHint::Follow { file });
    }
    if let Some(asked) = &mut ctx.plan {
        asked.source = PlanSource::named(&path);
    }
    Ok(())
}
