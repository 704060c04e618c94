//! The rows of the torture suite that call the crate itself; the others, and what the suite is, are
//! in `tests/torture`.

mod bytes;
mod config;
mod devices;
mod many;
mod orders;
mod parsers;
mod yaml;

#[path = "../../../tests/torture/asked.rs"]
mod asked;
#[path = "../../../tests/torture/row.rs"]
mod row;
#[path = "../../../tests/torture/rows.rs"]
mod rows;
