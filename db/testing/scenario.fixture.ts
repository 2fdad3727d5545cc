import { randomUUID } from "node:crypto";
import { database } from "@/db/client";
import { assignTask, receiveTask } from "@/db/mutations/assignments/assignments";
import { submitDraft } from "@/db/mutations/submissions/submissions";
import { latestRevision } from "@/db/queries/submissions/submission-state";
import { readCast, readOpenSubmission, readTask } from "@/db/seed/demo-reads";
import { goOn } from "@/db/seed/go-on";
import type { Actor } from "@/lib/domain/people/roles";
import type { ReportContent } from "@/lib/domain/submissions/contents";
import type { DecisionInput, SubmitInput } from "@/lib/domain/submissions/inputs";

/** A moment of the demo's first day, in Asia/Shanghai. */
export const today = "2024-06-12";
export const now = new Date(`${today}T10:00:00+08:00`);
/** 09:00 in Shanghai. */
export const morningOf = (day: string) => new Date(`${day}T09:00:00+08:00`);

/** The demo's people by user name; one who is not there fails the test. */
export async function company(): Promise<(username: string) => Actor> {
  const cast = await readCast();
  return (username) => {
    const actor = cast.get(username);
    if (!actor) throw new Error(`The demo has no account ${username}`);
    return actor;
  };
}

export const content: ReportContent = {
  progress: "已制定工作清单。",
  problems: "",
  nextSteps: "按季调度。",
  percent: 30,
  periodStart: "2024-04-01",
  periodEnd: "2024-06-30",
  noNews: false,
};

/** What an admin sends who takes the proposal as it stands. */
export async function assignment(code: string) {
  const task = await readTask(code);
  return {
    key: randomUUID(),
    code,
    version: task.version,
    leadId: task.leadId,
    cooperatingIds: task.cooperating.map(({ id }) => id),
    dueOn: "2024-12-31",
    cycle: "quarterly" as const,
    reportDay: null,
  };
}

/** Brings an unassigned task of the seed to where its unit may report. */
export async function takeOn(code: string, people: { admin: Actor; official: Actor }) {
  await goOn((input) => assignTask(people.admin, input, now), await assignment(code));
  const { version } = await readTask(code);
  await receiveTask(people.official, { key: randomUUID(), code, version }, now);
}

type ReportInput = Extract<SubmitInput, { kind: "progress" }>;
type Changes = Partial<Omit<ReportInput, "kind">> & { kind?: "progress" | "completion" };

export function report(code: string, { kind = "progress", ...changes }: Changes = {}) {
  return { key: randomUUID(), code, kind, version: null, content, ...changes } as ReportInput;
}

/** A report on its way to the head. Returns what a reviewer's page would send with a decision. */
export async function sendReport(code: string, official: Actor): Promise<DecisionInput> {
  const open = await readOpenSubmission(code);
  const input = report(code, { version: open?.version ?? null });
  await goOn((each) => submitDraft(official, each, now), input);
  return decisionOn(code);
}

/** The decision that a reviewer who sees the present state of a task's report would send. */
export async function decisionOn(code: string): Promise<DecisionInput> {
  const open = await readOpenSubmission(code);
  const revision = open && (await latestRevision(database(), open.id));
  if (!open || !revision) throw new Error(`${code} has no report in review`);
  return {
    key: randomUUID(),
    submissionId: open.id,
    revisionId: revision.id,
    contentHash: revision.contentHash,
    version: open.version,
    decision: "approve",
    reason: "",
  };
}

/** The refusal that a promise was rejected with; a promise that held gives undefined. */
export async function refusalOf(promise: Promise<unknown>) {
  try {
    await promise;
    return undefined;
  } catch (error) {
    if (error && typeof error === "object" && "refusal" in error) return error.refusal;
    throw error;
  }
}
