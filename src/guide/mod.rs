//! The long documentation: one Markdown file per topic, printed by `plan help TOPIC`.
//!
//! The screens in these files are run by a test, which is set up by HTML comments in them.

/// Every topic by name, in the order in which they are listed.
pub(crate) const TOPICS: [(&str, &str); 8] = [
    ("targets", include_str!("targets.md")),
    ("dates", include_str!("dates.md")),
    ("plan-file", include_str!("plan-file.md")),
    ("falling-behind", include_str!("falling-behind.md")),
    ("finish-date", include_str!("finish-date.md")),
    ("data", include_str!("data.md")),
    ("json", include_str!("json.md")),
    ("speed", include_str!("speed.md")),
];

/// A topic as a terminal of `width` columns shows it: Markdown without HTML comments, paragraphs
/// filled, code indented instead of fenced.
pub(crate) fn readable(markdown: &str, width: usize) -> String {
    let mut page = Page {
        width: width.min(WIDEST),
        ..Page::default()
    };
    let (mut in_comment, mut in_code) = (false, false);
    for line in markdown.lines() {
        if in_comment || line.starts_with("<!-- ") {
            in_comment = !line.ends_with("-->");
        } else if line.starts_with("```") {
            in_code = !in_code;
        } else if in_code && !line.is_empty() {
            page.verbatim(&format!("  {line}"));
        } else if line.is_empty() || line.starts_with("    ") || line.starts_with('#') {
            page.verbatim(line);
        } else {
            page.prose(line);
        }
    }
    page.end_paragraph();
    page.text
}

/// Longer lines are hard to read.
const WIDEST: usize = 96;

#[derive(Default)]
struct Page {
    width: usize,
    text: String,
    /// The paragraph or list item that is being read, in one line.
    paragraph: String,
}

impl Page {
    fn verbatim(&mut self, line: &str) {
        self.end_paragraph();
        if !(line.is_empty() && self.text.ends_with("\n\n")) {
            self.text += &format!("{line}\n");
        }
    }

    fn prose(&mut self, line: &str) {
        if line.starts_with("- ") {
            self.end_paragraph();
        } else if !self.paragraph.is_empty() {
            self.paragraph.push(' ');
        }
        self.paragraph += line.trim_start();
    }

    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        if paragraph.is_empty() {
            return;
        }
        let indent = if paragraph.starts_with("- ") {
            "  "
        } else {
            ""
        };
        let options = textwrap::Options::new(self.width)
            .subsequent_indent(indent)
            .break_words(false)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        self.text += &format!("{}\n", textwrap::fill(&paragraph, options));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_fences_are_not_shown() {
        let markdown = "# T\n\n<!-- run now\nplan init\n-->\n\n<!-- screen now -->\n```console\n\
                        $ plan\n\nx\n```\n\nEnd.\n";
        assert_eq!(readable(markdown, 80), "# T\n\n  $ plan\n\n  x\n\nEnd.\n");
    }

    #[test]
    fn paragraphs_and_list_items_are_filled() {
        let markdown = "A plan-file is one\nfile.\n\n- One item that\n  goes.\n- Two.\n\n    a   table stays\n";
        assert_eq!(
            readable(markdown, 14),
            "A plan-file is\none file.\n\n- One item\n  that goes.\n- Two.\n\n    a   table stays\n"
        );
    }

    #[test]
    fn text_fits_a_terminal() {
        for (name, markdown) in TOPICS {
            for width in [60, 80, 120] {
                let text = readable(markdown, width);
                for line in text.lines().filter(|line| !line.starts_with("  ")) {
                    assert!(line.chars().count() <= width.min(96), "{name}: {line}");
                }
            }
        }
    }
}
