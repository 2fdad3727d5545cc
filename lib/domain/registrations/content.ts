import type { Day } from "@/lib/domain/calendar/days";
import { deadlineWithin } from "@/lib/domain/calendar/deadlines";
import type { Place } from "@/lib/domain/documents/quotes";
import { placeOf, stands, unbroken } from "@/lib/domain/documents/spans";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import { isTracked } from "@/lib/domain/tasks/tasks";
import type { DraftTask } from "./drafts";

/** A task whose quote has been found in its document: it quotes the document's own letters. */
export type PlacedTask = DraftTask & { place: Place };

/** Finds the quote of a task in the text of its document, or says why it cannot. A decision's task without a quote quotes all of it. */
export function placedTask(
  task: DraftTask,
  text: string,
  isDecision: boolean,
): PlacedTask | Refusal {
  const words = task.quote === "" && isDecision ? text : task.quote;
  const place = placeOf(text, words, task.at, "quote");
  if ("code" in place) return place;
  return { ...task, place, at: place.start, quote: unbroken(text.slice(place.start, place.end)) };
}

/**
 * Why a task may not stand like this in a draft, or null: its words are the document's, its dates agree with their kind
 * and with the task above it, one single unit leads, and nothing in it may not be public.
 */
export function draftTaskRefusal(
  task: PlacedTask,
  text: string,
  { parentDueOn, collectiveIds }: { parentDueOn: Day | null; collectiveIds: readonly string[] },
): Refusal | null {
  return (
    wordsRefusal(task, text) ??
    datesRefusal(task) ??
    (task.dueOn ? deadlineWithin(task.dueOn, parentDueOn, "dueOn") : null) ??
    unitsRefusal(task, collectiveIds) ??
    textsRefusal(task)
  );
}

function wordsRefusal(task: PlacedTask, text: string): Refusal | null {
  for (const field of ["ownerVerbatim", "deadlineVerbatim"] as const)
    if (task[field] !== "" && !stands(text, task[field])) return refuse("words_missing", { field });
  return null;
}

const dated = ["date", "ten_day", "year"];

function datesRefusal({ kind, deadlineKind, windowStart, dueOn }: DraftTask): Refusal | null {
  if (!isTracked(kind) && dueOn) return refuse("task_not_tracked", { field: "dueOn" });
  if (isTracked(kind) && dated.includes(deadlineKind) && dueOn === null)
    return refuse("deadline_required", { field: "dueOn" });
  if (deadlineKind === "ongoing" && dueOn) return refuse("deadline_of_ongoing", { field: "dueOn" });
  if (windowStart && dueOn && windowStart > dueOn)
    return refuse("window_after_deadline", { field: "windowStart" });
  return null;
}

function unitsRefusal(task: DraftTask, collectiveIds: readonly string[]): Refusal | null {
  const { leadId, cooperatingIds } = task;
  if (leadId === null) return null;
  if (collectiveIds.includes(leadId)) return refuse("lead_is_collective", { field: "lead" });
  return cooperatingIds.includes(leadId)
    ? refuse("lead_cannot_cooperate", { field: "cooperating" })
    : null;
}

function textsRefusal(task: DraftTask): Refusal | null {
  for (const field of ["title", "titleEn", "reference"] as const) {
    const refusal = publicTextRefusal(task[field] ?? "", field);
    if (refusal) return refusal;
  }
  return null;
}

/** The due day of the task that each stands under; null for a root, and where it has none. */
export function parentDueOf(tasks: readonly DraftTask[], index: number): Day | null {
  const depth = tasks[index]?.depth ?? 0;
  return tasks.findLast((task, i) => i < index && task.depth < depth)?.dueOn ?? null;
}

export type Checked = { tasks: PlacedTask[] } | { refusal: Refusal; task: DraftTask };

/** Every task of a draft, placed; or the first that may not stand, with why. */
export function checkedTasks(
  tasks: readonly DraftTask[],
  text: string,
  { isDecision, collectiveIds }: { isDecision: boolean; collectiveIds: readonly string[] },
): Checked {
  const placed: PlacedTask[] = [];
  for (const [i, task] of tasks.entries()) {
    const found = placedTask(task, text, isDecision);
    if ("code" in found) return { refusal: found, task };
    const parentDueOn = parentDueOf(tasks, i);
    const refusal = draftTaskRefusal(found, text, { parentDueOn, collectiveIds });
    if (refusal) return { refusal, task };
    placed.push(found);
  }
  return { tasks: placed };
}
