//! How much the pace varies between stretches of the past, and whether it rises or falls.

use super::schedule::float;

/// For how many stretches a trend goes on: a slow start does not become a sprint.
const REACH: f64 = 2.0;
/// How much of a slope is attributed to chance, in squared standard errors.
const CHANCE: f64 = 3.0;
/// Bounds of the change that a trend makes, as a share of the mean pace.
const BOUNDS: (f64, f64) = (-0.5, 1.0);

/// The pace of a stretch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rate {
    /// Work done divided by work planned.
    pub(crate) rate: f64,
    /// Its weight in means.
    pub(crate) weight: f64,
}

fn mean(rates: &[Rate], value: impl Fn(usize, f64) -> f64) -> f64 {
    let total: f64 = rates.iter().map(|one| one.weight).sum();
    let terms = rates.iter().enumerate();
    terms
        .map(|(at, one)| value(at, one.rate) * one.weight)
        .sum::<f64>()
        / total
}

/// The coefficient of variation: the standard deviation of the rates divided by their mean; 0 if the
/// mean is.
pub(super) fn spread(rates: &[Rate]) -> f64 {
    let middle = mean(rates, |_, rate| rate);
    if middle <= 0.0 {
        return 0.0;
    }
    let total: f64 = rates.iter().map(|one| one.weight).sum();
    let squares: f64 = rates.iter().map(|one| one.weight * one.weight).sum();
    // The effective sample size (Kish, 1965): recent rates weigh more than old ones.
    let count = total * total / squares;
    let variance = mean(rates, |_, rate| (rate - middle) * (rate - middle));
    (variance * count / (count - 1.0).max(1.0)).sqrt() / middle
}

/// By what share of their mean future rates will exceed it if the trend goes on.
///
/// The slope is a least-squares fit, shrunk towards 0 like the positive-part James-Stein estimator,
/// so that a slope which may well be chance counts for nothing. The weighted mean is the rate of
/// some time ago; the slope leads from there to now, and a little further.
pub(super) fn drift(rates: &[Rate]) -> f64 {
    let middle = mean(rates, |_, rate| rate);
    let Some(freedom) = rates
        .len()
        .checked_sub(2)
        .filter(|n| *n > 0 && middle > 0.0)
    else {
        return 0.0;
    };
    let last = float(rates.len() as u64 - 1);
    let x = |at: usize| float(at as u64) - last / 2.0;
    let plain = rates.iter().map(|one| one.rate).sum::<f64>() / (last + 1.0);
    let sum = |value: &dyn Fn(f64, f64) -> f64| -> f64 {
        let terms = rates.iter().enumerate();
        terms.map(|(at, one)| value(x(at), one.rate - plain)).sum()
    };
    let width = sum(&|x, _| x * x);
    let slope = sum(&|x, y| x * y) / width;
    let error = sum(&|x, y| (y - slope * x) * (y - slope * x)) / float(freedom as u64) / width;
    // Not divided yet: a perfect fit has no error, and there may be no slope.
    let sure = (slope * slope - CHANCE * error).max(0.0);
    if sure <= 0.0 {
        return 0.0;
    }
    let age = mean(rates, |at, _| last - float(at as u64));
    let drift = sure / slope * (age + REACH) / middle;
    drift.clamp(BOUNDS.0, BOUNDS.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rates(rates: &[f64]) -> Vec<Rate> {
        let rates = rates.iter();
        rates
            .map(|rate| Rate {
                rate: *rate,
                weight: 1.0,
            })
            .collect()
    }

    #[track_caller]
    fn is(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-9, "{found}");
    }

    #[test]
    fn equal_rates_neither_spread_nor_drift() {
        for few in [&[0.8][..], &[0.8, 0.8], &[0.8; 9], &[0.0; 9]] {
            is(spread(&rates(few)), 0.0);
            is(drift(&rates(few)), 0.0);
        }
    }

    #[test]
    fn the_spread_is_that_of_a_sample() {
        // Mean 0.5, sum of squares 0.5, three degrees of freedom.
        is(
            spread(&rates(&[0.0, 0.5, 0.5, 1.0])),
            (0.5_f64 / 3.0).sqrt() / 0.5,
        );
    }

    #[test]
    fn a_plain_slope_goes_on_for_two_stretches_and_a_doubtful_one_not_at_all() {
        // Mean 0.5; from the middle of four, 1.5 stretches ago, to two on, by 0.1 each.
        is(drift(&rates(&[0.35, 0.45, 0.55, 0.65])), 0.35 / 0.5);
        is(drift(&rates(&[0.4, 0.9, 0.3, 0.8])), 0.0);
        is(drift(&rates(&[0.9, 0.5, 0.1])), BOUNDS.0);
        is(drift(&rates(&[0.1, 0.5, 0.9])), BOUNDS.1);
    }
}
