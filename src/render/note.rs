//! A study as a note for Obsidian, with a check box for each slot in the dialects of Day Planner and
//! Tasks.

use std::iter::Peekable;

use chrono::NaiveDate;

use super::markdown::{begun, link, plain};
use super::mermaid::mermaid_outline;
use crate::checklist::{BoxState, sealed};
use crate::escape;
use crate::model::{Day, Field, Item, Placement, Resource, Session, SlotRef, Week};
use crate::summary::{
    self, DeliverableView, Link, Reading, SlotView, Study, Tickable, milestones, roadmap,
};
use crate::text::{
    DayNames, FixedDate, Label, Locale, Message, NoteWord, Phrase, Schedule, Show, WeekName,
};

/// How a note is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NoteTerms {
    /// Whether dates are fields of Dataview instead of the signs of Tasks.
    pub(crate) dataview: bool,
    pub(crate) locale: Locale,
}

/// The study as a note.
pub(crate) fn note(study: &Study, terms: NoteTerms) -> String {
    let plan = &study.plan;
    let mut writer = Writer {
        study,
        terms,
        out: String::new(),
    };
    writer.heading(1, &plan.title);
    writer.about();
    writer.roadmap();
    writer.library();
    writer.schedule();
    writer.milestones();
    writer.events();
    writer.reminders();
    let title = serde_json::Value::from(plan.title.as_str()).to_string();
    let title = escape::json(&title);
    let head = format!("plan: {}\ntitle: {title}\ngenerator: plan\n", plan.id);
    sealed(&head, &writer.out)
}

/// The dialect of a note that is there.
pub(crate) fn is_dataview(note: &str) -> bool {
    note.contains("[scheduled:: ")
}

struct Writer<'a> {
    study: &'a Study,
    terms: NoteTerms,
    out: String,
}

impl<'a> Writer<'a> {
    fn say(&self, words: impl Into<Message>) -> String {
        words.into().text(self.terms.locale).into_owned()
    }

    fn heading(&mut self, level: usize, words: &str) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
        self.out += &format!("{} {}\n\n", "#".repeat(level), begun(&plain(words)));
    }

    fn section(&mut self, words: impl Into<Message>) {
        let words = self.say(words);
        self.heading(2, &words);
    }

    /// An item of a list, `level` levels deep, in Markdown.
    fn item(&mut self, level: usize, markdown: &str) {
        self.out += &format!("{}- {}\n", "  ".repeat(level), begun(markdown));
    }

    /// An item with a label.
    fn labelled(&mut self, level: usize, label: &str, markdown: &str) {
        let item = format!("{}{markdown}", labelled(label));
        self.item(level, item.trim_end());
    }

    fn about(&mut self) {
        let plan = &self.study.plan;
        let budget = plan.time_budget.as_ref();
        let budget = budget.and_then(|budget| budget.verbatim.as_ref());
        let facts = [
            (NoteWord::Direction, plan.direction.as_ref()),
            (NoteWord::Duration, plan.duration.as_ref()),
            (NoteWord::Budget, budget),
            (NoteWord::Goal, plan.goal.as_ref()),
        ];
        if facts.iter().all(|(_, fact)| fact.is_none()) {
            return;
        }
        self.section(NoteWord::About);
        for (label, fact) in facts {
            if let Some(fact) = fact {
                let label = self.say(label);
                self.labelled(0, &label, &plain(fact));
            }
        }
    }

    fn roadmap(&mut self) {
        let view = roadmap(self.study);
        if !view.topics.is_empty() {
            self.section(NoteWord::Roadmap);
            let graph = mermaid_outline(&self.study.plan, &view);
            self.out += &format!("```mermaid\n{graph}```\n");
        }
    }

    /// The library, under the author's headings, or by kind where there are none.
    fn library(&mut self) {
        let resources = &self.study.plan.resources;
        let group = |writer: &Self, resource: &Resource| match resource.group.first() {
            Some(heading) => heading.clone(),
            None => writer.say(Show::Kind(resource.kind)),
        };
        let mut groups: Vec<(String, Vec<&Resource>)> = Vec::new();
        for resource in resources {
            let heading = group(self, resource);
            match groups.iter_mut().find(|(known, _)| *known == heading) {
                Some((_, resources)) => resources.push(resource),
                None => groups.push((heading, vec![resource])),
            }
        }
        if !groups.is_empty() {
            self.section(NoteWord::Resources);
        }
        for (heading, resources) in groups {
            self.heading(3, &heading);
            for resource in resources {
                self.item(0, &linked(&resource.title, Link::of(resource)));
                for field in &resource.fields {
                    self.field(1, field);
                }
            }
        }
    }

    fn schedule(&mut self) {
        let study = self.study;
        self.section(NoteWord::Schedule);
        let mut places = study.plan.slots().peekable();
        let mut deliverables = study.deliverables().peekable();
        for phase in &study.plan.phases {
            if let Some(title) = phase.heading.as_ref().or(phase.title.as_ref()) {
                self.heading(3, title);
            }
            for week in &phase.weeks {
                self.week(week, &mut places);
                self.deliverables(week, &mut deliverables);
            }
        }
    }

    fn week(&mut self, week: &'a Week, places: &mut impl Iterator<Item = SlotRef<'a>>) {
        let name = WeekName::of(week).map(|name| self.say(Phrase::Week(name)));
        if let Some(name) = name.or_else(|| week.title.clone()) {
            self.heading(4, &name);
        }
        for goal in &week.goals {
            self.item(0, &plain(&goal.text));
        }
        for field in &week.fields {
            self.field(0, field);
        }
        for day in &week.days {
            self.day(day, places);
        }
    }

    fn day(&mut self, day: &'a Day, places: &mut impl Iterator<Item = SlotRef<'a>>) {
        let is_named = day.numbers.is_some() || day.weekdays.is_some() || day.is_added();
        if is_named {
            let names = DayNames {
                title: day.title.clone(),
                ..DayNames::of([day], true, &self.study.plan.language)
            };
            let name = self.say(Phrase::Days(names));
            self.heading(5, &name);
        }
        for session in &day.sessions {
            if let Some(name) = session_name(session) {
                self.heading(6, &name);
            }
            for place in places.take(session.slots.len()) {
                for slot in self.study.sittings(place) {
                    self.slot(&slot);
                }
                for field in &place.slot.fields {
                    self.field(1, field);
                }
            }
        }
    }

    /// The line of a slot: time, title, dates and the id of its block.
    fn slot(&mut self, slot: &SlotView) {
        let time = slot
            .time
            .map(|time| format!("{} - {} ", time.start, time.end));
        let sitting = slot.sitting.filter(|sitting| sitting.of > 1);
        let sitting = sitting.map(|sitting| {
            let (n, of) = (sitting.n, sitting.of);
            plain(&self.say(Schedule::SittingOf { n, of }))
        });
        let title = plain(&slot.place.slot.title);
        let text = [time.unwrap_or_default(), title, sitting.unwrap_or_default()].concat();
        let planned = self.dated("⏳", "scheduled", slot.dates.first);
        self.check_box(&Tickable::Slot(*slot), &format!("{text}{planned}"));
    }

    fn deliverables(
        &mut self,
        week: &Week,
        all: &mut Peekable<impl Iterator<Item = DeliverableView<'a>>>,
    ) {
        let own = std::iter::from_fn(|| all.next_if(|view| std::ptr::eq(view.week, week)));
        let own: Vec<DeliverableView> = own.collect();
        if !own.is_empty() {
            let heading = self.say(Label::Deliverables);
            self.heading(5, &heading);
        }
        for view in own {
            let due = self.dated("📅", "due", view.dates.last);
            let text = format!("{}{due}", plain(&view.what.text));
            self.check_box(&Tickable::Deliverable(view), &text);
        }
    }

    fn check_box(&mut self, subject: &Tickable, text: &str) {
        let state = subject.state();
        let done = subject.since().filter(|_| state == BoxState::Done);
        let done = done.map(|date| self.dated("✅", "completion", date));
        let (sign, done) = (state.sign(), done.unwrap_or_default());
        self.out += &format!("- [{sign}] {text}{done} ^{}\n", subject.block());
    }

    fn dated(&self, sign: &str, key: &str, date: NaiveDate) -> String {
        if self.terms.dataview {
            format!(" [{key}:: {date}]")
        } else {
            format!(" {sign} {date}")
        }
    }

    fn field(&mut self, level: usize, field: &Field) {
        let value = field.value.as_ref().map(|item| self.entry(item));
        let below = match (&field.label, value) {
            (Some(label), value) => {
                self.labelled(level, label, &value.unwrap_or_default());
                level + 1
            }
            (None, Some(value)) => {
                self.item(level, &value);
                level + 1
            }
            (None, None) => level,
        };
        for item in &field.items {
            let entry = self.entry(item);
            self.item(below, &entry);
        }
    }

    /// An entry of a list, with its label and its link.
    fn entry(&self, item: &Item) -> String {
        let reading = Reading::of(self.study, item);
        let label = item.label.as_deref().map(labelled).unwrap_or_default();
        format!("{label}{}", linked(reading.title(), reading.link))
    }

    fn milestones(&mut self) {
        let views = milestones(self.study);
        if !views.is_empty() {
            self.section(Label::AllMilestones);
        }
        for view in views {
            self.heading(3, &view.milestone.title);
            if let Some(due) = view.due {
                let due = self.say(Show::MilestoneDue(due));
                self.item(0, &plain(&due));
            }
            for goal in &view.milestone.goals {
                self.item(0, &plain(&goal.text));
            }
        }
    }

    fn events(&mut self) {
        let views = summary::events(self.study);
        if !views.is_empty() {
            self.section(Label::Events);
        }
        for view in views {
            let at = Placement::on(view.event.date, view.event.time);
            let at = self.say(FixedDate::At(at));
            self.item(0, &plain(&format!("{} {at}", view.event.title)));
        }
    }

    fn reminders(&mut self) {
        let reminders = &self.study.plan.reminders;
        if !reminders.is_empty() {
            self.section(Label::Reminders);
        }
        for reminder in reminders {
            let scope = reminder.scope.as_deref().map(labelled).unwrap_or_default();
            self.item(0, &format!("{scope}{}", plain(&reminder.text)));
        }
    }
}

/// A label before what it is of; the colon is in the script of the label.
fn labelled(label: &str) -> String {
    let colon = if label.is_ascii() { ": " } else { "：" };
    format!("{}{colon}", plain(label))
}

/// A title that leads to its link, if there is one.
fn linked(title: &str, to: Link) -> String {
    match to.best() {
        Some(url) => format!("[{}](<{}>)", plain(title), link(&escape::terminal(url))),
        None => plain(title),
    }
}

/// The half of the day, the subject and the time of a session, as far as it has any.
fn session_name(session: &Session) -> Option<String> {
    let names: Vec<&str> = session
        .half
        .iter()
        .chain(&session.title)
        .map(String::as_str)
        .collect();
    let window = session.window.map(|window| window.to_string());
    match (names.is_empty(), window) {
        (true, window) => window,
        (false, Some(window)) => Some(format!("{} ({window})", names.join(" "))),
        (false, None) => Some(names.join(" ")),
    }
}
