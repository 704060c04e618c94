//! Gantt charts in Mermaid as phases and tasks.

use super::mark::Mark;
use super::node::{Form, ITEM, Node};
use super::recognise::mark;
use super::unit::{MarkPlace, UnitKind};

/// The chart of a code block, if it is Mermaid of this sort.
pub(super) fn chart<'n>(node: &'n Node, sorts: &[&str]) -> Option<&'n str> {
    let (language, chart) = node.text.split_once('\n')?;
    let first = chart
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.starts_with("%%"))?;
    let is_it = sorts
        .iter()
        .any(|sort| first.split_whitespace().next() == Some(*sort));
    (node.form == Form::Code && language.starts_with("mermaid") && is_it).then_some(chart)
}

/// The sections of a Gantt chart as phases, and its tasks below them.
pub(super) fn gantt(node: &Node) -> Option<Vec<Node>> {
    const SETTINGS: [&str; 9] = [
        "gantt",
        "title",
        "dateFormat",
        "axisFormat",
        "excludes",
        "todayMarker",
        "tickInterval",
        "includes",
        "weekday",
    ];
    let chart = chart(node, &["gantt"])?;
    let mut nodes = Vec::new();
    for (number, line) in (node.line() + 1..).zip(chart.lines()) {
        let text = line.trim();
        let word = text.split_whitespace().next().unwrap_or_default();
        if SETTINGS.contains(&word) || text.starts_with("%%") || text.is_empty() {
            continue;
        }
        if let Some(section) = text.strip_prefix("section ") {
            let mut phase = Node::new(Form::Item, number, ITEM);
            section.trim().clone_into(&mut phase.text);
            let unit = mark(section, MarkPlace::Bold).filter(|mark| mark.kind <= UnitKind::Week);
            phase.unit = unit.or_else(|| {
                let mut mark = Mark::new(UnitKind::Phase);
                section.trim().clone_into(&mut mark.title);
                mark.words.clone_from(&mark.title);
                Some(mark)
            });
            nodes.push(phase);
        } else if let Some((title, facts)) = text.split_once(':') {
            let mut task = Node::new(Form::Item, number, ITEM + 2);
            title.trim().clone_into(&mut task.text);
            let facts: Vec<&str> = facts.split(',').map(str::trim).collect();
            task.tick = facts.contains(&"done").then_some(true);
            task.days = facts.iter().rev().find_map(|fact| days(fact)).or(Some(1));
            nodes.push(task);
        }
    }
    (nodes.len() > 1).then_some(nodes)
}

/// `3d`, `2w` as days.
fn days(fact: &str) -> Option<u32> {
    let (number, unit) = fact.split_at_checked(fact.len().checked_sub(1)?)?;
    let number: u32 = number.parse().ok().filter(|number| *number <= 366)?;
    match unit {
        "d" => Some(number.max(1)),
        "w" => Some(number * 7),
        _ => None,
    }
}
