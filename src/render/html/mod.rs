//! A study as a page for a browser.
//!
//! A page needs nothing but itself: it has no script, its style and charts are inside it, and its
//! policy forbids a browser to load anything. The templates (askama) are compiled, so a page costs no
//! more than putting its parts together, and everything they insert is escaped; `|safe` is only for
//! parts that are templates themselves and for the style sheet. Every figure is a `data` element that
//! names its place in the answers of `--json`.

mod charts;
mod days;
mod graph;
mod library;
mod parts;
mod report;

use askama::Template;
use chrono::NaiveDateTime;

use self::days::{DaySection, WeekSection};
use self::graph::{Graph, TopicBox};
use self::library::{Event, Kind, Milestone};
use self::parts::Words;
use self::report::ReportSection;
use super::{Style, views};
use crate::summary::{
    EventView, ForecastView, Report, ResourceView, RoadmapView, Study, Today, WeekView,
};
use crate::text::{Label, Language, Message, Page};

/// The style sheet of every page.
const STYLE: &str = include_str!("style.css");

/// Its SHA-256, which the policy of a page names: no other style counts.
const STYLE_HASH: &str = "sha256-NcQu9oJecUVKtTWs4F4rUrh3WvWkMDlp9hkr1XUXibY=";

/// What a page shows.
pub(crate) struct PageFacts<'a> {
    pub(crate) study: &'a Study,
    /// Today and this week, unless the page is only a report.
    pub(crate) days: Option<(Today<'a>, WeekView<'a>)>,
    pub(crate) report: Report<'a>,
    pub(crate) forecast: ForecastView<'a>,
    pub(crate) roadmap: RoadmapView<'a>,
    /// Every event.
    pub(crate) events: Vec<EventView>,
    /// The library, unless the page is only a report.
    pub(crate) library: Vec<ResourceView<'a>>,
}

/// The page, as it is at `now` by the learner's clock.
pub(crate) fn page(facts: &PageFacts, now: NaiveDateTime, style: Style) -> String {
    let words = Words(style.locale);
    let study = facts.study;
    let topics = facts.roadmap.topics.iter().enumerate();
    let milestones = facts.forecast.milestones.iter().enumerate();
    let events = facts.events.iter().enumerate();
    let roadmap = views::roadmap(study, &facts.roadmap);
    let parts = Parts {
        words,
        lang: match style.locale.language() {
            Language::English => "en",
            Language::Chinese => "zh-Hans",
        },
        plan_lang: &study.plan.language,
        title: &study.plan.title,
        updated: words.say(Page::Updated(now)),
        today: (facts.days.as_ref()).map(|(today, _)| DaySection::of(study, today, words)),
        week: (facts.days.as_ref()).map(|(_, week)| WeekSection::of(study, week, words)),
        report: ReportSection::of(study, &facts.report, &facts.forecast, words),
        graph: Graph::of(&facts.roadmap, &roadmap, style),
        topics: topics
            .map(|(at, view)| TopicBox::of(view, at, words))
            .collect(),
        milestones: milestones
            .map(|(at, view)| Milestone::of(view, at, words))
            .collect(),
        events: events
            .map(|(at, view)| Event::of(view, at, words))
            .collect(),
        kinds: library::kinds(&facts.library, words),
    };
    // Writing to a String cannot fail.
    parts.render().unwrap_or_default()
}

#[derive(Template)]
#[template(path = "page.html", config = "src/render/html/askama.toml")]
struct Parts<'a> {
    words: Words,
    lang: &'static str,
    plan_lang: &'a str,
    title: &'a str,
    updated: String,
    today: Option<DaySection>,
    week: Option<WeekSection>,
    report: ReportSection,
    graph: Option<Graph>,
    topics: Vec<TopicBox>,
    milestones: Vec<Milestone>,
    events: Vec<Event>,
    kinds: Vec<Kind>,
}

impl Parts<'_> {
    fn say(&self, message: impl Into<Message>) -> String {
        self.words.say(message)
    }
}

#[cfg(test)]
mod tests;
