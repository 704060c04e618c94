//! What Obsidian adds to Markdown: block ids, comments and highlights. The marks of its tasks are in
//! [`super::task_marks`].

/// A text without them; every line stays where it is. Code is left alone.
pub(super) fn plain(text: &str) -> String {
    let (mut in_code, mut in_comment) = (false, false);
    let lines = text.split('\n').map(|line| {
        let is_fence = line.trim_start().starts_with("```") && !in_comment;
        in_code ^= is_fence;
        if in_code || is_fence {
            return line.to_owned();
        }
        let line = without_comments(line, &mut in_comment);
        without_highlights(without_block_id(&line))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A line without its block id and the signs of highlights, as its words are looked for in the plan.
pub(super) fn words(line: &str) -> String {
    without_highlights(without_block_id(line))
}

/// `Read %% later %%`, and comments of several lines.
fn without_comments(line: &str, in_comment: &mut bool) -> String {
    let mut out = String::new();
    for (index, part) in line.split("%%").enumerate() {
        if index > 0 {
            *in_comment ^= true;
        }
        if !*in_comment {
            out += part;
        }
    }
    out
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
            ("if a == b and c == d", "if a == b and c == d"),
            ("2^10 and x ^ 2", "2^10 and x ^ 2"),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
    }
}
