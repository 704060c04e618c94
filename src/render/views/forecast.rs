//! `forecast`: when the plan will end, and what that is based on.

use crate::forecast::{Basis, FUTURES, MIN_PLANNED, MIN_STUDIED};
use crate::model::Minutes;
use crate::render::sheet::{Line, Role, Sheet, Span, Table};
use crate::summary::{
    End, ForecastView, Measured, MilestoneOutlook, MilestoneState, Pause, Prediction, Unit,
};
use crate::text::{Forecast, Label, Message, Missing, Phrase, Work};

use super::parts::{first_only, overdue_deliverables};

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
            overdue_deliverables(&mut sheet, open, false, open.overdue.len());
        }
        Prediction::NotEnough(basis) => not_enough(&mut sheet, basis),
        Prediction::Stalled(since) => {
            let words = Forecast::Stalled { since: *since };
            sheet.labelled(Label::End, [Span::new(words, Role::Warn)]);
        }
        Prediction::Estimate {
            ends,
            basis,
            measured,
            pause,
            milestones,
        } => {
            self::ends(&mut sheet, ends);
            let planned = Forecast::PlannedEnd {
                original: view.planned_end,
                now: view.now_planned_end,
            };
            sheet.labelled(Label::Planned, [Span::plain(planned)]);
            pace(&mut sheet, view.unit, basis);
            exceptions(&mut sheet, *measured, *pause, basis);
            let left = Forecast::Left(work(view.unit, basis.left));
            sheet.labelled(Label::Left, [Span::plain(left)]);
            self::milestones(&mut sheet, milestones);
            based_on(&mut sheet, ends, basis);
        }
    }
    sheet
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
    let words = Forecast::Pace {
        studied: basis.kept_days,
        planned_days: basis.planned_days,
        done: work(unit, basis.done_a_day()),
        planned: work(unit, basis.planned_a_day()),
    };
    sheet.labelled(Label::Pace, [Span::plain(words)]);
}

fn exceptions(sheet: &mut Sheet, measured: Option<Measured>, pause: Option<Pause>, basis: &Basis) {
    if let Some(Measured { planned, actual }) = measured {
        let words = Forecast::Measured { actual, planned };
        sheet.labelled(Label::Blank, [Span::dim(words)]);
    }
    if let Some(Pause { days, since }) = pause {
        let all_planned = basis.extra_days == 0;
        let words = Forecast::Pause {
            days,
            all_planned,
            since,
        };
        sheet.labelled(Label::Blank, [Span::new(words, Role::Warn)]);
    }
}

fn milestones(sheet: &mut Sheet, outlooks: &[MilestoneOutlook]) {
    if outlooks.is_empty() {
        return;
    }
    let head = [
        Label::Milestone,
        Label::Due,
        Label::LikelyBy,
        Label::Chance,
        Label::Blank,
    ];
    sheet.blank();
    sheet.table(Table {
        indent: 2,
        head: head.map(Message::from).to_vec(),
        right: &[3],
        wraps: Some(0),
        rows: outlooks.iter().map(milestone).collect(),
        ..Table::default()
    });
    sheet.blank();
}

fn milestone(outlook: &MilestoneOutlook) -> Vec<Line> {
    let state = match outlook.state {
        MilestoneState::Reached => Span::new(Label::Reached, Role::Done),
        MilestoneState::OnCourse => Span::plain(Label::Blank),
        MilestoneState::AtRisk => Span::new(Label::AtRisk, Role::Warn),
        MilestoneState::Missed => Span::new(Label::Missed, Role::Warn),
        MilestoneState::Unknown => Span::dim(Label::Unknown),
    };
    let optional = |phrase: Option<Phrase>| phrase.map(Span::plain).into_iter().collect();
    vec![
        vec![Span::plain(&outlook.milestone.title)],
        optional(outlook.due.map(Phrase::Date)),
        optional(outlook.p50.map(Phrase::Date)),
        optional(outlook.chance.map(Phrase::Percent)),
        vec![state],
    ]
}

fn based_on(sheet: &mut Sheet, ends: &[Option<End>; 4], basis: &Basis) {
    let [p10, _, _, p90] = ends;
    let between = p10.zip(*p90).map(|(first, last)| (first.date, last.date));
    let words = Forecast::Basis {
        days: basis.planned_days,
        extra: basis.extra_days,
        futures: FUTURES,
        between: between.filter(|(first, last)| first != last),
    };
    sheet.labelled(Label::BasedOn, [Span::dim(words)]);
}
