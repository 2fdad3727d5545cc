import { z } from "zod";
import {
  countedDays,
  reminderPolicyRefusal,
  reminderPolicySchema,
} from "@/lib/domain/chasing/reminder-settings";
import {
  countersignersOf,
  type ReviewStep,
  reviewers,
  stepsOf,
} from "@/lib/domain/submissions/submission-kinds";
import { acceptsGaps, keySchema, slugSchema, versionSchema } from "./inputs";
import { type Refusal, refuse } from "./refusals";
import { longText } from "./texts";

const points = z.number("points").int("points").min(1, "points").max(100, "points");

const reviewStep = z.strictObject({
  by: z.enum(reviewers).exclude(["director"]),
  departmentId: z.uuid().optional(),
  workdays: countedDays,
});

/** A plan as it is offered to whoever looks for one, and what they type to find it. */
export type PlanName = { slug: string; title: string };
export const findPlansSchema = z.strictObject({ words: longText(60).trim() });

/** What the office director sets for a plan. It binds what is sent from then on; what is on its way keeps the steps it was sent into. */
export const planSettingsSchema = z.strictObject({
  reviewSteps: z.array(reviewStep).min(1, "steps_required").max(8, "steps_too_many"),
  receiptWorkdays: countedDays,
  objectionWorkdays: countedDays,
  evidenceRequired: z.boolean(),
  releaseCheck: z.boolean(),
  answerWorkdays: countedDays,
  dueSoonDays: z.number("workdays").int("workdays").min(0, "workdays").max(60, "workdays"),
  behindPoints: points,
  farBehindPoints: points,
  reminders: reminderPolicySchema,
});
export type PlanSettings = z.infer<typeof planSettingsSchema>;

export const configurePlanSchema = z.strictObject({
  acceptsGaps,
  key: keySchema,
  slug: slugSchema,
  version: versionSchema,
  settings: planSettingsSchema,
});
export type ConfigurePlanInput = z.infer<typeof configurePlanSchema>;

/** Who could take the steps: how many heads each unit has, by its id, and how many supervisors there are. Enabled ones only. */
export type Reviewers = {
  units: ReadonlyMap<string, { name: string; heads: number }>;
  supervisors: number;
};

/**
 * Why settings may not be, or null: the last word is a supervisor's or a countersigning unit's, nobody is asked twice,
 * there is a person of their own for every step, far behind is further than behind, and the reminders may be.
 */
export function planSettingsRefusal(
  { reviewSteps, behindPoints, farBehindPoints, reminders }: PlanSettings,
  { units, supervisors }: Reviewers,
): Refusal | null {
  const field = "reviewSteps";
  const asked = reviewSteps.map(({ by, departmentId }) => `${by} ${departmentId ?? ""}`);
  const unnamed = reviewSteps.some(
    ({ by, departmentId }) => (by === "countersign") !== (departmentId !== undefined),
  );
  if (unnamed) return refuse("step_unit_required", { field });
  if (hasTwice(asked)) return refuse("step_twice", { field });
  if (reviewSteps.at(-1)?.by === "head") return refuse("last_step_by_head", { field });
  const lacking = headsRefusal(reviewSteps, units);
  if (lacking) return lacking;
  if (reviewSteps.filter(({ by }) => by === "supervisor").length > supervisors)
    return refuse("too_few_supervisors", { field, params: { supervisors } });
  if (farBehindPoints <= behindPoints)
    return refuse("far_behind_not_further", { field: "farBehindPoints" });
  return reminderPolicyRefusal(reminders);
}

/** One person counts once: a countersigning unit needs a head for each step its heads are asked, also when it leads itself. */
function headsRefusal(steps: readonly ReviewStep[], units: Reviewers["units"]): Refusal | null {
  const field = "reviewSteps";
  for (const id of countersignersOf(steps)) {
    const unit = units.get(id);
    if (!unit) return refuse("unit_unknown", { field });
    const { name, heads } = unit;
    if (heads === 0) return refuse("steps_without_reviewer", { field, params: { unit: name } });
    const ofUnit = (step: ReviewStep) => step.by === "head" || step.departmentId === id;
    const asked = stepsOf("progress", steps, id).filter(ofUnit).length;
    if (asked > heads)
      return refuse("too_few_heads", { field, params: { unit: name, asked, heads } });
  }
  return null;
}

/** Two supervisors one after the other are two persons; the same head twice would be one. */
function hasTwice(asked: string[]): boolean {
  const heads = asked.filter((each) => !each.startsWith("supervisor"));
  return new Set(heads).size < heads.length;
}

/** The names of the settings that differ, for the history and for the page. */
export function changedSettings(before: PlanSettings, after: PlanSettings): string[] {
  const names = Object.keys(after) as (keyof PlanSettings)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
