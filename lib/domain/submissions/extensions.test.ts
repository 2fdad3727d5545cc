import { expect, test } from "vitest";
import { extensionRefusal, extensionWindowRefusal } from "./extensions";

const content = {
  newDueOn: "2024-12-31",
  reason: "主体工程受汛期影响。",
  progress: "已完成六成。",
};
const facts = { dueOn: "2024-09-30", parentDueOn: null, firstSentOn: null };
const today = "2024-06-12";
const refused = (
  changes: Partial<typeof content> & { newDueOn?: string },
  about: Partial<Parameters<typeof extensionRefusal>[1]> = {},
  on = today,
) => extensionRefusal({ ...content, ...changes }, { ...facts, ...about }, on);

test("a later day may be asked for up to the due day itself, and no longer", () => {
  expect(refused({})).toBeNull();
  expect(refused({}, {}, "2024-09-30")).toBeNull();
  expect(refused({}, {}, "2024-10-01")).toMatchObject({
    code: "extension_late",
    params: { dueOn: "2024-09-30" },
  });
});

test("one that was sent in time stays in time when it comes back", () => {
  expect(refused({}, { firstSentOn: "2024-09-29" }, "2024-10-08")).toBeNull();
  expect(refused({}, { firstSentOn: "2024-10-01" }, "2024-10-08")?.code).toBe("extension_late");
});

test("a day that has come meanwhile is no day to move to", () => {
  const inTime = { firstSentOn: "2024-09-29" };
  expect(refused({}, inTime, "2024-12-30")).toBeNull();
  for (const on of ["2024-12-31", "2025-01-01"])
    expect(refused({}, inTime, on)).toMatchObject({ code: "extension_gone_by", field: "newDueOn" });
});

test("there must be a date, and the new one is later", () => {
  expect(refused({}, { dueOn: null })?.code).toBe("extension_without_date");
  expect(refused({ newDueOn: "2024-09-30" })?.code).toBe("extension_not_later");
  expect(extensionRefusal({ ...content, newDueOn: null }, facts, today)?.code).toBe(
    "extension_not_later",
  );
});

test("a sub-task is due no later than its parent", () => {
  expect(refused({}, { parentDueOn: "2024-12-31" })).toBeNull();
  expect(refused({}, { parentDueOn: "2024-12-30" })).toMatchObject({
    code: "deadline_after_parent",
    field: "newDueOn",
  });
});

test("where the parent leaves no room, the parent is extended first", () => {
  expect(refused({}, { parentDueOn: "2024-09-30" })).toEqual({
    code: "extension_at_parent",
    params: { day: "2024-09-30" },
  });
});

test("reason and progress become public, and are read for what may not", () => {
  expect(refused({ reason: "请联系13800138000" })).toMatchObject({ field: "reason" });
  expect(refused({ progress: "见机密文件" })).toMatchObject({ field: "progress" });
});

test("the form asks before anything is written", () => {
  expect(extensionWindowRefusal(facts, today)).toBeNull();
  expect(extensionWindowRefusal(facts, "2024-10-01")?.code).toBe("extension_late");
});
