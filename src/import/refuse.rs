//! Whether a document is a study plan at all.

use super::chosen::Chosen;
use super::flow::flowchart;
use super::label::has_word;
use super::node::{Document, Form, Node};
use super::scan::{Scan, decoration, folded};
use super::subject::{
    CHANGES, COOKING, LEARNING, OTHER_PLANS, OTHER_SUBJECTS, REFERENCE, SPRINT, STUDY,
};
use crate::text::import::NoPlan;

/// What the words of a document and its units tell about its subject.
struct Signs {
    /// Words that only a text about learning has.
    study: usize,
    /// Words that a text about learning often has.
    learning: usize,
    /// Words of journeys, meals, sport, meetings, projects.
    other: usize,
    changes: usize,
    cooking: usize,
    reference: usize,
    /// Headings that are versions.
    versions: usize,
    /// Units that are named by a version.
    releases: usize,
    /// Phases, weeks and days.
    units: usize,
    /// Those whose words are used for nothing else.
    strong: usize,
    /// Lines with times.
    times: usize,
    /// Boxes to tick.
    tasks: usize,
}

/// Why the document is no study plan; `None` if it is one.
pub(super) fn refusal(document: &Document, chosen: &Chosen) -> Option<NoPlan> {
    let text = folded(&beginning(document));
    if !text.contains(char::is_alphanumeric) {
        return Some(NoPlan::Empty);
    }
    let signs = signs(document, chosen, &text);
    let is_log = headings(document)
        .next()
        .is_some_and(|node| is_log(&node.text));
    if is_log
        || signs.versions >= 2 && signs.changes >= 2
        || signs.changes >= 4 && signs.versions >= 1
    {
        return Some(NoPlan::Changelog);
    }
    if signs.cooking >= 3 && signs.study < 4 {
        return Some(NoPlan::Recipe);
    }
    if signs.strong + signs.times < 2 && signs.reference >= 4 {
        return Some(NoPlan::Reference);
    }
    let says_plan = headings(document)
        .take(3)
        .any(|node| is_plan_title(&node.text))
        || document.front.iter().any(|line| is_plan_title(line));
    if headings(document).any(|node| counts_too_far(&node.text)) {
        return Some(NoPlan::Numbers);
    }
    let is_list = signs.tasks >= 2 && signs.study > 0 || signs.units >= 2 && signs.study >= 2;
    let is_course = lessons(document) >= 3 && signs.study >= 2;
    if is_chart(document) {
        return None;
    }
    if signs.strong == 0 && signs.times < 3 && !(is_list || is_course || says_plan) {
        return Some(NoPlan::NoUnits);
    }
    let title = headings(document).next().map(|node| folded(&node.text));
    let title = title.unwrap_or_default();
    let says_study = STUDY.iter().any(|word| has_word(&title, word));
    let is_about_other = !says_study && signs.other >= 2 && signs.other > 2 * signs.study
        || signs.releases * 2 > signs.units
        || signs.study == 0 && is_board(&title, &text);
    let is_about_nothing = signs.learning + signs.study == 0 && signs.units < 2;
    (is_about_other || is_about_nothing).then_some(NoPlan::NoLearning)
}

/// Whether a title is that of a week, day or phase with a number that no plan has: `Week 1000`.
fn counts_too_far(text: &str) -> bool {
    const WORDS: [&str; 8] = [
        "week ", "day ", "phase ", "month ", "week", "day", "phase", "第",
    ];
    let scan = Scan::new(text);
    let text: String = scan.folded[decoration(&scan.folded, 0)..].iter().collect();
    let number = WORDS.iter().find_map(|word| text.strip_prefix(word));
    let number = number.unwrap_or_default();
    let digits = number.chars().take_while(char::is_ascii_digit).count();
    // A year is none.
    let is_year = digits == 4 && (number.starts_with("19") || number.starts_with("20"));
    let after = &number[digits..];
    let is_part = after.starts_with(['-', '/', '.', '_']);
    // The thousandth word is no week.
    let has_unit =
        !text.starts_with('第') || after.starts_with(['周', '週', '天', '日', '月', '阶']);
    digits >= 4 && !is_year && !is_part && has_unit
}

/// Whether a flowchart is all that there is.
fn is_chart(document: &Document) -> bool {
    let mut nodes = document.nodes.iter().skip(1);
    nodes.all(|node| node.form == Form::Code)
        && document
            .nodes
            .iter()
            .any(|node| flowchart(node).is_some_and(|roadmap| roadmap.topics.len() > 1))
}

/// Whether a document is the board of a team that writes software.
fn is_board(title: &str, text: &str) -> bool {
    const TITLES: [&str; 6] = ["sprint", "backlog", "kanban", "迭代", "看板", "需求池"];
    let says =
        |words: &[&str], text: &str| words.iter().filter(|word| has_word(text, word)).count();
    says(&TITLES, title) > 0 && says(&SPRINT, text) >= 2
}

fn headings(document: &Document) -> impl Iterator<Item = &Node> {
    let nodes = document.nodes.iter();
    nodes.filter(|node| node.form == Form::Heading)
}

fn signs(document: &Document, chosen: &Chosen, text: &str) -> Signs {
    let hits = |words: &[&str]| words.iter().filter(|word| has_word(text, word)).count();
    let units = [&chosen.phases, &chosen.weeks, &chosen.days];
    let units = || units.into_iter().flatten();
    let is_strong = |at: &&usize| {
        let unit = document.nodes[**at].unit.as_ref();
        unit.is_some_and(|mark| !mark.is_weak)
    };
    let is_release = |at: &&usize| {
        let unit = document.nodes[**at].unit.as_ref();
        unit.is_some_and(|mark| is_version(&mark.title))
    };
    let count = |is: fn(&Node) -> bool| document.nodes.iter().filter(|node| is(node)).count();
    Signs {
        study: hits(&STUDY),
        learning: hits(&LEARNING),
        other: hits(&OTHER_PLANS) + hits(&OTHER_SUBJECTS),
        changes: hits(&CHANGES),
        cooking: hits(&COOKING),
        reference: hits(&REFERENCE),
        versions: count(|node| node.form == Form::Heading && is_version(&node.text)),
        releases: units().filter(is_release).count(),
        units: units().count(),
        strong: units().filter(is_strong).count(),
        times: count(|node| node.times.is_some()),
        tasks: count(|node| node.tick.is_some()),
    }
}

/// How many rows there are in tables that list lessons.
fn lessons(document: &Document) -> usize {
    const WORDS: [&str; 8] = [
        "lesson", "lecture", "chapter", "session", "课程", "章节", "课时", "回",
    ];
    let lists = |line: u32| {
        let table =
            document.tables[..document.tables.partition_point(|table| table.line < line)].last();
        table.is_some_and(|table| {
            let heads = table.head.iter().map(|head| folded(head));
            heads
                .into_iter()
                .any(|head| WORDS.iter().any(|word| has_word(&head, word)))
        })
    };
    let rows = document
        .nodes
        .iter()
        .filter(|node| matches!(node.form, Form::Row(_)));
    rows.filter(|node| lists(node.line())).count()
}

/// The first lines, which say what a document is about.
fn beginning(document: &Document) -> String {
    let mut text = String::new();
    for line in &document.lines {
        if text.len() > 100_000 {
            break;
        }
        text += line;
        text.push('\n');
    }
    text
}

/// Plans that are no study plans.
const NOT_STUDY: [&str; 12] = [
    "lesson plan",
    "project plan",
    "business plan",
    "test plan",
    "meal plan",
    "marketing plan",
    "release plan",
    "migration plan",
    "workout plan",
    "教案",
    "项目计划",
    "出行计划",
];

fn is_plan_title(text: &str) -> bool {
    let text = folded(text);
    if NOT_STUDY.iter().any(|phrase| text.contains(phrase)) {
        return false;
    }
    let plan = [
        "plan",
        "计划",
        "roadmap",
        "路线",
        "schedule",
        "规划",
        "ロードマップ",
        "curriculum",
        "syllabus",
        "课表",
        "学习",
    ];
    let ends = |word: &str| {
        let rest = text.split(word).skip(1);
        let mut letters = rest.map(|rest| rest.chars().take_while(char::is_ascii_alphabetic));
        letters.any(|rest| matches!(rest.collect::<String>().as_str(), "" | "s" | "ner" | "ning"))
    };
    plan.iter().any(|word| has_word(&text, word) && ends(word))
}

/// Whether a title is that of a list of changes.
fn is_log(title: &str) -> bool {
    let title = folded(title);
    let logs = [
        "changelog",
        "change log",
        "release notes",
        "更新日志",
        "変更履歴",
    ];
    logs.contains(&super::label::bare(&title))
}

/// `[1.2.0] - 2024-01-02`, `v1.2`
fn is_version(text: &str) -> bool {
    let scan = Scan::new(text);
    let at = decoration(&scan.folded, 0);
    let rest: String = scan.folded[at..].iter().collect();
    let rest = rest
        .strip_prefix("version ")
        .or_else(|| rest.strip_prefix('v'))
        .unwrap_or(&rest);
    let number: String = rest
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    number.matches('.').count() >= 1
        && number.starts_with(|c: char| c.is_ascii_digit())
        && !number.ends_with('.')
        || rest.starts_with("unreleased")
}
