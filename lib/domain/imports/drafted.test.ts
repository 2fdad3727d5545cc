import { expect, test } from "vitest";
import { draftTasksOf, type Reviewed, unitsOf } from "./drafted";
import { splitPlaces } from "./splits";

const words = { start: 0, end: 2 };
const reviewed = (id: string, over: Partial<Reviewed> = {}): Reviewed => ({
  ...{ id, parentId: null, kind: "measure", title: words, quotes: [words], verbatim: null },
  ...{ owners: [], deadlines: [], edited: null },
  ...over,
});

test("one unit leads and the others cooperate, however somebody chose; whoever leads does not cooperate", () => {
  const owners = [
    { role: "lead" as const, unitId: "a", isByHand: false },
    { role: "lead" as const, unitId: "b", isByHand: false },
    { role: "cooperating" as const, unitId: "c", isByHand: false },
    { role: "implementing" as const, unitId: null, isByHand: false },
  ];
  expect(unitsOf({ owners, edited: null })).toEqual({ leadId: "a", cooperatingIds: ["b", "c"] });
  expect(unitsOf({ owners, edited: { leadId: "b" } })).toEqual({
    leadId: "b",
    cooperatingIds: ["a", "c"],
  });
  expect(unitsOf({ owners, edited: { leadId: "c", cooperatingIds: ["c"] } })).toEqual({
    leadId: "c",
    cooperatingIds: [],
  });
});

test("a task stands under what it is a part of; what is left out hands its parts on, and a circle is none", () => {
  const shape = (list: Reviewed[], leftOut: [string, string | null][] = []) =>
    draftTasksOf(list, "甲乙", new Map(leftOut)).map(({ uid, depth }) => `${depth}${uid}`);
  const [a, b] = [reviewed("a"), reviewed("b", { parentId: "a" })];
  expect(shape([a, b])).toEqual(["0a", "1b"]);
  expect(shape([a, reviewed("b", { parentId: "x" })], [["x", "a"]])).toEqual(["0a", "1b"]);
  expect(shape([reviewed("b", { parentId: "x" })], [["x", null]])).toEqual(["0b"]);
  expect(shape([b, a])).toEqual(["0a", "1b"]);
  expect(shape([a, reviewed("b", { parentId: "a", edited: { parentId: null } })])).toEqual([
    "0a",
    "0b",
  ]);
  const circle = [reviewed("a", { parentId: "b" }), b];
  expect(shape(circle).sort()).toEqual(["0a", "0b"]);
  const deep = ["a", "b", "c", "d", "e"].map((id, i, ids) =>
    reviewed(id, { parentId: ids[i - 1] ?? null }),
  );
  expect(shape(deep)).toEqual(["0a", "1b", "2c", "3d", "3e"]);
});

test("a split leaves words on both sides", () => {
  const text = "清扫道路； 洒水降尘。";
  expect(splitPlaces(text, { start: 0, end: 11 }, 5)).toEqual({
    ...{ first: { start: 0, end: 5 }, second: { start: 6, end: 11 } },
    title: { start: 6, end: 10 },
  });
  expect(splitPlaces(text, { start: 0, end: 11 }, 0)).toBeNull();
  expect(splitPlaces(text, { start: 0, end: 6 }, 5)).toBeNull();
  expect(splitPlaces(text, { start: 0, end: 11 }, 11)).toBeNull();
});
