import { z } from "zod";
import { keySchema, versionSchema } from "@/lib/domain/inputs";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import {
  escalationLevels,
  planObligationTypes,
  type ReminderPolicy,
  reminderAudiences,
  wholeRule,
} from "./reminder-policy";

/** How many days a limit or a rule may count. */
export const countedDays = z
  .number("workdays")
  .int("workdays")
  .min(1, "workdays")
  .max(60, "workdays");

const reminderRule = z.strictObject({
  obligation: z.enum(planObligationTypes),
  when: z.enum(["before", "after"]),
  workdays: countedDays,
  every: countedDays.optional(),
  counts: z.enum(["workdays", "days"]).optional(),
  to: z
    .array(z.enum(reminderAudiences))
    .min(1, "audience_required")
    .max(reminderAudiences.length)
    .optional(),
  byMail: z.boolean().optional(),
  isOn: z.boolean().optional(),
});

const escalationStep = z.strictObject({
  level: z.enum(escalationLevels),
  workdays: countedDays,
  isOn: z.boolean().optional(),
});

/** Whom a plan reminds, when and how, and how what is late climbs. */
export const reminderPolicySchema = z.strictObject({
  rules: z.array(reminderRule).max(30),
  escalation: z.array(escalationStep).max(4),
  gapHours: z.number("hours").int("hours").min(1, "hours").max(168, "hours"),
});

/** What the director sets for the plans that are made from then on. */
export const setReminderDefaultsSchema = z.strictObject({
  key: keySchema,
  version: versionSchema,
  reminders: reminderPolicySchema,
});
export type SetReminderDefaultsInput = z.infer<typeof setReminderDefaultsSchema>;

/**
 * Why a policy may not be, or null: only of a receipt whoever assigned it is reminded, the levels that are on rise, and the
 * last is on, where what nobody answers for ends.
 */
export function reminderPolicyRefusal({ rules, escalation }: ReminderPolicy): Refusal | null {
  const field = "reminders";
  const isAmiss = rules.some(
    (rule) => rule.obligation !== "receipt" && wholeRule(rule).to.includes("assigner"),
  );
  if (isAmiss) return refuse("assigner_of_receipts", { field });
  const isOff = ({ isOn }: { isOn?: boolean }) => isOn === false;
  if (escalation.some((step) => step.level === "office" && isOff(step)))
    return refuse("escalation_ends_nowhere", { field });
  const heights = escalationLevels.flatMap(
    (level) => escalation.find((each) => each.level === level && !isOff(each)) ?? [],
  );
  const falls = heights.some(({ workdays: days }, i) => days < (heights[i - 1]?.workdays ?? 0));
  return falls ? refuse("escalation_levels_fall", { field }) : null;
}
