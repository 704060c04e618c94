//! From numbers to text. Nothing is worked out here.
//!
//! A summary becomes a [`Sheet`] in `views`, one function a view; a sheet becomes text for a
//! terminal or Markdown. JSON, pages, notes, calendars and CSV are made from the summary itself.

mod breaks;
mod calendar;
mod csv;
mod excerpt;
mod graph;
pub(crate) mod html;
pub(crate) mod json;
mod markdown;
mod mermaid;
mod note;
mod sheet;
mod span;
mod stand_ins;
mod style;
mod table;
mod terminal;
pub(crate) mod views;
mod wrap;

pub(crate) use calendar::{CalendarTerms, calendar};
pub(crate) use csv::{Csv, Of};
pub(crate) use excerpt::excerpt;
pub(crate) use markdown::markdown;
pub(crate) use mermaid::mermaid;
pub(crate) use note::{NoteTerms, is_dataview, note};
pub(crate) use sheet::{Sheet, Span};
pub(crate) use style::Style;
pub(crate) use terminal::terminal;
pub(crate) use wrap::{filled, notices};
