//! `roadmap`, `resources`, `milestones`: the parts of a plan that are not its schedule.

use crate::model::LinkStatus;
use crate::render::mermaid;
use crate::render::sheet::{Block, Glyph, Graph, GraphBox, Role, Sheet, Span, dotted};
use crate::summary::{
    GoalView, MilestoneView, ResourceView, RoadmapView, Study, TopicState, TopicView,
};
use crate::text::{Phrase, Show};

use super::parts::{field_label, progress};
use super::show::{about, linked};

/// Columns of a bar in a box.
const BAR: usize = 8;
/// Columns of a bar on a line of its own.
const LONG_BAR: usize = 16;
/// How many slots are named before the rest is only counted.
const NAMED: usize = 6;

/// The graph of topics, each with a bar and its weeks.
pub(crate) fn roadmap(study: &Study, view: &RoadmapView) -> Sheet {
    if view.topics.is_empty() {
        return nothing(Show::NoRoadmap);
    }
    let mut sheet = Sheet::default();
    sheet.blocks.push(Block::Graph(Graph {
        boxes: view.topics.iter().map(topic).collect(),
        layers: view.layers.clone(),
        edges: view.edges.clone(),
        mermaid: mermaid(&study.plan, view),
    }));
    sheet
}

fn nothing(words: Show) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.line(vec![Span::dim(words)]);
    sheet
}

fn topic(view: &TopicView) -> GraphBox {
    let role = match view.state {
        TopicState::Done => Role::Done,
        TopicState::Active => Role::Now,
        TopicState::Open => Role::Plain,
    };
    let id = Span::new(format!("{} ", view.topic.id), Role::Label);
    let title = Span::new(view.topic.title.clone(), role);
    let mut bar = progress(&view.tally, BAR).to_vec();
    if let Some((first, last)) = view.weeks {
        let weeks = Phrase::Weeks { first, last };
        bar.extend([Span::dim("  "), Span::dim(weeks)]);
    }
    let after: Vec<String> = view.topic.after.iter().map(ToString::to_string).collect();
    GraphBox {
        lines: vec![vec![id, title], bar],
        aside: (!after.is_empty()).then(|| Span::dim(Show::After(after))),
        role,
    }
}

/// Entries of the library, by kind.
pub(crate) fn resources(views: &[&ResourceView]) -> Sheet {
    if views.is_empty() {
        return nothing(Show::NoResources);
    }
    let mut sheet = Sheet::default();
    let mut kinds: Vec<_> = views.iter().map(|view| view.resource.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        let of_kind = views.iter().filter(|view| view.resource.kind == kind);
        let count = format!("  {}", of_kind.clone().count());
        sheet.blank();
        sheet.heading(vec![Span::plain(Show::Kind(kind)), Span::dim(count)]);
        of_kind.for_each(|view| resource(&mut sheet, view));
    }
    sheet
}

fn resource(sheet: &mut Sheet, view: &ResourceView) {
    let resource = view.resource;
    let id = Span::new(format!("  {} ", resource.id), Role::Label);
    let line = vec![id, Span::plain(resource.title.clone())];
    linked(sheet, 6, line, resource.url.as_deref());
    let mut line = vec![Span::space(6)];
    line.extend(dotted(facts(view)));
    sheet.hanging(8, line);
    for field in &resource.fields {
        let words: Vec<&str> = field.entries().map(|item| item.text.as_str()).collect();
        let label = field_label(field.label.as_deref().unwrap_or_default());
        let label = Span::dim(format!("      {label}"));
        sheet.hanging(8, vec![label, Span::plain(words.join(", "))]);
    }
    about(sheet, resource);
}

/// Which weeks and slots use a resource, and what became of its link.
fn facts(view: &ResourceView) -> Vec<Span> {
    let mut facts = Vec::new();
    if !view.weeks.is_empty() {
        facts.push(Span::dim(Show::InWeeks(view.weeks.clone())));
    }
    if !view.used.is_empty() {
        let named = view.used.iter().take(NAMED);
        facts.push(Span::dim(Show::InSlots {
            named: named.map(|slot| slot.place.slot.id.to_string()).collect(),
            more: view.used.len().saturating_sub(NAMED),
            done: view.tally.done,
            all: view.tally.slots,
        }));
    }
    if facts.is_empty() {
        facts.push(Span::dim(Show::Unused));
    }
    let status = view.resource.status;
    if let Some(status) = status.filter(|status| *status != LinkStatus::None) {
        let role = if view.is_broken() {
            Role::Warn
        } else {
            Role::Dim
        };
        facts.push(Span::new(Show::LinkStatus(status), role));
    }
    facts
}

/// Milestones with their goals, and what fulfils them.
pub(crate) fn milestones(views: &[MilestoneView]) -> Sheet {
    if views.is_empty() {
        return nothing(Show::NoMilestones);
    }
    let mut sheet = Sheet::default();
    for view in views {
        sheet.blank();
        let title = Span::new(view.milestone.title.clone(), Role::Title);
        let role = if view.overdue {
            Role::Warn
        } else {
            Role::Plain
        };
        let due = view.due.map(Show::MilestoneDue);
        let due = due.map(|due| Span::new(due, role));
        sheet.split(vec![title], due.into_iter().collect());
        view.goals.iter().for_each(|view| goal(&mut sheet, view));
    }
    sheet
}

fn goal(sheet: &mut Sheet, view: &GoalView) {
    let sign = Span::glyph(if view.reached {
        Glyph::Done
    } else {
        Glyph::Dot
    });
    let text = Span::plain(format!(" {}", view.goal.text));
    sheet.hanging(4, vec![Span::space(2), sign, text]);
    let mut line = vec![Span::space(4)];
    if view.tally.slots > 0 {
        line.extend(progress(&view.tally, LONG_BAR));
        line.push(Span::space(3));
    }
    if view.deliverables.all > 0 {
        let (done, all) = (view.deliverables.done, view.deliverables.all);
        line.push(Span::plain(Show::Deliverables { done, all }));
        line.push(Span::space(3));
    }
    line.push(Span::dim(match view.goal.by.as_slice() {
        [] => Show::ByNothing,
        by => Show::By(by.to_vec()),
    }));
    sheet.hanging(6, line);
}
