import type { PublicPlan, PublicUnit } from "@/db/queries/public/public";
import { addressOf } from "@/lib/address";
import { daysBetween } from "@/lib/domain/calendar/days";
import { daysPastPromise } from "@/lib/domain/public/slippage";
import { countTracked, type ListedTask } from "@/lib/public/public-tasks";
import type { OpenPlan, OpenTask, OpenUnit } from "./open-data-schemas";

/** A task as open data: the facts of its public page. */
export function describeTask(task: ListedTask): OpenTask {
  const { health, deadline, document } = task;
  const { windowStart, dueOn, baselineDueOn } = deadline;
  return {
    code: task.code,
    title: task.title,
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
    evidenceCount: health.evidenceCount,
    lead: task.lead,
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
    struckOffOn: task.struckOffOn,
    updatedOn: task.updatedOn,
    demo: task.isDemo,
    url: addressOf(`/tasks/${task.code}`),
  };
}

/** A plan as open data, with the counts of its tracked tasks by light. */
export function describePlan(plan: PublicPlan, tasks: readonly ListedTask[]): OpenPlan {
  return {
    slug: plan.slug,
    title: plan.title,
    document: {
      slug: plan.documentSlug,
      title: plan.documentTitle,
      number: plan.documentNumber,
      issuer: plan.issuer,
      datedOn: plan.datedOn,
      publishedOn: plan.publishedOn,
      url: addressOf(`/documents/${plan.documentSlug}`),
    },
    counts: countTracked(tasks.filter((task) => task.plan.slug === plan.slug)),
    url: addressOf(`/plans/${plan.slug}`),
  };
}

/** A unit as open data, with how many public tasks it leads and takes part in. */
export function describeUnit(unit: PublicUnit): OpenUnit {
  const { code, name, kind, parentCode, leads, cooperates } = unit;
  const url = addressOf(`/units/${code}`);
  return { code, name, kind, parent: parentCode, leads, cooperates, url };
}
