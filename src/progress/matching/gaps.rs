//! Which matches are landmarks, and between which of them an item is.

use super::MatchedBy;

/// Landmarks: matches that follow each other in the same order on both sides.
pub(super) struct Gaps {
    former: Vec<usize>,
    now: Vec<usize>,
}

impl Gaps {
    /// As many matches as keep their order: the longest increasing subsequence, by patience sorting
    /// (Fredman, 1975). The others have moved past landmarks, and say nothing about their
    /// neighbours.
    pub(super) fn of(matches: &[Option<(usize, MatchedBy)>]) -> Self {
        let matches = matches.iter().enumerate();
        let pairs = matches.filter_map(|(f, found)| Some((f, (*found)?.0)));
        let pairs: Vec<(usize, usize)> = pairs.collect();
        // The last pair of the best run of each length so far, and for each pair the one before it.
        let mut ends: Vec<usize> = Vec::new();
        let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
        for (at, (_, n)) in pairs.iter().enumerate() {
            let length = ends.partition_point(|end| pairs[*end].1 < *n);
            before.push(length.checked_sub(1).map(|last| ends[last]));
            match ends.get_mut(length) {
                Some(end) => *end = at,
                None => ends.push(at),
            }
        }
        let run = std::iter::successors(ends.last().copied(), |at| before[*at]);
        let (mut former, mut now): (Vec<usize>, Vec<usize>) = run.map(|at| pairs[at]).unzip();
        former.reverse();
        now.reverse();
        Self { former, now }
    }

    /// The number of landmarks before a former item.
    pub(super) fn of_former(&self, f: usize) -> usize {
        self.former.partition_point(|landmark| *landmark < f)
    }

    /// The number of landmarks before a present item.
    pub(super) fn of_now(&self, n: usize) -> usize {
        self.now.partition_point(|landmark| *landmark < n)
    }
}
