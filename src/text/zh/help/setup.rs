//! The help of verbs about plans and files.

use crate::text::VerbHelp;

pub(super) const VERBS: &[VerbHelp] = &[
    VerbHelp {
        verb: "init",
        about: "选定计划，记录开始日期",
        arguments: &[
            ("chosen", "自带计划的编号，或文件路径（默认：当前计划）"),
            ("start", "第1天的日期（默认：下一个周一）"),
            ("restart", "改变已经开始的计划的开始日期；标记保留"),
            (
                "afresh",
                "与 --restart 连用：从零开始，之前的记录留在历史里",
            ),
            ("from", "计划编号变了时，转入原编号下的标记"),
        ],
        examples: "\
示例：
  plan init                       从下一个周一开始
  plan init --start 11月23日
  plan init my-plan.yaml          用自己的计划

自带的计划：multimodal、rust-in-four-weeks。
怎样编写计划、修改计划而不丢标记，见 `plan help plan-file`。",
    },
    VerbHelp {
        verb: "plans",
        about: "列出所有计划：进度、下一个时段、文件",
        arguments: &[],
        examples: "\
示例：
  plan plans
  plan plans --json

用 `plan use 编号` 把其中一个改为当前计划。",
    },
    VerbHelp {
        verb: "use",
        about: "把另一个计划改为当前计划",
        arguments: &[("id", "计划的编号")],
        examples: "\
示例：
  plan use multimodal           `plan plans` 列出的编号
  plan use rust-in-four-weeks   还没有开始的自带计划

不记录任何内容，每个计划的标记都保留。",
    },
    VerbHelp {
        verb: "import",
        about: "把 Markdown 写的学习计划变成计划文件",
        arguments: &[
            (
                "note",
                "笔记：一个 Markdown 文件，或用 - 从标准输入读（须指定计划文件）",
            ),
            ("output", "要写的计划文件（默认：笔记的名字加 .yaml）"),
            (
                "hours",
                "何时有空，例如 周一-周五=19:00-21:00（默认：笔记所写的）",
            ),
            (
                "start",
                "第1天的日期（默认：笔记里的第一个日期，如果还没到；否则下一个周一）",
            ),
            ("begin", "随即开始这个计划，与 `plan init` 相同"),
            ("json", "以 JSON 输出结果"),
        ],
        examples: "\
示例：
  plan import note.md                     写出 note.yaml
  plan import note.md --begin             并从下一个周一开始
  plan import note.md --hours mon-fri=19:00-21:00,sat=3h
  plan import note.md --json              给脚本用

笔记可以是中文、英文或日文：阶段、月、周、天、时间、勾选框、表格、Mermaid 图都认。
能认什么，见 `plan help importing`。笔记不是学习计划时，退出码为 65。",
    },
    VerbHelp {
        verb: "new",
        about: "写一个带注释的小计划，在此基础上修改",
        arguments: &[("file", "要写的计划文件"), ("weeks", "有几周，1 到 52")],
        examples: "\
示例：
  plan new essay.yaml               四周的空白计划
  plan new algebra.yaml --weeks 6

文件里有注释：用编辑器改好，再运行 `plan check 文件` 和 `plan init 文件`。
每个键的说明见 `plan help plan-file`。",
    },
    VerbHelp {
        verb: "edit",
        about: "编辑计划文件的副本，检查后再替换原文件",
        arguments: &[
            ("yes", "不询问，直接替换"),
            ("with_added", "先把 `plan add` 添加的时段写进副本"),
        ],
        examples: "\
示例：
  plan edit
  EDITOR=nano plan edit
  plan edit --with-added     把 `plan add` 添加的时段写进文件

用 $VISUAL 或 $EDITOR 打开副本，显示 `plan check` 的结果和标记的去向，确认后才替换文件。
自带的计划会变成自己的文件。",
    },
    VerbHelp {
        verb: "check",
        about: "检查计划文件：报告错误，提醒可疑之处",
        arguments: &[
            ("file", "计划文件，或自带计划的编号（默认：当前计划）"),
            ("against", "看这个新版本会怎样影响时段和标记"),
            ("strict", "有警告，或有标记会失去对应时，退出码为 1"),
            ("all", "也显示已忽略的警告"),
        ],
        examples: "\
示例：
  plan check my-plan.yaml
  plan check --json my-plan.yaml     给编辑器用
  plan check --against my.yaml       换用改过的计划之前

退出码：0；有错误为 65；--strict 发现问题为 1。
要忽略一条警告，把它的规则和位置写进计划文件，并写明原因：
  allow: [{rule: gap, at: d12, why: 周末休息}]",
    },
    VerbHelp {
        verb: "schema",
        about: "输出计划文件或 JSON 输出的 JSON Schema",
        arguments: &[(
            "verb",
            "有 JSON 输出的命令，如 `today`（默认：计划文件的 schema）",
        )],
        examples: "\
示例：
  plan schema > plan.schema.json
  plan schema today              `plan today --json` 的输出

计划文件以这一行开头，编辑器就能补全和检查：
  # yaml-language-server: $schema=plan.schema.json",
    },
    VerbHelp {
        verb: "export",
        about: "把整个计划输出为 YAML、JSON、日历、表格或笔记",
        arguments: &[
            ("format", "输出格式：yaml、json、ics、vdir、csv 或 md"),
            ("output", "日历或笔记写到哪里：文件，或（vdir）文件夹"),
            ("from", "只要这天及以后的"),
            ("to", "只要这天及以前的"),
            ("alarm", "在未完成的时段和考试等开始前多久提醒"),
            (
                "table",
                "CSV 的每一行是什么：slots（时段，默认）、marks（标记）或 dates（日期）",
            ),
            ("learners", "把这个文件夹里每位学习者的状态文件夹合成一张表"),
            ("dataview", "笔记里的日期写成 Dataview 的字段"),
        ],
        examples: "\
示例：
  plan export --format yaml > my-plan.yaml     可以修改的计划文件
  plan export --format json                    带日期和标记
  plan export --format ics -o plan.ics         导入日历
  plan export --format vdir -o ~/calendars/plan --alarm 10m
  plan export --format csv > slots.csv         供电子表格或数据库使用
  plan export --format csv --table dates --learners class/
  plan export --format md -o plan.md           带勾选框的笔记，供 Obsidian 使用

移动或完成时段之后请再导出一次：日历认得出每个时段。详见 `plan help calendars`（也讲笔记和
`plan pull`），表格见 `plan help data`。",
    },
    VerbHelp {
        verb: "pull",
        about: "记录 `plan export` 写的笔记里的勾选",
        arguments: &[
            ("note", "笔记"),
            ("push", "然后把笔记里的勾选改成已记录的状态，别的都不动"),
        ],
        examples: "\
示例：
  plan pull plan.md --dry-run     会记录什么
  plan pull plan.md
  plan pull plan.md --push        并更新笔记里其余的勾选

笔记由 `plan export --format md` 写出。`[x]` 是完成，日期写在 ✅ 后面，没有就算今天；`[-]` 是跳过。
没有勾选的不会让时段重新打开。`plan undo` 可以全部撤销。",
    },
    VerbHelp {
        verb: "doctor",
        about: "检查日志、计划和文件，给出修复办法",
        arguments: &[
            (
                "relink",
                "把标记移到编号或标题变了的时段；写成 旧=新 则从旧编号移到新时段",
            ),
            ("merge", "把同一文件夹里其他文件独有的记录并入日志"),
        ],
        examples: "\
示例：
  plan doctor
  plan doctor --relink     修改计划文件之后
  plan doctor --merge      同步服务产生了第二份日志之后

标题和内容不变，标记就跟着时段走。--relink 先按标题，再按内容，最后按前后
时段寻找其余的去处，只在没有歧义时移动；否则用 `plan doctor --relink 旧=新`
指明。`plan undo` 可以撤销。

其他命令因错误停下时，doctor 照常检查：配置无效、计划缺失或无效、日志读不出。
退出码：0，或其他命令会得到的退出码（65、66、73 或 74）。",
    },
    VerbHelp {
        verb: "completions",
        about: "输出 shell 补全脚本",
        arguments: &[("shell", "shell 的名称：bash、fish 或 zsh")],
        examples: "\
示例：
  source <(plan completions bash)            写在 ~/.bashrc 里
  source <(plan completions zsh)             写在 ~/.zshrc 里，compinit 之后
  source (plan completions fish | psub)      写在 ~/.config/fish/config.fish 里
  plan completions bash                      查看脚本

之后 `plan done <Tab>` 会列出今天的时段和标题。",
    },
    VerbHelp {
        verb: "man",
        about: "生成手册页",
        arguments: &[("output", "写到哪个文件夹")],
        examples: "\
示例：
  plan man -o ~/.local/share/man/man1
  man plan-done",
    },
    VerbHelp {
        verb: "skill",
        about: "输出助手跟进计划所需的说明",
        arguments: &[(
            "output",
            "把 SKILL.md 写到哪个文件夹；不指定则直接输出",
        )],
        examples: "\
示例：
  plan skill                       直接输出
  plan skill -o ~/skills/plan      写到这个文件夹的 SKILL.md

它要求助手读取 JSON，先提出建议，用 --dry-run 显示会记录什么，得到同意后才记录。见 `plan help json`。",
    },
    VerbHelp {
        verb: "help",
        about: "介绍一个命令或专题",
        arguments: &[(
            "name",
            "命令（如 `done`）或专题（如 `plan-file`）；`plan help` 列出全部",
        )],
        examples: "\
示例：
  plan help             全部命令和专题
  plan help done        一个命令，同 `plan done --help`
  plan help plan-file   一个专题",
    },
];
