import { expect, test } from "vitest";
import { question } from "./question";
import { validity } from "./validity";

test.each([
  "本意见自2026年3月1日起施行，有效期三年。",
  "本办法由县水利局负责解释。",
  "此前规定与本通知不一致的，以本通知为准。",
])("speaks: %s", (words) => {
  expect(validity.speaks(question(words))).toBe(true);
});

test.each(["自3月起实施改造。", "由县水利局负责清淤。"])("has nothing to say: %s", (words) => {
  expect(validity.speaks(question(words))).toBe(false);
});
