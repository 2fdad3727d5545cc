import { notFound } from "next/navigation";
import { z } from "zod";
import { database } from "@/db/client";
import { importDetail } from "@/db/queries/imports/imports";
import { openQuestionCounts } from "@/db/queries/imports/questions";
import { requirePermission } from "@/lib/auth/session";

/** An import that this person may see, with how much there is to decide and to answer. */
export async function loadImport(id: string) {
  const actor = await requirePermission("plan.draft");
  if (!z.uuid().safeParse(id).success) notFound();
  const found = (await importDetail(actor, id)) ?? notFound();
  const questions = await openQuestionCounts(database(), id);
  const proposals = Object.values(found.counts).reduce((sum, each) => sum + each, 0);
  return { actor, found, counts: { proposals, questions: questions.total } };
}
