//! Finds the marks of a document.

use super::clock::{Times, last_times, single, times};
use super::label_kind::is_time;
use super::mark::Mark;
use super::node::{Document, Form, ITEM, Node};
use super::recognise::mark;
use super::scan::{Scan, decoration};
use super::sitting::own_length;
use super::unit::{MarkPlace, UnitKind};
use super::{bullet, due_days, label, mermaid, nest, table};

/// Marks the nodes of a document, and puts each below what it belongs to.
pub(super) fn find(document: &mut Document) {
    table::expand(document);
    fences(document);
    for node in &mut document.nodes {
        recognise(node);
    }
    loose(document);
    due_days::mark(document);
    nest::nest(document);
    closing(document);
    starts(document);
}

/// Fenced text whose lines have marks or times is a list.
fn fences(document: &mut Document) {
    let nodes = std::mem::take(&mut document.nodes);
    for node in nodes {
        if let Some(chart) = mermaid::gantt(&node) {
            document.nodes.push(node);
            document.nodes.extend(chart);
            continue;
        }
        let is_text = node.form == Form::Code && !node.text.starts_with("mermaid");
        let lines: Vec<&str> = node.text.split('\n').skip(1).collect();
        let speaks = |line: &&&str| {
            let found = mark(line, MarkPlace::Item).filter(|mark| !mark.is_loose && !mark.is_weak);
            found.is_some() || starting_times(line).is_some()
        };
        if !is_text || lines.iter().filter(speaks).count() < 2 {
            document.nodes.push(node);
            continue;
        }
        for (number, text) in (node.line() + 1..).zip(lines) {
            let indent = text.chars().take_while(|c| !c.is_alphanumeric()).count();
            let (rest, tick) =
                bullet::stripped(text.trim_start_matches([' ', '│', '├', '└', '─', '|', '\t']));
            if rest.trim().is_empty() {
                continue;
            }
            let mut line = Node::new(Form::Item, number, ITEM + indent);
            (line.text, line.tick) = (rest, tick);
            document.nodes.push(line);
        }
    }
}

fn recognise(node: &mut Node) {
    let place = match node.form {
        Form::Heading => MarkPlace::Heading,
        Form::Bold => MarkPlace::Bold,
        Form::Item if node.unit.is_none() && node.label.is_none() => MarkPlace::Item,
        Form::Line => MarkPlace::Line,
        _ => return,
    };
    if node.times.is_some() {
        return;
    }
    if let Some((times, title)) = starting_times(&node.text) {
        node.times = Some(times);
        node.written = Some(std::mem::replace(&mut node.text, title));
        return;
    }
    let found = mark(&node.text, place).filter(|mark| fits(node, mark, place));
    if let Some(mut mark) = found {
        if place != MarkPlace::Heading && node.bold > 0 {
            mark.is_loose = false;
        }
        if place == MarkPlace::Line && mark.dated.is_some() && mark.numbers.is_none() {
            mark.is_loose = true;
        }
        node.unit = Some(mark);
    } else if let Some((times, title)) = closing_times(&node.text) {
        node.times = Some(times);
        node.written = Some(std::mem::replace(&mut node.text, title));
    }
}

/// Whether a mark counts where it is: in a sentence it doesn't.
fn fits(node: &Node, mark: &Mark, place: MarkPlace) -> bool {
    let length = node.text.chars().count();
    match place {
        MarkPlace::Heading => true,
        // What is bold is the mark, or all of the line.
        MarkPlace::Bold => {
            !mark.is_loose
                && (mark.kind != UnitKind::Half || length < 40)
                && (!mark.is_weak || length < 60)
        }
        MarkPlace::Item => {
            !(mark.is_weak && (mark.kind == UnitKind::Phase || mark.is_calendar) && node.bold == 0)
                && (mark.kind != UnitKind::Phase
                    || node.bold > 0
                    || label::split(&node.text).is_some()
                    || length < 30)
        }
        MarkPlace::Line => {
            !mark.is_loose
                && !mark.is_weak
                && !mark.is_calendar
                && (mark.kind != UnitKind::Half || label::split(&node.text).is_some())
                && length < 80
        }
    }
}

/// The times that a text begins with, and what comes after them.
fn starting_times(text: &str) -> Option<(Times, String)> {
    let scan = Scan::new(text);
    let (times, end) = times(&scan.folded, decoration(&scan.folded, 0))?;
    Some((times, after(&scan, end)))
}

/// The text after a time, without the signs between the two.
fn after(scan: &Scan, end: usize) -> String {
    let rest = &scan.folded[end..];
    let signs = rest
        .iter()
        .take_while(|c| {
            matches!(
                c,
                ' ' | ':' | '-' | '|' | ')' | ']' | '*' | ',' | '、' | '.' | '`' | '·'
            )
        })
        .count();
    let title = scan.rest(end + signs);
    match title
        .strip_prefix(['(', '（'])
        .and_then(|inner| inner.strip_suffix([')', '）']))
    {
        Some(inner) if !inner.contains(['(', '（']) => inner.to_owned(),
        _ => title,
    }
}

/// Lines directly below a day that end with times are slots, but for what is said about the whole day.
fn closing(document: &mut Document) {
    for index in 1..document.nodes.len() {
        let node = &document.nodes[index];
        let is_in_day = is_in_day(document, node.parent);
        let is_line = node.form == Form::Item && node.unit.is_none() && node.times.is_none();
        let is_about_day = label::split(&node.text).is_some_and(|(name, _)| is_time(&name));
        if !is_in_day || !is_line || is_about_day {
            continue;
        }
        if let Some((times, title)) = last_times(&node.text) {
            let node = &mut document.nodes[index];
            node.times = Some(times);
            node.written = Some(std::mem::replace(&mut node.text, title));
        }
    }
}

/// The times in brackets at the end of a text, and what comes before them.
fn closing_times(text: &str) -> Option<(Times, String)> {
    let scan = Scan::new(text);
    let close = scan
        .folded
        .iter()
        .rposition(|c| !c.is_whitespace())
        .filter(|at| scan.folded[*at] == ')')?;
    let open = scan.folded[..close].iter().rposition(|c| *c == '(')?;
    let (times, end) = times(&scan.folded, open + 1)?;
    (end == close && open > 0).then(|| (times, scan.slice(0, open)))
}

/// Loose marks count only in a list that is made of them.
fn loose(document: &mut Document) {
    let loose = |node: &Node| node.unit.as_ref().is_some_and(|mark| mark.is_loose);
    let mut drops = Vec::new();
    for index in 0..document.nodes.len() {
        let node = &document.nodes[index];
        if !loose(node) {
            continue;
        }
        let same = |other: &Node| other.form == node.form && other.depth == node.depth;
        let outside = |other: &Node| other.depth < node.depth;
        let before = document.nodes[..index]
            .iter()
            .rev()
            .take_while(|other| !outside(other));
        let after = document.nodes[index..]
            .iter()
            .take_while(|other| !outside(other));
        let siblings: Vec<&Node> = before.chain(after).filter(|other| same(other)).collect();
        let marked = siblings.iter().filter(|other| other.unit.is_some()).count();
        // Among dates there may be other lines of text.
        let least = match node.form {
            Form::Line => siblings.len() / 2,
            _ => siblings.len(),
        };
        if marked < 3 || marked < least {
            drops.push(index);
        }
    }
    for index in drops {
        document.nodes[index].unit = None;
    }
}

/// Lines that begin with a single time are slots: in a day, with a duration, or if several of a list
/// do. Each ends after its duration, else where the next one begins.
fn starts(document: &mut Document) {
    for index in 0..document.nodes.len() {
        let is_in_day = is_in_day(document, index);
        let children = document.nodes[index].children.iter().copied();
        let found: Vec<Start> = children
            .filter_map(|child| start(document, child, is_in_day))
            .collect();
        let open = |start: &&Start| start.times.start == start.times.end;
        let count = found.iter().filter(open).count();
        let is_list = found.len() >= 3 || count < found.len();
        for (at, own) in found.iter().enumerate().filter(|(_, start)| open(start)) {
            if !(is_in_day || is_list || own.length.is_some()) {
                continue;
            }
            let start = own.times.start;
            let next = found.get(at + 1).map(|next| next.times.start);
            let next = next.filter(|next| *next > start).unwrap_or(start + 60);
            let end = own.length.map_or(next, |length| start + length);
            let end = end.min(24 * 60);
            let node = &mut document.nodes[own.at];
            node.times = Some(Times { start, end });
            let written = std::mem::replace(&mut node.text, own.text.clone());
            node.written.get_or_insert(written);
        }
    }
}

/// A line that begins with a time.
struct Start {
    at: usize,
    times: Times,
    /// How many minutes it takes by its own words.
    length: Option<u32>,
    text: String,
}

fn start(document: &Document, at: usize, is_in_day: bool) -> Option<Start> {
    let node = &document.nodes[at];
    let is_line = matches!(node.form, Form::Item | Form::Row(_))
        || is_in_day && matches!(node.form, Form::Line | Form::Bold);
    if node.unit.is_some() || !is_line {
        return None;
    }
    let scan = Scan::new(&node.text);
    let begins = || {
        let (start, end) = single(&scan.folded, decoration(&scan.folded, 0))?;
        Some((Times { start, end: start }, after(&scan, end)))
    };
    let known = node.times.map(|times| (times, node.text.clone()));
    let (times, text) = known.or_else(begins)?;
    let length = own_length(&text);
    Some(Start {
        at,
        times,
        length,
        text,
    })
}

/// Whether a node is a day or a part of one.
fn is_in_day(document: &Document, at: usize) -> bool {
    let unit = document.nodes[at].unit.as_ref();
    unit.is_some_and(|mark| matches!(mark.kind, UnitKind::Day | UnitKind::Half))
}
