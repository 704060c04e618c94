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

/// What a job at its place means for those around it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// When a job that follows it can begin.
    first_after: Moment,
    /// When a job that precedes it has to end.
    last_before: Moment,
}

impl Limits {
    /// Those of the job at `index`; `None` if it is running.
    pub(super) fn of(problem: &Problem, index: usize, placement: Placement) -> Option<Self> {
        (!problem.jobs[index].running).then(|| Self {
            first_after: problem.first_after(placement),
            last_before: problem.last_before(placement),
        })
    }
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

/// Whether one job has to come before another.
#[cfg(test)]
pub(crate) fn is_needed_before(problem: &Problem, before: usize, after: usize) -> bool {
    problem.is_needed_before(before, after)
}

/// The jobs that precede and follow each job.
#[derive(Debug, Clone)]
pub(super) struct Precedence<'p> {
    problem: &'p Problem,
    /// The jobs with topics, those of each topic together and in the order of the plan.
    by_topic: Vec<usize>,
    /// Where those of each topic begin, and at last where all end.
    topics: Vec<usize>,
    /// The parts of each series, in the order of the plan.
    by_series: HashMap<usize, Vec<usize>>,
}

impl<'p> Precedence<'p> {
    pub(super) fn new(problem: &'p Problem) -> Self {
        let mut by_series: HashMap<usize, Vec<usize>> = HashMap::new();
        for (index, job) in problem.jobs.iter().enumerate() {
            if let Some(part) = job.part {
                by_series.entry(part.series).or_default().push(index);
            }
        }
        let topic = |index: &usize| problem.jobs[*index].topic;
        let with_topic = (0..problem.jobs.len()).filter(|index| topic(index).is_some());
        let mut by_topic: Vec<usize> = with_topic.collect();
        by_topic.sort_by_key(topic);
        let ends = 0..=problem.needs.topics();
        let begin = |end| by_topic.partition_point(|index| topic(index) < Some(end));
        let topics = ends.map(begin).collect();
        Self {
            problem,
            by_topic,
            topics,
            by_series,
        }
    }

    fn of_topic(&self, topic: usize) -> &[usize] {
        &self.by_topic[self.topics[topic]..self.topics[topic + 1]]
    }

    /// Calls `visit` for the jobs that have to come before the one at `index`.
    pub(super) fn each_before(&self, index: usize, mut visit: impl FnMut(usize)) {
        if let Some(topic) = self.problem.jobs[index].topic {
            self.problem.needs.each_of(topic, |topic| {
                let jobs = self.of_topic(topic).iter();
                jobs.take_while(|other| **other < index)
                    .for_each(|other| visit(*other));
            });
        }
        let parts = self.parts(index);
        parts
            .filter(|other| self.problem.is_needed_before(*other, index))
            .for_each(visit);
    }

    /// Calls `visit` for the jobs that have to come after the one at `index`.
    pub(super) fn each_after(&self, index: usize, mut visit: impl FnMut(usize)) {
        if let Some(topic) = self.problem.jobs[index].topic {
            self.problem.needs.each_needing(topic, |topic| {
                let jobs = self.of_topic(topic).iter().rev();
                jobs.take_while(|other| **other > index)
                    .for_each(|other| visit(*other));
            });
        }
        let parts = self.parts(index);
        parts
            .filter(|other| self.problem.is_needed_before(index, *other))
            .for_each(visit);
    }

    /// All parts of the same series.
    fn parts(&self, index: usize) -> impl Iterator<Item = usize> {
        let part = self.problem.jobs[index].part;
        let parts = part.and_then(|part| self.by_series.get(&part.series));
        parts.into_iter().flatten().copied()
    }

    /// Bounds of the job at `index`, given the limits that each of the others sets if it sets any. A
    /// running job has none.
    pub(super) fn bounds(&self, limits: &[Option<Limits>], index: usize) -> Bounds {
        let problem = self.problem;
        let mut bounds = Bounds {
            from: (problem.today, problem.first_minute),
            until: None,
        };
        if problem.jobs[index].running {
            return bounds;
        }
        self.each_before(index, |other| {
            if let Some(limits) = &limits[other] {
                bounds.from = bounds.from.max(limits.first_after);
            }
        });
        self.each_after(index, |other| {
            if let Some(limits) = &limits[other] {
                let until = (limits.last_before, other);
                bounds.until = Some(bounds.until.map_or(until, |known| known.min(until)));
            }
        });
        bounds
    }
}
