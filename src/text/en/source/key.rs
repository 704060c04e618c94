//! Problems of single keys and values.

use super::{did_you_mean, noun, written};
use crate::model::{EventKind, Kind, LinkStatus};
use crate::text::en::keys;
use crate::text::en::words::{count, quoted_list};
use crate::text::source::{
    Expected, Form, Found, KeyAdvice, KeyProblem, Labels, Level, LinkProblem, Lookalike,
};

/// What is wrong.
pub(super) fn message(problem: &KeyProblem) -> String {
    match problem {
        KeyProblem::WrongType {
            expected, found, ..
        } => {
            format!(
                "expected {}, found {}",
                expected_noun(*expected),
                found_noun(*found)
            )
        }
        KeyProblem::Duplicate { key, .. } => format!("duplicate key `{key}`"),
        KeyProblem::Missing { level, key } => format!("the {} has no `{key}`", noun(*level)),
        KeyProblem::Unknown { level, key, .. } => {
            format!("unknown key `{key}` in the {}", noun(*level))
        }
        KeyProblem::SecondLabel { level, label } => {
            format!(
                "the {} already has a label; `{label}` is a second one",
                noun(*level)
            )
        }
        KeyProblem::NoLabel => "the field has no label".to_owned(),
        KeyProblem::NoText => "the entry has no text".to_owned(),
        KeyProblem::ConflictsWithLabel { key } => {
            format!("`{key}` conflicts with a label of your own")
        }
        KeyProblem::NeedsText { key } => format!("`{key}` needs a text, and the field has none"),
        KeyProblem::TimeAndDuration => "the slot has both `time` and `duration`".to_owned(),
        KeyProblem::EmptyTitle { key } => format!("`{key}` is empty"),
        KeyProblem::InvisibleText { key } => format!("`{key}` has no visible character"),
        KeyProblem::LongTitle { key, limit } => {
            format!("`{key}` has more than {}", count(*limit, "character"))
        }
        KeyProblem::Invalid { form, text, .. } => format!("invalid {} `{text}`", form_noun(*form)),
        KeyProblem::UnknownRule { name, .. } => format!("unknown rule `{name}`"),
        KeyProblem::InvalidLink { link, reason, .. } => {
            format!("invalid link `{link}`: {}", link_problem(reason))
        }
    }
}

/// How to fix it.
pub(super) fn help(problem: &KeyProblem) -> String {
    let help = match problem {
        KeyProblem::WrongType { trap, .. } => {
            return super::trap(*trap).unwrap_or_else(|| {
                "`plan export --format yaml` prints a complete plan as an example".to_owned()
            });
        }
        KeyProblem::Duplicate { first_line, .. } => {
            return format!("it is already on line {first_line}; remove one of the two");
        }
        KeyProblem::Missing { level, key } => {
            return format!("add `{key}:` ({})", keys::purpose(*level, key));
        }
        KeyProblem::Unknown { level, key, advice } => return key_help(*level, key, advice),
        KeyProblem::SecondLabel { .. } => "begin a new entry with `- ` for it",
        KeyProblem::NoLabel => "write `- label: text`, or `- label:` with a list below it",
        KeyProblem::NoText => "write `- text`, `- label: text` or `- {resource: id}`",
        KeyProblem::ConflictsWithLabel { key } => {
            return format!("a custom label is itself the key; use it or `{key}`, not both");
        }
        KeyProblem::NeedsText { key } => {
            return format!("move it to an entry of the list: `- {{text: ..., {key}: ...}}`");
        }
        KeyProblem::TimeAndDuration => "`time` already gives the duration; remove one of them",
        KeyProblem::EmptyTitle { .. } | KeyProblem::InvisibleText { .. } => "give it a few words",
        KeyProblem::LongTitle { .. } => "shorten it, and move the rest to `notes`",
        KeyProblem::Invalid {
            lookalike: Some(lookalike),
            ..
        }
        | KeyProblem::InvalidLink {
            lookalike: Some(lookalike),
            ..
        } => return written(lookalike),
        KeyProblem::Invalid { form, .. } => return form_help(*form),
        KeyProblem::UnknownRule { nearest, known, .. } => {
            return did_you_mean(*nearest).unwrap_or_else(|| one_of(known));
        }
        KeyProblem::InvalidLink { .. } => "write it as `https://host/path`",
    };
    help.to_owned()
}

fn key_help(level: Level, key: &str, advice: &KeyAdvice) -> String {
    match advice {
        KeyAdvice::Lookalike { lookalike, .. } => match lookalike.written.split_once(':') {
            None => written(lookalike),
            Some((key, _)) => written(&Lookalike {
                written: format!("{key}: "),
                ..lookalike.clone()
            }),
        },
        KeyAdvice::SameAs(known) => {
            format!("write `{known}:` ({})", keys::purpose(level, known))
        }
        KeyAdvice::Detail(key) => {
            format!("it belongs to an entry of a list, as in `items: [{{text: ..., {key}: ...}}]`")
        }
        KeyAdvice::NoDates => {
            "the days of a plan have no dates, only weekdays: `plan init --start DATE` sets its \
             first day; an exam goes under `events:`"
                .to_owned()
        }
        KeyAdvice::Progress => {
            "what is done is kept in the journal, not in the plan: `plan done`".to_owned()
        }
        KeyAdvice::Elsewhere(levels) => {
            let levels: Vec<&str> = levels.iter().map(|level| noun(*level)).collect();
            match levels.split_last() {
                Some((last, [])) => format!("it belongs to the {last}"),
                Some((last, rest)) => format!("it belongs to the {} or {last}", rest.join(", ")),
                None => String::new(),
            }
        }
        KeyAdvice::Nearest(known) => format!("did you mean `{known}`?"),
        KeyAdvice::Known { known, labels } => {
            let known = format!("known keys: {}", quoted_list(known));
            match labels {
                None => known,
                Some(Labels::Here) => format!(
                    "{known}; a label of your own goes under `fields:`, as in \
                     `fields: [{{{key}: ...}}]`"
                ),
                Some(Labels::InSlots) => {
                    format!("{known}; a label of your own goes under `fields:` of a slot")
                }
            }
        }
    }
}

fn one_of(names: &[&str]) -> String {
    format!("write one of {}", quoted_list(names))
}

fn expected_noun(expected: Expected) -> String {
    match expected {
        Expected::Text => "text".to_owned(),
        Expected::TextAsKey => "text as a key".to_owned(),
        Expected::ValueOf(key) => format!("a value for `{key}`"),
        Expected::ListOf(key) => format!("a list for `{key}`"),
        Expected::MapOf(key) => format!("a map for `{key}`"),
        Expected::Level(Level::Field) => "a field (`label: text`)".to_owned(),
        Expected::Level(Level::Item) => "text, or `label: text`".to_owned(),
        Expected::Level(level) => format!("a map ({})", noun(level)),
    }
}

fn found_noun(found: Found) -> &'static str {
    match found {
        Found::Nothing => "nothing",
        Found::NumberOrBoolean => "a number or boolean",
        Found::Text => "text",
        Found::List => "a list",
        Found::Map => "a map",
    }
}

fn form_noun(form: Form) -> &'static str {
    match form {
        Form::Budget => "time budget",
        Form::Boolean => "value",
        Form::Date => "date",
        Form::DayNumber => "day number",
        Form::DeliverableId => "deliverable id",
        Form::Due => "due date",
        Form::Duration => "duration",
        Form::EventId => "event id",
        Form::EventKind => "kind of event",
        Form::Kind => "kind of resource",
        Form::LineNumber => "line number",
        Form::LinkStatus => "link status",
        Form::Origin => "origin",
        Form::Period => "time span",
        Form::PlanId => "plan id",
        Form::ResourceId => "resource id",
        Form::SlotId => "slot id",
        Form::TimeWindow => "time",
        Form::TopicId => "topic id",
        Form::WeekNumber => "week number",
        Form::Weekday => "weekday",
    }
}

fn form_help(form: Form) -> String {
    let help = match form {
        Form::Budget => "write `6h`, `90m` or a range `4h-6h`",
        Form::Boolean => "write `true` or `false`",
        Form::Date => "write year, month and day, as in `2026-12-16`",
        Form::DayNumber => "write a number from 1 up, or a range of at most 7 such as `18-19`",
        Form::DeliverableId => "use lower-case letters, digits, `-` and `.`, as in `w05.1`",
        Form::Due => "write `10 days`, `2 weeks` or `1 month`, or a date such as `2026-12-16`",
        Form::Duration => "write `90m`, `1h30m`, `1.5h` or `1:30`",
        Form::EventId => "use lower-case letters, digits and `-`, at most 64, as in `midterm`",
        Form::EventKind => {
            return one_of(&EventKind::NAMES.map(|(_, name)| name));
        }
        Form::Kind => {
            return one_of(&Kind::NAMES.map(|(_, name)| name));
        }
        Form::LineNumber | Form::WeekNumber => "write a whole number from 1 up",
        Form::LinkStatus => {
            return one_of(&LinkStatus::NAMES.map(|(_, name)| name));
        }
        Form::Origin => "write `authored` or `{seed: LINE}`",
        Form::Period => "write `10 days`, `2 weeks` or `1 month`",
        Form::PlanId => "use lower-case letters, digits and `-`, at most 64, as in `my-plan`",
        Form::ResourceId => "use lower-case letters, digits, `-` and `.`, as in `clip-paper`",
        Form::SlotId => "use lower-case letters, digits and `-`, at most 64, as in `d18-a`",
        Form::TimeWindow => "write start and end as `HH:MM-HH:MM`, from 00:00 to 24:00",
        Form::TopicId => {
            "begin with a letter; then letters, digits, `-` or `_`, as in `A` or `cnn`"
        }
        Form::Weekday => {
            "write `mon`, `tue`, `wed`, `thu`, `fri`, `sat` or `sun`, or a range such as `sat-sun`"
        }
    };
    help.to_owned()
}

fn link_problem(problem: &LinkProblem) -> String {
    match problem {
        LinkProblem::Invalid(reason) => reason.clone(),
        LinkProblem::Scheme(scheme) => format!("`{scheme}:` is not http or https"),
        LinkProblem::LeadingSpace => "it begins with a space".to_owned(),
        LinkProblem::NoSlashes => "`//` is missing after the scheme".to_owned(),
        LinkProblem::UserName => "it contains a user name or password".to_owned(),
        LinkProblem::NoHost => "it has no host".to_owned(),
    }
}
