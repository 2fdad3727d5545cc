import { expect, test } from "vitest";
import type { TaskStatus } from "@/lib/domain/tasks/tasks";
import { type Around, adjustmentRefusal, adjustmentsOffered } from "./adjustments";
import type { AdjustmentContent } from "./contents";

const content: AdjustmentContent = {
  change: "suspend",
  reason: "采暖季结束前不具备施工条件。",
  leadId: null,
  scope: "",
};
const refused = (
  changes: Partial<AdjustmentContent>,
  status: TaskStatus = "active",
  around: Around = { parts: [], parentStatus: null },
) => {
  const isCollective = (id: string) => id === "cities";
  return adjustmentRefusal(
    { ...content, ...changes },
    { status, leadId: "ecology", isCollective, ...around },
  );
};

test("another lead is one other, single unit", () => {
  expect(refused({ change: "lead", leadId: "energy" })).toBeNull();
  expect(refused({ change: "lead" })?.code).toBe("lead_required");
  expect(refused({ change: "lead", leadId: "ecology" })?.code).toBe("lead_unchanged");
  expect(refused({ change: "lead", leadId: "cities" })).toMatchObject({
    code: "lead_is_collective",
    field: "leadId",
  });
});

test("the clock stands still for a whole when it does for its parts, and runs for a part when it does for its whole", () => {
  const parts = (...statuses: TaskStatus[]) => ({
    parts: statuses.map((status, i) => ({ code: `AIR-01.${i + 1}`, status })),
    parentStatus: null,
  });
  expect(refused({}, "active", parts("completed", "active", "active"))).toEqual({
    code: "parts_under_way",
    field: "change",
    params: { count: 2, code: "AIR-01.2" },
  });
  expect(refused({}, "active", parts("suspended", "assigned", "cancelled"))).toBeNull();
  expect(refused({ change: "cancel" }, "active", parts("active"))).toBeNull();
  const within = (parentStatus: TaskStatus) =>
    refused({ change: "resume" }, "suspended", { parts: [], parentStatus })?.code;
  expect(within("suspended")).toBe("parent_suspended");
  expect(within("active")).toBeUndefined();
});

test("another scope says what it is", () => {
  expect(refused({ change: "scope", scope: "增加两座电厂。" })).toBeNull();
  expect(refused({ change: "scope", scope: " \n" })?.code).toBe("scope_required");
});

test("only its own fields are asked about", () => {
  expect(refused({ leadId: "ecology", scope: "" })).toBeNull();
});

test.each([
  ["active", ["lead", "scope", "suspend", "cancel", "exempt"]],
  ["suspended", ["resume", "cancel", "exempt"]],
  ["assigned", []],
  ["completed", []],
] as const)("a task that is %s can be asked to %j", (status, offered) => {
  expect(adjustmentsOffered(status)).toEqual(offered);
});

test("what the status does not allow is refused with what it needs", () => {
  expect(refused({}, "suspended")?.code).toBe("adjustment_needs_active");
  expect(refused({ change: "cancel" }, "suspended")).toBeNull();
  expect(refused({ change: "cancel" }, "completed")?.code).toBe("adjustment_needs_active");
  expect(refused({ change: "resume" })?.code).toBe("adjustment_needs_suspended");
});

test("reason and scope are read for what may not become public", () => {
  expect(refused({ reason: "请联系13800138000" })).toMatchObject({ field: "reason" });
  expect(refused({ change: "scope", scope: "绝密" })).toMatchObject({ field: "scope" });
});
