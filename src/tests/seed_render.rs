//! Renders the parts of a plan that came from the seed back into the seed's Markdown.
//!
//! Days of other origin are left out, so that the comparison holds however the plan goes on.

use chrono::Weekday;

use crate::model::{
    Day, Field, Item, Milestone, Note, Origin, Plan, Reminder, Resource, Roadmap, Session, Slot,
    Weekdays,
};

/// Whether `day` was taken from the seed.
pub(crate) fn of_seed(day: &Day) -> bool {
    matches!(day.origin, Some(Origin::Seed(_)))
}

/// Everything before the schedule: front matter, basics, roadmap, overview of resources.
pub(crate) fn head(plan: &Plan) -> Vec<String> {
    let mut out = vec!["---".to_owned()];
    for line in &plan.front_matter {
        let key = &line.key;
        if line.is_list {
            out.push(format!("{key}:"));
            out.extend(line.values.iter().map(|value| format!("  - {value}")));
        } else {
            out.push(format!("{key}: {}", line.values.join("; ")));
        }
    }
    let budget = plan.time_budget.as_ref();
    let basics = [
        ("学习方向", plan.direction.as_deref()),
        ("学习周期", plan.duration.as_deref()),
        ("时间投入", budget.and_then(|b| b.verbatim.as_deref())),
        ("预期目标", plan.goal.as_deref()),
    ];
    section(&mut out, "---");
    section(&mut out, &format!("# {}", plan.title));
    section(&mut out, "## 基本信息");
    let basics = basics.map(|(label, text)| format!("- {label}：{}", text.unwrap_or_default()));
    out.extend(basics);
    out.push(String::new());
    section(&mut out, "## 学习路线图");
    out.push("```mermaid".to_owned());
    let source = plan.roadmap.source.as_deref().unwrap_or_default();
    out.extend(source.lines().map(str::to_owned));
    section(&mut out, "```");
    section(&mut out, "## 学习资源总览");
    overview(&mut out, &plan.resources);
    section(&mut out, "## 详细学习计划");
    out
}

/// The schedule, from the heading of the phase to the last day.
pub(crate) fn schedule(plan: &Plan) -> Vec<String> {
    let mut out = Vec::new();
    let (mut phases, mut weeks) = (0, 0);
    for (at, phase, week, day) in plan.days().filter(|(.., day)| of_seed(day)) {
        if at.phase >= phases {
            (phases, weeks) = (at.phase + 1, 0);
            if let Some(heading) = &phase.heading {
                section(&mut out, &format!("### {heading}"));
            }
        }
        if at.week >= weeks {
            weeks = at.week + 1;
            let title = week.title.as_deref().unwrap_or_default();
            let number = week.number.unwrap_or_default();
            section(&mut out, &format!("#### Week {number}: {title}"));
        }
        section(&mut out, &day_heading(day));
        for part in &day.sessions {
            session(&mut out, part, plan);
        }
    }
    out
}

/// Everything after the schedule: left-over text, reminders, milestones.
pub(crate) fn tail(plan: &Plan) -> Vec<String> {
    let (artifacts, reminders) = (&plan.artifacts, &plan.reminders);
    let advice = reminders.iter().enumerate();
    let advice = advice.map(|(i, Reminder { text, .. })| format!("{}. {text}", i + 1));
    let mut out = Vec::new();
    for Note { text, line } in artifacts {
        // The advice is after its own heading and before what follows in the seed.
        if *line > Some(729) {
            out.extend(advice.clone());
            out.push(String::new());
        }
        out.extend(text.lines().map(str::to_owned));
        out.push(String::new());
    }
    for Milestone { title, goals, .. } in &plan.milestones {
        section(&mut out, &format!("#### {title}"));
        out.extend(goals.iter().map(|goal| format!("- {}", goal.text)));
        out.push(String::new());
    }
    out.pop();
    out
}

/// The roadmap drawn again from its topics, classes and stages, without comments.
pub(crate) fn drawing(roadmap: &Roadmap) -> Vec<String> {
    let mut drawn = Vec::new();
    let mut node = |id: &str| {
        let first = !drawn.iter().any(|seen| seen == id);
        drawn.push(id.to_owned());
        let title = roadmap.topic(id).map_or("", |topic| &topic.title);
        if first {
            format!("{id}[{title}]")
        } else {
            id.to_owned()
        }
    };
    let mut out = vec!["graph TD".to_owned()];
    for topic in &roadmap.topics {
        for before in &topic.after {
            let (from, to) = (node(before.as_str()), node(topic.id.as_str()));
            out.push(format!("{from} --> {to}"));
        }
    }
    let classes = &roadmap.classes;
    out.extend(
        classes
            .iter()
            .map(|c| format!("classDef {} {};", c.name, c.style)),
    );
    for class in classes {
        let topics = roadmap.topics.iter();
        let of_class = topics.filter(|topic| topic.class.as_ref() == Some(&class.name));
        let ids: Vec<_> = of_class.map(|topic| topic.id.as_str()).collect();
        out.push(format!("class {} {};", ids.join(","), class.name));
    }
    for stage in &roadmap.stages {
        let span = stage.span.as_deref().unwrap_or_default();
        out.push(format!("subgraph {}[{span}]", stage.title));
        out.extend(stage.topics.iter().map(ToString::to_string));
        out.push("end".to_owned());
    }
    out
}

fn section(out: &mut Vec<String>, heading: &str) {
    out.extend([heading.to_owned(), String::new()]);
}

fn overview(out: &mut Vec<String>, resources: &[Resource]) {
    let listed: Vec<_> = resources.iter().filter(|r| !r.group.is_empty()).collect();
    for (number, chapter) in listed.chunk_by(|a, b| a.group[0] == b.group[0]).enumerate() {
        section(out, &format!("### {}. {}", number + 1, chapter[0].group[0]));
        for part in chapter.chunk_by(|a, b| a.group == b.group) {
            if let Some(series) = part[0].group.get(1) {
                out.push(format!("- {series}"));
                out.extend(part.iter().map(|entry| format!("  - {}", linked(entry))));
                // What holds for the whole series is kept at each of its entries.
                assert!(part.iter().all(|entry| entry.fields == part[0].fields));
                attributes(out, part[0]);
            } else {
                for entry in part {
                    described(out, entry);
                }
            }
        }
        out.push(String::new());
    }
}

fn linked(entry: &Resource) -> String {
    let label = entry.label.as_ref().map(|label| format!("{label}："));
    let url = entry.url.as_deref().unwrap_or_default();
    format!("{}[{}]({url})", label.unwrap_or_default(), entry.title)
}

fn described(out: &mut Vec<String>, entry: &Resource) {
    out.push(format!("- {}", entry.title));
    out.extend(entry.url.iter().map(|url| format!("  - 链接：{url}")));
    attributes(out, entry);
}

fn attributes(out: &mut Vec<String>, entry: &Resource) {
    for Field { label, value, .. } in &entry.fields {
        let text = value.as_ref().map_or("", |item| &item.text);
        out.push(format!(
            "  - {}：{text}",
            label.as_deref().unwrap_or_default()
        ));
    }
}

fn day_heading(day: &Day) -> String {
    let number = match day.numbers {
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}-{last}"),
        None => String::new(),
    };
    format!("##### Day {number}（{}）", weekday(day.weekdays))
}

pub(crate) fn weekday(days: Option<Weekdays>) -> &'static str {
    let Some(Weekdays { first, last }) = days else {
        return "";
    };
    match (first, last) {
        (Weekday::Sat, Weekday::Sun) => "周末",
        _ if first != last => "",
        (Weekday::Mon, _) => "周一",
        (Weekday::Tue, _) => "周二",
        (Weekday::Wed, _) => "周三",
        (Weekday::Thu, _) => "周四",
        (Weekday::Fri, _) => "周五",
        (Weekday::Sat, _) => "周六",
        (Weekday::Sun, _) => "周日",
    }
}

fn session(out: &mut Vec<String>, part: &Session, plan: &Plan) {
    let window = part.window.map(|window| format!("（{window}）"));
    let name = part.half.as_ref().or(part.title.as_ref());
    let name = name.map_or("", String::as_str);
    section(out, &format!("###### {name}{}", window.unwrap_or_default()));
    for entry in &part.slots {
        slot(out, entry, plan);
    }
    out.push(String::new());
}

fn slot(out: &mut Vec<String>, slot: &Slot, plan: &Plan) {
    out.push(match slot.time {
        Some(time) => format!("- {time} {}", slot.title),
        None => format!("- {}：", slot.title),
    });
    for field in &slot.fields {
        let mut indent = "  ";
        if let Some(label) = &field.label {
            let value = field.value.as_ref().map(|value| item(value, plan));
            out.push(format!("  - {label}：{}", value.unwrap_or_default()));
            indent = "    ";
        }
        let items = field.items.iter();
        out.extend(items.map(|entry| format!("{indent}- {}", item(entry, plan))));
    }
}

fn item(entry: &Item, plan: &Plan) -> String {
    let label = entry.label.as_ref().map(|label| format!("{label}："));
    let label = label.unwrap_or_default();
    match url(entry, plan) {
        Some(url) => format!("{label}[{}]({url})", entry.text),
        None => format!("{label}{}", entry.text),
    }
}

/// The link of an entry: that of the library, else its own.
pub(crate) fn url<'a>(entry: &'a Item, plan: &'a Plan) -> Option<&'a str> {
    let of_library = entry
        .resource
        .as_ref()
        .and_then(|id| plan.resource(id.as_str()));
    of_library
        .and_then(|found| found.url.as_deref())
        .or(entry.url.as_deref())
}
