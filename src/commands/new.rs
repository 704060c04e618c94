//! `plan new`

use std::path::{Path, PathBuf};

use super::identity::{plan_id, refuse_other_journal, stem};
use crate::context::Ctx;
use crate::error::Result;
use crate::escape;
use crate::render::views;
use crate::source;
use crate::store::plan_file;
use crate::text::{Create, CreateHint, Message, NewPlan};

const EXAMPLES: &str = "\
Examples:
  plan new essay.yaml               four weeks to fill in
  plan new algebra.yaml --weeks 6

The file explains itself: change it in your editor, then `plan check FILE` and `plan init FILE`.
`plan help plan-file` describes every key.";

#[derive(Debug, Clone, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The plan file to write
    #[arg(value_name = "FILE")]
    file: String,
    /// How many weeks it has, from 1 to 52
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u8).range(1..=52))]
    weeks: u8,
}

/// Writes a small plan with comments, and names the commands that come next.
///
/// # Errors
/// `CannotCreate` if there is a file of this name or no such folder, or if the id that the name
/// gives has marks of another plan.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<()> {
    let target = target(&args.file);
    let name = stem(&target);
    let title = title(&name);
    let new = NewPlan {
        id: plan_id(&name, &title),
        file: escape::shell_word(&target),
        title: source::scalar(&title),
        weeks: args.weeks,
    };
    let text = Message::from(Create::Template(new.clone()));
    let text = text.text(ctx.style.locale).into_owned();
    if let Some(plan) = source::parse(&text).plan {
        refuse_other_journal(ctx, &plan, CreateHint::OtherName)?;
    }
    plan_file::create(&target, &text)?;
    let next = ["check", "init"].map(|verb| format!("plan {verb} {}", new.file));
    let (path, weeks) = (target, args.weeks);
    let written = Create::Written { path, weeks };
    let sheet = views::created(written, &next);
    ctx.show(&sheet);
    Ok(())
}

/// The path of the file; one without an extension gets `.yaml`.
fn target(file: &str) -> PathBuf {
    let path = Path::new(file);
    match path.extension() {
        None => path.with_extension("yaml"),
        Some(_) => path.to_owned(),
    }
}

/// A title made of the name of the file: `linear-algebra` is `Linear algebra`.
fn title(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut chars = words.chars();
    let title: String = match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    };
    if title.is_empty() {
        name.to_owned()
    } else {
        title
    }
}
