//! The columns of boxes and lines in each layer.

use std::collections::HashSet;

use super::super::sheet::Graph;
use super::super::style::Style;

/// Columns between two items.
const GAP: usize = 3;
/// The least width of a box, borders included.
const LEAST: usize = 16;

/// The edges of a graph, indexed.
pub(in crate::render) struct Web {
    edges: HashSet<(usize, usize)>,
    /// The layer of each box.
    depth: Vec<usize>,
    /// The lowest layer that an edge of each box leads to; the box's own layer if it has no edges.
    lowest: Vec<usize>,
}

impl Web {
    pub(crate) fn of(graph: &Graph) -> Self {
        let mut depth = vec![0; graph.boxes.len()];
        for (layer, nodes) in graph.layers.iter().enumerate() {
            for node in nodes {
                depth[*node] = layer;
            }
        }
        let mut lowest = depth.clone();
        for (from, to) in &graph.edges {
            lowest[*from] = lowest[*from].max(depth[*to]);
        }
        Self {
            edges: graph.edges.iter().copied().collect(),
            depth,
            lowest,
        }
    }

    /// Whether an edge leads from a box to another.
    pub(crate) fn leads_on(&self, node: usize) -> bool {
        self.lowest[node] > self.depth[node]
    }

    /// Whether an edge leads from an item to one in the next layer.
    pub(crate) fn is_joined(&self, above: Item, below: Item) -> bool {
        match (above, below) {
            (Item::Box(from) | Item::Pass(from), Item::Box(to)) => self.edges.contains(&(from, to)),
            (Item::Box(from) | Item::Pass(from), Item::Pass(source)) => from == source,
        }
    }
}

/// A box or a line in a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Item {
    /// A box, by its position in the graph.
    Box(usize),
    /// The edges of this box that lead further down.
    Pass(usize),
}

impl Item {
    /// The box whose edges leave it downwards.
    fn source(self) -> usize {
        match self {
            Self::Box(node) | Self::Pass(node) => node,
        }
    }
}

/// An item at its place.
#[derive(Debug, Clone, Copy)]
pub(in crate::render) struct Placed {
    pub(crate) item: Item,
    /// Its first column.
    pub(crate) left: usize,
    pub(crate) width: usize,
}

impl Placed {
    /// The column at which its edges leave it.
    pub(crate) fn middle(&self) -> usize {
        self.left + self.width / 2
    }
}

/// The items of each layer, from left to right, centred in the width; `None` if a layer does not
/// fit.
pub(in crate::render) fn layers(
    graph: &Graph,
    web: &Web,
    style: Style,
) -> Option<Vec<Vec<Placed>>> {
    // All boxes are as wide as the widest, so that boxes below each other line up.
    let lines = graph.boxes.iter().flat_map(|node| &node.lines);
    let widest = lines.map(|line| style.measure_line(line) + 4);
    let widest = widest.max().unwrap_or(0).max(LEAST);
    let mut placed: Vec<Vec<Placed>> = Vec::with_capacity(graph.layers.len());
    for (depth, layer) in graph.layers.iter().enumerate() {
        let above = placed.last().map_or(&[][..], Vec::as_slice);
        let row = row(&items(web, depth, layer, above), widest, style)?;
        placed.push(separated(row, above));
    }
    Some(placed)
}

/// A layer's items: its boxes, and the lines that pass them, each on the side it comes from.
fn items(web: &Web, depth: usize, layer: &[usize], above: &[Placed]) -> Vec<Item> {
    let is_box = |placed: &Placed| matches!(placed.item, Item::Box(_));
    let count = above.iter().filter(|placed| is_box(placed)).count();
    let (mut before, mut left, mut right) = (0, Vec::new(), Vec::new());
    for placed in above {
        // Counted in boxes, not in columns, so that the side does not depend on the width.
        let own = usize::from(is_box(placed));
        let is_left = 2 * before + own < count;
        before += own;
        let source = placed.item.source();
        if web.lowest[source] > depth {
            let side = if is_left { &mut left } else { &mut right };
            side.push(Item::Pass(source));
        }
    }
    let boxes = layer.iter().map(|node| Item::Box(*node));
    left.into_iter().chain(boxes).chain(right).collect()
}

fn row(items: &[Item], widest: usize, style: Style) -> Option<Vec<Placed>> {
    let count = items
        .iter()
        .filter(|item| matches!(item, Item::Box(_)))
        .count();
    let lines = items.len() - count;
    // `separated` may move a line by a column.
    let gaps = GAP * items.len().saturating_sub(1) + usize::from(lines > 0);
    let room = style.width.saturating_sub(gaps + lines);
    let most = room.checked_div(count).unwrap_or(room);
    if most < LEAST {
        return None;
    }
    let wide = widest.min(most);
    let mut left = style.width.saturating_sub(count * wide + lines + gaps) / 2;
    let place = |item: &Item| {
        let width = match item {
            Item::Box(_) => wide,
            Item::Pass(_) => 1,
        };
        let placed = Placed {
            item: *item,
            left,
            width,
        };
        left += width + GAP;
        placed
    };
    Some(items.iter().map(place).collect())
}

/// Moves each line by a column that is right below where the edges of another item leave, so that
/// the two do not look like one. Columns where edges leave are never next to each other.
fn separated(mut row: Vec<Placed>, above: &[Placed]) -> Vec<Placed> {
    for placed in &mut row {
        let other = |above: &Placed| {
            above.item.source() != placed.item.source() && above.middle() == placed.left
        };
        let is_pass = matches!(placed.item, Item::Pass(_));
        placed.left += usize::from(is_pass && above.iter().any(other));
    }
    row
}
