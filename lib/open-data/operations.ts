import { z } from "zod";
import { daySchema } from "@/lib/domain/calendar/days";
import { dueChoices, searchOrders } from "@/lib/domain/public/public-search";
import { lights } from "@/lib/domain/tasks/lights";
import messages from "@/messages/zh-CN.json";
import { limitSchema } from "./paging";
import { planSchema, taskSchema, unitSchema } from "./schemas";
import { changeSchema, wholeTaskSchema } from "./whole-task-schema";

const {
  operations: summaries,
  parameters: descriptions,
  fields: meanings,
  exampleSearch,
} = messages.openApi;

type Parameter = {
  name: string;
  in: "query" | "path";
  required?: true;
  description: string;
  schema: z.ZodType;
  example?: string;
};
export type Operation = {
  id: string;
  path: string;
  summary: string;
  parameters?: Parameter[];
  /** What a 200 holds. */
  body: z.ZodType;
  type: string;
  /** Addresses under /api/v1 that respond with 200. */
  examples: string[];
};

const json = "application/json";
const anything = z.record(z.string(), z.unknown());

const query = (name: keyof typeof descriptions, schema: z.ZodType = z.string()): Parameter => ({
  name,
  in: "query",
  description: descriptions[name],
  schema,
});
const asof = query("asof", daySchema);
const part = [query("limit", limitSchema), query("after")];
const next = z.url().nullable().describe(meanings.next);
const total = z.number().int().min(0).describe(meanings.total);
const filters = [
  query("q"),
  query("plan"),
  query("unit"),
  query("city"),
  query("light", z.array(z.enum(lights))),
  query("due", z.enum(dueChoices)),
  query("from", daySchema),
  query("to", daySchema),
  query("order", z.enum(searchOrders)),
  asof,
];
const code: Parameter = {
  name: "code",
  in: "path",
  required: true,
  description: descriptions.code,
  schema: z.string(),
  example: "AIR-01",
};

/** Every operation of /api/v1. */
export const operations: Operation[] = [
  {
    id: "listPlans",
    path: "/plans",
    summary: summaries.listPlans,
    parameters: [asof, ...part],
    body: z.strictObject({ asOf: daySchema, total, plans: z.array(planSchema), next }),
    type: json,
    examples: ["/plans", "/plans?limit=2&after=air"],
  },
  {
    id: "listTasks",
    path: "/tasks",
    summary: summaries.listTasks,
    parameters: [...filters, ...part],
    body: z.strictObject({ asOf: daySchema, total, tasks: z.array(taskSchema), next }),
    type: json,
    examples: [
      "/tasks",
      "/tasks?plan=air&light=red&light=yellow&order=due",
      `/tasks?q=${encodeURIComponent(exampleSearch)}&unit=ecology`,
      "/tasks?city=taiyuan&due=year",
      "/tasks?limit=10&after=AIR-02&order=updated",
    ],
  },
  {
    id: "listTasksCsv",
    path: "/tasks.csv",
    summary: summaries.listTasksCsv,
    parameters: filters,
    body: z.string(),
    type: "text/csv",
    examples: ["/tasks.csv", "/tasks.csv?plan=air&due=overdue"],
  },
  {
    id: "getTask",
    path: "/tasks/{code}",
    summary: summaries.getTask,
    parameters: [code, asof],
    body: z.strictObject({ asOf: daySchema, task: wholeTaskSchema }),
    type: json,
    examples: ["/tasks/AIR-01"],
  },
  {
    id: "listUnits",
    path: "/units",
    summary: summaries.listUnits,
    parameters: [asof, ...part],
    body: z.strictObject({ asOf: daySchema, total, units: z.array(unitSchema), next }),
    type: json,
    examples: ["/units", "/units?limit=2&after=ecology"],
  },
  {
    id: "listChanges",
    path: "/changes",
    summary: summaries.listChanges,
    parameters: [query("since", daySchema), query("until", daySchema), ...part],
    body: z.strictObject({
      ...{ since: daySchema, until: daySchema },
      changes: z.array(changeSchema),
      next,
    }),
    type: json,
    examples: ["/changes", "/changes?since=2024-01-01"],
  },
  {
    id: "getCatalog",
    path: "/catalog.jsonld",
    summary: summaries.getCatalog,
    parameters: part,
    body: anything,
    type: "application/ld+json",
    examples: ["/catalog.jsonld"],
  },
  {
    id: "getOpenApi",
    path: "/openapi.json",
    summary: summaries.getOpenApi,
    body: anything,
    type: json,
    examples: ["/openapi.json"],
  },
];
