//! `forecast`: when the plan will end, and what that stands on.

use crate::forecast::{FUTURES, MIN_PLANNED, MIN_STUDIED};
use crate::model::Minutes;
use crate::render::phrase;
use crate::render::sheet::{Align, Block, Line, Role, Sheet, Span, Table};
use crate::summary::{
    End, ForecastBasis, ForecastView, GoalState, MilestoneOutlook, Prediction, Unit,
};

use super::parts::{LABEL, label};
use crate::text::Message;

/// What is said where nothing is foretold.
const NO_END: &str = "no end in sight within three years";

/// When the plan will end, and which milestones are at risk.
#[must_use]
pub fn forecast(view: &ForecastView) -> Sheet {
    let mut sheet = Sheet::default();
    match &view.prediction {
        Prediction::Finished(on) => {
            let words = match on {
                Some(date) => format!("the plan is finished, since {}", phrase::date(*date)),
                None => "nothing is left to do".to_owned(),
            };
            said(&mut sheet, "end", Span::new(words, Role::Done));
        }
        Prediction::NotEnough { .. } => not_enough(&mut sheet, &view.prediction),
        Prediction::Stalled(since) => {
            let words = format!(
                "no end in sight: nothing done since {}",
                phrase::date(*since)
            );
            said(&mut sheet, "end", Span::new(words, Role::Warn));
        }
        Prediction::Estimate {
            ends,
            basis,
            milestones,
        } => {
            self::ends(&mut sheet, ends);
            said(&mut sheet, "planned", Span::plain(planned(view)));
            pace(&mut sheet, view.unit, basis);
            self::milestones(&mut sheet, milestones);
            basis_line(&mut sheet, ends, basis);
        }
    }
    sheet
}

fn said(sheet: &mut Sheet, name: &str, words: Span) {
    sheet.hanging(LABEL, vec![label(name), words]);
}

fn not_enough(sheet: &mut Sheet, prediction: &Prediction) {
    let Prediction::NotEnough {
        planned_days,
        planned_missing,
        studied_days,
        studied_missing,
    } = prediction
    else {
        return;
    };
    said(sheet, "end", Span::new("not enough data", Role::Warn));
    let counts = [
        (
            planned_days,
            planned_missing,
            MIN_PLANNED,
            "planned day",
            "that has passed",
            "that have passed",
        ),
        (
            studied_days,
            studied_missing,
            MIN_STUDIED,
            "day",
            "with something done",
            "with something done",
        ),
    ];
    let mut name = "missing";
    for (have, missing, need, noun, one, more) in counts {
        if *missing == 0 {
            continue;
        }
        let which = if *missing == 1 { one } else { more };
        let words = format!("{} {which}", phrase::count(*missing, noun));
        let aside = Span::dim(format!(" ({have} of {need})"));
        sheet.hanging(LABEL, vec![label(name), Span::plain(words), aside]);
        name = "";
    }
}

fn ends(sheet: &mut Sheet, ends: &[Option<End>; 4]) {
    let [_, half, most, _] = ends;
    if half.is_none() && most.is_none() {
        said(sheet, "end", Span::new(NO_END, Role::Warn));
        return;
    }
    for (name, lead, end) in [
        ("end", "as likely as not by ", half),
        ("", "four times in five by ", most),
    ] {
        let line = match end {
            Some(end) => vec![
                label(name),
                Span::plain(lead),
                Span::new(phrase::date(end.date), Role::Title),
                Span::plain(format!(", {}", later(end.later))),
            ],
            None => vec![
                label(name),
                Span::new("four times in five: ", Role::Plain),
                Span::new(NO_END, Role::Warn),
            ],
        };
        sheet.hanging(LABEL, line);
    }
}

fn later(days: i64) -> String {
    let count = phrase::count(
        u32::try_from(days.unsigned_abs()).unwrap_or(u32::MAX),
        "day",
    );
    match days {
        0 => "as planned".to_owned(),
        1.. => format!("{count} later than planned"),
        _ => format!("{count} earlier than planned"),
    }
}

/// The plan's own end, and where it stands now if something was moved.
fn planned(view: &ForecastView) -> String {
    let (own, now) = (view.planned_end, view.now_planned_end);
    let own_end = format!("end {}", phrase::date(own));
    if own == now {
        return own_end;
    }
    format!("{own_end}, now planned to end {}", phrase::date(now))
}

/// So much work.
fn work(unit: Unit, amount: u64) -> String {
    let amount = u32::try_from(amount).unwrap_or(u32::MAX);
    match unit {
        Unit::Minutes => phrase::duration(Minutes(amount)),
        Unit::Slots => phrase::count(amount, "slot"),
    }
}

fn pace(sheet: &mut Sheet, unit: Unit, basis: &ForecastBasis) {
    let words = format!(
        "{} of {} studied; {} done a day, {} planned",
        basis.kept_days,
        phrase::count(basis.planned_days, "planned day"),
        work(unit, basis.done_a_day),
        work(unit, basis.planned_a_day),
    );
    said(sheet, "pace", Span::plain(words));
    if let Some(took) = basis.measured {
        let words = format!(
            "slots you measured took {} in all, {} planned",
            phrase::duration(took.actual),
            phrase::duration(took.planned)
        );
        said(sheet, "", Span::dim(words));
    }
    if let Some(pause) = basis.pause {
        let words = format!(
            "nothing done on the last {} of them, since {}: a pause that long puts the end off",
            pause.days,
            phrase::date(pause.since)
        );
        said(sheet, "", Span::new(words, Role::Warn));
    }
    said(sheet, "left", Span::plain(work(unit, basis.left)));
}

fn milestones(sheet: &mut Sheet, outlooks: &[MilestoneOutlook]) {
    if outlooks.is_empty() {
        return;
    }
    sheet.blank();
    sheet.blocks.push(Block::Table(Table {
        indent: 2,
        head: ["milestone", "due", "likely by", "chance", ""]
            .map(Message::from)
            .to_vec(),
        align: vec![
            Align::Left,
            Align::Left,
            Align::Left,
            Align::Right,
            Align::Left,
        ],
        yields: None,
        wraps: Some(0),
        rows: outlooks.iter().map(milestone).collect(),
    }));
    sheet.blank();
}

fn milestone(outlook: &MilestoneOutlook) -> Vec<Line> {
    let date = |date: Option<_>| date.map_or_else(String::new, phrase::date);
    let chance = outlook
        .chance
        .map_or_else(String::new, |chance| format!("{chance} %"));
    let state = match outlook.state {
        GoalState::Reached => Span::new("reached", Role::Done),
        GoalState::OnCourse => Span::plain(""),
        GoalState::AtRisk => Span::new("at risk", Role::Warn),
        GoalState::Missed => Span::new("missed", Role::Warn),
        GoalState::Unknown => Span::dim("cannot tell"),
    };
    let cells = [
        Span::plain(outlook.milestone.title.clone()),
        Span::plain(date(outlook.due)),
        Span::plain(date(outlook.p50)),
        Span::plain(chance),
        state,
    ];
    cells.into_iter().map(|cell| vec![cell]).collect()
}

fn basis_line(sheet: &mut Sheet, ends: &[Option<End>; 4], basis: &ForecastBasis) {
    let mut words = format!(
        "your {} so far, the latest counting most; {FUTURES} simulated futures",
        phrase::count(basis.planned_days, "planned day")
    );
    if let [Some(first), _, _, Some(last)] = ends
        && first != last
    {
        let (first, last) = (phrase::date(first.date), phrase::date(last.date));
        words += &format!(", four in five of them ending between {first} and {last}");
    }
    said(sheet, "based on", Span::dim(words));
}
