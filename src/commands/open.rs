//! `plan open`

use super::load;
use super::target::{Target, Targets};
use crate::context::Ctx;
use crate::error::{Error, Result};
use crate::escape;
use crate::model::LinkStatus;
use crate::render::phrase;
use crate::summary::{Reading, Study};

const EXAMPLES: &str = "\
Examples:
  plan open clip              an entry of the library
  plan open d8.1 2            the second link of that slot
  plan open d10.1 --print     where it would lead";

/// Open a link in the browser
#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// An entry of the library, or a slot: clip, 2, 10:45, d8.2, or part of a title
    #[arg(value_name = "TARGET")]
    target: String,
    /// Which of its links, from 1
    #[arg(value_name = "N")]
    number: Option<usize>,
    /// Open the link as the author gives it, even where it is known to lead astray
    #[arg(long)]
    as_given: bool,
    /// Print the link instead
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

/// Runs it.
///
/// # Errors
/// `Usage` where the target names nothing, or nothing with a link; `Io` where no browser can be
/// started.
pub fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let study = &load::whole(ctx)?;
    let links = links(study, ctx, &args.target)?;
    let link = choose(&links, args)?;
    let leads_astray = link.status.is_some_and(LinkStatus::leads_astray);
    let url = match (&link.given, &link.suggested) {
        (Some(given), _) if args.as_given => given,
        (Some(_), Some(suggested)) if leads_astray => {
            ctx.warn("the link given leads astray; the one suggested is opened");
            suggested
        }
        (Some(_), None) if leads_astray => {
            return Err(
                Error::usage("the link given leads astray, and no better one is known")
                    .hint("`--as-given` opens it all the same"),
            );
        }
        (Some(given), _) => given,
        (None, Some(_)) if args.as_given => return Err(no_link(&link.title)),
        (None, Some(suggested)) => {
            ctx.warn("the author gives no link; the one suggested is opened");
            suggested
        }
        (None, None) => return Err(no_link(&link.title)),
    };
    let url = crate::source::safe_link(url)
        .ok_or_else(|| Error::usage("that is no link to open").hint("see `plan show`"))?;
    ctx.out += &format!("{}\n", escape::terminal(&url));
    if args.print { Ok(()) } else { ctx.browse(&url) }
}

fn no_link(title: &str) -> Error {
    Error::usage(format!("`{}` has no link", escape::terminal(title)))
        .hint("`plan resources` shows which entries have one")
}

/// What can be opened at `target`: an entry of the library by its id, else a slot's readings.
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
        return Err(
            Error::usage("only slots and entries of the library have links")
                .hint("`plan resources` lists the library"),
        );
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
    let named = || {
        let names = links
            .iter()
            .enumerate()
            .map(|(i, link)| format!("{} {}", i + 1, link.title));
        escape::terminal(&phrase::list(names)).into_owned()
    };
    match (links, args.number) {
        ([], _) => Err(no_link(&args.target)),
        ([only], None) => Ok(only),
        (_, Some(number)) => {
            let found = number.checked_sub(1).and_then(|at| links.get(at));
            found.ok_or_else(|| {
                Error::usage(format!("there is no link {number}"))
                    .hint(format!("its links: {}", named()))
            })
        }
        (_, None) => Err(Error::usage(format!("that has {} links", links.len()))
            .hint(format!("say which by its number: {}", named()))),
    }
}
