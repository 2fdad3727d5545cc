import { createHash, randomInt, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { connect, type Transaction } from "@/db/client";
import { auditEvents } from "@/db/schema/audit";
import { letters } from "@/db/schema/letters";
import { departments } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { contributors, reviewDecisions, revisions, submissions } from "@/db/schema/submissions";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import { readCast, readTask } from "@/db/seed/demo-reads";
import { currentTime } from "@/lib/clock";
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
  { role: "admin", part: "other", username: "admin" },
  { role: "auditor", part: "other", username: "auditor" },
];

export type Place = Omit<Cell, "transition"> & { contributorIds: string[]; deciderIds: string[] };
export type Laid = { code: string; version: number; submissionId: string; revisionId: string };
export const someHash = "0".repeat(64);

type Setting = Awaited<ReturnType<typeof prepare>>;

/** Lays out states straight in the database, as its owner: no rule of ours stands between the test and the state. */
export async function openLayout() {
  const { db, close } = connect(process.env.OWNER_DATABASE_URL ?? "");
  const setting = await db.transaction(prepare);
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
    layOut: (place: Place): Promise<Laid> =>
      db.transaction((tx) => insertPlace(tx, setting, code(), place)),
    layOutTask: (cell: Omit<TaskCell, "act" | "kind">): Promise<Laid> =>
      db.transaction(async (tx) => {
        const task = await insertTask(tx, setting, code(), cell.status, cell);
        return { code: task.code, version: 0, submissionId: "", revisionId: "" };
      }),
  };
}

async function prepare(tx: Transaction) {
  const people = await readCast();
  const now = await currentTime();
  const pattern = await readTask("AIR-10.1");
  const units = new Map((await tx.select().from(departments)).map(({ code, id }) => [code, id]));
  const unit = (part: Part) => units.get(unitOf[part]) ?? "";
  const [plan] = await tx.select().from(plans).limit(1);
  if (!plan) throw new Error("The seed has no plan");
  const reviewSteps = reviewers.map((by) => ({ by, departmentId: unit("countersigning") }));
  const ownPlan = { ...plan, id: randomUUID(), slug: `cells-${randomUUID()}`, reviewSteps };
  await tx.insert(plans).values(ownPlan);
  const { quote, quoteStart, quoteEnd } = pattern;
  const document = { documentId: plan.documentId, quote, quoteStart, quoteEnd, sortOrder: 9999 };
  const today = dayIn(now);
  return { people, now, today, unit, document, planId: ownPlan.id, reviewSteps };
}

async function insertTask(
  tx: Transaction,
  { now, today, unit, document, planId }: Setting,
  code: string,
  status: TaskStatus,
  { isStruckOff = false, parentStatus = "active" as TaskStatus | null } = {},
) {
  const parent = parentStatus && (await insertParent());
  const isAssigned = status !== "unassigned";
  const isReceived = isAssigned && status !== "assigned";
  const isOff = status === "cancelled" || status === "exempted";
  const [task] = await tx
    .insert(tasks)
    .values({
      ...{ ...document, code, planId, status, kind: "measure", title: code },
      ...{ deadlineKind: "date", deadlineBasis: "assigned", reportingCycle: "none" },
      parentId: parent?.id,
      leadDepartmentId: unit("lead"),
      dueOn: addDays(today, 60),
      baselineDueOn: addDays(today, 60),
      assignedAt: isAssigned ? now : null,
      receivedAt: isReceived ? now : null,
      completedOn: status === "completed" ? today : null,
      suspendedOn: status === "suspended" ? today : null,
      closedOn: isOff ? today : null,
      struckOffOn: isStruckOff ? today : null,
    })
    .returning();
  if (!task) throw new Error("The task was not inserted");
  await tell(tx, task.id, now);
  const departmentId = unit("cooperating");
  await tx.insert(taskCooperators).values({ taskId: task.id, departmentId, sortOrder: 0 });
  await tx.insert(letters).values({
    ...{ id: letterIdOf(code), receipt: code, kind: "suggestion", taskId: task.id, body: code },
    ...{ locale: "zh-CN", sentAt: now, dueOn: today },
  });
  return task;

  async function insertParent() {
    const status = parentStatus && isClosed(parentStatus) ? "completed" : "active";
    const [row] = await tx
      .insert(tasks)
      .values({
        ...{ ...document, code: `P${code}`, planId, status, kind: "measure", title: code },
        deadlineKind: "ongoing",
        leadDepartmentId: unit("parent"),
        assignedAt: now,
        receivedAt: now,
        completedOn: status === "completed" ? today : null,
      })
      .returning();
    if (row) await tell(tx, row.id, now);
    return row;
  }
}

/** The database lets no row come about without an event of the same transaction. */
async function tell(tx: Transaction, taskId: string, at: Date) {
  await tx.insert(auditEvents).values({
    ...{ type: "task.registered", taskId, at, recordedAt: at },
    transactionId: sql`pg_current_xact_id()`,
    entry: new TextEncoder().encode("{}"),
  });
}

async function insertPlace(
  tx: Transaction,
  setting: Setting,
  code: string,
  { kind, status, reviewer, taskStatus, contributorIds, deciderIds }: Place,
): Promise<Laid> {
  const { now, unit, people, reviewSteps } = setting;
  const task = await insertTask(tx, setting, code, taskStatus);
  const part = kind === "contribution" ? "cooperating" : "lead";
  // Somebody who has no part in the test wrote it.
  const author = people.get("civil-affairs-official")?.id ?? "";
  const [submissionId, revisionId] = [randomUUID(), randomUUID()];
  const content = contentFor(kind, setting.today, code);
  await tx.insert(submissions).values({
    ...{ id: submissionId, taskId: task.id, kind, departmentId: unit(part), status, content },
    ...{ createdById: author, createdAt: now, savedAt: now },
    letterId: kind === "answer" ? letterIdOf(code) : null,
    step: reviewer && reviewers.indexOf(reviewer) + 1,
    stepSince: reviewer && now,
  });
  await tx.insert(revisions).values({
    ...{ id: revisionId, submissionId, number: 1, kind, content, evidence: [], reviewSteps },
    ...{ contentHash: someHash, submittedById: author, submittedAt: now },
  });
  for (const userId of [author, ...contributorIds])
    await tx.insert(contributors).values({ submissionId, userId });
  for (const decidedById of deciderIds)
    await tx.insert(reviewDecisions).values({
      ...{ submissionId, revisionId, step: 9, decision: "approve", contentHash: someHash },
      ...{ decidedById, decidedAt: now },
    });
  return { code, version: 0, submissionId, revisionId };
}

/** The letter that waits for an answer on a task of this code. */
function letterIdOf(code: string): string {
  const hex = createHash("sha256").update(code).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

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
