import { createHash, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Database, database } from "@/db/client";
import { assignTask, receiveTask } from "@/db/mutations/assignments/assignments";
import { splitTask } from "@/db/mutations/assignments/splits";
import { reopenTask, strikeOff } from "@/db/mutations/assignments/strike-off";
import { answerChase, sendChase } from "@/db/mutations/chasing/chases";
import { acknowledgeEscalation } from "@/db/mutations/chasing/escalations";
import { postComment } from "@/db/mutations/comments";
import { markRead } from "@/db/mutations/notifications/notifications";
import { updateEmail } from "@/db/mutations/people/accounts";
import { endDelegation, grantDelegation } from "@/db/mutations/people/delegations";
import { configurePlan } from "@/db/mutations/plans";
import { recordEvent } from "@/db/mutations/record-event";
import { releaseSubmission, unpublishSubmission } from "@/db/mutations/releases";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import { attachEvidence, removeEvidence } from "@/db/mutations/submissions/evidence";
import {
  discardDraft,
  submitDraft,
  withdrawSubmission,
} from "@/db/mutations/submissions/submissions";
import { advanceClock } from "@/db/mutations/system/demo-clock";
import { planWithSettings } from "@/db/queries/plans";
import { chases, escalations } from "@/db/schema/chasing";
import { delegations } from "@/db/schema/delegations";
import type { ReopenInput } from "@/lib/domain/assignments/inputs";
import type { AttachInput } from "@/lib/domain/submissions/evidence";
import { now } from "./scenario.fixture";
import type { World } from "./test-world.fixture";
import * as story from "./test-world-scenarios.fixture";

/** A button ready to be pressed, and the same press with something else in it. */
type Pressed = { send: () => Promise<unknown>; other: () => Promise<unknown> };
type Prepare = (world: World, owner: Database) => Promise<Pressed>;

function pressing<Input>(act: (input: Input) => Promise<unknown>, input: Input, other: Input) {
  return { send: () => act(input), other: () => act(other) };
}

/** The plan of a mutation's world, where it is not the supervisor's alone: see world.fixture.ts. */
export const planOf: Record<string, number> = { releaseSubmission: 4 };

/** For every mutation, a world where it can be done. A mutation that is not here fails twice.test.ts. */
export const mutationInputs: Record<string, Prepare> = {
  async assignTask(world) {
    const input = await story.assignmentOf(world);
    const admin = story.someone(world, "admin");
    return pressing((each) => assignTask(admin, each, now), input, { ...input, dueOn: null });
  },
  async receiveTask(world) {
    await story.assign(world);
    const input = await story.onTask(world.code);
    const official = story.someone(world, "official");
    return pressing((each) => receiveTask(official, each, now), input, { ...input, version: 7 });
  },
  async splitTask(world) {
    await story.takeOn(world);
    const part = { title: "分项", scope: "", leadId: world.units.other, dueOn: "2024-12-31" };
    const input = { ...(await story.onTask(world.code)), ...part, cycle: "none" as const };
    const head = story.someone(world, "head");
    return pressing((each) => splitTask(head, each, now), input, { ...input, title: "别的" });
  },
  async releaseSubmission(world) {
    await story.takeOn(world);
    await story.carry(world, "progress");
    const supervisor = story.someone(world, "supervisor");
    const submissionId = await story.lastApproved(world);
    const choice = { disclosure: "public", ground: null, basis: "已核对" } as const;
    const input = { key: randomUUID(), submissionId, ...choice };
    const other = { ...input, basis: "别的" };
    return pressing((each) => releaseSubmission(supervisor, each, now), input, other);
  },
  async unpublishSubmission(world) {
    await story.takeOn(world);
    await story.carry(world, "progress");
    const supervisor = story.someone(world, "supervisor");
    const submissionId = await story.lastApproved(world);
    const input = { key: randomUUID(), submissionId, reason: "数字有误" };
    const other = { ...input, reason: "别的" };
    return pressing((each) => unpublishSubmission(supervisor, each, now), input, other);
  },
  async strikeOff(world) {
    await story.takeOn(world);
    await story.carry(world, "completion");
    const input = { ...(await story.onTask(world.code)), note: "已核查" };
    const supervisor = story.someone(world, "supervisor", undefined, 1);
    return pressing((each) => strikeOff(supervisor, each, now), input, { ...input, note: "无" });
  },
  async reopenTask(world) {
    await story.takeOn(world);
    await story.carry(world, "completion");
    const seen = await story.onTask(world.code);
    const input: ReopenInput = { ...seen, reason: "反弹", dueOn: "2025-03-31" };
    const supervisor = story.someone(world, "supervisor");
    return pressing((each) => reopenTask(supervisor, each, now), input, { ...input, dueOn: null });
  },
  async saveDraft(world) {
    await story.takeOn(world);
    const { key: _, ...input } = story.writing(world.code, "extension");
    const other = { ...input, content: { ...input.content, reason: "别的" } };
    const official = story.someone(world, "official");
    return pressing((each) => saveDraft(official, each, now), input, other);
  },
  async submitDraft(world) {
    await story.takeOn(world);
    const input = story.writing(world.code, "progress");
    const other = { ...input, content: { ...input.content, percent: 31 } };
    const official = story.someone(world, "official");
    return pressing((each) => submitDraft(official, each, now), input, other);
  },
  async withdrawSubmission(world) {
    await story.takeOn(world);
    const input = await story.seen(await story.send(world, "adjustment"));
    const official = story.someone(world, "official");
    const act = (each: typeof input) => withdrawSubmission(official, each, now);
    return pressing(act, input, { ...input, version: 7 });
  },
  async discardDraft(world) {
    const official = story.someone(world, "official");
    const { submissionId } = await drafted(world);
    const input = await story.seen(submissionId);
    return pressing((each) => discardDraft(official, each, now), input, { ...input, version: 7 });
  },
  async decideSubmission(world) {
    await story.takeOn(world);
    const input = await story.decisionFor(await story.send(world, "completion"));
    const other = { ...input, decision: "return" as const, reason: "请补充" };
    const supervisor = story.someone(world, "supervisor");
    return pressing((each) => decideSubmission(supervisor, each, now), input, other);
  },
  async attachEvidence(world) {
    const { submissionId, official } = await drafted(world);
    const input = fileFor(submissionId);
    const act = (each: AttachInput) => attachEvidence(official, each, bytes, now);
    return pressing(act, input, { ...input, name: "别的.pdf" });
  },
  async removeEvidence(world) {
    const { submissionId, official } = await drafted(world);
    const [one, two] = [fileFor(submissionId), { ...fileFor(submissionId), name: "二.pdf" }];
    const file = await attachEvidence(official, one, bytes, now);
    const { id: evidenceId } = await attachEvidence(official, two, bytes, now);
    const input = { key: randomUUID(), evidenceId: file.id };
    return pressing((each) => removeEvidence(official, each, now), input, { ...input, evidenceId });
  },
  async sendChase(world) {
    await story.takeOn(world);
    const input = { key: randomUUID(), code: world.code, message: "请速报。" };
    const supervisor = story.someone(world, "supervisor");
    return pressing((each) => sendChase(supervisor, each, now), input, { ...input, message: "催" });
  },
  async answerChase(world) {
    await story.takeOn(world);
    const chase = { key: randomUUID(), code: world.code, message: "请速报。" };
    await sendChase(story.someone(world, "supervisor"), chase, now);
    const { id } = await story.rowOf(world.code);
    const [sent] = await database().select().from(chases).where(eq(chases.taskId, id));
    const input = { key: randomUUID(), chaseId: sent?.id ?? "", answer: "周四报。" };
    const head = story.someone(world, "head");
    return pressing((each) => answerChase(head, each, now), input, { ...input, answer: "周五" });
  },
  async acknowledgeEscalation(world) {
    await story.takeOn(world);
    const task = await story.rowOf(world.code);
    const obligation = `due:${world.units.lead}:2024-06-12:2024-12-31`;
    const raised = { obligation, level: "handler" } as const;
    const escalationId = randomUUID();
    await database().transaction(async (tx) => {
      const row = { id: escalationId, taskId: task.id, ...raised, raisedAt: now };
      await tx.insert(escalations).values(row);
      const event = { type: "escalation.raised", ...raised, workdaysLate: 1 } as const;
      await recordEvent(tx, null, event, { task }, now);
    });
    const input = { key: randomUUID(), escalationId, note: "已知悉" };
    const official = story.someone(world, "official");
    const act = (each: typeof input) => acknowledgeEscalation(official, each, now);
    return pressing(act, input, { ...input, note: "知" });
  },
  async postComment(world) {
    const input = { key: randomUUID(), code: world.code, body: "请会商。", mentionedIds: [] };
    const supervisor = story.someone(world, "supervisor");
    return pressing((each) => postComment(supervisor, each, now), input, { ...input, body: "无" });
  },
  async grantDelegation(world) {
    const [head, official] = [story.someone(world, "head"), story.someone(world, "official")];
    const input = lending(head.id, official.id);
    const other = { ...input, endsOn: "2024-06-21" };
    return pressing((each) => grantDelegation(head, each, now), input, other);
  },
  async endDelegation(world) {
    const [head, official] = [story.someone(world, "head"), story.someone(world, "official")];
    await grantDelegation(head, lending(head.id, official.id), now);
    const isTheirs = eq(delegations.principalId, head.id);
    const [lent] = await database().select().from(delegations).where(isTheirs);
    const input = { key: randomUUID(), delegationId: lent?.id ?? "" };
    const other = { ...input, delegationId: randomUUID() };
    return pressing((each) => endDelegation(head, each, now), input, other);
  },
  async updateEmail(world) {
    const input = { key: randomUUID(), email: "one@example.cn" };
    const auditor = story.someone(world, "auditor");
    return pressing((each) => updateEmail(auditor, each, now), input, { ...input, email: "" });
  },
  async markRead(world) {
    const input = { key: randomUUID(), ids: "all" as const };
    const act = (each: Parameters<typeof markRead>[1]) =>
      markRead(story.someone(world, "head"), each, now);
    return { send: () => act(input), other: () => act({ ...input, ids: [randomUUID()] }) };
  },
  async advanceClock(world) {
    const input = { key: randomUUID(), days: 1 as const };
    const act = (each: Parameters<typeof advanceClock>[1]) =>
      advanceClock(story.someone(world, "admin"), each, now);
    return { send: () => act(input), other: () => act({ ...input, days: 7 }) };
  },
  async configurePlan(world) {
    const plan = await planWithSettings("fire");
    if (!plan) throw new Error("The seed has lost the plan");
    const { slug, version, settings } = plan;
    const longer = { ...settings, receiptWorkdays: settings.receiptWorkdays + 1 };
    const input = { key: randomUUID(), slug, version, settings: longer };
    const act = (each: Parameters<typeof configurePlan>[1]) =>
      configurePlan(story.someone(world, "admin"), each, now);
    const stricter = { ...settings, evidenceRequired: true };
    return { send: () => act(input), other: () => act({ ...input, settings: stricter }) };
  },
};

const bytes = new TextEncoder().encode("%PDF-1.4");

function fileFor(submissionId: string): AttachInput {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { name: "一.pdf", mediaType: "application/pdf", size: bytes.length, sha256 };
  return { key: randomUUID(), submissionId, ...file };
}

async function drafted(world: World) {
  await story.takeOn(world);
  const official = story.someone(world, "official");
  const { key: _, ...draft } = story.writing(world.code, "progress");
  return { official, ...(await saveDraft(official, draft, now)) };
}

function lending(principalId: string, deputyId: string) {
  const term = { startsOn: "2024-06-12", endsOn: "2024-06-20" };
  return { key: randomUUID(), principalId, deputyId, ...term, reason: "外出学习" };
}
