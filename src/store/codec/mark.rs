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
use crate::progress::{Fingerprint, Says, Told};

/// The mark that `line`, without its newline, is. `None` where it is none, or only
/// [`decode_line`](super::decode_line) can tell.
#[must_use]
pub fn told(line: &[u8]) -> Option<Told<'_>> {
    // Without escapes and control characters a quote ends whatever string it stands in.
    let special = |byte: &u8| u8::from(*byte < b' ') | u8::from(*byte == b'\\');
    let any = line.iter().fold(0, |any, byte| any | special(byte));
    (any == 0).then_some(())?;
    let mut rest = Rest(std::str::from_utf8(line).ok()?);
    rest.skip(br#"{"v":1,"id":""#)?;
    let id = rest.uuid()?;
    rest.skip(br#","op":""#)?;
    let op = rest.uuid()?;
    rest.skip(br#","n":"#)?;
    let n = rest.number().filter(|n| *n <= MAX_N)?;
    rest.skip(br#","t":""#)?;
    let kind = rest.string()?;
    rest.skip(br#","slot":""#)?;
    let slot = rest.string()?;
    rest.skip(br#","title":""#)?;
    let title = rest.string()?;
    let what = says(kind, &mut rest)?;
    rest.skip(br#","at":""#)?;
    is_moment(rest.string()?.as_bytes()).then_some(())?;
    rest.skip(br#","day":""#)?;
    let day = date(rest.string()?.as_bytes())?;
    rest.skip(br#","dev":""#)?;
    rest.string()?;
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
    let fingerprint = |rest: &mut Rest<'a>| match rest.skip(br#","sum":""#) {
        Some(()) => Some(Fingerprint::parse(rest.string()?)),
        None => Some(None),
    };
    match kind {
        "done" => {
            let minutes = match rest.skip(br#","min":"#) {
                Some(()) => Some(minutes(rest.number()?)?),
                None => None,
            };
            let fingerprint = fingerprint(rest)?;
            rest.skip(br#","again":true"#);
            Some(Says::Done(minutes, fingerprint))
        }
        "skip" => {
            let fingerprint = fingerprint(rest)?;
            rest.skip(br#","again":true"#);
            let why = match rest.skip(br#","why":""#) {
                Some(()) => Some(rest.string()?),
                None => None,
            };
            Some(Says::Skip(why, fingerprint))
        }
        "note" => {
            rest.skip(br#","text":""#)?;
            Some(Says::Note(rest.string()?))
        }
        _ => None,
    }
}

/// What of a line has not been read.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    /// Goes past `text`, if that comes next.
    fn skip<const N: usize>(&mut self, text: &[u8; N]) -> Option<()> {
        let next = self.0.as_bytes().first_chunk()?;
        (next == text).then_some(())?;
        self.0 = self.0.get(N..)?;
        Some(())
    }

    /// A string whose opening quote has been read.
    fn string(&mut self) -> Option<&'a str> {
        let end = memchr(b'"', self.0.as_bytes())?;
        let (string, rest) = self.0.split_at_checked(end)?;
        self.0 = rest.get(1..)?;
        Some(string)
    }

    /// A whole number as JSON has it, of so few digits that any are small enough.
    fn number(&mut self) -> Option<u64> {
        let is_other = |byte: &u8| !byte.is_ascii_digit();
        let end = self.0.as_bytes().iter().position(is_other)?;
        let (digits, rest) = self.0.split_at_checked(end)?;
        self.0 = rest;
        let plain = end == 1 || !digits.starts_with('0');
        let value = |value, digit: u8| value * 10 + u64::from(digit - b'0');
        ((1..=19).contains(&end) && plain).then(|| digits.bytes().fold(0, value))
    }

    /// An id with hyphens whose opening quote has been read.
    fn uuid(&mut self) -> Option<Uuid> {
        let (text, rest) = self.0.split_at_checked(36)?;
        self.0 = rest.strip_prefix('"')?;
        Uuid::try_parse_ascii(text.as_bytes()).ok()
    }
}

fn minutes(number: u64) -> Option<Minutes> {
    let minutes = Minutes(u32::try_from(number).ok()?);
    (Minutes(1)..=Minutes::DAY)
        .contains(&minutes)
        .then_some(minutes)
}

/// The two digits at `at`.
fn pair<const N: usize>(bytes: &[u8; N], at: usize) -> Option<u32> {
    let (tens, ones) = (bytes[at], bytes[at + 1]);
    let is_pair = tens.is_ascii_digit() && ones.is_ascii_digit();
    is_pair.then(|| u32::from(tens - b'0') * 10 + u32::from(ones - b'0'))
}

/// `YYYY-MM-DD`
fn date(bytes: &[u8]) -> Option<NaiveDate> {
    let bytes: &[u8; 10] = bytes.try_into().ok()?;
    (bytes[4] == b'-' && bytes[7] == b'-').then_some(())?;
    let year = pair(bytes, 0)? * 100 + pair(bytes, 2)?;
    NaiveDate::from_ymd_opt(year.cast_signed(), pair(bytes, 5)?, pair(bytes, 8)?)
}

/// Whether `text` is `YYYY-MM-DDTHH:MM:SS+HH:MM`, perhaps with a fraction of the second.
fn is_moment(text: &[u8]) -> bool {
    let Some((day, rest)) = text.split_at_checked(10) else {
        return false;
    };
    let Some((clock, rest)) = rest.split_first_chunk() else {
        return false;
    };
    let fraction = match rest {
        [b'.', digits @ ..] => 1 + digits.iter().take_while(|b| b.is_ascii_digit()).count(),
        _ => 0,
    };
    let zone = &rest[fraction..];
    (fraction == 0 || (2..=10).contains(&fraction))
        && date(day).is_some()
        && is_clock(clock)
        && zone.try_into().is_ok_and(is_zone)
}

/// `THH:MM:SS`
fn is_clock(bytes: &[u8; 9]) -> bool {
    let is_below = |at, end| pair(bytes, at).is_some_and(|number| number < end);
    let signs = [bytes[0], bytes[3], bytes[6]];
    signs == *b"T::" && is_below(1, 24) && is_below(4, 60) && is_below(7, 60)
}

/// `+HH:MM`
fn is_zone(bytes: [u8; 6]) -> bool {
    let is_below = |at, end| pair(&bytes, at).is_some_and(|number| number < end);
    matches!([bytes[0], bytes[3]], [b'+' | b'-', b':']) && is_below(1, 24) && is_below(4, 60)
}
