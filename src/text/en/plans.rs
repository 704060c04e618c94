//! Messages about several plans.

use std::borrow::Cow;

use super::words::{date, name, plan_name};
use crate::text::{Plans, Several};

/// The message in English.
pub(super) fn plans(message: &Plans) -> Cow<'_, str> {
    match message {
        Plans::NowCurrent { title } => format!("{title} is the current plan now").into(),
        Plans::AlreadyCurrent { title } => format!("{title} is the current plan already").into(),
        Plans::Overlap { slots, time } => {
            let [one, other] = &**slots;
            format!("{time}: {} and {}", name(one), name(other)).into()
        }
        Plans::OverlapOn { slots, date: day } => {
            let [one, other] = &**slots;
            format!(
                "{} and {} overlap on {}",
                name(one),
                name(other),
                date(*day)
            )
            .into()
        }
        Plans::Named { id, title } => format!("{id}: {title}").into(),
        Plans::Together => "together".into(),
        Plans::WholeNow => "plan now".into(),
        Plans::NotBegun => "Not begun".into(),
        Plans::Finished => "nothing: finished".into(),
        Plans::Shipped => "shipped".into(),
        Plans::At(path) => path.to_string_lossy(),
        Plans::Moved(path) => format!("no longer at {}", path.display()).into(),
        Plans::Unreadable(error) => super::message(error, None),
        Plans::Unknown => "file unknown on this device".into(),
    }
}

/// The error, warning or hint in English.
pub(super) fn several(message: &Several) -> Cow<'_, str> {
    match message {
        Several::FileUnknown { id } => {
            format!("the plan file of `{id}` is not known on this device").into()
        }
        Several::GiveFile => "`plan init FILE` with its plan file; the marks are kept".into(),
        Several::GiveNewPath => {
            "if the file has moved, `plan init FILE` with its new path; the marks are kept".into()
        }
        Several::NoSuchPlan { name } => format!("no plan `{name}`").into(),
        Several::SeePlans => "`plan plans` lists them; `plan init FILE` begins a plan file".into(),
        Several::IsFile { path } => {
            format!("`{}` is a file, not the id of a plan", path.display()).into()
        }
        Several::InitFile { file } => format!("`plan init {file}` follows it").into(),
        Several::OtherPlanThere { id, file, now } => {
            format!("{} is the plan `{now}` by now, not `{id}`", plan_name(file)).into()
        }
        Several::RecordStart => "`plan init` records its start; so does the first mark".into(),
        Several::LeftOut { plan, error } => {
            format!("`{plan}` is left out: {}", super::message(error, None)).into()
        }
        Several::SameId { plan, id } => format!(
            "{} is left out: another followed plan has the id `{id}`",
            plan_name(plan)
        )
        .into(),
        Several::AllOrOne { all } => format!("`{all}` and `--plan` exclude each other").into(),
        Several::AllOrOneForms { all } => {
            format!("`{all}` shows every plan that has begun and is not finished, `--plan` one")
                .into()
        }
        Several::AllOrPart => "`--all-plans` and what is about one plan exclude each other".into(),
        Several::DifferentPlans {
            targets: [one, other],
        } => format!("`{one}` and `{other}` are of different plans").into(),
        Several::OneByOne => "run the command once for each plan".into(),
        Several::NotFollowed { plan } => format!(
            "{} is not shown with it: `follow` in the configuration does not list it",
            plan_name(plan)
        )
        .into(),
        Several::UndoThere { id } => {
            format!("`{id}` is not followed: `plan --plan {id} undo` takes this back").into()
        }
    }
}
