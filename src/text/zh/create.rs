//! Messages about slots that are added, and plan files that are created.

use std::borrow::Cow;

use super::phrase::week;
use super::template::template;
use super::words::{duration, grouped, placement, quoted};
use crate::text::{Create, CreateHint};

/// The message in Chinese.
pub(super) fn create(message: &Create) -> Cow<'static, str> {
    match message {
        Create::NoTitle => "标题是空的".into(),
        Create::LengthTwice => "`--time` 已经写了结束时间，不用再写 `--duration`".into(),
        Create::TooMany { limit } => {
            format!("一个计划最多 {} 个时段", grouped(*limit as u64)).into()
        }
        Create::NoEnd(start) => format!("只写了从 {start} 开始，没写到几点").into(),
        Create::PastMidnight { start, length } => {
            format!("从 {start} 开始学 {}，会超过零点", duration(*length)).into()
        }
        Create::AddedOn {
            at,
            length,
            week: of,
        } => {
            let length = length.map(|length| format!("，{}", duration(length)));
            let week = of.as_ref().map(|name| format!("，{}", week(name)));
            let (length, week) = (length.unwrap_or_default(), week.unwrap_or_default());
            format!("{}{length}{week}", placement(*at)).into()
        }
        Create::NoFolder(path) => format!("找不到文件夹 {}", quoted(path)).into(),
        Create::Exists(path) => format!("{} 已经存在", quoted(path)).into(),
        Create::Template(new) => template(new).into(),
        Create::Written { path, weeks } => {
            format!("{}：{weeks} 周的计划，换成自己的内容", path.display()).into()
        }
    }
}

/// The hint in Chinese.
pub(super) fn create_hint(hint: &CreateHint) -> Cow<'static, str> {
    match hint {
        CreateHint::AddForm => "例如 `plan add 答疑 --on 周三 --time 19:00-20:00`".into(),
        CreateHint::OneOfBoth => "只写其中一个".into(),
        CreateHint::GiveLength => "写成 19:00-20:00，或加上 `--duration 1小时`".into(),
        CreateHint::AddPastWork => {
            "先不带 `--on` 添加，再用 `plan done 标题 --date 日期` 记下是哪天做的".into()
        }
        CreateHint::OtherName => "换一个文件名".into(),
    }
}
