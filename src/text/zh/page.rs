//! Words of pages for a browser that no screen has.

use std::borrow::Cow;

use chrono::Datelike;

use super::words::{date, duration};
use crate::model::Minutes;
use crate::text::Page;

/// The words in Chinese.
pub(super) fn page(message: &Page) -> Cow<'static, str> {
    match message {
        Page::Contents => "目录",
        Page::Today => "今天",
        Page::ThisWeek => "本周",
        Page::Report => "报告",
        Page::Roadmap => "路线图",
        Page::Resources => "资源",
        Page::Days => "每天",
        Page::Weeks => "各周",
        Page::TimePerDay => "每天的任务",
        Page::TimePerWeek => "每周的任务",
        Page::BurnUp => "计划与完成的进度",
        Page::BurnUpNote => "按计划时长累计到每周末；跳过的时段不计。",
        Page::SuggestedLink => "建议的链接",
        Page::Figures => "具体数字",
        Page::Date => "日期",
        Page::Planned => "计划",
        Page::Done => "完成",
        Page::Studied => "已学",
        Page::LikelyEnd => "可能的结束日期",
        Page::FourInFive => "八成的模拟",
        Page::TopicDone => "已完成",
        Page::TopicActive => "进行中",
        Page::TopicOpen => "未开始",
        Page::Updated(at) => {
            return format!("截至 {} {}", date(at.date()), at.format("%H:%M")).into();
        }
        Page::DayOfMonth(day) => return format!("{}月{}日", day.month(), day.day()).into(),
        Page::Axis(Minutes(0)) => "0",
        Page::Axis(minutes) => return duration(*minutes).into(),
        Page::Pace(hundredths) => return format!("{hundredths}%").into(),
        Page::ChanceInTime => "按时完成的可能性：",
    }
    .into()
}
