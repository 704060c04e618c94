//! Which jobs have to come before which. A job follows the earlier jobs of its week, and earlier
//! jobs of every topic that its own topic depends on.

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
    /// Whether a job at `placement` keeps to them.
    pub(super) fn allow(&self, problem: &Problem, placement: Placement) -> bool {
        problem.last_before(placement) >= self.from
            && self
                .until
                .is_none_or(|(until, _)| problem.first_after(placement) <= until)
    }
}

impl Problem {
    /// Whether the plan has the job at `before` before the one at `after`, and they are of one
    /// week or the topic of the second depends on that of the first.
    pub(super) fn is_planned_before(&self, before: usize, after: usize) -> bool {
        let (a, b) = (&self.jobs[before], &self.jobs[after]);
        let is_needed = || match (a.topic, b.topic) {
            (Some(a), Some(b)) => self.needs[b].contains(&a),
            _ => false,
        };
        before < after && (a.week == b.week || is_needed())
    }

    /// Whether the job at `before` has to come before the one at `after`. A running job is exempt:
    /// it is being done already.
    pub(super) fn precedes(&self, before: usize, after: usize) -> bool {
        let is_running = |index: usize| self.jobs[index].running;
        !is_running(before) && !is_running(after) && self.is_planned_before(before, after)
    }

    /// Whether a job at `first` can't be over when one at `second` has to begin.
    pub(super) fn is_reversed(&self, first: Placement, second: Placement) -> bool {
        self.last_before(second) < self.first_after(first)
    }
}

/// The jobs that precede and follow each job.
#[derive(Debug, Clone)]
pub(super) struct Precedence<'p> {
    problem: &'p Problem,
    /// Jobs of each topic, in the order of the plan.
    by_topic: Vec<Vec<usize>>,
}

impl<'p> Precedence<'p> {
    pub(super) fn new(problem: &'p Problem) -> Self {
        let mut by_topic = vec![Vec::new(); problem.needs.len()];
        for (index, job) in problem.jobs.iter().enumerate() {
            if let Some(topic) = job.topic {
                by_topic[topic].push(index);
            }
        }
        Self { problem, by_topic }
    }

    /// Jobs that have to come before the one at `index`; one of them may be named twice.
    pub(super) fn before(&self, index: usize) -> impl Iterator<Item = usize> {
        let jobs = &self.problem.jobs;
        let in_week = move |other: &usize| jobs[*other].week == jobs[index].week;
        let needs = jobs[index].topic.map(|topic| &self.problem.needs[topic]);
        let needed = needs.into_iter().flatten().flat_map(move |topic| {
            let members = &self.by_topic[*topic];
            &members[..members.partition_point(|member| *member < index)]
        });
        (0..index).rev().take_while(in_week).chain(needed.copied())
    }

    /// Jobs that have to come after the one at `index`; one of them may be named twice.
    pub(super) fn after(&self, index: usize) -> impl Iterator<Item = usize> {
        let jobs = &self.problem.jobs;
        let in_week = move |other: &usize| jobs[*other].week == jobs[index].week;
        let topics = self.problem.needs.iter().zip(&self.by_topic);
        let depends = move |needs: &std::collections::HashSet<usize>| {
            jobs[index]
                .topic
                .is_some_and(|topic| needs.contains(&topic))
        };
        let dependent = topics.filter(move |(needs, _)| depends(needs));
        let dependent = dependent.flat_map(move |(_, members)| {
            &members[members.partition_point(|member| *member <= index)..]
        });
        let following = (index + 1..jobs.len()).take_while(in_week);
        following.chain(dependent.copied())
    }

    /// Bounds of the job at `index`, given the placements of the others. Those without one, and
    /// running ones, set no bounds.
    pub(super) fn bounds(&self, placements: &[Option<Placement>], index: usize) -> Bounds {
        let problem = self.problem;
        let placed = |other: usize| placements[other].filter(|_| !problem.jobs[other].running);
        let before = self.before(index).filter_map(placed);
        let from = before.map(|placement| problem.first_after(placement)).max();
        let after = self.after(index);
        let until = after.filter_map(|other| Some((problem.last_before(placed(other)?), other)));
        let now = (problem.today, problem.first_minute);
        Bounds {
            from: from.map_or(now, |from| from.max(now)),
            until: until.min(),
        }
    }
}
