//! Renders the weeks that were written after the seed back into the lines of their outline.

use super::seed_render::weekday;
use crate::model::{Day, Deliverable, Field, Kind, Minutes, Origin, Plan, Resource, Slot, Week};

/// The field of a week that holds published figures.
pub(crate) const FIGURES: &str = "参考值";

/// Whether `day` was written for this plan.
pub(crate) fn authored(day: &Day) -> bool {
    day.origin == Some(Origin::Authored)
}

/// The weeks that were written for this plan, as the outline has them.
pub(crate) fn weeks(plan: &Plan) -> Vec<String> {
    let weeks = plan.weeks().map(|(_, week)| week);
    let ours = weeks.filter(|week| week.days.iter().any(authored));
    ours.flat_map(week).collect()
}

/// An entry of the register: id, title with its remark, link.
pub(crate) fn registered(entry: &Resource) -> String {
    let id = entry.id.as_str();
    let remark = entry.fields.iter().map(|field| {
        assert_eq!(field.label.as_deref(), Some("说明"), "{id}");
        let text = &field.value.as_ref().unwrap().text;
        match entry.kind {
            Kind::Repo => format!(" — {text}"),
            _ if id == "ds-coco" => format!("：{text}"),
            Kind::Dataset if entry.title.ends_with('）') => format!("；{text}"),
            _ => format!("（{text}）"),
        }
    });
    let title: String = std::iter::once(entry.title.clone()).chain(remark).collect();
    let url = entry.url.as_deref().unwrap_or_default();
    format!("| `{id}` | {title} | {url} |")
}

/// The published figures of a week, as rows of the table they come from.
pub(crate) fn figures(week: &Week) -> Vec<String> {
    let fields = week.fields.iter();
    let ours = fields.filter(|field| field.label.as_deref() == Some(FIGURES));
    let rows = ours.flat_map(Field::entries).map(|entry| {
        let label = entry.label.as_deref().unwrap_or_default();
        let origin = entry.note.as_deref().unwrap_or_default();
        format!("| {label} | {} | {origin} |", entry.text)
    });
    rows.collect()
}

/// A week, as the outline has it.
pub(crate) fn week(week: &Week) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let numbers = |day: Option<&Day>| day.and_then(|day| day.numbers).unwrap_or_default();
    let (first, last) = (numbers(week.days.first()).0, numbers(week.days.last()).1);
    let (number, title) = (week.number.unwrap_or_default(), text(&week.title));
    let mut out = vec![
        format!("## Week {number}（Day {first}–{last}）：{title}"),
        String::new(),
    ];
    for field in &week.fields {
        let label = field.label.as_deref().unwrap_or_default();
        if let Some(value) = &field.value {
            out.push(format!("- {label}：{}", value.text));
        } else if label != FIGURES {
            out.push(format!("- {label}：{}", entries(field).join(" ")));
        }
    }
    out.push("- 学习目标：".to_owned());
    let goals = week.goals.iter().enumerate();
    out.extend(goals.map(|(i, goal)| format!("  {}. {}", i + 1, goal.text)));
    out.push(String::new());
    for entry in &week.days {
        out.extend(day(entry));
    }
    let total = minutes(week.days.iter().flat_map(Day::slots));
    out.push(format!("**本周可验收交付**（合计 {} h）", hours(total)));
    let deliverables = week.deliverables.iter();
    out.extend(deliverables.map(|Deliverable { text, .. }| format!("- [ ] {text}")));
    out.push(String::new());
    out
}

fn day(day: &Day) -> Vec<String> {
    let (number, weekday) = (day.numbers.unwrap_or_default().0, weekday(day.weekdays));
    let (count, total) = (day.slots().count(), hours(minutes(day.slots())));
    let title = day.title.as_deref().unwrap_or_default();
    let mut out = vec![
        format!("### Day {number}（{weekday}）{title}　[{count} 个时段 / {total} h]"),
        String::new(),
    ];
    for part in &day.sessions {
        let half = part.half.as_deref().unwrap_or_default();
        out.extend(part.slots.iter().map(|entry| slot(half, entry)));
    }
    out.push(String::new());
    out
}

fn slot(half: &str, slot: &Slot) -> String {
    let time = slot.time.map(|time| time.to_string()).unwrap_or_default();
    let fields: String = slot.fields.iter().map(field).collect();
    format!("- {half} {time} **{}**{fields}", slot.title)
}

fn field(field: &Field) -> String {
    let label = field.label.as_deref().unwrap_or_default();
    let (label, between) = match label {
        "学习资源" => ("资源", " "),
        other => (other, "；"),
    };
    format!(" ｜{label}：{}", entries(field).join(between))
}

/// The entries of a list: what the author calls each, the resource, the text.
fn entries(field: &Field) -> Vec<String> {
    let entries = field.entries().map(|entry| {
        let label = entry.label.as_ref().map(|label| format!("{label} "));
        let resource = entry.resource.as_ref().map(|id| format!("`{id}`"));
        label.unwrap_or_default() + &resource.unwrap_or_default() + &entry.text
    });
    entries.collect()
}

/// All that the slots plan.
pub(crate) fn minutes<'a>(slots: impl Iterator<Item = &'a Slot>) -> Minutes {
    slots.filter_map(Slot::planned).sum()
}

fn hours(minutes: Minutes) -> String {
    (f64::from(minutes.0) / 60.0).to_string()
}
