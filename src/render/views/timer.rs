//! Timers.

use crate::progress::{Event, What};
use crate::render::sheet::{Role, Sheet, Span};
use crate::summary::{Study, TimerView};
use crate::text::{Label, Timer};

use super::parts::first_only;
use super::recorded::corrected;

/// The timers that were started and stopped.
pub(crate) fn timed(study: &Study, events: &[Event]) -> Sheet {
    let mut sheet = Sheet::default();
    for event in events {
        let words = match &event.what {
            What::Start { .. } => Timer::Started,
            What::Stop { of, .. } => {
                let Some((mark, timer)) = study.timer(*of) else {
                    continue;
                };
                let (since, ran) = (timer.since, mark.ran(timer));
                Timer::Stopped { since, ran }
            }
            _ => continue,
        };
        if let Some((slot, title)) = event.slot() {
            corrected(&mut sheet, &study.target(slot), title, words);
        }
    }
    sheet
}

/// The timers that are running, each with the device, if that is not one of `devices`.
pub(super) fn running(sheet: &mut Sheet, timers: &[TimerView], devices: &[String]) {
    for (label, view) in first_only(Label::Timer).zip(timers) {
        let device = Some(&view.timer.dev).filter(|device| !devices.contains(device));
        let words = Timer::Running {
            since: view.timer.since,
            minutes: view.minutes,
            device: device.cloned(),
        };
        let is_fine = device.is_none() && view.minutes.is_some();
        let role = if is_fine { Role::Now } else { Role::Warn };
        let slot = Span::plain(format!("{} {}", view.study.target(view.slot), view.title));
        sheet.labelled(label, [slot, Span::space(2), Span::new(words, role)]);
    }
}
