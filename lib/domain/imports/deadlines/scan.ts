import { calendarDates, isListed } from "./forms/calendar-dates";
import { events } from "./forms/events";
import type { Form, Scene, TimeFound } from "./forms/form";
import { numericDates } from "./forms/numeric-dates";
import { planPeriods } from "./forms/plan-periods";
import { ranges } from "./forms/ranges";
import { recurring } from "./forms/recurring";
import { durations, relative } from "./forms/relative";
import { ongoing, vague } from "./forms/standing";
import { point } from "./points";
import { vetoes } from "./vetoes/vetoes";

/** In order of preference where two forms read words that begin at the same sign. */
const forms: readonly Form[] = [
  ...[recurring, ranges, relative, durations, events, planPeriods, numericDates, calendarDates],
  ...[ongoing, vague],
];

/** The deadlines that a bare text sets, in its order; of two readings of the same words the first or the longer one counts. */
export function scan(scene: Scene): TimeFound[] {
  const read = forms
    .flatMap((form) => readings(form, scene))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const found: TimeFound[] = [];
  for (const each of read) if (each.from >= (found.at(-1)?.to ?? 0)) found.push(each);
  return found
    .filter(
      (each) => scene.isTimeCell(each.from) || !vetoes.some((veto) => veto.applies(each, scene)),
    )
    .map((each) => (scene.isGoal ? asTarget(each) : each));
}

function readings({ pattern, read }: Form, scene: Scene): TimeFound[] {
  return [...scene.text.matchAll(pattern)].flatMap((match) => {
    const found =
      read(match as RegExpExecArray, scene) ?? listed(match as RegExpExecArray, scene, read);
    return found ? [found] : [];
  });
}

/** 6月、12月底前: what stands before another time is one too. */
function listed(match: RegExpExecArray, scene: Scene, read: Form["read"]): TimeFound | null {
  if (
    !new RegExp(`^[、和及](?:${point})(?:底?前|内)`).test(
      scene.text.slice(match.index + match[0].length),
    )
  )
    return null;
  const found = read(match, { ...scene, isTimeCell: () => true });
  return found?.rule === calendarDates.rule && isListed(found, scene.text) ? found : null;
}

/** Any year or period in a goal is one to reach it in. */
function asTarget(found: TimeFound): TimeFound {
  if (found.kind !== "date" && found.kind !== "range") return found;
  return { ...found, kind: "target", start: found.kind === "range" ? found.start : null };
}
