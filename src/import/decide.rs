//! What was decided about the whole note.

use chrono::NaiveDate;

use super::builder::Builder;
use super::hours::WeekMinutes;
use super::ledger::Decided;
use super::unit::UnitKind;
use crate::model::{Hours, Minutes};
use crate::text::import::Decision;

/// What was found out about a note, besides its units.
pub(super) struct Facts {
    /// The hours that the note states.
    pub(crate) stated: Option<WeekMinutes>,
    /// The line that states them.
    pub(crate) line: Option<u32>,
    /// Whether hours were asked for.
    pub(crate) asked: bool,
    /// The hours of the routine before the first week.
    pub(crate) routine: Option<Hours>,
    /// The first date.
    pub(crate) start: Option<NaiveDate>,
    /// How many boxes are ticked.
    pub(crate) ticked: usize,
}

/// Notes the decisions.
pub(super) fn decide(builder: &mut Builder, facts: &Facts) {
    let found = of_units(builder);
    let ledger = &mut builder.ledger;
    ledger.decisions.extend(found);
    if facts.ticked > 0 {
        let count = facts.ticked;
        ledger.decide(Vec::new(), Decision::Ticked { count });
    }
    if let Some(start) = facts.start {
        ledger.decide(Vec::new(), Decision::Dated { start });
    }
    if facts.stated.is_some() || facts.asked || facts.routine.is_some() || builder.needs_hours {
        let (lines, what) = hours(facts);
        builder.ledger.decide(lines, what);
    }
}

fn hours(facts: &Facts) -> (Vec<(u32, u32)>, Decision) {
    if facts.asked {
        return (Vec::new(), Decision::HoursAsked);
    }
    if let Some(hours) = facts.routine.clone().map(Box::new) {
        return (Vec::new(), Decision::HoursOfDays { hours });
    }
    let Some(stated) = facts.stated else {
        let weekday = Minutes(WeekMinutes::ASSUMED.minutes[0]);
        return (Vec::new(), Decision::HoursAssumed { weekday });
    };
    let lines = facts.line.map(|line| (line, line)).into_iter().collect();
    let [week @ .., sat, sun] = stated.minutes;
    let is_plain = week.iter().all(|day| *day == week[0]) && sat == sun;
    if !is_plain {
        let hours = Box::new(stated.into());
        return (lines, Decision::HoursOfDays { hours });
    }
    let (weekday, weekend) = (Minutes(week[0]), Minutes(sat));
    (lines, Decision::HoursStated { weekday, weekend })
}

/// What was decided about phases, weeks and days.
fn of_units(builder: &Builder) -> Vec<Decided> {
    let (document, chosen) = (builder.document, builder.chosen);
    let lines = |list: &[usize]| -> Vec<(u32, u32)> {
        let mut lines: Vec<_> = list.iter().map(|at| document.nodes[*at].lines).collect();
        lines.sort_unstable();
        lines.dedup();
        lines
    };
    let repeated: Vec<usize> = chosen.repeats.iter().map(|(at, _)| *at).collect();
    let unit = |at: &usize| document.nodes[*at].unit.as_ref();
    let is_month = |at: &usize| unit(at).is_some_and(|mark| mark.kind == UnitKind::Month);
    let is_chart = |at: &usize| {
        let mut children = document.nodes[*at].children.iter();
        children.any(|child| document.nodes[*child].days.is_some())
    };
    let phases = lines(&chosen.phases);
    let repeats = repeated.len();
    let found = [
        (repeats > 0, lines(&repeated), Decision::OnePlan { repeats }),
        (
            !chosen.other_plans.is_empty(),
            lines(&chosen.other_plans),
            Decision::OtherPlan,
        ),
        (
            !chosen.restarts.is_empty(),
            lines(&chosen.restarts),
            Decision::Restart,
        ),
        (
            !chosen.continued.is_empty(),
            lines(&chosen.continued),
            Decision::Continued,
        ),
        (
            chosen.phases.iter().any(is_month),
            phases.clone(),
            Decision::MonthsArePhases,
        ),
        (chosen.phases.iter().any(is_chart), phases, Decision::Chart),
    ];
    let found = found.into_iter().filter(|(applies, ..)| *applies);
    found
        .map(|(_, lines, what)| Decided { lines, what })
        .collect()
}
