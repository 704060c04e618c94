//! Notes in Markdown to plans.
//!
//! A document is read as lines with a depth ([`document`]), the marks in them are recognised
//! ([`recognise`], [`units`]), repeated parts are told from the plan's own ([`series`]), and the plan is
//! put together from what is left ([`builder`], [`outside`]). Every line is accounted for ([`ledger`]).

mod advice;
mod again;
mod arrows;
mod blocks;
mod breaks;
mod builder;
mod bullet;
mod cells;
mod chatter;
mod chosen;
mod clock;
mod column;
mod columns;
mod content;
mod count;
mod date;
mod day;
mod days;
mod decide;
mod document;
mod entry;
mod events;
mod fact_label;
mod facts;
mod fields;
mod flow;
mod front;
mod head;
mod hours;
mod html;
mod inline;
mod kept;
mod label;
mod label_kind;
mod layout;
mod ledger;
mod length;
mod library;
mod mark;
mod mermaid;
mod milestones;
mod nest;
mod node;
mod number;
mod obsidian;
mod outside;
mod phases;
mod recognise;
mod refuse;
mod request;
mod routine;
mod scan;
mod series;
mod similar;
mod sitting;
mod slot;
mod stamp;
mod subject;
mod table;
mod tail;
mod timetable;
mod timing;
mod titles;
mod track;
mod unit;
mod unit_word;
mod units;
mod unmarked;
mod untimed;
mod week;
mod week_part;
mod weekday;
mod weeks;
mod whole;
mod years;

pub(crate) use count::{Counts, Planned};
pub(crate) use ledger::{Decided, Leftover, runs};
pub(crate) use request::Request;
#[cfg(test)]
pub(crate) use scan::folded;
pub(crate) use stamp::{is_stamped, stamped};
pub(crate) use whole::{Imported, import};
