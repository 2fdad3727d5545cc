import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { strikeOff } from "@/db/mutations/assignments/strike-off";
import { answerChase, sendChase } from "@/db/mutations/chasing/chases";
import { postComment } from "@/db/mutations/comments";
import { handleInstruction, writeInstruction } from "@/db/mutations/instructions";
import { receiveLetter } from "@/db/mutations/letters/letters";
import { submitDraft } from "@/db/mutations/submissions/submissions";
import { listInstructions } from "@/db/queries/instructions";
import { chases } from "@/db/schema/chasing";
import { letters } from "@/db/schema/letters";
import { addDays, type Day, dayIn } from "@/lib/domain/calendar/days";
import { openPeriods } from "@/lib/domain/calendar/periods";
import type { Actor } from "@/lib/domain/people/roles";
import type { TypedContent } from "@/lib/domain/submissions/contents";
import demoWords from "./data/demo-words.json" with { type: "json" };
import { readTask } from "./demo-reads";
import type { DemoRequest } from "./demo-requests";

type Asked = Extract<DemoRequest, { end: string }>;

/** What is written for review, sent by the official of the unit whose it is. `firstDay` is the demo's first day. */
export async function ask(official: Actor, request: Asked, firstDay: Day, now: Date) {
  const { code } = request;
  const written = await write(request, firstDay, now);
  await submitDraft(official, { ...written, key: randomUUID(), code, version: null }, now);
}

async function write(request: Asked, firstDay: Day, now: Date): Promise<TypedContent> {
  switch (request.act) {
    case "extension": {
      const { by, reason, progress } = request;
      return { kind: "extension", content: { newDueOn: addDays(firstDay, by), reason, progress } };
    }
    case "objection":
      return { kind: "objection", content: { reason: request.reason, suggestedLeadId: null } };
    case "adjustment": {
      const { change, reason } = request;
      return { kind: "adjustment", content: { change, reason, leadId: null, scope: "" } };
    }
    case "contribution": {
      const { cycle, receivedAt } = await readTask(request.code);
      const [period] = openPeriods(cycle, dayIn(receivedAt ?? now), dayIn(now));
      if (!period) throw new Error(`No period is open for ${request.code}`);
      const content = {
        progress: request.progress,
        problems: "",
        nextSteps: demoWords.nextSteps,
        percent: null,
        periodStart: period.start,
        periodEnd: period.end,
        noNews: false,
      };
      return { kind: "contribution", content };
    }
  }
}

export async function strike(supervisor: Actor, code: string, note: string, now: Date) {
  const { version } = await readTask(code);
  await strikeOff(supervisor, { key: randomUUID(), code, version, note }, now);
}

export async function chase(supervisor: Actor, code: string, message: string, now: Date) {
  await sendChase(supervisor, { key: randomUUID(), code, message }, now);
}

export async function answer(official: Actor, code: string, words: string, now: Date) {
  const { id: taskId } = await readTask(code);
  const [sent] = await database()
    .select({ id: chases.id })
    .from(chases)
    .where(eq(chases.taskId, taskId))
    .orderBy(desc(chases.sequence))
    .limit(1);
  if (!sent) throw new Error(`The demo has not chased ${code}`);
  await answerChase(official, { key: randomUUID(), chaseId: sent.id, answer: words }, now);
}

export async function say(actor: Actor, code: string, body: string, now: Date) {
  await postComment(actor, { key: randomUUID(), code, body, mentionedIds: [] }, now);
}

/** A leader's 批示 about a task, to the office; the unit may read the words. */
export async function writeTo(leader: Actor, code: string, text: string, now: Date) {
  const about = { code, planSlug: null, addressee: "office" as const, dueOn: null };
  await writeInstruction(leader, { key: randomUUID(), ...about, text, sharesWords: true }, now);
}

/** What waits longest about the task is turned into a 催办. */
export async function handOn(director: Actor, code: string, words: string, now: Date) {
  const waiting = { state: "waiting" as const, code, limit: 1, offset: 0 };
  const [instruction] = await listInstructions(director, dayIn(now), waiting);
  if (!instruction) throw new Error(`The demo has no instruction on ${code}`);
  const choice = { instructionId: instruction.id, outcome: "chase" as const, code, words };
  await handleInstruction(director, { key: randomUUID(), ...choice }, now);
}

type Written = Extract<DemoRequest, { act: "letter" }>;

/** A letter comes, from nobody that is known. */
export async function post({ code, kind, text }: Written, now: Date) {
  await receiveLetter({ code, kind, body: text, email: null, locale: "zh-CN" }, now);
}

/** The official of the unit answers what was written last about the task. */
export async function reply(
  official: Actor,
  { code, question, text }: { code: string; question: string; text: string },
  now: Date,
) {
  const { id: taskId } = await readTask(code);
  const [letter] = await database()
    .select({ id: letters.id })
    .from(letters)
    .where(eq(letters.taskId, taskId))
    .orderBy(desc(letters.sentAt))
    .limit(1);
  if (!letter) throw new Error(`Nobody in the demo has written about ${code}`);
  const content = { letterId: letter.id, question, answer: text, corrected: false };
  const draft = { key: randomUUID(), code, kind: "answer" as const, version: null, content };
  await submitDraft(official, draft, now);
}
