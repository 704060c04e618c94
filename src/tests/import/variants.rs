//! The same plan, written in other ways.

use super::imported;
use super::seed::{SEED, schedule};

/// Changes every line outside of the roadmap's drawing and the front matter.
fn each(change: impl Fn(&str) -> String) -> String {
    let (mut in_code, mut number) = (false, 0);
    let line = |line: &str| {
        number += 1;
        if line.starts_with("```") {
            in_code = !in_code;
        }
        let is_matter = number <= 10;
        if in_code || is_matter || line.starts_with("```") {
            line.to_owned()
        } else {
            change(line)
        }
    };
    SEED.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The schedule of a variant is that of the document itself.
#[track_caller]
fn same(text: &str) {
    let lines = text.lines().take(20).collect::<Vec<_>>().join("\n");
    assert_eq!(
        schedule(&imported(text).plan),
        schedule(&imported(SEED).plan),
        "{lines}"
    );
}

#[test]
fn bullets_line_ends_and_marks_of_encoding() {
    same(&each(|line| {
        line.replacen("- ", "* ", usize::from(line.trim_start().starts_with("- ")))
    }));
    same(&each(|line| {
        line.replacen("- ", "+ ", usize::from(line.trim_start().starts_with("- ")))
    }));
    same(&SEED.replace('\n', "\r\n"));
    same(&format!("\u{FEFF}{SEED}"));
    same(&format!("{SEED}\n\n\n"));
}

#[test]
fn tabs_and_wider_indents() {
    let indent = |unit: &str| {
        each(|line| {
            let spaces = line.len() - line.trim_start_matches(' ').len();
            format!(
                "{}{}",
                unit.repeat(spaces / 2),
                line.trim_start_matches(' ')
            )
        })
    };
    same(&indent("\t"));
    same(&indent("    "));
}

#[test]
fn numbered_lists() {
    let numbered = each(|line| match line.strip_prefix("- ") {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit()) => format!("1. {rest}"),
        _ if line.starts_with("  ") => format!(" {line}"),
        _ => line.to_owned(),
    });
    same(&numbered);
}

#[test]
fn other_depths_of_headings() {
    // Day on the level of the week, half a day on that of the day.
    same(&each(|line| {
        line.replacen("##### ", "#### ", usize::from(line.starts_with("##### ")))
    }));
    same(&each(|line| {
        let is_half = line.starts_with("###### 上午") || line.starts_with("###### 下午");
        line.replacen("###### ", "##### ", usize::from(is_half))
    }));
    same(&each(|line| {
        line.replacen("### 第一阶段", "## 第一阶段", 1)
    }));
}

#[test]
fn slots_as_headings() {
    let mut text = String::new();
    let mut in_slot = false;
    for line in SEED.lines() {
        let slot = line
            .strip_prefix("- ")
            .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains(':'));
        if let Some(slot) = slot {
            in_slot = true;
            text += &format!("###### {slot}\n\n");
        } else if line.starts_with("###### 上午") || line.starts_with("###### 下午") {
            in_slot = false;
            text += &line.replacen("###### ", "##### ", 1);
            text += "\n";
        } else if in_slot && line.starts_with("  ") {
            text += &format!("{}\n", &line[2..]);
        } else {
            in_slot &= line.is_empty();
            text += &format!("{line}\n");
        }
    }
    same(&text);
}

#[test]
fn full_width_digits_and_signs() {
    let wide = |c: char| match c {
        '0'..='9' => char::from_u32(u32::from(c) - u32::from('0') + 0xFF10).unwrap_or(c),
        ':' => '：',
        _ => c,
    };
    let is_mark = |line: &str| line.starts_with("##### Day") || line.starts_with("###### ");
    same(&each(|line| {
        if is_mark(line) {
            line.chars().map(wide).collect()
        } else {
            line.to_owned()
        }
    }));
    same(&each(|line| {
        let slot = line
            .strip_prefix("- ")
            .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        match slot.and_then(|slot| slot.split_once(' ')) {
            Some((time, title)) if time.contains(':') => {
                let time: String = time.chars().map(wide).collect();
                format!("- {} {title}", time.replace('-', "～"))
            }
            _ => line.to_owned(),
        }
    }));
}

#[test]
fn headings_in_english_and_in_chinese() {
    let names = [
        ("（周一）", " (Monday)"),
        ("（周二）", " (Tue)"),
        ("（周三）", " - Wednesday"),
        ("（周四）", " (Thursday)"),
        ("（周五）", "：Friday"),
        ("（周六）", " Sat"),
        ("（周日）", " (Sun)"),
        ("（周末）", " (weekend)"),
    ];
    same(&each(|line| {
        if line.starts_with("##### Day") {
            names
                .iter()
                .fold(line.to_owned(), |line, (from, to)| line.replace(from, to))
        } else {
            line.to_owned()
        }
    }));
    same(&each(|line| {
        let line = match line
            .strip_prefix("#### Week ")
            .and_then(|rest| rest.split_once(": "))
        {
            Some((number, title)) => format!("#### 第 {number} 周：{title}"),
            None => line.to_owned(),
        };
        match line
            .strip_prefix("##### Day ")
            .and_then(|rest| rest.split_once('（'))
        {
            Some((number, rest)) => format!("##### 第{}天（{rest}", number.replace('-', "~")),
            None => line,
        }
    }));
    same(&each(|line| {
        if line.starts_with("##### Day") || line.starts_with("#### Week") {
            line.replacen("# ", "# 📅 **", 1) + "**"
        } else {
            line.to_owned()
        }
    }));
}

#[test]
fn another_plan_is_not_the_same() {
    let other = SEED.replacen(
        "- 09:00-10:30 PyTorch 基础",
        "- 09:00-10:15 PyTorch 基础",
        1,
    );
    assert_ne!(
        schedule(&imported(&other).plan),
        schedule(&imported(SEED).plan)
    );
}
