import { z } from "zod";
import { daySchema } from "@/lib/domain/calendar/days";
import { deadlineBases, deadlineKinds } from "@/lib/domain/calendar/deadlines";
import { departmentKinds } from "@/lib/domain/people/departments";
import { lights } from "@/lib/domain/tasks/lights";
import { rollupReasons } from "@/lib/domain/tasks/rollup";
import { ownerBases, taskKinds, taskStatuses } from "@/lib/domain/tasks/tasks";
import messages from "@/messages/zh-CN.json";

const meanings = messages.openApi.fields;

const day = daySchema.describe(meanings.day);
const url = z.url();
const percent = z.number().min(0).max(100).nullable();
const count = z.number().int().min(0);
const translation = z.string().nullable().describe(meanings.translation);
const unit = z.strictObject({ code: z.string(), name: z.string(), nameEn: translation });

export const taskSchema = z.strictObject({
  code: z.string().describe(meanings.code),
  title: z.string(),
  titleEn: translation,
  wordingHidden: z.boolean().describe(meanings.wordingHidden),
  kind: z.enum(taskKinds),
  plan: z.string().describe(meanings.plan),
  parent: z.string().nullable().describe(meanings.parent),
  quote: z.string().describe(meanings.quote),
  document: z.strictObject({ slug: z.string(), title: z.string(), url }),
  place: z.strictObject({ paragraph: count, start: count, end: count }).describe(meanings.place),
  status: z.enum(taskStatuses).nullable().describe(meanings.status),
  light: z.enum(lights).nullable(),
  lightReason: z.enum(rollupReasons).nullable(),
  percent: percent.describe(meanings.percent),
  scheduledPercent: percent.describe(meanings.scheduledPercent),
  unreportedParts: count.describe(meanings.unreportedParts),
  waitingReports: count.describe(meanings.waitingReports),
  evidenceCount: count.describe(meanings.evidenceCount),
  lead: z.string().nullable(),
  leadEn: translation,
  leadCode: z.string().nullable(),
  cooperating: z.array(unit),
  ownerBasis: z.enum(ownerBases).nullable(),
  ownerVerbatim: z.string().nullable(),
  dueDate: day.nullable(),
  window: z.strictObject({ start: day, end: day.nullable() }).nullable(),
  baselineDueDate: day.nullable().describe(meanings.baselineDueDate),
  slipDays: z.number().int().nullable().describe(meanings.slipDays),
  daysLate: count.describe(meanings.daysLate),
  daysPastPromise: count.describe(meanings.daysPastPromise),
  deadlineVerbatim: z.string().nullable(),
  deadlineKind: z.enum(deadlineKinds),
  deadlineBasis: z.enum(deadlineBases).nullable(),
  completedOn: day.nullable(),
  completionSentOn: day.nullable().describe(meanings.completionSentOn),
  struckOffOn: day.nullable(),
  updatedOn: day.nullable().describe(meanings.updatedOn),
  demo: z.boolean().describe(meanings.demo),
  url,
});
export type OpenTask = z.infer<typeof taskSchema>;

export const planSchema = z.strictObject({
  slug: z.string(),
  title: z.string(),
  titleEn: translation,
  document: z.strictObject({
    slug: z.string(),
    title: z.string(),
    number: z.string().nullable(),
    issuer: z.string().nullable(),
    datedOn: day.nullable(),
    publishedOn: day.nullable(),
    url,
  }),
  counts: z.strictObject({
    total: count,
    done: count,
    onTrack: count,
    atRisk: count,
    behind: count,
    notStarted: count,
    paused: count,
  }),
  url,
});
export type OpenPlan = z.infer<typeof planSchema>;

export const unitSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  nameEn: translation,
  kind: z.enum(departmentKinds),
  parent: z.string().nullable(),
  leads: count.describe(meanings.leads),
  cooperates: count.describe(meanings.cooperates),
  url,
});
export type OpenUnit = z.infer<typeof unitSchema>;

export const refusalSchema = z.strictObject({
  error: z.enum(["bad_request", "not_found", "unavailable"]),
  parameters: z.array(z.string()).optional(),
  message: z.string(),
});
