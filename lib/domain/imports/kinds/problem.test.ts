import { expect, test } from "vitest";
import { problem } from "./problem";
import { question } from "./question";

test.each([
  "政治站位不高问题。对安全生产的重要论述领会不深，不研究、不部署。",
  "责任落实不到位问题。部门监管责任落实不到位，工作走过场。",
])("speaks: %s", (words) => {
  expect(problem.speaks(question(words))).toBe(true);
});

test.each([
  "政治站位不高问题。各乡镇要组织学习，补齐短板。",
  "责任落实不到位问题。健全责任清单。（县应急局负责）",
  "解决农民工工资拖欠问题。健全制度，强化监管。",
  "危险化学品。重点整治违规动火等问题。",
])("has nothing to say: %s", (words) => {
  expect(problem.speaks(question(words))).toBe(false);
});
