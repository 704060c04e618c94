//! Sessions and slots.

use super::super::keys::{SESSION, SLOT};
use crate::model::{Clock, Minutes, Session, Slot, SlotId, Window};
use crate::source::table::{Reader, Table};
use crate::source::{Location, Node, Part, Rule};

/// What a slot's id is made from, and the times taken so far in its day.
#[derive(Default)]
pub(super) struct Frame {
    /// `d08` or `w05`.
    prefix: String,
    /// How many slots there have been.
    pub ordinal: usize,
    taken: Vec<(Window, String)>,
}

impl Frame {
    /// A day or week without slots so far.
    pub fn new(prefix: String) -> Self {
        Self {
            prefix,
            ..Self::default()
        }
    }
}

impl Reader<'_> {
    pub(super) fn session(&mut self, node: &Node, frame: &mut Frame) -> Option<Session> {
        let table = self.table(node, "session", SESSION)?;
        Some(Session {
            half: self.text_of(&table, "half"),
            title: self.text_of(&table, "title"),
            window: self.window(&table, "window"),
            notes: self.notes(&table),
            slots: self.slots(&table, frame),
        })
    }

    pub(super) fn nameless_session(&mut self, table: &Table, frame: &mut Frame) -> Session {
        Session {
            half: None,
            title: None,
            window: None,
            notes: Vec::new(),
            slots: self.slots(table, frame),
        }
    }

    fn slots(&mut self, table: &Table, frame: &mut Frame) -> Vec<Slot> {
        self.each(table, "slots", |reader, node| reader.slot(node, frame))
    }

    fn slot(&mut self, node: &Node, frame: &mut Frame) -> Option<Slot> {
        frame.ordinal += 1;
        let table = self.table(node, "slot", SLOT)?;
        let title = self.title_of(&table, "title").unwrap_or_default();
        let time = self.window(&table, "time");
        if let (Some(time), Some(node)) = (time, table.get("time")) {
            self.no_overlap(time, node.at, &title, frame);
        }
        let help = "write 90m, 1h30m, 1.5h or 1:30";
        let duration = self.parsed_of(&table, "duration", Minutes::parse, "length of time", help);
        if let (Some((at, _)), Some(_)) = (table.find("duration"), table.get("time")) {
            let help = "the time says how long it is; remove one of the two";
            self.note(
                Rule::UnknownKey,
                at,
                "a slot with `time` has no `duration`",
                help,
            );
        }
        let id = self.slot_id(&table, time, frame)?;
        let mut fields = self.fields(&table);
        fields.extend(self.bare_items(&table));
        Some(Slot {
            id,
            id_is_given: table.get("id").is_some(),
            time,
            duration,
            title,
            topic: table.get("topic").and_then(|node| self.topic_ref(node)),
            fields,
            notes: self.notes(&table),
        })
    }

    fn slot_id(&mut self, table: &Table, time: Option<Window>, frame: &Frame) -> Option<SlotId> {
        let help = "small letters, digits and `-`, at most 64, as in `d18-a`";
        let made = match time {
            Some(time) => {
                let start = time.start.to_string().replace(':', "");
                format!("{}-{start}", frame.prefix)
            }
            None => format!("{}-{}", frame.prefix, frame.ordinal),
        };
        let id = match table.get("id") {
            Some(node) => self.parsed(node, SlotId::new, "slot id", help)?,
            None => SlotId::new(&made)?,
        };
        let place = table.get("id").or(table.get("time")).or(table.get("title"));
        self.take_id(id.as_str(), place.map_or(table.at, |node| node.at));
        let time = table
            .get("time")
            .or(table.get("duration"))
            .or(table.get("title"));
        let time = time.map_or(table.at, |node| node.at);
        self.locations.note(Part::Slot(id.to_string()), time);
        if let Some(topic) = table.get("topic") {
            self.locations
                .note(Part::SlotTopic(id.to_string()), topic.at);
        }
        Some(id)
    }

    fn window(&mut self, table: &Table, name: &str) -> Option<Window> {
        let node = table.get(name)?;
        let parse = |text: &str| {
            let (start, end) = text.split_once('-')?;
            Some((Clock::parse(start)?, Clock::parse(end)?))
        };
        let help = "write start and end as HH:MM-HH:MM, from 00:00 to 24:00";
        let (start, end) = self.parsed(node, parse, "time of day", help)?;
        if start >= end {
            let message = format!("{start}-{end} ends before it has begun");
            let help = "a slot ends on the day it begins; split what goes past midnight";
            self.note(Rule::EndBeforeStart, node.at, message, help);
            return None;
        }
        Some(Window { start, end })
    }

    fn no_overlap(&mut self, time: Window, at: Location, title: &str, frame: &mut Frame) {
        if let Some((other, what)) = frame.taken.iter().find(|(t, _)| t.overlaps(time)) {
            let message = format!("{time} overlaps {other} (`{what}`)");
            self.note(Rule::Overlap, at, message, "move one of the two");
        }
        frame.taken.push((time, title.to_owned()));
    }
}
