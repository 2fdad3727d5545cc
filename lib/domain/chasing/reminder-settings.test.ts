import { expect, it, test } from "vitest";
import { defaultReminderPolicy, type ReminderPolicy, wholePolicy } from "./reminder-policy";
import { reminderPolicyRefusal, reminderPolicySchema } from "./reminder-settings";

const codeOf = (some: Partial<ReminderPolicy>) =>
  reminderPolicyRefusal({ ...defaultReminderPolicy, ...some })?.code ?? "fine";
const rule = { obligation: "due", when: "before", workdays: 3 } as const;

test.each<[string, Partial<ReminderPolicy>]>([
  ["fine", {}],
  ["fine", { rules: [{ ...rule, obligation: "receipt", when: "after" }] }],
  ["assigner_of_receipts", { rules: [{ ...rule, to: ["assigner"] }] }],
  ["escalation_ends_nowhere", { escalation: [{ level: "office", workdays: 15, isOn: false }] }],
  [
    "escalation_levels_fall",
    {
      escalation: [
        { level: "head", workdays: 9 },
        { level: "office", workdays: 3 },
      ],
    },
  ],
  [
    "fine",
    {
      escalation: [
        { level: "head", workdays: 9, isOn: false },
        { level: "office", workdays: 3 },
      ],
    },
  ],
])("%s: %j", (code, some) => {
  expect(codeOf(some)).toBe(code);
});

it("a rule speaks to somebody, and counts one to sixty days", () => {
  const fits = (some: object) =>
    reminderPolicySchema.safeParse({ ...defaultReminderPolicy, rules: [{ ...rule, ...some }] })
      .success;
  expect(fits({ to: ["supervisor"], counts: "days", byMail: false, isOn: false })).toBe(true);
  for (const amiss of [{ to: [] }, { to: ["everybody"] }, { workdays: 0 }, { every: 61 }])
    expect([amiss, fits(amiss)]).toEqual([amiss, false]);
});

it("what was kept before rules said it all reads as it always did", () => {
  const { rules, escalation } = wholePolicy(defaultReminderPolicy);
  expect(rules[4]).toEqual({
    ...{ obligation: "due", when: "after", workdays: 7, every: 30 },
    ...{ counts: "workdays", to: ["handler", "head"], byMail: true, isOn: true },
  });
  expect(escalation.every(({ isOn }) => isOn)).toBe(true);
});
