//! Words of pages for a browser that no screen has.

use chrono::{NaiveDate, NaiveDateTime};

use crate::model::Minutes;

/// Headings, captions and what pictures show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Page {
    /// The list of sections.
    Contents,
    Today,
    ThisWeek,
    Report,
    Roadmap,
    Resources,
    /// Days with their slots and minutes.
    Days,
    Weeks,
    /// The chart of minutes planned and studied on each day.
    TimePerDay,
    /// The same for each week.
    TimePerWeek,
    /// The chart of work planned and done.
    BurnUp,
    /// What the burn-up counts.
    BurnUpNote,
    /// After a title that leads to a link which the plan's editor suggests.
    SuggestedLink,
    /// A table with the figures of a chart.
    Figures,
    Date,
    Planned,
    Done,
    Studied,
    /// The line to the likely end.
    LikelyEnd,
    /// The area that four in five futures end in.
    FourInFive,
    TopicDone,
    TopicActive,
    TopicOpen,
    /// When the page was made.
    Updated(NaiveDateTime),
    /// A date below a chart.
    DayOfMonth(NaiveDate),
    /// An amount of time next to a chart.
    Axis(Minutes),
    /// Planned time of done slots per time due, in hundredths.
    Pace(u64),
    /// Before the chance that a milestone is met in time.
    ChanceInTime,
}
