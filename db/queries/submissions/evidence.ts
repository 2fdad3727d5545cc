import { and, asc, count, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { completionOf } from "@/db/queries/tasks/declarers";
import { selectTasks } from "@/db/queries/tasks/task-rows";
import { evidence, files } from "@/db/schema/evidence";
import { plans } from "@/db/schema/plans";
import { revisions, submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { isFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import type {
  EvidenceFile,
  EvidenceRecord,
  StoredEvidence,
} from "@/lib/domain/submissions/evidence";
import { transitionRefusal } from "@/lib/domain/submissions/submissions";
import { maySee, refusalToTell } from "@/lib/domain/submissions/viewing";
import { taskActRefusal } from "@/lib/domain/tasks/tasks";
import { stateColumns, toState } from "./submission-state";

const msPerDay = 86_400_000;

/**
 * The files a submission carries now, in the order they were attached: the unit's, or those of who verifies it (核查). Whoever
 * may read its draft may read these.
 */
export async function workingEvidence(
  reader: Reader,
  submissionId: string,
  isVerification = false,
): Promise<EvidenceFile[]> {
  return reader
    .select({
      id: evidence.id,
      name: evidence.name,
      mediaType: files.mediaType,
      size: files.size,
      sha256: evidence.sha256,
    })
    .from(evidence)
    .innerJoin(files, eq(files.sha256, evidence.sha256))
    .where(
      and(
        eq(evidence.submissionId, submissionId),
        eq(evidence.isVerification, isVerification),
        isNull(evidence.removedAt),
      ),
    )
    .orderBy(asc(evidence.uploadedAt), asc(evidence.id));
}

/** What was attached to the completion of a task by who verifies it (核查材料). */
export async function verificationFiles(reader: Reader, taskId: string): Promise<EvidenceFile[]> {
  const submissionId = await completionOf(reader, taskId);
  return submissionId === null ? [] : workingEvidence(reader, submissionId, true);
}

/** What a submission carries now, as a revision freezes it. */
export async function presentEvidence(
  reader: Reader,
  submissionId: string,
): Promise<EvidenceRecord[]> {
  const present = await workingEvidence(reader, submissionId);
  return present.map(({ id, ...record }) => record);
}

/** The files that a revision of this submission was sent with, to fetch: also what was removed from the draft since. */
export async function revisionEvidence(
  reader: Reader,
  submissionId: string,
  sent: readonly EvidenceRecord[],
): Promise<EvidenceFile[]> {
  const rows = await reader.select().from(evidence).where(eq(evidence.submissionId, submissionId));
  const ids = new Map(rows.map(({ id, sha256, name }) => [`${sha256} ${name}`, id]));
  return sent.flatMap((record) => {
    const id = ids.get(`${record.sha256} ${record.name}`);
    return id ? [{ ...record, id }] : [];
  });
}

/** What counts against the quotas of evidence: removed files too, until they are really gone. */
export async function storedEvidence(
  reader: Reader,
  actor: Pick<Actor, "id">,
  submissionId: string,
  now: Date,
): Promise<StoredEvidence> {
  const total = sql<number>`coalesce(sum(${files.size}), 0)::float8`;
  const sum = (where: SQL | undefined) =>
    reader
      .select({ bytes: total, files: count() })
      .from(evidence)
      .innerJoin(files, eq(files.sha256, evidence.sha256))
      .innerJoin(submissions, eq(submissions.id, evidence.submissionId))
      .where(where);
  const ownTask = reader
    .select({ taskId: submissions.taskId })
    .from(submissions)
    .where(eq(submissions.id, submissionId));
  const since = new Date(now.getTime() - msPerDay);
  const present = and(eq(evidence.submissionId, submissionId), isNull(evidence.removedAt));
  const [onSubmission] = await sum(present);
  const [onTask] = await sum(inArray(submissions.taskId, ownTask));
  const [byPerson] = await sum(
    and(eq(evidence.uploadedById, actor.id), gt(evidence.uploadedAt, since)),
  );
  return {
    submissionBytes: onSubmission?.bytes ?? 0,
    taskBytes: onTask?.bytes ?? 0,
    personDayBytes: byPerson?.bytes ?? 0,
    personDayFiles: byPerson?.files ?? 0,
  };
}

/**
 * Why this person may not attach to a submission now, or null: asked before their file is let in. Whoever may verify (核查销号)
 * attaches to the completion.
 */
export async function attachRefusal(actor: Actor, submissionId: string): Promise<Refusal | null> {
  const verifies = await verifyRefusal(database(), actor, submissionId);
  if (verifies !== undefined) return verifies;
  const [row] = await database()
    .select(stateColumns)
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(eq(submissions.id, submissionId));
  if (!row) return refuse("not_found");
  const state = toState(row);
  const refusal = transitionRefusal(actor, "edit", state);
  return refusal && refusalToTell(actor, state, refusal);
}

/**
 * Why this person may not attach what they found when they verified (核查) a completion, or null; undefined where they would not
 * verify at all, or this is not the completion that their task was closed with.
 */
export async function verifyRefusal(
  reader: Reader,
  actor: Actor,
  submissionId: string,
): Promise<Refusal | null | undefined> {
  if (!isFor(actor.role, "task.strike_off")) return undefined;
  const ofTask = reader
    .select({ id: submissions.taskId })
    .from(submissions)
    .where(eq(submissions.id, submissionId));
  const [task] = await selectTasks(reader, inArray(tasks.id, ofTask));
  if (!task || (await completionOf(reader, task.id)) !== submissionId) return undefined;
  return taskActRefusal(actor, "strike_off", task);
}

const wasSent = sql<boolean>`exists (select 1 from ${revisions}
  where ${revisions.submissionId} = ${evidence.submissionId} and ${revisions.evidence} @>
  jsonb_build_array(jsonb_build_object('sha256', ${evidence.sha256}, 'name', ${evidence.name})))`;

/**
 * One file with its bytes, or null where it is missing or not this person's to see. Outside the unit that writes it only
 * what was sent is seen; what was sent stays, also after its removal from the draft.
 */
export async function evidenceFile(actor: Actor, id: string) {
  const reader = database();
  const [row] = await reader
    .select({
      ...stateColumns,
      name: evidence.name,
      sha256: evidence.sha256,
      removedAt: evidence.removedAt,
      wasSent,
      isVerification: evidence.isVerification,
    })
    .from(evidence)
    .innerJoin(submissions, eq(submissions.id, evidence.submissionId))
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(eq(evidence.id, id));
  if (!row || (row.removedAt && !row.wasSent)) return null;
  const submitted = row.wasSent || row.isVerification;
  if (!maySee(actor, { ...toState(row), submitted })) return null;
  const [file] = await reader.select().from(files).where(eq(files.sha256, row.sha256));
  return file ? { name: row.name, ...file } : null;
}
