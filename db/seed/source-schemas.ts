import { z } from "zod";
import { excludedKinds } from "@/db/schema/documents";
import { daySchema } from "@/lib/domain/calendar/days";
import { deadlineKinds } from "@/lib/domain/calendar/deadlines";
import { departmentKinds } from "@/lib/domain/people/departments";
import { taskKinds } from "@/lib/domain/tasks/tasks";

/** Where a passage stands in the page: UTF-16 indices, end exclusive. */
const place = { start: z.int().nonnegative(), end: z.int().positive() };
const note = z.string().nullable();

export const documentSchema = z.strictObject({
  slug: z.string(),
  title: z.string(),
  titleNote: note,
  kind: z.string(),
  issuer: z.string(),
  issuerNote: note,
  documentNumber: z.string().nullable(),
  documentNumberNote: note,
  datedOn: daySchema.nullable(),
  dateNote: note,
  publishedOn: daySchema,
  ...place,
});

export const planSchema = z.strictObject({
  slug: z.string(),
  document: z.string(),
  series: z.string(),
  kind: z.literal("measures"),
  title: z.string(),
  shortTitle: z.string(),
  summary: z.string(),
  order: z.int(),
});

const deadlineSchema = z.strictObject({
  verbatim: z.string().nullable(),
  kind: z.enum(deadlineKinds),
  windowStart: daySchema.nullable(),
  dueOn: daySchema.nullable(),
  basis: z.literal("source").nullable(),
  note,
});

export const taskSchema = z.strictObject({
  code: z.string(),
  parent: z.string().nullable(),
  kind: z.enum(taskKinds),
  title: z.string(),
  quote: z.string(),
  ...place,
  reference: z.string().nullable(),
  note,
  ownerVerbatim: z.string().nullable(),
  lead: z.string().nullable(),
  cooperating: z.array(z.string()),
  ownerBasis: z.enum(["source", "proposed"]).nullable(),
  deadline: deadlineSchema.nullable(),
});

export const departmentSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  kind: z.enum(departmentKinds),
  parent: z.string().nullable(),
  order: z.int(),
  /** Of a collective: the kinds of its members. Left out where the page does not say who they are. */
  members: z.array(z.enum(departmentKinds)).optional(),
});

export const excludedSchema = z.strictObject({
  kind: z.enum(excludedKinds),
  title: z.string(),
  quote: z.string(),
  ...place,
  reason: z.string(),
});

export const indicatorSchema = z.strictObject({
  name: z.string(),
  value: z.string(),
  unit: z.string(),
  period: z.string().nullable(),
  quote: z.string(),
  ...place,
});
