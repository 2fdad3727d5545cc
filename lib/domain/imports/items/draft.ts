import type { Place } from "@/lib/domain/documents/quotes";
import type { Evidence, Item } from "@/lib/domain/imports/candidates";
import type { SectionKind } from "@/lib/domain/imports/structure/sections";

/** An item while its list is not finished: its parent is the item itself. */
export type Draft = Omit<Item, "parent"> & { parent: Draft | null };

/** What stands above an item, and of what kind its section is. */
export type Setting = {
  section: SectionKind;
  /** Put before every path: 附件/, 通知/. */
  prefix: string;
  headings: Place[];
  leadIns: Place[];
};

/** Below no heading, and said by the document itself. */
export const nowhere: Setting = { section: "measure", prefix: "", headings: [], leadIns: [] };

/** A draft of one quote below nothing but its setting. */
export function drafted(
  { headings, leadIns }: Setting,
  { path, kind, title, quote }: { path: string; kind: Item["kind"]; title: Place; quote: Place },
  evidence: Evidence[],
): Draft {
  const cells = {};
  const isOptional = false;
  return {
    path,
    kind,
    title,
    quotes: [quote],
    cells,
    headings,
    leadIns,
    evidence,
    isOptional,
    parent: null,
  };
}

/** The list with each parent as a place in it, by where the items stand in the text; paths are made unique. */
export function finished(drafts: readonly Draft[]): Item[] {
  const sorted = [...drafts].sort(
    (a, b) => a.quotes[0].start - b.quotes[0].start || (a.parent ? 1 : -1),
  );
  const index = new Map(sorted.map((draft, i) => [draft, i]));
  const seen = new Map<string, number>();
  return sorted.map((draft) => {
    const times = (seen.get(draft.path) ?? 0) + 1;
    seen.set(draft.path, times);
    const path = times === 1 ? draft.path : `${draft.path}#${times}`;
    return {
      ...draft,
      path,
      parent: draft.parent === null ? null : (index.get(draft.parent) ?? null),
    };
  });
}
