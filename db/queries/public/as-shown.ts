import type { LaterCorrection } from "@/db/queries/tasks/corrections";
import { beforeCorrections, placeBefore } from "@/lib/domain/documents/corrections";

type Shown = {
  code: string;
  parentCode: string | null;
  parentTitle: string | null;
  planSlug: string;
  planTitle: string;
  planTitleEn?: string | null;
  planShortTitle: string;
  documentSlug: string;
  documentTitle: string;
  quoteStart: number;
  quoteEnd: number;
};

/** A row as it was shown on a day, before what has been corrected since (更正): the register's own facts are that day's anyhow. */
export function asShownThen<Row extends Shown>(now: Row, later: readonly LaterCorrection[]): Row {
  let row = now;
  for (const correction of later) row = { ...row, ...saidBefore(row, correction) };
  return row;
}

function saidBefore(row: Shown, { code, documentSlug, planSlug, changes }: LaterCorrection) {
  const said = changes.filter(({ field }) => field !== "dueOn" && field !== "baselineDueOn");
  const changeOf = (name: string) => said.find(({ field }) => field === name);
  const before = (field: string, now: string | null) => {
    const change = changeOf(field);
    return change ? String(change.before) : now;
  };
  const translated = changeOf("titleEn");
  if (planSlug === row.planSlug)
    return {
      planTitleEn: translated ? (translated.before as string | null) : row.planTitleEn,
      planTitle: before("title", row.planTitle),
      planShortTitle: before("shortTitle", row.planShortTitle),
    };
  if (documentSlug === row.documentSlug)
    return { ...placeBefore(row, said), documentTitle: before("title", row.documentTitle) };
  if (code !== null && code === row.parentCode)
    return { parentTitle: before("title", row.parentTitle) };
  return code === row.code ? beforeCorrections(row, said) : {};
}

type ShownPlan = { slug: string; title: string; documentSlug: string; documentTitle: string };

/** The same of a plan, with its document. */
export function planShownThen<Plan extends ShownPlan>(
  now: Plan,
  later: readonly LaterCorrection[],
): Plan {
  let plan = now;
  for (const { planSlug, documentSlug, changes } of later) {
    if (planSlug === plan.slug) plan = beforeCorrections(plan, changes);
    if (documentSlug !== plan.documentSlug) continue;
    const ofDocument = changes.map((change) =>
      change.field === "title" ? { ...change, field: "documentTitle" } : change,
    );
    plan = beforeCorrections(plan, ofDocument);
  }
  return plan;
}
