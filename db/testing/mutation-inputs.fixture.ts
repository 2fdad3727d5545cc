import { randomUUID } from "node:crypto";
import { inArray } from "drizzle-orm";
import { database } from "@/db/client";
import { assignTask, receiveTask } from "@/db/mutations/assignments/assignments";
import { splitTask } from "@/db/mutations/assignments/splits";
import { reopenTask, strikeOff } from "@/db/mutations/assignments/strike-off";
import { endDelegation, grantDelegation } from "@/db/mutations/people/delegations";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import {
  discardDraft,
  submitDraft,
  withdrawSubmission,
} from "@/db/mutations/submissions/submissions";
import { latestRevision } from "@/db/queries/submissions/submission-state";
import { delegations } from "@/db/schema/delegations";
import { addDays, dayIn } from "@/lib/domain/calendar/days";
import { adjustmentChanges, type SubmissionContent } from "@/lib/domain/submissions/contents";
import type { SubmitInput } from "@/lib/domain/submissions/inputs";
import { slotOf } from "@/lib/domain/submissions/submission-kinds";
import { percentFor, type RandomAction } from "./random-actions.fixture";
import type { View } from "./view.fixture";

/** One press of a button, ready to be sent, and to be sent again. */
export type PreparedMutation = {
  send: () => Promise<unknown>;
  revisionId?: string;
  deputyId?: string;
};

/** Fills in the form of a move as its person would; `n` draws what they choose. */
export async function mutationFor(
  view: View,
  action: RandomAction,
  n: number,
): Promise<PreparedMutation> {
  const { actor, task } = action;
  const { now, units } = view;
  const key = randomUUID();
  const { code, version } = task;
  const leads = [units.lead, units.cooperating, units.other];
  const leadId = leads[n % leads.length] ?? units.lead;
  const laterOn = addDays(dayIn(now), n % 120);
  const reason = "情况有变";
  switch (action.what) {
    case "assign": {
      const dueOn = [laterOn, null, task.dueOn][n % 3] ?? null;
      const cooperatingIds = n % 2 ? leads.filter((id) => id !== leadId) : [];
      const choice = { leadId, cooperatingIds, dueOn, cycle: "none", reportDay: null } as const;
      return { send: () => assignTask(actor, { key, code, version, ...choice }, now) };
    }
    case "receive":
      return { send: () => receiveTask(actor, { key, code, version }, now) };
    case "split": {
      const part = { title: "分项", scope: "", leadId, dueOn: task.dueOn, cycle: "none" } as const;
      return { send: () => splitTask(actor, { key, code, version, ...part }, now) };
    }
    case "strike_off":
      return { send: () => strikeOff(actor, { key, code, version, note: "已核查" }, now) };
    case "reopen": {
      const dueOn = n % 3 ? laterOn : null;
      return { send: () => reopenTask(actor, { key, code, version, reason, dueOn }, now) };
    }
    case "lend": {
      const others = view.people.filter(({ departmentId }) => departmentId === actor.departmentId);
      const deputyId = others[n % others.length]?.id ?? actor.id;
      const term = { startsOn: dayIn(now), endsOn: addDays(dayIn(now), n % 30) };
      const wish = { key, principalId: actor.id, deputyId, ...term, reason };
      return { send: () => grantDelegation(actor, wish, now), deputyId };
    }
    case "take_back": {
      const ids = view.people.map(({ id }) => id);
      const [lent] = await database()
        .select({ id: delegations.id })
        .from(delegations)
        .where(inArray(delegations.principalId, ids));
      const input = { key, delegationId: lent?.id ?? randomUUID() };
      return { send: () => endDelegation(actor, input, now) };
    }
    case "save":
    case "send": {
      const { key: _, ...draft } = writing(view, action, key, n);
      if (action.what === "save") return { send: () => saveDraft(actor, draft, now) };
      return { send: () => submitDraft(actor, { ...draft, key } as SubmitInput, now) };
    }
    case "withdraw":
    case "discard": {
      const act = action.what === "withdraw" ? withdrawSubmission : discardDraft;
      const seen = { key, submissionId: action.submission.id, version: action.submission.version };
      return { send: () => act(actor, seen, now) };
    }
    default: {
      const revision = await latestRevision(database(), action.submission.id);
      const input = {
        ...{ key, submissionId: action.submission.id, version: action.submission.version },
        revisionId: revision?.id ?? randomUUID(),
        contentHash: revision?.contentHash ?? "0".repeat(64),
        decision: action.what,
        reason: action.what === "approve" ? "" : reason,
      };
      return { send: () => decideSubmission(actor, input, now), revisionId: revision?.id };
    }
  }
}

function writing(
  view: View,
  { actor, task, kind }: Extract<RandomAction, { what: "save" | "send" }>,
  key: string,
  n: number,
): SubmitInput {
  const open = view.submissions.find(
    (each) =>
      each.taskId === task.id &&
      each.departmentId === actor.departmentId &&
      slotOf(kind).includes(each.kind) &&
      ["draft", "in_review", "returned"].includes(each.status),
  );
  const content = contentFor(view, task, kind, n);
  return { key, code: task.code, version: open?.version ?? null, kind, content } as SubmitInput;
}

function contentFor(
  { now, units }: View,
  task: View["tasks"][number],
  kind: SubmitInput["kind"],
  n: number,
): SubmissionContent {
  const today = dayIn(now);
  const [reason, progress] = [`原因${n}`, `进展${n}`];
  const unit = [units.lead, units.cooperating, units.other][n % 3] ?? units.lead;
  if (kind === "extension")
    return { newDueOn: addDays(task.dueOn ?? today, (n % 60) + 1), reason, progress };
  if (kind === "objection") return { reason, suggestedLeadId: n % 2 ? unit : null };
  if (kind === "adjustment") {
    const changes =
      task.status === "suspended" ? (["resume", "cancel"] as const) : adjustmentChanges;
    const change = changes[n % changes.length] ?? "scope";
    return { change, reason, leadId: change === "lead" ? unit : null, scope: `范围${n}` };
  }
  const periodStart = dayIn(task.receivedAt ?? now);
  const percent = percentFor(kind, task, n);
  const period = { periodStart, periodEnd: today };
  return { progress, problems: "", nextSteps: "继续", percent, ...period, noNews: false };
}
