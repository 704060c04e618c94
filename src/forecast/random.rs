//! Random numbers: PCG32 (O'Neill, 2014), with the same seed for each forecast.
//!
//! The same history has to give the same forecast on every machine and in every version. PCG32 has
//! reference vectors that `rand_pcg` promises to keep, and the distributions are written here,
//! because those of `rand` may change.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

const SEED: u64 = 2026;
const STREAM: u64 = 54;

/// A source of random numbers.
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
