import type { Place } from "@/lib/domain/documents/quotes";
import type { Candidate, OwnerRole, Proposals } from "./candidates";

/** The proposals in the form that the labelled documents have: names and quotes as words of the text. */
export function asJson({ candidates }: Proposals, text: string) {
  return candidates.map((candidate, i) => {
    const words = ({ start, end }: Place) => text.slice(start, end);
    const named = (role: OwnerRole) =>
      candidate.owners.filter((owner) => owner.role === role).map(({ name }) => words(name));
    const [quote, ...more] = candidate.quotes.map(words);
    return {
      id: idOf(i),
      path: candidate.path,
      kind: candidate.kind,
      parent: candidate.parent === null ? null : idOf(candidate.parent),
      title: words(candidate.title),
      quote,
      ...(more.length > 0 ? { quotes: more } : {}),
      ...(candidate.isOptional ? { optional: true } : {}),
      lead: named("lead")[0] ?? null,
      co_leads: named("co_lead"),
      cooperating: named("cooperating"),
      implementing: named("implementing"),
      owners_verbatim: candidate.verbatim === null ? null : words(candidate.verbatim),
      owner_scope: candidate.scope,
      open_ended: candidate.isOpenEnded,
      deadlines: candidate.deadlines.map((deadline) => deadlineJson(deadline, words)),
      certainty: candidate.certainty,
      evidence: candidate.evidence,
    };
  });
}

function deadlineJson(deadline: Candidate["deadlines"][number], words: (place: Place) => string) {
  const { kind, start, end, precision, anchor, isSoft, rrule, amount, unit } = deadline;
  return {
    verbatim: words(deadline.words),
    kind,
    start,
    end,
    precision,
    anchor,
    ...(isSoft ? { soft: true } : {}),
    ...(rrule === null ? {} : { rrule }),
    ...(amount === null ? {} : { amount, unit }),
  };
}

function idOf(index: number): string {
  return `m${String(index + 1).padStart(3, "0")}`;
}
