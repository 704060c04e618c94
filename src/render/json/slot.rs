//! Slots, with the same keys wherever one occurs.

use chrono::{Datelike, NaiveDate, Weekday};
use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::model::{
    self, Day, Kind, LinkStatus, Minutes, Note, Origin, PlanId, ResourceId, SlotId, TopicId, Window,
};
use crate::progress::Mark;
use crate::summary::{SlotView, Status, Study};

#[derive(JsonSchema, Serialize)]
pub(crate) struct Slot<'a> {
    plan: &'a PlanId,
    /// Its permanent id, which is a target.
    id: &'a SlotId,
    /// Its number on its date, from 1.
    ordinal: usize,
    #[serde(flatten)]
    numbers: DayNumbers,
    /// Its study date; the first of several.
    date: NaiveDate,
    /// In three letters, as in `mon`.
    weekday: String,
    #[serde(flatten)]
    time: Times,
    title: &'a str,
    /// `open`, `done`, `skipped` or `overdue`.
    status: &'static str,
    /// Whether it is on at the time of the run.
    now: bool,
    /// Whether it is open on a day of rest.
    displaced: bool,
    /// Where the plan has it, if it was moved.
    baseline: Option<Baseline>,
    #[serde(skip_serializing_if = "Option::is_none")]
    /// Only where the slot is divided.
    sitting: Option<Sitting>,
    planned_minutes: Option<Minutes>,
    /// How long it took, as recorded.
    actual_minutes: Option<Minutes>,
    phase: Option<&'a str>,
    week: Option<u32>,
    topic: Option<&'a TopicId>,
    /// Where its day comes from.
    origin: Option<Origin>,
    resources: Vec<Resource<'a>>,
    fields: Vec<Field<'a>>,
    notes: &'a [Note],
    editor_notes: &'a [Note],
    /// Why it is skipped.
    why: Option<&'a str>,
    /// The learner's notes.
    #[schemars(with = "Vec<LearnerNote>")]
    remarks: Remarks<'a>,
    /// Whether it was done and holds something else now.
    content_changed: bool,
}

/// The first number of a day entry, and all of them.
#[derive(JsonSchema, Serialize)]
pub(super) struct DayNumbers {
    day: Option<u32>,
    days: Vec<u32>,
}

/// A time of day; `null` twice where there is none.
#[derive(JsonSchema, Serialize)]
pub(super) struct Times {
    start: Option<String>,
    end: Option<String>,
}

/// When the plan has a slot that was moved.
#[derive(JsonSchema, Serialize)]
struct Baseline {
    date: NaiveDate,
    #[serde(flatten)]
    time: Times,
}

/// Which of how many sittings of the slot.
#[derive(JsonSchema, Serialize)]
struct Sitting {
    n: usize,
    of: usize,
}

#[derive(JsonSchema, Serialize)]
struct Resource<'a> {
    kind: &'static str,
    label: Option<&'a str>,
    title: &'a str,
    url: Option<&'a str>,
    id: Option<&'a ResourceId>,
    status: Option<&'static str>,
    suggested_url: Option<&'a str>,
}

/// A label with a text, a list or both, and what the text refers to.
#[derive(JsonSchema, Serialize)]
pub(super) struct Field<'a> {
    label: Option<&'a str>,
    value: Option<&'a str>,
    items: Vec<Item<'a>>,
    #[serde(flatten)]
    reference: Option<Reference<'a>>,
}

#[derive(JsonSchema, Serialize)]
struct Item<'a> {
    label: Option<&'a str>,
    text: &'a str,
    #[serde(flatten)]
    reference: Reference<'a>,
}

/// What a text refers to; keys without a value are absent.
#[derive(JsonSchema, Serialize)]
struct Reference<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    resource: Option<&'a ResourceId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    corrected: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

/// A note of the learner.
#[derive(JsonSchema, Serialize)]
pub(super) struct LearnerNote<'a> {
    day: NaiveDate,
    text: &'a str,
}

pub(super) fn slots<'a: 'v, 'v>(
    study: &'a Study,
    views: impl IntoIterator<Item = &'v SlotView<'a>>,
) -> Vec<Slot<'a>> {
    views.into_iter().map(|view| slot(study, view)).collect()
}

pub(super) fn slot<'a>(study: &'a Study, view: &SlotView<'a>) -> Slot<'a> {
    let place = &view.place;
    let resources = view.readings(study).map(|reading| Resource {
        kind: reading.kind.name(),
        label: reading.item.label.as_deref(),
        title: reading.title(),
        url: reading.link.url,
        id: reading.resource.map(|resource| &resource.id),
        status: reading.link.status.map(LinkStatus::name),
        suggested_url: reading.link.suggested,
    });
    Slot {
        plan: &study.plan.id,
        id: &place.slot.id,
        ordinal: view.ordinal,
        numbers: DayNumbers::from(Some(place.day)),
        date: view.dates.first,
        weekday: weekday(view.dates.first.weekday()),
        time: Times::from(view.time),
        title: &place.slot.title,
        status: view.status.name(),
        now: view.now,
        displaced: view.displaced,
        baseline: view.is_moved().then(|| Baseline {
            date: view.baseline.first,
            time: Times::from(view.baseline_time),
        }),
        sitting: view
            .sitting
            .filter(|sitting| sitting.of > 1)
            .map(|sitting| Sitting {
                n: sitting.n,
                of: sitting.of,
            }),
        planned_minutes: view.planned(),
        actual_minutes: view.actual(),
        phase: place.phase.title.as_deref(),
        week: place.week.number,
        topic: place.slot.topic.as_ref(),
        origin: place.day.origin,
        resources: resources.collect(),
        fields: fields(&place.slot.fields),
        notes: &place.slot.notes,
        editor_notes: &place.slot.editor_notes,
        why: why(view.mark, view.status),
        remarks: Remarks(view.mark),
        content_changed: view.has_changed(),
    }
}

/// The weekday in three letters, as in `mon`.
pub(crate) fn weekday(day: Weekday) -> String {
    day.to_string().to_lowercase()
}

/// Why something is skipped; nothing once it is done after all.
pub(super) fn why(mark: Option<&Mark>, status: Status) -> Option<&str> {
    mark.filter(|_| status == Status::Skipped)?.why()
}

/// The notes of a mark, each when its turn comes.
pub(super) struct Remarks<'a>(pub(super) Option<&'a Mark>);

impl Serialize for Remarks<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let notes = self.0.into_iter().flat_map(Mark::notes);
        serializer.collect_seq(notes.map(|note| LearnerNote {
            day: note.day,
            text: &note.text,
        }))
    }
}

pub(super) fn fields(fields: &[model::Field]) -> Vec<Field<'_>> {
    fields.iter().map(Field::from).collect()
}

impl From<Option<&Day>> for DayNumbers {
    fn from(day: Option<&Day>) -> Self {
        let numbers = day.and_then(|day| day.numbers);
        Self {
            day: numbers.map(|(first, _)| first),
            days: numbers.map_or_else(Vec::new, |(first, last)| (first..=last).collect()),
        }
    }
}

impl Times {
    /// When it begins, as in `09:00`.
    pub(super) fn start(&self) -> Option<&str> {
        self.start.as_deref()
    }
}

impl From<Option<Window>> for Times {
    fn from(window: Option<Window>) -> Self {
        Self {
            start: window.map(|window| window.start.to_string()),
            end: window.map(|window| window.end.to_string()),
        }
    }
}

impl<'a> From<&'a model::Field> for Field<'a> {
    fn from(field: &'a model::Field) -> Self {
        let value = field.value.as_deref();
        let items = field.items.iter().map(|item| Item {
            label: item.label.as_deref(),
            text: &item.text,
            reference: Reference::from(item),
        });
        Self {
            label: field.label.as_deref(),
            value: value.map(|item| item.text.as_str()),
            items: items.collect(),
            reference: value.map(Reference::from),
        }
    }
}

impl<'a> From<&'a model::Item> for Reference<'a> {
    fn from(item: &'a model::Item) -> Self {
        Self {
            resource: item.resource.as_ref(),
            url: item.url.as_deref(),
            kind: item.kind.map(Kind::name),
            corrected: item.corrected.as_deref(),
            note: item.note.as_deref(),
        }
    }
}
