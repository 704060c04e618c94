//! Problems of plan files.

mod key;
mod structure;

use super::words::grouped;
use crate::text::source::{FileProblem, Level, Lookalike, NoText, Source, Trap};

/// What is wrong.
pub(super) fn message(problem: &Source) -> String {
    match problem {
        Source::File(problem) => file(problem),
        Source::Key(problem) => key::message(problem),
        Source::Structure(problem) => structure::message(problem),
    }
}

/// How to fix it.
pub(super) fn help(problem: &Source) -> String {
    match problem {
        Source::File(problem) => file_help(problem),
        Source::Key(problem) => key::help(problem),
        Source::Structure(problem) => structure::help(problem),
    }
}

fn file(problem: &FileProblem) -> String {
    match problem {
        FileProblem::Empty => "文件为空".to_owned(),
        FileProblem::TooManyBytes { count, limit } => {
            let (count, mib) = (grouped(*count), limit >> 20);
            format!("文件有 {count} 字节，上限为 {mib} MiB")
        }
        FileProblem::TooManyValues { limit } => {
            let limit = grouped(*limit as u64);
            format!("文件中的值超过 {limit} 个")
        }
        FileProblem::TooManySlots { count, limit } => {
            let [found, limit] = [count, limit].map(|n| grouped(*n as u64));
            format!("计划有 {found} 个时段，上限为 {limit} 个")
        }
        FileProblem::TooManyEvents { count, limit } => {
            let [found, limit] = [count, limit].map(|n| grouped(*n as u64));
            format!("计划有 {found} 个固定日期，上限为 {limit} 个")
        }
        FileProblem::TooManyCovers { count, limit } => {
            let [found, limit] = [count, limit].map(|n| grouped(*n as u64));
            format!("所有固定日期的 `covers` 共有 {found} 项，上限为 {limit} 项")
        }
        FileProblem::NotText { kind } => {
            let kind = match kind {
                NoText::Zip => " ZIP 压缩包或 Office 文档",
                NoText::Binary => "二进制文件",
                NoText::Gzip => " gzip 压缩包",
                NoText::Pdf => " PDF 文档",
                NoText::Office => " Office 文档",
            };
            format!("文件是{kind}，不是计划")
        }
        FileProblem::Encoded { encoding } => format!("文件编码是 {encoding}，不是 UTF-8"),
        FileProblem::NotUtf8 { byte, .. } => format!("无效的 UTF-8：字节 0x{byte:02X}"),
        FileProblem::TooDeep { limit } => format!("嵌套超过 {limit} 层，或别名太多"),
        FileProblem::SecondDocument => "第二个 YAML 文档从这里开始".to_owned(),
        FileProblem::BadTag => "YAML 语法错误：标签未知，或文本与标签不符".to_owned(),
        FileProblem::BadMerge => "`<<` 的值应为映射，或映射的列表".to_owned(),
        FileProblem::InvalidYaml { trap, .. } => match syntax(*trap) {
            Some(reason) => format!("YAML 语法错误：{reason}"),
            None => "YAML 语法错误".to_owned(),
        },
    }
}

/// What is wrong with the YAML. What the library says is English, and left out.
fn syntax(trap: Trap) -> Option<String> {
    let reason = match trap {
        Trap::Lookalike { found, .. } | Trap::Control(found) => {
            return Some(format!("此处不能用{}", character(found)));
        }
        Trap::Backslash => "双引号中的 `\\` 转义有误",
        Trap::Bracket => "括号不配对",
        Trap::Indentation => "缩进不一致",
        Trap::LeadingMark('`') => "文本不能以反引号开头",
        Trap::LeadingMark(mark) => return Some(format!("文本不能以 `{mark}` 开头")),
        Trap::MarkdownLink => "不能直接写 Markdown 链接",
        Trap::MissingDashes => "条目前缺少 `- `",
        Trap::MissingSpace(mark) => return Some(format!("`{mark}` 后缺少空格")),
        Trap::TabIndent => "不能用制表符缩进",
        Trap::TextAfter(mark) => return Some(format!("`{mark}` 之后不能再有文字")),
        Trap::UnclosedQuote => "引号没有配对",
        Trap::UnquotedBracket => "以 `[` 开头的文本没有加引号",
        Trap::UnquotedColon => "含有 `: ` 的文本没有加引号",
        Trap::Nothing | Trap::Unknown => return None,
    };
    Some(reason.to_owned())
}

fn file_help(problem: &FileProblem) -> String {
    let help = match problem {
        FileProblem::Empty => "先写 `plan: my-plan`、`title: ...` 和 `days:`",
        FileProblem::TooManyBytes { .. } | FileProblem::TooManyValues { .. } => {
            "10,000 个时段的计划也放得下，请确认文件没有选错"
        }
        FileProblem::TooManySlots { .. } => "拆成几个计划，编号各不相同",
        FileProblem::TooManyEvents { .. } => "只保留与这个计划有关的考试和固定日期",
        FileProblem::TooManyCovers { .. } => "写成周的范围（如 `w1-w5`）或主题",
        FileProblem::NotText { .. } => "计划是文本文件，写法见 `plan help plan-file`",
        FileProblem::Encoded { encoding } => {
            return format!("另存为 UTF-8，或者转换：{}", convert(encoding));
        }
        FileProblem::NotUtf8 {
            likely: Some(likely),
            ..
        } => {
            let command = convert(likely);
            return format!("另存为 UTF-8；如果原来是 {likely}，可以转换：{command}");
        }
        FileProblem::NotUtf8 { likely: None, .. } => {
            "文件其余部分都是 UTF-8，重新输入损坏的文字即可"
        }
        FileProblem::TooDeep { .. } => "计划只有几层，把别名展开来写",
        FileProblem::SecondDocument => "一个文件只放一个计划，删除 `---`",
        FileProblem::BadTag => "以 `!` 开头的文本要加引号",
        FileProblem::BadMerge => "写映射的别名，例如 `<<: *name`",
        FileProblem::InvalidYaml { trap, .. } => {
            return self::trap(*trap).unwrap_or_else(|| {
                "检查 `:` 或 `-` 后是否缺空格、缩进是否有误、括号和引号是否配对".to_owned()
            });
        }
    };
    help.to_owned()
}

fn convert(encoding: &str) -> String {
    format!("`iconv -f {encoding} -t UTF-8 old.yaml > new.yaml`")
}

fn trap(trap: Trap) -> Option<String> {
    let help = match trap {
        Trap::Bracket => "每个 `[` 都要有 `]`，每个 `{` 都要有 `}`",
        Trap::Control(_) => "删除它",
        Trap::Indentation => "与同一映射或列表的其他行对齐",
        Trap::Backslash => "改用单引号；双引号中 `\\` 表示转义",
        Trap::LeadingMark('`') => "以反引号开头的文本要加引号",
        Trap::LeadingMark(mark) => {
            return Some(format!("以 `{mark}` 开头的文本要加引号"));
        }
        Trap::Lookalike { found, meant } => {
            let found = character(found);
            return Some(match meant {
                None => format!("删除{found}"),
                Some(' ') => format!("把{found}换成普通空格"),
                Some(':') => format!("把{found}换成 `: `（半角冒号加空格）"),
                Some(meant) => format!("把{found}换成 `{meant}`"),
            });
        }
        Trap::Nothing => "写上值；`null` 和 `~` 表示空值，当作文本要加引号",
        Trap::MissingSpace(mark) => return Some(format!("在 `{mark}` 后加空格")),
        Trap::TextAfter('\'') => "改用双引号，或把文本中的单引号写成 `''`",
        Trap::TextAfter(_) => "给整段文本加引号",
        Trap::MarkdownLink => {
            "YAML 中没有 Markdown 链接：写成 `{text: ..., url: https://...}`，或加引号"
        }
        Trap::MissingDashes => "每个条目另起一行，以 `- ` 开头",
        Trap::TabIndent => "缩进用空格，不用制表符",
        Trap::UnclosedQuote => "补上缺少的引号",
        Trap::UnquotedBracket => "给文本加引号；每个 `- ` 只写一个条目",
        Trap::UnquotedColon => "给文本加引号",
        Trap::Unknown => return None,
    };
    Some(help.to_owned())
}

/// How to write a text without its lookalikes.
pub(super) fn written(lookalike: &Lookalike) -> String {
    let Lookalike { found, written } = lookalike;
    format!("写成 `{written}`，不用{}", character(*found))
}

/// The name of a character, and its number.
fn character(c: char) -> String {
    let name = match c {
        '\u{A0}' => "不换行空格",
        '\u{3000}' => "全角空格",
        '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => "排版空格",
        '\u{200B}' => "零宽空格",
        '\u{FEFF}' => "字节顺序标记",
        '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{AD}' => "不可见字符",
        '\u{2010}' | '\u{2011}' => "排版连字符",
        '\u{2013}' => "短破折号",
        '\u{2014}' => "破折号",
        '\u{2012}' | '\u{2015}' => "横线",
        '\u{2212}' => "减号",
        '～' | '\u{301C}' => "全角波浪号",
        '~' => "波浪号",
        '*' => "星号",
        '：' => "全角冒号",
        '\u{2236}' => "比号",
        '，' => "全角逗号",
        '、' => "顿号",
        '“' | '”' | '„' | '‘' | '’' => "弯引号",
        '【' | '】' | '〔' | '〕' => "中文括号",
        '•' | '·' | '●' | '▪' | '◦' | '‣' => "项目符号",
        '０'..='９' => "全角数字",
        '\u{FF01}'..='\u{FF5E}' => "全角字符",
        c if c.is_control() => "控制字符",
        _ => "字符",
    };
    format!("{name}（U+{:04X}）", u32::from(c))
}

fn did_you_mean(nearest: Option<&str>) -> Option<String> {
    nearest.map(|nearest| format!("是不是 `{nearest}`？"))
}

fn noun(level: Level) -> &'static str {
    match level {
        Level::Plan => "计划",
        Level::TimeBudget => "时间预算",
        Level::Roadmap => "路线图",
        Level::Topic => "主题",
        Level::Stage => "路线图阶段",
        Level::Resource => "资源",
        Level::Milestone => "里程碑",
        Level::Event => "固定日期",
        Level::Goal => "目标",
        Level::Reminder => "提醒",
        Level::Artifact => "原文片段",
        Level::Note => "备注",
        Level::Allow => "`allow` 条目",
        Level::Phase => "阶段",
        Level::Week => "周",
        Level::Deliverable => "交付物",
        Level::Day => "天",
        Level::Origin => "来源",
        Level::Session => "单元",
        Level::Slot => "时段",
        Level::Field => "栏目",
        Level::Item => "条目",
    }
}

/// The part of the plan that a problem is in.
fn this(level: Level) -> &'static str {
    match level {
        Level::Week => "这一周",
        Level::Day => "这一天",
        level => noun(level),
    }
}
