//! `roadmap`, `resources`, `milestones`, and the fields of slots: the parts of a plan that are not
//! its schedule.

use crate::model::{Field, Item, LinkStatus, Resource};
use crate::render::mermaid;
use crate::render::sheet::{Block, Glyph, Graph, GraphBox, Role, Sheet, Span, dotted};
use crate::summary::{
    DeliverableTally, EventView, GoalView, Link, MilestoneOutlook, MilestoneState, Reading,
    ResourceView, RoadmapView, Study, TopicState, TopicView,
};
use crate::text::{FixedDate, Phrase, Show};

use super::events::list_events;
use super::forecast::milestone_state;
use super::notes::{annotation, notes};
use super::parts::{bar, field_label};
use super::readings::link;

/// Columns of a bar in a box.
const BAR: usize = 8;
/// Columns of a bar on a line of its own.
const LONG_BAR: usize = 16;
/// How many slots are named before the rest is only counted.
const NAMED: usize = 6;

/// The graph of topics, each with a bar and its weeks, and the author's notes on it.
pub(crate) fn roadmap(study: &Study, view: &RoadmapView) -> Sheet {
    if view.topics.is_empty() {
        return nothing(Show::NoRoadmap);
    }
    let graph = Block::Graph(Graph {
        boxes: view.topics.iter().map(topic).collect(),
        layers: view.layers.clone(),
        edges: view.edges.clone(),
        mermaid: mermaid(&study.plan, view),
    });
    let mut sheet = Sheet {
        blocks: vec![graph],
    };
    let authors = &study.plan.roadmap.notes;
    if !authors.is_empty() {
        sheet.blank();
        notes(&mut sheet, 2, authors, &[]);
    }
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
    let title = Span::new(&view.topic.title, role);
    let mut bar = bar(&view.tally, BAR);
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
    let line = vec![id, Span::plain(&resource.title)];
    sheet.hanging(6, [line, link(Link::of(resource))].concat());
    sheet.hanging(8, [vec![Span::space(6)], dotted(facts(view))].concat());
    for field in &resource.fields {
        let entries = field.entries().map(|item| item.text.clone()).collect();
        let label = field_label(field.label.as_deref().unwrap_or_default());
        let label = Span::dim(format!("      {label}"));
        sheet.hanging(8, vec![label, Span::plain(Show::Entries(entries))]);
    }
    about(sheet, resource);
}

/// Which weeks and slots use a resource, and the status of its link.
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
    // The others are marked at the link itself.
    let is_fine = |status: &LinkStatus| matches!(status, LinkStatus::Ok | LinkStatus::Renamed);
    let status = view.resource.status.filter(is_fine);
    facts.extend(status.map(|status| Span::dim(Show::LinkStatus(status))));
    facts
}

/// Milestones with the author's notes, their goals, and what fulfils them.
pub(crate) fn milestones(
    study: &Study,
    outlooks: &[MilestoneOutlook],
    events: &[EventView],
) -> Sheet {
    if outlooks.is_empty() && events.is_empty() {
        return nothing(Show::NoMilestones);
    }
    let mut sheet = Sheet::default();
    for outlook in outlooks {
        let view = &outlook.view;
        sheet.blank();
        let title = Span::new(&view.milestone.title, Role::Title);
        let role = if view.overdue {
            Role::Warn
        } else {
            Role::Plain
        };
        let due = view.due.map(Show::MilestoneDue);
        let due = due.map(|due| Span::new(due, role));
        let plan = view.due_by_plan;
        let own = view.is_due_set.then_some(FixedDate::OwnDue { plan });
        let due = due.into_iter().chain(own.map(Span::dim));
        let state = milestone_state(outlook);
        let state = state.filter(|_| outlook.state != MilestoneState::Unknown);
        sheet.split(vec![title], dotted(due.chain(state)));
        notes(&mut sheet, 2, &view.milestone.notes, &[]);
        view.goals
            .iter()
            .for_each(|view| goal(&mut sheet, study, view));
    }
    list_events(&mut sheet, study, events);
    sheet
}

fn goal(sheet: &mut Sheet, study: &Study, view: &GoalView) {
    let sign = Span::glyph(if view.reached {
        Glyph::Done
    } else {
        Glyph::Dot
    });
    let text = Span::plain(format!(" {}", view.goal.text));
    sheet.hanging(4, vec![Span::space(2), sign, text]);
    let mut line = vec![Span::space(4)];
    if view.tally.slots > 0 {
        line.extend(bar(&view.tally, LONG_BAR));
        line.push(Span::space(3));
    }
    if view.deliverables.all > 0 {
        let DeliverableTally { done, all, skipped } = view.deliverables;
        line.push(Span::plain(Show::Deliverables { done, all, skipped }));
        line.push(Span::space(3));
    }
    line.push(Span::dim(match view.goal.by.as_slice() {
        [] => Show::ByNothing,
        by => Show::By(by.iter().map(|id| fulfils(study, id)).collect()),
    }));
    sheet.hanging(6, line);
}

/// A topic, deliverable or week by its id and title.
fn fulfils(study: &Study, id: &str) -> String {
    let topic = study.plan.roadmap.topic(id);
    let is_it = |number: u32| format!("w{number}") == id;
    let mut weeks = study.plan.weeks().map(|(_, week)| week);
    let week = weeks.find(|week| week.number.is_some_and(is_it));
    let title = topic.map(|topic| topic.title.as_str());
    let title = title.or(week.and_then(|week| week.title.as_deref()));
    match title.or_else(|| study.title(id)) {
        Some(title) => format!("{id} {title}"),
        None => id.to_owned(),
    }
}

/// A field of a slot or a week, with its entries and their links.
pub(super) fn field(sheet: &mut Sheet, study: &Study, field: &Field) {
    let mut head = vec![Span::space(2)];
    let label = field.label.as_ref();
    head.extend(label.map(|label| Span::new(label, Role::Label)));
    let value = field.value.as_ref().map(|item| Reading::of(study, item));
    if let Some(reading) = &value {
        head.push(Span::plain(format!("  {}", reading.title())));
    }
    if head.len() > 1 {
        let link = value.map(|reading| link(reading.link)).unwrap_or_default();
        sheet.hanging(4, [head, link].concat());
    }
    if let Some(value) = &field.value {
        annotations(sheet, study, value);
    }
    for item in &field.items {
        let reading = Reading::of(study, item);
        let mut line = vec![Span::plain("    - ")];
        let label = item.label.as_ref();
        line.extend(label.map(|label| Span::dim(field_label(label))));
        line.push(Span::plain(reading.title()));
        line.extend(link(reading.link));
        sheet.hanging(6, line);
        annotations(sheet, study, item);
    }
}

/// Corrections and notes of an entry, and those of its resource.
fn annotations(sheet: &mut Sheet, study: &Study, item: &Item) {
    if let Some(corrected) = &item.corrected {
        annotation(sheet, 6, Show::ReadAs, Span::plain(corrected));
    }
    if let Some(note) = &item.note {
        annotation(sheet, 6, Show::Note, Span::dim(note));
    }
    if let Some(resource) = Reading::of(study, item).resource {
        about(sheet, resource);
    }
}

/// The full title and notes of a resource.
fn about(sheet: &mut Sheet, resource: &Resource) {
    if let Some(title) = &resource.full_title {
        annotation(sheet, 6, Show::FullTitle, Span::plain(title));
    }
    notes(sheet, 6, &resource.notes, &resource.editor_notes);
}
