//! What stands between the same two, there as here.

use super::MatchedBy;

/// What lies between settled ones that follow each other there as here.
pub(super) struct Gaps {
    former: Vec<usize>,
    now: Vec<usize>,
}

impl Gaps {
    /// As many of the settled ones as keep their order (the longest increasing subsequence): the rest
    /// has been moved past others, and is no landmark.
    pub fn of(pairs: &[Option<(usize, MatchedBy)>]) -> Self {
        let settled = pairs.iter().enumerate();
        let settled: Vec<(usize, usize)> = settled
            .filter_map(|(f, pair)| Some((f, (*pair)?.0)))
            .collect();
        // The last of the best run of each length so far, and for each the one before it.
        let mut ends: Vec<usize> = Vec::new();
        let mut before: Vec<Option<usize>> = Vec::with_capacity(settled.len());
        for (at, (_, n)) in settled.iter().enumerate() {
            let length = ends.partition_point(|end| settled[*end].1 < *n);
            before.push(length.checked_sub(1).map(|last| ends[last]));
            match ends.get_mut(length) {
                Some(end) => *end = at,
                None => ends.push(at),
            }
        }
        let mut run: Vec<usize> =
            std::iter::successors(ends.last().copied(), |at| before[*at]).collect();
        run.reverse();
        Self {
            former: run.iter().map(|at| settled[*at].0).collect(),
            now: run.iter().map(|at| settled[*at].1).collect(),
        }
    }

    pub fn of_former(&self, f: usize) -> usize {
        self.former.partition_point(|landmark| *landmark < f)
    }

    pub fn of_now(&self, n: usize) -> usize {
        self.now.partition_point(|landmark| *landmark < n)
    }
}
