import { randomUUID } from "node:crypto";
import { splitTask } from "@/db/mutations/assignments/splits";
import { postComment } from "@/db/mutations/comments";
import { handleInstruction, writeInstruction } from "@/db/mutations/instructions";
import { answerFollowUp, checkFollowUp, receiveFollowUp } from "@/db/mutations/letters/follow-ups";
import { receiveLetter } from "@/db/mutations/letters/letters";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import { submitDraft } from "@/db/mutations/submissions/submissions";
import { followUpOf } from "@/db/queries/letters/follow-ups";
import { letterByReceipt } from "@/db/queries/letters/letters";
import { readTask } from "@/db/seed/demo-reads";
import { confirmed, draftOf, typedTask } from "@/db/testing/registrations.fixture";
import { company, content, decisionOn, now, report } from "@/db/testing/scenario.fixture";
import { decisionFor } from "@/db/testing/test-world-scenarios.fixture";

export const canary = "金丝雀不得外传";
export const code = "AIR-10.1";

/**
 * Words that nobody has released: a plan that is drafted and one that is confirmed and not published, a report returned with
 * a reason, a comment, a letter and the draft of its answer, a leader's 批示 with its 催办, a follow-up with the office's answer. The
 * task is under way.
 */
export async function writeCanaries() {
  const actor = await company();
  const [supervisor, director] = [actor("supervisor-1"), actor("director")];
  await draftOf(supervisor, canary, [typedTask({ title: canary })], now);
  await confirmed(supervisor, director, canary, now);
  const official = actor("ecology-official");
  const texts = { progress: canary, problems: canary, nextSteps: canary };
  const words = { ...content, ...texts, percent: null };
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
  const about = { planSlug: null, text: canary, sharesWords: true, dueOn: null };
  const instruction = { ...about, code, addressee: "office" as const };
  const leader = actor("leader");
  const { id } = await writeInstruction(leader, { key: randomUUID(), ...instruction }, now);
  const chased = { instructionId: id, outcome: "chase" as const, code, words: canary };
  await handleInstruction(actor("director"), { key: randomUUID(), ...chased }, now);
  await writeInstruction(
    leader,
    { key: randomUUID(), ...instruction, code: null, planSlug: "air" },
    now,
  );
  await followUpWithCanary();
}

/** A part split off in words that nobody has released: that it is there is public, and these words are not. Returns the part. */
export async function splitOff(words = canary) {
  const official = (await company())("ecology-official");
  const { version } = await readTask(code);
  const part = { title: words, scope: words, leadId: official.departmentId, dueOn: "2024-06-28" };
  const input = { key: randomUUID(), code, version, cycle: "quarterly" as const };
  return splitTask(official, { ...input, ...part }, now);
}

/** The writer of an answered letter is not satisfied: neither what they say nor what the office answers them is public. */
async function followUpWithCanary() {
  const actor = await company();
  const letter = { code, kind: "suggestion", body: "何时完工？", email: null } as const;
  const { receipt } = await receiveLetter({ ...letter, locale: "zh-CN" }, now);
  const letterId = (await letterByReceipt(receipt, "2024-06-12"))?.id ?? "";
  const words = { letterId, question: "何时完工", answer: "年底前。", corrected: false };
  const answer = { key: randomUUID(), code, version: null, content: words };
  const official = actor("ecology-official");
  const { submissionId } = await submitDraft(official, { ...answer, kind: "answer" }, now);
  for (const reviewer of ["ecology-head", "supervisor-1"])
    await decideSubmission(actor(reviewer), await decisionFor(submissionId), now);
  await receiveFollowUp({ receipt, body: canary }, now);
  await answerFollowUp(actor("director"), { key: randomUUID(), letterId, answer: canary }, now);
  const waiting = await followUpOf(letterId, "2024-06-12");
  const answerId = waiting?.answer?.id ?? "";
  const choice = { decision: "give_out" as const, reason: "" };
  await checkFollowUp(actor("supervisor-1"), { key: randomUUID(), answerId, ...choice }, now);
}
