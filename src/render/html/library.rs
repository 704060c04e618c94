//! Milestones with their goals, events, and what there is to read.

use super::parts::{Figure, Link, Progress, Words, pieces};
use crate::model::Placement;
use crate::render::views;
use crate::summary::{self, EventView, MilestoneOutlook, ResourceView};
use crate::text::{FixedDate, Phrase, Show};

/// A milestone.
#[derive(Debug)]
pub(super) struct Milestone {
    pub(crate) title: String,
    pub(crate) due: Option<String>,
    /// Whether it was or will be met, and the class of that.
    pub(crate) state: Option<(&'static str, String)>,
    pub(crate) likely: Option<String>,
    pub(crate) chance: Option<Figure>,
    pub(crate) notes: Vec<String>,
    pub(crate) goals: Vec<Goal>,
}

/// A goal of a milestone.
#[derive(Debug)]
pub(super) struct Goal {
    pub(crate) is_reached: bool,
    pub(crate) text: String,
    pub(crate) progress: Option<Progress>,
    pub(crate) deliverables: Option<(Figure, Figure)>,
}

impl Milestone {
    pub(super) fn of(outlook: &MilestoneOutlook, index: usize, words: Words) -> Self {
        let view = &outlook.view;
        let at = format!("milestones/milestones/{index}");
        let goals = view.goals.iter().enumerate();
        let state = views::milestone_state(outlook).map(|span| {
            let class = outlook.state.name();
            (class, pieces(&vec![span], words).concat())
        });
        Self {
            title: view.milestone.title.clone(),
            due: view.due.map(|due| words.say(Show::MilestoneDue(due))),
            state,
            likely: outlook.p50.map(|date| words.say(Phrase::Date(date))),
            chance: outlook.chance.map(|chance| {
                let at = format!("forecast/milestones/{index}/chance");
                Figure::new(at, chance, words.say(Phrase::Percent(chance)))
            }),
            notes: view
                .milestone
                .notes
                .iter()
                .map(|note| note.text.clone())
                .collect(),
            goals: goals
                .map(|(goal, view)| Goal::of(view, &format!("{at}/goals/{goal}"), words))
                .collect(),
        }
    }
}

impl Goal {
    fn of(view: &summary::GoalView, at: &str, words: Words) -> Self {
        let (tally, handed_in) = (&view.tally, view.deliverables);
        Self {
            is_reached: view.reached,
            text: view.goal.text.clone(),
            progress: (tally.slots > 0)
                .then(|| Progress::of(tally, &format!("{at}/progress"), words)),
            deliverables: (handed_in.all > 0).then(|| {
                let count = |key: &str, n| Figure::count(format!("{at}/deliverables/{key}"), n);
                (count("done", handed_in.done), count("all", handed_in.all))
            }),
        }
    }
}

/// An event on a fixed date.
#[derive(Debug)]
pub(super) struct Event {
    pub(crate) title: String,
    pub(crate) at: String,
    pub(crate) left: String,
    pub(crate) is_past: bool,
    /// How much of what it covers is done: done, all.
    pub(crate) covered: Option<(Figure, Figure)>,
}

impl Event {
    pub(super) fn of(view: &EventView, index: usize, words: Words) -> Self {
        let event = &view.event;
        let at = format!("milestones/events/{index}/covered");
        let count = |key: &str, n| Figure::count(format!("{at}/{key}"), n);
        let covered = (
            count("done", view.covered.done),
            count("slots", view.covered.slots),
        );
        Self {
            title: event.title.clone(),
            at: words.say(FixedDate::At(Placement::on(event.date, event.time))),
            left: words.say(FixedDate::DaysLeft(view.days_left)),
            is_past: view.has_passed(),
            covered: (view.covered.slots > 0).then_some(covered),
        }
    }
}

/// Resources of one kind.
#[derive(Debug)]
pub(super) struct Kind {
    pub(crate) name: String,
    pub(crate) resources: Vec<Resource>,
}

/// Something to read.
#[derive(Debug)]
pub(super) struct Resource {
    pub(crate) link: Link,
    /// How many of the slots that refer to it are done, and how many there are.
    pub(crate) used: Option<(Figure, Figure)>,
}

/// The library by kind.
pub(super) fn kinds(library: &[ResourceView], words: Words) -> Vec<Kind> {
    let mut kinds: Vec<_> = library.iter().map(|view| view.resource.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let views = || library.iter().enumerate();
    let of_kind = |kind| Kind {
        name: words.say(Show::Kind(kind)),
        resources: views()
            .filter(|(_, view)| view.resource.kind == kind)
            .map(|(index, view)| resource(view, index, words))
            .collect(),
    };
    kinds.into_iter().map(of_kind).collect()
}

fn resource(view: &ResourceView, index: usize, words: Words) -> Resource {
    let at = format!("resources/resources/{index}/progress");
    let count = |key: &str, n| Figure::count(format!("{at}/{key}"), n);
    let tally = view.tally;
    Resource {
        link: Link::new(
            &view.resource.title,
            summary::Link::of(view.resource),
            words,
        ),
        used: (tally.slots > 0).then(|| (count("done", tally.done), count("slots", tally.slots))),
    }
}
