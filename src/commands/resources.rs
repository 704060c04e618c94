//! `plan resources`

use super::as_of::{DateFlag, study_as_of};
use super::editor_notes::EditorNotes;
use super::output::Output;
use super::target::Targets;
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::model::{Kind, TopicId};
use crate::render::{json, views};
use crate::summary::{self, Link, ResourceView, SlotView, Study};
use crate::text::{Language, Level, Locale, Lookup, LookupHint, Message, Show};

const EXAMPLES: &str = "\
Examples:
  plan resources
  plan resources paper --topic D
  plan resources --week 3
  plan resources --broken     wrong links, and what to read instead";

#[derive(Debug, Clone, Default, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Only this kind: paper, book, course, ...; `plan help plan-file` lists all
    #[arg(value_name = "KIND")]
    kind: Option<String>,
    /// Only what slots of this topic use
    #[arg(long, value_name = "TOPIC")]
    topic: Option<String>,
    /// Only what slots of week N of the plan use
    #[arg(long, value_name = "N")]
    week: Option<u32>,
    /// Only resources whose link is wrong or could not be found
    #[arg(long)]
    broken: bool,
    #[command(flatten)]
    date: DateFlag,
    #[command(flatten)]
    editor_notes: EditorNotes,
    #[command(flatten)]
    output: Output,
}

/// Lists the entries of the library that fit all the flags.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let kind = args.kind.as_deref().map(kind).transpose()?;
    let study = study_as_of(ctx, args.date.text())?;
    let study = &args.editor_notes.of_study(study, &args.output);
    let topic = args.topic.as_deref().map(|text| topic(study, text));
    let topic = topic.transpose()?;
    if let Some(number) = args.week {
        Targets::on(study, study.today).read(&format!("w{number}"))?;
    }
    let is_used = |view: &ResourceView| {
        let by_slot = |slot: &SlotView| {
            let week = slot.place.week.number;
            topic.is_none_or(|topic| slot.place.slot.topic.as_ref() == Some(topic))
                && args.week.is_none_or(|number| week == Some(number))
        };
        // A week may name an entry without a slot that uses it.
        let by_week = |number: &u32| topic.is_none() && view.weeks.contains(number);
        view.used.iter().any(by_slot) || args.week.as_ref().is_some_and(by_week)
    };
    let fits = |view: &&ResourceView| {
        kind.is_none_or(|kind| view.resource.kind == kind)
            && (!args.broken || Link::of(view.resource).is_wrong())
            && (topic.is_none() && args.week.is_none() || is_used(view))
    };
    let library = summary::library(study);
    let views: Vec<&ResourceView> = library.iter().filter(fits).collect();
    let (body, sheet) = (|| json::resources(&views), || views::resources(&views));
    args.output.give(ctx, study, body, sheet);
    Ok(())
}

/// A kind by its name, by its English plural, as screens name it, or as authors do.
fn kind(text: &str) -> Result<Kind> {
    let is_shown = |kind: Kind| {
        let name = Message::from(Show::Kind(kind));
        Language::ALL
            .iter()
            .any(|language| name.text(Locale::of(*language)) == text)
    };
    let find = |name: &str| Kind::NAMES.iter().find(|(_, known)| *known == name);
    let found = find(text)
        .or_else(|| find(text.strip_suffix('s')?))
        .or_else(|| Kind::NAMES.iter().find(|(kind, _)| is_shown(*kind)));
    let found = found.map(|(kind, _)| *kind);
    found.or_else(|| Kind::from_label(text)).ok_or_else(|| {
        let names = Kind::NAMES.iter().map(|(_, name)| (*name).to_owned());
        unknown(Level::Kind, text, names.collect())
    })
}

/// The id of a topic, by itself or by its title.
fn topic<'s>(study: &'s Study, text: &str) -> Result<&'s TopicId> {
    let topics = &study.plan.roadmap.topics;
    if let Some(index) = Targets::on(study, study.today).topic(text) {
        return Ok(&topics[index].id);
    }
    let ids = topics.iter().map(|topic| topic.id.to_string());
    Err(unknown(Level::Topic, text, ids.collect()))
}

fn unknown(level: Level, text: &str, names: Vec<String>) -> Error {
    let text = text.to_owned();
    Error::usage(Lookup::Unknown { level, text }).hint(LookupHint::Names { level, names })
}
