//! Which jobs have to come before which: those whose topics depend on each other, and the parts of
//! one series. The rest of the plan's order is a preference.

use std::collections::HashMap;

use super::problem::Problem;
use super::time::Moment;
use crate::progress::Placement;

/// Where the jobs around it allow a job to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bounds {
    /// Not before this.
    pub(super) from: Moment,
    /// It has to end by this moment, because of the job at this position.
    pub(super) until: Option<(Moment, usize)>,
}

impl Bounds {
    /// The same, but not before `moment` either.
    pub(super) fn after(self, moment: Moment) -> Self {
        Self {
            from: self.from.max(moment),
            ..self
        }
    }

    /// The same without the end.
    pub(super) fn unlimited(self) -> Self {
        Self {
            until: None,
            ..self
        }
    }

    /// Whether a job at `placement` keeps to them.
    pub(super) fn allow(&self, problem: &Problem, placement: Placement) -> bool {
        problem.last_before(placement) >= self.from
            && self
                .until
                .is_none_or(|(until, _)| problem.first_after(placement) <= until)
    }
}

impl Problem {
    /// Whether the plan has the job at `before` before the one at `after`, and the topic of the
    /// second depends on that of the first, or they are parts of one series.
    pub(super) fn is_needed_before(&self, before: usize, after: usize) -> bool {
        let (a, b) = (&self.jobs[before], &self.jobs[after]);
        let is_topic_needed =
            || matches!((a.topic, b.topic), (Some(a), Some(b)) if self.needs.contains(b, a));
        let is_earlier_part = || {
            matches!((a.part, b.part), (Some(a), Some(b))
                if a.series == b.series && a.number < b.number)
        };
        before < after && (is_topic_needed() || is_earlier_part())
    }
}

/// The jobs that precede and follow each job.
#[derive(Debug, Clone)]
pub(super) struct Precedence<'p> {
    problem: &'p Problem,
    /// Jobs of each topic, in the order of the plan.
    by_topic: Vec<Vec<usize>>,
    /// The parts of each series, in the order of the plan.
    by_series: HashMap<usize, Vec<usize>>,
}

impl<'p> Precedence<'p> {
    pub(super) fn new(problem: &'p Problem) -> Self {
        let mut by_topic = vec![Vec::new(); problem.needs.topics()];
        let mut by_series: HashMap<usize, Vec<usize>> = HashMap::new();
        for (index, job) in problem.jobs.iter().enumerate() {
            if let Some(topic) = job.topic {
                by_topic[topic].push(index);
            }
            if let Some(part) = job.part {
                by_series.entry(part.series).or_default().push(index);
            }
        }
        Self {
            problem,
            by_topic,
            by_series,
        }
    }

    /// Jobs that have to come before the one at `index`.
    pub(super) fn before(&self, index: usize) -> impl Iterator<Item = usize> {
        let topic = self.problem.jobs[index].topic.into_iter();
        let needed = topic.flat_map(|topic| self.problem.needs.of_topic(topic));
        let members = needed.flat_map(|topic| &self.by_topic[topic]).copied();
        let parts = self.parts(index);
        let parts = parts.filter(move |other| self.problem.is_needed_before(*other, index));
        members.filter(move |other| *other < index).chain(parts)
    }

    /// Jobs that have to come after the one at `index`.
    pub(super) fn after(&self, index: usize) -> impl Iterator<Item = usize> {
        let topic = self.problem.jobs[index].topic.into_iter();
        let dependent = topic.flat_map(|topic| self.problem.needs.needing(topic));
        let members = dependent.flat_map(|topic| &self.by_topic[topic]).copied();
        let parts = self.parts(index);
        let parts = parts.filter(move |other| self.problem.is_needed_before(index, *other));
        members.filter(move |other| *other > index).chain(parts)
    }

    /// All parts of the same series.
    fn parts(&self, index: usize) -> impl Iterator<Item = usize> {
        let part = self.problem.jobs[index].part;
        let parts = part.and_then(|part| self.by_series.get(&part.series));
        parts.into_iter().flatten().copied()
    }

    /// Bounds of the job at `index`, given the placements of the others. Unplaced and
    /// running jobs set no bounds, and a running job has none.
    pub(super) fn bounds(&self, placements: &[Option<Placement>], index: usize) -> Bounds {
        let problem = self.problem;
        let now = (problem.today, problem.first_minute);
        if problem.jobs[index].running {
            return Bounds {
                from: now,
                until: None,
            };
        }
        let placed = |other: usize| placements[other].filter(|_| !problem.jobs[other].running);
        let before = self.before(index).filter_map(placed);
        let from = before.map(|placement| problem.first_after(placement)).max();
        let after = self.after(index);
        let until = after.filter_map(|other| Some((problem.last_before(placed(other)?), other)));
        Bounds {
            from: from.map_or(now, |from| from.max(now)),
            until: until.min(),
        }
    }
}
