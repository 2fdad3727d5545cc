import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { runOnce } from "@/db/mutations/transaction";
import { correctable } from "@/db/queries/corrections";
import { documents } from "@/db/schema/documents";
import { users } from "@/db/schema/people";
import { plans } from "@/db/schema/plans";
import { correctionRequests } from "@/db/schema/registrations";
import { tasks } from "@/db/schema/tasks";
import {
  correctionOf,
  type DecideCorrectionInput,
  decideRefusal,
  dueCorrectionRefusal,
  type ProposeCorrectionInput,
} from "@/lib/domain/corrections";
import { type Change, textChangeOf } from "@/lib/domain/documents/corrections";
import { placeOf, unbroken } from "@/lib/domain/documents/spans";
import { refusalFor } from "@/lib/domain/people/permissions";
import type { Actor } from "@/lib/domain/people/roles";
import { insist, Refused, refuse } from "@/lib/domain/refusals";

import { affectedTasks, correct } from "./correct";

type Request = typeof correctionRequests.$inferSelect;
type About = Pick<Request, "taskId" | "documentId" | "planId">;

/**
 * 更正: the office director says what is a typing error and what it should be, of a task, a document or a plan that has been
 * confirmed. Nothing changes yet. Refuses a field that is not the document's, what would cut a quote in two, and a second
 * 更正 of a field while one waits.
 */
export function proposeCorrection(actor: Actor, input: ProposeCorrectionInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    insist(refusalFor(actor, "correction.propose"));
    const { subject, name, reason } = input;
    const found = await correctable(tx, subject, name);
    if (!found) throw new Refused(refuse("not_found"));
    const change = correctionOf(input, found.current);
    if ("code" in change) throw new Refused(change);
    const about = aboutOf(subject, found.id);
    const changes = await wholeChange(tx, about, change);
    if (await isAskedFor(tx, about, change.field)) throw new Refused(refuse("correction_open"));
    const [request] = await tx
      .insert(correctionRequests)
      .values({ subject, ...about, changes, reason, proposedById: actor.id, proposedAt: now })
      .returning({ id: correctionRequests.id });
    if (!request) throw new Error("The request was not inserted");
    const event = { type: "correction.proposed", of: found.title, changes, reason } as const;
    await recordEvent(
      tx,
      actor,
      event,
      subject === "task" ? { task: { id: found.id, code: name } } : {},
      now,
    );
    return request;
  });
}

/**
 * The second person confirms a 更正, and it is done, or declines it. Refuses whoever proposed it, one that is decided, and
 * what has changed since it was proposed.
 */
export function decideCorrection(actor: Actor, input: DecideCorrectionInput, now: Date) {
  return runOnce(actor, input, now, async (tx) => {
    const [found] = await tx
      .select({ request: correctionRequests, proposerPersonId: users.personId })
      .from(correctionRequests)
      .innerJoin(users, eq(users.id, correctionRequests.proposedById))
      .where(eq(correctionRequests.id, input.id))
      .for("update", { of: correctionRequests });
    if (!found) throw new Refused(refuse("not_found"));
    const { request, proposerPersonId } = found;
    const { status: stands } = request;
    insist(decideRefusal(actor, { status: stands, proposerPersonId }, input.decision));
    if (request.version !== input.version) throw new Refused(refuse("correction_changed"));
    const status = input.decision === "confirm" ? ("confirmed" as const) : ("declined" as const);
    await tx
      .update(correctionRequests)
      .set({
        status,
        decidedById: actor.id,
        decidedAt: now,
        version: sql`${correctionRequests.version} + 1`,
      })
      .where(eq(correctionRequests.id, request.id));
    const of = await subjectOf(tx, request);
    const { changes, reason } = request;
    const event = { type: `correction.${status}`, of: of.title, changes, reason } as const;
    if (status === "confirmed") await correct(tx, actor, request, now);
    await recordEvent(tx, actor, event, of.task ? { task: of.task } : {}, now);
    return { id: request.id };
  });
}

function aboutOf(subject: Request["subject"], id: string): About {
  return {
    taskId: subject === "task" ? id : null,
    documentId: subject === "document" ? id : null,
    planId: subject === "plan" ? id : null,
  };
}

async function isAskedFor(tx: Transaction, { taskId, documentId, planId }: About, field: string) {
  const id = taskId ?? documentId ?? planId;
  const named = JSON.stringify([{ field }]);
  const open = await tx.$count(
    correctionRequests,
    and(
      eq(correctionRequests.status, "open"),
      sql`${id}::uuid in (${correctionRequests.taskId}, ${correctionRequests.documentId}, ${correctionRequests.planId})`,
      sql`${correctionRequests.changes} @> ${named}::jsonb`,
    ),
  );
  return open > 0;
}

/** Everything that changes with a field: the place of a quote, the baseline of a due day that has not been moved. */
async function wholeChange(tx: Transaction, about: About, change: Change): Promise<Change[]> {
  const { taskId, documentId } = about;
  const text = textChangeOf(change);
  if (documentId && text) await affectedTasks(tx, documentId, text);
  if (!taskId || (change.field !== "quote" && change.field !== "dueOn")) return [change];
  const [task] = await tx.select().from(tasks).where(eq(tasks.id, taskId));
  if (!task) throw new Refused(refuse("not_found"));
  if (change.field === "dueOn") return dueChanges(tx, task, change);
  const [document] = await tx.select().from(documents).where(eq(documents.id, task.documentId));
  const place = placeOf(document?.text ?? "", String(change.after), null, "right");
  if ("code" in place) throw new Refused(place);
  const quote = unbroken(document?.text.slice(place.start, place.end) ?? "");
  if (quote === task.quote) throw new Refused(refuse("correction_unchanged", { field: "right" }));
  return [
    { ...change, after: quote },
    { field: "quoteStart", before: task.quoteStart, after: place.start },
    { field: "quoteEnd", before: task.quoteEnd, after: place.end },
  ];
}

async function dueChanges(tx: Transaction, task: typeof tasks.$inferSelect, { after }: Change) {
  const dueOn = after === null ? null : String(after);
  const [parent] = task.parentId
    ? await tx.select({ dueOn: tasks.dueOn }).from(tasks).where(eq(tasks.id, task.parentId))
    : [];
  const children = await tx
    .select({ dueOn: tasks.dueOn })
    .from(tasks)
    .where(eq(tasks.parentId, task.id));
  const { windowStart, baselineDueOn } = task;
  if (baselineDueOn === null) throw new Refused(refuse("correction_field", { field: "field" }));
  insist(
    dueCorrectionRefusal(dueOn, {
      windowStart,
      parentDueOn: parent?.dueOn ?? null,
      childrenDueOn: children.map((child) => child.dueOn),
    }),
  );
  // A day that has been moved since stays where it was moved to.
  const isMoved = task.dueOn !== baselineDueOn;
  return [
    ...(isMoved ? [] : [{ field: "dueOn", before: task.dueOn, after: dueOn }]),
    { field: "baselineDueOn", before: baselineDueOn, after: dueOn },
  ];
}

async function subjectOf(tx: Transaction, { taskId, documentId, planId }: Request) {
  if (taskId) {
    const [task] = await tx.select().from(tasks).where(eq(tasks.id, taskId)).for("update");
    return { title: task?.title ?? "", task };
  }
  const [found] = documentId
    ? await tx
        .select({ title: documents.title })
        .from(documents)
        .where(eq(documents.id, documentId))
    : await tx
        .select({ title: plans.title })
        .from(plans)
        .where(eq(plans.id, planId ?? ""));
  return { title: found?.title ?? "", task: undefined };
}
