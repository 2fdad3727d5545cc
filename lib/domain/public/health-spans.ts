import { addDays, type Day, daysBetween } from "@/lib/domain/calendar/days";
import type { WorkCalendar } from "@/lib/domain/calendar/work-days";
import { asApproved, type HealthFacts, ownLight } from "@/lib/domain/tasks/health";
import type { Light } from "@/lib/domain/tasks/lights";
import { rollUpLights, rollUpPercents } from "@/lib/domain/tasks/rollup";
import { rollUpUpdates } from "@/lib/domain/tasks/task-tree";
import { asReleased, asShown, updateOf } from "./public-health";

/** What lists ask of how a task stands, inside and to everybody. */
export type KeptHealth = {
  light: Light;
  percent: number | null;
  /** It owes a report (应报未报). */
  isOwed: boolean;
  publicLight: Light;
  publicPercent: number | null;
  publicIsOverdue: boolean;
  /** When anything of it or below it was last released. */
  publicUpdatedOn: Day | null;
} & Registered;

/** What lists ask of the register: whose a task is (units by id), and when it is due. */
export type Registered = {
  leadId: string | null;
  cooperatingIds: string[];
  dueOn: Day | null;
};

/** How a task stands from a day on, until another or, with null, for good: as long as nothing is done to it. */
export type HealthSpan = KeptHealth & { from: Day; until: Day | null };

/** Nothing changes later than this after the last due day, or after the day one begins with: the longest cycle is half a year. */
const horizonDays = 400;

/**
 * How each of these tasks stands from a day on as long as nothing is done to them, by code: the rule (`healthOf`,
 * `publicHealthOf`) for every day to come. Percentages stay, and lights only get worse, so that a day on which one changes is found by halving.
 */
export function healthSpans(
  facts: readonly (HealthFacts & Registered)[],
  calendar: WorkCalendar,
  from: Day,
): Map<string, HealthSpan[]> {
  const shown = facts.map(asShown);
  const held = rollUpPercents(facts.map(asApproved));
  const said = rollUpPercents(shown.map(asReleased));
  const last = facts.reduce((day, { dueOn }) => (dueOn && dueOn > day ? dueOn : day), from);
  const until = addDays(last, horizonDays);
  const marksOf = (fact: HealthFacts) => {
    const percent = held.get(fact.code)?.percent ?? null;
    return marksBetween((day) => ownLight(fact, percent, calendar, day), from, until);
  };
  const inside = facts.map((fact) => ({ fact, marks: marksOf(fact) }));
  const outside = shown.map((fact, i) => {
    const own = inside[i];
    return own && fact.status === own.fact.status ? own : { fact, marks: marksOf(fact) };
  });
  const days = new Set([...inside, ...outside].flatMap(({ marks }) => marks.map(({ day }) => day)));
  const updates = rollUpUpdates(facts.map(updateOf));
  const spans = new Map<string, HealthSpan[]>(facts.map(({ code }) => [code, []]));
  for (const day of [...days].sort()) {
    const lights = rollUpLights(inside.map((task) => litOn(day, task)));
    const publicLights = rollUpLights(outside.map((task) => litOn(day, task)));
    const reasons = new Map(outside.map((task) => [task.fact.code, litOn(day, task).reason]));
    for (const task of inside) {
      const { code, leadId, cooperatingIds, dueOn } = task.fact;
      add(spans.get(code) ?? [], day, {
        light: lights.get(code)?.light ?? "grey",
        percent: held.get(code)?.percent ?? null,
        isOwed: litOn(day, task).owed !== null,
        publicLight: publicLights.get(code)?.light ?? "grey",
        publicPercent: said.get(code)?.percent ?? null,
        publicIsOverdue: reasons.get(code) === "overdue",
        publicUpdatedOn: updates.get(code)?.updatedOn ?? null,
        ...{ leadId, cooperatingIds, dueOn },
      });
    }
  }
  return spans;
}

type Lit = ReturnType<typeof ownLight>;
type Mark = { day: Day; lit: Lit };

/** The first day, and every later one on which a light by itself changes. */
function marksBetween(litOnDay: (day: Day) => Lit, from: Day, until: Day): Mark[] {
  const at = (offset: number): Mark => {
    const day = addDays(from, offset);
    return { day, lit: litOnDay(day) };
  };
  const between = (a: number, first: Mark, b: number, second: Mark): Mark[] => {
    if (isSame(first.lit, second.lit)) return [];
    if (b - a === 1) return [second];
    const middle = Math.floor((a + b) / 2);
    const mark = at(middle);
    return [...between(a, first, middle, mark), ...between(middle, mark, b, second)];
  };
  const length = daysBetween(from, until);
  const first = at(0);
  return [first, ...between(0, first, length, at(length))];
}

/** What is true of a task is only added to with the days, so two days that look alike have none between that do not. */
function isSame(one: Lit, other: Lit): boolean {
  return (
    one.light === other.light &&
    one.reason === other.reason &&
    (one.owed === null) === (other.owed === null)
  );
}

function litOn<Fact extends HealthFacts>(day: Day, { fact, marks }: { fact: Fact; marks: Mark[] }) {
  const mark = marks.findLast((each) => each.day <= day);
  if (!mark) throw new Error(`${fact.code} has no light on ${day}`);
  return { ...fact, ...mark.lit };
}

/** Goes on the last span, or ends it and begins another where anything is different. */
function add(spans: HealthSpan[], from: Day, kept: KeptHealth): void {
  const last = spans.at(-1);
  if (last && isKept(last, kept)) return;
  if (last) last.until = from;
  spans.push({ ...kept, from, until: null });
}

/** What was kept until a day, with what the rule says from that day on: gone on, or ended there. */
export function joinSpans(
  before: readonly HealthSpan[],
  after: readonly HealthSpan[],
): HealthSpan[] {
  const [first, ...rest] = after;
  if (!first) return [...before];
  const kept = before
    .filter(({ from }) => from < first.from)
    .map((span) =>
      span.until === null || span.until > first.from ? { ...span, until: first.from } : span,
    );
  const last = kept.at(-1);
  if (!last || last.until !== first.from || !isKept(last, first)) return [...kept, ...after];
  return [...kept.slice(0, -1), { ...first, from: last.from }, ...rest];
}

/** Whether two say the same of how a task stands. */
export function isKept(one: KeptHealth, other: KeptHealth): boolean {
  return (
    one.light === other.light &&
    one.percent === other.percent &&
    one.isOwed === other.isOwed &&
    one.publicLight === other.publicLight &&
    one.publicPercent === other.publicPercent &&
    one.publicIsOverdue === other.publicIsOverdue &&
    one.publicUpdatedOn === other.publicUpdatedOn &&
    one.leadId === other.leadId &&
    one.cooperatingIds.join() === other.cooperatingIds.join() &&
    one.dueOn === other.dueOn
  );
}
