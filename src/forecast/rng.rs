//! The dice: PCG32 (`rand_pcg`), begun anew for each forecast from one fixed seed.
//!
//! The same history therefore gives the same answer, on every machine and in every version: the
//! algorithm is named and has reference vectors, `rand_pcg` promises to keep to them, only its
//! 32-bit output is used, and every draw below is written here. A test holds the first numbers.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

const SEED: u64 = 2026;
const STREAM: u64 = 54;

/// Dice.
pub(super) struct Dice(Pcg32);

impl Dice {
    pub(super) fn new() -> Self {
        Self(Pcg32::new(SEED, STREAM))
    }

    /// From 0 to just below 1, in steps of 2^-32.
    pub(super) fn unit(&mut self) -> f64 {
        f64::from(self.0.next_u32()) / 4_294_967_296.0
    }

    /// About a standard normal number: twelve units less their mean.
    pub(super) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// A position below `count`, which is not nothing.
    pub(super) fn below(&mut self, count: usize) -> usize {
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        let at = (u64::from(self.0.next_u32()) * count) >> 32;
        usize::try_from(at).unwrap_or_default()
    }

    /// A position, each as likely as its weight says. The weights are not all nothing.
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
        let mut dice = Dice::new();
        let first: Vec<usize> = (0..3).map(|_| dice.below(1_000_000)).collect();
        assert_eq!(first, [34_108, 754_746, 393_434]);
        assert_eq!(dice.weighted(&[0.0, 0.0, 1.0]), 2);
        assert_eq!(dice.weighted(&[1.0, 0.0, 0.0]), 0);
    }
}
