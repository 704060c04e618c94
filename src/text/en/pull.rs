//! Messages about the check boxes of a note.

use std::borrow::Cow;

use super::words::{count, date, quoted};
use crate::text::{Pull, PullHint};

/// The message in English.
pub(super) fn pull(message: &Pull) -> Cow<'static, str> {
    match message {
        Pull::Nothing => return "nothing new in the note".into(),
        Pull::Recorded(n) => format!("{} recorded", count(n, "mark")),
        Pull::Refused(1) => return "1 check box was not recorded:".into(),
        Pull::Refused(n) => format!("{n} check boxes were not recorded:"),
        Pull::Line(n) => format!("line {n}: "),
        Pull::Unknown => return "not in the plan".into(),
        Pull::Repeated => return "several boxes have this id".into(),
        Pull::NoDate(text) if text.is_empty() => return "the date is missing".into(),
        Pull::NoDate(text) => format!("invalid date `{text}`"),
        Pull::Future(day) => format!("{} is in the future", date(*day)),
        Pull::OneSitting => return "a slot is skipped with all its open sittings".into(),
        Pull::DoneOn(day) => format!("done on {}, which may be later", date(*day)),
        Pull::SkippedOn(day) => format!("skipped on {}, which may be later", date(*day)),
        Pull::ReopenedOn(day) => format!("reopened on {}, which may be later", date(*day)),
        Pull::Pushed { path, boxes } => {
            format!("updated {} in {}", boxes_of(*boxes), quoted(path))
        }
        Pull::NotANote(path) => format!("{} is not a note that `plan` wrote", quoted(path)),
        Pull::NoNote(path) => format!("there is no note {}", quoted(path)),
        Pull::UnknownPlan { path, plan } => {
            format!("{} is a note of the unknown plan `{plan}`", quoted(path))
        }
        Pull::OtherPlan { path, plan } => {
            format!("{} is a note of another plan, `{plan}`", quoted(path))
        }
    }
    .into()
}

fn boxes_of(n: usize) -> String {
    match n {
        1 => "1 check box".to_owned(),
        n => format!("{n} check boxes"),
    }
}

/// The hint in English.
pub(super) fn pull_hint(hint: &PullHint) -> &'static str {
    match hint {
        PullHint::Export => "write one: `plan export --format md -o FILE`",
        PullHint::Settle => "`plan done`, `plan skip` and `plan reopen` record what you mean",
        PullHint::Plans => "`plan plans` lists the plans",
        PullHint::WithoutPlan => "leave `--plan` out",
    }
}
