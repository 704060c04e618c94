//! The roadmap in Mermaid's language, with the author's classes and the progress.

use crate::escape::is_hidden;
use crate::model::{Plan, Roadmap};
use crate::summary::{RoadmapView, TopicState, TopicView};

/// The roadmap as a flowchart. Colours of progress: green done, amber active.
pub(crate) fn mermaid(plan: &Plan, view: &RoadmapView) -> String {
    let mut out = outline(plan, view, |topic| {
        let tally = &topic.tally;
        format!("{} {}/{}", topic.topic.title, tally.done, tally.slots)
    });
    progress(&mut out, view);
    out
}

/// The same without progress, so that only another plan changes it.
pub(super) fn mermaid_outline(plan: &Plan, view: &RoadmapView) -> String {
    outline(plan, view, |topic| topic.topic.title.clone())
}

fn outline(plan: &Plan, view: &RoadmapView, words: impl Fn(&TopicView) -> String) -> String {
    let mut out = String::from("graph TD\n");
    for topic in &view.topics {
        out += &format!(
            "    {}[\"{}\"]\n",
            id(topic.topic.id.as_str()),
            quoted(&words(topic))
        );
    }
    for (from, to) in &view.edges {
        let name = |at: usize| id(view.topics[at].topic.id.as_str());
        out += &format!("    {} --> {}\n", name(*from), name(*to));
    }
    stages(&mut out, &plan.roadmap);
    classes(&mut out, &plan.roadmap);
    out
}

/// A node's id; words that Mermaid keeps for itself, such as `end`, are not among them.
fn id(topic: &str) -> String {
    // A dash is written as two underscores, so that `a-b` and `a_b` stay two topics.
    format!("t_{}", topic.replace('_', "_u").replace('-', "__"))
}

/// Words between double quotes: Mermaid reads `#quot;` and the like as characters.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => out += "#quot;",
            '#' => out += "#35;",
            '&' => out += "#amp;",
            '<' => out += "#lt;",
            '>' => out += "#gt;",
            '`' => out += "#96;",
            c if is_hidden(c) => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

fn stages(out: &mut String, roadmap: &Roadmap) {
    for (number, stage) in (1..).zip(&roadmap.stages) {
        let span = stage.span.as_deref().unwrap_or_default();
        let words = format!("{} {span}", stage.title);
        *out += &format!(
            "    subgraph stage{number} [\"{}\"]\n",
            quoted(words.trim())
        );
        for topic in &stage.topics {
            *out += &format!("        {}\n", id(topic.as_str()));
        }
        *out += "    end\n";
    }
}

/// The author's classes; a style that is more than colours and numbers is left out.
fn classes(out: &mut String, roadmap: &Roadmap) {
    for (number, class) in (1..).zip(&roadmap.classes) {
        let plain = |c: char| c.is_ascii_alphanumeric() || "#:,.%- ".contains(c);
        let members = roadmap
            .topics
            .iter()
            .filter(|topic| topic.class.as_ref() == Some(&class.name));
        let members: Vec<String> = members.map(|topic| id(topic.id.as_str())).collect();
        if class.style.chars().all(plain) && !members.is_empty() {
            let name = name(&class.name, number);
            *out += &format!("    classDef {name} {}\n", class.style);
            *out += &format!("    class {} {name}\n", members.join(","));
        }
    }
}

/// A class by its own name if that is a plain word, else by its number.
fn name(name: &str, number: usize) -> String {
    let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric());
    let taken = ["done", "active", "open", "end", "default", "class"].contains(&name);
    if plain && !taken {
        name.to_owned()
    } else {
        format!("class{number}")
    }
}

fn progress(out: &mut String, view: &RoadmapView) {
    for (state, style) in [
        (TopicState::Done, "stroke:#2e7d32,stroke-width:4px"),
        (TopicState::Active, "stroke:#f9a825,stroke-width:4px"),
        (TopicState::Open, "stroke-dasharray:4 3"),
    ] {
        let topics = view.topics.iter().filter(|topic| topic.state == state);
        let topics: Vec<String> = topics.map(|topic| id(topic.topic.id.as_str())).collect();
        if !topics.is_empty() {
            *out += &format!("    classDef {} {style}\n", state.name());
            *out += &format!("    class {} {}\n", topics.join(","), state.name());
        }
    }
}
