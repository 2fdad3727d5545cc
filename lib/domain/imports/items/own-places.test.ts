import { expect, test } from "vitest";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { readLines } from "@/lib/domain/imports/labelled/documents.fixture";
import { proposalsOf } from "@/lib/domain/imports/proposals";

test("owners and times at the end of the last part are of the whole, and stand in the last quote", () => {
  const document = readLines(
    "实施方案\n一、任务\n1.推进治水。一是完善指标；二是打通渠道。（县水利局负责，2025年6月底前完成）\n2.健全机制。建立台账。",
  );
  const [whole, first, last] = proposalsOf(document, calendar).candidates;
  expect([whole, first, last].map((each) => [each?.scope, each?.deadlines.length])).toEqual([
    ["own", 1],
    ["inherited", 0],
    ["inherited", 0],
  ]);
  const { start = 0, end = 0 } = last?.quotes[0] ?? {};
  expect(document.text.slice(start, end)).toBe("打通渠道。（县水利局负责，2025年6月底前完成）");
});

test("so they are in the cell of a table that has no column of owners", () => {
  const document = readLines(
    "任务清单\n序号\t工作任务\t完成时限\n1\t推进治水。（1）建设水厂；（2）改造管网。（县水利局负责）\t2025年6月底前\n2\t健全机制。\t年底前",
  );
  const found = proposalsOf(document, calendar).candidates;
  expect(found.slice(0, 3).map(({ scope }) => scope)).toEqual(["own", "inherited", "inherited"]);
});
