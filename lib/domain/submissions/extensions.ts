import type { Day } from "@/lib/domain/calendar/days";
import { deadlineWithin } from "@/lib/domain/calendar/deadlines";
import { publicTextRefusal } from "@/lib/domain/public-text";
import { type Refusal, refuse } from "@/lib/domain/refusals";
import type { ExtensionContent } from "./contents";

export type ExtensionFacts = {
  dueOn: Day | null;
  parentDueOn: Day | null;
  /** The day it was first sent: one that was sent in time stays in time when it comes back to be mended. */
  firstSentOn: Day | null;
};

/**
 * Why an extension (延期申请) may not be asked for, or null: there is no date to move, it has passed, or it is the
 * parent's already. It must be sent before the due day runs out (process.md §1-9: EDC 19; sent afterwards it counts as
 * late, XS); the due day is in time.
 */
export function extensionWindowRefusal(
  { dueOn, parentDueOn, firstSentOn }: ExtensionFacts,
  today: Day,
): Refusal | null {
  if (dueOn === null) return refuse("extension_without_date");
  if ((firstSentOn ?? today) > dueOn) return refuse("extension_late", { params: { dueOn } });
  return parentDueOn !== null && parentDueOn <= dueOn
    ? refuse("extension_at_parent", { params: { day: parentDueOn } })
    : null;
}

/**
 * Why a due day may not be moved to this one, or null: not later than the present one or than today, or past the parent's.
 * Asked each time it is sent and again at approval: one that came back, or waited long, may ask for a day gone by.
 */
export function extendedDayRefusal(
  newDueOn: Day | null,
  { dueOn, parentDueOn }: Pick<ExtensionFacts, "dueOn" | "parentDueOn">,
  today: Day,
): Refusal | null {
  const field = "newDueOn";
  if (newDueOn === null || dueOn === null || newDueOn <= dueOn)
    return refuse("extension_not_later", { field });
  if (newDueOn <= today) return refuse("extension_gone_by", { field });
  return deadlineWithin(newDueOn, parentDueOn, "newDueOn");
}

/**
 * Why an extension may not be sent as it is, or null: asked for too late, not to a later day, past the parent's day, or
 * with text that may not become public, because every move of a due day does.
 */
export function extensionRefusal(
  { newDueOn, reason, progress }: ExtensionContent,
  { dueOn, parentDueOn, firstSentOn }: ExtensionFacts,
  today: Day,
): Refusal | null {
  return (
    extensionWindowRefusal({ dueOn, parentDueOn, firstSentOn }, today) ??
    extendedDayRefusal(newDueOn, { dueOn, parentDueOn }, today) ??
    publicTextRefusal(reason, "reason") ??
    publicTextRefusal(progress, "progress")
  );
}
