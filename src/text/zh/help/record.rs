//! The help of verbs that record what was done, and take it back.

use crate::text::VerbHelp;

const OF_DAY: (&str, &str) = ("date", "序号和时间所属的日期：昨天、周一、-1");

pub(super) const VERBS: &[VerbHelp] = &[
    VerbHelp {
        verb: "done",
        about: "记录时段已完成",
        arguments: &[
            (
                "targets",
                "时段：2、1-3、all、10:45、d08-1045、d8.2、第8天，或标题的一部分",
            ),
            (
                "took",
                "用了多久：80分钟、1小时20分、一个半小时、80m 或 1:20；多个时段按计划时长分摊",
            ),
            ("note", "加一条备注"),
            ("at", "完成的时间：23:30、晚上8点"),
            (
                "date",
                "哪一天做的，也是序号和时间所属的日期：昨天、周一、-1",
            ),
            (
                "as_planned",
                "把过去的时段记在原定的日期：d1-d6、w1，或用 --until",
            ),
            ("until", "--as-planned 的最后一天：昨天、周日"),
        ],
        examples: "\
示例：
  plan done 2                      今天第 2 个时段
  plan done 1-3 --took 4小时       三个时段一共用了 4 小时
  plan done 10:45 --note \"损失是对称的\"
  plan done all --date 昨天
  plan done d1-d6 --as-planned     以前做完的：各记在原定的日期

对象的全部写法见 `plan help targets`。",
    },
    VerbHelp {
        verb: "skip",
        about: "记录时段已跳过：决定不做",
        arguments: &[
            (
                "targets",
                "时段：2、1-3、all、10:45、d08-1045、d8.2、第8天，或标题的一部分；或 `overdue`（全部逾期）",
            ),
            ("why", "原因"),
            OF_DAY,
            ("within", "只限这一周、主题、阶段或天：第3周、A、p2、d8"),
            ("apply", "与 `overdue` 连用：不询问，直接跳过"),
        ],
        examples: "\
示例：
  plan skip 4
  plan skip d2 --why 早就会了
  plan skip overdue              列出全部逾期；加 --apply 才跳过
  plan skip overdue --in 第3周   只限第3周逾期的

对象的全部写法见 `plan help targets`。",
    },
    VerbHelp {
        verb: "reopen",
        about: "把已完成或已跳过的时段改回未完成",
        arguments: &[
            (
                "targets",
                "时段：2、1-3、all、10:45、d08-1045、d8.2、第8天，或标题的一部分",
            ),
            OF_DAY,
        ],
        examples: "\
示例：
  plan reopen 2                     今天第 2 个时段改回未完成
  plan reopen 第8天 --date 昨天     第8天所有已完成和已跳过的

其他操作不受影响；`plan undo` 则撤销整个上一步操作。
只改用时：`plan done 2 --took 50分钟`。",
    },
    VerbHelp {
        verb: "note",
        about: "给时段加备注，或删除备注",
        arguments: &[
            (
                "target",
                "一个时段：2、10:45、d08-1045、d8.2，或标题的一部分",
            ),
            ("text", "备注内容"),
            ("remove", "删除第 N 条备注；不写 N 则删除唯一的一条"),
            OF_DAY,
        ],
        examples: "\
示例：
  plan note 2 温度参数要再问问
  plan note 2 -- \"-1 才对\"       以减号开头的备注
  plan note 2 --remove             删除唯一的备注
  plan note 2 --remove 1           有多条时，删除第 1 条",
    },
    VerbHelp {
        verb: "start",
        about: "给时段开始计时",
        arguments: &[(
            "target",
            "一个时段：2、10:45、d08-1045、d8.2，或标题的一部分",
        )],
        examples: "\
示例：
  plan start                 正在进行的时段，否则今天接下来的时段
  plan start 2

本机正在进行的计时会停止。`plan stop` 停止计时；`plan done` 采用计时的用时，
即这个时段当天所有计时之和。",
    },
    VerbHelp {
        verb: "stop",
        about: "停止计时；时段仍未完成",
        arguments: &[("target", "停止哪个时段的计时；默认是本机的计时")],
        examples: "\
示例：
  plan stop
  plan stop d05-1545     这个时段的计时，不论在哪台设备上

时段仍未完成；`plan start` 继续计时。",
    },
    VerbHelp {
        verb: "undo",
        about: "撤销本机的上一步操作",
        arguments: &[("steps", "撤销几步（默认 1）")],
        examples: "\
示例：
  plan undo
  plan undo 3     最近三步",
    },
    VerbHelp {
        verb: "redo",
        about: "重做刚才撤销的操作",
        arguments: &[("steps", "重做几步（默认 1）")],
        examples: "\
示例：
  plan redo",
    },
];
