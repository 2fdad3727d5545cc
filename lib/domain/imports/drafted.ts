import type { Place } from "@/lib/domain/documents/quotes";
import { unbroken } from "@/lib/domain/documents/spans";
import { deepest } from "@/lib/domain/registrations/codes";
import { type DraftTask, draftLimits } from "@/lib/domain/registrations/drafts";
import type { CandidateDeadline, CandidateKind, OwnerRole } from "./candidates";
import { taskDeadline } from "./deadlines/task-deadline";
import { taskKindOf } from "./imports";
import type { Edited } from "./inputs";

/** A proposal as it stands now: what the document says, the units found for it, and what a person said in their place. */
export type Reviewed = {
  id: string;
  parentId: string | null;
  kind: CandidateKind;
  title: Place;
  quotes: [Place, ...Place[]];
  verbatim: Place | null;
  owners: { role: OwnerRole; unitId: string | null; isByHand: boolean }[];
  deadlines: CandidateDeadline[];
  edited: Edited | null;
};

/** Who leads and who takes part, by the words of the document: the first that leads; whoever leads with it cooperates. */
export function unitsOf({ owners, edited }: Pick<Reviewed, "owners" | "edited">) {
  const ids = (...roles: OwnerRole[]) =>
    owners.flatMap(({ role, unitId }) => (roles.includes(role) && unitId ? [unitId] : []));
  const [first = null, ...others] = ids("lead");
  const leadId = edited?.leadId === undefined ? first : edited.leadId;
  const said = edited?.cooperatingIds ?? [
    ...(first === leadId ? [] : ids("lead").slice(0, 1)),
    ...others,
    ...ids("co_lead", "cooperating", "implementing"),
  ];
  return { leadId, cooperatingIds: [...new Set(said)].filter((id) => id !== leadId) };
}

/** The units that the document names to lead, first or beside another. */
function namedToLead({ owners }: Pick<Reviewed, "owners">) {
  return owners.flatMap(({ role, unitId }) =>
    unitId && (role === "lead" || role === "co_lead") ? [unitId] : [],
  );
}

/** What was proposed, and what a person changed of it. */
const now = (candidate: Reviewed) => ({
  title: candidate.edited?.title ?? null,
  kind: candidate.edited?.kind ?? candidate.kind,
  quote: candidate.edited?.quotes?.[0] ?? candidate.quotes[0],
  deadline: candidate.edited?.deadline ?? null,
});

/**
 * A proposal as a task of a draft. `byHand` says what a person gave in the place of what the document's words give: what
 * it names is not the document's.
 */
export function draftTaskOf(candidate: Reviewed, text: string, depth = 0): DraftTask {
  const words = (place: Place | null) =>
    place ? unbroken(text.slice(place.start, place.end)).trim() : "";
  const { title, kind, quote, deadline } = now(candidate);
  const { leadId, cooperatingIds } = unitsOf(candidate);
  const { words: said, ...due } = taskDeadline({ kind, deadlines: candidate.deadlines });
  const isOwnerByHand = leadId !== null && !namedToLead(candidate).includes(leadId);
  const isDeadlineByHand = deadline !== null && deadline.dueOn !== due.dueOn;
  return {
    ...{ uid: candidate.id, depth, kind: taskKindOf[kind] },
    title: title ?? words(candidate.title).slice(0, draftLimits.line),
    ...{ quote: words(quote), at: quote.start, reference: "" },
    ownerVerbatim: words(candidate.verbatim).slice(0, draftLimits.line),
    ...{ leadId, cooperatingIds },
    deadlineVerbatim: words(said).slice(0, draftLimits.line),
    deadlineKind: deadline?.kind ?? due.kind,
    windowStart: deadline ? deadline.windowStart : due.windowStart,
    dueOn: deadline ? deadline.dueOn : due.dueOn,
    cycle: deadline?.cycle ?? due.cycle,
    byHand: [
      ...(isOwnerByHand ? (["owner"] as const) : []),
      ...(isDeadlineByHand ? (["deadline"] as const) : []),
    ],
  };
}

/**
 * The tasks of a draft in the order of the document, each under what it is a part of, however somebody moved them. What
 * stands under something that is left out comes up to what that stood under; `mergedInto` leads on to where it went.
 */
export function draftTasksOf(
  candidates: readonly Reviewed[],
  text: string,
  leftOut: ReadonlyMap<string, string | null>,
): DraftTask[] {
  const kept = new Map(candidates.map((each) => [each.id, each]));
  const parts = new Map<string | null, Reviewed[]>();
  for (const candidate of candidates) {
    const { edited, parentId } = candidate;
    const under = keptAbove(edited?.parentId === undefined ? parentId : edited.parentId, candidate);
    parts.set(under, [...(parts.get(under) ?? []), candidate]);
  }
  function keptAbove(id: string | null, from: Reviewed): string | null {
    const seen = new Set<string>([from.id]);
    let above = id;
    while (above !== null && !kept.has(above) && !seen.has(above)) {
      seen.add(above);
      above = leftOut.get(above) ?? null;
    }
    return above === null || !kept.has(above) || isBelow(above, from.id) ? null : above;
  }
  function isBelow(id: string, top: string): boolean {
    const seen = new Set<string>();
    for (let at: string | null = id; at !== null && !seen.has(at); ) {
      if (at === top) return true;
      seen.add(at);
      const each = kept.get(at);
      at = each?.edited?.parentId === undefined ? (each?.parentId ?? null) : each.edited.parentId;
    }
    return false;
  }
  const listed = (under: string | null, depth: number): DraftTask[] =>
    (parts.get(under) ?? []).flatMap((candidate) => [
      draftTaskOf(candidate, text, Math.min(depth, deepest)),
      ...listed(candidate.id, depth + 1),
    ]);
  return listed(null, 0);
}
