import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "@/lib/domain/calendar/days";
import { delegationRefusal, maxDelegationDays, type Term } from "./delegations";
import { person } from "./people.fixture";
import type { Role } from "./roles";

const today = "2024-06-12";
const member = (role: Role, id: string, departmentId = "ecology", isEnabled = true) => ({
  id,
  personId: id,
  role,
  departmentId,
  branchId: null as string | null,
  isEnabled,
});
const head = member("head", "head");
const official = member("official", "official");
const week = { startsOn: today, endsOn: addDays(today, 6) };
const term = (principalId: string, deputyId: string, days = week): Term => ({
  principalId,
  deputyId,
  ...days,
});

test("a head lends their right to an official of the same unit, a security administrator lends it for them", () => {
  const wanted = { principal: head, deputy: official, ...week };
  expect(delegationRefusal(person("head", "ecology", "head"), wanted, [], today)).toBeNull();
  expect(
    delegationRefusal(person("security_admin", "office", "security"), wanted, [], today),
  ).toBeNull();
});

test.each([
  ["an official has nothing to lend", person("official"), {}, "not_allowed"],
  ["nobody lends another's right", person("head", "ecology", "other"), {}, "not_allowed"],
  ["an official is no principal", null, { principal: official, deputy: head }, "person_unknown"],
  ["the principal is unknown", null, { principal: undefined }, "person_unknown"],
  [
    "an administrator never deputises",
    null,
    { deputy: member("system_admin", "a") },
    "person_unknown",
  ],
  ["an auditor never deputises", null, { deputy: member("auditor", "a") }, "person_unknown"],
  [
    "a disabled account never deputises",
    null,
    { deputy: { ...official, isEnabled: false } },
    "person_unknown",
  ],
  ["oneself", null, { deputy: head }, "deputy_self"],
  [
    "oneself on another account",
    null,
    { deputy: { ...official, personId: "head" } },
    "deputy_self",
  ],
  ["another unit", null, { deputy: member("official", "o", "energy") }, "deputy_other_unit"],
  ["yesterday", null, { startsOn: addDays(today, -1) }, "deputy_dates"],
  ["ends before it starts", null, { endsOn: addDays(today, -1) }, "deputy_dates"],
  ["too long", null, { endsOn: addDays(today, maxDelegationDays) }, "deputy_dates"],
])("refused: %s", (_, actor, changes, code) => {
  const wanted = { principal: head, deputy: official, ...week, ...changes };
  const who = actor ?? person("security_admin", "office", "security");
  expect(delegationRefusal(who, wanted, [], today)?.code).toBe(code);
});

test("ninety days, both included, are the most", () => {
  const endsOn = addDays(today, maxDelegationDays - 1);
  const wanted = { principal: head, deputy: official, startsOn: today, endsOn };
  expect(delegationRefusal(person("security_admin"), wanted, [], today)).toBeNull();
});

test("no chains on days that overlap, in either direction", () => {
  const deputy = member("head", "second");
  const wanted = { principal: head, deputy, ...week };
  const refused = (other: Term) =>
    delegationRefusal(person("security_admin"), wanted, [other], today)?.code;
  expect(refused(term("second", "x"))).toBe("deputy_chain");
  expect(refused(term("x", "head"))).toBe("deputy_chain");
  const lastDay = { startsOn: week.endsOn, endsOn: addDays(week.endsOn, 3) };
  expect(refused(term("second", "x", lastDay))).toBe("deputy_chain");
  const after = { startsOn: addDays(week.endsOn, 1), endsOn: addDays(week.endsOn, 3) };
  expect(refused(term("second", "x", after))).toBeUndefined();
  expect(refused(term("head", "x"))).toBeUndefined();
  expect(refused(term("x", "second"))).toBeUndefined();
});

test("however delegations are granted, nobody is principal and deputy on one day", () => {
  const people = ["a", "b", "c", "d"];
  const grants = fc.array(
    fc.record({
      principal: fc.constantFrom(...people),
      deputy: fc.constantFrom(...people),
      start: fc.nat(20),
      length: fc.nat(20),
    }),
  );
  fc.assert(
    fc.property(grants, (wishes) => {
      const terms: Term[] = [];
      for (const { principal, deputy, start, length } of wishes) {
        const days = { startsOn: addDays(today, start), endsOn: addDays(today, start + length) };
        const wanted = { principal: member("head", principal), deputy: member("head", deputy) };
        const refusal = delegationRefusal(
          person("security_admin"),
          { ...wanted, ...days },
          terms,
          today,
        );
        if (!refusal) terms.push(term(principal, deputy, days));
      }
      for (let i = 0; i <= 40; i++) {
        const day = addDays(today, i);
        const live = terms.filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
        const deputies = new Set(live.map(({ deputyId }) => deputyId));
        expect(live.filter(({ principalId }) => deputies.has(principalId))).toEqual([]);
      }
    }),
  );
});

test("a security administrator of a branch lends no right that reaches beyond it", () => {
  const bound = { ...person("security_admin", "city"), branchIds: ["city", "ecology"] };
  const wanted = { deputy: member("supervisor", "s"), ...week };
  const lend = (principal: ReturnType<typeof member>) =>
    delegationRefusal(bound, { ...wanted, principal }, [], today)?.code;
  const director = member("director", "director");
  expect(lend(director)).toBe("person_unknown");
  expect(lend({ ...director, branchId: "city" })).toBeUndefined();
  expect(
    delegationRefusal(bound, { principal: head, deputy: official, ...week }, [], today),
  ).toBeNull();
});
