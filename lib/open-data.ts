import type { PublicPlan } from "@/db/queries/public";
import { env } from "./env";
import { log } from "./log";
import { countTracked, type ListedTask } from "./public-tasks";

const headers = {
  "content-type": "application/json; charset=utf-8",
  "cache-control": "public, max-age=0, must-revalidate",
  // Open data: any site may read it, and nothing in it depends on who asks.
  "access-control-allow-origin": "*",
};

/** Answers an open-data request with what `load` gives; null is 404, a failure is logged and 503. */
export async function openData(load: () => Promise<object | null>): Promise<Response> {
  try {
    const data = await load();
    if (data) return Response.json(data, { headers });
    return Response.json({ error: "not_found" }, { status: 404, headers });
  } catch (error) {
    log.error({ err: error }, "open data failed");
    return Response.json({ error: "unavailable" }, { status: 503, headers });
  }
}

/** A task as open data: the facts of its public page. */
export function describeTask(task: ListedTask) {
  const { standing, deadline, document } = task;
  return {
    code: task.code,
    title: task.title,
    kind: task.kind,
    plan: task.plan.slug,
    parent: task.parentCode,
    quote: task.quote,
    document: { ...document, url: pageUrl(`/documents/${document.slug}`) },
    place: task.place,
    status: task.isTracked ? task.status : null,
    light: task.isTracked ? standing.light : null,
    lightReason: task.isTracked ? standing.reason : null,
    percent: standing.percent,
    lead: task.lead,
    cooperating: task.cooperating.map(({ name }) => name),
    ownerBasis: task.ownerBasis,
    ownerVerbatim: task.ownerVerbatim,
    dueDate: deadline.dueOn,
    window: deadline.windowStart && { start: deadline.windowStart, end: deadline.dueOn },
    baselineDueDate: deadline.baselineDueOn,
    deadlineVerbatim: deadline.verbatim,
    deadlineKind: deadline.kind,
    deadlineBasis: deadline.basis,
    completedOn: task.completedOn,
    updatedOn: task.updatedOn,
    demo: task.isDemo,
    url: pageUrl(`/tasks/${task.code}`),
  };
}

/** A plan as open data, with the counts of its tracked tasks by light. */
export function describePlan(plan: PublicPlan, tasks: readonly ListedTask[]) {
  return {
    slug: plan.slug,
    title: plan.title,
    document: {
      slug: plan.documentSlug,
      title: plan.documentTitle,
      url: pageUrl(`/documents/${plan.documentSlug}`),
    },
    counts: countTracked(tasks.filter((task) => task.plan.slug === plan.slug)),
    url: pageUrl(`/plans/${plan.slug}`),
  };
}

function pageUrl(path: string): string {
  return new URL(path, env().PUBLIC_URL).href;
}
