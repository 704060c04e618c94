//! The geometry of the charts. Lengths are tenths of a pixel on a phone.

use chrono::NaiveDate;

use super::parts::{Figure, Words};
use crate::model::Minutes;
use crate::summary::{BurnUpPoint, ForecastView, Prediction, Tally};
use crate::text::{Page, Phrase};

/// The size of a picture.
const WIDTH: u32 = 3400;
const HEIGHT: u32 = 1900;
/// What is left of it, above it and below it for words.
const LEFT: u32 = 560;
const TOP: u32 = 80;
const FLOOR: u32 = HEIGHT - 240;
/// The most lines across, and the widths of steps between them, in minutes.
const LINES: u32 = 5;
const STEPS: [u32; 12] = [
    15, 30, 60, 120, 300, 600, 1_200, 3_000, 6_000, 12_000, 30_000, 60_000,
];
/// The most bars with words below.
const LABELLED: usize = 8;

/// Lines across a chart, each with its height from the top and what it stands for.
#[derive(Debug)]
pub(super) struct Scale {
    top: u32,
    pub(crate) lines: Vec<(u32, String)>,
}

impl Scale {
    /// A scale from nothing to at least `most`.
    fn up_to(most: Minutes, words: Words) -> Self {
        let step = STEPS.iter().find(|step| most.0 <= **step * LINES);
        let step = step.copied().unwrap_or(most.0.div_ceil(LINES)).max(1);
        let count = most.0.div_ceil(step).max(1);
        let mut scale = Self {
            top: count * step,
            lines: Vec::new(),
        };
        let line = |n: u32| {
            let minutes = Minutes(n * step);
            (scale.y(minutes), words.say(Page::Axis(minutes)))
        };
        scale.lines = (0..=count).map(line).collect();
        scale
    }

    /// The height of an amount, from the top.
    fn y(&self, minutes: Minutes) -> u32 {
        let (amount, room) = (u64::from(minutes.0.min(self.top)), u64::from(FLOOR - TOP));
        let height = amount * room / u64::from(self.top);
        FLOOR - u32::try_from(height).unwrap_or(FLOOR)
    }
}

/// A bar with what it stands for in words.
#[derive(Debug)]
pub(super) struct Bar {
    pub(crate) x: u32,
    pub(crate) planned: (u32, u32),
    pub(crate) studied: (u32, u32),
    pub(crate) middle: u32,
    /// What is below it.
    pub(crate) label: String,
    pub(crate) words: String,
}

/// Minutes planned and studied, a bar for each day or week.
#[derive(Debug)]
pub(super) struct BarChart {
    pub(crate) scale: Scale,
    pub(crate) width: u32,
    pub(crate) bars: Vec<Bar>,
}

impl BarChart {
    /// A bar for each of some tallies: what is below it, and what it is in words. `None` if nothing in
    /// them has minutes.
    pub(super) fn of(of: &[(Tally, String, String)], words: Words) -> Option<Self> {
        let most = of
            .iter()
            .map(|(tally, ..)| tally.planned.max(tally.studied()));
        let most = most.max().filter(|most| *most > Minutes::ZERO)?;
        let scale = Scale::up_to(most, words);
        let room = (WIDTH - LEFT) / u32::try_from(of.len()).ok()?;
        let width = room * 3 / 5;
        let every = of.len().div_ceil(LABELLED);
        let bar = |(index, (tally, label, name)): (u32, &(Tally, String, String))| {
            let (planned, studied) = (scale.y(tally.planned), scale.y(tally.studied()));
            let x = LEFT + index * room + (room - width) / 2;
            let is_labelled = (index as usize).is_multiple_of(every);
            let minutes = Phrase::Studied {
                studied: tally.studied(),
                planned: tally.planned,
            };
            Bar {
                x,
                planned: (planned, FLOOR - planned),
                studied: (studied, FLOOR - studied),
                middle: x + width / 2,
                label: if is_labelled {
                    label.clone()
                } else {
                    String::new()
                },
                words: format!("{name}: {}", words.say(minutes)),
            }
        };
        let bars = (0..).zip(of).map(bar).collect();
        Some(Self { scale, width, bars })
    }
}

/// A row of the table below the burn-up.
#[derive(Debug)]
pub(super) struct BurnUpRow {
    pub(crate) date: NaiveDate,
    pub(crate) words: String,
    pub(crate) planned: Figure,
    pub(crate) done: Option<Figure>,
}

/// Work planned and done from the start to the end, and the forecast. Lines are points of SVG.
#[derive(Debug)]
pub(super) struct BurnUpChart {
    pub(crate) scale: Scale,
    pub(crate) planned: String,
    pub(crate) done: String,
    /// Between the early and the late end, if both are in sight.
    pub(crate) band: Option<String>,
    /// To the likely end.
    pub(crate) likely: Option<String>,
    /// Where today is, if it is in the picture.
    pub(crate) today: Option<u32>,
    /// Dates below it, each with its place and how it is aligned.
    pub(crate) dates: Vec<(u32, &'static str, String)>,
    pub(crate) rows: Vec<BurnUpRow>,
}

impl BurnUpChart {
    /// `None` if no slot has minutes.
    pub(super) fn of(
        points: &[BurnUpPoint],
        forecast: &ForecastView,
        today: NaiveDate,
        words: Words,
    ) -> Option<Self> {
        let (first, last) = (points.first()?, points.last()?);
        let goal = last
            .planned
            .max(points.iter().filter_map(|p| p.done).max()?);
        let scale = Scale::up_to(goal, words);
        let ends = match &forecast.prediction {
            Prediction::Estimate { ends, .. } => ends.map(|end| end.map(|end| end.date)),
            _ => [None; 4],
        };
        let [early, likely, _, late] = ends;
        let end = [Some(last.date), likely, late]
            .into_iter()
            .flatten()
            .max()?;
        let across = Across {
            first: first.date,
            days: (end - first.date).num_days().max(1),
        };
        let at = |date, minutes| format!("{},{}", across.x(date), scale.y(minutes));
        let line = |points: Vec<String>| points.join(" ");
        let now = points.iter().rev().find_map(|p| Some((p.date, p.done?)));
        let from = now.map(|(date, done)| at(date, done));
        let band = from.clone().zip(early.zip(late));
        let is_inside = first.date <= today && today <= end;
        Some(Self {
            planned: line(points.iter().map(|p| at(p.date, p.planned)).collect()),
            done: line(
                points
                    .iter()
                    .filter_map(|p| Some(at(p.date, p.done?)))
                    .collect(),
            ),
            band: band
                .map(|(from, (early, late))| line(vec![from, at(early, goal), at(late, goal)])),
            likely: from
                .zip(likely)
                .map(|(from, date)| line(vec![from, at(date, goal)])),
            today: is_inside.then(|| across.x(today)),
            dates: across.dates(end, words),
            rows: rows(points, words),
            scale,
        })
    }
}

/// Dates from left to right.
struct Across {
    first: NaiveDate,
    days: i64,
}

impl Across {
    fn x(&self, date: NaiveDate) -> u32 {
        let days = (date - self.first).num_days().clamp(0, self.days);
        let room = i64::from(WIDTH - LEFT - 60);
        LEFT + u32::try_from(days * room / self.days).unwrap_or(0)
    }

    /// The first, a middle and the last date.
    fn dates(&self, end: NaiveDate, words: Words) -> Vec<(u32, &'static str, String)> {
        let middle = crate::calendar::add(self.first, u64::try_from(self.days / 2).unwrap_or(0));
        let dates = [(self.first, "start"), (middle, "middle"), (end, "end")];
        let label = |(date, anchor)| (self.x(date), anchor, words.say(Page::DayOfMonth(date)));
        dates.map(label).to_vec()
    }
}

fn rows(points: &[BurnUpPoint], words: Words) -> Vec<BurnUpRow> {
    let rows = points.iter().enumerate().map(|(index, point)| {
        let at = |key: &str| format!("report/burn_up/{index}/{key}");
        BurnUpRow {
            date: point.date,
            words: words.say(Phrase::ShortDate(point.date)),
            planned: Figure::minutes(at("planned_minutes"), point.planned, words),
            done: (point.done).map(|done| Figure::minutes(at("done_minutes"), done, words)),
        }
    });
    rows.collect()
}
