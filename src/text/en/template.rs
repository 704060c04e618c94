//! The plan file that `plan new` writes.

use super::words::count;
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
# A study plan for `plan`. Replace what is not yours, then run
#   plan check {file}    finds mistakes
#   plan init {file}     follows it
# `plan help plan-file` explains every key; `plan edit` changes the plan that you follow.

plan: {id}  # the id, under which your marks are kept: lower-case letters, digits, -
title: {title}
language: en
time_budget: {{weekday: 1h30m, weekend: 3h}}  # `plan check` warns of fuller days
rest: [wed, fri, sun]  # weekdays without slots

resources:  # what you study from; slots name it by its id
  - id: book
    kind: book  # or course, video, paper, blog, doc, project, practice, ...
    title: The book
    # url: https://example.org/book

milestones:
  - title: The end
    due: {}  # after the start
    goals:
      - {{text: The summary is written, by: [w{weeks:02}.1]}}  # or weeks: [w1, w2]

phases:  # phases hold weeks, weeks hold days, days hold slots
",
        count(u32::from(*weeks), "week")
    );
    for (phase, weeks) in halves(*weeks) {
        text += match phase {
            1 => "  - title: Foundations\n    weeks:\n",
            _ => "  - title: Going further\n    weeks:\n",
        };
        for week in weeks.clone() {
            text += &if week == 1 {
                first_week()
            } else {
                self::week(week)
            };
            if week == new.weeks {
                text += "        deliverables: [A summary of two pages]\n";
            }
        }
    }
    text
}

/// The first week, in which everything is explained.
fn first_week() -> String {
    "      - title: Chapter 1
        days:
          - weekday: mon
            slots:
              - time: 19:00-20:30  # or `duration: 1h30m`, for any time of the day
                title: Read chapter 1
                fields:  # what to read and do, under labels of your own
                  - reading: [{Book: Chapter 1, resource: book}]
                  - questions: [What is new?, What is not clear yet?]
          - weekday: tue
            slots:
              - {time: 19:00-20:30, title: Exercises 1}  # the same on one line
          - weekday: thu
            slots:
              - {time: 19:00-20:30, title: Exercises 1 without the book}
          - weekday: sat
            slots:
              - {title: Look back on week 1, duration: 2h}
"
    .to_owned()
}

fn week(n: u8) -> String {
    format!(
        "      - title: Chapter {n}
        days:
          - weekday: mon
            slots:
              - time: 19:00-20:30
                title: Read chapter {n}
                fields:
                  - reading: [{{Book: Chapter {n}, resource: book}}]
          - weekday: tue
            slots:
              - {{time: 19:00-20:30, title: Exercises {n}}}
          - weekday: thu
            slots:
              - {{time: 19:00-20:30, title: Exercises {n} without the book}}
          - weekday: sat
            slots:
              - {{title: Look back on week {n}, duration: 2h}}
"
    )
}
