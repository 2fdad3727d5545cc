import { expect, test } from "vitest";
import { purpose } from "./purpose";
import { question } from "./question";

test.each([
  "为改善水质，制定本方案。",
  "根据上级要求，现就有关事项通知如下：",
  "为贯彻落实条例，结合我县实际，提出以下意见。",
  "为加快进度，我局决定对重点项目开展“大干快上”行动。",
])("speaks: %s", (words) => {
  expect(purpose.speaks(question(words))).toBe(true);
});

test("it may stand above what is ordered", () => {
  const words = (more: string) => `现将任务印发给你们，请抓好落实。${more}`;
  expect(purpose.speaks(question(words("各乡镇要细化目标任务。")))).toBe(false);
  expect(purpose.speaks(question(words("附件另发。")))).toBe(true);
});

test.each([
  "为企业提供融资服务。",
  "为居民建设步道，改善出行。",
  "制定本地方案并报备",
  "为改善环境，各镇开展整治行动。",
])("has nothing to say: %s", (words) => {
  expect(purpose.speaks(question(words))).toBe(false);
});
