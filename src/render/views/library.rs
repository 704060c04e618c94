//! `roadmap`, `resources`, `milestones`: the parts of a plan beside its schedule.

use crate::model::LinkStatus;
use crate::render::mermaid;
use crate::render::phrase;
use crate::render::sheet::{Block, Graph, GraphBox, Line, Role, Sheet, Span, dotted};
use crate::summary::{
    GoalView, MilestoneView, ResourceView, RoadmapView, Study, Tally, TopicState, TopicView,
};

use super::show::about;

/// Columns of a bar in a box.
const BAR: usize = 8;
/// Columns of a bar on a line of its own.
const LONG_BAR: usize = 16;
/// How many slots are named before the rest is only counted.
const NAMED: usize = 6;

/// The graph of topics, each with a bar and its weeks.
#[must_use]
pub fn roadmap(study: &Study, view: &RoadmapView) -> Sheet {
    let mut sheet = Sheet::default();
    if view.topics.is_empty() {
        sheet.line(vec![Span::dim("the plan has no roadmap")]);
        return sheet;
    }
    sheet.blocks.push(Block::Graph(Graph {
        boxes: view.topics.iter().map(topic).collect(),
        layers: view.layers.clone(),
        edges: view.edges.clone(),
        mermaid: mermaid(&study.plan, view),
    }));
    sheet
}

fn topic(view: &TopicView) -> GraphBox {
    let role = match view.state {
        TopicState::Done => Role::Done,
        TopicState::Active => Role::Now,
        TopicState::Open => Role::Plain,
    };
    let words = match view.weeks {
        Some((first, last)) if first == last => format!("  week {first}"),
        Some((first, last)) => format!("  week {first}-{last}"),
        None => String::new(),
    };
    let id = Span::new(format!("{} ", view.topic.id), Role::Label);
    let mut progress = counted(&view.tally, BAR);
    progress.push(Span::dim(words));
    let after = &view.topic.after;
    GraphBox {
        lines: vec![
            vec![id, Span::new(view.topic.title.clone(), role)],
            progress,
        ],
        aside: (!after.is_empty()).then(|| Span::dim(format!("after {}", phrase::list(after)))),
        role,
    }
}

fn counted(tally: &Tally, cells: usize) -> Line {
    let count = format!(" {}/{}", tally.done, tally.slots);
    vec![
        Span::bar(tally.done, tally.slots, cells),
        Span::plain(count),
    ]
}

/// Entries of the library, by kind.
#[must_use]
pub fn resources(views: &[&ResourceView]) -> Sheet {
    let mut sheet = Sheet::default();
    if views.is_empty() {
        sheet.line(vec![Span::dim("no such resources")]);
        return sheet;
    }
    let mut kinds: Vec<_> = views.iter().map(|view| view.resource.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        let of_kind = views.iter().filter(|view| view.resource.kind == kind);
        let count = format!("  {}", of_kind.clone().count());
        sheet.blank();
        sheet.heading(vec![Span::plain(kind.name()), Span::dim(count)]);
        of_kind.for_each(|view| resource(&mut sheet, view));
    }
    sheet
}

fn resource(sheet: &mut Sheet, view: &ResourceView) {
    let resource = view.resource;
    let id = Span::new(format!("  {} ", resource.id), Role::Label);
    let line = vec![id, Span::plain(resource.title.clone())];
    match &resource.url {
        Some(url) => sheet.blocks.push(Block::Link(6, line, url.clone())),
        None => sheet.hanging(6, line),
    }
    let slots = view
        .used
        .iter()
        .take(NAMED)
        .map(|slot| slot.place.slot.id.to_string());
    let mut where_used = phrase::list(slots);
    if let Some(more) = view.used.len().checked_sub(NAMED).filter(|more| *more > 0) {
        where_used += &format!(" and {more} more");
    }
    let mut facts = Vec::new();
    if !view.weeks.is_empty() {
        facts.push(Span::dim(format!("in weeks {}", phrase::list(&view.weeks))));
    }
    if view.used.is_empty() && view.weeks.is_empty() {
        facts.push(Span::dim("used nowhere"));
    } else if !view.used.is_empty() {
        let (done, all) = (view.tally.done, view.tally.slots);
        facts.push(Span::dim(format!("in {where_used}: {done}/{all} done")));
    }
    if let Some(status) = resource.status.filter(|status| *status != LinkStatus::None) {
        let role = if view.is_broken() {
            Role::Warn
        } else {
            Role::Dim
        };
        facts.push(Span::new(format!("link {}", status.name()), role));
    }
    let mut line = vec![Span::plain("      ")];
    line.extend(dotted(facts));
    sheet.hanging(8, line);
    for field in &resource.fields {
        let words: Vec<&str> = field.entries().map(|item| item.text.as_str()).collect();
        let label = field.label.as_deref().unwrap_or_default();
        let lead = Span::dim(format!("      {}", phrase::labelled(label)));
        sheet.hanging(8, vec![lead, Span::plain(words.join(", "))]);
    }
    about(sheet, resource);
}

/// Month goals and the like, with what fulfils them.
#[must_use]
pub fn milestones(views: &[MilestoneView]) -> Sheet {
    let mut sheet = Sheet::default();
    if views.is_empty() {
        sheet.line(vec![Span::dim("the plan has no milestones")]);
    }
    for view in views {
        sheet.blank();
        let title = vec![Span::new(view.milestone.title.clone(), Role::Title)];
        let role = if view.overdue {
            Role::Warn
        } else {
            Role::Plain
        };
        let due = view
            .due
            .map(|due| Span::new(format!("due {}", phrase::date(due)), role));
        sheet
            .blocks
            .push(Block::Split(title, due.into_iter().collect()));
        view.goals
            .iter()
            .for_each(|goal| self::goal(&mut sheet, goal));
    }
    sheet
}

fn goal(sheet: &mut Sheet, view: &GoalView) {
    let glyph = if view.reached {
        crate::render::Glyph::Done
    } else {
        crate::render::Glyph::Dot
    };
    let line = vec![
        Span::plain("  "),
        Span::glyph(glyph),
        Span::plain(format!(" {}", view.goal.text)),
    ];
    sheet.hanging(4, line);
    let mut line = vec![Span::plain("    ")];
    if view.tally.slots > 0 {
        line.extend(counted(&view.tally, LONG_BAR));
    }
    if view.deliverables.all > 0 {
        let (done, all) = (view.deliverables.done, view.deliverables.all);
        let lead = if view.tally.slots > 0 { "   " } else { "" };
        line.push(Span::plain(format!("{lead}deliverables {done}/{all}")));
    }
    let by = match view.goal.by.as_slice() {
        [] => "nothing in the plan is said to fulfil it".to_owned(),
        by => format!("by {}", phrase::list(by)),
    };
    let lead = if line.len() > 1 { "   " } else { "" };
    line.push(Span::dim(format!("{lead}{by}")));
    sheet.hanging(6, line);
}
