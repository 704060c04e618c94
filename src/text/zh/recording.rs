//! Messages about recording: what was recorded, undone or moved to another slot.

use std::borrow::Cow;
use std::fmt::Display;

use chrono::NaiveDate;

use super::message;
use super::recovery::strategy;
use super::words::{
    self, changed, count, date, dates, duration, list, name, names, placement, plan_name, quoted,
    shift, target,
};
use crate::model::Minutes;
use crate::text::{
    Confirmation, Message, Recording, RecordingHint, Relink, Relinked, SlotName, Step, Still,
};

const COPIED_DEVICE: &str = "主目录是从另一台设备复制来的，今后作为独立的设备：`plan undo` \
                             只撤销这台设备的记录";

/// The message in Chinese.
pub(super) fn recording(message: &Recording) -> Cow<'static, str> {
    match message {
        Recording::PlanBegins(start) => format!("计划从 {}开始", date(*start)).into(),
        Recording::NothingOpen => "没有可记录的：这些时段都已完成或跳过".into(),
        Recording::DeliverableTakesNoTime(deliverable) => {
            format!("{} 是交付物，没有用时", name(deliverable)).into()
        }
        Recording::LessThanSittings(slot, times) => less_than_sittings(slot, *times).into(),
        Recording::LessThanAMinute(took) => {
            format!("{}分摊到各时段，每个不足一分钟", duration(*took)).into()
        }
        Recording::LongDay {
            date: day,
            recorded,
        } => format!(
            "{}共记录 {}，超过一整天；用 `plan undo` 撤销",
            date(*day),
            duration(*recorded)
        )
        .into(),
        Recording::NothingPast => "其中没有已经过去而未完成的时段".into(),
        Recording::NoTarget => "没有指定对象".into(),
        Recording::InFuture(clock) => format!("{clock} 还没到").into(),
        Recording::EmptyNote => "备注没有内容".into(),
        Recording::NoteNeedsOneSlot(slots) => {
            format!("备注一次只能写给一个时段，这里有 {slots} 个").into()
        }
        Recording::OptionsBeforeVerb => {
            "`--date`、`--all`、`--editor-notes`、`--format` 和 `--json` 要写在命令之后".into()
        }
        Recording::NothingToUndo => "没有可撤销的操作".into(),
        Recording::NothingToRedo => "没有可重做的操作".into(),
        Recording::OnlySomeSteps { steps, of, error } => some_steps(*steps, *of, error).into(),
        Recording::NothingLeft => "全部学完了".into(),
        Recording::CopiedDevice => COPIED_DEVICE.into(),
        Recording::NamelessDevice { error } => {
            let error = self::message(error, None);
            format!("无法保存这台设备的名称：{error}").into()
        }
        Recording::InvalidPlan(errors, plan) => {
            format!("{} 有 {}", plan_name(plan), count(errors, "个错误")).into()
        }
        Recording::MoreErrors { count: n, file } => {
            let file = file.as_ref().map(|file| format!(" {file}"));
            let command = format!("plan check{} --json", file.unwrap_or_default());
            format!("另有 {}，用 `{command}` 列出全部", count(n, "个错误")).into()
        }
    }
}

fn some_steps(steps: impl Display, of: impl Display, error: &Message) -> String {
    match error {
        Message::Recording(Recording::NothingToUndo) => {
            format!("只撤销了 {steps} 步，再往前没有可撤销的操作")
        }
        Message::Recording(Recording::NothingToRedo) => {
            format!("只重做了 {steps} 步，没有更多可重做的操作")
        }
        error => format!("{of} 步操作只完成了 {steps} 步：{}", message(error, None)),
    }
}

fn less_than_sittings(slot: &SlotName, [took, recorded]: [Minutes; 2]) -> String {
    let (slot, took, recorded) = (name(slot), duration(took), duration(recorded));
    format!("{slot} 总共的用时不能是 {took}：已记录的各次用时 {recorded}")
}

fn finished(slot: &SlotName) -> String {
    let target = target(slot);
    format!("完成后运行 `plan done {target}`")
}

fn caught_up(slot: &SlotName) -> String {
    let target = target(slot);
    format!("补上后运行 `plan done {target}`")
}

fn last_sitting(sitting: &SlotName, took: Minutes) -> String {
    let (target, took) = (target(sitting), took.0);
    format!("只记录那一次用 `plan done {target} --took {took}m`")
}

/// The hint in Chinese.
pub(super) fn recording_hint(hint: &RecordingHint) -> Cow<'static, str> {
    match hint {
        RecordingHint::WasYesterday(day) => {
            format!("已记在昨天（{}）；用 `plan undo` 撤销", date(*day)).into()
        }
        RecordingHint::AheadOfTime(day) => {
            let today = date(*day);
            format!("完成时间记为今天（{today}）；`--date` 是将来的日期时，只用来找那天的时段")
                .into()
        }
        RecordingHint::AsPlannedForms => {
            "写明之前做完的：d1-d6、w1，或用 `--until 昨天` 表示全部".into()
        }
        RecordingHint::OpenSlots { date, slots } => {
            let slots = slots.iter();
            let slots: Vec<String> = slots
                .map(|(n, slot)| format!("{n} {}", name(slot)))
                .collect();
            format!("{}未完成：{}", on(*date), slots.join("；")).into()
        }
        RecordingHint::TimeOfSlots => "`--took` 只用于时段：和所学的时段一起记录".into(),
        RecordingHint::TotalTime => "写这些时段合计的用时".into(),
        RecordingHint::WithoutAt => "去掉 `--at`，或用 `--date` 指明是哪一天".into(),
        RecordingHint::NameOneSlot => "用序号或编号指定一个时段".into(),
        RecordingHint::OptionsAfterVerb => "例如 `plan week --json`；不写命令时用于 `today`".into(),
        RecordingHint::DoneAhead(ordinal) => {
            format!("用 `plan done {ordinal}` 提前标记完成").into()
        }
        RecordingHint::DoneWhenFinished(slot) => finished(slot).into(),
        RecordingHint::LastSitting { sitting, took } => last_sitting(sitting, *took).into(),
        RecordingHint::DoneWhenCaughtUp(slot) => caught_up(slot).into(),
        RecordingHint::SeeLog => "用 `plan log` 查看记录".into(),
        RecordingHint::OnlyUndoneSteps => "只能重做撤销过的操作，有新标记后也不能再重做".into(),
        RecordingHint::StillFollowed(plan) => {
            let plan = plan_name(plan);
            format!("{plan} 仍是当前计划；用 `plan init 计划` 换一个").into()
        }
        RecordingHint::ChosenIn(path) => format!("在 {} 中选定", quoted(path)).into(),
        RecordingHint::ChooseAnother => "用 `plan init 计划` 换一个，标记会保留".into(),
        RecordingHint::FixFile { file } => format!("修正文件，再运行 `plan check {file}`").into(),
        RecordingHint::FixPlan => "修正文件，再运行 `plan check`，标记会保留".into(),
    }
}

/// The message in Chinese.
pub(super) fn confirmation(message: &Confirmation) -> Cow<'static, str> {
    match message {
        Confirmation::AlreadyDone(None) => "之前已完成".into(),
        Confirmation::AlreadyDone(Some(day)) => format!("{}已完成", date(*day)).into(),
        Confirmation::AlreadySkipped(None) => "之前已跳过".into(),
        Confirmation::AlreadySkipped(Some(day)) => format!("{}已跳过", date(*day)).into(),
        Confirmation::InsteadOf(planned) => format!("（计划 {}）", duration(*planned)).into(),
        Confirmation::Planned(planned) => format!("计划 {}", duration(*planned)).into(),
        Confirmation::Noted { title, text } => format!("{title}：{text}").into(),
        Confirmation::Left {
            date,
            ordinals,
            planned,
        } => left(*date, ordinals, *planned).into(),
        Confirmation::About { plan, date: day } => {
            let plan = plan.iter().map(|(title, id)| format!("{title}（{id}）"));
            let day = day.iter().map(|day| date(*day));
            plan.chain(day).collect::<Vec<_>>().join("，").into()
        }
        Confirmation::Step(step) => self::step(step).into(),
        Confirmation::RecordedFor(day) => format!("记在 {}", date(*day)).into(),
        Confirmation::Still(still) => self::still(still).into(),
    }
}

/// `今天`, `2026年12月7日 周一`.
fn on(day: Option<NaiveDate>) -> String {
    day.map_or_else(|| "今天".to_owned(), date)
}

fn still(still: &Still) -> String {
    match still {
        Still::Done(slot, None) => format!("{} 仍是已完成状态", name(slot)),
        Still::Done(slot, Some(took)) => {
            format!("{} 仍是已完成状态，用时 {}", name(slot), duration(*took))
        }
        Still::Skipped(slot) => format!("{} 仍是已跳过状态", name(slot)),
        Still::Moved(slot, to) => format!("{} 仍在 {}", name(slot), placement(*to)),
        Still::Begins(start) => format!("计划仍从 {}开始", date(*start)),
        Still::Rest(days) => format!("{}仍是休息日", dates(*days)),
    }
}

fn left(day: Option<NaiveDate>, ordinals: &[String], planned: Minutes) -> String {
    let day = on(day);
    match (ordinals, planned) {
        ([], _) => format!("{day}没有剩余时段"),
        (ordinals, Minutes::ZERO) => format!("{day}还剩：{}", list(ordinals)),
        (ordinals, planned) => {
            format!("{day}还剩：{}（{}）", list(ordinals), duration(planned))
        }
    }
}

fn step(step: &Step) -> String {
    match step {
        Step::Begin(start) => format!("从 {}开始", date(*start)),
        Step::Done(slot) => format!("完成 {}", name(slot)),
        Step::Skip(slot) => format!("跳过 {}", name(slot)),
        Step::Reopen(slot) => format!("改回未完成 {}", name(slot)),
        Step::Start(slot) => format!("开始 {} 的计时", name(slot)),
        Step::Stop(slot) => format!("停止 {} 的计时", name(slot)),
        Step::Unnote(slot) => format!("删除 {} 的备注", name(slot)),
        Step::Note { slot, text } => format!("备注 {}：{text}", name(slot)),
        Step::Relinked(relinked) if relinked.from == relinked.to => {
            format!("确认改动 {}", name(&relinked.to))
        }
        Step::Relinked(relinked) => format!("标记转移 {}", self::relinked(relinked)),
        Step::Off(days) => format!("登记休息日 {}", dates(*days)),
        Step::On(days) => format!("取消休息日 {}", dates(*days)),
        Step::Add { slot, at } => format!("添加 {}（{}）", name(slot), placement(*at)),
        Step::Move { slot, to } => format!("{} 改到 {}", name(slot), placement(*to)),
        Step::Shift {
            count: n,
            weeks: by,
            from,
        } => format!("从 {} 起 {}{}", name(from), count(n, "个时段"), shift(*by)),
        Step::Sitting { slot, planned } => {
            format!("完成 {} 中的 {}", name(slot), duration(*planned))
        }
        Step::Dated {
            title,
            at: Some(at),
        } => format!("{title} 定在 {}", placement(*at)),
        Step::Dated { title, at: None } => format!("删除 {title} 的日期"),
        Step::Fit { count: n, hours } => {
            format!("{}按 {} 安排", count(n, "个时段"), words::hours(hours))
        }
        Step::Recover { count: n, strategy } => {
            format!("{} {}", self::strategy(strategy), count(n, "个时段"))
        }
    }
}

/// `d01-1000 Loops 改为 d01-1400`: of the slot now, only what differs is named.
pub(super) fn relinked(Relinked { from, to }: &Relinked) -> String {
    changed(from, "改为", to)
}

/// The message in Chinese.
pub(super) fn relink(message: &Relink) -> Cow<'static, str> {
    match message {
        Relink::Relinked { from, to } => changed(from, "现为", to).into(),
        Relink::InvalidPair { text } => format!("无效的对应关系 `{text}`").into(),
        Relink::PairForm => {
            "写成 `旧=新`：前面是 `plan doctor` 显示的编号，后面是现在的时段".into()
        }
        Relink::NoOrphan { text } => format!("没有 `{text}` 的标记").into(),
        Relink::NoOrphans => "所有标记都有对应的时段".into(),
        Relink::Orphans(slots) => format!("没有对应时段的标记：{}", names(slots)).into(),
        Relink::AmbiguousOrphan { text, count: n } => {
            format!("`{text}` 匹配 {}没有对应时段的标记", count(n, "个时段")).into()
        }
        Relink::ChooseOrphan(slots) => format!("选择其一：{}", names(slots)).into(),
        Relink::RepeatedOrphan(slot) => format!("{} 重复指定", name(slot)).into(),
        Relink::OneSlot => "标记只能对应一个时段".into(),
        Relink::RepeatedSlot(slot) => format!("两个时段不能都对应 {}", name(slot)).into(),
        Relink::NeverMerged => "两个时段的标记不会合并".into(),
        Relink::NotOneSlot { text } => format!("`{text}` 不是单个时段").into(),
    }
}
