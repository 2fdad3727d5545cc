import { expect, test } from "vitest";
import { taskStatuses } from "@/lib/domain/tasks/tasks";
import { answerRefusal } from "./chases";
import { director, head, official, otherHead, supervisor } from "./chasing.fixture";

const task = {
  leadDepartmentId: "ecology",
  cooperatingIds: ["housing"],
  status: "active",
} as const;
const codeOf = (...args: Parameters<typeof answerRefusal>) => answerRefusal(...args)?.code ?? null;

test("the lead unit answers a 催办, and nobody else", () => {
  const codes = [official, head, otherHead, supervisor, director].map((person) =>
    codeOf(person, { answeredAt: null }, task),
  );
  expect(codes).toEqual([null, null, "other_unit", "not_allowed", "not_allowed"]);
});

test("it is answered once, and not after closing", () => {
  expect(codeOf(official, { answeredAt: new Date(0) }, task)).toBe("chase_answered");
  const open = taskStatuses.filter(
    (status) => codeOf(official, { answeredAt: null }, { ...task, status }) === null,
  );
  expect(open).toEqual(["assigned", "active"]);
});
