import { randomUUID } from "node:crypto";
import { splitTask } from "@/db/mutations/assignments/splits";
import { postComment } from "@/db/mutations/comments";
import { receiveLetter } from "@/db/mutations/letters";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import { submitDraft } from "@/db/mutations/submissions/submissions";
import { letterByReceipt } from "@/db/queries/letters/letters";
import { readTask } from "@/db/seed/demo-reads";
import { confirmed, draftOf, typedTask } from "@/db/testing/registrations.fixture";
import { company, content, decisionOn, now, report } from "@/db/testing/scenario.fixture";

export const canary = "金丝雀不得外传";
export const code = "AIR-10.1";

/**
 * Words that nobody has released: a plan that is drafted and one that is confirmed and not published, a report returned with a reason, a comment, the scope of a
 * part not shown, a letter and the draft of its answer. The task is under way. Returns the part. */
export async function writeCanaries() {
  const actor = await company();
  const [supervisor, director] = [actor("supervisor-1"), actor("director")];
  await draftOf(supervisor, canary, [typedTask({ title: canary })], now);
  await confirmed(supervisor, director, canary, now);
  const official = actor("ecology-official");
  const words = { ...content, progress: canary, problems: canary, nextSteps: canary };
  await submitDraft(official, report(code, { content: words }), now);
  const decision = await decisionOn(code);
  await decideSubmission(
    actor("ecology-head"),
    { ...decision, decision: "return", reason: canary },
    now,
  );
  await postComment(official, { key: randomUUID(), code, body: canary, mentionedIds: [] }, now);
  const { receipt } = await receiveLetter(
    { code, kind: "suggestion", body: canary, email: null, locale: "zh-CN" },
    now,
  );
  const letterId = (await letterByReceipt(receipt, "2024-06-12"))?.id ?? "";
  const answer = { letterId, question: canary, answer: canary, corrected: false };
  await saveDraft(official, { code, kind: "answer", version: null, content: answer }, now);
  const { version } = await readTask(code);
  const part = { title: canary, scope: canary, leadId: official.departmentId, dueOn: "2024-06-28" };
  const input = { key: randomUUID(), code, version, cycle: "quarterly" as const };
  return splitTask(official, { ...input, ...part }, now);
}
