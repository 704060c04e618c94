//! `plan resources`

use super::output::Output;
use super::target::{Target, Targets};
use super::words::AsOf;
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::model::Kind;
use crate::render::{json, phrase, views};
use crate::summary::{self, ResourceView, SlotView, Study};

const EXAMPLES: &str = "\
Examples:
  plan resources
  plan resources paper --topic D
  plan resources --week 3
  plan resources --broken     links that lead astray, with what to read instead";

/// List the library: what each entry is used for, and how much of that is done
#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Only this kind: course, project, paper, blog, doc, book, video, dataset, model, repo,
    /// practice or other
    #[arg(value_name = "KIND")]
    kind: Option<String>,
    /// Only what slots of this topic use
    #[arg(long, value_name = "TOPIC")]
    topic: Option<String>,
    /// Only what slots of this week of the plan use
    #[arg(long, value_name = "N")]
    week: Option<u32>,
    /// Only entries whose link leads astray, or nowhere
    #[arg(long)]
    broken: bool,
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    output: Output,
}

/// Runs it.
///
/// # Errors
/// `Usage` where there is no such kind, topic or week; what reading the plan or the journal
/// gives.
pub fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let kind = args.kind.as_deref().map(kind).transpose()?;
    let study = &args.as_of.whole(ctx)?;
    let reader = Targets::on(study, study.today);
    let topic = args
        .topic
        .as_deref()
        .map(|text| topic(study, &reader, text))
        .transpose()?;
    if let Some(number) = args.week {
        reader.read(&format!("w{number}"))?;
    }
    let of_slot = |slot: &SlotView| {
        let in_topic = topic.is_none_or(|topic| {
            slot.place
                .slot
                .topic
                .as_ref()
                .is_some_and(|id| id.as_str() == topic)
        });
        in_topic
            && args
                .week
                .is_none_or(|number| slot.place.week.number == Some(number))
    };
    let any_slot = topic.is_some() || args.week.is_some();
    let library = summary::library(study);
    let in_week = |view: &ResourceView| {
        topic.is_none() && args.week.is_some_and(|number| view.weeks.contains(&number))
    };
    let wanted = |view: &&ResourceView| {
        kind.is_none_or(|kind| view.resource.kind == kind)
            && (!args.broken || view.is_broken())
            && (!any_slot || view.used.iter().any(of_slot) || in_week(view))
    };
    let views: Vec<&ResourceView> = library.iter().filter(wanted).collect();
    let (body, sheet) = (|| json::resources(&views), || views::resources(&views));
    args.output.give(ctx, study, body, sheet);
    Ok(())
}

fn kind(text: &str) -> Result<Kind> {
    let find = |name: &str| Kind::NAMES.iter().find(|(_, known)| *known == name);
    let found = find(text).or_else(|| find(text.strip_suffix('s')?));
    found.map(|(kind, _)| *kind).ok_or_else(|| {
        let names = phrase::list(Kind::NAMES.map(|(_, name)| name));
        Error::usage(format!(
            "`{}` is no kind of resource",
            crate::escape::terminal(text)
        ))
        .hint(format!("one of {names}"))
    })
}

fn topic<'s>(study: &'s Study, reader: &Targets<'s>, text: &str) -> Result<&'s str> {
    let topics = &study.plan.roadmap.topics;
    if let Ok(Target::Topic(index)) = reader.read(text) {
        return Ok(topics[index].id.as_str());
    }
    let ids = phrase::list(topics.iter().map(|topic| topic.id.as_str()));
    let error = Error::usage(format!("`{}` is no topic", crate::escape::terminal(text)));
    Err(error.hint(format!("one of {ids}")))
}
