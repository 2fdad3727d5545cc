import { describe, expect, test } from "vitest";
import { levelOf } from "./departments";
import {
  closeRefusal,
  mergeRefusal,
  moveRefusal,
  type OpenCounts,
  openThings,
  parentRefusal,
  staleRefusal,
  type UnitState,
  unitsReplaced,
} from "./unit-rules";

const unit = (id: string, changes: Partial<UnitState> = {}): UnitState => ({
  id,
  kind: "department",
  parentId: "top",
  closedOn: null,
  wayIds: ["top"],
  ...changes,
});
const nothing = Object.fromEntries(openThings.map((thing) => [thing, 0])) as OpenCounts;
const closed = { closedOn: "2024-06-01" };
const collective = { kind: "collective" } as const;

describe("a unit moves", () => {
  const child = unit("child", { parentId: "a", wayIds: ["top", "a"] });
  test.each([
    ["to another parent", unit("a"), unit("b"), undefined],
    ["to the top", unit("a"), null, undefined],
    ["not to where it is", unit("a"), unit("top", { parentId: null, wayIds: [] }), "unit_unmoved"],
    ["not to the top twice", unit("a", { parentId: null }), null, "unit_unmoved"],
    ["not below itself", unit("a"), unit("a"), "unit_cycle"],
    ["not below what is below it", unit("a"), child, "unit_cycle"],
    ["not below a closed one", unit("a"), unit("b", closed), "unit_closed"],
    ["not when it is closed", unit("a", closed), unit("b"), "unit_closed"],
    [
      "not below one that stands for many",
      unit("a"),
      unit("b", collective),
      "parent_is_collective",
    ],
  ])("%s", (_, moved, parent, code) => {
    expect(moveRefusal(moved, parent)?.code).toBe(code);
  });
});

test("a unit at the top needs no parent", () => {
  expect(parentRefusal(null)).toBeNull();
});

test.each([
  ["into another", unit("a"), unit("b"), nothing, undefined],
  ["not into itself", unit("a"), unit("a"), nothing, "unit_cycle"],
  ["not into one below it", unit("a"), unit("c", { wayIds: ["top", "a"] }), nothing, "unit_cycle"],
  ["into the one above it", unit("c", { wayIds: ["top", "a"] }), unit("a"), nothing, undefined],
  ["not into a closed one", unit("a"), unit("b", closed), nothing, "unit_closed"],
  ["not twice", unit("a", closed), unit("b"), nothing, "unit_closed"],
  [
    "with what it leads not into many",
    unit("a"),
    unit("b", collective),
    { ...nothing, leads: 1 },
    "lead_is_collective",
  ],
  [
    "not while accounts are bound to it",
    unit("a"),
    unit("b"),
    { ...nothing, bound: 1 },
    "unit_bounds",
  ],
  [
    "with its part alone into many",
    unit("a"),
    unit("b", collective),
    { ...nothing, cooperates: 1 },
    undefined,
  ],
])("a unit merges %s", (_, from, into, open, code) => {
  expect(mergeRefusal(from, into, open)?.code).toBe(code);
});

test("a unit closes when nothing is open, and is told what is", () => {
  expect(closeRefusal(unit("a"), nothing)).toBeNull();
  expect(closeRefusal(unit("a", closed), nothing)?.code).toBe("unit_closed");
  for (const thing of openThings) {
    const open = { ...nothing, [thing]: 2 };
    expect(closeRefusal(unit("a"), open)).toEqual({ code: "unit_open", params: open });
  }
});

test("a page that told other numbers is no longer true", () => {
  const seen = { leads: 1, cooperates: 2, people: 3, children: 0 };
  expect(staleRefusal(seen, { ...nothing, ...seen })).toBeNull();
  const later: OpenCounts = { ...nothing, ...seen, submissions: 9 };
  expect(staleRefusal(seen, later)).toBeNull();
  for (const thing of ["leads", "cooperates", "people", "children"] as const)
    expect(staleRefusal(seen, { ...seen, [thing]: 7 })?.code).toBe("unit_changed");
});

test.each([
  ["leads", { leadId: "b", cooperatingIds: ["c"] }, { leadId: "a", cooperatingIds: ["c"] }],
  [
    "cooperates",
    { leadId: "x", cooperatingIds: ["c", "b"] },
    { leadId: "x", cooperatingIds: ["c", "a"] },
  ],
  [
    "cooperates with its successor",
    { leadId: "x", cooperatingIds: ["b", "a"] },
    { leadId: "x", cooperatingIds: ["a"] },
  ],
  [
    "cooperates where its successor leads",
    { leadId: "a", cooperatingIds: ["b", "c"] },
    { leadId: "a", cooperatingIds: ["c"] },
  ],
  [
    "leads where its successor cooperates",
    { leadId: "b", cooperatingIds: ["a", "c"] },
    { leadId: "a", cooperatingIds: ["c"] },
  ],
])("a unit that %s is replaced", (_, before, after) => {
  expect(unitsReplaced(before, "b", "a")).toEqual(after);
});

test.each([
  [["government", "department"], "province"],
  [["government", "city"], "city"],
  [["government", "city", "department"], "city"],
  [["government", "city", "district"], "county"],
  [["government", "city", "district", "body"], "county"],
] as const)("%s stands in the %s", (way, level) => {
  expect(levelOf(way)).toBe(level);
});
