//! The help of verbs that show something.

use crate::text::VerbHelp;

const EDITOR_NOTES: (&str, &str) = ("editor_notes", "同时显示计划编者对原文的说明");
const ALL: (&str, &str) = ("all", "显示所有已开始而未完成的计划");
const SAME_AS_DAY: (&str, &str) = ("date", "同 [日期]");

pub(super) const VERBS: &[VerbHelp] = &[
    VerbHelp {
        verb: "today",
        about: "显示今天的时段、要读的资源和逾期的内容",
        arguments: &[ALL, EDITOR_NOTES, SAME_AS_DAY],
        examples: "\
示例：
  plan today
  plan today 周一
  plan today --json",
    },
    VerbHelp {
        verb: "tomorrow",
        about: "显示明天的时段",
        arguments: &[ALL],
        examples: "\
示例：
  plan tomorrow --format md",
    },
    VerbHelp {
        verb: "next",
        about: "显示下一个未完成的时段及其全部内容",
        arguments: &[ALL, EDITOR_NOTES, SAME_AS_DAY],
        examples: "\
示例：
  plan next",
    },
    VerbHelp {
        verb: "week",
        about: "显示本周，从周一到周日",
        arguments: &[
            (
                "week",
                "哪一周：next（下周）、last（上周）、计划里第几周，或其中一天",
            ),
            ("date", "这一天所在的周：12月7日、周三、+7、-1w"),
            ALL,
        ],
        examples: "\
示例：
  plan week
  plan week 下周
  plan week 3          计划第3周开始的那个自然周
  plan week 12月7日",
    },
    VerbHelp {
        verb: "show",
        about: "显示时段、天、周、阶段或主题的全部内容",
        arguments: &[
            (
                "targets",
                "看什么：2、10:45、d08-1045、d8.2、第8天、第3周、第2阶段、主题、资源、考试、标题，或“计划”",
            ),
            ("date", "序号和时间所属的日期：昨天、周一、-1"),
            EDITOR_NOTES,
        ],
        examples: "\
示例：
  plan show 2          今天第 2 个时段
  plan show d8.2       第8天的第 2 个时段
  plan show 第3周      计划第3周
  plan show A          主题 A
  plan show clip       一条资源
  plan show midterm    考试或其他固定日期
  plan show 计划       整个计划：目标、时间预算、提醒、各部分和备注
  plan show 自动求导   标题里有这几个字的时段

对象的全部写法见 `plan help targets`。",
    },
    VerbHelp {
        verb: "log",
        about: "显示历史：记录了什么，什么时候记录的",
        arguments: &[
            ("all", "显示全部，不只是最近的记录"),
            ("lines", "每行一条记录，供逐行读 JSON 的工具使用"),
            SAME_AS_DAY,
        ],
        examples: "\
示例：
  plan log
  plan log --all
  plan log 昨天       计入昨天的记录
  plan log --json     每一条记录
  plan log --json --lines",
    },
    VerbHelp {
        verb: "report",
        about: "报告本周，再报告所有阶段和主题",
        arguments: &[
            (
                "on",
                "报告什么：计划里的一周（3、第3周）、一个阶段（p2）、`all`，或某天所在的周",
            ),
            ("week", "报告计划第 N 周"),
            ("phase", "报告计划第 N 阶段"),
            ("all", "报告整个计划"),
            ("since", "从这一天起"),
            ("until", "到这一天为止（有 --since 时默认到今天）"),
            ("date", "报告这一天所在的自然周"),
            ("all_plans", "报告所有已开始而未完成的计划"),
            ("format", "输出格式：table、json、md 或 html"),
            ("file", "网页（--format html）写到哪里；不写则直接输出"),
        ],
        examples: "\
示例：
  plan report
  plan report 3                   计划第3周
  plan report 上周                上一个自然周
  plan report --since 周一 --until 今天 --format md
  plan report --all               另有累计进度、全部主题、按周分组的逾期
  plan report --all --format html -o report.html",
    },
    VerbHelp {
        verb: "page",
        about: "写出一个网页：今天、本周、报告和路线图",
        arguments: &[("output", "网页写到哪里；不写则直接输出")],
        examples: "\
示例：
  plan page -o plan.html
  plan page > plan.html

配置里写上 `publish: {page: 文件}`，每次记录后都会更新它。详见 `plan help calendars`。",
    },
    VerbHelp {
        verb: "roadmap",
        about: "画出主题路线图和进度",
        arguments: &[
            ("format", "输出格式：table、json、md 或 mermaid"),
            SAME_AS_DAY,
        ],
        examples: "\
示例：
  plan roadmap
  plan roadmap --format mermaid     给能画 Mermaid 的文档用",
    },
    VerbHelp {
        verb: "resources",
        about: "列出资源：用在哪里，完成了多少",
        arguments: &[
            (
                "kind",
                "只看一种：论文、书、课程等；全部类型见 `plan help plan-file`",
            ),
            ("topic", "只看这个主题的时段用到的"),
            ("week", "只看计划第 N 周的时段用到的"),
            ("broken", "只看链接有误或找不到的"),
        ],
        examples: "\
示例：
  plan resources
  plan resources 论文 --topic D
  plan resources --week 3
  plan resources --broken     有误的链接，以及可以改读什么",
    },
    VerbHelp {
        verb: "milestones",
        about: "显示里程碑和考试：各自何时截止，完成了多少",
        arguments: &[SAME_AS_DAY],
        examples: "\
示例：
  plan milestones",
    },
    VerbHelp {
        verb: "forecast",
        about: "预测计划何时完成，哪些里程碑有风险",
        arguments: &[SAME_AS_DAY],
        examples: "\
示例：
  plan forecast
  plan forecast --json",
    },
    VerbHelp {
        verb: "open",
        about: "在浏览器中打开时段或资源的链接",
        arguments: &[
            ("target", "资源或时段：clip、2、10:45、d8.2，或标题的一部分"),
            ("number", "第几个链接，从 1 数起"),
            ("as_given", "按原样打开，即使已知链接有误"),
            ("print", "只输出链接，不打开"),
        ],
        examples: "\
示例：
  plan open clip              一条资源
  plan open d8.1 2            这个时段的第 2 个链接
  plan open d10.1 --print     只输出链接，不打开",
    },
    VerbHelp {
        verb: "status",
        about: "显示现在进行中的时段",
        arguments: &[
            (
                "short",
                "只输出一行，放进命令行提示符（时段、标题、剩余时间、计时）；都没有时不输出",
            ),
            SAME_AS_DAY,
            ALL,
        ],
        examples: "\
示例：
  plan status
  plan status --short                   2/4 CLIP 模型原理 38分

在命令行提示符里：
  PS1='$(plan status --short) $ '",
    },
];
