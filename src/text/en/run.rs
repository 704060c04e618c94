//! Messages about the run itself, and about links that are opened in the browser.

use std::borrow::Cow;

use super::words::list;
use crate::text::{Open, Run};

/// The message in English.
pub(super) fn run(message: &Run) -> Cow<'static, str> {
    match message {
        Run::InvalidClock { value } => format!("invalid time in PLAN_NOW: `{value}`").into(),
        Run::ClockForm => "write it as 2026-12-07T11:00:00".into(),
        Run::ConfirmationNotWritten { reason } => {
            format!("recorded, but the confirmation could not be written: {reason}").into()
        }
        Run::SeeLog => "nothing is lost: see `plan log`".into(),
        Run::AnswerNotWritten { reason } => format!("cannot write the output: {reason}").into(),
        Run::NoLanguage => "use `en` or `zh`".into(),
        Run::NumberTooLarge => "the number is too large".into(),
        Run::NotAWholeNumber => "not a whole number".into(),
        Run::NumberOutOfRange { first, last } => {
            format!("not a number from {first} to {last}").into()
        }
        Run::SeeHelpOf { verb } => format!("`plan help {verb}` shows how, with examples").into(),
        Run::SeeHelp => "see `plan --help`, or `--help` after a verb".into(),
        Run::FreeSpaceForOutput => "free some space where the output goes".into(),
        Run::ChoosePlan { other } => format!(
            "this is a shipped plan; `plan init {other}` follows the other one, `plan init FILE` \
             your own (`plan help plan-file`)"
        )
        .into(),
        Run::NoVerb { name } => format!("no verb is called `{name}`").into(),
        Run::NearestVerb { name } => format!("did you mean `plan {name}`?").into(),
        Run::Meant { commands } => format!("try `{}`", commands.join("` or `")).into(),
        Run::NoHelp { name } => format!("no verb or topic is called `{name}`").into(),
        Run::NearestHelp { name } => format!("did you mean `plan help {name}`?").into(),
        Run::HelpTopics { topics } => format!("the topics are {}", topics.join(", ")).into(),
        Run::NoAnswer { name } => format!("`{name}` is not a verb with a JSON answer").into(),
        Run::NearestAnswer { name } => format!("did you mean `plan schema {name}`?").into(),
        Run::Answers { verbs } => format!("the verbs with one are {}", verbs.join(", ")).into(),
        Run::NothingRecorded => "dry run: nothing is recorded".into(),
        Run::CannotAsk { reason } => format!("cannot ask for confirmation: {reason}").into(),
        Run::CannotOpenLink { browser, reason } => {
            format!("cannot open the link with `{browser}`: {reason}").into()
        }
        Run::SetBrowser => "set `BROWSER`, or copy the link".into(),
        Run::NoCurrentDirectory { reason } => format!("no current directory: {reason}").into(),
    }
}

/// The message in English.
pub(super) fn open(message: &Open) -> Cow<'static, str> {
    match message {
        Open::ReplacedWrongLink => {
            "the plan's link is known to be wrong; opening the suggested replacement".into()
        }
        Open::UsedSuggestedLink => "the plan gives no link; opening the suggested one".into(),
        Open::WrongLink { title } => {
            format!("the link of `{title}` is known to be wrong, and no other is suggested").into()
        }
        Open::AsGiven { target } => {
            format!("`plan open {target} --as-given` opens it anyway").into()
        }
        Open::NoLink { title } => format!("`{title}` has no link").into(),
        Open::SeeLinks => "`plan resources` shows which entries have one".into(),
        Open::UnsafeLink { title } => format!("the link of `{title}` is not safe to open").into(),
        Open::SafeLinks => "only http and https links without a user name are opened".into(),
        Open::NotLinkable { text } => format!("`{text}` is neither a slot nor a resource").into(),
        Open::NoSuchLink { number } => format!("no link {number}").into(),
        Open::Links(titles) => format!("links: {}", numbered(titles)).into(),
        Open::SeveralLinks { text, count } => format!("`{text}` has {count} links").into(),
        Open::ChooseLink(titles) => {
            format!("choose one by its number: {}", numbered(titles)).into()
        }
    }
}

/// `1 CLIP, 2 CLIP详解`.
fn numbered(titles: &[String]) -> String {
    list((1..).zip(titles).map(|(n, title)| format!("{n} {title}")))
}
