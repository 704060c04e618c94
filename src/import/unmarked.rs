//! Notes without phases, weeks and days: a day's times, or tasks by the sections they are in.

use super::builder::Builder;
use super::content::{DayContent, Work};
use super::day::day;
use super::flow::flowchart;
use super::label::{About, about};
use super::node::{Document, Form};
use super::slot::{Draft, draft, line};
use super::titles::shortened;
use crate::model::{Day, Phase, Topic, TopicId, Week};

/// The slots of a note without units, each section with tasks a phase.
pub(super) fn phases(builder: &mut Builder) -> Vec<Phase> {
    let document = builder.document;
    let timed = document
        .nodes
        .iter()
        .filter(|node| node.times.is_some())
        .count();
    if timed >= 2 {
        return one_day(builder);
    }
    let boxes = document.nodes.iter().any(|node| node.tick.is_some());
    let mut phases: Vec<(Option<usize>, Vec<Draft>)> = Vec::new();
    for at in 1..document.nodes.len() {
        let node = &document.nodes[at];
        let is_work = if boxes {
            node.tick.is_some()
        } else {
            node.form == Form::Item || matches!(node.form, Form::Row(_))
        };
        let is_inner = document.around(at).any(|up| builder.used.contains(&up));
        if !is_work || is_inner || is_aside(document, at) {
            continue;
        }
        builder.used.insert(at);
        let draft = line(document, at, &mut builder.ledger);
        let section = document
            .around(at)
            .find(|up| document.nodes[*up].form == Form::Heading && document.nodes[*up].depth > 2);
        match phases.last_mut() {
            Some((last, drafts)) if *last == section => drafts.push(draft),
            _ => phases.push((section, vec![draft])),
        }
    }
    if phases.is_empty() {
        return chart(builder);
    }
    phases
        .into_iter()
        .map(|(section, drafts)| phase(builder, section, drafts))
        .collect()
}

/// The topics of a flowchart as work, each stage a phase: where a roadmap is all that there is.
fn chart(builder: &mut Builder) -> Vec<Phase> {
    let document = builder.document;
    let charts = document.nodes.iter();
    let Some((line, roadmap)) = charts
        .into_iter()
        .find_map(|node| Some((node.line(), flowchart(node)?)))
    else {
        return Vec::new();
    };
    let stage_of = |topic: &Topic| {
        let mut stages = roadmap.stages.iter();
        stages.find(|stage| stage.topics.contains(&topic.id))
    };
    let order = in_order(&roadmap.topics);
    let runs = order.chunk_by(|a, b| {
        stage_of(a).map(|stage| &stage.title) == stage_of(b).map(|stage| &stage.title)
    });
    let phases = runs.map(|topics| {
        let drafts = topics.iter().map(|topic| {
            let mut draft = draft(&topic.title, line);
            draft.slot.topic = Some(topic.id.clone());
            draft
        });
        let mut phase = phase(builder, None, drafts.collect());
        if let Some(stage) = stage_of(topics[0]) {
            phase.title = Some(shortened(stage.span.as_ref().unwrap_or(&stage.title)));
        }
        phase
    });
    phases.collect()
}

/// Topics after those that they build on, else as they are listed.
fn in_order(topics: &[Topic]) -> Vec<&Topic> {
    let mut order: Vec<&Topic> = Vec::new();
    let mut open: Vec<&Topic> = topics.iter().collect();
    while !open.is_empty() {
        let is_known = |id: &TopicId| order.iter().any(|topic| topic.id == *id);
        let next = open
            .iter()
            .position(|topic| topic.after.iter().all(is_known));
        order.push(open.remove(next.unwrap_or(0)));
    }
    order
}

fn phase(builder: &mut Builder, section: Option<usize>, drafts: Vec<Draft>) -> Phase {
    let per_week = builder.hours.study_days().len().max(1);
    let weeks = u32::try_from(drafts.len().div_ceil(per_week)).unwrap_or(1);
    let line = drafts.first().map_or(0, |draft| draft.line);
    let work = Work {
        drafts,
        cells: Vec::new(),
    };
    let days = builder.laid_in(work, (weeks, None), "", line, None);
    let node = section.map(|at| &builder.document.nodes[at]);
    let title = node.map(|node| shortened(&node.text));
    if let Some(node) = node {
        builder.ledger.place(node);
    }
    Phase {
        title: title.or_else(|| Some("…".to_owned())),
        weeks: vec![Week {
            days,
            ..Week::default()
        }],
        ..Phase::default()
    }
}

/// Whether a line is in a section that is no work.
fn is_aside(document: &Document, at: usize) -> bool {
    document.around(at).any(|up| {
        let node = &document.nodes[up];
        let found = about(&node.text);
        let aside = [
            About::Resources,
            About::Reminders,
            About::Milestones,
            About::Goals,
            About::Routine,
        ];
        matches!(node.form, Form::Heading | Form::Bold)
            && found.is_some_and(|about| aside.contains(&about))
    })
}

/// All times of the note are of one day.
fn one_day(builder: &mut Builder) -> Vec<Phase> {
    let document = builder.document;
    let has_times = |at: &usize| {
        document
            .below(*at)
            .iter()
            .any(|index| document.nodes[*index].times.is_some())
    };
    let mut parts: Vec<usize> = Vec::new();
    let mut open: Vec<usize> = document.nodes[0].children.iter().rev().copied().collect();
    while let Some(at) = open.pop() {
        let node = &document.nodes[at];
        if node.form == Form::Heading && node.unit.is_none() && node.times.is_none() {
            open.extend(node.children.iter().rev());
        } else if has_times(&at) {
            parts.push(at);
        }
    }
    builder.used.extend(&parts);
    let content: DayContent = day(document, "", &parts, &mut builder.ledger);
    builder.last_day = 1;
    let line = parts.first().map_or(1, |at| document.nodes[*at].line());
    let day: Day = builder.day((1, 1), None, None, line, content);
    let weeks = vec![Week {
        days: vec![day],
        ..Week::default()
    }];
    vec![Phase {
        weeks,
        ..Phase::default()
    }]
}
