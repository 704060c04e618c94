use super::*;
use crate::text::Locale;

fn style(width: usize) -> Style {
    Style::of_width(width, Locale::default())
}

#[test]
fn comments_and_fences_are_not_shown() {
    let markdown = "# T\n\n<!-- run now\nplan init\n-->\n\n<!-- screen now -->\n```console\n\
                    $ plan\n\nx\n```\n\nEnd.\n";
    assert_eq!(
        readable(markdown, style(80)),
        "# T\n\n  $ plan\n\n  x\n\nEnd.\n"
    );
}

#[test]
fn paragraphs_and_list_items_are_filled() {
    let markdown =
        "A plan-file is one\nfile.\n\n- One item that\n  goes.\n- Two.\n\n    a   table stays\n";
    assert_eq!(
        readable(markdown, style(14)),
        "A plan-file is\none file.\n\n- One item\n  that goes.\n- Two.\n\n    a   table stays\n"
    );
}

#[test]
fn chinese_paragraphs_and_list_items_are_filled() {
    let markdown =
        "日志可以用 `plan log` 查看，\n也可以合并。\n\n- 标记一经确认，不会丢失。\n- 二\n";
    assert_eq!(
        readable(markdown, style(16)),
        "日志可以用\n`plan log` 查\n看，也可以合并。\n\n- 标记一经确认，\n  不会丢失。\n- 二\n"
    );
}

#[test]
fn text_fits_a_terminal() {
    for topic in TOPICS {
        for language in [Language::English, Language::Chinese] {
            for width in [60, 80, 120] {
                let style = style(width);
                let text = readable(topic.text(language), style);
                for line in text.lines().filter(|line| !line.starts_with("  ")) {
                    let columns = style.measure(line);
                    assert!(columns <= width.min(96), "{}: {line}", topic.name);
                }
            }
        }
    }
}

/// What has to be the same in every language: the levels of the headings, what is run, and the
/// commands in blocks of code.
fn frame(markdown: &str) -> Vec<&str> {
    let (mut commented, mut block) = (false, None);
    let mut frame = Vec::new();
    for line in markdown.lines() {
        let is_comment = commented || line.starts_with("<!-- ");
        if is_comment {
            commented = !line.ends_with("-->");
        }
        let is_kept = is_comment || line.starts_with("```");
        if let Some(language) = line.strip_prefix("```") {
            block = block.is_none().then_some(language);
        }
        let is_command = match block {
            Some("console") => line.starts_with("$ "),
            Some("") => true,
            _ => false,
        };
        if is_kept || is_command {
            frame.push(line);
        } else if block.is_none() && line.starts_with('#') {
            frame.push(line.split(' ').next().unwrap_or_default());
        }
    }
    frame
}

/// What is typed in Chinese in the Chinese guide.
const TYPED_IN_CHINESE: [(&str, &str); 3] = [
    ("--why flu", "--why 感冒"),
    ("move d17-0900 sun", "move d17-0900 周日"),
    (
        "mon,wed=19:00-21:00,sun=10",
        "周一,周三=19:00-21:00,周日=10",
    ),
];

#[test]
fn a_topic_has_the_same_headings_and_commands_in_every_language() {
    let mut sizes = Vec::new();
    for topic in TOPICS {
        let [english, chinese] = [Language::English, Language::Chinese].map(|l| topic.text(l));
        let english = TYPED_IN_CHINESE
            .iter()
            .fold(english.to_owned(), |text, (from, to)| {
                text.replace(from, to)
            });
        let expected = frame(&english);
        assert_eq!(frame(chinese), expected, "{}", topic.name);
        sizes.push(expected.len());
    }
    // Otherwise the frames are not read.
    assert!(sizes.iter().all(|size| *size >= 3), "{sizes:?}");
}

#[test]
fn another_command_or_heading_is_noticed() {
    let markdown = "# T\n\n## A b\n\n<!-- run now\nplan init\n-->\n```console\n$ plan\nx\n```\n";
    let expected = [
        "#",
        "##",
        "<!-- run now",
        "plan init",
        "-->",
        "```console",
        "$ plan",
        "```",
    ];
    assert_eq!(frame(markdown), expected);
}
