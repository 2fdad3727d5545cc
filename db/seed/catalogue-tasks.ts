import type { Transaction } from "@/db/client";
import { recordEvent } from "@/db/mutations/record-event";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import type { ReportingCycle } from "@/lib/domain/calendar/periods";
import { english } from "./english";
import { type Ids, idOf, newIds } from "./ids";
import * as source from "./source";

type CatalogueIds = { departmentIds: Ids; documentIds: Ids; planIds: Ids };
const documentOf = new Map(source.documents.map((document) => [document.slug, document]));

/** Inserts the tasks, nobody's as yet, with their proposed units and the event that opens the history of each. */
export async function seedTasks(
  tx: Transaction,
  { departmentIds, documentIds, planIds }: CatalogueIds,
  registeredAt: Date,
): Promise<void> {
  const ids = newIds(source.tasks.map(({ code }) => code));
  await tx.insert(tasks).values(
    source.tasks.map((task, sortOrder) => ({
      ...whatTheDocumentSays(task),
      id: idOf(ids, task.code),
      planId: idOf(planIds, task.document),
      documentId: idOf(documentIds, task.document),
      parentId: task.parent && idOf(ids, task.parent),
      leadDepartmentId: task.lead && idOf(departmentIds, task.lead),
      sortOrder,
      reportingCycle: proposedCycle(task),
    })),
  );
  await tx.insert(taskCooperators).values(
    source.tasks.flatMap(({ code, cooperating }) =>
      cooperating.map((unit, sortOrder) => ({
        taskId: idOf(ids, code),
        departmentId: idOf(departmentIds, unit),
        sortOrder,
      })),
    ),
  );
  for (const { code, document } of source.tasks) {
    const after = { code, document: documentOf.get(document)?.title ?? document };
    const subject = { task: { id: idOf(ids, code), code } };
    await recordEvent(tx, null, { type: "task.registered", after }, subject, registeredAt);
  }
}

/** Places are counted in the document's text, which begins where its passage begins on the page. */
function whatTheDocumentSays(task: source.SeedTask) {
  const { code, kind, title, quote, reference, note, ownerVerbatim, ownerBasis, deadline } = task;
  const offset = documentOf.get(task.document)?.start ?? 0;
  const dueOn = deadline?.dueOn ?? null;
  return {
    titleEn: english.tasks[code] ?? null,
    ...{ code, kind, title, quote, reference, note, ownerVerbatim, ownerBasis },
    quoteStart: task.start - offset,
    quoteEnd: task.end - offset,
    deadlineVerbatim: deadline?.verbatim,
    deadlineKind: deadline?.kind ?? "ongoing",
    deadlineNote: deadline?.note,
    // Words without a date (为期4个月) leave the date to an admin: only a date in the document binds.
    deadlineBasis: dueOn === null ? null : deadline?.basis,
    windowStart: deadline?.windowStart,
    dueOn,
    baselineDueOn: dueOn,
  };
}

/** Work over months is proposed to be reported by the quarter; work of some days when there is something to say. */
function proposedCycle({ deadline }: source.SeedTask): ReportingCycle {
  return deadline?.kind === "ongoing" || deadline?.kind === "year" ? "quarterly" : "none";
}
