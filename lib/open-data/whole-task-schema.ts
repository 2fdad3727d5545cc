import { z } from "zod";
import { daySchema } from "@/lib/domain/calendar/days";
import { dueMoveCauses } from "@/lib/domain/calendar/deadlines";
import { letterKinds } from "@/lib/domain/letters/letters";
import { readingFlags } from "@/lib/domain/public/readings";
import { disclosureGrounds, disclosures } from "@/lib/domain/releases";
import { submissionKinds } from "@/lib/domain/submissions/submission-kinds";
import { taskSchema } from "./schemas";

const count = z.number().int().min(0);
const percent = z.number().min(0).max(100).nullable();
const words = z.string().nullable().describe("撤回后为 null");
const reason = z.string().nullable().describe("未公开为 null");

const about = {
  at: z.iso.datetime(),
  day: daySchema,
  code: z.string(),
  title: z.string(),
  plan: z.string(),
  url: z.url(),
  demo: z.boolean(),
};
const step = <Fields extends z.ZodRawShape>(type: string, fields: Fields) =>
  z.strictObject({ ...about, type: z.literal(type), ...fields });

/** What happened to a task, in the words of lib/domain/public/public-changes.ts. */
export const stepSchema = z.union([
  z.strictObject({
    ...about,
    type: z.enum([
      "registered",
      "sent_back",
      "received",
      "resumed",
      "completed",
      "struck_off",
      "reopened",
    ]),
  }),
  step("assigned", { lead: z.string() }),
  step("lead_changed", { from: z.string(), to: z.string() }),
  step("due_moved", {
    from: daySchema,
    to: daySchema,
    days: z.number().int(),
    cause: z.enum(dueMoveCauses),
    reason,
    unit: z.string(),
  }),
  z.strictObject({ ...about, type: z.enum(["suspended", "cancelled", "exempted"]), reason }),
  step("report", { percent, before: percent }),
  step("withdrawn", { reason: z.string() }),
  step("answered", { kind: z.enum(letterKinds) }),
]);
export type OpenStep = z.infer<typeof stepSchema>;

const reportSchema = z.strictObject({
  number: z.number().int().min(1),
  kind: z.enum(submissionKinds),
  periodStart: daySchema.nullable(),
  periodEnd: daySchema.nullable(),
  progress: words,
  problems: words,
  nextSteps: words,
  noNews: z.boolean().nullable().describe("本期无新进展"),
  percent,
  evidenceCount: count,
  publishedOn: daySchema,
  withdrawal: z.strictObject({ on: daySchema, reason: z.string() }).nullable(),
  demo: z.boolean(),
});

const lettersSchema = z
  .strictObject({
    received: count,
    answered: count,
    overdue: count.describe("超过期限未答复"),
    answers: z
      .array(
        z.strictObject({
          kind: z.enum(letterKinds),
          sentOn: daySchema,
          releasedOn: daySchema,
          words: z
            .strictObject({ question: z.string(), answer: z.string(), corrected: z.boolean() })
            .nullable()
            .describe("撤下后为 null"),
          withdrawal: z.strictObject({ on: daySchema, reason: z.string() }).nullable(),
          demo: z.boolean(),
        }),
      )
      .describe("公开的答复，新的在前；来信原文不公开"),
  })
  .describe("公众来信与答复");

/** A task with everything on its public page. */
export const wholeTaskSchema = taskSchema.extend({
  sentence: z.string().nullable().describe("原文所在的整句"),
  reference: z.string().nullable(),
  note: z.string().nullable(),
  children: z.array(z.string()).describe("分项任务的编号"),
  readings: z
    .strictObject({
      declared: z.strictObject({ percent, completed: z.boolean() }).describe("报称"),
      evidenced: z.strictObject({ files: count, verified: z.boolean() }).describe("佐证与核实"),
      scheduled: z
        .strictObject({
          percent,
          daysLate: count,
          daysPastPromise: count.describe("办结比最初承诺晚的天数；未办结为 0"),
        })
        .describe("序时"),
      flags: z
        .array(z.strictObject({ flag: z.enum(readingFlags), count: z.number() }))
        .describe("三者不一致之处"),
    })
    .nullable()
    .describe("三种读数并列，分项任务的佐证材料计入上级任务；原则要求为 null"),
  reports: z.array(reportSchema).describe("已公开的进展，新的在前"),
  undisclosed: z
    .array(
      z.strictObject({
        approvedOn: daySchema,
        disclosure: z.enum(disclosures).nullable().describe("null 为等待公开审查"),
        ground: z.enum(disclosureGrounds).nullable(),
      }),
    )
    .describe("已审核、未公开的进展：只列事实，不含内容"),
  letters: lettersSchema,
  steps: z.array(stepSchema).describe("经过，新的在前"),
});
export type WholeTask = z.infer<typeof wholeTaskSchema>;
