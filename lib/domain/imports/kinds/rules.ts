import type { Evidence } from "@/lib/domain/imports/candidates";
import type { SectionKind } from "@/lib/domain/imports/structure/sections";
import { aboutDocument } from "./about-document";
import { commendation } from "./commendation";
import { deedDone } from "./deed-done";
import { definition } from "./definition";
import { directiveVerb } from "./directive-verb";
import { eligibility } from "./eligibility";
import { forecast } from "./forecast";
import { inListOfMeasures } from "./in-list-of-measures";
import { incentive } from "./incentive";
import { modal } from "./modal";
import { namedDoer } from "./named-doer";
import { numberTarget } from "./number-target";
import { ownDeadline } from "./own-deadline";
import { ownerBracket } from "./owner-bracket";
import { permission } from "./permission";
import { principle } from "./principle";
import { problem } from "./problem";
import { purpose } from "./purpose";
import { type KindRule, question } from "./question";
import { scopeRule } from "./scope-rule";
import { transmittal } from "./transmittal";
import { validity } from "./validity";

/** All reasons, those for before those against. */
export const kindRules: readonly KindRule[] = [
  directiveVerb,
  modal,
  ownerBracket,
  ownDeadline,
  numberTarget,
  namedDoer,
  incentive,
  inListOfMeasures,
  deedDone,
  definition,
  aboutDocument,
  purpose,
  problem,
  principle,
  permission,
  transmittal,
  validity,
  scopeRule,
  eligibility,
  forecast,
  commendation,
];

/** From here on a stretch counts as ordering something. */
export const enough = 2;

/** What speaks for and against a stretch ordering something to be done. */
export function evidenceOf(words: string, place: SectionKind | null = null): Evidence[] {
  const of = question(words, place);
  return kindRules.filter(({ speaks }) => speaks(of)).map(({ rule, weight }) => ({ rule, weight }));
}

/** The sum of the weights. */
export function weightOf(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, { weight }) => sum + weight, 0);
}

/** Whether a stretch orders something to be done. */
export function isDirective(words: string, place: SectionKind | null = null): boolean {
  return weightOf(evidenceOf(words, place)) >= enough;
}
