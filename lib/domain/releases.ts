import { z } from "zod";
import { addDays, type Day, endOfDay } from "@/lib/domain/calendar/days";
import { limitEndsOn } from "@/lib/domain/calendar/time-limits";
import { addWorkdays, type WorkCalendar, workdaysBetween } from "@/lib/domain/calendar/work-days";
import { refusalFor, type Subject } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import type { TypedContent } from "@/lib/domain/submissions/contents";
import type { SubmissionStatus } from "@/lib/domain/submissions/submissions";
import {
  type Disclosure,
  type DisclosureGround,
  disclosureGrounds,
  disclosures,
  isReleasableKind,
  releasableKinds,
} from "./disclosure";
import { idSchema, keySchema, type Query } from "./inputs";
import { isReport, type SubmissionKind } from "./kinds";
import { publicTextRefusal } from "./public-text";
import { type Refusal, refuse } from "./refusals";
import { filledText, textLimits } from "./texts";

/** What was approved and speaks to the public, with what was decided on it and the working days left to decide. */
export type ListedRelease = {
  id: string;
  kind: SubmissionKind;
  /** The task that it is about. */
  code: string;
  title: string;
  unit: string;
  approvedAt: Date;
  dueOn: Day;
  workdaysLeft: number;
  disclosure: Disclosure | null;
  ground: DisclosureGround | null;
  withdrawnAt: Date | null;
  withdrawalReason: string | null;
};

/** How the releases are narrowed, as the address holds it: how they stand, their kind, and words of their task or unit. */
export const releaseStates = ["late", "waiting", "decided"] as const;
const releaseFiltersSchema = z.object({
  state: z.enum(releaseStates).or(z.literal("")).catch("").default(""),
  kind: z.enum(releasableKinds).or(z.literal("")).catch("").default(""),
  q: z.string().trim().max(60).catch("").default(""),
});
export type ReleaseFilters = z.infer<typeof releaseFiltersSchema>;

export function readReleaseFilters(query: Query): ReleaseFilters {
  return releaseFiltersSchema.parse(query);
}

/** The address of a page of the releases narrowed like this. */
export function releasesHref(filters: ReleaseFilters, page: number): string {
  const set = Object.entries(filters).filter(([, value]) => value !== "");
  return `/releases?${new URLSearchParams([...set, ["page", String(page)]])}`;
}

/** Phrases that the basis (依据) of a release may begin with, by their names in the catalogs. */
export const releaseBases = ["duty", "secrecy", "privacy", "asked", "internal"] as const;

/** What the rules of a release need to know of an approved submission. */
export type ReleaseState = Pick<Subject, "leadDepartmentId" | "cooperatingIds"> & {
  kind: SubmissionKind;
  status: SubmissionStatus;
  /** Every person who wrote on it: nobody releases their own words. */
  contributorIds: readonly string[];
  /** Of a completion (办结): the person who has verified it (核查销号). Whoever verifies neither approves nor releases. */
  verifierId: string | null;
  disclosure: Disclosure | null;
  isWithdrawn: boolean;
};

/** Why this person may not make the release check (公开审查) of it now, or null. 条例 §17: by somebody other than the author. */
export function releaseRefusal(actor: Actor, state: ReleaseState): Refusal | null {
  const refusal = refusalFor(actor, "submission.release", state);
  if (refusal) return refusal;
  if (state.status !== "approved" || !isReleasableKind(state.kind))
    return refuse("release_not_approved");
  if (state.disclosure !== null) return refuse("release_decided");
  if (state.verifierId === actor.personId) return refuse("release_own_verification");
  return state.contributorIds.includes(actor.personId) ? refuse("submission_own_work") : null;
}

/** Why this person may not withdraw it from the public now, or null. */
export function unpublishRefusal(actor: Actor, state: ReleaseState): Refusal | null {
  const refusal = refusalFor(actor, "submission.release", state);
  if (refusal) return refusal;
  if (state.disclosure !== "public") return refuse("release_not_public");
  return state.isWithdrawn ? refuse("release_withdrawn") : null;
}

export const releaseSchema = z.strictObject({
  key: keySchema,
  submissionId: idSchema,
  disclosure: z.enum(disclosures, "disclosure_required"),
  ground: z.enum(disclosureGrounds).nullable(),
  /** What the checker went by (依据), kept inside. */
  basis: filledText(textLimits.reason, "basis_required"),
});
export type ReleaseInput = z.infer<typeof releaseSchema>;
/** A ground is named exactly where something is withheld. */
export const groundNamed = [
  ({ disclosure, ground }: Pick<ReleaseInput, "disclosure" | "ground">) =>
    (disclosure === "withheld") === (ground !== null),
  { path: ["ground"], error: "ground_required" },
] satisfies Parameters<typeof releaseSchema.refine>;
export const wholeReleaseSchema = releaseSchema.refine(...groundNamed);

export const unpublishSchema = z.strictObject({
  key: keySchema,
  submissionId: idSchema,
  /** Said in public. */
  reason: filledText(textLimits.reason, "reason_required"),
});
export type UnpublishInput = z.infer<typeof unpublishSchema>;

/** Why such words may not become public, or null: each text that a reader would see is looked at once more. */
export function releasedTextRefusal({ kind, content }: TypedContent): Refusal | null {
  const texts = publicTextsOf(kind, content as Record<string, unknown>);
  for (const text of texts) {
    const refusal = publicTextRefusal(text, "disclosure");
    if (refusal) return refusal;
  }
  return null;
}

/** The parts of a submission that its release makes public. */
export function publicParts(kind: SubmissionKind): readonly string[] {
  if (!isReleasableKind(kind)) return [];
  const fields = publicFields[kind as (typeof releasableKinds)[number]];
  return isReport(kind) ? ["period", "percent", ...fields] : fields;
}

const publicFields: Record<(typeof releasableKinds)[number], readonly string[]> = {
  progress: ["progress", "problems", "nextSteps"],
  completion: ["progress", "problems", "nextSteps"],
  extension: ["reason"],
  adjustment: ["reason"],
  answer: ["question", "answer"],
};

function publicTextsOf(kind: SubmissionKind, content: Record<string, unknown>): string[] {
  if (!isReleasableKind(kind)) return [];
  const fields = publicFields[kind as (typeof releasableKinds)[number]];
  return fields.map((field) => String(content[field] ?? ""));
}

/** 自该政府信息形成或者变更之日起20个工作日内 (条例 §26), its own day not counted (民法典 §201). */
const releaseWorkdays = 20;

/** The last day to decide on the release of what was approved at this instant. */
export function releaseDueOn(approvedAt: Date, calendar: WorkCalendar): Day {
  return limitEndsOn(approvedAt, releaseWorkdays, calendar);
}

/** The instant before which something was approved that is past its last day on `today`: lists find it by that. */
export function lateBefore(today: Day, calendar: WorkCalendar): Date {
  let day = today;
  while (workdaysBetween(today, addWorkdays(day, releaseWorkdays, calendar), calendar) >= 0)
    day = addDays(day, -1);
  return endOfDay(day);
}
