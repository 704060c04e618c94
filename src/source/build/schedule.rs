//! Phases, weeks and days.

use chrono::Weekday;

use super::slots::Frame;
use crate::model::{Day, Deliverable, Origin, Phase, ResourceId, Week, Weekdays, parse_date};
use crate::source::reader::{Reader, Table};
use crate::source::{Location, Node, Part, Rule};
use crate::text::source::{Form, Level, StructureProblem};

/// The lists of parts, from the outermost level in.
const LISTS: [&str; 5] = ["phases", "weeks", "days", "sessions", "slots"];

impl Reader {
    pub(super) fn phases(&mut self, table: &Table) -> Vec<Phase> {
        self.list_of_parts(table);
        if table.get("phases").is_some() {
            return self.each_numbered(table, "phases", Self::phase);
        }
        let weeks = self.weeks(table);
        let nameless = (!weeks.is_empty()).then(|| Phase {
            weeks,
            ..Phase::default()
        });
        nameless.into_iter().collect()
    }

    fn phase(&mut self, number: usize, node: &Node) -> Option<Phase> {
        let table = self.table(node, Level::Phase)?;
        let at = table.location_of(&["span", "title"]);
        self.locations.insert(Part::Phase(number), at);
        if table.get("buffer").is_none() {
            self.some_parts(&table);
        } else {
            self.list_of_parts(&table);
        }
        Some(Phase {
            title: self.title_of(&table, "title"),
            heading: self.line_of(&table, "heading"),
            span: self.period_of(&table, "span"),
            buffer: self.period_of(&table, "buffer"),
            goals: self.goals(&table),
            notes: self.notes(&table, "notes"),
            editor_notes: self.notes(&table, "editor_notes"),
            weeks: self.weeks(&table),
        })
    }

    /// Notes a phase or week without a list of its parts, or with an empty one.
    fn some_parts(&mut self, table: &Table) {
        let (level, at) = (table.level, table.at);
        match self.list_of_parts(table) {
            None => {
                let keys = LISTS.into_iter().filter(|key| table.takes(key)).collect();
                let problem = StructureProblem::NoLists { level, keys };
                self.note(Rule::MissingKey, at, problem);
            }
            Some((at, key, list)) if list.is_empty_list() => {
                self.note(Rule::MissingKey, at, StructureProblem::EmptyList { key });
            }
            Some(_) => {}
        }
    }

    /// The list of the parts of `table`, with its key. Any further one is noted.
    fn list_of_parts<'n>(
        &mut self,
        table: &Table<'n>,
    ) -> Option<(Location, &'static str, &'n Node)> {
        let keys = LISTS.into_iter().filter(|key| table.takes(key));
        let given = keys.filter_map(|key| Some((key, table.find(key)?)));
        let mut given: Vec<_> = given
            .map(|(key, pair)| (pair.at, key, pair.value))
            .collect();
        given.sort_unstable_by_key(|(at, ..)| *at);
        let first = *given.first()?;
        for (at, second, _) in given.into_iter().skip(1) {
            let first = first.1;
            let problem = StructureProblem::TwoLists { first, second };
            self.note(Rule::UnknownKey, at, problem);
        }
        Some(first)
    }

    fn weeks(&mut self, table: &Table) -> Vec<Week> {
        if table.get("weeks").is_some() {
            return self.each(table, "weeks", Self::week);
        }
        let days = self.days(table, self.last_week + 1);
        let nameless = (!days.is_empty()).then(|| Week {
            days,
            ..Week::default()
        });
        nameless.into_iter().collect()
    }

    fn week(&mut self, node: &Node) -> Option<Week> {
        let table = self.table(node, Level::Week)?;
        self.some_parts(&table);
        let number = self.number_of(&table, "week", Form::WeekNumber);
        let number = number.unwrap_or(self.last_week + 1);
        let at = table.location_of(&["week"]);
        self.in_order(Level::Week, at, number, self.last_week);
        self.last_week = number;
        Some(Week {
            number: Some(number),
            title: self.line_of(&table, "title"),
            goals: self.goals(&table),
            fields: self.fields(&table),
            notes: self.notes(&table, "notes"),
            editor_notes: self.notes(&table, "editor_notes"),
            deliverables: self.each_numbered(&table, "deliverables", |reader, ordinal, node| {
                reader.deliverable(node, format!("w{number:02}.{ordinal}"))
            }),
            days: self.days(&table, number),
        })
    }

    fn in_order(&mut self, level: Level, at: Location, number: u32, last: u32) {
        if number <= last {
            let problem = StructureProblem::OutOfOrder {
                level,
                number,
                last,
            };
            self.note(Rule::DuplicateDay, at, problem);
        }
    }

    fn deliverable(&mut self, node: &Node, default_id: String) -> Option<Deliverable> {
        let table = self.text_or_table(node, Level::Deliverable)?;
        let given = self.parsed_of(&table, "id", ResourceId::new, Form::DeliverableId);
        let id = given.map_or(default_id, |id| id.to_string());
        self.take_id(&id, table.location_of(&["id", "text"]));
        Some(Deliverable {
            text: self.title_of(&table, "text")?,
            due: self.parsed_of(&table, "due", parse_date, Form::Date),
            ticked: self.is_ticked(&table),
            id,
        })
    }

    pub(super) fn take_id(&mut self, id: &str, at: Location) {
        if !self.ids.insert(id.to_owned()) {
            let id = id.to_owned();
            self.note(Rule::DuplicateId, at, StructureProblem::DuplicateId { id });
        }
    }

    /// The days of a phase or week. Slots without a day belong to the whole week, `week`.
    fn days(&mut self, table: &Table, week: u32) -> Vec<Day> {
        let Some(slots) = table.get("slots") else {
            return self.each(table, "days", Self::day);
        };
        if slots.is_empty_list() {
            return Vec::new();
        }
        self.last_week = week;
        let mut frame = Frame::new(format!("w{week:02}"));
        vec![Day {
            sessions: vec![self.nameless_session(table, &mut frame)],
            ..Day::default()
        }]
    }

    fn day(&mut self, node: &Node) -> Option<Day> {
        let faults = self.diagnostics.len();
        let table = self.table(node, Level::Day)?;
        self.list_of_parts(&table);
        let (first, last) = self.day_numbers(&table);
        let weekdays = self.weekdays(&table, last - first + 1);
        let mut frame = Frame::new(format!("d{first:02}"));
        let sessions = if table.get("sessions").is_some() {
            self.each(&table, "sessions", |reader, node| {
                reader.session(node, &mut frame)
            })
        } else {
            vec![self.nameless_session(&table, &mut frame)]
        };
        // A list that cannot be read, or has another key, has a fault of its own.
        if frame.slots == 0 && self.diagnostics.len() == faults {
            let at = table.location_of(&["day"]);
            let problem = StructureProblem::EmptyDay { number: first };
            self.note(Rule::EmptyDay, at, problem);
        }
        Some(Day {
            numbers: Some((first, last)),
            weekdays,
            added: None,
            title: self.line_of(&table, "title"),
            origin: self.origin(&table),
            notes: self.notes(&table, "notes"),
            editor_notes: self.notes(&table, "editor_notes"),
            sessions,
        })
    }

    fn day_numbers(&mut self, table: &Table) -> (u32, u32) {
        let parse = |text: &str| {
            let (first, last) = text.split_once('-').unwrap_or((text, text));
            let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
            let fits = (1..=100_000).contains(&first) && first <= last && last - first < 7;
            fits.then_some((first, last))
        };
        let next = self.last_day + 1;
        let given = self.parsed_of(table, "day", parse, Form::DayNumber);
        let (first, last) = given.unwrap_or((next, next));
        let at = table.location_of(&["day"]);
        self.in_order(Level::Day, at, first, self.last_day);
        self.locations.insert(Part::Day(first), at);
        self.last_day = last;
        (first, last)
    }

    fn origin(&mut self, table: &Table) -> Option<Origin> {
        let node = table.get("origin")?;
        if node.scalar().is_some() {
            let names = [(Origin::Authored, "authored")];
            return self.named_of(table, "origin", &names, Form::Origin);
        }
        let table = self.table(node, Level::Origin)?;
        let line = self.number_of(&table, "seed", Form::LineNumber);
        line.map(Origin::Seed)
    }

    fn weekdays(&mut self, table: &Table, days: u32) -> Option<Weekdays> {
        let node = table.get("weekday")?;
        let found = self.parsed(node, Weekdays::parse, Form::Weekday)?;
        let weekdays = found.count();
        if weekdays != days {
            let problem = StructureProblem::WeekdayCount { days, weekdays };
            self.note(Rule::BadValue, node.at, problem);
        }
        Some(found)
    }

    /// Weekdays that are left free on purpose: a range, or a list of days and ranges.
    pub(super) fn rest(&mut self, table: &Table) -> Vec<Weekday> {
        let nodes = table.one_or_more("rest").iter();
        let ranges = nodes.filter_map(|node| self.parsed(node, Weekdays::parse, Form::Weekday));
        ranges.flat_map(Weekdays::days).collect()
    }
}
