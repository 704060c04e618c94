//! Slots that the learner has put before what they follow, or after what follows them.

use std::collections::HashMap;

use super::precedence::Moment;
use super::{Placement, Problem};

/// How a slot stands to one that the plan has in another order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Violation {
    /// It comes after this one, by its position, which follows it.
    After(usize),
    /// It comes before this one, which it follows.
    Before(usize),
}

/// What is to be done of one week, or of one topic, in the order of the plan.
#[derive(Default)]
struct Line {
    members: Vec<usize>,
    /// For each member, the latest beginning of those up to it, and whose it is.
    latest: Vec<(Moment, usize)>,
    /// For each member, by when the first of those from it on has to begin, and which it is.
    earliest: Vec<(Moment, usize)>,
}

impl Line {
    fn measured(mut self, problem: &Problem) -> Self {
        let placement = |index: usize| problem.jobs[index].placement;
        for index in &self.members {
            let begin = (problem.begin(placement(*index)), *index);
            let so_far = self.latest.last().copied();
            self.latest.push(so_far.max(Some(begin)).unwrap_or(begin));
        }
        for index in self.members.iter().rev() {
            let by = (problem.last_before(placement(*index)), *index);
            let so_far = self.earliest.last();
            self.earliest
                .push(so_far.map_or(by, |so_far| by.min(*so_far)));
        }
        self.earliest.reverse();
        self
    }

    fn earliest_after(&self, index: usize) -> Option<(Moment, usize)> {
        let at = self.members.partition_point(|member| *member <= index);
        self.earliest.get(at).copied()
    }

    fn latest_before(&self, index: usize) -> Option<(Moment, usize)> {
        let at = self.members.partition_point(|member| *member < index);
        at.checked_sub(1).map(|at| self.latest[at])
    }
}

/// Which of the slots at `moved`, in rising order, stand to the others in another order than the
/// plan has them, each with the slot by which that shows most. What is done, and what is overdue,
/// is in nobody's way; what overlaps is not out of order.
#[must_use]
pub fn violations(problem: &Problem, moved: &[usize]) -> Vec<(usize, Violation)> {
    let mut weeks: HashMap<usize, Line> = HashMap::new();
    let mut topics: HashMap<usize, Line> = HashMap::new();
    for (index, job) in problem.jobs.iter().enumerate() {
        if job.open && !job.stranded && moved.binary_search(&index).is_err() {
            weeks.entry(job.week).or_default().members.push(index);
            if let Some(topic) = job.topic {
                topics.entry(topic).or_default().members.push(index);
            }
        }
    }
    let measure = |lines: HashMap<usize, Line>| -> HashMap<usize, Line> {
        let lines = lines.into_iter();
        lines
            .map(|(key, line)| (key, line.measured(problem)))
            .collect()
    };
    let (weeks, topics) = (measure(weeks), measure(topics));
    let find = |index: &usize| {
        let job = &problem.jobs[*index];
        let found = standing(problem, *index, job.placement, (&weeks, &topics));
        found.map(|found| (*index, found))
    };
    moved.iter().filter_map(find).collect()
}

/// How a slot at `placement` stands to the others.
fn standing(
    problem: &Problem,
    index: usize,
    placement: Placement,
    (weeks, topics): (&HashMap<usize, Line>, &HashMap<usize, Line>),
) -> Option<Violation> {
    let job = &problem.jobs[index];
    let week = || weeks.get(&job.week).into_iter();
    let needs = |topic: usize, other: usize| problem.needs[topic].contains(&other);
    let lines = |is_kin: &dyn Fn(usize) -> bool| -> Vec<&Line> {
        let kin = topics.iter().filter(|(topic, _)| is_kin(**topic));
        week().chain(kin.map(|(_, line)| line)).collect()
    };
    let after = lines(&|other| job.topic.is_some_and(|topic| needs(other, topic)));
    let before = lines(&|other| job.topic.is_some_and(|topic| needs(topic, other)));
    let after = after.iter().filter_map(|line| line.earliest_after(index));
    let before = before.iter().filter_map(|line| line.latest_before(index));
    let is_after = after.min().filter(|(by, _)| problem.begin(placement) > *by);
    let is_before = before
        .max()
        .filter(|(begin, _)| problem.last_before(placement) < *begin);
    is_after
        .map(|(_, other)| Violation::After(other))
        .or(is_before.map(|(_, other)| Violation::Before(other)))
}
