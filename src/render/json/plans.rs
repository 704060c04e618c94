//! `plans` and `use`.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::check::plan_name;
use super::slot::{Slot, slot};
use super::tally::Tally;
use crate::model::PlanId;
use crate::summary::{self, PlanFile, PlanRole, PlanRow};
use crate::text::Message;

#[derive(JsonSchema, Serialize)]
pub(crate) struct Plans<'a> {
    current: Option<&'a PlanId>,
    plans: Vec<Plan<'a>>,
}

#[derive(JsonSchema, Serialize)]
struct Plan<'a> {
    plan: Option<&'a PlanId>,
    title: Option<&'a str>,
    followed: bool,
    begun: bool,
    finished: bool,
    progress: Option<Progress>,
    next: Option<Slot<'a>>,
    /// `shipped`, `found`, `moved`, `unreadable` or `unknown`.
    file_state: &'static str,
    file: Option<Cow<'a, str>>,
    /// Why it is unreadable.
    error: Option<&'a Message>,
}

#[derive(JsonSchema, Serialize)]
#[serde(transparent)]
struct Progress(#[serde(with = "Tally")] summary::Tally);

/// `plans`.
pub(crate) fn plans<'a>(rows: &'a [PlanRow<'a>]) -> Plans<'a> {
    let current = rows.iter().find(|row| row.role == PlanRole::Current);
    Plans {
        current: current.and_then(|row| row.id.as_ref()),
        plans: rows.iter().map(plan).collect(),
    }
}

fn plan<'a>(row: &'a PlanRow<'a>) -> Plan<'a> {
    let (file_state, file, error) = match &row.file {
        PlanFile::Shipped { .. } => ("shipped", None, None),
        PlanFile::At(path) => ("found", Some(path.to_string_lossy()), None),
        PlanFile::Moved(path) => ("moved", Some(path.to_string_lossy()), None),
        PlanFile::Unreadable(plan, error) => {
            ("unreadable", Some(plan_name(plan).into()), Some(&**error))
        }
        PlanFile::Unknown => ("unknown", None, None),
    };
    Plan {
        plan: row.id.as_ref(),
        title: row.study.map(|study| study.plan.title.as_str()),
        followed: row.role != PlanRole::Other,
        begun: row.is_begun,
        finished: row.is_finished,
        progress: row.tally.map(Progress),
        next: row
            .study
            .zip(row.next.as_ref())
            .map(|(study, view)| slot(study, view)),
        file_state,
        file,
        error,
    }
}

#[derive(JsonSchema, Serialize)]
pub(crate) struct Chosen {
    changed: bool,
}

/// `use`.
pub(crate) fn chosen(changed: bool) -> Chosen {
    Chosen { changed }
}
