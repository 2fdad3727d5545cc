import { z } from "zod";
import { daySchema } from "@/lib/domain/calendar/days";
import { deadlineKinds } from "@/lib/domain/calendar/deadlines";
import { reportingCycles } from "@/lib/domain/calendar/periods";
import { plainText } from "@/lib/domain/documents/spans";
import { idSchema } from "@/lib/domain/inputs";
import { taskKinds } from "@/lib/domain/tasks/tasks";
import { filledText, longText } from "@/lib/domain/texts";
import { deepest } from "./codes";

/** How much fits: a long policy document has some 30,000 characters. */
export const draftLimits = {
  text: 200_000,
  line: 200,
  summary: 500,
  quote: 5000,
  tasks: 300,
} as const;

const line = longText(draftLimits.line).trim();
const filledLine = (missing: string) => filledText(draftLimits.line, missing);
const filledDay = z.iso.date("date_required").pipe(daySchema);
const day = daySchema.nullable();

/** What a plan rests on: a document (政策文件), or a decision without one, whose words are the text. */
export const bases = ["document", "instruction", "meeting"] as const;
export type Basis = (typeof bases)[number];

export const draftDocumentSchema = z.strictObject({
  basis: z.enum(bases),
  title: filledLine("document_title_required"),
  kind: filledLine("kind_required"),
  issuer: filledLine("issuer_required"),
  documentNumber: line,
  datedOn: day,
  publishedOn: filledDay,
  text: longText(draftLimits.text).overwrite(plainText).min(1, "text_required"),
});
export type DraftDocument = z.infer<typeof draftDocumentSchema>;

/** The letters that all its codes begin with, chosen once. */
export const prefixSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2,8}$/, "prefix");

export const draftPlanSchema = z.strictObject({
  title: filledLine("plan_title_required"),
  shortTitle: filledText(20, "short_title_required"),
  summary: longText(draftLimits.summary).trim(),
  prefix: prefixSchema,
});
export type DraftPlan = z.infer<typeof draftPlanSchema>;

export const draftTaskSchema = z.strictObject({
  uid: idSchema,
  depth: z.int().min(0).max(deepest),
  kind: z.enum(taskKinds),
  title: filledLine("task_title_required"),
  /** A translation of it; not said of drafts from before that there was one. */
  titleEn: line.optional(),
  quote: longText(draftLimits.quote).overwrite(plainText),
  /** Where the quote begins, if somebody chose it in the text. */
  at: z.int().nonnegative().nullable(),
  reference: line,
  ownerVerbatim: line,
  leadId: idSchema.nullable(),
  cooperatingIds: z.array(idSchema).max(50),
  deadlineVerbatim: line,
  deadlineKind: z.enum(deadlineKinds),
  windowStart: day,
  dueOn: day,
  cycle: z.enum(reportingCycles),
  /** What somebody gave who read the words otherwise: a unit or a day that is ours, not the document's. */
  byHand: z.array(z.enum(["owner", "deadline"])).optional(),
});
export type DraftTask = z.infer<typeof draftTaskSchema>;

/** A task as somebody types it: its units by name, those that cooperate one after the other (甲、乙). */
export const typedTaskSchema = draftTaskSchema
  .omit({ leadId: true, cooperatingIds: true, byHand: true })
  .extend({ lead: line, cooperating: longText(2000).trim() });
export type TypedTask = z.infer<typeof typedTaskSchema>;

/** The names in what was typed of several units. */
export function unitNames(typed: string): string[] {
  return [
    ...new Set(
      typed
        .split(/[、，,；;\n]/)
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ];
}

/** One change of the list of tasks: one put in or changed, moved among its like, moved in or out, or removed. */
export const taskEditSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("put"), task: typedTaskSchema }),
  z.strictObject({ type: z.literal("move"), uid: idSchema, by: z.literal([-1, 1]) }),
  z.strictObject({ type: z.literal("nest"), uid: idSchema, by: z.literal([-1, 1]) }),
  z.strictObject({ type: z.literal("remove"), uid: idSchema }),
]);
type Typed = z.infer<typeof taskEditSchema>;
export type TaskEdit = Exclude<Typed, { type: "put" }> | { type: "put"; task: DraftTask };

/** The tasks after an edit. A task takes what is under it along; what cannot be done changes nothing. */
export function editedTasks(tasks: readonly DraftTask[], edit: TaskEdit): DraftTask[] {
  if (edit.type === "put") return put(tasks, edit.task);
  const from = tasks.findIndex(({ uid }) => uid === edit.uid);
  if (from < 0) return [...tasks];
  const until = endOf(tasks, from);
  const branch = tasks.slice(from, until);
  switch (edit.type) {
    case "remove":
      return [...tasks.slice(0, from), ...tasks.slice(until)];
    case "nest":
      return sound(
        tasks.map((task) =>
          branch.includes(task) ? { ...task, depth: task.depth + edit.by } : task,
        ),
        tasks,
      );
    case "move":
      return moved(tasks, from, until, edit.by);
  }
}

function put(tasks: readonly DraftTask[], task: DraftTask): DraftTask[] {
  const at = tasks.findIndex(({ uid }) => uid === task.uid);
  const depth = Math.min(task.depth, deepest, (tasks.at(-1)?.depth ?? -1) + 1);
  return at < 0
    ? [...tasks, { ...task, depth }]
    : tasks.with(at, { ...task, depth: tasks[at]?.depth ?? 0 });
}

/** No task stands deeper than one under the task before it. */
function sound(edited: DraftTask[], before: readonly DraftTask[]): DraftTask[] {
  const fits = edited.every(
    ({ depth }, i) => depth >= 0 && depth <= Math.min(deepest, (edited[i - 1]?.depth ?? -1) + 1),
  );
  return fits ? edited : [...before];
}

function endOf(tasks: readonly DraftTask[], from: number): number {
  const depth = tasks[from]?.depth ?? 0;
  const next = tasks.findIndex((task, i) => i > from && task.depth <= depth);
  return next < 0 ? tasks.length : next;
}

function moved(tasks: readonly DraftTask[], from: number, until: number, by: -1 | 1): DraftTask[] {
  const depth = tasks[from]?.depth ?? 0;
  const branch = tasks.slice(from, until);
  if (by === 1) {
    if (tasks[until]?.depth !== depth) return [...tasks];
    const end = endOf(tasks, until);
    return [...tasks.slice(0, from), ...tasks.slice(until, end), ...branch, ...tasks.slice(end)];
  }
  const before = tasks.findLastIndex((task, i) => i < from && task.depth <= depth);
  if (tasks[before]?.depth !== depth) return [...tasks];
  return [
    ...tasks.slice(0, before),
    ...branch,
    ...tasks.slice(before, from),
    ...tasks.slice(until),
  ];
}

/** What a registration waits for: 拟办 → 待立项 → 已立项 → 已公开. */
export const registrationStatuses = ["draft", "proposed", "confirmed", "published"] as const;
export type RegistrationStatus = (typeof registrationStatuses)[number];
