//! What the system says where something fails.

use std::borrow::Cow;

/// What the system says, without its number; in Chinese if it is a common error, or the status of a
/// command that failed.
pub(super) fn system_error(reason: &str) -> Cow<'_, str> {
    let reason = reason.split(" (os error").next().unwrap_or_default();
    if let Some(code) = reason.strip_prefix("exit status: ") {
        return format!("退出码 {code}").into();
    }
    if let Some(signal) = reason.strip_prefix("signal: ") {
        return format!("信号 {signal}").into();
    }
    let chinese = match reason.to_ascii_lowercase().as_str() {
        "permission denied" => "权限不足",
        "operation not permitted" => "不允许的操作",
        "no such file or directory" | "entity not found" => "没有这个文件或文件夹",
        "file exists" => "文件已存在",
        "is a directory" => "是一个文件夹",
        "not a directory" => "不是文件夹",
        "directory not empty" => "文件夹不是空的",
        "no space left on device" => "磁盘已满",
        "disk quota exceeded" => "超出磁盘配额",
        "file too large" => "文件过大",
        "file name too long" => "文件名过长",
        "read-only file system" => "文件系统只读",
        "input/output error" => "输入/输出错误",
        "too many open files" | "too many open files in system" => "打开的文件过多",
        "cannot allocate memory" | "out of memory" => "内存不足",
        "stale file handle" => "文件句柄已失效",
        "no locks available" => "没有可用的锁",
        "too many levels of symbolic links" => "符号链接层数过多",
        "device or resource busy" => "设备或资源正忙",
        "no such device or address" | "no such device" => "没有这个设备",
        "resource temporarily unavailable" => "资源暂时不可用",
        "operation not supported" | "function not implemented" => "不支持的操作",
        "invalid argument" => "无效的参数",
        "interrupted system call" => "系统调用中断",
        "broken pipe" => "管道已断开",
        "failed to write whole buffer" => "没有全部写入",
        _ => return reason.into(),
    };
    chinese.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_the_system_are_in_chinese_without_their_number() {
        for (english, chinese) in [
            ("Permission denied (os error 13)", "权限不足"),
            ("no space left on device", "磁盘已满"),
            ("exit status: 3", "退出码 3"),
            ("signal: 9 (SIGKILL)", "信号 9 (SIGKILL)"),
            ("Level 3 halted (os error 46)", "Level 3 halted"),
        ] {
            assert_eq!(system_error(english), chinese);
        }
    }
}
