//! `pull`: what the check boxes of a note say.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::slot::{Slot, slots};
use crate::checklist::BoxState;
use crate::progress::Event;
use crate::render::views;
use crate::summary::{Pulled, SlotView, Study};
use crate::text::{Message, SlotName};

#[derive(JsonSchema, Serialize)]
pub(crate) struct PulledNote<'a> {
    /// `null` when nothing was recorded.
    op: Option<Uuid>,
    recorded: &'a [Event],
    marks: Vec<Mark<'a>>,
    not_recorded: Vec<Refused<'a>>,
    /// How many check boxes were changed; `null` without `--push`.
    updated_boxes: Option<usize>,
    left_today: Vec<Slot<'a>>,
}

#[derive(JsonSchema, Serialize)]
struct Mark<'a> {
    slot: &'a str,
    title: &'a str,
    status: &'static str,
    day: NaiveDate,
}

#[derive(JsonSchema, Serialize)]
struct Refused<'a> {
    line: usize,
    block: &'a str,
    /// `null` if nothing in the plan has this id.
    slot: Option<&'a str>,
    why: Message,
}

/// `pull`.
pub(crate) fn pulled<'a>(
    study: &'a Study,
    (op, recorded): (Option<Uuid>, &'a [Event]),
    pulled: &'a Pulled<SlotName>,
    updated_boxes: Option<usize>,
    left: &[SlotView<'a>],
) -> PulledNote<'a> {
    let marks = pulled.marks.iter().map(|mark| Mark {
        slot: &mark.subject.id,
        title: &mark.subject.title,
        status: match mark.state {
            BoxState::Open => "open",
            BoxState::Done => "done",
            BoxState::Skipped => "skipped",
        },
        day: mark.day,
    });
    let refused = pulled.refused.iter().map(|refused| Refused {
        line: refused.line,
        block: &refused.block,
        slot: refused.subject.as_ref().map(|name| &*name.id),
        why: views::why_refused(&refused.why).into(),
    });
    PulledNote {
        op,
        recorded,
        marks: marks.collect(),
        not_recorded: refused.collect(),
        updated_boxes,
        left_today: slots(study, left),
    }
}
