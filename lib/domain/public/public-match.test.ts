import { expect, test } from "vitest";
import { matchTasks, type Searched, unitsUnder } from "./public-match";
import { readSearch, type Search } from "./public-search";

const asOf = "2024-06-12";
const units = [
  { code: "ecology", parentCode: "government" },
  { code: "fire-team", parentCode: "yingze" },
  { code: "yingze", parentCode: "taiyuan" },
  { code: "taiyuan", parentCode: "government" },
];

function task(code: string, facts: Partial<Searched> & { dueOn?: string } = {}): Searched {
  const { dueOn = null, ...rest } = facts;
  return {
    code,
    title: "散煤治理",
    quote: "推进PM2.5与臭氧协同控制",
    isTracked: true,
    status: "active",
    plan: { slug: "air" },
    leadCode: "ecology",
    cooperating: [],
    deadline: { dueOn },
    health: { light: "green", sentOn: null },
    updatedOn: null,
    ...rest,
  };
}

const nothing: Search = {
  ...readSearch({}, { plans: [], units: [], cities: [] }).search,
  asof: "",
};
function found(tasks: Searched[], search: Partial<Search>) {
  return matchTasks(tasks, { ...nothing, ...search }, { asOf, units }).map(({ code }) => code);
}

test("every word is found in code, title or quote, whatever its case and width", () => {
  const tasks = [task("AIR-01"), task("AIR-02", { title: "机动车" })];
  expect(found(tasks, { q: "散煤" })).toEqual(["AIR-01"]);
  expect(found(tasks, { q: "臭氧 air-02" })).toEqual(["AIR-02"]);
  expect(found(tasks, { q: "ｐｍ２．５" })).toEqual(["AIR-01", "AIR-02"]);
  expect(found(tasks, { q: "臭氧 噪声" })).toEqual([]);
});

test("what a unit wrote is not searched", () => {
  const written = { ...task("AIR-01"), scope: "内部范围", note: "批注" };
  expect(found([written], { q: "内部" })).toEqual([]);
  expect(found([written], { q: "批注" })).toEqual([]);
});

test("a unit is asked for what it leads and what it takes part in, a city with its districts", () => {
  const tasks = [
    task("A"),
    task("B", { leadCode: null, cooperating: [{ code: "ecology" }] }),
    task("C", { leadCode: "fire-team" }),
    task("D", { leadCode: null }),
  ];
  expect(found(tasks, { unit: "ecology" })).toEqual(["A", "B"]);
  expect(found(tasks, { city: "taiyuan" })).toEqual(["C"]);
  expect([...unitsUnder("taiyuan", units)].sort()).toEqual(["fire-team", "taiyuan", "yingze"]);
});

test("overdue and near speak of what still moves; a year and a span of every date", () => {
  const tasks = [
    task("late", { dueOn: "2024-06-11" }),
    task("today", { dueOn: asOf }),
    task("day 30", { dueOn: "2024-07-12" }),
    task("day 31", { dueOn: "2024-07-13" }),
    task("done late", { dueOn: "2024-06-11", status: "completed" }),
    task("parked", { dueOn: "2024-06-11", status: "suspended" }),
    task("next year", { dueOn: "2025-01-01" }),
    task("none"),
    task("principle", { isTracked: false }),
  ];
  expect(found(tasks, { due: "overdue" })).toEqual(["late"]);
  expect(found(tasks, { due: "soon" })).toEqual(["today", "day 30"]);
  expect(found(tasks, { due: "year" })).toHaveLength(6);
  expect(found(tasks, { due: "none" })).toEqual(["none"]);
  expect(found(tasks, { from: asOf, to: "2024-07-12" })).toEqual(["today", "day 30"]);
  expect(found(tasks, { to: "2024-06-11" })).toEqual(["late", "done late", "parked"]);
});

test("lights may be several; a principle has none", () => {
  const tasks = [
    task("G"),
    task("R", { health: { light: "red", sentOn: null } }),
    task("P", { isTracked: false, health: { light: "red", sentOn: null } }),
  ];
  expect(found(tasks, { light: ["red"] })).toEqual(["R"]);
  expect(found(tasks, { light: ["green", "red"] })).toEqual(["G", "R"]);
  expect(found(tasks, { order: "light" })).toEqual(["R", "G", "P"]);
});

test("ties stay in document order, and what is missing comes last", () => {
  const tasks = [
    task("A"),
    task("B", { dueOn: "2024-07-01", updatedOn: "2024-05-01" }),
    task("C", { dueOn: "2024-06-01", updatedOn: "2024-06-01" }),
    task("D"),
  ];
  expect(found(tasks, { order: "due" })).toEqual(["C", "B", "A", "D"]);
  expect(found(tasks, { order: "updated" })).toEqual(["C", "B", "A", "D"]);
});
