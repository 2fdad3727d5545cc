import { changeParams, type PublicChange, reasonOf } from "@/lib/domain/public/public-changes";
import type { ListedTask } from "@/lib/domain/public/public-task";
import { readableParams } from "@/lib/domain/sentence-params";
import type { Words } from "@/lib/words";
import { nameIn } from "@/messages/locales";

/** What happened, in words: 公布进展：完成 60%（上期 30%）. A released reason follows. */
export function changeSentence(change: PublicChange, { locale, say, day }: Words): string {
  const called = (unit: string) => nameIn(locale, unit, change.unitsEn?.[unit]);
  const params = readableParams(changeParams(change, called), { day });
  const sentence = say(`publicChanges.${change.type}`, params);
  const reason = reasonOf(change);
  return reason === null ? sentence : `${sentence} ${say("publicChanges.reason", { reason })}`;
}

/** The due day or window of a task; what has none says so. */
export function dueText(
  { windowStart, dueOn }: ListedTask["deadline"],
  { say, day }: Pick<Words, "say" | "day">,
) {
  if (dueOn === null) return say("formats.noDue");
  if (windowStart === null || windowStart === dueOn) return day(dueOn);
  return say("formats.window", { start: day(windowStart), end: day(dueOn) });
}
