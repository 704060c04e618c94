//! From numbers to text. Nothing is worked out here.
//!
//! A summary becomes a [`Sheet`] in `views`, one function a view; a sheet becomes text for a
//! terminal or Markdown. JSON is made from the summary itself.

mod excerpt;
mod graph;
pub mod json;
mod markdown;
mod mermaid;
mod sheet;
mod style;
mod table;
mod terminal;
pub mod views;
mod wrap;

pub use excerpt::excerpt;
pub use markdown::markdown;
pub use mermaid::mermaid;
pub use sheet::{Glyph, Sheet, Span};
pub use style::Style;
pub use terminal::terminal;
