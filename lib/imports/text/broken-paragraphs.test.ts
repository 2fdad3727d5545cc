import { expect, test } from "vitest";
import { goesOn } from "./broken-paragraphs";

test("a sentence that a column's end breaks goes on", () => {
  expect(goesOn("二是调整能源结构。实施清洁能源替代,持续", "推进清洁取暖改造。")).toBe(true);
  expect(goesOn("制造业增长2.5%。增加值增长3.3%,其中", "通信设备增长27.8%。下同。")).toBe(true);
});

test.each([
  ["a whole sentence", "二是调整能源结构。实施替代。", "推进清洁取暖改造。"],
  ["a heading", "一、加快转型，推动发展", "要推进清洁取暖改造。"],
  ["one sentence without its end", "请认真贯彻执行", "推进清洁取暖改造。"],
  ["a label behind it", "现通知如下。请各单位落实", "一、加强领导。"],
  ["a bracket behind it", "现通知如下。请各单位落实", "（此件公开发布）。"],
  ["a signature behind it", "现通知如下。请各单位落实", "省人民政府办公厅"],
])("%s does not", (_, paragraph, next) => {
  expect(goesOn(paragraph, next)).toBe(false);
});
