import type { Day } from "@/lib/domain/calendar/days";
import type { DeadlineKind } from "@/lib/domain/calendar/deadlines";
import type { ReportingCycle } from "@/lib/domain/calendar/periods";
import type { CandidateDeadline } from "@/lib/domain/imports/candidates";

/** What only a person can say of a task's time: a day to count from or a year, an event's day, what 立行立改 means, a cycle that no report has. */
export const timeQuestions = ["anchor", "event", "vague", "cycle"] as const;
export type TimeQuestion = (typeof timeQuestions)[number];

/** A task's time as a draft has it (registrations/drafts.ts), what else the document says, and what is open. */
export type TaskDeadline = {
  deadlineKind: DeadlineKind;
  windowStart: Day | null;
  dueOn: Day | null;
  cycle: ReportingCycle;
  /** The deadline that is due; null where none has a day. */
  due: CandidateDeadline | null;
  /** Days on the way there, earliest first. */
  checkpoints: CandidateDeadline[];
  questions: TimeQuestion[];
};

/** Of several deadlines the last day is due, the others are checkpoints; what repeats is how often a task is reported on. */
export function taskDeadline(deadlines: readonly CandidateDeadline[]): TaskDeadline {
  const dated = deadlines
    .filter(({ end, kind }) => end !== null && kind !== "recurring")
    .toSorted((a, b) => ((a.end ?? "") < (b.end ?? "") ? -1 : 1));
  const due = dated.at(-1) ?? null;
  const repeated = deadlines.filter(({ kind }) => kind === "recurring");
  const cycle = shortest(repeated.map(({ rrule }) => cycleOf(rrule ?? "")));
  const questions = timeQuestions.filter((question) =>
    deadlines.some((each) => asks(each, question)),
  );
  return {
    deadlineKind: due === null ? kindWithoutDay(deadlines) : kindOf(due),
    windowStart: due !== null && due.start !== due.end ? due.start : null,
    ...{ dueOn: due?.end ?? null, cycle, due, checkpoints: dated.slice(0, -1), questions },
  };
}

function kindOf({ precision }: CandidateDeadline): DeadlineKind {
  if (precision === "year") return "year";
  return precision === "ten_day" ? "ten_day" : "date";
}

/** Only what goes on or comes round again has no day by its nature; for anything else the day is still to be found. */
function kindWithoutDay(deadlines: readonly CandidateDeadline[]): DeadlineKind {
  const goesOn = ({ kind }: CandidateDeadline) => kind === "ongoing" || kind === "recurring";
  return deadlines.length > 0 &&
    deadlines.every((each) => goesOn(each) || each.kind === "vague") &&
    deadlines.some(goesOn)
    ? "ongoing"
    : "unresolved";
}

function asks({ kind, end, rrule }: CandidateDeadline, question: TimeQuestion): boolean {
  switch (question) {
    case "anchor":
      return ["relative", "target", "date"].includes(kind) && end === null;
    case "event":
      return kind === "event";
    case "vague":
      return kind === "vague";
    case "cycle":
      return kind === "recurring" && cycleOf(rrule ?? "") === "none";
  }
}

/** How often a report follows from an RFC 5545 rule; “none” for years, which no reporting cycle has, and for what it cannot say. */
export function cycleOf(rrule: string): ReportingCycle {
  const part = (name: string) => new RegExp(`${name}=([^;]+)`).exec(rrule)?.[1];
  const interval = Number(part("INTERVAL") ?? 1);
  const months = part("BYMONTH")?.split(",").length;
  switch (part("FREQ")) {
    case "DAILY":
    case "WEEKLY":
      return "weekly";
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
