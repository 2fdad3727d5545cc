import type { Day } from "@/lib/domain/calendar/days";
import type { DeadlineKind } from "@/lib/domain/calendar/deadlines";
import type { ReportingCycle } from "@/lib/domain/calendar/periods";
import type { Place } from "@/lib/domain/documents/quotes";
import type { CandidateDeadline, CandidateKind } from "@/lib/domain/imports/candidates";
import type { SaidDeadline } from "@/lib/domain/imports/inputs";

type Timed = { kind: CandidateKind; deadlines: readonly CandidateDeadline[] };

/**
 * When a task is due by the words of the document, as a draft has it (registrations/drafts.ts). Of several days the last is
 * due, the others are on the way there; what repeats is how often a task is reported on.
 */
export function taskDeadline(task: Timed): SaidDeadline & { words: Place | null } {
  const times = timesOf(task);
  const due = times
    .filter(({ end, kind }) => end !== null && kind !== "recurring")
    .reduce<CandidateDeadline | null>(
      (last, each) => ((last?.end ?? "") < (each.end ?? "") ? each : last),
      null,
    );
  const cycle = shortest(
    times.map(({ kind, rrule }) => (kind === "recurring" ? cycleOf(rrule) : "none")),
  );
  const [first] = times;
  if (due === null)
    return {
      ...{ kind: kindWithoutDay(times), windowStart: null, dueOn: null, cycle },
      words: (times.find(goesOn) ?? first)?.words ?? null,
    };
  return {
    ...{ kind: kindOf(due), windowStart: windowOf(due), dueOn: due.end, cycle },
    words: due.words,
  };
}

/** 到2025年 dates a goal; of a measure it is what is to be reached, not when the measure is due. */
function timesOf({ kind: of, deadlines }: Timed): CandidateDeadline[] {
  return deadlines.filter(({ kind }) => kind !== "target" || of === "goal");
}

/** Times of these kinds without a day leave a person to say it: what they are counted from, an event's day, a year. */
export const dayAsking = [
  "relative",
  "event",
  "date",
  "range",
] as const satisfies CandidateDeadline["kind"][];

function windowOf({ start, end }: CandidateDeadline): Day | null {
  return start !== null && end !== null && start < end ? start : null;
}

function kindOf({ precision }: CandidateDeadline): DeadlineKind {
  return precision === "year" || precision === "ten_day" ? precision : "date";
}

const goesOn = ({ kind }: CandidateDeadline) => kind === "ongoing" || kind === "recurring";

/** Only what goes on or comes round again has no day by its nature; for anything else the day is still to be found. */
function kindWithoutDay(times: readonly CandidateDeadline[]): DeadlineKind {
  const isOngoing =
    times.some(goesOn) && times.every((each) => goesOn(each) || each.kind === "vague");
  return isOngoing ? "ongoing" : "unresolved";
}

/** How often a report follows from an RFC 5545 rule; “none” for years, which no reporting cycle has, and for what it cannot say. */
export function cycleOf(rrule: string | null): ReportingCycle {
  const part = (name: string) => new RegExp(`${name}=([^;]+)`).exec(rrule ?? "")?.[1];
  const interval = Number(part("INTERVAL") ?? 1);
  const months = part("BYMONTH")?.split(",").length;
  switch (part("FREQ")) {
    case "DAILY":
      return "weekly";
    case "WEEKLY":
      return interval === 1 ? "weekly" : "none";
    case "MONTHLY":
      return byMonths[months === undefined ? interval : 12 / months] ?? "none";
    case "YEARLY":
      return byMonths[12 / (months ?? 1)] ?? "none";
    default:
      return "none";
  }
}

const byMonths: Record<number, ReportingCycle> = {
  ...{ 1: "monthly", 2: "bimonthly", 3: "quarterly", 6: "half_yearly" },
};

const fromShort: readonly ReportingCycle[] = [
  ...(["weekly", "monthly", "bimonthly", "quarterly", "half_yearly"] as const),
];

function shortest(cycles: readonly ReportingCycle[]): ReportingCycle {
  return fromShort.find((cycle) => cycles.includes(cycle)) ?? "none";
}
