//! The plan file that `plan new` writes.

use crate::text::NewPlan;
use crate::text::create::halves;

/// A plan file with comments.
pub(super) fn template(new: &NewPlan) -> String {
    let NewPlan {
        id,
        title,
        file,
        weeks,
    } = new;
    let mut text = format!(
        "\
# `plan` 的学习计划。换成自己的内容，然后运行
#   plan check {file}    检查错误
#   plan init {file}     开始使用
# 每个键的说明见 `plan help plan-file`；使用中的计划用 `plan edit` 修改。

plan: {id}  # 编号，标记都存在这个编号下：小写字母、数字和 -
title: {title}
language: zh
time_budget: {{weekday: 1h30m, weekend: 3h}}  # 哪天排得更满，`plan check` 会提醒
rest: [wed, fri, sun]  # 这几天不安排时段

resources:  # 学习资料；时段按编号引用
  - id: book
    kind: book  # 或 course、video、paper、blog、doc、project、practice 等
    title: 教材
    # url: https://example.org/book

milestones:
  - title: 学完
    due: {}  # 从开始日期算起
    goals:
      - {{text: 写完总结, by: [w{weeks:02}.1]}}  # 也可以写周：[w1, w2]

phases:  # 阶段里有周，周里有天，天里有时段
",
        due(*weeks)
    );
    for (phase, weeks) in halves(*weeks) {
        text += match phase {
            1 => "  - title: 打基础\n    weeks:\n",
            _ => "  - title: 进阶\n    weeks:\n",
        };
        for week in weeks.clone() {
            text += &if week == 1 {
                first_week()
            } else {
                self::week(week)
            };
            if week == new.weeks {
                text += "        deliverables: [两页的总结]\n";
            }
        }
    }
    text
}

fn due(weeks: u8) -> String {
    let unit = if weeks == 1 { "week" } else { "weeks" };
    format!("{weeks} {unit}")
}

/// The first week, in which everything is explained.
fn first_week() -> String {
    "      - title: 第1章
        days:
          - weekday: mon
            slots:
              - time: 19:00-20:30  # 不定钟点就写 `duration: 1h30m`
                title: 读第1章
                fields:  # 读什么、做什么，标签自己定
                  - 阅读: [{教材: 第1章, resource: book}]
                  - 问题: [有什么新内容？, 还有什么不明白？]
          - weekday: tue
            slots:
              - {time: 19:00-20:30, title: 第1章习题}  # 也可以写在一行里
          - weekday: thu
            slots:
              - {time: 19:00-20:30, title: 合上书再做第1章习题}
          - weekday: sat
            slots:
              - {title: 回顾第1周, duration: 2h}
"
    .to_owned()
}

fn week(n: u8) -> String {
    format!(
        "      - title: 第{n}章
        days:
          - weekday: mon
            slots:
              - time: 19:00-20:30
                title: 读第{n}章
                fields:
                  - 阅读: [{{教材: 第{n}章, resource: book}}]
          - weekday: tue
            slots:
              - {{time: 19:00-20:30, title: 第{n}章习题}}
          - weekday: thu
            slots:
              - {{time: 19:00-20:30, title: 合上书再做第{n}章习题}}
          - weekday: sat
            slots:
              - {{title: 回顾第{n}周, duration: 2h}}
"
    )
}
