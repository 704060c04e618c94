//! What is above the slots of a day.

use crate::sandbox::Sandbox;

const PLAN: &str = "\
plan: du
title: 读书
language: zh
phases:
  - title: 上卷
    days: [{day: 1, weekday: mon, slots: [{time: '09:00-10:00', title: 第一章}]}]
  - title: 下卷
    days: [{day: 2, weekday: mon, slots: [{time: '09:00-10:00', title: 第二章}]}]
";

#[test]
fn the_week_of_another_date_is_not_called_this_week_and_the_phase_can_be_typed() {
    let home = Sandbox::new()
        .at("2026-11-30T08:00:00")
        .env("LANG", "zh_CN.UTF-8")
        .env("COLUMNS", "70");
    home.file("du.yaml", PLAN);
    home.run(&["init", "du.yaml", "--start", "2026-11-30"]).ok();
    let monday = "\
读书                                                2026年12月7日 周一
第2天 · 第2阶段（共 2 个）   当周 ────────── 0/1   计划 ────────── 0/2

      时间         时段    内容
   1  09:00-10:00  第二章

 逾期     d01-0900 第一章（11月30日 周一，1 小时）
";
    assert_eq!(home.run(&["today", "下周一"]).ok(), monday);
    let [shown, typed] =
        ["第2阶段（共 2 个）", "第2阶段"].map(|phase| home.run(&["show", phase]).ok());
    assert_eq!(shown, typed);
}
