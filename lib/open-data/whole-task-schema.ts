import { z } from "zod";
import { daySchema } from "@/lib/domain/calendar/days";
import { dueMoveCauses } from "@/lib/domain/calendar/deadlines";
import { disclosureGrounds, disclosures } from "@/lib/domain/disclosure";
import { submissionKinds } from "@/lib/domain/kinds";
import { letterKinds } from "@/lib/domain/letters/letters";
import { readingFlags } from "@/lib/domain/public/readings";
import messages from "@/messages/zh-CN.json";
import { taskSchema } from "./schemas";

const meanings = messages.openApi.fields;

const count = z.number().int().min(0);
const percent = z.number().min(0).max(100).nullable();
const words = z.string().nullable().describe(meanings.words);
const reason = z.string().nullable().describe(meanings.reason);

const about = {
  at: z.iso.datetime(),
  day: daySchema,
  code: z.string(),
  title: z.string(),
  titleEn: z.string().nullable().describe(meanings.translation),
  plan: z.string(),
  url: z.url(),
  demo: z.boolean(),
};
const change = <Fields extends z.ZodRawShape>(type: string, fields: Fields) =>
  z.strictObject({ ...about, type: z.literal(type), ...fields });

/** What happened to a task, in the words of lib/domain/public/public-changes.ts. */
export const changeSchema = z.union([
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
  change("assigned", { lead: z.string() }),
  change("lead_changed", { from: z.string(), to: z.string() }),
  change("due_moved", {
    from: daySchema,
    to: daySchema,
    days: z.number().int(),
    cause: z.enum(dueMoveCauses),
    reason,
    unit: z.string(),
  }),
  z.strictObject({ ...about, type: z.enum(["suspended", "cancelled", "exempted"]), reason }),
  change("report", { percent, before: percent }),
  change("withdrawn", { reason: z.string() }),
  change("answered", { kind: z.enum(letterKinds) }),
]);
export type OpenChange = z.infer<typeof changeSchema>;

const reportSchema = z.strictObject({
  number: z.number().int().min(1),
  kind: z.enum(submissionKinds),
  periodStart: daySchema.nullable(),
  periodEnd: daySchema.nullable(),
  progress: words,
  problems: words,
  nextSteps: words,
  noNews: z.boolean().nullable().describe(meanings.noNews),
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
    overdue: count.describe(meanings.overdueLetters),
    erased: count.describe(meanings.erasedLetters),
    followedUp: count.describe(meanings.followedUpLetters),
    followUpsAnswered: count.describe(meanings.followUpsAnswered),
    answers: z
      .array(
        z.strictObject({
          kind: z.enum(letterKinds),
          sentOn: daySchema,
          releasedOn: daySchema,
          words: z
            .strictObject({ question: z.string(), answer: z.string(), corrected: z.boolean() })
            .nullable()
            .describe(meanings.letterWords),
          withdrawal: z.strictObject({ on: daySchema, reason: z.string() }).nullable(),
          erasedOn: daySchema.nullable().describe(meanings.erasedOn),
          demo: z.boolean(),
        }),
      )
      .describe(meanings.answers),
  })
  .describe(meanings.letters);

/** A task with everything on its public page. */
export const wholeTaskSchema = taskSchema.extend({
  sentence: z.string().nullable().describe(meanings.sentence),
  reference: z.string().nullable(),
  note: z.string().nullable(),
  children: z.array(z.string()).describe(meanings.children),
  readings: z
    .strictObject({
      declared: z.strictObject({ percent, completed: z.boolean() }).describe(meanings.declared),
      evidenced: z
        .strictObject({ files: count, verified: z.boolean() })
        .describe(meanings.evidenced),
      scheduled: z
        .strictObject({
          percent,
          daysLate: count,
          daysPastPromise: count.describe(meanings.daysPastPromise),
        })
        .describe(meanings.scheduled),
      flags: z
        .array(z.strictObject({ flag: z.enum(readingFlags), count: z.number() }))
        .describe(meanings.flags),
    })
    .nullable()
    .describe(meanings.readings),
  reports: z.array(reportSchema).describe(meanings.reports),
  undisclosed: z
    .array(
      z.strictObject({
        approvedOn: daySchema,
        disclosure: z.enum(disclosures).nullable().describe(meanings.disclosure),
        ground: z.enum(disclosureGrounds).nullable(),
      }),
    )
    .describe(meanings.undisclosed),
  letters: lettersSchema,
  steps: z.array(changeSchema).describe(meanings.steps),
});
export type WholeTask = z.infer<typeof wholeTaskSchema>;
