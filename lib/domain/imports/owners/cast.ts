import type { CandidateOwner, OwnerRole } from "@/lib/domain/imports/candidates";
import { formOf, isZone } from "./forms";
import { isOfPlaces, namesMany } from "./many";
import { isFunction } from "./names";
import type { Mention, Reading } from "./reading";

/** Of classes that help only what departments are for is told (财政、教育等部门) cooperate; of all others each does its part. */
const isByFunction = (words: string) =>
  isFunction(words.replace(/^各级/u, "")) ||
  (/(?:部门|机关|队)$|^[^各]+机构$/u.test(words) &&
    !/(?:协办|配合|参与|牵头|责任|主办)部门$/u.test(words)) ||
  !namesMany(words);

/**
 * The roles of what was read: whoever is said to lead, else the first unit that is named, unless all of them only help;
 * a class never leads, each of its members does the thing.
 */
export function cast(readings: readonly Reading[], firstLeads: boolean): CandidateOwner[] {
  const all = readings.flatMap(({ rule, mentions }) =>
    zonesWithClasses(mentions).map((each) => ({ ...each, rule })),
  );
  const units = all.filter(({ form }) => form === "unit");
  const said = all.some(({ part }) => part === "lead");
  const leads = said
    ? units.filter(({ part }) => part === "lead")
    : leading(
        units.filter(({ part }) => part === "responsible"),
        firstLeads,
      );
  const owners: CandidateOwner[] = [];
  const seen = new Set<string>();
  for (const mention of all) {
    const { words, rule } = mention;
    const isNamed = rule === "added-classes" && [...seen].some((each) => isSameClass(each, words));
    if (isNamed || seen.has(words)) continue;
    seen.add(words);
    owners.push({ role: roleOf(mention, leads), name: mention.name, rule: mention.rule });
  }
  return owners;
}

/** 各县（市、区） are their governments. */
function isSameClass(one: string, other: string): boolean {
  const [a, b] = [one, other].map((each) => each.replace(/(?:人民)?政府$/u, ""));
  return a === b;
}

/** A development zone in one list with a class of governments does what they do: 各县（市、区）政府、城东、城西开发区; not where it heads units (城东开发区管委会、县水利局、各乡镇). */
function zonesWithClasses(mentions: readonly Mention[]): Mention[] {
  const hasClass = mentions.some(({ words, form }) => form === "class" && isOfPlaces(words));
  const isOfZones = ({ words }: Mention, i: number) =>
    isZone(words) ||
    (formOf(words) === null &&
      !/[局委办处站所队院会部厅科校]$/u.test(words) &&
      isZone(mentions[i + 1]?.words ?? ""));
  const headsUnits = (i: number) =>
    i === 0 &&
    /管委会|管理委员会/u.test(mentions[0]?.words ?? "") &&
    mentions[1]?.form === "unit" &&
    !isOfZones(mentions[1], 1);
  return mentions.map((each, i) =>
    hasClass && isOfZones(each, i) && !headsUnits(i)
      ? { ...each, form: "class", part: "implementing" }
      : each,
  );
}

function leading<M extends Mention>(units: readonly M[], firstLeads: boolean): M[] {
  const [first] = units;
  if (!first) return [];
  const isDivided = units.some(({ group }) => group !== first.group);
  return firstLeads || !isDivided ? [first] : units.filter(({ group }) => group === first.group);
}

function roleOf(mention: Mention, leads: readonly Mention[]): OwnerRole {
  if (mention.form === "class")
    return mention.part === "helping" && !isOfPlaces(mention.words) && isByFunction(mention.words)
      ? "cooperating"
      : "implementing";
  if (mention.part === "implementing") return "implementing";
  if (mention === leads[0] || mention.words === leads[0]?.words) return "lead";
  return leads.some(({ words }) => words === mention.words) ? "co_lead" : "cooperating";
}
