//! Nodes to the entries and labelled lists of a plan.

use super::label::{bare, split};
use super::node::{Document, Form, Link, Node};
use crate::model::{Field, Goal, Item, Kind, Note};

/// A link that can be opened.
pub(super) fn address(url: &str) -> Option<String> {
    crate::source::safe_link(url)
}

/// The label of a node, if it has one, and the text after it.
pub(super) fn labelled(node: &Node) -> (Option<String>, String) {
    if let Some(label) = &node.label {
        let label = Some(label.clone()).filter(|label| !label.is_empty());
        return (label, node.text.clone());
    }
    let whole = node.written.as_ref().unwrap_or(&node.text);
    let link_first = node
        .links
        .first()
        .is_some_and(|link| node.text.starts_with(&link.text) && !link.text.is_empty());
    match split(whole).filter(|_| !link_first) {
        Some((label, rest)) => (Some(label), rest),
        None => (None, whole.clone()),
    }
}

/// A node's own text as an entry of a list.
pub(super) fn item(node: &Node) -> Item {
    let (label, text) = labelled(node);
    match label {
        // A label over nothing is just a text.
        Some(label) if text.is_empty() => linked(Item::text(label), &node.links),
        label => {
            let mut item = linked(Item::text(text), &node.links);
            item.label = label;
            item
        }
    }
}

/// The entry with its first link; further ones are added to its text.
fn linked(mut item: Item, links: &[Link]) -> Item {
    for link in links {
        let url = address(&link.url);
        let shown = item.text.contains(&link.url);
        match url {
            Some(url) if item.url.is_none() => item.url = Some(url),
            _ if shown => {}
            _ => item.text = format!("{} ({})", item.text, link.url),
        }
    }
    item
}

/// A node and all below it as a field: its label, the text after it, and the list below.
pub(super) fn field(document: &Document, at: usize) -> Field {
    let node = &document.nodes[at];
    let items = entries(document, at);
    let (label, text) = labelled(node);
    let (label, text) = match label {
        Some(label) => (label, text),
        None if !items.is_empty() => (node.text.clone(), String::new()),
        None => {
            let item = item(node);
            return Field {
                label: None,
                value: None,
                items: vec![item],
            };
        }
    };
    let value = linked(Item::text(text), &node.links);
    let is_empty = value.text.is_empty() && value.url.is_none();
    Field {
        label: Some(label),
        value: (!is_empty).then(|| Box::new(value)),
        items,
    }
}

/// Everything below a node as entries.
pub(super) fn entries(document: &Document, at: usize) -> Vec<Item> {
    let below = document.below(at).into_iter().skip(1);
    let nodes = below.map(|index| &document.nodes[index]);
    nodes
        .filter(|node| !node.text.trim().is_empty() || node.label.is_some())
        .map(|node| match node.form {
            Form::Code => Item::text(code(node)),
            _ => item(node),
        })
        .collect()
}

/// The text of a fenced block.
pub(super) fn code(node: &Node) -> String {
    node.text
        .split_once('\n')
        .map_or("", |(_, code)| code)
        .trim()
        .to_owned()
}

/// A node and all below it as notes, with their lines.
pub(super) fn notes(document: &Document, at: usize) -> Vec<Note> {
    let nodes = document
        .below(at)
        .into_iter()
        .map(|index| &document.nodes[index]);
    let all = nodes.map(note);
    all.filter(|note| !note.text.trim().is_empty()).collect()
}

/// A node's own text as a note.
pub(super) fn note(node: &Node) -> Note {
    let text = match node.form {
        Form::Code => code(node),
        _ => whole(node),
    };
    let line = Some(node.line());
    Note { line, text }
}

/// The text of a node with its label and its links.
pub(super) fn whole(node: &Node) -> String {
    let own = node.written.as_ref().unwrap_or(&node.text);
    let item = Item::text(own.clone());
    let mut text = match &node.label {
        Some(label) if !label.is_empty() && !item.text.is_empty() => {
            format!("{label}: {}", item.text)
        }
        Some(label) if item.text.is_empty() => label.clone(),
        _ => item.text,
    };
    for link in &node.links {
        if !text.contains(&link.url) {
            text = format!("{text} ({})", link.url);
        }
    }
    text
}

/// A node and all below it as goals.
pub(super) fn goals(document: &Document, at: usize) -> Vec<Goal> {
    let node = &document.nodes[at];
    let (label, text) = labelled(node);
    let own = if label.is_some() { text } else { String::new() };
    let below = entries(document, at)
        .into_iter()
        .map(|item| goal_text(&item));
    let texts = std::iter::once(own)
        .chain(below)
        .filter(|text| !text.is_empty());
    texts
        .map(|text| Goal {
            text,
            by: Vec::new(),
        })
        .collect()
}

/// An entry as a single text.
pub(super) fn goal_text(item: &Item) -> String {
    let label = item.label.as_ref().map(|label| format!("{label}: "));
    let url = item
        .url
        .as_ref()
        .filter(|url| !item.text.contains(*url))
        .map(|url| format!(" ({url})"));
    format!(
        "{}{}{}",
        label.unwrap_or_default(),
        item.text,
        url.unwrap_or_default()
    )
}

/// The kind of resource that a label or heading names.
pub(super) fn kind_of(label: &str) -> Option<Kind> {
    let label = super::scan::folded(bare(label));
    let words: [(Kind, &[&str]); 9] = [
        (Kind::Paper, &["论文", "paper", "文献", "article"]),
        (Kind::Blog, &["博客", "blog", "post", "文章"]),
        (Kind::Book, &["书", "book", "教材", "教科書", "本"]),
        (
            Kind::Video,
            &["视频", "video", "youtube", "b站", "動画", "talk"],
        ),
        (
            Kind::Doc,
            &[
                "文档",
                "doc",
                "官方",
                "ドキュメント",
                "手册",
                "manual",
                "reference",
            ],
        ),
        (
            Kind::Course,
            &[
                "课程",
                "course",
                "lesson",
                "tutorial",
                "教程",
                "コース",
                "学习平台",
                "platform",
            ],
        ),
        (Kind::Dataset, &["数据集", "dataset", "データセット"]),
        (
            Kind::Practice,
            &["练习", "practice", "exercise", "题库", "刷题", "演习"],
        ),
        (
            Kind::Project,
            &["项目", "project", "プロジェクト", "仓库", "github"],
        ),
    ];
    let found = words.iter().find(|(_, words)| {
        words
            .iter()
            .any(|word| super::label::has_word(&label, word))
    });
    found.map(|(kind, _)| *kind)
}
