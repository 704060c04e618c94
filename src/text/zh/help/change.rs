//! The help of verbs that change when something is to be done.

use crate::text::VerbHelp;

pub(super) const VERBS: &[VerbHelp] = &[
    VerbHelp {
        verb: "off",
        about: "登记休息日，可以提前，也可以事后补登",
        arguments: &[
            (
                "dates",
                "一天或一段：明天、+3、周三~周五、12月2日至4日、2026-12-02..2026-12-04",
            ),
            ("why", "原因"),
            ("cancel", "取消休息日，改回学习日"),
            (
                "ics",
                "按日历文件登记假日和调休；换成新文件再运行，就以新文件为准",
            ),
            ("only", "只限名称含这几个字的日子"),
            ("apply", "把日历文件里的日子写入日志"),
        ],
        examples: "\
示例：
  plan off 明天
  plan off 12月2日至4日 --why 感冒
  plan off 周三~周五 --cancel
  plan off --ics 节假日.ics             日历文件里的假日和调休
  plan off --ics 节假日.ics --only 国庆 --apply

休息日本身不移动任何时段；`plan recover` 会给出它们的去处。
详见 `plan help falling-behind`。",
    },
    VerbHelp {
        verb: "add",
        about: "添加一个计划文件里没有的时段",
        arguments: &[
            ("title", "做什么"),
            ("on", "哪一天：12月12日、明天、周六、+3（默认今天）"),
            (
                "time",
                "什么时间：19:00-20:00、晚上7点到8点；只写开始时间时加 --duration",
            ),
            ("duration", "多长时间：45m、45分钟、1h20m（默认不定）"),
            ("exam", "这是定了日期的考试，有的时段要在此之前完成"),
            ("event", "其他定了日期的事，同上"),
            ("covers", "要在此之前完成的：w1-w5,A，或时段"),
        ],
        examples: "\
示例：
  plan add 答疑 --on 周三 --time 19:00-20:00
  plan add 读博客文章 --on +2 --duration 45分钟
  plan add 和学习小组通话                       今天，时间不限
  plan add 期中考试 --exam --on 2026-12-16 --time 09:00-11:00 --covers w1-w5,A

它和计划里的时段一样：计入进度，可以改期、做标记；用 `plan undo` 撤回。
考试不是时段：用 `plan due 期中考试 日期` 改日期，用 --remove 删除。",
    },
    VerbHelp {
        verb: "move",
        about: "把一个时段、一天未完成的时段，或一场考试，改到另一天",
        arguments: &[
            (
                "target",
                "时段、天或考试：2、d08-1045、d8.2、第8天、all，或标题的一部分",
            ),
            ("date", "改到哪天：12月12日、明天、周六、+3"),
            ("at", "几点开始：14:00、下午2点（默认保持原来的时间）"),
        ],
        examples: "\
示例：
  plan move d08-1045 周六            改到这个周六
  plan move d08-1045 周六 --at 下午2点
  plan move 第8天 +1                 第8天未完成的时段，改到明天
  plan move midterm 2026-12-18       考试或其他固定日期",
    },
    VerbHelp {
        verb: "due",
        about: "设定考试、交付物或里程碑的日期",
        arguments: &[
            ("target", "固定日期、交付物，或里程碑的标题"),
            ("date", "新的日期：2026-12-16、周五、+7"),
            ("time", "考试的时间：09:00-11:00（默认保持原来的时间）"),
            ("remove", "删除你设定的日期，以及你自己添加的固定日期"),
        ],
        examples: "\
示例：
  plan due midterm 2026-12-16                     考试或其他固定日期
  plan due midterm 2026-12-16 --time 09:00-11:00
  plan due w05.1 周五                             交付物
  plan due 第一个月 2026-12-31                    里程碑，用标题指定
  plan due midterm --remove                       恢复计划原定的日期

自己添加的固定日期用 --remove 删除。`plan milestones` 列出有日期的内容。",
    },
    VerbHelp {
        verb: "shift",
        about: "把所有未完成的时段整周平移，星期几不变",
        arguments: &[
            ("by", "移多远：1w、1周、两周；-1w 或 -1周 是提前一周"),
            ("from", "从哪里起：第13天、第5周、p3、一个时段，或日期"),
        ],
        examples: "\
示例：
  plan shift 1w                 所有未完成的，推后一周
  plan shift 2w --from 第13天   从第13天起
  plan shift -1w --from 第6周   提前一周",
    },
    VerbHelp {
        verb: "recover",
        about: "为逾期的和落在休息日的时段重新安排时间",
        arguments: &[
            ("catch_up", "放进空闲时间，其余不动"),
            ("rebalance", "从今天起，把所有未完成的重排一遍"),
            ("extend", "把剩下的计划整周推后"),
            ("let_go", "跳过它们，其余不动"),
            ("within", "只限这一周、主题、阶段或天：第3周、A、p2、d8"),
            ("apply", "写入日志"),
        ],
        examples: "\
示例：
  plan recover                        比较各方案，推荐一种
  plan recover --catch-up             查看其中一种方案
  plan recover --catch-up --apply     应用这个方案；`plan undo` 可以撤销
  plan recover --let-go --in 第3周    只跳过第3周错过的

规则见 `plan help falling-behind`。",
    },
    VerbHelp {
        verb: "fit",
        about: "按你自己一周的学习时间，安排所有未完成的内容",
        arguments: &[
            (
                "hours",
                "什么时候有时间：周一-周五=19:00-21:00,周六=3小时（默认为现有的时间）",
            ),
            ("by", "最晚哪天全部完成"),
            ("from", "从哪天开始安排（默认今天，或计划的开始日期）"),
            ("whole", "只拆分比每段时间都长的时段"),
            (
                "busy",
                "要避开的日历文件；`--apply` 会把它写入配置的 `busy`",
            ),
            ("apply", "写入日志"),
        ],
        examples: "\
示例：
  plan fit --hours 周一-周五=19:00-21:00,周六=10:00-12:00+14:00-16:00
  plan fit --hours 周一-周五=2小时,周三=0,周六=6小时 --by 2027-06-30
  plan fit --hours 周末=4小时 --from 周一 --apply
  plan fit --hours 周末=4小时 --busy work.ics
  plan fit                           查看现有的学习时间

不加 `--apply` 什么都不会记录。详见 `plan help hours`。",
    },
];
