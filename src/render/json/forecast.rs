//! `forecast`.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::forecast::{FUTURES, MIN_PLANNED, MIN_STUDIED};
use crate::summary::{End, ForecastBasis, ForecastView, MilestoneOutlook, Prediction, Unit};

/// `forecast`: `null` where there is nothing to say.
#[must_use]
pub fn forecast(view: &ForecastView) -> Value {
    let mut value = json!({
        "state": null,
        "planned_end": view.planned_end.to_string(),
        "now_planned_end": view.now_planned_end.to_string(),
        "finished_on": null,
        "idle_since": null,
        "end": null,
        "basis": null,
        "milestones": null,
        "minimum": {"planned_days": MIN_PLANNED, "studied_days": MIN_STUDIED},
    });
    let state = match &view.prediction {
        Prediction::Finished(on) => {
            value["finished_on"] = date(*on);
            "finished"
        }
        Prediction::NotEnough {
            planned_days,
            studied_days,
            ..
        } => {
            value["basis"] = json!({"planned_days": planned_days, "studied_days": studied_days});
            "not-enough-data"
        }
        Prediction::Stalled(since) => {
            value["idle_since"] = date(Some(*since));
            "stalled"
        }
        Prediction::Estimate {
            ends,
            basis,
            milestones,
        } => {
            value["end"] = end(ends);
            value["basis"] = basis_json(view.unit, basis);
            value["milestones"] = milestones.iter().map(milestone).collect();
            "estimate"
        }
    };
    value["state"] = json!(state);
    value
}

fn date(date: Option<NaiveDate>) -> Value {
    json!(date.map(|date| date.to_string()))
}

fn end(ends: &[Option<End>; 4]) -> Value {
    let [p10, p50, p80, p90] = ends.map(|end| date(end.map(|end| end.date)));
    let [_, p50_later, p80_later, _] = ends.map(|end| end.map(|end| end.later));
    json!({
        "p10": p10,
        "p50": p50,
        "p80": p80,
        "p90": p90,
        "p50_days_later": p50_later,
        "p80_days_later": p80_later,
        "futures": FUTURES,
    })
}

fn basis_json(unit: Unit, basis: &ForecastBasis) -> Value {
    json!({
        "planned_days": basis.planned_days,
        "kept_days": basis.kept_days,
        "studied_days": basis.studied_days,
        "unit": match unit {
            Unit::Minutes => "minutes",
            Unit::Slots => "slots",
        },
        "planned_a_day": basis.planned_a_day,
        "done_a_day": basis.done_a_day,
        "left": basis.left,
        "measured_minutes": basis.measured.map(|took| took.actual.0),
        "measured_planned_minutes": basis.measured.map(|took| took.planned.0),
        "pause": basis.pause.map(|pause| json!({
            "planned_days": pause.days, "since": pause.since.to_string(),
        })),
    })
}

fn milestone(outlook: &MilestoneOutlook) -> Value {
    json!({
        "title": outlook.milestone.title,
        "due": date(outlook.due),
        "state": outlook.state.name(),
        "p50": date(outlook.p50),
        "chance": outlook.chance,
    })
}
