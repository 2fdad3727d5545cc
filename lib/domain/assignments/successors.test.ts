import { expect, test } from "vitest";
import { fateOf, stepsReplaced } from "./successors";

const stranger = { isLead: true, writesPart: false };

test.each([
  ["a draft goes over", "progress", false, stranger, "moves"],
  ["what was sent is copied", "progress", true, stranger, "copied"],
  ["an answer too", "answer", true, stranger, "copied"],
  ["a part ends where the successor leads", "contribution", false, stranger, "ends"],
  ["or writes its own", "contribution", true, { isLead: false, writesPart: true }, "ends"],
  ["else it goes over", "contribution", false, { isLead: false, writesPart: false }, "moves"],
] as const)("%s", (_, kind, wasSent, successor, fate) => {
  expect(fateOf({ kind, wasSent }, successor)).toBe(fate);
});

test("a successor countersigns in its place, once", () => {
  const head = { by: "head" } as const;
  const by = (departmentId: string) => ({ by: "countersign", departmentId }) as const;
  const last = { by: "supervisor" } as const;
  expect(stepsReplaced([head, by("b"), last, last], "b", "a")).toEqual([head, by("a"), last, last]);
  expect(stepsReplaced([by("a"), by("b"), by("c"), last], "b", "a")).toEqual([
    by("a"),
    by("c"),
    last,
  ]);
});
