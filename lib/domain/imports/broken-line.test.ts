import { expect, test } from "vitest";
import { bareText } from "./bare-text";
import { goesOnBehind } from "./broken-line";
import { stretchOf } from "./owners/stretch";

const line = "推进河道治理。全面排查沿河排污口，逐一登记造册，落实责任人，建立长效机制（县水";
const goesOn = (before: string, next: string) =>
  goesOnBehind(`${before}\n\n${next}`, before.length);

test("a long line that does not end as a sentence goes on in the next", () => {
  expect(goesOn(line, "利局负责）")).toBe(true);
  expect(goesOn(`${line}利局负责）`, "二、加强管护。")).toBe(false);
  expect(goesOn("推进河道治理", "全面排查沿河排污口。")).toBe(false);
});

test("not behind a heading with a number, nor before a label", () => {
  const heading = "一、进一步提高认识，切实加强对河道治理工作的组织领导，确保各项任务按期完成";
  expect(goesOn(heading, "各乡镇要加强领导。")).toBe(false);
  expect(goesOn(line, "责任单位：县水利局")).toBe(false);
});

test("what a line broke off is one word again", () => {
  const text = `${line}\n\n利局负责，1\n\n2月底前完成）`;
  const whole = { start: 0, end: text.length };
  expect(stretchOf(text, whole).words).toContain("县水利局负责");
  expect(bareText(text, whole).text).toContain("县水利局负责");
});
