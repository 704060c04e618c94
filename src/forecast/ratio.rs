//! How the days to come are drawn from those that have passed.
//!
//! The figures below were tuned on synthetic learners of one set of seeds, so that the band from
//! P10 to P90 held the true end of four in five; the replay in the tests judges them on another.

use super::history::{NOTHING, Step};
use super::rng::Dice;
use super::trend::{self, Rate};

/// What a stretch counts in the urn beside the one after it: about a half five stretches back.
const FADE: f64 = 0.87;
/// What the plan itself counts, as a stretch kept to the letter, beside the latest one of the
/// learner's: few weeks, good or bad, are not believed to be all there is.
const PLAN: f64 = 0.5;
/// What a stretch in which nothing is done counts, had there never been one: nobody is always well.
const NOTHING_DONE: f64 = 0.1;
/// How much the pace of a future spreads, in spreads between the stretches of the past, where as
/// much work lies ahead as behind; it grows by the square root of what lies ahead.
const SPREAD: f64 = 0.6;

/// The part of a day's planned work that was done.
#[derive(Debug, Clone, Copy)]
struct Ratio {
    ratio: f64,
    /// Whether it could have been more, had there been more to do.
    at_least: bool,
}

/// Days of the past in stretches of the same length, the oldest first; behind them one kept to
/// the letter and one in which nothing is done.
pub(super) struct Past {
    stretches: Vec<Vec<Ratio>>,
    weights: Vec<f64>,
    /// All ratios, the smallest first.
    sorted: Vec<f64>,
    /// By how much of the usual pace the days to come are faster: where the past says, and the
    /// spread around it.
    drift: (f64, f64),
    /// The most that was done on one day.
    pub best: f64,
}

impl Past {
    /// Cuts `steps` into stretches of `week` days, or shorter ones where that would give fewer
    /// than four. Counted from the latest day, so that what is drawn goes on from it in phase;
    /// odd days at the beginning are left out.
    pub(super) fn of(steps: &[Step], week: usize, left: f64) -> Self {
        let length = week.min(steps.len() / 4).max(1);
        let ratios: Vec<Ratio> = steps.iter().map(ratio).collect();
        let whole = ratios.rchunks_exact(length).rev();
        let mut stretches: Vec<Vec<Ratio>> = whole.map(<[Ratio]>::to_vec).collect();
        let rates = rates(steps, length);
        let mut weights: Vec<f64> = rates.iter().map(|rate| rate.weight).collect();
        let mut sorted: Vec<f64> = ratios.iter().map(|ratio| ratio.ratio).collect();
        sorted.sort_unstable_by(f64::total_cmp);
        for (ratio, at_least, weight) in [(1.0, true, PLAN), (0.0, false, NOTHING_DONE)] {
            stretches.push(vec![Ratio { ratio, at_least }; length]);
            weights.push(weight);
        }
        let behind: f64 = steps.iter().map(|step| step.load).sum();
        let far = (left / behind).sqrt();
        Self {
            drift: (trend::drift(&rates), far * SPREAD * trend::spread(&rates)),
            best: steps.iter().map(|step| step.done).fold(0.0, f64::max),
            stretches,
            weights,
            sorted,
        }
    }

    /// What a ratio might have been that could have been more: any of those that were (Efron's
    /// redistribution to the right of what is censored); itself where none was.
    fn more_than(&self, ratio: f64, dice: &mut Dice) -> f64 {
        let more = self
            .sorted
            .partition_point(|other| *other <= ratio + NOTHING);
        let more = &self.sorted[more..];
        if more.is_empty() {
            return ratio;
        }
        more[dice.below(more.len())]
    }
}

fn ratio(step: &Step) -> Ratio {
    Ratio {
        ratio: step.done / step.load,
        at_least: step.is_level,
    }
}

/// The pace of each stretch, and what it counts.
fn rates(steps: &[Step], length: usize) -> Vec<Rate> {
    let mut weight = 1.0;
    let mut rates = Vec::new();
    for steps in steps.rchunks_exact(length) {
        let done: f64 = steps.iter().map(|step| step.done).sum();
        let planned: f64 = steps.iter().map(|step| step.load).sum();
        rates.push(Rate {
            rate: done / planned,
            weight,
        });
        weight *= FADE;
    }
    rates.reverse();
    rates
}

/// One future: an endless row of ratios of what is done to what is planned.
pub(super) struct Future<'p> {
    past: &'p Past,
    urn: Vec<f64>,
    pace: f64,
    rest: &'p [Ratio],
}

impl<'p> Future<'p> {
    pub(super) fn new(past: &'p Past, dice: &mut Dice) -> Self {
        let (middle, spread) = past.drift;
        let drift = middle + spread * dice.normal();
        Self {
            past,
            urn: past.weights.clone(),
            // As likely doubled as halved.
            pace: if drift < 0.0 {
                1.0 / (1.0 - drift)
            } else {
                1.0 + drift
            },
            rest: &[],
        }
    }

    /// The ratio of the next day.
    pub(super) fn next(&mut self, dice: &mut Dice) -> f64 {
        if self.rest.is_empty() {
            let drawn = dice.weighted(&self.urn);
            self.urn[drawn] += 1.0;
            self.rest = &self.past.stretches[drawn];
        }
        let Some((first, rest)) = self.rest.split_first() else {
            return 0.0;
        };
        self.rest = rest;
        let Ratio { ratio, at_least } = *first;
        self.pace
            * if at_least {
                self.past.more_than(ratio, dice)
            } else {
                ratio
            }
    }
}
