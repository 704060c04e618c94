//! Makes text from files and arguments safe to print: one function per kind of output.

use std::borrow::Cow;
use std::fmt::Write;

use unicode_width::UnicodeWidthChar;

/// Whether `c` is escaped wherever it is shown: controls, and what can disguise what a line says
/// (bidirectional controls and marks, separators of lines, the byte order mark, the soft hyphen, tags).
/// Joiners are not: emoji and many scripts need them.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{AD}'
                | '\u{61C}'
                | '\u{200E}'
                | '\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2066}'..='\u{2069}'
                | '\u{FEFF}'
                | '\u{E0000}'..='\u{E007F}'
        )
}

/// Whether nothing of `text` can be seen: it is made of spaces and of characters without width.
pub(crate) fn is_invisible(text: &str) -> bool {
    // The Braille pattern without dots, and the filler of Hangul.
    let is_empty = |c| {
        matches!(
            c,
            '\u{2800}' | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}'
        )
    };
    text.chars()
        .all(|c| c.is_whitespace() || is_hidden(c) || is_empty(c) || c.width() == Some(0))
}

/// Escapes text for one line of a terminal, also when it goes to stderr or a pipe: what [`is_hidden`]
/// becomes visible, as in `\u{1b}`, and line breaks become spaces. Escaping twice changes nothing.
pub(crate) fn terminal(text: &str) -> Cow<'_, str> {
    if !text.contains('\n') {
        return visible(text);
    }
    let lines = text.split('\n').filter(|line| !line.is_empty());
    Cow::Owned(visible(&lines.collect::<Vec<_>>().join(" ")).into_owned())
}

fn visible(text: &str) -> Cow<'_, str> {
    replace(text, is_hidden, |out, c| {
        write!(out, "\\u{{{:x}}}", u32::from(c))
    })
}

/// Escapes text for HTML, between tags and in quoted attributes: also what [`is_hidden`] becomes visible.
pub(crate) fn html(text: &str) -> Cow<'_, str> {
    let is_markup = |c| matches!(c, '&' | '<' | '>' | '"' | '\'');
    let bad = |c| is_markup(c) || c != '\n' && is_hidden(c);
    replace(text, bad, |out, c| {
        if is_markup(c) {
            write!(out, "&#{};", u32::from(c))
        } else {
            write!(out, "\\u{{{:x}}}", u32::from(c))
        }
    })
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

/// Escapes JSON text as serde writes it: what [`is_hidden`], and serde leaves as it is, becomes
/// `\uXXXX`. In JSON it can only occur inside strings, so the whole text is passed.
pub(crate) fn json(text: &str) -> Cow<'_, str> {
    let is_left = |c| c >= '\u{7F}' && is_hidden(c);
    replace(text, is_left, |out, c| {
        let units = c.encode_utf16(&mut [0; 2]).to_vec();
        units
            .iter()
            .try_for_each(|unit| write!(out, "\\u{unit:04x}"))
    })
}

/// Text for a calendar, whose format escapes line breaks and punctuation itself: what else
/// [`is_hidden`] is left out.
pub(crate) fn calendar(text: &str) -> Cow<'_, str> {
    replace(text, |c| c != '\n' && is_hidden(c), |_, _| Ok(()))
}

/// A cell of a CSV file: on one line, quoted unless it is empty, which a database reads as nothing. A
/// spreadsheet takes what begins with `=`, `+`, `-` or `@` for a formula, so `'` comes before it.
pub(crate) fn csv(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let line = terminal(text).replace('"', "\"\"");
    let is_formula = line.trim_start().starts_with(['=', '+', '-', '@']);
    let guard = if is_formula { "'" } else { "" };
    format!("\"{guard}{line}\"")
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
        let listed = [0xAD, 0x61C, 0x200E, 0x200F, 0xFEFF];
        let all: Vec<char> = (0..0x20u32)
            .chain(0x7F..=0x9F)
            .chain(listed)
            .chain(0x2028..=0x202E)
            .chain(0x2066..=0x2069)
            .chain(0xE0000..=0xE007F)
            .filter_map(char::from_u32)
            .collect();
        let whole: String = all.iter().collect();
        assert!(!terminal(&whole).chars().any(|c| all.contains(&c)));
        assert!(!json(&whole).chars().any(|c| c >= ' ' && all.contains(&c)));
        assert_eq!(
            terminal("a\u{61c}\u{200e}\u{2028}\u{feff}\u{ad}\u{e0041}b"),
            "a\\u{61c}\\u{200e}\\u{2028}\\u{feff}\\u{ad}\\u{e0041}b"
        );
        assert_eq!(
            terminal("\u{1b}[31m红\t\u{9b}"),
            "\\u{1b}[31m红\\u{9}\\u{9b}"
        );
        assert!(matches!(terminal("多模态"), Cow::Borrowed(_)));
        // Joiners stay.
        assert_eq!(
            terminal("👩\u{200d}🔬 می\u{200c}خواهم"),
            "👩\u{200d}🔬 می\u{200c}خواهم"
        );
        assert!(!visible(&whole).contains('\n'));
    }

    #[test]
    fn a_text_is_invisible_if_all_its_characters_are() {
        let invisible = [
            "",
            " ",
            "\u{3000}",
            "\u{200b}\u{200d}",
            "\u{ad}",
            "\u{feff} \u{200e}",
        ];
        for text in
            invisible
                .iter()
                .chain(&["\u{e0041}", "\u{3164}\u{2800}", "\u{301}", "\u{fe0f}"])
        {
            assert!(is_invisible(text), "{text:?}");
        }
        for text in ["a", ".", "多", "\u{200b}a", "e\u{301}", "👩\u{200d}🔬"] {
            assert!(!is_invisible(text), "{text:?}");
        }
    }

    #[test]
    fn html_has_no_markup_and_nothing_hidden() {
        for (text, escaped) in [
            (
                "a < b & \"c\" > 'd'",
                "a &#60; b &#38; &#34;c&#34; &#62; &#39;d&#39;",
            ),
            ("\u{202e}\u{1b}[31m\n", "\\u{202e}\\u{1b}[31m\n"),
            ("\u{ad}\u{e0041}", "\\u{ad}\\u{e0041}"),
        ] {
            assert_eq!(html(text), escaped);
        }
        assert!(matches!(html("多模态"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_calendar_keeps_only_line_breaks() {
        assert_eq!(calendar("a\r\nb\u{1b}[0m\t\u{202e}c,;\\"), "a\nb[0mc,;\\");
        assert!(matches!(calendar("多模态"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_cell_is_one_line_and_no_formula() {
        for (text, cell) in [
            ("", ""),
            ("80", "\"80\""),
            ("a \"b\",\nc", "\"a \"\"b\"\", c\""),
            ("=1+1", "\"'=1+1\""),
            (" @sum", "\"' @sum\""),
            ("-", "\"'-\""),
            ("\t+1", "\"\\u{9}+1\""),
            ("2026-12-07", "\"2026-12-07\""),
        ] {
            assert_eq!(csv(text), cell);
        }
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
        assert_eq!(json("\"\u{ad}\u{e0041}\""), r#""\u00ad\udb40\udc41""#);
    }
}
