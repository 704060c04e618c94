//! Kinds of resources in Chinese.

use crate::sandbox::Sandbox;

const PLAN: &str = "\
plan: du
title: 读书
language: zh
resources: [{id: r, kind: other, title: 卡片}]
days: [{slots: [{title: 第一章, items: [{resource: r}]}]}]
";

#[test]
fn the_kinds_that_a_hint_lists_can_be_typed() {
    let home = Sandbox::new().env("LANG", "zh_CN.UTF-8");
    home.file("du.yaml", PLAN);
    home.run(&["init", "du.yaml"]).ok();
    let refused = "\
错误：找不到资源类型 `东西`
提示：可选的类型：`课程`、`项目`、`论文`、`博客`、`文档`、`书籍`、`视频`、`数据集`、`模型`、`代码`、`练习`、`其他`
";
    assert_eq!(home.run(&["resources", "东西"]).fails(2), refused);
    for kind in [
        "课程",
        "项目",
        "论文",
        "博客",
        "文档",
        "书籍",
        "视频",
        "数据集",
        "模型",
        "代码",
        "练习",
    ] {
        assert_eq!(
            home.run(&["resources", kind]).ok(),
            "没有这样的资源\n",
            "{kind}"
        );
    }
    let other = home.run(&["resources", "其他"]).ok();
    assert_eq!(other, home.run(&["resources", "other"]).ok());
}
