//! The shipped plan holds the whole outline of weeks 5 to 12: rendered back, its weeks and its
//! register of resources are the outline's, line by line.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, Months, NaiveDate};

use super::weeks_render::{FIGURES, authored, figures, minutes, registered, week, weeks};
use crate::calendar::Calendar;
use crate::model::{
    Field, Kind, MilestoneDue, Minutes, Note, Period, Plan, Resource, ResourceId, SlotRef, Week,
};

const OUTLINE: &str = include_str!("../../tests/fixtures/weeks-5-12.md");
const PLAN: &str = include_str!("../../plans/multimodal.yaml");

/// What the register names and the seed's library had already; it stays where it was.
const OF_SEED: [&str; 13] = [
    "hf-llm-course",
    "hf-docs",
    "pytorch-docs",
    "ill-transformer",
    "clip-blog",
    "attention",
    "bert",
    "vit",
    "beit",
    "clip",
    "survey17",
    "albef",
    "blip",
];

fn multimodal() -> Plan {
    let parsed = crate::source::parse(PLAN);
    let Some(plan) = parsed.plan else {
        panic!("plans/multimodal.yaml: {:#?}", parsed.diagnostics)
    };
    assert!(parsed.diagnostics.is_empty());
    plan
}

/// The outline's lines from the one that starts with `first` up to the one before `last`.
fn outline(first: &str, last: &str) -> Vec<&'static str> {
    let lines = OUTLINE.lines().skip_while(|line| !line.starts_with(first));
    lines.take_while(|line| !line.starts_with(last)).collect()
}

fn sections() -> Vec<&'static str> {
    outline("## Week 5", "## 资源登记表")
}

/// The first line in which the two differ.
fn first_difference(expected: &[&str], actual: &[String]) -> Option<String> {
    let lines = expected.len().max(actual.len());
    (0..lines).find_map(|i| {
        let (wanted, found) = (expected.get(i), actual.get(i));
        let same = wanted.copied() == found.map(String::as_str);
        (!same).then(|| format!("line {i}: {wanted:?} became {found:?}"))
    })
}

/// The rows of the register: heading of the section, and the row.
fn register() -> Vec<(&'static str, &'static str)> {
    let mut section = "";
    let mut rows = Vec::new();
    for line in outline("## 资源登记表", "## 需要写进") {
        if let Some(heading) = line.strip_prefix("### ") {
            section = heading.split('（').next().unwrap_or_default();
        } else if line.starts_with("| `") {
            rows.push((section, line));
        }
    }
    rows
}

fn id_of(row: &str) -> &str {
    row.split('`').nth(1).unwrap_or_default()
}

/// The title and the link of a row.
fn title_and_url(row: &str) -> (&str, &str) {
    let (_, rest) = row.split_once("` | ").unwrap();
    let (title, url) = rest.rsplit_once(" | ").unwrap();
    (title, url.trim_end_matches(" |"))
}

fn places(plan: &Plan) -> Vec<SlotRef<'_>> {
    plan.slots().filter(|place| authored(place.day)).collect()
}

/// Every text of a week that comes from the outline.
fn texts(week: &mut Week) -> Vec<&mut String> {
    let mut all = Vec::new();
    all.extend(&mut week.title);
    all.extend(week.goals.iter_mut().map(|goal| &mut goal.text));
    all.extend(week.deliverables.iter_mut().map(|one| &mut one.text));
    for field in &mut week.fields {
        all.extend(field.value.as_mut().map(|item| &mut item.text));
        if field.label.as_deref() != Some(FIGURES) {
            all.extend(field.items.iter_mut().map(|item| &mut item.text));
        }
    }
    for day in &mut week.days {
        all.extend(&mut day.title);
        let sessions = day.sessions.iter_mut();
        for slot in sessions.flat_map(|session| &mut session.slots) {
            all.push(&mut slot.title);
            let fields = slot.fields.iter_mut();
            let items = fields.flat_map(|field| {
                field
                    .value
                    .as_deref_mut()
                    .into_iter()
                    .chain(&mut field.items)
            });
            all.extend(items.flat_map(|item| item.label.iter_mut().chain([&mut item.text])));
        }
    }
    all
}

/// Every note of the plan, at any level.
fn notes(plan: &Plan) -> Vec<&str> {
    let levels = plan.phases.iter().map(|phase| &phase.notes);
    let weeks = plan.weeks().map(|(_, week)| &week.notes);
    let library = plan.resources.iter().map(|entry| &entry.notes);
    let all = std::iter::once(&plan.notes)
        .chain(levels)
        .chain(weeks)
        .chain(library);
    all.flatten()
        .map(|Note { text, .. }| text.as_str())
        .collect()
}

#[test]
fn the_weeks_are_the_outlines() {
    assert_eq!(first_difference(&sections(), &weeks(&multimodal())), None);
}

#[test]
fn the_comparison_sees_every_single_changed_text() {
    let expected = sections();
    let mut plan = multimodal();
    let ours = plan.phases.iter_mut().flat_map(|phase| &mut phase.weeks);
    let ours = ours.filter(|week| week.days.iter().any(authored));
    let mut ours: Vec<&mut Week> = ours.collect();
    let count: usize = ours.iter_mut().map(|week| texts(week).len()).sum();
    let marks = expected.iter().map(|line| line.matches('`').count());
    let slots = |line: &&&str| line.contains(" ｜任务：");
    let tasks = expected.iter().filter(slots).map(|line| {
        let (_, rest) = line.split_once(" ｜任务：").unwrap();
        let (tasks, _) = rest.split_once(" ｜输出：").unwrap();
        tasks.split('；').count()
    });
    let optional = expected.iter().map(|line| line.matches("选读 `").count());
    // Title, node and project of 8 weeks, their goals and deliverables, titles of 56 days, and
    // of 216 slots title, output, resources, which of them are optional, and tasks.
    let of_weeks = 8 * 3 + 28 + 40 + 56;
    let of_slots = 216 * 2 + marks.sum::<usize>() / 2 + tasks.sum::<usize>();
    let of_slots = of_slots + optional.sum::<usize>();
    assert_eq!(count, of_weeks + of_slots);
    let mut sections = expected.chunk_by(|_, line| !line.starts_with("## "));
    for one in ours {
        let expected = sections.next().unwrap();
        assert_eq!(first_difference(expected, &week(one)), None);
        for number in 0..texts(one).len() {
            texts(one)[number].push('改');
            let difference = first_difference(expected, &week(one));
            assert!(
                difference.is_some_and(|text| text.contains('改')),
                "{number}"
            );
            texts(one)[number].pop();
        }
    }
    assert!(sections.next().is_none());
    assert_eq!(plan, multimodal());
}

#[test]
fn the_comparison_sees_a_slot_left_out_and_two_days_exchanged() {
    let expected = sections();
    let mut changed = multimodal();
    changed.phases[3].weeks[1].days[2].sessions[1].slots.pop();
    assert!(first_difference(&expected, &weeks(&changed)).is_some());
    let mut changed = multimodal();
    changed.phases[2].weeks[0].days.swap(0, 1);
    assert!(first_difference(&expected, &weeks(&changed)).is_some());
}

#[test]
fn library_has_the_register_once_and_in_order() {
    let plan = multimodal();
    let rows = register();
    assert_eq!(rows.len(), 216);
    let entries = plan.resources.iter();
    let ids: Vec<_> = entries.map(|entry| entry.id.as_str()).collect();
    for (_, row) in &rows {
        let found = ids.iter().filter(|id| **id == id_of(row));
        assert_eq!(found.count(), 1, "{row}");
    }
    let new = rows.iter().map(|(_, row)| *row);
    let new: Vec<_> = new.filter(|row| !OF_SEED.contains(&id_of(row))).collect();
    let registered_ids: BTreeSet<_> = new.iter().map(|row| id_of(row)).collect();
    let ours = plan.resources.iter();
    let ours = ours.filter(|entry| registered_ids.contains(entry.id.as_str()));
    let ours: Vec<_> = ours.map(registered).collect();
    assert_eq!(first_difference(&new, &ours), None);
    // They follow the seed's entries, of which there are none after them.
    let tail: Vec<_> = plan.resources[plan.resources.len() - new.len()..]
        .iter()
        .map(|entry| entry.id.as_str())
        .collect();
    assert!(tail.iter().all(|id| registered_ids.contains(id)));
}

#[test]
fn resource_of_the_seed_keeps_its_title_and_gains_the_registered_one() {
    let plan = multimodal();
    for (_, row) in register() {
        let (id, (title, url)) = (id_of(row), title_and_url(row));
        if !OF_SEED.contains(&id) {
            continue;
        }
        let entry = plan.resource(id).unwrap();
        let Resource {
            url: own,
            suggested_url,
            full_title,
            ..
        } = entry;
        let links = [own.as_deref(), suggested_url.as_deref()];
        assert!(links.contains(&Some(url)), "{id}");
        let name = full_title.as_deref().unwrap_or(&entry.title);
        let remark = title.strip_prefix(name).unwrap_or("different");
        assert!(remark.is_empty() || remark.starts_with('（'), "{id}");
    }
}

#[test]
fn every_registered_entry_is_of_its_kind_and_is_used() {
    let plan = multimodal();
    let kinds = BTreeMap::from([
        ("课程", "course"),
        ("文档", "doc"),
        ("博客", "blog"),
        ("论文", "paper"),
        ("仓库", "repo"),
        ("数据", "dataset"),
        ("权重", "model"),
    ]);
    let places = places(&plan);
    let fields = places.iter().flat_map(|place| &place.slot.fields);
    let optional = plan
        .weeks()
        .filter(|(_, week)| week.days.iter().any(authored));
    let optional = optional.flat_map(|(_, week)| &week.fields);
    let optional = optional.filter(|field| field.is_reading() && field.value.is_none());
    let used: BTreeSet<_> = fields
        .chain(optional)
        .flat_map(Field::entries)
        .filter_map(|entry| entry.resource.as_ref().map(ResourceId::as_str))
        .collect();
    for (section, row) in register() {
        let entry = plan.resource(id_of(row)).unwrap();
        assert_eq!(entry.kind.name(), kinds[section], "{row}");
        assert!(used.contains(entry.id.as_str()), "{row}");
    }
    assert_eq!(used.len(), 216);
}

#[test]
fn published_figures_are_in_the_weeks_that_use_them() {
    let plan = multimodal();
    let mut rows: Vec<String> = Vec::new();
    let table = outline("| 对象 | 数值 | 出处 |", "说明：");
    for row in table.iter().filter(|row| row.starts_with("| ")).skip(1) {
        let row = row.replace('`', "");
        let origin = rows.last().and_then(|row| row.rsplit(" | ").next());
        let origin = origin.unwrap_or_default().to_owned();
        rows.push(row.replace("同上 |", &origin));
    }
    let found: Vec<_> = plan
        .weeks()
        .map(|(_, week)| (week.number.unwrap_or_default(), figures(week)))
        .filter(|(_, figures)| !figures.is_empty())
        .collect();
    let weeks: Vec<_> = found.iter().map(|(n, rows)| (*n, rows.len())).collect();
    assert_eq!(weeks, [(5, 2), (7, 3), (9, 2), (10, 1), (12, 1)]);
    let found: BTreeSet<_> = found.into_iter().flat_map(|(_, rows)| rows).collect();
    assert_eq!(found, rows.into_iter().collect::<BTreeSet<_>>());
    assert!(PLAN.matches(&format!("- {FIGURES}:")).count() == 5);
}

#[test]
fn the_outlines_remarks_are_kept() {
    let plan = multimodal();
    let notes = notes(&plan);
    let kept = [
        "有两个 arXiv 号：2111.03930",
        "计划引用后者",
        "以 arXiv 为准",
        "计划把 BEiT 项目拆成 Week 9（BEiT）、Week 10（VLP / BEiT-3）、Week 11（改进）",
        "Flickr30k 图像需填申请表（beit3 文档给出表单）",
        "Winoground 在 HF 需登录同意",
        "MM-IMDb、COCO 按各自条款",
        "故优先 parquet / webdataset 版本",
        "上述三个具体数据集是否脚本型来自公开代码注释，上线前应再跑一次",
        "若无 24 GB GPU，用 ViT-Ti/16 + 112 px 或只做 C1、C3 两条评测线",
        "作缓冲：补 Day 2 缺时段、补 Week 3 周末、补未达标交付",
        "自写脚本允许 ±1 pp",
        "混用标准 GELU 会显著掉点，是首查项",
        "图检索 = text→image，文检索 = image→text",
        "主干 2026 年有破坏性改动（dict batch、TrainingTask、torch≥2.6），请装固定版本",
        "1 × 24 GB GPU；标 8bit/LoRA/子集处为降配路径；无 GPU 时可只做评测与推理的小样",
        "若 Day 1 = 第 1 日历周周一，Week 5–12 占第 4–11 日历周",
        "参考数值来自公开仓库文件，不是本项目实测；训练时长与显存是规划估计",
        "链接此刻是否可开没有测",
        "标「选读」的只看摘要与图表，十来分钟一篇；没有标的论文，第一次不带「选读」出现时细读，Week 12 每天两篇",
        "免费 T4（16 GB）的通则：Turing 卡没有 bf16，也用不了 FlashAttention-2，一律 fp16 加 GradScaler",
        "国内访问：Hugging Face 下不动就设 HF_ENDPOINT=https://hf-mirror.com（第三方镜像），或用 ModelScope",
    ];
    for words in kept {
        assert!(OUTLINE.contains(words), "the outline: {words}");
        assert!(
            notes.iter().any(|note| note.contains(words)),
            "the plan: {words}"
        );
    }
}

#[test]
fn the_notes_of_slots_are_the_outlines() {
    let plan = multimodal();
    let found = places(&plan).into_iter().flat_map(|SlotRef { slot, .. }| {
        let line = |note: &Note| format!("- `{}` {}", slot.id, note.text);
        slot.notes.iter().map(line).collect::<Vec<_>>()
    });
    let expected = outline("## 时段附注", "## 需要写进");
    let expected: Vec<_> = expected
        .into_iter()
        .filter(|l| l.starts_with("- "))
        .collect();
    assert_eq!(expected.len(), 24);
    assert_eq!(
        first_difference(&expected, &found.collect::<Vec<_>>()),
        None
    );
}

#[test]
fn week_12_asks_for_two_papers_a_day_in_full() {
    let plan = multimodal();
    let is_paper = |id: &ResourceId| plan.resource(id.as_str()).unwrap().kind == Kind::Paper;
    let days = plan
        .days()
        .filter_map(|(.., day)| Some((day.numbers?.0, day)));
    let papers = days.filter(|(number, _)| (69..=72).contains(number));
    let papers = papers.map(|(_, day)| {
        let fields = day.slots().flat_map(|slot| &slot.fields);
        let entries = fields.flat_map(Field::entries);
        let closely = entries.filter(|entry| entry.label.as_deref() != Some("选读"));
        let ids = closely.filter_map(|entry| entry.resource.as_ref());
        let ids = ids.filter(|id| is_paper(id));
        ids.map(ResourceId::as_str).collect::<Vec<_>>()
    });
    let expected = [
        ["llava", "idefics2"],
        ["qwen2-vl", "smolvlm"],
        ["mmstar", "pope"],
        ["siglip2", "janus-pro"],
    ];
    assert_eq!(papers.collect::<Vec<_>>(), expected);
}

#[test]
fn days_slots_and_minutes_are_as_many_as_planned() {
    let plan = multimodal();
    let days = plan.days().filter_map(|(.., day)| day.numbers);
    let days: Vec<_> = days.flat_map(|(first, last)| first..=last).collect();
    assert!(days.iter().copied().eq(1..=75));
    let timed = plan.slots().filter(|place| place.slot.time.is_some());
    let ours = places(&plan);
    let counts = (plan.slots().count(), timed.count(), ours.len());
    assert_eq!(counts, (280, 278, 216));
    let mut phases = vec![0; plan.phases.len()];
    for place in plan.slots() {
        phases[place.at.phase] += 1;
    }
    assert_eq!(phases, [22, 42, 108, 108, 0]);
    for (.., day) in plan.days().filter(|(.., day)| authored(day)) {
        let weekday = day.weekdays.map(|days| days.first);
        let expected = match weekday {
            Some(chrono::Weekday::Sun) => 255,
            _ => 360,
        };
        assert_eq!(minutes(day.slots()), Minutes(expected), "{:?}", day.numbers);
    }
    let deliverables = plan.weeks().flat_map(|(_, week)| &week.deliverables);
    let ids: Vec<_> = deliverables.map(|one| one.id.clone()).collect();
    let expected = (5..=12).flat_map(|week| (1..=5).map(move |n| format!("w{week:02}.{n}")));
    assert_eq!(ids, expected.collect::<Vec<_>>());
}

#[test]
fn phases_follow_the_roadmap_and_end_in_a_buffer() {
    let plan = multimodal();
    let phases: Vec<_> = plan.phases.iter().skip(2).collect();
    let titles: Vec<_> = phases.iter().map(|phase| phase.title.as_deref()).collect();
    assert_eq!(titles, [Some("第三阶段"), Some("第四阶段"), Some("缓冲")]);
    assert_eq!(phases[0].span, Some(Period::Weeks(4)));
    assert_eq!(phases[1].span, Some(Period::Weeks(4)));
    assert_eq!(phases[2].buffer, Some(Period::Weeks(1)));
    let topics: BTreeSet<_> = plan.slots().filter_map(|p| p.slot.topic.clone()).collect();
    let all: BTreeSet<_> = plan.roadmap.topics.iter().map(|t| t.id.clone()).collect();
    assert_eq!(topics, all);
    assert!(places(&plan).iter().all(|p| p.slot.topic.is_some()));
    // The seed has no slot of H; it starts on the Sunday of week 8.
    let first = plan.slots().find(|place| {
        let topic = place.slot.topic.as_ref();
        topic.is_some_and(|topic| topic.as_str() == "H")
    });
    assert_eq!(first.unwrap().slot.id.as_str(), "d47-1045");
}

/// The last day on which something that fulfils a goal is planned.
fn last_day(plan: &Plan, by: &str, laid: &Calendar) -> NaiveDate {
    let places = plan.slots().filter(|place| {
        let topic = place.slot.topic.as_ref();
        let deliverable = || place.week.deliverables.iter().any(|one| one.id == by);
        let week = || Some(by.to_owned()) == place.week.number.map(|n| format!("w{n}"));
        topic.is_some_and(|topic| topic.as_str() == by) || week() || deliverable()
    });
    let days: Vec<_> = places.map(|place| place.day_index).collect();
    let last = days.iter().max();
    let last = last.unwrap_or_else(|| panic!("nothing fulfils a goal by {by}"));
    laid.days[*last].last
}

#[test]
fn every_goal_of_the_months_is_fulfilled_in_time() {
    let plan = multimodal();
    let start = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let laid = Calendar::lay(&plan, start);
    let goals: Vec<_> = plan.milestones.iter().map(|one| one.goals.len()).collect();
    assert_eq!(goals, [4, 4, 4]);
    for (month, milestone) in (1..).zip(&plan.milestones) {
        assert_eq!(
            milestone.due,
            Some(MilestoneDue::After(Period::Months(month)))
        );
        let due = start + Months::new(month);
        for goal in &milestone.goals {
            assert!(!goal.by.is_empty(), "{}", goal.text);
            for by in &goal.by {
                let last = last_day(&plan, by, &laid);
                assert!(last <= due, "{} by {by}: {last}", goal.text);
            }
        }
    }
    let buffer = start + Days::new(11 * 7);
    assert_eq!(laid.end(), buffer + Days::new(6));
}
