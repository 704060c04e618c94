//! A mark as this program writes it, read without a parser of JSON and without a copy.
//!
//! A journal is nearly all marks, and a journal of years is read line by line wherever no
//! checkpoint of it is kept. What is not exactly as it would be written is left to
//! [`decode_line`](super::decode_line), which takes anything.

use chrono::NaiveDate;
use uuid::Uuid;

use super::MAX_N;
use crate::model::Minutes;
use crate::progress::{Says, Sum, Told};

/// The mark that `line`, without its newline, is. `None` where it is none, or only
/// [`decode_line`](super::decode_line) can tell.
#[must_use]
pub fn told(line: &[u8]) -> Option<Told<'_>> {
    let mut rest = Rest(std::str::from_utf8(line).ok()?);
    rest.skip(r#"{"v":1,"id":""#)?;
    let id = rest.uuid()?;
    rest.skip(r#","op":""#)?;
    let op = rest.uuid()?;
    rest.skip(r#","n":"#)?;
    let n = rest.number().filter(|n| *n <= MAX_N)?;
    rest.skip(r#","t":""#)?;
    let kind = rest.text()?;
    rest.skip(r#","slot":""#)?;
    let slot = rest.text()?;
    rest.skip(r#","title":""#)?;
    let title = rest.text()?;
    let what = says(kind, &mut rest)?;
    rest.skip(r#","at":""#)?;
    is_moment(rest.text()?).then_some(())?;
    rest.skip(r#","day":""#)?;
    let day = date(rest.text()?)?;
    rest.skip(r#","dev":""#)?;
    rest.text()?;
    (rest.0 == "}").then_some(Told {
        order: (n, id),
        op,
        day,
        slot,
        title,
        what,
    })
}

/// The fields that only some kinds of marks have.
fn says<'a>(kind: &str, rest: &mut Rest<'a>) -> Option<Says<'a>> {
    let sum = |rest: &mut Rest<'a>| match rest.skip(r#","sum":""#) {
        Some(()) => Some(Sum::parse(rest.text()?)),
        None => Some(None),
    };
    match kind {
        "done" => {
            let minutes = match rest.skip(r#","min":"#) {
                Some(()) => Some(minutes(rest.number()?)?),
                None => None,
            };
            let sum = sum(rest)?;
            rest.skip(r#","again":true"#);
            Some(Says::Done(minutes, sum))
        }
        "skip" => {
            let sum = sum(rest)?;
            rest.skip(r#","again":true"#);
            let why = match rest.skip(r#","why":""#) {
                Some(()) => Some(rest.text()?),
                None => None,
            };
            Some(Says::Skip(why, sum))
        }
        "note" => {
            rest.skip(r#","text":""#)?;
            Some(Says::Note(rest.text()?))
        }
        _ => None,
    }
}

/// What of a line has not been read.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    /// Goes past `text`, if that comes next.
    fn skip(&mut self, text: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(text)?;
        Some(())
    }

    /// A string whose opening quote has been read, if nothing in it is written otherwise.
    fn text(&mut self) -> Option<&'a str> {
        let special = |byte: &u8| *byte == b'"' || *byte == b'\\' || *byte < b' ';
        let end = self.0.as_bytes().iter().position(special)?;
        let (text, rest) = self.0.split_at(end);
        self.0 = rest.strip_prefix('"')?;
        Some(text)
    }

    /// A whole number as JSON has it.
    fn number(&mut self) -> Option<u64> {
        let bytes = self.0.as_bytes();
        let end = bytes.iter().position(|byte| !byte.is_ascii_digit())?;
        let (digits, rest) = self.0.split_at(end);
        self.0 = rest;
        let plain = digits.len() == 1 || !digits.starts_with('0');
        digits.parse().ok().filter(|_| plain)
    }

    /// An id with hyphens whose opening quote has been read.
    fn uuid(&mut self) -> Option<Uuid> {
        let text = self.text().filter(|text| text.len() == 36)?;
        Uuid::try_parse(text).ok()
    }
}

fn minutes(number: u64) -> Option<Minutes> {
    let minutes = Minutes(u32::try_from(number).ok()?);
    (Minutes(1)..=Minutes::DAY)
        .contains(&minutes)
        .then_some(minutes)
}

/// The two digits at `at`.
fn pair(bytes: &[u8], at: usize) -> Option<u32> {
    let digit = |byte: &u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
    Some(digit(bytes.get(at)?)? * 10 + digit(bytes.get(at + 1)?)?)
}

/// `YYYY-MM-DD`
fn date(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let year = pair(bytes, 0)? * 100 + pair(bytes, 2)?;
    NaiveDate::from_ymd_opt(year.cast_signed(), pair(bytes, 5)?, pair(bytes, 8)?)
}

/// Whether `text` is `YYYY-MM-DDTHH:MM:SS+HH:MM`, perhaps with a fraction of the second.
fn is_moment(text: &str) -> bool {
    let time = |bytes: &[u8], from| {
        let hours = pair(bytes, from).is_some_and(|hours| hours < 24);
        hours && pair(bytes, from + 3).is_some_and(|minutes| minutes < 60)
    };
    let Some((day, rest)) = text.split_at_checked(10) else {
        return false;
    };
    let rest = rest.as_bytes();
    let Some((clock, rest)) = rest.split_at_checked(9) else {
        return false;
    };
    let fraction = match rest {
        [b'.', digits @ ..] => 1 + digits.iter().take_while(|b| b.is_ascii_digit()).count(),
        _ => 0,
    };
    let zone = &rest[fraction..];
    date(day).is_some()
        && matches!(clock, [b'T', _, _, b':', _, _, b':', _, _])
        && time(clock, 1)
        && pair(clock, 7).is_some_and(|seconds| seconds < 60)
        && (fraction == 0 || (2..=10).contains(&fraction))
        && matches!(zone, [b'+' | b'-', _, _, b':', _, _])
        && time(zone, 1)
}
