//! Makes text from files and arguments safe to print: one function per kind of output.

use std::borrow::Cow;
use std::fmt::Write;

/// Whether `c` is a bidirectional control, which can disguise what a line says.
pub(crate) fn is_bidi(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Escapes text for one line of a terminal, also when it goes to stderr or a pipe: C0 controls
/// (including ESC, CR and tab), DEL, C1 controls and bidirectional controls become visible, as in
/// `\u{1b}`, and line breaks become spaces. Escaping twice changes nothing.
pub(crate) fn terminal(text: &str) -> Cow<'_, str> {
    if !text.contains('\n') {
        return visible(text);
    }
    let lines = text.split('\n').filter(|line| !line.is_empty());
    Cow::Owned(visible(&lines.collect::<Vec<_>>().join(" ")).into_owned())
}

fn visible(text: &str) -> Cow<'_, str> {
    replace(
        text,
        |c| c.is_control() || is_bidi(c),
        |out, c| write!(out, "\\u{{{:x}}}", u32::from(c)),
    )
}

/// Quotes a path or other text so that it can be pasted into a shell, escaped for a terminal.
pub(crate) fn shell_word(path: impl AsRef<std::path::Path>) -> String {
    let text = path.as_ref().display().to_string();
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-+".contains(c);
    let word = if text.chars().all(plain) {
        text
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    };
    visible(&word).into_owned()
}

/// Escapes JSON text as serde writes it: DEL, C1 controls and bidirectional controls, which a
/// terminal would obey, and U+2028 and U+2029, which old JavaScript parsers reject, become
/// `\uXXXX`. In JSON they can only occur inside strings, so the whole text is passed.
pub(crate) fn json(text: &str) -> Cow<'_, str> {
    let unsafe_here = |c| matches!(c, '\u{7F}'..='\u{9F}' | '\u{2028}' | '\u{2029}') || is_bidi(c);
    replace(text, unsafe_here, |out, c| {
        write!(out, "\\u{:04x}", u32::from(c))
    })
}

fn replace(
    text: &str,
    bad: impl Fn(char) -> bool,
    escape: impl Fn(&mut String, char) -> std::fmt::Result,
) -> Cow<'_, str> {
    if !text.chars().any(&bad) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if bad(c) {
            // Writing to a String cannot fail.
            let _ = escape(&mut out, c);
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_gets_through() {
        let all: String = (0..=0xA0u32)
            .chain(0x2028..=0x202E)
            .chain(0x2066..=0x2069)
            .filter_map(char::from_u32)
            .collect();
        assert!(!terminal(&all).chars().any(|c| c.is_control() || is_bidi(c)));
        assert_eq!(
            terminal("\u{1b}[31m红\t\u{9b}"),
            "\\u{1b}[31m红\\u{9}\\u{9b}"
        );
        assert!(matches!(terminal("多模态"), Cow::Borrowed(_)));
        assert!(!visible(&all).contains('\n'));
    }

    #[test]
    fn several_lines_are_one() {
        assert_eq!(terminal("first\nsecond\n\nthird\n"), "first second third");
        assert_eq!(terminal("\n"), "");
        assert_eq!(shell_word("a\nb"), "'a\\u{a}b'");
    }

    #[test]
    fn json_keeps_newlines_between_tokens() {
        assert_eq!(
            json("{\n \"a\": \"\u{202E}\u{85}\"\n}"),
            "{\n \"a\": \"\\u202e\\u0085\"\n}"
        );
    }
}
