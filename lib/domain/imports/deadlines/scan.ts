import { calendarDates, isListed } from "./forms/calendar-dates";
import { ongoing, vague } from "./forms/column-words";
import { durations } from "./forms/durations";
import { events } from "./forms/events";
import type { Form, Scene, TimeFound } from "./forms/form";
import { monthsAhead } from "./forms/months-ahead";
import { numericDates } from "./forms/numeric-dates";
import { planPeriods } from "./forms/plan-periods";
import { ranges } from "./forms/ranges";
import { recurring } from "./forms/recurring";
import { relative } from "./forms/relative";
import { point } from "./points";
import { around } from "./vetoes/around";
import { baseline } from "./vetoes/baseline";
import { benefit } from "./vetoes/benefit";
import { eligibility } from "./vetoes/eligibility";
import { enactment } from "./vetoes/enactment";
import { forecast } from "./vetoes/forecast";
import { handlingTime } from "./vetoes/handling-time";
import { inName } from "./vetoes/in-name";
import { past } from "./vetoes/past";
import { validity } from "./vetoes/validity";
import type { Veto } from "./vetoes/veto";

/** In order of preference where two forms read words that begin at the same sign. */
const forms: readonly Form[] = [
  ...[
    recurring,
    ranges,
    relative,
    durations,
    events,
    planPeriods,
    monthsAhead,
    numericDates,
    calendarDates,
  ],
  ...[ongoing, vague],
];

/** In running text any of these speaks against a time. */
const vetoes: readonly Veto[] = [
  ...[
    inName,
    around,
    validity,
    benefit,
    eligibility,
    handlingTime,
    past,
    baseline,
    forecast,
    enactment,
  ],
];

/** The deadlines that a bare text sets, in its order; of two readings of the same words the first or the longer one counts. */
export function scan(scene: Scene): TimeFound[] {
  const read = forms
    .flatMap((form) => readings(form, scene))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const apart: Reading[] = [];
  for (const each of read) if (each.from >= (apart.at(-1)?.to ?? 0)) apart.push(each);
  return apart
    .flatMap(({ found }) => (found && !isVetoed(found, scene) ? [found] : []))
    .map((found) => (scene.isGoal ? asTarget(found) : found));
}

/** The words that a form matched, and what it read in them, if anything. */
type Reading = { from: number; to: number; found: TimeFound | null };

function isVetoed(found: TimeFound, scene: Scene): boolean {
  return !scene.isTimeCell(found.from) && vetoes.some((veto) => veto.applies(found, scene));
}

function readings({ pattern, read, isWhole }: Form, scene: Scene): Reading[] {
  return [...scene.text.matchAll(pattern)].flatMap((match) => {
    const found = read(match, scene) ?? listed(match, scene, read);
    if (!found && !isWhole) return [];
    const from = found?.from ?? match.index;
    return [{ from, to: found?.to ?? from + match[0].length, found }];
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
  if (found.kind === "relative" && found.anchor === null) return { ...found, kind: "target" };
  if (found.kind !== "date" && found.kind !== "range") return found;
  return { ...found, kind: "target", start: found.kind === "range" ? found.start : null };
}
