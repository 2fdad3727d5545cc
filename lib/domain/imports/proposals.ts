import type { WorkCalendar } from "@/lib/domain/calendar/work-days";
import type { ReadDocument } from "./blocks";
import type { Proposals } from "./candidates";
import type { SaidColumns } from "./columns";

/** Stands here until the grammar is merged, whose file takes its place: nothing is proposed. */
export function proposalsOf(
  _document: ReadDocument,
  _calendar: WorkCalendar,
  _columns: readonly SaidColumns[] = [],
): Proposals {
  const facts = {
    title: null,
    planTitle: null,
    number: null,
    issuer: null,
    dated: null,
    datedOn: null,
  };
  return { facts, candidates: [] };
}
