import { expect, test } from "vitest";
import { principle } from "./principle";
import { question } from "./question";

test.each([
  "坚持预防为主、防治结合。",
  "坚持问题导向、举一反三，做到改一个、销一个。",
  "以习近平新时代中国特色社会主义思想为指导，全面贯彻党的精神。",
  "2025年，全县工作要以习近平新时代中国特色社会主义思想为指导。",
])("speaks: %s", (words) => {
  expect(principle.speaks(question(words))).toBe(true);
});

test.each(["坚持每月巡河。尽快完善台账。", "推进治理"])("has nothing to say: %s", (words) => {
  expect(principle.speaks(question(words))).toBe(false);
});
