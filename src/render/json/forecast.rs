//! `forecast`.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::deliverable::{OpenDeliverable, open_deliverables};
use super::event::Event;
use crate::forecast::{self, FUTURES, MIN_PLANNED, MIN_STUDIED};
use crate::model::Minutes;
use crate::summary::{self, ForecastView, Measured, MilestoneOutlook, Prediction, Study, Unit};

/// Keys that do not go with the state are `null`.
#[derive(JsonSchema, Serialize)]
pub(crate) struct Forecast<'a> {
    state: &'static str,
    planned_end: NaiveDate,
    now_planned_end: NaiveDate,
    finished_on: Option<NaiveDate>,
    idle_since: Option<NaiveDate>,
    end: Option<End>,
    basis: Option<Basis>,
    milestones: Option<Vec<Milestone<'a>>>,
    /// The next ones with open slots.
    events: Vec<EventOutlook<'a>>,
    /// How many are open.
    open_deliverables: u32,
    overdue_deliverables: Vec<OpenDeliverable<'a>>,
    minimum: History,
}

/// The dates by which one future in ten, half of them, and so on, have ended.
#[derive(JsonSchema, Serialize)]
struct End {
    p10: Option<NaiveDate>,
    p50: Option<NaiveDate>,
    p80: Option<NaiveDate>,
    p90: Option<NaiveDate>,
    p50_days_later: Option<i64>,
    p80_days_later: Option<i64>,
    futures: u32,
}

#[derive(JsonSchema, Serialize)]
#[serde(untagged)]
enum Basis {
    /// Too little of it for a forecast.
    History(History),
    Estimate(EstimateBasis),
}

#[derive(JsonSchema, Serialize)]
struct History {
    planned_days: u32,
    studied_days: u32,
}

#[derive(JsonSchema, Serialize)]
struct EstimateBasis {
    planned_days: u32,
    kept_days: u32,
    extra_days: u32,
    studied_days: u32,
    /// What the next three are measured in.
    unit: &'static str,
    planned_a_day: u64,
    done_a_day: u64,
    left: u64,
    measured_minutes: Option<Minutes>,
    measured_planned_minutes: Option<Minutes>,
    pause: Option<Pause>,
}

#[derive(JsonSchema, Serialize)]
struct Pause {
    planned_days: u32,
    since: NaiveDate,
}

#[derive(JsonSchema, Serialize)]
struct Milestone<'a> {
    title: &'a str,
    due: Option<NaiveDate>,
    state: &'static str,
    reached_on: Option<NaiveDate>,
    p50: Option<NaiveDate>,
    /// In per cent.
    chance: Option<u32>,
}

/// An event, and in per cent how likely all that it covers is done before it.
#[derive(JsonSchema, Serialize)]
struct EventOutlook<'a> {
    #[serde(flatten)]
    event: Event<'a>,
    chance: Option<u32>,
    chance_with_an_hour_more_a_week: Option<u32>,
    chance_without_uncovered_slots: Option<u32>,
    uncovered_slots: Option<u32>,
}

impl<'a> EventOutlook<'a> {
    fn of(study: &'a Study, outlook: &summary::EventOutlook) -> Self {
        let odds = outlook.odds;
        Self {
            event: Event::of(study, &outlook.view),
            chance: odds.map(|odds| odds.chance),
            chance_with_an_hour_more_a_week: odds.and_then(|odds| odds.with_hour),
            chance_without_uncovered_slots: odds.and_then(|odds| odds.let_go),
            uncovered_slots: odds.map(|odds| odds.uncovered),
        }
    }
}

/// `forecast`.
pub(crate) fn forecast<'a>(study: &'a Study, view: &ForecastView<'a>) -> Forecast<'a> {
    let mut forecast = Forecast {
        state: state(view),
        planned_end: view.planned_end,
        now_planned_end: view.now_planned_end,
        finished_on: None,
        idle_since: None,
        end: None,
        basis: None,
        milestones: None,
        events: (view.events.iter())
            .map(|outlook| EventOutlook::of(study, outlook))
            .collect(),
        open_deliverables: view.deliverables.all,
        overdue_deliverables: open_deliverables(study, &view.deliverables.overdue),
        minimum: History {
            planned_days: MIN_PLANNED,
            studied_days: MIN_STUDIED,
        },
    };
    if !matches!(view.prediction, Prediction::NotEnough(_)) {
        forecast.milestones = Some(view.milestones.iter().map(Milestone::from).collect());
    }
    match &view.prediction {
        Prediction::Finished(on) => forecast.finished_on = *on,
        Prediction::NotEnough(basis) => {
            forecast.basis = Some(Basis::History(History {
                planned_days: basis.passed_days(),
                studied_days: basis.studied_days,
            }));
        }
        Prediction::Stalled(since) => forecast.idle_since = Some(*since),
        Prediction::Estimate {
            ends,
            basis,
            measured,
            pause,
        } => {
            forecast.end = Some(End::from(*ends));
            forecast.basis = Some(Basis::Estimate(estimate_basis(
                view.unit, basis, *measured, *pause,
            )));
        }
    }
    forecast
}

fn state(view: &ForecastView) -> &'static str {
    match view.prediction {
        Prediction::Finished(_) if view.deliverables.all > 0 => "deliverables-left",
        Prediction::Finished(_) => "finished",
        Prediction::NotEnough(_) => "not-enough-data",
        Prediction::Stalled(_) => "stalled",
        Prediction::Estimate { .. } => "estimate",
    }
}

fn estimate_basis(
    unit: Unit,
    basis: &forecast::Basis,
    measured: Option<Measured>,
    pause: Option<summary::Pause>,
) -> EstimateBasis {
    EstimateBasis {
        planned_days: basis.planned_days,
        kept_days: basis.kept_days,
        extra_days: basis.extra_days,
        studied_days: basis.studied_days,
        unit: match unit {
            Unit::Minutes => "minutes",
            Unit::Slots => "slots",
        },
        planned_a_day: basis.planned_a_day(),
        done_a_day: basis.done_a_day(),
        left: basis.left,
        measured_minutes: measured.map(|took| took.actual),
        measured_planned_minutes: measured.map(|took| took.planned),
        pause: pause.map(|pause| Pause {
            planned_days: pause.days,
            since: pause.since,
        }),
    }
}

impl From<[Option<summary::End>; 4]> for End {
    fn from(ends: [Option<summary::End>; 4]) -> Self {
        let [p10, p50, p80, p90] = ends.map(|end| end.map(|end| end.date));
        let [_, p50_days_later, p80_days_later, _] = ends.map(|end| end.map(|end| end.days_late));
        Self {
            p10,
            p50,
            p80,
            p90,
            p50_days_later,
            p80_days_later,
            futures: FUTURES,
        }
    }
}

impl<'a> From<&MilestoneOutlook<'a>> for Milestone<'a> {
    fn from(outlook: &MilestoneOutlook<'a>) -> Self {
        Self {
            title: &outlook.view.milestone.title,
            due: outlook.view.due,
            state: outlook.state.name(),
            reached_on: outlook.view.reached_on,
            p50: outlook.p50,
            chance: outlook.chance,
        }
    }
}
