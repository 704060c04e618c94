//! What Obsidian adds to Markdown: block ids, comments and highlights. The marks of its tasks are in
//! [`super::task_marks`].

/// A text without them; every line stays where it is. Code is left alone.
pub(super) fn plain(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut fence: Option<&str> = None;
    let mut rest = text.split('\n');
    while let Some(line) = rest.next() {
        let sign = fence_of(line);
        match (fence, sign) {
            (Some(open), Some(sign)) if sign.starts_with(open) => fence = None,
            (None, Some(_)) => fence = sign,
            (None, None) => {
                if let Some((count, after)) = comment_lines(line, rest.clone()) {
                    lines.extend(vec![String::new(); count]);
                    lines.push(after.to_owned());
                    rest.nth(count - 1);
                } else {
                    let line = without_comments(line);
                    lines.push(without_highlights(without_block_id(&line)));
                }
                continue;
            }
            (Some(_), _) => {}
        }
        lines.push(line.to_owned());
    }
    lines.join("\n")
}

/// The signs of a line that begins or ends a block of code.
fn fence_of(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let count = |sign| line.bytes().take_while(|byte| *byte == sign).count();
    let length = count(b'`').max(count(b'~'));
    (length >= 3).then(|| &line[..length])
}

/// A comment of several lines that `line` begins: how many follow, and what comes after it on the last
/// of them. `None` if it begins none, or one without an end.
fn comment_lines<'t>(line: &str, rest: impl Iterator<Item = &'t str>) -> Option<(usize, &'t str)> {
    let begins = line.trim_start().strip_prefix("%%")?;
    if begins.contains("%%") {
        return None;
    }
    let mut ends = rest.zip(1..);
    ends.find_map(|(line, count)| Some((count, line.split_once("%%")?.1)))
}

/// A line without its block id and the signs of highlights, as its words are looked for in the plan.
pub(super) fn words(line: &str) -> String {
    without_highlights(without_block_id(line))
}

/// `Read %% later %%`, but not between backticks.
fn without_comments(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("%%") {
        let is_code = (out.matches('`').count() + before.matches('`').count()) % 2 == 1;
        out += before;
        let comment = after.split_once("%%").filter(|_| !is_code);
        if let Some((_, end)) = comment {
            rest = end;
        } else {
            out += "%%";
            rest = after;
        }
    }
    out + rest
}

/// `Read chapter 1 ^a1b2c3`
fn without_block_id(line: &str) -> &str {
    let end = line.trim_end();
    let is_id = |id: &str| {
        let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '-';
        !id.is_empty() && id.chars().all(is_letter)
    };
    match end.rsplit_once([' ', '\t']) {
        Some((before, id)) if id.strip_prefix('^').is_some_and(is_id) => before.trim_end(),
        _ => line,
    }
}

/// `==chapter 1==` as `chapter 1`.
fn without_highlights(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("==") {
        let inner = after.split_once("==").filter(|(inner, _)| {
            !inner.is_empty() && inner.trim() == *inner && !before.ends_with(['=', '`'])
        });
        let Some((inner, end)) = inner else {
            out += before;
            out += "==";
            rest = after;
            continue;
        };
        out += before;
        out += inner;
        rest = end;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn block_ids_comments_and_highlights() {
        for (text, expected) in [
            ("Read ==chapter 1== ^abc-1", "Read chapter 1"),
            ("Read %% later %% more", "Read  more"),
            ("a\n%%\nb\n%% c\nd", "a\n\n\n c\nd"),
            ("```\nx ^2\n```\ny ^2", "```\nx ^2\n```\ny"),
            (
                "```\nx %% y\n~~~\n```\nz %%a%%",
                "```\nx %% y\n~~~\n```\nz ",
            ),
            (
                "Use `printf \"%%d\"`\n## Week 2",
                "Use `printf \"%%d\"`\n## Week 2",
            ),
            ("It is 100%% right\nb %% c", "It is 100%% right\nb %% c"),
            ("%% no end\nb", "%% no end\nb"),
            ("if a == b and c == d", "if a == b and c == d"),
            ("2^10 and x ^ 2", "2^10 and x ^ 2"),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
    }
}
