import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { assignInBatch, assignTask, receiveTask } from "@/db/mutations/assignments/assignments";
import { distributeTask } from "@/db/mutations/assignments/distribute";
import { splitTask } from "@/db/mutations/assignments/splits";
import { reopenTask, strikeOff } from "@/db/mutations/assignments/strike-off";
import { answerChase, sendChase } from "@/db/mutations/chasing/chases";
import { acknowledgeEscalation } from "@/db/mutations/chasing/escalations";
import { postComment } from "@/db/mutations/comments";
import { receiveLetter } from "@/db/mutations/letters/letters";
import { recordEvent } from "@/db/mutations/record-event";
import { releaseSubmission, unpublishSubmission } from "@/db/mutations/releases";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import { attachEvidence, removeEvidence } from "@/db/mutations/submissions/evidence";
import { eraseLetter } from "@/db/mutations/submissions/letter-erasure";
import {
  discardDraft,
  submitDraft,
  withdrawSubmission,
} from "@/db/mutations/submissions/submissions";
import { chases, escalations } from "@/db/schema/chasing";
import { letters } from "@/db/schema/letters";
import type { ReopenInput } from "@/lib/domain/assignments/inputs";
import type { AttachInput } from "@/lib/domain/submissions/evidence";
import { importInputs } from "./imports/import-inputs.fixture";
import { instructionInputs } from "./instruction-inputs.fixture";
import { officeInputs, type Prepare, pressing } from "./office-inputs.fixture";
import { peopleInputs } from "./people-inputs.fixture";
import { registrationInputs } from "./registration-inputs.fixture";
import { rightsInputs } from "./rights-inputs.fixture";
import { now } from "./scenario.fixture";
import { sheetInputs } from "./sheet-inputs.fixture";
import type { World } from "./test-world.fixture";
import * as story from "./test-world-scenarios.fixture";

/** The plan of a mutation's world, where it is not the supervisor's alone: see test-world.fixture.ts. */
export const planOf: Record<string, number> = { releaseSubmission: 4 };

/** For every mutation, a world where it can be done. A mutation that is not here fails idempotency.test.ts. */
export const mutationInputs: Record<string, Prepare> = {
  async assignTask(world) {
    const input = await story.assignmentOf(world);
    const admin = story.someone(world, "system_admin");
    return pressing((each) => assignTask(admin, each, now), input, { ...input, dueOn: null });
  },
  async assignInBatch(world) {
    const change = { leadId: world.units.lead, dueOn: "2024-12-31", cycle: null };
    const input = { ...(await story.onTask(world.code)), ...change };
    const admin = story.someone(world, "system_admin");
    return pressing((each) => assignInBatch(admin, each, now), input, {
      ...input,
      dueOn: "2024-12-30",
    });
  },
  async distributeTask(world) {
    const terms = { dueOn: "2024-12-31", cycle: "none" as const, reportDay: null };
    const unitIds = [world.units.lead, world.units.other];
    const input = { ...(await story.onTask(world.code)), unitIds, ...terms };
    const admin = story.someone(world, "system_admin");
    return pressing((each) => distributeTask(admin, each, now), input, {
      ...input,
      dueOn: "2024-12-30",
    });
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
  async eraseLetter(world) {
    await story.takeOn(world);
    const letter = { code: world.code, kind: "correction", body: "还没完工。" } as const;
    const { receipt } = await receiveLetter({ ...letter, email: null, locale: "zh-CN" }, now);
    const [sent] = await database().select().from(letters).where(eq(letters.receipt, receipt));
    const input = { key: randomUUID(), letterId: sent?.id ?? "", reason: "写信人来电申请" };
    const supervisor = story.someone(world, "supervisor");
    return pressing((each) => eraseLetter(supervisor, each, now), input, {
      ...input,
      reason: "无",
    });
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
    const input = story.fileFor(submissionId);
    const act = (each: AttachInput) => attachEvidence(official, each, story.fileBytes, now);
    return pressing(act, input, { ...input, name: "别的.pdf" });
  },
  async removeEvidence(world) {
    const { submissionId, official } = await drafted(world);
    const [one, two] = [
      story.fileFor(submissionId),
      { ...story.fileFor(submissionId), name: "二.pdf" },
    ];
    const file = await attachEvidence(official, one, story.fileBytes, now);
    const { id: evidenceId } = await attachEvidence(official, two, story.fileBytes, now);
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
  ...officeInputs,
  ...sheetInputs,
  ...importInputs,
  ...instructionInputs,
  ...peopleInputs,
  ...registrationInputs,
  ...rightsInputs,
};

async function drafted(world: World) {
  await story.takeOn(world);
  const official = story.someone(world, "official");
  const { key: _, ...draft } = story.writing(world.code, "progress");
  return { official, ...(await saveDraft(official, draft, now)) };
}
