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

/// A topic as a terminal shows it: Markdown without HTML comments, code indented instead of fenced.
pub(crate) fn readable(markdown: &str) -> String {
    let (mut text, mut in_comment, mut in_code) = (String::new(), false, false);
    for line in markdown.lines() {
        if in_comment || line.starts_with("<!-- ") {
            in_comment = !line.ends_with("-->");
        } else if line.starts_with("```") {
            in_code = !in_code;
        } else if in_code && !line.is_empty() {
            text += &format!("  {line}\n");
        } else if !(line.is_empty() && text.ends_with("\n\n")) {
            text += &format!("{line}\n");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_fences_are_not_shown() {
        let markdown = "# T\n\n<!-- run now\nplan init\n-->\n\n<!-- screen now -->\n```console\n\
                        $ plan\n\nx\n```\n\nEnd.\n";
        assert_eq!(readable(markdown), "# T\n\n  $ plan\n\n  x\n\nEnd.\n");
    }

    #[test]
    fn text_fits_a_terminal() {
        for (name, markdown) in TOPICS {
            let text = readable(markdown);
            for line in text.lines().filter(|line| !line.starts_with("  ")) {
                assert!(line.chars().count() <= 96, "{name}: {line}");
            }
        }
    }
}
