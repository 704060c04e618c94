//! Common Chinese words of two and three characters, so that a line is broken between words. A
//! character that is in none of them is a word of its own.

use std::cmp::Ordering;

/// How many characters the word at the beginning of `text` has.
pub(super) fn word(text: &str) -> usize {
    let bytes = text.as_bytes();
    // The first byte of every character in the lists.
    if !matches!(bytes.first(), Some(0xE4..=0xE9)) {
        return 1;
    }
    let is_listed = |(length, list): &(usize, &str)| {
        let word = bytes.get(..length * CHARACTER);
        word.is_some_and(|word| contains(list.as_bytes(), word))
    };
    let lists = [(3, THREE), (2, TWO)];
    lists
        .iter()
        .find(|list| is_listed(list))
        .map_or(1, |(length, _)| *length)
}

/// Bytes of a Chinese character.
const CHARACTER: usize = 3;

/// Whether `word` is in `list`, whose words are as long and sorted: a binary search in place.
fn contains(list: &[u8], word: &[u8]) -> bool {
    let size = word.len() + 1;
    let (mut low, mut high) = (0, list.len() / size);
    while low < high {
        let middle = usize::midpoint(low, high);
        match list[middle * size..][..word.len()].cmp(word) {
            Ordering::Less => low = middle + 1,
            Ordering::Equal => return true,
            Ordering::Greater => high = middle,
        }
    }
    false
}

/// Words of three characters, sorted, with a space after each.
#[rustfmt::skip]
const THREE: &str = "\
    一部分 三元组 主机名 主目录 交付物 休息日 决策表 准确率 分布式 分类器 分辨率 初始化 \
    制表符 前一天 单引号 压缩包 双引号 另存为 可行性 可视化 同一天 命令行 哪一天 复杂度 \
    多任务 多模态 大模型 子目录 学习日 学习者 对照表 小规模 工作日 已完成 已撤销 已改期 \
    已跳过 待安排 截止日 接下来 提示符 数据流 文件夹 方法论 时间段 是不是 显著性 服务化 \
    未完成 未记录 未达标 标准差 样本数 核对表 注意力 流水线 浏览器 用户名 申请表 登记表 \
    百分点 破折号 第一个 第一周 第一天 第一次 第三个 第二个 结构图 缓冲期 编码器 编解码 \
    编辑器 自定义 解码器 计划书 计算机 资源库 路线图 进度条 连接器 适配器 里程碑 预处理 \
    鲁棒性 \
";

/// Words of two characters, sorted, with a space after each.
#[rustfmt::skip]
const TWO: &str = "\
    一个 一份 一周 一天 一并 一律 一条 一样 一次 一步 一直 一种 一篇 一级 一组 一致 \
    一行 一起 一页 三个 上下 上午 上周 上月 上次 上线 上限 上面 下午 下周 下月 下次 \
    下游 下载 下降 下面 不了 不会 不再 不到 不变 不可 不同 不少 不是 不用 不符 不管 \
    不能 不足 专家 专题 丢失 两个 两天 两种 两者 中国 中文 中断 中间 为准 为止 主干 \
    主张 主线 主题 之一 之下 之内 之前 之后 之外 之间 事先 事后 互不 交付 交叉 什么 \
    今后 今天 今年 仍有 仍然 从不 仓库 代码 以上 以前 以及 以后 任何 任务 休息 优先 \
    优化 估算 估计 但是 位置 何时 余下 作业 作者 使用 例如 依据 依次 依赖 保存 保持 \
    保留 保证 修改 修正 候选 假设 偏差 停下 停止 停顿 允许 先于 先后 入库 入门 全局 \
    全角 全部 公开 公式 共有 共用 关于 关系 关键 其中 其他 其余 其后 其实 其次 具体 \
    内外 内存 内容 再次 冒号 写作 写入 写出 写成 写明 写法 冲突 决定 冻结 准备 凌晨 \
    减号 几个 几天 几点 出来 出现 函数 分块 分支 分析 分类 分组 分钟 划分 列出 列表 \
    刚才 创建 创新 删除 判断 别名 别处 别的 前后 前沿 前缀 前置 前面 剩下 剩余 剪枝 \
    副本 办法 功能 加上 加权 加载 动态 动量 包含 包括 化学 匹配 区域 十分 半天 半角 \
    协同 协议 单个 单元 单独 单词 博客 占用 即使 即可 却是 历史 原因 原定 原文 原来 \
    原理 原话 去年 去掉 去除 参数 参考 参见 反例 发出 发布 发现 取消 变化 口语 另有 \
    只是 只有 只能 只要 只读 只限 召回 可以 可用 可能 可见 各处 各自 合作 合并 合计 \
    同一 同意 同时 同样 同步 名字 名称 后来 后续 后面 向量 吞吐 否则 含有 听力 启动 \
    周一 周三 周二 周五 周六 周四 周报 周日 周末 命令 哪个 哪些 哪里 唯一 回答 回顾 \
    因为 因此 困难 固定 国际 图像 图文 图解 地图 地址 场景 均值 域名 基准 基础 基线 \
    增强 声明 处理 备份 备注 复习 复制 复杂 复现 复盘 多个 多久 多余 多少 夜里 大学 \
    大小 大约 天数 失去 失效 失败 如何 如果 子集 字母 字符 字节 存在 季度 学习 学生 \
    它们 安全 安排 完善 完成 完整 官方 定义 实战 实测 实现 实践 实际 实验 容器 容易 \
    宽度 对应 对比 对照 对称 对象 对齐 将来 小型 小时 尚未 就是 届时 屏幕 展开 属于 \
    嵌入 工作 工具 工程 左右 差别 差异 差距 已有 已知 已经 带来 帮助 平台 平均 平移 \
    平衡 年份 年度 并入 幻觉 序号 库里 应用 应该 延期 延迟 建模 建议 开发 开头 开始 \
    开源 开销 引号 引用 张量 归类 当作 当前 当天 当时 形成 形状 影响 待定 得分 得到 \
    循环 微调 必须 忽略 怎么 怎样 性能 总结 总览 恢复 悄悄 情况 成果 或者 截止 所以 \
    所在 所属 所有 手写 手机 打乱 打分 打开 执行 找出 承担 技巧 技术 报告 抽取 拆成 \
    拒绝 拟合 括号 拼接 指令 指出 指南 指向 指定 指明 指标 按期 损坏 损失 换成 掌握 \
    排入 排查 排版 探测 接受 接口 推后 推导 推理 推荐 推迟 掩码 描述 提交 提前 提升 \
    提示 提醒 提高 插值 搜寻 搜索 搭建 撤销 撰写 操作 支持 收集 改为 改到 改动 改变 \
    改名 改期 改正 改用 改进 放下 放进 故障 效果 效率 教程 数值 数字 数学 数据 数量 \
    整个 整数 整理 文件 文字 文本 文档 断点 断电 新增 方向 方差 方案 方法 旁边 无效 \
    无法 日历 日子 日志 日期 日程 早于 早期 时候 时刻 时段 时钟 时间 明天 明年 星期 \
    映射 昨天 是否 显存 显示 晚上 晚于 晚期 普通 曲线 更加 更新 更正 曾经 替代 替换 \
    最佳 最后 最小 最少 最新 最早 最终 最近 月度 有意 有效 有时 有误 服务 未来 未知 \
    本书 本人 本周 本月 本身 机制 机器 权衡 权重 权限 条件 条款 条目 来源 来自 构建 \
    构成 构造 架构 某个 查看 查询 标准 标注 标签 标记 标题 栏目 校对 校验 样式 样本 \
    核对 核心 格式 框架 案例 桥接 梯度 检出 检查 检索 检验 概念 概率 模块 模型 模态 \
    模拟 模板 横线 次序 正则 正在 正好 此后 残差 每个 每周 每天 每年 每日 每晚 每月 \
    每篇 每行 比如 比较 求导 汇总 没有 泄漏 泛化 注册 注释 流程 测试 测量 消融 深入 \
    深度 混合 添加 清单 清理 温度 演示 演进 然后 照常 版本 物理 特别 特征 状态 独立 \
    环境 现在 现有 理由 理解 理论 瓶颈 生成 生病 用于 用到 用户 用法 电脑 界面 登录 \
    登记 的话 监控 监督 目录 目标 直到 直接 相同 相符 看到 看看 知识 知道 矩阵 研究 \
    硬件 确切 确定 确认 磁盘 示例 社会 离线 种子 移动 移走 程序 稳健 空值 空格 空闲 \
    空间 突然 立即 立项 章节 笔记 笔误 符号 第二 策略 简单 算子 类别 类型 精度 精读 \
    系列 系统 索引 累积 线性 练习 组件 组合 组成 细节 终于 终端 经常 经济 结束 结构 \
    结果 结论 结题 给出 统一 统计 继续 续写 综述 缓冲 缓存 编写 编号 编码 编译 编辑 \
    缩写 缩放 缩短 缩进 缺口 缺失 缺少 网络 网页 翻译 老师 考试 而且 耗时 脚本 自动 \
    自己 自带 自然 自行 至今 至少 节奏 节点 英文 英语 范围 落后 蒸馏 虽然 融合 行号 \
    补全 补齐 表单 表示 覆盖 规划 规则 规律 规模 视觉 视频 解决 解析 解读 解释 警告 \
    计入 计划 计数 计算 训练 记下 记录 讲义 讲解 许可 论文 设备 设定 设置 设计 证据 \
    评估 评测 识别 诊断 词汇 详细 详见 详解 语义 语法 语言 误差 说明 读取 课本 课程 \
    调整 调用 调试 谱系 资源 超出 超过 越来 跟着 路径 路线 转义 转换 转移 软件 较晚 \
    输入 输出 达成 迁移 过去 过后 过滤 运行 还剩 还是 还有 这个 这些 这样 这里 进展 \
    进度 进程 进行 进阶 连同 连续 追加 追赶 追踪 退出 适合 适配 选定 选择 选用 选项 \
    选题 逐字 逐条 逐项 逗号 通常 通读 通过 速度 逾期 遗忘 那个 那天 那里 部分 部署 \
    配套 配对 配置 采样 采用 里程 里面 重叠 重复 重建 重排 重新 重点 重要 重试 量化 \
    链接 锁定 错误 错过 门控 问答 问题 阅读 队列 阶段 限制 除非 随时 随机 难度 集成 \
    零点 需要 静态 非常 音频 页面 项目 顺序 预习 预测 预算 预览 预计 题目 颜色 颠倒 \
    风险 首个 首先 首选 马上 验收 验证 高效 高级 鸿沟 默认 \
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_as_long_as_their_list_says_and_sorted() {
        for (length, list) in [(3, THREE), (2, TWO)] {
            let words: Vec<&str> = list.split_terminator(' ').collect();
            assert!(words.is_sorted_by(|a, b| a < b));
            for characters in words {
                assert_eq!(characters.len(), length * CHARACTER, "{characters}");
                assert_eq!(word(characters), length, "{characters}");
            }
        }
    }

    #[test]
    fn the_longest_word_is_found() {
        let texts = ["里程碑一", "时段", "时", "一瞥", "abc", "，时段", ""];
        assert_eq!(texts.map(word), [3, 2, 1, 1, 1, 1, 1]);
    }
}
