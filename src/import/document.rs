//! Markdown to nodes: pulldown-cmark's events with their lines.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::front::front_matter;
use super::inline::{Collector, Inline};
use super::node::{Cell, Document, Form, ITEM, Node, PARAGRAPH, Table};
use super::{bullet, html, obsidian};

/// Reads a document. Byte order mark and line ends do not matter.
pub(super) fn read(text: &str) -> Document {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (front, text) = front_matter(text);
    let lines = text.split('\n').map(str::to_owned).collect();
    let text = obsidian::plain(&text);
    let mut starts = vec![0];
    starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
    let mut reader = Reader {
        text: &text,
        starts,
        document: Document {
            nodes: vec![Node::new(Form::Root, 0, 0)],
            lines,
            front,
            ..Document::default()
        },
        ..Reader::default()
    };
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_STRIKETHROUGH;
    for (event, range) in Parser::new_ext(&text, options).into_offset_iter() {
        reader.event(event, range.start, range.end);
    }
    reader.flush();
    bullet::settle_glyphs(&mut reader.document);
    reader.document
}

#[derive(Default)]
struct Reader<'t> {
    text: &'t str,
    /// The byte that each line begins at.
    starts: Vec<usize>,
    document: Document,
    inline: Collector,
    /// What the collected text will be.
    block: Block,
    /// How many lists there are around.
    lists: usize,
    /// Cells of the row that is being read.
    cells: Vec<Cell>,
    in_head: bool,
    in_table: bool,
    code: Option<(bool, String)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Block {
    #[default]
    Paragraph,
    Heading(usize),
    /// The item's node has been made; its first line is its text.
    Item(usize),
}

impl Reader<'_> {
    fn line(&self, at: usize) -> u32 {
        let line = self.starts.partition_point(|start| *start <= at);
        u32::try_from(line).unwrap_or(u32::MAX)
    }

    fn event(&mut self, event: Event, start: usize, end: usize) {
        match event {
            Event::Start(tag) => self.start(tag, start, end),
            Event::End(tag) => self.end(tag, start, end),
            Event::Text(text) => match &mut self.code {
                Some((_, code)) => *code += &text,
                None => self.text(&text, start),
            },
            Event::Code(text) => {
                let line = self.line(start);
                self.inline.push(&format!("`{text}`"), line);
            }
            Event::InlineHtml(html) | Event::Html(html) => {
                let line = self.line(start);
                html::push(&mut self.inline, &html, line);
            }
            Event::SoftBreak | Event::HardBreak => self.inline.line_break(),
            Event::TaskListMarker(done) => {
                if let Block::Item(node) = self.block {
                    self.document.nodes[node].tick = Some(done);
                }
            }
            Event::FootnoteReference(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(&text, start);
            }
            Event::Rule => self.flush(),
        }
    }

    fn text(&mut self, text: &str, start: usize) {
        let mut line = self.line(start);
        for (index, part) in text.split('\n').enumerate() {
            if index > 0 {
                self.inline.line_break();
                line += 1;
            }
            self.inline.push(part, line);
        }
    }

    fn start(&mut self, tag: Tag, start: usize, end: usize) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                self.block = self.heading(level, start);
            }
            // The first paragraph of an item is the item's.
            Tag::Paragraph if !matches!(self.block, Block::Item(_)) => self.flush(),
            Tag::List(_) => {
                self.flush();
                self.lists += 1;
            }
            Tag::Item => {
                self.flush();
                let depth = ITEM + 2 * (self.lists - 1);
                let node = self.add(Node::new(Form::Item, self.line(start), depth));
                self.block = Block::Item(node);
            }
            Tag::Table(_) => {
                self.flush();
                let line = self.line(start);
                self.in_table = true;
                let head = Vec::new();
                self.document.tables.push(Table { line, head });
            }
            Tag::TableHead => self.in_head = true,
            Tag::CodeBlock(kind) => {
                self.flush();
                self.open_code(&kind, start, end);
            }
            Tag::Strong => self.inline.strong(true),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.inline.open_link(&dest_url);
            }
            Tag::BlockQuote(_) | Tag::HtmlBlock | Tag::FootnoteDefinition(_) => self.flush(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, start: usize, end: usize) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::BlockQuote(_) | TagEnd::HtmlBlock => {
                self.flush();
            }
            TagEnd::Item => {
                self.flush();
                self.block = Block::Paragraph;
            }
            TagEnd::List(_) => self.lists = self.lists.saturating_sub(1),
            TagEnd::Table => self.in_table = false,
            TagEnd::TableCell => {
                let cell = bullet::cell(self.inline.take());
                self.cells.push(cell);
            }
            TagEnd::TableHead => {
                self.in_head = false;
                self.head(start);
            }
            TagEnd::TableRow => self.row(start),
            TagEnd::CodeBlock => self.close_code(end),
            TagEnd::Strong => self.inline.strong(false),
            TagEnd::Link | TagEnd::Image => {
                let line = self.line(start);
                self.inline.close_link(line);
            }
            _ => {}
        }
    }

    /// A line above `---` is meant as a paragraph above a rule.
    fn heading(&self, level: HeadingLevel, start: usize) -> Block {
        let source = self.text.get(start..).unwrap_or_default();
        let is_atx = source.trim_start().starts_with('#');
        if is_atx || level == HeadingLevel::H1 {
            Block::Heading(level as usize)
        } else {
            Block::Paragraph
        }
    }

    /// The head of a table; one that is a unit by its first cell is a row like the others.
    fn head(&mut self, start: usize) {
        if self.cells.first().is_some_and(bullet::is_unit) {
            self.row(start);
            return;
        }
        let cells = std::mem::take(&mut self.cells);
        if let Some(table) = self.document.tables.last_mut() {
            table.head = cells.iter().map(Cell::text).collect();
        }
    }

    fn row(&mut self, start: usize) {
        let depth = ITEM + 2 * self.lists;
        let table = self.document.tables.len() - 1;
        let mut node = Node::new(Form::Row(Some(table)), self.line(start), depth);
        node.cells = std::mem::take(&mut self.cells);
        let texts: Vec<String> = node.cells.iter().map(Cell::text).collect();
        node.text = texts.join(" | ");
        node.links = node
            .cells
            .iter()
            .flat_map(|cell| cell.links.clone())
            .collect();
        self.add(node);
    }

    fn open_code(&mut self, kind: &CodeBlockKind, start: usize, end: usize) {
        let (language, is_fenced) = match kind {
            CodeBlockKind::Fenced(info) => (info.trim().to_lowercase(), true),
            CodeBlockKind::Indented => (String::new(), false),
        };
        self.code = Some((is_fenced, String::new()));
        if is_fenced {
            let depth = if self.lists > 0 {
                ITEM + 2 * self.lists - 1
            } else {
                PARAGRAPH
            };
            let mut node = Node::new(Form::Code, self.line(start), depth);
            node.lines.1 = self.line(end.saturating_sub(1).max(start));
            node.text = language;
            self.add(node);
        }
    }

    fn close_code(&mut self, end: usize) {
        let Some((is_fenced, code)) = self.code.take() else {
            return;
        };
        if is_fenced {
            if let Some(node) = self.document.nodes.last_mut() {
                node.text = format!("{}\n{}", node.text, code.trim_end_matches('\n'));
            }
            return;
        }
        // Indented text is a list that is indented too far, not code.
        let lines: Vec<&str> = code.trim_end_matches('\n').split('\n').collect();
        let above = u32::try_from(lines.len()).unwrap_or_default();
        let first = (self.line(end.saturating_sub(1)) + 1).saturating_sub(above);
        for (line, text) in (first..).zip(lines) {
            self.inline.push(text, line);
            self.inline.line_break();
        }
        self.flush();
    }

    fn add(&mut self, node: Node) -> usize {
        self.document.nodes.push(node);
        self.document.nodes.len() - 1
    }

    /// Makes nodes of what was collected.
    fn flush(&mut self) {
        if self.in_table {
            return;
        }
        let mut lines = self.inline.take().into_iter();
        match self.block {
            Block::Heading(level) => self.add_heading(level, &lines.collect::<Vec<_>>()),
            Block::Item(node) => {
                if let Some(first) = lines.next() {
                    self.block = Block::Paragraph;
                    bullet::fill(&mut self.document.nodes[node], first);
                }
                self.add_lines(lines);
            }
            Block::Paragraph => self.add_lines(lines),
        }
        if matches!(self.block, Block::Heading(_)) {
            self.block = Block::Paragraph;
        }
    }

    fn add_heading(&mut self, level: usize, lines: &[Inline]) {
        let Some(first) = lines.first() else {
            return;
        };
        let mut node = Node::new(Form::Heading, first.line, 2 * level);
        node.lines.1 = lines.last().map_or(first.line, |last| last.line);
        let texts: Vec<&str> = lines.iter().map(|line| line.text.trim()).collect();
        node.text = texts.join(" ");
        node.links = lines.iter().flat_map(|line| line.links.clone()).collect();
        self.add(node);
    }

    fn add_lines(&mut self, lines: impl Iterator<Item = Inline>) {
        for line in lines {
            let source = self
                .document
                .lines
                .get((line.line as usize).saturating_sub(1));
            let is_lazy =
                self.lists > 0 && source.is_some_and(|source| bullet::is_lazy(&line, source));
            let lists = if is_lazy { 0 } else { self.lists };
            let node = bullet::line(line, lists);
            self.add(node);
        }
    }
}
