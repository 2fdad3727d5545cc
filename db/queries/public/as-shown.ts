import type { LaterCorrection } from "@/db/queries/tasks/corrections";
import { beforeCorrections, placeBefore } from "@/lib/domain/documents/corrections";

type Shown = {
  code: string;
  parentCode: string | null;
  parentTitle: string | null;
  planSlug: string;
  planTitle: string;
  planShortTitle: string;
  documentSlug: string;
  documentTitle: string;
  quoteStart: number;
  quoteEnd: number;
};

/** A row as it was shown on a day, before what has been corrected since (更正): the register's own facts are that day's anyhow. */
export function asShownThen<Row extends Shown>(now: Row, later: readonly LaterCorrection[]): Row {
  return later.reduce<Row>((row, { code, documentSlug, planSlug, changes }) => {
    const said = changes.filter(({ field }) => field !== "dueOn" && field !== "baselineDueOn");
    const title = said.find(({ field }) => field === "title")?.before;
    if (planSlug === row.planSlug) {
      const shortTitle = said.find(({ field }) => field === "shortTitle")?.before;
      return {
        ...row,
        planTitle: String(title ?? row.planTitle),
        planShortTitle: String(shortTitle ?? row.planShortTitle),
      };
    }
    if (documentSlug === row.documentSlug)
      return { ...placeBefore(row, said), documentTitle: String(title ?? row.documentTitle) };
    if (code !== null && code === row.parentCode)
      return { ...row, parentTitle: String(title ?? row.parentTitle) };
    return code === row.code ? beforeCorrections(row, said) : row;
  }, now);
}
