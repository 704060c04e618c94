//! Words of pages for a browser that no screen has.

use std::borrow::Cow;

use super::words::{date, duration};
use crate::model::Minutes;
use crate::text::Page;

/// The words in English.
pub(super) fn page(message: &Page) -> Cow<'static, str> {
    match message {
        Page::Contents => "Contents",
        Page::Today => "Today",
        Page::ThisWeek => "This week",
        Page::Report => "Report",
        Page::Roadmap => "Roadmap",
        Page::Resources => "Resources",
        Page::Days => "Days",
        Page::Weeks => "Weeks",
        Page::TimePerDay => "Work of each day",
        Page::TimePerWeek => "Work of each week",
        Page::BurnUp => "Work planned and done",
        Page::BurnUpNote => {
            "Counted by planned time, by the end of each week; skipped slots are left out."
        }
        Page::SuggestedLink => "suggested link",
        Page::Figures => "The figures",
        Page::Date => "Date",
        Page::Planned => "Planned",
        Page::Done => "Done",
        Page::Studied => "Studied",
        Page::LikelyEnd => "Likely end",
        Page::FourInFive => "80 % of simulations",
        Page::TopicDone => "done",
        Page::TopicActive => "in progress",
        Page::TopicOpen => "not begun",
        Page::Updated(at) => {
            return format!("As of {}, {}", date(at.date()), at.format("%H:%M")).into();
        }
        Page::DayOfMonth(day) => return day.format("%-d %b").to_string().into(),
        Page::Axis(Minutes(0)) => "0",
        Page::Axis(minutes) => return duration(*minutes).into(),
        Page::Pace(hundredths) => {
            return format!("{}.{:02}", hundredths / 100, hundredths % 100).into();
        }
        Page::ChanceInTime => "chance of being in time: ",
    }
    .into()
}
