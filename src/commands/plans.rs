//! `plan plans`

use super::followed;
use super::load;
use super::output::Output;
use crate::context::Ctx;
use crate::error::{Error, ErrorKind, Result};
use crate::model::PlanId;
use crate::render::{json, views};
use crate::store::plan_file::{PlanSource, SHIPPED};
use crate::store::remembered;
use crate::summary::{DayFacts, PlanFile, PlanRole, PlanRow};
use crate::text::{File, Message, Several};

const EXAMPLES: &str = "\
Examples:
  plan plans
  plan plans --json

`plan use ID` makes one of them the current plan.";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    output: Output,
}

/// A plan, and what can be read of it.
struct Found {
    /// Not known of a plan that cannot be read and has not begun.
    id: Option<PlanId>,
    source: PlanSource,
    is_followed: bool,
    facts: Result<DayFacts>,
}

impl Found {
    /// Its id, else where it is read from.
    fn name(&self) -> String {
        let path = || match &self.source {
            PlanSource::Shipped(shipped) => shipped.id.to_owned(),
            PlanSource::File(path) => path.display().to_string(),
        };
        self.id.as_ref().map_or_else(path, PlanId::to_string)
    }
}

/// Lists the plans that have marks or are followed, then the shipped ones that have none. What cannot be
/// read is in the list, with the reason.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) {
    let found = all(ctx);
    let begun = load::begun_plans(ctx);
    let current = load::source(ctx);
    let rows = found.iter().map(|found| row(found, &begun, &current));
    let rows: Vec<PlanRow> = rows.collect();
    if args.output.is_json() {
        let now = ctx.now.to_rfc3339();
        ctx.json(&json::without_study(ctx.today, now, json::plans(&rows)));
    } else {
        args.output.sheet(ctx, &views::plans(&rows));
    }
}

/// The current plan, those that are followed with it, all others with marks, and the shipped ones.
fn all(ctx: &mut Ctx) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for source in followed::sources(ctx) {
        let facts = facts(ctx, &source, None);
        let id = match &facts {
            Ok(facts) => Some(facts.excerpt().plan.id.clone()),
            Err(_) => load::begun_plans(ctx)
                .into_iter()
                .find(|id| remembered::source(&ctx.paths, id).is_some_and(|at| at.is(&source))),
        };
        if id.is_none() || found.iter().all(|known| known.id != id) {
            found.push(Found {
                id,
                source,
                is_followed: true,
                facts,
            });
        }
    }
    let shipped = SHIPPED.iter().filter_map(|shipped| PlanId::new(shipped.id));
    for id in load::begun_plans(ctx).into_iter().chain(shipped) {
        if found.iter().any(|known| known.id.as_ref() == Some(&id)) {
            continue;
        }
        let source = remembered::named(&ctx.paths, id.as_str());
        let facts = facts(ctx, &source, Some(&id));
        found.push(Found {
            facts,
            id: Some(id),
            source,
            is_followed: false,
        });
    }
    found
}

/// The facts about today of the plan at `source`, which is to be the plan `id`. Its faults are not shown:
/// `plan check` does that.
fn facts(ctx: &mut Ctx, source: &PlanSource, id: Option<&PlanId>) -> Result<DayFacts> {
    let is_other = *source != load::source(ctx);
    followed::quietly_on(ctx, source, is_other, |ctx| {
        let facts = load::day(ctx, false)?;
        id.map_or(Ok(()), |id| is_it(id, &facts.excerpt().plan.id, source))?;
        Ok(facts)
    })
}

/// # Errors
/// `NoPlanFile` if the plan at `source` is another one `now` than `id`.
pub(super) fn is_it(id: &PlanId, now: &PlanId, source: &PlanSource) -> Result<()> {
    if now == id {
        return Ok(());
    }
    let (id, file, now) = (id.clone(), source.name(), now.clone());
    let error = Error::new(
        ErrorKind::NoPlanFile,
        Several::OtherPlanThere { id, file, now },
    );
    Err(error.hint(Several::GiveNewPath))
}

fn row<'a>(found: &'a Found, begun: &[PlanId], current: &PlanSource) -> PlanRow<'a> {
    let facts = found.facts.as_ref().ok();
    let today = facts.map(DayFacts::today);
    PlanRow {
        id: found.id.clone(),
        study: facts.map(DayFacts::excerpt),
        role: match found {
            found if found.source == *current => PlanRole::Current,
            found if found.is_followed => PlanRole::Followed,
            _ => PlanRole::Other,
        },
        name: found.name(),
        is_begun: found.id.as_ref().is_some_and(|id| begun.contains(id)),
        tally: today.as_ref().map(|today| today.plan),
        is_finished: today.is_some_and(|today| today.is_finished()),
        next: facts.and_then(DayFacts::next),
        file: file(found),
    }
}

fn file(found: &Found) -> PlanFile {
    let is_unknown =
        |message: &Message| matches!(message, Message::Several(Several::FileUnknown { .. }));
    match (&found.source, &found.facts) {
        (PlanSource::Shipped(shipped), _) => PlanFile::Shipped {
            id: shipped.id,
            plan: shipped.plan,
        },
        (PlanSource::File(path), Ok(_)) => {
            PlanFile::At(found.source.real_path().unwrap_or_else(|| path.clone()))
        }
        (_, Err(error)) if is_unknown(&error.message) => PlanFile::Unknown,
        (PlanSource::File(path), Err(error))
            if found.id.is_some()
                && matches!(error.message, Message::File(File::NoPlanFile(_))) =>
        {
            PlanFile::Moved(path.clone())
        }
        (source, Err(error)) => {
            PlanFile::Unreadable(source.name(), Box::new(error.message.clone()))
        }
    }
}
