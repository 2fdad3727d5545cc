import { expect, test } from "vitest";
import { numberTarget } from "./number-target";
import { question } from "./question";

test.each(["达标率达到95%以上", "新建水厂3座", "培育企业150户以上"])("speaks: %s", (words) => {
  expect(numberTarget.speaks(question(words))).toBe(true);
});

test.each(["增长了5.6%", "第三次会议", "2019年"])("has nothing to say: %s", (words) => {
  expect(numberTarget.speaks(question(words))).toBe(false);
});
