import { readFileSync } from "node:fs";
import { z } from "zod";
import {
  departmentSchema,
  documentSchema,
  excludedSchema,
  indicatorSchema,
  planSchema,
  taskSchema,
} from "./source-schemas";

function readText(name: string): string {
  return readFileSync(new URL(`./data/${name}`, import.meta.url), "utf8");
}

function readList<T>(name: string, schema: z.ZodType<T>): T[] {
  return z.array(schema).parse(JSON.parse(readText(name)));
}

/** The newspaper page (太原日报 2024-03-22 第3版), byte for byte: every `start` and `end` counts in it. */
export const page = readText("newspaper-page.txt");

/** The six documents of the page, in the order they are shown. */
export const documents = readList("documents.json", documentSchema);

/** One plan per document, under the same slug. */
export const plans = readList("plans.json", planSchema);

/** All items of the six documents, in order; parents come before their children. */
export const tasks = documents.flatMap(({ slug }) =>
  readList(`tasks/${slug}.json`, taskSchema).map((task) => ({ ...task, document: slug })),
);

/** The units the items name, with the 11 cities; parents come before their children. */
export const departments = readList("departments.json", departmentSchema);

/** Blocks of the page that are no directive (未立项内容), with the reason. */
export const excluded = readList("excluded.json", excludedSchema);

/** The page's statistics: context, never the progress of a task. */
export const indicators = readList("indicators.json", indicatorSchema);

export type SeedTask = (typeof tasks)[number];
