//! The roadmap as a picture: boxes where the terminal has them, and curves between them.

use super::parts::{Figure, Progress, Words};
use crate::render::graph::place::{self, Item, Placed, Web};
use crate::render::sheet::{Block, Sheet};
use crate::render::style::Style;
use crate::summary::{RoadmapView, TopicState, TopicView};
use crate::text::{Page, Phrase, Show};

/// Columns of the picture, in characters, and the width of one.
const COLUMNS: usize = 104;
const COLUMN: usize = 8;
/// What is left of a bar in a box, and right of it; the template has it too.
const MARGIN: usize = 12;
/// The height of a box, and of a box with the room below it.
const BOX: usize = 56;
const LAYER: usize = 96;

/// A topic, as an entry of the list and as a box.
#[derive(Debug)]
pub(super) struct TopicBox {
    pub(crate) class: &'static str,
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) state: String,
    pub(crate) weeks: Option<String>,
    pub(crate) after: Option<String>,
    pub(crate) progress: Progress,
    pub(crate) percent: Option<Figure>,
}

impl TopicBox {
    pub(super) fn of(view: &TopicView, index: usize, words: Words) -> Self {
        let at = format!("roadmap/topics/{index}/progress");
        let after: Vec<String> = view.topic.after.iter().map(ToString::to_string).collect();
        Self {
            class: view.state.name(),
            id: view.topic.id.to_string(),
            title: view.topic.title.clone(),
            state: words.say(match view.state {
                TopicState::Done => Page::TopicDone,
                TopicState::Active => Page::TopicActive,
                TopicState::Open => Page::TopicOpen,
            }),
            weeks: (view.weeks).map(|(first, last)| words.say(Phrase::Weeks { first, last })),
            after: (!after.is_empty()).then(|| words.say(Show::After(after))),
            progress: Progress::of(&view.tally, &at, words),
            percent: view.tally.percent().map(|percent| {
                Figure::new(
                    format!("{at}/percent"),
                    percent,
                    words.say(Phrase::Percent(percent)),
                )
            }),
        }
    }
}

/// A box in the picture.
#[derive(Debug)]
pub(super) struct Placement {
    /// The position of its topic.
    pub(crate) topic: usize,
    pub(crate) x: usize,
    pub(crate) y: usize,
    pub(crate) width: usize,
    /// How much of the bar in it is full.
    pub(crate) done: usize,
    /// The title, cut to the width.
    pub(crate) title: String,
}

/// The picture.
#[derive(Debug)]
pub(super) struct Graph {
    pub(crate) left: usize,
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) boxes: Vec<Placement>,
    /// Paths of SVG.
    pub(crate) edges: Vec<String>,
}

impl Graph {
    /// `sheet` is what the terminal shows of the roadmap; `None` if a layer has no room.
    pub(super) fn of(view: &RoadmapView, sheet: &Sheet, style: Style) -> Option<Self> {
        let graph = sheet.blocks.iter().find_map(|block| match block {
            Block::Graph(graph) => Some(graph),
            _ => None,
        })?;
        let style = Style::of_width(COLUMNS, style.locale);
        let layers = place::layers(graph, &Web::of(graph), style)?;
        let all = || layers.iter().flatten();
        let left = all().map(|placed| placed.left * COLUMN).min()?;
        let right = all()
            .map(|placed| (placed.left + placed.width) * COLUMN)
            .max()?;
        let mut picture = Self {
            left: left - left.min(COLUMN),
            width: right - left + 2 * COLUMN,
            height: layers.len() * LAYER - LAYER + BOX + 4,
            boxes: Vec::new(),
            edges: edges(&layers, &Web::of(graph)),
        };
        for (depth, layer) in layers.iter().enumerate() {
            for placed in layer {
                if let Item::Box(topic) = placed.item {
                    picture
                        .boxes
                        .push(placement(view, topic, (depth, placed), style));
                }
            }
        }
        Some(picture)
    }
}

fn placement(
    view: &RoadmapView,
    topic: usize,
    (depth, placed): (usize, &Placed),
    style: Style,
) -> Placement {
    let (of, width) = (&view.topics[topic], placed.width * COLUMN);
    let inner = width.saturating_sub(2 * MARGIN);
    let tally = &of.tally;
    let done = (inner * tally.done as usize).checked_div(tally.slots as usize);
    let words = vec![crate::render::Span::plain(&of.topic.title)];
    let room = placed.width.saturating_sub(4 + of.topic.id.as_str().len());
    Placement {
        topic,
        x: placed.left * COLUMN,
        y: depth * LAYER + 2,
        width,
        done: done.unwrap_or(0),
        title: style.plain(&style.cut(&words, room)),
    }
}

/// Curves from each item to those in the next layer that it leads to.
fn edges(layers: &[Vec<Placed>], web: &Web) -> Vec<String> {
    let middle = |placed: &Placed| placed.left * COLUMN + placed.width * COLUMN / 2;
    let mut edges = Vec::new();
    for (depth, pair) in layers.windows(2).enumerate() {
        for (above, below) in pair[0]
            .iter()
            .flat_map(|a| pair[1].iter().map(move |b| (a, b)))
        {
            if !web.is_joined(above.item, below.item) {
                continue;
            }
            let (from, to, top) = (middle(above), middle(below), depth * LAYER + 2 + BOX);
            // A line that passes a layer goes on through it.
            let bottom = (depth + 1) * LAYER + 2;
            let end = match below.item {
                Item::Pass(_) => format!(" V{}", bottom + BOX),
                Item::Box(_) => String::new(),
            };
            let bend = usize::midpoint(top, bottom);
            edges.push(format!(
                "M{from},{top} C{from},{bend} {to},{bend} {to},{bottom}{end}"
            ));
        }
    }
    edges
}
