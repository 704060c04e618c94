//! Which topics depend on which.

use std::rc::Rc;

/// For each topic all topics it depends on, and all that depend on it, directly or not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Needs {
    needs: Matrix,
    needed_by: Matrix,
}

/// Sets of topics, one for each topic. Ten thousand of them take 12 MB as bits, and more than a
/// thousand as lists of numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Matrix {
    /// Words of a row.
    width: usize,
    rows: Rc<[u64]>,
}

impl Needs {
    /// The transitive closure of the topics that each topic depends on directly. Those on a circle
    /// have no order, and depend on nothing.
    pub(crate) fn of(direct: &[Vec<usize>]) -> Self {
        let mut dependent: Vec<Vec<usize>> = vec![Vec::new(); direct.len()];
        for (topic, needed) in direct.iter().enumerate() {
            for other in needed {
                dependent[*other].push(topic);
            }
        }
        let mut order = order(direct, &dependent);
        let needs = Matrix::closure(direct, &order);
        order.reverse();
        let needed_by = Matrix::closure(&dependent, &order);
        Self { needs, needed_by }
    }

    /// Whether a topic depends on another.
    pub(super) fn contains(&self, topic: usize, other: usize) -> bool {
        self.needs.row(topic)[other / 64] >> (other % 64) & 1 == 1
    }

    /// Calls `visit` for all topics that a topic depends on.
    pub(super) fn each_of(&self, topic: usize, visit: impl FnMut(usize)) {
        self.needs.each(topic, visit);
    }

    /// Calls `visit` for all topics that depend on a topic.
    pub(super) fn each_needing(&self, topic: usize, visit: impl FnMut(usize)) {
        self.needed_by.each(topic, visit);
    }

    /// How many topics there are.
    pub(super) fn topics(&self) -> usize {
        let Matrix { width, rows } = &self.needs;
        rows.len().checked_div(*width).unwrap_or_default()
    }
}

/// A topological order (Kahn, 1962), without what is on a circle or after one.
fn order(direct: &[Vec<usize>], dependent: &[Vec<usize>]) -> Vec<usize> {
    let mut missing: Vec<usize> = direct.iter().map(Vec::len).collect();
    let ready = (0..direct.len()).filter(|topic| missing[*topic] == 0);
    let mut order: Vec<usize> = ready.collect();
    let mut at = 0;
    while let Some(next) = order.get(at) {
        at += 1;
        for topic in &dependent[*next] {
            missing[*topic] -= 1;
        }
        let ready = dependent[*next]
            .iter()
            .filter(|topic| missing[**topic] == 0);
        let ready: Vec<usize> = ready.copied().collect();
        order.extend(ready);
    }
    order
}

impl Matrix {
    /// What each topic leads to. The rows it leads to are complete before it takes them in.
    fn closure(direct: &[Vec<usize>], order: &[usize]) -> Self {
        let width = direct.len().div_ceil(64);
        let mut rows = vec![0; direct.len() * width];
        for topic in order {
            for other in &direct[*topic] {
                for word in 0..width {
                    rows[topic * width + word] |= rows[other * width + word];
                }
                rows[topic * width + other / 64] |= 1 << (other % 64);
            }
        }
        let rows = rows.into();
        Self { width, rows }
    }

    fn row(&self, topic: usize) -> &[u64] {
        &self.rows[topic * self.width..][..self.width]
    }

    /// Plain loops: ten thousand topics in a chain are fifty million pairs.
    fn each(&self, topic: usize, mut visit: impl FnMut(usize)) {
        for (word, bits) in self.row(topic).iter().enumerate() {
            let mut bits = *bits;
            while bits != 0 {
                visit(word * 64 + bits.trailing_zeros() as usize);
                bits &= bits - 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    /// Each topic depends on some before it: a topological order, as in a plan without circles.
    fn topics() -> impl Strategy<Value = Vec<Vec<usize>>> {
        let picks = proptest::collection::vec(any::<prop::sample::Index>(), 0..3);
        proptest::collection::vec(picks, 1..150).prop_map(|all| {
            let all = all.into_iter().enumerate();
            let earlier = |(topic, picks): (usize, Vec<prop::sample::Index>)| {
                let picks = picks.iter().filter(|_| topic > 0);
                let found: HashSet<usize> = picks.map(|pick| pick.index(topic)).collect();
                found.into_iter().collect()
            };
            all.map(earlier).collect()
        })
    }

    /// By walking from a topic to all it depends on.
    fn literal(direct: &[Vec<usize>], topic: usize) -> HashSet<usize> {
        let mut found = HashSet::new();
        let mut open = direct[topic].clone();
        while let Some(next) = open.pop() {
            if found.insert(next) {
                open.extend(&direct[next]);
            }
        }
        found
    }

    fn of(needs: &Needs, topic: usize) -> Vec<usize> {
        let mut found = Vec::new();
        needs.each_of(topic, |other| found.push(other));
        found
    }

    fn needing(needs: &Needs, topic: usize) -> Vec<usize> {
        let mut found = Vec::new();
        needs.each_needing(topic, |other| found.push(other));
        found
    }

    proptest! {
        #[test]
        fn a_topic_needs_all_that_a_walk_from_it_reaches(direct in topics()) {
            let needs = Needs::of(&direct);
            prop_assert_eq!(needs.topics(), direct.len());
            for topic in 0..direct.len() {
                let walked = literal(&direct, topic);
                prop_assert_eq!(HashSet::from_iter(of(&needs, topic)), walked.clone());
                for other in 0..direct.len() {
                    prop_assert_eq!(needs.contains(topic, other), walked.contains(&other));
                    let back = needing(&needs, other).contains(&topic);
                    prop_assert_eq!(back, walked.contains(&other));
                }
            }
        }
    }

    #[test]
    fn what_is_needed_only_indirectly_counts_and_circles_do_not() {
        let chain = Needs::of(&[vec![], vec![0], vec![1]]);
        assert_eq!(of(&chain, 2), [0, 1]);
        assert_eq!(needing(&chain, 0), [1, 2]);
        let circle = Needs::of(&[vec![1], vec![0]]);
        assert_eq!(of(&circle, 0), [0; 0]);
        // The control: what is needed directly is less.
        assert_ne!(literal(&[vec![], vec![0], vec![1]], 2), HashSet::from([1]));
    }
}
