//! `forecast`: when the plan will end, and what that is based on.

use crate::forecast::{Basis, FUTURES, MIN_PLANNED, MIN_STUDIED};
use crate::model::Minutes;
use crate::render::sheet::{Line, Role, Sheet, Span, Table};
use crate::summary::{
    End, ForecastView, Measured, MilestoneOutlook, MilestoneState, Pause, Prediction, Unit,
};
use crate::text::{Forecast, ForecastBasis, Label, Message, Missing, Phrase, Work};

use super::deliverables::{MANY, overdue_deliverables};
use super::events::odds;
use super::parts::first_only;

/// When the plan will end, and which milestones are at risk.
pub(crate) fn forecast(view: &ForecastView) -> Sheet {
    let mut sheet = Sheet::default();
    match &view.prediction {
        Prediction::Finished(since) => {
            let (since, deliverables) = (*since, view.deliverables.all);
            let words = Forecast::Finished {
                since,
                deliverables,
            };
            let role = if deliverables == 0 {
                Role::Done
            } else {
                Role::Warn
            };
            sheet.labelled(Label::End, [Span::new(words, role)]);
            let open = &view.deliverables;
            overdue_deliverables(&mut sheet, open, false, MANY);
            goals(&mut sheet, view);
        }
        Prediction::NotEnough(basis) => {
            not_enough(&mut sheet, basis);
            odds(&mut sheet, &view.events);
        }
        Prediction::Stalled(since) => {
            let words = Forecast::Stalled { since: *since };
            sheet.labelled(Label::End, [Span::new(words, Role::Warn)]);
            goals(&mut sheet, view);
        }
        Prediction::Estimate {
            ends,
            basis,
            measured,
            pause,
        } => {
            self::ends(&mut sheet, ends);
            let planned = ForecastBasis::PlannedEnd {
                original: view.planned_end,
                now: view.now_planned_end,
            };
            sheet.labelled(Label::Planned, [Span::plain(planned)]);
            pace(&mut sheet, view.unit, basis);
            exceptions(&mut sheet, *measured, *pause, basis);
            let left = ForecastBasis::Left(work(view.unit, basis.left));
            sheet.labelled(Label::Left, [Span::plain(left)]);
            goals(&mut sheet, view);
            sheet.blank();
            based_on(&mut sheet, ends, basis);
        }
    }
    sheet
}

fn goals(sheet: &mut Sheet, view: &ForecastView) {
    milestones(sheet, &view.milestones);
    odds(sheet, &view.events);
}

fn not_enough(sheet: &mut Sheet, basis: &Basis) {
    let words = Span::new(Forecast::NotEnoughData, Role::Warn);
    sheet.labelled(Label::End, [words]);
    let planned = Missing {
        count: basis.planned_missing(),
        have: basis.passed_days(),
        need: MIN_PLANNED,
    };
    let studied = Missing {
        count: basis.studied_missing(),
        have: basis.studied_days,
        need: MIN_STUDIED,
    };
    let planned = (planned.count > 0).then_some(Forecast::PlannedDaysMissing(planned));
    let studied = (studied.count > 0).then_some(Forecast::StudiedDaysMissing(studied));
    let missing = planned.into_iter().chain(studied);
    for (label, words) in first_only(Label::Missing).zip(missing) {
        sheet.labelled(label, [Span::plain(words)]);
    }
}

fn ends(sheet: &mut Sheet, ends: &[Option<End>; 4]) {
    let [_, half, most, _] = ends;
    if half.is_none() && most.is_none() {
        let words = Span::new(Forecast::NoEnd, Role::Warn);
        sheet.labelled(Label::End, [words]);
        return;
    }
    for (label, (percent, end)) in first_only(Label::End).zip([(50, half), (80, most)]) {
        let line = match end {
            Some(End { date, days_late }) => {
                let later = *days_late;
                let date = Span::new(Phrase::Date(*date), Role::Title);
                let chance = Span::plain(Forecast::Chance { percent, later });
                vec![date, Span::space(2), chance]
            }
            None => vec![Span::new(Forecast::NoChance { percent }, Role::Warn)],
        };
        sheet.labelled(label, line);
    }
}

fn work(unit: Unit, amount: u64) -> Work {
    let amount = u32::try_from(amount).unwrap_or(u32::MAX);
    match unit {
        Unit::Minutes => Work::Minutes(Minutes(amount)),
        Unit::Slots => Work::Slots(amount),
    }
}

fn pace(sheet: &mut Sheet, unit: Unit, basis: &Basis) {
    let words = ForecastBasis::Pace {
        studied: basis.kept_days,
        planned_days: basis.planned_days,
        done: work(unit, basis.done_a_day()),
        planned: work(unit, basis.planned_a_day()),
    };
    sheet.labelled(Label::Pace, [Span::plain(words)]);
}

fn exceptions(sheet: &mut Sheet, measured: Option<Measured>, pause: Option<Pause>, basis: &Basis) {
    if let Some(Measured { planned, actual }) = measured {
        let words = ForecastBasis::Measured { actual, planned };
        sheet.labelled(Label::Blank, [Span::dim(words)]);
    }
    if let Some(Pause { days, since }) = pause {
        let all_planned = basis.extra_days == 0;
        let words = ForecastBasis::Pause {
            days,
            all_planned,
            since,
        };
        sheet.labelled(Label::Blank, [Span::new(words, Role::Warn)]);
    }
}

/// The milestones; without estimates, they have no column.
fn milestones(sheet: &mut Sheet, outlooks: &[MilestoneOutlook]) {
    if outlooks.is_empty() {
        return;
    }
    let is_estimate = outlooks
        .iter()
        .any(|outlook| outlook.p50.is_some() || outlook.chance.is_some());
    let estimates = [Label::LikelyBy, Label::Chance];
    let estimates = estimates.into_iter().filter(|_| is_estimate);
    let head = [Label::Milestone, Label::Due].into_iter();
    let head = head.chain(estimates).chain([Label::Blank]);
    sheet.blank();
    sheet.table(Table {
        indent: 2,
        head: head.map(Message::from).collect(),
        right: if is_estimate { &[3] } else { &[] },
        wraps: Some(0),
        rows: outlooks
            .iter()
            .map(|outlook| milestone(outlook, is_estimate))
            .collect(),
        ..Table::default()
    });
}

fn milestone(outlook: &MilestoneOutlook, is_estimate: bool) -> Vec<Line> {
    let optional = |phrase: Option<Phrase>| phrase.map(Span::plain).into_iter().collect();
    let view = &outlook.view;
    let mut row = vec![
        vec![Span::plain(&view.milestone.title)],
        optional(view.due.map(Phrase::Date)),
    ];
    if is_estimate {
        row.push(optional(outlook.p50.map(Phrase::Date)));
        row.push(optional(outlook.chance.map(Phrase::Percent)));
    }
    row.push(milestone_state(outlook).into_iter().collect());
    row
}

/// Whether a milestone was or will be met, unless it is on course.
pub(crate) fn milestone_state(outlook: &MilestoneOutlook) -> Option<Span> {
    Some(match outlook.state {
        MilestoneState::Reached if outlook.view.is_late() => {
            Span::new(Label::ReachedLate, Role::Warn)
        }
        MilestoneState::Reached => Span::new(Label::Reached, Role::Done),
        MilestoneState::OnCourse => return None,
        MilestoneState::AtRisk => Span::new(Label::AtRisk, Role::Warn),
        MilestoneState::Missed => Span::new(Label::Missed, Role::Warn),
        MilestoneState::Unknown => Span::dim(Label::Unknown),
    })
}

fn based_on(sheet: &mut Sheet, ends: &[Option<End>; 4], basis: &Basis) {
    let [p10, _, _, p90] = ends;
    let between = p10.zip(*p90).map(|(first, last)| (first.date, last.date));
    let words = ForecastBasis::Futures {
        days: basis.planned_days,
        extra: basis.extra_days,
        count: FUTURES,
        between: between.filter(|(first, last)| first != last),
    };
    sheet.labelled(Label::BasedOn, [Span::dim(words)]);
}
