import { z } from "zod";
import { reportingCycles } from "@/lib/domain/calendar/periods";
import { disclosureGrounds, disclosures } from "@/lib/domain/disclosure";
import { roles } from "@/lib/domain/people/roles";

import people from "./data/demo-people.json" with { type: "json" };
import progress from "./data/demo-progress.json" with { type: "json" };
import texts from "./data/demo-texts.json" with { type: "json" };
import demoWords from "./data/demo-words.json" with { type: "json" };
import admins from "./data/first-admins.json" with { type: "json" };

const personSchema = z.strictObject({
  username: z.string(),
  name: z.string(),
  role: z.enum(roles),
  unit: z.string(),
});

/** How far a report of the demo came, from a draft to published. */
const reportEnds = [
  "draft",
  "with_head",
  "with_supervisor",
  "returned_by_head",
  "returned_by_supervisor",
  "published",
] as const;

/** Days count from the demo's first day. */
const dayOffset = z.int().min(-90);

/** What the release check of a plan that asks for one decided. */
const releaseSchema = z.strictObject({
  on: dayOffset.negative(),
  disclosure: z.enum(disclosures),
  ground: z.enum(disclosureGrounds).nullable().default(null),
  basis: z.string().startsWith(demoWords.mark),
});
export type DemoRelease = z.infer<typeof releaseSchema>;

const reportSchema = z.strictObject({
  on: dayOffset.negative(),
  kind: z.enum(["progress", "completion"]).default("progress"),
  /** Report on the period before the one it is written in. */
  onPreviousPeriod: z.boolean().default(false),
  percent: z.int().nullable(),
  text: z.string(),
  end: z.enum(reportEnds),
  reason: z.string().optional(),
  /** Absent: the approval made it public, or the check is still to be made. */
  release: releaseSchema.optional(),
});
export type DemoReport = z.infer<typeof reportSchema>;

const taskStorySchema = z.strictObject({
  code: z.string(),
  assigned: dayOffset,
  received: dayOffset.nullable(),
  cycle: z.enum(reportingCycles),
  /** Absent: the date the document gives, or none. */
  due: dayOffset.optional(),
  reports: z.array(reportSchema).default([]),
});
export type TaskStory = z.infer<typeof taskStorySchema>;

const textSchema = z.strictObject({
  progress: z.string(),
  problems: z.string(),
  nextSteps: z.string(),
});

/** Invented people: an official and a head for each of some units, two supervisors, and one of each other role. */
export const demoPeople = z.array(personSchema).parse(people);

/** The three administrators of a real installation, none of whom is the other two (GB/T 22239 8.1.5). */
export const firstAdmins = z.array(personSchema).parse(admins);

/** What happened to which task, invented so that every state is there to see. */
export const demoProgress = z.array(taskStorySchema).parse(progress);

/** What reports say, by the name they use; {title} stands for the task's title. */
export const demoTexts = new Map(Object.entries(z.record(z.string(), textSchema).parse(texts)));
