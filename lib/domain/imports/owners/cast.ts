import type { CandidateOwner, OwnerRole } from "@/lib/domain/imports/candidates";
import type { Mention, Reading } from "./reading";

/** A class named by what its members do (财政、教育等部门), not by place or level. */
const byFunction = /(?:部门|机关|机构|单位)$/u;

/**
 * The roles of what was read: whoever is said to lead, else the first unit that is named, unless all of them only help;
 * a class never leads, each of its members does the thing.
 */
export function cast(readings: readonly Reading[], firstLeads: boolean): CandidateOwner[] {
  const all = readings.flatMap(({ rule, mentions }) => mentions.map((each) => ({ ...each, rule })));
  const units = all.filter(({ form }) => form === "unit");
  const said = all.some(({ part }) => part === "lead");
  const leads = said
    ? units.filter(({ part }) => part === "lead")
    : leading(units.filter(({ part }) => part === "responsible"), firstLeads);
  const owners: CandidateOwner[] = [];
  const seen = new Set<string>();
  for (const mention of all) {
    if (seen.has(mention.words)) continue;
    seen.add(mention.words);
    owners.push({ role: roleOf(mention, leads), name: mention.name, rule: mention.rule });
  }
  return owners;
}

function leading<M extends Mention>(units: readonly M[], firstLeads: boolean): M[] {
  const [first] = units;
  if (!first) return [];
  const isDivided = units.some(({ group }) => group !== first.group);
  return firstLeads || !isDivided ? [first] : units.filter(({ group }) => group === first.group);
}

function roleOf(mention: Mention, leads: readonly Mention[]): OwnerRole {
  if (mention.form === "class")
    return mention.part === "helping" && byFunction.test(mention.words) ? "cooperating" : "implementing";
  if (mention.part === "implementing") return "implementing";
  if (mention === leads[0] || mention.words === leads[0]?.words) return "lead";
  return leads.some(({ words }) => words === mention.words) ? "co_lead" : "cooperating";
}
