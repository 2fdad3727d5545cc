import { createHash, randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { assignTask, receiveTask } from "@/db/mutations/assignments/assignments";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { submitDraft } from "@/db/mutations/submissions/submissions";
import { latestRevision } from "@/db/queries/submissions/submission-state";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { AssignInput } from "@/lib/domain/assignments/inputs";
import type { SubmissionKind } from "@/lib/domain/kinds";
import type { Actor, Role } from "@/lib/domain/people/roles";
import type { ContentOf } from "@/lib/domain/submissions/contents";
import type { AttachInput } from "@/lib/domain/submissions/evidence";
import type { DecisionInput, SubmitInput } from "@/lib/domain/submissions/inputs";
import { now, content as reportContent } from "./scenario.fixture";
import type { Units, World } from "./test-world.fixture";

// What everybody does in an ordinary history, for tests that begin in the middle of one. The review steps are of plan 1,
// a supervisor's alone, unless said otherwise.

/** Somebody of a role, of the lead unit where the role is a unit's; `which` tells two of them apart. */
export function someone(
  { people, units }: World,
  role: Role,
  part?: keyof Units,
  which = 0,
): Actor {
  const isOfUnit = role === "official" || role === "head";
  const unit = isOfUnit ? units[part ?? "lead"] : undefined;
  const found = people.filter(
    (each) => each.role === role && (!unit || each.departmentId === unit),
  )[which];
  if (!found) throw new Error(`The world has no ${role}`);
  return found;
}

export async function rowOf(code: string) {
  const [row] = await database().select().from(tasks).where(eq(tasks.code, code));
  if (!row) throw new Error(`No task ${code}`);
  return row;
}

/** A press of a button on a task as it is now. */
export async function onTask(code: string) {
  return { key: randomUUID(), code, version: (await rowOf(code)).version };
}

export async function assignmentOf(world: World, code = world.code): Promise<AssignInput> {
  const { lead: leadId, cooperating } = world.units;
  const choice = { leadId, cooperatingIds: [cooperating], dueOn: "2024-12-31" };
  return { ...(await onTask(code)), ...choice, cycle: "none", reportDay: null };
}

export async function assign(world: World): Promise<void> {
  await assignTask(someone(world, "system_admin"), await assignmentOf(world), now);
}

export async function takeOn(world: World): Promise<void> {
  await assign(world);
  await receiveTask(someone(world, "official"), await onTask(world.code), now);
}

const day = "2024-06-12";
const report = { ...reportContent, periodStart: day, periodEnd: day };
const contents: ContentOf = {
  progress: report,
  completion: { ...report, percent: 100 },
  contribution: { ...report, percent: null },
  extension: { newDueOn: "2025-01-31", reason: "汛期停工", progress: "已完成八成" },
  adjustment: { change: "suspend", reason: "等待批复", leadId: null, scope: "" },
  objection: { reason: "不属本单位职责", suggestedLeadId: null },
  answer: { letterId: "", question: "何时完工", answer: "年底前完工", corrected: false },
};

/** A first submission of a kind, ready to be sent. */
export function writing<Kind extends SubmissionKind>(
  code: string,
  kind: Kind,
  changes: Partial<ContentOf[Kind]> = {},
): Extract<SubmitInput, { kind: Kind }> {
  const content = { ...contents[kind], ...changes };
  const input = { key: randomUUID(), code, kind, version: null, content };
  // The kind and its content belong together: both come from one line of `contents`.
  return input as unknown as Extract<SubmitInput, { kind: Kind }>;
}

export async function send<Kind extends SubmissionKind>(
  world: World,
  kind: Kind,
  changes: Partial<ContentOf[Kind]> = {},
  code = world.code,
): Promise<string> {
  const writer = someone(world, "official", kind === "contribution" ? "cooperating" : "lead");
  const { submissionId } = await submitDraft(writer, writing(code, kind, changes), now);
  return submissionId;
}

/** The submission of a world that was approved last. */
export async function lastApproved(world: World): Promise<string> {
  const [row] = await database()
    .select({ id: submissions.id })
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .where(and(eq(tasks.code, world.code), eq(submissions.status, "approved")))
    .orderBy(desc(submissions.savedAt))
    .limit(1);
  if (!row) throw new Error("Nothing was approved");
  return row.id;
}

/** A submission as whoever has it before them sends it back to us. */
export async function seen(submissionId: string) {
  const found = eq(submissions.id, submissionId);
  const [row] = await database()
    .select({ version: submissions.version })
    .from(submissions)
    .where(found);
  return { key: randomUUID(), submissionId, version: row?.version ?? -1 };
}

export async function decisionFor(
  submissionId: string,
  decision: DecisionInput["decision"] = "approve",
): Promise<DecisionInput> {
  const revision = await latestRevision(database(), submissionId);
  if (!revision) throw new Error("It was never sent");
  const { id: revisionId, contentHash } = revision;
  const reason = decision === "approve" ? "" : "理由";
  return { ...(await seen(submissionId)), revisionId, contentHash, decision, reason };
}

/** Sends a submission of the lead unit and has a supervisor approve it. */
export async function carry<Kind extends SubmissionKind>(
  world: World,
  kind: Kind,
  changes: Partial<ContentOf[Kind]> = {},
): Promise<void> {
  const submissionId = await send(world, kind, changes);
  await decideSubmission(someone(world, "supervisor"), await decisionFor(submissionId), now);
}

export const fileBytes = new TextEncoder().encode("%PDF-1.4");

/** A file of evidence for a draft, to go with its bytes. */
export function fileFor(submissionId: string): AttachInput {
  const sha256 = createHash("sha256").update(fileBytes).digest("hex");
  const file = { name: "一.pdf", mediaType: "application/pdf", size: fileBytes.length, sha256 };
  return { key: randomUUID(), submissionId, ...file };
}
