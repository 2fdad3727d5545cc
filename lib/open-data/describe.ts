import { letterCounts, publicAnswers } from "@/db/queries/letters/public-letters";
import type { PublicUnit } from "@/db/queries/public/overviews";
import { publicPlan } from "@/db/queries/public/plans";
import { type PublicPlan, planOfTask } from "@/db/queries/public/public";
import { changesOfTasks } from "@/db/queries/public/public-changes";
import { publicReports, undisclosedReports } from "@/db/queries/public/public-reports";
import { addressOf } from "@/lib/address";
import { type Day, daysBetween } from "@/lib/domain/calendar/days";
import { codeSchema } from "@/lib/domain/inputs";
import type { Overview } from "@/lib/domain/public/overview";
import type { PublicChange } from "@/lib/domain/public/public-changes";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { flagsOf, type Readings } from "@/lib/domain/public/readings";
import { daysPastPromise } from "@/lib/domain/public/slippage";
import { readingsOf } from "@/lib/public/public-readings";
import { findPublicTask } from "@/lib/public/public-tasks";
import type { OpenPlan, OpenTask, OpenUnit } from "./schemas";
import type { OpenChange, WholeTask } from "./whole-task-schema";

/** A task as open data: the facts of its public page. */
export function describeTask(task: ListedTask): OpenTask {
  const { health, deadline, document } = task;
  const { windowStart, dueOn, baselineDueOn } = deadline;
  return {
    code: task.code,
    title: task.title,
    titleEn: task.titleEn,
    wordingHidden: task.isWordingHidden,
    kind: task.kind,
    plan: task.plan.slug,
    parent: task.parentCode,
    quote: task.quote,
    document: { ...document, url: addressOf(`/documents/${document.slug}`) },
    place: task.place,
    status: task.isTracked ? task.status : null,
    light: task.isTracked ? health.light : null,
    lightReason: task.isTracked ? health.reason : null,
    percent: health.percent,
    scheduledPercent: health.expectedPercent,
    unreportedParts: health.unreported,
    waitingReports: health.waiting,
    evidenceCount: health.evidenceCount,
    lead: task.lead,
    leadEn: task.leadEn,
    leadCode: task.leadCode,
    cooperating: task.cooperating,
    ownerBasis: task.ownerBasis,
    ownerVerbatim: task.ownerVerbatim,
    dueDate: dueOn,
    window: windowStart === null ? null : { start: windowStart, end: dueOn },
    baselineDueDate: baselineDueOn,
    slipDays: dueOn === null || baselineDueOn === null ? null : daysBetween(baselineDueOn, dueOn),
    daysLate: health.daysLate,
    daysPastPromise: daysPastPromise({ completedOn: task.completedOn, baselineDueOn }),
    deadlineVerbatim: deadline.verbatim,
    deadlineKind: deadline.kind,
    deadlineBasis: deadline.basis,
    completedOn: task.completedOn,
    completionSentOn: task.completionSentOn,
    struckOffOn: task.struckOffOn,
    updatedOn: task.updatedOn,
    demo: task.isDemo,
    url: addressOf(`/tasks/${task.code}`),
  };
}

/** A plan as open data, with the counts of its tracked tasks by light. */
export function describePlan(plan: PublicPlan, counts: Overview): OpenPlan {
  return {
    slug: plan.slug,
    title: plan.title,
    titleEn: plan.titleEn,
    document: {
      slug: plan.documentSlug,
      title: plan.documentTitle,
      number: plan.documentNumber,
      issuer: plan.issuer,
      datedOn: plan.datedOn,
      publishedOn: plan.publishedOn,
      url: addressOf(`/documents/${plan.documentSlug}`),
    },
    counts,
    url: addressOf(`/plans/${plan.slug}`),
  };
}

/** A unit as open data, with how many public tasks it leads and takes part in. */
export function describeUnit(unit: PublicUnit): OpenUnit {
  const { code, name, nameEn, kind, parentCode, leads, cooperates } = unit;
  const url = addressOf(`/units/${code}`);
  return { code, name, nameEn, kind, parent: parentCode, leads, cooperates, url };
}

/** A change as open data. */
export function describeChange({
  isDemo,
  titleEn = null,
  unitsEn: _,
  ...change
}: PublicChange): OpenChange {
  return { ...change, titleEn, url: addressOf(`/tasks/${change.code}`), demo: isDemo };
}

/** Everything public about a task on a day, or null when none of that code was public then. */
export async function describeWholeTask(code: string, asOf: Day): Promise<WholeTask | null> {
  const slug = codeSchema.safeParse(code).success ? await planOfTask(code) : null;
  if (slug === null) return null;
  const found = await findPublicTask(asOf, code);
  if (!found) return null;
  const { task, parts } = found;
  const [plan, reports, undisclosed, counts, answers, changes] = await Promise.all([
    publicPlan(slug, asOf),
    publicReports(code, asOf),
    undisclosedReports(code, asOf),
    letterCounts(code, asOf),
    publicAnswers(code, asOf),
    changesOfTasks([code], asOf),
  ]);
  const staleDays = plan?.staleDays ?? 0;
  return {
    ...describeTask(task),
    sentence: task.sentence,
    reference: task.reference,
    note: task.note,
    children: parts,
    readings: task.isTracked ? describeReadings(readingsOf(task, asOf, staleDays)) : null,
    reports: reports.map(({ isDemo, ...report }) => ({ ...report, demo: isDemo })),
    undisclosed: undisclosed.map(({ approvedAt: _, ...report }) => report),
    letters: {
      ...counts,
      answers: answers.map(({ isDemo, releasedAt: _, ...answer }) => ({ ...answer, demo: isDemo })),
    },
    steps: changes.map(describeChange),
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
