//! Messages about timers.

use chrono::{DateTime, FixedOffset};

use super::words::{date, duration, name, target};
use crate::model::Minutes;
use crate::text::Timer;

/// The message in Chinese.
pub(super) fn timer(message: &Timer) -> String {
    match message {
        Timer::Started => "开始计时".to_owned(),
        Timer::Stopped { ran: Some(ran), .. } => format!("停止计时，用时 {}", duration(*ran)),
        Timer::Stopped { since, ran: None } => {
            format!("停止计时；从 {} 开始，不计用时", moment(*since))
        }
        Timer::Running {
            since,
            minutes,
            device,
        } => running(*since, *minutes, device.as_ref()),
        Timer::AlreadyRunning { slot, since } => {
            format!("{} 从 {} 起就在计时", name(slot), clock(*since))
        }
        Timer::NoneRunning => "没有正在进行的计时".to_owned(),
        Timer::OneSlot(slots) => format!("一次只能给一个时段计时；这里指的是 {slots} 个"),
        Timer::GoesOn {
            slot,
            device,
            since,
        } => {
            let device = device.as_ref().map(|device| format!("设备 {device} 上的 "));
            format!(
                "{}{} 还在计时，从 {} 开始；用 `plan stop {}` 停止",
                device.unwrap_or_default(),
                name(slot),
                moment(*since),
                slot.id
            )
        }
        Timer::StopOrDone(slot) => {
            let id = target(slot);
            format!("`plan stop` 停止计时；`plan done {id}` 记为完成，并采用计时的用时")
        }
        Timer::StartOne => "用 `plan start` 开始计时".to_owned(),
        Timer::SayHowLong { day, slot, took } => format!(
            "{}开始的计时不计用时；请说明用了多久，例如 `plan done {} --took {}m`",
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
        Some(minutes) => {
            format!("{} 开始，今天已用 {}", clock(since), duration(minutes))
        }
        None => format!("{} 开始，不计用时", moment(since)),
    };
    let device = device
        .as_ref()
        .map(|device| format!("，在设备 {device} 上"));
    time + &device.unwrap_or_default()
}

fn clock(time: DateTime<FixedOffset>) -> String {
    time.format("%H:%M").to_string()
}

fn moment(time: DateTime<FixedOffset>) -> String {
    format!("{} {}", date(time.date_naive()), clock(time))
}
