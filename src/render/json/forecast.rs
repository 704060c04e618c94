//! `forecast`.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::forecast::{FUTURES, MIN_PLANNED, MIN_STUDIED};
use crate::summary::{End, Footing, ForecastView, Foretold, MilestoneOutlook, Unit};

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
    let state = match &view.foretold {
        Foretold::Finished(on) => {
            value["finished_on"] = date(*on);
            "finished"
        }
        Foretold::NotEnough {
            planned_days,
            studied_days,
            ..
        } => {
            value["basis"] = json!({"planned_days": planned_days, "studied_days": studied_days});
            "not-enough-data"
        }
        Foretold::Stalled(since) => {
            value["idle_since"] = date(Some(*since));
            "stalled"
        }
        Foretold::Estimate {
            ends,
            footing,
            milestones,
        } => {
            value["end"] = end(ends);
            value["basis"] = basis(view.unit, footing);
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

fn basis(unit: Unit, footing: &Footing) -> Value {
    json!({
        "planned_days": footing.planned_days,
        "kept_days": footing.kept_days,
        "studied_days": footing.studied_days,
        "unit": match unit {
            Unit::Minutes => "minutes",
            Unit::Slots => "slots",
        },
        "planned_a_day": footing.planned_a_day,
        "done_a_day": footing.done_a_day,
        "left": footing.left,
        "measured_minutes": footing.took.map(|took| took.actual.0),
        "measured_planned_minutes": footing.took.map(|took| took.planned.0),
        "pause": footing.pause.map(|pause| json!({
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
