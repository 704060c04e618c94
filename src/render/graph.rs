//! A graph in layers, drawn with boxes and lines.
//!
//! Each layer is a row of boxes; an edge that skips a layer goes through it as a line. Between
//! two layers the edges run on tracks: those with the same targets share one, others have a track
//! of their own, so that no two edges can be taken for each other.

use std::collections::BTreeSet;

use super::sheet::{Graph, Line, Span};
use super::terminal::Style;

/// Columns between two boxes.
const GAP: usize = 3;
/// A box is no narrower than this, borders included.
const LEAST: usize = 16;

const UP: u8 = 1;
const DOWN: u8 = 2;
const LEFT: u8 = 4;
const RIGHT: u8 = 8;

/// Something that takes room in a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    /// A box, by its position in the graph.
    Box(usize),
    /// An edge on its way further down, by its position.
    Pass(usize),
}

/// An item at its place.
#[derive(Debug, Clone, Copy)]
struct Placed {
    item: Item,
    /// The column of its middle.
    middle: usize,
    width: usize,
}

/// The graph as lines; `None` where a layer has no room in the width.
pub(super) fn draw(graph: &Graph, style: Style) -> Option<Vec<Line>> {
    let layers = place(graph, style)?;
    let mut lines = Vec::new();
    for (depth, layer) in layers.iter().enumerate() {
        if depth > 0 {
            lines.extend(tracks(graph, &layers[depth - 1], layer, style));
        }
        boxes(&mut lines, graph, layer, style);
    }
    Some(lines)
}

/// The items of each layer, from left to right, the layer in the middle of the width.
fn place(graph: &Graph, style: Style) -> Option<Vec<Vec<Placed>>> {
    let depth_of = |node: usize| graph.layers.iter().position(|layer| layer.contains(&node));
    let mut placed = Vec::new();
    for (depth, layer) in graph.layers.iter().enumerate() {
        let passes = graph.edges.iter().enumerate().filter(|(_, (from, to))| {
            depth_of(*from).is_some_and(|from| from < depth) && depth_of(*to) > Some(depth)
        });
        let boxes = layer.iter().map(|node| Item::Box(*node));
        let items: Vec<Item> = boxes
            .chain(passes.map(|(edge, _)| Item::Pass(edge)))
            .collect();
        placed.push(row(graph, &items, style)?);
    }
    Some(placed)
}

fn row(graph: &Graph, items: &[Item], style: Style) -> Option<Vec<Placed>> {
    let is_box = |item: &&Item| matches!(item, Item::Box(_));
    let count = items.iter().filter(is_box).count();
    let lines = items.len() - count;
    let room = style
        .width
        .saturating_sub(GAP * (items.len().saturating_sub(1)) + lines);
    let most = room.checked_div(count).unwrap_or(room);
    if count > 0 && most < LEAST {
        return None;
    }
    // All boxes are as wide as the widest, so that one below another stands straight.
    let widest = (0..graph.boxes.len())
        .map(|node| content(graph, node, style))
        .max();
    let width = |item: &Item| match item {
        Item::Box(_) => widest.unwrap_or(0).clamp(LEAST, most.max(LEAST)),
        Item::Pass(_) => 1,
    };
    let taken: usize =
        items.iter().map(width).sum::<usize>() + GAP * (items.len().saturating_sub(1));
    let mut left = style.width.saturating_sub(taken) / 2;
    let place = |item: &Item| {
        let width = width(item);
        let middle = left + width / 2;
        left += width + GAP;
        Placed {
            item: *item,
            middle,
            width,
        }
    };
    Some(items.iter().map(place).collect())
}

/// The columns a box asks for.
fn content(graph: &Graph, node: usize, style: Style) -> usize {
    let lines = graph.boxes[node]
        .lines
        .iter()
        .map(|line| style.measure(&style.line_text(line)));
    lines.max().unwrap_or(0) + 4
}

/// The lines of a layer's boxes.
fn boxes(lines: &mut Vec<Line>, graph: &Graph, layer: &[Placed], style: Style) {
    let height = graph
        .boxes
        .iter()
        .map(|node| node.lines.len())
        .max()
        .unwrap_or(0);
    for row in 0..height + 2 {
        let mut line = Line::new();
        let mut column = 0;
        for placed in layer {
            let left = placed.middle - placed.width / 2;
            line.push(Span::plain(" ".repeat(left - column)));
            column = left + placed.width;
            match placed.item {
                Item::Pass(_) => line.push(Span::dim(style.stroke(UP | DOWN).to_string())),
                Item::Box(node) => part(&mut line, graph, node, placed.width, row, height, style),
            }
        }
        lines.push(line);
    }
}

/// One row of a box: a border, or words between borders.
fn part(
    line: &mut Line,
    graph: &Graph,
    node: usize,
    width: usize,
    row: usize,
    height: usize,
    style: Style,
) {
    let role = graph.boxes[node].role;
    let border = |left: u8, right: u8| {
        let dash = style.stroke(LEFT | RIGHT).to_string().repeat(width - 2);
        Span::new(
            format!("{}{dash}{}", style.stroke(left), style.stroke(right)),
            role,
        )
    };
    if row == 0 {
        line.push(border(DOWN | RIGHT, DOWN | LEFT));
    } else if row == height + 1 {
        line.push(border(UP | RIGHT, UP | LEFT));
    } else {
        let side = style.stroke(UP | DOWN);
        let words = graph.boxes[node]
            .lines
            .get(row - 1)
            .cloned()
            .unwrap_or_default();
        let (words, taken) = style.cut_line(&words, width - 4);
        line.push(Span::new(format!("{side} "), role));
        line.extend(words);
        line.push(Span::new(
            format!("{} {side}", " ".repeat(width - 4 - taken)),
            role,
        ));
    }
}

/// The lines between two layers.
fn tracks(graph: &Graph, upper: &[Placed], lower: &[Placed], style: Style) -> Vec<Line> {
    let groups = groups(graph, upper, lower);
    let height = groups.len().max(1);
    let mut grid = vec![vec![0u8; style.width + 1]; height];
    for (track, (sources, targets)) in groups.iter().enumerate() {
        let columns = || sources.iter().chain(targets).copied();
        let (Some(first), Some(last)) = (columns().min(), columns().max()) else {
            continue;
        };
        for source in sources {
            grid[..track]
                .iter_mut()
                .for_each(|row| row[*source] |= UP | DOWN);
            grid[track][*source] |= UP;
        }
        for target in targets {
            grid[track][*target] |= DOWN;
            grid[track + 1..]
                .iter_mut()
                .for_each(|row| row[*target] |= UP | DOWN);
        }
        for column in first..last {
            grid[track][column] |= RIGHT;
            grid[track][column + 1] |= LEFT;
        }
    }
    let line = |row: &Vec<u8>| {
        let strokes: String = row.iter().map(|stroke| style.stroke(*stroke)).collect();
        vec![Span::dim(strokes.trim_end().to_owned())]
    };
    grid.iter().map(line).collect()
}

/// Columns of sources with the columns of their targets; sources with the same targets together.
fn groups(
    graph: &Graph,
    upper: &[Placed],
    lower: &[Placed],
) -> Vec<(BTreeSet<usize>, BTreeSet<usize>)> {
    let mut groups: Vec<(BTreeSet<usize>, BTreeSet<usize>)> = Vec::new();
    for placed in upper {
        let targets: BTreeSet<usize> = lower
            .iter()
            .filter(|below| is_joined(graph, placed.item, below.item))
            .map(|below| below.middle)
            .collect();
        if targets.is_empty() {
            continue;
        }
        match groups.iter_mut().find(|(_, known)| *known == targets) {
            Some((sources, _)) => {
                sources.insert(placed.middle);
            }
            None => groups.push((BTreeSet::from([placed.middle]), targets)),
        }
    }
    let sources: Vec<BTreeSet<usize>> = groups.iter().map(|(sources, _)| sources.clone()).collect();
    let is_box = |column: usize| {
        lower
            .iter()
            .any(|below| below.middle == column && matches!(below.item, Item::Box(_)))
    };
    for (own, (_, targets)) in groups.iter_mut().enumerate() {
        let others = sources
            .iter()
            .enumerate()
            .filter(|(group, _)| *group != own);
        let taken: BTreeSet<usize> = others.flat_map(|(_, sources)| sources).copied().collect();
        // Where another edge leaves above a box, an edge that arrives lands beside it, so that
        // the two are not taken for one.
        let beside =
            |column: &usize| column + usize::from(taken.contains(column) && is_box(*column));
        *targets = targets.iter().map(beside).collect();
    }
    groups
}

/// Whether an edge leads from an item to one in the next layer.
fn is_joined(graph: &Graph, above: Item, below: Item) -> bool {
    match (above, below) {
        (Item::Box(from), Item::Box(to)) => graph.edges.contains(&(from, to)),
        (Item::Box(from), Item::Pass(edge)) => graph.edges[edge].0 == from,
        (Item::Pass(edge), Item::Box(to)) => graph.edges[edge].1 == to,
        (Item::Pass(a), Item::Pass(b)) => a == b,
    }
}

impl Style {
    /// The sign for strokes in these directions.
    fn stroke(self, directions: u8) -> char {
        const LINES: [char; 16] = [
            ' ', '│', '│', '│', '─', '┘', '┐', '┤', '─', '└', '┌', '├', '─', '┴', '┬', '┼',
        ];
        let plain = self.ascii || self.wide;
        let upright = directions & (LEFT | RIGHT) == 0;
        let level = directions & (UP | DOWN) == 0;
        match plain {
            true if directions == 0 => ' ',
            true if upright => '|',
            true if level => '-',
            true => '+',
            false => LINES[usize::from(directions & 15)],
        }
    }
}
