//! Messages about timers.

use chrono::{DateTime, FixedOffset};

use super::words::{date, duration, name, target};
use crate::model::Minutes;
use crate::text::Timer;

/// The message in English.
pub(super) fn timer(message: &Timer) -> String {
    match message {
        Timer::Started => "timer started".to_owned(),
        Timer::Stopped { ran: Some(ran), .. } => format!("timer stopped after {}", duration(*ran)),
        Timer::Stopped { since, ran: None } => format!(
            "timer stopped; started on {}, it gives no minutes",
            moment(*since)
        ),
        Timer::Running {
            since,
            minutes,
            device,
        } => running(*since, *minutes, device.as_ref()),
        Timer::AlreadyRunning { slot, since } => format!(
            "the timer of {} has been running since {}",
            name(slot),
            clock(*since)
        ),
        Timer::NoneRunning => "no timer is running".to_owned(),
        Timer::OneSlot(slots) => format!("a timer is for one slot; the target names {slots}"),
        Timer::GoesOn {
            slot,
            device,
            since,
        } => {
            let device = device.as_ref().map(|device| format!(" on device {device}"));
            format!(
                "the timer of {} is still running{}, since {}; `plan stop {}` ends it",
                name(slot),
                device.unwrap_or_default(),
                moment(*since),
                slot.id
            )
        }
        Timer::StopOrDone(slot) => {
            let id = target(slot);
            format!("`plan stop` ends it, and `plan done {id}` takes its minutes")
        }
        Timer::StartOne => "`plan start` starts one".to_owned(),
        Timer::SayHowLong { day, slot, took } => format!(
            "the timer of {} gives no minutes; say how long it took, as in `plan done {} --took {}m`",
            date(*day),
            target(slot),
            took.0
        ),
    }
}

fn running(
    since: DateTime<FixedOffset>,
    minutes: Option<Minutes>,
    device: Option<&String>,
) -> String {
    let time = match minutes {
        Some(minutes) => format!("since {}, {} today", clock(since), duration(minutes)),
        None => format!("since {}, gives no minutes", moment(since)),
    };
    let device = device
        .as_ref()
        .map(|device| format!(", on device {device}"));
    time + &device.unwrap_or_default()
}

fn clock(time: DateTime<FixedOffset>) -> String {
    time.format("%H:%M").to_string()
}

fn moment(time: DateTime<FixedOffset>) -> String {
    format!("{} {}", date(time.date_naive()), clock(time))
}
