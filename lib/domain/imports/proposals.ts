import type { WorkCalendar } from "@/lib/domain/calendar/work-days";
import type { ReadDocument } from "./blocks";
import type { Owners, Proposals } from "./candidates";
import { certaintyOf } from "./certainty";
import type { SaidColumns } from "./columns";
import { deadlinesOf } from "./deadlines/deadlines-of";
import { factsOf } from "./facts/facts-of";
import { itemsOf } from "./items/items";
import { loneTitles } from "./lone-titles";
import { ownersOf } from "./owners/owners";
import { targetsOf } from "./targets/targets-of";

const nobody: Owners = { owners: [], verbatim: null, scope: "none", isOpenEnded: false };

/**
 * What a document asks to be done, by whom and by when, each value with its place in the text. Days counted from the day
 * of issue are counted with `calendar`; `columns` is what a person said of its tables.
 */
export function proposalsOf(
  document: ReadDocument,
  calendar: WorkCalendar,
  columns: readonly SaidColumns[] = [],
): Proposals {
  const facts = factsOf(document);
  const items = itemsOf(document, columns);
  const owners = ownersOf(document, items);
  const deadlines = deadlinesOf(document, items, facts, calendar);
  const targets = targetsOf(document, items);
  const isLone = loneTitles(items);
  const wholes = new Set(items.map(({ parent }) => parent));
  const candidates = items.map((item, i) => {
    const candidate = {
      ...item,
      ...(owners[i] ?? nobody),
      deadlines: deadlines[i] ?? [],
      targets: targets[i] ?? [],
    };
    const whole = item.parent === null ? undefined : items[item.parent];
    const above = whole ? { ...whole, deadlines: deadlines[item.parent ?? i] ?? [] } : null;
    const certainty = certaintyOf(document.text, candidate, {
      isLoneTitle: isLone[i],
      hasParts: wholes.has(i),
      above,
    });
    return { ...candidate, certainty };
  });
  return { facts, candidates };
}
