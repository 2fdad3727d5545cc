import { isWithin, type Place } from "@/lib/domain/documents/quotes";
import {
  mayBeBesides,
  mayBeEmpty,
  mayBeNoDay,
  mayBeOfAnother,
  mayBeOfParts,
  mayBeOneOfMany,
  mayBeOther,
  mayBeSeveral,
  mayBeShared,
  mayBeTerm,
  mayCountOnly,
  mayHaveParts,
  mayHelp,
  mayOnlyGuide,
} from "./arguable";
import type { Candidate, CandidateDeadline, Certainty } from "./candidates";
import { formOf } from "./owners/forms";
import { stretchOf } from "./owners/stretch";
import { leavesLabelUnread, leavesOwnerUnread, leavesTimeUnread } from "./unread";

/** Rules of owners that read a place made for owners: a bracket, a label, a column, a rule of scope that says so. */
const plainOwners: readonly string[] = [
  "bracket",
  "labelled",
  "cells",
  "inherited",
  "added-classes",
];
const plainTimes: readonly string[] = [
  "date",
  "range",
  "relative",
  "recurring",
  "ongoing",
  "vague",
];
const strong = 4;
const columns = ["lead", "owners", "cooperating", "implementing"] as const;

type Above = Pick<Candidate, "cells" | "deadlines">;

/**
 * How far a person needs to look at a candidate. Sure: its place and words say what it is and nothing speaks against, its
 * owners stand where owners stand, and each of its times is of a plain form. A part may have its owners from the row `above`, and
 * a row that `hasParts` may have times that are theirs.
 * Doubtful: it may be left out, or little speaks for it.
 */
export function certaintyOf(
  text: string,
  candidate: Omit<Candidate, "certainty">,
  { isLoneTitle = false, hasParts = false, above = null as Above | null } = {},
): Certainty {
  const { evidence, isOptional } = candidate;
  const sum = evidence.reduce((all, { weight }) => all + weight, 0);
  if (isOptional || sum < 2) return "doubtful";
  if (candidate.quotes.some((quote) => mayHaveParts(text, quote))) return "likely";
  if (mayBeShared(candidate) || (hasParts && hasSeveral(candidate))) return "likely";
  if (above !== null && (hasSeveral(above) || mayBeOfAnother(text, candidate, above)))
    return "likely";
  const isClear = !isLoneTitle && sum >= strong && evidence.every(({ weight }) => weight > 0);
  const cells = candidate.scope === "inherited" ? (above ?? candidate).cells : candidate.cells;
  return isClear &&
    hasPlainOwners(text, { ...candidate, cells }) &&
    hasPlainTimes(text, candidate, above)
    ? "sure"
    : "likely";
}

/** Whether each of several times of an item with parts may be for one of them: 6月底前完成排查，年底前完成整治. */
function hasSeveral({ deadlines }: Pick<Candidate, "deadlines">): boolean {
  return deadlines.length > 1;
}

function hasPlainOwners(
  text: string,
  { kind, owners, scope, quotes, cells, verbatim, deadlines }: Omit<Candidate, "certainty">,
): boolean {
  const names = owners.map(({ name }) => name);
  const times = deadlines.map(({ words }) => words);
  const places = [verbatim ?? [], ...columns.map((column) => cells[column] ?? [])].flat();
  if (owners.length === 0) return kind === "goal" && scope === "none";
  return (
    scope !== "default" &&
    owners.some(({ role }) => role !== "cooperating") &&
    !(scope === "inherited" && namesAnother(text, quotes)) &&
    owners.every(({ rule, name }) => plainOwners.includes(rule) && isKnown(text, name)) &&
    !owners.some(
      ({ role, name }) =>
        (role === "implementing" && mayHelp(text, name, cells)) ||
        (role === "lead" && mayOnlyGuide(text, name)),
    ) &&
    !quotes.some((quote) => leavesLabelUnread(text, quote, names)) &&
    !mayBeEmpty(text, cells) &&
    !mayBeOneOfMany(text, owners) &&
    !places.some((place) => mayBeOfParts(text, place)) &&
    !places.some((place) => leavesOwnerUnread(text, place, { names, times }))
  );
}

/** Whether somebody stands before 要 or 应 in an item that has its owners from above: are they told, too? */
function namesAnother(text: string, quotes: Candidate["quotes"]): boolean {
  return quotes.some((quote) =>
    /(?:^|[。；\n])[^，。；、]{2,20}(?:要(?!求|素|点|件)|应当?(?!用|急)|须)/u.test(
      stretchOf(text, quote).words,
    ),
  );
}

/** Whether a name has a form that names of units have, and only one: 城东片区 may be an owner, but of what kind? */
function isKnown(text: string, { start, end }: Place): boolean {
  const { words } = stretchOf(text, { start, end });
  return (
    formOf(words) !== null &&
    !mayBeOther(words) &&
    !/牵头|负责|配合/u.test(words.replace(/(?:单位|部门)$/u, ""))
  );
}

function hasPlainTimes(
  text: string,
  { kind, deadlines, quotes, cells }: Omit<Candidate, "certainty">,
  above: Above | null,
): boolean {
  const read = deadlines.map(({ words }) => words);
  const own = cells.deadline ?? [];
  const isSaid = own.some(({ start, end }) =>
    /^(?!按).*[年月日季旬天周期]/u.test(text.slice(start, end).trim()),
  );
  if (own.some((cell) => mayBeOfParts(text, cell))) return false;
  if (isSaid && deadlines.length === 0) return false;
  if (kind === "goal" && mayBeSeveral(text, quotes[0])) return false;
  const column = cells.deadline ?? above?.cells.deadline ?? [];
  const places = deadlines.length > 0 ? [...quotes, ...own] : quotes;
  if (places.some((place) => leavesTimeUnread(text, place, read))) return false;
  const isInColumn = ({ words }: CandidateDeadline) => own.some((cell) => isWithin(words, cell));
  const isPlainTarget = ({ words: { start } }: CandidateDeadline) =>
    kind === "goal" || /[到至]/u.test(text.charAt(start));
  return deadlines.every(
    (time) =>
      !time.isSoft &&
      !mayBeNoDay(text, time) &&
      !mayBeTerm(text, time) &&
      !mayBeBesides(text, time, { quotes, column }) &&
      time.anchor !== "year:unknown" &&
      (kind === "goal" || isInColumn(time) || !mayCountOnly(text, time.words)) &&
      (plainTimes.includes(time.kind) || (time.kind === "target" && isPlainTarget(time))),
  );
}
