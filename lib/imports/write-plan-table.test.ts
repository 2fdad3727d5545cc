import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { loadCalendar } from "@/db/queries/calendar/calendar";
import { planTable } from "@/db/queries/imports/plan-table";
import { namedUnits } from "@/db/queries/imports/units";
import { departments } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { company, today } from "@/db/testing/scenario.fixture";
import { testDatabase } from "@/db/testing/test-database";
import type { Candidate } from "@/lib/domain/imports/candidates";
import { draftTasksOf } from "@/lib/domain/imports/drafted";
import { draftProblems } from "@/lib/domain/imports/filing";
import { keptDocument } from "@/lib/domain/imports/kept";
import { formOf } from "@/lib/domain/imports/owners/forms";
import type { TableTask } from "@/lib/domain/imports/plan-table";
import { proposalsOf } from "@/lib/domain/imports/proposals";
import { unitResolver } from "@/lib/domain/imports/resolution";
import type { Actor } from "@/lib/domain/people/roles";
import { readFile } from "./read-file";
import { writePlanTable } from "./write-plan-table";

let db: Awaited<ReturnType<typeof testDatabase>>;
let supervisor: Actor;
beforeAll(async () => {
  db = await testDatabase();
  supervisor = (await company())("supervisor-1");
});
afterAll(() => db.close());

type Read = { tasks: ReturnType<typeof draftTasksOf>; problems: string[]; unresolved: string[] };

/** The tasks of a draft that a file gives, with its owners found among the units. */
async function draftedFrom(name: string, bytes: Uint8Array): Promise<Read> {
  const read = await readFile(name, bytes);
  if ("code" in read) throw new Error(read.code);
  const document = keptDocument(read);
  if ("code" in document) throw new Error(document.code);
  const { candidates } = proposalsOf(document, await loadCalendar(database()));
  const resolve = unitResolver(await namedUnits(database()), today);
  const words = ({ start, end }: { start: number; end: number }) => document.text.slice(start, end);
  const unresolved: string[] = [];
  const owned = ({ owners }: Candidate) =>
    owners.map(({ role, name: place }) => {
      const { unitId } = resolve(words(place));
      if (!unitId) unresolved.push(words(place));
      return { role, unitId, isByHand: false };
    });
  const reviewed = candidates.map((each, i) => ({
    ...{ id: String(i), parentId: each.parent === null ? null : String(each.parent) },
    ...{ kind: each.kind, title: each.title, quotes: each.quotes, verbatim: each.verbatim },
    ...{ owners: owned(each), deadlines: each.deadlines, edited: null },
  }));
  const tasks = draftTasksOf(reviewed, document.text, new Map());
  const ids = tasks.map((task, i) => ({
    ...task,
    uid: crypto.randomUUID(),
    at: tasks[i]?.at ?? 0,
  }));
  const problems = draftProblems(ids, document.text, []).map(
    ({ title, refusal }) => `${title}: ${refusal.code}`,
  );
  return { tasks, problems, unresolved };
}

/** What the table says of each task, its depth in the place of its parent, units by their names. */
async function saidBy({ tasks }: Read) {
  const rows = await database().select().from(departments);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return tasks.map(({ depth, kind, title, quote, leadId, cooperatingIds, ...due }) => ({
    ...{ depth, kind, title, quote, lead: leadId && names.get(leadId) },
    cooperating: cooperatingIds.map((id) => names.get(id)).sort(),
    ...{ deadlineKind: due.deadlineKind, windowStart: due.windowStart, dueOn: due.dueOn },
  }));
}

function expected(tasks: readonly TableTask[]) {
  const depthOf = ({ parentCode }: TableTask): number => {
    const above = tasks.find(({ code }) => code === parentCode);
    return above ? depthOf(above) + 1 : 0;
  };
  return tasks.map((task) => ({
    // A document that is read has no principles: what nobody reports on is how it is to be carried out.
    ...{ depth: depthOf(task), kind: task.kind === "principle" ? "requirement" : task.kind },
    ...{ title: task.title, quote: task.quote, lead: task.lead },
    // 各行业主管部门 is whoever it concerns, which is a mark and no unit.
    cooperating: task.cooperating.filter((name) => formOf(name) !== "open").sort(),
    ...{ deadlineKind: kindAgain(task), windowStart: task.windowStart, dueOn: task.dueOn },
  }));
}

/** A day that somebody set where the document says none is a day like any other when it is read. */
function kindAgain({ deadlineKind: kind, dueOn }: TableTask) {
  return dueOn !== null && (kind === "ongoing" || kind === "unresolved") ? "date" : kind;
}

describe.each(["xlsx", "docx"] as const)("a plan's table as %s", (format) => {
  test("imported again, gives the tasks of every plan of the demo", async () => {
    const slugs = await database()
      .select({ slug: plans.slug })
      .from(plans)
      .orderBy(asc(plans.sortOrder));
    expect(slugs.length).toBeGreaterThan(4);
    for (const { slug } of slugs) {
      const plan = await planTable(supervisor, slug);
      if (!plan) throw new Error(slug);
      const read = await draftedFrom(`表.${format}`, await writePlanTable(plan, format));
      expect([slug, read.unresolved]).toEqual([slug, []]);
      expect(await saidBy(read), slug).toEqual(expected(plan.tasks));
      expect(read.problems).toEqual([]);
    }
  });
});

test("is for overseers, of a plan that there is", async () => {
  const official = (await company())("taiyuan-official");
  expect(await planTable(official, "air")).toBeNull();
  expect(await planTable(supervisor, "no-such-plan")).toBeNull();
  const [air] = await database().select().from(plans).where(eq(plans.slug, "air"));
  expect((await planTable(supervisor, "air"))?.title).toBe(air?.title);
});
