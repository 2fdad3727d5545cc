import type { PublicPlan } from "@/db/queries/public/public";
import { addressOf } from "@/lib/address";
import type { ListedTask } from "@/lib/domain/public/public-task";
import type { TaskStatus } from "@/lib/domain/tasks/tasks";
import { licence } from "./site-facts";

const actionStatus: Record<TaskStatus, string> = {
  unassigned: "PotentialActionStatus",
  assigned: "PotentialActionStatus",
  active: "ActiveActionStatus",
  suspended: "PotentialActionStatus",
  completed: "CompletedActionStatus",
  cancelled: "FailedActionStatus",
  exempted: "FailedActionStatus",
};

const unit = (code: string, name: string) => ({
  type: "GovernmentOrganization",
  url: addressOf(`/units/${code}`),
  properties: { name },
});

/** A task as schema.org knows it: an action of the lead unit that a document asks for. For components/ui/microdata.tsx. */
export function taskThing(task: ListedTask) {
  const { code, title, quote, document, deadline, lead, leadCode } = task;
  return {
    type: "Action",
    url: addressOf(`/tasks/${code}`),
    properties: {
      identifier: code,
      name: title,
      description: quote,
      actionStatus: task.isTracked ? `https://schema.org/${actionStatus[task.status]}` : null,
      startTime: deadline.windowStart,
      endTime: task.completedOn ?? deadline.dueOn,
      agent: lead !== null && leadCode !== null ? unit(leadCode, lead) : null,
      participant: task.cooperating.map((each) => unit(each.code, each.name)),
      object: {
        type: "Legislation",
        url: addressOf(`/documents/${document.slug}`),
        properties: { name: document.title },
      },
    },
  };
}

/** A plan as schema.org knows it: a data set that can be downloaded, about the document it carries out. */
export function planThing(plan: PublicPlan) {
  const { slug, title, summary } = plan;
  const download = (type: string, path: string) => ({
    type: "DataDownload",
    properties: { encodingFormat: type, contentUrl: addressOf(path) },
  });
  return {
    type: "Dataset",
    url: addressOf(`/plans/${slug}`),
    properties: {
      name: title,
      description: summary,
      license: licence,
      isBasedOn: {
        type: "Legislation",
        url: addressOf(`/documents/${plan.documentSlug}`),
        properties: {
          name: plan.documentTitle,
          legislationIdentifier: plan.documentNumber,
          legislationPassedBy: plan.issuer,
          legislationDate: plan.datedOn,
          datePublished: plan.publishedOn,
        },
      },
      distribution: [
        download("text/csv", `/api/v1/tasks.csv?plan=${slug}`),
        download("application/json", `/api/v1/tasks?plan=${slug}`),
      ],
    },
  };
}

/** All data of the site as schema.org knows it: a catalogue with a data set for each plan. */
export function catalogThing(name: string, plans: readonly PublicPlan[]) {
  return {
    type: "DataCatalog",
    url: addressOf("/open-data"),
    properties: { name, license: licence, dataset: plans.map(planThing) },
  };
}
