//! What the check boxes of a note say.

use chrono::NaiveDate;

use super::parts::status_sign;
use super::recorded::and_more;
use crate::checklist::BoxState;
use crate::render::sheet::{Line, Sheet, Span};
use crate::summary::{MAX_LISTED, Pulled, Refused, RefusedWhy, Status};
use crate::text::{Message, Phrase, Pull, Recording, Schedule, SlotName};

/// The marks of a note, what else there is to say, and the boxes that are not recorded.
pub(crate) fn pulled(
    pulled: &Pulled<SlotName>,
    begin: Option<NaiveDate>,
    today: NaiveDate,
    said: &[Message],
) -> Sheet {
    let mut sheet = Sheet::default();
    if let Some(start) = begin {
        sheet.line(vec![Span::plain(Recording::PlanBegins(start))]);
    }
    for mark in pulled.marks.iter().take(MAX_LISTED) {
        let status = match mark.state {
            BoxState::Skipped => Status::Skipped,
            BoxState::Done | BoxState::Open => Status::Done,
        };
        let mut line = vec![status_sign(status), Span::space(1)];
        line.extend(named(&mark.subject));
        if mark.day != today {
            line.extend([Span::space(3), Span::dim(Phrase::ShortDate(mark.day))]);
        }
        sheet.hanging(4, line);
    }
    and_more(&mut sheet, pulled.marks.len().saturating_sub(MAX_LISTED));
    for words in said {
        sheet.line(vec![Span::space(2), Span::dim(words)]);
    }
    if !pulled.refused.is_empty() {
        sheet.line(vec![Span::plain(Pull::Refused(pulled.refused.len()))]);
    }
    for refused in &pulled.refused {
        self::refused(&mut sheet, refused);
    }
    sheet
}

fn refused(sheet: &mut Sheet, refused: &Refused<SlotName>) {
    let mut line = vec![Span::space(2), Span::dim(Pull::Line(refused.line))];
    match &refused.subject {
        Some(name) => line.extend(named(name)),
        None => line.push(Span::plain(format!("`^{}`", refused.block))),
    }
    line.extend([Span::space(3), Span::dim(why(&refused.why))]);
    sheet.hanging(4, line);
}

fn named(name: &SlotName) -> Line {
    let sitting = name.sitting.as_deref().map(|(n, of)| {
        let (n, of) = (*n, *of);
        Span::dim(Schedule::SittingOf { n, of })
    });
    let id = Span::dim(format!("{} ", name.id));
    let line = [id, Span::plain(&name.title)];
    line.into_iter().chain(sitting).collect()
}

/// Why a check box is not recorded.
pub(crate) fn why(why: &RefusedWhy) -> Pull {
    match why {
        RefusedWhy::Unknown => Pull::Unknown,
        RefusedWhy::Repeated => Pull::Repeated,
        RefusedWhy::NoDate(text) => Pull::NoDate(text.clone()),
        RefusedWhy::Future(date) => Pull::Future(*date),
        RefusedWhy::OneSitting => Pull::OneSitting,
        RefusedWhy::Later(BoxState::Done, date) => Pull::DoneOn(*date),
        RefusedWhy::Later(BoxState::Skipped, date) => Pull::SkippedOn(*date),
        RefusedWhy::Later(BoxState::Open, date) => Pull::ReopenedOn(*date),
    }
}
