//! Messages about slots that are added, and plan files that are created.

use std::borrow::Cow;

use super::phrase::week;
use super::template::template;
use super::words::{count, duration, grouped, placement, quoted};
use crate::text::{Create, CreateHint};

/// The message in English.
pub(super) fn create(message: &Create) -> Cow<'static, str> {
    match message {
        Create::NoTitle => "the title is empty".into(),
        Create::LengthTwice => "`--duration` is one too many: `--time` has an end".into(),
        Create::TooMany { limit } => {
            format!("a plan has at most {} slots", grouped(*limit as u64)).into()
        }
        Create::NoEnd(start) => format!("a slot from {start} on needs an end").into(),
        Create::PastMidnight { start, length } => {
            format!("{} from {start} would run past midnight", duration(*length)).into()
        }
        Create::AddedOn {
            at,
            length,
            week: of,
        } => {
            let length = length.map(|length| format!(", {}", duration(length)));
            let week = of.as_ref().map(|name| format!(", {}", week(name)));
            let (length, week) = (length.unwrap_or_default(), week.unwrap_or_default());
            format!("{}{length}{week}", placement(*at)).into()
        }
        Create::NoFolder(path) => format!("folder {} not found", quoted(path)).into(),
        Create::Exists(path) => format!("{} already exists", quoted(path)).into(),
        Create::Template(new) => template(new).into(),
        Create::Written { path, weeks } => format!(
            "{}: a plan of {} to fill in",
            path.display(),
            count(*weeks, "week")
        )
        .into(),
    }
}

/// The hint in English.
pub(super) fn create_hint(hint: &CreateHint) -> Cow<'static, str> {
    match hint {
        CreateHint::AddForm => {
            "for example `plan add \"Office hour\" --on wed --time 19:00-20:00`".into()
        }
        CreateHint::OneOfBoth => "leave out one of them".into(),
        CreateHint::GiveLength => "write it as 19:00-20:00, or add `--duration 1h`".into(),
        CreateHint::AddPastWork => {
            "add it without `--on`, then `plan done TITLE --date DATE` records when it was done"
                .into()
        }
        CreateHint::OtherName => "choose another name".into(),
    }
}
