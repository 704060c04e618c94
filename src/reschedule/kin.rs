//! Slots that have to come before or after one another, and how far those that have a placement let
//! one go. Thousands of slots can be of one week or topic: each question is answered without
//! looking at all of them.

use std::collections::HashMap;

use super::precedence::{Bounds, Moment};
use super::{Placement, Problem};

/// Slots of one week, or of one topic, in the order of the plan.
#[derive(Debug, Clone, Default)]
struct Group {
    members: Vec<usize>,
    /// A binary tree over the members, the leaves in the second half: when what follows one of
    /// those below can begin at the earliest, and the latest of that.
    ends: Vec<Option<Moment>>,
    /// When what comes before one of those below has to be over, the earliest of that, and the
    /// slot that says so.
    starts: Vec<Option<(Moment, usize)>>,
}

fn least<T: Ord + Copy>(values: [Option<T>; 2]) -> Option<T> {
    values.into_iter().flatten().min()
}

impl Group {
    /// Makes room for the members that have been named.
    fn grow(&mut self) {
        self.ends = vec![None; 2 * self.members.len()];
        self.starts = vec![None; 2 * self.members.len()];
    }

    fn set(&mut self, index: usize, placement: Option<(Moment, Moment)>) {
        let Ok(at) = self.members.binary_search(&index) else {
            return;
        };
        let mut node = at + self.members.len();
        self.ends[node] = placement.map(|(end, _)| end);
        self.starts[node] = placement.map(|(_, start)| (start, index));
        while node > 1 {
            node /= 2;
            self.ends[node] = self.ends[2 * node].max(self.ends[2 * node + 1]);
            self.starts[node] = least([self.starts[2 * node], self.starts[2 * node + 1]]);
        }
    }

    /// The nodes that stand for the members from one position to before another.
    fn nodes(&self, from: usize, until: usize) -> Vec<usize> {
        let (mut from, mut until) = (from + self.members.len(), until + self.members.len());
        let mut nodes = Vec::new();
        while from < until {
            if from % 2 == 1 {
                nodes.push(from);
                from += 1;
            }
            if until % 2 == 1 {
                until -= 1;
                nodes.push(until);
            }
            (from, until) = (from / 2, until / 2);
        }
        nodes
    }

    /// The latest end of those before a slot.
    fn latest(&self, index: usize) -> Option<Moment> {
        let at = self.members.partition_point(|member| *member < index);
        let ends = self.nodes(0, at).into_iter();
        ends.filter_map(|node| self.ends[node]).max()
    }

    /// The earliest start of those after a slot.
    fn earliest(&self, index: usize) -> Option<(Moment, usize)> {
        let at = self.members.partition_point(|member| *member <= index);
        let starts = self.nodes(at, self.members.len()).into_iter();
        starts.filter_map(|node| self.starts[node]).min()
    }
}

/// All slots by week and by topic, with the placements of those that have one.
#[derive(Debug, Clone, Default)]
pub(super) struct Kin {
    weeks: HashMap<usize, Group>,
    topics: HashMap<usize, Group>,
    /// For each topic those that depend on it.
    needed_by: HashMap<usize, Vec<usize>>,
}

impl Kin {
    /// All slots, none of them with a placement.
    pub fn new(problem: &Problem) -> Self {
        let mut kin = Self::default();
        for (index, job) in problem.jobs.iter().enumerate() {
            kin.weeks.entry(job.week).or_default().members.push(index);
            if let Some(topic) = job.topic {
                kin.topics.entry(topic).or_default().members.push(index);
            }
        }
        let groups = kin.weeks.values_mut().chain(kin.topics.values_mut());
        groups.for_each(Group::grow);
        for (topic, needs) in problem.needs.iter().enumerate() {
            for need in needs {
                kin.needed_by.entry(*need).or_default().push(topic);
            }
        }
        kin
    }

    /// Gives a slot a placement, or takes it away.
    pub fn set(&mut self, problem: &Problem, index: usize, placement: Option<Placement>) {
        let job = &problem.jobs[index];
        let placement = placement.map(|placement| {
            (
                problem.first_after(placement),
                problem.last_before(placement),
            )
        });
        let week = self.weeks.get_mut(&job.week);
        let topic = job.topic.and_then(|topic| self.topics.get_mut(&topic));
        for group in week.into_iter().chain(topic) {
            group.set(index, placement);
        }
    }

    /// Between what a slot has to be: those without a placement are in nobody's way.
    pub fn bounds(&self, problem: &Problem, index: usize) -> Bounds {
        let job = &problem.jobs[index];
        let needs = job.topic.and_then(|topic| problem.needs.get(topic));
        let needed_by = job.topic.and_then(|topic| self.needed_by.get(&topic));
        let of_topic = |topic: &usize| self.topics.get(topic);
        let week = || self.weeks.get(&job.week).into_iter();
        let before = week().chain(needs.into_iter().flatten().filter_map(of_topic));
        let after = week().chain(needed_by.into_iter().flatten().filter_map(of_topic));
        let from = before.filter_map(|group| group.latest(index)).max();
        Bounds {
            from: from
                .max(Some((problem.today, problem.from)))
                .unwrap_or_default(),
            until: after.filter_map(|group| group.earliest(index)).min(),
        }
    }
}
