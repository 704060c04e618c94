//! Drawing days to come from those that have passed.
//!
//! The constants were tuned on synthetic learners of one set of seeds, so that four in five really
//! ended between P10 and P90. The replay in the tests checks them on another set.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

use super::history::{EPSILON, PastDay};
use super::trend::{self, Rate};

/// The weight of a stretch relative to the one after it: about a half after five stretches.
const FADE: f64 = 0.87;
/// The weight of a stretch that follows the plan exactly, relative to the latest real one: a few
/// good or bad weeks are not all there is.
const PLAN: f64 = 0.5;
/// The weight of a stretch in which nothing is done: illness and holidays recur.
const NOTHING_DONE: f64 = 0.1;
/// How much the pace of futures varies, relative to the variation between past stretches, if as much
/// work is left as has been planned so far. It grows with the square root of what is left.
const SPREAD: f64 = 0.6;

/// The share of a day's planned work that was done.
#[derive(Debug, Clone, Copy)]
struct Ratio {
    ratio: f64,
    /// Whether it is only a lower bound, because there was nothing more to do.
    censored: bool,
}

/// Past days in stretches of the same length, the oldest first, then one that follows the plan
/// exactly and one in which nothing is done.
pub(super) struct Past {
    stretches: Vec<Vec<Ratio>>,
    weights: Vec<f64>,
    /// All ratios, sorted.
    sorted: Vec<f64>,
    /// By what share of the usual pace future days are faster: mean and standard deviation.
    drift: (f64, f64),
    /// The most that was done on one day.
    pub(crate) best: f64,
}

impl Past {
    /// Cuts `days` into stretches of `week` days, or shorter ones if there would be fewer than four.
    /// They end with the latest day, so that weekdays of drawn stretches fit; a rest at the
    /// beginning is dropped.
    pub(super) fn of(days: &[PastDay], week: usize, left: f64) -> Self {
        let length = week.min(days.len() / 4).max(1);
        let ratios: Vec<Ratio> = days.iter().map(ratio).collect();
        let whole = ratios.rchunks_exact(length).rev();
        let mut stretches: Vec<Vec<Ratio>> = whole.map(<[Ratio]>::to_vec).collect();
        let rates = rates(days, length);
        let mut weights: Vec<f64> = rates.iter().map(|rate| rate.weight).collect();
        let mut sorted: Vec<f64> = ratios.iter().map(|ratio| ratio.ratio).collect();
        sorted.sort_unstable_by(f64::total_cmp);
        for (ratio, censored, weight) in [(1.0, true, PLAN), (0.0, false, NOTHING_DONE)] {
            stretches.push(vec![Ratio { ratio, censored }; length]);
            weights.push(weight);
        }
        let behind: f64 = days.iter().map(|day| day.load).sum();
        let reach = (left / behind).sqrt();
        Self {
            drift: (trend::drift(&rates), reach * SPREAD * trend::spread(&rates)),
            best: days.iter().map(|day| day.done).fold(0.0, f64::max),
            stretches,
            weights,
            sorted,
        }
    }

    /// What a censored ratio might have been: any of the greater ones, or itself if there is none.
    fn more_than(&self, ratio: f64, random: &mut Random) -> f64 {
        let more = self
            .sorted
            .partition_point(|other| *other <= ratio + EPSILON);
        let more = &self.sorted[more..];
        if more.is_empty() {
            return ratio;
        }
        more[random.below(more.len())]
    }
}

fn ratio(day: &PastDay) -> Ratio {
    Ratio {
        ratio: day.done / day.load,
        censored: day.caught_up,
    }
}

/// The pace and weight of each stretch.
fn rates(days: &[PastDay], length: usize) -> Vec<Rate> {
    let mut weight = 1.0;
    let mut rates = Vec::new();
    for days in days.rchunks_exact(length) {
        let done: f64 = days.iter().map(|day| day.done).sum();
        let planned: f64 = days.iter().map(|day| day.load).sum();
        rates.push(Rate {
            rate: done / planned,
            weight,
        });
        weight *= FADE;
    }
    rates.reverse();
    rates
}

/// One future: an endless sequence of ratios.
pub(super) struct Future<'p> {
    past: &'p Past,
    urn: Vec<f64>,
    pace: f64,
    rest: &'p [Ratio],
}

impl<'p> Future<'p> {
    pub(super) fn new(past: &'p Past, random: &mut Random) -> Self {
        let (middle, spread) = past.drift;
        let drift = middle + spread * random.normal();
        Self {
            past,
            urn: past.weights.clone(),
            // Doubling is as likely as halving.
            pace: if drift < 0.0 {
                1.0 / (1.0 - drift)
            } else {
                1.0 + drift
            },
            rest: &[],
        }
    }

    /// The ratio of the next day.
    pub(super) fn next(&mut self, random: &mut Random) -> f64 {
        if self.rest.is_empty() {
            let drawn = random.weighted(&self.urn);
            self.urn[drawn] += 1.0;
            self.rest = &self.past.stretches[drawn];
        }
        let Some((first, rest)) = self.rest.split_first() else {
            return 0.0;
        };
        self.rest = rest;
        let Ratio { ratio, censored } = *first;
        self.pace
            * if censored {
                self.past.more_than(ratio, random)
            } else {
                ratio
            }
    }
}

const SEED: u64 = 2026;
const STREAM: u64 = 54;

/// Random numbers: PCG32 (O'Neill, 2014), with the same seed for each forecast.
///
/// The same history has to give the same forecast on every machine and in every version. PCG32 has
/// reference vectors that `rand_pcg` promises to keep, and the distributions are written here,
/// because those of `rand` may change.
pub(super) struct Random(Pcg32);

impl Random {
    pub(super) fn new() -> Self {
        Self(Pcg32::new(SEED, STREAM))
    }

    /// From 0 to just below 1, in steps of 2^-32.
    fn unit(&mut self) -> f64 {
        f64::from(self.0.next_u32()) / 4_294_967_296.0
    }

    /// Approximately standard normal: by the central limit theorem, the sum of twelve uniform
    /// numbers minus its mean. The usual methods need logarithms, which differ between machines.
    pub(super) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// A position below `count`, which must not be 0.
    pub(super) fn below(&mut self, count: usize) -> usize {
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        let at = (u64::from(self.0.next_u32()) * count) >> 32;
        usize::try_from(at).unwrap_or_default()
    }

    /// A position, with a probability proportional to its weight. They must not all be 0.
    pub(super) fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut left = self.unit() * weights.iter().sum::<f64>();
        for (index, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return index;
            }
        }
        weights.len() - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_the_one_of_the_reference_implementation() {
        // The first numbers of pcg32-demo, seeded 42 and 54, in pcg-c-basic.
        let mut pcg = Pcg32::new(42, 54);
        let first: Vec<u32> = (0..3).map(|_| pcg.next_u32()).collect();
        assert_eq!(first, [0xa15c_02b7, 0x7b47_f409, 0xba1d_3330]);
    }

    #[test]
    fn our_own_draws_stay() {
        let mut random = Random::new();
        let first: Vec<usize> = (0..3).map(|_| random.below(1_000_000)).collect();
        assert_eq!(first, [34_108, 754_746, 393_434]);
        assert_eq!(random.weighted(&[0.0, 0.0, 1.0]), 2);
        assert_eq!(random.weighted(&[1.0, 0.0, 0.0]), 0);
    }
}
