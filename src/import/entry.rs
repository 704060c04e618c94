//! What an entry of a list of resources is called.

use super::fields::goal_text;
use super::label::bare;
use super::node::Node;
use super::number::digits;
use super::scan::{Scan, decoration, folded};
use crate::model::Item;

/// `1. 课程资源` as `课程资源`.
pub(super) fn unnumbered(text: &str) -> String {
    let scan = Scan::new(text);
    let at = decoration(&scan.folded, 0);
    let number = digits(&scan.folded, at)
        .filter(|(_, end)| matches!(scan.folded.get(*end), Some('.' | '、' | ')')));
    let at = number.map_or(at, |(_, end)| decoration(&scan.folded, end));
    bare(&scan.rest(at))
        .trim_end_matches([':', '：'])
        .to_owned()
}

/// Whether a heading says no more than that resources follow.
pub(super) fn is_general(text: &str) -> bool {
    const GENERAL: [&str; 30] = [
        "学习",
        "资源",
        "总览",
        "推荐",
        "资料",
        "书籍",
        "书单",
        "参考",
        "链接",
        "与",
        "和",
        "论文",
        "教材",
        "工具",
        "列表",
        "汇总",
        "recommended",
        "resources",
        "resource",
        "learning",
        "study",
        "references",
        "materials",
        "useful",
        "links",
        "helpful",
        "books",
        "tools",
        "and",
        "おすすめ",
    ];
    let text = folded(text);
    let text = text.split('(').next().unwrap_or_default();
    let rest = GENERAL
        .iter()
        .fold(text.to_owned(), |text, word| text.replace(word, ""));
    rest.chars().filter(|c| c.is_alphanumeric()).count() <= 1
}

/// The title of a resource: that of its link, else what is written around the address.
pub(super) fn title(node: &Node, entry: &Item) -> String {
    let Some(link) = node.links.first() else {
        let url = None;
        return goal_text(&Item {
            url,
            ..entry.clone()
        });
    };
    if link.text != link.url && !link.text.is_empty() {
        return link.text.clone();
    }
    let rest = entry.text.replace(&link.url, "");
    let rest = bare(&rest).to_owned();
    let label = entry.label.clone().unwrap_or_default();
    let found = [rest, label].into_iter().find(|text| !text.is_empty());
    found.unwrap_or_else(|| link.url.clone())
}

/// What is written next to a link, with the link's text.
pub(super) fn remark(node: &Node, entry: &Item) -> Option<String> {
    let link = node.links.first().filter(|link| link.text != link.url)?;
    let rest = entry.text.replacen(&link.text, "", 1);
    let speaks = rest.chars().any(char::is_alphanumeric);
    speaks.then(|| entry.text.clone())
}
