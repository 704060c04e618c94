//! `plan open`

use super::load;
use super::target::{Target, Targets};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::escape;
use crate::model::LinkStatus;
use crate::summary::{Reading, Study};
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
    /// Open the link as the author gives it, even where it is known to lead astray
    #[arg(long)]
    as_given: bool,
    /// Print the link instead of opening it
    #[arg(long)]
    print: bool,
}

/// A link that can be opened.
struct Link {
    title: String,
    given: Option<String>,
    suggested: Option<String>,
    status: Option<LinkStatus>,
}

/// Prints the link, and opens it unless `--print` is given. A link known to be wrong, or a missing
/// one, is replaced with the suggested link, which produces a warning.
///
/// # Errors
/// `Usage` if the target matches nothing, or has no link; `Io` if no browser can be started.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let study = &load::whole(ctx)?;
    let links = links(study, ctx, &args.target)?;
    let link = choose(&links, args)?;
    let url = url(link, args, ctx)?;
    let url = crate::source::safe_link(url).ok_or_else(|| {
        let title = link.title.clone();
        Error::usage(Open::UnsafeLink { title }).hint(Open::SafeLinks)
    })?;
    ctx.out += &format!("{}\n", escape::terminal(&url));
    if args.print { Ok(()) } else { ctx.browse(&url) }
}

/// The URL to open: the plan's, else the suggested one.
fn url<'l>(link: &'l Link, args: &Args, ctx: &mut Ctx) -> Result<&'l str> {
    let is_wrong = link.status.is_some_and(LinkStatus::is_bad);
    match (&link.given, &link.suggested) {
        (Some(given), _) if args.as_given || !is_wrong => Ok(given),
        (Some(_), Some(suggested)) => {
            ctx.warn(Open::ReplacedWrongLink);
            Ok(suggested)
        }
        (Some(_), None) => {
            let (title, target) = (link.title.clone(), escape::shell_word(&args.target));
            Err(Error::usage(Open::WrongLink { title }).hint(Open::AsGiven { target }))
        }
        (None, Some(suggested)) if !args.as_given => {
            ctx.warn(Open::UsedSuggestedLink);
            Ok(suggested)
        }
        (None, _) => Err(no_link(&link.title)),
    }
}

fn no_link(title: &str) -> Error {
    let title = title.to_owned();
    Error::usage(Open::NoLink { title }).hint(Open::SeeLinks)
}

/// The links of `target`: an entry of the library by its id, else the readings of slots.
fn links(study: &Study, ctx: &Ctx, target: &str) -> Result<Vec<Link>> {
    if let Some(resource) = study.plan.resource(target) {
        return Ok(vec![Link {
            title: resource.title.clone(),
            given: resource.url.clone(),
            suggested: resource.suggested_url.clone(),
            status: resource.status,
        }]);
    }
    let Target::Slots(slots) = Targets::on(study, ctx.today).read(target)? else {
        let text = target.to_owned();
        return Err(Error::usage(Open::NotLinkable { text }).hint(Open::SeeLinks));
    };
    let readings = slots.iter().flat_map(|slot| slot.readings(study));
    let linked = readings.filter(|reading| {
        reading.url.is_some() || reading.resource.is_some_and(|r| r.suggested_url.is_some())
    });
    let link = |reading: Reading| Link {
        title: reading.title().to_owned(),
        given: reading.url.map(str::to_owned),
        suggested: reading
            .resource
            .and_then(|resource| resource.suggested_url.clone()),
        status: reading.resource.and_then(|resource| resource.status),
    };
    Ok(linked.map(link).collect())
}

fn choose<'l>(links: &'l [Link], args: &Args) -> Result<&'l Link> {
    let titles = || links.iter().map(|link| link.title.clone()).collect();
    match (links, args.number) {
        ([], _) => Err(no_link(&args.target)),
        ([only], None) => Ok(only),
        (_, Some(number)) => {
            let found = number.checked_sub(1).and_then(|at| links.get(at));
            found.ok_or_else(|| {
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
