import { describe, expect, it } from "vitest";
import {
  missingRoles,
  missingYears,
  type StartFacts,
  skipRefusal,
  startLines,
  startSteps,
} from "./getting-started";

const nothing: StartFacts = {
  firstPasswords: ["admin", "security"],
  hasSiteName: false,
  hasHost: false,
  units: 1,
  people: { system_admin: 1, security_admin: 1, audit_admin: 1 },
  announcedYears: new Set([2026]),
  isMailOn: false,
  documents: 0,
  plans: 0,
  skipped: [],
  today: "2026-11-28",
};
const everything: StartFacts = {
  ...nothing,
  firstPasswords: [],
  ...{ hasSiteName: true, hasHost: true, units: 2, isMailOn: true, documents: 1, plans: 1 },
  people: { director: 1, supervisor: 1, head: 1, official: 1 },
  announcedYears: new Set([2026, 2027]),
};
const stateOf = (facts: StartFacts) =>
  Object.fromEntries(startLines(facts, "system_admin").map(({ step, state }) => [step, state]));

it("of an empty installation every line is open, of a ready one none", () => {
  expect(Object.values(stateOf(nothing))).toEqual(startSteps.map(() => "open"));
  expect(Object.values(stateOf(everything))).toEqual(startSteps.map(() => "done"));
});

it.each([
  ["password", { firstPasswords: ["audit"] }],
  ["site", { hasHost: false }],
  ["units", { units: 1 }],
  ["people", { people: { supervisor: 2, head: 1, official: 1 } }],
  ["holidays", { announcedYears: new Set([2026]) }],
  ["mail", { isMailOn: false }],
  ["document", { documents: 0 }],
  ["plan", { plans: 0 }],
] as const)("%s opens again when what it asks for is gone", (step, some) => {
  const open = Object.entries(stateOf({ ...everything, ...some })).filter(
    ([, state]) => state === "open",
  );
  expect(open).toEqual([[step, "open"]]);
});

describe("what is not needed", () => {
  it("is said by whose line it is, and is done rather than skipped once it is there", () => {
    expect(stateOf({ ...nothing, skipped: ["mail"] }).mail).toBe("skipped");
    expect(stateOf({ ...everything, skipped: ["mail"] }).mail).toBe("done");
    expect(skipRefusal("mail", "system_admin")).toBeNull();
    expect(skipRefusal("mail", "director")?.code).toBe("not_allowed");
    expect(skipRefusal("document", "director")).toBeNull();
  });
});

it("each of the three administrators and the director is told which lines are theirs", () => {
  const own = (role: Parameters<typeof startLines>[1]) =>
    startLines(nothing, role).flatMap(({ step, isMine }) => (isMine ? [step] : []));
  expect(own("system_admin")).toEqual(["password", "site", "units", "people", "holidays", "mail"]);
  expect(own("security_admin")).toEqual(["password", "people"]);
  expect(own("audit_admin")).toEqual(["password"]);
  expect(own("director")).toEqual(["holidays", "document", "plan"]);
});

it("names the roles that nobody has, and the years that nobody has entered", () => {
  expect(missingRoles(nothing)).toEqual(["director", "supervisor", "head", "official"]);
  expect(missingYears(nothing)).toEqual([2027]);
  expect(missingYears({ ...nothing, today: "2026-10-31" })).toEqual([]);
  expect(missingYears({ ...nothing, announcedYears: new Set() })).toEqual([2026, 2027]);
});
