import { expect, test } from "vitest";
import { calendar } from "@/lib/domain/calendar/work-days.fixture";
import { readLines } from "@/lib/domain/imports/labelled/documents.fixture";
import { proposalsOf } from "@/lib/domain/imports/proposals";

const read = (text: string) => {
  const document = readLines(text);
  return proposalsOf(document, calendar).candidates.map(({ path, owners, deadlines }) =>
    [
      path,
      ...owners.map(({ name }) => document.text.slice(name.start, name.end)),
      ...deadlines.map(({ end }) => end),
    ].join(" "),
  );
};
const measures = "整改措施：\n1.清理闲置土地，建立台账。\n2.修订出让办法，严把准入关。";
const fields = "牵头单位：县自然资源局\n责任单位：各园区管委会\n整改时限：2025年9月底前";

test("owners and times around several numbered measures are of each of them", () => {
  const expected = ["一/1", "一/2"].map((path) => `${path} 县自然资源局 各园区管委会 2025-09-30`);
  expect(read(`整改清单\n一、关于土地闲置问题\n${measures}\n${fields}`)).toEqual(expected);
  expect(read(`整改清单\n一、关于土地闲置问题\n${fields}\n${measures}`)).toEqual(expected);
});

test("where each has its own they are of none else", () => {
  const own = measures.replace("台账。", "台账。\n责任单位：县工信局");
  expect(read(`整改清单\n一、关于土地闲置问题\n${own}\n${fields}`)).toEqual([
    "一/1 县工信局",
    "一/2 县自然资源局 各园区管委会 2025-09-30",
  ]);
});
