import { describe, expect, test } from "vitest";
import { person } from "@/lib/domain/people/people.fixture";
import type { Role } from "@/lib/domain/people/roles";
import {
  type HandOverKind,
  handOverKinds,
  handOverRefusal,
  kindsHeld,
  kindsLost,
  mayTakeOver,
  nothingSaid,
  successorsFor,
} from "./hand-over";

const post = (role: Role, departmentId = "ecology") => ({ role, departmentId });
const candidate = (role: Role, departmentId = "ecology", isEnabled = true) => ({
  ...person(role, departmentId, `${departmentId}-${role}-2`),
  isEnabled,
});

describe("what a change of post takes away", () => {
  test.each<[string, ReturnType<typeof post>, ReturnType<typeof post> | null, HandOverKind[]]>([
    ["leaving: everything", post("official"), null, [...handOverKinds]],
    [
      "another unit: all but what one is liaison of",
      post("head"),
      post("head", "housing"),
      ["handled", "in_charge", "drafts", "reviews"],
    ],
    [
      "official to head of the unit: only what officials decide, which is nothing",
      post("official"),
      post("head"),
      ["reviews"],
    ],
    [
      "head to official of the unit: to be in charge, and to sign",
      post("head"),
      post("official"),
      ["in_charge", "reviews"],
    ],
    ["another post of the same kind: nothing", post("head"), post("head"), []],
    [
      "a supervisor to another unit decides on",
      post("supervisor"),
      post("supervisor", "housing"),
      ["handled", "in_charge", "drafts"],
    ],
  ])("%s", (_, before, after, kinds) => {
    expect(kindsLost(before, after)).toEqual(kinds);
  });
});

describe("who may take it over", () => {
  const takers = (kind: HandOverKind, leaver: Role) =>
    [
      candidate("official"),
      candidate("head"),
      candidate("supervisor"),
      candidate("head", "housing"),
      candidate("supervisor", "housing"),
    ]
      .filter((each) => mayTakeOver(kind, person(leaver), each))
      .map(({ id }) => id);

  test("a unit's tasks and drafts: its officials and heads; to be in charge: its heads", () => {
    expect(takers("handled", "official")).toEqual(["ecology-official-2", "ecology-head-2"]);
    expect(takers("drafts", "official")).toEqual(["ecology-official-2", "ecology-head-2"]);
    expect(takers("in_charge", "head")).toEqual(["ecology-head-2"]);
  });

  test("reviews: the same role, a head's in the same unit, a supervisor's anywhere", () => {
    expect(takers("reviews", "head")).toEqual(["ecology-head-2"]);
    expect(takers("reviews", "supervisor")).toEqual([
      "ecology-supervisor-2",
      "housing-supervisor-2",
    ]);
  });

  test("a unit's liaison: anybody; never the leaver, never somebody disabled", () => {
    expect(takers("liaisons", "official")).toHaveLength(5);
    const leaver = person("head");
    expect(mayTakeOver("liaisons", leaver, { ...leaver, isEnabled: true })).toBe(false);
    expect(mayTakeOver("handled", leaver, candidate("official", "ecology", false))).toBe(false);
  });

  test("those of the leaver's own role are proposed first", () => {
    const people = [candidate("official"), candidate("head")].map((each) => ({
      ...each,
      username: each.id,
      post: "",
    }));
    const proposed = successorsFor("handled", person("head"), people).map(({ role }) => role);
    expect(proposed).toEqual(["head", "official"]);
  });
});

describe("nothing is left without somebody", () => {
  const leaver = person("official");
  const colleague = candidate("official");
  const candidates = new Map([[colleague.id, colleague]]);
  const refused = (kinds: HandOverKind[], chosen: Partial<typeof nothingSaid>) =>
    handOverRefusal(leaver, kinds, { ...nothingSaid, ...chosen }, candidates);

  test("but where 暂无 is said aloud", () => {
    expect(refused([], {})).toBeNull();
    expect(refused(["handled", "drafts"], { handled: colleague.id })).toEqual({
      code: "hand_over_open",
      field: "drafts",
    });
    expect(refused(["drafts"], { drafts: "nobody" })).toBeNull();
    expect(refused(["handled"], { handled: colleague.id })).toBeNull();
  });

  test("to somebody who may take it", () => {
    const unknown = { code: "person_unknown", field: "in_charge" };
    expect(refused(["in_charge"], { in_charge: colleague.id })).toEqual(unknown);
    expect(refused(["in_charge"], { in_charge: "gone" })).toEqual(unknown);
  });

  test("and what there is nothing of is not asked", () => {
    const item = { id: "a", code: "AIR-01", label: "" };
    const none = { handled: [], in_charge: [], drafts: [], reviews: [], liaisons: [] };
    expect(kindsHeld({ ...none, drafts: [item] })).toEqual(["drafts"]);
  });
});
