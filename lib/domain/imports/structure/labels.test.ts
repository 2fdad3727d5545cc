import { expect, test } from "vitest";
import { labelAt } from "./labels";
import { closesAsRequirement, sectionKind } from "./sections";

test.each([
  ["一、加强领导", "han", 1, "一"],
  ["十二、加强领导", "han", 12, "十二"],
  ["（三）完善机制", "han_bracket", 3, "（三）"],
  ["(三)完善机制", "han_bracket", 3, "(三)"],
  ["㈢完善机制", "han_bracket", 3, "㈢"],
  ["1.拓展市场", "arabic", 1, "1"],
  ["１．拓展市场", "arabic", 1, "１"],
  ["1、拓展市场", "arabic", 1, "1"],
  ["1.2025年6月底前建成", "arabic", 1, "1"],
  ["（2）完成排查", "arabic_bracket", 2, "（2）"],
  ["①完成排查", "circle", 1, "①"],
  ["第十条 设立资金池", "article", 10, "第十条"],
  ["第二章 总则", "chapter", 2, "第二章"],
  ["一是完善预案", "is", 1, "一是"],
  ["二要备足物资", "must", 2, "二要"],
  ["附件2", "annex", 2, "附件2"],
  ["专栏1 重点工程", "box", 1, "专栏1"],
])("%s has a label", (words, form, number, name) => {
  expect(labelAt(words, 0)).toMatchObject({ form, number, name, start: 0 });
});

test.each([
  "2.5亿元用于建设",
  "3、4号楼要改造",
  "一般项目",
  "第一时间报告",
  "2025年底前",
  "附件清单所列",
])("%s has none", (words) => {
  expect(labelAt(words, 0)).toBeNull();
});

test.each([
  ["指导思想", "none"],
  ["基本原则", "none"],
  ["申报条件", "none"],
  ["贷款的使用范围及项目条件", "none"],
  ["改善办学条件", null],
  ["扩大使用范围", null],
  ["报告内容", "none"],
  ["督查内容", "none"],
  ["工作内容", null],
  ["总体要求", "general"],
  ["发展目标", "goal"],
  ["工作目标", "goal"],
  ["目标考核", null],
  ["保障措施", "requirement"],
  ["加大组织保障力度", "requirement"],
  ["工作要求", "requirement"],
  ["下步要求", "requirement"],
  ["整改要求", "requirement"],
  ["加强党对教育工作的全面领导", "requirement"],
  ["主要成效", "none"],
  ["总体目标和要求", "general"],
  ["加强督查，确保成效", null],
  ["加强领导", "requirement"],
  ["加强对治水工作的组织领导", "requirement"],
  ["领导小组职责", null],
  ["工作进度", null],
  ["政策支持", null],
  ["健全服务保障体系", null],
])("under %s stands what is %s", (heading, kind) => {
  expect(sectionKind(heading)).toBe(kind);
});

test.each([
  ["强化支撑保障", true],
  ["强化督查考核", true],
  ["压实各方责任", true],
  ["保障粮食安全", false],
  ["健全社会保障体系", false],
  ["发展现代农业", false],
])("as the last section, %s is about carrying out: %s", (heading, isAbout) => {
  expect(closesAsRequirement(heading)).toBe(isAbout);
});
