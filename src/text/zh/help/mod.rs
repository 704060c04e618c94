//! The help of the program and of each verb.

mod change;
mod record;
mod setup;
mod show;

use crate::text::{HelpWords, VerbHelp};

pub(in crate::text) const WORDS: HelpWords = HelpWords {
    template: "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}",
    headings: &[
        ("Commands:", "命令："),
        ("Arguments:", "参数："),
        ("Global options:", "全局选项："),
        ("Options:", "选项："),
        ("[OPTIONS]", "[选项]"),
        ("[COMMAND]", "[命令]"),
    ],
    help: "显示帮助",
    version: "显示版本",
    values: &[
        ("DATE", "日期"),
        ("DATE[..DATE]", "日期[..日期]"),
        ("DIR", "文件夹"),
        ("DURATION", "时长"),
        ("FILE", "文件"),
        ("FORMAT", "格式"),
        ("HOURS", "时间"),
        ("ID", "编号"),
        ("KIND", "类型"),
        ("LANGUAGE", "语言"),
        ("N", "序号"),
        ("OLD=NEW", "旧=新"),
        ("PATH", "路径"),
        ("PLAN", "计划"),
        ("SHELL", "SHELL"),
        ("STEPS", "步数"),
        ("TABLE", "表"),
        ("TARGET", "对象"),
        ("TEXT", "文字"),
        ("TIME", "时间"),
        ("TOPIC", "主题"),
        ("VERB", "命令"),
        ("VERB|TOPIC", "命令|专题"),
        ("WEEKS", "周数"),
        ("WEEK|DATE", "周|日期"),
        ("WHEN", "方式"),
    ],
};

const PROGRAM: VerbHelp = VerbHelp {
    verb: "plan",
    about: "在命令行里跟进学习计划，如实报告进度",
    arguments: &[
        ("plan", "使用这个计划：`plan plans` 列出的编号，或文件路径"),
        ("color", "是否使用颜色：auto、always 或 never"),
        ("ascii", "符号和进度条只用 ASCII 字符"),
        ("lang", "界面语言：zh 或 en"),
        ("day", "换一天看：12月7日、周三、明天、+3、-1、+1w"),
        ("date", "换一天看：12月7日、周三、明天、+3、-1、+1w"),
        ("all", "显示所有已开始而未完成的计划"),
        ("editor_notes", "同时显示计划编者对原文的说明"),
        ("format", "输出格式：table、json 或 md"),
        ("json", "同 --format json"),
        ("dry_run", "只显示会记录什么，什么都不写"),
    ],
    examples: "\
示例：
  plan           今天的时段
  plan done 2    今天第 2 个时段已完成
  plan report    先看本周，再看各阶段、各主题

专题，用 `plan help 专题名` 查看：
  targets          怎样指定时段、天、周、阶段和主题
  dates            日期、时间和时长；怎样计数
  plan-file        编写和修改自己的计划
  importing        把 Markdown 笔记变成计划
  falling-behind   休息、改期、赶进度
  hours            按自己的时间安排计划
  calendars        在日历和手机上看计划
  several-plans    多个计划：同一个屏幕、对象、时间冲突
  finish-date      完成日期怎样预测
  data             数据存在哪里、有什么保证、怎样备份
  json             脚本和助手：JSON、退出码
  shell            在命令行中：补全、提示符、手册页
  speed            各命令的开销，以及缓存

PLAN_NOW=2026-12-07T11:00:00 可以设定当前时间，供测试和演示。",
};

/// The title of a help topic, as the program's help lists it.
pub(super) fn topic(name: &str) -> Option<&'static str> {
    let mut lines = PROGRAM.examples.lines();
    lines.find_map(|line| {
        let (known, title) = line.trim_start().split_once("  ")?;
        (known == name).then(|| title.trim_start())
    })
}

/// The help of every verb, and of the program as a whole.
pub(in crate::text) fn verbs() -> impl Iterator<Item = &'static VerbHelp> {
    let verbs = [show::VERBS, record::VERBS, change::VERBS, setup::VERBS];
    std::iter::once(&PROGRAM).chain(verbs.into_iter().flatten())
}
