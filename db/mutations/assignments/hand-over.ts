import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { lockTask } from "@/db/mutations/locks";
import type { LockedAccount } from "@/db/mutations/people/managed-accounts";
import { recordEvent } from "@/db/mutations/record-event";
import { writeHandlers } from "@/db/mutations/tasks/handlers";
import { unitLiaisons } from "@/db/schema/people";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import type { HandOverKind, Held } from "@/lib/domain/assignments/hand-over";
import type { Actor } from "@/lib/domain/people/roles";

type HandingOver = {
  leaver: LockedAccount;
  held: Held;
  kinds: readonly HandOverKind[];
  successorOf: (kind: HandOverKind) => LockedAccount | null;
};

/**
 * Writes who takes over what hung on a leaver. A task that nobody takes (暂无) still names the leaver, who counts no more; what
 * is written or in review stays with the unit, and its history says to whom it fell.
 */
export async function giveOver(
  tx: Transaction,
  actor: Actor,
  handing: HandingOver,
  now: Date,
): Promise<void> {
  await giveTasks(tx, actor, handing, now);
  for (const kind of ["drafts", "reviews"] as const) await tellOf(tx, actor, kind, handing, now);
  if (handing.kinds.includes("liaisons")) await giveUnits(tx, actor, handing, now);
}

/** The tasks that name the leaver, each once, a parent before its parts. */
async function giveTasks(
  tx: Transaction,
  actor: Actor,
  { leaver, held, kinds, successorOf }: HandingOver,
  now: Date,
) {
  const named = {
    handled: kinds.includes("handled") ? successorOf("handled") : null,
    in_charge: kinds.includes("in_charge") ? successorOf("in_charge") : null,
  };
  const taken = (["handled", "in_charge"] as const).filter((kind) => named[kind] !== null);
  const items = new Map(taken.flatMap((kind) => held[kind]).map((item) => [item.id, item]));
  // Tree by tree: the order in which everybody locks tasks of several.
  const inOrder = [...items.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  for (const { id } of inOrder) {
    const task = await lockTask(tx, { id });
    const changes = {
      ...(named.handled && task.handlerId === leaver.id && { handler: named.handled }),
      ...(named.in_charge &&
        task.headInChargeId === leaver.id && { headInCharge: named.in_charge }),
    };
    if (Object.keys(changes).length > 0) await writeHandlers(tx, actor, task, changes, now);
  }
}

/** Says in the history of each submission to whom it fell. */
async function tellOf(
  tx: Transaction,
  actor: Actor,
  kind: "drafts" | "reviews",
  { leaver, held, kinds, successorOf }: HandingOver,
  now: Date,
) {
  if (!kinds.includes(kind)) return;
  const to = personOf(successorOf(kind));
  const ids = held[kind].map(({ id }) => id);
  const rows = await tx
    .select({ id: submissions.id, kind: submissions.kind, taskId: tasks.id, code: tasks.code })
    .from(submissions)
    .innerJoin(tasks, eq(tasks.id, submissions.taskId))
    .where(inArray(submissions.id, ids));
  for (const row of rows) {
    const event = {
      type: "submission.handed_over",
      kind: row.kind,
      from: person(leaver),
      to,
    } as const;
    const subject = { task: { id: row.taskId, code: row.code }, submissionId: row.id };
    await recordEvent(tx, actor, event, subject, now);
  }
}

/** The units whose liaison the leaver was get the successor as theirs. */
async function giveUnits(
  tx: Transaction,
  actor: Actor,
  { leaver, held, successorOf }: HandingOver,
  now: Date,
) {
  const successor = successorOf("liaisons");
  await tx.delete(unitLiaisons).where(eq(unitLiaisons.userId, leaver.id));
  for (const { id: departmentId, label: unit } of held.liaisons) {
    if (successor)
      await tx
        .insert(unitLiaisons)
        .values({ departmentId, userId: successor.id })
        .onConflictDoNothing();
    const before = person(leaver);
    const after = personOf(successor);
    await recordEvent(tx, actor, { type: "liaison.changed", unit, before, after }, {}, now);
  }
}

function person({ id, displayName }: LockedAccount) {
  return { id, name: displayName };
}

function personOf(account: LockedAccount | null) {
  return account && person(account);
}
