//! Messages about the run itself.

use std::borrow::Cow;

use crate::text::Run;

/// The message in English.
pub(super) fn text(message: &Run) -> Cow<'static, str> {
    match message {
        Run::InvalidClock { value } => format!("invalid time in PLAN_NOW: `{value}`").into(),
        Run::ClockForm => "write it as 2026-12-07T11:00:00".into(),
        Run::ConfirmationNotWritten { reason } => {
            format!("recorded, but the confirmation could not be written: {reason}").into()
        }
        Run::SeeLog => "nothing is lost: see `plan log`".into(),
        Run::AnswerNotWritten { reason } => format!("cannot write the output: {reason}").into(),
        Run::NumberTooLarge => "the number is too large".into(),
        Run::NotAWholeNumber => "not a whole number".into(),
        Run::NumberOutOfRange { first, last } => {
            format!("not a number from {first} to {last}").into()
        }
        Run::SeeHelp => "see `plan --help`, or `--help` after a verb".into(),
        Run::FreeSpaceForOutput => "free some space where the output goes".into(),
        Run::ChoosePlan { other } => format!(
            "this is a shipped plan; `plan init {other}` follows the other one, `plan init FILE` \
             your own (`plan help plan-file`)"
        )
        .into(),
        Run::NoHelp { name } => format!("no verb or topic is called `{name}`").into(),
        Run::NearestHelp { name } => format!("did you mean `plan help {name}`?").into(),
        Run::HelpTopics { topics } => format!("the topics are {}", topics.join(", ")).into(),
        Run::CannotAsk { reason } => format!("cannot ask for confirmation: {reason}").into(),
        Run::CannotOpenLink { browser, reason } => {
            format!("cannot open the link with `{browser}`: {reason}").into()
        }
        Run::SetBrowser => "set `BROWSER`, or copy the link".into(),
        Run::NoCurrentDirectory { reason } => format!("no current directory: {reason}").into(),
    }
}
