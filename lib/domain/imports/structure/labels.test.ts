import { expect, test } from "vitest";
import { labelAt } from "./labels";

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
