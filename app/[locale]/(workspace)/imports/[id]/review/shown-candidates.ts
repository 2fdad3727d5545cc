import type { ShownCandidate } from "@/components/imports/shown";
import type { ListedCandidate } from "@/db/queries/imports/candidates";
import { reviewedOf } from "@/db/queries/imports/reviewed";
import { unitNamesOf } from "@/db/queries/registrations/drafted";
import { draftTaskOf } from "@/lib/domain/imports/drafted";

/** Proposals as the bench shows them: in the words of the document, with what would become of each as a task. */
export async function shownCandidates(
  rows: readonly ListedCandidate[],
  text: string,
): Promise<ShownCandidate[]> {
  const drafts = rows.map((row) => draftTaskOf(reviewedOf(row, row.owners, row.deadlines), text));
  const nameOf = await unitNamesOf(drafts);
  return rows.map((row, i) => {
    const draft = drafts[i];
    if (!draft) throw new Error("Every row has its draft");
    const names = (ids: readonly string[]) => ids.flatMap((id) => nameOf.get(id) ?? []);
    const { deadlineKind: kind, windowStart, dueOn, cycle } = draft;
    return {
      ...{ id: row.id, version: row.version, path: row.path, state: row.state },
      kind: row.edited?.kind ?? row.kind,
      certainty: row.certainty,
      title: draft.title,
      quotes: (row.edited?.quotes ?? row.quotes).map(({ start, end }) => ({
        ...{ start, end, words: text.slice(start, end) },
      })),
      evidence: row.evidence,
      verbatim: draft.ownerVerbatim || null,
      isOpenEnded: row.isOpenEnded,
      owners: row.owners.map(({ role, words, rule, unit, find }) => ({
        ...{ role, words, rule, unit, find },
      })),
      lead: draft.leadId ? (nameOf.get(draft.leadId) ?? null) : null,
      cooperating: names(draft.cooperatingIds),
      times: row.deadlines.map(({ text: words, rule, end }) => ({ words, rule, end })),
      due: { kind, windowStart, dueOn, cycle },
      isByHand: {
        owner: draft.byHand?.includes("owner") ?? false,
        deadline: draft.byHand?.includes("deadline") ?? false,
      },
    };
  });
}
