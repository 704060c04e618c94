//! The report: figures, charts, phases and what needs the learner.

use chrono::{Datelike, NaiveDate};

use super::charts::{BarChart, BurnUpChart};
use super::parts::{Fact, Figure, Progress, Words, facts, paragraphs, pieces};
use crate::model::Minutes;
use crate::render::views;
use crate::summary::{
    self, DayRow, ForecastView, PhaseRow, Status, Study, Tally, WeekRow, burn_up,
};
use crate::text::{DayNames, Label, Page, Phrase, WeekName};

/// The keys that add up to the time studied.
const STUDIED: &str = "measured_minutes+assumed_minutes";
/// From this many days on, weeks are shown instead.
const MANY_DAYS: usize = 15;
/// From this many on, deliverables are only counted.
const MANY: usize = 30;

/// A figure that stands out, with what it is and what there is to say of it.
#[derive(Debug)]
pub(super) struct Tile {
    pub(crate) label: String,
    pub(crate) figure: Figure,
    /// Of how much it is, if it is a part.
    pub(crate) of: Option<Figure>,
    pub(crate) is_warning: bool,
}

/// A row of a table: names, a bar, and a figure.
#[derive(Debug)]
pub(super) struct Row {
    pub(crate) name: String,
    pub(crate) detail: String,
    pub(crate) progress: Option<Progress>,
    pub(crate) figure: Option<Figure>,
}

/// A table with a heading.
#[derive(Debug)]
pub(super) struct Rows {
    pub(crate) heading: String,
    pub(crate) rows: Vec<Row>,
}

/// Something to hand in.
#[derive(Debug)]
pub(super) struct Deliverable {
    pub(crate) class: &'static str,
    pub(crate) sign: String,
    pub(crate) id: String,
    pub(crate) text: String,
}

/// A report.
#[derive(Debug)]
pub(super) struct ReportSection {
    pub(crate) dates: String,
    pub(crate) tiles: Vec<Tile>,
    /// What the bars are.
    pub(crate) per: String,
    pub(crate) bars: Option<BarChart>,
    pub(crate) burn_up: Option<BurnUpChart>,
    pub(crate) forecast: Vec<Fact>,
    pub(crate) handed_in: (Figure, Figure),
    pub(crate) deliverables: Vec<Deliverable>,
    pub(crate) tables: Vec<Rows>,
    /// What is overdue and what comes next.
    pub(crate) facts: Vec<Fact>,
}

impl ReportSection {
    pub(super) fn of(
        study: &Study,
        report: &summary::Report,
        forecast: &ForecastView,
        words: Words,
    ) -> Self {
        let is_long = report.days.len() >= MANY_DAYS && !report.weeks.is_empty();
        let (parts, bars) = if is_long {
            let rows = rows(&report.weeks, |at, row| week(at, row, words));
            let heading = words.say(Page::Weeks);
            (Rows { heading, rows }, week_bars(report, words))
        } else {
            let rows = rows(&report.days, |at, row| day(study, at, row, words));
            let heading = words.say(Page::Days);
            (Rows { heading, rows }, day_bars(report, words))
        };
        let phases = Rows {
            heading: words.say(Label::Phases),
            rows: rows(&report.phases, |at, row| phase(at, row, words)),
        };
        let handed_in = report.handed_in;
        let forecast_sheet = views::forecast(forecast);
        let sheet = views::report_facts(study, report, false);
        Self {
            dates: words.say(Phrase::Dates(report.dates)),
            tiles: tiles(report, words),
            per: words.say(if is_long {
                Page::TimePerWeek
            } else {
                Page::TimePerDay
            }),
            bars: BarChart::of(&bars, words),
            burn_up: BurnUpChart::of(&burn_up(study), forecast, study.today, words),
            forecast: facts(paragraphs(&forecast_sheet).next(), words),
            handed_in: (
                Figure::count("report/deliverables/#done".to_owned(), handed_in.done),
                Figure::count("report/deliverables/#".to_owned(), handed_in.all),
            ),
            deliverables: deliverables(report, words),
            tables: vec![parts, phases],
            facts: facts(Some(&sheet.blocks), words),
        }
    }
}

fn rows<T>(of: &[T], row: impl Fn(usize, &T) -> Row) -> Vec<Row> {
    let rows = of.iter().enumerate();
    rows.map(|(index, of)| row(index, of)).collect()
}

fn tiles(report: &summary::Report, words: Words) -> Vec<Tile> {
    let at = |key: &str| format!("report/progress/range/{key}");
    let tally = &report.tally;
    let minutes = |key: &str, minutes| Figure::minutes(at(key), minutes, words);
    let tile = |label: Label, figure, of| Tile {
        label: words.say(label),
        figure,
        of,
        is_warning: label == Label::Overdue,
    };
    let done = Figure::count(at("done"), tally.done);
    let slots = Figure::count(at("slots"), tally.slots);
    let mut tiles = vec![tile(Label::Done, done, Some(slots))];
    if tally.planned > Minutes::ZERO {
        let planned = minutes("planned_minutes", tally.planned);
        let studied = minutes(STUDIED, tally.studied());
        tiles.push(Tile {
            label: words.say(Page::Studied),
            ..tile(Label::Blank, studied, Some(planned))
        });
    }
    if tally.skipped > 0 {
        let skipped = Figure::count(at("skipped"), tally.skipped);
        tiles.push(tile(Label::Skipped, skipped, None));
    }
    if tally.overdue > 0 {
        let overdue = Figure::count(at("overdue"), tally.overdue);
        tiles.push(tile(Label::Overdue, overdue, None));
    }
    if let Some(pace) = report.pace() {
        let hundredths = pace.hundredths();
        let said = words.say(Page::Pace(hundredths));
        let figure = Figure::new("report/pace/hundredths".to_owned(), hundredths, said);
        tiles.push(tile(Label::Pace, figure, None));
    }
    tiles
}

fn day(study: &Study, index: usize, row: &DayRow, words: Words) -> Row {
    let names = row.names.iter().copied();
    let names = DayNames::of(names, false, &study.plan.language);
    let at = format!("report/days/{index}/progress");
    Row {
        name: words.say(Phrase::ShortDates(row.dates)),
        detail: words.say(Phrase::Days(names)),
        figure: Some(studied(&row.tally, &at, words)),
        progress: Some(Progress::of(&row.tally, &at, words)),
    }
}

fn week(index: usize, row: &WeekRow, words: Words) -> Row {
    let at = format!("report/weeks/{index}/progress");
    Row {
        name: words.say(Phrase::Week(week_name(row))),
        detail: row.week.title.clone().unwrap_or_default(),
        figure: Some(studied(&row.tally, &at, words)),
        progress: Some(Progress::of(&row.tally, &at, words)),
    }
}

fn week_name(row: &WeekRow) -> WeekName {
    WeekName {
        number: row.week.number.unwrap_or_default(),
        title: None,
    }
}

fn day_bars(report: &summary::Report, words: Words) -> Vec<(Tally, String, String)> {
    let label = |date: NaiveDate| {
        if report.is_one_week {
            words.say(Phrase::Weekday(date.weekday()))
        } else {
            words.say(Page::DayOfMonth(date))
        }
    };
    let bar = |row: &DayRow| {
        let name = words.say(Phrase::ShortDates(row.dates));
        (row.tally, label(row.dates.first), name)
    };
    report.days.iter().map(bar).collect()
}

fn week_bars(report: &summary::Report, words: Words) -> Vec<(Tally, String, String)> {
    let bar = |row: &WeekRow| {
        let number = row.week.number.unwrap_or_default();
        let name = words.say(Phrase::Week(week_name(row)));
        (row.tally, number.to_string(), name)
    };
    report.weeks.iter().map(bar).collect()
}

fn studied(tally: &Tally, at: &str, words: Words) -> Figure {
    Figure::minutes(format!("{at}/{STUDIED}"), tally.studied(), words)
}

fn phase(index: usize, row: &PhaseRow, words: Words) -> Row {
    let at = format!("report/phases/{index}/progress");
    let weeks = row.weeks.map(|(first, last)| Phrase::Weeks { first, last });
    let when = weeks.or(row.buffer.map(Phrase::Dates));
    let has_slots = row.tally.slots > 0;
    Row {
        name: row.phase.title.clone().unwrap_or_default(),
        detail: when.map(|when| words.say(when)).unwrap_or_default(),
        progress: has_slots.then(|| Progress::of(&row.tally, &at, words)),
        figure: row.tally.percent().map(|percent| {
            Figure::new(
                format!("{at}/percent"),
                percent,
                words.say(Phrase::Percent(percent)),
            )
        }),
    }
}

/// What was to be handed in, unless that is too much to list.
fn deliverables(report: &summary::Report, words: Words) -> Vec<Deliverable> {
    let few = report
        .deliverables
        .iter()
        .take_while(|_| report.deliverables.len() < MANY);
    let view = |view: &summary::DeliverableView| Deliverable {
        class: match view.status {
            Status::Done => "done",
            Status::Skipped => "skipped",
            Status::Overdue => "overdue",
            Status::Open => "open",
        },
        sign: pieces(&vec![views::status_sign(view.status)], words).concat(),
        id: view.id(),
        text: view.what.text.clone(),
    };
    few.map(view).collect()
}
