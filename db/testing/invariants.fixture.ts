import { asc, eq, getTableColumns, inArray } from "drizzle-orm";
import { expect } from "vitest";
import { database } from "@/db/client";
import { contentHash } from "@/db/content-hash";
import { auditEvents } from "@/db/schema/audit";
import { outbox } from "@/db/schema/notifications";
import { departments } from "@/db/schema/people";
import { contributors, reviewDecisions, revisions, submissions } from "@/db/schema/submissions";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import { checkKeptWaiting } from "@/db/testing/kept/kept-waiting.fixture";
import type { AuditEntry } from "@/lib/domain/audit/audit-events";
import { dayIn } from "@/lib/domain/calendar/days";
import { isAnnounced } from "@/lib/domain/notifications/announcements";
import type { ReportContent } from "@/lib/domain/submissions/contents";
import { closedStatuses } from "@/lib/domain/tasks/tasks";
import { replayHistory } from "./replay.fixture";

/** What a model of the history remembers that the tables need not: who had written when it was decided, the first due day. */
export type Memory = {
  writers: Map<string, Set<string>>;
  writersAtDecision: Map<string, Set<string>>;
  firstDueOn: Map<string, string>;
};

/** What must be true of some tasks whatever has happened to them. Throws at the first thing that is not. */
export async function checkTasks(codes: string[], memory: Memory): Promise<void> {
  const rows = await readRows(codes);
  checkDecisions(rows, memory);
  checkHistories(rows);
  checkOutbox(rows);
  checkBaselines(rows, memory);
  checkClosing(rows);
  checkSentReports(rows);
  await checkKeptWaiting();
}

/** The register says just the report in review of each task, with the day and period of what was sent last. */
function checkSentReports({ found, written, sent }: Rows) {
  for (const { task } of found) {
    const inReview = written.find(
      ({ taskId, kind, status }) =>
        taskId === task.id &&
        status === "in_review" &&
        (kind === "progress" || kind === "completion"),
    );
    const last = sent
      .filter(({ submissionId }) => submissionId === inReview?.id)
      .toSorted((a, b) => b.number - a.number)[0];
    const content = last?.content as ReportContent | undefined;
    const expected = last &&
      content && {
        kind: last.kind,
        sentOn: dayIn(last.submittedAt),
        period: { start: content.periodStart, end: content.periodEnd },
      };
    expect([task.code, task.reportSent]).toEqual([task.code, expected ?? null]);
  }
}

type Rows = Awaited<ReturnType<typeof readRows>>;

async function readRows(codes: string[]) {
  const db = database();
  const found = await db
    .select({ task: tasks, lead: departments.name })
    .from(tasks)
    .leftJoin(departments, eq(departments.id, tasks.leadDepartmentId))
    .where(inArray(tasks.code, codes));
  const ids = found.map(({ task }) => task.id);
  const written = await db.select().from(submissions).where(inArray(submissions.taskId, ids));
  const sentIds = written.map(({ id }) => id);
  const [sent, decided, wrote, cooperating, told] = await Promise.all([
    db.select().from(revisions).where(inArray(revisions.submissionId, sentIds)),
    db
      .select()
      .from(reviewDecisions)
      .where(inArray(reviewDecisions.submissionId, sentIds))
      .orderBy(asc(reviewDecisions.step)),
    db.select().from(contributors).where(inArray(contributors.submissionId, sentIds)),
    db
      .select({ ...getTableColumns(taskCooperators), name: departments.name })
      .from(taskCooperators)
      .innerJoin(departments, eq(departments.id, taskCooperators.departmentId))
      .where(inArray(taskCooperators.taskId, ids))
      .orderBy(asc(taskCooperators.sortOrder)),
    db
      .select({ event: auditEvents, postId: outbox.id })
      .from(auditEvents)
      .leftJoin(outbox, eq(outbox.eventId, auditEvents.id))
      .where(inArray(auditEvents.taskId, ids))
      .orderBy(asc(auditEvents.sequence)),
  ]);
  const events = told.map(({ event, postId }) => {
    const entry = JSON.parse(new TextDecoder().decode(event.entry)) as AuditEntry;
    return { taskId: event.taskId, isPosted: postId !== null, entry };
  });
  return { found, written, sent, decided, wrote, cooperating, events };
}

/** One winner a revision and step, every step in turn, hashes that are its own, nobody on what they wrote, nobody twice. */
function checkDecisions({ written, sent, decided, wrote }: Rows, memory: Memory) {
  for (const { submissionId, ...revision } of sent) {
    const submission = written.find(({ id }) => id === submissionId);
    const { kind, content, evidence, reviewSteps, baseReportId } = revision;
    const { taskId, departmentId } = submission ?? {};
    const bound = { taskId, departmentId, kind, content, evidence, reviewSteps, baseReportId };
    expect(revision.contentHash).toBe(contentHash(bound));

    const own = decided.filter(({ revisionId }) => revisionId === revision.id);
    expect(own.map(({ step }) => step)).toEqual(own.map((_, i) => i + 1));
    expect(own.slice(0, -1).every(({ decision }) => decision === "approve")).toBe(true);
    expect(own.length).toBeLessThanOrEqual(reviewSteps.length);
    const persons = own.flatMap((each) => [each.decidedById, each.onBehalfOfId ?? []].flat());
    expect(new Set(persons).size).toBe(persons.length);
    for (const decision of own) {
      expect(decision.contentHash).toBe(revision.contentHash);
      const writers = memory.writersAtDecision.get(`${revision.id}:${decision.step}`);
      if (!writers) throw new Error("A decision that nobody made");
      expect(writers.has(decision.decidedById)).toBe(false);
      expect(writers.has(decision.onBehalfOfId ?? "")).toBe(false);
    }
  }
  for (const { id } of written) {
    const told = wrote.filter(({ submissionId }) => submissionId === id);
    expect(new Set(told.map(({ userId }) => userId))).toEqual(memory.writers.get(id));
  }
}

/** The history alone gives what the tables say. */
function checkHistories({ found, written, cooperating, events }: Rows) {
  for (const { task, lead } of found) {
    const own = events.filter(({ taskId }) => taskId === task.id).map(({ entry }) => entry);
    const { status, dueOn, scope } = task;
    const sent = written.filter(({ taskId }) => taskId === task.id);
    const units = cooperating.filter(({ taskId }) => taskId === task.id);
    expect(replayHistory(task.code, own)).toEqual({
      ...{ status, lead, dueOn, scope, isStruckOff: task.struckOffOn !== null },
      cooperating: units.map(({ name }) => name),
      submissions: Object.fromEntries(sent.map((each) => [each.id, each.status])),
    });
  }
}

/** Each event that others must hear of is in the outbox, and no other. */
function checkOutbox({ events }: Rows) {
  for (const { entry, isPosted } of events)
    expect([entry.event.type, isPosted]).toEqual([
      entry.event.type,
      isAnnounced(entry.event, entry.subject.task),
    ]);
}

function checkBaselines({ found }: Rows, { firstDueOn }: Memory) {
  for (const { task } of found)
    expect([task.code, task.baselineDueOn]).toEqual([task.code, firstDueOn.get(task.code) ?? null]);
}

/** Nothing is open on what is closed: no submission, and no part of it. The lead never cooperates with itself. */
function checkClosing({ found, written, cooperating }: Rows) {
  const isClosed = (status: string) => (closedStatuses as readonly string[]).includes(status);
  for (const { task } of found) {
    const units = cooperating.filter(({ taskId }) => taskId === task.id);
    if (task.status !== "unassigned")
      expect(units.map(({ departmentId }) => departmentId)).not.toContain(task.leadDepartmentId);
    if (!isClosed(task.status)) continue;
    const open = ["draft", "in_review", "returned"];
    const own = written.filter(({ taskId }) => taskId === task.id);
    expect(own.filter(({ status }) => open.includes(status))).toEqual([]);
    const parts = found.filter((each) => each.task.parentId === task.id);
    expect(parts.filter((each) => !isClosed(each.task.status))).toEqual([]);
  }
}
