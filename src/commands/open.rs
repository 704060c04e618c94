//! `plan open`

use super::load;
use super::of_plan;
use super::target::{Target, Targets, Wanted};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::escape;
use crate::summary::{Link, Study};
use crate::text::Open;

const EXAMPLES: &str = "\
Examples:
  plan open clip              a resource
  plan open d8.1 2            the second link of that slot
  plan open d10.1 --print     print the link instead of opening it";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// A resource or a slot: clip, 2, 10:45, d8.2, or part of a title
    #[arg(value_name = "TARGET")]
    target: String,
    /// Which of its links, counted from 1
    #[arg(value_name = "N")]
    number: Option<usize>,
    /// Open the link as given, even if it is known to be wrong
    #[arg(long)]
    as_given: bool,
    /// Print the link instead of opening it
    #[arg(long)]
    print: bool,
}

/// Prints the link, and opens it unless `--print` is given. A link known to be wrong, or a missing
/// one, is replaced with the suggested link, which produces a warning.
///
/// # Errors
/// `Usage` if the target matches nothing, or has no link; `Io` if no browser can be started.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let target = of_plan::enter_one(ctx, &args.target)?;
    let study = &load::whole(ctx)?;
    let links = links(study, ctx, &target)?;
    let (title, link) = choose(&links, args)?;
    let url = url(title, link, args, ctx)?;
    let url = crate::source::safe_link(url).ok_or_else(|| {
        let title = title.to_owned();
        Error::usage(Open::UnsafeLink { title }).hint(Open::SafeLinks)
    })?;
    ctx.out += &format!("{}\n", escape::terminal(&url));
    if args.print { Ok(()) } else { ctx.browse(&url) }
}

/// The URL to open: the plan's, else the suggested one.
fn url<'s>(title: &str, link: Link<'s>, args: &Args, ctx: &mut Ctx) -> Result<&'s str> {
    match (link.url, link.suggested) {
        (Some(given), _) if args.as_given || !link.is_wrong() => Ok(given),
        (Some(_), Some(suggested)) => {
            ctx.warn(Open::ReplacedWrongLink);
            Ok(suggested)
        }
        (Some(_), None) => {
            let (title, target) = (title.to_owned(), escape::shell_word(&args.target));
            Err(Error::usage(Open::WrongLink { title }).hint(Open::AsGiven { target }))
        }
        (None, Some(suggested)) if !args.as_given => {
            ctx.warn(Open::UsedSuggestedLink);
            Ok(suggested)
        }
        (None, _) => Err(no_link(title)),
    }
}

fn no_link(title: &str) -> Error {
    let title = title.to_owned();
    Error::usage(Open::NoLink { title }).hint(Open::SeeLinks)
}

/// The links of `target`: that of a resource, or those of the readings of slots.
fn links<'s>(study: &'s Study, ctx: &Ctx, target: &str) -> Result<Vec<(&'s str, Link<'s>)>> {
    let slots = match Targets::on(study, ctx.today).find(target, Wanted::Linked)? {
        Target::Slots(slots) => slots,
        Target::Resource(resource) => return Ok(vec![(&resource.title, Link::of(resource))]),
        _ => {
            let text = target.to_owned();
            return Err(Error::usage(Open::NotLinkable { text }).hint(Open::SeeLinks));
        }
    };
    let readings = slots.iter().flat_map(|slot| slot.readings(study));
    let linked = readings.filter(|reading| !reading.link.is_missing());
    let titled = linked.map(|reading| (reading.title(), reading.link));
    Ok(titled.collect())
}

fn choose<'s>(links: &[(&'s str, Link<'s>)], args: &Args) -> Result<(&'s str, Link<'s>)> {
    let titles = || links.iter().map(|(title, _)| (*title).to_owned()).collect();
    match (links, args.number) {
        ([], _) => Err(no_link(&args.target)),
        ([only], None) => Ok(*only),
        (_, Some(number)) => {
            let found = number.checked_sub(1).and_then(|at| links.get(at));
            found.copied().ok_or_else(|| {
                Error::usage(Open::NoSuchLink { number }).hint(Open::Links(titles()))
            })
        }
        (_, None) => {
            let (text, count) = (args.target.clone(), links.len());
            let error = Error::usage(Open::SeveralLinks { text, count });
            Err(error.hint(Open::ChooseLink(titles())))
        }
    }
}
