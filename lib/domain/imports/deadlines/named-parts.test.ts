import { expect, test } from "vitest";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { readLines } from "@/lib/domain/imports/labelled/documents.fixture";
import { proposalsOf } from "@/lib/domain/imports/proposals";
import { namedParts } from "./named-parts";

const parts = ["摸清机井底数,建立问题台账", "修复损坏机井", "印发机井管护规程"];
const named = (cell: string) =>
  namedParts(cell, parts)?.map(({ part, from, to }) => [part, cell.slice(from, to)]);

test("times are given to parts by words of theirs, in whatever order; one that shares none to what is left", () => {
  expect(named("2025年6月底前完成普查,2025年12月底前印发规程,2026年3月底前修复到位")).toEqual([
    [0, "2025年6月底前完成普查"],
    [2, "2025年12月底前印发规程"],
    [1, "2026年3月底前修复到位"],
  ]);
});

test("not where two share none, words are of two parts, or there are fewer times", () => {
  expect(named("2025年6月底前启动,2025年12月底前完成,2026年3月底前修复到位")).toBeUndefined();
  expect(named("2025年6月底前启动,2025年12月底前处理机井,2026年3月底前修复到位")).toBeUndefined();
  expect(named("2025年6月底前修复到位")).toBeUndefined();
});

test("the row keeps none of the times that are of its parts", () => {
  const text =
    "分工表\n序号\t任务\t牵头单位\t完成时限\n1\t管好机井。一是修复损坏机井；二是印发管护规程。\t县水利局\t2025年6月底前印发规程，2025年底前修复到位";
  const { candidates } = proposalsOf(readLines(text), calendar);
  expect(candidates.map(({ deadlines }) => deadlines.map(({ end }) => end))).toEqual([
    [],
    ["2025-12-31"],
    ["2025-06-30"],
  ]);
});
