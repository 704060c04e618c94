//! Phases, weeks and days.

use super::super::keys::{DAY, DELIVERABLE, ORIGIN, PHASE, WEEK};
use super::slots::Frame;
use crate::model::{Day, Deliverable, Origin, Phase, ResourceId, Week};
use crate::source::table::{Reader, Table};
use crate::source::{Location, Node, Part, Rule};

impl Reader<'_> {
    pub(super) fn phases(&mut self, table: &Table) -> Vec<Phase> {
        self.side_by_side(table);
        if table.get("phases").is_some() {
            return self.each(table, "phases", Self::phase);
        }
        let weeks = self.weeks(table);
        let nameless = (!weeks.is_empty()).then_some(Phase {
            title: None,
            heading: None,
            span: None,
            buffer: None,
            goals: Vec::new(),
            notes: Vec::new(),
            weeks,
        });
        nameless.into_iter().collect()
    }

    fn phase(&mut self, node: &Node) -> Option<Phase> {
        let table = self.table(node, "phase", PHASE)?;
        self.phases += 1;
        let at = table
            .get("span")
            .or(table.get("title"))
            .map_or(table.at, |node| node.at);
        self.locations.note(Part::Phase(self.phases), at);
        self.side_by_side(&table);
        let buffer = self.span(&table, "buffer");
        let weeks = self.weeks(&table);
        if weeks.is_empty() && table.get("buffer").is_none() {
            self.nothing_below(&table, "phase");
        }
        Some(Phase {
            title: self.title_of(&table, "title"),
            heading: self.text_of(&table, "heading"),
            span: self.span(&table, "span"),
            buffer,
            goals: self.goals(&table),
            notes: self.notes(&table),
            weeks,
        })
    }

    /// A phase or week without a list of what is in it, or with an empty one.
    fn nothing_below(&mut self, table: &Table, what: &str) {
        let lists = ["weeks", "days", "slots"].into_iter();
        let lists: Vec<_> = lists.filter(|list| table.takes(list)).collect();
        let given = lists
            .iter()
            .find_map(|list| Some((list, table.find(list)?)));
        let help = "add `days:` and a list of days";
        match given {
            None => {
                let message = format!("the {what} has no `{}`", lists.join("`, no `"));
                self.note(Rule::MissingKey, table.at, message, help);
            }
            Some((list, (at, node))) if node.value.is_empty_list() => {
                self.note(Rule::MissingKey, at, format!("`{list}` is empty"), help);
            }
            // What is wrong with the list has been noted.
            Some(_) => {}
        }
    }

    /// Lists of different levels side by side: only one of them can say what is in a part.
    fn side_by_side(&mut self, table: &Table) {
        let lists = ["phases", "weeks", "days", "sessions", "slots"].into_iter();
        let mut given: Vec<_> = lists
            .filter(|list| table.takes(list))
            .filter_map(|list| Some((table.find(list)?.0, list)))
            .collect();
        given.sort_unstable();
        for (at, list) in given.iter().skip(1) {
            let message = format!("`{}` and `{list}` stand side by side", given[0].1);
            let help = "put the one into the other, or leave one out";
            self.note(Rule::UnknownKey, *at, message, help);
        }
    }

    fn weeks(&mut self, table: &Table) -> Vec<Week> {
        if table.get("weeks").is_some() {
            return self.each_lifted(table, "weeks", Self::week);
        }
        let days = self.days(table, None);
        let nameless = (!days.is_empty()).then_some(Week {
            number: None,
            title: None,
            goals: Vec::new(),
            fields: Vec::new(),
            notes: Vec::new(),
            days,
            deliverables: Vec::new(),
        });
        nameless.into_iter().collect()
    }

    fn week(&mut self, node: &Node) -> Option<Week> {
        let table = self.table(node, "week", WEEK)?;
        self.side_by_side(&table);
        let number = self.number(&table, "week", "week number");
        let number = number.unwrap_or(self.last_week.unwrap_or(0) + 1);
        let at = table.get("week").map_or(table.at, |node| node.at);
        self.in_order("week", at, number, self.last_week);
        self.last_week = Some(number);
        let days = self.days(&table, Some(number));
        if days.is_empty() {
            self.nothing_below(&table, "week");
        }
        let mut ordinal = 0;
        Some(Week {
            number: Some(number),
            title: self.text_of(&table, "title"),
            goals: self.goals(&table),
            fields: self.fields(&table),
            notes: self.notes(&table),
            deliverables: self.each(&table, "deliverables", |reader, node| {
                ordinal += 1;
                reader.deliverable(node, &format!("w{number:02}.{ordinal}"))
            }),
            days,
        })
    }

    fn in_order(&mut self, what: &str, at: Location, number: u32, last: Option<u32>) {
        if let Some(last) = last.filter(|last| number <= *last) {
            let message = format!("{what} {number} comes after {what} {last}");
            let help = format!("each {what} has a number of its own, above the one before it");
            self.note(Rule::DuplicateDay, at, message, &help);
        }
    }

    fn deliverable(&mut self, node: &Node, made: &str) -> Option<Deliverable> {
        if node.scalar().is_some() {
            self.take_id(made, node.at);
            return Some(Deliverable {
                id: made.to_owned(),
                text: self.title(node, "deliverable")?,
            });
        }
        let table = self.table(node, "deliverable", DELIVERABLE)?;
        let help = "small letters, digits, `-` and `.`, as in `w05.1`";
        let given = self.parsed_of(&table, "id", ResourceId::new, "deliverable id", help);
        let id = given.map_or_else(|| made.to_owned(), |id| id.to_string());
        let at = table
            .get("id")
            .or(table.get("text"))
            .map_or(table.at, |node| node.at);
        self.take_id(&id, at);
        Some(Deliverable {
            text: self.title_of(&table, "text")?,
            id,
        })
    }

    pub(super) fn take_id(&mut self, id: &str, at: Location) {
        if !self.ids.insert(id.to_owned()) {
            let message = format!("the id `{id}` is taken already");
            self.note(
                Rule::DuplicateId,
                at,
                message,
                "give one of the two an `id:` of its own",
            );
        }
    }

    /// The days of a phase or week. Slots that stand there without a day are the whole week's.
    fn days(&mut self, table: &Table, week: Option<u32>) -> Vec<Day> {
        if table.get("slots").is_none() {
            return self.each_lifted(table, "days", Self::day);
        }
        if table
            .get("slots")
            .is_some_and(|node| node.value.is_empty_list())
        {
            return Vec::new();
        }
        let number = week.unwrap_or_else(|| self.last_week.unwrap_or(0) + 1);
        self.last_week = Some(number);
        let mut frame = Frame::new(format!("w{number:02}"));
        let session = self.nameless_session(table, &mut frame);
        vec![Day {
            numbers: None,
            weekdays: None,
            title: None,
            origin: None,
            notes: Vec::new(),
            sessions: vec![session],
        }]
    }

    fn day(&mut self, node: &Node) -> Option<Day> {
        let table = self.table(node, "day", DAY)?;
        self.side_by_side(&table);
        let faults = self.diagnostics.len();
        let numbers = self.day_numbers(&table);
        let weekdays = self.weekdays(&table, numbers);
        let mut frame = Frame::new(format!("d{:02}", numbers.0));
        let sessions = if table.get("sessions").is_some() {
            self.each(&table, "sessions", |reader, node| {
                reader.session(node, &mut frame)
            })
        } else {
            vec![self.nameless_session(&table, &mut frame)]
        };
        // A list that cannot be read has a fault of its own.
        if frame.ordinal == 0 && self.diagnostics.len() == faults {
            let at = table.get("day").map_or(table.at, |node| node.at);
            let help = "add `slots:` and a list of slots, or remove the day";
            self.note(
                Rule::EmptyDay,
                at,
                format!("day {} has no slots", numbers.0),
                help,
            );
        }
        Some(Day {
            numbers: Some(numbers),
            weekdays,
            title: self.text_of(&table, "title"),
            origin: self.origin(&table),
            notes: self.notes(&table),
            sessions,
        })
    }

    fn day_numbers(&mut self, table: &Table) -> (u32, u32) {
        let next = self.last_day.unwrap_or(0) + 1;
        let parse = |text: &str| {
            let (first, last) = text.split_once('-').unwrap_or((text, text));
            let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
            let fits = (1..=100_000).contains(&first) && first <= last && last - first < 7;
            fits.then_some((first, last))
        };
        let help = "write a number from 1 up, or a run of at most 7 such as 18-19";
        let given = self.parsed_of(table, "day", parse, "day number", help);
        let numbers = given.unwrap_or((next, next));
        let at = table.get("day").map_or(table.at, |node| node.at);
        self.in_order("day", at, numbers.0, self.last_day);
        self.locations.note(Part::Day(numbers.0), at);
        self.last_day = Some(numbers.1);
        numbers
    }

    fn origin(&mut self, table: &Table) -> Option<Origin> {
        let node = table.get("origin")?;
        if node.scalar().is_some() {
            return self.named(node, &[(Origin::Authored, "authored")], "origin");
        }
        let table = self.table(node, "origin", ORIGIN)?;
        self.number(&table, "seed", "line number").map(Origin::Seed)
    }
}
