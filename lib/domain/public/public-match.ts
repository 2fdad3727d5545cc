import { type Day, yearOf } from "@/lib/domain/calendar/days";
import { isDueSoon, isOverdue } from "@/lib/domain/calendar/deadlines";
import { type Light, worstFirst } from "@/lib/domain/tasks/lights";
import { isClosed, type TaskStatus } from "@/lib/domain/tasks/tasks";
import type { DueChoice, Search, SearchOrder } from "./public-search";

const soonDays = 30;

/** What is searched of a public task. Nothing that a unit wrote is in it. */
export type Searched = {
  code: string;
  title: string;
  quote: string;
  isTracked: boolean;
  status: TaskStatus;
  plan: { slug: string };
  leadCode: string | null;
  cooperating: readonly { code: string }[];
  deadline: { dueOn: Day | null };
  health: { light: Light; sentOn: Day | null };
  updatedOn: Day | null;
};
type Unit = { code: string; parentCode: string | null };

/**
 * The tasks that a search finds, in the order it asks for, all pages of them. They are all at hand (a parent's light needs
 * its parts), so that no index is asked. `asOf` is the day that the tasks are shown on.
 */
export function matchTasks<Task extends Searched>(
  tasks: readonly Task[],
  search: Search,
  { asOf, units }: { asOf: Day; units: readonly Unit[] },
): Task[] {
  const words = fold(search.q).split(" ").filter(Boolean);
  const inCity = search.city ? unitsUnder(search.city, units) : null;
  const found = tasks.filter(
    (task) =>
      hasWords(task, words) &&
      (!search.plan || task.plan.slug === search.plan) &&
      (!search.unit || concerns(task, (code) => code === search.unit)) &&
      (!inCity || concerns(task, (code) => inCity.has(code))) &&
      (search.light.length === 0 || (task.isTracked && search.light.includes(task.health.light))) &&
      isDue(task, search, asOf),
  );
  return sortTasks(found, search.order);
}

/** A unit and every unit below it, by code: a city with its districts and what is theirs. */
export function unitsUnder(code: string, units: readonly Unit[]): Set<string> {
  const under = new Set([code]);
  for (let before = 0; before < under.size; ) {
    before = under.size;
    for (const unit of units)
      if (unit.parentCode && under.has(unit.parentCode)) under.add(unit.code);
  }
  return under;
}

/** Whether a unit with such a code leads the task or takes part in it. */
export function concerns(
  { leadCode, cooperating }: Pick<Searched, "leadCode" | "cooperating">,
  isMeant: (code: string) => boolean,
): boolean {
  return (leadCode !== null && isMeant(leadCode)) || cooperating.some(({ code }) => isMeant(code));
}

/** Every word stands somewhere in it, whatever its case and width. */
function hasWords({ code, title, quote }: Searched, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = fold(`${code} ${title} ${quote}`);
  return words.every((word) => text.includes(word));
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function isDue(task: Searched, { due, from, to }: Search, asOf: Day): boolean {
  const { dueOn } = task.deadline;
  if (from && (dueOn === null || dueOn < from)) return false;
  if (to && (dueOn === null || dueOn > to)) return false;
  return due === "" || dueRules[due](task, asOf);
}

const dueRules: Record<DueChoice, (task: Searched, asOf: Day) => boolean> = {
  overdue: (task, asOf) => isMoving(task) && isOverdue(running(task), asOf),
  soon: (task, asOf) => isMoving(task) && isDueSoon(running(task), asOf, soonDays),
  year: ({ deadline: { dueOn } }, asOf) => dueOn !== null && yearOf(dueOn) === yearOf(asOf),
  none: ({ isTracked, deadline: { dueOn } }) => isTracked && dueOn === null,
};

/** What is parked or closed is neither late nor near. */
function isMoving({ status }: Searched): boolean {
  return status !== "suspended" && !isClosed(status);
}

function running({ deadline: { dueOn }, health: { sentOn } }: Searched) {
  return { dueOn, completedOn: null, sentOn };
}

function sortTasks<Task extends Searched>(tasks: Task[], order: SearchOrder): Task[] {
  if (order === "document") return tasks;
  const rankOf = ranks[order];
  return tasks.toSorted((a, b) => rankOf(a) - rankOf(b));
}

const dayNumber = (day: Day) => Number(day.replaceAll("-", ""));
const ranks: Record<Exclude<SearchOrder, "document">, (task: Searched) => number> = {
  // What has no date, no news or no light comes last.
  due: ({ deadline: { dueOn } }) => (dueOn ? dayNumber(dueOn) : Number.MAX_SAFE_INTEGER),
  updated: ({ updatedOn }) => (updatedOn ? -dayNumber(updatedOn) : 0),
  light: ({ isTracked, health }) =>
    isTracked ? worstFirst.indexOf(health.light) : worstFirst.length,
};
