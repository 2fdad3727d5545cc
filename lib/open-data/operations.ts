import { z } from "zod";
import { daySchema } from "@/lib/domain/calendar/days";
import { dueChoices, searchOrders } from "@/lib/domain/public/public-search";
import { lights } from "@/lib/domain/tasks/lights";
import { planSchema, taskSchema, unitSchema } from "./schemas";
import { stepSchema, wholeTaskSchema } from "./whole-task-schema";

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
  answer: z.ZodType;
  type: string;
  /** Addresses under /api/v1 that are answered. */
  examples: string[];
};

const json = "application/json";
const anything = z.record(z.string(), z.unknown());

const query = (name: string, description: string, schema: z.ZodType = z.string()): Parameter => ({
  name,
  in: "query",
  description,
  schema,
});
const asof = query("asof", "看这一天结束时的样子；不写为今天", daySchema);
const filters = [
  query("q", "关键字：编号、任务名称或原文含有其中每一个词，以空格分开"),
  query("plan", "方案"),
  query("unit", "单位：由其牵头或配合"),
  query("city", "市县：由其或其下属单位牵头或配合"),
  query("light", "预警，可以有几个", z.array(z.enum(lights))),
  query("due", "时限：已逾期、三十日内到期、今年到期、没有时限", z.enum(dueChoices)),
  query("from", "完成时限不早于", daySchema),
  query("to", "完成时限不晚于", daySchema),
  query("order", "排序：文件顺序、时限、最近更新、预警程度", z.enum(searchOrders)),
  asof,
];
const code: Parameter = {
  name: "code",
  in: "path",
  required: true,
  description: "任务编号",
  schema: z.string(),
  example: "AIR-01",
};

/** Every operation of /api/v1. */
export const operations: Operation[] = [
  {
    id: "listPlans",
    path: "/plans",
    summary: "方案，及各方案的任务有多少办结、正常、滞后",
    parameters: [asof],
    answer: z.strictObject({ asOf: daySchema, plans: z.array(planSchema) }),
    type: json,
    examples: ["/plans"],
  },
  {
    id: "listTasks",
    path: "/tasks",
    summary: "任务，可以筛选",
    parameters: filters,
    answer: z.strictObject({ asOf: daySchema, tasks: z.array(taskSchema) }),
    type: json,
    examples: [
      "/tasks",
      "/tasks?plan=air&light=red&light=yellow&order=due",
      `/tasks?q=${encodeURIComponent("空气质量")}&unit=ecology`,
      "/tasks?city=taiyuan&due=year",
    ],
  },
  {
    id: "listTasksCsv",
    path: "/tasks.csv",
    summary: "任务，可以筛选，电子表格（CSV，UTF-8，有 BOM）",
    parameters: filters,
    answer: z.string(),
    type: "text/csv",
    examples: ["/tasks.csv", "/tasks.csv?plan=air&due=overdue"],
  },
  {
    id: "getTask",
    path: "/tasks/{code}",
    summary: "一项任务的全部公开内容：三种读数、进展、经过",
    parameters: [code, asof],
    answer: z.strictObject({ asOf: daySchema, task: wholeTaskSchema }),
    type: json,
    examples: ["/tasks/AIR-01"],
  },
  {
    id: "listUnits",
    path: "/units",
    summary: "牵头或配合任务的单位",
    parameters: [asof],
    answer: z.strictObject({ asOf: daySchema, units: z.array(unitSchema) }),
    type: json,
    examples: ["/units"],
  },
  {
    id: "listChanges",
    path: "/changes",
    summary: "一段日子里的变化，新的在前；不写起止为最近三十天",
    parameters: [
      query("since", "从这一天起（含）", daySchema),
      query("until", "到这一天止（含）", daySchema),
    ],
    answer: z.strictObject({ since: daySchema, until: daySchema, changes: z.array(stepSchema) }),
    type: json,
    examples: ["/changes", "/changes?since=2024-01-01"],
  },
  {
    id: "getCatalog",
    path: "/catalog.jsonld",
    summary: "数据目录（DCAT 3，JSON-LD）",
    answer: anything,
    type: "application/ld+json",
    examples: ["/catalog.jsonld"],
  },
  {
    id: "getOpenApi",
    path: "/openapi.json",
    summary: "本说明（OpenAPI 3.1）",
    answer: anything,
    type: json,
    examples: ["/openapi.json"],
  },
];
