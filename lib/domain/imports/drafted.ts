import type { Day } from "@/lib/domain/calendar/days";
import type { ReportingCycle } from "@/lib/domain/calendar/periods";
import type { Place } from "@/lib/domain/documents/quotes";
import { unbroken } from "@/lib/domain/documents/spans";
import { deepest } from "@/lib/domain/registrations/codes";
import { type DraftTask, draftLimits } from "@/lib/domain/registrations/drafts";
import type { CandidateDeadline, CandidateKind, OwnerRole } from "./candidates";
import { taskKindOf } from "./imports";
import type { Edited, SaidDeadline } from "./inputs";

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

/** 到2025年 dates a goal; of a measure it is what is to be reached, not when the measure is due. */
function dates({ kind, end }: CandidateDeadline, of: CandidateKind): boolean {
  return end !== null && (kind !== "target" || of === "goal");
}

/** When it is due by the words of the document: of several days the last, the others are on the way there. */
export function deadlineOf({
  kind: of,
  deadlines,
}: Pick<Reviewed, "kind" | "deadlines">): SaidDeadline & { words: Place | null } {
  const cycle = deadlines.map(({ rrule }) => cycleOf(rrule)).find((each) => each !== "none");
  const ends = deadlines.filter((each) => dates(each, of));
  const last = ends.reduce<CandidateDeadline | null>(
    (latest, each) => ((latest?.end ?? "") < (each.end ?? "") ? each : latest),
    null,
  );
  const said = { windowStart: null, dueOn: null, cycle: cycle ?? ("none" as const) };
  if (last) {
    const kind =
      last.precision === "ten_day" || last.precision === "year" ? last.precision : "date";
    return { ...said, kind, windowStart: within(last), dueOn: last.end, words: last.words };
  }
  const [first] = deadlines;
  const goesOn = deadlines.find(({ kind }) => kind === "ongoing" || kind === "recurring");
  if (goesOn) return { ...said, kind: "ongoing", words: goesOn.words };
  return { ...said, kind: "unresolved", words: first?.words ?? null };
}

function within({ start, end }: CandidateDeadline): Day | null {
  return start !== null && end !== null && start < end ? start : null;
}

const cycles: Record<string, ReportingCycle> = {
  "WEEKLY 1": "weekly",
  "MONTHLY 1": "monthly",
  "MONTHLY 2": "bimonthly",
  "MONTHLY 3": "quarterly",
  "MONTHLY 6": "half_yearly",
};

/** How often is reported on what a rule (RFC 5545) repeats; "none" for what no cycle fits. */
export function cycleOf(rrule: string | null): ReportingCycle {
  const [, frequency = ""] = /FREQ=(\w+)/.exec(rrule ?? "") ?? [];
  const [, interval = "1"] = /INTERVAL=(\d+)/.exec(rrule ?? "") ?? [];
  return cycles[`${frequency} ${interval}`] ?? "none";
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
  const read = deadlineOf({ kind, deadlines: candidate.deadlines });
  const { words: said, ...due } = read;
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
