import { expect, test } from "vitest";
import { deedDone } from "./deed-done";
import { question } from "./question";

test.each([
  "去年以来，全县已建成水厂三座。",
  "近年来，治理取得明显成效。",
  "上半年完成了全部排查。",
])("speaks: %s", (words) => {
  expect(deedDone.speaks(question(words))).toBe(true);
});

test.each([
  "建成水厂三座",
  "县政府将开展抽查，确保各项工作取得实质进展。",
  "已建成并使用的系统要加强协同。尽快接入平台。",
  "完善已有制度",
])("has nothing to say: %s", (words) => {
  expect(deedDone.speaks(question(words))).toBe(false);
});
