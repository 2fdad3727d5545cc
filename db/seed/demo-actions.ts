import { randomUUID } from "node:crypto";
import { database } from "@/db/client";
import { assignTask, receiveTask } from "@/db/mutations/assignments/assignments";
import { decideSubmission } from "@/db/mutations/submissions/decisions";
import { saveDraft } from "@/db/mutations/submissions/drafts";
import { submitDraft } from "@/db/mutations/submissions/submissions";
import { latestRevision } from "@/db/queries/submissions/submission-state";
import { addDays, type Day, dayIn } from "@/lib/domain/calendar/days";
import { openPeriods } from "@/lib/domain/calendar/periods";
import type { SubmissionKind } from "@/lib/domain/kinds";
import type { Actor } from "@/lib/domain/people/roles";
import type { ReportContent } from "@/lib/domain/submissions/contents";
import type { Decision } from "@/lib/domain/submissions/submissions";
import { readOpenSubmission, readTask } from "./demo-reads";
import { type DemoReport, demoTexts, type TaskStory } from "./demo-source";
import { goOn } from "./go-on";

/** An admin hands the task to the unit that the seed proposes. `firstDay` is the demo's first day. */
export async function assign(admin: Actor, story: TaskStory, firstDay: Day, now: Date) {
  const task = await readTask(story.code);
  await goOn((input) => assignTask(admin, input, now), {
    key: randomUUID(),
    code: task.code,
    version: task.version,
    leadId: task.leadId,
    cooperatingIds: task.cooperating.map(({ id }) => id),
    dueOn: story.due === undefined ? task.dueOn : addDays(firstDay, story.due),
    cycle: story.cycle,
    reportDay: null,
  });
}

export async function receive(official: Actor, { code }: TaskStory, now: Date) {
  const { version } = await readTask(code);
  await receiveTask(official, { key: randomUUID(), code, version }, now);
}

/** Saves the report as a draft, or sends it to review. Mends the open one if there is one. */
export async function write(official: Actor, { code }: TaskStory, report: DemoReport, now: Date) {
  const open = await readOpenSubmission(code);
  const draft = {
    code,
    kind: report.kind,
    version: open?.version ?? null,
    content: await writeContent(code, report, now),
  };
  if (report.end === "draft") await saveDraft(official, draft, now);
  else await submitDraft(official, { ...draft, key: randomUUID() }, now);
}

export async function decide(
  reviewer: Actor,
  { code, kind }: { code: string; kind?: SubmissionKind },
  decision: Decision,
  reason: string,
  now: Date,
) {
  const open = await readOpenSubmission(code, kind);
  const revision = open && (await latestRevision(database(), open.id));
  if (!open || !revision) throw new Error(`The demo has nothing to decide on ${code}`);
  await decideSubmission(
    reviewer,
    {
      key: randomUUID(),
      submissionId: open.id,
      revisionId: revision.id,
      contentHash: revision.contentHash,
      version: open.version,
      decision,
      reason,
    },
    now,
  );
}

async function writeContent(code: string, report: DemoReport, now: Date): Promise<ReportContent> {
  const task = await readTask(code);
  const text = demoTexts.get(report.text);
  if (!text) throw new Error(`The demo has no text ${report.text}`);
  const [current, previous] = openPeriods(task.cycle, dayIn(task.receivedAt ?? now), dayIn(now));
  const period = (report.onPreviousPeriod && previous) || current;
  if (!period) throw new Error(`No period is open for ${code}`);
  return {
    progress: text.progress.replaceAll("{title}", task.title),
    problems: text.problems,
    nextSteps: text.nextSteps,
    percent: report.percent,
    periodStart: period.start,
    periodEnd: period.end,
    noNews: false,
  };
}
