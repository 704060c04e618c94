//! Every screen speaks Chinese where the language is Chinese.

use crate::sandbox::Sandbox;

#[test]
fn an_excerpt_is_in_chinese_with_the_caret_below_the_fault() {
    let home = Sandbox::new().env("LANG", "zh_CN.UTF-8");
    let plan = "\
plan: du
title: 读书
language: zh
resources:
  - {title: 《统计学习方法》, id: tongji, kind: book}
days: [{slots: [{title: 读《论文》, time: 25:00-26:00}]}]
";
    home.file("error.yaml", plan);
    home.file("warning.yaml", plan.replace("25:00-26:00", "10:00-11:00"));
    let error = "\
错误[bad-value]：无效的时间 `25:00-26:00`
 --> error.yaml:6:38
  |
6 | days: [{slots: [{title: 读《论文》, time: 25:00-26:00}]}]
  |                                           ^^^^^^^^^^^
  |
  = 提示：写成 `HH:MM-HH:MM`，从 00:00 到 24:00

";
    assert_eq!(home.run(&["check", "error.yaml"]).stdout, error);
    let warning = "\
警告[resource-unused]：资源 `《统计学习方法》` 没有时段用到
 --> warning.yaml:5:27
  |
5 |   - {title: 《统计学习方法》, id: tongji, kind: book}
  |                                   ^^^^^^
  |
  = 提示：在时段中使用，或删除；要忽略这条警告，在文件里加上 `allow: [{rule: resource-unused, at: tongji, why: ...}]`

warning.yaml：1 周、1 天、1 个时段、1 条资源、0 个主题；没有错误，1 条警告
";
    assert_eq!(home.run(&["check", "warning.yaml"]).ok(), warning);
}
