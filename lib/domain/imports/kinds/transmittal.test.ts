import { expect, test } from "vitest";
import { question } from "./question";
import { transmittal } from "./transmittal";

test.each([
  "请结合实际认真贯彻执行。",
  "《方案》已经县政府同意，现印发给你们，请认真组织实施。",
  "现将《办法》转发给你们，请遵照执行。",
  "特此通知。",
  "以上通知希遵照执行。",
])("speaks: %s", (words) => {
  expect(transmittal.speaks(question(words))).toBe(true);
});

test.each([
  "印发宣传手册五千册。",
  "请各单位于周五前报送名单。",
  "以上任务请县水利局每月通报一次。",
  "现将《方案》印发给你们。各乡镇于周五前报送名单。",
])("has nothing to say: %s", (words) => {
  expect(transmittal.speaks(question(words))).toBe(false);
});
