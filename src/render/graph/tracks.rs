//! The lines between two layers.
//!
//! Edges with the same targets run together; others never share a stroke: each arrives at a box
//! in a column of its own, in which no edge of others leaves the layer above.

use std::collections::{BTreeSet, HashMap};

use super::place::{Item, Placed, Web};
use super::{DOWN, LEFT, RIGHT, UP};
use crate::render::sheet::{Line, Span};
use crate::render::style::Style;

/// How many columns out of its way a line goes rather than right next to another.
const APART: usize = 4;

/// Edges with the same targets.
struct Group {
    /// Columns in which they leave the layer above.
    sources: BTreeSet<usize>,
    /// Positions in the layer below.
    targets: BTreeSet<usize>,
    /// Columns in which they arrive there.
    ports: BTreeSet<usize>,
}

impl Group {
    /// From its first to its last column.
    fn span(&self) -> Option<(usize, usize)> {
        let columns = || self.sources.iter().chain(&self.ports).copied();
        columns().min().zip(columns().max())
    }
}

/// The edges between two layers.
pub(super) struct Tracks {
    groups: Vec<Group>,
    /// The columns in which edges arrive at each box.
    ports: HashMap<usize, Vec<usize>>,
}

impl Tracks {
    /// `None` where a box is too narrow for the edges that arrive at it.
    pub(crate) fn between(web: &Web, upper: &[Placed], lower: &[Placed]) -> Option<Self> {
        let mut tracks = Self {
            groups: groups(web, upper, lower),
            ports: HashMap::new(),
        };
        for (position, below) in lower.iter().enumerate() {
            let arriving = tracks.arriving(position);
            let count = arriving.len();
            for (place, group) in arriving.into_iter().enumerate() {
                let wanted = (below.middle() + 2 * place).saturating_sub(count.saturating_sub(1));
                let port = match below.item {
                    Item::Pass(_) => below.left,
                    Item::Box(node) => {
                        let port = tracks.port(*below, node, group, wanted)?;
                        tracks.ports.entry(node).or_default().push(port);
                        port
                    }
                };
                tracks.groups[group].ports.insert(port);
            }
        }
        Some(tracks)
    }

    /// The columns in which edges arrive at a box.
    pub(crate) fn ports(&self, node: usize) -> &[usize] {
        self.ports.get(&node).map_or(&[], Vec::as_slice)
    }

    /// The groups with edges to the item at `position`, from left to right.
    fn arriving(&self, position: usize) -> Vec<usize> {
        let groups = self.groups.iter().enumerate();
        let mut arriving: Vec<usize> = groups
            .filter(|(_, group)| group.targets.contains(&position))
            .map(|(number, _)| number)
            .collect();
        arriving.sort_by_key(|group| self.groups[*group].sources.first().copied());
        arriving
    }

    /// The free column of a box nearest to the one wanted.
    fn port(&self, below: Placed, node: usize, group: usize, wanted: usize) -> Option<usize> {
        let others = self.groups.iter().enumerate();
        let others = others.filter(|(number, _)| *number != group);
        let taken: BTreeSet<usize> = others
            .flat_map(|(_, group)| &group.sources)
            .chain(self.ports(node))
            .copied()
            .collect();
        let crowded =
            |column: usize| taken.contains(&(column + 1)) || taken.contains(&(column - 1));
        let inner = below.left + 1..below.left + below.width - 1;
        inner
            .filter(|column| !taken.contains(column))
            .min_by_key(|column| column.abs_diff(wanted) + APART * usize::from(crowded(*column)))
    }

    /// The track of each group: the first on which it touches no other.
    fn numbers(&self) -> Vec<usize> {
        let mut tracks: Vec<Vec<(usize, usize)>> = Vec::new();
        let number = |group: &Group| {
            let (first, last) = group.span()?;
            let touches = |(from, to): &(usize, usize)| first <= to + 1 && *from <= last + 1;
            let free = tracks.iter().position(|track| !track.iter().any(touches));
            let number = free.unwrap_or(tracks.len());
            tracks.resize(tracks.len().max(number + 1), Vec::new());
            tracks[number].push((first, last));
            Some(number)
        };
        self.groups.iter().filter_map(number).collect()
    }

    pub(crate) fn lines(&self, style: Style) -> Vec<Line> {
        let numbers = self.numbers();
        let height = numbers.iter().max().map_or(1, |last| last + 1);
        let mut grid = vec![vec![0u8; style.width]; height];
        for (group, track) in self.groups.iter().zip(numbers) {
            let Some((first, last)) = group.span() else {
                continue;
            };
            for source in &group.sources {
                grid[..track]
                    .iter_mut()
                    .for_each(|row| row[*source] |= UP | DOWN);
                grid[track][*source] |= UP;
            }
            for port in &group.ports {
                grid[track][*port] |= DOWN;
                grid[track + 1..]
                    .iter_mut()
                    .for_each(|row| row[*port] |= UP | DOWN);
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
}

fn groups(web: &Web, upper: &[Placed], lower: &[Placed]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for placed in upper {
        let below = lower.iter().enumerate();
        let targets: BTreeSet<usize> = below
            .filter(|(_, below)| web.is_joined(placed.item, below.item))
            .map(|(position, _)| position)
            .collect();
        if targets.is_empty() {
            continue;
        }
        match groups.iter_mut().find(|group| group.targets == targets) {
            Some(group) => {
                group.sources.insert(placed.middle());
            }
            None => groups.push(Group {
                sources: BTreeSet::from([placed.middle()]),
                targets,
                ports: BTreeSet::new(),
            }),
        }
    }
    groups
}
