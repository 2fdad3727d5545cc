import { randomInt, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { PgInsertValue, PgTable } from "drizzle-orm/pg-core";
import { v5 as uuidFor } from "uuid";
import { connect, type Transaction } from "@/db/client";
import { bulkInsert } from "@/db/mutations/bulk-insert";
import { recordEvent } from "@/db/mutations/record-event";
import { auditEvents } from "@/db/schema/audit";
import { letters } from "@/db/schema/letters";
import { departments } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { contributors, reviewDecisions, revisions, submissions } from "@/db/schema/submissions";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import { readCast, readTask } from "@/db/seed/demo-reads";
import { addDays, dayIn } from "@/lib/domain/calendar/days";
import type { SubmissionKind } from "@/lib/domain/kinds";
import type { SubmissionContent } from "@/lib/domain/submissions/contents";
import type { Cell, Part, Right, TaskCell } from "@/lib/domain/submissions/matrix.fixture";
import { reviewers } from "@/lib/domain/submissions/submission-kinds";
import { isClosed, type TaskStatus } from "@/lib/domain/tasks/tasks";

/** Who acts, by the part their unit has in every task that is laid out here. */
export const unitOf: Record<Part, string> = {
  lead: "ecology",
  cooperating: "energy",
  countersigning: "transport",
  parent: "development-reform",
  other: "taiyuan",
};
export type Someone = Pick<Right, "role" | "part"> & { username: string };
const fromUnits: [Part, "official" | "head"][] = [
  ["lead", "official"],
  ["lead", "head"],
  ["cooperating", "official"],
  ["cooperating", "head"],
  ["countersigning", "head"],
  ["other", "official"],
  ["other", "head"],
];
export const everybody: Someone[] = [
  ...fromUnits.map(([part, role]) => ({ role, part, username: `${unitOf[part]}-${role}` })),
  { role: "supervisor", part: "other", username: "supervisor-1" },
  { role: "director", part: "other", username: "director" },
  { role: "leader", part: "other", username: "leader" },
  { role: "system_admin", part: "other", username: "system-admin" },
  { role: "security_admin", part: "other", username: "security-admin" },
  { role: "audit_admin", part: "other", username: "audit-admin" },
  { role: "auditor", part: "other", username: "auditor" },
];

export type Place = Omit<Cell, "transition"> & { contributorIds: string[]; deciderIds: string[] };
export type Laid = { code: string; version: number; submissionId: string; revisionId: string };
export const someHash = "0".repeat(64);

type TaskState = Omit<TaskCell, "act" | "kind">;
type Setting = Awaited<ReturnType<typeof prepare>>;

/** Lays out states as of `now`, straight in the database as its owner: no rule of ours stands between test and state. */
export async function openLayout(now: Date) {
  const { db, close } = connect(process.env.SUPERUSER_DATABASE_URL ?? "");
  const setting = await db.transaction((tx) => prepare(tx, now));
  // Another worker may have laid out its own before.
  const letters = Array.from({ length: 5 }, () => String.fromCharCode(65 + randomInt(26))).join("");
  let count = 0;
  const code = () => {
    count += 1;
    return `C${letters}-${String.fromCharCode(65 + Math.floor(count / 1000))}${count % 1000}`;
  };
  return {
    people: setting.people,
    today: setting.today,
    unit: setting.unit,
    close,
    layOut: (places: readonly Place[]): Promise<Laid[]> =>
      inOneGo((rows) => places.map((place) => addPlace(rows, setting, code(), place))),
    layOutTasks: (states: readonly TaskState[]): Promise<Laid[]> =>
      inOneGo((rows) =>
        states.map((state) => {
          const task = addTask(rows, setting, code(), state.status, state);
          return { code: task.code, version: 0, submissionId: "", revisionId: "" };
        }),
      ),
  };

  async function inOneGo(add: (rows: Rows) => Laid[]): Promise<Laid[]> {
    const rows = gatherRows();
    const laid = add(rows);
    await db.transaction(rows.insert);
    return laid;
  }
}

/**
 * Rows of many tables, inserted together. Nobody is told of them and no version is kept, so no page of the public edition
 * is made of two thousand tasks that are only there to be acted on.
 */
function gatherRows() {
  const gathered = new Map<PgTable, PgInsertValue<PgTable>[]>();
  return {
    add<Table extends PgTable>(table: Table, row: PgInsertValue<Table>): void {
      const rows = gathered.get(table) ?? [];
      rows.push(row);
      gathered.set(table, rows);
    },
    async insert(tx: Transaction): Promise<void> {
      await tx.execute(sql`set local session_replication_role = replica`);
      for (const [table, rows] of gathered) await bulkInsert(tx, table, rows);
    },
  };
}
type Rows = ReturnType<typeof gatherRows>;

async function prepare(tx: Transaction, now: Date) {
  const people = await readCast();
  const pattern = await readTask("AIR-10.1");
  const units = new Map((await tx.select().from(departments)).map(({ code, id }) => [code, id]));
  const unit = (part: Part) => units.get(unitOf[part]) ?? "";
  // Of its own document: the database compares a quote with it.
  const [plan] = await tx.select().from(plans).where(eq(plans.slug, pattern.planSlug));
  if (!plan) throw new Error("The seed has no plan");
  const reviewSteps = reviewers.map((by) => ({ by, departmentId: unit("countersigning") }));
  const ownPlan = { ...plan, id: randomUUID(), slug: `cells-${randomUUID()}`, reviewSteps };
  await tx.insert(plans).values(ownPlan);
  const laidOut = { type: "plan.configured", plan: "试验", before: {}, after: {} } as const;
  await recordEvent(tx, null, { ...laidOut, changed: [] }, {}, now);
  const { quote, quoteStart, quoteEnd } = pattern;
  const document = { documentId: plan.documentId, quote, quoteStart, quoteEnd, sortOrder: 9999 };
  const today = dayIn(now);
  return { people, now, today, unit, document, planId: ownPlan.id, reviewSteps };
}

function addTask(
  rows: Rows,
  { now, today, unit, document, planId }: Setting,
  code: string,
  status: TaskStatus,
  { isStruckOff = false, parentStatus = "active" as TaskStatus | null } = {},
) {
  const parentId = parentStatus && addParent(isClosed(parentStatus) ? "completed" : "active");
  const isAssigned = status !== "unassigned";
  const isReceived = isAssigned && status !== "assigned";
  const isOff = status === "cancelled" || status === "exempted";
  const id = randomUUID();
  rows.add(tasks, {
    ...{ ...document, id, code, planId, parentId, status, kind: "measure", title: code },
    ...{ deadlineKind: "date", deadlineBasis: "assigned", reportingCycle: "none" },
    leadDepartmentId: unit("lead"),
    dueOn: addDays(today, 60),
    baselineDueOn: addDays(today, 60),
    assignedAt: isAssigned ? now : null,
    receivedAt: isReceived ? now : null,
    completedOn: status === "completed" ? today : null,
    suspendedOn: status === "suspended" ? today : null,
    closedOn: isOff ? today : null,
    struckOffOn: isStruckOff ? today : null,
  });
  addEvent(rows, id, now);
  const departmentId = unit("cooperating");
  rows.add(taskCooperators, { taskId: id, departmentId, sortOrder: 0 });
  rows.add(letters, {
    ...{ id: letterIdOf(code), receipt: code, kind: "suggestion", taskId: id, body: code },
    ...{ locale: "zh-CN", sentAt: now, dueOn: today },
  });
  return { id, code };

  function addParent(status: "completed" | "active") {
    const id = randomUUID();
    rows.add(tasks, {
      ...{ ...document, id, code: `P${code}`, planId, status, kind: "measure", title: code },
      deadlineKind: "ongoing",
      leadDepartmentId: unit("parent"),
      assignedAt: now,
      receivedAt: now,
      completedOn: status === "completed" ? today : null,
    });
    addEvent(rows, id, now);
    return id;
  }
}

function addEvent(rows: Rows, taskId: string, at: Date) {
  rows.add(auditEvents, {
    ...{ type: "task.registered", taskId, at },
    entry: new TextEncoder().encode("{}"),
  });
}

function addPlace(
  rows: Rows,
  setting: Setting,
  code: string,
  { kind, status, reviewer, taskStatus, contributorIds, deciderIds }: Place,
): Laid {
  const { now, unit, people, reviewSteps } = setting;
  const task = addTask(rows, setting, code, taskStatus);
  const part = kind === "contribution" ? "cooperating" : "lead";
  // Somebody who has no part in the test wrote it.
  const author = people.get("civil-affairs-official")?.id ?? "";
  const [submissionId, revisionId] = [randomUUID(), randomUUID()];
  const content = contentFor(kind, setting.today, code);
  rows.add(submissions, {
    ...{ id: submissionId, taskId: task.id, kind, departmentId: unit(part), status, content },
    ...{ createdById: author, createdAt: now, savedAt: now },
    letterId: kind === "answer" ? letterIdOf(code) : null,
    step: reviewer && reviewers.indexOf(reviewer) + 1,
    stepSince: reviewer && now,
  });
  rows.add(revisions, {
    ...{ id: revisionId, submissionId, number: 1, kind, content, evidence: [], reviewSteps },
    ...{ contentHash: someHash, submittedById: author, submittedAt: now },
  });
  for (const userId of [author, ...contributorIds])
    rows.add(contributors, { submissionId, userId });
  for (const decidedById of deciderIds)
    rows.add(reviewDecisions, {
      ...{ submissionId, revisionId, step: 9, decision: "approve", contentHash: someHash },
      ...{ decidedById, decidedAt: now },
    });
  return { code, version: 0, submissionId, revisionId };
}

const letterIds = randomUUID();
/** The letter that waits for an answer on a task of this code. */
const letterIdOf = (code: string) => uuidFor(code, letterIds);

/** What a person would send of a kind, fit to be sent. */
export function contentFor(kind: SubmissionKind, today: string, code: string): SubmissionContent {
  const reason = "情况有变";
  if (kind === "answer")
    return { letterId: letterIdOf(code), question: "何时完工", answer: "年底", corrected: false };
  if (kind === "extension") return { newDueOn: addDays(today, 90), reason, progress: "已完成八成" };
  if (kind === "objection") return { reason, suggestedLeadId: null };
  if (kind === "adjustment") return { change: "suspend", reason, leadId: null, scope: "" };
  const percent = kind === "contribution" ? null : 100;
  const said = { progress: "已完成", problems: "", nextSteps: "继续", percent, noNews: false };
  return { ...said, periodStart: today, periodEnd: today };
}
