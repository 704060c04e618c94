//! Where a line of text may be broken: at spaces, and between any two Chinese characters, by the
//! basic rules of Chinese typesetting (GB/T 15834, UAX #14): no closing mark begins a line, no
//! opening mark ends one, a number stays with its unit, and a date with its weekday.

use unicode_width::UnicodeWidthChar;

/// Marks that stay with what is before them.
const CLOSING: &str = "，。、：；！？）》〉」』】”’…％,.:;!?)]}%";
/// Marks that stay with what is after them.
const OPENING: &str = "（《〈「『【“‘([{";
/// Units of two characters.
const UNITS: [(char, char); 2] = [('分', '钟'), ('小', '时')];
const WEEKDAYS: &str = "一二三四五六日";

/// Words with the spaces after them; a `!` at the beginning stays with the word that it marks.
pub(super) fn words(text: &str) -> Vec<&str> {
    split(text, &starts(text))
}

/// The words of a cell; a date may be broken after its year, too, since columns are narrow.
pub(super) fn cell_words(text: &str) -> Vec<&str> {
    words(text).into_iter().flat_map(year_and_rest).collect()
}

/// `2026年` and `12月7日`; any other word whole.
fn year_and_rest(word: &str) -> Vec<&str> {
    let year = word.find('年').map_or(0, |at| at + '年'.len_utf8());
    match word.split_at(year) {
        (year, day) if !year.is_empty() && day.starts_with(|c: char| c.is_ascii_digit()) => {
            vec![year, day]
        }
        _ => vec![word],
    }
}

/// The words of a hint; a command between backticks is one of them.
pub(super) fn hint_words(text: &str) -> Vec<&str> {
    let quotes: Vec<usize> = text.match_indices('`').map(|(at, _)| at).collect();
    let (pairs, rest) = quotes.as_chunks::<2>();
    if !rest.is_empty() {
        // One of them belongs to a name.
        return words(text);
    }
    let is_inside = |start: &usize| pairs.iter().any(|[from, to]| from < start && start <= to);
    let mut starts = starts(text);
    starts.retain(|start| !is_inside(start));
    split(text, &starts)
}

/// Whether no line is broken between the two in any case.
pub(super) fn is_joined(before: char, after: char) -> bool {
    before != ' ' && CLOSING.contains(after) || OPENING.contains(before)
}

/// `text` in parts that begin at `starts`.
fn split<'t>(text: &'t str, starts: &[usize]) -> Vec<&'t str> {
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let parts = starts
        .iter()
        .zip(ends)
        .map(|(start, end)| &text[*start..end]);
    parts.filter(|part| !part.is_empty()).collect()
}

/// Where words begin; 0 is the first.
fn starts(text: &str) -> Vec<usize> {
    let later = text.char_indices().map(|(at, _)| at).skip(1);
    let later = later.filter(|at| {
        let (before, after) = text.split_at(*at);
        may_break(before, after)
    });
    std::iter::once(0).chain(later).collect()
}

/// Whether a line may end with `before` and the next one begin with `after`.
fn may_break(before: &str, after: &str) -> bool {
    let (Some(b), Some(c)) = (before.chars().next_back(), after.chars().next()) else {
        return false;
    };
    if c == ' ' || is_joined(b, c) {
        return false;
    }
    if is_between_hours(before, after) {
        return true;
    }
    if b == ' ' {
        return before != "! " && !continues(before.strip_suffix(' ').unwrap_or(before), c);
    }
    let is_number = b.is_ascii_digit() || c.is_ascii_digit() || b == '第';
    let is_weekday = b == '周' && WEEKDAYS.contains(c);
    (is_wide(b) || is_wide(c)) && !is_number && !is_weekday && !UNITS.contains(&(b, c))
}

/// Whether the hours of other weekdays, or another window, begin: `mon=19:00-20:00+21:00-22:00,sat=3h`.
fn is_between_hours(before: &str, after: &str) -> bool {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let begins_with_weekday = || names.iter().any(|name| after.starts_with(name));
    let ends_with_time = |text: &str| {
        let (_, minutes) = text.rsplit_once(':').unwrap_or_default();
        minutes.len() == 2 && minutes.bytes().all(|byte| byte.is_ascii_digit())
    };
    match before.strip_suffix('+') {
        Some(window) => ends_with_time(window),
        None => before.ends_with(',') && begins_with_weekday(),
    }
}

fn is_wide(c: char) -> bool {
    c.width() == Some(2)
}

/// Whether `c`, after a space, belongs to what is `before` the space: `33 分钟`, `第 8 天`,
/// `12月26日 周六`.
fn continues(before: &str, c: char) -> bool {
    match c {
        '周' if before.ends_with('日') => true,
        '0'..='9' => before.ends_with('第'),
        _ => is_wide(c) && ends_with_number(before),
    }
}

/// Whether the last word is a number.
fn ends_with_number(text: &str) -> bool {
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
    let before = rest.chars().next_back();
    rest.len() < text.len() && before.is_none_or(|b| b == ' ' || is_wide(b) || OPENING.contains(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with `|` wherever a line may be broken.
    fn broken(text: &str) -> String {
        words(text).join("|")
    }

    #[test]
    fn latin_words_are_broken_at_spaces_only() {
        for (text, expected) in [
            ("", ""),
            ("one", "one"),
            ("one two,  three.", "one |two,  |three."),
            ("! d3.2 Borrowing", "! d3.2 |Borrowing"),
            (" (see 3.5)", " |(see |3.5)"),
            ("3 slots, 2 h", "3 |slots, |2 |h"),
            ("1,000 a,b 2+3", "1,000 |a,b |2+3"),
            (
                "17 h: mon-fri=19:00-21:00,sat=9:00-12:00+14:00-16:00,sun=3h",
                "17 |h: |mon-fri=19:00-21:00,|sat=9:00-12:00+|14:00-16:00,|sun=3h",
            ),
        ] {
            assert_eq!(broken(text), expected);
        }
    }

    #[test]
    fn chinese_is_broken_between_any_two_characters() {
        for (text, expected) in [
            ("学习计划", "学|习|计|划"),
            ("CLIP详解", "CLIP|详|解"),
            ("CLIP 模型", "CLIP |模|型"),
        ] {
            assert_eq!(broken(text), expected);
        }
    }

    #[test]
    fn no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
        for (text, expected) in [
            ("完成，逾期。未完成", "完|成，|逾|期。|未|完|成"),
            ("学习《动手》，完", "学|习|《动|手》，|完"),
            ("（见“计划”）：完成", "（见|“计|划”）：|完|成"),
            ("完成(计划)!", "完|成|(计|划)!"),
            ("完成 100%；计划 50％", "完|成 |100%；|计|划 |50％"),
        ] {
            assert_eq!(broken(text), expected);
        }
    }

    #[test]
    fn a_number_stays_with_its_unit_and_a_date_with_its_weekday() {
        for (text, expected) in [
            ("12月26日 周六", "12月26日 周六"),
            (
                "2026年12月7日 周一 ~ 13日 周日",
                "2026年12月7日 周一 |~ |13日 周日",
            ),
            ("第8天 第2阶段", "第8天 |第2阶|段"),
            ("没有第 8 条链接", "没|有|第 8 条|链|接"),
            ("和第一次作业", "和|第一|次|作|业"),
            ("还剩 33 分钟", "还|剩 |33 分钟"),
            ("早 7 天", "早 |7 天"),
            ("1 小时 30 分", "1 小时 |30 分"),
            ("3 个时段（1.5 小时）", "3 个|时|段|（1.5 小时）"),
            ("共 10,000 个时段", "共 |10,000 个|时|段"),
            ("完成 4/12 计划", "完|成 |4/12 |计|划"),
            ("d3.2 实验", "d3.2 |实|验"),
        ] {
            assert_eq!(broken(text), expected);
        }
    }

    #[test]
    fn a_date_in_a_cell_may_be_broken_after_its_year() {
        for (text, expected) in [
            ("2027年2月14日 周日", "2027年|2月14日 周日"),
            ("今年 2 月 年度计划", "今|年 |2 月 |年|度|计|划"),
        ] {
            assert_eq!(cell_words(text).join("|"), expected);
        }
    }

    #[test]
    fn a_command_is_not_broken() {
        for (text, expected) in [
            ("say `plan done 2` or wait", "say |`plan done 2` |or |wait"),
            ("用 `plan undo` 撤销", "用 |`plan undo` |撤|销"),
            (
                "对象（`plan 第8天`），用`plan log`。",
                "对|象|（`plan 第8天`），|用|`plan log`。",
            ),
            ("it`s `a b`", "it`s |`a |b`"),
        ] {
            assert_eq!(hint_words(text).join("|"), expected);
        }
    }
}
