import { expect, test } from "vitest";
import { person } from "@/lib/domain/people/people.fixture";
import { type RefusalCode, refuse } from "@/lib/domain/refusals";
import { waysOnFrom } from "./ways-on";

const part = {
  code: "AIR-05.4.1",
  leadDepartmentId: "ecology",
  parentCode: "AIR-05.4",
  parentLeadId: "ecology",
};
const lead = person("official", "ecology");
const from = (code: RefusalCode, actor = lead, task: typeof part = part) =>
  waysOnFrom(refuse(code), task, actor).map(({ href }) => href);

test("a part due by its parent's day leads to the parent's 延期申请, for whoever leads both", () => {
  expect(from("extension_at_parent")).toEqual([
    "/requests/extension/AIR-05.4",
    "/reports/AIR-05.4.1",
  ]);
  const elsewhere = { ...part, parentLeadId: "energy" };
  expect(from("extension_at_parent", lead, elsewhere)).toEqual(["/reports/AIR-05.4.1"]);
});

test("what came too early or too late leads to what can be done now", () => {
  expect(from("task_not_received")).toEqual(["/work/AIR-05.4.1"]);
  expect(from("task_suspended")).toEqual(["/requests/adjustment/AIR-05.4.1"]);
  expect(from("extension_late")).toEqual([
    "/reports/AIR-05.4.1",
    "/requests/adjustment/AIR-05.4.1",
  ]);
  expect(from("children_open")).toEqual(["/work/AIR-05.4.1#parts"]);
});

test("nobody is led to where they would be refused again", () => {
  const supervisor = person("supervisor", "inspection-office");
  expect(from("parent_closed", supervisor)).toEqual(["/reopenings/AIR-05.4"]);
  expect(from("parent_closed")).toEqual([]);
  expect(from("extension_late", supervisor)).toEqual([]);
});
