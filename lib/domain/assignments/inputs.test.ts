import { expect, test } from "vitest";
import { assignSchema, splitSchema } from "./inputs";

const id = "6e2f8f0a-3c4d-4b5e-8f6a-7b8c9d0e1f2a";

test("a report day is one that every month has", () => {
  const assignment = {
    ...{ key: id, code: "AIR-10", version: 0, leadId: id, cooperatingIds: [], dueOn: null },
    cycle: "monthly",
  };
  for (const reportDay of [1, 28, null])
    expect(assignSchema.safeParse({ ...assignment, reportDay }).success).toBe(true);
  for (const reportDay of [0, 29, 1.5])
    expect(assignSchema.safeParse({ ...assignment, reportDay }).success).toBe(false);
});

test("a part has a title, and names no two leads; that it names one is the mutation's to ask", () => {
  const part = {
    ...{ key: id, code: "AIR-10", version: 0, scope: "", dueOn: null, cycle: "none" },
    ...{ title: "制定清单", leadId: id },
  };
  expect(splitSchema.safeParse(part).success).toBe(true);
  expect(splitSchema.safeParse({ ...part, title: " " }).success).toBe(false);
  expect(splitSchema.safeParse({ ...part, leadId: null }).success).toBe(true);
  expect(splitSchema.safeParse({ ...part, leadId: [id, id] }).success).toBe(false);
});
