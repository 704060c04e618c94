//! The syntax of Mermaid's flowcharts: nodes, and the arrows between them.

/// `A["Title"]`, `A(Title)`, `A{Title}` as a name and a title.
pub(super) fn named(text: &str) -> (String, Option<String>) {
    let Some(at) = text.find(['[', '(', '{', '>']) else {
        return (text.trim_matches('"').to_owned(), None);
    };
    let (id, shape) = text.split_at(at);
    let inner = shape.trim_matches(|c: char| "[](){}>/\\".contains(c));
    let inner = inner
        .trim()
        .trim_matches('"')
        .replace("<br/>", " ")
        .replace("<br>", " ");
    let title = Some(inner).filter(|inner| !inner.is_empty());
    (id.trim().to_owned(), title)
}

/// The groups of nodes between arrows, without the texts on the arrows.
pub(super) fn split_arrows(line: &str) -> Vec<String> {
    let chars: Vec<char> = line.chars().collect();
    let (mut parts, mut part) = (Vec::new(), String::new());
    let (mut depth, mut at, mut quoted) = (0_u32, 0, false);
    while at < chars.len() {
        let c = chars[at];
        match c {
            '"' => quoted = !quoted,
            '[' | '(' | '{' if !quoted => depth += 1,
            ']' | ')' | '}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        let is_arrow = depth == 0
            && !quoted
            && matches!(c, '-' | '=')
            && matches!(chars.get(at + 1), Some('-' | '=' | '.'));
        if !is_arrow {
            part.push(c);
            at += 1;
            continue;
        }
        parts.push(std::mem::take(&mut part));
        at = arrow_end(&chars, at);
    }
    parts.push(part);
    parts
}

/// The position after an arrow, and after the text on it.
fn arrow_end(chars: &[char], at: usize) -> usize {
    let is_line = |c: &char| matches!(c, '-' | '=' | '.' | '>' | 'x' | 'o');
    let mut end = at + chars[at..].iter().take_while(|c| is_line(c)).count();
    let whole: String = chars[at..end].iter().collect();
    let has_head = whole.ends_with(['>', 'x', 'o']) || whole.len() > 2;
    if !has_head && let Some(close) = (end..chars.len()).find(|at| chars[*at] == '>') {
        // `A -- text --> B`
        return close + 1;
    }
    if chars.get(end) == Some(&'|')
        && let Some(close) = (end + 1..chars.len()).find(|at| chars[*at] == '|')
    {
        end = close + 1;
    }
    end
}

/// The parts of `text` between `sign`s that are in no brackets or quotes.
pub(super) fn split_outside(text: &str, sign: char) -> Vec<String> {
    let (mut parts, mut part) = (Vec::new(), String::new());
    let (mut depth, mut quoted) = (0_u32, false);
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '[' | '(' | '{' if !quoted => depth += 1,
            ']' | ')' | '}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        if c == sign && depth == 0 && !quoted {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(c);
        }
    }
    parts.push(part);
    parts
}
