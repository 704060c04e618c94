//! Targets in Chinese, each with the slots that it means, worked out by hand.

use clap::Parser;

use super::super::*;
use crate::cli::Cli;
use crate::commands::load;
use crate::tests::home::Home;

const PLAN: &str = "\
plan: p
title: 计划
language: zh
roadmap: {topics: {A: {title: 基础}}}
resources: [{id: r, kind: paper, title: 论文一}]
phases:
- title: 入门
  weeks:
  - week: 1
    title: 开始
    days:
    - day: 1
      weekday: mon
      slots:
      - {id: a, time: '09:00-10:00', title: 张量、梯度, topic: A}
      - {id: b, time: '14:30-15:30', title: 求导}
      - {id: c, time: '20:00-21:00', title: 复习}
    - {day: 2, weekday: tue, slots: [{id: d, time: '09:00-10:00', title: 网络}]}
    deliverables: [{id: w1.1, text: 笔记}]
- title: 进阶
  weeks:
  - week: 2
    days: [{day: 3, weekday: wed, slots: [{id: e, time: '09:00-10:00', title: 下午}]}]
";

/// The study on Monday, 7 December 2026, after the slot at nine was moved to the evening.
fn study() -> Study {
    let home = Home::at("2026-12-07T08:00:00+08:00");
    let plan = home.file("p.yaml", PLAN);
    home.file("config/config.yaml", &format!("plan: {plan}\ndevice: k3\n"));
    home.said(&home.cache(), &["init", "--start", "2026-12-07"]);
    home.said(&home.cache(), &["move", "a", "today", "--at", "19:00"]);
    let cli = Cli::try_parse_from(["plan", "week"]).unwrap();
    let mut ctx = home.context(&home.cache(), &cli).unwrap();
    load::whole(&mut ctx).unwrap()
}

/// What a target is, in a word.
fn meaning(targets: &Targets, text: &str) -> String {
    let ids = |slots: &[SlotView]| {
        let ids = slots.iter().map(|slot| slot.place.slot.id.as_str());
        ids.collect::<Vec<_>>().join(" ")
    };
    match targets.read(text) {
        Ok(Target::Slots(slots) | Target::Date(slots)) => ids(&slots),
        Ok(Target::Deliverables(views)) => views[0].what.id.clone(),
        Ok(Target::Days(days)) => format!("days {days:?}"),
        Ok(Target::Week(number)) => format!("week {number}"),
        Ok(Target::Phase(index)) => format!("phase {index}"),
        Ok(Target::Topic(index)) => format!("topic {index}"),
        Ok(Target::Event(index)) => format!("event {index}"),
        Ok(Target::Resource(resource)) => resource.id.to_string(),
        Ok(Target::Plan) => "plan".to_owned(),
        Err(error) => error.message.to_string(),
    }
}

/// What each of these means today.
fn means(expected: &[(&str, &str)]) {
    let study = study();
    let targets = Targets::on(&study, study.today);
    for (text, expected) in expected {
        assert_eq!(meaning(&targets, text), *expected, "{text}");
    }
}

#[test]
fn slots_of_the_day_in_chinese() {
    means(&[
        ("２", "a"),
        ("1、3", "b c"),
        ("第二个", "a"),
        ("第2个时段", "a"),
        ("#2", "a"),
        ("（2）", "a"),
        ("1至3", "b a c"),
        ("2和3", "a c"),
        ("1，3", "b c"),
        ("1～3", "b a c"),
        ("全部", "b a c"),
        ("所有", "b a c"),
        // Nothing is guessed.
        ("下午", "`下午` is the name of 2 parts of the plan"),
        // By the times they have now.
        ("晚上", "a c"),
        ("evening", "a c"),
        ("afternoon", "b"),
        (
            "上午",
            "`上午` matches nothing: no slot starts then on Mon 7 Dec 2026",
        ),
        ("下午2点半", "b"),
        ("下午两点半到3点半", "b"),
        ("晚上7点", "a"),
        ("晚上八点整", "c"),
        ("上午9点", "no slot starts at 09:00 on Mon 7 Dec 2026"),
    ]);
}

#[test]
fn parts_of_the_plan_in_chinese() {
    means(&[
        ("第1天", "days [0]"),
        ("第一天", "days [0]"),
        ("第 1 天", "days [0]"),
        ("第1-2天", "days [0, 1]"),
        ("第1到2天", "days [0, 1]"),
        ("第1天到第2天", "days [0, 1]"),
        ("第1天～第2天", "days [0, 1]"),
        ("第1天和第2天", "days [0, 1]"),
        ("第1天下午", "b"),
        ("第1天 晚上", "a c"),
        ("明天", "d"),
        ("今天", "b a c"),
        ("第1、2天", "days [0, 1]"),
        ("第1天、2", "days [0, 1]"),
        ("第1天第2个", "b"),
        ("第1天第2个时段", "b"),
        ("第1天.2", "b"),
        ("第9天", "no such day `第9天`"),
        ("第1周", "week 1"),
        ("第一周", "week 1"),
        ("第1周 开始", "week 1"),
        ("第1周第1项", "w1.1"),
        ("第2阶段", "phase 1"),
        ("第二阶段", "phase 1"),
        // As `plan today` shows it.
        ("第2阶段（共 2 个）", "phase 1"),
        ("第 2 阶段 (共2个)", "phase 1"),
        ("第三阶段", "no such phase `第三阶段`"),
        ("12月8日", "d"),
        ("12月8号", "d"),
        ("12月8日 周二", "d"),
        ("2026年12月8日 周二", "d"),
        ("基础", "topic 0"),
        ("进阶", "phase 1"),
        ("论文一", "r"),
        ("笔记", "w1.1"),
        // A title wins over its parts.
        ("张量、梯度", "a"),
        ("张量，梯度", "a"),
        ("求", "cannot search titles for `求`"),
        ("张量、求导", "nothing in the plan matches `张量、求导`"),
    ]);
}

#[test]
fn several_targets_in_one_word() {
    let study = study();
    let targets = Targets::on(&study, study.today);
    let things = |text: &str| {
        let found = targets.things(&[text.to_owned()]);
        let ids = |things: Vec<Thing>| things.iter().map(|thing| thing.id().to_owned()).collect();
        found.map(|things| -> Vec<String> { ids(things) })
    };
    for (text, expected) in [
        ("求导、网络", &["b", "d"][..]),
        ("第1天，第2天", &["a", "b", "c", "d"]),
        ("b,d", &["b", "d"]),
        ("复习、w1.1", &["c", "w1.1"]),
        ("d1.1，2", &["a", "b"]),
        ("d1.1, 3", &["a", "c"]),
        ("Day 1, 2", &["a", "b", "c", "d"]),
        ("d1,3", &["a", "b", "c", "e"]),
        ("第1、2天", &["a", "b", "c", "d"]),
        ("第2天、3", &["d", "e"]),
        ("第2天、第3天", &["d", "e"]),
        ("张量、梯度", &["a"]),
    ] {
        let expected: Vec<String> = expected.iter().map(ToString::to_string).collect();
        assert_eq!(things(text), Ok(expected), "{text}");
    }
    let error = things("求导、梯度下降").expect_err("is not there");
    assert_eq!(
        error.message.to_string(),
        "nothing in the plan matches `梯度下降`"
    );
}

#[test]
fn part_of_a_title_names_no_part_of_the_plan() {
    let study = study();
    let targets = Targets::on(&study, study.today);
    let found = |text: &str, wanted| match targets.find(text, wanted) {
        Ok(Target::Slots(slots)) => slots[0].place.slot.id.to_string(),
        Ok(other) => format!("{other:?}"),
        Err(error) => error.message.to_string(),
    };
    let nothing = "nothing in the plan matches `张量`";
    assert_eq!(found("张量", Wanted::Parts), nothing);
    assert_eq!(found("张量、梯度", Wanted::Parts), "a");
    // The control.
    assert_eq!(found("张量", Wanted::Anything), "a");
}
