import { and, eq, inArray } from "drizzle-orm";
import { database } from "@/db/client";
import { submissions } from "@/db/schema/submissions";
import { tasks } from "@/db/schema/tasks";
import { dayIn } from "@/lib/domain/days";
import { openPeriods } from "@/lib/domain/periods";
import { refusalFor } from "@/lib/domain/permissions";
import type { Actor } from "@/lib/domain/roles";
import { reportRefusal } from "@/lib/domain/tasks";
import { reportingTask } from "./reporting-task";
import { lastPublished, submissionDetail } from "./submission-detail";

/**
 * Everything the report form needs: the open draft, the last published report, the periods on offer, and why the form
 * is closed if it is. Null when the task is missing; other units get the `other_unit` refusal.
 */
export async function reportForm(actor: Actor, code: string, now: Date) {
  const reader = database();
  const [task] = await reader.select().from(tasks).where(eq(tasks.code, code));
  if (!task) return null;
  const refusal = refusalFor(actor, "submission.write", task) ?? reportRefusal(task);
  if (refusal) return { refusal };

  const facts = await reportingTask(reader, task, now);
  const published = await lastPublished(task.id);
  const periods = openPeriods(facts.cycle, facts.startedOn, dayIn(now));
  const open = await openDraft(actor, task.id);
  return { refusal: null, facts, published, periods, open };
}

async function openDraft(actor: Actor, taskId: string) {
  const [draft] = await database()
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.taskId, taskId),
        inArray(submissions.status, ["draft", "in_review", "returned"]),
      ),
    );
  if (!draft) return null;
  const detail = await submissionDetail(actor, draft.id);
  if (!detail) return null;
  const lastReturn = detail.decisions.findLast(({ decision }) => decision === "return") ?? null;
  return {
    id: draft.id,
    kind: draft.kind,
    status: draft.status,
    version: draft.version,
    content: draft.content,
    savedAt: draft.savedAt,
    lastReturn: draft.status === "returned" ? lastReturn : null,
    transitions: detail.transitions,
  };
}
