import { cache } from "react";
import { publicContact } from "@/db/queries/people/contacts";
import { unitsOn } from "@/db/queries/people/units";
import { publicChanges } from "@/db/queries/public/public-changes";
import { addDays } from "@/lib/domain/calendar/days";
import type { Query } from "@/lib/domain/inputs";
import { concerns, unitsUnder } from "@/lib/domain/public/public-match";
import { askedDay } from "@/lib/public/as-of";
import { listPublicTasks } from "@/lib/public/public-tasks";

const recentDays = 30;
/** A city's page tells of its districts too; a ministry's would tell of everybody. */
const isPlace = (kind: string | undefined) => kind === "city" || kind === "district";

/** A unit with what it leads and takes part in on the day asked for; of a city also what its districts do. Null if unknown. */
export const loadUnit = cache(async (code: string, asof: Query[string]) => {
  const when = await askedDay({ asof });
  const { asOf } = when;
  const [byId, all] = await Promise.all([unitsOn(asOf), listPublicTasks(asOf)]);
  const units = [...byId.values()];
  const unit = units.find((each) => each.code === code);
  const tasks = all.filter(({ isTracked }) => isTracked);
  const under = isPlace(unit?.kind) ? unitsUnder(code, units) : new Set<string>();
  const below = tasks.filter((task) => concerns(task, (each) => under.has(each) && each !== code));
  const leads = tasks.filter(({ leadCode }) => leadCode === code);
  const cooperates = tasks.filter(({ cooperating }) => cooperating.some((c) => c.code === code));
  const contact = unit ? await publicContact(code) : null;
  // Whoever was closed, or can be written to, has a page without any task.
  const isShown = leads.length + cooperates.length + below.length > 0 || contact || unit?.closedOn;
  if (!unit || !isShown) return null;
  const successor = units.find((each) => unit.closedOn && each.code === unit.successorCode);
  const since = addDays(asOf, -recentDays);
  const changes = await publicChanges(asOf, { unitCode: code, since });
  return { when, unit, successor, contact, leads, cooperates, below, changes };
});
