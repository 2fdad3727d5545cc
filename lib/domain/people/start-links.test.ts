import fc from "fast-check";
import { expect, test } from "vitest";
import { person } from "./people.fixture";
import { type Actor, adminRoles, type Role, roles } from "./roles";
import { issueRefusal, readStartCode, startCode, startLinkRefusal } from "./start-links";

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

test("every code is seven groups of four without signs that look alike, and is read back however it is typed", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = startCode(random);
      expect(code).toMatch(/^([2-9A-HJKMNP-Z]{4}-){6}[2-9A-HJKMNP-Z]{4}$/);
      const typed = [
        code.toLowerCase(),
        code.replaceAll("-", ""),
        ` ${code.replaceAll("-", " ")} `,
      ];
      for (const each of typed) expect(readStartCode(each)).toBe(code);
    }),
    { numRuns: 200 },
  );
});

test("two codes are never the same, to the last bit", () => {
  const zero = new Uint8Array(16);
  const codes = Array.from({ length: 128 }, (_, bit) => {
    const random = new Uint8Array(zero);
    random[bit >> 3] = 1 << (bit & 7);
    return startCode(random);
  });
  expect(new Set([startCode(zero), ...codes]).size).toBe(129);
});

test("one sign misread, or two neighbours changed about, are found out", () => {
  const signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  fc.assert(
    fc.property(bytes, fc.nat(25), fc.nat(30), (random, place, sign) => {
      const plain = startCode(random).replaceAll("-", "");
      const misread = plain.slice(0, place) + signs[sign] + plain.slice(place + 1);
      if (misread !== plain) expect(readStartCode(misread)).toBeNull();
      const swapped =
        plain.slice(0, place) + plain[place + 1] + plain[place] + plain.slice(place + 2);
      if (place < 25 && swapped !== plain) expect(readStartCode(swapped)).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test.each(["", "2222", "O0I1-L222-2222-2222-2222-2222-2222", `${"2".repeat(28)}2`])(
  "%j is no code",
  (typed) => expect(readStartCode(typed)).toBeNull(),
);

test("a code is good for its week, once, until a newer one takes its place", () => {
  const now = new Date("2026-11-28T02:00:00Z");
  const open = { expiresAt: new Date(now.getTime() + 1), usedAt: null, endedAt: null };
  const codeOf = (changes: Partial<Parameters<typeof startLinkRefusal>[0]>) =>
    startLinkRefusal({ ...open, ...changes }, now)?.code;
  expect(codeOf({})).toBeUndefined();
  expect(codeOf({ expiresAt: now })).toBe("start_code_expired");
  expect(codeOf({ usedAt: now, endedAt: now })).toBe("start_code_used");
  expect(codeOf({ endedAt: now })).toBe("start_code_replaced");
});

const account = {
  personId: "somebody",
  role: "official" as Role,
  departmentId: "ecology",
  branchId: null,
  isGranted: true,
  isDemo: false,
};
const issuing = (actor: Actor, changes: Partial<typeof account> = {}) =>
  issueRefusal(actor, { ...account, ...changes })?.code ?? "may";

test("nobody is given a code for an account of their own, nor for one that a password is shared of", () => {
  const admin = person("system_admin", "office");
  expect(issuing(admin, { personId: admin.personId })).toBe("start_link_self");
  expect(issuing(admin, { isDemo: true })).toBe("demo_password_fixed");
  expect(issuing(admin)).toBe("may");
  expect(issueRefusal(admin, undefined)?.code).toBe("not_found");
  for (const role of roles.filter((each) => each !== "system_admin"))
    expect([role, issuing(person(role))]).toEqual([role, "not_allowed"]);
});

test("an administrator's code is a security administrator's to give, granted or not, and no other's (三员分立)", () => {
  const [system, security] = [person("system_admin", "office"), person("security_admin", "office")];
  for (const role of adminRoles)
    for (const isGranted of [true, false]) {
      expect([role, issuing(system, { role, isGranted })]).toEqual([role, "start_link_of_admin"]);
      expect([role, issuing(security, { role, isGranted })]).toEqual([role, "may"]);
    }
  const own = { role: "security_admin", personId: security.personId } as const;
  expect(issuing(security, own)).toBe("start_link_self");
});

test("of a branch only the branch's accounts are given one", () => {
  const bound = { ...person("system_admin", "city"), branchIds: ["city", "ecology"] };
  expect(issuing(bound)).toBe("may");
  expect(issuing(bound, { departmentId: "energy" })).toBe("not_found");
  expect(issuing(bound, { role: "director" })).toBe("not_found");
});
