import type { Day } from "@/lib/domain/calendar/days";
import { bareQuote } from "@/lib/domain/documents/spans";

type Known = {
  code: string;
  title: string;
  quote: string;
  leadId: string | null;
  dueOn: Day | null;
};
type Drafted = Omit<Known, "code"> & { uid: string };

/** What a task shares with one that is there already. */
export type Likeness = { quote: boolean; unit: boolean; period: boolean };
export type Duplicate = { uid: string; code: string; title: string; likeness: Likeness };

/**
 * What is perhaps supervised already (重复督查, 国务院令第733号 §15): the same quote, whatever its blanks and punctuation; or
 * the same title with the same unit and the same due day. A warning, never a refusal.
 */
export function duplicatesOf(drafted: readonly Drafted[], known: readonly Known[]): Duplicate[] {
  return drafted.flatMap((task) =>
    known.flatMap(({ code, ...other }) => {
      const likeness = {
        quote: bareQuote(task.quote) === bareQuote(other.quote),
        unit: task.leadId !== null && task.leadId === other.leadId,
        period: task.dueOn === other.dueOn,
      };
      const isSameTask = bareQuote(task.title) === bareQuote(other.title);
      const isAlike = likeness.quote || (isSameTask && likeness.unit && likeness.period);
      return isAlike ? [{ uid: task.uid, code, title: other.title, likeness }] : [];
    }),
  );
}
