//! A graph in layers, drawn with boxes and lines.
//!
//! Each layer is a row of boxes; an edge that skips a layer goes through it as a line. Between
//! two layers the edges run on tracks, so that no two of them can be taken for each other.

pub(super) mod place;
mod tracks;

use super::sheet::{Graph, Line, Role, Span};
use super::style::Style;
use place::{Item, Placed, Web};
use tracks::Tracks;

const UP: u8 = 1;
const DOWN: u8 = 2;
const LEFT: u8 = 4;
const RIGHT: u8 = 8;

/// The graph as lines; `None` where a layer has no room in the width.
pub(super) fn draw(graph: &Graph, style: Style) -> Option<Vec<Line>> {
    let web = Web::of(graph);
    let layers = place::layers(graph, &web, style)?;
    let rows = graph.boxes.iter().map(|node| node.lines.len());
    let pen = Pen {
        graph,
        web: &web,
        style,
        rows: rows.max().unwrap_or(0),
    };
    let mut lines = Vec::new();
    for (depth, layer) in layers.iter().enumerate() {
        let above = depth.checked_sub(1).map_or(&[][..], |above| &layers[above]);
        let tracks = Tracks::between(&web, above, layer)?;
        if depth > 0 {
            lines.extend(tracks.lines(style));
        }
        pen.boxes(&mut lines, layer, &tracks);
    }
    Some(lines)
}

/// What draws boxes.
struct Pen<'g> {
    graph: &'g Graph,
    web: &'g Web,
    style: Style,
    /// How many rows of words a box has.
    rows: usize,
}

impl Pen<'_> {
    /// The lines of a layer's boxes, to which `tracks` lead.
    fn boxes(&self, lines: &mut Vec<Line>, layer: &[Placed], tracks: &Tracks) {
        for row in 0..self.rows + 2 {
            let mut line = Line::new();
            let mut column = 0;
            for placed in layer {
                line.push(Span::plain(" ".repeat(placed.left - column)));
                column = placed.left + placed.width;
                match placed.item {
                    Item::Pass(_) => line.push(Span::dim(self.style.stroke(UP | DOWN).to_string())),
                    Item::Box(node) if row == 0 => {
                        line.push(self.border(node, *placed, UP, tracks.ports(node)));
                    }
                    Item::Box(node) if row > self.rows => {
                        let exit = self.web.leads_on(node).then(|| placed.middle());
                        line.push(self.border(node, *placed, DOWN, exit.as_slice()));
                    }
                    Item::Box(node) => self.words(&mut line, node, placed.width, row - 1),
                }
            }
            lines.push(line);
        }
    }

    /// The border of a box on the side `outward`, with a stroke outward at each of `columns`.
    fn border(&self, node: usize, placed: Placed, outward: u8, columns: &[usize]) -> Span {
        let inward = (UP | DOWN) ^ outward;
        let last = placed.width - 1;
        let stroke = |at: usize| match at {
            0 => inward | RIGHT,
            at if at == last => inward | LEFT,
            at if columns.contains(&(placed.left + at)) => outward | LEFT | RIGHT,
            _ => LEFT | RIGHT,
        };
        let strokes: String = (0..placed.width)
            .map(|at| self.style.stroke(stroke(at)))
            .collect();
        Span::new(strokes, self.graph.boxes[node].role)
    }

    /// Words between borders. Where they have no room, what is said in passing goes first.
    fn words(&self, line: &mut Line, node: usize, width: usize, row: usize) {
        let node = &self.graph.boxes[node];
        let (side, room) = (self.style.stroke(UP | DOWN), width - 4);
        let mut words = node.lines.get(row).cloned().unwrap_or_default();
        let is_aside = |span: &Span| span.role == Role::Dim;
        while words.len() > 1
            && words.last().is_some_and(is_aside)
            && self.style.measure_line(&words) > room
        {
            words.pop();
        }
        let words = self.style.cut(&words, room);
        let taken = self.style.measure_line(&words);
        line.push(Span::new(format!("{side} "), node.role));
        line.extend(words);
        let rest = format!("{} {side}", " ".repeat(room - taken));
        line.push(Span::new(rest, node.role));
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
