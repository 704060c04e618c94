//! Notes in Markdown to plans.
//!
//! A document is read as lines with a depth ([`document`]), the marks in them are recognised
//! ([`recognise`], [`units`]), repeated parts are told from the plan's own ([`series`]), and the plan is
//! put together from what is left ([`builder`], [`outside`]). Every line is accounted for ([`ledger`]).

mod advice;
mod arrows;
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
mod facts;
mod fields;
mod flow;
mod front;
mod head;
mod hours;
mod html;
mod inline;
mod keep;
mod label;
mod layout;
mod ledger;
mod library;
mod mark;
mod mermaid;
mod nest;
mod node;
mod number;
mod outside;
mod phases;
mod recognise;
mod refuse;
mod request;
mod scan;
mod series;
mod similar;
mod slot;
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
mod weekday;
mod weeks;
mod whole;

pub(crate) use count::Counts;
pub(crate) use keep::{is_stamped, keep_ids, stamped};
pub(crate) use ledger::{Decided, Leftover};
pub(crate) use request::Request;
pub(crate) use whole::{Imported, import};
