import { eq, max } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { bulkInsert } from "@/db/mutations/bulk-insert";
import { recordEvent } from "@/db/mutations/record-event";
import { loadReminderDefaults } from "@/db/queries/chasing/reminder-defaults";
import { patternOfRegistration } from "@/db/queries/registrations/drafted";
import { documents } from "@/db/schema/documents";
import { plans } from "@/db/schema/plans";
import { taskCooperators, tasks } from "@/db/schema/tasks";
import { codeSchema } from "@/lib/domain/inputs";
import type { Actor } from "@/lib/domain/people/roles";
import { Refused, refuse } from "@/lib/domain/refusals";
import { codesOf, parentCodeOf, slugFor } from "@/lib/domain/registrations/codes";
import type { PlacedTask } from "@/lib/domain/registrations/content";
import type { LockedRegistration } from "./locked";

/** Makes document, plan and tasks of a draft, with the event that opens the history of each task. */
export async function register(
  tx: Transaction,
  actor: Actor,
  found: LockedRegistration,
  drafted: readonly PlacedTask[],
  now: Date,
): Promise<{ planId: string; documentId: string; codes: string[] }> {
  const slug = await freeSlug(tx, found);
  const documentId = found.documentId ?? (await insertDocument(tx, found, slug));
  const planId = found.addsTo?.id ?? (await insertPlan(tx, found, documentId, slug));
  const { prefix, taken } = await patternOfRegistration(tx, found);
  const codes = codesOf(
    prefix,
    drafted.map(({ depth }) => depth),
    taken,
  );
  if (!codes.every((code) => codeSchema.safeParse(code).success))
    throw new Refused(refuse("codes_used_up"));
  const documentTitle = found.document?.title ?? (await titleOf(tx, documentId));
  const [last] = await tx
    .select({ sortOrder: max(tasks.sortOrder) })
    .from(tasks)
    .where(eq(tasks.planId, planId));
  const first = (last?.sortOrder ?? -1) + 1;
  const ids = new Map(codes.map((code) => [code, crypto.randomUUID()]));
  const idOf = (code: string | null) => (code === null ? null : (ids.get(code) ?? null));
  const rows = drafted.map((task, i) => {
    const code = codes[i] ?? "";
    return {
      ...whatTheDocumentSays(task),
      ...{ code, planId, documentId, registrationId: found.id, sortOrder: first + i },
      id: idOf(code) ?? "",
      parentId: idOf(parentCodeOf(code)),
      isDemo: actor.isDemo,
    };
  });
  await bulkInsert(tx, tasks, rows);
  await bulkInsert(
    tx,
    taskCooperators,
    drafted.flatMap(({ cooperatingIds }, i) =>
      [...new Set(cooperatingIds)].map((departmentId, sortOrder) => ({
        taskId: rows[i]?.id ?? "",
        departmentId,
        sortOrder,
      })),
    ),
  );
  for (const task of rows) {
    const after = { code: task.code, document: documentTitle };
    await recordEvent(tx, actor, { type: "task.registered", after }, { task }, now);
  }
  return { planId, documentId, codes };
}

function whatTheDocumentSays(task: PlacedTask) {
  const { kind, title, quote, place, leadId, deadlineKind, windowStart, dueOn, cycle } = task;
  const isByHand = (what: "owner" | "deadline") => task.byHand?.includes(what) ?? false;
  const isSaid = task.deadlineVerbatim !== "" && !isByHand("deadline");
  const isOwnerSaid = task.ownerVerbatim !== "" && !isByHand("owner");
  return {
    ...{ kind, title, quote, deadlineKind, windowStart, dueOn },
    quoteStart: place.start,
    quoteEnd: place.end,
    titleEn: task.titleEn || null,
    reference: task.reference || null,
    ownerVerbatim: task.ownerVerbatim || null,
    ownerBasis: leadId === null ? null : isOwnerSaid ? ("source" as const) : ("proposed" as const),
    leadDepartmentId: leadId,
    deadlineVerbatim: task.deadlineVerbatim || null,
    // A date that the document's words do not give is ours (暂定，非文件载明).
    deadlineBasis: dueOn === null ? null : isSaid ? ("source" as const) : ("assigned" as const),
    baselineDueOn: dueOn,
    reportingCycle: cycle,
  };
}

async function insertDocument(tx: Transaction, { document }: LockedRegistration, slug: string) {
  if (!document) throw new Error("The registration rests on nothing");
  const { basis: _, documentNumber, ...said } = document;
  const [last] = await tx.select({ sortOrder: max(documents.sortOrder) }).from(documents);
  const sortOrder = (last?.sortOrder ?? -1) + 1;
  const [made] = await tx
    .insert(documents)
    .values({ ...said, slug, sortOrder, documentNumber: documentNumber || null })
    .returning({ id: documents.id });
  if (!made) throw new Error("The document was not inserted");
  return made.id;
}

async function insertPlan(
  tx: Transaction,
  { plan }: LockedRegistration,
  documentId: string,
  slug: string,
) {
  if (!plan) throw new Error("The registration makes no plan");
  const { title, shortTitle, summary } = plan;
  const [last] = await tx.select({ sortOrder: max(plans.sortOrder) }).from(plans);
  const sortOrder = (last?.sortOrder ?? -1) + 1;
  const { reminders } = await loadReminderDefaults(tx);
  const [made] = await tx
    .insert(plans)
    .values({ title, shortTitle, summary, documentId, slug, sortOrder, reminders })
    .returning({ id: plans.id });
  if (!made) throw new Error("The plan was not inserted");
  return made.id;
}

/** The address of what is made: by the rule, and with a number where the rule's is taken. */
async function freeSlug(tx: Transaction, { plan, addsTo, document }: LockedRegistration) {
  const wanted = addsTo?.slug ?? slugFor(plan?.prefix ?? "", document?.datedOn ?? null);
  for (let n = 1; n < 1000; n += 1) {
    const slug = n === 1 ? wanted : `${wanted.slice(0, 55)}-${n}`;
    const [inPlans, inDocuments] = [
      addsTo ? 0 : await tx.$count(plans, eq(plans.slug, slug)),
      await tx.$count(documents, eq(documents.slug, slug)),
    ];
    if (inPlans + inDocuments === 0) return slug;
  }
  throw new Refused(refuse("slug_taken"));
}

async function titleOf(tx: Transaction, documentId: string): Promise<string> {
  const [document] = await tx
    .select({ title: documents.title })
    .from(documents)
    .where(eq(documents.id, documentId));
  return document?.title ?? "";
}
