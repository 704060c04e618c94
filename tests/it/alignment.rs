//! Tables on a screen, taken apart into cells by their columns.

use unicode_width::UnicodeWidthStr;

/// A screen without its colours.
#[derive(Clone)]
pub struct Screen {
    pub lines: Vec<String>,
    /// Whether the terminal draws ambiguous characters two columns wide.
    pub wide: bool,
}

/// Words on a line with at least two spaces, or the edge, on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    pub start: usize,
    pub end: usize,
}

/// `text` without the codes that colour it.
pub fn plain(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('m').unwrap();
        assert!(
            code.chars().all(|c| c.is_ascii_digit() || c == ';'),
            "{code}"
        );
        plain.push_str(rest);
    }
    plain
}

impl Screen {
    pub fn new(text: &str, wide: bool) -> Self {
        Self {
            lines: plain(text).lines().map(str::to_owned).collect(),
            wide,
        }
    }

    pub fn measure(&self, text: &str) -> usize {
        if self.wide {
            text.width_cjk()
        } else {
            text.width()
        }
    }

    /// The cells of a line; how long a slot takes belongs to the cell before it.
    pub fn cells(&self, line: &str) -> Vec<Cell> {
        let mut cells: Vec<Cell> = Vec::new();
        let mut column = 0;
        for part in line.split("  ") {
            // There is one space too many before the words.
            let text = part.trim_start_matches(' ');
            let start = column + part.len() - text.len();
            let end = start + self.measure(text.trim_end());
            column = start + self.measure(text) + 2;
            match cells.last_mut() {
                _ if text.is_empty() => {}
                Some(cell) if is_aside(text) => cell.end = end,
                _ => cells.push(Cell {
                    text: text.trim_end().to_owned(),
                    start,
                    end,
                }),
            }
        }
        cells
    }

    /// Runs of lines that `is_row` takes for rows of one table.
    fn tables(&self, is_row: impl Fn(&[Cell]) -> bool) -> Vec<Vec<Vec<Cell>>> {
        let mut tables = Vec::new();
        let mut table = Vec::new();
        for line in self.lines.iter().map(String::as_str).chain([""]) {
            let cells = self.cells(line);
            let above = table.last().map_or(&[][..], Vec::as_slice);
            if is_row(&cells) {
                table.push(cells);
            } else if goes_on(above, &cells) {
                // Continuation lines begin below the first.
            } else if !table.is_empty() {
                tables.push(std::mem::take(&mut table));
            }
        }
        tables
    }

    /// The rows below the line that has `heads`, and where the heads begin.
    fn below(&self, heads: &[&str]) -> Result<(Vec<usize>, Vec<Vec<Cell>>), String> {
        let mut lines = self.lines.iter().map(|line| self.cells(line));
        let head = lines.find(|cells| {
            cells
                .iter()
                .map(|c| c.text.as_str())
                .eq(heads.iter().copied())
        });
        let head = head.ok_or_else(|| format!("no line {heads:?}"))?;
        let rows: Vec<Vec<Cell>> = lines.take_while(|cells| !cells.is_empty()).collect();
        if rows.is_empty() {
            return Err("no rows".to_owned());
        }
        Ok((head.iter().map(|cell| cell.start).collect(), rows))
    }
}

fn goes_on(above: &[Cell], cells: &[Cell]) -> bool {
    let below = |cell: &Cell| above.iter().skip(1).any(|a| a.start == cell.start);
    !cells.is_empty() && cells.iter().all(below)
}

fn is_aside(text: &str) -> bool {
    let asides = ["took ", "now, ", "用时 ", "进行中，", "原定 "];
    asides.iter().any(|aside| text.starts_with(aside))
}

/// `09:00-10:30`
fn is_window(cell: &Cell) -> bool {
    let shape = cell
        .text
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c });
    shape.eq("00:00-00:00".chars())
}

fn is_bar(cell: &Cell) -> bool {
    let length = cell.text.chars().count();
    length >= 8 && cell.text.chars().all(|c| "█─#-".contains(c))
}

/// The same in all rows: what `of` measures where it finds something.
fn same(
    rows: &[Vec<Cell>],
    what: &str,
    of: impl Fn(&[Cell]) -> Option<usize>,
) -> Result<(), String> {
    let mut known = None;
    for row in rows {
        let Some(column) = of(row) else { continue };
        let first = *known.get_or_insert(column);
        if first != column {
            return Err(format!("{what} at {first} and at {column}: {row:?}"));
        }
    }
    Ok(())
}

/// The table of a day: number, time, title, what to do.
pub fn today(screen: &Screen) -> Result<(), String> {
    let chinese = screen.below(&["时间", "时段", "内容"]);
    let chinese = chinese.or_else(|_| screen.below(&["时间", "时段"]));
    let narrow = screen.below(&["time", "slot"]).or(chinese);
    let (heads, rows) = screen.below(&["time", "slot", "to do"]).or(narrow)?;
    for cell in rows.iter().flat_map(|row| &row[1..]) {
        if !heads.contains(&cell.start) {
            return Err(format!("not at {heads:?}: {cell:?}"));
        }
    }
    let timed: Vec<Vec<Cell>> = rows
        .into_iter()
        .filter(|row| row.iter().any(is_window))
        .collect();
    slots(&timed)
}

/// Rows of slots: every cell begins at the same column.
fn slots(rows: &[Vec<Cell>]) -> Result<(), String> {
    (1..4).try_for_each(|index| same(rows, "a cell", |row| row.get(index).map(|cell| cell.start)))
}

/// The numbers of slots, or their ids, are aligned, whatever sign is before them.
pub fn numbers(screen: &Screen) -> Result<(), String> {
    let tables = screen.tables(|cells| cells.get(1).is_some_and(is_window));
    if tables.is_empty() {
        return Err("no tables".to_owned());
    }
    let end = |row: &[Cell]| Some(row[0].end);
    tables
        .iter()
        .try_for_each(|table| same(table, "a number ends", end))
}

/// So many days, each with its table of slots.
pub fn weeks(screen: &Screen, count: usize) -> Result<(), String> {
    let tables = screen.tables(|cells| cells.get(1).is_some_and(is_window));
    if tables.len() != count {
        return Err(format!("{} tables", tables.len()));
    }
    days(screen)
}

/// Any number of days, each with its table of slots.
pub fn days(screen: &Screen) -> Result<(), String> {
    let tables = screen.tables(|cells| cells.get(1).is_some_and(is_window));
    tables.iter().try_for_each(|table| slots(table))
}

/// A number of tables of names, bars, counts and further cells.
pub fn report(screen: &Screen, count: usize) -> Result<(), String> {
    let tables = screen.tables(|cells| cells.iter().any(is_bar));
    if tables.len() != count {
        return Err(format!("{} tables", tables.len()));
    }
    bars(screen)
}

/// Tables as in a report, any number of them.
pub fn bars(screen: &Screen) -> Result<(), String> {
    for table in &screen.tables(|cells| cells.iter().any(is_bar)) {
        let bar = |row: &[Cell]| row.iter().position(is_bar).unwrap_or_default();
        same(table, "bars", |row| Some(bar(row)))?;
        for index in 0..=bar(&table[0]) {
            same(table, "a cell", |row| Some(row[index].start))?;
        }
        same(table, "bars end", |row| Some(row[bar(row)].end))?;
        same(table, "counts end", |row| Some(row[bar(row) + 1].end))?;
        let after = |row: &[Cell]| row.get(bar(row) + 2..).unwrap_or_default().to_vec();
        let figure = |row: &[Cell]| after(row).into_iter().rfind(|cell| !is_remark(cell));
        same(table, "the last figures end", |row| {
            figure(row).map(|cell| cell.end)
        })?;
        let remark = |row: &[Cell]| after(row).into_iter().find(is_remark);
        same(table, "the remarks", |row| {
            remark(row).map(|cell| cell.start)
        })?;
    }
    Ok(())
}

/// What a row of a report says besides its figures.
fn is_remark(cell: &Cell) -> bool {
    let words = ["rest", "休息", " skipped", "跳过 "];
    words.iter().any(|word| cell.text.contains(word))
}

/// The history: every cell is below its head; the last column has none.
pub fn log(screen: &Screen) -> Result<(), String> {
    let chinese = screen.below(&["时间", "操作", "时段", "标题"]);
    let (heads, rows) = screen
        .below(&["when", "what", "slot", "title"])
        .or(chinese)?;
    let is_last = |cell: &&Cell| !heads.contains(&cell.start);
    same(&rows, "the last column", |row| {
        row.iter().find(is_last).map(|cell| cell.start)
    })?;
    let last = rows
        .iter()
        .flatten()
        .filter(is_last)
        .map(|cell| cell.start)
        .min();
    if last.is_some_and(|last| heads.iter().any(|head| *head > last)) {
        return Err(format!("a cell at {last:?}, heads at {heads:?}"));
    }
    Ok(())
}

/// Labels, and what they label from column 10 on.
pub fn status(screen: &Screen) -> Result<(), String> {
    // Above the lines of each of several plans is its title.
    for line in screen.lines.iter().filter(|line| line.starts_with(' ')) {
        let text = line.trim_start();
        let label = if line.starts_with("  ") {
            ""
        } else {
            text.split(' ').next().unwrap_or_default()
        };
        let rest = &text[label.len()..];
        let start = screen.measure(line) - screen.measure(rest.trim_start());
        if start != 10 {
            return Err(format!("at {start}: {line}"));
        }
    }
    Ok(())
}
