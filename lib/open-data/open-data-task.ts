import { letterCounts, publicAnswers } from "@/db/queries/letters/public-letters";
import { planOfTask, publicPlans } from "@/db/queries/public/public";
import { publicChanges } from "@/db/queries/public/public-changes";
import { publicReports, undisclosedReports } from "@/db/queries/public/public-reports";
import { addressOf } from "@/lib/address";
import type { Day } from "@/lib/domain/calendar/days";
import { codeSchema } from "@/lib/domain/inputs";
import type { PublicChange } from "@/lib/domain/public/public-changes";
import { flagsOf, type Readings } from "@/lib/domain/public/readings";
import { readingsOf } from "@/lib/public/public-readings";
import { listPublicTasks } from "@/lib/public/public-tasks";
import type { OpenStep, WholeTask } from "./open-data-records";
import { describeTask } from "./open-data-tasks";

/** A step as open data. */
export function describeStep({ isDemo, ...step }: PublicChange): OpenStep {
  return { ...step, url: addressOf(`/tasks/${step.code}`), demo: isDemo };
}

/** Everything public about a task on a day, or null when none of that code was public then. */
export async function describeWholeTask(code: string, asOf: Day): Promise<WholeTask | null> {
  const slug = codeSchema.safeParse(code).success ? await planOfTask(code) : null;
  if (slug === null) return null;
  const tasks = await listPublicTasks(asOf, slug);
  const task = tasks.find((each) => each.code === code);
  if (!task) return null;
  const [plans, reports, undisclosed, counts, answers, steps] = await Promise.all([
    publicPlans(asOf),
    publicReports(code, asOf),
    undisclosedReports(code, asOf),
    letterCounts(code, asOf),
    publicAnswers(code, asOf),
    publicChanges(asOf, { code }),
  ]);
  const staleDays = plans.find((plan) => plan.slug === slug)?.staleDays ?? 0;
  return {
    ...describeTask(task),
    sentence: task.sentence,
    reference: task.reference,
    note: task.note,
    children: tasks.filter(({ parentCode }) => parentCode === code).map((child) => child.code),
    readings: task.isTracked ? describeReadings(readingsOf(task, tasks, asOf, staleDays)) : null,
    reports: reports.map(({ isDemo, ...report }) => ({ ...report, demo: isDemo })),
    undisclosed: undisclosed.map(({ approvedAt: _, ...report }) => report),
    letters: {
      ...counts,
      answers: answers.map(({ isDemo, releasedAt: _, ...answer }) => ({ ...answer, demo: isDemo })),
    },
    steps: steps.map(describeStep),
  };
}

function describeReadings(readings: Readings): WholeTask["readings"] {
  const { percent, isCompleted, evidenceCount, isVerified } = readings;
  const { expectedPercent, daysLate, daysPastPromise } = readings;
  return {
    declared: { percent, completed: isCompleted },
    evidenced: { files: evidenceCount, verified: isVerified },
    scheduled: { percent: expectedPercent, daysLate, daysPastPromise },
    flags: flagsOf(readings),
  };
}
