//! Messages about several plans.

use std::borrow::Cow;

use super::words::{date, name, plan_name};
use crate::text::{Plans, Several};

/// The message in Chinese.
pub(super) fn plans(message: &Plans) -> Cow<'_, str> {
    match message {
        Plans::NowCurrent { title } => format!("当前计划改为 {title}").into(),
        Plans::AlreadyCurrent { title } => format!("当前计划已经是 {title}").into(),
        Plans::Overlap { slots, time } => {
            let [one, other] = &**slots;
            format!("{time}：{} 和 {}", name(one), name(other)).into()
        }
        Plans::OverlapOn { slots, date: day } => {
            let [one, other] = &**slots;
            let (one, other) = (name(one), name(other));
            format!("{one} 与 {other} 的时间重叠（{}）", date(*day)).into()
        }
        Plans::Named { id, title } => format!("{id}：{title}").into(),
        Plans::Together => "合计".into(),
        Plans::WholeNow => "整个计划至今".into(),
        Plans::NotBegun => "尚未开始".into(),
        Plans::Finished => "无，已全部完成".into(),
        Plans::Shipped => "自带".into(),
        Plans::At(path) => path.to_string_lossy(),
        Plans::Moved(path) => format!("已不在 {}", path.display()).into(),
        Plans::Unreadable(error) => super::message(error, None),
        Plans::Unknown => "本设备上不知道文件在哪里".into(),
    }
}

/// The error, warning or hint in Chinese.
pub(super) fn several(message: &Several) -> Cow<'_, str> {
    match message {
        Several::FileUnknown { id } => format!("本设备上不知道计划 `{id}` 的文件在哪里").into(),
        Several::GiveFile => "用 `plan init 文件` 给出它的计划文件，标记保留".into(),
        Several::GiveNewPath => "如果文件已移动，用 `plan init 文件` 给出新路径，标记保留".into(),
        Several::NoSuchPlan { name } => format!("没有计划 `{name}`").into(),
        Several::SeePlans => "`plan plans` 列出所有计划；`plan init 文件` 开始一个计划文件".into(),
        Several::IsFile { path } => format!("`{}` 是文件，不是计划的编号", path.display()).into(),
        Several::InitFile { file } => format!("用 `plan init {file}` 选用它").into(),
        Several::OtherPlanThere { id, file, now } => {
            format!("{} 现在是计划 `{now}`，不是 `{id}`", plan_name(file)).into()
        }
        Several::RecordStart => "用 `plan init` 记录开始日期；第一次标记时也会记录".into(),
        Several::LeftOut { plan, error } => {
            format!("略去 `{plan}`：{}", super::message(error, None)).into()
        }
        Several::SameId { plan, id } => {
            format!("略去 {}：另一个跟进的计划也用编号 `{id}`", plan_name(plan)).into()
        }
        Several::AllOrOne { all } => format!("`{all}` 和 `--plan` 不能同时使用").into(),
        Several::AllOrOneForms { all } => {
            format!("`{all}` 显示所有已开始而未完成的计划，`--plan` 只显示一个").into()
        }
        Several::AllOrPart => "`--all-plans` 不能和只关于一个计划的内容同时使用".into(),
        Several::DifferentPlans {
            targets: [one, other],
        } => format!("`{one}` 和 `{other}` 属于不同的计划").into(),
        Several::OneByOne => "每个计划各运行一次命令".into(),
        Several::NotFollowed { plan } => format!(
            "{} 不再一起显示：配置里的 `follow` 没有列出它",
            plan_name(plan)
        )
        .into(),
        Several::UndoThere { id } => {
            format!("`{id}` 不在跟进的计划里：用 `plan --plan {id} undo` 撤销").into()
        }
    }
}
