//! A mark as this program writes it, read without a parser of JSON and without a copy.
//!
//! A journal is nearly all marks, and a journal of years is read line by line wherever no
//! checkpoint of it is kept. What is not exactly as it would be written is left to
//! [`decode_line`](super::decode_line), which takes anything.

use chrono::NaiveDate;
use memchr::memchr;
use uuid::Uuid;

use super::MAX_N;
use crate::model::Minutes;
use crate::progress::{Says, Sum, Told};

/// The mark that `line`, without its newline, is. `None` where it is none, or only
/// [`decode_line`](super::decode_line) can tell.
#[must_use]
pub fn told(line: &[u8]) -> Option<Told<'_>> {
    // Without escapes and control characters a quote ends whatever string it stands in.
    let special = |byte: &u8| u8::from(*byte < b' ') | u8::from(*byte == b'\\');
    let any = line.iter().fold(0, |any, byte| any | special(byte));
    (any == 0).then_some(())?;
    let mut rest = Rest(line);
    rest.skip(br#"{"v":1,"id":""#)?;
    let id = rest.uuid()?;
    rest.skip(br#","op":""#)?;
    let op = rest.uuid()?;
    rest.skip(br#","n":"#)?;
    let n = rest.number().filter(|n| *n <= MAX_N)?;
    rest.skip(br#","t":""#)?;
    let kind = rest.string()?;
    rest.skip(br#","slot":""#)?;
    let slot = rest.text()?;
    rest.skip(br#","title":""#)?;
    let title = rest.text()?;
    let what = says(kind, &mut rest)?;
    rest.skip(br#","at":""#)?;
    is_moment(rest.string()?).then_some(())?;
    rest.skip(br#","day":""#)?;
    let day = date(rest.string()?)?;
    rest.skip(br#","dev":""#)?;
    rest.text()?;
    (rest.0 == b"}").then_some(Told {
        order: (n, id),
        op,
        day,
        slot,
        title,
        what,
    })
}

/// The fields that only some kinds of marks have.
fn says<'a>(kind: &[u8], rest: &mut Rest<'a>) -> Option<Says<'a>> {
    let sum = |rest: &mut Rest<'a>| match rest.skip(br#","sum":""#) {
        Some(()) => Some(Sum::parse(rest.text()?)),
        None => Some(None),
    };
    match kind {
        b"done" => {
            let minutes = match rest.skip(br#","min":"#) {
                Some(()) => Some(minutes(rest.number()?)?),
                None => None,
            };
            let sum = sum(rest)?;
            rest.skip(br#","again":true"#);
            Some(Says::Done(minutes, sum))
        }
        b"skip" => {
            let sum = sum(rest)?;
            rest.skip(br#","again":true"#);
            let why = match rest.skip(br#","why":""#) {
                Some(()) => Some(rest.text()?),
                None => None,
            };
            Some(Says::Skip(why, sum))
        }
        b"note" => {
            rest.skip(br#","text":""#)?;
            Some(Says::Note(rest.text()?))
        }
        _ => None,
    }
}

/// What of a line has not been read.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    /// Goes past `text`, if that comes next.
    fn skip<const N: usize>(&mut self, text: &[u8; N]) -> Option<()> {
        let (next, rest) = self.0.split_first_chunk()?;
        self.0 = (next == text).then_some(rest)?;
        Some(())
    }

    /// The bytes of a string whose opening quote has been read.
    fn string(&mut self) -> Option<&'a [u8]> {
        let (string, rest) = self.0.split_at(memchr(b'"', self.0)?);
        self.0 = &rest[1..];
        Some(string)
    }

    /// The same where it may hold any text.
    fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.string()?).ok()
    }

    /// A whole number as JSON has it, of so few digits that any are small enough.
    fn number(&mut self) -> Option<u64> {
        let end = self.0.iter().position(|byte| !byte.is_ascii_digit())?;
        let (digits, rest) = self.0.split_at(end);
        self.0 = rest;
        let plain = digits.len() == 1 || !digits.starts_with(b"0");
        let value = |value, digit: &u8| value * 10 + u64::from(digit - b'0');
        ((1..=19).contains(&end) && plain).then(|| digits.iter().fold(0, value))
    }

    /// An id with hyphens whose opening quote has been read.
    fn uuid(&mut self) -> Option<Uuid> {
        let (text, rest) = self.0.split_at_checked(36)?;
        self.0 = rest.strip_prefix(b"\"")?;
        Uuid::try_parse_ascii(text).ok()
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
fn date(bytes: &[u8]) -> Option<NaiveDate> {
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let year = pair(bytes, 0)? * 100 + pair(bytes, 2)?;
    NaiveDate::from_ymd_opt(year.cast_signed(), pair(bytes, 5)?, pair(bytes, 8)?)
}

/// Whether `text` is `YYYY-MM-DDTHH:MM:SS+HH:MM`, perhaps with a fraction of the second.
fn is_moment(text: &[u8]) -> bool {
    let time = |bytes: &[u8], from| {
        let hours = pair(bytes, from).is_some_and(|hours| hours < 24);
        hours && pair(bytes, from + 3).is_some_and(|minutes| minutes < 60)
    };
    let Some((day, rest)) = text.split_at_checked(10) else {
        return false;
    };
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
