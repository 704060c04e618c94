//! Sessions and slots.

use crate::model::{Clock, Minutes, Session, Slot, SlotId, TopicId, Window, split_range};
use crate::source::reader::{Reader, Table};
use crate::source::{Location, MAX_SLOTS, Node, Part, Rule};
use crate::text::source::{Form, KeyProblem, Level, StructureProblem};

/// The day or week that slots belong to.
#[derive(Default)]
pub(super) struct Frame {
    /// What the ids of its slots begin with: `d08` or `w05`.
    prefix: String,
    /// How many slots there were.
    pub(crate) slots: usize,
    /// Their times and titles.
    taken: Vec<(Window, String)>,
}

impl Frame {
    pub(crate) fn new(prefix: String) -> Self {
        Self {
            prefix,
            ..Self::default()
        }
    }
}

impl Reader {
    pub(super) fn session(&mut self, node: &Node, frame: &mut Frame) -> Option<Session> {
        let table = self.table(node, Level::Session)?;
        Some(Session {
            half: self.line_of(&table, "half"),
            title: self.line_of(&table, "title"),
            window: self.window_of(&table, "window"),
            notes: self.notes(&table, "notes"),
            editor_notes: self.notes(&table, "editor_notes"),
            slots: self.slots(&table, frame),
        })
    }

    /// The slots of a day or week without sessions.
    pub(super) fn nameless_session(&mut self, table: &Table, frame: &mut Frame) -> Session {
        Session {
            slots: self.slots(table, frame),
            ..Session::default()
        }
    }

    fn slots(&mut self, table: &Table, frame: &mut Frame) -> Vec<Slot> {
        self.each(table, "slots", |reader, node| reader.slot(node, frame))
    }

    fn slot(&mut self, node: &Node, frame: &mut Frame) -> Option<Slot> {
        frame.slots += 1;
        self.slots += 1;
        if self.slots > MAX_SLOTS {
            self.one_slot_too_many.get_or_insert(node.at);
            return None;
        }
        let table = self.table(node, Level::Slot)?;
        let title = self.title_of(&table, "title").unwrap_or_default();
        let time = self.window_of(&table, "time");
        if let Some(time) = time {
            self.no_overlap(time, table.location_of(&["time"]), &title, frame);
        }
        let duration = self.parsed_of(&table, "duration", Minutes::parse, Form::Duration);
        if let (Some(duration), Some(_)) = (table.find("duration"), table.get("time")) {
            self.note(Rule::UnknownKey, duration.at, KeyProblem::TimeAndDuration);
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
            topic: self.topic_of(&table),
            ticked: self.is_ticked(&table),
            fields,
            notes: self.notes(&table, "notes"),
            editor_notes: self.notes(&table, "editor_notes"),
        })
    }

    fn topic_of(&mut self, table: &Table) -> Option<TopicId> {
        let node = table.get("topic")?;
        let id = self.topic_ref(node, false)?;
        self.locations
            .insert(Part::FirstSlotOf(id.to_string()), node.at);
        Some(id)
    }

    /// The id that is given, else one made of the day and the start or the number of the slot.
    fn slot_id(&mut self, table: &Table, time: Option<Window>, frame: &Frame) -> Option<SlotId> {
        let id = match (table.get("id"), time) {
            (Some(node), _) => self.parsed(node, SlotId::new, Form::SlotId)?,
            (None, Some(time)) => {
                let start = time.start.to_string().replace(':', "");
                SlotId::new(&format!("{}-{start}", frame.prefix))?
            }
            (None, None) => SlotId::new(&format!("{}-{}", frame.prefix, frame.slots))?,
        };
        self.take_id(id.as_str(), table.location_of(&["id", "time", "title"]));
        let at = table.location_of(&["time", "duration", "title"]);
        self.locations.insert(Part::Slot(id.to_string()), at);
        self.locations
            .insert(Part::SlotEntry(id.to_string()), table.at);
        Some(id)
    }

    pub(super) fn window_of(&mut self, table: &Table, key: &str) -> Option<Window> {
        let node = table.get(key)?;
        let parse = |text: &str| {
            let (start, end) = split_range(text)?;
            Some((Clock::parse(start)?, Clock::parse(end)?))
        };
        let (start, end) = self.parsed(node, parse, Form::TimeWindow)?;
        if start >= end {
            let problem = StructureProblem::EndBeforeStart { start, end };
            self.note(Rule::EndBeforeStart, node.at, problem);
            return None;
        }
        Some(Window { start, end })
    }

    fn no_overlap(&mut self, time: Window, at: Location, title: &str, frame: &mut Frame) {
        let mut taken = frame.taken.iter();
        if let Some((other, title)) = taken.find(|(other, _)| other.overlaps(time)) {
            let (other, title) = (*other, title.clone());
            let problem = StructureProblem::Overlap { time, other, title };
            self.note(Rule::Overlap, at, problem);
        }
        frame.taken.push((time, title.to_owned()));
    }
}
