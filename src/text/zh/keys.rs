//! What the keys of a plan file are for: in the schema, and where one is missing.

use crate::text::source::Level;

/// What `key` of a `level` is for; empty where there is no such key.
pub(super) fn purpose(level: Level, key: &str) -> &'static str {
    let purposes = purposes(level).iter();
    let mut found = purposes.filter(|(known, _)| *known == key);
    found.next().map_or("", |(_, purpose)| purpose)
}

/// A key and what it is for.
type Purpose = (&'static str, &'static str);

fn purposes(level: Level) -> &'static [Purpose] {
    match level {
        Level::Plan => PLAN,
        Level::TimeBudget => TIME_BUDGET,
        Level::Roadmap => ROADMAP,
        Level::Topic => TOPIC,
        Level::Stage => STAGE,
        Level::Resource => RESOURCE,
        Level::Milestone => MILESTONE,
        Level::Event => EVENT,
        Level::Goal => GOAL,
        Level::Reminder => REMINDER,
        Level::Artifact | Level::Note => NOTE,
        Level::Allow => ALLOW,
        Level::Phase => PHASE,
        Level::Week => WEEK,
        Level::Deliverable => DELIVERABLE,
        Level::Day => DAY,
        Level::Origin => ORIGIN,
        Level::Session => SESSION,
        Level::Slot => SLOT,
        Level::Field => FIELD,
        Level::Item => ITEM,
    }
}

const ACCEPTED: &str = "要忽略的警告：{rule, at, why}";
const DAYS: &str = "各天，按顺序";
const TITLE: &str = "标题";
const FIELDS: &str = "带标签的内容：单键映射，标签对文本或列表";
const GOALS: &str = "要达成的目标：文本，或 {text, by: [w5, A, w05.2]}";
const NOTES: &str = "作者的备注：文本，或 {line, text}";
const EDITOR_NOTES: &str = "编者对原文的说明：文本，或 {line, text}；加 `--editor-notes` 才显示";
const SLOTS: &str = "要做的事，按顺序";
const SOURCE_LINE: &str = "在原文档中的行号，从 1 起";
const TICKED: &str = "导入的笔记里已打勾则为 true；`init` 记为完成，只记一次";
const WEEKS: &str = "各周，按顺序";

const PLAN: &[Purpose] = &[
    ("plan", "编号：小写字母、数字和 `-`，也是日志文件夹的名字"),
    ("title", TITLE),
    ("language", "内容的语言，例如 zh 或 en"),
    ("direction", "学科方向"),
    ("duration", "总时长，作者的原话"),
    ("time_budget", "每天的学习时间"),
    ("rest", "有意空出星期几：sun，或 sat-sun"),
    ("goal", "学完后能做到什么"),
    ("front_matter", "原文档开头的元数据，照录原文"),
    ("roadmap", "主题之间的先后关系图"),
    ("resources", "资源库，时段用编号引用其中的资源"),
    ("milestones", "到什么时候应达成什么"),
    ("reminders", "需要记住的建议：文本，或 {text, scope}"),
    ("artifacts", "原文档中不属于计划的文字：{line, text}"),
    ("notes", NOTES),
    ("editor_notes", EDITOR_NOTES),
    ("allow", ACCEPTED),
    ("phases", "各阶段，按顺序"),
    ("weeks", WEEKS),
    ("days", DAYS),
    ("slots", SLOTS),
];

const TIME_BUDGET: &[Purpose] = &[
    ("weekday", "周一至周五：6h，或范围 4h-6h"),
    ("weekend", "周六和周日：6h，或范围 4h-6h"),
    ("verbatim", "作者的原话"),
];

const ROADMAP: &[Purpose] = &[
    ("topics", "各主题：编号对 {title, class, after}"),
    ("classes", "各类别在图中的样式"),
    ("stages", "路线图阶段：{title, span, topics}"),
    ("source", "作者画的图（Mermaid），照录原文"),
    ("notes", NOTES),
    ("editor_notes", EDITOR_NOTES),
];

const TOPIC: &[Purpose] = &[
    ("title", TITLE),
    ("class", "类别，决定图中的样式"),
    ("after", "排在前面的主题"),
];

const STAGE: &[Purpose] = &[
    ("title", TITLE),
    ("span", "所用时间，作者的原话"),
    ("topics", "其中的主题"),
];

const RESOURCE: &[Purpose] = &[
    ("id", "编号，供时段引用"),
    (
        "kind",
        "course、project、paper、blog、doc、book、video、dataset、model、repo、practice 或 other",
    ),
    ("title", "标题，作者的原话"),
    ("label", "作者写在标题前的标签"),
    ("group", "在原文档中所属的各级标题，从外到内"),
    ("full_title", "真正的标题，与作者所写不同时才写"),
    ("url", "链接，照作者所写"),
    (
        "status",
        "链接的状况：ok、moved、renamed、mismatch、wrong、not-found 或 none",
    ),
    ("suggested_url", "更好的链接"),
    ("fields", FIELDS),
    ("notes", NOTES),
    ("editor_notes", EDITOR_NOTES),
];

const MILESTONE: &[Purpose] = &[
    ("title", TITLE),
    (
        "due",
        "开始后多久截止：1 month、2 weeks、10 days；或日期：2026-12-16",
    ),
    ("goals", GOALS),
    ("notes", NOTES),
    ("editor_notes", EDITOR_NOTES),
];

const EVENT: &[Purpose] = &[
    ("id", "编号，命令用它指定：midterm"),
    ("kind", "exam（考试）或 event（其他，默认）"),
    ("title", TITLE),
    ("date", "日期：2026-12-16"),
    ("time", "时间：09:00-11:00，默认占全天"),
    ("covers", "要在此之前完成的周（w5、w1-w5）、主题和时段"),
];

const GOAL: &[Purpose] = &[
    ("text", "要达成的目标"),
    ("by", "靠哪些周、主题或交付物达成"),
];

const REMINDER: &[Purpose] = &[("text", "建议的内容"), ("scope", "适用范围")];

const NOTE: &[Purpose] = &[("line", SOURCE_LINE), ("text", "文字")];

const ALLOW: &[Purpose] = &[
    ("rule", "规则名"),
    (
        "at",
        "位置：天（d6）、周（w3）、时段（d06-1400 或 d6.2）、主题、资源、阶段（p1）、里程碑（m2）\
         或本列表的条目（a1）",
    ),
    ("why", "忽略的理由"),
];

const PHASE: &[Purpose] = &[
    ("title", "简短的名称"),
    ("heading", "在原文档中的标题，照录原文"),
    ("span", "作者定的时长：2 weeks"),
    ("buffer", "用来赶进度的空闲时间：1 week；这样的阶段没有周"),
    ("goals", GOALS),
    ("notes", NOTES),
    ("editor_notes", EDITOR_NOTES),
    ("weeks", WEEKS),
    ("days", DAYS),
    ("slots", SLOTS),
];

const WEEK: &[Purpose] = &[
    ("week", "序号，默认为前一周加一"),
    ("title", TITLE),
    ("goals", GOALS),
    ("fields", FIELDS),
    ("notes", NOTES),
    ("editor_notes", EDITOR_NOTES),
    ("days", DAYS),
    ("slots", SLOTS),
    ("deliverables", "要交的成果：文本，或 {id, text}"),
];

const DELIVERABLE: &[Purpose] = &[
    ("id", "编号，默认由周和序号组成：w05.1"),
    ("text", "要交的成果"),
    ("due", "截止日期：2026-12-16，默认为所在周的最后一天"),
    ("ticked", TICKED),
];

const DAY: &[Purpose] = &[
    ("day", "序号，或范围 18-19，默认为前一天加一"),
    ("weekday", "mon 到 sun，或范围 sat-sun，默认不限"),
    ("title", TITLE),
    ("origin", "authored，或 {seed: 原文档中的行号}"),
    ("notes", NOTES),
    ("editor_notes", EDITOR_NOTES),
    ("sessions", "一天中的各单元，按顺序"),
    ("slots", SLOTS),
];

const ORIGIN: &[Purpose] = &[("seed", SOURCE_LINE)];

const SESSION: &[Purpose] = &[
    ("half", "上午、下午或晚上，作者的原话"),
    ("title", TITLE),
    ("window", "留出的时间：09:00-12:00"),
    ("notes", NOTES),
    ("editor_notes", EDITOR_NOTES),
    ("slots", "其中要做的事，按顺序，可以为空"),
];

const SLOT: &[Purpose] = &[
    ("id", "固定的编号，默认由天和开始时间组成：d08-1045"),
    ("time", "起止时间：09:00-10:30"),
    ("duration", "时长，不定时间时才写：90m、1h30m"),
    ("title", TITLE),
    ("topic", "所属的路线图主题"),
    ("ticked", TICKED),
    ("fields", FIELDS),
    ("items", "没有标签的列表"),
    ("notes", NOTES),
    ("editor_notes", EDITOR_NOTES),
];

const FIELD: &[Purpose] = &[
    ("label", "作者写的标签"),
    ("text", "与标签同一行的文本"),
    ("items", "标签下的列表"),
    ("resource", "引用的资源"),
    ("url", "链接，指向资源库之外"),
    ("kind", "资源类型"),
    ("corrected", "改正后的文本"),
    ("note", "备注"),
];

const ITEM: &[Purpose] = &[
    ("label", "作者写的标签"),
    ("text", "作者写的文本"),
    ("resource", "引用的资源"),
    ("url", "链接，指向资源库之外"),
    ("kind", "资源类型"),
    ("corrected", "改正后的文本"),
    ("note", "备注"),
];
