import { z } from "zod";
import { daySchema } from "@/lib/domain/calendar/days";
import { deadlineBases, deadlineKinds } from "@/lib/domain/calendar/deadlines";
import { departmentKinds } from "@/lib/domain/people/departments";
import { lights } from "@/lib/domain/tasks/lights";
import { rollupReasons } from "@/lib/domain/tasks/rollup";
import { ownerBases, taskKinds, taskStatuses } from "@/lib/domain/tasks/tasks";

const day = daySchema.describe("北京时间的日期");
const url = z.url();
const percent = z.number().min(0).max(100).nullable();
const count = z.number().int().min(0);
const unit = z.strictObject({ code: z.string(), name: z.string() });

export const taskSchema = z.strictObject({
  code: z.string().describe("编号，永久不变"),
  title: z.string(),
  kind: z.enum(taskKinds),
  plan: z.string().describe("所属方案"),
  parent: z.string().nullable().describe("上级任务的编号"),
  quote: z.string().describe("文件原文"),
  document: z.strictObject({ slug: z.string(), title: z.string(), url }),
  place: z
    .strictObject({ paragraph: count, start: count, end: count })
    .describe("原文在文件中的段落和起止位置"),
  status: z.enum(taskStatuses).nullable().describe("原则要求不设状态，为 null"),
  light: z.enum(lights).nullable(),
  lightReason: z.enum(rollupReasons).nullable(),
  percent: percent.describe("报称进度；尚未公开为 null"),
  scheduledPercent: percent.describe("序时进度；没有起止日期为 null"),
  evidenceCount: count.describe("已公开进展所附佐证材料份数"),
  lead: z.string().nullable(),
  leadCode: z.string().nullable(),
  cooperating: z.array(unit),
  ownerBasis: z.enum(ownerBases).nullable(),
  ownerVerbatim: z.string().nullable(),
  dueDate: day.nullable(),
  window: z.strictObject({ start: day, end: day.nullable() }).nullable(),
  baselineDueDate: day.nullable().describe("最初的完成时限"),
  slipDays: z.number().int().nullable().describe("现时限比最初时限推迟的天数"),
  daysLate: count.describe("逾期天数"),
  daysPastPromise: count.describe("办结比最初承诺晚的天数；未办结为 0"),
  deadlineVerbatim: z.string().nullable(),
  deadlineKind: z.enum(deadlineKinds),
  deadlineBasis: z.enum(deadlineBases).nullable(),
  completedOn: day.nullable(),
  struckOffOn: day.nullable(),
  updatedOn: day.nullable().describe("最近一次公开进展的日期"),
  demo: z.boolean().describe("是否演示数据"),
  url,
});
export type OpenTask = z.infer<typeof taskSchema>;

export const planSchema = z.strictObject({
  slug: z.string(),
  title: z.string(),
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
  kind: z.enum(departmentKinds),
  parent: z.string().nullable(),
  leads: count.describe("牵头的任务数"),
  cooperates: count.describe("配合的任务数"),
  url,
});
export type OpenUnit = z.infer<typeof unitSchema>;

export const refusalSchema = z.strictObject({
  error: z.enum(["bad_request", "not_found", "unavailable"]),
  parameters: z.array(z.string()).optional(),
  message: z.string(),
});
